"""What the Print screen says, and the list of what it offers."""

from collections.abc import Iterator

from textual.content import Content

from board.paper.drawing import unprintable
from board.paper.kind import PageKind
from board.paper.making import Printout
from board.paper.order import Order
from board.paper.preview import Preview
from board.screens.parts.question import Answers
from board.screens.pictures.viewer import opened_in_viewer, sent_to_printer
from board.words import counts

SIX = (
    "My own label sheet, six numbers in mm: from the left and upper edge to the first label, its width and height, "
    "and from one label to the next"
)
SIX_HINT = "left top width height, then from label to label: across down"
PRINTS_NOTHING = "any other key prints nothing"
TAKE = Answers("takes it", "leaves it as it was")


def told_about(kind: PageKind, seen_by: str) -> Content:
    """Say what a kind of page is, and who will see it."""
    told = [
        Content.styled(kind.title, "bold $accent"),
        Content(kind.told),
        Content.assemble(("Who will see it: ", "bold"), f"{seen_by}."),
    ]
    return Content("\n").join(told)


def not_printing(order: Order) -> Iterator[str]:
    """Say what can't be printed, and why."""
    for text, why in unprintable(order):
        yield f"{text}: {why}."


def refused(why: str, _page: int, _width: int, _height: int) -> Preview:
    """Say in the place of a page why there is none.

    Raises:
        ValueError: Why.
    """
    raise ValueError(why)


def handed_over(made: Printout, *, send: bool) -> str:
    """Open a page, or send it to the printer, and say so."""
    pages = counts.pages(made.pages)
    if send:
        return f"{sent_to_printer(made.path, one_sided=made.one_sided)} {pages}:\n{made.path}"
    if opened_in_viewer(made.path):
        return f"Opened, at 100 %; {pages}:\n{made.path}"
    return f"Saved; open it to print, at 100 %; {pages}:\n{made.path}"
