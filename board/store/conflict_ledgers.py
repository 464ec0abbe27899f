"""Folders that a sync program has put beside the ledger, such as "ledger (1)": their lines are taken over."""

import os
import re
from collections.abc import Collection
from pathlib import Path

from board.disk import DISK, Disk, put_file, read_plain
from board.store.erasure import stripped_lines
from board.store.journal import id_of
from board.store.layout import LEDGER

_NAME = re.compile(rf"{LEDGER.place}[^0-9A-Za-z].{{0,80}}|{LEDGER.place}\d{{1,3}}", re.IGNORECASE | re.DOTALL)
_MOST = 1 << 30
"""Bytes of a ledger file."""


def conflict_ledgers(folder: Path) -> list[Path]:
    """Give the folders in a class folder that look like conflict copies of the ledger.

    Args:
        folder: The class folder.
    """
    with os.scandir(folder) as entries:
        names = [one.name for one in entries if _NAME.fullmatch(one.name) and one.is_dir(follow_symlinks=False)]
    return [folder / name for name in sorted(names)]


def take_over(folder: Path, known: Collection[str], erased: Collection[str], disk: Disk = DISK) -> None:
    """Write the lines of conflict copies of the ledger, which no file of it holds, into files of it; the copies stay.

    Args:
        folder: The class folder.
        known: Ids of the facts that the ledger holds.
        erased: Ids of erased students, whose words are left out.
        disk: Where the system calls go.

    Raises:
        OSError: A file can't be read.
        NotSaved: A file can't be written.
    """
    taken = set(known)
    for copy in conflict_ledgers(folder):
        label = re.sub(r"[^0-9A-Za-z]+", " ", copy.name).strip()
        for path in _files(copy):
            fresh = {id_: line for id_, line in _lines(path).items() if id_ not in taken}
            lines = stripped_lines(b"".join(fresh.values()), erased)
            if lines:
                into = LEDGER.within(folder) / f"{path.stem} (from {label}).jsonl"
                before = read_plain(into, _MOST) if into.exists() else b""
                put_file(into, before + lines, disk)
                taken |= fresh.keys()


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.jsonl")) if LEDGER.fits(path.name) and not path.is_symlink()]


def _lines(path: Path) -> dict[str, bytes]:
    found = {id_of(line): line + b"\n" for line in read_plain(path, _MOST).splitlines()}
    return {id_: line for id_, line in found.items() if id_}
