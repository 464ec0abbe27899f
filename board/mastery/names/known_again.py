"""Whether a child of the class is the person a list names."""

import re
from enum import Enum, auto
from hashlib import sha256

from board.mastery.names.letters import folded
from board.mastery.names.person_name import PersonName
from board.mastery.names.same_name import agrees, displays, is_like
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
    shown = shown_as(student)
    if shown in displays(name):
        if _says_all(shown, name) or student.family_check == family_check(student.id, name):
            return Fit.SURE
        return Fit.ALIKE if student.family_check else Fit.INITIAL
    return Fit.ALIKE if is_like(_COUNTED.sub("", student.name), name) else Fit.NONE


def still_agrees(student: Student, name: PersonName) -> bool:
    """Tell whether a name may be that of a child whose id it has; another family name does not agree."""
    shown = shown_as(student)
    if student.family_check and name.family and not _says_all(shown, name):
        return student.family_check == family_check(student.id, name) and agrees(_COUNTED.sub("", student.name), name)
    return shown in displays(name) or agrees(_COUNTED.sub("", student.name), name)


def shown_as(student: Student) -> str:
    """Give the name of a child as it is looked up among those a name may be shown as."""
    return folded(_COUNTED.sub("", student.name))


def _says_all(shown: str, name: PersonName) -> bool:
    """Tell whether what is shown holds the whole family name."""
    family = folded(name.family)
    return not family or shown.startswith(family) or f" {shown}".endswith(f" {family}")
