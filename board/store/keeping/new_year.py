"""A new school year: a class that starts with what an old one has, and without its marks."""

from dataclasses import replace

from board.mastery.curriculum import spots_by_id
from board.store.book import Book
from board.store.documents.tables import ABOUT, ASSESSORS, STUDENTS, UNITS, put


def start_from(old: Book, new: Book, *, students: bool = True, units: bool = True) -> None:
    """Take the students, units and adults of an old class into a new one.

    What families said of photos was said for the old class, so it is asked anew. Children who left stay behind, and so do archived steps no unit uses; a child keeps its id, so that the years can be told to be
    one child's.

    Args:
        old: The class to start from; it stays as it is.
        new: The new class.
        students: Whether to take the students.
        units: Whether to take the units.

    Raises:
        NotSaved: Not everything was taken.
    """
    known = {assessor.name for assessor in new.assessors}
    for assessor in old.assessors:
        if assessor.name not in known:
            new.edit(ASSESSORS, put(assessor))
    if students:
        there = {student.id for student in new.everyone}
        coming = tuple(replace(one, also=(), photos=False) for one in old.students if one.id not in there)
        new.edit(STUDENTS, lambda now: (*now, *coming))
    used = set(spots_by_id(old.units))
    stays = {field: getattr(old.about, field) for field in ("looks_first", "most_asked", "kiosk")}
    if new.about._replace(**stays) != new.about:
        new.edit(ABOUT, lambda about: about._replace(**stays))
    for unit in old.units if units else ():
        new.edit(UNITS, put(replace(unit, archived=tuple(step for step in unit.archived if step.id in used))))
