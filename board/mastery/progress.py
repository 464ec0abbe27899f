"""What the ledger says now: a pure fold of facts into spots."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from board.mastery.agreement import Second, agreed_on, opinions, second_of, untold_of
from board.mastery.facts import ALONE, Fact, Kind, in_order, order
from board.mastery.pictures import EMPTY_SHELF, Art, Shelf, shelf_of
from board.mastery.standing import last_of, standing_facts


class Status(StrEnum):
    """How a spot stands."""

    OPEN = "open"
    PRACTISING = "practising"
    READY = "ready"
    KEEP_WORKING = "keep_working"
    MASTERED = "mastered"
    EXCUSED = "excused"
    LOCKED = "locked"
    """Open, but something comes first; only `readiness.statuses` gives this one."""


_WORKING = {
    Kind.PRACTISING: Status.PRACTISING,
    Kind.READY: Status.READY,
    Kind.KEEP_WORKING: Status.KEEP_WORKING,
}


@dataclass(frozen=True, slots=True)
class Spot:
    """How one student stands with one step.

    Attributes:
        status: The status; mastered stays, whatever comes after it.
        mark: The fact that decided the status, None for an open spot.
        own_version: The fact that made this step an individual one, or None.
        check_again: Whether an assessor privately wants to see it again.
        facts: Every fact of this spot in order, withdrawn ones too.
        pictures: Ids of the student's own pictures for this spot, the latest last; None where starter art was chosen. They
            wait until the step is mastered.
        printed: Whether its sticker came out of the printer well; never changes the status, and no child is told.
        wish: The child's last word on whether it wants to work on this next, None where it said nothing; see `asking.wanted`.
        covered: The fact by which the child covered it with its sticker at the kiosk, None before.
        help: The fact by which the child waits for somebody to help, or None.
        maybe: The fact by which somebody at the kiosk, who showed no picture word, wants it to be seen; an adult's yes makes it a
            request. None where the child waits already, or where it is mastered.
        untold: The keep workings that the child has not heard of from an adult yet.
        opinions: What adults say of a Boss that asks for two, the last word of each; those who made it mastered, too.
    """

    status: Status = Status.OPEN
    mark: Fact | None = None
    own_version: Fact | None = None
    check_again: bool = False
    facts: tuple[Fact, ...] = ()
    pictures: tuple[str | None, ...] = ()
    printed: bool = False
    wish: Fact | None = None
    covered: Fact | None = None
    help: Fact | None = None
    maybe: Fact | None = None
    untold: tuple[Fact, ...] = ()
    opinions: tuple[Fact, ...] = ()

    @property
    def is_mastered(self) -> bool:
        """Whether it was seen."""
        return self.status is Status.MASTERED

    @property
    def heard(self) -> "Spot":
        """The spot as the child knows it: without the keep workings it has not heard of from an adult yet."""
        return spot_of(fact for fact in self.facts if fact not in self.untold) if self.untold else self

    @property
    def asked(self) -> Fact | None:
        """The fact by which the child waits to be seen, also at a step that is not in its plan, or None."""
        if self.status is Status.READY:
            return self.mark
        last = last_of(self.standing, *_WORKING) if self.status is Status.EXCUSED else None
        return last if _is(last, Kind.READY) else None

    @property
    def way(self) -> str:
        """The way in which the child wants to show it, empty where it waits for nothing or chose none."""
        asked = self.asked
        return (asked.way or "") if asked is not None else ""

    @property
    def own_criteria(self) -> tuple[str, ...]:
        """What must be seen of this child alone; nothing where the step's own criteria count."""
        note = self.own_version.note if self.own_version is not None else None
        return tuple(line for line in (note or "").split("\n") if line)

    @property
    def own_id(self) -> str | None:
        """Id of the fact whose individual criteria count here, None where the step's own do."""
        return self.own_version.id if self.own_version is not None and self.own_criteria else None

    @property
    def second(self) -> Second:
        """What it waits for where two adults see it."""
        return Second.NONE if self.is_mastered else second_of(self.opinions)

    @property
    def answers(self) -> str | None:
        """Id of the keep working that a got it answers now, None at the first try."""
        said = last_of(self.opinions, Kind.ONE_OF_TWO)
        if said is not None and (self.is_mastered or self.second is not Second.NONE):
            return said.of
        last = last_of(self.standing, Kind.KEEP_WORKING)
        return None if last is None else last.id

    @property
    def one_of_two(self) -> tuple[str, ...]:
        """Ids of the adults who say got it of a Boss that asks for two."""
        return tuple(fact.by for fact in self.opinions if fact.kind is Kind.ONE_OF_TWO)

    @property
    def judges(self) -> tuple[str, ...]:
        """Ids of the adults who saw it: one, or those two who agreed."""
        if self.mark is not None and self.mark.kind is Kind.ONE_OF_TWO:
            return self.one_of_two
        return (self.mark.by,) if self.mark is not None and self.mark.by else ()

    @property
    def picture(self) -> str | None:
        """Id of the student's own picture for this spot now, None where starter art stands."""
        return self.pictures[-1] if self.pictures else None

    @property
    def standing(self) -> tuple[Fact, ...]:
        """The facts that hold now: neither withdrawn nor about another fact."""
        return standing_facts(self.facts)


OPEN_SPOT = Spot()


def spot_of(facts: Iterable[Fact]) -> Spot:
    """Fold the facts of one student and one step.

    Args:
        facts: In any order, with any duplicates.
    """
    return _folded(in_order(facts))


def _folded(known: tuple[Fact, ...]) -> Spot:
    holding = standing_facts(known)
    said = opinions(known, holding)
    agreed = agreed_on(holding) or (None,)
    mastered = next((fact for fact in holding if fact.kind is Kind.MASTERED), agreed[-1])
    excused = last_of(holding, Kind.EXCUSED, Kind.INCLUDED)
    own_version = last_of(holding, Kind.OWN_VERSION)
    pictures = tuple(fact.of for fact in holding if fact.kind is Kind.PICTURE_PLACED)
    printed = any(fact.kind is Kind.PRINTED for fact in holding)
    wish = last_of(holding, Kind.WANTED, Kind.UNWANTED)
    if mastered is not None:
        doubt = _is(last_of(holding, Kind.MASTERED, Kind.ONE_OF_TWO, Kind.CHECK_AGAIN), Kind.CHECK_AGAIN)
        covered = next((one for one in holding if one.kind is Kind.COVERED and order(one) > order(mastered)), None)
        return Spot(
            Status.MASTERED, mastered, own_version, doubt, known, pictures, printed, wish, covered, opinions=said
        )
    status, mark = _now(holding, excused, said)
    help_ = last_of(holding, Kind.HELP_WANTED, Kind.HELP_OVER)
    waits = second_of(said) is not Second.NONE or _is(last_of(holding, *_WORKING), Kind.READY)
    maybe = None if waits else last_of(holding, Kind.MAYBE_READY, *_WORKING)
    return Spot(
        status,
        mark,
        own_version,
        False,
        known,
        pictures,
        printed,
        wish,
        help=help_ if _is(help_, Kind.HELP_WANTED) else None,
        maybe=maybe if _is(maybe, Kind.MAYBE_READY) else None,
        untold=untold_of(holding),
        opinions=said,
    )


def _now(holding: tuple[Fact, ...], excused: Fact | None, said: tuple[Fact, ...]) -> tuple[Status, Fact | None]:
    """Give the status of a spot that is not mastered, and the fact that decided it."""
    if _is(excused, Kind.EXCUSED):
        return Status.EXCUSED, excused
    if second_of(said) is not Second.NONE:
        return Status.READY, last_of(holding, Kind.READY) or last_of(holding, Kind.ONE_OF_TWO)
    working = last_of(holding, *_WORKING)
    return (Status.OPEN, None) if working is None else (_WORKING[working.kind], working)


def _is(fact: Fact | None, kind: Kind) -> bool:
    return fact is not None and fact.kind is kind


Row = Mapping[str, Spot]
"""The spots of one student by step id; steps without an entry are open."""

EMPTY_ROW: Row = {}


@dataclass(frozen=True, slots=True)
class Progress:
    """How the whole class stands: the same for the same set of facts, whatever their order of arrival.

    Attributes:
        rows: The spots of each student.
        about: The facts about each student alone, in order, withdrawn ones too.
        shelves: The pictures of each student who has some.
    """

    rows: Mapping[str, Row] = field(default_factory=dict)
    about: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    shelves: Mapping[str, Shelf] = field(default_factory=dict)

    def row(self, student_id: str) -> Row:
        """Give the spots of a student, empty when nothing is known of them."""
        return self.rows.get(student_id, EMPTY_ROW)

    def spot(self, student_id: str, step_id: str) -> Spot:
        """Give the spot of a student on a step."""
        return self.row(student_id).get(step_id, OPEN_SPOT)

    def shelf(self, student_id: str) -> Shelf:
        """Give the pictures of a student, the oldest first."""
        return self.shelves.get(student_id, EMPTY_SHELF)

    def picture(self, student_id: str, step_id: str) -> Art | None:
        """Give the student's own picture for a step, earned or not; None where starter art stands for it."""
        return self.shelf(student_id).get(self.spot(student_id, step_id).picture or "")

    def is_known(self, *, student: str = "", step: str = "") -> bool:
        """Tell whether anything that stands is known of a student, or of a step."""
        rows = (self.row(student),) if student else self.rows.values()
        return bool(self.shelf(student)) or any(
            spot.standing for row in rows for id_, spot in row.items() if step in ("", id_)
        )

    def card_wanted(self, student_id: str) -> Fact | None:
        """Give the fact by which somebody at the kiosk did not find the picture word of a student, None where all is well."""
        told = standing_facts(self.about.get(student_id, ()))
        last = last_of(told, Kind.CARD_WANTED, Kind.CARD_SEEN)
        return last if _is(last, Kind.CARD_WANTED) else None

    def away(self, day: str) -> Mapping[str, Fact]:
        """Give who is away on a day, each with the fact that says so.

        Args:
            day: As in the facts' times, such as 2026-01-05.
        """
        found = {}
        for student, facts in self.about.items():
            said = [fact for fact in facts if fact.kind is Kind.AWAY and fact.at.startswith(day)]
            for fact in standing_facts(facts) if said else ():  # asked at every mark, and hardly anybody is away
                if fact in said:
                    found[student] = fact
        return found

    @property
    def erased(self) -> frozenset[str]:
        """The ids of students who were erased, for good."""
        return frozenset(
            student for student, facts in self.about.items() if any(fact.kind is Kind.ERASED for fact in facts)
        )

    def after(self, facts: Iterable[Fact]) -> "Progress":
        """Give the progress once these facts are known too; costs by the facts, not by the class.

        Args:
            facts: In any order; known ones change nothing.
        """
        fresh: dict[str, dict[str, list[Fact]]] = {}
        alone: dict[str, list[Fact]] = {}
        for fact in facts:
            if fact.step is None or fact.kind in ALONE:
                alone.setdefault(fact.student, []).append(fact)
            else:
                fresh.setdefault(fact.student, {}).setdefault(fact.step, []).append(fact)
        about, shelves = self.about, self.shelves
        if alone:
            about = {**about, **{student: in_order((*about.get(student, ()), *new)) for student, new in alone.items()}}
            told = {student: shelf_of(standing_facts(about[student])) for student in alone}
            shelves = {**shelves, **{student: shelf for student, shelf in told.items() if shelf or student in shelves}}
        if not fresh:
            return Progress(self.rows, about, shelves) if alone else self
        rows = dict(self.rows)
        for student, steps in fresh.items():
            old = rows.get(student, EMPTY_ROW)
            rows[student] = {**old, **{step: _grown(old.get(step), new) for step, new in steps.items()}}
        return Progress(rows, about, shelves)


def _grown(spot: Spot | None, facts: list[Fact]) -> Spot:
    if spot is None:
        return spot_of(facts)
    newest = facts[0]
    if len(facts) == 1 and order(newest) > order(spot.facts[-1]) and all(newest.id != fact.id for fact in spot.facts):
        return _folded((*spot.facts, newest))  # a mark just made: nothing to sort
    return spot_of((*spot.facts, *facts))


def progress_of(facts: Iterable[Fact]) -> Progress:
    """Fold a whole ledger.

    Args:
        facts: In any order, with any duplicates.
    """
    return Progress().after(facts)
