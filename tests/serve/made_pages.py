"""Pages without a browser: what a page sends is fed into a terminal that can be read."""

import asyncio
import json
import time
from collections.abc import Callable
from typing import Any

import pyte

from board.app import BoardApp
from board.cli.context import seat_here
from board.serve.cookies import Guest
from board.serve.limits import Limits
from board.serve.messages import Hello
from board.serve.page import Page, Room
from board.serve.pages import Pages
from board.serve.served import Served
from board.serve.shared_book import SharedClass
from board.serve.tickets import Tickets

PHONE = Hello(52, 52, touch=True)
GUEST = Guest("link", "guest", 1 << 40)


class Board(Served, BoardApp):
    """The board in a page."""


class FakeSocket:
    """A browser: what it is sent stands on its screen."""

    def __init__(self, columns: int = 52, lines: int = 52) -> None:
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.told: list[dict[str, Any]] = []
        self.closed = False
        self.sent = 0
        self.takes = asyncio.Event()
        self.takes.set()

    async def send_bytes(self, data: bytes) -> None:
        await self.takes.wait()
        self.sent += len(data)
        self._stream.feed(data)

    async def send_str(self, data: str) -> None:
        self.told.append(json.loads(data))

    async def close(self) -> None:
        self.closed = True

    @property
    def seen(self) -> str:
        """What stands on its screen."""
        return "\n".join(self._screen.display)

    def said(self, kind: str) -> list[dict[str, Any]]:
        """Give what it was told of a kind."""
        return [one for one in self.told if one["kind"] == kind]


class OneApp:
    """The apps of a page that shows one board and ends with it."""

    def __init__(self, shared: SharedClass, make: Callable[[SharedClass], Served] | None = None) -> None:
        self._shared, self._make = shared, make or (lambda shared: Board(seat_here(), shared.book))

    def first(self) -> Served:
        app = self._make(self._shared)
        self._shared.show(app)
        return app

    def left(self, app: Served) -> None:
        self._shared.leave(app)

    def after(self, app: Served) -> Served | None:
        return None

    def report(self) -> str:
        return "the report"


class Pagefuls:
    """Pages on one class.

    Args:
        shared: The class.
        most: How many there may be.
    """

    def __init__(self, shared: SharedClass, most: int = 100) -> None:
        self.shared, self.pages = shared, Pages(Limits(pages=most, guest_pages=most))
        self.tickets = Tickets(time.monotonic)

    async def open(
        self, hello: Hello = PHONE, guest: Guest = GUEST, make: Callable[[SharedClass], Served] | None = None
    ) -> tuple[Page, FakeSocket]:
        """Open one and look at it."""
        room = Room(self.tickets, lambda path: f"https://board{path}", self.pages.gone)
        page = await self.pages.open(guest, lambda: Page(guest, OneApp(self.shared, make), hello, room))
        socket = FakeSocket(hello.columns, hello.lines)
        await page.attach(socket, hello)
        return page, socket


async def until(condition: Callable[[], object], told: Callable[[], object] = lambda: "") -> None:
    """Let pages run until something is so; fail when it has not become so in ten seconds."""
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline, told()
        await asyncio.sleep(0.01)


async def at_rest(socket: FakeSocket) -> str:
    """Wait until nothing more is painted, and give what stands there."""
    before, quiet = -1, 0
    while quiet < 10:
        quiet, before = (quiet + 1, before) if socket.sent == before else (0, socket.sent)
        await asyncio.sleep(0.02)
    return socket.seen
