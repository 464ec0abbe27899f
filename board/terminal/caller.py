"""Keeps a program up where processes can't be split off: on Windows it is called again and again. Untried there."""

import signal
import subprocess
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager

from board.terminal.again import Pauses


def called_until(
    command: Sequence[str],
    meant: Collection[int],
    moment: str,
    lasting: Callable[[int], Sequence[str]],
    at_first: Collection[int] = (),
) -> int:
    """Call a program again and again, until it ends with one of the numbers that mean an end.

    Args:
        command: The program with its arguments.
        meant: The numbers that are no accident.
        moment: What is said while it is not there.
        lasting: Gives what is said besides where it has ended often, by the number it ended with.
        at_first: Further numbers that mean an end where it has ended for the first time.

    Returns:
        The number.
    """
    pauses, ends = Pauses(), {*meant, *at_first}
    with _deaf():
        while True:
            begun = time.monotonic()
            number = called_once(command)
            if number in ends:
                return number
            ends, pause = set(meant), pauses.after(time.monotonic() - begun)
            said = (moment, *(lasting(number) if pauses.is_lasting else ()))
            print("\x1b[2J\x1b[H" + "\n".join(said), flush=True)  # noqa: T201 - nothing else is painted now
            time.sleep(pause)


def called_once(command: Sequence[str]) -> int:
    """Call a program.

    Args:
        command: The program with its arguments.

    Returns:
        The number it ended with.
    """
    with _deaf():
        return subprocess.run(command, check=False).returncode  # noqa: S603 - this program itself


@contextmanager
def _deaf() -> Iterator[None]:
    """Let no key end this process."""
    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGBREAK") if hasattr(signal, name)]
    before = [(number, signal.signal(number, signal.SIG_IGN)) for number in numbers]
    try:
        yield
    finally:
        for number, heard in before:
            signal.signal(number, heard)
