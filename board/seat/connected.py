"""Which pages are open now: every worker writes down its own, and whoever asks reads what all of them wrote."""

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from board.disk import DISK, put_if_possible, read_plain
from board.seat.links import LinkRole, name_of_class

BEATS_EVERY = 20.0
"""Seconds after which a worker writes anew, so that it is known to live."""

_STALE = 3 * BEATS_EVERY
_BYTES = 1 << 16
_SUFFIX = ".json"


class OpenPage(Struct, frozen=True):
    """One page that is open.

    Attributes:
        link: Id of the link its browser came in by.
        role: What that lets it be.
        since: Since when, in seconds since 1970.
        columns: Its width in cells.
        lines: Its height.
        touch: Whether fingers touch it.
        is_seen: Whether a browser shows it now; for two minutes it waits for one that is gone.
    """

    link: str
    role: LinkRole
    since: float
    columns: int
    lines: int
    touch: bool = False
    is_seen: bool = True


class _Written(Struct, frozen=True):
    """What a worker writes."""

    at: float
    pages: tuple[OpenPage, ...]


class Connected:
    """The open pages of one class at one seat.

    Args:
        home: The folder of the seat.
        class_key: What the class is known by, see `Book.key`.
        now: Gives the seconds since 1970.
    """

    def __init__(self, home: Path, class_key: str, now: Callable[[], float] = time.time) -> None:
        self._folder, self._now = home / "connected" / name_of_class(class_key), now

    def write(self, worker: int, pages: Iterable[OpenPage]) -> None:
        """Write down the pages of one worker, whenever they change and every 20 seconds; without any, nothing is kept.

        Args:
            worker: Its number.
            pages: All pages it has.
        """
        pages, place = tuple(pages), self._folder / f"{worker}{_SUFFIX}"
        if pages:
            put_if_possible(place, msgspec.json.encode(_Written(self._now(), pages)))
        else:
            with suppress(OSError):
                DISK.remove(place)

    def pages(self) -> tuple[OpenPage, ...]:
        """Give all pages that are open, those that came first at first; a worker that has gone silent has none."""
        try:
            places = sorted(self._folder.glob(f"*{_SUFFIX}"))
        except OSError:
            return ()
        found = (page for place in places for page in self._written_in(place))
        return tuple(sorted(found, key=lambda page: page.since))

    def _written_in(self, place: Path) -> tuple[OpenPage, ...]:
        try:
            written = msgspec.json.decode(read_plain(place, _BYTES), type=_Written)
        except (OSError, msgspec.DecodeError, UnicodeError):
            return ()
        return written.pages if abs(self._now() - written.at) < _STALE else ()
