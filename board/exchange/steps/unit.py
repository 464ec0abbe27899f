"""A unit made of lines."""

from collections.abc import Iterable, Sequence
from itertools import takewhile

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
    for at, line in enumerate(lines):
        if line.kind is Kind.HEADING or line.kind is Kind.BREAK:
            heading = line.title
        elif line.is_shown:
            if heading is not None:
                unit = with_level(unit, heading or f"Level {len(unit.levels) + 1}")
                heading = None
            unit = _with_line(unit, line, _criteria(lines[at + 1 :]))
    return unit if shown else None


def _criteria(below: Sequence[Line]) -> tuple[str, ...]:
    """Give what one looks for in a step: the criteria below it, before the next step."""
    own = takewhile(lambda line: not line.is_shown, below)
    return tuple(dict.fromkeys(line.title for line in own if line.kind is Kind.CRITERION))


def _with_line(unit: Unit, line: Line, criteria: tuple[str, ...]) -> Unit:
    id_ = new_step_id(unit, line.title)
    step = Step(id_, line.title, line.i_can, criteria, standards=line.standards, badge=line.badge)
    level = unit.levels[-1].id
    return with_boss(unit, level, step) if line.kind is Kind.BOSS else with_step(unit, level, step)
