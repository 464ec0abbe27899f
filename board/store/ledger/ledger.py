"""What happened in the class: append-only JSON lines, one file per device, read by all and written by its owner."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path

from board.disk import DISK, Disk, NotSaved, put_file, read_plain, reason
from board.disk.links import plain_files
from board.errors import Refusal
from board.mastery.facts import Fact, Kind
from board.store.device import Device
from board.store.erasure import stripped_lines
from board.store.layout import TEXT_BYTES
from board.store.ledger.damage import Damage
from board.store.ledger.held import Held
from board.store.ledger.journal import Journal, id_of
from board.store.ledger.ledger_files import LedgerFiles, Reading
from board.store.ledger.own_file import KEEPS_OPEN, OwnFile
from board.store.ledger.sentences import MUST, PARTED, back_again
from board.store.lines import fact_line, read_lines
from board.store.locks import Turn


class Ledger:
    """All facts of a class.

    Args:
        folder: The folder of ledger files.
        device: This computer; its id names the one file that is written here.
        journal: What it remembers to have written.
        disk: Where the system calls go.

    Attributes:
        facts: Every fact read or written so far, each id once, in order of arrival.
    """

    def __init__(self, folder: Path, device: Device, journal: Journal | None = None, disk: Disk = DISK) -> None:
        self._folder, self._disk = folder, disk
        self._journal = journal or Journal(None)
        self._be(device)
        self._files = LedgerFiles(folder)
        self._held = Held()
        self._doubles: set[str] = set()
        self._ids: set[str] = set()
        self._mine: dict[str, Fact] = {}  # what this computer wrote, as far as it knows
        self._strange: set[str] = set()  # written under its id by nobody it knows
        self._is_open = self._may_lack = False
        self._erased: set[str] = set()
        self._top = 0
        self._untold: list[Fact] = []
        self._said: list[str] = []
        self.facts: list[Fact] = []

    def _be(self, device: Device) -> None:
        self._device = device
        self._turn = Turn(self._folder / f"{device.id}.lock", stays_open=KEEPS_OPEN)
        self._own = OwnFile(self._folder / f"{device.id}.jsonl", self._disk)

    @property
    def damaged(self) -> list[Damage]:
        """The lines that are told of; they are left as they are."""
        return self._held.damaged

    @property
    def held(self) -> set[str]:
        """The ids of the facts that a file of the folder holds now."""
        return self._held.ids

    @property
    def lacking(self) -> int:
        """How many facts this computer wrote and nothing in the folder holds now."""
        return len(self._lost())

    def said(self) -> tuple[str, ...]:
        """Give what was put right since the last call, in sentences."""
        told, self._said = self._said, []
        return tuple(told)

    def news(self) -> tuple[Fact, ...]:
        """Give the facts of others that came since the last call; the first call gives everything.

        Raises:
            Refusal: The folder can't be read.
        """
        return self.take(self.look())

    def look(self) -> tuple[Reading, ...]:
        """Read what is new, for `take`; changes nothing here, so it may run in a thread of its own.

        Raises:
            Refusal: The folder can't be read.
        """
        return self._files.look(self._held.seen.copy())

    def take(self, looked: Sequence[Reading]) -> tuple[Fact, ...]:
        """Let what was read count, and give the facts of others that were not told yet.

        A file that was read or written otherwise meanwhile is left for the next look.
        """
        for reading in looked:
            if self._held.seen.get(reading.name) is reading.before:
                self._take(reading)
        self._is_open = True
        return self.untold()

    def untold(self) -> tuple[Fact, ...]:
        """Give the facts of others that were read and not told yet, without looking for more."""
        told, self._untold = self._untold, []
        return tuple(told)

    def may_write(self) -> None:
        """See that nothing in the class forbids this version of the board to write.

        Raises:
            Refusal: A newer version has written what must be understood.
        """
        if self._held.forbids:
            raise Refusal(MUST)

    def begin(self) -> None:
        """Put right what the journal knows better than a folder that was just opened, as far as that can be done."""
        with suppress(Refusal, OSError):
            self._may_lack = True
            self.settle()
            if self._journal.is_new:  # of a class that was moved, or opened by a version that remembered nothing
                self._journal.keep(b"".join(map(fact_line, self._mine.values())))
            self._journal.prune(self._held.ids)

    def begin_file(self) -> None:
        """Make this computer's file where there is none and that can be done, so that sync programs carry the folder."""
        with suppress(Refusal):
            self._own.begin()

    def settle(self) -> None:
        """Write again what was lost of this computer's lines, and part from another computer of the same id.

        Raises:
            Refusal: It can't be done now; the next mark does it.
        """
        if self._strange or (self._may_lack and self._lost()):
            self.append(())
        self._may_lack = False

    def append(self, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        """Write facts; when this returns they are on the disk.

        Args:
            facts: With ids of their own; `seq` and `device` are set here. Known ids do nothing.

        Returns:
            The facts as they were written.

        Raises:
            NotSaved: They are not on the disk, and will not appear later; its sentence says so if even that is open.
            Refusal: A newer version of the board forbids it.
        """
        self.may_write()
        while True:
            with self._turn.taken():
                for reading in self._files.look(self._held.seen, thorough=True):
                    self._take(reading)
                self.may_write()
                if not self._turn.kept():
                    continue
                if not self._is_shared():
                    return self._appended(facts)
            self._part()

    def _appended(self, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        lost = self._lost() if self._may_lack else {}
        again = read_lines([*lost.values()]).facts
        top = max((self._top, *(fact.seq for fact in again)))
        fresh = {fact.id: fact for fact in reversed(facts) if fact.id not in self._ids and fact.id not in lost}
        lines = [
            fact_line(fact._replace(seq=top + place, device=self._device.id))
            for place, fact in enumerate(reversed(fresh.values()), 1)
        ]
        written = read_lines(lines).facts  # as everybody will read them
        if len(written) < len(lines):
            raise NotSaved(
                "The mark was not saved: something in it is too long for a class, or missing; the board is as before."
            )
        if lost or lines:
            known = self._journal.lines() if lost else {}
            unknown_here = [line for id_, line in lost.items() if id_ not in known]
            self._write(b"".join((*lost.values(), *lines)), [*lost, *fresh], b"".join((*unknown_here, *lines)))
        elif facts:
            self._own.make_sure()
        if lost:
            self._said.append(back_again(len(lost)))
        self._may_lack = False
        self._mine |= {fact.id: fact for fact in (*again, *written)}
        unknown = [fact for fact in again if fact.id not in self._ids]
        self._untold += unknown
        for fact in (*unknown, *written):
            self._learn(fact)
        return written

    def _lost(self) -> dict[str, bytes]:
        """Give this computer's lines that no file holds now, by the ids of their facts; bare where their child is erased."""
        held = self._held.ids
        known = self._journal.lines().items()
        lines = {id_: line for id_, line in known if id_ not in held and id_of(line) == id_}
        lines |= {id_: fact_line(self._mine[id_]) for id_ in self._mine.keys() - held - lines.keys()}
        bare = {id_: stripped_lines(line, self._erased) for id_, line in lines.items()}
        return {id_: line for id_, line in bare.items() if line}

    def strip(self, erased: Collection[str], words: Collection[str] = ()) -> None:
        """Take what was written about erased students out of this computer's files, journal and copies of sync programs.

        Args:
            erased: Ids of the students.
            words: Names and notes that are known to be about them, for lines that hold no fact.

        Raises:
            NotSaved: Not everything could be done; doing it again goes on.
            Refusal: A newer version of the board forbids it.
        """
        if not erased:
            return
        self.may_write()
        names = self._written_here()
        try:
            for path in (path for path in plain_files(self._folder) if path.name in names):
                if stripped_lines(data := read_plain(path, TEXT_BYTES), erased, words) != data:
                    self._rewrite(path, erased, words)
            if self._leftovers(names):
                with self._turn.taken():  # nobody else of this device writes now: these writers are dead
                    for path in self._leftovers(names):
                        self._disk.remove(path)
        except OSError as error:
            raise NotSaved(f"{self._folder} could not be stripped ({reason(error)}); open the class again.") from error

    def _rewrite(self, path: Path, erased: Collection[str], words: Collection[str]) -> None:
        turn = Turn(path.with_suffix(".lock")) if path.stem in self._device.former else self._turn
        with turn.taken():
            self.close()
            put_file(path, stripped_lines(read_plain(path, TEXT_BYTES), erased, words), self._disk)
            self._held.forget(path.name)

    def _written_here(self) -> tuple[str, ...]:
        """Give the names of files this computer wrote, and of copies of them; never another computer's, which may be writing."""
        others = {f"{fact.device}.jsonl" for fact in self.facts if fact.device not in self._device.former}
        former = (f"{id_}.jsonl" for id_ in self._device.former)
        return (self._own.path.name, *sorted({*former, *(self._doubles - others)}))

    def _leftovers(self, names: tuple[str, ...]) -> list[Path]:
        return [path for path in self._folder.glob(".*.jsonl.*.new") if path.name[1:].startswith(names)]

    def close(self) -> None:
        """Let go of the file; it is opened and read anew when it is needed again."""
        self._held.seen.pop(self._own.path.name, None)
        self._own.let_go()
        self._turn.close()
        self._journal.close()

    def _write(self, lines: bytes, ids: list[str], new: bytes) -> None:
        name = self._own.path.name
        try:
            now = self._own.write(lines, self._held.seen.get(name))
        except NotSaved:
            self.close()
            raise
        self._held.wrote(name, ids, now)
        self._journal.keep(new)

    def _is_shared(self) -> bool:
        """Tell whether another computer writes under this one's id; only while holding the turn."""
        if self._strange and not self._journal.is_kept:
            self._strange = set()
        if self._strange:
            self._strange -= self._journal.lines().keys()
        return bool(self._strange)

    def _part(self) -> None:
        """Go on under another id, in a file of its own; the other computer keeps what was written under the old one."""
        old, strange = self._device, self._strange
        self._strange = set()
        if old.renew is None:
            return
        with suppress(Refusal):  # an id that can't be kept would be another one each time
            new = old.renew(old.id)
            self.close()
            self._be(old._replace(id=new, former=(*old.former, old.id)))
            self._said.append(PARTED)
            for id_ in strange:
                self._mine.pop(id_, None)

    def _take(self, reading: Reading) -> None:
        self._may_lack |= self._held.take(reading)
        self._top = max((self._top, *(odd.seq for odd in reading.odd)))
        own, former = self._device.id, self._device.former
        for fact in reading.facts:
            if fact.device == own or fact.device in former:
                self._claim(reading.name, fact)
            if fact.id not in self._ids:
                self._learn(fact)
                self._untold.append(fact)

    def _claim(self, name: str, fact: Fact) -> None:
        """Know a fact under this computer's id: as its own when the class is opened, later only when it is not strange.

        Of an id it has given up it knows only which files are copies, so that an erasure reaches them.
        """
        if name != self._own.path.name:
            self._doubles.add(name)  # never the file of another computer, which may be writing in it
        if fact.device == self._device.id and fact.id not in self._mine:
            self._mine[fact.id] = fact
            if self._is_open and self._journal.is_kept and self._device.renew is not None:
                self._strange.add(fact.id)

    def _learn(self, fact: Fact) -> None:
        self._ids.add(fact.id)
        self.facts.append(fact)
        self._top = max(self._top, fact.seq)
        if fact.kind is Kind.ERASED:
            self._erased.add(fact.student)
