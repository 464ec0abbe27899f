"""The plan of one child: how freely it chooses, in which order, what it shows more, and how it shows things best."""

from dataclasses import dataclass
from enum import StrEnum


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
