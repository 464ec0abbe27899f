"""Two computers with a copy of one class folder each, and a sync program that makes every mistake sync programs make."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import count
from pathlib import Path

from board.mastery.facts import Kind
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.store.draft import Draft

COPY_NAMES = ("{} (conflicted copy 2026-11-24 {}).{}", "{}.sync-conflict-20261124-101010-ABC{}.{}")


class Manner(Enum):
    """How a sync program brings a file to another computer."""

    WHOLE = auto()
    IN_PLACE = auto()
    """Written over the old one, not put in its place."""
    OLDER = auto()
    """As it was some time ago."""
    CUT = auto()
    """Broken off in the last line."""
    AS_COPY = auto()
    """Under the name of a conflict copy."""
    BACK = auto()
    """The writer's own file is set back to an older state; what it was becomes a conflict copy beside it."""


class Computer:
    """A computer with its copy of the class folder.

    Args:
        folder: The copy.
        device: The id of the computer.
    """

    def __init__(self, folder: Path, device: str) -> None:
        self.folder = folder
        self.device = device
        self.book = ClassBook(folder, device)
        self.acknowledged: list[str] = []

    @property
    def own(self) -> Path:
        return self.folder / "ledger" / f"{self.device}.jsonl"

    def record(self, draft: Draft) -> None:
        seen = max((fact.seq for fact in self.book.facts), default=0)
        (fact,) = self.book.record([draft], self.book.assessors[0].id)
        assert fact.seq > seen, "a mark comes after everything its writer saw"
        self.acknowledged.append(fact.id)

    def reopen(self) -> None:
        self.book.close()
        self.book = ClassBook(self.folder, self.device)


class Desk:
    """Two computers that start from the same class.

    Args:
        base: The class folder; it is copied.
        room: Where the copies go.

    Attributes:
        copied: How often a conflict copy of class.json was made.
        brought: How often marks were brought from one computer to the other.
        torn: How often a board saw a line that nobody can read.
    """

    def __init__(self, base: Path, room: Path) -> None:
        self.numbers = count(1)
        self.brought = 0
        self.torn = 0
        self.copied = 0
        self.computers = []
        for device in ("d1", "d2"):
            folder = room / device / "Room 12.class"
            shutil.copytree(base, folder)
            self.computers.append(Computer(folder, device))

    @property
    def acknowledged(self) -> list[str]:
        return [id_ for computer in self.computers for id_ in computer.acknowledged]

    def copy_name(self, stem: str, ending: str) -> str:
        number = next(self.numbers)
        return COPY_NAMES[number % 2].format(stem, number, ending)

    def bring_all(self) -> None:
        """Bring every file to the other computer, as a sync program has done once it is through."""
        for here, there in (self.computers, self.computers[::-1]):
            for path in sorted((here.folder / "ledger").glob("*.jsonl")):
                target = there.folder / "ledger" / path.name
                if path != target and path.name != there.own.name:
                    target.write_bytes(path.read_bytes())  # in place, which is the hardest to notice
        one, other = self.computers
        self.copy_class(0)
        one.reopen()
        _put(other.folder / "class.json", (one.folder / "class.json").read_bytes())

    def copy_class(self, who: int) -> None:
        """Put the class.json of the other computer beside that of one, as a conflict copy."""
        there = self.computers[1 - who].folder / "class.json"
        (self.computers[who].folder / self.copy_name("class", "json")).write_bytes(there.read_bytes())
        self.copied += 1

    def close(self) -> None:
        for computer in self.computers:
            computer.book.close()


@dataclass(frozen=True)
class Mark:
    """Somebody marks."""

    who: int
    student: str
    step: str
    kind: Kind

    def happen(self, desk: Desk) -> None:
        desk.computers[self.who].record(Draft(self.kind, self.student, self.step, note="well done" * 10))


@dataclass(frozen=True)
class TakeBack:
    """Somebody takes a mark back that they see, or puts it back."""

    who: int
    which: int
    kind: Kind

    def happen(self, desk: Desk) -> None:
        computer = desk.computers[self.who]
        seen = [fact for fact in computer.book.facts if fact.of is None]
        if seen:
            fact = seen[self.which % len(seen)]
            computer.record(Draft(self.kind, fact.student, fact.step, of=fact.id))


@dataclass(frozen=True)
class Edit:
    """The first computer gives a student another name, the second one gives another an alias."""

    name: str
    who: int

    def happen(self, desk: Desk) -> None:
        book = desk.computers[self.who].book
        if self.who:
            book.edit(STUDENTS, lambda now: (replace(now[0], alias=self.name), *now[1:]))
        else:
            book.edit(STUDENTS, lambda now: (*now[:-1], replace(now[-1], name=self.name)))


@dataclass(frozen=True)
class Reopen:
    """Somebody closes the board and opens it again."""

    who: int

    def happen(self, desk: Desk) -> None:
        desk.computers[self.who].reopen()


@dataclass(frozen=True)
class ClassCopy:
    """The sync program puts the class.json of the other computer beside the one that is there, as a conflict copy."""

    who: int

    def happen(self, desk: Desk) -> None:
        desk.copy_class(self.who)


@dataclass(frozen=True)
class Bring:
    """The sync program brings one computer's marks to the other, in some manner.

    Attributes:
        seed: Decides how many lines an older state lacks, and where a line is cut.
        noticed: Whether the boards look before the next act.
    """

    who: int
    manner: Manner
    seed: int
    noticed: bool

    def happen(self, desk: Desk) -> None:
        here, there = desk.computers[self.who], desk.computers[1 - self.who]
        if not here.own.exists():
            return
        desk.brought += 1
        data = here.own.read_bytes()
        lines = data.splitlines(keepends=True)
        older = b"".join(lines[: max(0, len(lines) - self.seed % 6)])
        target = there.folder / "ledger" / here.own.name
        copy = desk.copy_name(here.device, "jsonl")
        match self.manner:
            case Manner.WHOLE:
                _put(target, data)
            case Manner.IN_PLACE:
                target.write_bytes(data)
            case Manner.OLDER:
                _put(target, older)
            case Manner.CUT:
                _put(target, data[: -1 - self.seed % 40])
            case Manner.AS_COPY:
                _put(there.folder / "ledger" / copy, data)
            case Manner.BACK:
                _put(here.folder / "ledger" / copy, data)
                _put(here.own, older)
        for computer in desk.computers if self.noticed else ():
            computer.book.news()


Act = Mark | TakeBack | Edit | Reopen | ClassCopy | Bring


def tell(base: Path, room: Path, story: Sequence[Act], before: Callable[[Act], object] = lambda _: None) -> Desk:
    """Let a story happen, and give what it led to once everything was brought to both computers.

    Args:
        base: The class folder both start from.
        room: Where their copies go.
        story: What happens.
        before: Called before each act.
    """
    desk = Desk(base, room)
    for act in story:
        before(act)
        act.happen(desk)
        desk.torn += sum(len(computer.book.damaged) for computer in desk.computers)
    desk.bring_all()
    for computer in desk.computers:
        computer.book.news()
    return desk


def _put(path: Path, data: bytes) -> None:
    new = path.with_name(f"{path.name}.part")
    new.write_bytes(data)
    new.replace(path)
