"""Pictures of the starter art: one to look at, and a row of them to choose from."""

from collections.abc import Callable, Container, Mapping
from itertools import groupby
from pathlib import Path

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import RenderResult
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from board.art.cells import Colour, Pixels, laid_on
from board.widgets.command import Command, HasKeys, KeyGroup, bindings
from board.widgets.grid_colours import style

Painted = Callable[[Path, int], Pixels]
"""Gives a picture file fitted into a square of so many pixels."""

_BIG, _SMALL, _GAP = 12, 8, 2
"""Cells across: the chosen picture, its neighbours, and the air between them."""

_IS_TAKEN = "taken"
"""Stands below a neighbour that somebody has; of the chosen one whoever holds the row says who."""

_MOST_BESIDE = 3
"""Neighbours shown on each side, where there is room."""


class Picture(Widget):
    """One picture, or nothing.

    Args:
        painted: Where pixels come from.
        size: Pixels across: the width in cells, twice the height.
        id: Id of the widget.
    """

    def __init__(self, painted: Painted, size: int, *, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        super().__init__(id=id)
        self._painted, self._across = painted, size
        self._path: Path | None = None

    def show(self, path: Path | None) -> None:
        """Show another picture."""
        if path != self._path:
            self._path = path
            self.refresh()

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual gives both
        """As wide as the picture."""
        return self._across

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual gives all
        """Half as high in cells as in pixels."""
        return self._across // 2

    def render(self) -> RenderResult:
        """Nothing but ground; `render_line` paints the rest."""
        return ""

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        ground = _ground(self)
        if self._path is None or y >= self._across // 2:
            return _blank(self.size.width, ground)
        return Strip(_cells(self._painted(self._path, self._across), ground, y)).adjust_cell_length(
            self.size.width, style(ground, ground)
        )


class PictureChoice(HasKeys, Widget, can_focus=True):
    """A row of pictures; the middle one is chosen.

    Args:
        painted: Where pixels come from.
        pictures: Files by name, in order; one more place, before the first, chooses none.
        chosen: Name of the first choice, empty for none.
        taken: Names of those that somebody has already; it is said below each.
        id: Id of the widget.
    """

    KEYS = (
        KeyGroup(
            "Among the pictures",
            (
                Command("go(-1)", "left", "Before", "Choose the picture before."),
                Command("go(1)", "right", "Next", "Choose the next picture."),
                Command("go_to(0)", "home", "None", "Choose no picture."),
                Command("keep", "enter", "Keep", "Take what is chosen."),
            ),
        ),
    )
    BINDINGS = bindings(KEYS)
    DEFAULT_CSS = """
    PictureChoice { height: 7; width: 1fr; pointer: pointer; }
    """
    number: reactive[int] = reactive(0)
    """Which picture is chosen; 0 is none."""

    class Changed(Message):
        """Another picture was chosen."""

    class Kept(Message):
        """Enter was pressed: the choice is made."""

    def __init__(
        self,
        painted: Painted,
        pictures: Mapping[str, Path],
        chosen: str,
        *,
        taken: Container[str] = (),
        id: str | None = None,  # noqa: A002 - same
    ) -> None:
        super().__init__(id=id)
        self._painted, self._taken = painted, taken
        self._pictures: tuple[tuple[str, Path | None], ...] = (("", None), *pictures.items())
        names = [name for name, _ in self._pictures]
        self._unknown = "" if chosen in names else chosen
        self.set_reactive(PictureChoice.number, names.index(chosen) if chosen in names else 0)

    @property
    def eye(self) -> Offset:
        """The chosen picture, in the middle."""
        return Offset(self.size.width // 2, self.size.height // 2)

    @property
    def chosen(self) -> str:
        """Name of the chosen picture, empty for none; a name this board has no picture for stays until another is chosen."""
        return self._unknown if self.number == 0 else self._pictures[self.number][0]

    def watch_number(self) -> None:
        """Tell whoever asks."""
        self._unknown = ""
        self.post_message(self.Changed())

    def action_go(self, by: int) -> None:
        """Choose a neighbour; after the last comes none, then the first."""
        self.number = (self.number + by) % len(self._pictures)

    def action_go_to(self, number: int) -> None:
        """Choose this one."""
        self.number = number

    def action_keep(self) -> None:
        """Say that the choice is made."""
        self.post_message(self.Kept())

    def on_click(self, event: events.Click) -> None:
        """Choose the picture that was tapped."""
        self.focus()
        self.action_go(self.thing_at(event.x, event.y))

    def thing_at(self, x: int, y: int) -> int:  # noqa: ARG002 - a picture is as high as the widget
        """Give by how many pictures a tap on a cell goes on: 0 on the chosen one.

        Args:
            x: Cells from the left.
            y: Lines from the top.
        """
        middle = self.size.width // 2
        beyond = abs(x - middle) - _BIG // 2
        steps = 0 if beyond < 0 else min(self._beside, 1 + beyond // (_SMALL + _GAP))
        return steps if x > middle else -steps

    def render(self) -> RenderResult:
        """Nothing but ground; `render_line` paints the rest."""
        return ""

    def render_line(self, y: int) -> Strip:
        """Paint one line: the pictures side by side, the name of the chosen one below."""
        ground, width = _ground(self), self.size.width
        if y >= _BIG // 2:
            return self._name_line(width) if y == _BIG // 2 else _blank(width, ground)
        beside = self._beside
        left = (width - _BIG) // 2 - beside * (_SMALL + _GAP)
        parts = [Segment(" " * left, style(ground, ground))]
        for offset in range(-beside, beside + 1):
            if offset > -beside:
                parts.append(Segment(" " * _GAP, style(ground, ground)))
            parts += self._picture_line(offset, y, ground)
        return Strip(parts).adjust_cell_length(width, style(ground, ground))

    @property
    def _beside(self) -> int:
        """How many pictures stand on each side of the chosen one."""
        return min(_MOST_BESIDE, max(0, (self.size.width - _BIG) // 2 // (_SMALL + _GAP)))

    def _picture_line(self, offset: int, y: int, ground: Colour) -> list[Segment]:
        across = _BIG if offset == 0 else _SMALL
        line = y - (_BIG - across) // 4
        name, path = self._pictures[(self.number + offset) % len(self._pictures)]
        if offset and y == _BIG // 2 - 1 and name in self._taken:
            return [Segment(_IS_TAKEN.center(across), self.rich_style)]
        if not 0 <= line < across // 2:
            return [Segment(" " * across, style(ground, ground))]
        if path is None:
            word = "none" if line == across // 4 else ""
            return [Segment(word.center(across), self.rich_style)]
        return _cells(self._painted(path, across), ground, line)

    def _name_line(self, width: int) -> Strip:
        name = self._pictures[self.number][0] or self._unknown or "no picture"
        place = f"{self.number} of {len(self._pictures) - 1}" if self.number else ""
        arrows = "← {} →" if self.has_focus else "{}"
        text = f"{arrows.format(name.replace('-', ' '))}  {place}".rstrip()
        return Strip([Segment(text.center(width)[:width], self.rich_style + Style(bold=self.has_focus))])


def _ground(widget: Widget) -> Colour:
    return widget.background_colors[1].rgb


def _blank(width: int, ground: Colour) -> Strip:
    return Strip([Segment(" " * width, style(ground, ground))])


def _cells(pixels: Pixels, ground: Colour, line: int) -> list[Segment]:
    """Give one line of a picture as half-blocks, neighbours of one look together."""
    upper, lower = laid_on(pixels, ground)[2 * line : 2 * line + 2]
    looks = [style(*pair) for pair in zip(upper, lower, strict=True)]
    return [Segment("▀" * len(list(run)), look) for look, run in groupby(looks)]
