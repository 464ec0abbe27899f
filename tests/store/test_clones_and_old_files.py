"""Computers with a copy of one class each, some of them clones of another, and a sync program that puts old files back."""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from board.mastery.facts import Kind
from board.store.class_book import ClassBook
from board.store.device import Device
from board.store.draft import Draft


class Computer:
    """A computer with its copy of the class and its memory.

    Args:
        base: The class; it is copied.
        room: Where the copy goes.
        device: Its id, the same as another's for a clone.
        fresh: Gives an id nobody has.
    """

    def __init__(self, base: Path, room: Path, device: str, fresh: Callable[[], str]) -> None:
        self.folder = Path(shutil.copytree(base, room / "Room 12.class"))
        self.device = Device(device, room / "memory", (), self.renewed)
        self.fresh = fresh
        self.older: dict[str, list[bytes]] = {}
        self.told: list[str] = []
        self.kept: list[str] = []
        self.book = ClassBook(self.folder, self.device)

    def renewed(self, old: str) -> str:
        if self.device.id == old:
            self.device = self.device._replace(id=self.fresh(), former=(*self.device.former, old))
        return self.device.id

    def mark(self, student: str) -> None:
        (fact,) = self.book.record([Draft(Kind.MASTERED, student, "u/halves")], self.book.assessors[0].id)
        self.kept.append(fact.id)
        self.saw()

    def look(self) -> None:
        self.told += self.book.news().said
        self.saw()

    def reopen(self) -> None:
        self.book.close()
        self.book = ClassBook(self.folder, self.device)
        self.told += self.book.said

    def saw(self) -> None:
        """Remember the files as they are, for a sync program that puts an old one back."""
        for path in (self.folder / "ledger").glob("*.jsonl"):
            self.older.setdefault(path.name, []).append(path.read_bytes())

    def gets(self, name: str, data: bytes) -> None:
        new = self.folder / "ledger" / f".{name}.tmp"
        new.write_bytes(data)
        new.replace(self.folder / "ledger" / name)

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (self.folder / "ledger").glob("*.jsonl")}

    def ids(self) -> set[str]:
        with closing(ClassBook(self.folder, "reader")) as fresh:
            return {fact.id for fact in fresh.facts}


def act(chance: random.Random, computers: list[Computer], number: int) -> None:
    one, other = chance.choice(computers), chance.choice(computers)
    files = sorted(one.files())
    match chance.choice(["mark", "mark", "mark", "sync", "sync", "sync", "look", "reopen", "old", "gone", "cut"]):
        case "mark":
            one.mark(f"s{number}")
        case "look":
            one.look()
        case "reopen":
            one.reopen()
        case "sync" if files:
            name = chance.choice(files)
            other.gets(name, one.files()[name])
            other.saw()
        case "old" if one.older:
            name = chance.choice(sorted(one.older))
            one.gets(name, chance.choice(one.older[name]))
        case "gone" if files:
            (one.folder / "ledger" / chance.choice(files)).unlink()
        case "cut" if files:
            name = chance.choice(files)
            data = one.files()[name]
            one.gets(name, data[: chance.randrange(len(data) + 1)])


def settled(computers: list[Computer]) -> None:
    """Bring every file to everybody, the longest of each name counting, until nothing changes."""
    for _ in range(8):
        for one in computers:
            one.look()
        newest: dict[str, bytes] = {}
        for one in computers:
            for name, data in one.files().items():
                newest[name] = max(newest.get(name, b""), data, key=len)
        for one in computers:
            for name, data in newest.items():
                if one.files().get(name) != data:
                    one.gets(name, data)


@pytest.fixture
def base(book: ClassBook, folder: Path) -> Path:
    book.close()
    return folder


def happened(base: Path, room: Path, devices: list[str], seed: int) -> list[Computer]:
    chance, numbers = random.Random(seed), count(1)
    computers = [
        Computer(base, room / f"{seed}-{place}", device, lambda: f"new{next(numbers)}")
        for place, device in enumerate(devices)
    ]
    for number in range(40):
        act(chance, computers, number)
    settled(computers)
    return computers


def ended(computers: list[Computer]) -> Iterator[Computer]:
    for one in computers:
        one.book.close()
        yield one


@pytest.mark.parametrize("devices", [["d1", "d2"], ["d1", "d1"], ["d1", "d2", "d1"]], ids=" ".join)
def test_nothing_that_was_acknowledged_is_lost_whatever_is_put_back(
    base: Path, tmp_path: Path, devices: list[str]
) -> None:
    for seed in range(12):
        computers = happened(base, tmp_path, devices, seed)
        kept = {id_ for one in computers for id_ in one.kept}
        assert kept
        for place, one in enumerate(ended(computers)):
            assert kept <= one.ids(), f"seed {seed}, computer {place}"


def test_a_computer_takes_an_id_of_its_own_once_another_is_seen_to_write_under_it(base: Path, tmp_path: Path) -> None:
    one, other = (Computer(base, tmp_path / place, "d1", lambda: "new") for place in ("a", "b"))
    one.mark("ava")
    other.mark("ben")
    other.gets("d1.jsonl", one.files()["d1.jsonl"])
    other.look()
    assert (one.device.id, other.device.id) == ("d1", "new")
    assert any("has a number of its own" in sentence for sentence in other.told)
    kept = {*one.kept, *other.kept}
    assert [kept <= computer.ids() for computer in ended([other])] == [True]
