import json
from pathlib import Path

import pytest

from board.disk import Disk, NotSaved
from board.errors import Refusal
from board.mastery.curriculum import Level, Unit
from board.mastery.facts import Fact, Kind
from board.mastery.people import Assessor, Student
from board.mastery.progress import Status
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, STUDENTS, UNITS, put
from board.store.draft import Draft
from builders import UNIT

HOSTILE = ["[/", "[@click=app.quit]x", "<img src='x'/>", "=1+1", "Zoë 🦊", "عَلِي", "a" * 60, "\\", '"']


def test_an_edit_that_fails_changes_nothing(book: ClassBook, folder: Path) -> None:
    def broken(_: object) -> tuple[Student, ...]:
        raise ZeroDivisionError

    before = (folder / "class.json").read_bytes()
    with pytest.raises(ZeroDivisionError):
        book.edit(STUDENTS, broken)
    assert (folder / "class.json").read_bytes() == before
    assert len(book.students) == 2


def test_copies_of_the_documents_are_kept_and_the_newest_lacks_nothing(book: ClassBook, folder: Path) -> None:
    before = (folder / "class.json").read_bytes()
    book.edit(ASSESSORS, put(Assessor("x", "Mr. Lee")))
    *_, older, newest = sorted((folder / "backups").iterdir())
    assert newest.read_bytes() == (folder / "class.json").read_bytes()
    assert older.read_bytes() == before
    for turn in range(30):
        book.edit(ASSESSORS, put(Assessor("x", f"Mr. {turn}")))
    assert len(list((folder / "backups").iterdir())) == 20


def test_a_step_used_from_another_unit_is_one_step(book: ClassBook, folder: Path) -> None:
    halves = UNIT.levels[0].steps[0]
    book.edit(UNITS, put(Unit("v", "Other", (Level("v/one", "One", (halves,)),))))
    again = ClassBook(folder, "d1")
    assert again.units[1].levels[0].steps == (halves,)
    assert "use" in (folder / "class.json").read_text()


class Full(Disk):
    """A disk that runs full in the middle of a write."""

    def write(self, handle: int, data: bytes) -> None:
        super().write(handle, data[: len(data) // 2])
        raise OSError(28, "No space left on device")


class Broken(Disk):
    """A disk whose bytes may never arrive."""

    def sync(self, handle: int) -> None:
        raise OSError(5, "Input/output error")


@pytest.mark.parametrize("disk", [Full(), Broken()])
def test_a_mark_that_is_not_on_the_disk_is_refused_and_does_not_come_back(
    book: ClassBook, folder: Path, disk: Disk
) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    failing = ClassBook(folder, "d1", disk)
    with pytest.raises(NotSaved, match="not saved"):
        failing.record([Draft(Kind.MASTERED, "ben", "u/halves")], failing.assessors[0].id)
    with pytest.raises(NotSaved):
        failing.edit(STUDENTS, lambda _: ())
    assert failing.progress == book.progress
    again = ClassBook(folder, "d1")
    assert again.progress == book.progress
    assert again.students == book.students
    assert not [path for path in folder.iterdir() if path.name.endswith(".new")]
    book.record([Draft(Kind.MASTERED, "ben", "u/halves")], book.assessors[0].id)
    assert ClassBook(folder, "d1").progress.spot("ben", "u/halves").status is Status.MASTERED


def test_a_mark_made_again_that_can_not_be_made_sure_of_is_said(book: ClassBook, folder: Path) -> None:
    fact = Fact("k1", 0, "", "2026-01-05T09:00:00+00:00", "t", Kind.MASTERED, "ava", "u/halves")
    book.keep([fact])
    failing = ClassBook(folder, "d1", Broken())
    with pytest.raises(NotSaved, match="so the mark may be saved or not; close the board, then look"):
        failing.keep([fact])


def test_when_not_even_putting_back_works_the_doubt_is_said(
    book: ClassBook, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = ClassBook(folder, "d1", Broken())

    def refuse(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("os.ftruncate", refuse)
    with pytest.raises(NotSaved, match="may be saved or not"):
        failing.record([Draft(Kind.MASTERED, "ben", "u/halves")], failing.assessors[0].id)


class Counting(Disk):
    """A disk that knows what is safe: a file counts as kept only after its sync."""

    def __init__(self) -> None:
        self.unsafe: set[int] = set()
        self.folders = 0

    def write(self, handle: int, data: bytes) -> None:
        super().write(handle, data)
        self.unsafe.add(handle)

    def sync(self, handle: int) -> None:
        super().sync(handle)
        self.unsafe.discard(handle)

    def sync_folder(self, folder: Path) -> None:
        super().sync_folder(folder)
        self.folders += 1

    def replace(self, new: Path, old: Path) -> None:
        assert not self.unsafe, "a file was put in place before its bytes were safe"
        super().replace(new, old)


def test_nothing_is_acknowledged_before_it_is_synced(book: ClassBook, folder: Path) -> None:
    disk = Counting()
    counted = ClassBook(folder, "d9", disk)
    counted.record([Draft(Kind.MASTERED, "ava", "u/halves")], counted.assessors[0].id)
    assert not disk.unsafe
    assert disk.folders == 1, "the name of a new ledger file is safe too"
    counted.edit(STUDENTS, lambda now: now[:1])
    assert not disk.unsafe
    assert disk.folders == 3, "the copy and the new file"


def test_a_torn_last_line_is_ignored_by_readers_and_cut_by_its_owner(book: ClassBook, folder: Path) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    ledger = folder / "ledger" / "d1.jsonl"
    whole = ledger.read_bytes()
    ledger.write_bytes(whole + b'{"id":"torn","seq":')
    reader = ClassBook(folder, "d2")
    assert len(reader.facts) == 1
    assert ledger.read_bytes() != whole
    owner = ClassBook(folder, "d1")
    owner.record([Draft(Kind.MASTERED, "ben", "u/halves")], owner.assessors[0].id)
    assert [json.loads(line)["student"] for line in ledger.read_bytes().splitlines()] == ["ava", "ben"]


@pytest.mark.parametrize("line", [b"{}", b"[1]", b"null", b"\xff\xfe", b'{"id":1,"seq":"x"}', b"[" * 100_000])
def test_a_damaged_line_is_passed_over_and_remembered(book: ClassBook, folder: Path, line: bytes) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    with (folder / "ledger" / "d1.jsonl").open("ab") as file:
        file.write(line + b"\n")
    book.record([Draft(Kind.MASTERED, "ben", "u/halves")], book.assessors[0].id)
    again = ClassBook(folder, "d1")
    assert len(again.facts) == 2
    assert len(again.damaged) == 1


def test_marks_are_written_again_when_somebody_takes_away_or_replaces_the_file(book: ClassBook, folder: Path) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    ledger = folder / "ledger" / "d1.jsonl"
    old = ledger.read_bytes()
    ledger.unlink()
    book.record([Draft(Kind.MASTERED, "ben", "u/halves")], book.assessors[0].id)
    assert [json.loads(line)["student"] for line in ledger.read_bytes().splitlines()] == ["ava", "ben"]
    ledger.with_name("new").write_bytes(old)
    ledger.with_name("new").replace(ledger)
    book.record([Draft(Kind.MASTERED, "ben", "u/thirds")], book.assessors[0].id)
    assert [json.loads(line)["seq"] for line in ledger.read_bytes().splitlines()] == [1, 2, 3]
    assert not ClassBook(folder, "d2").damaged


def test_a_conflict_copy_of_a_ledger_is_read_and_nothing_is_doubled(book: ClassBook, folder: Path) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    ledger = folder / "ledger" / "d1.jsonl"
    (folder / "ledger" / "d1 (conflicted copy).jsonl").write_bytes(ledger.read_bytes())
    assert len(ClassBook(folder, "d1").facts) == 1


def test_a_class_of_a_newer_version_is_refused_and_left_alone(book: ClassBook, folder: Path) -> None:
    path = folder / "class.json"
    documents = json.loads(path.read_text())
    documents["class"]["about"]["format"] = 99
    path.write_text(json.dumps(documents))
    before = path.read_bytes()
    with pytest.raises(Refusal, match="newer version"):
        ClassBook(folder, "d1")
    assert path.read_bytes() == before


def test_a_fact_of_a_newer_version_is_kept_and_marking_goes_on(book: ClassBook, folder: Path) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    ledger = folder / "ledger" / "d1.jsonl"
    ledger.write_text(ledger.read_text().replace("mastered", "dreamt"))
    again = ClassBook(folder, "d1")
    assert again.said == (
        "ledger/d1.jsonl has a line of a newer version of the board: line 1. It is kept; update the board to see it.",
    )
    (mark,) = again.record([Draft(Kind.MASTERED, "ben", "u/halves")], again.assessors[0].id)
    assert mark.seq == 2
    assert b"dreamt" in ledger.read_bytes()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"class": 3}', '{"class": {"about": {"format": 1}}}', "null"])
def test_a_damaged_class_file_gets_one_sentence(book: ClassBook, folder: Path, content: str) -> None:
    (folder / "class.json").write_text(content)
    with pytest.raises(Refusal, match=r"class\.json"):
        ClassBook(folder, "d1")


def test_a_folder_without_a_class_gets_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="not a class folder"):
        ClassBook(tmp_path / "missing", "d1")


def test_a_class_is_never_made_over_other_files(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(Refusal, match="not empty"):
        ClassBook.create(tmp_path, "Room 12", "d1")


def test_a_class_that_can_not_be_made_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="can't be made"):
        ClassBook.create(tmp_path / "Room 1.class", "Room 1", "d1", disk=Full())
    assert not list(tmp_path.iterdir())


def test_a_class_folder_that_disappears_is_said(book: ClassBook, folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))
    with pytest.raises(Refusal):
        book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    with pytest.raises(Refusal):
        book.news()


def test_a_class_has_one_key_however_its_folder_is_named(
    book: ClassBook, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    assert ClassBook(Path(folder.name), "d2").key == book.key == str(folder.resolve())


def lines(folder: Path) -> list[bytes]:
    """Every line of every ledger file."""
    return [line for path in sorted((folder / "ledger").iterdir()) for line in path.read_bytes().splitlines()]


def test_keeping_the_same_fact_again_does_nothing(book: ClassBook, folder: Path) -> None:
    fact = Fact("k1", 0, "", "2026-01-05T09:00:00+00:00", "t", Kind.MASTERED, "ava", "u/halves")
    (first,) = book.keep([fact])
    before = lines(folder)
    for again in (book, ClassBook(folder, "d1"), ClassBook(folder, "d2")):
        assert again.keep([fact]) == ()
        assert again.progress.spot("ava", "u/halves").facts == (first,)
    assert lines(folder) == before


def test_the_same_fact_twice_in_one_keep_is_written_once(book: ClassBook, folder: Path) -> None:
    fact = Fact("k1", 0, "", "2026-01-05T09:00:00+00:00", "t", Kind.MASTERED, "ava", "u/halves")
    book.keep([fact, fact])
    assert len(lines(folder)) == 1
