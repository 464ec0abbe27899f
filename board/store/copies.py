"""Copies of class.json: the rolling ones, those a sync program made, and what is said when class.json can't be read."""

import re
from contextlib import suppress
from pathlib import Path

from board.disk import patiently, read_plain
from board.disk.links import plain_files
from board.errors import Refusal
from board.store.codec import CLASS_BYTES, Documents, json_of
from board.store.erasure import holds
from board.store.layout import BACKUPS, CLASS_FILE
from board.store.migrations import in_todays_shape

_BY_SYNC = re.compile(r"(?!\.).*class.*\.json(\.?[ _-]?\(?\[?(sync-)?conflict.*| ?\(\d+\))?", re.IGNORECASE | re.DOTALL)
"""Names sync programs give to a copy: they write before, behind or instead of the ending that it is one."""


def tables_of(data: bytes) -> Documents | None:
    """Give the tables a class file holds, None when it holds none."""
    try:
        found = json_of(data)
    except (ValueError, RecursionError):
        return None
    if not (isinstance(found, dict) and all(isinstance(table, dict) for table in found.values())):
        return None
    return found


def class_in(data: bytes) -> Documents | None:
    """Give the tables of a class in today's shape, None when the bytes hold none, or one of a newer version."""
    tables = tables_of(data)
    if tables is None:
        return None
    try:
        return in_todays_shape(tables)
    except (Refusal, TypeError, AttributeError, KeyError):
        return None


def class_id_of(tables: Documents) -> str:
    """Give the id a class says it has, empty when it says none."""
    about = tables.get("class", {}).get("about")
    id_ = about.get("id") if isinstance(about, dict) else None
    return id_ if isinstance(id_, str) else ""


def rolling_copies(backups: Path) -> list[Path]:
    """Give the rolling copies in a folder, oldest first."""
    found = (path for path in plain_files(backups) if re.fullmatch(r"class-\d+\.json", path.name, re.ASCII))
    return sorted(found, key=number_of)


def bytes_of(copy: Path) -> bytes:
    """Give the bytes of class.json or a copy of it.

    Raises:
        OSError: It can't be read, or is none.
    """
    return patiently(lambda: read_plain(copy, CLASS_BYTES))


def held_in(copy: Path) -> Documents:
    """Give the tables of a copy, none when it can't be read."""
    with suppress(OSError):
        return tables_of(bytes_of(copy)) or {}
    return {}


def needs_strip(data: bytes, ids: tuple[bytes, ...], *, now: bool) -> bool:
    """Tell whether erased students stand in a copy; one nobody can read goes with the erasure itself."""
    if now and tables_of(data) is None:
        return True
    return holds(data, ids)


def number_of(copy: Path) -> int:
    """Give the number of a rolling copy."""
    return int(copy.stem.rpartition("-")[2])


def conflict_copies(folder: Path) -> list[Path]:
    """Give the copies of class.json a sync program made."""
    return [path for path in plain_files(folder) if is_conflict_copy(path.name)]


def is_conflict_copy(name: str) -> bool:
    """Tell whether a sync program may have given this name to a copy of class.json."""
    return name != CLASS_FILE and _BY_SYNC.fullmatch(name) is not None


def remedy(folder: Path) -> str:
    """Say what to do when class.json is not here or can't be read: wait for it first, then take its newest whole copy."""
    for copy in reversed(rolling_copies(BACKUPS.within(folder))):
        with suppress(OSError):
            if tables_of(bytes_of(copy)):
                return (
                    "It may still be on its way: if a sync program keeps this folder, wait until that has finished. If it "
                    f'stays so, put the newest copy in its place with: board restore "{copy}"'
                )
    return (
        "It may still be on its way: if a sync program keeps this folder, wait until that has finished. If it stays so, "
        "choose another folder, or bring the class back from your own copy with: board restore ZIP FOLDER"
    )
