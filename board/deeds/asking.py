"""What children ask for: to be seen at a step in a way of theirs, what they want to work on next, and somebody to help."""

from board.deeds.history import Outcome
from board.deeds.sitting import Sitting
from board.errors import Refusal
from board.mastery.agreement import Second
from board.mastery.asking import MOST_HELP, asked_by, helped_with, maybe_asked, rests, wanted
from board.mastery.audience import heard_row
from board.mastery.choices import is_open_to
from board.mastery.curriculum import steps_by_id
from board.mastery.facts import Kind
from board.mastery.may import Role
from board.mastery.people import clean_line
from board.mastery.plan import USUAL_PLAN
from board.mastery.progress import Spot
from board.mastery.roll import student_of
from board.mastery.ways import ways_of
from board.store.draft import Draft
from board.words.outcomes import told
from board.words.outcomes.to_child import ASKED_ENOUGH, CHANGED_OFTEN, HELP_ENOUGH, NO_SUCH_WAY, NOT_NOW, NOT_OPEN

_NOT_ASKED = "{whose}: nobody asked to show this, so nothing was changed."
_SEEN_ALREADY = "{whose}: an adult has seen it already and another one gets to, so nothing was changed."
_NO_HELP = "{whose}: nobody waits for help here, so nothing was changed."


class Asking:
    """Keeps what children ask for; everything it says was done is on the disk.

    Each method raises Refusal where who sits here may not ask so, and NotSaved where nothing could be kept. A child asks for
    what its class has and what is open to it, and not without end: `mastery.asking.rests`.

    Args:
        sitting: Who asks, the child itself, somebody nobody knows, or an adult for it, and in which class.
    """

    def __init__(self, sitting: Sitting) -> None:
        self._sitting, self._book = sitting, sitting.book

    def ask(self, student: str, step: str, way: str = "") -> Outcome:
        """Ask to be seen; asked again in another way, the way changes and the place in the queue stays.

        A child that asks again in no way takes any; an adult who names none leaves the way the child chose. What somebody
        asks whom nobody knows waits for an adult's yes, and says nothing of what the child itself has asked for.

        Raises:
            Refusal: A child asks while asking rests, or for more than may wait at a time; in words for a child.
        """
        if self._sitting.actor.role is Role.SOMEBODY:
            return self._ask_maybe(student, step, clean_line(way))
        spot = self._known(student, step)
        chosen = clean_line(way) or None
        whose = self._sitting.whose([(student, step)])
        if spot.is_mastered:
            return Outcome(told.AlreadyMarked(whose, Kind.READY, sticker=True))
        same_way = spot.asked is not None and (spot.asked.way == chosen or (self._is_adult and not chosen))
        if spot.second is not Second.NONE or same_way:
            return Outcome(told.AlreadyMarked(whose, Kind.READY, sticker=False))
        if why := self.refused(student, step) or self._no_such_way(student, step, clean_line(way)):
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
        return self._keep(Kind.PRACTISING, student, step)

    def want(self, student: str, step: str) -> Outcome:
        """Keep which step a child wants to work on next; said of the same step again, it wants none."""
        if step and wanted(self._book.progress.row(student)) == step:
            return self._keep(Kind.UNWANTED, student, step)
        if why := self._not_open(student, step, Kind.WANTED):
            raise Refusal(why)
        return self._keep(Kind.WANTED, student, step)

    def want_help(self, student: str, step: str) -> Outcome:
        """Keep that a child would like somebody to help it with a step; it waits for one at a time there."""
        spot = self._known(student, step)
        if spot.is_mastered or spot.help is not None:
            whose = self._sitting.whose([(student, step)])
            return Outcome(told.AlreadyMarked(whose, Kind.HELP_WANTED, sticker=spot.is_mastered))
        if why := self.no_help(student, step):
            raise Refusal(why)
        return self._keep(Kind.HELP_WANTED, student, step)

    def help_over(self, student: str, step: str) -> Outcome:
        """Keep that help came, or is wanted no more."""
        if self._known(student, step).help is None:
            return Outcome(told.NothingNew(_NO_HELP.format(whose=self._sitting.whose([(student, step)]))))
        return self._keep(Kind.HELP_OVER, student, step)

    def refused(self, student: str, step: str) -> str:
        """Say in a child's words why it may not ask to be seen now; empty where it may, and to adults."""
        if self._is_adult:
            return ""
        if not self._book.about.asking:
            return NOT_NOW
        is_known = self._sitting.actor.role is not Role.SOMEBODY
        row = heard_row(self._book.progress.row(student))
        others = [one for one in (asked_by if is_known else maybe_asked)(row) if one != step]
        if len(others) >= self._book.about.most_asked:
            return ASKED_ENOUGH
        return self._not_open(student, step, Kind.READY if is_known else Kind.MAYBE_READY)

    def no_help(self, student: str, step: str) -> str:
        """Say in a child's words why it may not ask for a helper now; empty where it may, and to adults."""
        others = [one for one in helped_with(self._book.progress.row(student)) if one != step]
        if not self._is_adult and len(others) >= MOST_HELP:
            return HELP_ENOUGH
        return self._not_open(student, step, Kind.HELP_WANTED)

    def _ask_maybe(self, student: str, step: str, way: str) -> Outcome:
        """Keep that somebody asks for a child; where that waits already, or the child itself does, it is said alike."""
        spot = self._known(student, step)
        whose = self._sitting.whose([(student, step)])
        if why := "" if spot.is_mastered else self.refused(student, step) or self._no_such_way(student, step, way):
            raise Refusal(why)
        if spot.is_mastered or spot.maybe is not None or spot.asked is not None:
            return Outcome(told.AlreadyMarked(whose, Kind.MAYBE_READY, sticker=spot.is_mastered))
        return self._sitting.keep(
            [Draft(Kind.MAYBE_READY, student, step, way=way or None)], told.Marked(whose, Kind.MAYBE_READY)
        )

    def _keep(self, kind: Kind, student: str, step: str) -> Outcome:
        whose = self._sitting.whose([(student, step)])
        return self._sitting.keep([Draft(kind, student, step)], told.Marked(whose, kind))

    def _not_open(self, student: str, step: str, kind: Kind) -> str:
        """Say why a child may not wish so for a step: it is not open to it, or it has changed its mind there too often."""
        if self._is_adult:
            return ""
        child = student_of(self._book.students, student)
        plan = USUAL_PLAN if child is None else child.plan
        if child is None or not is_open_to(self._book.units, self._book.progress.row(student), plan, step):
            return NOT_OPEN
        return CHANGED_OFTEN if rests(self._known(student, step), kind) else ""

    def _no_such_way(self, student: str, step: str, way: str) -> str:
        """Say that a child names a way that neither its step nor its plan has; adults name any."""
        child, known = student_of(self._book.students, student), steps_by_id(self._book.units).get(step)
        if self._is_adult or not way or child is None or known is None:
            return ""
        return "" if way in map(clean_line, ways_of((known,), child.plan)) else NO_SUCH_WAY

    @property
    def _is_adult(self) -> bool:
        return self._sitting.actor.role is Role.ADULT

    def _known(self, student: str, step: str) -> Spot:
        """Give a spot as who sits here knows it: no child learns by a refusal what it has not heard from an adult."""
        spot = self._book.progress.spot(student, step)
        return spot if self._is_adult else spot.heard
