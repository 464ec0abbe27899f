"""Which students a board shows: everyone, or only those a teacher wants to see now."""

from collections.abc import Collection, Sequence
from enum import Enum
from typing import NamedTuple

from board.mastery.curriculum import Step
from board.mastery.people import Student
from board.mastery.progress import Progress, Status


class Shown(Enum):
    """Who is shown, in the order of the filter key."""

    EVERYONE = "everyone"
    NEEDS_STEP = "needs the step"
    READY = "ready to show"
    CHOSEN = "chosen"

    def after(self) -> "Shown":
        """Give the next in the order of the filter key; after the last comes the first."""
        listed = list(Shown)
        return listed[(listed.index(self) + 1) % len(listed)]


class Only(NamedTuple):
    """Who alone is shown; they stay until it is asked for anew, so that nobody vanishes at a mark.

    Attributes:
        shown: As who they are shown.
        step: Id of the step it is about.
        ids: Their ids; nobody means that everyone is shown.
    """

    shown: Shown = Shown.EVERYONE
    step: str = ""
    ids: frozenset[str] = frozenset()


def shown_students(
    shown: Shown, students: Sequence[Student], step: Step, progress: Progress, chosen: Collection[str]
) -> tuple[Student, ...]:
    """Give the students that are shown, in the order of the class.

    Args:
        shown: Who is wanted.
        students: The class.
        step: The step it is about.
        progress: How everybody stands.
        chosen: Ids of the chosen students.
    """
    return tuple(student for student in students if _is_meant(shown, student, step, progress, chosen))


def _is_meant(shown: Shown, student: Student, step: Step, progress: Progress, chosen: Collection[str]) -> bool:
    status = progress.spot(student.id, step.id).status
    match shown:
        case Shown.NEEDS_STEP:
            return status not in (Status.MASTERED, Status.EXCUSED)
        case Shown.READY:
            return status is Status.READY
        case Shown.CHOSEN:
            return student.id in chosen
    return True
