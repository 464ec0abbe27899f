"""Lists whose lines begin with a number and a space: places in the list, and no part of a name."""

import re
from collections.abc import Sequence
from itertools import pairwise

from board.exchange.tables.footers import tells_of_the_list
from board.exchange.tables.headers import LIKELY, meanings_of
from board.exchange.tables.meanings import Meaning

_NUMBERED = re.compile(r"\s*(\d{1,3})\s+(?=[^\W\d_])(.*)")
_HEADER = re.compile(r"\s*(\S+)\s+(\S.*)")
_OTHER_DELIMITERS = re.compile(r'[\t;|"]|,(?=\S)')
_FEWEST = 2
_MOSTLY = 0.75
_MOST_OTHERS = 2
"""Lines without a number that a short list may have: its title and its header."""

_MISSING = 3
"""Numbers that may be missing in a short list; in a long one it may be a third."""

_OF_NAMES = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY}


def with_places_apart(lines: str) -> str:
    """Give a list whose lines are numbered with a tab behind each number; any other list stays as it is.

    Args:
        lines: The text of a list.
    """
    split = lines.split("\n")
    if not any(map(_NUMBERED.fullmatch, split)):
        return lines
    about = [tells_of_the_list(line) for line in split]
    if any(_OTHER_DELIMITERS.search(line) for line, is_about in zip(split, about, strict=True) if not is_about):
        return lines
    found = [None if is_about else _NUMBERED.fullmatch(line) for line, is_about in zip(split, about, strict=True)]
    numbers = [int(line[1]) for line in found if line]
    others = [line for line, *known in zip(split, found, about, strict=True) if line.strip() and not any(known)]
    if not _are_places(numbers) or len(others) > max(_MOST_OTHERS, (1 - _MOSTLY) * len(numbers)):
        return lines
    return "\n".join(
        f"{known[1]}\t{known[2]}" if known else _apart(line) for line, known in zip(split, found, strict=True)
    )


def _are_places(numbers: Sequence[int]) -> bool:
    """Tell whether numbers run from one, or nearly: a few children may have left."""
    is_rising = all(before < after for before, after in pairwise(numbers))
    return (
        len(numbers) >= _FEWEST and is_rising and numbers[0] <= _FEWEST and numbers[-1] <= 1.5 * len(numbers) + _MISSING
    )


def _apart(line: str) -> str:
    """Give a line without a number an empty cell in front; a header that says number and name is cut in two."""
    if not line.strip():
        return line
    if not tells_of_the_list(line) and _means(line) in _OF_NAMES:
        return f"#\t{line.strip()}"
    words = _HEADER.fullmatch(line)
    if words is not None and _means(words[1]) in (Meaning.ID, Meaning.SEAT) and _means(words[2]) in _OF_NAMES:
        return f"{words[1]}\t{words[2]}"
    return f"\t{line.strip()}"


def _means(header: str) -> Meaning | None:
    return next((meant.meaning for meant in meanings_of(header) if meant.strength >= LIKELY), None)
