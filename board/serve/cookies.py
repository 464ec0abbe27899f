"""The cookie a browser is known by: it says by which link it came in, and nobody but this seat can make one."""

import base64
import hashlib
import hmac
import re
from collections.abc import Iterable
from typing import NamedTuple

_VERSION = "1"

_SHORTEST_SECRET = 32
"""Bytes."""

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What an id of a link or a guest is made of: nothing that a cookie or its parts are told apart by."""

_MOST_TRIED = 8
"""Cookies of one name that are looked at; a browser sends one, or a few where another program of its host sets some, too."""


class Guest(NamedTuple):
    """A browser that was let in.

    Attributes:
        link_id: The link it came in by; it is let in as long as that is there.
        guest: Its own id.
        until: When it has to come in anew, in seconds since 1970.
    """

    link_id: str
    guest: str
    until: int


def baked(secret: bytes, link_id: str, guest: str, until: int) -> str:
    """Make the cookie of a guest.

    Args:
        secret: At least 32 random bytes that only this seat knows.
        link_id: The link it came in by.
        guest: Its own id; letters, digits, `-` and `_`, as the link's.
        until: When it has to come in anew, in seconds since 1970.

    Raises:
        ValueError: The secret is too short, or an id holds something else.
    """
    if not (_ID.fullmatch(link_id) and _ID.fullmatch(guest)) or until < 0:
        raise ValueError("This can't be an id.")
    said = f"{_VERSION}.{link_id}.{guest}.{until}"
    return f"{said}.{_seal(secret, said)}"


def guest_of(secret: bytes, cookie: str, now: float) -> Guest | None:
    """Give the guest a cookie was made for; None for one that was not made here, and for one that is too old.

    Args:
        secret: What it was made with.
        cookie: What the browser sent; anything.
        now: In seconds since 1970.
    """
    said, _, seal = cookie.rpartition(".")
    try:
        is_ours = hmac.compare_digest(_seal(secret, said).encode(), seal.encode())
    except UnicodeEncodeError:  # halves of letters
        return None
    if not is_ours:
        return None
    version, *parts = said.split(".")
    if version != _VERSION:
        return None
    link_id, guest, until = parts
    return Guest(link_id, guest, int(until)) if now < int(until) else None


def cookie_name(port: int, *, is_secure: bool) -> str:
    """Give the name of the cookie: browsers share cookies between all ports of a host, so the port is part of it.

    Args:
        port: Where the board is served.
        is_secure: Whether it is by HTTPS; then no other host and no plain page can set it.
    """
    return f"__Host-board-{port}" if is_secure else f"board-{port}"


def guest_in(headers: Iterable[str], name: str, secret: bytes, now: float) -> Guest | None:
    """Find the guest in what a browser sends; None where there is none, or where two say different things.

    Args:
        headers: The values of all its `Cookie` headers.
        name: What the cookie is called.
        secret: What it was made with.
        now: In seconds since 1970.
    """
    pieces = (piece.strip().partition("=") for header in headers for piece in header.split(";"))
    sent = [value for key, _, value in pieces if key == name][:_MOST_TRIED]
    guests = {guest for cookie in sent if (guest := guest_of(secret, cookie, now)) is not None}
    return guests.pop() if len(guests) == 1 else None


def _seal(secret: bytes, said: str) -> str:
    if len(secret) < _SHORTEST_SECRET:
        raise ValueError("This secret is too short.")
    # The words in front keep anything else that is ever sealed with this secret from being taken for a cookie.
    made = hmac.digest(secret, b"cookie of a guest\0" + said.encode("utf-8", "surrogatepass"), hashlib.sha256)
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()
