"""Long hours on one class, without a browser: many pages that mark, close, come back, stop listening, or send rubbish."""

import asyncio
import json
import random
from collections import Counter
from contextlib import AsyncExitStack, closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from board.mastery.facts import Kind
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS, UNITS, put
from scripts.bench.classes import students_of, unit_of
from seats import seat_at
from serve.page_client import Lost, PageClient, let_in
from serve.painted import Cell, Painted
from serve.running import RunningServer

SIZE = (100, 40)
STUDENTS_HERE, STEPS_HERE = 32, 10
TRYING, OPEN = b"t", b"u"
_ZOOMS = 5
_RUBBISH_OF_BYTES = (
    b"\x1b[",
    b"\x1b]",
    b"\x1b[<",
    b"\xff\xfe",
    b"\x1bP",
    b"\x1b[<999999999;1;1M",
    b"\x1b[8;9999;9999t",
)


def made(folder: Path, home: Path) -> Path:
    """Make a class of two and thirty children in which nothing is marked."""
    home.mkdir(exist_ok=True)
    (home / "settings.json").write_text(json.dumps({"device": "d1"}))
    with closing(ClassBook.create(folder, "Room 12", "d1", "Ms. Rivera")) as book:
        book.edit(STUDENTS, lambda _: students_of(STUDENTS_HERE))
        book.edit(UNITS, put(unit_of(STEPS_HERE)))
        seat_at(home).settings.remember(book.key, Place(zoom=0))
    return folder


class Watcher:
    """Somebody with a page, who reads what is painted there.

    Attributes:
        page: The page.
        painted: What stands there.
    """

    def __init__(self, stack: AsyncExitStack, server: RunningServer) -> None:
        self._stack, self._server = stack, server
        self.painted = Painted(*SIZE)
        self.page: PageClient
        self._session: aiohttp.ClientSession

    async def come(self) -> "Watcher":
        """Go in as a guest of one's own, and wait until the class is there."""
        jar = aiohttp.CookieJar(unsafe=True)
        self._session = await self._stack.enter_async_context(aiohttp.ClientSession(cookie_jar=jar))
        await let_in(self._session, self._server.links["teacher"])
        await self._open("")
        return self

    async def come_back(self) -> None:
        """Lose the connection, and come back to the same page."""
        page = self.page.page
        await self.page.cut()
        self.painted = Painted(*SIZE)
        await self._open(page)
        assert self.page.page == page, "another page came in its place"

    async def find(self, name: str) -> Cell:
        """Give the cell of the first spot of a child, once it is there."""
        for _ in range(_ZOOMS):
            if self._numbers() is None:  # all children at once are seen in the overview
                await self.page.send(b"z")
                await self.page.settled(0.5)
        await self.page.until(lambda: self._numbers() is not None and self.painted.places(name))
        column = (self._numbers() or "").index("1")
        return Cell(column, self.painted.places(name)[0].line)

    def _numbers(self) -> str | None:
        """Give the line above the overview in which steps have numbers, None where there is none."""
        return next((line for line in self.painted.lines if line.split()[:3] == ["1", "2", "3"]), None)

    def _hear(self, came: bytes) -> None:
        self.painted.feed(came)

    async def _open(self, page: str) -> None:
        self.page = await PageClient.opened(
            self._session,
            self._server.base,
            columns=SIZE[0],
            lines=SIZE[1],
            page=page,
            touch=False,
            hear=self._hear,
        )
        await self.page.until(lambda: self.page.page and "Room 12" in self.painted.text)


async def opened_used_and_closed(server: RunningServer, count: int, together: int = 5) -> None:
    """Open pages, mark and take back something on each, and close them, the last one opened first every other time."""
    for first in range(0, count, together):
        async with AsyncExitStack() as stack:
            guests = await asyncio.gather(*(Watcher(stack, server).come() for _ in range(together)))
            for guest in guests:
                for key in (TRYING, b"\x1b[B", b"z", b"z", b"\r"):
                    await guest.page.send(key)
                await guest.page.settled(0.3)
            for guest in guests if first % 2 else reversed(guests):
                await guest.page.close()


@dataclass
class Together:
    """What came of many pages on one class.

    Attributes:
        acknowledged: For each child how many marks its page has shown as kept.
        unanswered: Marks that were never shown, each with what the page showed in its stead.
        screens: What each page showed at the end.
    """

    acknowledged: Counter[str] = field(default_factory=Counter)
    unanswered: list[str] = field(default_factory=list)
    screens: list[str] = field(default_factory=list)


async def marked_together(server: RunningServer, pages: int, seconds: float, every: float) -> Together:
    """Let up to thirty pages mark, each its own child, and give what came of it.

    A tap where the eye is already marks, so nobody has the first child, where all begin, nor the last, where all end.
    """
    found, names = Together(), [student.name for student in students_of(STUDENTS_HERE)]
    async with AsyncExitStack() as stack:
        guests = [await Watcher(stack, server).come() for _ in range(pages)]
        hands = (
            _marking(guest, name, (seconds, every), found) for name, guest in zip(names[1:-1], guests, strict=False)
        )
        await asyncio.gather(*hands)
        for guest in guests:
            await guest.page.tap(*await guest.find(names[-1]))
        for guest in guests:
            with suppress(Lost):
                await guest.page.until(lambda guest=guest: guest.painted.text == guests[0].painted.text, 20)  # type: ignore[misc]
        found.screens = [guest.painted.text for guest in guests]
        for guest in guests:
            await guest.page.close()
    return found


async def _marking(guest: Watcher, name: str, pace: tuple[float, float], found: Together) -> None:
    """Mark and take back again and again, for some seconds, one action in so many."""
    chance, loop = random.Random(name), asyncio.get_running_loop()
    until, every = loop.time() + pace[0], pace[1]
    cell = await guest.find(name)
    await guest.page.tap(*cell)
    await guest.page.until(lambda: _said(guest, name, "Open"))
    while loop.time() < until:
        for key, words in ((TRYING, "Trying"), (OPEN, "Open")):
            await guest.page.send(key)
            try:
                await guest.page.until(lambda words=words: _said(guest, name, words), 20)  # type: ignore[misc]
                found.acknowledged[name] += key == TRYING
            except Lost:
                found.unanswered.append(f"{name}, {words}:\n{guest.painted.text}")
            await asyncio.sleep(every * (0.5 + chance.random()))


def _said(guest: Watcher, name: str, words: str) -> bool:
    """Tell whether what is said of the spot under the eye is this: of whom, and what it is now."""
    lines = guest.painted.lines
    at = max((number for number, line in enumerate(lines) if line.strip().startswith(f"{name} ·")), default=-1)
    return 0 <= at < len(lines) - 1 and words in lines[at + 1]


def lost_of(folder: Path, found: Together) -> dict[str, int]:
    """Give for each child how many marks its page has shown that the class does not hold."""
    with closing(ClassBook(folder, "looks", only_look=True)) as book:
        names = {student.id: student.name for student in book.students}
        held = Counter(names[fact.student] for fact in book.facts if fact.kind is Kind.PRACTISING)
    return {name: count - held[name] for name, count in found.acknowledged.items() if count > held[name]}


async def rubbish(server: RunningServer, frames: int, seed: int) -> None:
    """Send a page frames of rubbish, coming back whenever the door is shut; it never means a key that marks."""
    chance = random.Random(seed)
    async with AsyncExitStack() as stack:
        guest = await Watcher(stack, server).come()
        for number in range(frames):
            if not guest.page.is_open:
                guest = await Watcher(stack, server).come()
            with suppress(ConnectionError):
                if number % 2:
                    await guest.page.send(b"".join(chance.choices(_RUBBISH_OF_BYTES, k=chance.randint(1, 9))))
                else:
                    await guest.page.say_text(_rubbish_of_text(chance))
            if number % 100 == 0:
                await asyncio.sleep(0.4)
        with suppress(ConnectionError):
            await guest.page.cut()


def _rubbish_of_text(chance: random.Random) -> str:
    kinds: tuple[Any, ...] = (
        "hello",
        "size",
        "look",
        "typed",
        "sheet",
        "given_up",
        "want_report",
        "nobody",
        "",
        None,
        7,
        [],
        {},
    )
    values: tuple[Any, ...] = (None, -1, 1 << 70, "", "x" * 500, [], {}, True, float("1e300"), "\ud800", "\x00")
    fields = ("columns", "lines", "field", "text", "dark", "contrast", "touch", "page", "id")
    said = {"kind": chance.choice(kinds)} | {name: chance.choice(values) for name in chance.choices(fields, k=3)}
    text = json.dumps(said)
    return text[: chance.randrange(len(text))] if chance.random() < 0.3 else text


def facts_in(folder: Path) -> int:
    """Count the facts of a class."""
    with closing(ClassBook(folder, "looks", only_look=True)) as book:
        return len(list(book.facts))
