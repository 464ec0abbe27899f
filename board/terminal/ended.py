"""What a driver tells the app when it has to end, and what a shell is told."""

import signal

from textual.message import Message

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT") if hasattr(signal, name))
"""The signals that end the board as if it had been closed; Windows has fewer."""

_SIGNALLED = 128
"""What is added to the number of the signal, as every shell does."""

GONE = 1
"""The number of the signal a closed terminal sends, which is also what ends the board where it was not sent."""


class Ended(Message):
    """The board has to end at once.

    Args:
        number: The signal that asked for it.
    """

    def __init__(self, number: int = GONE) -> None:
        super().__init__()
        self.number = number


def exit_status(number: int) -> int:
    """Give the exit status of a program that was ended by a signal.

    Args:
        number: The signal.
    """
    return _SIGNALLED + number
