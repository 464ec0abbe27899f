"""Which sign is yours: every child of the class by its emblem, in a place that stays."""

from board.art.cells import StickerCells
from board.mastery.roll import student_of
from board.screens.kiosk.own_signs import sign_grid
from board.screens.kiosk.sign_screen import SignScreen
from board.store.book import Book
from board.widgets.sign_board import Signs
from board.words import at_kiosk


class OwnSign(SignScreen[str]):
    """A child finds itself; left with the id of the student whose sign was pressed, None where nobody's was.

    Args:
        book: The open class.
        cells: Where emblems come from.
    """

    def __init__(self, book: Book, cells: StickerCells) -> None:
        super().__init__(book, at_kiosk.WHO_ARE_YOU)
        self._cells = cells

    def signs(self) -> Signs:
        """Give the sign of every child of the class."""
        return sign_grid(self.book.everyone, self._cells, coarse=not self.board.has_halves)

    def pressed(self, key: str) -> None:
        """Go on as this child, unless it has left the class this moment."""
        if student_of(self.book.students, key) is not None:
            self.dismiss(key)

    def leave(self) -> None:
        """Go back to the quilt."""
        self.dismiss(None)
