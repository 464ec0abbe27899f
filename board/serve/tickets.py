"""Tickets: each is good for one thing, for a few minutes, a few times, and for one guest alone."""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass

ANYBODY = ""
"""The guest of a ticket that another device may use, which knows nothing but the ticket."""

UPLOAD, BRING, FILE = "upload", "bring", "file"
"""What tickets are good for: a picture from the page itself, one from another device, a file that is fetched."""

MINUTES_5 = 300.0

_MOST = 2000
"""Tickets that are remembered at a time; the oldest go first."""


@dataclass
class _Given:
    kind: str
    value: object
    guest: str
    page: str
    until: float
    left: int


class Tickets:
    """The tickets that are out.

    Args:
        clock: Gives seconds that only grow.
        mark: What every ticket begins with, so that it is seen who gave it; letters and digits.
    """

    def __init__(self, clock: Callable[[], float], mark: str = "") -> None:
        self._clock = clock
        self._mark = mark
        self._given: dict[bytes, _Given] = {}

    def __len__(self) -> int:
        return len(self._given)

    def give(
        self, kind: str, value: object, guest: str, page: str, *, seconds: float = MINUTES_5, uses: int = 1
    ) -> str:
        """Give a ticket out.

        Args:
            kind: What it is good for.
            value: What whoever takes it back gets.
            guest: Whom it is for; ANYBODY for another device.
            page: The page it was given on; it goes with the page.
            seconds: How long it counts.
            uses: How many times.

        Returns:
            The ticket: letters, digits, `-` and `_`.
        """
        now = self._clock()
        self._given = {key: one for key, one in self._given.items() if now < one.until}
        while len(self._given) >= _MOST:
            del self._given[next(iter(self._given))]
        token = self._mark + secrets.token_urlsafe(24)
        self._given[_key(token)] = _Given(kind, value, guest, page, now + seconds, uses)
        return token

    def take(self, token: str, kind: str, guest: str) -> object | None:
        """Use a ticket once, and give what it is good for; None where it does not count.

        Args:
            token: What was brought; anything.
            kind: What it shall be good for.
            guest: Who brings it.
        """
        one = self._counting(token, kind, guest)
        if one is None or one.left < 1:
            return None
        one.left -= 1
        return one.value

    def look(self, token: str, kind: str, guest: str) -> object | None:
        """Give what a ticket is good for, without using it."""
        one = self._counting(token, kind, guest)
        return one.value if one is not None and one.left > 0 else None

    def give_back(self, token: str) -> None:
        """Let a ticket count once more whose use came to nothing; one that is gone stays gone."""
        if one := self._given.get(_key(token)):
            one.left += 1

    def withdraw(self, token: str) -> None:
        """Let a ticket count no more."""
        self._given.pop(_key(token), None)

    def withdraw_page(self, page: str) -> None:
        """Let no ticket of a page count any more: the page is gone."""
        self._given = {key: one for key, one in self._given.items() if one.page != page}

    def _counting(self, token: str, kind: str, guest: str) -> _Given | None:
        one = self._given.get(_key(token))
        if one is None or self._clock() >= one.until or (one.kind, one.guest) != (kind, guest):
            return None
        return one


def _key(token: str) -> bytes:
    """Give what a ticket is found by: how long that takes tells nothing about the tickets there are."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
