"""What a board does by itself while somebody is at work on it: it keeps its place, and has stickers cut."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

from board.art.shelf import StickerShelf
from board.screens.pictures.preparing import keep_prepared
from board.seat.settings import Place

_PAINTED, _REST = 0.2, 2.0
"""Seconds after the first painting until stickers are cut: what that loads is in nobody's way then; and seconds the cursor
stays before its place is worth keeping."""


class Resting:
    """Keeps the place of a board once the cursor has stayed on it for a while, so that a kill forgets little.

    Args:
        screen: The board.
        shelf: Where its stickers come from.
        place: Gives how the board is now.
        keep: Keeps a place.
    """

    def __init__(
        self, screen: Screen[Any], shelf: StickerShelf, place: Callable[[], Place], keep: Callable[[Place], None]
    ) -> None:
        self._screen, self._shelf, self._place, self._keep = screen, shelf, place, keep
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
