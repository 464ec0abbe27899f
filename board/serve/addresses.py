"""Under which addresses others in the room can reach this computer; nothing is sent to find out."""

import ipaddress
import socket
import struct
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

_ASKED_FOR = ("192.0.2.1", "10.254.254.1", "172.31.254.1", "192.168.254.1", "2001:db8::1", "fd00:254::1")
"""Addresses nobody answers at; by which way they would be gone to is asked, and nobody goes."""

_NO_ROOM = ("docker", "br-", "veth", "virbr", "vbox", "vmnet", "lxc", "lxd", "podman", "cni", "flannel")
"""How networks are called that lead nowhere but to programs of this computer."""

_TUNNEL = ("tun", "tap", "wg", "ppp", "utun", "ipsec", "tailscale", "zt", "nordlynx")
"""How networks are called that lead out of the room."""

_TUNNELS = ipaddress.ip_network("100.64.0.0/10")
"""Addresses of tunnels, and of providers; never those of a room."""

_SIOCGIFADDR = 0x8915


class Address(NamedTuple):
    """An address of this computer.

    Attributes:
        ip: As it stands in a link, without brackets.
        network: What this computer calls the network it is in, empty where that is not known.
    """

    ip: str
    network: str = ""


Source = Callable[[], Iterable[Address]]


def by_way() -> Iterator[Address]:
    """Give the addresses this computer would go out by."""
    for target in _ASKED_FOR:
        family = socket.AF_INET6 if ":" in target else socket.AF_INET
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as way:
            way.connect((target, 9))  # a socket of this kind only looks up the way
            yield Address(way.getsockname()[0])


def by_name() -> Iterator[Address]:
    """Give the addresses that stand behind the name of this computer."""
    with suppress(OSError, UnicodeError):
        for *_, place in socket.getaddrinfo(socket.gethostname(), None, type=socket.SOCK_STREAM):
            yield Address(str(place[0]))


def by_network() -> Iterator[Address]:
    """Give the address in each network, where the system is asked like this."""
    if sys.platform != "linux":
        return
    import fcntl  # noqa: PLC0415 - Windows has no such module

    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _, name in socket.if_nameindex():
            with suppress(OSError):  # one without an address
                answer = fcntl.ioctl(asking.fileno(), _SIOCGIFADDR, struct.pack("256s", name.encode()[:15]))
                yield Address(socket.inet_ntoa(answer[20:24]), name)


SOURCES: tuple[Source, ...] = (by_way, by_network, by_name)


def addresses(sources: Iterable[Source] = SOURCES) -> tuple[Address, ...]:
    """Give the addresses others in the room can use, the likeliest first; none where there is no network.

    Args:
        sources: Where to ask; what the first ones say counts more.
    """
    found: dict[str, str] = {}
    for source in sources:
        for ip, network in source():
            plain = _plain(ip)
            if plain is not None:
                found[plain] = found.get(plain) or network
    of_rooms = [Address(ip, network) for ip, network in found.items() if not network.casefold().startswith(_NO_ROOM)]
    return tuple(sorted(of_rooms, key=_how_unlikely))


def _plain(ip: str) -> str | None:
    """Give an address as it is written, None where it is one that nobody else can use."""
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return None  # also those with the name of a network behind them, which are for that network alone
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    is_nobodys = address.is_loopback or address.is_link_local or address.is_multicast or address.is_unspecified
    return None if is_nobodys or address.is_reserved else str(address)


def _how_unlikely(address: Address) -> tuple[bool, bool, bool]:
    """Put what leads out of the room last, and long addresses behind short ones; otherwise leave the order."""
    ip = ipaddress.ip_address(address.ip)
    is_tunnel = address.network.casefold().startswith(_TUNNEL) or ip in _TUNNELS
    return is_tunnel, ip.version != 4, not ip.is_private  # noqa: PLR2004 - the version
