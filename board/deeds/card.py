"""What the kiosk tells the teacher of a child's login card: that a look at it would help, and that all is well again."""

from contextlib import suppress

from board.deeds.history import Outcome
from board.deeds.sitting import Sitting
from board.errors import Refusal
from board.mastery.facts import Kind
from board.mastery.may import Actor
from board.store.book import Book
from board.store.draft import Draft
from board.words.outcomes import told

_NOT_WANTED = "{whose}: nobody looks for this picture word any more, so nothing was changed."


def card_seen(sitting: Sitting, student_id: str) -> Outcome:
    """Keep that a child knows its picture word again, where it was told that it does not.

    Args:
        sitting: Who says so, and in which class.
        student_id: Id of the child.

    Raises:
        Refusal: Who sits here may not say so.
        NotSaved: Nothing could be kept.
    """
    whose = sitting.whose_names([student_id])
    if sitting.book.progress.card_wanted(student_id) is None:
        return Outcome(told.NothingNew(_NOT_WANTED.format(whose=whose)))
    return sitting.keep([Draft(Kind.CARD_SEEN, student_id)], told.Marked(whose, Kind.CARD_SEEN))


class Card:
    """The login card of one child, at the kiosk. What can't be kept is left: the child waits for nothing here, and nobody hears of it.

    Args:
        book: The open class.
        student_id: Id of the child.
    """

    def __init__(self, book: Book, student_id: str) -> None:
        self._book, self._student_id = book, student_id

    def wanted(self) -> None:
        """Let the teacher hear that a look at the card would help; somebody says so, whom nobody knows."""
        if self._book.progress.card_wanted(self._student_id) is not None:
            return
        sitting = Sitting(self._book, Actor.somebody())
        whose = sitting.whose_names([self._student_id])
        with suppress(Refusal):
            sitting.keep([Draft(Kind.CARD_WANTED, self._student_id)], told.Marked(whose, Kind.CARD_WANTED))

    def seen(self) -> None:
        """Say that the word is known again, where the teacher has heard otherwise."""
        with suppress(Refusal):
            card_seen(Sitting(self._book, Actor.child(self._student_id)), self._student_id)
