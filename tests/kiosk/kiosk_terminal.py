"""A kiosk in a window of its own, started from a shell that says so when somebody gets back to it."""

import os
import shlex
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from board.cli.context import seat_here
from board.deeds.pin import Pins
from board.deeds.sitting import Sitting, usual_adult
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT
from pty_terminal import FRAME_END, PATIENCE
from watched_terminal import WatchedTerminal

PIN = "83619274"
"""Longer than any noise types by chance."""

ESCAPE = b"\x1b[27u"
"""The key, told apart from the begin of a sequence."""

QUILT, ASKED = "Touch me", "A grown-up types the PIN here."
SCREENS = {"quilt": QUILT, "signs": "Which sign is yours?", "page": "  ·  Unit"}
"""What tells screens of the kiosk apart: its words on each; there are others between them, from which one goes back."""

_ELSEWHERE = "elsewhere"
_FORGOTTEN = 4.0
"""Seconds after which a key that has done nothing yet will do nothing any more: the kiosk takes none of long ago."""

_OUT = "GOT-OUT"
FORBIDDEN = (
    f"{_OUT}>",
    "Keep working",
    "Ms. Rivera",
    "End the kiosk",
    "Traceback",
    "(Pdb)",
    ">>>",
    "earch for comm",
    "fg brings it back",
)
"""What nobody may see at a kiosk without the PIN: a prompt, the board, the menu of adults, what programs say of themselves."""

SHELL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp("sh", ["sh", "-c", sys.argv[1] + "; status=$?; echo GOT'-'OUT'>' $status; exec sleep 600"])
"""


class KioskTerminal(WatchedTerminal):
    """A kiosk, and whether it holds.

    Args:
        folder: The class, which has a PIN, see `with_pin`.
        program: What runs the command line, in place of the board itself.
        env: Variables beside those of this process.
        options: Further options of the command.
    """

    def __init__(
        self,
        folder: Path,
        program: Sequence[str] = ("-m", "board"),
        env: Mapping[str, str] | None = None,
        options: Sequence[str] = (),
    ) -> None:
        called = shlex.join([sys.executable, *program, "kiosk", *options, "-c", str(folder)])
        self.where = "quilt"
        super().__init__([sys.executable, "-c", SHELL, called], columns=100, rows=30, env=env or {})

    def close(self) -> None:
        """End all of it."""
        for process in (*self.kiosk, *self.watcher):
            os.kill(process, signal.SIGKILL)
        super().close()

    @property
    def watcher(self) -> list[int]:
        """The process that keeps the kiosk up."""
        return _children(self.pid)

    @property
    def kiosk(self) -> list[int]:
        """The process that shows it."""
        return [child for one in self.watcher for child in _children(one)]

    def came_up(self) -> None:
        """Wait until the quilt is there."""
        self.wait_for(QUILT)
        self.settle(0.1)

    def until_another(self, before: list[int]) -> None:
        """Wait until another process shows the kiosk than before."""
        self.until(lambda: self.kiosk not in ([], before))

    def gap(self, patience: float = PATIENCE) -> list[str]:
        """Give what is wrong with the kiosk now: nothing where it is up, hears keys, and has shown nothing it may not.

        Args:
            patience: Seconds until an answer counts as missing.
        """
        found: list[str] = []
        self.write(b"\x18\x1b\\\x1b[201~")  # whatever was begun ends
        self.settle(0.15)
        if not self._asks(patience):
            found.append("it asks for no PIN")
        found += [f"it has shown {text}" for text in FORBIDDEN if text.encode() in self.said]
        found += [] if len(self.watcher) == len(self.kiosk) == 1 else ["its processes are gone"]
        found += [f"process {one} is stopped" for one in (*self.watcher, *self.kiosk) if _state(one) == "T"]
        return found

    def go_to(self, where: str) -> None:
        """Go to a screen of the kiosk, from wherever it is.

        Each key comes alone, and more slowly with each try: several that are read at once soon after a paste are the rest of it.
        """
        for number in range(20):
            if self.where == where:
                return
            for key in self._next_keys(where, goes_on=bool(number % 3)):
                self.write(key)
                self.settle(0.1 * (number + 1))
            self._asks(PATIENCE)
        assert self.where == where, f"no way leads from {self.where} to {where}"

    def _next_keys(self, where: str, *, goes_on: bool) -> tuple[bytes, ...]:
        """Give the keys that lead on; now and then one goes back instead: a row may have been chosen already."""
        if self.where == "quilt":
            return (b"x",)
        if self.where == "signs":
            return (b"1", b"1") if where == "page" and goes_on else (b"0",)
        return (ESCAPE,)

    def _asks(self, patience: float) -> bool:
        """Press the adult's corner, tell whether it asks for the PIN, and see where one is when nobody types it."""
        at, deadline = len(self.said), time.monotonic() + patience
        self.write(b"\x11")
        while not self._comes(ASKED, at, 0.5):
            if time.monotonic() > deadline:
                return False
            self.write(ESCAPE)  # it may have asked already, or what came before took so long that the key is forgotten
            self.settle(0.05)
            self.write(b"\x11")
        self.settle(0.05)
        at = len(self.said)
        self.write(ESCAPE)
        self._comes(FRAME_END.decode(), at, _FORGOTTEN)
        self.settle(0.1)
        words = bytes(self.said[at:]).decode(errors="replace")
        self.where = next((name for name, shown in SCREENS.items() if shown in words), _ELSEWHERE)
        return True

    def _comes(self, text: str, at: int, patience: float) -> bool:
        deadline = time.monotonic() + patience
        while text.encode() not in self.said[at:]:
            if time.monotonic() > deadline:
                return False
            self._read(0.02)
        return True


def with_pin(book: ClassBook, **settled: Any) -> None:
    """Give a class a PIN, and other settings of its kiosk."""
    Pins(book).set(Sitting(book, usual_adult(book)), PIN)
    book.edit(ABOUT, lambda now: now._replace(kiosk=now.kiosk._replace(**settled)))
    seat_here().settings.remember(book.key)


def _children(process: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def _state(process: int) -> str:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""
