"""A list as a table: its header, its rows, and the lines around them that are neither."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from board.exchange.bullets import is_bullet, without_bullet
from board.exchange.tables.footers import reasons_of
from board.exchange.tables.header_row import folded, header_at
from board.exchange.tables.headers import SURE, is_name, meanings_of
from board.exchange.tables.left_out import LeftOut, Reason
from board.exchange.tables.meanings import Meaning
from board.exchange.tables.rows import Row, rows_of
from board.mastery.people import clean_name

_WIDEST = 20
"""Columns of a table from a document that are looked for."""

_HALVES = {Meaning.GIVEN, Meaning.FAMILY}


@dataclass(frozen=True, slots=True)
class Table:
    """A list as a table.

    Attributes:
        header: The row that says what the columns are, None where there is none.
        rows: The rows that may be children; a row may have fewer or more cells than the header.
        left_out: Titles above the header, the header again, totals, points possible, with the reasons.
        remarks: What else was noticed, in whole sentences.
    """

    header: Row | None
    rows: tuple[Row, ...]
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()


def table_of(text: str) -> Table:
    """Read a text as a table; every line that holds anything is its header, one of its rows, or left out with a reason.

    Args:
        text: A list as a file or the clipboard gives it.

    Raises:
        Refusal: It is no list but a page of the web or of a word processor.
    """
    rows, remarks = rows_of(text)
    rows = _unfolded(rows)
    at = header_at([row.cells for row in rows])
    header = None if at is None else rows[at]
    first = _first_without_title(rows) if at is None else at
    left_out = [_left_out(row, Reason.TITLE) for row in rows[:first]]
    below = rows[first:] if at is None else rows[first + 1 :]
    again = None if header is None else folded(header.cells)
    kept: list[Row] = []
    reasons = reasons_of([row.cells for row in below], has_header=header is not None)
    for row, reason in zip(below, reasons, strict=True):
        if again is not None and folded(row.cells) == again:
            left_out.append(_left_out(row, Reason.HEADER_AGAIN))
        elif reason:
            left_out.append(_left_out(row, reason))
        else:
            kept.append(row)
    return Table(header, _mended(header, kept), tuple(left_out), remarks)


def _unfolded(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Give a table its columns back that was pasted from a document with every cell in a line of its own."""
    if any(len(row.cells) > 1 for row in rows):
        return rows
    meant = [meanings_of(row.cells[0])[:1] for row in rows[:_WIDEST]]
    width = next((at for at, found in enumerate(meant) if not found or found[0].strength < SURE), len(meant))
    if width < 2 or len(rows) % width or len(rows) < 2 * width:  # noqa: PLR2004 - a column alone is a list already
        return rows
    if not any(is_name(row.cells[0]) or found[0].meaning in _HALVES for row, found in zip(rows[:width], meant, strict=False)):  # fmt: skip
        return rows
    return tuple(
        Row(rows[at].number, tuple(row.cells[0] for row in rows[at : at + width])) for at in range(0, len(rows), width)
    )


def _left_out(row: Row, reason: Reason) -> LeftOut:
    return LeftOut(row.number, clean_name(" ".join(cell for cell in row.cells if cell.strip())), reason)


def _first_without_title(rows: Sequence[Row]) -> int:
    """Give the place of the first row of a list without a header that is no title of it: "Room 7" above three columns."""
    usual = Counter(sum(map(bool, map(str.strip, row.cells))) for row in rows).most_common(1)
    for at, row in enumerate(rows):
        filled = [cell for cell in row.cells if cell.strip()]
        if len(filled) > 1 or usual[0][0] < 2 or not any(char.isdigit() or char == ":" for char in filled[0]):  # noqa: PLR2004 - a title stands in one cell above several
            return at
    return 0


def _mended(header: Row | None, rows: Sequence[Row]) -> tuple[Row, ...]:
    """Put a name together whose comma was taken for the end of a cell, and take bullets off a list without a header."""
    if header is None or len(header.cells) == 1:
        rows = [Row(row.number, (_without_bullet(row.cells[0]), *row.cells[1:])) for row in rows]
    if header is None:
        return tuple(rows)
    named = next((at for at, cell in enumerate(header.cells) if is_name(cell)), None)
    if named is None:
        return tuple(rows)
    return tuple(_joined(row, named, len(header.cells)) for row in rows)


def _without_bullet(cell: str) -> str:
    return cell if is_bullet(cell.strip()) else without_bullet(cell)


def _joined(row: Row, at: int, width: int) -> Row:
    """Give a row with a cell more than its header has, the name in one cell again: "Brown, Ava" without quotation marks."""
    spare = len(row.cells) - width
    if spare < 1 or not row.cells[-1].strip():
        return row
    whole = ",".join(row.cells[at : at + spare + 1])
    return Row(row.number, (*row.cells[:at], whole, *row.cells[at + spare + 1 :]))
