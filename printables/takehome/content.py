"""What a take-home page tells of a child: what it can do, and what it may work on now."""

from typing import NamedTuple

from board.mastery.audience import Earned
from board.mastery.curriculum import Step, Unit
from board.mastery.progress import Status
from board.mastery.seen import SeenPath, SeenSpot
from printables.takehome.words import Words

_WORKED_ON = (Status.KEEP_WORKING, Status.READY, Status.PRACTISING)
"""Statuses of what a child is at, which comes before what it may begin."""


class Can(NamedTuple):
    """Something the child can do.

    Attributes:
        sticker: Its sticker.
        level: Number of its level, from 0.
        boss: Whether it is a Boss.
        sentence: The step in the child's words.
        beside: The criteria of an own version, else what the child says about its picture, or empty.
    """

    sticker: Earned
    level: int
    boss: bool
    sentence: str
    beside: str


class Growing(NamedTuple):
    """Something the child may work on now.

    Attributes:
        step: The step's id.
        level: Number of its level, from 0.
        boss: Whether it is a Boss.
        sentence: The step in the child's words.
        ways: Ways to show it.
        looks: What must be seen; of an own version its own criteria.
        tip: The last tip, or empty.
    """

    step: str
    level: int
    boss: bool
    sentence: str
    ways: tuple[str, ...]
    looks: tuple[str, ...]
    tip: str


def can_do(path: SeenPath, words: Words) -> tuple[Can, ...]:
    """Give what the child can do, the newest first."""
    return tuple(
        Can(spot.sticker, *_place(path.unit, spot.step), spot.step.i_can or spot.step.title, _beside(spot, words))
        for spot in path.newest
        if spot.sticker is not None
    )


def _beside(spot: SeenSpot, words: Words) -> str:
    if spot.own:
        return words.own.format(" · ".join(spot.own))
    return words.shows.format(spot.caption) if spot.caption else ""


def growing(path: SeenPath) -> tuple[Growing, ...]:
    """Give the steps the child may work on now, those it is at before those it may begin, each in the unit's order."""
    return tuple(
        Growing(
            spot.step.id,
            *_place(path.unit, spot.step),
            spot.step.i_can or spot.step.title,
            spot.step.ways,
            spot.looks_like,
            spot.last_tip,
        )
        for spot in sorted(path.next, key=lambda spot: spot.status not in _WORKED_ON)
    )


def _place(unit: Unit, step: Step) -> tuple[int, bool]:
    level = next(at for at, level in enumerate(unit.levels) if step in level.spots)
    return level, unit.levels[level].is_boss(step)
