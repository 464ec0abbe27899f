"""The line of keys at the foot of a screen; each key can be tapped."""

from collections.abc import Iterable
from itertools import accumulate

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
        super().__init__(markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Use the room there is: keys stand closer where it is narrow."""
        for gap in ("  ", " "):
            parts = [_part(command, gap) for command in self._commands]
            self._ends = list(accumulate(cell_len(part.plain) for part in parts))
            if self._ends[-1] <= event.size.width:
                break
        self.update(Content("").join(parts), layout=False)

    def on_click(self, event: events.Click) -> None:
        """Ask for the tapped key's action."""
        for command, end in zip(self._commands, self._ends, strict=True):
            if event.x < end:
                self.post_message(self.Tapped(command.action))
                return


def _part(command: Command, gap: str) -> Content:
    return Content.assemble(gap, (key_sign(command), "bold $accent"), f" {command.words}")
