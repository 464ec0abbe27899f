"""Where the files of a set lie: in a folder, or packed in a zip that is read without being unpacked."""

import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import IO, NamedTuple

from board.disk import open_plain, reason
from board.disk.links import is_plain_folder, plain_files
from board.errors import Refusal
from board.mastery.people import clean_name

_MOST_ENTRIES = 20_000

UNREADABLE = (OSError, zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, zlib.error)
"""What reading raises: no file, no right to it, or a zip that is damaged or not all here."""


class SetFile(NamedTuple):
    """A file that may belong to a set.

    Attributes:
        place: The folder or zip it lies in, as somebody named it.
        name: Its own name, as the set writes it.
        folder: Names of the folders around it, inside of what was given, joined by "/".
        size: Its bytes, unpacked.
        packed: Its bytes as they lie there.
        open: Opens it to be read from its beginning.
    """

    place: Path
    name: str
    folder: str
    size: int
    packed: int
    open: Callable[[], IO[bytes]]

    @property
    def said(self) -> str:
        """Its name as it may stand in a sentence."""
        return clean_name(self.name)


class SetFiles(NamedTuple):
    """What lies in a folder or zip: its lists, and the names of all other files in sight."""

    lists: tuple[SetFile, ...]
    others: tuple[str, ...] = ()


class NoSet(Refusal):
    """A folder or zip that can't be read as a set of a school."""


@contextmanager
def files_at(path: Path) -> Iterator[SetFiles | None]:
    """Open what was named and give what lies in it; None where it is neither a folder nor a zip with lists.

    Args:
        path: What somebody named; a link to it is followed, links inside are not.

    Raises:
        NoSet: It can't be read, or is packed in a way that must be unpacked first.
    """
    with ExitStack() as held:
        try:
            found = _found(path, held)
        except UNREADABLE as error:
            raise unreadable(path, error) from error
        yield found


def unreadable(path: Path, error: Exception) -> NoSet:
    """Say why a folder or zip can't be read.

    Args:
        path: As somebody named it.
        error: What reading it raised, one of `UNREADABLE`.
    """
    if isinstance(error, OSError):
        return NoSet(f"{path} can't be read ({reason(error)}).")
    return NoSet(f"{path} is no zip, damaged or not all here yet; wait for it, or use another copy.")


def _found(path: Path, held: ExitStack) -> SetFiles | None:
    real = Path(os.path.realpath(path))
    if real.is_dir():
        return _in_folder(path, real)
    file = held.enter_context(os.fdopen(open_plain(real), "rb"))
    is_called_zip = real.suffix.casefold() == ".zip"
    if not is_called_zip and not zipfile.is_zipfile(file):
        return None
    found = _in_zip(path, held.enter_context(_zip(file)))
    return found if is_called_zip or found.lists else None  # a workbook is a zip, too


def _in_folder(path: Path, folder: Path) -> SetFiles:
    with os.scandir(folder) as entries:
        rooms = sorted(Path(entry.path) for entry in entries if is_plain_folder(Path(entry.path)))
    lists, others = [], []
    for room in (folder, *rooms):
        for file in plain_files(room):
            inside, size = "" if room == folder else room.name, file.lstat().st_size
            if _counts(file.name):
                lists.append(SetFile(path, file.name, inside, size, size, partial(_opened, file)))
            elif not file.name.startswith("."):
                others.append(file.name)
    return SetFiles(tuple(lists), tuple(others))


def _opened(file: Path) -> IO[bytes]:
    return os.fdopen(open_plain(file), "rb")


def _zip(file: IO[bytes]) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except ValueError as error:
        raise zipfile.BadZipFile from error


def _unpacked(packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> IO[bytes]:
    try:
        return packed.open(entry)
    except ValueError as error:  # it says that it lies outside of the zip
        raise zipfile.BadZipFile from error


def _in_zip(path: Path, packed: zipfile.ZipFile) -> SetFiles:
    entries = packed.infolist()
    if len(entries) > _MOST_ENTRIES:
        raise NoSet(f"{path} holds {len(entries):,} files, more than any set of a school; nothing was read.")
    lists, others = [], []
    for entry in entries:
        folder, _, name = entry.filename.replace("\\", "/").rpartition("/")
        if not name or stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG):
            continue
        if _counts(name):
            _refuse_odd_packing(path, entry)
            opened = partial(_unpacked, packed, entry)
            lists.append(SetFile(path, name, folder, entry.file_size, entry.compress_size, opened))
        elif not name.startswith("."):
            others.append(name)
    return SetFiles(tuple(lists), tuple(others))


def _refuse_odd_packing(path: Path, entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & 0x1:
        raise NoSet(f"{path} is locked with a password; unpack it, and give the folder.")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NoSet(f"{path} is packed in a way the board can't read; unpack it, and give the folder.")


def _counts(name: str) -> bool:
    """Tell whether a file may be one of a set: no hidden one, such as Macs lay beside each other file."""
    return name.casefold().endswith((".csv", ".txt")) and not name.startswith(".")
