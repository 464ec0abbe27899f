"""Where a child wants to go: the units in which something is open to it, each by its first picture."""

from board.art.cells import StickerCells
from board.art.starter import step_badges
from board.mastery.curriculum import Unit
from board.mastery.kiosk import Known
from board.mastery.path_map import child_map
from board.mastery.people import Student
from board.mastery.roll import student_of
from board.screens.kiosk.own_signs import picture_of
from board.screens.kiosk.sign_screen import SignScreen
from board.store.book import Book
from board.widgets.sign_board import Signs
from board.widgets.sign_painter import SignTile
from board.words import at_kiosk

_ACROSS, _DOWN = 4, 2


def units_open(book: Book, student: Student, known: Known) -> tuple[Unit, ...]:
    """Give the units in which something is offered to a child now; where there is none, every unit with steps.

    Args:
        book: The open class.
        student: The child.
        known: What is known of who stands there: a plan shows to the child alone.
    """
    units = tuple(unit for unit in book.units if unit.spots)
    offered = tuple(unit for unit in units if child_map(book.units, unit, student, book.progress, known=known).choices)
    return offered or units


class UnitSigns(SignScreen[str]):
    """A child chooses a unit; left with its id, None where it went back.

    Args:
        book: The open class.
        student_id: Id of the child.
        known: What is known of who stands there.
        cells: Where pictures of steps come from.
    """

    def __init__(self, book: Book, student_id: str, known: Known, cells: StickerCells) -> None:
        super().__init__(book, at_kiosk.WHICH_UNIT)
        self._student_id, self._known, self._cells = student_id, known, cells
        self._shown: tuple[str, ...] = ()

    def signs(self) -> Signs:
        """Give the units; those that were shown once keep their places."""
        student = student_of(self.book.students, self._student_id)
        now = {unit.id: unit for unit in (() if student is None else units_open(self.book, student, self._known))}
        if not now:
            self.dismiss(None)
        self._shown = tuple(dict.fromkeys((*self._shown, *now)))
        tiles = [self._tile(now[id_], at) if id_ in now else None for at, id_ in enumerate(self._shown)]
        across, down = (len(tiles) or 1, 1) if len(tiles) <= _ACROSS else (_ACROSS, _DOWN)
        each = across * down
        pages = [tiles[at : at + each] for at in range(0, max(1, len(tiles)), each)]
        return Signs(across, down, tuple((*page, *(None,) * (each - len(page))) for page in pages))

    def _tile(self, unit: Unit, number: int) -> SignTile:
        badge = next((step.badge for step in unit.spots if step.badge in step_badges()), "")
        title = "".join(char for char in unit.title if char.isalnum())[:2] or "?"
        letters = "" if badge else title
        picture = picture_of(step_badges().get(badge), self._cells)
        return SignTile(unit.id, picture, letters, number % _ACROSS + 1, unit.title)

    def pressed(self, key: str) -> None:
        """Go to a unit."""
        self.dismiss(key)

    def leave(self) -> None:
        """Go back."""
        self.dismiss(None)
