"""Lets a teacher choose the adult PIN: twice on the same keypad that will ask for it."""

from functools import partial

from board.deeds.pin import Pins, checked, hidden
from board.deeds.sitting import Sitting
from board.errors import Refusal
from board.screens.lock.pin_screen import PinPad
from board.words import pin as words

_PATIENCE = 120.0
"""Seconds a teacher may think about one."""


class NewPinScreen(PinPad):
    """Sets the adult PIN; left with whether it was set.

    Args:
        sitting: Who sets it, and in which class.
        asks: The sentence it begins with.
    """

    def __init__(self, sitting: Sitting, asks: str = words.TWICE) -> None:
        super().__init__(asks, _PATIENCE)
        self._sitting = sitting
        self._first = ""

    def typed(self, digits: str) -> None:
        """Take the digits, and once more; what is no good PIN is said."""
        self.show("")
        try:
            if not self._first:
                self._first = checked(digits)
                self.say(words.ONCE_MORE)
            elif self._first != digits:
                self._first = ""
                self.say(words.TYPE_ANEW)
            else:
                self.is_busy = True
                self.later.begin(partial(hidden, digits), self._keep, "pin")
        except Refusal as refusal:
            self._refuse(refusal)

    def _keep(self, hidden: str) -> None:
        self.is_busy = False
        try:
            Pins(self._sitting.book).keep(self._sitting, hidden)
        except Refusal as refusal:
            self._refuse(refusal)
        else:
            self.dismiss(True)

    def _refuse(self, refusal: Refusal) -> None:
        self._first = ""
        self.say(str(refusal))
