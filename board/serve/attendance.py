"""Writes down which pages are open, so that whoever asks can see who is there."""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress

from board.seat.connected import BEATS_EVERY, Connected, OpenPage

_TOGETHER = 0.2
"""Seconds in which changes are written down at once: thirty tablets come at the ring of a bell."""


class Attendance:
    """Keeps what is written down as it is.

    Args:
        connected: Where it is written down.
        number: Which worker writes.
        pages: Gives the pages that are open.
    """

    def __init__(self, connected: Connected, number: int, pages: Callable[[], Iterable[OpenPage]]) -> None:
        self._connected, self._number, self._pages = connected, number, pages
        self._has_changed = asyncio.Event()
        self._task = asyncio.get_running_loop().create_task(self._keep(), name="attendance")

    def change(self) -> None:
        """Say that a page has come, gone, or is seen no longer."""
        self._has_changed.set()

    async def close(self) -> None:
        """Write that nobody is there any more."""
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task
        await asyncio.to_thread(self._connected.write, self._number, ())

    async def _keep(self) -> None:
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._has_changed.wait(), BEATS_EVERY)
            await asyncio.sleep(_TOGETHER)
            self._has_changed.clear()
            await asyncio.to_thread(self._connected.write, self._number, tuple(self._pages()))
