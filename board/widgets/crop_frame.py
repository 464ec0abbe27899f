"""A picture with a frame on it, to say which part is used: by arrow keys, or drawn with mouse or finger."""

from textual import events
from textual.app import RenderResult
from textual.geometry import Size
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from board.art.cells import Colour, Pixel, Pixels, laid_on, mixed
from board.art.frame import Frame, Spot, whole
from board.widgets.grid_colours import grid_colours
from board.widgets.pixel_picture import picture_line

_MARGIN = 2
"""Px around the picture, so that a frame around all of it is seen."""

_FADED = 0.7
"""How far what is left out goes into the ground."""

_BETWEEN: Colour = (16, 16, 16)
"""Colour between the dashes of the frame, which are so seen on everything."""

_TAP = 2
"""Px a finger may slip and still only tap."""


class CropFrame(Widget):
    """A picture and a frame.

    Args:
        pixels: The picture.
        frame: Where the frame is at first.
    """

    ALLOW_SELECT = False
    TAKES_DRAGS = True
    DEFAULT_CSS = "CropFrame { width: auto; height: auto; }"

    frame: var[Frame] = var(whole(1, 1))
    """The part that is used."""

    def __init__(self, pixels: Pixels, frame: Frame) -> None:
        super().__init__()
        self._pixels = pixels
        self._start: Spot | None = None
        self._before = frame
        self.set_reactive(CropFrame.frame, frame)

    def watch_frame(self) -> None:
        """Paint anew."""
        self.refresh()

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual gives both
        """As wide as the picture with its margin."""
        return len(self._pixels[0]) + 2 * _MARGIN

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual gives all
        """As high as the picture with its margin."""
        return -(-len(self._pixels) // 2) + _MARGIN

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to draw a frame."""
        self.capture_mouse()
        self._start, self._before = _place(event.x, event.y), self.frame

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw it as far as here."""
        if self._start is None:
            return
        offset = event.get_content_offset_capture(self)
        here = _place(offset.x, offset.y)
        if max(abs(here.x - self._start.x), abs(here.y - self._start.y)) > _TAP:
            self.frame = self.frame.drawn(self._start, here)

    def on_mouse_up(self) -> None:
        """Leave it there; a mere tap moves the frame to where it was."""
        self.release_mouse()
        if self._start is not None and self.frame == self._before:
            self.frame = self.frame.around(self._start)
        self._start = None

    def render(self) -> RenderResult:
        """Nothing but ground; `render_line` paints the rest."""
        return ""

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        ground = self.background_colors[1].rgb
        dashes = (grid_colours(self.app.theme_variables).cursor, _BETWEEN)
        rows = tuple(self._row(2 * y - _MARGIN + half, ground, dashes) for half in range(2))
        return Strip(picture_line(rows, 0, self.size.width, ground))

    def _row(self, y: int, ground: Colour, dashes: tuple[Colour, Colour]) -> tuple[Pixel, ...]:
        """Give a row of px: the picture, what is left out faded, and the frame around the rest."""
        frame, width = self.frame, len(self._pixels[0])
        colours = laid_on(self._pixels[y : y + 1], ground)[0] if 0 <= y < len(self._pixels) else ()
        row: list[Pixel] = []
        for x in range(-_MARGIN, width + _MARGIN):
            seen = colours[x] if 0 <= x < len(colours) else ground
            if not (frame.left <= x < frame.right and frame.top <= y < frame.bottom):
                is_edge = frame.left - 1 <= x <= frame.right and frame.top - 1 <= y <= frame.bottom
                seen = dashes[(x + y) // 2 % 2] if is_edge else mixed(seen, ground, _FADED)
            row.append((*seen, 255))
        return tuple(row)


def _place(column: int, line: int) -> Spot:
    """Give the px of the picture under a cell."""
    return Spot(column - _MARGIN, 2 * line - _MARGIN)
