"""Under which names the board is served here, and what of a request's own words about itself can be believed."""

import ipaddress
import re
from collections.abc import Iterable
from typing import NamedTuple

from board.seat.connected import Connected
from board.seat.links import Links
from board.seat.sharing import Sharing

_NAME = r"(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9.-]{1,253})"
_AUTHORITY = re.compile(rf"{_NAME}(?::([0-9]{{1,5}}))?")
_PLAIN_PATH = re.compile(r"(?:/|(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)+)(?:\?[A-Za-z0-9._~&=%+-]{0,200})?")
_LONGEST_PATH = 300

_STANDARD_PORTS = {False: 80, True: 443}

LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Hosts(NamedTuple):
    """Where the board can be reached.

    Attributes:
        names: Names and addresses of this computer, small letters, IPv6 addresses in brackets.
        port: Of all of them.
        is_secure: Whether it is by HTTPS.
    """

    names: frozenset[str]
    port: int
    is_secure: bool = False

    @property
    def scheme(self) -> str:
        """What an address begins with."""
        return "https" if self.is_secure else "http"

    def named_in(self, authority: str) -> str | None:
        """Give a host this is, as `name:port`, from what a `Host` header holds; None where it is a foreign one.

        Only these names count, so that no other name that leads here, and be it to 127.0.0.1, shows anything (DNS
        rebinding); a name with a full stop at its end is another one.

        Args:
            authority: What a request says; anything.
        """
        found = _AUTHORITY.fullmatch(authority)
        if found is None:
            return None
        name, port = _normal(found[1]), int(found[2] or _STANDARD_PORTS[self.is_secure])
        return f"{name}:{port}" if name in self.names and port == self.port else None

    def is_own(self, origin: str | None, authority: str) -> bool:
        """Tell whether a page of this very host sent a request.

        Args:
            origin: Its `Origin` header, None where it has none.
            authority: Its `Host` header.
        """
        host = self.named_in(authority)
        scheme, _, of_origin = (origin or "").partition("://")
        return host is not None and scheme == self.scheme and self.named_in(of_origin) == host

    def address(self, name: str) -> str:
        """Give the address under which a browser opens a host.

        Args:
            name: One of the names, or an IPv6 address without brackets.
        """
        standard = self.port == _STANDARD_PORTS[self.is_secure]
        return f"{self.scheme}://{_normal(name)}" if standard else f"{self.scheme}://{_normal(name)}:{self.port}"


def hosts(port: int, more: Iterable[str] = (), *, is_secure: bool = False) -> Hosts:
    """Give the hosts of a board.

    Args:
        port: Where it is served.
        more: Names and addresses besides those of this computer for itself, such as those the room uses.
        is_secure: Whether it is by HTTPS.

    Raises:
        ValueError: A name can't be one.
    """
    names = [_normal(name) for name in (*LOOPBACK, *more)]
    if wrong := [name for name in names if not re.fullmatch(_NAME, name)]:
        raise ValueError(f"{wrong[0]!r} can't be the name of a host.")
    return Hosts(frozenset(names), port, is_secure)


def shared_at(reached: Hosts, names: Iterable[str], links: Links, connected: Connected) -> Sharing:
    """Give how a class is shared.

    Args:
        reached: Where the board can be reached.
        names: Those of its names that are for other devices, the likeliest first.
        links: The links of the class.
        connected: Which of its pages are open.
    """
    others = tuple(map(reached.address, names))
    return Sharing(links, connected, reached.address(LOOPBACK[1]), others, reached.is_secure)


def is_plain(path: str) -> bool:
    """Tell whether a path is written as all paths of the board are: plain names, nothing in disguise, no way up.

    Args:
        path: As it came, before anything was decoded or joined, with what stands behind a question mark.
    """
    return len(path) <= _LONGEST_PATH and _PLAIN_PATH.fullmatch(path) is not None


def network_of(address: str) -> str:
    """Give whom an address belongs to: one device has as many IPv6 addresses as it likes, but within one network of 64 bits.

    Args:
        address: What the socket says; anything.
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return str(ip.ipv4_mapped)
        return str(ipaddress.ip_network((ip, 64), strict=False))
    return str(ip)


def _normal(name: str) -> str:
    """Give a name in the one way it is compared in."""
    bare = name.removeprefix("[").removesuffix("]")
    try:
        ip = ipaddress.ip_address(bare)
    except ValueError:
        return name.casefold()
    return f"[{ip.compressed}]" if ip.version == 6 else str(ip)  # noqa: PLR2004 - the version
