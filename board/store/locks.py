"""Turns between processes: one writer at a time, and a turn ends when its holder is killed."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from board.disk import NotSaved, reason
from board.errors import Refusal

PATIENCE = 10.0
"""Seconds to wait for another program's turn to end; a turn takes milliseconds."""


class Turn:
    """A lock on a file of its own, never on the data file that gets replaced.

    Args:
        path: The lock file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Hold the turn; taking it again inside is free.

        Raises:
            NotSaved: The lock file can't be made.
            Refusal: Another program did not give its turn back.
        """
        if not self._path.parent.is_dir():  # FileLock would make it, and marks would go into an empty new class
            raise NotSaved(f"{self._path.parent} is gone, so nothing was saved; put the class folder back.")
        try:
            self._lock.acquire()
        except TimeoutError as error:
            raise Refusal(f"Another program has held {self._path} for {PATIENCE:.0f} seconds; close it.") from error
        except OSError as error:
            raise NotSaved(f"{self._path} could not be opened ({reason(error)}).") from error
        try:
            yield
        finally:
            self._lock.release()

    @cached_property
    def _lock(self) -> Any:
        from filelock import FileLock  # noqa: PLC0415 - reading a class takes no turn, and the board is up sooner

        return FileLock(self._path, timeout=PATIENCE)
