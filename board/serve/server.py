"""Serving a class at one address, in this process or in several that share the pages."""

import asyncio
import socket
import ssl
import sys
from collections.abc import AsyncIterator
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
        return self.behind.pages if isinstance(self.behind, Crew) else len(self.behind.pages)

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
    listening = _listening(options.host, options.port)
    listening.setblocking(False)
    with listening:
        port = listening.getsockname()[1]
        reached = hosts(port, options.names, is_secure=context is not None)
        if options.workers > 1:
            async with _several(options, reached, listening, context) as crew:
                served = Serving(reached, crew, options.idle_end)
                try:
                    yield served
                finally:
                    served.stop()
            return
        async with _alone(options, reached, listening, context) as worker:
            served = Serving(reached, worker, options.idle_end)
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


def _listening(host: str, port: int) -> socket.socket:
    """Give a socket that listens.

    Raises:
        Refusal: It can't.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    if sys.platform == "win32":  # there the other choice would let two programs listen at one port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)
    except OSError as error:
        listening.close()
        why = error.strerror or str(error)
        raise Refusal(f"Nothing can be served at port {port} ({why}); choose another one with --port.") from error
    except OverflowError as error:
        listening.close()
        raise Refusal(f"{port} is no port; choose one between 1024 and 65535 with --port.") from error
    return listening
