"""Documents to domain values and back; beyond this door nobody sees a dict."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from board.mastery.curriculum import Level, Path, Step, Unit
from board.mastery.people import Assessor, Student

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
    )


def student_of(id_: str, doc: Mapping[str, Any]) -> Student:
    """Give the student a document describes."""
    alias, emblem, grade, number = (doc.get(key, "") for key in ("alias", "emblem", "grade", "number"))
    left, also = doc.get("left", False), tuple(doc.get("also", ()))
    return Student(id_, doc["name"], alias, emblem, grade, number, left, also)


def assessor_document(assessor: Assessor) -> Document:
    """Give an assessor as a document."""
    return {"name": assessor.name}


def assessor_of(id_: str, doc: Mapping[str, str]) -> Assessor:
    """Give the assessor a document describes."""
    return Assessor(id_, doc["name"])


def unit_document(unit: Unit) -> Document:
    """Give a unit as a document; a step at home in another unit is kept by its id alone."""
    return _filled(
        title=unit.title,
        subjects=list(unit.subjects),
        path=unit.path.value,
        levels=[_level_document(level, unit.id) for level in unit.levels],
        archived=[_step_document(step, unit.id) for step in unit.archived],
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
    )


def units_of(docs: Iterable[tuple[str, Document]]) -> tuple[Unit, ...]:
    """Give the units these documents describe; steps used from another unit are looked up in it.

    Args:
        docs: Unit ids with their documents, in the order of the class.
    """
    listed = list(docs)
    home = {
        step["id"]: _step_of(step)
        for _, doc in listed
        for step in (*doc.get("archived", ()), *_all_steps(doc))
        if "id" in step
    }
    return tuple(_unit_of(id_, doc, home) for id_, doc in listed)


def _all_steps(doc: Document) -> list[Document]:
    levels = doc.get("levels", ())
    return [step for level in levels for step in (*level.get("steps", ()), level.get("boss")) if step]


def _unit_of(id_: str, doc: Document, home: Mapping[str, Step]) -> Unit:
    return Unit(
        id_,
        doc["title"],
        tuple(_level_of(level, home) for level in doc.get("levels", ())),
        tuple(doc.get("subjects", ())),
        Path(doc["path"]),
        tuple(home[step["id"]] for step in doc.get("archived", ())),
    )


def _level_of(doc: Document, home: Mapping[str, Step]) -> Level:
    steps = tuple(_found(step, home) for step in doc.get("steps", ()))
    boss = doc.get("boss")
    return Level(
        doc["id"],
        doc["title"],
        tuple(step for step in steps if step is not None),
        doc.get("needed"),
        frozenset(doc.get("must", ())),
        _found(boss, home) if boss else None,
    )


def _found(doc: Document, home: Mapping[str, Step]) -> Step | None:
    return home.get(doc["id"] if "id" in doc else doc["use"])


def _step_of(doc: Document) -> Step:
    return Step(
        doc["id"],
        doc["title"],
        doc["i_can"],
        criteria=tuple(doc.get("criteria", ())),
        ways=tuple(doc.get("ways", ())),
        needs=tuple(doc.get("needs", ())),
        standards=tuple(doc.get("standards", ())),
        subjects=tuple(doc.get("subjects", ())),
        badge=doc.get("badge", ""),
        version=doc.get("version", 1),
    )


def document_bytes(documents: Mapping[str, Mapping[str, Document]]) -> bytes:
    """Give whole tables as the bytes of class.json, indented so that a person can read them."""
    return json.dumps(documents, ensure_ascii=False, indent=1).encode()


def _filled(**fields: Any) -> Document:
    return {key: value for key, value in fields.items() if value not in (None, "", (), [])}
