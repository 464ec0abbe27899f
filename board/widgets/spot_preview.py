"""How a drawing will look on its spot: the same cells as on the board, while it is drawn."""

from typing import NamedTuple

from rich.segment import Segment
from textual.app import RenderResult
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from board.art.cells import Pixels, laid_on
from board.art.pixels import COARSE, Drawing, empty
from board.art.signs import sign
from board.mastery.progress import Status
from board.terminal.themes import LEVEL_HUES
from board.widgets.grid_colours import GridColours, grid_colours, style
from board.widgets.pieced_line import PixelStrip

_EDGE = 2
"""Cells of ground left and right of the sticker."""


class Paper(NamedTuple):
    """The ground of a spot.

    Attributes:
        level: Number of its level, from 0.
        boss: Whether it is a Boss.
    """

    level: int = 0
    boss: bool = False


class SpotPreview(Widget):
    """A spot with its sticker; an empty one while nothing is drawn.

    Args:
        paper: The ground of the spot.
        id: Id of the widget.
    """

    DEFAULT_CSS = f"SpotPreview {{ width: {COARSE + 2 * _EDGE}; height: {COARSE // 2}; }}"

    drawing: var[Drawing] = var(empty())
    """What is on the spot."""

    def __init__(self, paper: Paper, *, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        super().__init__(id=id)
        self._paper = paper

    def watch_drawing(self) -> None:
        """Paint anew."""
        self.refresh()

    def render(self) -> RenderResult:
        """Nothing but ground; `render_line` paints the rest."""
        return ""

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        colours = grid_colours(self.app.theme_variables)
        ground = colours.ground(self._paper.level, boss=self._paper.boss)
        edge = Segment(" " * _EDGE, style(ground, ground))
        upper, lower = laid_on(self._pixels(colours), ground)[2 * y : 2 * y + 2]
        cells = [Segment("▀", style(*pair)) for pair in zip(upper, lower, strict=True)]
        return PixelStrip([edge, *cells, edge], COARSE + 2 * _EDGE)

    def _pixels(self, colours: GridColours) -> Pixels:
        if not self.drawing.is_empty:
            return self.drawing.sticker()
        ground = colours.ground(self._paper.level, boss=self._paper.boss)
        hue = colours.levels[self._paper.level % LEVEL_HUES].hue
        return sign(
            Status.OPEN,
            COARSE,
            boss=self._paper.boss,
            hue=hue,
            hole=colours.hole,
            ground=ground,
            thinned=colours.thinned,
        )
