"""What a board does by itself while somebody is at work on it: it keeps its place, has stickers cut, puts pictures right."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

from board.art.shelf import StickerShelf
from board.deeds.mending import Lacking, mend, told_wrong, wrong_among
from board.screens.pictures.preparing import keep_prepared
from board.seat.settings import Place
from board.store.book import Book

_PAINTED, _REST = 0.2, 2.0
"""Seconds after the first painting until stickers are cut: what that loads is in nobody's way then; and seconds the cursor
stays before its place is worth keeping."""


class Resting:
    """Keeps the place of a board once the cursor has stayed on it for a while, so that a kill forgets little.

    Once for each opening it puts the pictures right that are not here at a glance. What can't be put right is said once, also when
    it is found only later, where a sticker is to be cut.

    Args:
        screen: The board.
        book: The class on it.
        shelf: Where its stickers come from.
        place: Gives how the board is now.
        keep: Keeps a place.
    """

    def __init__(
        self,
        screen: Screen[Any],
        book: Book,
        shelf: StickerShelf,
        place: Callable[[], Place],
        keep: Callable[[Place], None],
    ) -> None:
        self._screen, self._book, self._shelf, self._place, self._keep = screen, book, shelf, place, keep
        self._told: frozenset[str] = frozenset()
        self._resting: Place | None = None
        self._kept: Place | None = None
        self._timers: list[Timer] = []

    def begin(self, kept: Place) -> None:
        """Look out from now on.

        Args:
            kept: The place that is kept already.
        """
        self._resting = self._kept = kept
        self._timers = [
            self._screen.set_timer(_PAINTED, partial(keep_prepared, self._screen, self._shelf)),
            self._screen.set_timer(_PAINTED, self._look_through),
            self._screen.set_interval(_REST, self._see_to_it),
        ]

    def end(self) -> None:
        """Look out for nothing any more: the class is closed."""
        for timer in self._timers:
            timer.stop()

    def _see_to_it(self) -> None:
        """Keep the place, and want pictures again that have come; one timer for both wakes a board at rest less often."""
        place = self._place()
        if place == self._resting and place != self._kept:
            self._screen.run_worker(partial(self._keep, place), thread=True, exit_on_error=False, group="place")
            self._kept = place
        self._resting = place
        self._shelf.look_again()
        self._tell(dict(self._shelf.lacking))

    def _look_through(self) -> None:
        self._screen.run_worker(self._put_right, exit_on_error=False, group="pictures")  # type: ignore[arg-type]  # as in `Later.begin`

    async def _put_right(self) -> None:
        self._tell(await asyncio.to_thread(mend, self._book, every=False))

    def _tell(self, lacking: Lacking) -> None:
        """Say that pictures are damaged, those that were said already once only."""
        if not wrong_among(lacking) <= self._told:
            self._told |= wrong_among(lacking)
            self._screen.notify(told_wrong(lacking), severity="warning", markup=False, timeout=10)
