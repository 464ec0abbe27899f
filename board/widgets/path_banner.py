"""A strip with pictures and a few words beside them: what is new, or what a step is about."""

from collections.abc import Sequence

from textual.strip import Strip

from board.art.child_signs import SIDE
from board.widgets.cell_canvas import CellCanvas
from board.widgets.grid_plan import wrapped
from board.widgets.painted import Painted
from board.widgets.path_tiles import BigTile, picture_of
from board.widgets.spot_painter import Stickers

_GAP = 2


class PathBanner(Painted):
    """Pictures side by side, each as in a tile, and lines of words right of them; the first line is bold.

    Args:
        stickers: Where pictures of steps come from.
    """

    def __init__(self, stickers: Stickers) -> None:
        self._stickers = stickers
        self._pictures: tuple[BigTile, ...] = ()
        self._words: tuple[str, ...] = ()
        super().__init__()

    def tell(self, pictures: Sequence[BigTile], words: Sequence[str]) -> None:
        """Show other pictures and words.

        Args:
            pictures: Their words are not shown.
            words: Lines; long ones are broken.
        """
        self._pictures, self._words = tuple(pictures), tuple(words)
        self.paint_anew()

    def painted(self) -> list[Strip]:
        """Give all its lines."""
        ground, ink, accent = (self.colour(name) for name in ("surface", "foreground", "accent"))
        width, high = self.size.width, self.size.height
        canvas = CellCanvas(width, high, ground)
        left = 1
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
