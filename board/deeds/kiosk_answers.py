"""What an adult answers to what the kiosk brings: is it so, help came, a login card was looked at or made anew."""

from board.deeds.asking import Asking
from board.deeds.card import card_seen
from board.deeds.history import Outcome
from board.deeds.roll import ClassList
from board.deeds.sitting import Sitting
from board.mastery.facts import Kind
from board.mastery.roll import student_of
from board.words.outcomes import told

_ANSWERED = "{whose}: nobody at the kiosk waits for an answer about this, so nothing was changed."


class KioskAnswers:
    """Answers what the kiosk brings; everything it says was done is on the disk.

    Each method raises Refusal where who sits here may not answer so, and NotSaved where nothing could be kept.

    Args:
        sitting: Who answers, and in which class.
    """

    def __init__(self, sitting: Sitting) -> None:
        self._sitting, self._book = sitting, sitting.book

    def yes(self, student: str, step: str) -> Outcome:
        """Keep that a child is ready, in the way that was said at the kiosk; from now on it waits as any other does."""
        self._sitting.only_adults()
        said = self._book.progress.spot(student, step).maybe
        if said is None:
            return self._nothing(student, step)
        return Asking(self._sitting).ask(student, step, said.way or "")

    def no(self, student: str, step: str) -> Outcome:
        """Take back what was said at the kiosk, however often it was said; the child stands as before."""
        self._sitting.only_adults()
        spot = self._book.progress.spot(student, step)
        said = [fact for fact in spot.standing if fact.kind is Kind.MAYBE_READY]
        if spot.maybe is None:
            return self._nothing(student, step)
        whose = self._sitting.whose([(student, step)])
        return self._sitting.steer(said, Kind.WITHDRAWN, told.NotSo(whose))

    def help_came(self, student: str, step: str) -> Outcome:
        """Keep that somebody helps, or that help is wanted no more."""
        self._sitting.only_adults()
        return Asking(self._sitting).help_over(student, step)

    def card_seen(self, student: str) -> Outcome:
        """Keep that a child knows its picture word again."""
        self._sitting.only_adults()
        return card_seen(self._sitting, student)

    def new_card(self, student: str) -> Outcome:
        """Make the login card of a child anew, so that nobody looks for the old one any more; one undo takes back both."""
        self._sitting.only_adults()
        child = student_of(self._book.everyone, student)
        outcome = ClassList(self._sitting).new_cards([child] if child is not None else [])
        if outcome.changed and self._book.progress.card_wanted(student) is not None:
            known = self.card_seen(student)
            self._sitting.history.as_one()
            return outcome._replace(facts=known.facts)
        return outcome

    def _nothing(self, student: str, step: str) -> Outcome:
        return Outcome(told.NothingNew(_ANSWERED.format(whose=self._sitting.whose([(student, step)]))))
