"""TinyDB's storage made safe: locked, replaced whole, with rolling copies."""

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from tinydb.storages import Storage

from board.disk import DISK, Disk, NotSaved, made_folder, patiently, put_file, read_plain, reason, sync_name
from board.errors import Refusal
from board.store.codec import CLASS_BYTES, Documents, document_bytes, json_of
from board.store.erasure import as_written, holds, without_students
from board.store.layout import BACKUPS, CLASS_FILE
from board.store.locks import Turn
from board.store.migrations import FORMAT, in_todays_shape, shape_of
from board.store.outgrown import outgrown
from board.store.shut_out import shut_out

BACKUPS_KEPT = 20
"""Copies of the file that are kept."""


Signature = tuple[int, int, int]
"""What changes whenever a file changes: inode, size in bytes, time in nanoseconds."""


class Fetched(NamedTuple):
    """What the file held when it was read.

    Attributes:
        signature: Of the file then.
        documents: Its tables, in today's shape.
        is_old: Whether the file is in an older shape.
    """

    signature: Signature
    documents: Documents
    is_old: bool


class SafeStorage(Storage):
    """A class file that several programs may edit and no kill can tear.

    Reading outside a transaction needs no lock, since the file is only ever replaced whole.

    Args:
        path: The JSON file.
        backups: Folder for copies, the newest of them the file as it is, or None to keep none.
        disk: Where the system calls go.

    Attributes:
        is_old: Whether the file was in an older shape when it was read; what is read is always in today's.
    """

    def __init__(self, path: Path, backups: Path | None = None, disk: Disk = DISK) -> None:
        self._path = path
        self._backups = backups
        self._disk = disk
        self._turn = Turn(path.with_suffix(".lock"))
        self._pending: Documents | None = None
        self._cached: Fetched | None = None
        self.is_old = False

    def read(self) -> Documents | None:
        """Give the tables, read again only when the file has changed; None when there is no file yet."""
        if self._pending is not None:
            return self._pending
        fetched = self.fetch()
        if fetched is None:
            return None
        self.keep(fetched)
        return fetched.documents

    def fetch(self) -> Fetched | None:
        """Give the tables as they lie on the disk, read again only when the file has changed; None when there is none.

        Changes nothing here, so it may run in a thread of its own.

        Raises:
            Refusal: The file is damaged, or was made by a newer version of the board.
        """
        signature, cached = self.signature(), self._cached
        if signature is None:
            return None
        if cached is not None and cached.signature == signature:
            return cached
        return Fetched(signature, *self._parse())

    def keep(self, fetched: Fetched) -> None:
        """Use what was fetched as long as the file stays as it was then."""
        self._cached, self.is_old = fetched, fetched.is_old

    def write(self, data: Documents) -> None:
        """Keep the tables for the end of the transaction."""
        with self.transaction():
            self._pending = data

    def signature(self) -> Signature | None:
        """Give the signature of the file as it is now; None without a file.

        Raises:
            Refusal: The folder does not answer.
        """
        try:
            stat = self._path.stat()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise Refusal(f"{self._path} can't be read ({reason(error)}); is the class folder still there?") from error
        return (stat.st_ino, stat.st_size, stat.st_mtime_ns)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make everything written inside one replacement of the file, or none of it when an error leaves it.

        Raises:
            NotSaved: The new file could not be written; the old one is as it was.
        """
        if self._pending is not None:
            yield
            return
        with self._turn.taken():
            before = self._path.read_bytes() if self._path.exists() else None
            self._pending = {} if before is None else self._parse()[0]
            try:
                yield
                data = document_bytes(self._pending)
            finally:
                self._pending = None
            if data != before:
                put_file(self._path, data, self._disk)
                self._keep_copy(data)
            else:
                sync_name(self._path, self._disk)  # whoever put the same there may have been killed before that
            self._cached = None

    def put_back(self, documents: Documents) -> None:
        """Put these tables in the place of the file, whatever state it is in; it is kept among the copies first.

        Args:
            documents: Whole tables, such as those of a copy.

        Raises:
            NotSaved: The file is as it was.
        """
        with self._turn.taken():
            try:
                present = patiently(self._path.read_bytes) if self._path.exists() else b""
                if present and all(copy.read_bytes() != present for copy in self.backups()):
                    self._copy(present, "class" if tables_of(present) else "damaged")
            except OSError as error:
                raise NotSaved(
                    f"{self._path} could not be kept first ({reason(error)}); nothing was changed."
                ) from error
            data = document_bytes(documents)
            put_file(self._path, data, self._disk)
            self._keep_copy(data)
            self._cached = None

    def strip(self, erased: Collection[str], *, now: bool) -> tuple[str, ...]:
        """Take students out of the file and of every copy of it; costs some reading when there is nothing to do.

        Args:
            erased: Ids of the students.
            now: Whether this is the erasure itself, so that a copy nobody can read goes in any case.

        Returns:
            Names of copies that can't be read and were deleted.

        Raises:
            NotSaved: Not everything could be done; doing it again goes on.
        """
        ids = as_written(erased)
        todo = [path for path in self.copies() if _needs_strip(path.read_bytes(), ids, now=now)]
        inside = any(id_ in erased for id_ in (self.read() or {}).get("students", {}))
        if not (todo or inside or self._leftovers()):
            return ()
        with self._turn.taken():
            gone = [path.name for path in todo if not self._strip_copy(path, erased)]
            for path in self._leftovers():  # nobody else writes while we have the turn: their writers are dead
                self._disk.remove(path)
            with self.transaction():  # last, since it says who is still to be taken out
                self._pending = without_students(self._pending, erased)
        return tuple(gone)

    def _strip_copy(self, path: Path, erased: Collection[str]) -> bool:
        """Take students out of one copy, and give it its time back; tell whether it could be read."""
        try:
            time, tables = path.stat().st_mtime_ns, without_students(tables_of(path.read_bytes()), erased)
            if tables is None:
                self._disk.remove(path)
                return False
            put_file(path, document_bytes(tables), self._disk)
            os.utime(path, ns=(time, time))
        except FileNotFoundError:
            pass  # thrown away meanwhile, as the oldest copy is at every edit
        except OSError as error:
            raise NotSaved(f"{path} could not be stripped ({reason(error)}); delete it by hand.") from error
        return True

    def copies(self) -> list[Path]:
        """Give every copy of the file: all that lies among the rolling ones, and what a sync program made."""
        kept = sorted(self._backups.glob("*.json")) if self._backups is not None else []
        return kept + conflict_copies(self._path.parent)

    def _leftovers(self) -> list[Path]:
        """Give what killed writers left behind."""
        folders = [self._path.parent, *([self._backups] if self._backups is not None else [])]
        return [path for folder in folders for path in folder.glob(".*.json.*.new")]

    def _parse(self) -> tuple[Documents, bool]:
        """Give the tables in today's shape, and whether the file was in an older one."""
        try:
            data = patiently(lambda: read_plain(self._path, CLASS_BYTES))
        except OSError as error:
            raise Refusal(
                f"{self._path} can't be read ({reason(error)}). {shut_out(error) or self._remedy()}"
            ) from error
        found = tables_of(data)
        if found is None:
            raise Refusal(f"{self._path} is damaged. {self._remedy()}")
        is_old = shape_of(found) < FORMAT
        return in_todays_shape(found), is_old

    def _remedy(self) -> str:
        return remedy(self._path.parent)

    def backups(self) -> list[Path]:
        """Give the rolling copies, oldest first."""
        return [] if self._backups is None else rolling_copies(self._backups)

    def _keep_copy(self, data: bytes) -> None:
        """Keep a copy of what was just written; the edit is safe already, so a copy that fails is only missing."""
        with suppress(OSError, NotSaved):
            self._copy(data, "class")

    def _copy(self, data: bytes, kind: str) -> None:
        if self._backups is None:
            return
        made_folder(self._backups)
        kept = self.backups()
        number = number_of(kept[-1]) + 1 if kept else 1
        put_file(self._backups / f"{kind}-{number:06}.json", data, self._disk)
        for old in outgrown(kept, tables_of(data) or {}, BACKUPS_KEPT - 1, _held_in_copy):
            self._disk.remove(old)


def _needs_strip(data: bytes, ids: tuple[bytes, ...], *, now: bool) -> bool:
    if now and tables_of(data) is None:
        return True
    return holds(data, ids)


def _held_in_copy(copy: Path) -> Documents:
    with suppress(OSError):
        return tables_of(copy.read_bytes()) or {}
    return {}


def tables_of(data: bytes) -> Documents | None:
    """Give the tables a class file holds, None when it holds none."""
    try:
        found = json_of(data)
    except (ValueError, RecursionError):
        return None
    if not (isinstance(found, dict) and all(isinstance(table, dict) for table in found.values())):
        return None
    return found


def rolling_copies(backups: Path) -> list[Path]:
    """Give the rolling copies in a folder, oldest first."""
    found = (path for path in backups.glob("class-*.json") if path.stem.removeprefix("class-").isdecimal())
    return sorted(found, key=number_of)


def number_of(copy: Path) -> int:
    """Give the number of a rolling copy."""
    return int(copy.stem.rpartition("-")[2])


def conflict_copies(folder: Path) -> list[Path]:
    """Give the copies of class.json a sync program made."""
    return sorted(path for path in folder.glob("*class*.json") if path.name != CLASS_FILE)


def remedy(folder: Path) -> str:
    """Say what to do when class.json is not here or can't be read: wait for it first, then take its newest whole copy."""
    for copy in reversed(rolling_copies(BACKUPS.within(folder))):
        with suppress(OSError):
            if tables_of(copy.read_bytes()):
                return (
                    "It may still be on its way: if a sync program keeps this folder, wait until that has finished. If it "
                    f'stays so, put the newest copy in its place with: board restore "{copy}"'
                )
    return (
        "It may still be on its way: if a sync program keeps this folder, wait until that has finished. If it stays so, "
        "choose another folder, or bring the class back from your own copy with: board restore ZIP FOLDER"
    )
