"""Taps that count: begun and ended on the same thing."""

from collections.abc import Hashable

from textual import events


class Tappable:
    """A widget with several things on it, of which a tap means one; where it ends on another than it began, it means none."""

    _pressed_on: Hashable = None

    def thing_at(self, event: events.MouseEvent) -> Hashable:
        """Give what lies under the pointer, None where nothing does.

        Args:
            event: Where the pointer is.
        """
        raise NotImplementedError

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins."""
        self._pressed_on = self.thing_at(event)

    def is_tap(self, event: events.Click) -> bool:
        """Tell whether a click ends where it began.

        Args:
            event: Where it ends.
        """
        return self._pressed_on is not None and self.thing_at(event) == self._pressed_on
