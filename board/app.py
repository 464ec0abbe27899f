"""The app: opens the board on a class, or the start where there is none yet; keeps no state but the open class."""

from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePath
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.keys import key_to_character
from textual.screen import Screen

from board.class_app import ClassApp, Next
from board.deeds.pictures import stickers_of
from board.deeds.sitting import Sitting
from board.screens.board.board import BoardScreen
from board.screens.lock.watch import Locks, Watch
from board.screens.parts.calm import Calm
from board.screens.parts.keys_here import EVERYWHERE, URGENT, SeenByChildren, keys_here
from board.screens.parts.question import Asking, Question
from board.seat.seat import Seat
from board.seat.settings import Place
from board.seat.sharing import Sharing
from board.store.book import Book
from board.widgets.command import KeyGroup, bindings, without

_HERE = Path(__file__).parent

_LOSE = Question(
    "What you began here is kept nowhere yet.", "ctrl+q", "closes the board without it", "go on here to keep it"
)
_LOOKS_EVERY = 1.0
"""Seconds between two looks whether somebody was there."""

_HOW_TO_CLOSE = "ctrl+c copies what is selected, and nothing is. Esc goes back; ctrl+q closes the board."


class BoardApp(ClassApp):
    """The board of one class at a time.

    Args:
        seat: Where one sits: what is remembered there says how the board looks and where it was left.
        book: The open class, or None to begin at the start.
        said: A sentence for the start, such as where the last class went.

    Raises:
        NotSaved: What is remembered at this seat can't be kept.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = [_HERE / "app.tcss", _HERE / "screens/board/board.tcss"]
    """The first screen's too: it is up before it could add its own. Whole paths, since an app made of this one lies elsewhere."""

    TITLE = "Competency board"
    KEYS = (EVERYWHERE,)
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings((KeyGroup("", EVERYWHERE.commands[:URGENT]),), priority=True),
        *bindings((KeyGroup("", EVERYWHERE.commands[URGENT:]),)),
    ]

    SHUT: ClassVar[frozenset[str]] = frozenset()
    """Actions that lead where this board does not go; nowhere are they offered."""

    sharing: Sharing | None = None
    """How the class is shared with tablets and phones; None where it is not served."""

    def __init__(self, seat: Seat, book: Book | None = None, said: str = "") -> None:
        css = [*self.CSS_PATH, _HERE / "screens/start/start.tcss"] if book is None else None
        super().__init__(seat, book, css_path=css)
        self._asking, self._watch, self._was_locked = Asking(), Watch(), False
        self._first: Screen[None] = self._start(said) if book is None else self.first_in(book)

    def get_default_screen(self) -> Screen[None]:
        """Begin on the board itself, or at the start."""
        return self._first

    def on_mount(self) -> None:
        """Lock before anything is painted where the board was locked when it ended: closing its window opens nothing."""
        self.screen_change_signal.subscribe(self, lambda _: self._remember_lock(), immediate=True)
        self._lock_as_before()

    def on_ready(self) -> None:
        """Once the first screen is painted, remember what is open, and look from time to time whether to lock."""
        self.run_worker(self._remember, thread=True, exit_on_error=False)
        self.set_interval(_LOOKS_EVERY, self.locks_if_due)

    async def on_event(self, event: events.Event) -> None:
        """Let nothing that comes after a long rest go anywhere but to the lock.

        Args:
            event: What came.
        """
        if not (isinstance(event, (events.InputEvent, events.Paste)) and self.locks_if_due()):
            await super().on_event(event)

    def locked(self) -> Screen[None] | None:
        """Give what lies over a class that is locked; None where there is nothing to lock."""
        board = next((screen for screen in self.screen_stack if isinstance(screen, BoardScreen)), None)
        return None if board is None else board.doors.kiosk.locked()

    def locks_if_due(self) -> bool:
        """Lock where nobody was there for long enough; tell whether that was so just now."""
        minutes = 0 if self._book is None else self._book.about.kiosk.lock
        return self._watch.is_due(self.touched, minutes) and self._lock()

    def _lock(self) -> bool:
        """Lock the board of a class that has a PIN; tell whether it was not locked before."""
        if self._book is None or not self._book.about.kiosk.pin or self.is_locked:
            return False
        screen = self.locked()
        if screen is None:
            return False
        self.push_screen(screen)
        return True

    @property
    def is_locked(self) -> bool:
        """Whether nothing of the class can be seen or reached without the PIN."""
        return any(isinstance(screen, Locks) for screen in self.screen_stack)

    def _lock_as_before(self) -> None:
        if self.begins_locked:
            self._was_locked = True
            self._lock()

    @property
    def begins_locked(self) -> bool:
        """Whether a class that is opened now is locked at once: its board was locked when it ended here."""
        return self._book is not None and self._seat.settings.load().locked == self._book.key

    def _remember_lock(self) -> None:
        """Remember whether this is locked; while the app is taken down nothing changes."""
        if self._book is None or not self.screen_stack or not self.is_running or self.is_locked is self._was_locked:
            return
        self._was_locked = self.is_locked
        self.try_to(partial(self._seat.settings.remember_locked, self._book.key if self._was_locked else ""))

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
        if action in self.SHUT or (action == "links" and self.sharing is None):
            return False
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
            self.screen.put_up(HelpScreen(keys_here(self.screen, self.screen.keys)), self._press)

    def _press(self, key: str | None) -> None:
        """Press a key that was chosen from all there are."""
        if key:
            self.post_message(events.Key(key, key_to_character(key)))

    def action_help_quit(self) -> None:
        """Say how to close, where ctrl+c finds nothing to copy: it never closes what somebody is at work on."""
        self.notify(_HOW_TO_CLOSE, markup=False)

    def action_theme(self) -> None:
        """Go to the next look."""
        names = self.names_of_looks
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self._remember(theme=self.theme)

    def action_signs(self) -> None:
        """Go to the next choice of signs."""
        self.try_to(partial(self._seat.settings.remember_signs, self._looks.go_on()))

    def action_classes(self) -> None:
        """Close the class, remembering the place, and go to the start."""
        if isinstance(self.screen, BoardScreen) and self._book is not None:
            self._keep_place(self._book.key, self.screen.place)
            self.screen.resting.end()
            self.clear_notifications()
            self.close_book()
            self._go_to(self._start(""))

    def action_kiosk(self) -> None:
        """Let the children have this computer: the kiosk comes up in the board's place."""
        if isinstance(self.screen, BoardScreen):
            self.screen.doors.kiosk.to_kiosk(partial(self.leave_to, Next.KIOSK))

    def action_links(self) -> None:
        """Open the links for tablets and phones."""
        from board.screens.links.links import LinksScreen  # noqa: PLC0415 - only where the class is served

        if isinstance(self.screen, BoardScreen) and self.sharing is not None and self._book is not None:
            self.screen.put_up(LinksScreen(self.sharing, self.sitting_in(self._book)))

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
        self.say(self._book.said)
        self._remember()
        self.look_out()
        self._go_to(self._board(self._book), self._lock_as_before)

    def _go_to(self, screen: Screen[None], then: Callable[[], None] = lambda: None) -> None:
        """Put a screen in the place of everything that is open; each but the very first is a mode of its own.

        The first is a default screen, which is up sooner; it can't be taken out, so it stays behind and rests.

        Args:
            screen: The screen.
            then: Called once it is up.
        """
        old, new = self.current_mode, str(id(screen))
        self.add_mode(new, lambda: screen)

        async def go() -> None:
            await self.switch_mode(new)
            if old != self.DEFAULT_MODE:
                await self.remove_mode(old)
            then()

        self.call_later(go)

    def first_in(self, book: Book) -> Screen[None]:
        """Give the screen one begins on in a class.

        Args:
            book: The class.
        """
        return self._board(book)

    def _board(self, book: Book) -> BoardScreen:
        seat = self._seat
        sitting, place = self.sitting_in(book), seat.settings.load().place(book.key)
        keep_place = partial(self._keep_place, book.key)
        return BoardScreen(seat, sitting, place, stickers_of(book, seat.cache, seat.elsewhere), keep_place=keep_place)

    def sitting_in(self, book: Book) -> Sitting:
        """Give what is done in a class from here: by the adult who marked last.

        Args:
            book: The class.
        """
        return Sitting(book, self._seat.actor_in(book))

    def _start(self, said: str) -> Screen[None]:
        from board.screens.start.start import StartScreen  # noqa: PLC0415 - needed only where no class is open

        return StartScreen(self._seat, self.open_class, said)

    def _keep_place(self, key: str, place: Place) -> None:
        self.try_to(partial(self._seat.settings.remember, key, place))

    def _remember(self, theme: str | None = None) -> None:
        if self._book is not None:
            self.try_to(partial(self._seat.settings.remember, self._book.key, None, theme))
        elif theme is not None:
            self.try_to(partial(self._seat.settings.remember_theme, theme))
