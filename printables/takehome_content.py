"""What a take-home page tells of a child: what it can do, and what it may work on now."""

from typing import NamedTuple

from board.mastery.audience import Audience, Earned, seen_art, seen_face
from board.mastery.curriculum import Step, Unit
from board.mastery.facts import Kind, order
from board.mastery.people import Student
from board.mastery.progress import OPEN_SPOT, Progress, Spot, Status
from board.mastery.readiness import next_steps
from printables.takehome_words import Words

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
        level: Number of its level, from 0.
        boss: Whether it is a Boss.
        sentence: The step in the child's words.
        ways: Ways to show it.
        looks: What must be seen; of an own version its own criteria.
        tip: The last tip, or empty.
    """

    level: int
    boss: bool
    sentence: str
    ways: tuple[str, ...]
    looks: tuple[str, ...]
    tip: str


def can_do(unit: Unit, student: Student, progress: Progress, words: Words) -> tuple[Can, ...]:
    """Give what the child can do, the newest first."""
    spots = [(progress.spot(student.id, step.id), step) for step in unit.spots]
    marks = [
        (spot.mark, spot, step) for spot, step in spots if spot.status is Status.MASTERED and spot.mark is not None
    ]
    newest = sorted(marks, key=lambda mark: order(mark[0]), reverse=True)
    return tuple(
        Can(
            Earned(step, seen_face(progress, student.id, step.id, Audience.STUDENT)),
            *_place(unit, step),
            step.i_can or step.title,
            _beside(student, step, spot, progress, words),
        )
        for _, spot, step in newest
    )


def _beside(student: Student, step: Step, spot: Spot, progress: Progress, words: Words) -> str:
    own, art = spot.own_version, seen_art(progress, student.id, step.id, Audience.STUDENT)
    if own is not None and own.note:
        return words.own.format(own.note)
    return words.shows.format(art.caption) if art is not None and art.caption else ""


def growing(unit: Unit, student: Student, progress: Progress) -> tuple[Growing, ...]:
    """Give the steps the child may work on now, those it is at before those it may begin, each in the unit's order."""
    row = progress.row(student.id)
    found = [(step, row.get(step.id, OPEN_SPOT)) for step in next_steps(unit, row)]
    found.sort(key=lambda each: each[1].status not in _WORKED_ON)
    return tuple(
        Growing(*_place(unit, step), step.i_can or step.title, step.ways, _looks(step, spot), _tip(spot))
        for step, spot in found
    )


def all_shown(unit: Unit, student: Student, progress: Progress) -> bool:
    """Tell whether the child has mastered every step of its plan."""
    row = progress.row(student.id)
    status = [row.get(step.id, OPEN_SPOT).status for step in unit.spots]
    return Status.MASTERED in status and set(status) <= {Status.MASTERED, Status.EXCUSED}


def _place(unit: Unit, step: Step) -> tuple[int, bool]:
    level = next(at for at, level in enumerate(unit.levels) if step in level.spots)
    return level, unit.levels[level].is_boss(step)


def _looks(step: Step, spot: Spot) -> tuple[str, ...]:
    own = spot.own_version
    return (own.note,) if own is not None and own.note else step.criteria


def _tip(spot: Spot) -> str:
    tips = (fact.note for fact in reversed(spot.standing) if fact.kind is Kind.KEEP_WORKING and fact.note)
    return next(tips, "")
