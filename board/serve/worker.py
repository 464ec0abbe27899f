"""What one process serves: the class, the pages that show it, and everything a browser may ask for."""

import asyncio
import shutil
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from aiohttp import web

from board.seat.connected import Connected, OpenPage
from board.seat.links import Link, LinkRole, Links, name_of_class
from board.seat.seat import Seat
from board.seat.sharing import OwnTrust
from board.seat.workshop import Workshop
from board.serve.attendance import Attendance
from board.serve.bringing import Bringing
from board.serve.cookies import Guest
from board.serve.door import keep_logs_quiet
from board.serve.entrance import Entrance
from board.serve.guard import GUEST, LINK, Guard, Site
from board.serve.guest_seats import seat_of_guest
from board.serve.handing_out import HandingOut
from board.serve.hosts import Hosts, shared_at
from board.serve.in_browser import Incoming
from board.serve.limits import Limits
from board.serve.messages import Hello
from board.serve.options import ServeOptions
from board.serve.page import Page, Room
from board.serve.pages import Pages, few_threads
from board.serve.role_apps import RoleApps
from board.serve.shared_book import SharedClass
from board.serve.static_files import load_static
from board.serve.talking import Asked, talk
from board.serve.tickets import Tickets
from board.serve.uploads import swept
from board.serve.warming import warm_soon

_LAST_WORDS = 3.0
"""Seconds connections may take to end."""

_INCOMING = "incoming"
"""Folder of the cache in which pictures lie that are on their way; a server that was killed leaves some, the next one takes them out."""

_LOOKS_EVERY = 2.0
"""Seconds between two looks whether guests are still let in."""


class Stand(NamedTuple):
    """Where a worker stands.

    Attributes:
        seat: The seat of whoever serves.
        hosts: The names under which browsers reach it.
        number: Which of several workers this is, 0 the first.
        limits: How much is let through.
        address_of: Gives the address a request came from.
        names: Names and addresses of this computer for other devices, the likeliest first.
        trust: What devices have to be told of a certificate this computer made by itself.
    """

    seat: Seat
    hosts: Hosts
    number: int = 0
    limits: Limits = Limits()
    address_of: Callable[[web.Request], str] = lambda request: request.remote or ""
    names: tuple[str, ...] = ()
    trust: OwnTrust | None = None

    def address(self, path: str) -> str:
        """Give the whole address by which other devices reach a path, empty where none can."""
        return f"{self.hosts.address(self.names[0])}{path}" if self.names else ""


class Worker:
    """Serves one class.

    Args:
        shared: The class.
        stand: Where it stands.

    Attributes:
        pages: The pages that are open.
        links: The links by which browsers come in.
    """

    def __init__(self, shared: SharedClass, stand: Stand) -> None:
        self._shared, self._stand = shared, stand
        self.links = Links(stand.seat.home, shared.book.key)
        static = load_static()
        self._tickets = Tickets(time.monotonic, f"{stand.number}-")
        site = Site(
            stand.hosts,
            self.links.secret(),
            stand.seat.faults,
            lambda words: static.page("refused", words=words),
            address_of=stand.address_of,
        )
        self.guard = Guard(site, self.links, stand.limits)
        self._entrance = Entrance(self.guard, static.page)
        self._folder = stand.seat.cache / _INCOMING / name_of_class(shared.book.key) / str(stand.number)
        swept(self._folder)
        self._bringing = Bringing(self.guard, self._tickets, self._folder, _taken, static.page)
        self._handing_out = HandingOut(static, self._tickets, self.guard.went_wrong)
        connected = Connected(stand.seat.home, shared.book.key)
        self._sharing = shared_at(stand.hosts, stand.names, self.links, connected)._replace(trust=stand.trust)
        self._attendance = Attendance(connected, stand.number, self._told)
        self.pages = Pages(stand.limits, self._attendance.change, shared.stir)
        self._watch = asyncio.get_running_loop().create_task(self._watch_links(), name="links of pages")

    def application(self) -> web.Application:
        """Give everything a browser may ask for."""
        app = web.Application(client_max_size=self._stand.limits.body)
        self.guard.protect(app)
        self._entrance.add_to(app)
        self._bringing.add_to(app)
        self._handing_out.add_to(app)
        app.router.add_get("/ws", self._talk)
        return app

    @property
    def open_pages(self) -> int:
        """How many pages are open."""
        return len(self.pages)

    async def close(self) -> None:
        """End all pages and let go of the class."""
        self._watch.cancel()
        await self.pages.close()
        await self._attendance.close()
        self._shared.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    async def _talk(self, request: web.Request) -> web.StreamResponse:
        guest, link = request[GUEST], request[LINK]
        assert isinstance(link, Link)
        asked = Asked(guest, partial(self._new_page, guest, link))
        return await talk(request, self.pages, asked, self._stand.limits)

    def _new_page(self, guest: Guest, link: Link, hello: Hello) -> Page:
        apps = RoleApps(link, seat_of_guest(self._stand.seat, link, guest.guest), self._shared, self._sharing)
        return Page(guest, apps, hello, Room(self._tickets, self._stand.address, self.pages.gone))

    def _told(self) -> Iterator[OpenPage]:
        """Give the pages as they are written down."""
        for page in self.pages:
            link = self.links.of(page.guest.link_id)
            if link is not None:
                columns, lines = page.cells
                yield OpenPage(link.id, link.role, page.since, columns, lines, page.has_touch, page.is_seen)

    def _is_left(self, page: Page) -> bool:
        """Tell whether an adult has left a page open; a kiosk and a projector are there for days."""
        link = self.links.of(page.guest.link_id)
        is_adults = link is not None and link.role in (LinkRole.TEACHER, LinkRole.HELPER)
        return is_adults and time.monotonic() - page.touched > self._stand.limits.idle_page

    async def _watch_links(self) -> None:
        """End the pages of whoever is let in no longer."""
        while True:
            await asyncio.sleep(_LOOKS_EVERY)
            self.pages.end_of(self.guard.is_let_in, self._is_left)


async def _taken(value: object, file: Path) -> None:
    """Hand on a picture that came with a ticket."""
    assert isinstance(value, Incoming)
    value.take(file)


@asynccontextmanager
async def working(
    options: ServeOptions, reached: Hosts, number: int, address_of: Callable[[web.Request], str] | None = None
) -> AsyncIterator[tuple[Worker, web.AppRunner]]:
    """Be one worker, until this is left; whoever calls says where it listens.

    Args:
        options: What shall be served, and how.
        reached: The names under which browsers reach it.
        number: Which worker this is.
        address_of: Gives the address a request came from, None for the one it is connected to.

    Raises:
        Refusal: The class can't be opened.
    """
    workshop = Workshop(benches=1)
    seat = options.seat()._replace(elsewhere=workshop)
    asyncio.get_running_loop().set_default_executor(few_threads())
    shared = SharedClass(options.folder, seat.device)
    limits = Limits(pages=options.most_pages)
    stand = Stand(seat, reached, number, limits, names=options.names, trust=options.trust)
    worker = Worker(shared, stand if address_of is None else stand._replace(address_of=address_of))
    keep_logs_quiet(seat.faults)
    runner = web.AppRunner(worker.application(), access_log=None, shutdown_timeout=_LAST_WORDS, handle_signals=False)
    warming = asyncio.get_running_loop().create_task(warm_soon(seat), name="warming")
    try:
        await runner.setup()
        yield worker, runner
    finally:
        warming.cancel()
        await worker.close()
        await runner.cleanup()
        workshop.close()
