"""One picture as large as the window is, to look for a name or a face."""

import asyncio

from textual import events, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from board.screens.parts.calm import CalmDialog
from board.screens.parts.keys_here import does_nothing
from board.screens.pictures.viewer import opened_in_viewer
from board.store.book import Pictures
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.pixel_picture import PixelPicture

_KEYS = "o opens it in another window · any other key goes back"
_NOT_HERE = "This picture has not arrived on this computer yet, or it is damaged; board check says which."


class LargePicture(CalmDialog[None]):
    """Shows one picture until a key is pressed.

    Args:
        pictures: The pictures of the class.
        content: Its content id.
    """

    CSS_PATH = "large_picture.tcss"
    KEYS = (
        KeyGroup(
            "One picture",
            (Command("viewer", "o", "Open", "Open the picture in another window."),),
            ("Any other key goes back.",),
        ),
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, pictures: Pictures, content: str) -> None:
        super().__init__()
        self._pictures, self._content = pictures, content

    def compose(self) -> ComposeResult:
        """The picture, and how to go on."""
        yield PixelPicture()
        yield Static(_KEYS, markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Use the room there is."""
        px = min(event.size.width, 2 * (event.size.height - 1))
        self._show(max(2, px))

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

    @work(exclusive=True, exit_on_error=False, group="show")
    async def _show(self, px: int) -> None:
        from board.art.preview import picture_in  # noqa: PLC0415 - Pillow is loaded when there is something to show

        try:
            png = await asyncio.to_thread(self._pictures.read, self._content)
            self.query_one(PixelPicture).pixels = await asyncio.to_thread(picture_in, png, px)
        except OSError:
            self._say(_NOT_HERE)

    @work(exit_on_error=False, group="open")
    async def _open(self) -> None:
        try:
            path = self._pictures.to_view(self._content)
        except OSError:
            self._say(_NOT_HERE)
            return
        opened = await asyncio.to_thread(opened_in_viewer, path)
        self._say("Opened in another window." if opened else f"No other window came up; the picture is {path}")

    def _say(self, said: str) -> None:
        self.query_one(Static).update(Content(said))
