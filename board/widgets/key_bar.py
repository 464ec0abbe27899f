"""The line of keys at the foot of a screen; each key can be tapped."""

from collections.abc import Iterable

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from board.commands import Command, key_sign


class KeyBar(Static):
    """Shows keys with their words, as many as fit, and asks for what is tapped.

    One widget instead of Textual's Footer with one for each key: it is up sooner.

    Args:
        commands: What to show, in order of importance.
    """

    DEFAULT_CSS = """
    KeyBar {
        height: 1;
        background: $panel;
        color: $foreground;
        pointer: pointer;
    }
    """

    class Tapped(Message):
        """A key was tapped: its action is wanted."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, commands: Iterable[Command]) -> None:
        self._commands = [command for command in commands if command.shown]
        self._ends: list[int] = []
        super().__init__(self._line(), markup=False)

    def _line(self) -> Content:
        parts: list[Content] = []
        end = 0
        for command in self._commands:
            parts.append(Content.assemble((f" {key_sign(command)}", "bold $accent"), f" {command.words} "))
            end += cell_len(parts[-1].plain)
            self._ends.append(end)
        return Content("").join(parts)

    def on_click(self, event: events.Click) -> None:
        """Ask for the tapped key's action."""
        for command, end in zip(self._commands, self._ends, strict=True):
            if event.x < end:
                self.post_message(self.Tapped(command.action))
                return
