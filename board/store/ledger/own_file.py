"""The one ledger file this computer writes: whole lines are appended to it and on the disk, or it is as it was."""

import os
import sys
from pathlib import Path

from board.disk import DISK, Disk, NotSaved, open_plain, reason
from board.store.ledger.ledger_files import LAST_BYTES, Seen
from board.store.lines import kept_bytes

_OPEN_FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT

KEEPS_OPEN = sys.platform != "win32"
"""Whether the file stays open between marks; on Windows nobody could replace it then."""


class OwnFile:
    """A ledger file that is written.

    Args:
        path: The file.
        disk: Where the system calls go.

    Attributes:
        path: As given.
    """

    def __init__(self, path: Path, disk: Disk = DISK) -> None:
        self.path = path
        self._disk = disk
        self._handle: int | None = None
        self._is_named = False

    def write(self, lines: bytes, seen: Seen | None) -> Seen | None:
        """Append whole lines and wait for the disk; after any failure the file is as it was and is opened anew.

        Args:
            lines: The lines.
            seen: How far the file was read.

        Returns:
            How far it is read now; None when somebody else has written in it, so that it must be read anew.

        Raises:
            NotSaved: They are not on the disk, and will not appear later; its sentence says so if even that is open.
        """
        try:
            handle = self._opened()
            size = os.fstat(handle).st_size
            known = min(seen.read_to if seen else 0, size)
            tail = _bytes_from(handle, known) if size > known else b""
            end = known + kept_bytes(tail)
            if size > end:  # a half line, which was never acknowledged
                os.ftruncate(handle, end)
            joined = b"\n" if end > known and tail[end - known - 1 : end - known] not in (b"\n", b"\r") else b""
            try:
                self._disk.write(handle, joined + lines)
                self._sync(handle)
            except OSError:
                self._put_back(handle, end, joined + lines)
                raise
        except OSError as error:
            self.let_go()
            raise NotSaved(
                f"The mark was not saved ({reason(error)}); the board is as before: make room on the disk and mark again."
            ) from error
        stat = os.fstat(handle)
        if not KEEPS_OPEN:
            self.let_go()
        if (seen is None and end) or end > known or stat.st_size != end + len(lines):
            return None
        before = seen.lines if seen else 0
        count = before + lines.count(b"\n")
        return Seen(stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_size, lines[-LAST_BYTES:], count)

    def begin(self) -> None:
        """Make the file where there is none.

        Raises:
            NotSaved: It can't be made.
        """
        try:
            self._opened()
        except OSError as error:
            raise NotSaved(f"{self.path} can't be made ({reason(error)}); see that you may write there.") from error
        if not KEEPS_OPEN:
            self.let_go()

    def make_sure(self) -> None:
        """Sync marks that are known already: a program killed before it did so is why they are made again.

        Raises:
            NotSaved: Nobody knows whether they are on the disk.
        """
        if not self.path.exists():
            return
        try:
            self._sync(self._opened())
        except OSError as error:
            self.let_go()
            raise _doubtful(error) from error

    def let_go(self) -> None:
        """Close the file; it is opened anew when it is needed again."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _sync(self, handle: int) -> None:
        self._disk.sync(handle)
        if not self._is_named:
            self._disk.sync_folder(self.path.parent)
            self._is_named = True

    def _put_back(self, handle: int, end: int, lines: bytes) -> None:
        """Take away what was written of some lines, and nothing that anybody else has written."""
        try:
            if not lines.startswith(_bytes_from(handle, end)):
                raise OSError(5, "somebody else has written in the file")  # noqa: TRY301 - said like any other
            os.ftruncate(handle, end)
        except OSError as error:
            self.let_go()
            raise _doubtful(error) from error

    def _opened(self) -> int:
        """Give the handle of the file, opened anew when the file was replaced."""
        if self._handle is not None and not self._is_current(self._handle):
            self.let_go()
        if self._handle is None:
            self._handle = open_plain(self.path, _OPEN_FLAGS)
            self._is_named = False  # whoever made the file may have been killed before its name was on the disk
        return self._handle

    def _is_current(self, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), self.path.stat())
        except FileNotFoundError:
            return False


def _bytes_from(handle: int, start: int) -> bytes:
    os.lseek(handle, start, os.SEEK_SET)
    parts = []
    while part := os.read(handle, 1 << 20):
        parts.append(part)
    return b"".join(parts)


def _doubtful(error: OSError) -> NotSaved:
    return NotSaved(
        f"The disk does not answer ({reason(error)}), so the mark may be saved or not; close the board, then look."
    )
