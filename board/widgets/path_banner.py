"""A strip with pictures and a few words beside them: what is new, or what a step is about."""

from collections.abc import Sequence

from textual.strip import Strip

from board.art.cells import Colour, Pixels
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
        self._is_large = False
        super().__init__()

    def tell(self, pictures: Sequence[BigTile], words: Sequence[str]) -> None:
        """Show other pictures and words.

        Args:
            pictures: Their words are not shown.
            words: Lines; long ones are broken.
        """
        self._pictures, self._words, self._large, self._is_large = tuple(pictures), tuple(words), None, False
        self.paint_anew()

    def enlarge(self, picture: Pixels | None) -> None:
        """Show one picture as large as there is room.

        Args:
            picture: It, or None for the first one that is told.
        """
        self._large, self._is_large = picture, True
        self.paint_anew()

    def painted(self) -> list[Strip]:
        """Give all its lines."""
        ground, ink, accent = (self.colour(name) for name in ("surface", "foreground", "accent"))
        width, high = self.size.width, self.size.height
        canvas = CellCanvas(width, high, ground)
        paint = self._paint_large if self._is_large else self._paint_small
        left = paint(canvas, ink)
        rows = [
            (number, row) for number, text in enumerate(self._words) for row in wrapped(text, width - left - 1, high)
        ]
        top = max(0, (high - len(rows)) // 2)
        for line, (number, row) in enumerate(rows[:high], top):
            canvas.write(left, line, row, ink if number else accent, bold=number == 0)
        return canvas.strips()

    def _paint_small(self, canvas: CellCanvas, ink: Colour) -> int:
        """Paint the pictures side by side; gives where the words begin."""
        left, high = 1, canvas.lines
        for tile in self._pictures if 2 * high >= SIDE else ():
            picture = picture_of(tile, self._stickers, ink)
            if picture is not None and left + SIDE <= canvas.width // 2:
                canvas.stamp(left, (2 * high - SIDE) // 2 + 1, picture)
                left += SIDE + _GAP
        return left

    def _paint_large(self, canvas: CellCanvas, ink: Colour) -> int:
        """Paint one picture as large as it may be, in the middle where there are no words; gives where these begin."""
        picture = self._large or (picture_of(self._pictures[0], self._stickers, ink) if self._pictures else None)
        if not picture:
            return 1
        shown = _fitting(picture, max(1, min(2 * canvas.lines - _AIR, canvas.width // 2)))
        left = 1 + _GAP if any(self._words) else max(0, canvas.width - len(shown[0])) // 2
        canvas.stamp(left, max(0, 2 * canvas.lines - len(shown)) // 2, shown)
        return left + len(shown[0]) + 2 * _GAP


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
