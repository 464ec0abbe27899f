"""The class is not there just now: nobody's fault, and it comes back by itself."""

from typing import ClassVar

from textual.app import ComposeResult

from board.screens.parts.calm import Calm
from board.widgets.big_sign import BigSign
from board.widgets.command import KeyGroup

_RESTS = "The board sleeps a little. It wakes up by itself."


class Away(Calm[None]):
    """Says to nobody in particular that the class can't be reached, and takes no key; whoever put it up takes it away."""

    CSS_PATH = "away.tcss"
    KEYS = (KeyGroup("The board sleeps", told=("It goes on by itself when the class folder is there again.",)),)
    ALLOW_SELECT: ClassVar[bool] = False

    def compose(self) -> ComposeResult:
        """A moon, and a sentence for those who read."""
        yield BigSign(_RESTS, "rest")

    @property
    def is_for_children(self) -> bool:
        """Children look."""
        return True

    def take_pasted(self, text: str) -> bool:  # noqa: ARG002 - there is no place for it
        """Take no text, and say nothing of it."""
        return True
