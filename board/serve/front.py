"""The one address in front of several workers: it secures connections, and brings each browser to its own worker."""

import asyncio
import hashlib
import re
import socket
import ssl
from collections import Counter
from contextlib import suppress
from functools import partial
from typing import NamedTuple, Protocol, Self

from board.serve.door import SHAKING_HANDS
from board.serve.hosts import network_of
from board.serve.limits import Limits

FROM = "X-Board-From"
"""Header in which a worker is told from where a request came."""

_LONGEST_HEAD = 16 << 10
_HEAD_WITHIN = 10.0
_PIECE = 1 << 16
_COOKIE = re.compile(rb"^cookie:[^\r\n]*?\bboard-\d+=1\.[^.;\r\n]+\.([A-Za-z0-9_-]+)\.", re.IGNORECASE | re.MULTILINE)
_ENTRANCE = re.compile(rb"^[A-Z]+ /in/([^ ?]+)")
_TICKET = re.compile(rb"^[A-Z]+ /(?:bring|upload|file)/(\d+)-")
_BUSY = (
    b"HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\nRetry-After: 2\r\n"
    b"Connection: close\r\n\r\nOne moment, please: the board is coming up again.\n"
)
_BAD = b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Place(NamedTuple):
    """Where a worker listens.

    Attributes:
        host: An address, or the path of a socket.
        port: Its port, 0 for a socket.
    """

    host: str
    port: int


class Places(Protocol):
    """The workers as the front knows them."""

    @property
    def places(self) -> list[Place | None]:
        """Where each worker listens, None while it is not there."""
        ...

    @property
    def secret(self) -> str:
        """What the front says so that it is believed."""
        ...


class Front:
    """Stands in front of workers.

    Each connection carries one request, whose head is looked at and cleaned; what follows is handed on as it comes.

    Args:
        workers: The workers.
        listening: The socket browsers connect to.
        context: What connections are secured with, None for plain HTTP.
        limits: How many connections there may be.
    """

    def __init__(
        self,
        workers: Places,
        listening: socket.socket,
        context: ssl.SSLContext | None,
        limits: Limits = Limits(),  # noqa: B008 - a value
    ) -> None:
        self._workers, self._listening, self._context, self._limits = workers, listening, context, limits
        self._from: Counter[str] = Counter()
        self._server: asyncio.Server | None = None
        self._next = 0
        self._at_work: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        """Begin to listen."""
        shaking = None if self._context is None else SHAKING_HANDS
        self._server = await asyncio.start_server(
            self._come, sock=self._listening, ssl=self._context, ssl_handshake_timeout=shaking
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        """Listen no more, and let go of all connections."""
        assert self._server is not None
        self._server.close()
        for task in self._at_work:
            task.cancel()
        await asyncio.gather(*self._at_work, return_exceptions=True)

    def _come(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        who = network_of(_address(writer))
        if self._from[who] >= self._limits.connections or self._from.total() >= self._limits.all_connections:
            writer.transport.abort()
            return
        self._from[who] += 1
        task = asyncio.get_running_loop().create_task(self._connected(reader, writer))
        self._at_work.add(task)
        task.add_done_callback(partial(self._gone, who))

    def _gone(self, who: str, task: asyncio.Task[None]) -> None:
        self._at_work.discard(task)
        self._from[who] -= 1
        if not self._from[who]:
            del self._from[who]

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with suppress(OSError, asyncio.IncompleteReadError, TimeoutError):
                await self._answer(reader, writer)
        finally:
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), _HEAD_WITHIN)
        except asyncio.LimitOverrunError:
            head = b""
        cleaned = cleaned_head(head, self._workers.secret, _address(writer))
        place = self._place(head)
        if cleaned is None or place is None:
            writer.write(_BAD if cleaned is None else _BUSY)
            await writer.drain()
        else:
            await _hand_on(cleaned, place, reader, writer)

    def _place(self, head: bytes) -> Place | None:
        """Give the worker a request is for: always the same for a guest, and for a ticket the one that gave it."""
        places = self._workers.places
        number = worker_of(head, len(places))
        if number is not None:
            return places[number]
        for _ in places:
            self._next = (self._next + 1) % len(places)
            if places[self._next] is not None:
                return places[self._next]
        return None


def worker_of(head: bytes, count: int) -> int | None:
    """Tell which worker a request is for.

    Args:
        head: Its first line and headers.
        count: How many workers there are.

    Returns:
        Its number, None where any will do.
    """
    ticket = _TICKET.match(head)
    if ticket is not None and int(ticket[1]) < count:
        return int(ticket[1])
    # A link is used by one worker alone: a button that is tapped twice sends its form twice, by two connections.
    known = _ENTRANCE.match(head) or _COOKIE.search(head)
    return None if known is None else int.from_bytes(hashlib.sha256(known[1]).digest()[:4]) % count


def cleaned_head(head: bytes, secret: str, address: str) -> bytes | None:
    """Give the head of a request as a worker shall see it: with where it came from, and as the only one of its connection.

    Args:
        head: Its first line and headers.
        secret: What the front says so that it is believed.
        address: Where it came from.

    Returns:
        None where it can't be a request.
    """
    if not 0 < len(head) <= _LONGEST_HEAD or b"\0" in head:
        return None
    first, *lines = head[:-4].split(b"\r\n")
    names = [line.partition(b":")[0].strip().lower() for line in lines]
    if any(not name or line[:1] in b" \t" for name, line in zip(names, lines, strict=True)):
        return None
    is_socket = b"upgrade" in names
    kept = [
        line
        for name, line in zip(names, lines, strict=True)
        if name != FROM.lower().encode() and (is_socket or name not in (b"connection", b"keep-alive"))
    ]
    added = [f"{FROM}: {secret} {address}".encode()]
    if not is_socket:
        added.append(b"Connection: close")
    return b"\r\n".join((first, *kept, *added)) + b"\r\n\r\n"


def _address(writer: asyncio.StreamWriter) -> str:
    """Give the address a connection comes from."""
    peer = writer.get_extra_info("peername")
    return str(peer[0]) if peer else ""


async def _hand_on(head: bytes, place: Place, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Hand on what both sides say until one of them has ended."""
    if place.port:
        behind, ahead = await asyncio.open_connection(place.host, place.port)
    else:
        behind, ahead = await asyncio.open_unix_connection(place.host)
    ahead.write(head)
    out = asyncio.create_task(_pump(reader, ahead))
    try:
        await _pump(behind, writer)
    finally:
        out.cancel()
        ahead.close()


async def _pump(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while piece := await source.read(_PIECE):
            target.write(piece)
            await target.drain()
        if target.can_write_eof():
            target.write_eof()
