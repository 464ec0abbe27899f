"""Asks for the adult PIN on a big keypad."""

from abc import abstractmethod

from textual import events, on
from textual.app import ComposeResult
from textual.timer import Timer

from board.deeds.pin import Pins
from board.mastery.pin import FEWEST, MOST, digits_of
from board.screens.lock.sealed import Sealed
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.keypad import DONE, ERASE, Keypad, PinLine
from board.words import pin as words

GIVES_UP = 20.0
"""Seconds without a key or a tap until nobody is taken to stand there any more."""

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


class PinPad(Sealed[bool]):
    """A keypad on which digits are typed; what they are for is for the screen that is made of it.

    Args:
        asks: The sentence it begins with.
        patience: Seconds without a key or a tap until it gives up.
    """

    CSS_PATH = "pin_screen.tcss"
    KEYS = (DIGITS,)
    BINDINGS = bindings(KEYS)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-usual"), (22, "-high")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, asks: str, patience: float = GIVES_UP) -> None:
        super().__init__()
        self._asks, self._patience = asks, patience
        self._digits = ""
        self._idle: Timer | None = None

    def compose(self) -> ComposeResult:
        """What was typed, the keys."""
        yield PinLine(FEWEST)
        yield Keypad()

    def on_mount(self) -> None:
        """Begin."""
        self.begin()
        self.wait_longer()

    def begin(self) -> None:
        """Say what it is about."""
        self.say(self._asks)

    @property
    def rest(self) -> float:
        """Seconds in which nothing can be done, so that nobody is taken to have gone."""
        return 0.0

    def say(self, words: str) -> None:
        """Show a sentence."""
        self.query_one(PinLine).words = words

    def wait_longer(self) -> None:
        """Wait from now on until nobody is taken to stand there."""
        if self._idle is not None:
            self._idle.stop()
        self._idle = self.set_timer(self._patience + self.rest, self.action_give_up)

    async def on_event(self, event: events.Event) -> None:
        """Somebody is there as long as keys and taps come."""
        if isinstance(event, (events.Key, events.MouseDown)) and self._idle is not None:
            self.wait_longer()
        await super().on_event(event)

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
        self._show((self._digits + digit)[:MOST])

    def action_erase(self) -> None:
        """Take the last digit away, or go back where there is none."""
        if self._digits:
            self._show(self._digits[:-1])
        else:
            self.action_give_up()

    def action_give_up(self) -> None:
        """Go back."""
        self.dismiss(False)

    def action_done(self) -> None:
        """Take the digits; nothing happens as long as there are too few for any PIN."""
        if len(self._digits) >= FEWEST:
            digits = self._digits
            self._show("")
            self.typed(digits)

    @abstractmethod
    def typed(self, digits: str) -> None:
        """Take digits that somebody says are all."""

    def _show(self, digits: str) -> None:
        self._digits = digits
        self.query_one(PinLine).typed = len(digits)
        self.query_one(Keypad).empty = not digits


class PinScreen(PinPad):
    """Asks for the adult PIN; left with whether it was right.

    Args:
        pins: The PIN of the class.
        patience: Seconds without a key or a tap until it gives up.
    """

    def __init__(self, pins: Pins, patience: float = GIVES_UP) -> None:
        super().__init__(words.ASKS, patience)
        self._pins = pins
        self._rest: Timer | None = None

    @property
    def rest(self) -> float:
        """Seconds until the next try counts."""
        return self._pins.wait

    def begin(self) -> None:
        """Say at once where the next try waits."""
        self._go_on()

    def action_done(self) -> None:
        """Try the digits; while the next try waits they stay as they are."""
        if self._pause(words.WAITS):
            return
        super().action_done()

    def typed(self, digits: str) -> None:
        """Try the digits."""
        if self._pins.tried(digits):
            self.query_one(PinLine).is_open = True
            self.dismiss(True)
        elif not self._pause(words.WRONG_WAITS):
            self.say(words.WRONG)

    def _pause(self, said: str) -> bool:
        """Tell whether the next try waits; then say so, and say when it does no more."""
        wait = self._pins.wait
        if wait > 0:
            self.say(said)
            if self._rest is not None:
                self._rest.stop()
            self._rest = self.set_timer(wait, self._go_on)
            self.wait_longer()
        return wait > 0

    def _go_on(self) -> None:
        if not self._pause(words.WAITS):
            self.say(words.ASKS)
