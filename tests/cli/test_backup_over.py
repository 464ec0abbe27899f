"""A backup over an older one: nothing that only the older zip holds goes unasked."""

import shutil
import zipfile
from pathlib import Path

import pytest

from board.cli.context import seat_here
from board.mastery.facts import Kind
from board.mastery.people import Assessor, Student
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, STUDENTS, UNITS, put
from board.store.draft import Draft
from board.store.keeping.older_zip import OnlyThere, only_in
from cli_driver import run
from kept_picture import picture

FISH = picture()
PICTURE = FISH.content


@pytest.fixture
def marked(book: ClassBook, folder: Path) -> Path:
    """A class with two marks and a picture."""
    book.record([Draft(Kind.MASTERED, "ava", "u/halves"), Draft(Kind.MASTERED, "ben", "u/halves")], "t")
    book.record([Draft(Kind.PICTURE_ADDED, "ava", evidence=(PICTURE,))], "t")
    (folder / "art" / f"{PICTURE}.png").write_bytes(FISH.png)
    book.close()
    return folder


@pytest.fixture
def zipped(marked: Path, tmp_path: Path) -> Path:
    """Its backup."""
    assert run("backup", marked, "-o", tmp_path / "class.zip").exit_code == 0
    return tmp_path / "class.zip"


def cut(marked: Path) -> None:
    lines = (marked / "ledger" / "d1.jsonl").read_bytes().splitlines(keepends=True)
    (marked / "ledger" / "d1.jsonl").write_bytes(lines[0])


def rolled_back(marked: Path) -> None:
    """Let a sync program put the class file back that was there before, where nobody remembers more."""
    (marked / "class.json").write_bytes((marked / "backups" / "class-000001.json").read_bytes())
    shutil.rmtree(seat_here().home / "memory", ignore_errors=True)


def without_picture(marked: Path) -> None:
    (marked / "art" / f"{PICTURE}.png").unlink()


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (cut, "2 marks"),
        (rolled_back, "2 students or adults and 1 unit"),
        (without_picture, "1 picture"),
    ],
)
def test_a_zip_that_holds_more_is_replaced_only_when_somebody_says_so(
    marked: Path, zipped: Path, harm: object, said: str
) -> None:
    assert callable(harm)
    harm(marked)
    before = zipped.read_bytes()
    asked = run("backup", marked, "-o", zipped)
    assert asked.exit_code == 1, asked.output
    assert f"holds what this class has not: {said}. That may still be on its way" in asked.stderr
    assert zipped.read_bytes() == before
    assert run("backup", marked, "-o", zipped, "--yes").exit_code == 0
    assert zipped.read_bytes() != before
    assert run("backup", marked, "-o", zipped).exit_code == 0


def test_a_zip_that_holds_no_more_is_replaced_unasked(marked: Path, zipped: Path) -> None:
    book = ClassBook(marked, "d1")
    book.record([Draft(Kind.MASTERED, "ava", "u/thirds")], "t")
    book.edit(STUDENTS, put(Student("cam", "Cam D.")))
    book.edit(ASSESSORS, put(Assessor("x", "Mr. Lee")))
    assert only_in(zipped, book) == OnlyThere(0, 0, 0, 0)
    book.close()
    assert run("backup", marked, "-o", zipped).exit_code == 0


def test_what_was_taken_out_on_purpose_is_no_reason_to_keep_a_zip(marked: Path, zipped: Path) -> None:
    book = ClassBook(marked, "d1")
    book.edit(UNITS, lambda _: ())
    book.edit(STUDENTS, lambda now: tuple(one for one in now if one.id != "ben"))
    book.close()
    assert run("backup", marked, "-o", zipped).exit_code == 0


def test_a_name_that_was_changed_where_nobody_here_has_seen_it_is_asked_about(marked: Path, tmp_path: Path) -> None:
    shutil.copytree(marked, tmp_path / "There.class")
    there = ClassBook(tmp_path / "There.class", "d7")
    there.edit(STUDENTS, put(Student("ava", "Ava Brown")))
    there.close()
    assert run("backup", tmp_path / "There.class", "-o", tmp_path / "class.zip").exit_code == 0
    asked = run("backup", marked, "-o", tmp_path / "class.zip")
    assert asked.exit_code == 1
    assert "1 student or adult" in asked.stderr


def test_an_erased_child_in_the_older_zip_is_no_reason_to_keep_it(marked: Path, zipped: Path) -> None:
    assert run("erase", "Ava", "-c", marked, "--yes").exit_code == 0
    assert run("backup", marked, "-o", zipped).exit_code == 0


def test_the_zip_of_another_class_is_never_replaced(marked: Path, zipped: Path, tmp_path: Path) -> None:
    ClassBook.create(tmp_path / "Other.class", "Room 14", "d1").close()
    before = zipped.read_bytes()
    refused = run("backup", tmp_path / "Other.class", "-o", zipped, "--yes")
    assert refused.exit_code == 2
    assert "is a backup of another class" in refused.stderr
    assert zipped.read_bytes() == before


@pytest.mark.parametrize("where", [0.3, 0.6])
def test_a_damaged_zip_is_kept_or_asked_about_and_never_replaced_unasked(
    marked: Path, zipped: Path, where: float
) -> None:
    data = bytearray(zipped.read_bytes())
    at = int(len(data) * where)
    data[at : at + 40] = b"\0" * 40
    zipped.write_bytes(data)
    asked = run("backup", marked, "-o", zipped)
    assert asked.exit_code == 1, asked.output
    assert "is damaged or of a newer version, so nobody can say whether it holds more" in asked.stderr
    assert zipped.read_bytes() == data


@pytest.mark.parametrize("share", [0.0, 0.5, 0.9])
def test_a_half_zip_is_kept(marked: Path, zipped: Path, share: float) -> None:
    half = zipped.read_bytes()[: int(zipped.stat().st_size * share)]
    zipped.write_bytes(half)
    asked = run("backup", marked, "-o", zipped)
    assert asked.exit_code in (1, 2), asked.output
    assert zipped.read_bytes() == half


def test_a_backup_of_a_class_that_is_not_all_here_says_so(marked: Path, tmp_path: Path) -> None:
    book = ClassBook(marked, "d2")
    book.record([Draft(Kind.MASTERED, "ben", "u/thirds")], "t")
    book.close()
    here = ClassBook(marked, "d1")
    here.record([Draft(Kind.MASTERED, "ava", "u/thirds")], "t")
    here.close()
    sound = run("backup", marked, "-o", tmp_path / "sound.zip")
    assert "Not all of this class is here yet" not in sound.output
    shutil.move(marked / "ledger" / "d2.jsonl", marked / "ledger" / ".d2.jsonl.icloud")
    told = run("backup", marked, "-o", tmp_path / "half.zip")
    assert told.exit_code == 1
    assert "Not all of this class is here yet, so the zip may hold less than the class" in told.stderr
    assert zipfile.is_zipfile(tmp_path / "half.zip")
