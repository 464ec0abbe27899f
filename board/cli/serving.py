"""Serving a class until it is ended: the address, the certificate, the first link, and the panel in the terminal."""

import asyncio
import os
import signal
import socket
import ssl
import subprocess
import sys
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import click

from board.cli.context import seat_here
from board.cli.links import made_link
from board.cli.screen import has_screen
from board.errors import Refusal
from board.screens.links import words
from board.seat.connected import Connected
from board.seat.links import Link, LinkRole, Links
from board.seat.seat import Seat
from board.seat.sharing import OwnTrust, Sharing
from board.serve.addresses import Address, addresses
from board.serve.certificates import ssl_context
from board.serve.options import ServeOptions
from board.serve.own_certificate import own_certificate
from board.serve.server import Serving, serving
from board.store.book import Book
from board.store.class_book import ClassBook

USUAL_PORT = 8642
_OTHER_PORTS = 20
_PATIENCE = 10
"""Seconds a browser may take to come up."""

_EMPTY_FOR = 300.0
"""Seconds without a page after which a board that was opened by its icon ends."""

_NO_ADDRESS = "This computer is in no network just now: connect it to the Wi-Fi first, or leave out --lan."
_SERVED = "{name} is served at {address}"
_ENDS = "ctrl+c ends it."
_LINK = "{who}: {address}"
_OPEN_IT = "No browser opened here; open this address yourself: {address}"


class Wanted(NamedTuple):
    """What was asked for on the command line.

    Attributes:
        folder: The class folder.
        port: The port, None for the usual one.
        lan: Whether other devices shall reach it.
        workers: Processes that share the pages.
        opens: Whether the browser of this computer shall open it.
        role: For whom a link shall be made at once, None for nobody.
        standing: Whether that link lets in again and again.
        helper: Name of the adult who marks by it.
        given: Files of a certificate and its key, None for none.
        self_signed: Whether this computer makes a certificate.
    """

    folder: Path
    port: int | None
    lan: bool
    workers: int
    opens: bool
    role: LinkRole | None
    standing: bool
    helper: str | None
    given: tuple[Path, Path] | None
    self_signed: bool


def serve_until_ended(wanted: Wanted) -> None:
    """Serve a class until somebody ends it.

    Args:
        wanted: What was asked for.

    Raises:
        Refusal: It can't be served like that.
    """
    asyncio.run(_serve(wanted))


async def _serve(wanted: Wanted) -> None:
    options, reached = _options(wanted)
    context, seat = _context(options), seat_here()
    with closing(ClassBook(wanted.folder, seat.device)) as book:
        here, link = _first_links(wanted, book)
        async with serving(options, context) as served:
            home = served.hosts.address("127.0.0.1")
            sharing = Sharing(
                Links(seat.home, book.key),
                Connected(seat.home, book.key),
                served.hosts.address(reached[0].ip) if reached else home,
                is_reached=wanted.lan,
                is_secure=context is not None,
                trust=options.trust,
            )
            if here is not None and not await asyncio.to_thread(_opened, f"{home}{here.path}"):
                click.echo(_OPEN_IT.format(address=f"{home}{here.path}"))
            if link is None and has_panel():
                await _panel(seat, book, sharing)
            else:
                _tell(book, sharing, link)
                await _until_told(served)


def _options(wanted: Wanted) -> tuple[ServeOptions, tuple[Address, ...]]:
    """Give what shall be served, and the addresses others reach it by.

    Raises:
        Refusal: This computer is in no network, or no port is free.
    """
    reached = addresses() if wanted.lan else ()
    if wanted.lan and not reached:
        raise Refusal(_NO_ADDRESS)
    names = tuple(address.ip for address in reached)
    host = "0.0.0.0" if wanted.lan else "127.0.0.1"  # noqa: S104 - only where it was asked for
    trust: OwnTrust | None = None
    certificate, key = wanted.given or (None, None)
    if wanted.self_signed:
        own = own_certificate(seat_here().home, ("localhost", "127.0.0.1", "::1", *names), datetime.now(UTC))
        certificate, key, trust = own.certificate, own.key, OwnTrust(own.fingerprint, own.authority)
    options = ServeOptions(
        wanted.folder,
        seat_here,
        host,
        wanted.port or _free_port(host),
        names,
        wanted.workers,
        certificate,
        key,
        trust,
        _EMPTY_FOR if wanted.opens and not wanted.lan and not has_panel() else None,
    )
    return options, reached


def _free_port(host: str) -> int:
    """Give the usual port, or one behind it where that is in use.

    Raises:
        Refusal: All of them are.
    """
    for port in range(USUAL_PORT, USUAL_PORT + _OTHER_PORTS):
        with suppress(OSError), socket.socket() as tried:
            if sys.platform != "win32":
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, port))
            return port
    raise Refusal(f"The ports {USUAL_PORT} to {USUAL_PORT + _OTHER_PORTS - 1} are in use; choose another with --port.")


def _context(options: ServeOptions) -> ssl.SSLContext | None:
    if options.certificate is None or options.key is None:
        return None
    return ssl_context(options.certificate, options.key, datetime.now(UTC))


def has_panel() -> bool:
    """Tell whether somebody sits at a terminal that can show the panel."""
    try:
        return has_screen()
    except Refusal:
        return False


def _first_links(wanted: Wanted, book: Book) -> tuple[Link | None, Link | None]:
    """Make the link for the browser of this computer, and the one that was asked for."""
    here = Links(seat_here().home, book.key).make(LinkRole.TEACHER, here=True) if wanted.opens else None
    if wanted.role is None or wanted.opens:
        return here, None
    return here, made_link(book, wanted.role, wanted.helper, standing=wanted.standing, is_reached=wanted.lan)


async def _panel(seat: Seat, book: Book, sharing: Sharing) -> None:
    """Show the panel until somebody ends it."""
    from board.serve.panel import PanelApp  # noqa: PLC0415 - only where there is a terminal

    await PanelApp(seat, book, sharing).run_async()


def _tell(book: Book, sharing: Sharing, link: Link | None) -> None:
    """Say where it is served, in lines."""
    click.echo(_SERVED.format(name=book.name, address=sharing.base))
    if link is not None:
        click.echo(_LINK.format(who=words.WHO[link.role], address=sharing.address(link)))
    if sharing.is_reached:
        click.echo(words.UNREAD if sharing.is_secure else words.OPEN_TO_ALL)
    if sharing.trust is not None:
        click.echo(f"SHA-256 {sharing.trust.fingerprint}")
    click.echo(_ENDS)
    sys.stdout.flush()


async def _until_told(served: Serving) -> None:
    """Wait until a signal asks for the end, or nobody has been here for long."""
    with suppress(NotImplementedError):  # where there are no such signals, ctrl+c ends it all the same
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, served.ended.set)
    await served.ended.wait()


def _opened(address: str) -> bool:
    """Open an address in the browser of this computer; what that says goes nowhere."""
    if sys.platform == "win32":
        os.startfile(address)  # noqa: S606 - an address of this very program
        return True
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False  # what would open there is a browser of letters, in this very terminal
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run(  # noqa: S603 - an address of this very program
            [opener, address], stdin=quiet, stdout=quiet, stderr=quiet, timeout=_PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return True  # it is up, and stays
    except OSError:
        return False
    return done.returncode == 0
