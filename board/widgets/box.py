"""A part of a widget that can be pressed, in cells."""

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle, in cells of its widget."""

    left: int
    top: int
    wide: int
    high: int

    def holds(self, x: int, y: int) -> bool:
        """Tell whether a cell lies in it."""
        return self.left <= x < self.left + self.wide and self.top <= y < self.top + self.high
