"""Which screen a key or a tap is meant for: what was meant for one that is gone never counts on the one that came up."""

from enum import Enum
from typing import Any
from weakref import WeakKeyDictionary

from textual import events
from textual.screen import Screen

from board.widgets import glance

CHATTER = 0.1
"""Seconds within which the key that opened or closed a screen does nothing on the next one: a worn key sends a second
press within 60 ms, a hand needs longer."""

_FIRST_BUTTON = 1
"""The button of a tap; the others paste, or open something, in one terminal or another, and never mark."""

_PRESSED = (events.MouseDown, events.MouseUp, events.Click)


class Fate(Enum):
    """What becomes of a key or a tap."""

    COUNTS = "counts"
    GOES_NOWHERE = "goes nowhere"
    GOES_ON_TOP = "goes to the screen that came up before it was handled"


class Aim:
    """Tells for each key and tap whether it was meant for the screen that is up.

    It goes by the moments at which keys and taps came, not by those at which they are handled, so that what piled up while
    the app was busy is judged as if it had not been.
    """

    def __init__(self) -> None:
        self._meant: WeakKeyDictionary[events.InputEvent, Screen[Any]] = WeakKeyDictionary()
        self._up: Screen[Any] | None = None
        self._since = float("-inf")
        self._last_key = ("", float("-inf"))
        self._changed_by = ("", float("-inf"))
        self._pressed_too_soon = False

    def came_up(self, screen: Screen[Any], now: float) -> None:
        """Take note that another screen is up.

        Args:
            screen: The screen.
            now: Seconds on the clock of the events.
        """
        if self._up is not None and screen is not self._up:
            self._since = now
            self._changed_by = self._last_key
        self._up = screen

    def fate(self, event: events.InputEvent, stack: list[Screen[Any]]) -> Fate:
        """Tell what becomes of a key or a tap.

        Args:
            event: The key or tap, as it came or as it comes back from the widgets that had no use for it.
            stack: The screens, the one that is up last.
        """
        if isinstance(event, events.Key):
            return self._fate_of_key(event, stack)
        if isinstance(event, _PRESSED) and not event.is_forwarded:
            return self._fate_of_press(event)
        return Fate.COUNTS

    def _fate_of_key(self, key: events.Key, stack: list[Screen[Any]]) -> Fate:
        up = stack[-1]
        meant = self._meant.setdefault(key, up)
        is_new_here = meant is not up or not key.is_forwarded
        if meant not in stack or (is_new_here and self._is_chatter(key)):
            return Fate.GOES_NOWHERE
        if meant is not up:
            return Fate.GOES_ON_TOP
        self._last_key = (key.key, key.time)
        return Fate.COUNTS

    def _is_chatter(self, key: events.Key) -> bool:
        """Tell whether this is the key that changed the screen, still bouncing or held down."""
        which, when = self._changed_by
        if key.key != which or key.time - when >= CHATTER:
            return False
        self._changed_by = (which, key.time)
        return True

    def _fate_of_press(self, event: events.MouseEvent) -> Fate:
        """Tell whether a press was a tap, and aimed at this screen; if not, nothing until it is let go counts."""
        if event.button > _FIRST_BUTTON:
            return Fate.GOES_NOWHERE
        if isinstance(event, events.MouseDown):
            self._pressed_too_soon = event.time - self._since < glance.SEEN_AFTER
        return Fate.GOES_NOWHERE if self._pressed_too_soon else Fate.COUNTS
