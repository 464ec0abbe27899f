"""All pages of a process: they come up a few at a time, there are no more than fit, and what closed ones leave is cleared away."""

import asyncio
import gc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from time import monotonic

from board.serve.cookies import Guest
from board.serve.limits import Limits
from board.serve.page import Page

AT_ONCE = 3
"""Pages that come up at the same time: more of them would all be slower, and whoever taps would wait, too."""

_FIRST_FRAME = 20.0
"""Seconds a page may take to paint for the first time before the next one comes up."""

_QUIET = 2.0
"""Seconds nobody has touched anything after which what closed pages left is cleared away; it takes a tenth of a second."""

_MOST_LEFT = 15
"""Closed pages after which that is done all the same."""

_TIDY, _SURELY = 60.0, 600.0
"""Seconds after which garbage is looked for where nothing was closed: while nobody is at it, and all the same."""

_LOOKS_EVERY = 1.0


THREADS = 4
"""Threads for what would hold up the loop. A thread keeps the last app that used it, so there are few."""


def few_threads() -> ThreadPoolExecutor:
    """Give the threads all pages share."""
    return ThreadPoolExecutor(THREADS, "page")


class Full(Exception):
    """There are as many pages as fit."""


class Pages:
    """The pages of a process.

    Args:
        limits: How many there may be, of all guests and of one.
        changed: Called whenever one has come, gone, or is seen or no longer seen.
        stir: Called whenever somebody does something on one.
    """

    def __init__(
        self, limits: Limits, changed: Callable[[], object] = lambda: None, stir: Callable[[], object] = lambda: None
    ) -> None:
        self._limits, self._changed, self._stir = limits, changed, stir
        self._pages: dict[str, Page] = {}
        self._gate = asyncio.Semaphore(AT_ONCE)
        self._left = 0
        self._touched = monotonic()
        self._clearing: asyncio.Task[None] | None = None

    def __len__(self) -> int:
        return len(self._pages)

    def __iter__(self) -> Iterator[Page]:
        return iter(list(self._pages.values()))

    def known(self, id_: str, guest: Guest) -> Page | None:
        """Give a page that is still there.

        Args:
            id_: Its id.
            guest: Who asks: nobody gets the page of somebody else.
        """
        page = self._pages.get(id_)
        return page if page is not None and page.guest[:2] == guest[:2] else None

    async def open(self, guest: Guest, make: Callable[[], Page]) -> Page:
        """Open a page; it is painted once this returns, or not much later.

        Args:
            guest: Whose it will be.
            make: Makes it.

        Raises:
            Full: There are as many as fit.
        """
        self._make_room(guest)
        async with self._gate:
            self._make_room(guest)
            page = make()
            self._pages[page.id] = page
            gc.disable()  # what is garbage is looked for when nobody waits for it
            with suppress(TimeoutError):
                await asyncio.wait_for(page.drawn.wait(), _FIRST_FRAME)
            gc.freeze()
        if self._clearing is None or self._clearing.done():
            self._clearing = asyncio.get_running_loop().create_task(self._clear_away(), name="garbage of pages")
        self._changed()
        return page

    def touch(self) -> None:
        """Say that somebody does something on a page."""
        self._touched = monotonic()
        self._stir()

    def tell_changed(self) -> None:
        """Say that a page is seen now, or no longer."""
        self._changed()

    def end_of(self, is_let_in: Callable[[Guest], bool], is_left: Callable[[Page], bool]) -> None:
        """End the pages of guests who are let in no longer, and those that were left.

        Args:
            is_let_in: Tells whether a guest still is.
            is_left: Tells whether a page was left open by whoever had it.
        """
        for page in self:
            if not is_let_in(page.guest):
                page.end("revoked")
            elif is_left(page):
                page.end()

    async def close(self) -> None:
        """End all of them."""
        pages = list(self._pages.values())
        for page in pages:
            page.end()
        await asyncio.gather(*(page.has_ended() for page in pages), return_exceptions=True)
        if self._clearing is not None:
            self._clearing.cancel()
        gc.unfreeze()
        gc.enable()

    def _make_room(self, guest: Guest) -> None:
        """End a page that nobody sees where there is no room, one of the same guest first.

        Raises:
            Full: All of them are seen.
        """
        own = [page for page in self._pages.values() if page.owner == guest.guest]
        if self._limits.has_room(len(self._pages), len(own)):
            return
        others = [] if len(own) >= self._limits.guest_pages else list(self._pages.values())
        unseen = next((page for page in (*own, *others) if not page.is_seen), None)
        if unseen is None:
            raise Full
        del self._pages[unseen.id]
        unseen.end()

    def gone(self, page: Page) -> None:
        """Say that a page has ended."""
        self._pages.pop(page.id, None)
        self._left += 1
        self._changed()

    async def _clear_away(self) -> None:
        """Collect garbage: a look at all that thirty pages hold takes half a second, so it waits until nobody is at it.

        What was there once a page had come up is not looked at again until a page has closed.
        """
        last = monotonic()
        while True:
            await asyncio.sleep(_LOOKS_EVERY)
            now = monotonic()
            quiet = now - self._touched > _QUIET
            if self._left and (not self._pages or quiet or self._left >= _MOST_LEFT):
                self._left, last = 0, now
                gc.unfreeze()
                gc.collect()
                gc.freeze()
            elif now - last > (_TIDY if quiet else _SURELY):
                last = now
                gc.collect()
