"""Help: every key of the screen it was asked on, and of no other, with its sentence."""

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from board.screens.parts.calm import CalmDialog
from board.screens.parts.keys_here import KeysHere
from board.widgets.browser import TOUCH_CLASS
from board.widgets.command import Command, KeyGroup, Legend, bindings, commands_of, key_signs
from board.widgets.key_bar import KeyBar
from board.widgets.menu_rows import MenuRows

_NARROW = 56
"""Columns of the page below which a sentence stands under its key and not beside it."""

_GAP = "  "
"""Between the words of a command and its sentence."""

_MOST_WORDS = 24
"""Cells for the words of a command; longer ones push their own sentence to the right."""

_MARGIN = "  "

_BACK = "Esc goes back; so do q, Enter, ? and a tap."

_Line = tuple[tuple[str, ...], str, str]
"""The keys of a command, its words and its sentence."""


class HelpScreen(CalmDialog[str]):
    """Every key and every sign of one screen on one page; where fingers touch it, each key is a row that presses it.

    It is left with the key to press on that screen, None where it was only read.

    Args:
        here: What there is on that screen.
    """

    CSS_PATH = "help.tcss"
    KEYS = (
        KeyGroup(
            "Help", (Command("dismiss", "escape,q,enter,question_mark,f1", "Back", "Go back to where you were."),)
        ),
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, here: KeysHere) -> None:
        super().__init__()
        self._here = here

    def compose(self) -> ComposeResult:
        """One scrolling page."""
        with VerticalScroll():
            if self._is_touched:
                yield MenuRows(self._here.groups)
            yield Static(id="told", markup=False)
        if self._is_touched:
            yield KeyBar((commands_of(self.KEYS)[0]._replace(shown=1, sign="Esc"),), has_menu=False)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()

    def on_resize(self) -> None:
        """Break the sentences anew, once the page has its new width."""
        self.later.once_painted(self._write)

    def on_click(self) -> None:
        """A tap goes back; a finger has a button for that."""
        if not self._is_touched:
            self.dismiss(None)

    @on(MenuRows.Chosen)
    def press(self, event: MenuRows.Chosen) -> None:
        """Go back, and let the key of the tapped row be pressed there."""
        self.dismiss(event.key)

    @property
    def _is_touched(self) -> bool:
        return self.app.has_class(TOUCH_CLASS)

    def _write(self) -> None:
        width = self.query_one(VerticalScroll).scrollable_content_region.width
        told = _signs(self._here, width) if self._is_touched else _page(self._here, width)
        self.query_one("#told", Static).update(Content("\n").join(told))


def _signs(here: KeysHere, width: int) -> Iterator[Content]:
    """Give what there is to read, where the keys are rows of their own."""
    for sentence in (sentence for group in here.groups for sentence in group.told):
        yield from map(Content, _wrapped(sentence, _MARGIN, width))
    for legend in here.legends:
        yield from _legend(legend, width)


def _page(here: KeysHere, width: int) -> Iterator[Content]:
    yield Content.styled("Keys of this screen", "bold")
    yield from map(Content, _wrapped(_BACK, "", width))
    lines = [list(_lines(group.commands)) for group in here.groups]
    across = max((len(" ".join(keys)) for each in lines for keys, _, _ in each), default=0)
    words = min(_MOST_WORDS, max((cell_len(said) for each in lines for _, said, _ in each), default=0))
    for group, each in zip(here.groups, lines, strict=True):
        yield Content()
        yield Content.styled(group.title, "bold $accent")
        for line in each:
            yield from _key(line, across, words, width)
        for sentence in group.told:
            yield from map(Content, _wrapped(sentence, _MARGIN, width))
    for legend in here.legends:
        yield from _legend(legend, width)


def _lines(commands: Iterable[Command]) -> Iterator[_Line]:
    """Give the commands; neighbours of one sense, such as digits, share a line."""
    for (words, told), same in groupby(commands, lambda command: (command.words, command.help)):
        yield tuple(sign for command in same for sign in key_signs(command)), words, told


def _legend(legend: Legend, width: int) -> Iterator[Content]:
    yield Content()
    yield Content.styled(legend.title, "bold $accent")
    across = max(len(sign) for sign, _ in legend.rows)
    for sign, meaning in legend.rows:
        first, *more = _wrapped(f"{sign:<{across}}   {meaning}", _MARGIN, width, " " * (across + 5))
        yield from (Content(line) for line in (first, *more))
    for sentence in legend.told:
        yield from map(Content, _wrapped(sentence, _MARGIN, width))


def _key(line: _Line, across: int, room: int, width: int) -> Iterator[Content]:
    keys, words, told = " ".join(line[0]), line[1], line[2]
    if width < _NARROW:
        yield Content.assemble(_MARGIN, (keys, "bold"), f"  {words}")
        yield from map(Content, _wrapped(told, _MARGIN * 2, width))
        return
    before = f"{words:<{room}}{_GAP}"
    beside = " " * len(f"{_MARGIN}{keys:<{across}}{_GAP}{before}")
    first, *more = _wrapped(told, beside, width)
    yield Content.assemble(_MARGIN, (f"{keys:<{across}}{_GAP}", "bold"), before, first.lstrip())
    yield from map(Content, more)


def _wrapped(text: str, margin: str, width: int, behind: str = "") -> list[str]:
    return textwrap.wrap(
        text, max(20 + len(margin), width - 1), initial_indent=margin, subsequent_indent=behind or margin
    )
