"""Whether a child of the class is the person a list names."""

import re
from enum import Enum, auto
from hashlib import sha256

from board.mastery.names.letters import folded
from board.mastery.names.person_name import PersonName, whole_name
from board.mastery.names.same_name import agrees, displays, is_like, says_whole
from board.mastery.people import Student

_CHECK = 3
"""Hex digits kept of a family name: one of 4,096, so that nobody reads the name out of them, and two seldom have the same."""

_COUNTED = re.compile(r" \d+$")
"""The number behind the name of a second child that is called the same."""


class Fit(Enum):
    """How well a child and a name fit."""

    SURE = auto()
    """The name in the class says all of it, or the check of the family name does."""
    INITIAL = auto()
    """First name and initial fit; whether the rest does, nobody noted."""
    ALIKE = auto()
    """The names are not the same, but near enough to ask."""
    NONE = auto()


def family_check(student_id: str, name: PersonName) -> str:
    """Give three hex digits by which the family name is known again without being kept; empty where there is none.

    Args:
        student_id: Whose it is; the same family name gives every child other digits.
        name: The name.
    """
    family = folded(name.family).replace(" ", "")
    return sha256(f"{student_id}\0{family}".encode()).hexdigest()[:_CHECK] if family else ""


def fit(student: Student, name: PersonName) -> Fit:
    """Tell how well a name fits a child of the class, by the names alone."""
    called = _called(student, name)
    shown = folded(called)
    has_check = bool(student.family_check) and student.family_check == family_check(student.id, name)
    if shown in displays(name):
        if has_check or (says_whole(shown, name) and (name.family or not student.family_check)):
            return Fit.SURE
        return Fit.ALIKE if student.family_check and name.family else Fit.INITIAL
    return Fit.ALIKE if has_check or is_like(called, name) else Fit.NONE


def still_agrees(student: Student, name: PersonName) -> bool:
    """Tell whether a name may be that of a child whose id it has; another family name does not agree."""
    called = _called(student, name)
    if student.family_check and name.family and not says_whole(folded(called), name):
        return student.family_check == family_check(student.id, name) and agrees(called, name)
    is_other_number = called == student.name and folded(called) not in displays(name) and _is_counted(name)
    return agrees(called, name) and not is_other_number


def shown_as(student: Student) -> str:
    """Give the name of a child as it is looked up among those a name may be shown as."""
    return folded(_COUNTED.sub("", student.name))


def _called(student: Student, name: PersonName) -> str:
    """Give what a child is called; a number behind it counts where the name of the list has one too, as in "Child 7"."""
    return student.name if _is_counted(name) else _COUNTED.sub("", student.name)


def _is_counted(name: PersonName) -> bool:
    return bool(_COUNTED.search(whole_name(name)))
