"""A page of paper as large as the window is."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from board.screens.parts.calm import CalmDialog
from board.widgets.page_preview import Draw, PagePreview

_KEYS = "PgUp PgDn another page · any other key goes back"


class LargePage(CalmDialog[None]):
    """Shows one page until a key is pressed.

    Args:
        draw: Draws its pages.
        page: Number of the page to begin with, from 0.
    """

    CSS = """
    LargePage { layout: vertical; background: $background; }
    LargePage > PagePreview { height: 1fr; }
    LargePage > #keys { height: 1; text-align: center; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,right,down,space", "turn(1)", "Next page", id="next-page"),
        Binding("pageup,left,up", "turn(-1)", "Page before", id="page-before"),
    ]

    def __init__(self, draw: Draw, page: int) -> None:
        super().__init__()
        self._draw, self._page = draw, page

    def compose(self) -> ComposeResult:
        """The page, and how to go on."""
        yield PagePreview()
        yield Static(_KEYS, id="keys", markup=False)

    def on_mount(self) -> None:
        """Draw the page."""
        self.query_one(PagePreview).show(self._draw, page=self._page)

    def action_turn(self, by: int) -> None:
        """Show another page."""
        self.query_one(PagePreview).turn(by)

    def on_key(self, event: events.Key) -> None:
        """Go back, unless the key turns the page."""
        if event.key not in ("pagedown", "right", "down", "space", "pageup", "left", "up"):
            event.stop()
            event.prevent_default()
            self.dismiss()

    def on_click(self) -> None:
        """Go back."""
        self.dismiss()
