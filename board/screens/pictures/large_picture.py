"""One picture as large as the window is, to look for a name or a face."""

import asyncio
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from board.screens.files.shown import Shown, shown
from board.screens.parts.calm import CalmDialog
from board.screens.parts.keys_here import does_nothing
from board.store.book import Kept
from board.widgets.command import Command, KeyGroup, bindings, commands_of
from board.widgets.key_bar import FingerBar
from board.widgets.pixel_picture import PixelPicture

BACK = Command("dismiss", "escape", "Back", "Go back.", sign="Esc")
"""Where fingers touch; a keyboard has any other key for it."""

VIEWER = Command("viewer", "o", "Open", "Open the picture in another window.")
_KEYS = "o opens it in another window · any other key goes back"
_SHOWN = {
    Shown.IN_BROWSER: "It comes up in your browser, where you can keep it.",
    Shown.HERE: "Opened in another window.",
    Shown.NOWHERE: "No other window came up; the picture is {path}",
}
_NAME = "picture.png"
_NOT_HERE = "This picture has not arrived on this computer yet, or it is damaged; board check says which."


class LargePicture(CalmDialog[None]):
    """Shows one picture until a key is pressed.

    Args:
        pictures: The pictures of the class.
        content: Its content id.

    Attributes:
        pictures: The pictures.
        content: Content id of the one that is shown.
    """

    CSS_PATH = "large_picture.tcss"
    KEYS = (
        KeyGroup(
            "One picture",
            (VIEWER,),
            ("Any other key goes back.",),
        ),
    )
    BINDINGS = bindings(KEYS)
    WORDS: ClassVar[int] = 1
    """Lines of the screen that are not the picture's."""

    def __init__(self, pictures: Kept, content: str) -> None:
        super().__init__()
        self.pictures, self.content = pictures, content

    def compose(self) -> ComposeResult:
        """The picture, and how to go on."""
        yield PixelPicture()
        yield Static(_KEYS, id="keys", markup=False)
        yield FingerBar((*commands_of(self.KEYS), BACK))

    def on_resize(self, event: events.Resize) -> None:
        """Use the room there is."""
        self.show(event.size)

    def on_key(self, event: events.Key) -> None:
        """Any other key goes back, and does nothing else."""
        if does_nothing(event, self):
            self.dismiss()

    def on_click(self) -> None:
        """Go back."""
        self.dismiss()

    def action_viewer(self) -> None:
        """Open the picture in the system's own viewer."""
        self._open()

    def show(self, size: Size) -> None:
        """Show the picture as large as it may be on a screen of this size."""
        self._show(max(2, min(size.width, 2 * (size.height - self.WORDS))))

    @work(exclusive=True, exit_on_error=False, group="show")
    async def _show(self, px: int) -> None:
        from board.art.preview import picture_in  # noqa: PLC0415 - Pillow is loaded when there is something to show

        try:
            png = await asyncio.to_thread(self.pictures.read, self.content)
            self.query_one(PixelPicture).pixels = await asyncio.to_thread(picture_in, png, px)
        except OSError:
            self._say(_NOT_HERE)

    @work(exit_on_error=False, group="open")
    async def _open(self) -> None:
        try:
            path = await asyncio.to_thread(self.pictures.to_view, self.content)
        except OSError:
            self._say(_NOT_HERE)
            return
        self._say(_SHOWN[await asyncio.to_thread(shown, self.app, path, _NAME)].format(path=path))

    def _say(self, said: str) -> None:
        self.query_one("#keys", Static).update(Content(said))
