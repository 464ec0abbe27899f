"""What a child may choose to work on next, and why: by the path and by its own plan."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from board.mastery import reasons
from board.mastery.asking import wanted
from board.mastery.audience import Audience, heard_row
from board.mastery.curriculum import Step, Unit
from board.mastery.plan import USUAL_PLAN, Freedom, Plan
from board.mastery.progress import OPEN_SPOT, Row, Status
from board.mastery.readiness import next_steps, statuses

MOST_CHOICES = 3
"""As many as a child who can't read yet tells apart at a glance."""

_DONE = (Status.MASTERED, Status.EXCUSED)
_TURNS = {Status.PRACTISING: 0, Status.KEEP_WORKING: 0, Status.READY: 2}
"""What a child is at comes first; what only waits for an adult leaves room for something to work on meanwhile."""
_NEW = 1


class Offer(NamedTuple):
    """One step a child may work on next.

    Attributes:
        step: The step.
        reason: Why it is offered.
    """

    step: Step
    reason: reasons.OfferReason


def offers(
    unit: Unit,
    row: Row,
    plan: Plan = USUAL_PLAN,
    extra: Iterable[Step] = (),
    audience: Audience = Audience.STUDENT,
) -> tuple[Offer, ...]:
    """Give what a child may choose from, and why: what it wants and what it is at first, then as its plan orders it.

    Args:
        unit: The unit.
        row: All spots of the child.
        plan: The child's plan.
        extra: Steps of other units that the child shows too, see `extra_steps`.
        audience: Who looks; the child knows nothing of a keep working it has not heard of.

    Returns:
        At most `MOST_CHOICES` steps, one alone where the teacher chooses, everything open where the child is free; nothing
        to everybody.
    """
    if audience is Audience.EVERYBODY:
        return ()
    known = row if audience is Audience.TEACHER else heard_row(row)
    own = {spot.id for spot in unit.spots}
    more = [step for step in extra if step.id not in own and _status(known, step) not in _DONE]
    steps = in_plan_order((*next_steps(unit, known), *more), plan)
    wish = wanted(row)
    if plan.freedom is not Freedom.CHOSEN:
        steps = tuple(sorted(steps, key=lambda step: (step.id != wish, _TURNS.get(_status(known, step), _NEW))))
    if plan.freedom is Freedom.GUIDED:
        steps = _few(steps, [step for step in steps if step in more], known)
    few = steps[:1] if plan.freedom is Freedom.CHOSEN else steps
    return tuple(Offer(step, _why(unit, step, _status(known, step), plan, wish)) for step in few)


def offered(unit: Unit, row: Row, plan: Plan = USUAL_PLAN, extra: Iterable[Step] = ()) -> tuple[Step, ...]:
    """Give what a child may choose from, see `offers`."""
    return tuple(offer.step for offer in offers(unit, row, plan, extra))


def offers_of_class(
    units: Sequence[Unit], row: Row, plan: Plan, audience: Audience = Audience.STUDENT
) -> tuple[Offer, ...]:
    """Give what a child may choose from in every unit, each step once though two units may use it.

    Args:
        units: The units of the class.
        row: All spots of the child.
        plan: The child's plan.
        audience: Who looks, see `offers`.
    """
    found: dict[str, Offer] = {}
    for unit in units:
        for offer in offers(unit, row, plan, extra_steps(units, unit, plan), audience):
            found.setdefault(offer.step.id, offer)
    return tuple(found.values())


def extra_steps(units: Iterable[Unit], unit: Unit, plan: Plan) -> tuple[Step, ...]:
    """Give the steps of other units that a child shows too, beside those of a unit.

    Ids nobody knows, archived steps and those the unit has itself are passed over.

    Args:
        units: The units of the class.
        unit: The unit they stand beside.
        plan: The child's plan.
    """
    if not plan.extra:
        return ()
    own = {spot.id for spot in unit.spots}
    others = {step.id: step for one in units for step in one.spots if step.id not in own}
    return tuple(others[id_] for id_ in dict.fromkeys(plan.extra) if id_ in others)


def is_open_to(units: Sequence[Unit], row: Row, plan: Plan, step_id: str) -> bool:
    """Tell whether a child may wish for a step: one that stands in a unit where nothing comes before it, or in its own plan.

    Args:
        units: The units of the class.
        row: All spots of the child.
        plan: The child's plan.
        step_id: Id of the step.
    """
    known = heard_row(row)
    for unit in units:
        for step, status in zip(unit.spots, statuses(unit, known), strict=True):
            if step.id == step_id and (status is not Status.LOCKED or step_id in plan.extra):
                return True
    return False


def planned(units: Iterable[Unit], unit: Unit, plan: Plan) -> tuple[Step, ...]:
    """Give every step of a unit and the child's extra ones, in the order of its plan."""
    return in_plan_order((*unit.spots, *extra_steps(units, unit, plan)), plan)


def in_plan_order(steps: Iterable[Step], plan: Plan) -> tuple[Step, ...]:
    """Give steps with those first that a plan puts first."""
    places = {id_: at for at, id_ in enumerate(dict.fromkeys(plan.order))}
    return tuple(sorted(steps, key=lambda step: places.get(step.id, len(places))))


def _few(steps: tuple[Step, ...], extra: Sequence[Step], row: Row) -> tuple[Step, ...]:
    """Give the few that come next: the last place is for an extra step, which would never come on a long path."""
    few = steps[:MOST_CHOICES]
    waits = extra and not any(step in extra for step in few) and _status(row, few[-1]) not in _TURNS
    return (*few[:-1], extra[0]) if waits else few


def _status(row: Row, step: Step) -> Status:
    return row.get(step.id, OPEN_SPOT).status


def _why(unit: Unit, step: Step, status: Status, plan: Plan, wish: str) -> reasons.OfferReason:
    if plan.freedom is Freedom.CHOSEN and step.id in plan.order:
        return reasons.ChosenForIt()
    if step.id == wish:
        return reasons.WishedFor()
    if status in _TURNS:
        return reasons.Begun(status)
    if step.id in plan.order:
        return reasons.PutFirst()
    if unit.level_of(step.id) is None:
        return reasons.ExtraStep()
    return reasons.BossOpen(step) if unit.is_boss(step) else reasons.NextOnPath()
