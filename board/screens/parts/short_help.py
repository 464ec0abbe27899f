"""Short help: how to get about without ever having used a terminal."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from board.screens.parts.calm import CalmDialog

_PAGE = (
    ("Getting about", ""),
    ("↑ ↓", "go from choice to choice"),
    ("Enter", "take the choice, or go to the next line"),
    ("Tab", "go to the next part of the page; shift+Tab goes back"),
    ("ctrl+s", "go on to the next page: hold ctrl, press s"),
    ("Esc", "go back a page; what you typed stays"),
    ("mouse", "works too: click or tap anything"),
    ("", ""),
    ("Pasting", ""),
    ("ctrl+v", "pastes what you copied; or ctrl+shift+v, on a Mac cmd+v"),
    ("a file", "drag it onto this window instead of typing where it lies"),
    ("", ""),
    ("On this computer", ""),
    ("ctrl+t", "other colours: dark, light, high contrast"),
    ("", "A class is a folder. Copy it, and that is your backup."),
    ("", "Nothing is ever sent anywhere."),
)


class ShortHelp(CalmDialog[None]):
    """How to get about, on one page."""

    CSS_PATH = "short_help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter,question_mark,f1", "dismiss", "Back", id="back")]

    def compose(self) -> ComposeResult:
        """One page that scrolls where it has to."""
        with VerticalScroll():
            for sign, words in _PAGE:
                if words:
                    yield Static(Content.assemble((f"{sign:<9}" if sign else "", "bold"), words), markup=False)
                else:
                    yield Static(Content.styled(sign, "bold $accent"), markup=False)
            yield Static(Content("\nEsc goes back."), markup=False)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()

    def on_click(self) -> None:
        """A tap goes back."""
        self.dismiss(None)
