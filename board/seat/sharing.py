"""How a class is shared from a seat just now: its links, who has come by them, and the addresses they lead to."""

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
        here: The address for the browser of this very computer, without a path.
        others: The addresses for other devices, the likeliest first; none where none reaches this computer.
        is_secure: Whether what is sent can't be read on the way.
        trust: What devices have to be told, None where they trust the certificate already.
    """

    links: Links
    connected: Connected
    here: str
    others: tuple[str, ...] = ()
    is_secure: bool = False
    trust: OwnTrust | None = None

    @property
    def is_reached(self) -> bool:
        """Whether other devices reach it."""
        return bool(self.others)

    def base(self, link: Link, which: int = 0) -> str:
        """Give the address a link leads to, without its path.

        Args:
            link: The link.
            which: Which of several addresses.
        """
        return self.here if link.is_here or not self.others else self.others[which % len(self.others)]
