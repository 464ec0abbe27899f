"""The plan of one child, settled by adults: each change with words for it, and taken back on wish."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Unpack

from board.deeds.history import Outcome
from board.deeds.judging import got_it
from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, Target
from board.errors import Refusal
from board.mastery.audience import Audience
from board.mastery.choices import offers_of_class
from board.mastery.curriculum import Unit, steps_by_id
from board.mastery.facts import Fact, How, Kind
from board.mastery.people import clean_line
from board.mastery.plan import Plan, Settled, changed_fields, settled, taken_back
from board.mastery.progress import Row, Status
from board.mastery.readiness import why_locked
from board.store.draft import Draft
from board.words.outcomes import told
from board.words.outcomes.plans import CameLater, Known, PlanSettled

LONGEST = 200
"""Most characters of one line of a plan."""

_MOST = 40
_TOO_MANY = f"A child's plan has room for {_MOST} lines of this; nobody would read more. Write fewer."

_PAST = (Status.MASTERED, Status.EXCUSED)
_HOW = {Known.ELSEWHERE: How.ELSEWHERE, Known.TESTED_OUT: How.TESTED_OUT}


class Plans:
    """Settles the plans of children; everything it says was done is on the disk.

    Each method raises Refusal where who sits here settles no plans, and NotSaved where nothing could be kept.

    Args:
        sitting: Who settles, and in which class.
    """

    def __init__(self, sitting: Sitting) -> None:
        self._sitting, self._book = sitting, sitting.book
        self._marks = Marks(sitting)

    def settle(self, student: str, **said: Unpack[Settled]) -> Outcome:
        """Settle something of a child's plan anew; what is not spoken of stays as it is.

        Args:
            student: Id of the child.
            said: What is settled.
        """
        if "shows_best" in said:
            said["shows_best"] = _written(said["shows_best"])
        if "supports" in said:
            said["supports"] = _written(said["supports"])
        return self._change(student, lambda now: settled(now, **said))

    def with_extras(self, student: str, more: Sequence[str] = (), less: Sequence[str] = ()) -> Outcome:
        """Let a child show steps of other units, too, or no longer; the marks of these are kept.

        Args:
            student: Id of the child.
            more: Ids of steps it shows from now on.
            less: Ids of steps it no longer shows.
        """
        return self._change(
            student, lambda now: settled(now, extra=[one for one in (*now.extra, *more) if one not in less])
        )

    def own_version(self, target: Target, criteria: Sequence[str]) -> Outcome:
        """Give a child criteria of its own for a step, or none, so that the step's own count again.

        Args:
            target: The spot.
            criteria: What must be seen of this child, one by one.
        """
        spot = self._book.progress.spot(*target)
        lines = tuple(_written(criteria))
        if lines == spot.own_criteria:
            return Outcome(told.NothingNew())
        if lines:
            return self._marks.mark(Kind.OWN_VERSION, [target], note="\n".join(lines))
        given: list[Fact] = [fact for fact in spot.standing if fact.kind is Kind.OWN_VERSION]
        taken = told.MarksTakenBack(self._sitting.whose([target]), frozenset((Kind.OWN_VERSION,)))
        return self._sitting.steer(given, Kind.WITHDRAWN, taken)

    def came_later(self, student: str, known: Mapping[str, Known]) -> Outcome:
        """Keep what an adult knows of a child that came later than the others; one undo takes all of it back.

        A step that is mastered stays as it is, and so does one that is out of the plan already.

        Args:
            student: Id of the child.
            known: For ids of steps what is known of them; all others stay open.
        """
        drafts = {
            step: draft for step, what in known.items() if (draft := self._draft((student, step), what)) is not None
        }
        if not drafts:
            return Outcome(told.NothingNew("Nothing new was recorded."))
        counts = Counter(known[step] for step in drafts)
        return self._sitting.keep(
            list(drafts.values()),
            CameLater(self._name(student), tuple((what, counts[what]) for what in Known if what in counts)),
        )

    def _draft(self, target: Target, known: Known) -> Draft | None:
        status = self._book.progress.spot(*target).status
        if status is Status.MASTERED:
            return None
        if known is Known.NOT_PLANNED:
            return None if status is Status.EXCUSED else Draft(Kind.EXCUSED, *target)
        return got_it(self._sitting, target, _HOW[known])

    def _change(self, student: str, change: Callable[[Plan], Plan]) -> Outcome:
        both = self._sitting.edit_plan(student, change)
        fields = () if both is None else changed_fields(*both)
        if both is None or not fields:
            return Outcome(told.NothingNew())
        before, after = both
        now = self._told(student, fields, after)
        done = now.settled
        self._sitting.history.did(
            partial(self._turn, student, (before, after), told.Undone(done)),
            partial(self._turn, student, (after, before), told.Redone(done)),
        )
        return Outcome(now, changed=True, about=student)

    def _told(self, student: str, fields: Sequence[str], plan: Plan) -> PlanSettled:
        """Give what a plan says now, and, where the step that comes first opens later, what is offered until then."""
        units, row = self._book.units, self._book.progress.row(student)
        steps = steps_by_id(units)
        titles = [(steps[id_].title if id_ in steps else id_) for id_ in plan.order]
        extra = [(steps[id_].title if id_ in steps else id_) for id_ in plan.extra]
        lists = {"order": titles, "extra": extra, "shows_best": plan.shows_best, "supports": plan.supports}
        done = PlanSettled(self._name(student), fields, plan.freedom, lists)
        first = next((id_ for id_ in plan.order if self._book.progress.spot(student, id_).status not in _PAST), "")
        if "order" not in fields or not any(_is_locked(unit, row, first) for unit in units):
            return done
        offered = offers_of_class(units, row, plan, Audience.TEACHER)
        return done._replace(later=True, until=offered[0].step.title if offered else "")

    def _turn(self, student: str, both: tuple[Plan, Plan], said: told.Undone | told.Redone) -> Outcome:
        """Take back or put back a change, as far as nobody has settled the same otherwise since."""
        self._book.take(self._book.look())
        if student in self._book.progress.erased:
            return Outcome(told.LeftAsItIs(said.deed, told.Since.ERASED))
        came = self._sitting.edit_plan(student, lambda now: taken_back(now, *both))
        if came is None or came[0] == came[1]:
            return Outcome(told.LeftAsItIs(said.deed, told.Since.CHANGED))
        return Outcome(said, changed=True, about=student)

    def _name(self, student: str) -> str:
        return self._sitting.whose_names([student]).names[0]


def _is_locked(unit: Unit, row: Row, step: str) -> bool:
    return any(spot.id == step and why_locked(unit, row, spot) is not None for spot in unit.spots)


def _written(lines: Iterable[str]) -> list[str]:
    """Give lines as they may be kept: clean, none empty, each once.

    Raises:
        Refusal: They are more than anybody reads.
    """
    clean = (clean_line(clean_line(line)[:LONGEST]) for line in lines)
    kept = list(dict.fromkeys(filter(None, clean)))
    if len(kept) > _MOST:
        raise Refusal(_TOO_MANY)
    return kept
