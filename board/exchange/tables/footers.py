"""Rows that hold no child: totals, averages, when it was printed, what a gradebook says about its columns."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from board.exchange.tables.left_out import Reason
from board.exchange.tables.words import plain

_TABLE = tomllib.loads(Path(__file__).with_name("footer_words.toml").read_text("utf-8"))
_TOTAL = frozenset(_TABLE["total"].split())
_POSSIBLE = frozenset(_TABLE["points"].split())
_SAID = re.compile("|".join(_TABLE["said"]), re.IGNORECASE)
_NO_NAME = re.compile(r"[\W\d_]*|\(.*\)|.*\d.*")
_LAST_LINES = 5
_FIRST_LINES = 5
"""Rows at the end and below the header in which a word such as "Average" may stand alone and be no name."""


def reason_of(cells: Sequence[str], *, from_top: int, from_end: int) -> Reason | None:
    """Give the reason for which a row is no child, None where it may be one.

    Args:
        cells: The cells of the row.
        from_top: How many rows stand between the header and it.
        from_end: How many rows follow, itself counted.
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled:
        return None
    first, *rest = filled
    if any(not _NO_NAME.fullmatch(cell) for cell in rest):
        return Reason.FOOTER if any(map(str.isdigit, first)) and _SAID.match(first) else None
    if _SAID.match(first):
        return Reason.FOOTER
    is_near_end = from_end <= _LAST_LINES
    if len(cells) == 1 and not is_near_end:
        return None
    word = plain(first)
    if word in _POSSIBLE and len(cells) > 1 and (from_top < _FIRST_LINES or is_near_end):
        return Reason.POINTS
    return Reason.FOOTER if word in _TOTAL else None
