"""class.json on two computers with a sync program between: what one wrote is there, whatever file was put in its place."""

import shutil
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from board.errors import Refusal
from board.store.class_book import ClassBook
from board.store.device import Device
from board.store.documents.tables import STUDENTS, changed
from board.store.keeping.archive import pack
from board.store.keeping.restore import copies_of, put_back, restore_zip
from two_folders import Computers, add, data, exchanged, name, names, sent

COPIES = [
    "class (Anna's conflicted copy 2026-01-05).json",
    "class (conflicted copy 2026-01-05 101010).json",
    "class.sync-conflict-20260105-101010-ABCDEFG.json",
    "class_conflict-20260105-101010.json",
    "class (SFConflict anna@example.org 2026-01-05-10-10-10).json",
    "class-LAPTOP.json",
    "class 2.json",
    "class (1).json",
    "Kopie von class.json",
    "class [conflicted].json",
    "class_LAPTOP_Jan-05-101010-2026_Conflict.json",
    "class.json.sync-conflict-20260105",
    "class.json.conflict1",
    "class.json (1)",
    "Class (2).JSON",
]


@pytest.mark.parametrize("copy", COPIES)
@pytest.mark.parametrize("is_open", [True, False], ids=["open", "shut"])
def test_a_copy_a_sync_program_made_is_joined_and_put_among_the_copies(
    computers: Computers, copy: str, is_open: bool
) -> None:
    here, there = computers.open("d1"), computers.open("d2")
    add(here, "Cam")
    add(there, "Dan")
    sent(there, here, copy)
    if is_open:
        assert here.news().documents
    else:
        here = computers.open("d1")
    assert names(here) == ["Ava B.", "Ben C.", "Cam", "Dan"]
    assert not (here.folder / copy).exists()
    assert (here.folder / "backups" / "joined-000001.json").read_bytes() == data(there)
    assert not here.news()


def test_a_file_overwritten_by_one_who_had_not_seen_ours_loses_nothing(computers: Computers) -> None:
    here, there = computers.open("d1"), computers.open("d2")
    add(here, "Cam")
    add(there, "Dan")
    sent(there, here)
    assert here.news().documents
    assert names(here) == ["Ava B.", "Ben C.", "Cam", "Dan"]
    exchanged(here, there)


@pytest.mark.parametrize("is_open", [True, False], ids=["open", "shut"])
def test_an_old_file_put_back_by_a_sync_program_is_made_new_again(computers: Computers, is_open: bool) -> None:
    here = computers.open("d1")
    old = data(here)
    add(here, "Cam")
    name(here, "ava", "Ava Brown")
    new = data(here)
    (here.folder / "class.json").write_bytes(old)
    if is_open:
        here.news()
    else:
        here = computers.open("d1")
    assert names(here) == ["Ava Brown", "Ben C.", "Cam"]
    assert data(here) == new
    assert not here.news(), "once is enough"


def test_a_file_that_is_deleted_while_the_board_is_open_is_there_again(computers: Computers) -> None:
    here = computers.open("d1")
    add(here, "Cam")
    (here.folder / "class.json").unlink()
    here.news()
    assert names(computers.open("d1")) == ["Ava B.", "Ben C.", "Cam"]


def test_a_class_without_its_file_is_not_opened_and_says_how_it_comes_back(computers: Computers) -> None:
    here = computers.open("d1")
    add(here, "Cam")
    (here.folder / "class.json").unlink()
    with pytest.raises(Refusal, match=r"(?i)put the newest copy in its place with: board restore"):
        computers.open("d1")


@pytest.mark.parametrize("cut", [0, 1, 300])
def test_a_half_file_is_waited_for(computers: Computers, monkeypatch: pytest.MonkeyPatch, cut: int) -> None:
    monkeypatch.setattr("board.store.documents.class_reading.ARRIVES_WITHIN", 60.0)
    here, there = computers.open("d1"), computers.open("d2")
    add(there, "Dan")
    (here.folder / "class.json").write_bytes(data(there)[:cut])
    assert not here.news(), "nothing is said yet"
    paused: list[float] = []

    def arrives(seconds: float) -> None:
        paused.append(seconds)
        sent(there, here)

    monkeypatch.setattr("board.store.documents.class_reading.time.sleep", arrives)
    assert names(computers.open("d1")) == ["Ava B.", "Ben C.", "Dan"]
    assert len(paused) == 1
    assert here.news().documents
    assert names(here) == ["Ava B.", "Ben C.", "Dan"]


def test_a_half_copy_waits_and_one_of_another_class_is_left(computers: Computers, tmp_path: Path) -> None:
    here, there = computers.open("d1"), computers.open("d2")
    add(there, "Dan")
    half, strange = here.folder / "class 2.json", here.folder / "class 3.json"
    half.write_bytes(data(there)[:300])
    with closing(ClassBook.create(tmp_path / "Other.class", "Other", "d9")) as another:
        strange.write_bytes(data(another))
    here.news()
    assert half.exists()
    assert names(here) == ["Ava B.", "Ben C."]
    sent(there, here, half.name)
    here.news()
    assert names(here) == ["Ava B.", "Ben C.", "Dan"]
    assert not half.exists()
    assert strange.exists()


def test_what_one_took_out_comes_back_from_nowhere(computers: Computers) -> None:
    here, there = computers.open("d1"), computers.open("d2")
    add(here, "Cam")
    exchanged(here, there)
    old = data(here)
    here.edit(STUDENTS, lambda now: tuple(one for one in now if one.id != "cam"))
    exchanged(here, there)
    (here.folder / "class.json").write_bytes(old)
    (there.folder / "class 2.json").write_bytes(old)
    exchanged(here, there)
    assert names(here) == ["Ava B.", "Ben C."]


def test_what_stands_after_an_earlier_file_was_put_back_stands_on_every_computer(computers: Computers) -> None:
    here, there = computers.open("d1"), computers.open("d2")
    add(here, "Cam")
    name(here, "ava", "Ava Brown")
    exchanged(here, there)
    copies, _ = copies_of(here.folder)
    first = copies[-1]
    put_back(here.folder, first, Device("d1", here.folder.parent.parent / "d1 memory"))
    here.news()
    assert names(here) == [student.name for student in first.students]
    exchanged(here, there)
    assert names(there) == [student.name for student in first.students]


def test_an_erased_child_comes_back_neither_from_memory_nor_from_a_copy(computers: Computers, tmp_path: Path) -> None:
    here, there = computers.open("d1"), computers.open("d2")
    name(here, "ava", "Ava Waxwing")
    old = data(here)
    sent(here, there)
    there.news()
    here.erase(here.everyone[0], here.assessors[0].id)
    shutil.copytree(here.folder / "ledger", there.folder / "ledger", dirs_exist_ok=True)
    there.news()
    for book in (here, there):
        (book.folder / "class 2.json").write_bytes(old)
        (book.folder / "class.json").write_bytes(old)
        book.news()
        assert names(book) == ["Ben C."]
        assert b"Waxwing" not in data(book), "also before it is opened again"
        reopened = computers.open("d1" if book is here else "d2")
        assert names(reopened) == ["Ben C."]
        reopened.close()
    for root in (tmp_path / "d1", tmp_path / "d2", tmp_path / "d1 memory", tmp_path / "d2 memory"):
        kept = [path for path in root.rglob("*") if path.is_file() and b"Waxwing" in path.read_bytes()]
        assert kept == []


def test_a_restored_zip_starts_afresh(computers: Computers, tmp_path: Path) -> None:
    here = computers.open("d1")
    device = Device("d1", tmp_path / "d1 memory")
    pack(here.folder, tmp_path / "class.zip", ())
    add(here, "Cam")
    here.close()
    shutil.rmtree(here.folder)
    restore_zip(tmp_path / "class.zip", here.folder, device)
    assert names(computers.open("d1")) == ["Ava B.", "Ben C."]


def test_writers_whose_lock_was_deleted_lose_nothing(computers: Computers, tmp_path: Path) -> None:
    here = computers.open("d1")
    again = ClassBook(here.folder, Device("d2", tmp_path / "d2 memory"))
    with closing(again):
        with here.editing():
            (here.folder / "class.lock").unlink()
            add(again, "Dan")
            add(here, "Cam")
        assert "Cam" in names(here)
        again.news()
        here.news()
        assert names(here) == names(again) == ["Ava B.", "Ben C.", "Cam", "Dan"]


def test_two_copies_of_one_computer_are_two(computers: Computers, tmp_path: Path) -> None:
    here = computers.open("d1")
    shutil.copytree(here.folder, tmp_path / "clone" / here.folder.name)
    shutil.copytree(tmp_path / "d1 memory", tmp_path / "clone memory")
    with closing(ClassBook(tmp_path / "clone" / here.folder.name, Device("d1", tmp_path / "clone memory"))) as clone:
        name(here, "ava", "Ava Brown")
        add(clone, "Dan")
        name(clone, "ben", "Ben Carter")
        for alias in ("Comet 1", "Comet 2"):
            clone.edit(STUDENTS, changed("ava", partial(replace, alias=alias)))
        exchanged(here, clone)
        assert names(here) == ["Ava Brown", "Ben Carter", "Dan"]
        assert here.everyone[0].alias == "Comet 2"
        assert here.choices == (), "nobody is asked about what only one of them changed"


def test_what_is_remembered_is_for_this_user_alone(computers: Computers, tmp_path: Path) -> None:
    computers.open("d1")
    (memory,) = (tmp_path / "d1 memory").iterdir()
    assert memory.stat().st_mode & 0o777 == 0o700
    assert (memory / "class.json").stat().st_mode & 0o777 == 0o600


def test_looking_writes_nothing_where_nothing_is_to_be_put_right(computers: Computers) -> None:
    here, there = computers.open("d1"), computers.open("d2")
    add(there, "Dan")
    sent(there, here)
    time = (here.folder / "class.json").stat().st_mtime_ns
    assert here.news().documents
    assert (here.folder / "class.json").stat().st_mtime_ns == time
    assert data(here) == data(there)
