"""One run: computers, people and a sync program for a while, then peace, and a look at what is there."""

import json
import re
import shutil
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import NamedTuple, Self

import pytest
from click.testing import Result

from board.disk import Disk
from board.errors import Refusal
from board.mastery.facts import bare
from board.store.device import Device
from board.store.keeping.check import problems
from cli_driver import run as command
from seats import seat_at
from sync.cloud import CALM, Client, Mood, Server, files_in
from sync.diary import Diary, Noted, words_in
from sync.mishaps import Around, something_happens
from sync.names import PROGRAMS
from sync.people import Desk, do_something, erase, picture_of

_ROUNDS = 14
"""Rounds of a sync program that has time, until it must be through."""


_UNSETTLED = (
    "mark is not here",
    "marks are not here",
    "though a mark refers to it",
    "though marks refer to them",
    "this class does not list",
    "pen the class",
    "opened there",
    "are still here",
    "is missing",
    "are missing",
)
"""What check must not say any more once the sync program is through and every board has looked."""


class Forgetful(Disk):
    """A disk that waits for nothing: here nobody cuts the power."""

    def sync(self, handle: int) -> None:
        pass

    def sync_folder(self, folder: Path) -> None:
        pass


class Computer:
    """A computer with its copy of the class, and the boards that are open on it.

    Args:
        place: Its disk, empty.
        base: The class.
        id_: The id of the computer.
        diary: Where what its boards acknowledge is noted.
        dice: Decides what happens.

    Attributes:
        folder: The copy.
        home: Where it remembers what is not in a class.
        clock: By how much its clock is wrong.
        desks: Those who sit at its open boards.
    """

    def __init__(self, place: Path, base: Path, id_: str, diary: Diary, dice: Random) -> None:
        self.folder, self.home = place / "Room 12.class", place / "home"
        shutil.copytree(base, self.folder)
        self.home.mkdir()
        (self.home / "settings.json").write_text(json.dumps({"device": id_}))
        self.clock = timedelta(days=dice.choice([0, 0, 0, 1, -1, 365, -3650]))
        self.desks: list[Desk] = []
        self._diary, self._dice = diary, dice
        self._killed: list[Desk] = []

    @property
    def device(self) -> Device:
        """The computer as the store knows it."""
        return seat_at(self.home).device

    def become(self, other: Self) -> None:
        """Be set up from an image of the disk of another computer, as it is at this moment; the class comes by sync."""
        self.close()
        shutil.rmtree(self.home)
        shutil.copytree(other.home, self.home)
        id_ = json.loads((other.folder / "class.json").read_bytes())["class"]["about"]["id"]
        theirs, ours = (self.device.memory_of(id_, one.folder) for one in (other, self))
        if theirs is not None and ours is not None and theirs.exists():
            theirs.rename(ours)  # on the image the class lies in the same place

    def open(self) -> Desk | None:
        """Open one more board; None where the class can't be opened now."""
        try:
            book = Noted(self.folder, self.device, Forgetful())
        except Refusal:
            return None
        book.diary = self._diary
        self.desks.append(Desk(book, self._dice))
        return self.desks[-1]

    def shown(self) -> str:
        """Give what the command line shows of the class here."""
        answer = self.called("show", "-c", self.folder, "--json")
        return answer.stdout or answer.stderr

    def call(self, *words: str | Path) -> str:
        """Use the command line here, and give what it says."""
        return self.called(*words).output

    def called(self, *words: str | Path) -> Result:
        """Use the command line here."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("BOARD_HOME", str(self.home))
            return command(*words)

    def look(self) -> None:
        """Let every open board look at the folder."""
        for desk in self.desks:
            with suppress(Refusal):
                desk.book.news()

    def close(self) -> None:
        """Close every board."""
        while self.desks:
            self.desks.pop().book.close()

    def kill(self) -> None:
        """Kill every board: none of them does anything any more."""
        self._killed += self.desks
        self.desks = []

    def bury(self) -> None:
        """Let go of everything, once nobody looks any more."""
        self.close()
        for desk in self._killed:
            desk.book.close()


class Run(NamedTuple):
    """What came of a run.

    Attributes:
        seed: Makes the same run again.
        wrong: What is wrong at the end, one sentence each.
        story: What happened, in order.
        facts: How many facts were acknowledged.
        words: How many words had to be in the documents at the end.
        said: What check says on each computer at the end.
    """

    seed: int
    wrong: tuple[str, ...]
    story: tuple[str, ...]
    facts: int
    words: int
    said: tuple[str, ...]

    def __str__(self) -> str:
        return "\n  ".join((f"seed {self.seed}:", *self.wrong))


class World:
    """Computers, a sync program, and a diary.

    Args:
        base: The class everybody starts from.
        room: An empty folder.
        seed: Decides everything.

    Attributes:
        pace: How much time goes by with each deed.
        leaves: Whether nobody opens the class on the first computer any more in the end; then nothing was destroyed that
            only it knows, and what it wrote must be taken from what it sent.
    """

    def __init__(self, base: Path, room: Path, seed: int) -> None:
        self.dice = Random(seed)
        self.diary, self.story = Diary(), list[str]()
        self.program = self.dice.choice(PROGRAMS)
        self.server = Server(dict(files_in(base)))
        self.past = [dict(self.server.files)]
        self.pace = timedelta(minutes=self.dice.choice([5, 600]))
        self.leaves = self.dice.random() < 0.3
        self.mood = Mood(
            late=self.dice.choice([0.1, 0.4]),
            half=self.dice.choice([0.0, 0.1, 0.3]),
            lost=0.0 if self.leaves else self.dice.choice([0.0, 0.5, 1.0]),
            in_place=self.dice.choice([0.0, 0.5, 1.0]),
            odd_times=self.dice.choice([0.0, 0.2]),
        )
        self.erases = self.dice.random() < 0.2
        self.computers = [
            Computer(room / f"c{number}", base, f"d{number}", self.diary, self.dice)
            for number in range(self.dice.choice([2, 2, 3]))
        ]
        self.cloned_at = self.dice.randrange(30) if self.dice.random() < 0.15 and not self.leaves else None
        self.clients = [Client(one.folder, self.server, self.program, self.dice) for one in self.computers]
        self._clock = SimpleNamespace(now=lambda: datetime(2026, 11, 29, 9).astimezone())

    @property
    def staying(self) -> list[Computer]:
        """The computers on which the class is opened in the end."""
        return self.computers[1:] if self.leaves else self.computers

    def live(self, deeds: int) -> None:
        """Let people and the sync program do things, one after the other.

        Args:
            deeds: How many.
        """
        for number in range(deeds):
            at = self.dice.randrange(len(self.computers))
            computer = self.computers[at]
            self._clock.now = lambda by=computer.clock + self.pace * number: datetime(2026, 11, 29, 9).astimezone() + by
            is_made = self.cloned_at is not None and at == 1 and number <= self.cloned_at  # nobody sits at it yet
            what = 0.6 if is_made else self.dice.random()
            if what < 0.55:
                said = self._person(computer)
            elif what < 0.85:
                self.clients[at].sync(self.mood)
                said = "syncs"
            elif what < 0.95:
                said = something_happens(
                    Around(self.clients[at], self.server, self.past, self.dice), destroys=not self.leaves
                )
            else:
                said = self._board(computer)
            self.story.append(f"{number} computer {at} {said}")
            if number == self.cloned_at:
                with suppress(ValueError, OSError):  # half of class.json says no id
                    self.computers[1].become(self.computers[0])
                    self.story.append(f"{number} computer 1 is a clone of computer 0 from now on")
            for one in self.computers:
                if self.dice.random() < 0.5:
                    one.look()
            if number % 10 == 0:
                self.past.append(dict(self.server.files))

    def _person(self, computer: Computer) -> str:
        desk = self.dice.choice(computer.desks) if computer.desks else computer.open()
        if desk is None:
            return "can't open the class"
        try:
            if self.erases and self.dice.random() < 0.02 and len(desk.book.students) > 1:
                erase(desk)
                return "erases a child"
            return do_something(desk)
        except Refusal as refusal:
            return f"is refused: {refusal}"

    def _board(self, computer: Computer) -> str:
        match self.dice.choice(["close", "kill", "two boards", "command"]):
            case "close":
                computer.close()
                return "closes its boards"
            case "kill":
                computer.kill()
                return "kills its boards"
            case "two boards" if len(computer.desks) < 2:
                computer.open()
                return "opens a board"
        desk = computer.open()
        if desk is not None:
            with suppress(Refusal):
                do_something(desk)
            computer.desks.remove(desk)
            desk.book.close()
        return "uses the command line"

    def settle(self) -> Iterator[str]:
        """Let the sync program get through and the boards look, and tell what never ends."""
        if self.leaves:
            self.computers[0].close()
        for number in range(_ROUNDS):
            changed = self._round(reopen=number % 2 == 1)
            if not any(computer.desks for computer in self.computers):
                self._restore(self.staying[0])
            elif not changed and number > 2:
                break
        else:
            yield f"after {_ROUNDS} rounds files still change: {self._round(reopen=True)}"
        if self.leaves and self.diary.erased:
            self.staying[0].call("erase", "--gone", "-c", self.staying[0].folder, "--yes")
            for _ in range(2):
                self._round(reopen=True)
        for _ in range(2):
            changed = self._round(reopen=True)
            if changed:
                yield f"files change that had come to rest: {changed}"

    def _restore(self, computer: Computer) -> None:
        """Do what the board asks for when nobody can open the class any more."""
        asked = re.search(r'board restore "(.*)"', computer.shown())
        if asked:
            computer.call("restore", asked[1], "--yes")
            self.diary.restored((computer.folder / "class.json").read_bytes())
            self.story.append("somebody brings class.json back")

    def _round(self, *, reopen: bool) -> list[str]:
        """Sync and look everywhere once, and give the files that changed."""
        before = self._everything()
        for client in self.clients:
            client.sync(CALM)
        for computer in self.staying:
            if reopen:
                computer.close()
                computer.open()
            computer.look()
        after = self._everything()
        return sorted(
            f"{number}/{path}"
            for number, (old, new) in enumerate(zip(before, after, strict=True))
            for path in old.keys() | new.keys()
            if old.get(path) != new.get(path)
        )

    def _everything(self) -> list[dict[str, bytes]]:
        """Give what is in each file on each computer and on the server."""
        return [*(dict(files_in(one.folder)) for one in self.computers), dict(self.server.files)]

    def judge(self) -> Iterator[str]:
        """Tell what is not as it must be on any computer."""
        shown = set()
        for number, computer in enumerate(self.staying):
            computer.close()
            desk = computer.open()
            if desk is None:
                yield f"computer {number} can't open the class"
                continue
            for wrong in (
                *self._facts(desk.book),
                *self._documents(computer),
                *self._returned(desk.book),
                *self._pictures(desk.book),
                *self._erased(computer),
            ):
                yield f"computer {number}: {wrong}"
            computer.close()
            shown.add(computer.shown())
            for line in problems(computer.folder, computer.device):
                if any(words in line for words in _UNSETTLED):
                    yield f"computer {number} check says: {line}"
        if len(shown) > 1:
            yield "the computers show different classes"

    def _facts(self, book: Noted) -> Iterator[str]:
        there = {fact.id: fact for fact in book.facts}
        lost = [fact for fact in self.diary.facts.values() if fact.id not in there]
        if lost:
            yield f"{len(lost)} of {len(self.diary.facts)} facts are lost: {[fact.id for fact in lost]}"
        for fact in self.diary.facts.values():
            wanted = bare(fact) if fact.student in self.diary.erased else fact
            if there.get(fact.id, wanted) not in (wanted, fact._replace(device=there.get(fact.id, wanted).device)):
                yield f"a fact has become another: {wanted} {there[fact.id]}"

    def _documents(self, computer: Computer) -> Iterator[str]:
        lost = self.diary.due - words_in((computer.folder / "class.json").read_bytes())
        if lost:
            yield f"{len(lost)} of {len(self.diary.due)} words are lost: {sorted(lost)}"

    def _returned(self, book: Noted) -> Iterator[str]:
        words = words_in((book.about, book.everyone, book.assessors, book.units)) & self.diary.out
        if words:
            yield f"{len(words)} words stand there again that somebody replaced: {sorted(words)}"
        listed = {one.id for one in book.everyone} | {one.id for one in book.assessors} | {one.id for one in book.units}
        ids = listed & self.diary.gone
        if ids:
            yield f"{len(ids)} are there again that somebody took out: {sorted(ids)}"

    def _pictures(self, book: Noted) -> Iterator[str]:
        wanted = {content for fact in book.facts for content in fact.evidence}
        lost = [content for content in sorted(wanted) if not _has(book, content)]
        if lost:
            yield f"{len(lost)} of {len(wanted)} pictures are lost: {lost}"

    def _erased(self, computer: Computer) -> Iterator[str]:
        """Look for words of erased children in every file, but those check tells of."""
        held = {path for path, data in files_in(computer.folder) if words_in(data) & self.diary.forbidden}
        told = " ".join(problems(computer.folder, computer.device)) if held else ""
        left = sorted(path for path in held if path not in told)
        if left:
            yield f"words of an erased child are in {left}"

    def said(self) -> tuple[str, ...]:
        """Give what check says on each computer."""
        return tuple(line for one in self.staying for line in problems(one.folder, one.device))

    @contextmanager
    def ruled(self) -> Iterator[None]:
        """Let every computer have a clock of its own, and the seed alone decide which ids are made."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("board.store.class_book.datetime", self._clock)
            patch.setattr("board.store.ledger.journal._today", lambda: self._clock.now().date().isoformat())
            patch.setattr("board.store.draft.os", SimpleNamespace(urandom=Random(self.dice.random()).randbytes))
            patch.setattr(
                "board.store.documents.storage.secrets",
                SimpleNamespace(token_hex=lambda n: self.dice.randbytes(n).hex()),
            )
            patch.setattr(
                "board.store.documents.class_reading.ARRIVES_WITHIN", 0.0
            )  # nothing arrives while nobody acts
            yield


def _has(book: Noted, content: str) -> bool:
    try:
        return book.pictures.read(content) == picture_of(content)
    except OSError:
        return False


def run(base: Path, room: Path, seed: int, deeds: int = 60) -> Run:
    """Let a world live and settle, and give what came of it.

    Args:
        base: The class everybody starts from.
        room: An empty folder.
        seed: Decides everything.
        deeds: How much happens.
    """
    world = World(base, room, seed)
    said: tuple[str, ...] = ()
    with world.ruled():
        try:
            world.live(deeds)
            for computer in world.computers:
                computer.clock = timedelta()
            wrong = (*world.settle(), *world.judge())
            said = world.said()
        except Exception:  # noqa: BLE001 - whatever it is, the seed makes it again
            wrong = (traceback.format_exc(limit=-3),)
        finally:
            for computer in world.computers:
                computer.bury()
    return Run(seed, wrong, tuple(world.story), len(world.diary.facts), len(world.diary.due), said)
