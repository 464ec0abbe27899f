"""Taps that count: begun and ended on the same thing."""

from collections.abc import Hashable


class Tap:
    """A press on a widget with several things on it, of which a tap means one; where it ends on another, it means none."""

    def __init__(self) -> None:
        self._began_on: Hashable = None

    def begin(self, thing: Hashable) -> None:
        """Remember where a tap begins.

        Args:
            thing: What lies under the pointer, None where nothing does.
        """
        self._began_on = thing

    def ends_on(self, thing: Hashable) -> bool:
        """Tell whether a click ends where it began.

        Args:
            thing: What lies under the pointer now.
        """
        return thing is not None and thing == self._began_on
