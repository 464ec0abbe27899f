"""One sentence that must be read before anything else is done: keys that were meant for what is gone do nothing."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from board.screens.parts.calm import CalmDialog
from board.widgets.command import Command, KeyGroup, bindings, commands_of
from board.widgets.key_bar import FingerBar


class Notice(CalmDialog[None]):
    """Says one sentence until Enter or Esc is pressed.

    Args:
        said: The sentence.
    """

    CSS_PATH = "notice.tcss"
    KEYS = (KeyGroup("Read this first", (Command("dismiss", "enter,escape", "Go on", "Go on."),)),)
    BINDINGS = bindings(KEYS)

    def __init__(self, said: str) -> None:
        super().__init__()
        self._said = said

    def compose(self) -> ComposeResult:
        """The sentence, and how to go on."""
        with Vertical():
            yield Static(self._said, markup=False)
            yield Static("Enter goes on.", id="on", markup=False)
            yield FingerBar(commands_of(self.KEYS), has_menu=False)
