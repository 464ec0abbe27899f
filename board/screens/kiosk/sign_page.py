"""Signs over the whole screen that any key or tap takes away: good-bye, and still here?"""

from collections.abc import Callable
from time import monotonic
from typing import ClassVar

from textual import events
from textual.app import ComposeResult

from board.screens.parts.calm import Calm
from board.screens.parts.keys_here import does_nothing
from board.widgets.big_sign import BigSign
from board.widgets.command import KeyGroup
from board.words import at_kiosk

_LOOK = 0.25
"""Seconds between looks whether it is time to go."""

_GOOD_BYE = 2.5
"""Seconds for which one says good-bye."""


class StillHere(Calm[bool]):
    """Asks a child that has touched nothing for a while; left with True when it is still here."""

    CSS_PATH = "kiosk.tcss"
    KEYS = (KeyGroup("Still here?", told=("Any other key, or a tap, goes on where one was.",)),)
    ALLOW_SELECT: ClassVar[bool] = False

    def compose(self) -> ComposeResult:
        """A face that asks, and a hand to touch with."""
        yield BigSign(at_kiosk.STILL_HERE, "still_here", "asks", "touch")

    @property
    def is_for_children(self) -> bool:
        """A child may still sit before it."""
        return True

    def take_pasted(self, text: str) -> bool:  # noqa: ARG002 - whoever pastes is here
        """Go on: whoever pastes is here."""
        self.dismiss(True)
        return True

    def on_key(self, event: events.Key) -> None:
        """Go on where one was; the key does nothing else."""
        if does_nothing(event, self):
            self.dismiss(True)

    def on_click(self) -> None:
        """Go on where one was."""
        self.dismiss(True)


class GoodBye(Calm[None]):
    """Says good-bye for a moment, or until a key or a tap.

    Args:
        clock: Gives the seconds of now.
    """

    CSS_PATH = "kiosk.tcss"
    KEYS = (KeyGroup("Bye-bye", told=("It goes by itself; any other key, or a tap, takes it away sooner.",)),)
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._clock, self._until = clock, clock() + _GOOD_BYE

    def compose(self) -> ComposeResult:
        """A hand that waves."""
        yield BigSign(at_kiosk.GOOD_BYE, "wave")

    def on_mount(self) -> None:
        """Go in a moment."""
        self.set_interval(_LOOK, self.go_in_time)

    @property
    def is_for_children(self) -> bool:
        """A child looks at it."""
        return True

    def go_in_time(self) -> None:
        """Go when it is time."""
        if self._clock() >= self._until:
            self.dismiss(None)

    def take_pasted(self, text: str) -> bool:  # noqa: ARG002 - there is no place for it
        """Take no text, and say nothing of it."""
        return True

    def on_key(self, event: events.Key) -> None:
        """Go at once; the key does nothing else."""
        if does_nothing(event, self):
            self.dismiss(None)

    def on_click(self) -> None:
        """Go at once."""
        self.dismiss(None)
