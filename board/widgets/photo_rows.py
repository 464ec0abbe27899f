"""Photos side by side in rows, as many as there is room for."""

from collections.abc import Sequence

from textual.reactive import var
from textual.strip import Strip

from board.art.cells import Pixels
from board.widgets.cell_canvas import CellCanvas
from board.widgets.painted import Painted

SIDE = 15
"""Side of the square a photo fits into, in px of half a cell."""

_GAP = 2
"""Px between two of them, across and down."""


def places_in(width: int, lines: int) -> tuple[int, int]:
    """Give how many photos have room across and down in so many cells and lines."""
    return max(0, (width + _GAP) // (SIDE + _GAP)), max(0, (2 * lines + _GAP) // (SIDE + _GAP))


class PhotoRows(Painted):
    """The first photos of some, as many as there is room for; nobody's name stands beside one."""

    photos: var[Sequence[Pixels]] = var(())
    """The photos, each at most `SIDE` px wide and high."""

    def watch_photos(self) -> None:
        """Paint anew."""
        self.paint_anew()

    @property
    def room(self) -> int:
        """How many photos there is room for."""
        across, down = places_in(*self.size)
        return across * down

    def painted(self) -> list[Strip]:
        """Give all its lines."""
        width, lines = self.size
        canvas = CellCanvas(width, lines, self.colour("background"))
        across, down = places_in(width, lines)
        shown = self.photos[: across * down]
        wide = min(across, len(shown)) * (SIDE + _GAP) - _GAP
        for number, photo in enumerate(shown):
            row, column = divmod(number, across)
            left = (width - wide) // 2 + column * (SIDE + _GAP) + (SIDE - len(photo[0])) // 2
            canvas.stamp(left, row * (SIDE + _GAP) + (SIDE - len(photo)) // 2, photo)
        return canvas.strips()
