"""A page to fill in: a title, what belongs there, what is still missing, and two big buttons."""

from abc import abstractmethod
from pathlib import Path, PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ScreenResultType
from textual.widgets import Button, Checkbox, ContentSwitcher, Static, TextArea

from board.screens.parts.calm import Calm
from board.screens.parts.question import Asking, Question
from board.widgets.browser import TOUCH_CLASS
from board.widgets.command import Command, HasKeys, KeyGroup, bindings
from board.widgets.one_line import PASTING

PAGE_LOOKS = Path(__file__).with_suffix(".tcss")
"""How a page looks; pages stand in other rooms, and Textual would look for it there."""

OUR_PROMISE = ("A class is a folder. Copy it, and that is your backup.", "Nothing is ever sent anywhere.")
"""What somebody new wants to know."""


class Tick(HasKeys, Checkbox):
    """A box to tick; empty when it is off, so that it is not told by colour alone."""

    KEYS = (KeyGroup("A box to tick", (Command("toggle_button", "enter,space", "Tick", "Tick the box, or not."),)),)

    BUTTON_LEFT = BUTTON_RIGHT = ""

    def on_mount(self) -> None:
        """Show whether it is on."""
        self._show_sign()

    def watch_value(self) -> None:
        """Show whether it is on."""
        super().watch_value()
        self._show_sign()

    def _show_sign(self) -> None:
        self.BUTTON_INNER = "[x]" if self.value else "[ ]"
        self.refresh()


class Lines(HasKeys, TextArea):
    """A place for many lines, in which Tab goes on to the next part of the page.

    Args:
        example: What it may look like, shown while it is empty.
        id: Id of the widget.
    """

    KEYS = (PASTING._replace(told=("Enter begins a new line.",)),)

    class NothingCame(Message):
        """The key for pasting was pressed, and the terminal gave nothing."""

    def __init__(self, example: str, *, id: str) -> None:  # noqa: A002 - as every widget calls it
        super().__init__(placeholder=f"For example:\n\n{example}", id=id, highlight_cursor_line=False)

    def take(self, text: str) -> None:
        """Write pasted lines behind what stands here already, and go there where it is in sight.

        Args:
            text: The lines.
        """
        self.move_cursor(self.document.end)
        begun = self.document.lines[-1] if self.document.line_count else ""
        self.insert(f"\n{text}" if begun.strip() else text)
        if all(part.display for part in self.ancestors_with_self):
            self.focus()

    def action_paste(self) -> None:
        """Paste what was copied on this page; what was copied elsewhere only the terminal can paste, by its own key."""
        if self.app.clipboard:
            super().action_paste()
        else:
            self.post_message(self.NothingCame())


_ABOUT = KeyGroup(
    "Getting about",
    (
        Command("go_on", "ctrl+s", "Go on", "Do what the first button says: hold ctrl, press s."),
        Command("back", "escape", "Back", "Leave; nothing of this page is taken."),
    ),
    ("Click or tap anything. Enter takes a choice, or goes to the next line.", *OUR_PROMISE),
)


class PageScreen(Calm[ScreenResultType]):
    """A page that one fills in and goes on from; nothing typed on it is lost by accident."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = PAGE_LOOKS
    KEYS = (_ABOUT,)
    BINDINGS = [  # noqa: RUF012 - Textual's own way of giving bindings
        *bindings((_ABOUT._replace(commands=_ABOUT.commands[:1]),), priority=True),
        *bindings((_ABOUT._replace(commands=_ABOUT.commands[1:]),)),
    ]
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (70, "-wide")]  # noqa: RUF012 - as Screen has it
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - same

    GO_ON: ClassVar[str] = "Go on"
    """What the first button says."""

    def __init__(self) -> None:
        super().__init__()
        self._asking = Asking()
        self._said_of: object = None

    def compose(self) -> ComposeResult:
        """Title, page, what is missing, buttons."""
        yield Static(id="title", markup=False)
        with Vertical(id="page"):
            yield from self.compose_page()
        yield Static(id="said", markup=False)
        with Horizontal(id="buttons"):
            yield Button(f"{self.GO_ON}  ctrl+s", variant="primary", id="go-on", action="screen.go_on")
            yield Button("Back  Esc", id="back", action="screen.back")
            yield Button("···  Menu", id="menu", action="screen.help")

    @abstractmethod
    def compose_page(self) -> ComposeResult:
        """What is to be filled in."""

    @property
    def keys(self) -> tuple[KeyGroup, ...]:
        """Its keys, in the words of its own buttons."""
        return (_as_now(self, _ABOUT),)

    @abstractmethod
    def action_go_on(self) -> None:
        """Take what was filled in, or say what is missing."""

    @abstractmethod
    def action_back(self) -> None:
        """Go back."""

    @on(Lines.NothingCame)
    def say_how_to_paste(self) -> None:
        """Say how else one may paste."""
        self.say("Nothing came? Here pasting may be ctrl+shift+v, shift+insert, or a click with the right button.")

    def title_is(self, title: str) -> None:
        """Give the page a title."""
        said = title if self.app.has_class(TOUCH_CLASS) else f"{title}  ·  F1 helps"
        self.query_one("#title", Static).update(Content(said))

    @property
    @abstractmethod
    def filled(self) -> object:
        """What was filled in so far."""

    def say(self, said: str) -> None:
        """Say what is missing or can't be done; empty says nothing."""
        self._asking.forget()
        self._said_of = self.filled
        self.query_one("#said", Static).update(Content(said))

    def asked(self, question: Question) -> bool:
        """Ask a question once; true when the same was asked just before, and nothing was typed since."""
        return self._asking.is_sure(question, self.say)

    def typed(self) -> None:
        """Forget what was said when it is about something else than what stands here now."""
        if self.filled != self._said_of:
            self.say("")


def _as_now(page: PageScreen[ScreenResultType], about: KeyGroup) -> KeyGroup:
    """Give the keys of a page: the first says what its button says, and back from a later page takes nothing away."""
    go_on, back = about.commands
    go_on = go_on._replace(words=str(page.query_one("#go-on", Button).label).removesuffix("  ctrl+s"))
    if any(one.current != one.children[0].id for one in page.query(ContentSwitcher)):
        back = back._replace(help="Go back a page; what you typed stays.")
    return about._replace(commands=(go_on, back))
