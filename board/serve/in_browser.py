"""What the app of a page can do in its browser: pictures come in, files go out, each by a ticket of its own."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from board.serve import messages
from board.serve.tickets import ANYBODY, BRING, FILE, UPLOAD, Tickets

_MANY = 200
"""Pictures that come by one ticket where many may."""

_OPENED = 12
"""Times a browser asks for one file: its viewer reads it in parts, and it is printed and kept."""

_TYPES = {".pdf": "application/pdf", ".png": "image/png", ".jpg": "image/jpeg", ".zip": "application/zip"}


class Outgoing(NamedTuple):
    """A file that may be fetched.

    Attributes:
        path: Where it lies.
        name: What it is called.
        type: What it is, as browsers call it.
    """

    path: Path
    name: str
    type: str


class Incoming(NamedTuple):
    """A picture that may come.

    Attributes:
        words: What whoever brings it is told.
        take: Takes the file that came; it is the taker's.
        many: Whether several may come.
    """

    words: str
    take: Callable[[Path], object]
    many: bool


class Shown(Protocol):
    """The page an app is shown in."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def owner(self) -> str:
        """Id of the guest whose page it is."""
        ...

    @property
    def has_touch(self) -> bool:
        """Whether fingers touch it."""
        ...

    def tell(self, kind: str, **fields: Any) -> None:
        """Tell it something."""
        ...

    def do(self, what: Callable[[], object]) -> bool:
        """Do something as the app that is up; False where none is."""
        ...


class InBrowser:
    """The browser of one page, as its app knows it.

    Args:
        page: The page.
        tickets: Where tickets come from.
        address: Gives the whole address other devices reach a path by, empty where none can.
    """

    def __init__(self, page: Shown, tickets: Tickets, address: Callable[[str], str]) -> None:
        self._page, self._tickets, self._address = page, tickets, address
        self._offer: _Offer | None = None

    @property
    def has_touch(self) -> bool:
        """Whether fingers touch it."""
        return self._page.has_touch

    def offer_upload(self, words: str, take: Callable[[Sequence[Path]], object], *, many: bool) -> "_Offer":
        """Show a button with which pictures are taken or chosen there."""
        if self._offer is not None:
            self._offer.withdraw()
        incoming, uses = Incoming(words, self._taken(take), many), _MANY if many else 1
        own = self._tickets.give(UPLOAD, incoming, self._page.owner, self._page.id, uses=uses)
        other = self._tickets.give(BRING, incoming, ANYBODY, self._page.id, uses=uses)
        self._offer = _Offer(self, words, own, other, many=many)
        self.tell_again()
        return self._offer

    def show_file(self, file: Path, name: str) -> None:
        """Show a file there."""
        type_ = _TYPES.get(file.suffix, "application/octet-stream")
        ticket = self._tickets.give(FILE, Outgoing(file, name, type_), self._page.owner, self._page.id, uses=_OPENED)
        self._page.tell(messages.FILE, ticket=ticket, name=name, type=type_)

    def tell_again(self) -> None:
        """Tell the page which button it shows, such as a browser that has just come."""
        offer = self._offer
        if offer is None:
            self._page.tell(messages.UPLOAD, ticket="", words="", many=False)
        else:
            self._page.tell(messages.UPLOAD, ticket=offer.own, words=offer.words, many=offer.many)

    def withdraw(self, offer: "_Offer") -> None:
        """Let nothing come by an offer any more."""
        for ticket in (offer.own, offer.other):
            self._tickets.withdraw(ticket)
        if offer is self._offer:
            self._offer = None
            self.tell_again()

    def link_of(self, offer: "_Offer") -> str:
        """Give the address by which another device brings its pictures."""
        return self._address(f"/bring/{offer.other}")

    def _taken(self, take: Callable[[Sequence[Path]], object]) -> Callable[[Path], object]:
        def taken(path: Path) -> None:
            if not self._page.do(lambda: take([path])):
                with suppress(OSError):
                    path.unlink()

        return taken


class _Offer:
    """A way in for pictures."""

    def __init__(self, browser: InBrowser, words: str, own: str, other: str, *, many: bool) -> None:
        self.words, self.own, self.other, self.many = words, own, other, many
        self._browser = browser

    @property
    def link(self) -> str:
        """The address under which another device brings its pictures."""
        return self._browser.link_of(self)

    def withdraw(self) -> None:
        """Close it."""
        self._browser.withdraw(self)
