"""What the kiosk tells the teacher of a child's login card: that a look at it would help, and that all is well again."""

from contextlib import suppress

from board.deeds.sitting import Sitting
from board.errors import Refusal
from board.mastery.facts import Kind
from board.mastery.may import Actor
from board.store.book import Book
from board.store.draft import Draft
from board.words.outcomes import told


class Card:
    """The login card of one child. What can't be kept is left: the child waits for nothing here, and nobody hears of it.

    Args:
        book: The open class.
        student_id: Id of the child.
    """

    def __init__(self, book: Book, student_id: str) -> None:
        self._book, self._student_id = book, student_id

    def wanted(self) -> None:
        """Let the teacher hear that a look at the card would help; somebody says so, whom nobody knows."""
        if self._book.progress.card_wanted(self._student_id) is None:
            self._say(Kind.CARD_WANTED, Actor.somebody())

    def seen(self) -> None:
        """Say that the word is known again, where the teacher has heard otherwise."""
        if self._book.progress.card_wanted(self._student_id) is not None:
            self._say(Kind.CARD_SEEN, Actor.child(self._student_id))

    def _say(self, kind: Kind, actor: Actor) -> None:
        sitting = Sitting(self._book, actor)
        with suppress(Refusal):
            sitting.keep([Draft(kind, self._student_id)], told.Marked(sitting.whose_names([self._student_id]), kind))
