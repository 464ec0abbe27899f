"""What the board and the kiosk have in common: looks, news of others, what is said, another day, where it goes on."""

import gc
from collections.abc import Callable, Sequence
from enum import Enum, auto
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any, ClassVar

from textual import events
from textual.command import Provider
from textual.filter import LineFilter

from board.errors import Refusal
from board.screens.parts.keys_here import SeenByChildren
from board.screens.parts.live import LiveScreen
from board.screens.parts.trying import tell_refused
from board.seat.seat import Seat
from board.store.book import Book
from board.store.lookout import Found, Lookout
from board.terminal.app import TerminalApp
from board.terminal.console import console_of
from board.terminal.looks import TerminalLooks
from board.terminal.themes import THEMES, in_few_colours
from board.widgets.aimed_app import AimedApp
from board.widgets.browser import Browser
from board.widgets.command import HasKeys
from board.widgets.eye import EyeApp
from board.widgets.finger import Finger
from board.widgets.on_screen import SparingApp

_SLOW = "The class folder answers slowly: what other computers mark is seen here some seconds later."

_MINUTE = 60.0
"""Seconds until it is looked whether another day has begun."""


class Next(Enum):
    """What comes up in the same terminal once an app has ended."""

    NOTHING = auto()
    BOARD = auto()
    KIOSK = auto()


class ClassApp(EyeApp, AimedApp, SparingApp[None], TerminalApp, HasKeys):
    """An app on one class at a time, or on none yet.

    Args:
        seat: Where one sits: what is remembered there says how the app looks.
        book: The open class, None where none is open yet.
        clock: Gives the seconds of now, steadily.
        options: What Textual's app takes.

    Attributes:
        next: What comes up in the same terminal once this one has ended.
        clock: Gives the seconds of now.
        class_left: Key of the class that was open last, empty where none was.
        touched: When somebody last pressed a key, tapped, drew or pasted, in seconds of the clock.
        browser: The page of a browser it is shown in, None on a terminal.
        slow_lane: The threads in which it waits for what takes long, None for the usual ones.

    Raises:
        NotSaved: What is remembered at this seat can't be kept.
    """

    ALLOW_SELECT: ClassVar[bool] = False
    CSS = Path(__file__).with_name("touch.tcss").read_text("utf-8")
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = set()
    """None here: each screen that has a palette fills it."""

    def __init__(self, seat: Seat, book: Book | None, clock: Callable[[], float] = monotonic, **options: Any) -> None:
        super().__init__(faults=seat.faults, **options)
        self.console = console_of(self.console, seat.variables)
        self._seat, self._book = seat, book
        self.clock, self.next = clock, Next.NOTHING
        self.class_left = "" if book is None else book.key
        self.touched = clock()
        self._finger = Finger(self)
        self.browser: Browser | None = None
        self.slow_lane = seat.elsewhere.threads
        known = seat.settings.load()
        self.shows_cursor = bool(seat.variables.get("BOARD_CURSOR"))
        self._looks = TerminalLooks(self, known.signs, seat.variables, self._write, self.repaint)
        self._unsaid: list[str] = []
        self._lookout: Lookout | None = None
        self._is_slow = False
        for name in list(self.available_themes):
            self.unregister_theme(name)
        for look in THEMES:
            if look.dark or self._looks.has_light_grounds:
                self.register_theme(in_few_colours(look) if self._looks.are_colours_few else look)
        names = self.names_of_looks
        self.theme = known.theme if known.theme in names else names[0]

    @property
    def names_of_looks(self) -> list[str]:
        """The looks this terminal can show, in the order one goes through them."""
        return [look.name for look in THEMES if look.name in self.available_themes]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the board's own colours to any theme that lacks them."""
        return THEMES[0].variables

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Give Textual's filters, and behind them what the terminal can show."""
        return [*super().get_line_filters(), *self._looks.filters]

    async def on_event(self, event: events.Event) -> None:
        """Look soon again for what others change, since somebody is here.

        Args:
            event: What came.
        """
        if isinstance(event, (events.InputEvent, events.Paste)) and not _only_moves(event):
            self.touched = self.clock()
        if isinstance(event, events.InputEvent) and self._lookout is not None:
            self._lookout.stir()
        if not self._finger.scrolls(event):
            await super().on_event(event)

    def on_mount(self) -> None:
        """Ask the terminal about its signs before the first painting, which covers the question; nobody waits."""
        self._looks.ask()

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """Take what the terminal says about its signs."""
        self._looks.hear(event)

    def on_ready(self) -> None:
        """Once the first screen is painted, do what could wait."""
        self.call_after_refresh(self.look_for_garbage)
        self.set_interval(_MINUTE, self.show_what_is)
        self.look_out()
        self.screen_change_signal.subscribe(self, lambda _: self.say(()))
        if self._book is not None:
            self.say(self._book.said)

    def on_unmount(self) -> None:
        """Let go of the class."""
        self.close_book()

    def look_for_garbage(self) -> None:
        """Collect garbage from here on, and never go through what was loaded at the start: it stays for good."""
        gc.freeze()
        gc.enable()

    def look_out(self) -> None:
        """Look from now on what others change in the class that is open: once for all screens."""
        if self._book is not None:
            self._lookout = Lookout(self._book.look, partial(self.call_later, self._hear, self._book))
            self._lookout.start()

    def close_book(self) -> None:
        """Let go of the class that is open."""
        if self._lookout is not None:
            self._lookout.stop()
            self._lookout = None
        if self._book is not None:
            self.class_left = self._book.key
            self._book.close()
            self._book = None

    def say(self, sentences: Sequence[str]) -> None:
        """Say something to an adult; it may name a child, so it waits while children look.

        Args:
            sentences: What is said, each on its own.
        """
        self._unsaid += sentences
        if not self.screen_stack:
            return  # the app is being taken down
        if isinstance(self.screen, SeenByChildren) and self.screen.is_for_children:
            return
        for sentence in self._unsaid:
            self.notify(sentence, severity="warning", markup=False, timeout=10)
        self._unsaid.clear()

    def say_of_folder(self, found: Found) -> None:
        """Say how the class folder itself does: that it can't be read, or answers slowly.

        Args:
            found: What the lookout found.
        """
        if found.refusal is not None:
            tell_refused(self.screen, str(found.refusal))
        if found.is_slow and not self._is_slow:
            self.notify(_SLOW, severity="warning", markup=False)
        self._is_slow = found.is_slow

    def show_what_is(self) -> None:
        """Let every screen show the class as it is now."""
        for screen in reversed(self.screen_stack):  # the one that is seen before those below it
            if isinstance(screen, LiveScreen):
                screen.look_again()

    def leave_to(self, what: Next) -> None:
        """End, and let something else come up in the same terminal.

        Args:
            what: What comes up.
        """
        self.before_the_end()
        self.next = what
        self.exit()

    def action_redraw(self) -> None:
        """Paint everything anew, whatever else wrote on the terminal."""
        self._looks.redraw()

    def try_to(self, remember: Callable[[], None]) -> None:
        """Remember something; a board that can't still marks.

        Args:
            remember: Remembers it.
        """
        try:
            remember()
        except Refusal as refusal:
            self.log.warning(str(refusal))

    def _hear(self, book: Book, found: Found) -> None:
        """Let what the lookout found count, and every screen show it."""
        if book is not self._book or not self.screen_stack:
            return  # it was closed meanwhile
        self.say_of_folder(found)
        if found.looked is not None:
            self.say(book.take(found.looked).said)
            self.show_what_is()

    def _write(self, text: str) -> None:
        """Write to the terminal, past all that is painted."""
        if self._driver is not None:
            self._driver.write(text)
            self.forget_screen()


def _only_moves(event: events.Event) -> bool:
    """Tell whether a mouse only lies there: a table that shakes moves it, too."""
    return isinstance(event, events.MouseMove) and not event.button
