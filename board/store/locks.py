"""Turns between processes: one writer at a time, and a turn ends when its holder is killed."""

import errno
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from board.disk import NotPlain, NotSaved, open_plain, patiently, reason
from board.disk.links import is_plain_folder
from board.errors import Refusal

PATIENCE = 10.0
"""Seconds to wait for another program's turn to end; a turn takes milliseconds."""

_PAUSE = 0.001
"""Seconds between two tries."""


class TurnLost(Exception):
    """The lock file was taken away, so somebody else may have written meanwhile."""


class Turn:
    """A lock on a file of its own, never on the data file that gets replaced.

    The lock itself is filelock's, on a handle of our own: its `FileLock` costs as much time as the whole append it
    would protect. The file holds nothing, so whatever is in its place, and whatever can't be opened there, makes way; one
    that only another account may write in is enough, since a lock needs no more than a look on a disk of one's own.

    Args:
        path: The lock file.
        stays_open: Whether it stays open between two turns, which makes a turn cheaper; `close` lets go of it then.
    """

    def __init__(self, path: Path, *, stays_open: bool = False) -> None:
        self._path, self._stays_open = path, stays_open
        self._threads = threading.RLock()
        self._handle: int | None = None
        self._at_rest: int | None = None

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Hold the turn; taking it again inside is free.

        Raises:
            NotSaved: The lock file can't be made.
            Refusal: Another program did not give its turn back.
        """
        with self._threads:
            if self._handle is not None:
                yield
                return
            self._handle = self._locked()
            try:
                yield
            finally:
                handle, self._handle = self._handle, None
                self._give_back(handle)

    def close(self) -> None:
        """Let go of a lock file that stays open."""
        with self._threads:
            if self._at_rest is not None:
                os.close(self._at_rest)
                self._at_rest = None

    def _give_back(self, handle: int) -> None:
        from filelock import unlock_descriptor  # noqa: PLC0415 - as below

        if self._stays_open:
            with suppress(OSError):
                unlock_descriptor(handle)
                self._at_rest = handle
                return
        os.close(handle)  # which gives the lock back, too

    def kept(self) -> bool:
        """Tell whether the turn is still nobody else's; asked while it is held, right before anything is put in place.

        Somebody who tidies up may take the lock file away, and the next writer locks another one. Then the turn is taken
        once more, and what was read in the first one must be read again.

        Raises:
            NotSaved: The lock file can't be made again.
            Refusal: Another program did not give its turn back.
        """
        if self._handle is None:
            return False
        if self._is_in_place(self._handle):
            return True
        lost, self._handle = self._handle, self._locked()
        os.close(lost)
        return False

    def see_to(self) -> None:
        """See that the turn is still nobody else's, right before something is put in place.

        Raises:
            TurnLost: It was not; it is again, and what was read must be read again.
        """
        if not self.kept():
            raise TurnLost

    def _locked(self) -> int:
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

        handle, self._at_rest = self._at_rest, None
        try:
            handle = self._opened() if handle is None else handle
        except NotPlain as error:
            self._make_way(error)
            return None
        except FileNotFoundError as error:
            if self._path.parent.is_dir():
                return None
            raise NotSaved(  # a new folder here would be a new, empty class
                f"{self._path.parent} is not there any more, so nothing was saved; plug the stick in again, or wait until "
                "the sync program has brought the folder back."
            ) from error
        except OSError as error:
            raise self._shut(error) from error
        try:
            if lock_descriptor(handle, blocking=False) and self._is_in_place(handle):
                return handle
        except OSError as error:
            os.close(handle)
            if error.errno != errno.EBADF:
                raise self._shut(error) from error
            self._make_way(error)  # on some shares a lock needs more than a look
            return None
        os.close(handle)
        return None

    def _opened(self) -> int:
        """Open the lock file, made when missing; one of another account only to look at it."""
        try:
            return patiently(lambda: open_plain(self._path, os.O_RDWR | os.O_CREAT))
        except PermissionError as refused:
            if sys.platform == "win32":
                raise
            try:
                return open_plain(self._path)
            except FileNotFoundError:
                raise refused from None
            except PermissionError as error:
                raise NotPlain(error.errno, reason(error)) from error

    def _make_way(self, error: OSError) -> None:
        """Take away what stands where the lock file should be: a link, a pipe, an empty folder, a file nobody may open."""
        if not is_plain_folder(self._path.parent):
            raise self._shut(error) from error
        try:
            if is_plain_folder(self._path):
                self._path.rmdir()
            else:
                self._path.unlink(missing_ok=True)
        except OSError as refused:
            raise self._shut(refused) from refused

    def _is_in_place(self, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), self._path.lstat())
        except FileNotFoundError:
            return False

    def _shut(self, error: OSError) -> NotSaved:
        return NotSaved(
            f"{self._path} could not be opened ({reason(error)}), so nothing was saved; see that you may write there."
        )
