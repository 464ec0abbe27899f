"""From an order to a file in the class folder, and to a look at it before."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from board.elsewhere import IN_THIS_THREAD, Elsewhere
from board.paper.catalogue import kind_called
from board.paper.drawing import drawn, list_of
from board.paper.keeping import keep_pdfs
from board.paper.memory import PrintMemory
from board.paper.order import Order
from board.paper.pictures import Own, ready_pictures
from board.paper.preview import Preview, drawn_small
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
    page = drawn(order, cache_of(seat), own, tell, elsewhere=seat.elsewhere)
    kind, files = kind_called(order.kind), {path: page.pdf}
    asks = kind.counted and order.look.ink != "blank"
    handed_out = seat.elsewhere.run(list_of, order) if asks else None
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


def look_at(
    order: Order,
    page: int,
    width: int,
    height: int,
    *,
    own: Own,
    cache: Path,
    elsewhere: Elsewhere = IN_THIS_THREAD,
) -> Preview:
    """Draw a page of an order small; of a page a child the first child's that has one, so that nobody waits for a class.

    Args:
        order: What to print.
        page: Number of the page, from 0.
        width: Room in pixels, one a cell.
        height: Room in pixels, two a cell.
        own: Where stickers of the children's own pictures come from.
        cache: Folder for starter art made ready for paper.
        elsewhere: Where it is drawn.

    Raises:
        ValueError: There is nothing to print, or it does not fit the paper.
        Stopped: It could not be drawn just now.
    """

    def seen(order: Order) -> Preview:
        ready = ready_pictures(order, cache, own, lambda _share: None, px=_SMALL_PX, elsewhere=elsewhere)
        return elsewhere.run(drawn_small, order, ready, page, (width, height))

    for student in order.students if kind_called(order.kind).own_pages and len(order.students) > 1 else ():
        try:
            return seen(replace(order, students=(student,)))._replace(whose=student.name)
        except ValueError:
            continue
    return seen(order)
