"""What this computer wrote is there again after a sync program has put an old file back, emptied it, or taken it away."""

import stat
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import date, timedelta
from pathlib import Path

import pytest

from board.disk import Disk
from board.errors import Refusal
from board.mastery.facts import Kind
from board.store.class_book import ClassBook
from board.store.device import Device
from board.store.keeping.archive import pack
from board.store.keeping.check import problems
from board.store.keeping.restore import restore_zip
from board.store.ledger import journal
from board.store.lines import fact_line
from erasing import full_fact
from one_mark import mark


@pytest.fixture
def computer(tmp_path: Path) -> Device:
    return Device("d1", tmp_path / "memory")


@pytest.fixture
def marked(book: ClassBook, folder: Path, computer: Device) -> Iterator[ClassBook]:
    """A class in which this computer has made three marks that it remembers."""
    book.close()
    with closing(ClassBook(folder, computer)) as opened:
        for student in ("ava", "ben", "cam"):
            mark(opened, student)
        yield opened


def own(folder: Path) -> Path:
    return folder / "ledger" / "d1.jsonl"


def taken_away(path: Path) -> None:
    path.unlink()


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def an_older_one(path: Path) -> None:
    first, *_ = path.read_bytes().splitlines(keepends=True)
    path.with_name("new").write_bytes(first)
    path.with_name("new").replace(path)


def cut_in_a_line(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def another_computers(path: Path) -> None:
    path.write_bytes(fact_line(full_fact("other", "ben", "theirs", device="d9", seq=9)))


HARM = pytest.mark.parametrize("harm", [taken_away, emptied, an_older_one, cut_in_a_line, another_computers])


@HARM
def test_an_open_board_writes_again_what_is_gone_at_its_next_look_and_says_so(
    marked: ClassBook, folder: Path, harm: Callable[[Path], None]
) -> None:
    before = set(marked.facts)
    harm(own(folder))
    (said,) = marked.news().said
    assert "gone back to an older state" in said
    with closing(ClassBook(folder, "reader")) as fresh:
        assert before <= set(fresh.facts), "with their ids and numbers"
        assert fresh.progress == marked.progress
    assert not marked.news(), "once"


@HARM
def test_an_open_board_without_a_memory_outside_knows_its_own_marks_too(
    book: ClassBook, folder: Path, harm: Callable[[Path], None]
) -> None:
    for student in ("ava", "ben"):
        mark(book, student)
    before = set(book.facts)
    harm(own(folder))
    mark(book, "cam")
    with closing(ClassBook(folder, "reader")) as fresh:
        assert before < set(fresh.facts)


@HARM
def test_what_is_gone_while_no_board_is_open_is_told_by_check_and_written_again_at_opening(
    marked: ClassBook, folder: Path, computer: Device, harm: Callable[[Path], None]
) -> None:
    marked.close()
    before = set(marked.facts)
    harm(own(folder))
    gone = [sentence for sentence in problems(folder, computer) if "made on this computer" in sentence]
    assert len(gone) == 1
    with closing(ClassBook(folder, computer)) as again:
        assert before <= set(again.facts)
        assert any("gone back to an older state" in sentence for sentence in again.said)
        assert again.progress.spot("cam", "u/halves").facts
    with closing(ClassBook(folder, computer)) as again:
        assert not any("gone back" in sentence for sentence in again.said)


def test_nobody_else_can_read_what_is_remembered(marked: ClassBook, computer: Device, folder: Path) -> None:
    place = computer.memory_of(marked.about.id, folder)
    assert place is not None
    (day,) = place.glob("*.jsonl")
    assert stat.S_IMODE(day.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert day.read_bytes() == own(folder).read_bytes()


def test_a_memory_that_can_not_be_written_fails_no_mark(book: ClassBook, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with closing(ClassBook(folder, Device("d1", tmp_path / "file" / "memory"))) as opened:
        mark(opened)
        assert len(opened.facts) == 1


def test_a_day_long_ago_is_forgotten_once_the_class_had_it_at_two_later_openings_on_two_later_days(
    marked: ClassBook, computer: Device, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked.close()
    place = computer.memory_of(marked.about.id, folder)
    assert place is not None

    def opened_on(day: str) -> int:
        monkeypatch.setattr(journal, "_today", lambda: day)
        ClassBook(folder, computer).close()
        return len([*place.glob("*.jsonl")])

    assert [opened_on(day) for day in ("2031-01-01", "2031-01-01", "2031-01-01")] == [1, 1, 1]
    kept = own(folder).read_bytes()
    own(folder).write_bytes(kept[: len(kept) // 2])
    assert opened_on("2031-01-02") == 1, "what was written again is remembered again"
    assert set(own(folder).read_bytes().splitlines()) >= set(kept.splitlines())
    assert [opened_on(day) for day in ("2031-03-03", "2031-03-04", "2031-03-05")][-1] == 0


def test_a_month_is_remembered_however_often_the_class_is_opened(
    marked: ClassBook, computer: Device, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked.close()
    kept = own(folder).read_bytes()
    for days in (1, 2, 3, 28):
        day = (date.today() + timedelta(days=days)).isoformat()  # noqa: DTZ011 - as the journal counts
        monkeypatch.setattr(journal, "_today", lambda day=day: day)
        ClassBook(folder, computer).close()
    own(folder).unlink()
    ClassBook(folder, computer).close()
    assert own(folder).read_bytes() == kept


def test_of_an_erased_child_only_bare_lines_come_back_and_nothing_is_remembered(
    book: ClassBook, folder: Path, computer: Device
) -> None:
    with closing(ClassBook(folder, computer)) as opened:
        opened.keep([full_fact("k1", "ava", "waxwing song"), full_fact("k2", "ben", "his own words")])
        words = own(folder).read_bytes()
        with closing(ClassBook(folder, "d2")) as elsewhere:
            elsewhere.erase(elsewhere.students[0], elsewhere.assessors[0].id)
        own(folder).unlink()
        opened.news()
        assert b"waxwing" not in own(folder).read_bytes()
        assert b"his own words" in own(folder).read_bytes()
        assert {fact.id for fact in opened.facts} >= {"k1", "k2"}
        place = computer.memory_of(opened.about.id, folder)
    assert place is not None
    assert b"waxwing" in words
    ClassBook(folder, computer).close()
    assert all(b"waxwing" not in path.read_bytes() for path in place.rglob("*") if path.is_file())


def test_a_class_that_is_restored_on_purpose_is_not_mixed_with_what_is_remembered(
    marked: ClassBook, folder: Path, computer: Device, tmp_path: Path
) -> None:
    pack(folder, tmp_path / "class.zip", ())
    mark(marked, "ava", Kind.PRACTISING)
    marked.close()
    folder.rename(folder.with_name("aside"))
    restore_zip(tmp_path / "class.zip", folder, computer)
    with closing(ClassBook(folder, computer)) as again:
        assert len(again.facts) == 3
        assert not again.said


class ReadOnly(Disk):
    """A disk on which nothing can be written."""

    def write(self, handle: int, data: bytes) -> None:
        raise OSError(30, "Read-only file system")

    def replace(self, new: Path, old: Path) -> None:
        raise OSError(30, "Read-only file system")


def test_a_class_that_can_only_be_read_is_opened_all_the_same(
    marked: ClassBook, folder: Path, computer: Device
) -> None:
    marked.close()
    an_older_one(own(folder))
    (folder / "ledger (1)").mkdir()
    (folder / "ledger (1)" / "d5.jsonl").write_bytes(fact_line(full_fact("x", "ava", "", device="d5")))
    with closing(ClassBook(folder, computer, ReadOnly())) as opened:
        assert len(opened.facts) == 1
        with suppress(Refusal):
            opened.news()
    with closing(ClassBook(folder, computer)) as opened:
        assert len(opened.facts) == 4


def test_lines_in_a_folder_beside_the_ledger_are_taken_over_once(book: ClassBook, folder: Path) -> None:
    mark(book)
    line = own(folder).read_bytes()
    beside = folder / "ledger (1)"
    beside.mkdir()
    fresh = fact_line(full_fact("x1", "ben", "theirs", device="d5", seq=7))
    (beside / "d5.jsonl").write_bytes(fresh)
    (beside / "d1.jsonl").write_bytes(line)
    for _ in range(2):
        with closing(ClassBook(folder, "d1")) as again:
            assert {fact.id for fact in again.facts} == {book.facts[0].id, "x1"}
    assert sorted(path.name for path in (folder / "ledger").glob("*.jsonl")) == ["d1.jsonl", "d5 (from ledger 1).jsonl"]
    assert (folder / "ledger" / "d5 (from ledger 1).jsonl").read_bytes() == fresh
    assert (beside / "d5.jsonl").read_bytes() == fresh


def test_two_boards_of_one_computer_are_no_strangers_to_each_other(
    folder: Path, book: ClassBook, tmp_path: Path
) -> None:
    def never(old: str) -> str:
        raise AssertionError(old)

    computer = Device("d1", tmp_path / "memory", (), never)
    with closing(ClassBook(folder, computer)) as one, closing(ClassBook(folder, computer)) as two:
        for number in range(3):
            mark(one, f"a{number}")
            mark(two, f"b{number}")
            assert not one.news().said
        assert not two.news().said
        assert len(one.facts) == len(two.facts) == 6


def test_two_computers_with_one_id_part_and_lose_nothing(folder: Path, book: ClassBook, tmp_path: Path) -> None:
    ids = {"here": "h1", "there": "t1"}
    here = Device("d1", tmp_path / "here", (), lambda _: ids["here"])
    there = Device("d1", tmp_path / "there", (), lambda _: ids["there"])
    with closing(ClassBook(folder, here)) as one, closing(ClassBook(folder, there)) as two:
        mark(one, "a1")
        (said,) = two.news().said
        assert "copied computer" in said
        mark(two, "b1")
        assert not one.news().said, "the other one has parted"
        own(folder).unlink()
        assert one.news().said
        mark(one, "a2")
        mark(two, "b2")
        assert not two.news().said
    with closing(ClassBook(folder, "reader")) as fresh:
        assert {fact.student for fact in fresh.facts} == {"a1", "a2", "b1", "b2"}
        assert {fact.device for fact in fresh.facts} == {"d1", "t1"}
    assert sorted(path.name for path in (folder / "ledger").glob("*.jsonl")) == ["d1.jsonl", "t1.jsonl"]
