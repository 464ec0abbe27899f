"""A whole class in one zip: packed, proved by reading it back, and unpacked only when every name and size is right."""

import json
import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from board.disk import DISK, Disk, NotSaved, made_folder, make_plain, new_file, read_plain, reason
from board.disk.links import plain_files
from board.errors import Refusal
from board.store import layout
from board.store.erasure import stripped_lines
from board.store.layout import CLASS_FILE, TEXT_BYTES, Erased, Writer
from board.store.lines import kept_bytes
from board.store.pictures.picture_proof import MOST

_MOST_FILES = 50_000
_MOST_BYTES = 4 << 30
_TOO_DENSE = 200
"""Times a file may be bigger than its compressed form; real ledgers stay below 30."""

_SMALL = 1 << 20
"""Bytes up to which nobody asks how dense a file is."""

_CHUNK = 1 << 20

NO_ZIP = (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError, zlib.error)
"""What reading a zip raises that is damaged, or none."""


class Contents(NamedTuple):
    """What was packed or unpacked: number of files, and their bytes."""

    files: int
    size: int


Tell = Callable[[float], None]
"""Called with the share that is done, 0 to 1."""


def fits(name: str) -> bool:
    """Tell whether a file of this name belongs into a class folder that is packed: no other name is read or written."""
    leaf = name.rpartition("/")[2]
    return any(row.name_of(leaf) == name and row.fits(leaf) for row in layout.packed())


def pack(folder: Path, out: Path, erased: Collection[str], tell: Tell = lambda _: None, disk: Disk = DISK) -> Contents:
    """Write a class as a zip; it takes its place only once it was read back.

    Ledger files end at their last whole line, and lose what is said about erased students, also where their own
    computers have not done so yet.

    Args:
        folder: The class folder.
        out: The zip.
        erased: Ids of erased students.
        tell: Hears how far it is.
        disk: Where the system calls go.

    Raises:
        Refusal: Another kind of file is in the way, or the place is the class folder itself.
        NotSaved: It can't be written there; what was there before is kept.
    """
    check_place(folder, out, CLASS_FILE)
    entries = list(_to_pack(folder))
    sizes: dict[str, int] = {}
    with new_file(out, disk) as handle, os.fdopen(handle, "w+b", closefd=False) as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
            for done, (name, writer) in enumerate(entries):
                data = read_plain(folder / name, _MOST_BYTES)
                if writer is Writer.OWNER:
                    data = stripped_lines(data[: kept_bytes(data)], erased)
                packed.writestr(_entry(name), data)
                sizes[name] = len(data)
                tell(0.7 * (done + 1) / len(entries))
        file.flush()
        _prove(handle, sizes)
        tell(1.0)
    return Contents(len(sizes), sum(sizes.values()))


def put_zip(folder: Path, out: Path, files: Mapping[str, bytes], marker: str, disk: Disk = DISK) -> None:
    """Write a few files as a zip; it takes its place only once it was read back.

    Args:
        folder: The class folder they are from.
        out: The zip.
        files: Their bytes by name.
        marker: The file that makes a zip one of this kind; only such a one may be replaced.
        disk: Where the system calls go.

    Raises:
        Refusal: Another kind of file is in the way, or the place is the class folder itself.
        NotSaved: It can't be written there; what was there before is kept.
    """
    check_place(folder, out, marker)
    with new_file(out, disk) as handle, os.fdopen(handle, "w+b", closefd=False) as file:
        with zipfile.ZipFile(file, "w") as packed:
            for name, data in files.items():
                packed.writestr(_entry(name), data)
        file.flush()
        _prove(handle, {name: len(data) for name, data in files.items()})


def check_place(folder: Path, out: Path, marker: str) -> None:
    """Refuse to write a zip into the class folder, or over something else.

    Raises:
        Refusal: It would be.
    """
    inside = out.resolve()
    if folder.resolve() in inside.parents:
        raise Refusal(f"{out} lies in the class folder itself and would be lost with it; choose another place.")
    if not out.parent.is_dir():
        raise Refusal(f"There is no folder {out.parent}; choose another place.")
    if out.exists() and not out.is_file():  # a device or a pipe may never end
        raise Refusal(f"{out} is no file that could be replaced; choose another name.")
    try:
        if out.exists():
            with zipfile.ZipFile(out) as old:
                old.getinfo(marker)
    except (OSError, KeyError, zipfile.BadZipFile):
        raise Refusal(
            f"{out} is something else, or a zip that is not all here, and is kept; choose another name."
        ) from None


def _to_pack(folder: Path) -> Iterator[tuple[str, Writer]]:
    """Give the files to pack, each with who writes it."""
    for row in layout.packed():
        for path in plain_files(row.within(folder)):
            if row.erased is Erased.BY_PICTURE and path.lstat().st_size > MOST:
                continue  # no picture the board keeps: it would never be shown
            if row.fits(path.name):
                yield row.name_of(path.name), row.writer
            elif row.writer is Writer.OWNER and path.suffix == ".jsonl" and not path.name.startswith("."):
                raise Refusal(
                    f"{path} has a name that other systems can't keep; give it another one that ends in .jsonl."
                )


def _entry(name: str) -> zipfile.ZipInfo:
    """Give the entry of a file; without the time of packing, so that equal classes give equal zips."""
    entry = zipfile.ZipInfo(name)
    dense = name.endswith((".jsonl", ".json", ".txt", ".csv"))
    entry.compress_type = zipfile.ZIP_DEFLATED if dense else zipfile.ZIP_STORED
    entry.external_attr = 0o600 << 16
    return entry


def _prove(handle: int, sizes: Mapping[str, int]) -> None:
    with os.fdopen(os.dup(handle), "rb") as file, zipfile.ZipFile(file) as packed:
        if packed.testzip() is not None or {one.filename: one.file_size for one in packed.infolist()} != sizes:
            raise OSError(5, "what was written could not be read back")


def name_in(source: Path) -> str:
    """Give the name of the class in a zip, empty when it says none.

    Raises:
        Refusal: It is no zip of a class.
    """
    try:
        with zipfile.ZipFile(source) as packed:
            about = json.loads(packed.open(CLASS_FILE).read(TEXT_BYTES))["class"]["about"]["name"]
    except (OSError, *NO_ZIP) as error:
        raise Refusal(
            f"{source} is no zip of a class, or is not all here yet; choose one made with: board backup"
        ) from error
    except (KeyError, TypeError):
        return ""
    return about if isinstance(about, str) else ""


def unpack(source: Path, folder: Path, tell: Tell = lambda _: None, disk: Disk = DISK) -> Contents:
    """Write the files of a class zip into a new folder, each on the disk before the next.

    Args:
        source: The zip; nothing is believed that it says about itself.
        folder: A folder that exists and is empty.
        tell: Hears how far it is.
        disk: Where the system calls go.

    Raises:
        Refusal: It is damaged, no zip of a class, or holds what no class holds; the folder may be half filled then.
        NotSaved: The disk is full or can't be written.
    """
    try:
        with zipfile.ZipFile(source) as packed:
            entries = _proved(source, packed.infolist())
            for row in layout.folders():
                made_folder(row.within(folder))
            for done, entry in enumerate(entries):
                _unpack_one(packed, entry, folder / entry.filename, disk)
                tell((done + 1) / len(entries))
            for row in layout.packed():
                disk.sync_folder(row.within(folder))
    except OSError as error:
        raise NotSaved(f"{source} could not be unpacked ({reason(error)}).") from error
    except NO_ZIP as error:
        raise Refusal(f"{source} is no zip, damaged or not all here yet; wait for it, or use another copy.") from error
    return Contents(len(entries), sum(entry.file_size for entry in entries))


def _proved(source: Path, entries: Collection[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """Give the files to unpack once every entry is known to be harmless."""
    if len(entries) > _MOST_FILES:
        raise Refusal(f"{source} holds {len(entries)} files, more than any class; it was not unpacked.")
    folders = {row.name_of("") for row in layout.folders()}
    files = [entry for entry in entries if entry.filename not in folders and not _is_outsized(entry)]
    names = {entry.filename.casefold() for entry in files}
    if CLASS_FILE not in names:
        raise Refusal(f"{source} holds no class.json, so it is no zip of a class; choose one made with: board backup")
    for entry in files:
        why = _what_is_wrong(entry)
        if why:
            raise Refusal(f"{source} holds {_told(entry.filename)}, {why}; it was not unpacked.")
    if len(names) < len(files):
        raise Refusal(f"{source} holds the same file twice; it was not unpacked.")
    if sum(entry.file_size for entry in files) > _MOST_BYTES:
        raise Refusal(
            f"{source} would fill more than {_MOST_BYTES >> 30} GB, more than any class; it was not unpacked."
        )
    return files


def _is_outsized(entry: zipfile.ZipInfo) -> bool:
    """Tell whether it lies among the pictures and is larger than any; it is left out, and no reason to lose a class."""
    leaf = entry.filename.rpartition("/")[2]
    places = {row.name_of(leaf) for row in layout.erased(Erased.BY_PICTURE)}
    return entry.filename in places and entry.file_size > MOST


def _what_is_wrong(entry: zipfile.ZipInfo) -> str:
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG) or entry.is_dir():
        return "which is no plain file"
    if not fits(entry.filename) or "\\" in entry.orig_filename:
        return "a name that no class has"
    if entry.flag_bits & 0x1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "packed in a way the board can't read"
    too_big = TEXT_BYTES if entry.filename.endswith((".json", ".jsonl")) else _MOST_BYTES
    too_dense = entry.file_size > _SMALL and entry.file_size > _TOO_DENSE * max(1, entry.compress_size)
    return "which would grow out of all bounds" if entry.file_size > too_big or too_dense else ""


def _told(name: str) -> str:
    """Give a name that somebody else chose so that it can be shown."""
    return ascii(name[:80])


def _unpack_one(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path, disk: Disk) -> None:
    handle = make_plain(path, os.O_WRONLY)
    try:
        with packed.open(entry) as file:
            while part := file.read(_CHUNK):
                disk.write(handle, part)
        disk.sync(handle)
    finally:
        os.close(handle)
