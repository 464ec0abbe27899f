"""Several processes that share the pages of one address: each is begun here, and anew where it ends by a fault."""

import asyncio
import multiprocessing
import os
import secrets
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import NamedTuple, Self

from aiohttp import web

from board.errors import Refusal
from board.serve.door import Door
from board.serve.front import FROM, Place
from board.serve.hosts import Hosts
from board.serve.limits import Limits
from board.serve.options import ServeOptions
from board.serve.worker import working

_UP = 60.0
"""Seconds a worker may take to come up; a slow computer loads it from a cold disk."""

_PAUSE = 1.0
_LAST_WORDS = 8.0
_SPAWN = multiprocessing.get_context("spawn")


class _Told(NamedTuple):
    """What a worker says: where it listens, and how many pages it has; or why it can't begin."""

    place: Place | None
    pages: int = 0
    refusal: str = ""


class Crew:
    """The workers of one address.

    Args:
        options: What shall be served, and how.
        reached: The names under which browsers reach it.

    Attributes:
        places: Where each worker listens, None while it is not there.
    """

    def __init__(self, options: ServeOptions, reached: Hosts) -> None:
        self._options, self._reached = options, reached
        self._folder = Path(tempfile.mkdtemp(prefix="board-"))
        self.places: list[Place | None] = [None] * options.workers
        self._counts = [0] * options.workers
        self._keepers: list[asyncio.Task[None]] = []
        self._processes: list[SpawnProcess | None] = [None] * options.workers
        self.secret = secrets.token_urlsafe(24)

    @property
    def open_pages(self) -> int:
        """How many pages are open."""
        return sum(self._counts)

    @property
    def processes(self) -> list[int]:
        """The numbers of the workers' processes, 0 for one that is not there."""
        return [0 if process is None else process.pid or 0 for process in self._processes]

    async def __aenter__(self) -> Self:
        """Begin all workers.

        Raises:
            Refusal: They can't.
        """
        up = [asyncio.get_running_loop().create_future() for _ in self.places]
        self._keepers = [asyncio.create_task(self._keep_up(number, first)) for number, first in enumerate(up)]
        try:
            await asyncio.wait_for(asyncio.gather(*up), _UP)
        except BaseException as error:
            await self.__aexit__()
            if isinstance(error, TimeoutError):
                raise Refusal("The processes that serve the pages do not come up; try it without --workers.") from error
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        """End all workers."""
        for keeper in self._keepers:
            keeper.cancel()
        running = [process for process in self._processes if process is not None]
        for process in running:
            process.terminate()
        await asyncio.to_thread(_wait_for_all, running)
        shutil.rmtree(self._folder, ignore_errors=True)

    async def _keep_up(self, number: int, first: asyncio.Future[None]) -> None:
        while True:
            ours, its = _SPAWN.Pipe(duplex=False)
            place = self._folder / f"{number}.sock"
            place.unlink(missing_ok=True)  # of one that ended by a fault
            process = _SPAWN.Process(
                target=run_worker,
                args=(self._options, self._reached, Post(number, place, self.secret, its)),
                name=f"board {number}",
                daemon=True,
            )
            process.start()
            its.close()
            self._processes[number] = process
            try:
                await self._listen(number, ours, first)
            finally:
                self.places[number], self._counts[number] = None, 0
                ours.close()
            await asyncio.to_thread(process.join, _LAST_WORDS)
            await asyncio.sleep(_PAUSE)

    async def _listen(self, number: int, ours: Connection, first: asyncio.Future[None]) -> None:
        """Hear what a worker says until it has ended."""
        while True:
            try:
                told: _Told = await _received(ours)
            except (EOFError, OSError):
                return
            if told.refusal:
                if not first.done():
                    first.set_exception(Refusal(told.refusal))
                return
            self.places[number], self._counts[number] = told.place, told.pages
            if not first.done():
                first.set_result(None)


async def _received(ours: Connection) -> _Told:
    """Give the next thing a worker says, without holding up the loop."""
    loop = asyncio.get_running_loop()
    if sys.platform != "win32":
        ready = asyncio.Event()
        loop.add_reader(ours.fileno(), ready.set)
        try:
            await ready.wait()
        finally:
            loop.remove_reader(ours.fileno())
        told = ours.recv()
    else:
        told = await asyncio.to_thread(ours.recv)
    assert isinstance(told, _Told)
    return told


def _wait_for_all(processes: list[SpawnProcess]) -> None:
    for process in processes:
        process.join(_LAST_WORDS)
        if process.is_alive():
            process.kill()


class Post(NamedTuple):
    """The post of one worker.

    Attributes:
        number: Which worker it is.
        socket: Where its socket lies.
        secret: What the process in front says, so that it is believed from where a request came.
        tells: Where it says how it is.
    """

    number: int
    socket: Path
    secret: str
    tells: Connection


def run_worker(options: ServeOptions, reached: Hosts, post: Post) -> None:
    """Be a worker, until this process is told to end.

    Args:
        options: What shall be served, and how.
        reached: The names under which browsers reach it.
        post: Its post.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c is for the process in front, which ends the others
    with suppress(KeyboardInterrupt):
        asyncio.run(_work(options, reached, post))


async def _work(options: ServeOptions, reached: Hosts, post: Post) -> None:
    ended = asyncio.Event()
    if sys.platform != "win32":
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    try:
        async with working(options, reached, post.number, _believed(post.secret)) as (worker, runner):
            listens = await _site(runner, post.socket)
            post.tells.send(_Told(listens))
            last = 0
            while not ended.is_set():
                with suppress(TimeoutError):
                    await asyncio.wait_for(ended.wait(), 1)
                if worker.open_pages != last:
                    last = worker.open_pages
                    post.tells.send(_Told(listens, last))
    except Refusal as refusal:
        post.tells.send(_Told(None, refusal=str(refusal)))
    except OSError:  # the process in front is gone
        os._exit(1)


async def _site(runner: web.AppRunner, place: Path) -> Place:
    """Listen where only this computer can reach; who comes is always the process in front, which counts connections itself."""
    if sys.platform == "win32":
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listening.bind(("127.0.0.1", 0))
        where = Place("127.0.0.1", listening.getsockname()[1])
    else:
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        listening.bind(str(place))
        where = Place(str(place), 0)
    listening.setblocking(False)
    limits = Limits()
    await Door(runner, listening, limits._replace(connections=limits.all_connections)).start()
    return where


def _believed(secret: str) -> Callable[[web.Request], str]:
    def address_of(request: web.Request) -> str:
        """Give where a request came from, as the process in front says it."""
        said, _, address = request.headers.get(FROM, "").partition(" ")
        return address if secrets.compare_digest(said.encode(), secret.encode()) else ""

    return address_of
