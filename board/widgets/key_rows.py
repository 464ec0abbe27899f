"""What may be said of something, one key each, with what is said so far; a tap does what the key does."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size

from board.widgets.box import Box
from board.widgets.browser import TOUCH_CLASS
from board.widgets.command import Command, key_sign
from board.widgets.grid_plan import shortened
from board.widgets.key_tiles import key_tiles, tile_boxes
from board.widgets.tapped_keys import TappedKeys
from board.widgets.tiles import Tile, bottom, drawn

_KEY = 2
"""Cells of a key."""

_TITLE = 15
"""Cells of what stands before all keys."""

_AROUND = 4
"""Cells of a key before its words, and of a sign behind them."""


class KeyRows(TappedKeys):
    """Keys with their words and what is said, in one column or several.

    Args:
        commands: What the keys do, row by row.
        columns: How many stand side by side at most.
        title: What stands before all of them, and what is said of all of them; or empty.
        label: Cells kept for the words of a key, so that what is said stands in one column.
        id: Id of the widget.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "KeyRows { height: auto; width: 1fr; pointer: pointer; }"

    def __init__(
        self,
        commands: Sequence[Command],
        *,
        columns: int = 1,
        label: int = 0,
        title: str = "",
        id: str | None = None,  # noqa: A002 - as every widget calls it
    ) -> None:
        super().__init__(id=id)
        self._commands, self._columns, self._label = commands, columns, label
        self._title, self._before = title, _TITLE if title else 0
        self._said: Mapping[str, str] = {}
        self._boxes: list[Box] = []

    def tell(self, said: Mapping[str, str]) -> None:
        """Show what is said.

        Args:
            said: What is said, by action, and by the title; what is not there is not said.
        """
        self._said = said
        self._write()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give the lines it takes: of its tiles, where fingers touch it."""
        if not self.app.has_class(TOUCH_CLASS):
            return super().get_content_height(container, viewport, width)
        return bottom(self._boxes_in(width))

    def on_resize(self) -> None:
        """Use the room there is."""
        self._write()

    def notify_style_update(self) -> None:
        """Write it anew where fingers have come or gone."""
        super().notify_style_update()
        if self.size.width and bool(self._boxes) != self.app.has_class(TOUCH_CLASS):
            self.call_after_refresh(self._write)

    def show_press(self) -> None:
        """Show which key is pressed now: buttons do, words in a line do not."""
        if self._boxes:
            self._write()

    def thing_at(self, x: int, y: int) -> Command | None:
        """Give the command a tap on a cell means.

        Args:
            x: Cells from the left.
            y: Lines from the top.
        """
        if self._boxes:
            return next((one for one, box in zip(self._commands, self._boxes, strict=True) if box.holds(x, y)), None)
        column = max(0, x - self._before) // max(1, self._width)
        at = y * self._across + min(column, self._across - 1)
        return self._commands[at] if 0 <= at < len(self._commands) else None

    @property
    def _across(self) -> int:
        """How many stand side by side in the room there is."""
        widest = max(len(command.words) for command in self._commands) + (_KEY if self._title else _AROUND)
        return max(1, min(self._columns, self._room // widest))

    @property
    def _width(self) -> int:
        """Cells of one column."""
        return self._room // self._across

    @property
    def _room(self) -> int:
        """Cells there are for the keys."""
        return self.size.width - self._before

    def _boxes_in(self, room: int) -> list[Box]:
        return tile_boxes(self._commands, room, has_words=self._columns == 1, title=bool(self._title))

    def _tiles(self) -> Content:
        """Draw it for fingers: a tile for each key, and before them the title."""
        has_words = self._columns == 1
        tiles = key_tiles(self._commands, self._boxes, self._said, self.pressed, has_words=has_words)
        title = [Tile(Box(0, 0, self.size.width, 1), (self._head(0),), "", is_centered=False)] if self._title else []
        return drawn([*title, *tiles], self.size.width)

    def _write(self) -> None:
        self._boxes = self._boxes_in(self.size.width) if self.size.width and self.app.has_class(TOUCH_CLASS) else []
        if self._boxes:
            self.update(self._tiles())
        elif self.size.width:
            parts = [self._part(command) for command in self._commands]
            rows = [Content("").join((self._head(at), *row)) for at, row in enumerate(_rows(parts, self._across))]
            self.update(Content("\n").join(rows))

    def _head(self, row: int) -> Content:
        """Give what stands before the keys of a row: the title, with what is said of all of them, before the first."""
        said = ("", "") if row else (self._title, self._said.get(self._title, ""))
        head = Content.assemble((said[0], "$foreground 80%"), " ", (said[1], "bold $success"))
        return head.pad_right(max(0, self._before - head.cell_length)) if self._title else Content()

    def _part(self, command: Command) -> Content:
        said = self._said.get(command.action, "")
        words = f"{command.words:<{self._label}}"
        key = f"{key_sign(command)} "
        room = max(0, self._width - len(key) - len(words) - 1)
        gap = " " if self._across == 1 or cell_len(said) < room else ""
        part = Content.assemble(
            (key, "bold $accent"),
            (words, "" if said else "$foreground 80%"),
            (gap + shortened(said, room) if said else "", "bold $success"),
        )
        return part.pad_right(max(0, self._width - part.cell_length))


def _rows(parts: Sequence[Content], columns: int) -> list[Sequence[Content]]:
    return [parts[start : start + columns] for start in range(0, len(parts), columns)]
