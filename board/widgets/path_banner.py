"""A strip with pictures and a few words beside them: what is new, or what a step is about."""

from collections.abc import Sequence

from textual.strip import Strip

from board.art.cells import Pixels
from board.art.child_signs import SIDE, larger
from board.widgets.cell_canvas import CellCanvas
from board.widgets.grid_plan import wrapped
from board.widgets.painted import Painted
from board.widgets.path_tiles import BigTile, picture_of
from board.widgets.spot_painter import Stickers

_GAP = 2

_AIR = 2
"""Pixels above and below a large picture."""


class PathBanner(Painted):
    """Pictures side by side, each as in a tile, and lines of words right of them; the first line is bold.

    Args:
        stickers: Where pictures of steps come from.
    """

    def __init__(self, stickers: Stickers) -> None:
        self._stickers = stickers
        self._pictures: tuple[BigTile, ...] = ()
        self._words: tuple[str, ...] = ()
        self._large: Pixels | None = None
        super().__init__()

    @property
    def room(self) -> int:
        """Side of the square a large picture has room in, in px."""
        return max(1, min(2 * self.size.height - _AIR, self.size.width * 2 // 3))

    def tell(self, pictures: Sequence[BigTile], words: Sequence[str], large: Pixels | None = None) -> None:
        """Show other pictures and words.

        Args:
            pictures: Their words are not shown.
            words: Lines; long ones are broken.
            large: A picture that is shown instead, as large as there is room; None for none.
        """
        self._pictures, self._words, self._large = tuple(pictures), tuple(words), large
        self.paint_anew()

    def painted(self) -> list[Strip]:
        """Give all its lines."""
        ground, ink, accent = (self.colour(name) for name in ("surface", "foreground", "accent"))
        width, high = self.size.width, self.size.height
        canvas = CellCanvas(width, high, ground)
        left = 1
        if self._large:
            shown = _fitting(self._large, self.room)
            left += 2 if any(self._words) else max(0, width - len(shown[0])) // 2
            canvas.stamp(left, max(0, 2 * high - len(shown)) // 2, shown)
            left += len(shown[0]) + 2 * _GAP
        for tile in self._pictures if 2 * high >= SIDE else ():
            picture = picture_of(tile, self._stickers, ink, ground)
            if picture is not None and left + SIDE <= width // 2:
                canvas.stamp(left, (2 * high - SIDE) // 2 + 1, picture)
                left += SIDE + _GAP
        rows = [
            (number, row) for number, text in enumerate(self._words) for row in wrapped(text, width - left - 1, high)
        ]
        top = max(0, (high - len(rows)) // 2)
        for line, (number, row) in enumerate(rows[:high], top):
            canvas.write(left, line, row, ink if number else accent, bold=number == 0)
        return canvas.strips()


def _fitting(picture: Pixels, room: int) -> Pixels:
    """Give a picture as large as it may be in a square: by whole numbers where it grows, so that its pixels stay square."""
    long = max(len(picture), len(picture[0]))
    if long <= room:
        return larger(picture, room // long)
    rows, columns = (max(1, side * room // long) for side in (len(picture), len(picture[0])))
    return tuple(
        tuple(picture[y * len(picture) // rows][x * len(picture[0]) // columns] for x in range(columns))
        for y in range(rows)
    )
