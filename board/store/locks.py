"""Turns between processes: one writer at a time, and a turn ends when its holder is killed."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from board.disk import NotSaved, reason
from board.errors import Refusal

PATIENCE = 10.0
"""Seconds to wait for another program's turn to end; a turn takes milliseconds."""

_PAUSE = 0.001
"""Seconds between two tries."""


class Turn:
    """A lock on a file of its own, never on the data file that gets replaced.

    The lock itself is filelock's, on a handle of our own: its `FileLock` costs as much time as the whole append it
    would protect.

    Args:
        path: The lock file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = threading.RLock()
        self._held = False

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Hold the turn; taking it again inside is free.

        Raises:
            NotSaved: The lock file can't be made.
            Refusal: Another program did not give its turn back.
        """
        with self._threads:
            if self._held:
                yield
                return
            handle = self._locked()
            self._held = True
            try:
                yield
            finally:
                self._held = False
                os.close(handle)  # which gives the lock back

    def _locked(self) -> int:
        if not self._path.parent.is_dir():  # a new folder here would be a new, empty class
            raise NotSaved(f"{self._path.parent} is gone, so nothing was saved; put the class folder back.")
        deadline = time.monotonic() + PATIENCE
        while True:
            handle = self._tried()
            if handle is not None:
                return handle
            if time.monotonic() > deadline:
                raise Refusal(f"Another program has held {self._path} for {PATIENCE:.0f} seconds; close it.")
            time.sleep(_PAUSE)

    def _tried(self) -> int | None:
        """Try once; None when somebody else has the turn, or has just put another lock file in place."""
        from filelock import lock_descriptor  # noqa: PLC0415 - reading a class takes no turn, and the board is up sooner

        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
            try:
                if lock_descriptor(handle, blocking=False) and os.path.samestat(os.fstat(handle), self._path.stat()):
                    return handle
            except OSError:
                os.close(handle)
                raise
            os.close(handle)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise NotSaved(
                f"{self._path} could not be opened ({reason(error)}), so nothing was saved; see that you may write there."
            ) from error
        return None
