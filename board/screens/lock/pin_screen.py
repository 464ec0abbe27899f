"""Asks for the adult PIN on a big keypad."""

from abc import abstractmethod
from functools import partial
from time import monotonic
from typing import NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.timer import Timer

from board.deeds.pin import Pins
from board.mastery.pin import FEWEST, MOST, digits_of
from board.screens.lock.attended import GIVES_UP, Attended
from board.screens.lock.sealed import Sealed
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.keypad import DONE, ERASE, Keypad, PinLine
from board.words import pin as words
from board.words.at_kiosk import ONE_MOMENT

_LONG = 1.0
"""Seconds a look at a PIN may take before it is said that it goes on."""

DIGITS = KeyGroup(
    "The PIN",
    (
        *(Command(f"digit('{digit}')", digit, "Digit", "Type this digit.") for digit in "1234567890"),
        Command("done", "enter", "Done", "Say that all digits are typed."),
        Command("erase", "backspace,delete,left", "Back", "Take the last digit away; where there is none, go back."),
        Command("give_up", "escape", "Go back", "Go back without the PIN."),
    ),
    ("Nothing can be pasted here, and what is typed shows as dots.",),
)


class PinPad(Attended[bool], Sealed[bool]):
    """A keypad on which digits are typed; what they are for is for the screen that is made of it.

    Args:
        asks: The sentence it begins with.
        patience: Seconds without a key or a tap until it gives up.
    """

    CSS_PATH = "pin_screen.tcss"
    KEYS = (DIGITS,)
    BINDINGS = bindings(KEYS)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-usual"), (22, "-high")]  # noqa: RUF012 - as Textual declares it

    is_busy = False
    """Whether digits are looked at: then no key does anything but the one that goes back."""

    def __init__(self, asks: str, patience: float = GIVES_UP) -> None:
        super().__init__(patience)
        self._asks = asks
        self._digits = ""

    def compose(self) -> ComposeResult:
        """What was typed, the keys."""
        yield PinLine(FEWEST)
        yield Keypad()

    def on_mount(self) -> None:
        """Begin."""
        self.begin()

    def begin(self) -> None:
        """Say what it is about."""
        self.say(self._asks)

    def say(self, words: str) -> None:
        """Show a sentence."""
        self.query_one(PinLine).words = words

    def nobody_is_here(self) -> None:
        """Go back."""
        self.action_give_up()

    def on_key(self, event: events.Key) -> None:
        """Take digits of other scripts."""
        typed = event.character or ""
        digit = "" if typed.isascii() else digits_of(typed)
        if digit:
            event.stop()
            self.action_digit(digit)

    @on(Keypad.Pressed)
    def press(self, event: Keypad.Pressed) -> None:
        """Do what a tapped key says."""
        if event.key == ERASE:
            self.action_erase()
        elif event.key == DONE:
            self.action_done()
        else:
            self.action_digit(event.key)

    def action_digit(self, digit: str) -> None:
        """Type a digit; more than a PIN may have are not taken."""
        if not self.is_busy:
            self.show((self._digits + digit)[:MOST])

    def action_erase(self) -> None:
        """Take the last digit away, or go back where there is none."""
        if not self._digits:
            self.action_give_up()
        elif not self.is_busy:
            self.show(self._digits[:-1])

    def action_give_up(self) -> None:
        """Go back."""
        self.dismiss(False)

    def action_done(self) -> None:
        """Take the digits; nothing happens as long as there are too few for any PIN."""
        if len(self._digits) >= FEWEST and not self.is_busy:
            self.typed(self._digits)

    @abstractmethod
    def typed(self, digits: str) -> None:
        """Take digits that somebody says are all; they stay until others are shown."""

    def show(self, digits: str) -> None:
        """Show that so many digits are typed, and keep them."""
        self._digits = digits
        self.query_one(PinLine).typed = len(digits)
        self.query_one(Keypad).empty = not digits


class _Answer(NamedTuple):
    """What came of a try: whether it was right, None where it did not count yet, and the seconds until the next one does."""

    is_right: bool | None
    wait: float


def _looked_at(pins: Pins, digits: str) -> _Answer:
    """Try digits, which may take as long as the disk of the class does."""
    wait = pins.wait
    if wait > 0:
        return _Answer(None, wait)
    return _Answer(True, 0.0) if pins.tried(digits) else _Answer(False, pins.wait)


class PinScreen(PinPad):
    """Asks for the adult PIN; left with whether it was right.

    The class may lie on a share that hangs, so all that reads or counts there is done in a thread.

    Args:
        pins: The PIN of the class.
        patience: Seconds without a key or a tap until it gives up.
    """

    def __init__(self, pins: Pins, patience: float = GIVES_UP) -> None:
        super().__init__(words.ASKS, patience)
        self._pins = pins
        self._rests_until = 0.0
        self._rest: Timer | None = None

    @property
    def rest(self) -> float:
        """Seconds until the next try counts, as far as is known."""
        return max(0.0, self._rests_until - monotonic())

    def begin(self) -> None:
        """Say what it is about, and soon where the next try waits."""
        super().begin()
        self._ask()

    def typed(self, digits: str) -> None:
        """Try the digits; while the next try waits they stay as they are."""
        self.is_busy = True
        still = self.set_timer(_LONG, lambda: self.say(ONE_MOMENT))

        def looked(answer: _Answer) -> None:
            still.stop()
            self.is_busy = False
            self._take(answer)

        self.later.begin(partial(_looked_at, self._pins, digits), looked, "pin")

    def _take(self, answer: _Answer) -> None:
        """Show what came of a try."""
        if answer.is_right is not None:
            self.show("")
        if answer.is_right:
            self.query_one(PinLine).is_open = True
            self.dismiss(True)
        elif not self._pause(answer.wait, words.WAITS if answer.is_right is None else words.WRONG_WAITS):
            self.say(words.WRONG)

    def _pause(self, wait: float, said: str) -> bool:
        """Tell whether the next try waits; then say so, and say when it does no more."""
        self._rests_until = monotonic() + wait
        if self._rest is not None:
            self._rest.stop()
        if wait > 0:
            self.say(said)
            self._rest = self.set_timer(wait, self._ask)
            self.wait_longer()
        return wait > 0

    def _ask(self) -> None:
        """Look whether the next try waits."""
        if not self.is_busy:
            self.later.begin(lambda: self._pins.wait, self._go_on, "pin")

    def _go_on(self, wait: float) -> None:
        if not self._pause(wait, words.WAITS):
            self.say(words.ASKS)
