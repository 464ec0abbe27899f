"""What comes of a verdict on a Boss that two adults see, once both words are known."""

from enum import Enum, auto

from board.mastery.agreement import Second
from board.mastery.facts import Fact, Kind
from board.mastery.progress import Spot


class Two(Enum):
    """What comes of two adults' words."""

    BOTH = auto()
    """Both have seen it: the Boss is mastered."""
    TOGETHER = auto()
    """They saw it differently: both look at it together."""


Said = Kind | Two
"""What is told of a verdict: what was said, or what came of it."""


def finishes(fact: Fact, spot: Spot) -> bool:
    """Tell whether a fact is the second got it, by which a spot is mastered."""
    mark = spot.mark if spot.is_mastered else None
    return fact.kind is Kind.ONE_OF_TWO and mark is not None and mark.id == fact.id


def came_of(fact: Fact, spot: Spot) -> Said:
    """Give what came of a verdict that was just kept.

    Args:
        fact: The verdict.
        spot: How the child stands with the step now.
    """
    if finishes(fact, spot):
        return Two.BOTH
    if fact.kind is Kind.ONE_OF_TWO and spot.is_mastered:
        return Kind.MASTERED  # it clears a doubt
    apart = spot.second is Second.TOGETHER and any(one.id == fact.id for one in spot.opinions)
    return Two.TOGETHER if apart else fact.kind
