"""The two that are compared: the board's own server, and a stock one that begins a process for each page."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import aiohttp

from serve.page_client import PageClient, let_in
from serve.running import RunningServer

COLUMNS, LINES = 100, 40
"""A terminal that has room for the board and for the studio as it is in every release."""

_UP = 60.0
_STOCK = "from textual_serve.server import Server; import sys; Server(sys.argv[1], host='127.0.0.1', port=int(sys.argv[2])).serve()"


class Opened(NamedTuple):
    """A page that is open, with the seconds until it showed the class."""

    page: PageClient
    took: float


class Side(Protocol):
    """A server of the board."""

    name: str

    @property
    def pid(self) -> int:
        """Its process; all that serve pages are below it."""
        ...

    def open(self) -> contextlib.AbstractAsyncContextManager[Opened]:
        """Open a page of the teacher's board, and wait until it shows the class."""
        ...


class Ours:
    """The board's own server.

    Args:
        server: It runs.
        shows: Words that stand on the board.
        role: Whose link is used.
    """

    name = "board serve"

    def __init__(self, server: RunningServer, shows: bytes, role: str = "teacher") -> None:
        self._server, self._shows, self._role = server, shows, role

    @property
    def pid(self) -> int:
        """Its process."""
        return self._server.pid

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Opened]:
        """Open a page as a guest of its own."""
        async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
            base = await let_in(session, self._server.links[self._role])
            begun, seen = time.perf_counter(), Seen(self._shows)
            async with await PageClient.opened(
                session, base, columns=COLUMNS, lines=LINES, touch=False, hear=seen
            ) as page:
                await page.until(lambda: seen.at and page.frames)
                yield Opened(page, seen.at - begun)


class StockPage(PageClient):
    """A page of the stock server: the same bytes in other envelopes."""

    async def say(self, **words: Any) -> None:
        """Say nothing: it knows none of it."""

    async def send(self, typed: bytes) -> None:
        """Send bytes of the terminal."""
        await self._socket.send_str(json.dumps(["stdin", typed.decode()]))

    async def answer(self) -> None:
        """Say that this terminal marks its pictures, and that it has the focus, without which keys are dead."""
        await self._socket.send_str(json.dumps(["stdin", "\x1b[?2026;2$y"]))
        await self._socket.send_str(json.dumps(["focus"]))


class Stock:
    """The stock server.

    Args:
        program: It runs.
        port: Where.
        shows: Words that stand on the board.
    """

    name = "textual-serve"

    def __init__(self, program: subprocess.Popen[bytes], port: int, shows: bytes) -> None:
        self._program, self._port, self._shows = program, port, shows

    @property
    def pid(self) -> int:
        """Its process."""
        return self._program.pid

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Opened]:
        """Open a page."""
        address = f"ws://127.0.0.1:{self._port}/ws?width={COLUMNS}&height={LINES}"
        async with aiohttp.ClientSession() as session:
            begun, seen = time.perf_counter(), Seen(self._shows)
            socket_ = await session.ws_connect(address, max_msg_size=0)
            page = StockPage(socket_, seen)
            try:
                await page.until(lambda: page.bytes)
                await page.answer()
                await page.until(lambda: seen.at)
                yield Opened(page, seen.at - begun)
            finally:
                await page.cut()


class Seen:
    """Notes when words came first."""

    def __init__(self, words: bytes) -> None:
        self._words, self._tail, self.at = words, b"", 0.0

    def __call__(self, came: bytes) -> None:
        """Take what came."""
        if not self.at:
            self._tail += came
            if self._words in self._tail:
                self.at = time.perf_counter()
            self._tail = self._tail[-len(self._words) :]


@contextlib.contextmanager
def ours(folder: Path, shows: str, *options: str, role: str = "teacher") -> Any:
    """Serve a class as the board does."""
    with RunningServer(folder, *options) as server:
        yield Ours(server, shows.encode(), role)


@contextlib.contextmanager
def stock(folder: Path, shows: str) -> Any:
    """Serve a class as the stock server does."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = f"exec {sys.executable} -m scripts.bench_serve.lone_board '{folder}'"
    program = subprocess.Popen(
        [sys.executable, "-c", _STOCK, command, str(port)],
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wait_for(port)
        yield Stock(program, port, shows.encode())
    finally:
        program.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            program.wait(10)
        with suppress(ProcessLookupError):
            os.killpg(program.pid, signal.SIGKILL)
        program.wait()


@asynccontextmanager
async def opened(side: Side, count: int, together: int = 0) -> AsyncIterator[list[Opened]]:
    """Open so many pages, all at once or so many together, and close them at the end."""
    import asyncio  # noqa: PLC0415

    async with AsyncExitStack() as stack:
        pages: list[Opened] = []
        step = together or count
        for first in range(0, count, step):
            coming = [stack.enter_async_context(side.open()) for _ in range(first, min(count, first + step))]
            pages += await asyncio.gather(*coming)
        yield pages


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + _UP
    while True:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        assert time.monotonic() < deadline, "the stock server does not come up"
        time.sleep(0.05)


Hear = Callable[[bytes], object]
