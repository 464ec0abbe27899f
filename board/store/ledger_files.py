"""The folder of ledger files: how far each file was read, and what has come since."""

import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from board.disk import NotPlain, open_plain, patiently, reason
from board.errors import Refusal
from board.mastery.facts import Fact
from board.store.lines import Odd, ended, is_whole, read_lines

LAST_BYTES = 256
"""Bytes before the end of what was read that must be the same for the file to be the same, only longer."""

_SCAN_AGAIN = 2.0
"""Seconds after which the folder is gone through anyway: not every share or stick tells that a file came."""

_COARSEST = 2_000_000_000
"""Nanoseconds in which two files may come without the folder's time telling them apart; FAT counts even seconds."""


class Seen(NamedTuple):
    """How far a file was read: inode, size in bytes and time in ns then, where its last ended line ends.

    A new file may get the inode of one that was just replaced, so the last bytes that were read must still be there. A
    whole line that nobody has ended yet counts, and is read again with its end.
    """

    inode: int
    size: int
    time: int
    read_to: int
    last: bytes
    lines: int = 0


class Reading(NamedTuple):
    """What was read of one file.

    Attributes:
        name: Name of the file.
        before: How far it had been read, None where it was unknown.
        now: How far it is read now; None for a file that is gone.
        anew: Whether the part that was known has become another, so that it was read from its start.
        facts: The facts of its new lines.
        odd: Its new lines that are told of.
    """

    name: str
    before: Seen | None
    now: Seen | None
    anew: bool
    facts: tuple[Fact, ...] = ()
    odd: tuple[Odd, ...] = ()


class _Listing(NamedTuple):
    """Names and paths of the ledger files, the folder's time in ns, and when it must be gone through again."""

    files: list[tuple[str, str]]
    time: int
    due: float


class LedgerFiles:
    """Reads what is new in a folder of ledger files; remembers nothing but their names.

    Args:
        folder: The folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._listing: _Listing | None = None

    def look(self, known: Mapping[str, Seen], *, thorough: bool = False) -> tuple[Reading, ...]:
        """Read what came behind what is known; may run in a thread of its own.

        Args:
            known: How far each file was read, by name.
            thorough: Whether the folder is gone through now, and not only when its time or the clock says so.

        Raises:
            Refusal: The folder can't be read.
        """
        try:
            listing = self._listed(thorough=thorough)
            found = [self._looked_at(name, path, known.get(name)) for name, path in listing.files]
            listed = {name for name, _ in listing.files}
            found += [Reading(name, seen, None, anew=True) for name, seen in known.items() if name not in listed]
        except OSError as error:
            raise Refusal(
                f"{self._folder} can't be read ({reason(error)}); is the class folder still there?"
            ) from error
        return tuple(reading for reading in found if reading is not None)

    def _listed(self, *, thorough: bool) -> _Listing:
        changed, now = self._folder.stat().st_mtime_ns, time.monotonic()
        known = self._listing
        if thorough or known is None or changed != known.time or now >= known.due:
            with os.scandir(self._folder) as entries:
                files = sorted((entry.name, entry.path) for entry in entries if _is_ledger(entry))
            is_settled = time.time_ns() - changed > _COARSEST
            known = self._listing = _Listing(files, changed, now + _SCAN_AGAIN if is_settled else now)
        return known

    def _looked_at(self, name: str, path: str, known: Seen | None) -> Reading | None:
        """Read a file when it has changed; one that a sync program has just taken away is gone for now."""
        try:
            stat = os.stat(path)  # noqa: PTH116 - at every look; an entry's own stat is stale on Windows
            if known is not None and (stat.st_ino, stat.st_size, stat.st_mtime_ns) == known[:3]:
                return None
            return self._read(name, stat, known)
        except (FileNotFoundError, NotPlain):
            self._listing = None
            return None if known is None else Reading(name, known, None, anew=True)

    def _read(self, name: str, stat: os.stat_result, known: Seen | None) -> Reading:
        data = None
        if known is not None and known.inode == stat.st_ino and known.read_to <= stat.st_size:
            data = self._grown(name, known)
        anew = data is None
        start, last, lines = (0, b"", 0) if known is None or data is None else (known.read_to, known.last, known.lines)
        data = self._bytes(name, 0) if data is None else data
        whole, rest = data[: ended(data)], data[ended(data) :]
        new = whole.splitlines()
        splits = last.endswith(b"\r") and whole.startswith(b"\n")  # the end of a line that was counted already
        first = lines if splits else lines + 1
        read = read_lines([*new, rest] if is_whole(rest) else new, first)
        now = Seen(
            stat.st_ino,
            stat.st_size,
            stat.st_mtime_ns,
            start + len(whole),
            (last + whole[-LAST_BYTES:])[-LAST_BYTES:],
            first + len(new) - 1,
        )
        return Reading(name, known, now, anew, *read)

    def _grown(self, name: str, known: Seen) -> bytes | None:
        """Give what came after the part that was read, None when that part has become another."""
        data = self._bytes(name, known.read_to - len(known.last))
        return data[len(known.last) :] if data.startswith(known.last) else None

    def _bytes(self, name: str, start: int) -> bytes:
        with os.fdopen(patiently(lambda: open_plain(self._folder / name)), "rb") as file:
            file.seek(start)
            return file.read()


def _is_ledger(entry: "os.DirEntry[str]") -> bool:
    return entry.name.endswith(".jsonl") and not entry.name.startswith(".") and entry.is_file(follow_symlinks=False)
