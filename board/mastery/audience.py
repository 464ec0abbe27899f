"""Who looks, and what they may see: dignity by construction."""

from collections.abc import Iterable
from enum import StrEnum

from board.mastery.curriculum import Level, Step, Unit
from board.mastery.people import Student
from board.mastery.progress import Progress, Spot, Status


class Audience(StrEnum):
    """Who a view is made for."""

    TEACHER = "teacher"
    STUDENT = "student"
    """The one student it is about."""
    EVERYBODY = "everybody"


def seen_status(spot: Spot, audience: Audience) -> Status:
    """Give the status this audience may see.

    Everybody sees stickers and open spots, nothing between; an excused spot looks like any open one to all but
    the teacher.
    """
    if audience is Audience.TEACHER or spot.status is Status.MASTERED:
        return spot.status
    if audience is Audience.EVERYBODY or spot.status is Status.EXCUSED:
        return Status.OPEN
    return spot.status


def earned_by_level(
    unit: Unit, students: Iterable[Student], progress: Progress
) -> tuple[tuple[Level, tuple[Step, ...]], ...]:
    """Give what the class has earned, level by level, with no student to be told from it.

    Returns:
        For each level its earned steps, one for each sticker, sorted by column: the order holds no student.
    """
    everyone = tuple(students)
    return tuple(
        (
            level,
            tuple(
                step
                for step in level.spots
                for student in everyone
                if progress.spot(student.id, step.id).status is Status.MASTERED
            ),
        )
        for level in unit.levels
    )
