"""What a screen begins and goes on with later: when it is on top again, or never."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from textual.screen import Screen

from board.widgets.slowly import slowly

_Made = TypeVar("_Made")


class Later:
    """What was begun in threads and waits to go on.

    This is the one way to go on later, and nothing in it waits for another screen: whoever waits for one in a worker is
    stopped when its own screen goes, in the middle of taking a screen down, and the app ends without a word.

    Args:
        screen: What begins it.
        may_go_on: Tells whether that screen is on top, and stays.
    """

    def __init__(self, screen: Screen[Any], may_go_on: Callable[[], bool]) -> None:
        self._screen, self._may_go_on = screen, may_go_on
        self._waiting: list[Callable[[], object]] = []

    def begin(
        self,
        slow: Callable[[], _Made],
        then: Callable[[_Made], object],
        group: str,
        wait: float = 0.0,
        *,
        is_long: bool = False,
    ) -> None:
        """Do something slow in a thread and go on with what came of it as soon as the screen is on top; never once it is left.

        Args:
            slow: What takes long; it touches no widget.
            then: Called with what it gave.
            group: Of several begun in one group only the last goes on.
            wait: Seconds to wait first, for another one of the group may come.
            is_long: Whether it is done elsewhere, see `Elsewhere`, or takes seconds.
        """

        async def done() -> None:
            await asyncio.sleep(wait)
            made = await (slowly(self._screen.app, slow) if is_long else asyncio.to_thread(slow))
            self._waiting.append(partial(then, made))
            self.go_on()

        self._screen.run_worker(done, exclusive=True, group=group)  # type: ignore[arg-type]  # Textual's type leaves out async functions

    def as_soon_as_seen(self, then: Callable[[], object]) -> None:
        """Go on as soon as the screen is on top, at once where it is; never once it is left.

        Args:
            then: What is done.
        """
        self._waiting.append(then)
        self.go_on()

    def once_painted(self, then: Callable[[], object]) -> None:
        """Go on once all is painted and the screen is on top; never once it is left, for then its widgets are taken down.

        Textual's own `call_after_refresh` goes on when the screen on top is painted, whichever that is.

        Args:
            then: What is done.
        """

        def painted() -> None:
            self._waiting.append(then)
            self.go_on()

        self._screen.call_after_refresh(painted)

    def go_on(self) -> None:
        """Go on with what is done, as long as the screen is on top."""
        while self._waiting and self._may_go_on():
            self._waiting.pop(0)()
