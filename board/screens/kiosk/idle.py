"""Whether somebody is still at the kiosk: after a while it asks, and where nobody answers, everything goes back to the quilt."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from textual.screen import Screen

from board.screens.kiosk.sign_page import StillHere
from board.screens.parts.calm import HoldsWork

_ANSWER = 20.0
"""Seconds for an answer."""

_COMES_UP = 0.02
"""Seconds in which a screen may come up."""


class Presence(NamedTuple):
    """What the kiosk knows of whoever stands there; all seconds are of one clock.

    Attributes:
        clock: Gives the seconds of now.
        touched: Gives the seconds at which somebody touched anything last.
        is_at_rest: Tells whether nobody is asked now: an adult is there, or the class is away and everything waits for it.
    """

    clock: Callable[[], float]
    touched: Callable[[], float]
    is_at_rest: Callable[[], bool]


class Idle:
    """Watches how long nobody has touched anything.

    Args:
        first: The screen that is left alone; everything above it goes.
        patience: Gives the seconds until it is asked whether somebody is still there.
        presence: What is known of whoever stands there.
        gone: Called before everything goes.
    """

    def __init__(
        self,
        first: Screen[Any],
        patience: Callable[[], float],
        presence: Presence,
        gone: Callable[[], object],
    ) -> None:
        self._first, self._patience, self._presence, self._gone = first, patience, presence, gone
        self._began = self._asked = presence.clock()
        self._is_leaving = False

    def look(self) -> None:
        """Ask whether somebody is still there when it is time, and clear up when nobody answered."""
        now, above = self._presence.clock(), self._above()
        if not above:
            self._began = now
            return
        if self._is_leaving or self._presence.is_at_rest():
            return
        touched = max(self._began, self._presence.touched())
        if isinstance(above[-1], StillHere):
            if now - max(touched, self._asked) >= _ANSWER:
                self._is_leaving = True
                self._gone()
                self._leave_next()
        elif now - touched >= self._patience() * _times_as_long(above):
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
    if screen.is_mounted and isinstance(screen, HoldsWork):
        screen.put_away()
    if screen.is_attached and screen.is_active:
        screen.dismiss(None)


def _times_as_long(screens: Iterable[Screen[Any]]) -> int:
    return max((screen.TIMES_AS_LONG for screen in screens if isinstance(screen, HoldsWork)), default=1)
