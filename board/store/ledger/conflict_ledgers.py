"""Folders that a sync program has put beside the ledger, such as "ledger (1)": their lines are taken over."""

import re
from collections.abc import Collection
from pathlib import Path

from board.disk import DISK, Disk, put_file, read_plain
from board.store.arriving import twins
from board.store.erasure import stripped_lines
from board.store.layout import LEDGER, TEXT_BYTES
from board.store.ledger.elsewhere import ledgers
from board.store.ledger.journal import id_of


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
    copies = twins(folder, LEDGER)
    taken = set(known) if copies else set()
    for copy in copies:
        label = re.sub(r"[^0-9A-Za-z]+", " ", copy.name).strip()
        for path in filter(lambda path: LEDGER.fits(path.name), ledgers(copy)):
            fresh = {id_: line for id_, line in _lines(path).items() if id_ not in taken}
            lines = stripped_lines(b"".join(fresh.values()), erased)
            if lines:
                into = LEDGER.within(folder) / f"{path.stem} (from {label}).jsonl"
                before = read_plain(into, TEXT_BYTES) if into.exists() else b""
                put_file(into, before + lines, disk)
                taken |= fresh.keys()


def strip_copies(folder: Path, erased: Collection[str], disk: Disk = DISK) -> None:
    """Take the words about erased students out of these folders, too: no computer writes there.

    Args:
        folder: The class folder.
        erased: Ids of the students.
        disk: Where the system calls go.

    Raises:
        OSError: A file can't be read.
        NotSaved: A file can't be written.
    """
    for path in (path for copy in twins(folder, LEDGER) for path in ledgers(copy)):
        data = read_plain(path, TEXT_BYTES)
        stripped = stripped_lines(data, erased)
        if stripped != data:
            put_file(path, stripped, disk)


def _lines(path: Path) -> dict[str, bytes]:
    found = {id_of(line): line + b"\n" for line in read_plain(path, TEXT_BYTES).splitlines()}
    return {id_: line for id_, line in found.items() if id_}
