"""What a child may choose to work on next, by the path and by its own plan."""

from collections.abc import Iterable

from board.mastery.asking import wanted
from board.mastery.curriculum import Step, Unit
from board.mastery.plan import USUAL_PLAN, Freedom, Plan
from board.mastery.progress import Row, Status
from board.mastery.readiness import next_steps

MOST_CHOICES = 3
"""As many as a child who can't read yet tells apart at a glance."""


def offered(unit: Unit, row: Row, plan: Plan = USUAL_PLAN) -> tuple[Step, ...]:
    """Give what a child may choose from: what it wants and what it is at first, then as its plan orders it.

    Args:
        unit: The unit.
        row: All spots of the child.
        plan: The child's plan.

    Returns:
        At most `MOST_CHOICES` steps, one alone where the teacher chooses, everything open where the child is free.
    """
    steps = in_plan_order(next_steps(unit, row), plan)
    if plan.freedom is Freedom.CHOSEN:
        return steps[:1]
    wish = wanted(row)
    begun = [step.id for step in steps if step.id in row and row[step.id].status is not Status.OPEN]
    steps = tuple(sorted(steps, key=lambda step: (step.id != wish, step.id not in begun)))
    return steps if plan.freedom is Freedom.FREE else steps[:MOST_CHOICES]


def in_plan_order(steps: Iterable[Step], plan: Plan) -> tuple[Step, ...]:
    """Give steps with those first that a plan puts first."""
    places = {id_: at for at, id_ in enumerate(plan.order)}
    return tuple(sorted(steps, key=lambda step: places.get(step.id, len(places))))
