"""A page without a browser: speaks what the page of the board speaks, and looks only for the end of each picture."""

import asyncio
import contextlib
import json
import re
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

import aiohttp

FRAME_END = b"\x1b[?2026l"
_CURSOR = re.compile(rb"\x1b\[(\d+);(\d+)H")
_TAIL = 200
"""Bytes before the end of a picture in which its last word about the cursor stands."""

PATIENCE = 60.0
"""Seconds until something that should come counts as lost."""


class Lost(Exception):
    """What was waited for did not come."""


_VISIT = re.compile(r'name="visit" value="([^"]+)"')


async def let_in(session: aiohttp.ClientSession, link: str) -> str:
    """Go in by a link and its button, so that the session has its cookie; give the address of the server."""
    base = link.rpartition("/in/")[0]
    async with session.get(link) as answer:
        answer.raise_for_status()
        visit = _VISIT.search(await answer.text())
    assert visit is not None, "the page of the link has no button"
    async with session.post(link, data={"visit": visit[1]}, headers={"Origin": base}) as answer:
        answer.raise_for_status()
    return base


class PageClient:
    """One page that is open; see `opened`.

    Attributes:
        frames: How many pictures were painted.
        bytes: How many bytes came.
        told: What the server said beside them.
        eye: Column and line, from 0, where the last picture left the terminal's cursor; None before there was one.
        seen_at: Moment of `time.perf_counter` at which the last picture ended.
    """

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, hear: Callable[[bytes], object] | None = None) -> None:
        self._socket, self._hear = socket, hear
        self.frames = self.bytes = 0
        self.told: list[dict[str, Any]] = []
        self.eye: tuple[int, int] | None = None
        self.seen_at = 0.0
        self._tail = b""
        self._came = asyncio.Event()
        self._reading = asyncio.create_task(self._read())

    @classmethod
    async def opened(
        cls,
        session: aiohttp.ClientSession,
        base: str,
        *,
        columns: int = 100,
        lines: int = 40,
        page: str = "",
        touch: bool = True,
        hear: Callable[[bytes], object] | None = None,
    ) -> Self:
        """Connect as the page does.

        Args:
            session: It was let in, see `let_in`.
            base: The address of the server.
            columns: Width of its terminal.
            lines: Height of its terminal.
            page: Id of the page to come back to.
            touch: Whether fingers touch it.
            hear: Gets the bytes of the terminal, too.
        """
        address = base.replace("http", "ws", 1) + "/ws"
        socket = await session.ws_connect(address, origin=base, max_msg_size=0, heartbeat=None)
        client = cls(socket, hear)
        await client.say(kind="hello", columns=columns, lines=lines, touch=touch, dark=True, contrast=False, page=page)
        return client

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @property
    def is_open(self) -> bool:
        """Whether it is connected."""
        return not self._socket.closed

    @property
    def page(self) -> str:
        """The id the server gave it, empty before."""
        said = self.said("page")
        return str(said["id"]) if said else ""

    def said(self, kind: str) -> dict[str, Any] | None:
        """Give the last thing of a kind the server said beside the terminal."""
        return next((one for one in reversed(self.told) if one.get("kind") == kind), None)

    async def say(self, **words: Any) -> None:
        """Say something beside the terminal."""
        await self.say_text(json.dumps(words))

    async def say_text(self, text: str) -> None:
        """Send a text frame, whatever it says."""
        await self._socket.send_str(text)

    async def send(self, typed: bytes) -> None:
        """Send bytes of the terminal."""
        await self._socket.send_bytes(typed)

    async def tap(self, column: int, line: int) -> None:
        """Tap a cell, counted from 0."""
        await self.send(b"\x1b[<0;%d;%dM\x1b[<0;%d;%dm" % (column + 1, line + 1, column + 1, line + 1))

    async def until(self, condition: Callable[[], object], patience: float = PATIENCE) -> None:
        """Wait until something is so, looking whenever something came.

        Raises:
            Lost: It never was.
        """
        deadline = time.monotonic() + patience
        while not condition():
            self._came.clear()
            try:
                await asyncio.wait_for(self._came.wait(), max(0.0, deadline - time.monotonic()))
            except TimeoutError:
                raise Lost(f"it never came to be; {self.frames} pictures, {self.told[-3:]}") from None
            if not self.is_open and not condition():
                raise Lost(f"the server closed it: {self._socket.close_code}, {self.told[-3:]}")

    def stop_reading(self) -> None:
        """Take nothing any more, as a device that has gone to sleep."""
        self._reading.cancel()

    async def settled(self, quiet: float = 0.3) -> None:
        """Wait until nothing has come for some seconds."""
        while True:
            self._came.clear()
            try:
                await asyncio.wait_for(self._came.wait(), quiet)
            except TimeoutError:
                return

    async def close(self) -> None:
        """Close it, as closing its tab does."""
        if self.is_open:
            with contextlib.suppress(ConnectionError):
                await self.say(kind="bye")
        await self.cut()

    async def cut(self) -> None:
        """Lose the connection."""
        await self._socket.close()
        await asyncio.gather(self._reading, return_exceptions=True)

    async def _read(self) -> None:
        async for message in self._socket:
            if message.type is aiohttp.WSMsgType.BINARY:
                self._take(message.data)
            elif message.type is aiohttp.WSMsgType.TEXT:
                self.told.append(json.loads(message.data))
            self._came.set()
        self._came.set()

    def _take(self, came: bytes) -> None:
        self.bytes += len(came)
        tail = self._tail + came
        ends = tail.count(FRAME_END)
        if ends:
            self.frames += ends
            self.seen_at = time.perf_counter()
            end = tail.rfind(FRAME_END)
            moves = _CURSOR.findall(tail[max(0, end - _TAIL) : end])
            if moves:
                self.eye = int(moves[-1][1]) - 1, int(moves[-1][0]) - 1
            self._tail = tail[end + len(FRAME_END) :][-_TAIL - len(FRAME_END) :]
        else:
            self._tail = tail[-_TAIL - len(FRAME_END) :]
        if self._hear is not None:
            self._hear(came)
