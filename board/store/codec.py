"""Documents to domain values and back; beyond this door nobody sees a dict."""

import json
import math
from collections.abc import Mapping
from typing import Any

from board.disk import NotSaved
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.people import AdultRole, Assessor, Student
from board.mastery.plan import USUAL_PLAN, Plan

Document = dict[str, Any]

Documents = dict[str, dict[str, Any]]
"""Tables by name, documents by id."""


def student_document(student: Student) -> Document:
    """Give a student as a document, without empty fields."""
    return _filled(
        name=student.name,
        alias=student.alias,
        emblem=student.emblem,
        grade=student.grade,
        number=student.number,
        left=student.left or None,
        also=list(student.also),
        family_check=student.family_check,
        photos=student.photos or None,
        card=student.card or None,
        patience=None if student.patience == 1 else student.patience,
        **_plan_fields(student.plan),
    )


def _plan_fields(plan: Plan) -> Document:
    return _filled(
        freedom=None if plan.freedom is USUAL_PLAN.freedom else plan.freedom.value,
        order=list(plan.order),
        extra=list(plan.extra),
        shows_best=list(plan.shows_best),
        supports=list(plan.supports),
    )


def assessor_document(assessor: Assessor) -> Document:
    """Give an assessor as a document."""
    role = None if assessor.role is AdultRole.TEACHER else assessor.role.value
    return _filled(name=assessor.name, role=role) or {"name": ""}


def unit_document(unit: Unit) -> Document:
    """Give a unit as a document; a step at home in another unit is kept by its id alone."""
    return _filled(
        title=unit.title,
        subjects=list(unit.subjects),
        path=unit.path.value,
        levels=[_level_document(level, unit.id) for level in unit.levels],
        archived=[_step_document(step, unit.id) for step in unit.archived],
        two_adults=unit.two_adults or None,
    )


def _level_document(level: Level, unit_id: str) -> Document:
    return _filled(
        id=level.id,
        title=level.title,
        needed=level.needed,
        must=sorted(level.must),
        steps=[_step_document(step, unit_id) for step in level.steps],
        boss=level.boss and _step_document(level.boss, unit_id),
    )


def _step_document(step: Step, unit_id: str) -> Document:
    if not step.id.startswith(f"{unit_id}/"):
        return {"use": step.id}
    return _filled(
        id=step.id,
        title=step.title,
        i_can=step.i_can,
        criteria=list(step.criteria),
        ways=list(step.ways),
        needs=list(step.needs),
        standards=list(step.standards),
        subjects=list(step.subjects),
        badge=step.badge,
        version=step.version,
        grow_from=step.grow_from,
        counts=list(step.counts),
        not_yet=list(step.not_yet),
    )


CLASS_BYTES = 64 << 20
"""Most bytes of class.json: a thousand times what a large class with many units has."""


class _NaN(float):
    """NaN that is equal to itself: documents are compared to find what was changed."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, float) and math.isnan(other)

    __hash__ = float.__hash__


_CONSTANTS = {"NaN": _NaN("nan"), "Infinity": math.inf, "-Infinity": -math.inf}


def json_of(data: bytes) -> Any:
    """Give what the bytes of a JSON file hold; a number too long for any program is text, so that only its field is wrong.

    Two readings of the same bytes are equal, also where they hold NaN.

    Raises:
        ValueError: They are no JSON.
        RecursionError: They are nested too deeply.
    """
    try:
        return json.loads(data, parse_constant=_CONSTANTS.get)
    except ValueError:
        return json.loads(data, parse_int=_number, parse_constant=_CONSTANTS.get)


def _number(digits: str) -> int | str:
    try:
        return int(digits)
    except ValueError:
        return digits


def document_bytes(documents: Mapping[str, Mapping[str, Document]]) -> bytes:
    """Give whole tables as the bytes of class.json, indented so that a person can read them.

    Raises:
        NotSaved: They hold something nested so deeply that nobody can write it.
    """
    try:
        text = json.dumps(documents, ensure_ascii=False, indent=1)
    except RecursionError as error:
        raise NotSaved(
            "Nothing was changed: the file holds something nested too deeply to be written; take it out by hand."
        ) from error
    return text.encode("utf-8", "backslashreplace")  # half a surrogate pair is written as JSON writes it


def _filled(**fields: Any) -> Document:
    return {key: value for key, value in fields.items() if value not in (None, "", (), [])}
