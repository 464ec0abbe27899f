"""Serving a class in this process: the panel in a terminal, or plain lines where there is none, until it is ended."""

import asyncio
import signal
import ssl
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import NamedTuple

import click

from board.cli.browser_here import open_browser
from board.errors import Refusal
from board.screens.links import words
from board.seat.connected import Connected
from board.seat.links import Link, LinkRole, Links
from board.seat.seat import Seat
from board.seat.served_here import ServedHere
from board.seat.sharing import Sharing
from board.serve.guest_seats import forget_old_guests
from board.serve.hosts import shared_at
from board.serve.options import ServeOptions
from board.serve.server import Serving, serving
from board.store.class_book import ClassBook

_FAULT = 1
"""What an app ends with after a fault of its own."""

_SERVED = "{name} is served at {address}"
_STOPS = "ctrl+c stops it."
_OPENS = "The board opens in the browser of this computer. Where none opens, open this: {address}"
_NO_BROWSER = "No browser opened by itself. In a browser of this computer, open this: {address}"
_OPENED = "The board opens in the browser of this computer."
_HOW_TO_LET_IN = "Nobody can come in yet; let somebody in with: board serve --role kiosk"
_ELSEWHERE = "The computer's other addresses: {addresses}"


class NewLink(NamedTuple):
    """A link that is made when the serving begins.

    Attributes:
        role: What it lets its browser be.
        is_standing: Whether it lets in again and again.
        by: Id of the assessor a helper signs as.
    """

    role: LinkRole
    is_standing: bool
    by: str = ""


class Wish(NamedTuple):
    """What is wanted besides serving.

    Attributes:
        link: A link to make, None for none.
        opens: Whether the browser of this computer shall open.
        has_panel: Whether there is a terminal in which the panel can be seen.
        address: Name under which this computer's own browser finds it, empty for its loopback address.
    """

    link: NewLink | None
    opens: bool
    has_panel: bool
    address: str = ""


def serve_class(seat: Seat, options: ServeOptions, wish: Wish, context: ssl.SSLContext | None) -> None:
    """Serve a class until it is ended; where it is served from here already, only open the browser.

    Args:
        seat: Whose links they are.
        options: What is served, and how.
        wish: What else is wanted.
        context: What connections are secured with, None for plain HTTP.

    Raises:
        Refusal: It can't be served.
    """
    book = ClassBook(options.folder, seat.device)
    try:
        links, here = Links(seat.home, book.key), ServedHere(seat.home, book.key)
        with here.held() as is_free:
            if is_free:
                forget_old_guests(seat.home)
                with _without_links_of_here(links):
                    asyncio.run(_Served(seat, options, wish, context).run(book, links, here))
            elif wish.opens and here.address:
                click.echo(_opened(here.address, links, is_shown=wish.has_panel))
            else:
                raise Refusal(_already(here.address))
    finally:
        book.close()


def _already(address: str) -> str:
    if not address:
        return "This class is served by another program just now; end that one first."
    return f"This class is served at {address} already. Call it with --open to open it, or end the other one first."


@contextmanager
def _without_links_of_here(links: Links) -> Iterator[None]:
    """Begin and end without links for the browser of this computer: they are for one sitting."""
    try:
        _revoke_here(links)
        yield
    finally:
        _revoke_here(links)


def _revoke_here(links: Links) -> None:
    for link in links.all():
        if link.is_here:
            with suppress(Refusal):
                links.revoke(link.id)


def _opened(address: str, links: Links, *, is_shown: bool) -> str:
    """Open the board in the browser of this computer, and say so; the link is told where it may be needed, and in no log."""
    link = links.make(LinkRole.TEACHER, here=True)
    is_open = open_browser(f"{address}{link.path}")
    told = f"{address}{link.typed_path}"
    if not is_open:
        return _NO_BROWSER.format(address=told)
    return _OPENS.format(address=told) if is_shown else _OPENED


class _Served:
    """One time of serving."""

    def __init__(self, seat: Seat, options: ServeOptions, wish: Wish, context: ssl.SSLContext | None) -> None:
        self._seat, self._options, self._wish, self._context = seat, options, wish, context

    async def run(self, book: ClassBook, links: Links, here: ServedHere) -> None:
        """Serve until it is ended."""
        async with serving(self._options, self._context) as served:
            connected = Connected(self._seat.home, book.key)
            sharing = shared_at(served.hosts, self._options.names, links, connected)
            sharing = sharing._replace(trust=self._options.trust)
            if self._wish.address:
                sharing = sharing._replace(here=served.hosts.address(self._wish.address))
            here.note(sharing.here)
            new, opens, has_panel, _ = self._wish
            link = new and links.make(new.role, standing=new.is_standing, by=new.by)
            said = await asyncio.to_thread(partial(_opened, sharing.here, links, is_shown=has_panel)) if opens else ""
            if not (has_panel and await self._has_shown(book, sharing, said)):
                told = [*([link_told(sharing, link)] if link else []), *([said] if said else [])]
                told += [] if links.all() else [_HOW_TO_LET_IN]
                for line in (_SERVED.format(name=book.name, address=sharing.here), *_told(sharing), *told, _STOPS):
                    click.echo(line)
                await _until_told(served)

    async def _has_shown(self, book: ClassBook, sharing: Sharing, said: str) -> bool:
        """Show the panel until it is left; false where it ended by a fault of its own: then pages go on without it.

        Raises:
            SystemExit: A signal ended it.
        """
        from board.serve.panel import PanelApp  # noqa: PLC0415 - textual is loaded only where something is shown

        app = PanelApp(self._seat, book, sharing, said)
        await app.run_async()
        if app.return_code and app.return_code != _FAULT:
            raise SystemExit(app.return_code)
        return not app.return_code


def link_told(sharing: Sharing, link: Link) -> str:
    """Say the address of a link with what it is for.

    Args:
        sharing: How the class is shared.
        link: The link.
    """
    return f"{words.WHO[link.role]}: {sharing.base(link)}{link.typed_path}"


def _told(sharing: Sharing) -> Iterator[str]:
    """Say what an address means."""
    if not sharing.is_reached:
        yield words.ONLY_HERE
        return
    yield f"Other devices reach it at {sharing.others[0]}"
    if len(sharing.others) > 1:
        yield _ELSEWHERE.format(addresses=", ".join(sharing.others[1:]))
    yield words.UNREAD if sharing.is_secure else words.OPEN_TO_ALL
    if sharing.trust is not None:
        yield f"The SHA-256 fingerprint of its certificate: {sharing.trust.fingerprint}"


async def _until_told(served: Serving) -> None:
    """Wait until ctrl+c or a signal ends it, or nobody has been here for long."""
    told = asyncio.Event()
    if sys.platform != "win32":
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, told.set)
    waiting = [asyncio.create_task(event.wait()) for event in (told, served.ended)]
    try:
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for one in waiting:
            one.cancel()
