"""What a driver tells the app when it has to end."""

import signal

from textual.message import Message

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT") if hasattr(signal, name))
"""The signals that end the board as if it had been closed; Windows has fewer."""

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
