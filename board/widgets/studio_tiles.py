"""The studio's tiles: big pictures to tap, each with its word and key, for tools and for everything else one does."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.app import RenderResult
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from board.art.cells import Colour, laid_on, mixed
from board.widgets.box import Box
from board.widgets.browser import TOUCH_CLASS
from board.widgets.command import Command, key_sign
from board.widgets.grid_colours import style, theme_colour
from board.widgets.studio_icons import HEIGHT as ICON_HEIGHT
from board.widgets.studio_icons import WIDTH as ICON_WIDTH
from board.widgets.studio_icons import icon
from board.widgets.tapping import Tap

_ICON_LINES = ICON_HEIGHT // 2
_FLATTEST, _TALLEST = _ICON_LINES + 1, _ICON_LINES + 3
"""Lines of a tile: picture and words, and with more room a line above them and one between two tiles."""

_MARKED, _OTHER_ROW = 0.16, 0.08
"""Share of ink in the ground of a tile that is chosen, and in those of every other row."""


class Tile(NamedTuple):
    """Something to tap.

    Attributes:
        command: What a tap does.
        icon: Name of its picture.
    """

    command: Command
    icon: str


class Tiles(Widget):
    """Tiles in rows; those that are chosen or switched on stand between two bars, their words turned over.

    Args:
        tiles: In order.
        columns: How many stand side by side.
        id: Id of the widget.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "Tiles { pointer: pointer; }"

    tiles: var[Sequence[Tile]] = var(())
    """What there is to tap."""

    columns: var[int] = var(1)
    """How many stand side by side."""

    marked: var[frozenset[str]] = var(frozenset[str]())
    """Actions that are chosen or switched on."""

    def __init__(self, tiles: Sequence[Tile], columns: int, *, id: str) -> None:  # noqa: A002 - as every widget calls it
        self._tap = Tap()
        super().__init__(id=id)
        self.set_reactive(Tiles.tiles, tuple(tiles))
        self.set_reactive(Tiles.columns, columns)

    def watch_tiles(self) -> None:
        """Paint anew."""
        self.refresh()

    def watch_columns(self) -> None:
        """Paint anew."""
        self.refresh()

    def watch_marked(self) -> None:
        """Paint anew."""
        self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins."""
        self._tap.begin(self._thing_at(event))

    def place(self, number: int) -> Box:
        """Give where a tile is, the air right of it and below it included."""
        row, column = divmod(number, self.columns)
        return Box(column * self._wide, row * self._tall, self._wide, self._tall)

    def _thing_at(self, event: events.MouseEvent) -> Command | None:
        """Give the command of the tile under the pointer."""
        found = (at for at in range(len(self.tiles)) if self.place(at).holds(int(event.x), int(event.y)))
        return next((self.tiles[at].command for at in found), None)

    async def on_click(self, event: events.Click) -> None:
        """Do what the tapped tile says."""
        command = self._thing_at(event)
        if command is not None and self._tap.ends_on(command):
            await self.screen.run_action(command.action)

    def render(self) -> RenderResult:
        """Nothing but ground; `render_line` paints the rest."""
        return ""

    def render_line(self, y: int) -> Strip:
        """Paint one line of a row of tiles."""
        row, line = divmod(y, self._tall)
        first = row * self.columns
        space = style(self._colour("foreground"), self._colour("background"))
        parts = [part for tile in self.tiles[first : first + self.columns] for part in self._tile_line(tile, row, line)]
        return Strip(parts).adjust_cell_length(self.size.width, space)

    @property
    def _tall(self) -> int:
        rows = -(-len(self.tiles) // self.columns)
        return max(_FLATTEST, min(_TALLEST, self.size.height // max(1, rows)))

    @property
    def _wide(self) -> int:
        return max(1, self.size.width // self.columns)

    def _shade(self, row: int) -> float:
        """Give the share of ink in the ground of a row: where no air is between rows that fingers touch, they differ."""
        is_close = self._tall == _FLATTEST and self.app.has_class(TOUCH_CLASS)
        return _OTHER_ROW if is_close and row % 2 else 0.0

    def _tile_line(self, tile: Tile, row: int, line: int) -> list[Segment]:
        """Give one line of a tile: air at its right, and below it where there is room."""
        wide, above = self._wide - 1, int(self._tall == _TALLEST)
        front, back, accent = (self._colour(name) for name in ("foreground", "background", "accent"))
        is_marked = tile.command.action in self.marked
        ground = mixed(self._colour("panel"), front, _MARKED if is_marked else self._shade(row))
        air = Segment(" ", style(front, back))
        bars = ("▌", "▐") if is_marked else (" ", " ")
        left, right = (Segment(bar, style(accent, ground)) for bar in bars)
        if line > above + _ICON_LINES:
            return [Segment(" " * wide, air.style), air]
        if line == above + _ICON_LINES:
            return [*self._words(tile, wide, (back, accent) if is_marked else (front, ground)), air]
        if line < above:
            return [left, Segment(" " * (wide - 2), left.style), right, air]
        upper, lower = laid_on(icon(tile.icon, front), ground)[2 * (line - above) :][:2]
        cells = [Segment("▀", style(*pair)) for pair in zip(upper, lower, strict=True)]
        if wide < ICON_WIDTH + 2:
            return [*Strip(cells).adjust_cell_length(wide, left.style), air]
        before, after = _sides(wide - 2, ICON_WIDTH)
        return [left, Segment(" " * before, left.style), *cells, Segment(" " * after, left.style), right, air]

    def _words(self, tile: Tile, room: int, colours: tuple[Colour, Colour]) -> list[Segment]:
        """Give key and word of a tile, in front and ground colour; where fingers touch it, the word alone."""
        key = "" if self.app.has_class(TOUCH_CLASS) else f"{key_sign(tile.command)} "
        words = tile.command.words
        before, after = _sides(room, len(key) + len(words))
        plain, bold = style(*colours), style(*colours, bold=True)
        return [Segment(" " * before, plain), Segment(key, bold), Segment(f"{words}{' ' * after}", plain)]

    def _colour(self, name: str) -> Colour:
        return theme_colour(self.app.theme_variables, name)


def _sides(room: int, wanted: int) -> tuple[int, int]:
    """Give the cells left and right of something in the middle."""
    left = max(0, room - wanted) // 2
    return left, max(0, room - wanted - left)
