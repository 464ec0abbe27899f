"""A board's address to knock at: the real guard before handlers that only say they were reached, over a real socket."""

import asyncio
import socket
import ssl
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import NamedTuple

from aiohttp import ClientSession, DummyCookieJar, web
from aiohttp.test_utils import get_port_socket

from board.serve.cookies import baked, cookie_name
from board.serve.door import opened
from board.serve.guard import GUEST, LINK, Guard, Site
from board.serve.hosts import hosts
from board.serve.limits import Limits
from board.serve.sockets import messages, page_socket

_PAGES = {
    "in": '<link rel="icon" href="data:,"><form method="post"><input type="hidden" name="visit" value="{visit}"><button>Open</button></form>',
    "refused": '<p>{words}</p><a href="/">Try again</a>',
    "bring": "<p>Bring a picture</p>",
}
REACHED = '<link rel="icon" href="data:,"><p>reached'
SECRET = bytes(range(32))
LIMITS = Limits(linger=0.1)


class StandInLink(NamedTuple):
    id: str
    token: str
    is_standing: bool = True


@dataclass
class StandInLinks:
    """Links as the guard knows them: by id while they are there, by token once or again and again."""

    there: dict[str, StandInLink] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def of(self, id_: str) -> StandInLink | None:
        return self.there.get(id_)

    def use(self, token: str) -> StandInLink | None:
        for link in self.there.values():
            if link.token == token and (link.is_standing or link.id not in self.used):
                self.used.add(link.id)
                return link
        return None

    def add(self, id_: str, *, standing: bool = True) -> StandInLink:
        self.there[id_] = StandInLink(id_, f"token-of-{id_}", standing)
        return self.there[id_]


@dataclass
class Clock:
    """A clock that goes when it is told to."""

    at: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.at


@dataclass
class Reached:
    """A site behind its guard, and what got through to it.

    All that is asked comes from 127.0.0.1, a page of this very host, with no cookie.

    Attributes:
        guard: Stands before it.
        clock: Its clock, for both times.
        links: The links it lets in by; `kiosk` stands, `once` lets in once.
        got: Paths that got through.
        runner: Serves it.
        port: Where it is served, as it says.
        listens: Where it listens.
        session: Knocks at it; sends no header that it is not given, and keeps no cookie.
    """

    guard: Guard
    clock: Clock
    links: StandInLinks
    port: int
    listens: int
    session: ClientSession
    got: list[str] = field(default_factory=list)
    runner: web.AppRunner | None = None

    @property
    def connections(self) -> int:
        """How many are connected."""
        assert self.runner is not None
        assert self.runner.server is not None
        return len(self.runner.server.connections)

    @property
    def origin(self) -> str:
        return f"{self.guard.site.hosts.scheme}://127.0.0.1:{self.port}"

    def cookie(self, link: str = "kiosk", guest: str = "guest-1", lasts: int = 1000) -> str:
        """What a browser that came in sends."""
        return f"{cookie_name(self.port, is_secure=False)}={baked(SECRET, link, guest, int(self.clock()) + lasts)}"

    def let_in(self, **more: str) -> dict[str, str]:
        """Headers of a browser that came in, as of a page of this host."""
        return {"Cookie": self.cookie(), "Origin": self.origin, **{k.replace("_", "-"): v for k, v in more.items()}}

    async def asked(
        self, method: str, path: str, headers: dict[str, str] | None = None, data: bytes | None = None
    ) -> tuple[int, str]:
        """Ask for something, and give the status and what is said."""
        async with self.session.request(
            method, self.origin + path, headers=headers, data=data, allow_redirects=False
        ) as answer:
            return answer.status, await answer.text()

    async def raw(self, sent: bytes) -> bytes:
        """Send bytes as they are, and give all that comes until the other side is done."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(sent)
            await writer.drain()
            return await asyncio.wait_for(reader.read(), 20)
        finally:
            writer.close()


async def until(condition: Callable[[], bool]) -> None:
    """Let others run until something is so; fail when it has not become so in ten seconds."""
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline, "it never came to be"
        await asyncio.sleep(0.01)


Adding = Callable[[web.Application, Guard], object]


def written(name: str, **said: str) -> str:
    """Write one of the pages that are no board, as plainly as can be."""
    return _PAGES[name].format(**{field: escape(words) for field, words in said.items()})


@asynccontextmanager
async def guarded(
    faults: Path,
    limits: Limits = LIMITS,
    adding: Iterable[Adding] = (),
    *,
    names: Iterable[str] = (),
    port: int = 0,
    https: ssl.SSLContext | None = None,
) -> AsyncIterator[Reached]:
    """Serve a site behind its guard."""
    links, clock = StandInLinks(), Clock()
    links.add("kiosk")
    links.add("once", standing=False)
    place = get_port_socket("127.0.0.1", 0, socket.AF_INET)
    listens = place.getsockname()[1]
    port = port or listens
    site = Site(
        hosts(port, names, is_secure=https is not None),
        SECRET,
        faults,
        lambda words: written("refused", words=words),
        clock,
        clock,
        _from,
    )
    guard = Guard(site, links, limits)
    app = web.Application()
    guard.protect(app)
    for add in adding:
        add(app, guard)
    async with ClientSession(
        cookie_jar=DummyCookieJar(), skip_auto_headers=("User-Agent", "Accept-Encoding")
    ) as session:
        reached = Reached(guard, clock, links, port, listens, session)
        _answering(app, reached)
        reached.runner = runner = await opened(app, place, limits, https)
        try:
            yield reached
        finally:
            await runner.cleanup()


@contextmanager
def guarded_aside(
    faults: Path, adding: Iterable[Adding] = (), https: ssl.SSLContext | None = None, limits: Limits = LIMITS
) -> Iterator[Reached]:
    """Serve a site behind its guard in a thread of its own, for those who drive a browser meanwhile."""
    served: Future[Reached] = Future()
    over = threading.Event()

    async def serve() -> None:
        async with guarded(faults, limits, adding, https=https) as site:
            served.set_result(site)
            await asyncio.to_thread(over.wait)

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    try:
        yield served.result(10)
    finally:
        over.set()
        thread.join()


def _from(request: web.Request) -> str:
    """Where a request of these tests comes from: wherever it says."""
    return request.headers.get("X-From", request.remote or "")


def _answering(app: web.Application, reached: Reached) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        reached.got.append(request.path)
        return web.Response(text=REACHED, content_type="text/html")

    async def who(request: web.Request) -> web.StreamResponse:
        reached.got.append(request.path)
        return web.Response(text=f"{request[GUEST].guest} by {request[LINK].id}")

    async def fault(request: web.Request) -> web.StreamResponse:
        raise ValueError("Ava B. could not be drawn")

    async def sock(request: web.Request) -> web.StreamResponse:
        reached.got.append(request.path)
        socket = page_socket(reached.guard.limits)
        await socket.prepare(request)
        async for message in messages(socket, reached.guard.limits, reached.clock):
            reached.got.append("message")
            await socket.send_str(f"heard {message!r}")
        return socket

    app.router.add_get("/who", who)
    app.router.add_get("/fault", fault)
    app.router.add_get("/ws", sock)
    for path in ("/", "/static/{name}", "/file/{ticket}", "/manifest.webmanifest"):
        app.router.add_get(path, answer)
    app.router.add_post("/upload/{ticket}/x", answer)
    app.router.add_post("/", answer)
    app.router.add_post("/said", answer)
