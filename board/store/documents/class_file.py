"""class.json of an open class as domain values; every edit starts from everybody's latest."""

import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from tinydb import TinyDB
from tinydb.table import Document as Row
from tinydb.table import Table

from board.disk import DISK, Disk, NotSaved, made_folder, reason
from board.disk.modes import made_folders
from board.errors import Refusal
from board.store import layout
from board.store.arriving import stand_ins
from board.store.codec import Document, Documents
from board.store.device import Device
from board.store.documents.amending import amended
from board.store.documents.choices import Choice, choices_of
from board.store.documents.class_reading import CutOff, Fetched, Signatures
from board.store.documents.contents import Contents, contents_of
from board.store.documents.copies import remedy, rolling_copies
from board.store.documents.storage import SafeStorage
from board.store.layout import BACKUPS, CLASS_FILE, DOCUMENTS, LEDGER
from board.store.shut_out import shut_out


class _Table(Table):
    """A table whose document ids are our own, so that two programs never choose the same one."""

    document_id_class = str  # type: ignore[assignment]


class _Tables(TinyDB):
    table_class = _Table


class Peek(NamedTuple):
    """What a look at the file has found.

    Attributes:
        before: The signature of what was known before.
        found: What the file holds, None when it is gone.
        contents: What it says, None when that was known before.
    """

    before: Signatures | None
    found: Fetched | None
    contents: Contents | None = None

    @property
    def is_new(self) -> bool:
        """Whether it is another file than the one that was known."""
        return self.contents is not None


class ClassFile:
    """The documents of a class.

    Args:
        folder: The class folder.
        disk: Where the system calls go.
        only_look: Whether nothing may be written, not even a newer shape of the file.
        device: This computer; None knows nothing of the documents but what the file says.

    Raises:
        Refusal: The folder holds no class, a damaged one, or one of a newer version.

    Attributes:
        about: What stands about the class itself.
        students: Everybody listed, in the order of the roster.
        assessors: The usual one first.
        units: In the order they were added.
        aside: What in the file does not count.
        may_write: Raises Refusal where something else in the class forbids to write in it.
    """

    def __init__(
        self, folder: Path, disk: Disk = DISK, *, only_look: bool = False, device: Device | None = None
    ) -> None:
        if not _may_look(folder / CLASS_FILE):
            raise Refusal(_no_class(folder))
        self.may_write: Callable[[], None] = lambda: None
        self._folder = folder
        self._only_look = only_look
        self._storage = _storage(folder, disk, None if only_look else device)
        self._tables = _Tables(storage=lambda: self._storage)
        try:
            self._storage.read()
        except CutOff:
            self._storage.wait()
        if not only_look:
            self._migrate()
        self.load()

    def load(self) -> None:
        """Read the file when it has changed.

        Raises:
            Refusal: It is damaged.
        """
        self._hand_out(self._contents(self._storage.read() or {}))
        known = self._storage.known
        self._signature = None if known is None else known.signature

    def _contents(self, tables: Documents) -> Contents:
        found = contents_of(tables, self._folder)
        if found is None:
            raise Refusal(f"{self._folder / CLASS_FILE} is damaged. {remedy(self._folder)}")
        return found

    def _hand_out(self, contents: Contents) -> None:
        self.about, self.students, self.assessors, self.units, self.aside = contents

    def look(self) -> Peek:
        """Read the file when it has changed, for `take`; changes nothing here, so it may run in a thread of its own.

        Raises:
            Refusal: It is damaged.
        """
        before, found = self._signature, self._storage.fetch()
        if before == (found and found.signature):
            return Peek(before, found)
        tables = {} if found is None else found.documents
        return Peek(before, found, self._contents(tables))

    def take(self, looked: Peek) -> bool:
        """Hand out what was read, and tell whether it is anything new; a file edited meanwhile is left for the next look."""
        if looked.before != self._signature or looked.found is None or looked.contents is None:
            return False
        self._storage.keep(looked.found)
        self._signature = looked.found.signature
        self._hand_out(looked.contents)
        with suppress(Refusal):  # whatever can't be written now is written with the next edit
            self.settle()
        return True

    def erase(self, students: Collection[str]) -> None:
        """Let these students never come back from anywhere; see `strip` for the file itself."""
        self._storage.erase(students)

    def settle(self) -> None:
        """Write down what is known beside the file, if that is more than the file says, and else remember the file.

        A file that went back, or was overwritten by somebody who had not seen all of it, is so made whole again.

        Raises:
            NotSaved: The file is as it was.
        """
        self.may_write()
        if not self._only_look and self._storage.settle():
            self.load()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What two computers said differently and nobody has decided yet."""
        known = self._storage.known
        return () if known is None else choices_of(known.tables)

    def choose(self, choice: Choice, which: int) -> None:
        """Let one version stand, and keep no other.

        Args:
            choice: One of `choices`.
            which: The place of the version among its sayings.

        Raises:
            NotSaved: Nothing was changed.
            Refusal: Somebody has decided meanwhile.
        """
        with self.editing():
            self._storage.choose(choice, which)

    @contextmanager
    def editing(self) -> Iterator[None]:
        """Make what is put inside one change of the file: everybody's latest before, ours kept after.

        Raises:
            NotSaved: Nothing was changed.
        """
        with self._storage.transaction():
            self.load()
            yield
        self.load()

    def put(self, table: str, before: dict[str, Document], after: dict[str, Document]) -> None:
        """Write a change of a table; what did not change in it, or was never understood, stays as it is; only while editing.

        Args:
            table: Its name.
            before: The documents as they are understood.
            after: The documents that shall stand there.
        """
        rows = amended((self._storage.read() or {}).get(table, {}), before, after)
        self._tables.drop_table(table)
        self._tables.table(table).insert_multiple(
            Row(doc, doc_id=id_) for id_, doc in rows.items() if isinstance(doc, dict)
        )
        strange = {id_: doc for id_, doc in rows.items() if not isinstance(doc, dict)}
        if strange:  # which TinyDB would not take
            tables = self._storage.read() or {}
            self._storage.write({**tables, table: {**tables.get(table, {}), **strange}})

    def strip(self, erased: Collection[str], *, now: bool) -> tuple[str, ...]:
        """Take students out of the file and of every copy of it; see `SafeStorage.strip`."""
        gone = self._storage.strip(erased, now=now)
        self.load()
        return gone

    def _migrate(self) -> None:
        self._storage.read()
        if self._storage.is_old:
            with self._storage.transaction():
                pass  # what is read is in today's shape, and so is what is written


def _may_look(file: Path) -> bool:
    """Tell whether there is a file.

    Raises:
        Refusal: This account may not look.
    """
    try:
        return file.exists()
    except PermissionError as error:
        raise Refusal(f"{file.parent} can't be looked into ({reason(error)}). {shut_out(error)}") from error


def make_class(folder: Path, tables: Documents, disk: Disk = DISK, device: Device | None = None) -> None:
    """Make a class folder of these tables.

    Args:
        folder: A folder that does not exist yet or is empty.
        tables: What class.json shall hold.
        device: This computer.
        disk: Where the system calls go.

    Raises:
        Refusal: The folder is in use, or can't be made; nothing half-made is left.
    """
    made = not folder.exists()
    try:
        made_folders(folder)
        if any(folder.iterdir()):
            raise Refusal(f"{folder} is not empty; choose a new folder for the class.")
        for row in layout.LAYOUT:
            if row.is_made:
                made_folder(row.within(folder))
        _storage(folder, disk, device).write(tables)
    except (OSError, NotSaved) as error:
        if made:
            shutil.rmtree(folder, ignore_errors=True)
        why = reason(error) if isinstance(error, OSError) else str(error)
        raise NotSaved(f"{folder} can't be made: {why}") from error


def _no_class(folder: Path) -> str:
    """Say what to do about a folder without class.json: a class that is still arriving is no reason to make a new one."""
    if stand_ins(folder, DOCUMENTS) or LEDGER.within(folder).is_dir() or rolling_copies(BACKUPS.within(folder)):
        return f"{folder} holds a class whose class.json is not here. {remedy(folder)}"
    if folder.is_dir():
        return (
            f"{folder} is not a class folder. If a sync program is bringing a class here, wait until it has finished; make a "
            "new class with: board new FOLDER --name NAME"
        )
    return f"{folder} is not a class folder; make a class with: board new FOLDER --name NAME"


def _storage(folder: Path, disk: Disk, device: Device | None) -> SafeStorage:
    return SafeStorage(folder / CLASS_FILE, BACKUPS.within(folder), disk, device)
