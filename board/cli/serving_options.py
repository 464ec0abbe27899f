"""From what `board serve` was asked for to what is served: addresses, certificate, and when it ends by itself."""

import os
import ssl
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from board.cli.context import seat_here
from board.errors import Refusal
from board.seat.links import LinkRole
from board.seat.seat import Seat
from board.seat.sharing import OwnTrust
from board.serve.options import ServeOptions

USUAL_PORT, _OTHER_PORTS = 8642, 20
_FRAMES = {"TEXTUAL_FPS": "30"}
"""What Textual reads where it is imported: thirty pages are painted by one process."""

_IDLE_END = 600.0
"""Seconds without a page after which it ends where nobody sees that it runs."""

_EVERYBODY, _EVERYBODY_6, _HERE = "0.0.0.0", "::", "127.0.0.1"  # noqa: S104 - asked for by --lan
_NO_ADDRESS = "This computer is in no network, so no other device can reach it; connect it, or leave --lan out."


class Asked(NamedTuple):
    """What a call asks for; fields as its options."""

    folder: Path | None
    port: int | None
    lan: bool
    workers: int
    opens: bool
    role: str | None
    name: str | None
    standing: bool
    certificate: Path | None
    key: Path | None
    self_signed: bool
    lists: bool
    revoke: str | None


def serve_as_asked(asked: Asked, place: Path, by: str, *, has_panel: bool) -> None:
    """Serve a class as it was asked for, until that is ended.

    Args:
        asked: What was asked for.
        place: The class folder.
        by: Id of the assessor a helper's link signs as, empty for none.
        has_panel: Whether somebody sits in front of a screen.

    Raises:
        Refusal: It can't be served.
    """
    os.environ |= {name: value for name, value in _FRAMES.items() if name not in os.environ}
    from board.cli.serving import NewLink, Wish, serve_class  # noqa: PLC0415 - it loads Textual, which reads the above

    seat = seat_here()
    names = _names(asked)
    options = ServeOptions(
        place,
        seat_here,
        _host(asked, names),
        range(USUAL_PORT, USUAL_PORT + _OTHER_PORTS) if asked.port is None else (asked.port,),
        names,
        asked.workers,
        idle_end=None if has_panel or not asked.opens else _IDLE_END,
    )
    options, context = _secured(asked, seat, options)
    link = None if asked.role is None else NewLink(LinkRole(asked.role), asked.standing, by)
    address = options.names[0] if asked.certificate is not None and options.names else ""
    serve_class(seat, options, Wish(link, asked.opens, has_panel, address), context)


def _names(asked: Asked) -> tuple[str, ...]:
    """Give the addresses under which other devices reach this computer.

    Raises:
        Refusal: There are none.
    """
    if not asked.lan:
        return ()
    from board.serve.addresses import addresses  # noqa: PLC0415 - only where others are let in

    found = [address.ip for address in addresses()]
    if not found:
        raise Refusal(_NO_ADDRESS)
    short = [ip for ip in found if ":" not in ip]  # one socket listens, to those or to the long ones
    return tuple(short or found)


def _host(asked: Asked, names: tuple[str, ...]) -> str:
    if not asked.lan:
        return _HERE
    return _EVERYBODY_6 if any(":" in name for name in names) else _EVERYBODY


def _secured(asked: Asked, seat: Seat, options: ServeOptions) -> tuple[ServeOptions, ssl.SSLContext | None]:
    """Give what is served with its certificate.

    Raises:
        Refusal: There is something wrong with it.
    """
    if asked.certificate is None and not asked.self_signed:
        return options, None
    from board.serve.certificates import names_of, ssl_context  # noqa: PLC0415 - as above

    now = datetime.now(UTC)
    if asked.certificate is not None:
        certificate, key = asked.certificate, asked.key or asked.certificate
        context = ssl_context(certificate, key, now)
        given = names_of(certificate) if asked.lan else ()
        names = tuple(dict.fromkeys((*given, *options.names)))
        return options._replace(certificate=certificate, key=key, names=names), context
    from board.serve.hosts import LOOPBACK  # noqa: PLC0415 - as above
    from board.serve.own_certificate import own_certificate  # noqa: PLC0415 - as above

    own = own_certificate(seat.home, (*options.names, *LOOPBACK), now)
    trust = OwnTrust(own.fingerprint, own.authority)
    made = options._replace(certificate=own.certificate, key=own.key, trust=trust)
    return made, ssl_context(own.certificate, own.key, now)
