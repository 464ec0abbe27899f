"""What this computer wrote into a class, remembered outside of it: a sync program may put an old file back."""

import os
import re
import sys
import time
from collections.abc import Collection
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from board.disk import DISK, Disk, open_plain, read_plain
from board.disk.modes import made_folders
from board.store.lines import BadLine, NewerLine, fact_of

_MOST = 64 << 20
"""Bytes of one day: more than a class marks in its life."""

_KEPT = timedelta(days=30)
"""How long a day is kept at least: a server is brought back to what it had a week or two ago."""

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?: seen (\d{4}-\d\d-\d\d))?\.jsonl")


_BEGINS = b'{"id":"'
"""How every line begins that this computer writes."""


def id_of(line: bytes) -> str:
    """Give the id of the fact a line holds, empty when it holds none."""
    try:
        return fact_of(line).id
    except NewerLine as newer:
        return newer.id
    except BadLine:
        return ""


class Journal:
    """The lines this computer wrote into one class, a file a day.

    Nothing here fails: whatever can't be remembered is only not there when it is wanted. A line is written without
    waiting for the disk, after the class has it for good.

    Args:
        folder: Where it is kept; None remembers nothing.
        disk: Where the system calls go.
    """

    def __init__(self, folder: Path | None, disk: Disk = DISK) -> None:
        self._folder, self._disk = folder, disk
        self._handle: int | None = None
        self._day = ""

    @property
    def is_new(self) -> bool:
        """Whether nothing was remembered of this class in this place yet."""
        return self._folder is not None and not self._folder.exists()

    @property
    def is_kept(self) -> bool:
        """Whether anything is remembered here."""
        if self._folder is None:
            return False
        with suppress(OSError):
            self._opened(self._folder, _today())
            return True
        return False

    def keep(self, lines: bytes) -> None:
        """Remember whole lines, where that can be done."""
        if self._folder is None:
            return
        try:
            handle = self._opened(self._folder, _today())
            self._disk.write(handle, lines)
        except OSError:
            self.close()  # so that the next line begins anew behind half a one
        else:
            if sys.platform == "win32":  # where nobody could replace it while it is open
                self.close()

    def close(self) -> None:
        """Let go of the file of the day."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _opened(self, folder: Path, day: str) -> int:
        """Give the handle of the file of a day, opened anew on another day or where the file was replaced."""
        if self._handle is not None and (day != self._day or not os.fstat(self._handle).st_nlink):
            self.close()
        if self._handle is None:
            made_folders(folder, private=True)
            handle = open_plain(folder / f"{day}.jsonl", os.O_RDWR | os.O_APPEND | os.O_CREAT)
            self._handle, self._day = handle, day
            size = os.fstat(handle).st_size
            if size and (os.lseek(handle, size - 1, os.SEEK_SET), os.read(handle, 1))[1] != b"\n":
                self._disk.write(handle, b"\n")  # a program was killed while it wrote
        return self._handle

    def lines(self) -> dict[str, bytes]:
        """Give what is remembered, each line by the id of its fact."""
        return {id_: line for path in self._days() for id_, line in (_lines_in(path) or {}).items()}

    def prune(self, held: Collection[str]) -> None:
        """Forget the days long ago of which the class had every line at two later openings on two later days.

        Args:
            held: Ids of the facts that lie in the class now.
        """
        today = _today()
        long_ago = (date.fromisoformat(today) - _KEPT).isoformat()
        for path in self._days():
            day, seen = _times(path)
            if (
                day > long_ago
                or seen >= today
                or (lines := _lines_in(path)) is None
                or any(id_ not in held for id_ in lines)
            ):
                continue
            with suppress(OSError):
                if seen:
                    self._disk.remove(path)
                else:
                    self._disk.replace(path, path.with_name(f"{day} seen {today}.jsonl"))

    def _days(self) -> list[Path]:
        if self._folder is None:
            return []
        try:
            return sorted(path for path in self._folder.iterdir() if _DAY.fullmatch(path.name))
        except OSError:
            return []


def _today() -> str:
    return time.strftime("%Y-%m-%d")


def _times(path: Path) -> tuple[str, str]:
    """Give the day of a file, and the day on which the class was seen to have all of it; empty for not yet."""
    found = _DAY.fullmatch(path.name)
    return (found[1], found[2] or "") if found else ("", "")


def _lines_in(path: Path) -> dict[str, bytes] | None:
    try:
        data = read_plain(path, _MOST)
    except OSError:
        return None
    found = {_id_at_once(line): line + b"\n" for line in data.splitlines()}
    return {id_: line for id_, line in found.items() if id_}


def _id_at_once(line: bytes) -> str:
    """Give the id a line begins with, as all do that are whole and of this computer; it is read only where it does not."""
    if line.startswith(_BEGINS) and line.endswith(b"}"):
        id_ = line[len(_BEGINS) : line.find(b'"', len(_BEGINS))]
        if id_.isalnum():
            return id_.decode("ascii", "replace")
    return id_of(line)
