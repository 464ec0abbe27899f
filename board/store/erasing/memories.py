"""What this computer remembers outside of every class, also of places where a class no longer lies."""

import json
from collections.abc import Collection, Iterator
from pathlib import Path

from board.disk import DISK, Disk, put_file, read_plain
from board.disk.links import plain_files
from board.store.codec import document_bytes
from board.store.erasure import as_written, holds, stripped_lines, without_students
from board.store.layout import TEXT_BYTES


def strip_memories(
    memory: Path | None, erased: Collection[str], words: Collection[str] = (), disk: Disk = DISK
) -> None:
    """Take erased students out of all that is remembered: a class that was moved is remembered in its old place, too.

    Args:
        memory: The folder of all memories, see `Device.memory`; None remembers nothing.
        erased: Ids of the students; they are random, so that no other class has one of them.
        words: Names and notes that are known to be about them, for lines that hold no fact.
        disk: Where the system calls go.

    Raises:
        OSError: Something can't be read or removed.
        NotSaved: Something can't be written; doing it again goes on.
    """
    ids = as_written(erased)
    for path in _remembered(memory):
        data = read_plain(path, TEXT_BYTES)
        if not holds(data, ids):
            continue
        left = stripped_lines(data, erased, words) if path.suffix == ".jsonl" else _without(data, erased)
        if left is None:
            disk.remove(path)
        elif left != data:
            put_file(path, left, disk)


def _remembered(memory: Path | None) -> Iterator[Path]:
    for place in sorted(memory.iterdir()) if memory is not None and memory.is_dir() else ():
        yield from plain_files(place)


def _without(data: bytes, erased: Collection[str]) -> bytes | None:
    """Give remembered documents without students; None when they can't be read, and so are of no use."""
    try:
        tables = without_students(json.loads(data), erased)
    except (ValueError, RecursionError):
        return None
    return None if tables is None else document_bytes(tables)
