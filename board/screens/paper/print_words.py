"""What the Print screen says, and the list of what it offers."""

from collections.abc import Callable, Iterator
from pathlib import Path

from textual.content import Content

from board.elsewhere import Elsewhere
from board.paper.drawing import unprintable
from board.paper.kind import PageKind
from board.paper.making import Printout
from board.paper.order import Order
from board.paper.preview import Preview
from board.screens.files.shown import Shown
from board.screens.files.viewer import sent_to_printer
from board.screens.parts.question import Answers
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


def not_printing(order: Order, elsewhere: Elsewhere) -> Iterator[str]:
    """Say what can't be printed, and why; looked for elsewhere."""
    for text, why in elsewhere.run(unprintable, order):
        yield f"{text}: {why}."


def refused(why: str, _page: int, _width: int, _height: int) -> Preview:
    """Say in the place of a page why there is none.

    Raises:
        ValueError: Why.
    """
    raise ValueError(why)


def handed_over(made: Printout, show: Callable[[Path, str], Shown], *, send: bool) -> str:
    """Show a page, or send it to the printer, and say so.

    Args:
        made: The page.
        show: Shows a file under a name, and tells where.
        send: Whether it goes to the printer of this computer.
    """
    pages = counts.pages(made.pages)
    if send:
        return f"{sent_to_printer(made.path, one_sided=made.one_sided)} {pages}:\n{made.path}"
    match show(made.path, made.path.name):
        case Shown.IN_BROWSER:
            return f"It comes up in your browser: print it there, at 100 %; {pages}. It lies in the class folder, too: {in_class(made.path)}"
        case Shown.HERE:
            return f"Opened, at 100 %; {pages}:\n{made.path}"
        case Shown.NOWHERE:
            return f"Saved; open it to print, at 100 %; {pages}:\n{made.path}"


def in_class(page: Path) -> str:
    """Give where a page lies as seen from the class folder: the rest of the path is about another computer."""
    return f"{page.parent.name}/{page.name}"
