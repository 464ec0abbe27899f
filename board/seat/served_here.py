"""Which class is served from a seat just now, so that a second one who wants to serve it finds the first."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from board.disk import NotSaved, put_if_possible, read_plain, reason
from board.disk.modes import made_folders
from board.seat.links import name_of_class

_BYTES = 1000


class ServedHere:
    """Whether a class is served from here; a process that is killed serves nothing any more.

    Args:
        home: The folder of the seat.
        class_key: What the class is known by, see `Book.key`.
    """

    def __init__(self, home: Path, class_key: str) -> None:
        self._folder, name = home / "served", name_of_class(class_key)
        self._lock, self._kept = self._folder / f"{name}.lock", self._folder / f"{name}.txt"

    @contextmanager
    def held(self) -> Iterator[bool]:
        """Serve it, until this is left; gives false where another process serves it already.

        Raises:
            NotSaved: The folder can't be written in.
        """
        try:
            made_folders(self._folder, private=True)
            lock = FileLock(self._lock, timeout=0, mode=0o600)
            lock.acquire()
        except Timeout:
            yield False
            return
        except OSError as error:
            raise NotSaved(f"{self._folder} can't be written in ({reason(error)}), so nothing is served.") from error
        try:
            yield True
        finally:
            with suppress(OSError):
                self._kept.unlink(missing_ok=True)
            lock.release()

    def note(self, address: str) -> None:
        """Write down where it is served.

        Args:
            address: For the browser of this very computer.
        """
        put_if_possible(self._kept, address.encode())

    @property
    def address(self) -> str:
        """Where it is served, as it was written down; empty where nobody knows."""
        try:
            return read_plain(self._kept, _BYTES).decode()
        except (OSError, UnicodeError):
            return ""
