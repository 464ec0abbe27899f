"""The class is not there just now: nobody's fault, and it comes back by itself."""

from typing import Any, ClassVar

from textual.app import App, ComposeResult

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


def rest_or_go_on(app: App[Any], *, is_away: bool, may_rest: bool = True) -> None:
    """Show that the class is away, or no longer.

    Args:
        app: The app of that class.
        is_away: Whether it is away now.
        may_rest: Whether it may be shown: an adult who is choosing is left alone.
    """
    shown = next((screen for screen in app.screen_stack if isinstance(screen, Away)), None)
    if shown is not None and not is_away:
        shown.dismiss()
    elif shown is None and is_away and may_rest:
        app.push_screen(Away())
