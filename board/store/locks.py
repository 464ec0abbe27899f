"""Turns between processes: one writer at a time, and a turn ends when its holder is killed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

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
        self._folder = path.parent
        self._lock = FileLock(path, timeout=PATIENCE)

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Hold the turn; taking it again inside is free.

        Raises:
            NotSaved: The lock file can't be made.
            Refusal: Another program did not give its turn back.
        """
        if not self._folder.is_dir():  # FileLock would make it, and marks would go into an empty new class
            raise NotSaved(f"{self._folder} is gone, so nothing was saved; put the class folder back.")
        try:
            self._lock.acquire()
        except Timeout as error:
            raise Refusal(
                f"Another program has held {self._lock.lock_file} for {PATIENCE:.0f} seconds; close it."
            ) from error
        except OSError as error:
            raise NotSaved(f"{self._lock.lock_file} could not be opened ({reason(error)}).") from error
        try:
            yield
        finally:
            self._lock.release()
