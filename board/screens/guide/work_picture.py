"""A picture of a child's work, as large as the room it is given."""

import asyncio

from textual import work
from textual.message import Message

from board.store.book import Kept
from board.widgets.pixel_picture import PixelPicture


class WorkPicture(PixelPicture):
    """One picture of the class, or nothing; nothing about it tells whose it is.

    Args:
        pictures: The pictures of the class.
        content: Content id of the one to begin with, empty for none.
        id: Id of the widget.
    """

    class Unreadable(Message):
        """The picture is damaged, or has not come to this computer yet."""

    def __init__(self, pictures: Kept, content: str = "", *, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        super().__init__(id=id)
        self._pictures, self._content = pictures, content

    def show(self, content: str) -> None:
        """Show another picture, or nothing."""
        if content != self._content:
            self._content, self.pixels = content, None
            self._load()

    def on_resize(self) -> None:
        """Use the room there is."""
        self._load()

    def _long_side(self) -> int:
        """Give how many px the longer side of the picture has room for."""
        across, down = self.size.width, 2 * self.size.height
        width, height = self._pictures.size(self._content) if self._content else (0, 0)
        if min(width, height) <= 0:
            return min(across, down)
        return max(width, height) * min(across * height, down * width) // (width * height)

    @work(exclusive=True, exit_on_error=False, group="work")
    async def _load(self) -> None:
        from board.art.preview import picture_in  # noqa: PLC0415 - Pillow is loaded when there is something to show

        content, px = self._content, self._long_side()
        if not content or px < 2:  # noqa: PLR2004 - a cell is two px high
            return
        try:
            png = await asyncio.to_thread(self._pictures.read, content)
            self.pixels = await asyncio.to_thread(picture_in, png, px - px % 2)
        except OSError:
            self.post_message(self.Unreadable())
