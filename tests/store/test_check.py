"""What board check finds, one sentence each; a class with any of it stays as it is to the last byte."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from board.mastery.facts import Fact, Kind
from board.mastery.people import Assessor, Student
from board.store.check import problems
from board.store.class_book import ClassBook
from board.store.draft import Draft
from board.store.tables import ASSESSORS, STUDENTS, put

AT = "2026-01-05T09:00:00+00:00"


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _ledger(folder: Path) -> Path:
    return folder / "ledger" / "d1.jsonl"


def _torn(folder: Path) -> None:
    _ledger(folder).write_bytes(_ledger(folder).read_bytes() + b'{"id":"to')


def _damaged(folder: Path) -> None:
    _ledger(folder).write_bytes(b"nonsense\n" + _ledger(folder).read_bytes())


def _gap(folder: Path) -> None:
    first, _, *rest = _ledger(folder).read_bytes().splitlines(keepends=True)
    _ledger(folder).write_bytes(b"".join([first, *rest]))


def _future_kind(folder: Path) -> None:
    _ledger(folder).write_bytes(_ledger(folder).read_bytes().replace(b"mastered", b"dreamtof"))


def _future_class(folder: Path) -> None:
    text = (folder / "class.json").read_text()
    (folder / "class.json").write_text(text.replace('"format": 1', '"format": 2'))


def _copy_of_class(folder: Path) -> None:
    (folder / "class (conflicted copy).json").write_bytes((folder / "class.json").read_bytes())


def _copy_of_ledger(folder: Path) -> None:
    _ledger(folder).with_name("d1 (conflicted copy).jsonl").write_bytes(_ledger(folder).read_bytes())


def _unknown_picture(folder: Path) -> None:
    text = (folder / "class.json").read_text()
    (folder / "class.json").write_text(text.replace('"title": "Halves"', '"title": "Halves", "badge": "roket"'))


def _two_adults(folder: Path) -> None:
    ClassBook(folder, "d1").edit(ASSESSORS, put(Assessor("x", "MS. Rivera")))


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (_torn, "unfinished line"),
        (_damaged, "holds no mark, at byte 0"),
        (_gap, "1 mark is missing"),
        (_future_kind, "newer version"),
        (_future_class, "newer version"),
        (_copy_of_class, "compare it with class.json"),
        (_copy_of_ledger, "does no harm"),
        (_unknown_picture, '"roket"'),
        (_two_adults, "Two adults are called Ms. Rivera"),
        (lambda folder: (folder / "evidence" / "p9.png").write_bytes(b"x"), "No mark refers to evidence/p9.png"),
        (lambda folder: (folder / "evidence" / "p1.png").unlink(), "refer to are missing: p1"),
        (lambda folder: (folder / "class.json").unlink(), "has lost its class.json"),
        (lambda folder: (folder / "ledger").rename(folder / "elsewhere"), "with every mark, is missing"),
        (
            lambda folder: (folder / "backups" / "class-000001.json").write_bytes(b"{"),
            "class-000001.json can't be read",
        ),
        (lambda folder: (folder / ".class.json.12.new").write_bytes(b"{"), "left by a program that was stopped"),
    ],
)
def test_each_trouble_is_found_and_explained_and_nothing_is_changed(
    book: ClassBook, folder: Path, harm: Callable[[Path], object], said: str
) -> None:
    (folder / "evidence" / "p1.png").write_bytes(b"x")
    book.keep([Fact("k1", 0, "", AT, "t", Kind.MASTERED, "ava", "u/halves", evidence=("p1",))])
    book.record(
        [Draft(Kind.MASTERED, "ben", "u/halves"), Draft(Kind.MASTERED, "ben", "u/thirds")], book.assessors[0].id
    )
    book.close()
    assert problems(folder, "d1", {"fish"}) == []
    harm(folder)
    before = bytes_of(folder)
    told = problems(folder, "d1", {"fish"})
    assert any(said in line for line in told), told
    assert len(told) == 1, told
    assert bytes_of(folder) == before


def test_marks_of_erased_children_and_joined_doubles_are_no_strangers(book: ClassBook, folder: Path) -> None:
    book.record(
        [Draft(Kind.MASTERED, "ava", "u/halves"), Draft(Kind.MASTERED, "double", "u/halves", note="words")],
        book.assessors[0].id,
    )
    assert "1 mark is about students this class does not have" in "\n".join(problems(folder, "d1"))
    book.edit(STUDENTS, lambda now: tuple(replace(one, also=("double",)) if one.id == "ben" else one for one in now))
    book.erase(Student("ava", "Ava B."), book.assessors[0].id)
    assert problems(folder, "d1") == []


def test_marks_of_steps_that_are_gone_are_told(book: ClassBook, folder: Path) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/gone"), Draft(Kind.MASTERED, "ava", "u/gone")], book.assessors[0].id)
    assert "2 marks are about steps" in "\n".join(problems(folder, "d1"))


def test_looking_makes_no_file_at_all(book: ClassBook, folder: Path) -> None:
    for lock in folder.rglob("*.lock"):
        lock.unlink()
    before = bytes_of(folder)
    assert problems(folder, "d7") == []
    assert bytes_of(folder) == before


def test_a_folder_that_may_not_be_written_is_said(
    book: ClassBook, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    assert any("may not write in" in told for told in problems(folder, "d1"))
