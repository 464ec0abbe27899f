"""How a child's record begins: what the child can do, what it is working on, and what comes next, as a family reads it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from board import words
from board.exchange.report import how_lines
from board.mastery.audience import heard_row
from board.mastery.curriculum import Step, Unit
from board.mastery.people import Student
from board.mastery.progress import OPEN_SPOT, Progress, Row, Status
from board.mastery.readiness import next_steps, statuses, unit_readiness
from board.words.reasons import level_reasons, locked_reason

_AT_WORK = (Status.READY, Status.KEEP_WORKING, Status.PRACTISING)
_MOST_NEXT = 3
_NOTHING_YET = "  The first sticker is still to come."


def story_text(student: Student, units: Sequence[Unit], progress: Progress, judges: Mapping[str, str]) -> list[str]:
    """Give the first part of a record: nothing of it tells a keep working that the child has not heard of.

    Args:
        student: The child.
        units: The units of the class.
        progress: How the child stands.
        judges: Names of the adults by id.

    Returns:
        Lines under headings; a heading with nothing to say is left out, but for what the child can do.
    """
    row = heard_row(progress.row(student.id))

    def told(unit: Unit, step: Step) -> Iterator[str]:
        yield from _step_lines(step, unit, row, judges)
        picture = progress.picture(student.id, step.id)
        yield from [] if picture is None else [f"      {words.picture_words(picture)}"]

    can = _under_units(units, lambda unit: [*_finished(unit, row), *_those(unit, row, (Status.MASTERED,), told)])
    parts = {
        f"What {student.name} can do": can or [_NOTHING_YET],
        f"What {student.name} is working on": _under_units(units, lambda unit: _those(unit, row, _AT_WORK, told)),
        "What comes next": _under_units(units, lambda unit: list(_next(unit, row))),
        "Not in the plan": _under_units(units, lambda unit: _those(unit, row, (Status.EXCUSED,), told)),
    }
    return [line for title, lines in parts.items() if lines for line in ("", "", title, "-" * len(title), *lines)]


def _under_units(units: Sequence[Unit], told: Callable[[Unit], Sequence[str]]) -> list[str]:
    lines: list[str] = []
    for unit in units:
        said = told(unit)
        lines += ["", unit.title, *said] if said else []
    return lines


def _finished(unit: Unit, row: Row) -> list[str]:
    return [f"  {' '.join(level_reasons(ready))}" for ready in unit_readiness(unit, row) if ready.finished]


def _those(unit: Unit, row: Row, wanted: Sequence[Status], told: Callable[[Unit, Step], Iterator[str]]) -> list[str]:
    known = {step.id: step for step in (*unit.spots, *unit.archived) if step.id in row}
    return [line for step in known.values() if row[step.id].status in wanted for line in told(unit, step)]


def _step_lines(step: Step, unit: Unit, row: Row, judges: Mapping[str, str]) -> Iterator[str]:
    spot = row[step.id]
    boss = (level := unit.level_of(step.id)) is not None and level.is_boss(step)
    yield f"  {step.title}: {words.spot_words(spot, judges)}  {words.glyph(spot.status, boss=boss)}"
    yield from how_lines(spot)
    yield from (f"      note, {note}" for note in words.notes_on(spot, judges))


def _next(unit: Unit, row: Row) -> Iterator[str]:
    """Give the steps that may be begun, then the first one that opens later, and when it does."""
    fresh = [step for step in next_steps(unit, row) if row.get(step.id, OPEN_SPOT).status is Status.OPEN]
    yield from (f"  {step.title}" for step in fresh[:_MOST_NEXT])
    for step, status in zip(unit.spots, statuses(unit, row), strict=True):
        if status is Status.LOCKED:
            yield f"  {step.title}: {locked_reason(unit, row, step)}"
            return
