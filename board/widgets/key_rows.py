"""What may be said of something, one key each, with what is said so far; a tap does what the key does."""

from collections.abc import Mapping, Sequence

from textual import events
from textual.content import Content
from textual.widgets import Static

from board.widgets.command import Command, key_sign
from board.widgets.grid_plan import shortened
from board.widgets.tapping import Tap

_AROUND = 4
"""Cells of a key before its words, and of a sign behind them."""


class KeyRows(Static):
    """Keys with their words and what is said, in one column or several.

    Args:
        commands: What the keys do, row by row.
        columns: How many stand side by side at most.
        label: Cells kept for the words of a key, so that what is said stands in one column.
        id: Id of the widget.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "KeyRows { height: auto; width: 1fr; pointer: pointer; }"

    def __init__(self, commands: Sequence[Command], *, columns: int = 1, label: int = 0, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        super().__init__(markup=False, id=id)
        self._commands, self._columns, self._label = commands, columns, label
        self._said: Mapping[str, str] = {}
        self._tap = Tap()

    def tell(self, said: Mapping[str, str]) -> None:
        """Show what is said.

        Args:
            said: What is said, by action; what is not there is not said.
        """
        self._said = said
        self._write()

    def on_resize(self) -> None:
        """Use the room there is."""
        self._write()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins."""
        self._tap.begin(self._thing_at(event))

    async def on_click(self, event: events.Click) -> None:
        """Do what the tapped key does."""
        command = self._thing_at(event)
        if command is not None and self._tap.ends_on(command):
            await self.screen.run_action(command.action)

    def _thing_at(self, event: events.MouseEvent) -> Command | None:
        """Give the command under the pointer."""
        at = event.y * self._across + min(event.x // max(1, self._width), self._across - 1)
        return self._commands[at] if 0 <= at < len(self._commands) else None

    @property
    def _across(self) -> int:
        """How many stand side by side in the room there is."""
        widest = max(len(command.words) for command in self._commands) + _AROUND
        return max(1, min(self._columns, self.size.width // widest))

    @property
    def _width(self) -> int:
        """Cells of one column."""
        return self.size.width // self._across

    def _write(self) -> None:
        if self.size.width:
            parts = [self._part(command) for command in self._commands]
            self.update(Content("\n").join(Content("").join(row) for row in _rows(parts, self._across)))

    def _part(self, command: Command) -> Content:
        said = self._said.get(command.action, "")
        words = f"{command.words:<{self._label}}"
        key = f"{key_sign(command)} "
        room = max(0, self._width - len(key) - len(words) - 1)
        part = Content.assemble(
            (key, "bold $accent"),
            (words, "" if said else "$foreground 80%"),
            " ",
            (shortened(said, room), "bold $success"),
        )
        return part.pad_right(max(0, self._width - part.cell_length))


def _rows(parts: Sequence[Content], columns: int) -> list[Sequence[Content]]:
    return [parts[start : start + columns] for start in range(0, len(parts), columns)]
