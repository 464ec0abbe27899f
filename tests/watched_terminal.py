"""A terminal that remembers what it was asked for: which of its modes are on, and how it was set before."""

import fcntl
import os
import re
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pty_terminal import PATIENCE, Terminal

_MODE = re.compile(rb"\x1b\[\?(\d+)([hl])")
_USUAL = {b"25": True, b"7": True}
"""Modes that are on in every terminal: the cursor is seen, and lines go on at the edge."""


class WatchedTerminal(Terminal):
    """A terminal that can say whether it was left as it was found."""

    def __init__(self, command: list[str], **options: Any) -> None:
        self.said = bytearray()
        super().__init__(command, **options)
        self.set_before = termios.tcgetattr(self._ours)

    def _read(self, patience: float) -> bytes:
        came = super()._read(patience)
        self.said += came
        return came

    @property
    def left_on(self) -> list[str]:
        """What was asked for and not taken back, or taken back and not asked for again."""
        modes = dict(_USUAL)
        for mode in _MODE.finditer(bytes(self.said)):
            modes[mode[1]] = mode[2] == b"h"
        on = [mode.decode() for mode, is_on in modes.items() if is_on is not _USUAL.get(mode, False)]
        pushed = len(re.findall(rb"\x1b\[>\d+u", bytes(self.said))) - self.said.count(b"\x1b[<u")
        return on + ["keys of kitty"] * pushed

    @property
    def is_set_as_before(self) -> bool:
        """Whether the line discipline is what it was before the program took the terminal."""
        return termios.tcgetattr(self._ours) == self.set_before

    @property
    def threads(self) -> int:
        """How many threads the program has."""
        return len(list(Path(f"/proc/{self.pid}/task").iterdir()))

    @property
    def is_full(self) -> bool:
        """Whether what the program writes has no more room: it came, and for a moment no more has come to it."""
        waiting = []
        for _ in range(4):
            time.sleep(0.1)
            waiting.append(fcntl.ioctl(self._ours, termios.FIONREAD, b"\0" * 4))
        return any(waiting[0]) and len(set(waiting)) == 1

    @property
    def state(self) -> str:
        """The state of the program as the system says it: T is stopped."""
        return Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()[0]

    def hang_up(self) -> None:
        """Close the terminal, as closing its window does."""
        os.close(self._ours)

    def wait_for_text(self, text: str) -> None:
        """Read until a text has come that belongs to no frame, such as the prompt of a shell."""
        at = len(self.said)
        self.until(lambda: text.encode() in self.said[at:])

    def until(self, condition: Callable[[], bool]) -> None:
        """Read on until something is so."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, f"it never came to be; the last that came: {bytes(self.said[-2000:])!r}"
            self._read(0.02)
