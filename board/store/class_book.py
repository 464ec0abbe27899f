"""The one door to a class: opens its folder, hands out domain values, keeps facts, tells what others changed."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, Self

from tinydb import TinyDB
from tinydb.table import Document, Table

from board.disk import DISK, Disk, NotSaved, reason
from board.errors import Refusal
from board.mastery.curriculum import Unit, steps_by_id
from board.mastery.facts import Fact, How, Kind
from board.mastery.people import Assessor, Student
from board.mastery.progress import Progress
from board.store import codec
from board.store.ledger import Damage, Ledger
from board.store.migrations import FORMAT, in_todays_shape, shape_of
from board.store.storage import SafeStorage


class _Table(Table):
    """A table whose document ids are our own, so that two programs never choose the same one."""

    document_id_class = str  # type: ignore[assignment]


class _Documents(TinyDB):
    table_class = _Table


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact before it is kept: what the screen knows; the book adds the rest. Fields as in `Fact`."""

    kind: Kind
    student: str
    step: str | None = None
    of: str | None = None
    how: How = How.SHOWN
    way: str | None = None
    level_of_support: str | None = None
    note: str | None = None


class News(NamedTuple):
    """What others changed: new facts, and whether students, units or assessors changed."""

    facts: tuple[Fact, ...]
    documents: bool

    def __bool__(self) -> bool:
        return bool(self.facts) or self.documents


def new_id() -> str:
    """Give an id nobody else has made."""
    return os.urandom(6).hex()


class ClassBook:
    """An open class.

    Args:
        folder: The class folder.
        device: This device's id; names the ledger file that is written.
        disk: Where the system calls go.

    Raises:
        Refusal: The folder holds no class, a damaged one, or one of a newer version.

    Attributes:
        folder: The class folder.
        name: Name of the class, such as Room 12.
        everyone: All students, those who have left too, in the order of the roster.
        students: Those who are in the class now.
        assessors: Who may judge, the usual one first.
        units: In the order they were added.
        progress: What the ledger says now.
    """

    def __init__(self, folder: Path, device: str, disk: Disk = DISK) -> None:
        if not (folder / "class.json").exists():
            raise Refusal(_no_class(folder))
        self.folder = folder
        self._disk = disk
        self._storage = SafeStorage(folder / "class.json", folder / "backups", disk)
        self._documents = _Documents(storage=lambda: self._storage)
        self._ledger = Ledger(folder / "ledger", device, disk)
        self._joined: dict[str, str] = {}
        self.progress = Progress()
        self._migrate()
        self._load()
        try:
            (folder / "ledger").mkdir(exist_ok=True)
        except OSError as error:
            raise NotSaved(f"{folder} can't be written ({reason(error)}).") from error
        self._take(self._ledger.news())

    @classmethod
    def create(cls, folder: Path, name: str, device: str, assessor: str = "Teacher", disk: Disk = DISK) -> Self:
        """Make an empty class and open it.

        Args:
            folder: A folder that does not exist yet or is empty.
            name: Name of the class.
            device: This device's id.
            assessor: Name of the adult who marks.
            disk: Where the system calls go.

        Raises:
            Refusal: The folder is in use, or can't be made; nothing half-made is left.
        """
        tables = {
            "class": {"about": {"format": FORMAT, "name": name}},
            "assessors": {new_id(): codec.assessor_document(Assessor("", assessor))},
        }
        made = not folder.exists()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if any(folder.iterdir()):
                raise Refusal(f"{folder} is not empty; choose a new folder for the class.")
            for part in ("ledger", "art", "evidence", "backups"):
                (folder / part).mkdir()
            SafeStorage(folder / "class.json", folder / "backups", disk).write(tables)
        except (OSError, NotSaved) as error:
            if made:
                shutil.rmtree(folder, ignore_errors=True)
            why = reason(error) if isinstance(error, OSError) else str(error)
            raise NotSaved(f"{folder} can't be made: {why}") from error
        return cls(folder, device, disk)

    @property
    def facts(self) -> Sequence[Fact]:
        """Every fact, in order of arrival."""
        return self._ledger.facts

    @property
    def damaged(self) -> Sequence[Damage]:
        """Lines of the ledger that hold no fact."""
        return self._ledger.damaged

    def record(self, drafts: Iterable[Draft], by: str = "", showing: str | None = None) -> tuple[Fact, ...]:
        """Keep what happened; when this returns it is on the disk and in `progress`.

        Args:
            drafts: What happened.
            by: Id of the assessor, empty for the usual one.
            showing: Id shared by marks made together, None when each stands alone.

        Raises:
            NotSaved: Nothing was kept.
        """
        at = datetime.now().astimezone().isoformat(timespec="seconds")
        judge = by or self.assessors[0].id
        steps = self._steps
        facts = [
            Fact(
                id=new_id(),
                seq=0,
                device="",
                at=at,
                by=judge,
                kind=draft.kind,
                student=draft.student,
                step=draft.step,
                of=draft.of,
                step_version=steps[draft.step].version if draft.step in steps else 1,
                how=draft.how,
                way=draft.way,
                level_of_support=draft.level_of_support,
                note=draft.note,
                showing=showing,
            )
            for draft in drafts
        ]
        return self.keep(facts)

    def keep(self, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        """Keep facts that are already whole, such as those of a demo class or another ledger.

        Raises:
            NotSaved: Nothing was kept.
        """
        written = self._ledger.append(facts)
        self._take((*self._ledger.untold(), *written))
        return written

    def news(self) -> News:
        """Take in what other programs and devices changed since the last call; cheap when nothing did."""
        facts = self._ledger.news()
        self._take(facts)
        changed = self._storage.signature() != self._signature
        if changed:
            self._load()
        return News(facts, changed)

    def rename(self, name: str) -> None:
        """Give the class another name.

        Raises:
            NotSaved: Nothing was changed.
        """
        with self._editing():
            about = self._rows("class")[0][1]
            self._put("class", {"about": {**about, "name": name}})

    def edit_students(self, change: Callable[[tuple[Student, ...]], tuple[Student, ...]]) -> None:
        """Change the students; nobody else's edit is lost.

        Args:
            change: Gives everyone anew from everyone of this moment, those who have left too.

        Raises:
            NotSaved: Nothing was changed.
        """
        with self._editing():
            self._put("students", {pupil.id: codec.student_document(pupil) for pupil in change(self.everyone)})

    def edit_unit(self, unit_id: str, change: Callable[[Unit], Unit]) -> None:
        """Change one unit as it is at this moment; nothing happens when somebody has taken it out.

        Args:
            unit_id: Its id.
            change: Gives the new unit from the old.

        Raises:
            NotSaved: Nothing was changed.
        """
        with self._editing():
            units = {old.id: change(old) if old.id == unit_id else old for old in self.units}
            self._put("units", {id_: codec.unit_document(one) for id_, one in units.items()})

    def put_unit(self, unit: Unit) -> None:
        """Add a unit, or put it in the place of the one with its id.

        Raises:
            NotSaved: Nothing was changed.
        """
        with self._editing():
            units = {old.id: old for old in self.units} | {unit.id: unit}
            self._put("units", {id_: codec.unit_document(one) for id_, one in units.items()})

    def put_assessor(self, assessor: Assessor) -> None:
        """Add an assessor, or put them in the place of the one with their id.

        Raises:
            NotSaved: Nothing was changed.
        """
        with self._editing():
            everyone = {old.id: old for old in self.assessors} | {assessor.id: assessor}
            self._put("assessors", {id_: codec.assessor_document(one) for id_, one in everyone.items()})

    def close(self) -> None:
        """Let go of the files."""
        self._ledger.close()

    @contextmanager
    def _editing(self) -> Iterator[None]:
        """Change documents: everybody's latest before, ours kept after."""
        with self._storage.transaction():
            self._load()
            yield
        self._load()

    def _put(self, table: str, documents: dict[str, dict[str, Any]]) -> None:
        self._documents.drop_table(table)
        self._documents.table(table).insert_multiple(
            Document(doc, doc_id=id_)  # type: ignore[arg-type]
            for id_, doc in documents.items()
        )

    def _migrate(self) -> None:
        if shape_of(self._storage.read() or {}) != FORMAT:
            with self._storage.transaction():
                self._storage.write(in_todays_shape(self._storage.read() or {}))

    def _load(self) -> None:
        self._signature = self._storage.signature()
        try:
            self.name: str = self._rows("class")[0][1]["name"]
            self._listed = tuple(codec.student_of(*row) for row in self._rows("students"))
            self.assessors = tuple(codec.assessor_of(*row) for row in self._rows("assessors"))
            self.units = codec.units_of(self._rows("units"))
            self._steps = steps_by_id(self.units)
            self._gather()
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            raise Refusal(
                f"{self.folder / 'class.json'} is damaged; put the newest whole copy of {self.folder / 'backups'} in its place."
            ) from error

    def _gather(self) -> None:
        """Work out who is in the class; where doubles were joined or parted, their marks change place."""
        erased = self.progress.erased
        self.everyone = tuple(student for student in self._listed if student.id not in erased)
        self.students = tuple(student for student in self.everyone if not student.left)
        joined = {double: student.id for student in self.everyone for double in student.also}
        if joined != self._joined:
            self._joined = joined
            self.progress = Progress().after(self._counted(self.facts))

    def _take(self, facts: Sequence[Fact]) -> None:
        """Let facts count."""
        self.progress = self.progress.after(self._counted(facts))
        if any(fact.kind is Kind.ERASED for fact in facts):
            self._gather()

    def _counted(self, facts: Sequence[Fact]) -> Sequence[Fact]:
        """Give facts as they count: those of a double are the child's it was joined with."""
        if not self._joined:
            return facts
        return [fact._replace(student=self._joined.get(fact.student, fact.student)) for fact in facts]

    def _rows(self, table: str) -> list[tuple[str, dict[str, Any]]]:
        return [(str(document.doc_id), dict(document)) for document in self._documents.table(table).all()]


def _no_class(folder: Path) -> str:
    """Say what to do about a folder without class.json: a class that lost it is no reason to make a new one."""
    copies = sorted((folder / "backups").glob("class-*.json"))
    if copies:
        return f"{folder} has lost its class.json; the newest copy is {copies[-1]}; put it back under that name."
    return f"{folder} is not a class folder; make a class with: board new FOLDER --name NAME"
