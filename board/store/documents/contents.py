"""class.json as domain values; what in it does not count is set aside with its reason, and the rest works."""

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, NamedTuple

from board.mastery.curriculum import Unit
from board.mastery.kiosk import Kiosk
from board.mastery.people import Assessor, Student, clean_name
from board.mastery.plan import USUAL_PLAN, Plan
from board.store.documents.aside import SetAside
from board.store.documents.records import Reading, is_id
from board.store.documents.shapes import AboutRecord, AdultRecord, StudentRecord, Why
from board.store.documents.tables import About
from board.store.documents.units import units_of

_TEACHER = "Teacher"
"""Who stands in where no adult can be read, so that marking goes on."""


class Contents(NamedTuple):
    """What class.json says.

    Attributes:
        about: About the class itself.
        students: Everybody listed, in the order of the roster.
        assessors: The adults, the usual one first; never empty.
        units: In the order they were added.
        aside: What in it does not count.
    """

    about: About
    students: tuple[Student, ...]
    assessors: tuple[Assessor, ...]
    units: tuple[Unit, ...]
    aside: tuple[SetAside, ...]


def contents_of(tables: Mapping[str, Mapping[str, Any]], folder: Path) -> Contents | None:
    """Give what the tables of a class say; None when they name neither the class nor anybody or anything in it.

    Args:
        tables: In today's shape.
        folder: The class folder; its name stands in for a name that can't be read.
    """
    said = tables.get("class", {}).get("about", {})
    if "name" not in said and not any(tables.get(table) for table in ("students", "assessors", "units")):
        return None
    reading = Reading()
    about = _about(reading, said, folder)
    students = _students(reading, tables.get("students", {}))
    adults = _adults(reading, tables.get("assessors", {}))
    units = units_of(reading, tables.get("units", {}))
    return Contents(about, students, adults, units, tuple(reading.aside))


def _about(reading: Reading, doc: Mapping[str, Any], folder: Path) -> About:
    said = reading.record(AboutRecord, doc, SetAside("class"))
    if said is None:
        named = {**doc, "name": clean_name(folder.absolute().stem) or "Class"}
        said = Reading().record(AboutRecord, named, SetAside("class")) or AboutRecord(named["name"])
    if said.id and not is_id(said.id):
        reading.note(SetAside("class"), doc, "id", Why.ID)
        return _about_of(said, doc)._replace(id="")
    return _about_of(said, doc)


_UNREADABLE = "?"
"""Kept in place of a PIN that is no text: there is one, and no digits are right, so that damage opens nothing."""


def _about_of(said: AboutRecord, doc: Mapping[str, Any]) -> About:
    kiosk = Kiosk(*(getattr(said, f"kiosk_{field}") for field in Kiosk._fields))
    if not isinstance(doc.get("kiosk_pin") or "", str):
        kiosk = kiosk._replace(pin=_UNREADABLE)
    return About(said.name, said.id, said.looks_first, said.asking, said.most_asked, kiosk)


def _students(reading: Reading, docs: Mapping[str, Any]) -> tuple[Student, ...]:
    found = []
    for id_, doc in docs.items():
        said = _with_id(reading, id_, doc, "students") and reading.record(StudentRecord, doc, SetAside("students", id_))
        if said:
            found.append(_student(id_, said))
    return _parted(reading, found) if any(student.also for student in found) else tuple(found)


_PLAN = frozenset(field.name for field in fields(Plan))


def _student(id_: str, said: StudentRecord) -> Student:
    told = {name: getattr(said, name) for name in StudentRecord.__struct_fields__}
    plan = {name: told.pop(name) for name in _PLAN}
    return Student(
        id_,
        **told,
        plan=USUAL_PLAN
        if said.freedom is USUAL_PLAN.freedom and not any(map(plan.get, _PLAN - {"freedom"}))
        else Plan(**plan),
    )


def _parted(reading: Reading, found: list[Student]) -> tuple[Student, ...]:
    """Give students with no double that stands in the class itself, or counts for somebody else."""
    taken = {student.id for student in found}
    students = []
    for student in found:
        also = tuple(double for double in student.also if double not in taken)
        taken.update(also)
        if also != student.also:
            reading.note(SetAside("students", student.id), {"name": student.name}, "also", Why.LISTED)
        students.append(replace(student, also=also))
    return tuple(students)


def _adults(reading: Reading, docs: Mapping[str, Any]) -> tuple[Assessor, ...]:
    """Give the adults; where none can be read somebody stands in, under the first id there is, so that marks find their adult."""
    ids = [id_ for id_, doc in docs.items() if _with_id(reading, id_, doc, "assessors")]
    read = [(id_, reading.record(AdultRecord, docs[id_], SetAside("assessors", id_))) for id_ in ids]
    found = tuple(Assessor(id_, said.name, said.role) for id_, said in read if said is not None)
    if found:
        return found
    reading.note(SetAside("assessors"), None, why=Why.NO_ADULT)
    return (Assessor(ids[0] if ids else "teacher", _TEACHER),)


def _with_id(reading: Reading, id_: str, doc: object, kind: str) -> bool:
    if is_id(id_):
        return True
    reading.note(SetAside(kind), doc, why=Why.ID, whole=True)
    return False
