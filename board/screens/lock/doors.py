"""What leads from the board to the lock, to the kiosk and to their settings."""

from collections.abc import Callable
from typing import Any, Protocol

from textual.screen import Screen

from board.art.shelf import StickerShelf
from board.deeds.pin import Pins
from board.deeds.sitting import Sitting
from board.mastery.curriculum import Unit
from board.screens.parts.trying import Tells, tried
from board.words import pin as words

# ruff: noqa: PLC0415 - the board is up before the screens behind its doors are loaded


class Board(Tells, Protocol):
    """The board seen from here."""

    @property
    def unit(self) -> Unit:
        """The unit on the board; only there when the class has any."""
        ...

    def put_up(self, screen: Screen[Any], then: Callable[[Any], None] | None = None) -> None:
        """Put another screen on top."""

    def say_done(self, said: str) -> None:
        """Say what was done."""


class KioskDoors:
    """Locks, leads to the kiosk, opens their settings.

    Args:
        board: The board.
        sitting: Who does it, and in which class.
        shelf: Where stickers come from.
    """

    def __init__(self, board: Board, sitting: Sitting, shelf: StickerShelf) -> None:
        self._board, self._sitting, self._shelf = board, sitting, shelf

    def locked(self) -> Screen[None]:
        """Give the screen that locks whatever is open."""
        from board.screens.lock.locked import LockScreen

        book = self._sitting.book
        return LockScreen(book, self._board.unit if book.units else None, self._shelf)

    def lock(self) -> None:
        """Lock now."""
        self._with_pin(lambda: self._board.put_up(self.locked()), words.LOCK_FIRST)

    def to_kiosk(self, leave: Callable[[], object]) -> None:
        """Leave the board for the kiosk."""
        self._with_pin(leave, words.KIOSK_FIRST)

    def settle(self) -> None:
        """Settle how the kiosk is, and when screens lock."""
        from board.screens.lock.settings import KioskSettings

        self._board.put_up(KioskSettings(self._sitting), lambda _: self._board.say_done(""))

    def _with_pin(self, then: Callable[[], object], asks: str) -> None:
        """Do something once there is a PIN; where there is none, a teacher is told why it needs one, and chooses it first."""

        def chosen(is_set: bool | None) -> None:
            if is_set:
                then()

        if Pins(self._sitting.book).is_set:
            then()
        elif tried(self._board, self._sitting.only_teachers):
            from board.screens.lock.new_pin import NewPinScreen

            self._board.put_up(NewPinScreen(self._sitting, asks), chosen)
