"""The line of keys at the foot of a screen; each key can be tapped."""

from collections.abc import Iterable
from itertools import accumulate

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.widgets import Static

from board.widgets.command import Command, key_sign
from board.widgets.tapping import Tap


class KeyBar(Static):
    """Shows keys with their words, as many as fit, and does what is tapped.

    One widget instead of Textual's Footer with one for each key: it is up sooner.

    Args:
        commands: What to show; where room is short, what is to be shown soonest stays.
        id: Id of the widget.
    """

    DEFAULT_CSS = """
    KeyBar {
        height: 1;
        background: $panel;
        color: $foreground;
        pointer: pointer;
    }
    """

    def __init__(self, commands: Iterable[Command], *, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        self._commands = [command for command in commands if command.shown]
        self._fitting: list[Command] = []
        self._ends: list[int] = []
        self._tap = Tap()
        super().__init__(id=id, markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Use the room there is: keys stand closer where it is narrow, and the least wanted are left out."""
        room = event.size.width
        self._fitting = _fitting(self._commands, room)
        parts = [_part(command, "  ") for command in self._fitting]
        if len(self._fitting) < len(self._commands) or sum(cell_len(part.plain) for part in parts) > room:
            parts = [_part(command, " ") for command in self._fitting]
        self._ends = list(accumulate(cell_len(part.plain) for part in parts))
        self.update(Content("").join(parts), layout=False)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins."""
        self._tap.begin(self._thing_at(event))

    def _thing_at(self, event: events.MouseEvent) -> Command | None:
        """Give the command under the pointer."""
        ends = zip(self._fitting, self._ends, strict=True)
        return next((command for command, end in ends if event.x < end), None)

    async def on_click(self, event: events.Click) -> None:
        """A tapped key does what the key does on this screen."""
        command = self._thing_at(event)
        if command is not None and self._tap.ends_on(command):
            await self.screen.run_action(command.action)


def _part(command: Command, gap: str) -> Content:
    return Content.assemble(gap, (key_sign(command), "bold $accent"), f" {command.words}")


def _fitting(commands: list[Command], room: int) -> list[Command]:
    """Give the commands there is room for, in their own order."""
    kept: set[Command] = set()
    for command in sorted(commands, key=lambda command: command.shown):
        room -= cell_len(_part(command, " ").plain)
        if room < 0:
            break
        kept.add(command)
    return [command for command in commands if command in kept]
