"""Start: look around, start a class, open a class, or go on with one that is known."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Center, Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import LoadingIndicator, OptionList, Static
from textual.widgets.option_list import Option

from board.art.cells import StickerCells
from board.art.starter import step_badges
from board.errors import Refusal
from board.screens.parts.calm import Calm
from board.screens.parts.keys_here import HELP
from board.screens.parts.page import OUR_PROMISE
from board.seat.seat import Seat
from board.store.library import is_class
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.grid_plan import wrapped
from board.widgets.key_bar import KeyBar
from board.widgets.picture import Picture
from board.widgets.row_list import CalmList

_CLOSE = Command("quit", "q,ctrl+q", "Close", "Close the board.", 5)
_FOOT = (
    Command("app.focus_next", "tab", "Move", "Go to the next choice.", 2, "↑ ↓"),
    Command("open", "enter", "Choose", "Take the choice under the cursor.", 1),
    Command("app.theme", "ctrl+t", "Colours", "Go through the looks: dark, light, high contrast.", 4),
    HELP._replace(shown=3),
    _CLOSE,
)
_DOORS = (
    ("around", "Look around", "A made-up class to try everything in; o brings you back here."),
    ("new", "Start my class", "Four short pages: your class, students, steps. About five minutes."),
    ("open", "Open my class", "A class made before, or one on a stick or a shared folder."),
)
_WAY_BACK = "Try anything. The key o brings you back to the start, to make your own class."
_FIRST_KEYS = "Arrow keys move, space marks Got it, u takes it back. ? shows every key."
_BADGES = ("fish", "rocket", "castle", "globe", "pizza", "kite", "magnifier")
_ACROSS = 12
"""Pixels of a badge."""

_AROUND, _MOST_LINES = 8, 3
"""Cells beside the words about a choice, and lines for them."""

_PATIENCE = 1.0
"""Seconds until it is said that something is being made."""


class StartScreen(Calm[None]):
    """The first thing somebody sees who has no class yet, and the way to another class.

    Args:
        seat: Where one sits.
        open_class: Opens a class by its key; refuses with a sentence.
        said: A sentence to begin with, such as where the last class went.
    """

    CSS_PATH = "start.tcss"
    NO_PLACE = "Paste a list of names or of I-can lines here, or drop a file with names or the folder of a class."
    KEYS = (KeyGroup("The start", (_CLOSE,), ("Click or tap a choice, or go to it and press Enter.", *OUR_PROMISE)),)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "#doors"
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (60, "-wide"), (100, "-broad")]  # noqa: RUF012 - as Screen has it
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - same

    class Made(Message):
        """The demo class is there, or could not be made: its key, or why not."""

        def __init__(self, key: str | None, said: str = "") -> None:
            super().__init__()
            self.key, self.said = key, said

    def __init__(self, seat: Seat, open_class: Callable[[str], None], said: str = "") -> None:
        super().__init__()
        self._seat, self._library = seat, seat.library
        self._open_class, self._said = open_class, said
        self._known, self._cells = self._library.known(), StickerCells(seat.cache / "cells")
        self._choices = list(_DOORS)
        for at, one in enumerate(self._known):
            self._choices.append((f"known-{at}", f"Go on with {one.name}", _shown(one.place, seat.user)))

    def compose(self) -> ComposeResult:
        """Badges where there is room, the name, the choices, what went wrong, keys."""
        with VerticalScroll(id="middle", can_focus=False):
            with Center(id="badges"), Horizontal():
                for _ in _BADGES:
                    yield Picture(self._cells.pixels, _ACROSS)
            yield Static("Competency board", id="name", markup=False)
            yield Static("Every step a child masters, as a sticker.", id="motto", markup=False)
            yield Static(self._said, id="said", markup=False)
            with Center():
                yield CalmList(*self._doors(), id="doors", markup=False)
            yield LoadingIndicator()
        yield KeyBar(_FOOT)

    def on_mount(self) -> None:
        """Put the cursor where one most likely wants to go; paint the badges once everything else stands."""
        doors = self.query_one(OptionList)
        looked_around = is_class(self._seat.demo)
        likely = "known-0" if self._known else "new" if looked_around else "around"
        doors.highlighted = doors.get_option_index(likely)
        self.query_one(LoadingIndicator).display = False
        self._say(self._said)
        self.call_after_refresh(self._prepare_badges)

    def _doors(self) -> list[Option]:
        spaced: list[Option] = []
        for id_, title, words in self._choices:
            spaced += [Option(_door(title, words, self.app.size.width), id=id_), Option("", disabled=True)]
        return spaced[:-1]

    @on(OptionList.OptionHighlighted)
    def point(self, event: OptionList.OptionHighlighted) -> None:
        """Put a sign before the choice under the cursor, so that it is not told by colour alone."""
        for id_, title, words in self._choices:
            there = id_ == event.option_id
            event.option_list.replace_option_prompt(id_, _door(title, words, self.app.size.width, here=there))

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        """Go through the door that was chosen."""
        door = event.option_id or ""
        self.app.clear_notifications()
        self._say("")
        if door == "around":
            self._look_around()
        elif door == "new":
            self.action_new_class()
        elif door == "open":
            self.action_open_class()
        else:
            self._open(self._known[int(door.removeprefix("known-"))].key)

    def action_open(self) -> None:
        """Take the choice under the cursor."""
        self.query_one(OptionList).action_select()

    def action_new_class(self) -> None:
        """Make a new class, page by page."""
        self._make_class("")

    def _make_class(self, pasted: str) -> None:
        from board.screens.start.new_class import NewClassScreen  # noqa: PLC0415 - the start is up before its doors are loaded

        def made(key: str | None) -> None:
            if key is not None and self._open(key):
                self.app.notify(_FIRST_KEYS, title="Your class is ready", markup=False, timeout=12)

        self.put_up(NewClassScreen(self._library, self._seat.folders.documents, pasted), made)

    def action_open_class(self) -> None:
        """Choose a class that is on this computer."""
        from board.screens.start.open_class import OpenClassScreen  # noqa: PLC0415 - same

        def chosen(key: str | None) -> None:
            self._open(key)

        self.put_up(OpenClassScreen(self._seat), chosen)

    def take_pasted(self, text: str) -> bool:
        """Open a class that is dropped here; names and steps begin a new one."""
        from board.exchange.pasted_lines import Kind, kind_of  # noqa: PLC0415 - same
        from board.exchange.places import dropped_place  # noqa: PLC0415 - same

        place = dropped_place(text)
        if place is not None and is_class(place):
            self._open(str(place))
        elif kind_of(text) is not Kind.OTHER:
            self._make_class(text)
        else:
            return False
        return True

    def action_quit(self) -> None:
        """Close."""
        self.app.exit()

    def _open(self, key: str | None) -> bool:
        """Open a class; false when there is none to open, or it can't be, which is said."""
        if key is None:
            return False
        try:
            self._open_class(key)
        except Refusal as refusal:
            self._say(str(refusal))
            return False
        return True

    def _look_around(self) -> None:
        """Open the demo class; the first time it is made, with a sign of life when that takes long."""
        self.query_one(OptionList).disabled = True
        self.set_timer(_PATIENCE, self._show_life)
        self._make_demo()

    def _show_life(self) -> None:
        if self.query_one(OptionList).disabled:
            self._say("Making a class to look around in ...")
            self.query_one(LoadingIndicator).display = True

    @work(thread=True, exit_on_error=False, exclusive=True, group="demo")
    def _make_demo(self) -> None:
        from board.demo.demo_class import make_demo  # noqa: PLC0415 - needed once

        folder = self._seat.demo
        try:
            if not is_class(folder):
                make_demo(folder, self._seat.device, datetime.now().astimezone()).close()
        except Refusal as refusal:
            self.post_message(self.Made(None, str(refusal)))
        else:
            self.post_message(self.Made(str(folder)))

    @on(Made)
    def open_made(self, event: Made) -> None:
        """Open the demo class."""
        doors = self.query_one(OptionList)
        doors.disabled = False
        doors.focus()
        self.query_one(LoadingIndicator).display = False
        self._say(event.said)
        if self._open(event.key):
            self.app.notify(_WAY_BACK, title="A class to look around in", markup=False, timeout=12)

    def _say(self, said: str) -> None:
        line = self.query_one("#said", Static)
        line.update(said)
        line.display = bool(said)

    @work(thread=True, exit_on_error=False, group="badges")
    def _prepare_badges(self) -> None:
        if not self.query_one("#badges").display:
            return
        known = step_badges()
        paths = [known[name] for name in _BADGES if name in known]
        with suppress(OSError):
            for path in paths:
                self._cells.pixels(path, _ACROSS)
            self.app.call_from_thread(self._show_badges, paths)

    def _show_badges(self, paths: Sequence[Path]) -> None:
        for picture, path in zip(self.query(Picture), paths, strict=False):
            picture.show(path)


def _door(title: str, words: str, width: int, *, here: bool = False) -> Content:
    below = "".join(f"\n  {line}" for line in wrapped(words, width - _AROUND, _MOST_LINES))
    return Content.assemble(("▸ " if here else "  ", "bold $accent"), (title, "bold"), (below, "$foreground 75%"))


def _shown(folder: Path, user: Path) -> str:
    """Give a place as people know it, without the long way to their own folder."""
    with suppress(ValueError):
        return " > ".join(folder.relative_to(user).parts)
    return str(folder)
