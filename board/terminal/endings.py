"""How a program ends on a terminal: what it takes back, and what a shell is told. Nothing large is loaded for it."""

ALL_UNDONE = (
    "\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1004l"
    "\x1b[<u\x1b[?1049l\x1b[?25h"
)
"""Takes back all that was asked of the terminal; what it does not know it does not heed. The keys of the other screen are a
stack of their own and go before it."""

_SIGNALLED = 128
"""What is added to the number of the signal, as every shell does."""


def exit_status(number: int) -> int:
    """Give the exit status of a program that was ended by a signal.

    Args:
        number: The signal.
    """
    return _SIGNALLED + number
