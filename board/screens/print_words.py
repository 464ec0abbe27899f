"""What the Print screen says, and the list of what it offers."""

from collections.abc import Iterator

from textual.content import Content

from board.print_desk.making import Made
from board.printing.catalogue import PAGES, Purpose
from board.printing.making import unprintable
from board.printing.order import Order
from board.screens.viewer import opened_in_viewer, sent_to_printer
from board.widgets.row_list import ListRow

SIX = (
    "My own label sheet, six numbers in mm: from the left and upper edge to the first label, its width and height, "
    "and from one label to the next"
)
SIX_HINT = "left top width height, then from label to label: across down"

ANSWERS = "y: yes, its stickers are done · n: no, they stay new"


def catalogue_rows() -> Iterator[ListRow]:
    """Give every kind of page below what it is for."""
    for purpose in Purpose:
        yield ListRow(None, Content(purpose))
        for page in PAGES:
            if page.purpose is purpose:
                yield ListRow(str(page.kind), Content(f" {page.title}"))


def not_printing(order: Order) -> Iterator[str]:
    """Say what can't be printed, and why."""
    for text, why in unprintable(order):
        yield f"{text}: {why}."


def handed_over(made: Made, *, send: bool) -> str:
    """Open a page, or send it to the printer, and say so."""
    pages = "1 page" if made.pages == 1 else f"{made.pages} pages"
    if send:
        return f"{sent_to_printer(made.path)} {pages}:\n{made.path}"
    return f"{'Opened' if opened_in_viewer(made.path) else 'Saved; open it to print'}, at 100 %; {pages}:\n{made.path}"
