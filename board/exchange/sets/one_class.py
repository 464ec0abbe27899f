"""The second way through a set: the children of the class that was chosen, and nobody else's name."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property

from board.counting import counted
from board.exchange.lists.listed import Listed, as_one
from board.exchange.lists.reading import Reading
from board.exchange.sets.first_look import Overview, Standing
from board.exchange.sets.kinds import MEMBER_WORDS, PEOPLE_WORDS, Part, SetParts
from board.exchange.sets.said_by_schools import Role, Stay, is_gone, role_among, role_of, something, stay_of
from board.exchange.sets.school_class import SchoolClass
from board.exchange.sets.set_sheet import Meter, Row, Sheet, opened
from board.exchange.tables.column import Column
from board.exchange.tables.left_out import LeftOut, Reason
from board.exchange.tables.meanings import Meaning
from board.mastery.names.person_name import PersonName, name_of_parts
from board.mastery.people import clean_line, clean_name

_SHOWN = 5
"""How many rows are shown below the columns."""

_KINDERGARTEN = "0"
"""What Clever writes for it (its grades go from 0 to 12)."""

_MEANINGS = {
    "id": (Meaning.ID, "It is the set's own id of a person."),
    "given": (Meaning.GIVEN, "It is the given name."),
    "family": (Meaning.FAMILY, "It is the family name."),
    "middle": (Meaning.MIDDLE, "It is the middle name."),
    "preferred": (Meaning.PREFERRED, "It is the name the child goes by."),
    "grade": (Meaning.GRADE, "It is the grade."),
    "role": (Meaning.ROLE, "It says who is a student."),
    "status": (Meaning.STATUS, "It says who is at the school."),
    "number": (Meaning.OTHER_ID, "It is another id of the school."),
}
_NOT_READ = "It is not needed, so it is not read."


def reading_of(
    parts: SetParts, overview: Overview, chosen: SchoolClass, *, called: str, today: date, meter: Meter
) -> Reading:
    """Read the children of one class.

    Args:
        parts: The files of the set.
        overview: What the first way through it found.
        chosen: The class.
        called: Name of the folder or zip.
        today: The day it is.
        meter: Hears how far it is.

    Raises:
        NoSet: A file can't be read.
    """
    room = _Room(overview, chosen)
    for members in parts.files[Part.MEMBERS]:
        with opened(members.file, MEMBER_WORDS, meter) as sheet:
            room.take_members(sheet, members.role, today)
    for people in parts.files[Part.PEOPLE]:
        with opened(people.file, PEOPLE_WORDS, meter) as sheet:
            room.take_people(sheet, people.role, is_clever=parts.called == "Clever")
    return room.reading(called, overview)


class _Room:
    """The class as far as it is read."""

    def __init__(self, overview: Overview, chosen: SchoolClass) -> None:
        self._overview, self._chosen = overview, chosen
        self._stays: dict[str, Stay] = {}
        self._roles: dict[str, Role] = {}
        self._columns: tuple[Column, ...] = ()
        self._first_rows: list[tuple[str, ...]] = []
        self._people: dict[tuple[str, PersonName], Listed] = {}
        self._left_out: list[LeftOut] = []
        self._named: set[str] = set()

    def take_members(self, sheet: Sheet, role: Role, today: date) -> None:
        """Read who is or was in the class."""
        for row in sheet.rows_of("class", {self._chosen.id}):
            _, person, said, status, _, begin, end = row.cells
            if not person:
                continue
            stay = Stay.OVER if is_gone(status) else stay_of(begin, end, today)
            self._stays[person] = max(stay, self._stays.get(person, Stay.OVER))
            self._roles[person] = role_among(role_of(said) if said else role, self._roles.get(person, Role.UNSAID))

    def take_people(self, sheet: Sheet, role: Role, *, is_clever: bool) -> None:
        """Read the names of those who are or were in the class."""
        for row in sheet.rows_of("id", self._stays):
            self._take(sheet, row, role, is_clever=is_clever)

    def _take(self, sheet: Sheet, row: Row, default: Role, *, is_clever: bool) -> None:
        own, given, family, middle, preferred, grade, said, status, number = row.cells
        standing = self._overview.standings.get(own) or Standing(role_of(said) if said else default, True, "")
        self._named.add(own)
        name = name_of_parts(
            given=clean_name(given),
            family=clean_name(family),
            middle=clean_name(something(middle)),
            preferred=clean_name(something(preferred)),
        )
        reason = self._why_not(own, standing.role, name, row)
        if reason is not None:
            self._left_out.append(LeftOut(row.line, name.written or clean_name(own), reason))
            return
        self._show(sheet, row)
        grade = clean_name(something(grade) or standing.grade)
        is_there = not is_gone(status) and standing.is_there and self._stays[own] is self._counts
        listed = Listed(
            rows=(row.line,),
            name=name,
            ids=tuple(filter(None, (clean_line(own), clean_line(something(number))))),
            grade="K" if is_clever and grade == _KINDERGARTEN else grade,
            classes=(self._chosen.title,),
            is_active=is_there,
        )
        known = self._people.get((own, name))  # some programs write a row for each school of a child
        self._people[own, name] = listed if known is None else as_one([known, listed])

    @cached_property
    def _counts(self) -> Stay:
        """Which stay makes a child one of the class, once all members are read: before it begins, those who will be in it are."""
        is_now = any(self._stays[one] is Stay.NOW for one, role in self._roles.items() if role is not Role.TEACHER)
        return Stay.NOW if is_now else Stay.LATER

    def _why_not(self, own: str, role: Role, name: PersonName, row: Row) -> Reason | None:
        is_what = role_among(self._roles[own], role)
        if is_what is not Role.STUDENT:
            return Reason.ADULT
        if not name.written or not row.fits:
            return Reason.NO_NAME
        is_later = self._stays[own] is Stay.LATER and self._counts is Stay.NOW
        return Reason.NO_CHILD_OF_THE_CLASS if is_later else None

    def _show(self, sheet: Sheet, row: Row) -> None:
        if not self._columns:
            fields = {at: field for field, at in sheet.places.items() if at >= 0}
            self._columns = tuple(
                Column(at, header, *(_MEANINGS[fields[at]] if at in fields else (Meaning.UNUSED, _NOT_READ)))
                for at, header in enumerate(sheet.header)
            )
        if len(self._first_rows) < _SHOWN:
            used = [column.meaning is not Meaning.UNUSED for column in self._columns]
            cells = zip(row.all, used, strict=False)
            self._first_rows.append(tuple(clean_name(cell) if shown else "" for cell, shown in cells))

    def reading(self, called: str, overview: Overview) -> Reading:
        """Put together what was read."""
        strangers = [person for person in self._stays if person not in self._named and self._is_child(person)]
        unread = [one for one in self._left_out if one.reason is Reason.NO_NAME]
        return Reading(
            called=called,
            columns=self._columns,
            first_rows=tuple(self._first_rows),
            people=tuple(self._with_own_ids()),
            left_out=tuple(self._left_out),
            remarks=tuple(self._remarks(overview, len(strangers))),
            is_complete=overview.is_whole and not strangers and not unread,
        )

    def _is_child(self, person: str) -> bool:
        return self._stays[person] is self._counts and self._roles[person] in (Role.STUDENT, Role.UNSAID)

    def _with_own_ids(self) -> Iterator[Listed]:
        """Give the people without other ids that are also somebody else's: a number in one column is an id in the other."""
        others = Counter(other for one in self._people.values() for other in set(one.ids[1:]))
        for one in self._people.values():
            kept = [other for other in one.ids[1:] if other not in self._overview.ids and others[other] == 1]
            yield replace(one, ids=(one.ids[0], *kept))

    def _remarks(self, overview: Overview, strangers: int) -> Iterator[str]:
        here = sum(one.is_active for one in self._people.values())
        yield counted(
            "1 of {all:,} students.", "{count:,} of {all:,} students.", here, all=max(overview.students, here)
        )
        yield from overview.remarks
        if self._people and not here:
            yield "All children of the class have left it, so the set may be of an earlier year; ask for a new one."
        if here and self._counts is Stay.LATER:
            yield "The class has not begun; those who will be in it are taken."
        later = sum(one.reason is Reason.NO_CHILD_OF_THE_CLASS for one in self._left_out)
        if later:
            yield counted("1 child joins the class later.", "{count} children join the class later.", later)
        if strangers:
            yield counted(
                "1 child of the class is named nowhere in the set; ask for the whole set.",
                "{count} children of the class are named nowhere in the set; ask for the whole set.",
                strangers,
            )
        if not overview.is_whole:
            yield "The set holds only what has changed, so nobody is asked about who is missing in it."
