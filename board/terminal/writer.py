"""Writes to the terminal in the background, and notices when it is gone."""

import os
import select
import sys
from collections.abc import Callable

from textual.drivers._writer_thread import WriterThread

_AT_ONCE = 1 << 16
"""Bytes that are collected, while more is coming, before they are written."""


class Writer(WriterThread):
    """Writes what it is given, in order, and whole: also to a terminal that takes only a part at once.

    Args:
        fileno: The open terminal.
        lost: Called once, from this thread, when the terminal can't be written to any more; nothing is written then.
    """

    def __init__(self, fileno: int, lost: Callable[[], None]) -> None:
        super().__init__(sys.stdout)
        self._fileno = fileno
        self._lost = lost
        self._is_lost = False

    def fileno(self) -> int:
        """Give the number of the open terminal."""
        return self._fileno

    def run(self) -> None:
        """Write until `stop` is called."""
        waiting = bytearray()
        while (text := self._queue.get()) is not None:
            waiting += text.encode(errors="replace")
            if self._queue.empty() or len(waiting) > _AT_ONCE:
                self._put(bytes(waiting))
                waiting.clear()
        self._put(bytes(waiting))

    def _put(self, data: bytes) -> None:
        try:
            while data and not self._is_lost:
                data = data[self._some(data) :]
        except OSError:
            self._is_lost = True
            self._lost()

    def _some(self, data: bytes) -> int:
        try:
            return os.write(self._fileno, data)
        except BlockingIOError:
            select.select([], [self._fileno], [])
            return 0
