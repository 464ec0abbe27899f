"""The plan of one child: how freely it chooses, in which order, what it shows more, and how it shows things best."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, TypedDict, Unpack


class Freedom(StrEnum):
    """Who chooses what a child shows next."""

    FREE = "free"
    """The child, among everything that is open."""
    GUIDED = "guided"
    """The child, among the few that come next."""
    CHOSEN = "chosen"
    """The teacher: the first step of the order that is not shown yet."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an adult settled for one child; nothing of it shows on a view of anybody else.

    Attributes:
        freedom: Who chooses what comes next.
        order: Ids of steps that come first, in this order; all others follow as the unit has them.
        extra: Ids of steps of other units that this child shows too.
        shows_best: Ways in which this child best shows things.
        supports: Supports the child has all year; what is shown with them is shown alone.
    """

    freedom: Freedom = Freedom.GUIDED
    order: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    shows_best: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()


USUAL_PLAN = Plan()
"""The plan of a child for whom nothing was settled."""


class Settled(TypedDict, total=False):
    """What is settled anew of a plan; what is not spoken of stays as it is."""

    freedom: Freedom
    order: Sequence[str]
    extra: Sequence[str]
    shows_best: Sequence[str]
    supports: Sequence[str]


def settled(plan: Plan, **said: Unpack[Settled]) -> Plan:
    """Give a plan with what is settled anew; of a list each entry stands once, and none is empty.

    Args:
        plan: The plan as it is.
        said: What is settled.
    """
    new: dict[str, Any] = {
        field: value if isinstance(value, Freedom) else tuple(dict.fromkeys(filter(None, _several(value))))
        for field, value in said.items()
    }
    return replace(plan, **new)


def _several(value: object) -> Iterable[str]:
    return value if isinstance(value, Iterable) else ()


def changed_fields(one: Plan, other: Plan) -> tuple[str, ...]:
    """Give the names of the fields in which two plans differ."""
    return tuple(field.name for field in fields(Plan) if getattr(one, field.name) != getattr(other, field.name))


def taken_back(now: Plan, before: Plan, after: Plan) -> Plan:
    """Give a plan with one change taken back, and what was settled otherwise since left as it is.

    Args:
        now: The plan of this moment.
        before: The plan as it was when the change was made.
        after: What the change made of it.
    """
    same = (field for field in changed_fields(before, after) if getattr(now, field) == getattr(after, field))
    back: dict[str, Any] = {field: getattr(before, field) for field in same}
    return replace(now, **back)


def filled_from(plan: Plan, other: Plan) -> Plan:
    """Give a plan with what another one has settled where this one has settled nothing."""
    own = changed_fields(plan, USUAL_PLAN)
    lent: dict[str, Any] = {
        field: getattr(other, field) for field in changed_fields(other, USUAL_PLAN) if field not in own
    }
    return replace(plan, **lent) if lent else plan


def order_for(wanted: Sequence[str], usual: Sequence[str], before: Sequence[str]) -> tuple[str, ...]:
    """Give the shortest order by which steps stand as wanted.

    Args:
        wanted: Ids of the steps as they shall stand.
        usual: The same ids as they stand without an order.
        before: The order so far; steps of it that are not among these keep their places behind each other.
    """
    length = next(at for at in range(len(wanted) + 1) if _stands(wanted[:at], usual) == tuple(wanted))
    return (*wanted[:length], *(id_ for id_ in before if id_ not in usual))


def _stands(first: Sequence[str], usual: Sequence[str]) -> tuple[str, ...]:
    return (*first, *(id_ for id_ in usual if id_ not in first))
