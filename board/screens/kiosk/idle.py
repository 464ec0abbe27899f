"""Whether somebody is still at the kiosk: after a while it asks, and where nobody answers, everything goes back to the quilt."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from board.screens.kiosk.sign_page import StillHere

_ANSWER = 20.0
"""Seconds for an answer."""

_DRAWING = 3
"""Times as long as elsewhere while something is drawn: hands rest, eyes look."""


class Idle:
    """Watches how long nobody has touched anything.

    Args:
        first: The screen that is left alone; everything above it goes.
        patience: Gives the seconds until it is asked whether somebody is still there.
        clock: Gives the seconds of now.
        gone: Called before everything goes.
    """

    def __init__(
        self,
        first: Screen[Any],
        patience: Callable[[], float],
        clock: Callable[[], float],
        gone: Callable[[], object],
    ) -> None:
        self._first, self._patience, self._clock, self._gone = first, patience, clock, gone
        self._began, self._asked = clock(), 0.0

    def look(self) -> None:
        """Ask whether somebody is still there when it is time, and clear up when nobody answered."""
        now, above = self._clock(), self._above()
        if not above:
            self._began = now
            return
        touched = max(self._began, float(getattr(self._first.app, "touched", 0.0)))
        if isinstance(above[-1], StillHere):
            if now - max(touched, self._asked) >= _ANSWER:
                self._leave(above)
        elif now - touched >= self._patience() * (_DRAWING if _is_drawing(above) else 1):
            self._asked = now
            self._first.app.push_screen(StillHere())

    def _above(self) -> list[Screen[Any]]:
        stack = self._first.app.screen_stack
        return stack[stack.index(self._first) + 1 :] if self._first in stack else []

    def _leave(self, above: list[Screen[Any]]) -> None:
        """Leave every screen, the one on top first, each in the way that keeps what was begun on it."""
        from board.screens.drawing.draw import DrawScreen  # noqa: PLC0415 - nobody may ever draw here

        self._gone()
        for screen in reversed(above):
            if not isinstance(screen, DrawScreen):
                screen.dismiss(None)
                continue
            screen.action_leave()
            if screen.is_attached and screen.is_active:
                screen.action_leave()  # it can't be kept now, and nobody is here to try later


def _is_drawing(screens: list[Screen[Any]]) -> bool:
    from board.screens.drawing.draw import DrawScreen  # noqa: PLC0415 - nobody may ever draw here

    return any(isinstance(screen, DrawScreen) for screen in screens)
