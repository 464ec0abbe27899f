"""Domain values to JSON and back; beyond this door nobody sees a dict."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from board.disk import NotSaved
from board.errors import Refusal
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Fact, How, Kind, Sort, sort_of
from board.mastery.people import Assessor, Student

Document = dict[str, Any]

Documents = dict[str, dict[str, Any]]
"""Tables by name, documents by id."""


class BadLine(ValueError):
    """A line of a ledger that holds no fact."""


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


def assessor_document(assessor: Assessor) -> Document:
    """Give an assessor as a document."""
    return {"name": assessor.name}


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


def document_bytes(documents: Mapping[str, Mapping[str, Document]]) -> bytes:
    """Give whole tables as the bytes of class.json, indented so that a person can read them.

    Raises:
        NotSaved: They hold something nested so deeply that nobody can write it.
    """
    try:
        text = json.dumps(documents, ensure_ascii=False, indent=1)
    except RecursionError as error:
        raise NotSaved(
            "class.json holds something nested too deeply to be written, so nothing was changed; take it out by hand."
        ) from error
    return text.encode("utf-8", "backslashreplace")  # half a surrogate pair is written as JSON writes it


def fact_line(fact: Fact) -> bytes:
    """Give a fact as one line of a ledger: JSON without empty fields, ended by a line feed."""
    doc = _filled(**fact._asdict())
    if fact.how is How.SHOWN:
        del doc["how"]
    if fact.step_version == 1:
        del doc["step_version"]
    return json.dumps(doc, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def fact_of(line: bytes) -> Fact:
    """Give the fact a line of a ledger holds.

    Raises:
        BadLine: It holds none.
        Refusal: It holds a fact of a kind that only a newer version of the board knows.
    """
    try:
        doc = json.loads(line)
        doc["kind"] = _kind(doc["kind"])
        if "how" in doc:
            doc["how"] = How(doc["how"])
        if "evidence" in doc:
            doc["evidence"] = tuple(doc["evidence"])
        fact = Fact._make(map(doc.get, Fact._fields, _UNSAID))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadLine from error
    if not _may_be(tuple(map(type, fact))) or not _TEXT.issuperset(map(type, fact.evidence)):
        raise BadLine
    return fact


_TEXT = frozenset((str,))
_UNSAID = tuple((Fact._field_defaults | {"by": ""}).get(field) for field in Fact._fields)
"""What the fields hold of which a line says nothing."""


@lru_cache(maxsize=1024)
def _may_be(types: tuple[type, ...]) -> bool:
    """Tell whether values of these types may stand in the fields of a fact."""
    return all(map(_may_stand, Fact._fields, types))


def _may_stand(field: str, kind: type) -> bool:
    if field == "seq":
        return kind is int
    if sort_of(field) in (Sort.ID, Sort.WORDS):
        needed = field not in Fact._field_defaults
        return issubclass(kind, str) or (kind is type(None) and not needed)
    return True


_KINDS = {kind.value: kind for kind in Kind}


def _kind(word: object) -> Kind:
    if not isinstance(word, str):
        raise BadLine
    try:
        return _KINDS[word]
    except KeyError:
        raise Refusal("This class was used with a newer version of the board; update the board to open it.") from None


def _filled(**fields: Any) -> Document:
    return {key: value for key, value in fields.items() if value not in (None, "", (), [])}
