"""Help: every key with its sentence, and what the signs mean; read from the one table of commands."""

import textwrap
from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from board import commands, words
from board.mastery.progress import Status
from board.screens.parts.calm import CalmDialog
from board.screens.pictures.keys import PICTURES

_WORDS_AT, _HELP_AT = 13, 31
"""Columns where a command's words and its sentence start."""

_PARTS = (
    ("Marking", commands.MARKING),
    ("Choosing and finding", commands.CHOOSING),
    ("Looking", commands.LOOKING),
    ("The board", (*commands.BOARD, commands.HELP)),
    ("Moving", commands.MOVING),
    *commands.SCREENS.items(),
    ("A child's own pictures", PICTURES),
)


class HelpScreen(CalmDialog[None]):
    """Every key and every sign on one page."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "dismiss", "Back", id="back"),
    ]

    def compose(self) -> ComposeResult:
        """One scrolling page."""
        with VerticalScroll():
            yield Static(markup=False)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()

    def on_resize(self) -> None:
        """Break the sentences anew, once the page has its new width."""
        self.call_after_refresh(self._write)

    def _write(self) -> None:
        self.query_one(Static).update(_page(self.query_one(VerticalScroll).scrollable_content_region.width))


def _page(width: int) -> Content:
    lines = [Content.styled("Keys and signs", "bold"), Content("Esc goes back."), Content()]
    lines += _signs()
    for title, group in _PARTS:
        lines += [Content(), Content.styled(title, "bold $accent"), *_keys(group, width)]
    lines += [
        Content(),
        Content(
            "Tap or click a spot to go there; tap it again to mark it Got it. Tap a name to choose the child, tap the "
            "title of a step to choose everyone, or drag over spots. Every mark is on the disk when you see it."
        ),
    ]
    return Content("\n").join(lines)


def _signs() -> Iterable[Content]:
    yield Content.styled("Signs of the overview", "bold $accent")
    for status in Status:
        step, boss = (words.glyph(status, boss=boss) for boss in (False, True))
        yield Content(f"  {step} {boss}   {words.FOR_ADULTS[status]}")
    yield Content(f"  {words.AWAY}     Away today, behind a name")
    yield Content(
        f"  {words.CHOSEN}     Chosen, behind a name and in the corner of a sticker; in the overview [ ] {{ }}"
    )
    yield Content("  ▌     Where you are, before a name; a frame around a sticker, in the overview ▐ ▌")
    yield Content("  The second sign is for a Boss, the task that ends a level.")


def _keys(group: tuple[commands.Command, ...], width: int) -> Iterable[Content]:
    for command in group:
        first, *more = textwrap.wrap(command.help, max(20, width - _HELP_AT - 1))
        named = f"{command.words:<{_HELP_AT - _WORDS_AT}}"
        yield Content.assemble((f"  {commands.key_sign(command):<{_WORDS_AT - 2}}", "bold"), named, first)
        yield from (Content(" " * _HELP_AT + line) for line in more)
