"""One title, to be written or changed: of a unit or a level."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from board.mastery.people import NAME_LIMIT, clean_name
from board.screens.parts.calm import CalmDialog
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.one_line import OneLine

_KEYS = (
    Command("keep", "enter,ctrl+s", "Keep", "Keep the title.", 1, "enter"),
    Command("leave", "escape", "Leave", "Leave; nothing is changed.", 2, "esc"),
)


class TitleForm(CalmDialog[None]):
    """Asks for a title; it stays open, with what was typed, until it is kept or left.

    Args:
        about: What the title is for.
        title: The title as it is, empty for a new one.
        keep: Called with the title; tells whether it is kept.
    """

    CSS_PATH = "title_form.tcss"
    KEYS = (KeyGroup("A title", _KEYS),)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "Input"

    def __init__(self, about: str, title: str, keep: Callable[[str], bool]) -> None:
        super().__init__()
        self._about, self._title, self._keep = about, title, keep

    def compose(self) -> ComposeResult:
        """What it is for, the line, keys."""
        with Vertical():
            yield Static(self._about, id="about", markup=False)
            yield OneLine(self._title, "a word or two", max_length=NAME_LIMIT, compact=True, select_on_focus=False)
            yield KeyBar(_KEYS)

    @on(Input.Submitted)
    def keep(self) -> None:
        """Keep it."""
        self.action_keep()

    def action_keep(self) -> None:
        """Keep what was written; an empty title is none, and is not kept."""
        title = clean_name(self.query_one(Input).value)
        if title and (title == self._title or self._keep(title)):
            self.dismiss(None)

    @property
    def holds_work(self) -> bool:
        """Whether the title is another now."""
        return self.query_one(OneLine).value != self._title

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)
