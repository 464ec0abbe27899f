"""The class as plain text, also for a screen reader, and as JSON for scripts."""

from collections.abc import Iterator, Sequence
from typing import Any

from board import words
from board.counting import listed
from board.mastery.agreement import Second
from board.mastery.audience import Audience, seen_art
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Fact
from board.mastery.people import Assessor, Student
from board.mastery.progress import OPEN_SPOT, Progress, Row, Spot, Status
from board.mastery.readiness import Readiness, level_readiness, next_steps, statuses, unit_readiness
from board.mastery.showing import VERDICTS
from board.words.reasons import level_reasons, locked_reason
from board.words.showings import all_words

_TOLD = (Status.READY, Status.KEEP_WORKING, Status.PRACTISING, Status.EXCUSED)


def class_text(name: str, students: Sequence[Student], units: Sequence[Unit], progress: Progress) -> str:
    """Give the report of a whole class, a few lines for each student and unit. For the teacher."""
    lines = [name, "=" * len(name)]
    if not students:
        lines += ["", "No students yet. Add them with: board roster FILE"]
    if not units:
        lines += ["", "No units yet. Add one with: board unit FILE"]
    for unit in units:
        lines += ["", unit.title, "-" * len(unit.title)]
        for student in students:
            lines += ["", student.name, *(f"  {line}" for line in _student_lines(unit, progress.row(student.id)))]
    return "\n".join(lines) + "\n"


def _student_lines(unit: Unit, row: Row) -> Iterator[str]:
    for number, ready in enumerate(unit_readiness(unit, row), 1):
        got = [step.title for step in ready.level.spots if row.get(step.id, OPEN_SPOT).status is Status.MASTERED]
        if got or _worked_on(ready.level, row):
            yield f"{number}. {_level_line(ready)}"
        if got:
            yield f"   {words.FOR_ADULTS[Status.MASTERED]}: {', '.join(got)}"
        for status in _TOLD:
            titles = [step.title for step in ready.level.spots if row.get(step.id, OPEN_SPOT).status is status]
            if titles:
                yield f"   {words.FOR_ADULTS[status]}: {', '.join(titles)}"
    following = next_steps(unit, row)
    if following:
        yield f"Next: {', '.join(step.title for step in following[:3])}"


def _level_line(ready: Readiness) -> str:
    told = " ".join(level_reasons(ready))
    return told if ready.finished else f"{ready.level.title}: {told}"  # that it is finished is said with its title


def _worked_on(level: Level, row: Row) -> bool:
    return any(row.get(step.id, OPEN_SPOT).status is not Status.OPEN for step in level.spots)


def student_text(student: Student, units: Sequence[Unit], progress: Progress, assessors: Sequence[Assessor]) -> str:
    """Give the report of one student: every step with its status, who checked it, and the tips. For the teacher."""
    row = progress.row(student.id)
    judges = {assessor.id: assessor.name for assessor in assessors}
    lines = [student.name, "=" * len(student.name)]
    for unit in units:
        lines += ["", unit.title, "-" * len(unit.title)]
        now = dict(zip((step.id for step in unit.spots), statuses(unit, row), strict=True))
        for number, level in enumerate(unit.levels, 1):
            lines += ["", f"{number}. {_level_line(level_readiness(level, row))}"]
            for step in level.spots:
                sign = words.glyph(now[step.id], boss=level.is_boss(step))
                spot = row.get(step.id, OPEN_SPOT)
                told = locked_reason(unit, row, step) or words.spot_words(spot, judges)
                lines.append(f"  {step.title}: {told}  {sign}")
                lines += how_lines(spot)
                lines += [f"      note, {note}" for note in words.notes_on(spot, judges)]
                picture = progress.picture(student.id, step.id)
                lines += [f"      {words.picture_words(picture)}"] if picture is not None else []
    return "\n".join(lines) + "\n"


def how_lines(spot: Spot) -> list[str]:
    """Say how a step was seen that an adult has judged; another child who saw it too has no name, for families read it."""
    told = spot.mark is not None and spot.second is Second.NONE and spot.mark.kind in VERDICTS
    said = all_words(spot.mark, {}) if told and spot.mark is not None else ()
    return [f"      {' · '.join(said)}"] if said else []


def facts_json(said: str, facts: Sequence[Fact]) -> dict[str, Any]:
    """Give what a command kept, for scripts: the ids are what `board undo` takes."""
    kept = [
        {"id": fact.id, "kind": fact.kind.value, "student": fact.student, "step": fact.step, "of": fact.of}
        for fact in facts
    ]
    return {"said": said, "facts": kept}


def class_json(
    name: str,
    students: Sequence[Student],
    units: Sequence[Unit],
    progress: Progress,
    assessors: Sequence[Assessor] = (),
) -> dict[str, Any]:
    """Give the class for scripts: every spot's status, every level's readiness with its reasons."""
    judges = {assessor.id: assessor.name for assessor in assessors}
    return {
        "class": {"name": name},
        "students": [{"id": one.id, "name": one.name, "alias": one.alias} for one in students],
        "units": [_unit_json(unit) for unit in units],
        "progress": {one.id: _row_json(units, progress, one.id, judges) for one in students},
        "levels": {one.id: _levels_json(units, progress.row(one.id)) for one in students},
    }


def _unit_json(unit: Unit) -> dict[str, Any]:
    return {
        "id": unit.id,
        "title": unit.title,
        "levels": [
            {
                "id": level.id,
                "title": level.title,
                "steps": [{"id": step.id, "title": step.title, "boss": level.is_boss(step)} for step in level.spots],
            }
            for level in unit.levels
        ],
    }


def _row_json(units: Sequence[Unit], progress: Progress, student: str, judges: dict[str, str]) -> dict[str, Any]:
    answer = {}
    row = progress.row(student)
    for unit in units:
        for step, status in zip(unit.spots, statuses(unit, row), strict=True):
            spot = row.get(step.id, OPEN_SPOT)
            mark = spot.mark
            answer[step.id] = {
                "status": status.value,
                "how": mark.how.value if mark and status is Status.MASTERED else None,
                "at": mark.at if mark else None,
                "by": _by(spot, judges) if mark else None,
                "fact": mark.id if mark else None,
                "art": _art(progress, student, step) if status is Status.MASTERED else None,
            }
    return answer


def _by(spot: Spot, judges: dict[str, str]) -> str:
    """Name who made the mark of a spot, both where two adults saw it; nobody while a second one is to see it."""
    if spot.second is not Second.NONE:
        return ""
    return listed([judges.get(by, by) for by in spot.judges])


def _art(progress: Progress, student: str, step: Step) -> str | None:
    """Name the picture others see on a sticker: the id of an own one, else the starter badge."""
    own = seen_art(progress, student, step.id, Audience.EVERYBODY)
    if own is not None:
        return own.id
    return f"starter:{step.badge}" if step.badge else None


def _levels_json(units: Sequence[Unit], row: Row) -> dict[str, Any]:
    return {ready.level.id: _ready_json(ready) for unit in units for ready in unit_readiness(unit, row)}


def _ready_json(ready: Readiness) -> dict[str, Any]:
    return {"boss_open": ready.boss_open, "certified": ready.finished, "why": list(level_reasons(ready))}
