"""Which small group to call to the table, and for which step."""

from collections import Counter
from collections.abc import Iterable, Sequence

from board.mastery.curriculum import Step, Unit
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import Progress, Spot, Status
from board.mastery.readiness import next_steps

_WORKING = (Status.PRACTISING, Status.READY, Status.KEEP_WORKING)


def working_on(step: Step, students: Iterable[Student], progress: Progress) -> tuple[Student, ...]:
    """Give the students who are at work on a step: trying it, ready to show it, or told to keep working.

    Args:
        step: The step.
        students: Who may come, in the order of the class; they come out in it, which says nothing about how far each is.
        progress: How they stand.
    """
    return tuple(student for student in students if progress.spot(student.id, step.id).status in _WORKING)


def called_for(unit: Unit, step: Step, students: Sequence[Student], progress: Progress) -> tuple[Student, ...]:
    """Give the students to call for a step: those at work on it, or, where nobody is, those who may start it.

    Args:
        unit: The unit of the step.
        step: The step.
        students: Who may come, in the order of the class.
        progress: How they stand.
    """
    at_work = working_on(step, students, progress)
    return at_work or tuple(
        student for student in students if any(step.id == one.id for one in next_steps(unit, progress.row(student.id)))
    )


def busiest_step(unit: Unit, students: Sequence[Student], progress: Progress) -> Step | None:
    """Give the step of a unit with the most students at work on it, the earliest of several.

    Where nobody is at work on any, the first of those that are open to the most students; None when every step is done or
    opens later for all of them.

    Args:
        unit: Its steps and Bosses.
        students: Who may come.
        progress: How they stand.
    """
    at_work = Counter({step.id: len(working_on(step, students, progress)) for step in unit.spots})
    if not any(at_work.values()):
        at_work = Counter(step.id for student in students for step in next_steps(unit, progress.row(student.id)))
    busiest = max(unit.spots, key=lambda step: at_work[step.id], default=None)
    return busiest if busiest is not None and at_work[busiest.id] else None


def last_tip(spot: Spot) -> str:
    """Give the last tip on a spot whose child was told to keep working; nothing for any other."""
    tips = (fact.note for fact in reversed(spot.standing) if fact.kind is Kind.KEEP_WORKING and fact.note)
    return next(tips, "") if spot.status is Status.KEEP_WORKING else ""
