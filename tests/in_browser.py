"""A page of a browser that is none: what an app offers there is kept, and pictures come when a test says so."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from textual.app import App

from board.widgets.browser import TOUCH_CLASS

LINK = "https://192.168.178.123:8443/bring/0-8f3kQ1c9uT2wZr5pXyVb0A"


class OfferMade:
    """A way in for pictures."""

    def __init__(self, words: str, take: Callable[[Sequence[Path]], object], *, many: bool, number: int) -> None:
        self.words, self.take, self.many = words, take, many
        self.link = f"{LINK}{number}"
        self.is_open = True

    def withdraw(self) -> None:
        """Close it."""
        self.is_open = False


class StandIn:
    """The browser of an app under test; with no link nothing can come from another device."""

    def __init__(self, app: App[Any], *, has_touch: bool = True) -> None:
        self._app = app
        self.has_touch = has_touch
        self.offers: list[OfferMade] = []
        self.files: list[tuple[bytes, str]] = []
        app.browser = self  # type: ignore[attr-defined]  # as a page that shows it would say
        app.set_class(has_touch, TOUCH_CLASS)

    def offer_upload(self, words: str, take: Callable[[Sequence[Path]], object], *, many: bool) -> OfferMade:
        """Offer; the one before counts no more."""
        for one in self.offers:
            one.withdraw()
        self.offers.append(OfferMade(words, take, many=many, number=len(self.offers)))
        return self.offers[-1]

    def show_file(self, file: Path, name: str) -> None:
        """Show a file."""
        self.files.append((file.read_bytes(), name))

    @property
    def offer(self) -> OfferMade | None:
        """The offer that stands."""
        return next((one for one in self.offers if one.is_open), None)

    def bring(self, *files: Path, by: OfferMade | None = None) -> None:
        """Let files come by an offer, the one that stands where none is named."""
        offer = by or self.offer
        assert offer is not None
        self._app.call_later(offer.take, files)
