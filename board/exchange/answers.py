"""Answers about one step or one status, as plain text and for scripts: who needs this step, who is ready. For the teacher."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from board import words
from board.mastery.curriculum import Step, Unit
from board.mastery.people import Assessor, Student
from board.mastery.progress import OPEN_SPOT, Progress, Status
from board.mastery.readiness import statuses
from board.words.reasons import locked_reason

_IN_ORDER = (
    Status.READY,
    Status.KEEP_WORKING,
    Status.PRACTISING,
    Status.OPEN,
    Status.LOCKED,
    Status.MASTERED,
    Status.EXCUSED,
)
"""Who waits for the teacher first, who needs nothing last."""


class Question(NamedTuple):
    """What is asked.

    Attributes:
        step: The one step it is about, None for every step.
        status: The one status it is about, None for every status.
    """

    step: Step | None = None
    status: Status | None = None


def answer_text(
    asked: Question,
    students: Sequence[Student],
    units: Sequence[Unit],
    progress: Progress,
    assessors: Sequence[Assessor],
) -> str:
    """Give the answer in lines that can be listened to: whose, what, and a sign last.

    Args:
        asked: The question.
        students: About whom.
        units: The units of the class.
        progress: How they stand.
        assessors: Who judges.
    """
    if asked.step is not None:
        judges = {assessor.id: assessor.name for assessor in assessors}
        lines = _about_step(asked.step, asked.status, students, _Standing(units, progress, judges))
    else:
        assert asked.status is not None
        lines = _about_status(asked.status, students, units, progress)
    return "\n".join(lines) + "\n"


class _Standing(NamedTuple):
    units: Sequence[Unit]
    progress: Progress
    judges: Mapping[str, str]


def _about_step(step: Step, status: Status | None, students: Sequence[Student], standing: _Standing) -> Iterator[str]:
    units, progress, judges = standing
    unit = next(unit for unit in units if step in unit.spots)
    boss = unit.is_boss(step)
    now = {student.id: _status_of(unit, step, student, progress) for student in students}
    yield from (step.title, "=" * len(step.title))
    for wanted in _IN_ORDER if status is None else (status,):
        theirs = [student for student in students if now[student.id] is wanted]
        if not theirs and status is None:
            continue
        title = words.FOR_ADULTS[wanted]
        yield from ("", f"{title}: {len(theirs)}" if theirs else f"{title}: nobody")
        for student in theirs:
            spot = progress.spot(student.id, step.id)
            told = locked_reason(unit, progress.row(student.id), step) if wanted is Status.LOCKED else ""
            yield f"  {student.name}: {told or words.spot_words(spot, judges)}  {words.glyph(wanted, boss=boss)}"


def _about_status(
    status: Status, students: Sequence[Student], units: Sequence[Unit], progress: Progress
) -> Iterator[str]:
    title = words.FOR_ADULTS[status]
    yield from (title, "=" * len(title))
    found = False
    for unit in units:
        rows = [(student, _statuses_of(unit, student, progress)) for student in students]
        told = [
            f"  {step.title}: {', '.join(names)}"
            for step in unit.spots
            if (names := [student.name for student, row in rows if row[step.id] is status])
        ]
        if told:
            found = True
            yield from ("", unit.title, *told)
    if not found:
        yield from ("", "Nobody.")


def _statuses_of(unit: Unit, student: Student, progress: Progress) -> Mapping[str, Status]:
    now = statuses(unit, progress.row(student.id))
    return dict(zip((step.id for step in unit.spots), now, strict=True))


def _status_of(unit: Unit, step: Step, student: Student, progress: Progress) -> Status:
    return _statuses_of(unit, student, progress).get(step.id, OPEN_SPOT.status)


def answer_json(whole: Mapping[str, Any], asked: Question) -> dict[str, Any]:
    """Give the class for scripts with nothing but what is asked about, in the same shape.

    Args:
        whole: The class as `report.class_json` gives it.
        asked: The question; without a step and a status everything stays.
    """
    progress = {
        student: {step: spot for step, spot in row.items() if _is_asked(asked, step, spot["status"])}
        for student, row in whole["progress"].items()
    }
    if asked.status is not None:
        progress = {student: row for student, row in progress.items() if row}
    return {
        **whole,
        "students": [student for student in whole["students"] if student["id"] in progress],
        "progress": progress,
        "levels": {student: levels for student, levels in whole["levels"].items() if student in progress},
    }


def _is_asked(asked: Question, step: str, status: str) -> bool:
    return (asked.step is None or step == asked.step.id) and (asked.status is None or status == asked.status.value)
