"""Lines that stand in a list and are neither step nor heading: page numbers, names of columns, who owns the copyright."""

import re
from collections.abc import Iterator

from board.exchange.steps.about import is_labelled
from board.exchange.steps.sayings import is_lead_in
from board.exchange.steps.words import LONGEST_LINE, Words

_PAGE = re.compile(
    r"[-\u2013\s]*(?:(?:page|p\.|seite|s\.|p\u00e1gina|pagina|strona|sida|side)\s*)?\d{1,4}(?:\s*(?:/|of|von|de|di|sur|z|av)\s*\d{1,4})?[-\u2013\s]*",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"\u00a9|^\(c\)\s|\bcopyright\b|all rights reserved|alle rechte vorbehalten|\bteachers ?pay ?teachers\b|https?://|\bwww\.|^(?:printed|retrieved|adapted|revised|updated) (?:on|from|by)\b",
    re.IGNORECASE,
)
_TO_FILL_IN = re.compile(
    r"(?:(?:(?:student(?:['\u2019]s)?|teacher(?:['\u2019]s)?|my|child(?:['\u2019]s)?)\s+)?(?:name|date|teacher|class|grade|datum|klasse)\s*:?\s*(?:_[_\s]*|\.{3,}|\u2026+|$)\s*){1,4}",
    re.IGNORECASE,
)


_TOO_LONG = (
    f"This line is too long: a step is one short sentence of {LONGEST_LINE} letters at most, so write it shorter."
)


def why_needless(line: Words) -> str:
    """Say why a line is no step and no heading, in a sentence; empty where it may be one.

    Args:
        line: A line that is not empty.
    """
    return next((why for is_so, why in _reasons(line) if is_so), "")


def _reasons(line: Words) -> Iterator[tuple[bool, str]]:
    """Give each reason with whether it is so, the plainest first."""
    yield line.is_too_long, _TOO_LONG
    yield line.row.is_header, "These are the names of the columns."
    yield is_page_number(line), "This is the number of a page."
    yield bool(_COPYRIGHT.search(line.text)) and not line.says, "This says where the list comes from."
    yield bool(_TO_FILL_IN.fullmatch(line.text)), "This is a line to be filled in by hand."
    yield is_labelled(line.words), "This says whose list it is."
    yield is_lead_in(line.words), f'This line says only "{line.words}"; write what the child can do.'
    has_letters = any(map(str.isalpha, line.words))
    yield bool(line.codes) and not has_letters, "The code goes with the steps below it."
    yield not has_letters, "There are no words in this line."


def is_page_number(line: Words) -> bool:
    """Tell whether a line is the number of a page: what stands around it is no gap in the list."""
    return bool(_PAGE.fullmatch(line.text)) and any(map(str.isdigit, line.text))
