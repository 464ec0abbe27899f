"""Reads class.json together with what is known beside it, and waits for one that is still arriving."""

import time
from pathlib import Path
from typing import NamedTuple

from board.disk import reason
from board.errors import Refusal
from board.store.beside import Beside, Signature
from board.store.codec import Documents
from board.store.copies import bytes_of, class_id_of, remedy, tables_of
from board.store.merging import visible
from board.store.migrations import FORMAT, in_todays_shape, shape_of
from board.store.shut_out import shut_out

ARRIVES_WITHIN = 3.0
"""Seconds a file that ends too early, or is gone, may still be on its way: a sync program is writing it."""

_JUST_NOW = 10.0
"""Seconds since a file was written in which it may be."""

_PAUSE = 0.05
"""Seconds between two tries."""


class CutOff(Refusal):
    """The file holds no documents; it may still be arriving."""


class Fetched(NamedTuple):
    """What the file held when it was read, together with what is known beside it.

    Attributes:
        signature: Of the file then, None when it was gone, and of copies beside it.
        documents: What is visible of its tables, in today's shape.
        tables: The tables with all they say about edits.
        copies: Copies made by a sync program that are in them.
        data: The bytes of the file.
        is_old: Whether the file is in an older shape.
        is_behind: Whether more is known than the file says.
    """

    signature: "Signatures"
    documents: Documents
    tables: Documents
    copies: tuple[Path, ...]
    data: bytes
    is_old: bool
    is_behind: bool


Signatures = tuple[Signature | None, tuple[tuple[str, Signature], ...]]
"""What changes whenever class.json changes, or a copy beside it."""


class Reader:
    """Reads a class file; changes nothing, so it may look in a thread of its own.

    Args:
        path: The JSON file.
        beside: What is known beside it.
    """

    def __init__(self, path: Path, beside: Beside) -> None:
        self._path, self._beside = path, beside
        self._missed_since: float | None = None

    def signature(self) -> Signatures:
        """Give the signature of the file as it is now, and of the copies beside it.

        Raises:
            Refusal: The folder does not answer.
        """
        try:
            stat = self._path.stat()
        except FileNotFoundError:
            return None, ()
        except OSError as error:
            raise Refusal(f"{self._path} can't be read ({reason(error)}); is the class folder still there?") from error
        return (stat.st_ino, stat.st_size, stat.st_mtime_ns), self._beside.signature()

    def look(self, known: Fetched | None) -> Fetched | None:
        """Give the tables as they lie on the disk, read again only when the file has changed; None when there is none.

        A file that is cut off or gone is as it was known, as long as it may still be arriving; after that, one that is
        gone is what this computer remembers.

        Args:
            known: What was read before.

        Raises:
            Refusal: The file is damaged, or was made by a newer version of the board.
        """
        signature = self.signature()
        if known is not None and known.signature == signature:
            self._missed_since = None
            return known
        try:
            found = self.read(signature) if signature[0] is not None else None
        except CutOff:
            if known is None or not self._may_arrive():
                raise
            return known
        if found is None and known is not None:
            return known if self._may_arrive() else self._remembered(known)
        self._missed_since = None
        return found

    def _may_arrive(self) -> bool:
        now = time.monotonic()
        self._missed_since = now if self._missed_since is None else self._missed_since
        return now - self._missed_since < ARRIVES_WITHIN

    def _remembered(self, known: Fetched) -> Fetched | None:
        tables = self._beside.remembered(class_id_of(known.tables))
        if tables is None:
            return None
        return Fetched((None, ()), visible(tables), tables, (), b"", is_old=False, is_behind=True)

    def read(self, signature: Signatures | None = None) -> Fetched:
        """Read the file.

        Args:
            signature: What its signature was before, None to ask for it.

        Raises:
            Refusal: It can't be read, is damaged, or was made by a newer version of the board.
        """
        before = self.signature() if signature is None else signature
        try:
            data = bytes_of(self._path)
        except OSError as error:
            raise Refusal(
                f"{self._path} can't be read ({reason(error)}). {shut_out(error) or remedy(self._path.parent)}"
            ) from error
        found = tables_of(data)
        if found is None:
            raise CutOff(f"{self._path} is damaged. {remedy(self._path.parent)}")
        is_old = shape_of(found) < FORMAT
        tables, copies, is_more = self._beside.together(in_todays_shape(found), data)
        return Fetched(before, visible(tables), tables, copies, data, is_old, is_more)

    def wait(self) -> None:
        """Wait until the file is whole, but only as long as it may still be arriving."""
        deadline = time.monotonic() + ARRIVES_WITHIN
        while time.monotonic() < deadline and self._is_arriving():
            time.sleep(_PAUSE)

    def _is_arriving(self) -> bool:
        try:
            stat = self._path.stat()
            is_new = abs(time.time() - max(stat.st_mtime, stat.st_ctime)) < _JUST_NOW
            return is_new and tables_of(bytes_of(self._path)) is None
        except OSError:
            return False
