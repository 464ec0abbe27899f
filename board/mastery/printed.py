"""Which earned stickers are still to be printed, in the order in which they are handed out."""

from collections.abc import Iterable

from board.mastery.curriculum import Step
from board.mastery.people import Student
from board.mastery.progress import Progress, Status

Stickers = tuple[tuple[Student, Step], ...]
"""Spots with a sticker: student after student, each one's steps in their order, so that a sheet is cut and handed out from
top to bottom."""


def all_earned(steps: Iterable[Step], students: Iterable[Student], progress: Progress) -> Stickers:
    """Give the earned spots, each once.

    Args:
        steps: In the order of the unit; may be those of several units.
        students: As they stand in the class.
        progress: How the class stands.
    """
    columns = tuple({step.id: step for step in steps}.values())
    return tuple(
        (student, step)
        for student in students
        for step in columns
        if progress.spot(student.id, step.id).status is Status.MASTERED
    )


def not_printed(steps: Iterable[Step], students: Iterable[Student], progress: Progress) -> Stickers:
    """Give the earned spots whose sticker was not printed yet, each once; see `all_earned`."""
    earned = all_earned(steps, students, progress)
    return tuple((student, step) for student, step in earned if not progress.spot(student.id, step.id).printed)
