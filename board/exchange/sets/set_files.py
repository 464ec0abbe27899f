"""Where the files of a set lie: in a folder, or packed in a zip that is read without being unpacked."""

import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, NamedTuple

from board.disk import open_plain, reason
from board.disk.links import is_plain_folder, plain_files
from board.errors import Refusal
from board.mastery.people import clean_name

_MOST_ENTRIES = 20_000
_MOST_BYTES = 4 << 30
_TOO_DENSE = 300
"""Times a file may be bigger than packed; sets of 50,000 children stay below 30."""

_SMALL = 1 << 20
"""Bytes up to which nobody asks how dense a file is."""

BROKEN = (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, zlib.error)
"""What reading a zip raises that is damaged or not all here."""


class SetFile(NamedTuple):
    """A file that may belong to a set.

    Attributes:
        name: Its own name, as the set writes it.
        folder: Names of the folders around it, inside of what was given, joined by "/".
        size: Its bytes, unpacked.
        open: Opens it to be read from its beginning.
    """

    name: str
    folder: str
    size: int
    open: Callable[[], IO[bytes]]

    @property
    def said(self) -> str:
        """Its name as it may stand in a sentence."""
        return clean_name(self.name)


class NoSet(Refusal):
    """A folder or zip that can't be read as a set of a school."""


@contextmanager
def files_at(path: Path) -> Iterator[list[SetFile] | None]:
    """Open what was named and give its CSV files; None where it is neither a folder nor a zip with such files.

    Args:
        path: What somebody named; a link to it is followed, links inside are not.

    Raises:
        NoSet: It can't be read, or is packed in a way that must be unpacked first.
    """
    real = Path(os.path.realpath(path))
    try:
        if real.is_dir():
            yield list(_in_folder(real))
            return
        with os.fdopen(open_plain(real), "rb") as file:
            if real.suffix.casefold() != ".zip" and not zipfile.is_zipfile(file):
                yield None
                return
            with _zip(file) as packed:
                found = list(_in_zip(path, packed))
                is_other = real.suffix.casefold() != ".zip" and not found  # a workbook is a zip, too
                yield None if is_other else found
    except OSError as error:
        raise NoSet(f"{path} can't be read ({reason(error)}).") from error
    except BROKEN as error:
        raise NoSet(f"{path} is no zip, damaged or not all here yet; wait for it, or use another copy.") from error


def _in_folder(folder: Path) -> Iterator[SetFile]:
    with os.scandir(folder) as entries:
        rooms = sorted(Path(entry.path) for entry in entries if is_plain_folder(Path(entry.path)))
    for room in (folder, *rooms):
        for file in plain_files(room):
            if _counts(file.name):
                inside = "" if room == folder else room.name
                yield SetFile(file.name, inside, file.lstat().st_size, partial(_opened, file))


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


def _in_zip(path: Path, packed: zipfile.ZipFile) -> Iterator[SetFile]:
    entries = packed.infolist()
    if len(entries) > _MOST_ENTRIES:
        raise NoSet(f"{path} holds {len(entries):,} files, more than any set of a school; nothing was read.")
    for entry in entries:
        folder, _, name = entry.filename.replace("\\", "/").rpartition("/")
        if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG) or not _counts(name):
            continue
        if entry.flag_bits & 0x1:
            raise NoSet(f"{path} is locked with a password; unpack it, and give the folder.")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise NoSet(f"{path} is packed in a way the board can't read; unpack it, and give the folder.")
        is_dense = entry.file_size > max(_SMALL, _TOO_DENSE * max(1, entry.compress_size))
        if is_dense or entry.file_size > _MOST_BYTES:
            raise NoSet(f"{path} holds {clean_name(name)}, which would grow out of all bounds; nothing was read.")
        yield SetFile(name, folder, entry.file_size, partial(_unpacked, packed, entry))


def _counts(name: str) -> bool:
    """Tell whether a file may be one of a set: no hidden one, such as Macs lay beside each other file."""
    return name.casefold().endswith((".csv", ".txt")) and not name.startswith(".")
