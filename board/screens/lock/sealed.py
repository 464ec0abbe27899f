"""Screens that nothing leads out of but their own keys: no key of the app works there, and nothing can be pasted."""

from typing import ClassVar

from textual import events
from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.screen import ScreenResultType

from board.screens.parts.calm import Calm


class Sealed(Calm[ScreenResultType]):
    """A calm screen before which anybody may stand."""

    ALLOW_SELECT: ClassVar[bool] = False

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        """The keys of the screen alone; what the app's would do is for adults."""
        return [(node, keys) for node, keys in super()._binding_chain if node is not self.app]

    @property
    def is_for_children(self) -> bool:
        """Anybody may look."""
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show no page of help, which says more than a child needs."""
        return action != "help" and super().check_action(action, parameters)

    def on_paste(self, event: events.Paste) -> None:
        """Take nothing; a pasted line is no hand that types."""
        event.stop()
        event.prevent_default()
