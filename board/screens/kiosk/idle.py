"""Whether somebody is still at the kiosk: after a while it asks, and where nobody answers, everything goes back to the quilt."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from board.screens.kiosk.sign_page import StillHere
from board.screens.lock.away import Away

_ANSWER = 20.0
"""Seconds for an answer."""

_COMES_UP = 0.02
"""Seconds in which a screen may come up."""

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
        self._is_leaving = False

    def look(self) -> None:
        """Ask whether somebody is still there when it is time, and clear up when nobody answered."""
        now, above = self._clock(), self._above()
        if not above:
            self._began = now
            return
        touched = max(self._began, float(getattr(self._first.app, "touched", 0.0)))
        if self._is_leaving or any(isinstance(screen, Away) for screen in above):
            return  # it is leaving, or the class is away for a while and everything waits for it
        if isinstance(above[-1], StillHere):
            if now - max(touched, self._asked) >= _ANSWER:
                self._is_leaving = True
                self._gone()
                self._leave_next()
        elif now - touched >= self._patience() * (_DRAWING if _is_drawing(above) else 1):
            self._asked = now
            self._first.app.push_screen(StillHere())

    def _above(self) -> list[Screen[Any]]:
        stack = self._first.app.screen_stack
        return stack[stack.index(self._first) + 1 :] if self._first in stack else []

    def _leave_next(self) -> None:
        """Leave the screen on top, and once it has said what came of it the one below, down to the quilt."""
        above = self._above()
        if above:
            _leave(above[-1])
            if above[-1] in self._above():  # it is just coming up, and leaves as soon as it is there
                self._first.set_timer(_COMES_UP, self._leave_next)
            else:
                self._first.call_later(self._leave_next)
        else:
            self._is_leaving = False


def _leave(screen: Screen[Any]) -> None:
    """Leave a screen so that what was begun on it is kept, as far as it can be now: nobody is here to try later.

    On one that is just coming up nothing was begun.
    """
    from board.screens.drawing.draw import DrawScreen  # noqa: PLC0415 - nobody may ever draw here
    from board.screens.pictures.caption import CaptionScreen  # noqa: PLC0415 - same

    if screen.is_mounted and isinstance(screen, CaptionScreen) and screen.holds_work:
        screen.action_keep()
    elif screen.is_mounted and isinstance(screen, DrawScreen):
        screen.action_leave()
    if screen.is_attached and screen.is_active:
        screen.dismiss(None)


def _is_drawing(screens: list[Screen[Any]]) -> bool:
    from board.screens.drawing.draw import DrawScreen  # noqa: PLC0415 - nobody may ever draw here

    return any(isinstance(screen, DrawScreen) for screen in screens)
