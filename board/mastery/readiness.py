"""What a student may face next, and why: Bosses, finished levels, locked steps, as values."""

from dataclasses import dataclass

from board.mastery import reasons
from board.mastery.curriculum import Level, Path, Step, Unit
from board.mastery.progress import OPEN_SPOT, Row, Spot, Status


@dataclass(frozen=True, slots=True)
class Readiness:
    """How a student stands with one level.

    Attributes:
        level: The level.
        counted: The steps of this student's plan: all but the excused ones.
        done: Those of them that are mastered.
        needed: How many of them open the Boss, or finish a level without one.
        missing_must: Steps that can't be left out and are still to show.
        boss_open: Whether the Boss may be faced; False for a level without one.
        finished: Whether the level is certified.
        opens_next: Whether the next level opens: it is finished, or nothing of it is in this student's plan.
    """

    level: Level
    counted: tuple[Step, ...]
    done: tuple[Step, ...]
    needed: int
    missing_must: tuple[Step, ...]
    boss_open: bool
    finished: bool
    opens_next: bool

    @property
    def to_show(self) -> tuple[Step, ...]:
        """The counted steps that are not mastered yet."""
        return tuple(step for step in self.counted if step not in self.done)

    @property
    def count(self) -> reasons.Counted:
        """How many of its steps are done, and how many would be enough."""
        return reasons.Counted(len(self.done), len(self.counted), self.needed)


def _status(row: Row, step_id: str) -> Status:
    return row.get(step_id, OPEN_SPOT).status


def level_readiness(level: Level, row: Row) -> Readiness:
    """Judge one level for one student.

    Excused steps leave the count. A mastered Boss finishes a level whatever its steps say: rules guide children, they
    never stop an adult. A level finishes only on something shown, so one that is excused altogether opens the next
    level without being certified.
    """
    counted = tuple(step for step in level.steps if _status(row, step.id) is not Status.EXCUSED)
    done = tuple(step for step in counted if _status(row, step.id) is Status.MASTERED)
    needed = len(counted) if level.needed is None else min(level.needed, len(counted))
    missing_must = tuple(step for step in counted if step.id in level.must and step not in done)
    met = len(done) >= needed and not missing_must
    boss = None if level.boss is None else _status(row, level.boss.id)
    if boss is None or boss is Status.EXCUSED:
        boss_open, finished = False, met and bool(done)
        passed_over = not counted
    else:
        boss_open, finished = met or boss is Status.MASTERED, boss is Status.MASTERED
        passed_over = False
    return Readiness(level, counted, done, needed, missing_must, boss_open, finished, finished or passed_over)


def unit_readiness(unit: Unit, row: Row) -> tuple[Readiness, ...]:
    """Judge every level of a unit for one student, in order."""
    return tuple(level_readiness(level, row) for level in unit.levels)


def statuses(unit: Unit, row: Row) -> tuple[Status, ...]:
    """Give the status of each spot of a unit for one student, with LOCKED where something comes first.

    Returns:
        One status for each of `unit.spots`.
    """
    answer: list[Status] = []
    level_open = True
    for ready in unit_readiness(unit, row):
        for step in ready.level.spots:
            status = _status(row, step.id)
            if status is Status.OPEN and not (level_open and _may_face(step, ready, row)):
                status = Status.LOCKED
            answer.append(status)
        level_open = unit.path is Path.OPEN or ready.opens_next
    return tuple(answer)


def _may_face(step: Step, ready: Readiness, row: Row) -> bool:
    if ready.level.is_boss(step) and not ready.boss_open:
        return False
    return not _unmet_needs(step, row)


def _unmet_needs(step: Step, row: Row) -> tuple[str, ...]:
    return tuple(need for need in step.needs if _status(row, need) not in (Status.MASTERED, Status.EXCUSED))


def opened_by(unit: Unit, row: Row, step: Step) -> tuple[Step, ...]:
    """Give the spots of the unit that mastering this step would open, in order; empty when it is mastered already."""
    if _status(row, step.id) is Status.MASTERED:
        return ()
    then = {**row, step.id: Spot(Status.MASTERED)}
    both = zip(unit.spots, statuses(unit, row), statuses(unit, then), strict=True)
    return tuple(spot for spot, now, later in both if now is Status.LOCKED and later is Status.OPEN)


def next_steps(unit: Unit, row: Row) -> tuple[Step, ...]:
    """Give the spots a student may work on now, in order: neither mastered, nor excused, nor locked."""
    waiting = (Status.MASTERED, Status.EXCUSED, Status.LOCKED)
    return tuple(step for step, now in zip(unit.spots, statuses(unit, row), strict=True) if now not in waiting)


def explain(ready: Readiness) -> tuple[reasons.LevelReason, ...]:
    """Tell how a level stands and what is still to show, in the order it is said."""
    boss = ready.level.boss
    if ready.finished:
        return (reasons.Finished(ready.level, ready.count if boss is None or not ready.boss_open else boss),)
    opened = () if boss is None or not ready.boss_open else (reasons.BossOpen(boss),)
    if not ready.counted:
        return (reasons.NothingPlanned(ready.level), *opened)
    if not ready.done and ready.needed == len(ready.counted):
        return (ready.count,)
    return (ready.count, *_to_show(ready), *opened)


def _to_show(ready: Readiness) -> tuple[reasons.LevelReason, ...]:
    optional = tuple(step for step in ready.to_show if step not in ready.missing_must)
    short_by = ready.needed - len(ready.done) - len(ready.missing_must)
    must = (reasons.StillToShow(ready.missing_must),) if ready.missing_must else ()
    if short_by <= 0:
        return must
    return (*must, reasons.StillToShow(optional) if short_by == len(optional) else reasons.AnyOf(short_by, optional))


def why_locked(unit: Unit, row: Row, step: Step) -> reasons.LockedReason | None:
    """Tell what comes before this spot, None when nothing does."""
    if statuses(unit, row)[[spot.id for spot in unit.spots].index(step.id)] is not Status.LOCKED:
        return None
    levels = unit_readiness(unit, row)
    at = next(index for index, ready in enumerate(levels) if any(spot.id == step.id for spot in ready.level.spots))
    if unit.path is Path.LEVELS and at and not levels[at - 1].opens_next:
        return reasons.LevelFirst(levels[at - 1].level)
    if levels[at].level.is_boss(step) and not levels[at].boss_open:
        return reasons.BossLater(explain(levels[at]))
    titles = {spot.id: spot.title for spot in unit.spots}
    return reasons.StepsFirst(tuple(titles.get(need, need) for need in _unmet_needs(step, row)))
