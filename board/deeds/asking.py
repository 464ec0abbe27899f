"""What children ask for: to be seen at a step in a way of theirs, and what they want to work on next."""

from board.deeds.history import Outcome
from board.deeds.sitting import Sitting
from board.errors import Refusal
from board.mastery.agreement import Second
from board.mastery.asking import asked_by, wanted
from board.mastery.audience import heard_row
from board.mastery.facts import Kind
from board.mastery.may import Role
from board.mastery.people import clean_line
from board.mastery.progress import Spot
from board.store.draft import Draft
from board.words.outcomes import told
from board.words.outcomes.to_child import ASKED_ENOUGH, NOT_NOW

_NOT_ASKED = "{whose}: nobody asked to show this, so nothing was changed."
_SEEN_ALREADY = "{whose}: an adult has seen it already and another one gets to, so nothing was changed."


class Asking:
    """Keeps what children ask for; everything it says was done is on the disk.

    Each method raises Refusal where who sits here may not ask so, and NotSaved where nothing could be kept.

    Args:
        sitting: Who asks, the child itself or an adult for it, and in which class.
    """

    def __init__(self, sitting: Sitting) -> None:
        self._sitting, self._book = sitting, sitting.book

    def ask(self, student: str, step: str, way: str = "") -> Outcome:
        """Ask to be seen; asked again in another way, the way changes and the place in the queue stays.

        A child that asks again in no way takes any; an adult who names none leaves the way the child chose.

        Raises:
            Refusal: A child asks while asking rests, or for more than may wait at a time; in words for a child.
        """
        spot = self._known(student, step)
        chosen = clean_line(way) or None
        whose = self._sitting.whose([(student, step)])
        if spot.is_mastered:
            return Outcome(told.AlreadyMarked(whose, Kind.READY, sticker=True))
        by_child = self._sitting.actor.role is not Role.ADULT
        same_way = spot.asked is not None and (spot.asked.way == chosen or not (chosen or by_child))
        if spot.second is not Second.NONE or same_way:
            return Outcome(told.AlreadyMarked(whose, Kind.READY, sticker=False))
        if why := self.refused(student, step):
            raise Refusal(why)
        return self._sitting.keep(
            [Draft(Kind.READY, student, step, way=chosen)], told.Marked(whose, Kind.READY, way=chosen or "")
        )

    def take_back(self, student: str, step: str) -> Outcome:
        """Take a request back: the child goes on trying. What an adult has answered meanwhile stays answered.

        A child takes back what it knows of: also a request that was answered with a keep working it has not heard of,
        which then still waits to be told.
        """
        spot = self._known(student, step)
        whose = self._sitting.whose([(student, step)])
        if spot.second is not Second.NONE:
            return Outcome(told.NothingNew(_SEEN_ALREADY.format(whose=whose)))
        if spot.asked is None:
            return Outcome(told.NothingNew(_NOT_ASKED.format(whose=whose)))
        return self._sitting.keep([Draft(Kind.PRACTISING, student, step)], told.Marked(whose, Kind.PRACTISING))

    def want(self, student: str, step: str) -> Outcome:
        """Keep which step a child wants to work on next; said of the same step again, it wants none."""
        now = wanted(self._book.progress.row(student))
        kind = Kind.UNWANTED if now == step else Kind.WANTED
        return self._sitting.keep(
            [Draft(kind, student, step)], told.Marked(self._sitting.whose([(student, step)]), kind)
        )

    def refused(self, student: str, step: str) -> str:
        """Say in a child's words why it may not ask to be seen now; empty where it may, and to adults."""
        if self._sitting.actor.role is Role.ADULT:
            return ""
        if not self._book.about.asking:
            return NOT_NOW
        others = [one for one in asked_by(heard_row(self._book.progress.row(student))) if one != step]
        return ASKED_ENOUGH if len(others) >= self._book.about.most_asked else ""

    def _known(self, student: str, step: str) -> Spot:
        """Give a spot as who sits here knows it: no child learns by a refusal what it has not heard from an adult."""
        spot = self._book.progress.spot(student, step)
        return spot if self._sitting.actor.role is Role.ADULT else spot.heard
