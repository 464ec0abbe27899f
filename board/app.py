"""The app: opens the board on a class, or the start where there is none yet; keeps no state but the open class."""

import gc
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePath
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.command import Provider
from textual.filter import LineFilter
from textual.screen import Screen

from board.deeds.pictures import stickers_of
from board.deeds.sitting import Sitting
from board.errors import Refusal
from board.screens.board.board import BoardScreen
from board.screens.parts.calm import Calm
from board.screens.parts.keys_here import EVERYWHERE, URGENT, SeenByChildren, keys_here
from board.screens.parts.live import LiveScreen
from board.screens.parts.question import Asking, Question
from board.screens.parts.trying import tell_refused
from board.seat.seat import Seat
from board.seat.settings import Place
from board.store.book import Book
from board.store.lookout import Found, Lookout
from board.terminal.app import TerminalApp
from board.terminal.looks import TerminalLooks
from board.terminal.themes import THEMES, in_few_colours
from board.widgets.aimed_app import AimedApp
from board.widgets.command import HasKeys, KeyGroup, bindings, without
from board.widgets.eye import EyeApp
from board.widgets.on_screen import SparingApp

_LOSE = Question(
    "What you began here is kept nowhere yet.", "ctrl+q", "closes the board without it", "go on here to keep it"
)
_HOW_TO_CLOSE = "ctrl+c copies what is selected, and nothing is. Esc goes back; ctrl+q closes the board."

_SLOW = "The class folder answers slowly: what other computers mark is seen here some seconds later."

_MINUTE = 60.0
"""Seconds until it is looked whether another day has begun."""


class BoardApp(EyeApp, AimedApp, SparingApp[None], TerminalApp, HasKeys):
    """The board of one class at a time.

    Args:
        seat: Where one sits: what is remembered there says how the board looks and where it was left.
        book: The open class, or None to begin at the start.
        said: A sentence for the start, such as where the last class went.

    Raises:
        NotSaved: What is remembered at this seat can't be kept.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/board/board.tcss"]
    """The first screen's too: it is up before it could add its own."""

    TITLE = "Competency board"
    ALLOW_SELECT: ClassVar[bool] = False
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = set()
    """None here: each screen that has a palette fills it."""

    KEYS = (EVERYWHERE,)
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings((KeyGroup("", EVERYWHERE.commands[:URGENT]),), priority=True),
        *bindings((KeyGroup("", EVERYWHERE.commands[URGENT:]),)),
    ]

    def __init__(self, seat: Seat, book: Book | None = None, said: str = "") -> None:
        css = [*self.CSS_PATH, "screens/start/start.tcss"] if book is None else None
        super().__init__(faults=seat.faults, css_path=css)
        self._seat, self._book = seat, book
        known = seat.settings.load()
        self.shows_cursor = bool(seat.variables.get("BOARD_CURSOR"))
        self._looks = TerminalLooks(self, known.signs, seat.variables, self._write, self.repaint)
        self._unsaid: list[str] = []
        self._lookout: Lookout | None = None
        self._is_slow = False
        self._asking = Asking()
        self._first: Screen[None] = self._start(said) if book is None else self._board(book)
        for name in list(self.available_themes):
            self.unregister_theme(name)
        for look in THEMES:
            if look.dark or self._looks.has_light_grounds:
                self.register_theme(in_few_colours(look) if self._looks.are_colours_few else look)
        names = [look.name for look in THEMES if look.name in self.available_themes]
        self.theme = known.theme if known.theme in names else names[0]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the board's own colours to any theme that lacks them."""
        return THEMES[0].variables

    def get_default_screen(self) -> Screen[None]:
        """Begin on the board itself, or at the start."""
        return self._first

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Give Textual's filters, and behind them what the terminal can show."""
        return [*super().get_line_filters(), *self._looks.filters]

    async def on_event(self, event: events.Event) -> None:
        """Look soon again for what others change, since somebody is here.

        Args:
            event: What came.
        """
        if isinstance(event, events.InputEvent) and self._lookout is not None:
            self._lookout.stir()
        await super().on_event(event)

    def on_mount(self) -> None:
        """Ask the terminal about its signs before the first painting, which covers the question; nobody waits."""
        self._looks.ask()

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """Take what the terminal says about its signs."""
        self._looks.hear(event)

    def on_ready(self) -> None:
        """Once the first screen is painted, do what could wait."""
        self.call_after_refresh(_look_for_garbage_from_now)
        self.set_interval(_MINUTE, self._show_what_is)
        self._look_out()
        self.screen_change_signal.subscribe(self, lambda _: self._say(()))
        if self._book is not None:
            self._say(self._book.said)
        self.run_worker(self._remember, thread=True, exit_on_error=False)

    def _look_out(self) -> None:
        """Look from now on what others change in the class that is open: once for all screens."""
        if self._book is not None:
            self._lookout = Lookout(self._book.look, partial(self.call_later, self._hear, self._book))
            self._lookout.start()

    def _hear(self, book: Book, found: Found) -> None:
        """Let what the lookout found count, and every screen show it."""
        if book is not self._book:
            return  # it was closed meanwhile
        if found.refusal is not None:
            tell_refused(self.screen, str(found.refusal))
        if found.is_slow and not self._is_slow:
            self.notify(_SLOW, severity="warning", markup=False)
        self._is_slow = found.is_slow
        if found.looked is not None:
            self._say(book.take(found.looked).said)
            self._show_what_is()

    def _say(self, sentences: Sequence[str]) -> None:
        """Say something to an adult; it may name a child, so it waits while children look."""
        self._unsaid += sentences
        if not self.screen_stack:
            return  # the board is being taken down
        if isinstance(self.screen, SeenByChildren) and self.screen.is_for_children:
            return
        for sentence in self._unsaid:
            self.notify(sentence, severity="warning", markup=False, timeout=10)
        self._unsaid.clear()

    def _show_what_is(self) -> None:
        for screen in reversed(self.screen_stack):  # the one that is seen before those below it
            if isinstance(screen, LiveScreen):
                screen.look_again()

    def on_unmount(self) -> None:
        """Let go of the class."""
        self._close_book()

    @property
    def keys(self) -> tuple[KeyGroup, ...]:
        """The keys of every screen; ctrl+z only where it leads to a shell and back."""
        return (
            self.KEYS
            if self.can_be_stopped and self.check_action("suspend_process", ())
            else without(self.KEYS, ["app.suspend_process"])
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the palette on screens that fill it, and the shell where no child looks along."""
        if action == "command_palette":
            return bool(self.screen.COMMANDS)
        if action == "suspend_process" and isinstance(self.screen, SeenByChildren):
            return not self.screen.is_for_children
        return super().check_action(action, parameters)

    def action_command_palette(self) -> None:
        """Open the palette on screens that fill it."""
        from board.screens.board.palette import Palette  # noqa: PLC0415 - the board is up before its palette is loaded

        self.push_screen(Palette())

    def action_help(self) -> None:
        """Show the keys of the screen that is on top."""
        from board.screens.parts.help import HelpScreen  # noqa: PLC0415 - only when it is asked for

        if isinstance(self.screen, Calm):
            self.screen.put_up(HelpScreen(keys_here(self.screen, self.screen.keys)))

    def action_help_quit(self) -> None:
        """Say how to close, where ctrl+c finds nothing to copy: it never closes what somebody is at work on."""
        self.notify(_HOW_TO_CLOSE, markup=False)

    def action_theme(self) -> None:
        """Go to the next look."""
        names = [look.name for look in THEMES if look.name in self.available_themes]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self._remember(theme=self.theme)

    def action_redraw(self) -> None:
        """Paint everything anew, whatever else wrote on the terminal."""
        self._looks.redraw()

    def action_signs(self) -> None:
        """Go to the next choice of signs."""
        self._try(partial(self._seat.settings.remember_signs, self._looks.go_on()))

    def action_classes(self) -> None:
        """Close the class, remembering the place, and go to the start."""
        if isinstance(self.screen, BoardScreen) and self._book is not None:
            self._keep_place(self._book.key, self.screen.place)
            self.screen.resting.end()
            self.clear_notifications()
            self._close_book()
            self._go_to(self._start(""))

    async def action_quit(self) -> None:
        """Close, remembering the place; what is kept nowhere yet is asked about first."""
        working = next((up for up in self.screen_stack if isinstance(up, Calm) and up.holds_work), None)
        if working is not None and not self._asking.is_answered(working):
            self._asking.ask(working)
            self.notify(str(_LOSE), severity="warning", markup=False)
            return
        self.before_the_end()
        self.exit()

    def before_the_end(self) -> None:
        """Remember the place."""
        for screen in self.screen_stack:
            if isinstance(screen, BoardScreen) and self._book is not None:
                self._keep_place(self._book.key, screen.place)

    def open_class(self, key: str) -> None:
        """Open a class and go to its board.

        Args:
            key: Its key in the library.

        Raises:
            Refusal: It can't be opened; the screen stays as it is.
        """
        self._book = self._seat.library.open(key)
        self._say(self._book.said)
        self._remember()
        self._look_out()
        self._go_to(self._board(self._book))

    def _go_to(self, screen: Screen[None]) -> None:
        """Put a screen in the place of everything that is open; each but the very first is a mode of its own.

        The first is a default screen, which is up sooner; it can't be taken out, so it stays behind and rests.
        """
        old, new = self.current_mode, str(id(screen))
        self.add_mode(new, lambda: screen)

        async def go() -> None:
            await self.switch_mode(new)
            if old != self.DEFAULT_MODE:
                await self.remove_mode(old)

        self.call_later(go)

    def _board(self, book: Book) -> BoardScreen:
        seat = self._seat
        sitting, place = Sitting(book, seat.actor_in(book)), seat.settings.load().place(book.key)
        keep_place = partial(self._keep_place, book.key)
        return BoardScreen(seat, sitting, place, stickers_of(book, seat.cache), keep_place=keep_place)

    def _start(self, said: str) -> Screen[None]:
        from board.screens.start.start import StartScreen  # noqa: PLC0415 - needed only where no class is open

        return StartScreen(self._seat, self.open_class, said)

    def _close_book(self) -> None:
        if self._lookout is not None:
            self._lookout.stop()
            self._lookout = None
        if self._book is not None:
            self._book.close()
            self._book = None

    def _keep_place(self, key: str, place: Place) -> None:
        self._try(partial(self._seat.settings.remember, key, place))

    def _remember(self, theme: str | None = None) -> None:
        if self._book is not None:
            self._try(partial(self._seat.settings.remember, self._book.key, None, theme))
        elif theme is not None:
            self._try(partial(self._seat.settings.remember_theme, theme))

    def _write(self, text: str) -> None:
        """Write to the terminal, past all that is painted."""
        if self._driver is not None:
            self._driver.write(text)
            self.forget_screen()

    def _try(self, remember: Callable[[], None]) -> None:
        """Remember something; a board that can't still marks."""
        try:
            remember()
        except Refusal as refusal:
            self.log.warning(str(refusal))


def _look_for_garbage_from_now() -> None:
    """Collect garbage from here on, and never go through what was loaded at the start: it stays for good."""
    gc.freeze()
    gc.enable()
