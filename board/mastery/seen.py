"""What an audience may see of one student, as values: pages and widgets draw them, and there is nothing more in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import NamedTuple

from board.mastery.audience import (
    Audience,
    Earned,
    heard_row,
    newest_first,
    seen_face,
    seen_statuses,
    seen_stickers,
)
from board.mastery.curriculum import Level, Step, Unit, steps_by_id
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.pictures import Art, Face
from board.mastery.progress import OPEN_SPOT, Progress, Row, Spot, Status
from board.mastery.readiness import Readiness, next_steps, statuses, unit_readiness, why_locked
from board.mastery.reasons import LockedReason


class Seen(NamedTuple):
    """What one spot of a grid shows: its status, and the child's own picture on its sticker, None for starter art."""

    status: Status
    face: Face | None = None


class Root(NamedTuple):
    """The earlier step another one grows from.

    Attributes:
        step: It, of the same unit or of another one.
        sticker: What covers it, None while it is not earned.
        check_again: Whether an adult privately wants to see it again; told to adults alone.
    """

    step: Step
    sticker: Earned | None = None
    check_again: bool = False


class SeenSpot(NamedTuple):
    """One spot of a path.

    Attributes:
        step: Its step.
        status: Its status.
        sticker: What covers it, None while it is not earned.
        caption: What the child says about its picture for it, earned or not; or empty.
        own: The criteria of the child's own version, where it has one.
        tip: What to try next where somebody said so last; or empty.
        earlier_tips: Every tip before that, oldest first; none once the step is mastered: then what was not yet is nobody's
            matter.
        waits: What comes before it, None where nothing does, or where it would be told in counts.
        root: What it grows from, None where that is nothing the class has.
    """

    step: Step
    status: Status
    sticker: Earned | None = None
    caption: str = ""
    own: tuple[str, ...] = ()
    tip: str = ""
    earlier_tips: tuple[str, ...] = ()
    waits: LockedReason | None = None
    root: Root | None = None

    @property
    def seen(self) -> Seen:
        """What it shows on a grid."""
        return Seen(self.status, None if self.sticker is None else self.sticker.face)

    @property
    def looks_like(self) -> tuple[str, ...]:
        """What must be seen: the child's own criteria where there are some."""
        return self.own or self.step.criteria

    @property
    def last_tip(self) -> str:
        """The tip given last, also where the child is at something else by now; or empty."""
        return self.tip or next(reversed(self.earlier_tips), "")


class SeenLevel(NamedTuple):
    """How one level of a path stands.

    Attributes:
        level: The level.
        finished: Whether it is finished.
        boss: The Boss that may be faced now, None where there is none.
        ready: Everything that is known, counts too; to the teacher alone, since a count says what is left and what is not
            planned.
    """

    level: Level
    finished: bool = False
    boss: Step | None = None
    ready: Readiness | None = None


@dataclass(frozen=True, slots=True)
class SeenPath:
    """One student's path through a unit.

    Attributes:
        unit: The unit.
        student: Whose path it is.
        audience: Who looks.
        spots: Each of `unit.spots`.
        levels: Each of `unit.levels`.
        next: What may be worked on now, in the order of the path; not for everybody.
        newest: The earned spots, the newest first; to everybody in the order of the path.
        all_shown: Whether every step of the plan is mastered; never said to everybody.
    """

    unit: Unit
    student: Student
    audience: Audience
    spots: tuple[SeenSpot, ...]
    levels: tuple[SeenLevel, ...]
    next: tuple[SeenSpot, ...]
    newest: tuple[SeenSpot, ...]
    all_shown: bool

    def spot(self, step: Step) -> SeenSpot:
        """Give the spot of a step of this unit."""
        return self.spots[[one.id for one in self.unit.spots].index(step.id)]


def seen_path(
    unit: Unit, student: Student, progress: Progress, audience: Audience, units: Sequence[Unit] = ()
) -> SeenPath:
    """Give what this audience may see of a student's path.

    Args:
        unit: The unit.
        student: Whose path.
        progress: How the class stands.
        audience: Who looks.
        units: All units of the class, from whose steps those of this one may grow.
    """
    if audience is Audience.STUDENT:
        progress = as_heard(progress, student.id)
    row, now = progress.row(student.id), seen_statuses(unit, progress.row(student.id), audience)
    stickers = seen_stickers(student.id, unit.spots, progress, audience)
    bare = tuple(SeenSpot(step, status, stickers.get(step.id)) for step, status in zip(unit.spots, now, strict=True))
    if audience is Audience.EVERYBODY:
        earned = tuple(spot for spot in bare if spot.sticker is not None)
        return SeenPath(unit, student, audience, bare, tuple(map(SeenLevel, unit.levels)), (), earned, all_shown=False)
    known = steps_by_id((unit, *units))
    spots = tuple(
        _told(unit, student, progress, spot)._replace(root=_root(spot.step, known, student, progress, audience))
        for spot in bare
    )
    by_id: Mapping[str, SeenSpot] = {spot.step.id: spot for spot in spots}
    return SeenPath(
        unit,
        student,
        audience,
        spots,
        tuple(_level(ready, audience) for ready in unit_readiness(unit, row)),
        tuple(by_id[step.id] for step in next_steps(unit, row)),
        tuple(by_id[step.id] for step in newest_first(row, unit.spots)),
        _all_shown(unit, row),
    )


def as_heard(progress: Progress, student_id: str) -> Progress:
    """Give how the class stands as far as one child has heard of itself."""
    row = progress.row(student_id)
    if not any(spot.untold for spot in row.values()):
        return progress
    return replace(progress, rows={**progress.rows, student_id: heard_row(row)})


def _root(
    step: Step, known: Mapping[str, Step], student: Student, progress: Progress, audience: Audience
) -> Root | None:
    """Give what a step grows from; a step that is gone, or the step itself, is nothing."""
    root = known.get(step.grow_from)
    if root is None or root.id == step.id:
        return None
    sticker = seen_stickers(student.id, (root,), progress, audience).get(root.id)
    return Root(root, sticker, audience is Audience.TEACHER and progress.spot(student.id, root.id).check_again)


def board_row(unit: Unit, student_id: str, progress: Progress) -> tuple[Seen, ...]:
    """Give what a student's row on the board shows: the teacher's signs, with pictures everybody may see.

    A class looks along at any time, so pictures nobody has accepted are not among them.

    Args:
        unit: Its steps are the columns.
        student_id: Id of the student.
        progress: How the class stands.
    """
    row, shelf = progress.row(student_id), progress.shelf(student_id)
    return tuple(
        Seen(status, seen_face(progress, student_id, step.id, Audience.EVERYBODY) if shelf else None)
        for step, status in zip(unit.spots, statuses(unit, row), strict=True)
    )


def _told(unit: Unit, student: Student, progress: Progress, bare: SeenSpot) -> SeenSpot:
    """Add what is told in words: to the child and the teacher, and never a note, a doubt, a date or a judgement."""
    step, row = bare.step, progress.row(student.id)
    spot, art = row.get(step.id, OPEN_SPOT), progress.picture(student.id, step.id)
    now = spot.mark.note if bare.status is Status.KEEP_WORKING and spot.mark is not None else None
    is_told = bare.status is Status.LOCKED and not unit.is_boss(step)  # why a Boss waits is told in counts
    return bare._replace(
        caption="" if art is None else art.caption,
        own=spot.own_criteria,
        tip=now or "",
        earlier_tips=_earlier_tips(spot),
        waits=why_locked(unit, {**row, step.id: OPEN_SPOT}, step) if is_told else None,
    )


def _earlier_tips(spot: Spot) -> tuple[str, ...]:
    if spot.status is Status.MASTERED:
        return ()
    return tuple(
        fact.note for fact in spot.standing if fact.kind is Kind.KEEP_WORKING and fact.note and fact != spot.mark
    )


def _level(ready: Readiness, audience: Audience) -> SeenLevel:
    boss = ready.level.boss if ready.boss_open and not ready.finished else None
    return SeenLevel(ready.level, ready.finished, boss, ready if audience is Audience.TEACHER else None)


def _all_shown(unit: Unit, row: Row) -> bool:
    status = [row.get(step.id, OPEN_SPOT).status for step in unit.spots]
    return Status.MASTERED in status and set(status) <= {Status.MASTERED, Status.EXCUSED}


class Sight(Enum):
    """Who sees a picture of a child on a spot, and what it waits for."""

    STARTER = auto()
    """It is starter art, and stands there."""
    OWN_INSTEAD = auto()
    """It is starter art, and the child's own picture stands there."""
    HIDDEN = auto()
    """Its maker and the teacher; an adult has hidden it."""
    COULD_STAND = auto()
    """It does not stand there; it could, on the sticker."""
    COULD_WAIT = auto()
    """It does not stand there; it could, once the step is shown."""
    UNSEEN = auto()
    """Its maker and the teacher, until an adult has looked."""
    SEEN_BEFORE = auto()
    """Everybody, cut as an adult has seen it; the new cut waits for an adult."""
    SEEN = auto()
    """Everybody."""
    WAITS = auto()
    """Its maker and the teacher, until the step is shown."""
    WAITS_FOR_BOTH = auto()
    """Its maker and the teacher, until the step is shown and an adult has looked."""


def sight_of(art: Art | None, spot: Spot) -> Sight:
    """Say who sees a picture, and what it waits for.

    Args:
        art: The picture that is looked at, None for starter art.
        spot: The spot it may stand on, of the same child.
    """
    is_earned = spot.status is Status.MASTERED
    if art is None:
        return Sight.STARTER if spot.picture is None else Sight.OWN_INSTEAD
    if art.hidden:
        return Sight.HIDDEN
    if spot.picture != art.id:
        return Sight.COULD_STAND if is_earned else Sight.COULD_WAIT
    if not is_earned:
        return Sight.WAITS if art.accepted else Sight.WAITS_FOR_BOTH
    if not art.accepted:
        return Sight.UNSEEN
    return Sight.SEEN if art.seen == art.cut else Sight.SEEN_BEFORE
