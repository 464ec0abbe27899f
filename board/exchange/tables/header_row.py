"""Which row of a list is its header."""

import re
from collections.abc import Sequence

from board.exchange.tables.footers import is_count
from board.exchange.tables.header_words import Says
from board.exchange.tables.headers import LIKELY, PERHAPS, meanings_of
from board.exchange.tables.meanings import Meaning
from board.exchange.tables.words import plain, words_of

TITLE_LINES = 20
"""Lines a school's program may put above the header."""

_LOOKED_AT = 200
"""Rows below a header that are compared with it."""

_MOST_UNKNOWN = 3
"""Cells of a header of which one word is enough."""

_SHORTEST = 4
"""Letters of a word that alone makes a row a header; "Ho" and "Mark" are children, too."""

_ABOUT_NAMES = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.PREFERRED}

_LETTERS = re.compile(r"[^\W\d_]{3}")

_NO_HEADER = re.compile(r".*@.*|[\W\d_]*\d[\W\d_]*")

_CODED = re.compile(r"[A-Za-z]+(?:_[A-Za-z]+)+|[a-z]+[A-Z][a-z]+[A-Za-z]*")
"""Names of fields as programs write them: FAMILY_NAME, familyName."""


def header_at(rows: Sequence[Sequence[str]]) -> int | None:
    """Find the header of a list.

    Args:
        rows: The cells of all rows that hold anything.

    Returns:
        The place of the first row, above which only titles stand, that says what columns are, in words that are known; or
        that is unlike all below it, or written as programs name their fields; None where there is none.
    """
    above, above_typed = 0, 0
    for at, row in enumerate(rows[:TITLE_LINES]):
        filled = _filled(row)
        if is_count(row) or (filled == 1 and at > len(rows) - at - 1):
            continue  # a total, and what stands below more lines than above others, is no header
        below = rows[at + 1 : at + 1 + _LOOKED_AT]
        if (at == 0 or (above if filled > _set_apart(row) else above_typed) < max(2, filled)) and _says_enough(
            row, filled, below
        ):
            says_more = at + 1 < len(rows) and len(_known(rows[at + 1], rows[at + 2 :])) > len(_known(row, below))
            return at + says_more  # above a header may stand whose columns follow: "Student", "Parent"
        above, above_typed = max(above, filled), max(above_typed, _set_apart(row))
    return next((at for at in range(min(len(rows), TITLE_LINES)) if _is_unlike(rows[at], rows[at + 1 :])), None)


def folded(row: Sequence[str]) -> tuple[str, ...]:
    """Give a row in small letters and without the empty cells at its end: a header that comes again is the same."""
    cells = [cell.strip().casefold() for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _says_enough(row: Sequence[str], filled: int, below: Sequence[Sequence[str]]) -> bool:
    """Tell whether two cells of a row are header words, or one that is about names and is no likely name itself."""
    known = _known(row, below)
    if len(known) > 1:
        return True
    if not known or filled > _MOST_UNKNOWN or (filled == 1 and any(_filled(other) > 1 for other in below)):
        return False
    (cell,) = known
    if filled > 1 and all(word.says <= {Says.CHILD} for word in words_of(cell)):
        return False  # "Student" may say who somebody is
    return meanings_of(cell)[0].meaning in _ABOUT_NAMES and (len(plain(cell)) >= _SHORTEST or not cell.isascii())


def _filled(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell.strip())


def _set_apart(row: Sequence[str]) -> int:
    """Count the cells of a row without those behind a typed comma: "Room 4, printed 9/1/2026" is one title."""
    return sum(1 for cell in row if cell.strip() and cell[0] != " ")


def _known(row: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """Give the cells of a row that may be headers of what stands below."""
    itself = folded(row)
    others = [other for other in below[:_LOOKED_AT] if folded(other) != itself]
    return [cell for place, cell in enumerate(row) if _may_be_header(cell, place, others)]


def _may_be_header(cell: str, place: int, others: Sequence[Sequence[str]]) -> bool:
    """Tell whether a cell may be a header: it says something, and is not what stands in its column again and again."""
    if not cell.strip() or (_NO_HEADER.fullmatch(cell) and "#" not in cell):
        return False
    found = meanings_of(cell)
    least = PERHAPS if found and found[0].meaning is Meaning.STATUS else LIKELY
    if not found or found[0].strength < least:
        return False
    word = _without_number(cell)
    return not any(len(row) > place and _without_number(row[place]) == word for row in others)


def _without_number(cell: str) -> str:
    """Give a cell without the number behind it: "Child 1" stands above "Child 2" as one child above another."""
    return cell.strip().casefold().rstrip("0123456789").rstrip()


def _is_unlike(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Tell whether a row is a header in words nobody knows: letters above numbers, or written as programs do."""
    if len(below) < 2 or len(row) < 2:  # noqa: PLR2004 - one row below, or one column, may be anything
        return False
    cells = [cell for cell in row if cell.strip()]
    if len(cells) < 2 or any(_NO_HEADER.fullmatch(cell) for cell in cells):  # noqa: PLR2004 - a title has one
        return False
    if sum(bool(_CODED.fullmatch(cell.strip())) for cell in cells) * 2 > len(cells):
        return True
    for place, cell in enumerate(row):
        under = [other[place] for other in below[:_LOOKED_AT] if len(other) > place and other[place].strip()]
        if len(under) > 1 and _LETTERS.search(cell) and all(map(_NO_HEADER.fullmatch, under)):
            return True
    return False
