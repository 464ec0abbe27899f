"""How a class is shared from a seat just now: its links, who has come by them, and the address they lead to."""

from pathlib import Path
from typing import NamedTuple

from board.seat.connected import Connected
from board.seat.links import Link, Links


class OwnTrust(NamedTuple):
    """What a device has to be told where this computer made its certificate by itself.

    Attributes:
        fingerprint: SHA-256 of the certificate, as browsers show it, in pairs of digits.
        authority: The file a device trusts so that it warns no more.
    """

    fingerprint: str
    authority: Path


class Sharing(NamedTuple):
    """A class that is served.

    Attributes:
        links: The links that let browsers in.
        connected: Which pages are open.
        base: The address links lead to, without a path.
        is_reached: Whether other devices reach it.
        is_secure: Whether what is sent can't be read on the way.
        trust: What devices have to be told, None where they trust it already.
    """

    links: Links
    connected: Connected
    base: str
    is_reached: bool = False
    is_secure: bool = False
    trust: OwnTrust | None = None

    def address(self, link: Link) -> str:
        """Give the address of a link, as short as a QR code likes it."""
        return f"{self.base}{link.path}"

    def typed(self, link: Link) -> tuple[str, str]:
        """Give the address of a link in two parts, as somebody types it."""
        return self.base, link.typed_path

    def open_by(self, link: Link) -> int:
        """Count the pages that are open by a link."""
        return sum(page.link == link.id for page in self.connected.pages())
