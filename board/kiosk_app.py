"""The kiosk: the class's quilt, and behind it each child's own pages; nothing leads out but the adult's PIN."""

from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from time import monotonic
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import Screen

from board.class_app import ClassApp, Next
from board.deeds.pictures import stickers_of
from board.deeds.pin import Pins
from board.screens import kiosk
from board.screens.kiosk.idle import Presence
from board.screens.kiosk.quilt import KioskQuilt
from board.screens.lock.away import rest_or_go_on
from board.screens.lock.pin_screen import PinScreen
from board.seat.seat import Seat
from board.store.book import Book
from board.store.lookout import Found

_ALLOWED = frozenset({"adult", "redraw", "focus_next", "focus_previous"})
"""What keys may do to the kiosk itself; what they do on a screen is for the screen."""

_QUIET = 50.0
"""Seconds without a hand after which all is painted anew now and then: a console may have written over it."""

_LONG_AGO = 3.0
"""Seconds after which a key or a tap counts no more: whoever held it down has seen something else since."""

_MOST_UNSAID = 20
"""Sentences that are kept for an adult."""


class KioskApp(ClassApp):
    """The kiosk of one class. It ends with `next` set by an adult, or by a signal that ends the process.

    Args:
        seat: Where it stands.
        book: The open class.
        clock: Gives the seconds of now, steadily.

    Raises:
        NotSaved: What is remembered at this seat can't be kept.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = [Path(kiosk.__file__ or "").with_name("kiosk.tcss")]
    """The first screen's too: it is up before it could add its own. A whole path, since an app made of this one lies elsewhere."""

    TITLE = "Our board"
    MAY_STOP = False
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "adult", show=False, priority=True),
        Binding("ctrl+l", "redraw", show=False, priority=True),
    ]

    def __init__(self, seat: Seat, book: Book, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(seat, book, clock)
        self.next = Next.KIOSK  # whatever ends it but an adult, it comes up again
        self._pins = Pins(book)
        self._is_asking = self._is_adult_here = self._is_away = False
        presence = Presence(clock, lambda: self.touched, lambda: self._is_asking or self._is_away)
        self._quilt = KioskQuilt(seat, book, stickers_of(book, seat.cache, seat.elsewhere), self.action_adult, presence)

    def get_default_screen(self) -> Screen[None]:
        """Begin on the quilt of the class."""
        return self._quilt

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let no key do anything to the kiosk but the few that may."""
        return action in _ALLOWED and super().check_action(action, parameters)

    async def on_event(self, event: events.Event) -> None:
        """Take no pasted text, since what is dropped on a window is a file of this computer, and no hand of long ago.

        Args:
            event: What came.
        """
        if isinstance(event, events.Paste):
            return
        if isinstance(event, events.InputEvent) and monotonic() - event.time > _LONG_AGO:
            return
        await super().on_event(event)

    def show_what_is(self) -> None:
        """Let every screen show the class as it is now; where nobody is, paint over what a console may have written.

        A page of a browser has no console behind it, and thirty of them would be sent for nothing.
        """
        super().show_what_is()
        if self.browser is None and self.clock() - self.touched > _QUIET:
            self.repaint()

    def say(self, sentences: Sequence[str]) -> None:
        """Keep what is for an adult until one is here.

        Args:
            sentences: What is said, each on its own.
        """
        if self._is_adult_here:
            super().say(sentences)
        else:
            self._unsaid = [*self._unsaid, *sentences][-_MOST_UNSAID:]

    def say_of_folder(self, found: Found) -> None:
        """Rest while the class folder can't be read, and go on where everybody was once it can be.

        Args:
            found: What the lookout found.
        """
        self._is_away = found.refusal is not None
        self._rest_or_go_on()

    def _rest_or_go_on(self) -> None:
        """Show that the class is away, or no longer; an adult who is choosing is left alone."""
        rest_or_go_on(self, is_away=self._is_away, may_rest=not self._is_asking)

    def action_adult(self) -> None:
        """Ask for the PIN in the adult's corner; with it an adult chooses how to go on."""
        if not self._is_asking:
            self._is_asking = True
            if not self._pins.is_set:
                self._tried(True)
                return
            self.push_screen(PinScreen(self._pins), self._tried)

    def _tried(self, is_right: bool | None) -> None:
        if is_right:
            from board.screens.lock.adult_menu import AdultMenu  # noqa: PLC0415 - only an adult needs it

            self._is_adult_here = True
            self.push_screen(AdultMenu(), self._chosen)
            self.call_after_refresh(self.say, ())
        else:
            self._children_again()

    def _chosen(self, what: object) -> None:
        from board.screens.lock.adult_menu import Chosen  # noqa: PLC0415 - only an adult needs it

        if what is None:
            self._children_again()
        else:
            self.leave_to(Next.BOARD if what is Chosen.BOARD else Next.NOTHING)

    def _children_again(self) -> None:
        self._is_asking = self._is_adult_here = False
        self.clear_notifications()
        self.call_later(self._rest_or_go_on)

    def copy_to_clipboard(self, text: str) -> None:
        """Leave the clipboard of this computer alone."""

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open no browser."""
