"""A page of paper, drawn small in the cells there are; drawn in the background, so that nothing waits for it."""

from collections.abc import Callable
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from board.errors import Refusal
from board.paper.preview import Preview
from board.widgets.pixel_picture import PixelPicture
from board.widgets.slowly import slowly

_SETTLED = 0.15
"""Seconds after a change before it is drawn anew, so that going through a list stays quick."""

Draw = Callable[[int, int, int], Preview]
"""Draws the page of a number, from 0, into so many pixels across and down."""


class PagePreview(Vertical):
    """Shows one page, and which of how many it is; where there is none, why."""

    DEFAULT_CSS = """
    PagePreview {
        & > PixelPicture { height: 1fr; background: $surface; }
        & > Static { height: auto; max-height: 5; text-align: center; color: $foreground 80%; }
    }
    """

    class Drawn(Message):
        """A page is drawn, or there is none, and `said` tells why."""

        def __init__(self, preview: Preview | None, said: str) -> None:
            super().__init__()
            self.preview, self.said = preview, said

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        super().__init__(id=id)
        self._draw: Draw | None = None
        self._page = 0
        self._pages: int | None = None
        self._settling: Timer | None = None
        self._is_drawing = self._is_old = False

    def compose(self) -> ComposeResult:
        """The page, and words under it."""
        yield PixelPicture()
        yield Static(markup=False)

    def show(self, draw: Draw | None, *, page: int | None = None) -> None:
        """Show other pages.

        Args:
            draw: Draws them, in a thread of its own; None leaves what is shown.
            page: Number of the page to begin with, from 0; None stays on the same.
        """
        self._draw = draw or self._draw
        self._pages = None
        self._page = self._page if page is None else page
        self._look_again()

    def renew(self, draw: Draw) -> None:
        """Show the same page as it is now: at once, or as soon as the one that is being drawn is there.

        Args:
            draw: Draws it, in a thread of its own.
        """
        self._draw = draw
        self._is_old = self._settling is None and self._is_drawing
        if self._settling is None and not self._is_old:
            self._start()

    @property
    def page(self) -> int:
        """Number of the page that is shown, from 0."""
        return self._page

    def turn(self, by: int) -> None:
        """Show another page."""
        last = self._page + by if self._pages is None else self._pages - 1
        self._page = max(0, min(self._page + by, last))
        self._look_again()

    def on_resize(self) -> None:
        """Use the room there is."""
        self._look_again()

    @on(Drawn)
    def show_drawn(self, event: Drawn) -> None:
        """Show what was drawn."""
        event.stop()
        self._is_drawing = False
        self.query_one(PixelPicture).pixels = None if event.preview is None else event.preview.pixels
        if event.preview is not None:
            self._page, self._pages = event.preview.page, event.preview.pages
        self.query_one(Static).update(Content(event.said))
        if self._is_old:
            self._start()

    def _look_again(self) -> None:
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(_SETTLED, self._start)

    def _start(self) -> None:
        self._settling, self._is_old = None, False
        room = self.query_one(PixelPicture).size
        if self._draw is not None and room.width > 1 and room.height > 1:
            self._is_drawing = True
            self._draw_page(self._draw, self._page, room.width, 2 * room.height)

    @work(exit_on_error=False, exclusive=True, group="preview")
    async def _draw_page(self, draw: Draw, page: int, width: int, height: int) -> None:
        try:
            preview = await slowly(self.app, partial(draw, page, width, height))
            self.post_message(self.Drawn(preview, _words_under(preview)))
        except (Refusal, ValueError) as problem:
            self.post_message(self.Drawn(None, str(problem)))


def _words_under(preview: Preview) -> str:
    whose = f"{preview.whose}; the others follow" if preview.whose else ""
    which = f"page {preview.page + 1} of {preview.pages} · PgDn" if preview.pages > 1 else ""
    return "  ·  ".join(filter(None, (whose, which)))
