"""A child's own pictures side by side, the starter art before them; one is looked at, one stands on the spot."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import RenderResult
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from board.art.cells import Pixels
from board.mastery.curriculum import Step
from board.mastery.pictures import Art
from board.widgets.grid_colours import grid_colours, style
from board.widgets.pixel_picture import picture_line
from board.widgets.spot_painter import Stickers
from board.widgets.spot_preview import Paper
from board.widgets.tapping import Tap

_PX = 8
"""Side of a picture, in px of half a cell."""

_WIDE = _PX + 2
"""Cells of a picture with a bar at each side."""

_HERE, _STARTER, _WALL = "on it", "starter", "wall"

_FRAME = "▣"
"""Hangs on the wall: a picture in a frame."""

_MORE = ("◂", "▸")
"""Say that there are more pictures on the left, on the right."""

_MORE_AT = 1
"""Line they stand on."""


class PictureRow(Widget):
    """Small stickers in a row; an arrow at an end of it says that there are more on that side.

    Args:
        stickers: Where their pixels come from.
        step: The step whose starter art comes first.
        paper: The ground of its spot.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = f"PictureRow {{ height: {_PX // 2 + 1}; pointer: pointer; }}"

    chosen: var[str | None] = var(None)
    """Id of the picture that is looked at, None for the starter art."""

    class Chosen(Message):
        """Another picture was tapped.

        Attributes:
            picture: Its id, None for the starter art.
        """

        def __init__(self, picture: str | None) -> None:
            super().__init__()
            self.picture = picture

    class TappedAgain(Message):
        """The picture that is looked at was tapped once more.

        Attributes:
            picture: Its id, None for the starter art.
        """

        def __init__(self, picture: str | None) -> None:
            super().__init__()
            self.picture = picture

    def __init__(self, stickers: Stickers, step: Step, paper: Paper) -> None:
        super().__init__()
        self._tap = Tap()
        self._stickers, self._step, self._paper = stickers, step, paper
        self._arts: Sequence[Art | None] = (None,)
        self._on_spot: str | None = None

    @property
    def neighbours(self) -> tuple[str | None, str | None]:
        """Ids of the pictures before and behind the one that is looked at; at an end, itself."""
        at, ids = self._at, [_id(art) for art in self._arts]
        return ids[max(0, at - 1)], ids[min(at + 1, len(ids) - 1)]

    @property
    def eye(self) -> Offset:
        """The word under the picture that is looked at."""
        return Offset((self._at - self._first) * _WIDE + _WIDE // 2, _PX // 2)

    def show(self, arts: Sequence[Art], on_spot: str | None, chosen: str | None) -> None:
        """Show other pictures.

        Args:
            arts: In order.
            on_spot: Id of the one on the spot, None for the starter art.
            chosen: Id of the one that is looked at, None for the starter art.
        """
        self._arts, self._on_spot = (None, *arts), on_spot
        self.chosen = chosen
        self.refresh()

    def watch_chosen(self) -> None:
        """Paint anew."""
        self.refresh()

    def pictures_came(self) -> None:
        """Paint the stickers that are ready now."""
        self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins."""
        self._tap.begin(self._thing_at(event))

    def _thing_at(self, event: events.MouseEvent) -> tuple[str | None] | None:
        """Give the picture under the pointer by its id, which is None for the starter art."""
        at = self._first + int(event.x) // _WIDE
        return (_id(self._arts[at]),) if at < len(self._arts) else None

    def on_click(self, event: events.Click) -> None:
        """Tell what was tapped."""
        tapped = self._thing_at(event)
        if tapped is not None and self._tap.ends_on(tapped):
            again = tapped == (_id(self._arts[self._at]),)
            self.post_message(self.TappedAgain(*tapped) if again else self.Chosen(*tapped))

    def render(self) -> RenderResult:
        """Nothing but ground; `render_line` paints the rest."""
        return ""

    def render_line(self, y: int) -> Strip:
        """Paint one line: the stickers, and below them which one is on the spot."""
        shown = range(self._first, min(self._first + self._most, len(self._arts)))
        parts = [part for at in shown for part in self._part(at, y)]
        if y == _MORE_AT:
            look = style(grid_colours(self.app.theme_variables).cursor, self.background_colors[1].rgb, bold=True)
            if shown.start > 0:
                parts[0] = Segment(_MORE[0], look)
            if shown.stop < len(self._arts):
                parts[-1] = Segment(_MORE[1], look)
        return Strip(parts).adjust_cell_length(self.size.width, self.rich_style)

    @property
    def _at(self) -> int:
        ids = [_id(art) for art in self._arts]
        return ids.index(self.chosen) if self.chosen in ids else 0

    @property
    def _most(self) -> int:
        return max(1, self.size.width // _WIDE)

    @property
    def _first(self) -> int:
        """Number of the first picture in sight: the one that is looked at stays in the middle where it can."""
        return max(0, min(self._at - self._most // 2, len(self._arts) - self._most))

    def _part(self, at: int, y: int) -> list[Segment]:
        colours = grid_colours(self.app.theme_variables)
        back = self.background_colors[1].rgb
        is_chosen = at == self._at
        bar = style(colours.cursor if is_chosen else back, back)
        ground = colours.ground(self._paper.level, boss=self._paper.boss)
        if y < _PX // 2:
            inside = picture_line(self._pixels(self._arts[at]), y, _PX, ground)
        else:
            look = style(colours.cursor, back, bold=True) if is_chosen else self.rich_style + Style(bold=False)
            inside = [Segment(self._word(at).center(_PX), look)]
        return [Segment("▐" if is_chosen else " ", bar), *inside, Segment("▌" if is_chosen else " ", bar)]

    def _word(self, at: int) -> str:
        art = self._arts[at]
        frame = _FRAME if art is not None and art.chosen else ""
        if _id(art) == self._on_spot:
            return f"{frame}● {_HERE}"
        return f"{frame} {_WALL}" if frame else "" if at else _STARTER

    def _pixels(self, art: Art | None) -> Pixels:
        return self._stickers(self._step, None if art is None else art.face, _PX) or ()


def _id(art: Art | None) -> str | None:
    return None if art is None else art.id
