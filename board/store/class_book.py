"""The one door to a class: opens its folder, hands out domain values, keeps facts, tells what others changed."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Self

from board.disk import DISK, Disk, NotSaved, reason
from board.disk.links import real_folder
from board.errors import Refusal
from board.mastery.curriculum import steps_by_id
from board.mastery.facts import Fact, Kind, bare
from board.mastery.people import Student
from board.mastery.progress import Progress
from board.mastery.roll import counted
from board.store.arriving import refuse_without_ledger
from board.store.device import Device, device_of
from board.store.documents.aside import SetAside
from board.store.documents.choices import Choice
from board.store.documents.class_file import ClassFile, make_class
from board.store.documents.tables import T, Table, new_documents
from board.store.draft import Draft, new_id
from board.store.erasing.taking_out import Kept, take_out
from board.store.erasure import pictures_wanted, remove_photos
from board.store.layout import DROP, EVIDENCE, LEDGER, PRINTS
from board.store.ledger.conflict_ledgers import take_over
from board.store.ledger.damage import Damage
from board.store.ledger.journal import Journal
from board.store.ledger.ledger import Ledger
from board.store.looking import Looked, News
from board.store.outputs import Outputs
from board.store.pictures.picture_folder import PictureFolder
from board.store.said import to_be_said
from board.store.tries import Tries


class ClassBook:
    """An open class.

    Args:
        folder: The class folder.
        device: This computer; a bare id is one that remembers nothing.
        disk: Where the system calls go.
        only_look: Whether the folder shall stay as it is to the last byte; such a book takes no marks.

    Raises:
        Refusal: The folder holds no class, a damaged one, or one of a newer version.

    Attributes:
        folder: The class folder.
        key: What this computer's settings know the class by.
        about: What is said about the class itself.
        everyone: All students, those who have left too, in the order of the roster.
        students: Those who are in the class now.
        assessors: Who may judge, the usual one first.
        units: In the order they were added.
        progress: What the ledger says now.
        pictures: The children's pictures.
        evidence: The photos of their work.
        outputs: The folders people open.
        tries: The wrong adult PINs.
        said: What is to be said now that it is open: what can't be read, what was put right.
    """

    def __init__(self, folder: Path, device: Device | str, disk: Disk = DISK, *, only_look: bool = False) -> None:
        folder = real_folder(folder)
        self.folder, self.key = folder, str(folder.resolve())
        self._disk, self._only_looks = disk, only_look
        computer = device_of(device)
        self._memory = computer.memory
        self._file = ClassFile(folder, disk, only_look=only_look, device=computer)
        refuse_without_ledger(folder)
        journal = Journal(computer.memory_of(self._file.about.id, folder), disk)
        self._ledger = Ledger(LEDGER.within(folder), computer, journal, disk)
        self._file.may_write = self._ledger.may_write
        wants = None if only_look else self._refers_to
        self.pictures = PictureFolder(folder, disk, wants)
        self.evidence = PictureFolder(folder, disk, wants, EVIDENCE)
        self.outputs, self.tries = Outputs(PRINTS.within(folder), DROP.within(folder), disk), Tries(folder, disk)
        self._joined: dict[str, str] = {}
        self.progress = Progress()
        self._spread()
        self._count(self._ledger.news())
        if not only_look:
            self._put_right()
        self._told: set[str] = set()
        self.said = self._newly_said(self.facts)
        if self.progress.erased and not only_look:
            with suppress(Refusal, OSError):  # whatever can't be done now is done at the next opening
                self._strip()

    @classmethod
    def create(
        cls, folder: Path, name: str, device: Device | str, assessor: str = "Teacher", disk: Disk = DISK
    ) -> Self:
        """Make an empty class and open it.

        Args:
            folder: A folder that does not exist yet or is empty.
            name: Name of the class.
            device: This computer.
            assessor: Name of the adult who marks.
            disk: Where the system calls go.

        Raises:
            Refusal: The folder is in use, or can't be made; nothing half-made is left.
        """
        make_class(real_folder(folder), new_documents(name, assessor), disk, device_of(device))
        book = cls(folder, device, disk)
        book._ledger.begin_file()
        return book

    @property
    def name(self) -> str:
        """Name of the class, such as Room 12."""
        return self.about.name

    @property
    def facts(self) -> Sequence[Fact]:
        """Every fact, in order of arrival."""
        return self._ledger.facts

    @property
    def damaged(self) -> Sequence[Damage]:
        """Lines of the ledger that are told of."""
        return self._ledger.damaged

    @property
    def aside(self) -> Sequence[SetAside]:
        """What in the documents does not count as it stands there."""
        return self._file.aside

    @property
    def lacking(self) -> int:
        """How many marks this computer made here that the folder does not hold now."""
        return self._ledger.lacking

    def record(self, drafts: Iterable[Draft], by: str, showing: str | None = None) -> tuple[Fact, ...]:
        """Keep what happened; when this returns it is on the disk and in `progress`.

        Args:
            drafts: What happened.
            by: Id of who did it: an assessor, or a student who speaks for itself.
            showing: Id shared by marks made together, None when each stands alone.

        Raises:
            NotSaved: Nothing was kept.
        """
        at = datetime.now().astimezone().isoformat(timespec="seconds")
        return self.keep([draft.fact(draft.id or new_id(), at, by, showing, self._steps) for draft in drafts])

    def keep(self, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        """Keep facts that are already whole, such as those of a demo class or another ledger.

        Raises:
            NotSaved: Nothing was kept.
        """
        erased = self.progress.erased
        written = self._ledger.append([bare(fact) if fact.student in erased else fact for fact in facts])
        self._count((*self._ledger.untold(), *written))
        return written

    def look(self) -> Looked:
        """Read what others changed, for `take`; changes nothing, so it may run in a thread beside marks and edits.

        Raises:
            Refusal: The folder can't be read, or was used with a newer version of the board.
        """
        begun = time.perf_counter()
        return Looked(self._ledger.look(), self._file.look(), time.perf_counter() - begun)

    def take(self, looked: Looked) -> News:
        """Let what a look has read count, and tell what is new; what was marked or edited meanwhile stands."""
        facts = self._ledger.take(looked.ledger)
        if not self._only_looks:
            with suppress(Refusal):  # the next mark does it
                self._ledger.settle()
        facts += self._ledger.untold()
        self._count(facts)
        changed = self._file.take(looked.documents)
        if changed:
            self._spread()
        is_odd = changed or any(reading.anew or reading.odd for reading in looked.ledger)
        return News(facts, changed, self._newly_said() if is_odd else self._ledger.said())

    def news(self) -> News:
        """Look and take at once."""
        return self.take(self.look())

    def edit(self, table: Table[T], change: Callable[[T], T]) -> None:
        """Change what stands in one table; nobody else's edit is lost.

        Args:
            table: One of `tables`.
            change: Gives what shall stand there from what stands there at this moment.

        Raises:
            NotSaved: Nothing was changed.
        """
        with self.editing():
            now = table.now(self)
            self._file.put(table.name, table.documents(now), table.documents(change(now)))

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What two computers said differently about the documents, and nobody has decided yet."""
        return self._file.choices

    def choose(self, choice: Choice, which: int) -> None:
        """Let one of several versions stand, and keep no other.

        Args:
            choice: One of `choices`.
            which: The place of the version among its sayings.

        Raises:
            NotSaved: Nothing was changed.
            Refusal: Somebody has decided meanwhile.
        """
        self._file.choose(choice, which)
        self._spread()

    @contextmanager
    def editing(self) -> Iterator[None]:
        """Make all edits inside one change of the class: everybody's latest before, ours kept after.

        Raises:
            NotSaved: Nothing was changed.
        """
        self._ledger.may_write()
        with self._file.editing():
            self._spread()
            yield
        self._spread()

    def erase(self, student: Student, by: str) -> tuple[str, ...]:
        """Erase a student for good: no file of this computer in the folder holds their words or pictures afterwards.

        The tombstone comes first, so that after a crash the next opening goes on, and each other computer takes the
        words out of its own file when it opens the class next.

        Args:
            student: One of `everyone`.
            by: Id of the assessor who does it.

        Returns:
            Names of files that could not be read and were deleted.

        Raises:
            NotSaved: Nothing was done, or not everything; the sentence says which.
        """
        ids = (*student.also, student.id)  # the child last: killed before that, the erasure can be asked for again
        self.record([Draft(Kind.ERASED, id_) for id_ in ids], by)
        try:
            return self._strip()
        except (Refusal, OSError) as error:
            why = reason(error) if isinstance(error, OSError) else str(error)
            told = f"The child is off the board, but not everything is taken out yet: {why}"
            raise NotSaved(f"{told} Then open the class again; it goes on by itself.") from error

    def close(self) -> None:
        """Let go of the files."""
        self._ledger.close()

    def _refers_to(self, content: str) -> bool:
        """Tell whether any fact refers to a picture; one of an erased student is never put right."""
        return content in pictures_wanted(self.facts, self.progress.erased)

    def _newly_said(self, facts: Sequence[Fact] = ()) -> tuple[str, ...]:
        """Give what is to be said and was not said yet, and what was put right; of facts, only how many are not here."""
        lasting = to_be_said(self.folder, self.damaged, self.aside, self.choices, facts)
        fresh = tuple(one for one in dict.fromkeys(lasting) if one not in self._told)
        self._told.update(fresh)
        return fresh + self._ledger.said()

    def _put_right(self) -> None:
        """Take over what a sync program put beside the ledger, and write again what it took away, where that can be done."""
        with suppress(Refusal, OSError):
            self._ledger.may_write()
            take_over(self.folder, self._ledger.held, self.progress.erased, self._disk)
        with suppress(Refusal):
            self._count(self._ledger.news())
        self._ledger.begin()
        self._count(self._ledger.untold())
        with suppress(Refusal, OSError):  # whatever can't be written now is written with the next edit
            self._file.settle()
            self._spread()
            remove_photos(self.folder, self.facts, self._disk)

    def _strip(self) -> tuple[str, ...]:
        kept = Kept(self.folder, self._file, self._ledger, self._memory)
        gone = take_out(kept, self.progress.erased, self._disk)
        self._spread()
        return gone

    def _spread(self) -> None:
        """Hand out what stands in the documents."""
        self.about = self._file.about
        self.assessors, self.units = self._file.assessors, self._file.units
        self._steps = steps_by_id(self.units)
        self._gather()

    def _gather(self) -> None:
        """Work out who is in the class; where doubles were joined or parted, their marks change place."""
        erased = self.progress.erased
        self.everyone = tuple(student for student in self._file.students if student.id not in erased)
        self.students = tuple(student for student in self.everyone if not student.left)
        joined = {double: student.id for student in self.everyone for double in student.also}
        if joined != self._joined:
            self._joined = joined
            self.progress = Progress().after(counted(self.facts, self._joined))

    def _count(self, facts: Sequence[Fact]) -> None:
        """Let facts count."""
        self.progress = self.progress.after(counted(facts, self._joined))
        if any(fact.kind is Kind.ERASED for fact in facts):
            self._file.erase(self.progress.erased)
            self._gather()
