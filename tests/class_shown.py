"""A class as a screen shows it, kept nowhere: for screens that only look."""

from dataclasses import dataclass
from typing import cast

from board.mastery.curriculum import Unit
from board.mastery.people import Assessor, Student
from board.mastery.progress import Progress
from board.store.class_book import ClassBook
from board.store.documents.tables import About
from builders import UNIT

_ABOUT = About("Room 12", looks_first=False)


@dataclass
class _Shown:
    progress: Progress
    students: tuple[Student, ...]
    units: tuple[Unit, ...]
    name: str
    assessors: tuple[Assessor, ...] = ()
    about: About = _ABOUT

    @property
    def everyone(self) -> tuple[Student, ...]:
        return self.students


def class_shown(
    progress: Progress, students: tuple[Student, ...], *, unit: Unit = UNIT, name: str = "Room 12"
) -> ClassBook:
    """Give a class that can be looked at and nothing else."""
    return cast("ClassBook", _Shown(progress, students, (unit,), name))
