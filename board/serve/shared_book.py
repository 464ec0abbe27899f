"""One open class for all pages of a process: what one page changes the others show, and others' changes are looked for once."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import Context
from pathlib import Path
from time import monotonic
from typing import Protocol

from board.mastery.facts import Fact
from board.store.class_book import ClassBook
from board.store.device import Device
from board.store.documents.choices import Choice
from board.store.looking import Looked, News
from board.store.lookout import Found, Lookout

_SOONEST = 0.05
"""Seconds between two rounds of news at least."""

_PATIENCE = 0.3
"""Seconds one may take."""

_SHARE = 2.0
"""How many times as long as a round of news the time between two is at least: whoever taps comes first."""


class SharedBook(ClassBook):
    """An open class that tells whoever shows it about each change, whoever made it; closed once nobody shows it any more.

    Args:
        folder: The class folder.
        device: This computer.
        changed: Called after each change.
    """

    def __init__(self, folder: Path, device: Device | str, changed: Callable[[], object]) -> None:
        self._changed = changed
        super().__init__(folder, device)

    def keep(self, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        """Keep facts that are already whole, and tell of them."""
        written = super().keep(facts)
        self._changed()
        return written

    def take(self, looked: Looked) -> News:
        """Let what a look has read count, and tell of it."""
        news = super().take(looked)
        if news:
            self._changed()
        return news

    def choose(self, choice: Choice, which: int) -> None:
        """Let one of several versions stand, and tell of it."""
        super().choose(choice, which)
        self._changed()

    @contextmanager
    def editing(self) -> Iterator[None]:
        """Make all edits inside one change of the class, and tell of it."""
        with super().editing():
            yield
        self._changed()

    def close(self) -> None:
        """Keep the files open: other pages show the class."""

    def close_for_good(self) -> None:
        """Let go of the files."""
        super().close()


class Shows(Protocol):
    """One who shows the class."""

    def look_again(self) -> Awaitable[object]:
        """Show the class as it is now; done once it is worked out what has changed."""
        ...

    def hear(self, found: Found, said: Sequence[str]) -> None:
        """Hear how the class folder itself does.

        Args:
            found: What the lookout found.
            said: What was put right, for an adult.
        """
        ...


class SharedClass:
    """A class as all pages of a process show it.

    Args:
        folder: The class folder.
        device: This computer.

    Raises:
        Refusal: It can't be opened.

    Attributes:
        book: The class.
    """

    def __init__(self, folder: Path, device: Device | str) -> None:
        self._showing: dict[Shows, None] = {}
        self._loop = asyncio.get_running_loop()
        self._round: asyncio.Task[None] | None = None
        self._is_stale = False
        self.book = SharedBook(folder, device, self._tell_soon)
        self._lookout = Lookout(self.book.look, self._found)
        self._lookout.start()

    def show(self, one: Shows) -> None:
        """Tell somebody from now on."""
        self._showing[one] = None

    def leave(self, one: Shows) -> None:
        """Tell somebody no more."""
        self._showing.pop(one, None)

    def stir(self) -> None:
        """Say that somebody is here: what other computers do is wanted soon."""
        self._lookout.stir()

    def close(self) -> None:
        """Let go of the class."""
        self._lookout.stop()
        if self._round is not None:
            self._round.cancel()
        self.book.close_for_good()

    def _found(self, found: Found) -> None:
        self._loop.call_soon_threadsafe(self._take, found)

    def _take(self, found: Found) -> None:
        said = self.book.take(found.looked).said if found.looked is not None else ()
        for one in list(self._showing):
            one.hear(found, said)

    def _tell_soon(self) -> None:
        """Tell everybody once what is at work now has ended, and not more often than they can show it."""
        self._is_stale = True
        if self._round is None or self._round.done():
            # In a context of its own: that of whoever made the change would keep its app, closed or not.
            self._round = self._loop.create_task(self._tell(), name="news for all pages", context=Context())

    async def _tell(self) -> None:
        while self._is_stale:
            await asyncio.sleep(0)
            self._is_stale, begun = False, monotonic()
            for one in list(self._showing):
                with suppress(TimeoutError):  # it is busy, or being taken down: the others do not wait for it
                    await asyncio.wait_for(one.look_again(), _PATIENCE)
            await asyncio.sleep(max(_SOONEST, _SHARE * (monotonic() - begun)))
