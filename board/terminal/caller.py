"""Keeps a program up where processes can't be split off: on Windows it is called again and again. Untried there."""

import signal
import subprocess
import time
from collections.abc import Collection, Sequence

_SOON, _LONGEST = 0.1, 5.0
"""Seconds before it is called again: after the first end, and at the most."""

_GOOD_RUN = 10.0
"""Seconds after which an end counts as the first one again."""


def called_until(command: Sequence[str], meant: Collection[int], moment: str) -> int:
    """Call a program again and again, until it ends with one of the numbers that mean an end.

    Args:
        command: The program with its arguments.
        meant: The numbers that are no accident.
        moment: What is said while it is not there.

    Returns:
        The number.
    """
    before = [(number, signal.signal(number, signal.SIG_IGN)) for number in _interrupts()]
    pause = _SOON
    try:
        while True:
            begun = time.monotonic()
            number = subprocess.run(command, check=False).returncode  # noqa: S603 - this program itself
            if number in meant:
                return number
            print(f"\x1b[2J\x1b[H{moment}", flush=True)  # noqa: T201 - nothing else is painted now
            pause = _SOON if time.monotonic() - begun > _GOOD_RUN else min(pause * 2, _LONGEST)
            time.sleep(pause)
    finally:
        for number, heard in before:
            signal.signal(number, heard)


def _interrupts() -> list[signal.Signals]:
    return [getattr(signal, name) for name in ("SIGINT", "SIGBREAK") if hasattr(signal, name)]
