"""Pictures lying about on the disk, told by their names alone."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

from board.disk.links import plain_files

_ENDINGS = frozenset(
    (".jpg", ".jpeg", ".jpe", ".jfif", ".mpo", ".png", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".heic", ".heif")
)
"""How the names of pictures end that can be taken in."""


_CLASS = ".class"
"""How the name of a class folder ends."""


class Lying(NamedTuple):
    """A picture file as it lies there; another one once it was written to.

    Attributes:
        path: Where.
        size: In bytes.
        changed: When it was written last, in ns.
    """

    path: Path
    size: int
    changed: int


def lying_at(path: Path) -> Lying | None:
    """Give the file at a place, None when there is none that can be read."""
    try:
        about = path.stat()
    except (OSError, ValueError):
        return None
    return Lying(path, about.st_size, about.st_mtime_ns) if S_ISREG(about.st_mode) else None


def pictures_in(folder: Path) -> tuple[Lying, ...]:
    """Give the pictures in a folder, the newest first; none when it can't be looked into, and never what a link leads to."""
    try:
        lying = [lying_at(path) for path in plain_files(folder) if _may_be_picture(path)]
    except OSError:
        return ()
    return tuple(sorted(filter(None, lying), key=lambda one: (-one.changed, one.path)))


def folders_and_pictures(paths: Iterable[Path]) -> Iterator[Path]:
    """Leave out what is hidden, every file that is no picture by its name, and class folders: others' pictures lie there."""
    return (path for path in paths if _may_be_picture(path) or (_may_be_seen(path) and _is_folder(path)))


def _may_be_seen(path: Path) -> bool:
    return not path.name.startswith(".") and path.suffix.lower() != _CLASS


def _may_be_picture(path: Path) -> bool:
    return _may_be_seen(path) and path.suffix.lower() in _ENDINGS


def _is_folder(path: Path) -> bool:
    try:
        return S_ISDIR(path.stat().st_mode)
    except OSError:
        return False
