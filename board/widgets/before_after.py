"""A child's picture and the sticker made of it, side by side, the sticker on the ground of its spot."""

from collections.abc import Callable
from functools import partial

from rich.segment import Segment
from rich.style import Style
from textual import work
from textual.app import RenderResult
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from board.art.cells import Pixels
from board.art.preview import Preview
from board.mastery.pictures import Shape
from board.widgets.grid_colours import grid_colours, style, theme_colour
from board.widgets.pixel_picture import picture_line
from board.widgets.slowly import slowly
from board.widgets.spot_preview import Paper

_BEFORE, _AFTER, _ARROW = "my picture", "my sticker", " → "
_MOMENT = "one moment ..."
_EDGE = 1
"""Cells of ground left and right of the sticker."""

_A_MOMENT = 0.15
"""Seconds of cutting out before it is said that it takes a moment."""

_WORDED = 24
"""Px from which on there is room for words above the pictures."""


Make = Callable[[int], Preview | None]
"""Makes before and after at a size in px; None where there is no picture. It may take a while, and may raise OSError."""


class BeforeAfter(Widget):
    """Before and after, with an arrow between them; made in a thread of its own.

    Args:
        paper: The ground of the spot.
    """

    ALLOW_SELECT = False

    px: var[int] = var(24)
    """Side of each, in px of half a cell."""

    class Made(Message):
        """Another picture is shown.

        Attributes:
            shape: How its sticker was really cut, None where there is no picture.
        """

        def __init__(self, shape: Shape | None) -> None:
            super().__init__()
            self.shape = shape

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self._paper = paper
        self._before: Pixels = ()
        self._after: Pixels = ()
        self._is_waited_for = False
        self._made: dict[tuple[object, int], Preview | None] = {}
        self._wanted: tuple[object, Make] | None = None

    @property
    def shape(self) -> Shape | None:
        """How the sticker was really cut; None while it is being made, and where there is no picture."""
        preview = self._made.get((self._wanted[0], self.px)) if self._wanted is not None else None
        return None if preview is None else preview.shape

    def width_at(self, px: int) -> int:
        """Give how many cells it takes across with pictures of so many px."""
        return 2 * px + 2 * _EDGE + len(_ARROW)

    def show(self, key: object, make: Make) -> None:
        """Show another picture.

        Args:
            key: What it is called; the same is made only once.
            make: Makes it.
        """
        if self._wanted is None or self._wanted[0] != key:
            self._wanted = (key, make)
            self._take()

    def watch_px(self) -> None:
        """Take another size."""
        self.styles.width = self.width_at(self.px)
        self.styles.height = self.px // 2 + self._words
        self._take()

    def _take(self) -> None:
        """Show what is wanted, at once when it is made already."""
        if self._wanted is None:
            return
        key = (self._wanted[0], self.px)
        if key in self._made:
            self._show(self._made[key])
        else:
            self._make(key, self._wanted[1])

    @work(exclusive=True, group="preview")
    async def _make(self, key: tuple[object, int], make: Make) -> None:
        sign = self.set_timer(_A_MOMENT, self._wait)
        try:
            preview = await slowly(self.app, partial(make, key[1]))
        except OSError:
            preview = None
        finally:
            sign.stop()
        if preview is not None:
            self._made[key] = preview
        self._show(preview)

    def _wait(self) -> None:
        self._is_waited_for = True
        self.refresh()

    def _show(self, preview: Preview | None) -> None:
        self._before, self._after = (preview.picture, preview.sticker) if preview is not None else ((), ())
        self._is_waited_for = False
        self.post_message(self.Made(None if preview is None else preview.shape))
        self.refresh()

    def render(self) -> RenderResult:
        """Nothing but ground; `render_line` paints the rest."""
        return ""

    def render_line(self, y: int) -> Strip:
        """Paint one line of both."""
        plain, px = self.rich_style, self.px
        if y < self._words:
            words = Style(bold=True)
            gap = Segment(" " * len(_ARROW), plain)
            sticker = Segment(_AFTER.center(px + 2 * _EDGE), plain + words)
            return Strip([Segment(_BEFORE.center(px), plain + words), gap, sticker])
        line = y - self._words
        back = theme_colour(self.app.theme_variables, "panel") if self._before else self.background_colors[1].rgb
        ground = grid_colours(self.app.theme_variables).ground(self._paper.level, boss=self._paper.boss)
        between = _ARROW if line == px // 4 else " " * len(_ARROW)
        parts = picture_line(self._before, line - _above(self._before, px), px, back)
        parts.append(Segment(between, plain + Style(bold=True)))
        if self._is_waited_for and line == px // 4:
            text = _MOMENT if px >= len(_MOMENT) else "..."
            front = grid_colours(self.app.theme_variables).cursor
            parts.append(Segment(text.center(px + 2 * _EDGE), style(front, ground, bold=True)))
        else:
            shown = () if self._is_waited_for else self._after
            parts += picture_line(shown, line - _above(shown, px), px + 2 * _EDGE, ground)
        return Strip(parts)

    @property
    def _words(self) -> int:
        return int(self.px >= _WORDED)


def _above(pixels: Pixels, px: int) -> int:
    """Give the lines of ground above a picture that is less high than its square."""
    return (px // 2 - -(-len(pixels) // 2)) // 2
