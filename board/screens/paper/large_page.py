"""A page of paper as large as the window is."""

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from board.screens.parts.calm import CalmDialog
from board.screens.parts.keys_here import does_nothing
from board.widgets.command import Command, KeyGroup, bindings, commands_of
from board.widgets.key_bar import FingerBar
from board.widgets.page_preview import Draw, PagePreview

_KEYS = "PgUp PgDn another page · any other key goes back"

_BACK = Command("dismiss", "escape", "Back", "Go back.", sign="Esc")
"""Where fingers touch; a keyboard has any other key for it."""


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
    KEYS = (
        KeyGroup(
            "One page",
            (
                Command("turn(1)", "pagedown,right,down,space", "Next page", "Look at the next page."),
                Command("turn(-1)", "pageup,left,up", "Page before", "Look at the page before."),
            ),
            ("Any other key goes back.",),
        ),
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, draw: Draw, page: int) -> None:
        super().__init__()
        self._draw, self._page = draw, page

    def compose(self) -> ComposeResult:
        """The page, and how to go on."""
        yield PagePreview()
        yield Static(_KEYS, id="keys", markup=False)
        yield FingerBar((*commands_of(self.KEYS), _BACK), has_menu=False)

    def on_mount(self) -> None:
        """Draw the page."""
        self.query_one(PagePreview).show(self._draw, page=self._page)

    def action_turn(self, by: int) -> None:
        """Show another page."""
        self.query_one(PagePreview).turn(by)

    def on_key(self, event: events.Key) -> None:
        """Any other key goes back, and does nothing else."""
        if does_nothing(event, self):
            self.dismiss()

    def on_click(self) -> None:
        """Go back."""
        self.dismiss()
