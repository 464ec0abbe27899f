"""What is there after a fault, against what was said to be there."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, Protocol, Self

import pytest
from tinydb import TinyDB

from board.errors import Refusal
from board.mastery.people import Assessor
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, put
from faults.programs import EDITED, mark


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of faults.

    Attributes:
        faults: How many there were.
        acknowledged: How many marks and edits were said to be safe.
        lost: How many of these are not there.
        torn: How often something was there that nobody can read.
        doubled: How many marks are there more often than once.
    """

    faults: int = 0
    acknowledged: int = 0
    lost: int = 0
    torn: int = 0
    doubled: int = 0

    @classmethod
    def of(cls, tallies: Iterable[Self]) -> Self:
        """Give the sum."""
        listed = list(tallies)
        return cls(*(sum(getattr(one, field.name) for one in listed) for field in fields(cls)))

    @property
    def harm(self) -> tuple[int, int, int]:
        """What must be nothing: lost, torn, doubled."""
        return self.lost, self.torn, self.doubled


def note(request: pytest.FixtureRequest, subject: str, tally: Tally) -> None:
    """Note with a test what came of its faults, for `scripts.gate` and for reports.

    Args:
        request: The test's own.
        subject: Who was put to the faults.
        tally: What came of them.
    """
    request.node.user_properties.append((subject, asdict(tally)))


class Torn(Exception):
    """Something is there that nobody can read.

    Args:
        readable: What can still be read.
    """

    def __init__(self, readable: Collection[str] = ()) -> None:
        super().__init__()
        self.readable = readable


class Subject(Protocol):
    """A store as it stands in its folder, looked at from outside."""

    store: str

    def marks(self, place: Path) -> list[str]:
        """Give the name of every mark that stands in the files, as often as it stands there.

        Raises:
            Torn: Something can't be read.
        """

    def students(self, place: Path) -> list[str]:
        """Give the students.

        Raises:
            Torn: Something can't be read.
        """

    def again(self, place: Path, names: Sequence[str]) -> None:
        """Do what a user does afterwards: keep again what was not acknowledged."""


class BoardSubject:
    """The board's own store."""

    store = "board"

    def marks(self, place: Path) -> list[str]:
        try:
            book = ClassBook(place, "reader")
        except Refusal as refusal:
            raise Torn from refusal
        book.close()
        if book.damaged:
            raise Torn([fact.id for fact in book.facts])
        return [json.loads(line)["id"] for line in _whole_lines(place)]

    def students(self, place: Path) -> list[str]:
        try:
            book = ClassBook(place, "reader")
        except Refusal as refusal:
            raise Torn from refusal
        book.close()
        return [student.id for student in book.students]

    def again(self, place: Path, names: Sequence[str]) -> None:
        book = ClassBook(place, "d1")
        for name in names:
            book.keep([mark(name)])
        book.edit(ASSESSORS, put(Assessor("x", "Mr. Lee")))  # what a killed program left behind is in nobody's way
        book.close()


class StockSubject:
    """TinyDB's own storage."""

    store = "stock"

    def marks(self, place: Path) -> list[str]:
        return [str(one["id"]) for one in self._tables(place)["_default"].values()]

    def students(self, place: Path) -> list[str]:
        return [str(one["id"]) for one in self._tables(place)["students"].values()]

    def again(self, place: Path, names: Sequence[str]) -> None:
        with TinyDB(place / "class.json") as stock:
            for name in names:
                stock.insert({"id": name})

    def _tables(self, place: Path) -> dict[str, dict[str, dict[str, str]]]:
        try:
            tables: dict[str, dict[str, dict[str, str]]] = json.loads((place / "class.json").read_bytes())
        except ValueError as error:
            raise Torn from error
        return tables


def _whole_lines(place: Path) -> Iterable[bytes]:
    """Give every ended line; what comes after the last of them was never acknowledged and is cut by the next mark."""
    for path in sorted((place / "ledger").glob("*.jsonl")):
        yield from path.read_bytes().split(b"\n")[:-1]


class Told(NamedTuple):
    """What a program said: names of marks and edits it kept, and refusals in its own words."""

    kept: tuple[str, ...]
    refused: tuple[str, ...] = ()


def judged_marks(subject: Subject, place: Path, told: Told, wanted: Sequence[str]) -> Tally:
    """Look for acknowledged marks, keep the others again with one more, and look for all of them.

    Args:
        subject: The store.
        place: Its folder.
        told: What the program said before the fault stopped it.
        wanted: Names of the marks it was to keep.
    """
    told_so = len(told.kept)
    try:
        found = subject.marks(place)
        subject.again(place, [*(name for name in wanted if name not in told.kept), "one more"])
        later = subject.marks(place)
    except Torn as torn:
        return Tally(1, told_so, len(_missing(told.kept, torn.readable)), torn=1)
    lost = _missing(told.kept, found) | _missing([*wanted, "one more"], later)
    return Tally(1, told_so, len(lost), doubled=len(later) - len(set(later)))


def judged_edit(subject: Subject, place: Path, told: Told, before: list[str]) -> Tally:
    """Look whether an edit is there whole or not at all, and there when it was acknowledged.

    Args:
        subject: The store.
        place: Its folder.
        told: What the program said before the fault stopped it.
        before: The students before.
    """
    said = EDITED in told.kept
    try:
        now = subject.students(place)
        subject.again(place, ["one more"])
        later = subject.students(place)
    except Torn:
        return Tally(1, int(said), lost=int(said), torn=1)
    torn = now not in (before, before[:1]) or later != now
    return Tally(1, int(said), lost=int(said and now != before[:1]), torn=int(torn))


def _missing(names: Collection[str], found: Collection[str]) -> set[str]:
    return set(names) - set(found)


def assert_whole_and_once(folder: Path) -> None:
    """Each line is whole JSON that stands in the file of its device, in rising order, and no id comes twice."""
    ids: list[str] = []
    for path in sorted((folder / "ledger").glob("*.jsonl")):
        lines = path.read_bytes().splitlines(keepends=True)
        assert all(line.endswith(b"\n") for line in lines)
        facts = [json.loads(line) for line in lines]
        assert all(fact["device"] == path.stem for fact in facts)
        assert all(before["seq"] < after["seq"] for before, after in pairwise(facts))
        ids += [fact["id"] for fact in facts]
    assert len(ids) == len(set(ids))
