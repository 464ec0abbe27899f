"""One page: an app, and the browser it is seen in at the moment; it waits a while for a browser that is gone."""

import asyncio
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, NamedTuple, Protocol, cast

from textual.driver import Driver

from board.serve.cookies import Guest
from board.serve.in_browser import InBrowser
from board.serve.messages import PAGE, REPORT, Hello, Look, Said, Sheet, Size, Typed, WantReport, cells_in, frame
from board.serve.outbox import Outbox, Socket
from board.serve.page_driver import PageDriver
from board.serve.served import Served
from board.serve.tickets import Tickets

WAITS = 120.0
"""Seconds a page whose browser is gone is kept as it was."""


class Apps(Protocol):
    """Makes the apps of one page."""

    def first(self) -> Served:
        """Give the app it begins with."""
        ...

    def left(self, app: Served) -> None:
        """Hear that an app is up no more, however it ended.

        Args:
            app: The app.
        """
        ...

    def after(self, app: Served) -> Served | None:
        """Give what comes up once an app has ended by itself, None where the page ends with it.

        Args:
            app: The one that has ended.
        """
        ...

    def report(self) -> str:
        """Give the class as text, as far as whoever sees this page may read it."""
        ...


class Room(NamedTuple):
    """What all pages of a process have in common.

    Attributes:
        tickets: Where their tickets come from.
        address: Gives the whole address by which other devices reach a path, empty where none can.
        gone: Called with each page that has ended.
    """

    tickets: Tickets
    address: Callable[[str], str]
    gone: Callable[["Page"], object]


class Page:
    """One page.

    Args:
        guest: Whose it is.
        apps: Makes its apps.
        hello: What its browser said first.
        room: Where it is one of many.

    Attributes:
        id: Known to its own browser alone.
        guest: Whose it is.
        app: What is shown, None before it begins and between two apps.
        has_touch: Whether fingers touch it.
        cells: Its width and height in cells.
        drawn: Set as soon as something was painted.
        since: When it was opened, in seconds since 1970.
        touched: When its browser last sent anything, in seconds of the steady clock.
    """

    def __init__(self, guest: Guest, apps: Apps, hello: Hello, room: Room) -> None:
        self.id, self.guest = secrets.token_urlsafe(16), guest
        self.app: Served | None = None
        self.drawn, self.since = asyncio.Event(), time.time()
        self.touched = time.monotonic()
        self._apps, self._room = apps, room
        self._browser = InBrowser(self, room.tickets, room.address)
        self._out: Outbox | None = None
        self._waiting: asyncio.TimerHandle | None = None
        self._why = "closed"
        self._loop = asyncio.get_running_loop()
        self.has_touch, self.cells = hello.touch, cells_in(hello.columns, hello.lines)
        self._wish = (hello.dark, hello.contrast)
        self._driver_class = cast(type[Driver], partial(PageDriver, window=self))
        self._task = self._loop.create_task(self._run(), name="page")

    @property
    def owner(self) -> str:
        """Id of the guest whose page it is."""
        return self.guest.guest

    @property
    def is_seen(self) -> bool:
        """Whether a browser shows it now."""
        return self._out is not None

    def write(self, text: str) -> None:
        """Write to the terminal of the page.

        Args:
            text: Text and sequences.
        """
        if self._out is not None:
            self._out.write(text)

    def tell(self, kind: str, **fields: Any) -> None:
        """Tell the page something.

        Args:
            kind: One of the kinds of `messages`.
            fields: What is told.
        """
        if self._out is not None:
            self._out.tell(frame(kind, **fields))

    def painted(self) -> None:
        """Say that something was painted."""
        self.drawn.set()

    def do(self, what: Callable[[], object]) -> bool:
        """Do something as the app that is up; False where none is."""
        return self.app is not None and self.app.is_running and self.app.call_later(what)

    async def attach(self, socket: Socket, hello: Hello) -> None:
        """Be seen in a browser from now on; one that showed it before is told so.

        Args:
            socket: The connection.
            hello: What it said first.
        """
        if self._task.done():
            await Outbox(socket, lambda: None).farewell(self._why)
            return
        before, self._out = self._out, Outbox(socket, self._repaint)
        if self._waiting is not None:
            self._waiting.cancel()
        self.tell(PAGE, id=self.id)
        self.has_touch, self.cells = hello.touch, cells_in(hello.columns, hello.lines)
        self._wish = (hello.dark, hello.contrast)
        if self.app is not None:
            self._show_wishes(self.app)
            self.app.tell_all()
        self._browser.tell_again()
        if self._driver is not None:
            self._driver.greet()
        self._repaint()
        if before is not None:  # last, so that two browsers that come at once find one page
            await before.farewell("elsewhere")

    def detach(self, socket: Socket) -> None:
        """Be seen in a browser no more, and wait a while for it.

        Args:
            socket: The connection that has ended; one that shows this page no longer is left alone.
        """
        if self._out is not None and socket is self._out.socket:
            self._out.close()
            self._out = None
            self._waiting = self._loop.call_later(WAITS, self.end)

    def hear_bytes(self, data: bytes) -> None:
        """Take what the terminal of the page sent."""
        self.touched = time.monotonic()
        if self._driver is not None:
            self._driver.hear(data)

    def hear(self, said: Said) -> None:
        """Take what the page says."""
        app = self.app
        match said:
            case Size(columns, lines):
                self.cells = cells_in(columns, lines)
                if self._driver is not None:
                    self._driver.resize()
            case Look(dark, contrast):
                self._wish = (dark, contrast)
                if app is not None:
                    app.call_later(self._show_wishes, app)
            case Typed(field, text):
                if app is not None:
                    app.call_later(app.typed, field, text)
            case Sheet():
                if app is not None:
                    app.call_later(app.tell_field)
            case WantReport():
                self.tell(REPORT, text=self._apps.report())

    def end(self, why: str = "closed") -> None:
        """End.

        Args:
            why: What its browser is told.
        """
        self._why = why
        if self.app is not None and self.app.is_running:
            self.app.exit()
            self._loop.call_later(5.0, self._task.cancel)
        else:
            self._task.cancel()

    async def has_ended(self) -> None:
        """Wait until it has ended."""
        with suppress(asyncio.CancelledError):
            await asyncio.shield(self._task)

    @property
    def _driver(self) -> PageDriver | None:
        driver = None if self.app is None else self.app._driver  # noqa: SLF001 - the app's own way to what it reads and writes
        return driver if isinstance(driver, PageDriver) else None

    async def _run(self) -> None:
        try:
            app: Served | None = self._apps.first()
            while app is not None:
                self.app = app
                app.shown_in(self, self._driver_class, self._browser)
                self._show_wishes(app)
                try:
                    await app.run_async(size=self.cells)
                finally:
                    self._apps.left(app)
                self._why = "fault" if app.fault else self._why
                self.app, app = None, self._apps.after(app)
                if app is not None:
                    self.write("\x1b[0m\x1b[2J")
        finally:
            self.app = None
            self.drawn.set()
            out, self._out = self._out, None
            if self._waiting is not None:
                self._waiting.cancel()
            if out is not None:
                await out.farewell(self._why)
            self._room.tickets.withdraw_page(self.id)
            self._room.gone(self)

    def _show_wishes(self, app: Served) -> None:
        app.touched_by_fingers(self.has_touch)
        app.follow(dark=self._wish[0], contrast=self._wish[1])

    def _repaint(self) -> None:
        if self.app is not None:
            self.app.call_later(self.app.repaint)
