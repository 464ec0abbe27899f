"""TinyDB's storage made safe: locked, replaced whole, with rolling copies."""

import os
import secrets
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tinydb.storages import Storage

from board.disk import DISK, Disk, NotSaved, made_folder, put_file, reason, sync_name
from board.disk.links import plain_files
from board.store.codec import Documents, document_bytes
from board.store.device import Device
from board.store.documents.beside import Beside
from board.store.documents.choices import Choice, value_of
from board.store.documents.class_reading import Fetched, Reader
from board.store.documents.copies import (
    bytes_of,
    class_id_of,
    class_in,
    conflict_copies,
    held_in,
    needs_strip,
    number_of,
    rolling_copies,
    tables_of,
)
from board.store.documents.edits import GONE, with_part
from board.store.documents.merging import disagreements, stamped, visible
from board.store.documents.outgrown import outgrown
from board.store.erasure import as_written, holds, without_students
from board.store.locks import Turn, TurnLost

BACKUPS_KEPT = 20
"""Copies of the file that are kept."""


_NOBODY = Device("board")


class SafeStorage(Storage):
    """A class file that several programs may edit and no kill can tear.

    Reading outside a transaction needs no lock, since the file is only ever replaced whole.

    Args:
        path: The JSON file.
        backups: Folder for copies, the newest of them the file as it is, or None to keep none.
        disk: Where the system calls go.
        device: This computer, which remembers the documents and joins what sync programs leave beside the file; None
            knows nothing but the file.

    Attributes:
        is_old: Whether the file was in an older shape when it was read; what is read is always in today's.
    """

    def __init__(
        self, path: Path, backups: Path | None = None, disk: Disk = DISK, device: Device | None = None
    ) -> None:
        self._path = path
        self._backups = backups
        self._disk = disk
        self._turn = Turn(path.with_suffix(".lock"))
        self._beside = Beside(path.parent, device, backups, disk)
        self._reader = Reader(path, self._beside)
        self._writer = f"{(device or _NOBODY).id}.{secrets.token_hex(3)}"  # two copies of one computer are two
        self._pending: Documents | None = None
        self._chosen: set[tuple[str, str, str]] = set()
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
        """Give the tables as they lie on the disk, see `Reader.look`; changes nothing here.

        Raises:
            Refusal: The file is damaged, or was made by a newer version of the board.
        """
        return self._reader.look(self._cached)

    def wait(self) -> None:
        """Wait for a file that is still arriving, see `Reader.wait`."""
        self._reader.wait()

    @property
    def known(self) -> Fetched | None:
        """What was read last."""
        return self._cached

    def keep(self, fetched: Fetched) -> None:
        """Use what was fetched as long as the file stays as it was then."""
        self._cached, self.is_old = fetched, fetched.is_old

    def write(self, data: Documents) -> None:
        """Keep the tables for the end of the transaction."""
        with self.transaction():
            self._pending = data

    def erase(self, students: Collection[str]) -> None:
        """Let these students never come back from what is remembered or was copied; the file stays as it is."""
        self._beside.erased = students

    def settle(self) -> bool:
        """Write down what is known beside the file, if it is more than the file says, and else remember the file.

        Returns:
            Whether it was more.

        Raises:
            NotSaved: The file is as it was.
        """
        known = self._cached
        if known is None:
            return False
        if known.is_behind:
            with self.transaction():
                pass
        else:
            self._beside.remember(class_id_of(known.tables), known.data)
        return known.is_behind

    def choose(self, choice: Choice, which: int) -> None:
        """Let one version of a field stand, and keep no other; only in a transaction.

        Args:
            choice: What there is to choose from, as somebody saw it.
            which: The place of the version among its sayings.

        Raises:
            Refusal: Something else is said there meanwhile, or somebody has decided.
        """
        value, pending = value_of(self._before()[1], choice, which), self._pending or {}
        table = pending[choice.table]
        if choice.field == GONE and value is True:
            del table[choice.id]
            return
        table[choice.id] = with_part(choice.table, table[choice.id], choice.field, value)
        self._chosen.add((choice.table, choice.id, choice.field))

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
            lies, before = self._before()
            self._pending = visible(before)
            try:
                yield
                tables = stamped(before, self._pending, self._writer, self._chosen)
            finally:
                self._pending = None
                self._chosen = set()
            data = document_bytes(tables)
            if lies is None or data != lies.data:
                tables, data = self._put(tables, data)
                self._keep_copy(data)
            else:
                sync_name(self._path, self._disk)  # whoever put the same there may have been killed before that
            self._kept(tables, data, lies)

    def _before(self) -> tuple[Fetched | None, Documents]:
        """Give what lies there, and all that is known, without who is erased."""
        if self._path.exists():
            lies = self._reader.read()
            return lies, self._beside.all_of([lies.tables])
        class_id = class_id_of(self._cached.tables) if self._cached is not None else ""
        return None, self._beside.all_of([self._beside.remembered(class_id) or {}])

    def _kept(self, tables: Documents, data: bytes, lies: Fetched | None) -> None:
        self._beside.remember(class_id_of(tables), data)
        if lies is not None:
            now, then = dict(self._beside.signature()), dict(lies.signature[1])
            self._beside.put_aside(copy for copy in lies.copies if now.get(copy.name) == then.get(copy.name))
        self._cached = None

    def put_back(self, documents: Documents) -> None:
        """Put these tables in the place of the file, whatever state it is in; it is kept among the copies first.

        It is an edit that has seen all that is known, so no other computer puts back what is no longer there.

        Args:
            documents: Whole tables, such as those of a copy.

        Raises:
            NotSaved: The file is as it was.
        """
        with self._turn.taken():
            try:
                present = bytes_of(self._path) if self._path.exists() else b""
                if present and all(bytes_of(copy) != present for copy in self.backups()):
                    self._copy(present, "class" if tables_of(present) else "damaged")
            except OSError as error:
                raise NotSaved(
                    f"{self._path} could not be kept first ({reason(error)}); nothing was changed."
                ) from error
            whole = self._all_known(documents, present)
            chosen = {(one.table, one.id, one.field) for one in disagreements(whole)}
            tables = stamped(whole, visible(documents), self._writer, chosen)
            tables, data = self._put(tables, document_bytes(tables))
            self._keep_copy(data)
            self._kept(tables, data, None)

    def _put(self, tables: Documents, data: bytes) -> tuple[Documents, bytes]:
        """Put documents in place; with those of others, should the lock file have been taken away meanwhile."""
        while True:
            try:
                put_file(self._path, data, self._disk, self._turn.see_to)
            except TurnLost:
                tables = self._beside.all_of([tables, self._before()[1]])
                data = document_bytes(tables)
            else:
                return tables, data

    def _all_known(self, documents: Documents, present: bytes) -> Documents:
        """Give all that is known of a class: what lies there, the copies, and what this computer remembers."""
        class_id = class_id_of(documents)
        files = [bytes_of(path) for path in self.copies() if path.exists()]
        states = [self._beside.remembered(class_id), *map(class_in, (present, *files))]
        return self._beside.all_of([documents, *(one for one in states if one and class_id_of(one) == class_id)])

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
        self.erase(erased)
        ids = as_written(erased)
        inside = self.read() is not None and holds(bytes_of(self._path), ids)
        todo = [path for path in self.copies() if needs_strip(bytes_of(path), ids, now=now)]
        if not (todo or inside or self._leftovers()):
            return ()
        with self._turn.taken():
            gone = [path.name for path in todo if not self._strip_copy(path, erased)]
            for path in self._leftovers():  # nobody else writes while we have the turn: their writers are dead
                self._disk.remove(path)
            with self.transaction():
                pass  # last, since it says who is still to be taken out
        return tuple(gone)

    def _strip_copy(self, path: Path, erased: Collection[str]) -> bool:
        """Take students out of one copy, and give it its time back; tell whether it could be read."""
        try:
            time, tables = path.stat().st_mtime_ns, without_students(tables_of(bytes_of(path)), erased)
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
        found = plain_files(self._backups) if self._backups is not None else []
        kept = [path for path in found if path.suffix == ".json"]
        return kept + self._memory() + conflict_copies(self._path.parent)

    def _memory(self) -> list[Path]:
        memory = self._beside.memory(class_id_of(self._cached.tables)) if self._cached is not None else None
        return [memory] if memory is not None and memory.exists() else []

    def _leftovers(self) -> list[Path]:
        """Give what killed writers left behind."""
        folders = [self._path.parent, *([self._backups] if self._backups is not None else [])]
        folders += [path.parent for path in self._memory()]
        return [path for folder in folders for path in folder.glob(".*.json.*.new")]

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
        if kept and bytes_of(kept[-1]) == data:
            return
        number = number_of(kept[-1]) + 1 if kept else 1
        put_file(self._backups / f"{kind}-{number:06}.json", data, self._disk)
        for old in outgrown(kept, tables_of(data) or {}, BACKUPS_KEPT - 1, held_in):
            self._disk.remove(old)
