"""What is acknowledged is on the disk: many writers, kills at any moment, and disks that run full.

The stock storage of TinyDB goes through the same faults, as a control: where it stays whole, a fault was none.
"""

import json
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from tinydb import TinyDB

from board.mastery.facts import Fact, Kind
from board.mastery.people import Assessor
from board.store.class_book import ClassBook
from board.store.draft import Draft
from board.store.tables import ASSESSORS, put

WRITERS, MARKS = 4, 250
KILLS = 15
LIMIT = 60
"""Seconds until a program that hangs fails its test."""

RECORDING = """
import sys
from pathlib import Path
from board.mastery.facts import Kind
from board.store.class_book import ClassBook
from board.store.draft import Draft
folder, device, count = sys.argv[1:]
book = ClassBook(Path(folder), device)
for number in range(int(count)):
    (fact,) = book.record([Draft(Kind.NOTE, "ava", "u/halves", note=f"{number} " + "x" * 80)], book.assessors[0].id)
    print(fact.id, flush=True)
"""
"""Makes marks, and acknowledges each with its id."""

KEEPING = """
import sys
from itertools import count
from pathlib import Path
from board.mastery.facts import Fact, Kind
from board.store.class_book import ClassBook
folder, device, first = sys.argv[1:]
book = ClassBook(Path(folder), device)
for number in count(int(first)):
    book.keep([Fact(f"k{number}", 0, "", "2026-01-05T09:00:00+00:00", "t", Kind.NOTE, "ava", "u/halves", note="x" * 80)])
    print(f"k{number}", flush=True)
"""
"""Keeps facts from a number on until it is killed; a number that was kept before is a retry."""

DYING = """
import os, shutil, signal, sys
from itertools import count
from pathlib import Path
from board.disk import Disk
from board.mastery.facts import Kind
from board.store.class_book import ClassBook
from board.store.draft import Draft
from board.store.tables import STUDENTS

class Dying(Disk):
    def __init__(self, moments):
        self.moments = moments
    def live(self):
        self.moments -= 1
        if self.moments == 0: os.kill(os.getpid(), signal.SIGKILL)
    def write(self, handle, data):
        for part in (data[: len(data) // 2], data[len(data) // 2 : -1], data[-1:]):
            self.live()
            super().write(handle, part)
        self.live()
    def sync(self, handle):
        self.live()
        super().sync(handle)
        self.live()
    def replace(self, new, old):
        self.live()
        super().replace(new, old)
        self.live()

folder, deed = sys.argv[1:]
for moment in count(1):
    copy = Path(f"{folder}-{moment}")
    shutil.copytree(folder, copy)
    child = os.fork()
    if child == 0:
        book = ClassBook(copy, "d1", Dying(moment))
        if deed == "mark": book.record([Draft(Kind.NOTE, "ava", "u/halves", note="second")], book.assessors[0].id)
        else: book.edit(STUDENTS, lambda now: now[:1])
        os._exit(0)
    killed = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    print(copy, flush=True)
    if not killed: break
"""
"""Keeps a mark or a change of the students in copies of a class, killed one moment later in each, until it is done."""

STOCK = """
import os, signal, sys
from tinydb import TinyDB
db = TinyDB(sys.argv[1])
if sys.argv[2] == "killed": os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
else:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (os.path.getsize(sys.argv[1]) + 50,) * 2)
if sys.argv[2] == "killed": db.remove(doc_ids=[1])
else: db.insert({"name": "x" * 100})
"""
"""TinyDB's own storage, killed at its sync or stopped by a file-size limit."""

FULL = """
import resource, sys
from pathlib import Path
from board.errors import Refusal
from board.mastery.facts import Kind
from board.store.class_book import ClassBook
from board.store.draft import Draft
from board.store.tables import STUDENTS
folder, limit, deed = sys.argv[1:]
book = ClassBook(Path(folder), "d1")
before = book.progress
resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
try:
    if deed == "mark": book.record([Draft(Kind.NOTE, "ben", "u/halves", note="x" * 80)], book.assessors[0].id)
    else: book.edit(STUDENTS, lambda now: (*now, *now))
except Refusal as refusal:
    print(type(refusal).__name__, refusal, sep="\\n")
assert book.progress is before and len(book.students) == 2
"""
"""Works on a disk with no room beyond a limit."""


def _start(script: str, *arguments: str | Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _ended(*programs: subprocess.Popen[str]) -> list[list[str]]:
    """The lines each program wrote until its end; it must have ended by itself and well."""
    told = []
    for program in programs:
        out, err = program.communicate(timeout=LIMIT)
        assert program.returncode == 0, err
        told.append(out.split("\n")[:-1])
    return told


def _facts(folder: Path) -> Sequence[Fact]:
    book = ClassBook(folder, "reader")
    book.close()
    assert not book.damaged
    return book.facts


def _lines(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every line of every ledger file, with the name of its device."""
    for path in sorted((folder / "ledger").glob("*.jsonl")):
        for line in path.read_bytes().splitlines(keepends=True):
            yield path.stem, line


def _assert_whole_and_once(folder: Path) -> None:
    """Each line is whole JSON that stands in the file of its device, in rising order, and no id comes twice."""
    last: dict[str, int] = {}
    ids: Counter[str] = Counter()
    for device, line in _lines(folder):
        assert line.endswith(b"\n")
        fact = json.loads(line)
        assert fact["device"] == device
        assert fact["seq"] > last.get(device, 0)
        last[device] = fact["seq"]
        ids[fact["id"]] += 1
    assert not [id_ for id_, times in ids.items() if times > 1]


@pytest.mark.parametrize("devices", [["d1"] * WRITERS, ["d1", "d2", "d3", "d4"]], ids=["one device", "four devices"])
def test_marks_of_four_programs_at_once_are_all_there_once(book: ClassBook, folder: Path, devices: list[str]) -> None:
    told = _ended(*[_start(RECORDING, folder, device, str(MARKS)) for device in devices])
    acknowledged = [id_ for ids in told for id_ in ids]
    assert len(acknowledged) == WRITERS * MARKS
    assert sorted(fact.id for fact in _facts(folder)) == sorted(acknowledged)
    _assert_whole_and_once(folder)
    book.news()
    assert len(book.progress.spot("ava", "u/halves").facts) == WRITERS * MARKS


def test_a_program_killed_at_any_moment_loses_nothing_it_acknowledged(book: ClassBook, folder: Path) -> None:
    chance = random.Random(7)
    acknowledged = 0
    for _ in range(KILLS):
        acknowledged = _kept_until_killed(folder, acknowledged, chance)
        kept = {fact.id for fact in _facts(folder)}
        assert kept >= {f"k{number}" for number in range(acknowledged)}
        assert len(kept) <= acknowledged + 1, "only the mark under way may be there without an answer"
    _ended(_start(RECORDING, folder, "d1", "1"))
    _assert_whole_and_once(folder)


def _kept_until_killed(folder: Path, first: int, chance: random.Random) -> int:
    """Let a program keep facts from a number on, kill it at a random moment, and give the first it did not acknowledge."""
    program = _start(KEEPING, folder, "d1", str(first))
    assert program.stdout is not None
    told = [program.stdout.readline() for _ in range(chance.randrange(1, 30))]
    for _ in range(chance.randrange(30_000)):  # some way into the next one
        pass
    program.kill()
    told += program.stdout.readlines()
    _, errors = program.communicate(timeout=LIMIT)
    assert program.returncode == -signal.SIGKILL, errors
    assert [line.strip() for line in told] == [f"k{number}" for number in range(first, first + len(told))]
    return first + len(told)


def test_a_mark_cut_short_at_any_moment_is_there_or_not_but_never_torn(book: ClassBook, folder: Path) -> None:
    book.record([Draft(Kind.NOTE, "ava", "u/halves", note="first")], book.assessors[0].id)
    (copies,) = _ended(_start(DYING, folder, "mark"))
    assert len(copies) > 5
    found = []
    for copy in map(Path, copies):
        found.append([fact.note for fact in _facts(copy)])
        _ended(_start(RECORDING, copy, "d1", "1"))
        _assert_whole_and_once(copy)
    assert found[0] == ["first"]
    assert found[-1] == ["first", "second"]
    assert all(notes in (found[0], found[-1]) for notes in found)


def test_a_change_of_the_class_cut_short_at_any_moment_is_all_there_or_not_at_all(
    book: ClassBook, folder: Path
) -> None:
    (copies,) = _ended(_start(DYING, folder, "edit"))
    assert len(copies) > 10
    found = [_student_ids(Path(copy)) for copy in copies]
    assert found[0] == ["ava", "ben"]
    assert found[-1] == ["ava"]
    assert all(ids in (found[0], found[-1]) for ids in found)


def _student_ids(folder: Path) -> list[str]:
    book = ClassBook(folder, "d1")
    try:
        book.edit(ASSESSORS, put(Assessor("x", "Mr. Lee")))  # what a killed program left behind is in nobody's way
        return [student.id for student in book.students]
    finally:
        book.close()


@pytest.mark.parametrize("room", [0, 1, 100])
def test_a_full_disk_refuses_a_mark_in_words_and_keeps_nothing_of_it(book: ClassBook, folder: Path, room: int) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    ledger = folder / "ledger" / "d1.jsonl"
    before = ledger.read_bytes()
    (told,) = _ended(_start(FULL, folder, str(len(before) + room), "mark"))
    assert told[0] == "NotSaved"
    assert len(told) == 2, "one line, no traceback"
    assert "not saved" in told[1]
    assert ledger.read_bytes() == before
    assert [fact.student for fact in _facts(folder)] == ["ava"]
    book.record([Draft(Kind.MASTERED, "ben", "u/halves")], book.assessors[0].id)
    _assert_whole_and_once(folder)


def test_a_full_disk_refuses_a_change_of_the_class_and_keeps_the_old_one(book: ClassBook, folder: Path) -> None:
    before = (folder / "class.json").read_bytes()
    (told,) = _ended(_start(FULL, folder, str(len(before) // 2), "edit"))
    assert told[0] == "NotSaved"
    assert len(told) == 2, "one line, no traceback"
    assert (folder / "class.json").read_bytes() == before
    assert _student_ids(folder) == ["ava", "ben"]


@pytest.mark.parametrize("fault", ["killed", "full"])
def test_the_stock_storage_does_not_survive_these_faults(tmp_path: Path, fault: str) -> None:
    path = tmp_path / "stock.json"
    with TinyDB(path) as stock:
        stock.insert_multiple({"name": f"Student {number}"} for number in range(50))
    program = _start(STOCK, path, fault)
    _, errors = program.communicate(timeout=LIMIT)
    assert program.returncode == -signal.SIGKILL if fault == "killed" else "File too large" in errors, errors
    with TinyDB(path) as stock, pytest.raises(json.JSONDecodeError):
        stock.all()
