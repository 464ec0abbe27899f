"""A class brought back: a whole one from a zip, or an earlier class.json from the rolling copies."""

import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from board.disk import DISK, Disk, NotSaved, reason
from board.disk.links import real_folder
from board.errors import Refusal
from board.mastery.curriculum import Unit
from board.mastery.people import Assessor, Student
from board.store.archive import Contents, Tell, unpack
from board.store.class_book import ClassBook
from board.store.codec import Documents
from board.store.contents import contents_of
from board.store.copies import bytes_of, class_id_of, class_in, number_of, rolling_copies, tables_of
from board.store.device import Device, device_of
from board.store.layout import BACKUPS, CLASS_FILE
from board.store.merging import visible
from board.store.migrations import in_todays_shape
from board.store.storage import SafeStorage
from board.store.whole_folder import made_whole


class Copy(NamedTuple):
    """What an earlier class.json holds.

    Attributes:
        path: The copy.
        made: When it was made.
        name: Name of the class.
        students: Everybody listed.
        assessors: The adults.
        units: The units.
        tables: The documents themselves.
    """

    path: Path
    made: datetime
    name: str
    students: tuple[Student, ...]
    assessors: tuple[Assessor, ...]
    units: tuple[Unit, ...]
    tables: Documents

    @property
    def number(self) -> int:
        """Its number among the rolling copies."""
        return number_of(self.path)


def read_copy(path: Path) -> Copy:
    """Read a class.json or a copy of one.

    Raises:
        Refusal: It can't be read, is damaged, or is of a newer version.
    """
    try:
        data, time = bytes_of(real_folder(path.parent) / path.name), path.stat().st_mtime
    except OSError as error:
        raise Refusal(
            f"{path} can't be read ({reason(error)}); look for its name with: board restore FOLDER"
        ) from error
    tables = tables_of(data)
    if tables is None:
        raise Refusal(f"{path} is damaged; choose another copy.")
    tables = in_todays_shape(tables)
    folder = path.parent if path.name == CLASS_FILE else path.parent.parent
    contents = contents_of(visible(tables), folder)
    if contents is None:
        raise Refusal(f"{path} is damaged; choose another copy.")
    made = datetime.fromtimestamp(time).astimezone()
    return Copy(path, made, contents.about.name, contents.students, contents.assessors, contents.units, tables)


def copies_of(folder: Path) -> tuple[list[Copy], list[Path]]:
    """Give the rolling copies of a class, newest first, and those that can't be read.

    Args:
        folder: The class folder; its class.json may be damaged or gone.
    """
    whole, broken = [], []
    for path in reversed(rolling_copies(BACKUPS.within(folder))):
        try:
            whole.append(read_copy(path))
        except Refusal:
            broken.append(path)
    return whole, broken


def put_back(folder: Path, copy: Copy, device: Device | str, disk: Disk = DISK) -> None:
    """Put a copy in the place of class.json; the present one is kept among the copies first.

    Args:
        folder: The class folder.
        copy: What to put back.
        device: This computer.
        disk: Where the system calls go.

    Raises:
        NotSaved: The class is as it was.
    """
    folder = real_folder(folder)
    SafeStorage(folder / CLASS_FILE, BACKUPS.within(folder), disk, device_of(device)).put_back(copy.tables)
    ClassBook(folder, device, disk).close()  # which takes erased students out of it again


def forget(folder: Path, device: Device | str) -> None:
    """Remember nothing any more of a class that lay in this folder before: what lies there now is what counts.

    Args:
        folder: The class folder.
        device: This computer.
    """
    with suppress(OSError):
        tables = class_in(bytes_of(folder / CLASS_FILE))
        memory = device_of(device).memory_of(class_id_of(tables or {}), folder)
        if memory is not None:
            shutil.rmtree(memory, ignore_errors=True)


def restore_zip(
    source: Path, folder: Path, device: Device | str, tell: Tell = lambda _: None, disk: Disk = DISK
) -> Contents:
    """Make a class folder of a zip: whole, or not at all.

    Args:
        source: A zip made by `archive.pack`.
        folder: A folder that does not exist yet or is empty.
        device: This computer.
        tell: Hears how far it is.
        disk: Where the system calls go.

    Raises:
        Refusal: The folder is in use, or the zip holds no class, or more than a class.
        NotSaved: It can't be written; nothing half-made is left.
    """
    if not source.is_file():
        raise Refusal(f"{source} can't be read; is the name right?")
    contents: list[Contents] = []

    def fill(unfinished: Path) -> None:
        try:
            contents.append(unpack(source, unfinished, tell, disk))
            book = ClassBook(unfinished, device, disk, only_look=True)
            book.close()
            device_of(device).forget(book.about.id, folder)
        except NotSaved:
            raise
        except Refusal as refusal:
            raise Refusal(str(refusal).replace(str(unfinished), str(source))) from refusal

    made_whole(folder.resolve(), fill)
    forget(folder, device)
    with suppress(OSError):
        disk.sync_folder(folder.parent)
    return contents[0]
