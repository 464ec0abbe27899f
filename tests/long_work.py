"""Things that take long, as tests hand them to a workshop: its processes find them by name, so they stand in a module."""

import os
import signal
import sys
import time
from pathlib import Path

from board.errors import Refusal


def own_id() -> int:
    """The process that does it."""
    return os.getpid()


def killed() -> None:
    """End as one does that takes too much memory."""
    os.kill(os.getpid(), signal.SIGKILL)


def endless() -> None:
    """Come to no end."""
    while True:
        time.sleep(60)


def begun(sign: str) -> None:
    """Say so by a file, and come to no end."""
    Path(sign).touch()
    endless()


def nap() -> None:
    """Take a moment."""
    time.sleep(0.3)


def loud(text: str) -> str:
    """Say something on the way, as libraries do."""
    sys.stdout.write(text)
    sys.stdout.flush()
    os.write(1, text.encode())
    return text


def refused(sentence: str) -> None:
    """Say why it can't be."""
    raise Refusal(sentence)


def not_there(path: str) -> bytes:
    """Look for a file."""
    return Path(path).read_bytes()


class Odd(Exception):
    """One that can be written down and not be read again."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(one + other)


def odd() -> None:
    """Raise it."""
    raise Odd("Amara", "O.")


def modules() -> set[str]:
    """What is loaded there."""
    return {name.partition(".")[0] for name in sys.modules}
