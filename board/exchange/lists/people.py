"""The people of a table: every row is one of them, or left out with its reason."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from board.exchange.lists.listed import Listed, as_one
from board.exchange.lists.standing import is_adult, is_away, is_test_student
from board.exchange.tables.column import Column
from board.exchange.tables.headers import says_who_left
from board.exchange.tables.left_out import LeftOut, Reason
from board.exchange.tables.meanings import OF_NAMES, Meaning
from board.exchange.tables.rows import Row
from board.mastery.names.letters import folded
from board.mastery.names.person_name import PersonName, name_of_parts
from board.mastery.names.same_name import displays
from board.mastery.people import clean_name

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_RUINED = re.compile(r"\d([.,]\d+)?E\+?\d{1,3}", re.IGNORECASE)
"""An id as Excel writes one that is too long for it; its last digits are gone."""


@dataclass(frozen=True, slots=True)
class People:
    """The people of a table.

    Attributes:
        people: Everyone, each once.
        left_out: The rows that are nobody, with the reasons.
        ruined: Ids that Excel has shortened; nobody is known by them.
    """

    people: tuple[Listed, ...]
    left_out: tuple[LeftOut, ...]
    ruined: tuple[str, ...] = ()


def people_of(rows: Iterable[Row], columns: Sequence[Column]) -> People:
    """Give the people of a table.

    Args:
        rows: The rows below the header.
        columns: What its columns say; one in doubt is not used for anything but names, roles and states.
    """
    reader = _Reader(columns)
    people: list[Listed] = []
    left_out: list[LeftOut] = []
    for row in rows:
        name = reader.name(row)
        listed = reader.listed(row, name)
        if isinstance(listed, Listed):
            people.append(listed)
        else:
            left_out.append(LeftOut(row.number, name.written or _short(row.cells), listed))
    return People(tuple(_each_once(people)), tuple(left_out), tuple(reader.ruined))


def _short(cells: Iterable[str]) -> str:
    return clean_name(" ".join(cell for cell in cells if cell.strip()))


class _Reader:
    """What the columns of one table say about a row."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._places: dict[Meaning, list[int]] = {}
        self._asks_who_left = {column.at for column in columns if says_who_left(column.header)}
        for column in columns:
            if column.is_sure or column.meaning in OF_NAMES:
                self._places.setdefault(column.meaning, []).append(column.at)
        self.ruined: dict[str, None] = {}

    def listed(self, row: Row, name: PersonName) -> Listed | Reason:
        """Give whom a row names, or why it names no child."""
        written = name.written or name.given
        if is_test_student(written):
            return Reason.TEST_STUDENT
        if any(map(is_adult, self._cells(row, Meaning.ROLE))):
            return Reason.ADULT
        if _MAIL.fullmatch(written.strip()):
            return Reason.MAIL
        if not written:
            return Reason.NO_NAME
        aliases = (clean_name(cell) for cell in self._cells(row, Meaning.ALIAS))
        return Listed(
            rows=(row.number,),
            name=name,
            ids=tuple(dict.fromkeys(self._ids(row))),
            alias=next((alias for alias in aliases if folded(alias) not in displays(name)), ""),
            grade=clean_name(next(self._cells(row, Meaning.GRADE), "")),
            classes=tuple(dict.fromkeys(clean_name(cell) for cell in self._cells(row, Meaning.CLASS))),
            is_active=not any(
                is_away(row.cells[at], asks_who_left=at in self._asks_who_left)
                for at in self._places.get(Meaning.STATUS, ())
                if at < len(row.cells)
            ),
        )

    def _cells(self, row: Row, meaning: Meaning) -> Iterator[str]:
        """Give what is filled in below this meaning, as it stands there."""
        for at in self._places.get(meaning, ()):
            if at < len(row.cells) and row.cells[at].strip():
                yield row.cells[at]

    def name(self, row: Row) -> PersonName:
        """Give the name a row holds, empty where it holds none."""
        parts = {meaning: clean_name(next(self._cells(row, meaning), "")) for meaning in OF_NAMES}
        return name_of_parts(
            given=parts[Meaning.GIVEN],
            middle=parts[Meaning.MIDDLE],
            family=parts[Meaning.FAMILY],
            second_family=parts[Meaning.SECOND_FAMILY],
            suffix=parts[Meaning.SUFFIX],
            preferred=parts[Meaning.PREFERRED],
            whole=parts[Meaning.NAME],
        )

    def _ids(self, row: Row) -> Iterator[str]:
        own = [clean_name(cell) for cell in self._cells(row, Meaning.ID)]
        further = [clean_name(cell) for cell in self._cells(row, Meaning.OTHER_ID)] if own else []
        for number in (*own, *further):
            if _RUINED.fullmatch(number):
                self.ruined[number] = None
            elif number:
                yield number


def _each_once(people: Sequence[Listed]) -> Iterator[Listed]:
    """Give everyone once, also in a list with a row for each class somebody is in."""
    names = Counter(_called(person) for person in people)
    by_class = sum(count for count in names.values() if count > 1) > len(people) / 2
    found: dict[object, Listed] = {}
    for at, person in enumerate(people):
        key: object = (_called(person), person.ids or person.grade)
        known = found.get(key)
        if not person.ids and not (by_class and known is not None and _is_another_class(known, person)):
            key = key if known is None else at
            known = None
        found[key] = person if known is None else as_one([known, person])
    yield from found.values()


def _is_another_class(known: Listed, again: Listed) -> bool:
    """Tell whether a row names a class the child does not stand in yet; twice in one class may be two children."""
    return bool(again.classes) and not set(again.classes) & set(known.classes)


def _called(person: Listed) -> str:
    return folded(person.name.written or person.name.given)
