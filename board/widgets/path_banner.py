"""A strip with pictures and a few words beside them: what is new, or what a step is about."""

from collections.abc import Sequence

from textual.color import Color
from textual.strip import Strip
from textual.widget import Widget

from board.art.cells import Colour
from board.art.child_signs import SIDE
from board.widgets.cell_canvas import CellCanvas
from board.widgets.grid_plan import wrapped
from board.widgets.path_tiles import BigTile, picture_of
from board.widgets.spot_painter import Stickers

_GAP = 2


class PathBanner(Widget):
    """Pictures side by side, each as in a tile, and lines of words right of them; the first line is bold.

    Args:
        stickers: Where pictures of steps come from.
    """

    ALLOW_SELECT = False

    def __init__(self, stickers: Stickers) -> None:
        self._stickers = stickers
        self._pictures: tuple[BigTile, ...] = ()
        self._words: tuple[str, ...] = ()
        self._strips: list[Strip] | None = None
        super().__init__()

    def tell(self, pictures: Sequence[BigTile], words: Sequence[str]) -> None:
        """Show other pictures and words.

        Args:
            pictures: Their words are not shown.
            words: Lines; long ones are broken.
        """
        self._pictures, self._words = tuple(pictures), tuple(words)
        self._paint_anew()

    def pictures_came(self) -> None:
        """Paint the stickers whose own pictures are ready now."""
        self._paint_anew()

    def notify_style_update(self) -> None:
        """Paint everything in the new colours."""
        super().notify_style_update()
        self._paint_anew()

    def on_resize(self) -> None:
        """Lay out anew."""
        self._paint_anew()

    def render_line(self, y: int) -> Strip:
        """Give a line."""
        if self._strips is None:
            self._strips = self._painted()
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width, self.rich_style)

    def _paint_anew(self) -> None:
        self._strips = None
        self.refresh()

    def _painted(self) -> list[Strip]:
        ground, ink, accent = (self._colour(name) for name in ("surface", "foreground", "accent"))
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

    def _colour(self, name: str) -> Colour:
        return Color.parse(self.app.theme_variables[name]).rgb
