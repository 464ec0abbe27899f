"""Keys that stand side by side on one widget: each can be tapped, and shows that it is pressed where fingers touch."""

from abc import abstractmethod

from textual import events
from textual.widgets import Static

from board.widgets.command import Command
from board.widgets.tapping import Tap


class TappedKeys(Static):
    """Several keys on one widget; a tap does what its key does on this screen.

    Args:
        id: Id of the widget.

    Attributes:
        pressed: The key that is pressed just now, None for none.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        super().__init__(markup=False, id=id)
        self.pressed: Command | None = None
        self._tap = Tap()

    @abstractmethod
    def thing_at(self, x: int, y: int) -> Command | None:
        """Give the command a tap on a cell means.

        Args:
            x: Cells from the left of what it shows.
            y: Lines from its top.
        """

    @abstractmethod
    def show_press(self) -> None:
        """Show which key is pressed now, where that is shown."""

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins, and show it."""
        self.pressed = self._thing_at(event)
        self._tap.begin(self.pressed)
        self.show_press()

    def on_mouse_up(self) -> None:
        """Show that nothing is pressed any more."""
        self._let_go()

    def on_leave(self) -> None:
        """A finger that goes elsewhere presses nothing."""
        self._let_go()

    async def on_click(self, event: events.Click) -> None:
        """A tapped key does what the key does on this screen."""
        command = self._thing_at(event)
        if command is not None and self._tap.ends_on(command):
            await self.screen.run_action(command.action)

    def _thing_at(self, event: events.MouseEvent) -> Command | None:
        return self.thing_at(int(event.x) - self.gutter.left, int(event.y) - self.gutter.top)

    def _let_go(self) -> None:
        if self.pressed is not None:
            self.pressed = None
            self.show_press()
