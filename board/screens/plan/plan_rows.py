"""A child's plan: what is settled of the whole of it, and a row for every step with what makes it this child's own."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from board import words
from board.mastery.audience import Audience
from board.mastery.choices import extra_steps, offers, planned
from board.mastery.curriculum import Step, Unit
from board.mastery.people import Student
from board.mastery.plan import Plan
from board.mastery.progress import OPEN_SPOT, Row, Status
from board.mastery.readiness import statuses
from board.terminal.themes import LEVEL_HUES
from board.widgets.grid_plan import shortened
from board.widgets.row_list import ListRow
from board.words.outcomes.plans import FREEDOMS
from board.words.reasons import offer_reason

STEP = "step:"
"""What the ids of rows of steps begin with."""

_NOTHING = "Nothing written yet"
_TITLE_AT_MOST = 30
_FAINT = "$foreground 70%"
_BESIDE = 6
"""Cells of a row beside the title and the remark: hue, sign, gaps."""

_NEXT = "Next: {reason}"
_EXTRA = "Extra step of {unit}"
_OWN = "Own version: {criteria}"


class PlanShown(NamedTuple):
    """What the rows are made of.

    Attributes:
        student: The child.
        unit: The unit whose steps are shown.
        units: All units of the class.
        row: All spots of the child.
    """

    student: Student
    unit: Unit
    units: Sequence[Unit]
    row: Row

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step of the unit and the child's extra ones, in the order of its plan."""
        return planned(self.units, self.unit, self.student.plan)

    @property
    def usual(self) -> tuple[Step, ...]:
        """The same steps as they stand where nothing comes first."""
        return (*self.unit.spots, *extra_steps(self.units, self.unit, self.student.plan))


def settled(plan: Plan) -> dict[str, str]:
    """Give what is settled of the whole plan, by the action that changes it."""
    return {
        "freedom": FREEDOMS[plan.freedom],
        "shows_best": " · ".join(plan.shows_best) or _NOTHING,
        "supports": " · ".join(plan.supports) or _NOTHING,
        "known": "Show what you know: go through the steps",
    }


def rows_of(shown: PlanShown, width: int) -> Iterator[ListRow]:
    """Give the rows of the steps of a plan.

    Args:
        shown: The plan.
        width: Cells of a row.
    """
    steps, extra = shown.steps, extra_steps(shown.units, shown.unit, shown.student.plan)
    now = dict(zip((spot.id for spot in shown.unit.spots), statuses(shown.unit, shown.row), strict=True))
    now |= {step.id: shown.row.get(step.id, OPEN_SPOT).status for step in extra}
    came = offers(shown.unit, shown.row, shown.student.plan, extra, Audience.TEACHER)
    following = {offer.step.id: _NEXT.format(reason=offer_reason(offer.reason)) for offer in came}
    titles = min(_TITLE_AT_MOST, max((cell_len(step.title) for step in steps), default=1), max(1, width // 2))
    for step in steps:
        boss = shown.unit.is_boss(step)
        title = shortened(step.title, titles)
        remark = " · ".join(_remarks(shown, step, now[step.id], following))
        yield ListRow(
            STEP + step.id,
            Content.assemble(
                ("▌ ", _hue(shown.unit, step)),
                f"{words.glyph(now[step.id], boss=boss)} ",
                (title + " " * (titles - cell_len(title)), "bold" if step.id in following else ""),
                ("  " + shortened(remark, max(1, width - titles - _BESIDE)), _FAINT),
            ),
        )


def _hue(unit: Unit, step: Step) -> str:
    """Give the colour of a step's level; an extra step has none of its own."""
    at = next((at for at, level in enumerate(unit.levels) if any(spot.id == step.id for spot in level.spots)), None)
    return _FAINT if at is None else f"$level-{at % LEVEL_HUES + 1}"


def _remarks(shown: PlanShown, step: Step, status: Status, following: Mapping[str, str]) -> Iterator[str]:
    """Give what there is to say of a step in this child's plan, the most wanted first."""
    if step.id in following:
        yield following[step.id]
    elif status is not Status.OPEN:
        yield words.FOR_ADULTS[status]
    own = shown.row.get(step.id, OPEN_SPOT).own_criteria
    if own:
        yield _OWN.format(criteria="; ".join(own))
    if shown.unit.level_of(step.id) is None:
        home = next((unit for unit in shown.units if unit.level_of(step.id) is not None), None)
        yield _EXTRA.format(unit="" if home is None else home.title)
