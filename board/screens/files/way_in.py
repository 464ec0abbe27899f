"""A way in for pictures that stays open as long as a screen wants it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual.screen import Screen

from board.widgets.browser import Offer, browser_of

_FRESH = 200.0
"""Seconds after which an offer is made anew: it counts five minutes, and whoever reads its code needs some of them."""


class WayIn:
    """A way in for pictures: a button of the page, and a link for another device. On a terminal there is none.

    Args:
        screen: Where it is offered.
        words: What stands on the button.
        take: Gets the files that come, which are the taker's.
        many: Whether several may come.
        renewed: Called when the link has become another one.
    """

    def __init__(
        self,
        screen: Screen[Any],
        words: str,
        take: Callable[[Sequence[Path]], object],
        *,
        many: bool,
        renewed: Callable[[], object],
    ) -> None:
        self._screen, self._words, self._take, self._many, self._renewed = screen, words, take, many, renewed
        self._offer: Offer | None = None

    @property
    def link(self) -> str:
        """The address by which another device sends one, empty where none can."""
        return "" if self._offer is None else self._offer.link

    @property
    def is_open(self) -> bool:
        """Whether a picture can come this way."""
        return self._offer is not None

    def open(self) -> None:
        """Let pictures come; nothing happens on a terminal, and where it is open already."""
        browser = browser_of(self._screen.app)
        if browser is not None and self._offer is None:
            offer = self._offer = browser.offer_upload(self._words, self._take, many=self._many)
            self._screen.set_timer(_FRESH, lambda: self.renew(offer))

    def renew(self, offer: Offer) -> None:
        """Offer anew what would soon count no more, if it still stands."""
        if offer is self._offer:
            self.close()
            self.open()
            self._renewed()

    def close(self) -> None:
        """Let no further picture come."""
        if self._offer is not None:
            self._offer.withdraw()
            self._offer = None


def gone(file: Path) -> None:
    """Take a file away that was sent; one that is gone already is no trouble."""
    with suppress(OSError):
        file.unlink(missing_ok=True)
