"""A picture to start drawing from, chosen among the starter art."""

from collections.abc import Mapping
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from board.screens.parts.calm import CalmDialog
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.picture import Painted, PictureChoice

_KEYS = (
    Command("take", "enter", "Take it", "Start from this picture.", 1),
    Command("leave", "escape", "Back", "Go back; what is drawn stays.", 2, "esc"),
    Command("go(1)", "right", "Next", "Look at the next picture.", 3, "→"),
    Command("go(-1)", "left", "Before", "Look at the picture before.", 4, "←"),
)


class StarterChoice(CalmDialog[str | None]):
    """Shows the starter art; gives the name of a picture, or None.

    Args:
        starters: Pictures by name, at least one.
        painted: Where their pixels come from.
        first: Name of the picture to show first; any where it is not among them.
    """

    CSS_PATH = "starter.tcss"
    KEYS = (KeyGroup("A picture to start from", _KEYS),)
    BINDINGS = bindings(KEYS)

    def __init__(self, starters: Mapping[str, Path], painted: Painted, first: str) -> None:
        super().__init__()
        self._starters, self._painted = starters, painted
        self._first = first if first in starters else next(iter(starters))

    def compose(self) -> ComposeResult:
        """What is asked, the pictures, two big buttons, keys."""
        with Vertical():
            yield Static("Start from a picture", markup=False)
            yield PictureChoice(self._painted, self._starters, self._first)
            with Horizontal():
                yield Button("✓ Take it", variant="success", id="take")
                yield Button("← Back", id="back")
            yield KeyBar(_KEYS)

    def action_go(self, by: int) -> None:
        """Look at another picture, wherever the focus is."""
        self.query_one(PictureChoice).action_go(by)

    @on(PictureChoice.Kept)
    @on(Button.Pressed, "#take")
    def action_take(self) -> None:
        """Give the picture in the middle; where there is none, nothing is changed."""
        self.dismiss(self.query_one(PictureChoice).chosen or None)

    @on(Button.Pressed, "#back")
    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)
