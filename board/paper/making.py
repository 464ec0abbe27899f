"""From an order to a file in the class folder, and to a look at it before."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from board.paper.catalogue import kind_called
from board.paper.drawing import drawn, list_of
from board.paper.keeping import keep_pdfs
from board.paper.memory import PrintMemory
from board.paper.order import Order
from board.paper.pictures import Own
from board.paper.preview import Preview, preview_of
from board.paper.sheets import sheet_was_made
from board.seat.seat import Seat
from board.store.book import Book

_SMALL_PX = 48
"""Pixels across a picture of a page that is only looked at: more than a screen of cells shows of any."""


class Printout(NamedTuple):
    """What was made to be printed.

    Attributes:
        path: The page.
        listed: The list by which its stickers are handed out, None where there is none.
        asks: Whether somebody has to say how it printed.
        pages: How many pages it has.
        one_sided: Whether the backs must stay empty.
    """

    path: Path
    listed: Path | None
    asks: bool
    pages: int
    one_sided: bool


def make(seat: Seat, book: Book, order: Order, own: Own, tell: Callable[[float], None]) -> Printout:
    """Make what was ordered, in the class folder; of stickers it is remembered which ones, and a list is made.

    Args:
        seat: Where it is made, and remembered.
        book: The open class.
        order: What to print.
        own: Where stickers of the children's own pictures come from.
        tell: Called with the share that is done, 0 to 1.

    Raises:
        ValueError: There is nothing to print, or it does not fit the paper.
        Refusal: It can't be kept.
    """
    path = book.outputs.prints / order.file_name
    page = drawn(order, cache_of(seat), own, tell)
    kind, files = kind_called(order.kind), {path: page.pdf}
    asks = kind.counted and order.look.ink != "blank"
    handed_out = list_of(order) if asks else None
    listed = None if handed_out is None else path.with_name(f"{path.stem}-list.pdf")
    if handed_out is not None and listed is not None:
        files[listed] = handed_out.pdf
    keep_pdfs(files)
    if asks:
        sheet_was_made(PrintMemory(seat.settings), book, order, path)
    return Printout(path, listed, asks=asks, pages=page.pages, one_sided=kind.one_sided)


def cache_of(seat: Seat) -> Path:
    """Give the folder for starter art made ready for paper."""
    return seat.cache / "prints"


def look_at(order: Order, page: int, width: int, height: int, *, own: Own, cache: Path) -> Preview:
    """Draw a page of an order small; of a page a child the first child's that has one, so that nobody waits for a class.

    Args:
        order: What to print.
        page: Number of the page, from 0.
        width: Room in pixels, one a cell.
        height: Room in pixels, two a cell.
        own: Where stickers of the children's own pictures come from.
        cache: Folder for starter art made ready for paper.

    Raises:
        ValueError: There is nothing to print, or it does not fit the paper.
    """
    for student in order.students if kind_called(order.kind).own_pages and len(order.students) > 1 else ():
        try:
            pdf = drawn(replace(order, students=(student,)), cache, own, px=_SMALL_PX).pdf
        except ValueError:
            continue
        return preview_of(pdf, page, width, height)._replace(whose=student.name)
    return preview_of(drawn(order, cache, own, px=_SMALL_PX).pdf, page, width, height)
