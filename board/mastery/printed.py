"""Which earned stickers are still to be printed, in the order in which they are handed out."""

from collections.abc import Iterable, Iterator

from board.mastery.curriculum import Step
from board.mastery.people import Student
from board.mastery.progress import Progress, Spot, Status

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
    return tuple((student, step) for student, step, _ in _earned(steps, students, progress))


def not_printed(steps: Iterable[Step], students: Iterable[Student], progress: Progress) -> Stickers:
    """Give the earned spots whose sticker was not printed yet, each once; see `all_earned`."""
    return tuple((student, step) for student, step, spot in _earned(steps, students, progress) if not spot.printed)


def _earned(
    steps: Iterable[Step], students: Iterable[Student], progress: Progress
) -> Iterator[tuple[Student, Step, Spot]]:
    columns = tuple({step.id: step for step in steps}.items())
    for student in students:
        row = progress.row(student.id)
        for id_, step in columns:
            spot = row.get(id_)
            if spot is not None and spot.status is Status.MASTERED:
                yield student, step, spot
