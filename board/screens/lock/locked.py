"""The screens of adults are locked: the quilt lies over everything until an adult types the PIN."""

from typing import ClassVar

from textual import events

from board.deeds.pin import Pins
from board.mastery.curriculum import Unit
from board.screens.lock.pin_screen import PinScreen
from board.screens.lock.sealed import Sealed
from board.screens.lock.watching import WatchingScreen
from board.store.book import Book
from board.widgets.command import KeyGroup
from board.widgets.spot_painter import Stickers


class LockScreen(WatchingScreen, Sealed[None]):
    """Over everything that was open, which is still there afterwards; any key or tap asks for the PIN.

    Args:
        book: The open class; nothing about any of its students is shown.
        unit: Whose stickers are shown, None in a class that has no unit.
        stickers: Where pictures come from.
    """

    # WatchingScreen stands first, since Textual takes looks from the first base alone.

    KEYS = (KeyGroup("Locked", told=("Any key or tap asks for the adult PIN.",)),)
    BACK = "a grown-up presses any key"
    LOCKS: ClassVar[bool] = True
    """Nothing below it can be seen or reached without the PIN."""

    def __init__(self, book: Book, unit: Unit | None, stickers: Stickers) -> None:
        super().__init__(book, unit, stickers)
        self._pins = Pins(book)

    def on_key(self, event: events.Key) -> None:
        """Ask for the PIN, whatever the key is elsewhere."""
        event.stop()
        event.prevent_default()
        self._ask()

    def on_click(self, event: events.Click) -> None:
        """Ask for the PIN."""
        event.prevent_default()
        self._ask()

    def _ask(self) -> None:
        if self._pins.is_set:
            self.put_up(PinScreen(self._pins), self._unlock)
        else:  # a teacher took it away meanwhile, here or on another computer
            self.dismiss()

    def _unlock(self, is_right: bool | None) -> None:
        if is_right:
            self.dismiss()
