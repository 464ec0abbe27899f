"""The first way through a set: which classes there are, who teaches them, how many children each has; no child's name is kept."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from board.counting import listed
from board.exchange.sets.kinds import CLASS_WORDS, MEMBER_WORDS, PEOPLE_WORDS, ROLE_WORDS, Part, SetParts
from board.exchange.sets.said_by_schools import (
    Role,
    Stay,
    is_change,
    is_gone,
    is_known_status,
    role_of,
    something,
    stay_of,
)
from board.exchange.sets.school_class import SchoolClass
from board.exchange.sets.set_sheet import Meter, opened
from board.mastery.people import clean_name

_FEW = 3
"""How many statuses nobody knows are named."""


class Standing(NamedTuple):
    """What a file of roles says of somebody.

    Attributes:
        role: What the person is.
        is_there: Whether one of the roles counts today.
        grade: As the school writes it, or empty.
    """

    role: Role
    is_there: bool
    grade: str


@dataclass(slots=True)
class _Class:
    title: str
    code: str
    grades: tuple[str, ...]
    teachers: list[str]
    now: set[int] = field(default_factory=set)
    later: set[int] = field(default_factory=set)


class Overview(NamedTuple):
    """What the first way through a set found.

    Attributes:
        classes: In the order of their titles.
        students: How many active students the school has.
        ids: The ids of all children.
        standings: What a file of roles says of each person, by id; empty where there is none.
        is_whole: Whether the set names everybody, and not only changes.
        remarks: What was noticed, in whole sentences.
    """

    classes: tuple[SchoolClass, ...]
    students: int
    ids: Container[str]
    standings: Mapping[str, Standing]
    is_whole: bool
    remarks: tuple[str, ...]


def overview_of(parts: SetParts, today: date, meter: Meter) -> Overview:
    """Read a whole set once.

    Args:
        parts: Its files.
        today: The day it is: who is in a class depends on it.
        meter: Hears how far it is.

    Raises:
        NoSet: A file can't be read.
    """
    look = _Look(parts, today, meter)
    look.at_classes()
    look.at_members()
    look.at_roles()
    look.at_people()
    return look.overview()


class _Look:
    """What is known so far of a set that is being read; people are numbers until it is known who is a child."""

    def __init__(self, parts: SetParts, today: date, meter: Meter) -> None:
        self._parts, self._today, self._meter = parts, today, meter
        self._classes: dict[str, _Class] = {}
        self._numbers: dict[str, int] = {}
        self._enrolled: set[int] = set()
        self._teaching: set[str] = set()
        self._names: dict[str, str] = {}
        self._standings: dict[str, Standing] = {}
        self._children: dict[int, str] = {}
        self._statuses: Counter[str] = Counter()
        self._has_changes = False

    def at_classes(self) -> None:
        """Read the classes."""
        for one in self._parts.files[Part.CLASSES]:
            with opened(one.file, CLASS_WORDS, self._meter) as sheet:
                for row in sheet.cells():
                    own, title, code, grades, status, *teachers = row
                    if own and not self._is_gone(status):
                        fresh = _Class(clean_name(title), clean_name(code), _split(grades), [])
                        known = self._classes.setdefault(own, fresh)  # Clever may have a row for each term
                        taught_by = dict.fromkeys(filter(None, map(something, teachers)))
                        known.teachers.extend(teacher for teacher in taught_by if teacher not in known.teachers)
                        self._teaching.update(taught_by)

    def at_members(self) -> None:
        """Read who is in which class."""
        stays: dict[tuple[str, str], Stay] = {}
        for one in self._parts.files[Part.MEMBERS]:
            with opened(one.file, MEMBER_WORDS, self._meter) as sheet:
                for row in sheet.cells():
                    in_class, person, role, status, primary, begin, end = row
                    if self._is_gone(status) or not person:
                        continue
                    room = self._classes.get(in_class)
                    if room is None and self._parts.is_delta and in_class:
                        room = self._classes.setdefault(in_class, _Class("", "", (), []))  # it has not changed itself
                    if room is None:
                        continue
                    if (begin, end) not in stays:
                        stays[begin, end] = stay_of(begin, end, self._today)
                    self._join(room, person, role_of(role) if role else one.role, primary, stays[begin, end])

    def _join(self, room: _Class, person: str, role: Role, primary: str, stay: Stay) -> None:
        if stay is Stay.OVER or role is Role.ADULT:
            return
        if role is Role.TEACHER:
            self._teaching.add(person)
            if person not in room.teachers:
                first = primary.casefold() in ("true", "1", "yes")
                room.teachers.insert(0 if first else len(room.teachers), person)
            return
        number = self._numbers.setdefault(person, len(self._numbers))
        (room.now if stay is Stay.NOW else room.later).add(number)
        if role is Role.STUDENT:
            self._enrolled.add(number)

    def at_roles(self) -> None:
        """Read what people are, where a file of its own says it."""
        for one in self._parts.files[Part.ROLES]:
            with opened(one.file, ROLE_WORDS, self._meter) as sheet:
                for row in sheet.cells():
                    person, role, status, primary, begin, end, grade = row
                    is_there = not self._is_gone(status) and stay_of(begin, end, self._today) is not Stay.OVER
                    said = Standing(role_of(role), is_there, something(grade))
                    known = self._standings.get(person)
                    is_first = primary.casefold() in ("primary", "true", "1", "yes")
                    if known is None or (is_there, is_first) > (known.is_there, False):
                        self._standings[person] = said

    def at_people(self) -> None:
        """Read who is a child of the school, and the names of those who teach."""
        for one in self._parts.files[Part.PEOPLE]:
            with opened(one.file, PEOPLE_WORDS, self._meter) as sheet:
                for row in sheet.cells():
                    own, given, family, _, preferred, grade, role, status, _ = row
                    standing = self._standings.get(own) or Standing(role_of(role) if role else one.role, True, "")
                    if self._is_gone(status) or not standing.is_there:
                        continue
                    if own in self._teaching:
                        self._names[own] = clean_name(f"{something(preferred) or given} {family}")
                    if standing.role not in (Role.STUDENT, Role.UNSAID):
                        continue
                    number = self._numbers.setdefault(own, len(self._numbers))
                    if standing.role is Role.STUDENT or number in self._enrolled:
                        self._children[number] = something(grade) or standing.grade

    def _is_gone(self, status: str) -> bool:
        if not status or status == "active":
            return False
        if is_gone(status):
            self._has_changes = self._has_changes or is_change(status)
            return True
        if not is_known_status(status):
            self._statuses[clean_name(status)] += 1
        return False

    def overview(self) -> Overview:
        """Put together what was read."""
        is_delta = self._parts.is_delta
        return Overview(
            classes=tuple(sorted(self._school_classes(), key=lambda one: (one.title.casefold(), one.teachers, one.id))),
            students=len(self._children),
            ids=self._numbers.keys(),
            standings=self._standings,
            is_whole=not (self._has_changes if is_delta is None else is_delta),
            remarks=tuple(self._remarks()),
        )

    def _school_classes(self) -> Iterator[SchoolClass]:
        titles = Counter((one.title, tuple(one.teachers)) for one in self._classes.values())
        for own, one in self._classes.items():
            is_double = titles[one.title, tuple(one.teachers)] > 1
            title = " ".join(filter(None, (one.title, one.code))) if is_double else one.title or one.code
            grades = [self._children[number] for number in one.now or one.later if number in self._children]
            yield SchoolClass(
                id=own,
                title=title or clean_name(own),
                teachers=tuple(filter(None, (self._names.get(teacher, "") for teacher in one.teachers))),
                students=len(grades),
                grades=one.grades or tuple(sorted({grade for grade in grades if grade})),
            )

    def _remarks(self) -> Iterator[str]:
        if self._statuses:
            few = listed([f'"{status}"' for status, _ in self._statuses.most_common(_FEW)])
            yield f"Nobody knows what the status {few} says; whoever has it is taken as active."


def _split(grades: str) -> tuple[str, ...]:
    return tuple(filter(None, (clean_name(grade) for grade in something(grades).split(","))))
