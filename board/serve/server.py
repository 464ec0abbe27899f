"""Serving a class at one address, in this process or in several that share the pages."""

import asyncio
import socket
import ssl
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from time import monotonic

from board.errors import Refusal
from board.serve.door import Door
from board.serve.front import Front
from board.serve.hosts import Hosts, hosts
from board.serve.limits import Limits
from board.serve.options import ServeOptions
from board.serve.worker import Worker, working
from board.serve.workers import Crew

_LOOKS_EVERY = 1.0


class Serving:
    """A class that is served now.

    Attributes:
        hosts: The names under which browsers reach it.
        behind: What serves its pages.
        ended: Set once nobody has been here for so long that it may end.
    """

    def __init__(self, reached: Hosts, behind: Worker | Crew, idle_end: float | None) -> None:
        self.hosts, self.behind = reached, behind
        self.ended = asyncio.Event()
        self._watch = None if idle_end is None else asyncio.create_task(self._wait_until_empty(idle_end))

    @property
    def pages(self) -> int:
        """How many pages are open."""
        return self.behind.open_pages

    def stop(self) -> None:
        """Look no more whether anybody is here."""
        if self._watch is not None:
            self._watch.cancel()

    async def _wait_until_empty(self, seconds: float) -> None:
        empty_since = monotonic()
        while monotonic() - empty_since < seconds:
            await asyncio.sleep(_LOOKS_EVERY)
            empty_since = monotonic() if self.pages else empty_since
        self.ended.set()


@asynccontextmanager
async def serving(options: ServeOptions, context: ssl.SSLContext | None = None) -> AsyncIterator[Serving]:
    """Serve a class until this is left.

    Args:
        options: What shall be served, and how.
        context: What connections are secured with, None for plain HTTP.

    Raises:
        Refusal: The class can't be opened, or the address is in use.
    """
    listening = _listening(options.host, options.ports)
    with listening:
        port = listening.getsockname()[1]
        reached = hosts(port, options.names, is_secure=context is not None)
        of_many = _several if options.workers > 1 else _alone
        async with of_many(options, reached, listening, context) as behind:
            served = Serving(reached, behind, options.idle_end)
            try:
                yield served
            finally:
                served.stop()


@asynccontextmanager
async def _alone(
    options: ServeOptions, reached: Hosts, listening: socket.socket, context: ssl.SSLContext | None
) -> AsyncIterator[Worker]:
    async with working(options, reached, 0) as (worker, runner):
        await Door(runner, listening, Limits(), context).start()
        yield worker


@asynccontextmanager
async def _several(
    options: ServeOptions, reached: Hosts, listening: socket.socket, context: ssl.SSLContext | None
) -> AsyncIterator[Crew]:
    async with Crew(options, reached) as crew, Front(crew, listening, context):
        yield crew


def _listening(host: str, ports: Sequence[int]) -> socket.socket:
    """Give a socket that listens at the first port that is free.

    Raises:
        Refusal: None is.
    """
    for port in ports:
        try:
            return _bound(host, port)
        except OverflowError as error:
            raise Refusal(f"{port} is no port; choose one between 1024 and 65535 with --port.") from error
        except OSError as error:
            refused = error
    if len(ports) > 1:
        raise Refusal(f"The ports {ports[0]} to {ports[-1]} are in use; choose another one with --port.") from refused
    why = refused.strerror or str(refused)
    raise Refusal(f"Nothing can be served at port {ports[0]} ({why}); choose another one with --port.") from refused


def _bound(host: str, port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform == "win32":  # there the other choice would let two programs listen at one port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)
    except (OSError, OverflowError):
        listening.close()
        raise
    listening.setblocking(False)
    return listening
