"""What happened in the class: append-only JSON lines, one file per device, read by all and written by its owner."""

import os
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from board.disk import DISK, Disk, NotSaved, put_file, reason
from board.mastery.facts import Fact
from board.store.codec import fact_line
from board.store.erasure import stripped_lines
from board.store.ledger_files import LAST_BYTES, LedgerFiles, Reading, Seen
from board.store.locks import Turn

_OPEN_FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)

_KEEPS_OPEN = sys.platform != "win32"
"""Whether the file stays open between marks; on Windows nobody could replace it then."""


class Damage(NamedTuple):
    """A line that holds no fact: the file's name and the byte where the line starts."""

    file: str
    at: int

    @property
    def told(self) -> str:
        """What is said about it when the class is opened."""
        return f"ledger/{self.file} has a line that holds no mark (at byte {self.at}); board check explains."


class Ledger:
    """All facts of a class.

    Args:
        folder: The folder of ledger files.
        device: This device's id; names the one file that is written here.
        disk: Where the system calls go.

    Attributes:
        facts: Every fact read or written so far, each id once, in order of arrival.
        damaged: Lines that hold no fact; they are left as they are.
    """

    def __init__(self, folder: Path, device: str, disk: Disk = DISK) -> None:
        self._folder = folder
        self._device = device
        self._disk = disk
        self._turn = Turn(folder / f"{device}.lock")
        self._own = folder / f"{device}.jsonl"
        self._handle: int | None = None
        self._is_named = False
        self._files = LedgerFiles(folder)
        self._seen: dict[str, Seen] = {}
        self._doubles: set[str] = set()
        self._ids: set[str] = set()
        self._top = 0
        self._untold: list[Fact] = []
        self.facts: list[Fact] = []
        self.damaged: list[Damage] = []

    def news(self) -> tuple[Fact, ...]:
        """Give the facts of others that came since the last call; the first call gives everything.

        Raises:
            Refusal: A newer version of the board wrote one of them.
        """
        return self.take(self.look())

    def look(self) -> tuple[Reading, ...]:
        """Read what is new, for `take`; changes nothing here, so it may run in a thread of its own.

        Raises:
            Refusal: The folder can't be read, or a newer version of the board wrote something in it.
        """
        return self._files.look(self._seen.copy())

    def take(self, looked: Sequence[Reading]) -> tuple[Fact, ...]:
        """Let what was read count, and give the facts of others that were not told yet.

        A file that was read or written otherwise meanwhile is left for the next look.
        """
        for reading in looked:
            if self._seen.get(reading.name) is reading.before:
                self._take(reading)
        return self.untold()

    def untold(self) -> tuple[Fact, ...]:
        """Give the facts of others that were read and not told yet, without looking for more."""
        told, self._untold = self._untold, []
        return tuple(told)

    def append(self, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        """Write facts; when this returns they are on the disk.

        Args:
            facts: With ids of their own; `seq` and `device` are set here. Known ids do nothing.

        Returns:
            The facts as they were written.

        Raises:
            NotSaved: They are not on the disk, and will not appear later; its sentence says so if even that is open.
        """
        with self._turn.taken():
            for reading in self._files.look(self._seen, thorough=True):
                self._take(reading)
            fresh = {fact.id: fact for fact in reversed(facts) if fact.id not in self._ids}
            written = tuple(
                fact._replace(seq=self._top + place, device=self._device)
                for place, fact in enumerate(reversed(fresh.values()), 1)
            )
            if written:
                self._write(b"".join(map(fact_line, written)))
                for fact in written:
                    self._learn(fact)
            elif facts:
                self._make_sure()
        return written

    def strip(self, erased: Collection[str], words: Collection[str] = ()) -> None:
        """Take what was written about erased students out of this device's file, and out of copies a sync program made.

        Args:
            erased: Ids of the students.
            words: Names and notes that are known to be about them, for lines that hold no fact.

        Raises:
            NotSaved: Not everything could be done; doing it again goes on.
        """
        if not erased:
            return
        try:
            for path in (self._own, *(self._folder / name for name in sorted(self._doubles))):
                if path.exists() and stripped_lines(data := path.read_bytes(), erased, words) != data:
                    self._rewrite(path, erased, words)
            if self._leftovers():
                with self._turn.taken():  # nobody else of this device writes now: these writers are dead
                    for path in self._leftovers():
                        self._disk.remove(path)
        except OSError as error:
            raise NotSaved(f"{self._folder} could not be stripped ({reason(error)}); open the class again.") from error

    def _rewrite(self, path: Path, erased: Collection[str], words: Collection[str]) -> None:
        with self._turn.taken():
            self.close()
            put_file(path, stripped_lines(path.read_bytes(), erased, words), self._disk)
            self._forget(path.name)

    def _leftovers(self) -> list[Path]:
        names = (self._own.name, *self._doubles)
        return [path for path in self._folder.glob(".*.jsonl.*.new") if path.name[1:].startswith(names)]

    def close(self) -> None:
        """Let go of the file; it is opened and read anew when it is needed again."""
        self._seen.pop(self._own.name, None)
        self._let_go()

    def _let_go(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _write(self, lines: bytes) -> None:
        """Append whole lines and wait for the disk; after any failure the file is as it was and is opened anew."""
        seen = self._seen.get(self._own.name)
        try:
            handle = self._opened()
            end = min(seen.read_to if seen else 0, os.fstat(handle).st_size)
            if os.fstat(handle).st_size > end:
                os.ftruncate(handle, end)
            try:
                self._disk.write(handle, lines)
                self._sync(handle)
            except OSError:
                self._put_back(handle, end)
                raise
        except OSError as error:
            self.close()
            raise NotSaved(
                f"The mark was not saved ({reason(error)}); the board is as before: make room on the disk and mark again."
            ) from error
        stat = os.fstat(handle)
        last = lines[-LAST_BYTES:]
        self._seen[self._own.name] = Seen(stat.st_ino, stat.st_size, stat.st_mtime_ns, end + len(lines), last)
        if not _KEEPS_OPEN:
            self._let_go()

    def _make_sure(self) -> None:
        """Sync marks that are known already: a program killed before it did so is why they are made again."""
        if not self._own.exists():
            return
        try:
            self._sync(self._opened())
        except OSError as error:
            self.close()
            raise NotSaved(
                f"The disk does not answer ({reason(error)}), so the mark may be saved or not; close the board, then look."
            ) from error

    def _sync(self, handle: int) -> None:
        self._disk.sync(handle)
        if not self._is_named:
            self._disk.sync_folder(self._folder)
            self._is_named = True

    def _put_back(self, handle: int, end: int) -> None:
        try:
            os.ftruncate(handle, end)
        except OSError as error:
            self.close()
            raise NotSaved(
                f"The disk does not answer ({reason(error)}), so the mark may be saved or not; close the board, then look."
            ) from error

    def _opened(self) -> int:
        """Give the handle of this device's file, opened anew when the file was replaced."""
        if self._handle is not None and not self._is_current(self._handle):
            self.close()
        if self._handle is None:
            self._handle = os.open(self._own, _OPEN_FLAGS, 0o644)
            self._is_named = False  # whoever made the file may have been killed before its name was on the disk
        return self._handle

    def _is_current(self, handle: int) -> bool:
        try:
            return os.fstat(handle).st_ino == self._own.stat().st_ino
        except FileNotFoundError:
            return False

    def _forget(self, name: str) -> None:
        """Read a file from its start when it is read next; its facts are known, its damage may lie elsewhere now."""
        self._seen.pop(name, None)
        self.damaged = [damage for damage in self.damaged if damage.file != name]

    def _take(self, reading: Reading) -> None:
        name = reading.name
        if reading.anew:
            self._forget(name)
        self._seen[name] = reading.now
        self.damaged += [Damage(name, at) for at in reading.damaged if Damage(name, at) not in self.damaged]
        for fact in reading.facts:
            if fact.device == self._device and name != self._own.name and self._device in name:
                self._doubles.add(name)  # never the file of another computer, which may be writing in it
            if fact.id not in self._ids:
                self._learn(fact)
                self._untold.append(fact)

    def _learn(self, fact: Fact) -> None:
        self._ids.add(fact.id)
        self.facts.append(fact)
        self._top = max(self._top, fact.seq)
