"""What is acknowledged is on the disk: kills at any moment, and disks that run full.

The stock storage of TinyDB goes through the same faults, as a control: where it stays whole, a fault was none.
"""

import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from tinydb import TinyDB

from board.mastery.facts import Fact, Kind
from board.mastery.people import Assessor
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, put
from board.store.draft import Draft
from faults.verdict import assert_whole_and_once
from killed import killed_at_every_moment

LIMIT = 60
"""Seconds until a program that hangs fails its test."""

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
from board.store.documents.tables import STUDENTS
folder, limit, deed = sys.argv[1:]
book = ClassBook(Path(folder), "d1")
before = book.progress
resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
try:
    if deed == "mark": book.record([Draft(Kind.NOTE, "ben", "u/halves", note="x" * 80)], book.assessors[0].id)
    else: book.edit(STUDENTS, lambda now: now[::-1])
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


def test_a_mark_cut_short_at_any_moment_is_there_or_not_but_never_torn(book: ClassBook, folder: Path) -> None:
    book.record([Draft(Kind.NOTE, "ava", "u/halves", note="first")], book.assessors[0].id)
    copies = killed_at_every_moment(folder, "mark")
    assert len(copies) > 5
    found = []
    for copy in copies:
        found.append([fact.note for fact in _facts(copy)])
        with closing(ClassBook(copy, "d1")) as again:
            again.record([Draft(Kind.NOTE, "ava", "u/halves", note="third")], again.assessors[0].id)
        assert_whole_and_once(copy)
    assert found[0] == ["first"]
    assert found[-1] == ["first", "second"]
    assert all(notes in (found[0], found[-1]) for notes in found)


def test_a_change_of_the_class_cut_short_at_any_moment_is_all_there_or_not_at_all(
    book: ClassBook, folder: Path
) -> None:
    copies = killed_at_every_moment(folder, "edit")
    assert len(copies) > 10
    found = [_student_ids(copy) for copy in copies]
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
    assert_whole_and_once(folder)


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
