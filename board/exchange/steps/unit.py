"""A unit made of lines."""

from collections.abc import Iterable, Sequence

from board.exchange.steps.line import Kind, Line
from board.exchange.steps.reading import MOST_STEPS, BadSteps
from board.exchange.steps.words import LONGEST_LINE
from board.mastery.curriculum import Step, Unit
from board.mastery.people import clean_name
from board.mastery.revision import new_step_id, new_unit_id, with_boss, with_level, with_step


def unit_of(lines: Sequence[Line], *, title: str, taken: Iterable[Unit] = ()) -> Unit | None:
    """Make a unit of lines; None where no line is a step.

    Args:
        lines: The lines, with what each became.
        title: Title of the unit.
        taken: Units of the class, whose ids are in use.

    Raises:
        BadSteps: There are too many steps for a unit.
    """
    shown = sum(line.is_shown for line in lines)
    if shown > MOST_STEPS:
        raise BadSteps(
            f"This text has {shown} steps; make a unit of {MOST_STEPS} at most, and a second one of the rest."
        )
    called = clean_name(title[:LONGEST_LINE]) or "New unit"
    unit = Unit(new_unit_id(called, taken), called, ())
    heading: str | None = ""
    for line in lines:
        if line.kind is Kind.HEADING or line.kind is Kind.BREAK:
            heading = line.title
        elif line.is_shown:
            if heading is not None:
                unit = with_level(unit, heading or f"Level {len(unit.levels) + 1}")
                heading = None
            unit = _with_line(unit, line)
    return unit if shown else None


def _with_line(unit: Unit, line: Line) -> Unit:
    step = Step(new_step_id(unit, line.title), line.title, line.i_can, standards=line.standards, badge=line.badge)
    level = unit.levels[-1].id
    return with_boss(unit, level, step) if line.kind is Kind.BOSS else with_step(unit, level, step)
