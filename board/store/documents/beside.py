"""What is known of the documents of a class beside class.json: what this computer remembers, and what sync programs copied."""

import os
import re
import time
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from board.disk import DISK, Disk, NotSaved, made_folder, make_plain, read_plain
from board.disk.links import plain_files
from board.disk.modes import made_folders
from board.store.codec import Documents
from board.store.device import Device
from board.store.documents.copies import class_id_of, class_in, conflict_copies
from board.store.documents.merging import joined
from board.store.layout import CLASS_FILE

_MOST_BYTES = 256 << 20
"""Bytes a class.json may have: more than a school has in a life."""

_SCAN_AGAIN = 2.0
"""Seconds after which the folder is gone through anyway: not every share or stick tells that a file came."""

_COARSEST = 2.0
"""Seconds in which a file may come without the folder's time telling; FAT counts even seconds."""

_KEPT = 20
"""Joined copies that are kept."""

Signature = tuple[int, int, int]
"""What changes whenever a file changes: inode, size in bytes, time in nanoseconds."""


class Together(NamedTuple):
    """What class.json is together with all that is known beside it.

    Attributes:
        tables: The documents, with all they say about edits.
        copies: Copies made by a sync program that are in it.
        is_more: Whether it is more than class.json says.
    """

    tables: Documents
    copies: tuple[Path, ...]
    is_more: bool


class _Listing(NamedTuple):
    time: int
    names: tuple[str, ...]
    is_settled: bool
    due: float


class Beside:
    """Documents of a class that lie elsewhere than in its class.json.

    Args:
        folder: The class folder.
        device: This computer; None knows nothing beside the file.
        backups: Where copies are put once they are joined, None where they stay.
        disk: Where the system calls go.

    Attributes:
        erased: Ids of students who never come back.
    """

    def __init__(self, folder: Path, device: Device | None, backups: Path | None, disk: Disk = DISK) -> None:
        self._folder, self._device, self._backups, self._disk = folder, device, backups, disk
        self._listing: _Listing | None = None
        self._remembered = b""
        self.erased: Collection[str] = ()

    def signature(self) -> tuple[tuple[str, Signature], ...]:
        """Give what changes whenever a sync program puts a copy beside class.json, or writes on in one."""
        found = []
        for name in () if self._device is None else self._listed():
            with suppress(OSError):
                stat = (self._folder / name).stat()
                found.append((name, (stat.st_ino, stat.st_size, stat.st_mtime_ns)))
        return tuple(found)

    def _listed(self) -> tuple[str, ...]:
        known = self._listing
        try:
            changed = self._folder.stat().st_mtime_ns
            if known is None or changed != known.time or not known.is_settled or time.monotonic() >= known.due:
                is_settled = time.time_ns() - changed > _COARSEST * 1e9
                names = [path.name for path in conflict_copies(self._folder)]
                known = self._listing = _Listing(changed, tuple(names), is_settled, time.monotonic() + _SCAN_AGAIN)
        except OSError:
            return ()
        return known.names

    def memory(self, class_id: str) -> Path | None:
        """Give the file in which this computer remembers the documents, None where it remembers nothing."""
        place = self._device.memory_of(class_id, self._folder) if self._device is not None and class_id else None
        return None if place is None else place / CLASS_FILE

    def remembered(self, class_id: str) -> Documents | None:
        """Give the documents as this computer knows them, None when it does not."""
        data = self._read(self.memory(class_id))
        return class_in(data) if data else None

    def together(self, tables: Documents, data: bytes) -> Together:
        """Give the documents with all that is known beside them.

        Args:
            tables: What class.json holds.
            data: Its bytes; where these are remembered, nothing needs to be compared.
        """
        class_id = class_id_of(tables)
        if self._device is None or not class_id:
            return Together(tables, (), is_more=False)
        others = {path: self._read(path) for path in (self._folder / name for name in self._listed())}
        memory = self.memory(class_id)
        known = self._remembered = self._read(memory)
        if memory is not None and known and known != data:
            others[memory] = known
        readable = {path: found for path, found in ((path, class_in(one)) for path, one in others.items()) if found}
        readable = {path: found for path, found in readable.items() if class_id_of(found) == class_id}
        if not readable:
            return Together(tables, (), is_more=False)
        alone = joined(tables, tables, self.erased)
        whole = self.all_of((alone, *readable.values()))
        copies = tuple(path for path in readable if path != memory)
        return Together(whole, copies, is_more=bool(copies) or whole != alone)

    def all_of(self, states: Iterable[Documents]) -> Documents:
        """Give several states of the documents as one, without who is erased."""
        first, *others = states
        whole = joined(first, first, self.erased)
        for state in others:
            whole = joined(whole, state, self.erased)
        return whole

    def remember(self, class_id: str, data: bytes) -> None:
        """Remember what class.json holds; a failure loses nothing that is in the class, and nobody waits for the disk."""
        memory = self.memory(class_id)
        if memory is None or (data == self._remembered and memory.exists()):
            return
        new = memory.with_name(f".{memory.name}.{os.urandom(4).hex()}.new")
        with suppress(OSError):
            made_folders(memory.parent, private=True)
            handle = make_plain(new, os.O_WRONLY)
            try:
                DISK.write(handle, data)
            finally:
                os.close(handle)
            DISK.replace(new, memory)
            self._remembered = data

    def put_aside(self, copies: Iterable[Path]) -> None:
        """Put copies that are joined among the other copies; one that can't be moved is joined again, which changes nothing."""
        if self._backups is None:
            return
        backups = self._backups
        for copy in copies:
            with suppress(OSError, NotSaved):
                made_folder(backups)
                kept = [path for path in plain_files(backups) if re.fullmatch(r"joined-\d+\.json", path.name, re.ASCII)]
                number = int(kept[-1].stem[7:]) + 1 if kept else 1
                self._disk.replace(copy, backups / f"joined-{number:06}.json")
                for old in kept[: max(0, len(kept) + 1 - _KEPT)]:
                    self._disk.remove(old)

    def _read(self, path: Path | None) -> bytes:
        with suppress(OSError):
            return b"" if path is None else read_plain(path, _MOST_BYTES)
        return b""
