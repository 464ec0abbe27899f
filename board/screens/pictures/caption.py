"""What a child says about a picture, asked for beside the picture itself."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, Static

from board.art.cells import Pixels
from board.deeds.pictures import CAPTION_LIMIT
from board.mastery.people import clean_line
from board.screens.parts.calm import CalmDialog
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.one_line import OneLine
from board.widgets.pixel_picture import PixelPicture
from board.words import MY_PICTURE_SHOWS

_KEYS = (
    Command("keep", "enter", "Keep", "Keep these words; there need not be any.", 1),
    Command("leave", "escape", "Back", "Go back; everything stays as it was.", 2, "esc"),
)

PX = 24
"""Side of the square the picture fits into, in px of half a cell."""


class CaptionScreen(CalmDialog[str | None]):
    """Asks for the words about a picture; gives them, empty for none, or None when it was left.

    Args:
        picture: The picture.
        caption: The words so far.
    """

    CSS_PATH = "caption.tcss"
    KEYS = (KeyGroup("Words for a picture", _KEYS),)
    BINDINGS = bindings(KEYS)
    TIMES_AS_LONG: ClassVar[int] = 1
    VERTICAL_BREAKPOINTS = [(0, "-low"), (23, "-high")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, picture: Pixels, caption: str) -> None:
        super().__init__()
        self._picture, self._caption = picture, caption

    def compose(self) -> ComposeResult:
        """The picture, the words, buttons."""
        with Vertical():
            yield PixelPicture(self._picture)
            yield Static(f"{MY_PICTURE_SHOWS} ...", markup=False)
            yield OneLine(self._caption, max_length=CAPTION_LIMIT, select_on_focus=False)
            with Horizontal():
                yield Button("✓ Keep  Enter", variant="success", id="keep")
                yield Button("← Back  Esc", id="back")

    @property
    def holds_work(self) -> bool:
        """Whether the words are others now."""
        return self.query_one(OneLine).value != self._caption

    def put_away(self) -> None:
        """Keep the words where they are others now."""
        if self.holds_work:
            self.action_keep()

    @on(Input.Submitted)
    @on(Button.Pressed, "#keep")
    def action_keep(self) -> None:
        """Give what was said."""
        self.dismiss(clean_line(self.query_one(Input).value))

    @on(Button.Pressed, "#back")
    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)
