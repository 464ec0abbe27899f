"""A picture in px of half a cell, in the middle of the room there is."""

from itertools import groupby

from rich.segment import Segment
from textual.app import RenderResult
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from board.art.cells import Colour, Pixels, laid_on
from board.widgets.grid_colours import style


class PixelPicture(Widget):
    """One picture, or nothing.

    Args:
        pixels: What to begin with.
        id: Id of the widget.
    """

    ALLOW_SELECT = False

    pixels: var[Pixels | None] = var(None)
    """What is shown."""

    def __init__(self, pixels: Pixels | None = None, *, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        super().__init__(id=id)
        self.set_reactive(PixelPicture.pixels, pixels)

    def watch_pixels(self) -> None:
        """Paint anew."""
        self.refresh()

    def render(self) -> RenderResult:
        """Nothing but ground; `render_line` paints the rest."""
        return ""

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        ground = self.background_colors[1].rgb
        pixels = self.pixels or ()
        above = (self.size.height - -(-len(pixels) // 2)) // 2
        return Strip(picture_line(pixels, y - above, self.size.width, ground))


def picture_line(pixels: Pixels, line: int, width: int, ground: Colour) -> list[Segment]:
    """Give one line of a picture on a ground, centred.

    Args:
        pixels: The picture.
        line: Number of the line of cells, the first of the picture 0; others are empty.
        width: Of the result, in cells; what does not fit is left out.
        ground: Colour around it.
    """
    if not 0 <= 2 * line < len(pixels):
        return [Segment(" " * width, style(ground, ground))] if width else []
    upper, *rest = laid_on(pixels[2 * line : 2 * line + 2], ground)
    lower = rest[0] if rest else (ground,) * len(upper)
    left = (width - len(upper)) // 2
    pairs = [(ground, ground)] * max(0, left) + list(zip(upper, lower, strict=True))[max(0, -left) :][:width]
    pairs += [(ground, ground)] * (width - len(pairs))
    return [Segment("▀" * len(list(run)), style(*pair)) for pair, run in groupby(pairs)]
