"""TinyDB's storage made safe: locked, replaced whole, with rolling copies."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from board.disk import DISK, Disk, NotSaved, put_file
from board.errors import Refusal
from board.store.codec import document_bytes
from board.store.locks import Turn

BACKUPS_KEPT = 20
"""Copies of the file that are kept."""

Documents = dict[str, dict[str, Any]]
"""Tables by name, documents by id."""


class SafeStorage(Storage):
    """A JSON file that several programs may edit and no kill can tear.

    Reading outside a transaction needs no lock, since the file is only ever replaced whole.

    Args:
        path: The JSON file.
        backups: Folder for copies, the newest of them the file as it is, or None to keep none.
        disk: Where the system calls go.
    """

    def __init__(self, path: Path, backups: Path | None = None, disk: Disk = DISK) -> None:
        self._path = path
        self._backups = backups
        self._disk = disk
        self._turn = Turn(path.with_suffix(".lock"))
        self._pending: Documents | None = None
        self._cached: tuple[tuple[int, int, int], Documents] | None = None

    def read(self) -> Documents | None:
        """Give the tables, read again only when the file has changed; None when there is no file yet."""
        if self._pending is not None:
            return self._pending
        signature = self.signature()
        if signature is None:
            return None
        if self._cached is None or self._cached[0] != signature:
            self._cached = (signature, self._parse())
        return self._cached[1]

    def write(self, data: Documents) -> None:
        """Keep the tables for the end of the transaction."""
        with self.transaction():
            self._pending = data

    def signature(self) -> tuple[int, int, int] | None:
        """Give what changes whenever the file changes: inode, size in bytes, time in nanoseconds; None without a file."""
        try:
            stat = self._path.stat()
        except FileNotFoundError:
            return None
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
            self._pending = {} if before is None else self._parse()
            try:
                yield
                data = document_bytes(self._pending)
            finally:
                self._pending = None
            if data != before:
                put_file(self._path, data, self._disk)
                self._keep_copy(data)
            self._cached = None

    def _parse(self) -> Documents:
        try:
            found = json.loads(self._path.read_bytes())
        except (ValueError, OSError) as error:
            raise Refusal(f"{self._path} can't be read. {self._remedy()}") from error
        if not (isinstance(found, dict) and all(isinstance(table, dict) for table in found.values())):
            raise Refusal(f"{self._path} is not a class file. {self._remedy()}")
        return found

    def _remedy(self) -> str:
        kept = self.backups()
        if not kept:
            return "Choose another folder, or put a copy of the file back."
        return f"The newest copy is {kept[-1]}; put it in the place of {self._path.name}."

    def backups(self) -> list[Path]:
        """Give the copies, oldest first."""
        if self._backups is None:
            return []
        return sorted(self._backups.glob(f"{self._path.stem}-[0-9]*.json"))

    def _keep_copy(self, data: bytes) -> None:
        """Keep a copy of what was just written; the edit is safe already, so a copy that fails is only missing."""
        if self._backups is None:
            return
        with suppress(OSError, NotSaved):
            self._backups.mkdir(exist_ok=True)
            kept = self.backups()
            number = int(kept[-1].stem.rpartition("-")[2]) + 1 if kept else 1
            put_file(self._backups / f"{self._path.stem}-{number:06}.json", data, self._disk)
            for old in kept[: max(0, len(kept) + 1 - BACKUPS_KEPT)]:
                old.unlink(missing_ok=True)
