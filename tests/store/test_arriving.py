"""What is on its way is told from what is gone: names sync programs give, empty files, second folders."""

import shutil
from pathlib import Path

import pytest

from board.errors import Refusal
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.store.arriving import on_the_way, stands_for
from board.store.class_book import ClassBook
from board.store.device import Device
from board.store.documents.tables import STUDENTS, put
from board.store.draft import Draft
from board.store.keeping.check import problems
from board.store.layout import ART, DOCUMENTS, LEDGER
from kept_picture import picture

FISH = picture()
PICTURE = FISH.content

FORBIDDEN = ("delete it", "nothing needs", "then delete", "you may delete")
"""What is never said of a file because another one, or a mark about it, is not here."""


@pytest.mark.parametrize(
    ("leaf", "real"),
    [
        (".d2.jsonl.icloud", "d2.jsonl"),
        ("d2.jsonl.nextcloud", "d2.jsonl"),
        ("d2.jsonl.owncloud", "d2.jsonl"),
        (".d2.jsonl.~1a2b3c", "d2.jsonl"),
        (".syncthing.d2.jsonl.tmp", "d2.jsonl"),
        ("~syncthing~d2.jsonl.tmp", "d2.jsonl"),
        ("d2.jsonl.!sync", "d2.jsonl"),
        ("d2.jsonl.partial", "d2.jsonl"),
        ("d2.jsonl.1f2e3d4c.partial", "d2.jsonl"),
        (".d2.jsonl.Ab12Cd", "d2.jsonl"),
        ("~d2.jsonl.tmp", "d2.jsonl"),
        ("d2.jsonl.part", "d2.jsonl"),
        ("d2.jsonl.filepart", "d2.jsonl"),
        ("d2.jsonl.crdownload", "d2.jsonl"),
        ("d2.jsonl.download", "d2.jsonl"),
        ("d2.jsonl", None),
        ("d2 (conflicted copy).jsonl", None),
        ("d2.lock", None),
        (".d2.jsonl.4711.new", None),
        ("notes.txt.part", None),
        (".icloud", None),
        ("", None),
    ],
)
def test_what_only_stands_for_a_file_is_known_by_its_name(leaf: str, real: str | None) -> None:
    assert stands_for(leaf, LEDGER) == real


def test_each_place_knows_its_own_files() -> None:
    assert stands_for(".class.json.icloud", DOCUMENTS) == "class.json"
    assert stands_for(".class.json.icloud", LEDGER) is None
    assert stands_for(f".{PICTURE}.png.icloud", ART) == f"{PICTURE}.png"


@pytest.fixture
def marked(book: ClassBook, folder: Path) -> Path:
    """A class with marks of two computers and a picture."""
    book.record([Draft(Kind.PICTURE_ADDED, "ava", evidence=(PICTURE,))], book.assessors[0].id)
    with_two = ClassBook(folder, "d2")
    with_two.record([Draft(Kind.MASTERED, "ben", "u/halves")], with_two.assessors[0].id)
    with_two.close()
    book.news()
    book.record([Draft(Kind.MASTERED, "ben", "u/thirds")], book.assessors[0].id)
    book.close()
    (folder / "art" / f"{PICTURE}.png").write_bytes(FISH.png)
    return folder


def hidden(path: Path) -> None:
    """Let iCloud take a file away and put its own in the place."""
    path.with_name(f".{path.name}.icloud").write_bytes(b"bplist00")
    path.unlink()


def test_a_picture_that_is_only_in_the_cloud_is_on_its_way_and_not_missing(marked: Path) -> None:
    hidden(marked / "art" / f"{PICTURE}.png")
    (told,) = problems(marked, "d1")
    assert told.startswith(f"art/{PICTURE}.png is not here yet")
    assert "Nothing needs to be deleted or put back." in told


def test_an_empty_picture_is_on_its_way(marked: Path) -> None:
    (marked / "art" / f"{PICTURE}.png").write_bytes(b"")
    assert on_the_way(marked) == [f"art/{PICTURE}.png"]
    (told,) = problems(marked, "d1")
    assert "is not here yet, or not whole" in told


def test_marks_that_are_only_in_the_cloud_are_counted_and_said_to_be_on_their_way(marked: Path) -> None:
    hidden(marked / "ledger" / "d2.jsonl")
    told = problems(marked, "d1")
    assert told[0].startswith("ledger/d2.jsonl is not here yet")
    assert told[1].startswith("1 mark is not here")
    assert len(told) == 2


def test_an_empty_ledger_file_is_named_only_when_marks_are_not_here(marked: Path) -> None:
    (marked / "ledger" / "d3.jsonl").write_bytes(b"")
    assert problems(marked, "d1") == []
    (marked / "ledger" / "d2.jsonl").write_bytes(b"")
    told = "\n".join(problems(marked, "d1"))
    assert "ledger/d2.jsonl, ledger/d3.jsonl hold nothing: nobody has marked" in told


def test_a_class_file_that_is_only_in_the_cloud_is_waited_for(marked: Path) -> None:
    hidden(marked / "class.json")
    with pytest.raises(Refusal, match=r"holds a class whose class\.json is not here\. It may still be on its way"):
        ClassBook(marked, "d1")
    told = problems(marked, "d1")
    assert "wait until that has finished" in told[0]
    assert told[1].startswith("class.json is not here yet")
    assert not any("make a" in line for line in told)


def test_nobody_is_told_to_make_a_class_where_one_is_arriving(tmp_path: Path) -> None:
    (tmp_path / "ledger").mkdir()
    with pytest.raises(Refusal, match=r"holds a class whose class\.json is not here") as refused:
        ClassBook(tmp_path, "d1")
    assert "board new" not in str(refused.value)
    empty = tmp_path / "Room.class"
    empty.mkdir()
    with pytest.raises(Refusal, match="If a sync program is bringing a class here, wait"):
        ClassBook(empty, "d1")


def test_what_stands_for_a_file_is_not_called_foreign(marked: Path) -> None:
    (marked / "ledger" / "d4.jsonl.part").write_bytes(b"half")
    assert [line.partition(" ")[0] for line in problems(marked, "d1")] == ["ledger/d4.jsonl"]


@pytest.mark.parametrize(
    "name", ["ledger (1)", "ledger 2", "Ledger-LAPTOP", "ledger.sync-conflict-20261129-120000-ABC"]
)
def test_a_second_folder_of_a_sync_program_is_named_with_what_to_do(marked: Path, name: str) -> None:
    shutil.copytree(marked / "ledger", marked / name)
    (told,) = [line for line in problems(marked, "d1") if line.startswith(name)]
    assert "Leave it where it is until the sync program has finished" in told
    assert "none counts twice" in told


def test_a_folder_of_a_longer_name_is_none(marked: Path) -> None:
    (marked / "ledgers").mkdir()
    assert problems(marked, "d1") == []


def test_a_half_file_of_another_computer_may_be_on_its_way_and_ones_own_may_not(marked: Path) -> None:
    for device in ("d1", "d2"):
        with (marked / "ledger" / f"{device}.jsonl").open("ab") as file:
            file.write(b'{"id":"to')
    mine, others = problems(marked, "d1")
    assert mine.startswith("ledger/d1.jsonl ends in an unfinished line")
    assert "The rest may still be on its way from its computer" in others


def test_a_half_copy_of_the_class_file_is_waited_for_and_one_of_another_class_is_left(
    marked: Path, tmp_path: Path
) -> None:
    data = (marked / "class.json").read_bytes()
    (marked / "class (1).json").write_bytes(data[:99])
    (told,) = problems(marked, "d1")
    assert "can't be read yet" in told
    ClassBook.create(tmp_path / "Other.class", "Room 14", "d1").close()
    (marked / "class (1).json").write_bytes((tmp_path / "Other.class" / "class.json").read_bytes())
    (told,) = problems(marked, "d1")
    assert "belongs to another class" in told
    (marked / "class (1).json").write_bytes(data)
    (told,) = problems(marked, "d1")
    assert "Do not delete it before" in told


def test_no_picture_of_an_erased_child_is_wanted_back(marked: Path) -> None:
    other = ClassBook(marked, "d2")
    other.record([Draft(Kind.PICTURE_ADDED, "ava", evidence=("f" * 32,), note="waxwing")], other.assessors[0].id)
    other.close()
    book = ClassBook(marked, "d1")
    book.erase(next(one for one in book.everyone if one.id == "ava"), book.assessors[0].id)
    book.close()
    (told,) = problems(marked, "d1")
    assert told.startswith("Words about an erased child are still in the file of another computer")


def test_a_picture_no_mark_speaks_of_is_never_to_be_deleted_for_that(marked: Path) -> None:
    (marked / "art" / ("a" * 32 + ".png")).write_bytes(b"picture")
    (told,) = problems(marked, "d1")
    assert "Its mark may still be on its way" in told
    assert not any(word in told for word in FORBIDDEN)


@pytest.mark.parametrize("gone", ["class.json", "ledger", "art", "backups", "ledger/d1.jsonl", "ledger/d2.jsonl"])
def test_whatever_is_not_here_nobody_is_told_to_delete_anything_and_waiting_comes_first(
    marked: Path, tmp_path: Path, gone: str
) -> None:
    (marked / gone).rename(tmp_path / "elsewhere")
    told = problems(marked, "d1")
    for line in told:
        assert not any(word in line for word in FORBIDDEN), line
        if "restore" in line or "copy" in line:
            assert 0 < line.find("on its way") < max(line.find("restore"), line.find("cop")), line


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (FISH.png[:-20], "is cut off, so a part of the picture is missing."),
        (picture("blue").png, "shows another picture than its name says."),
        (b"a letter to Ava", "holds something else than a picture."),
    ],
)
def test_a_picture_that_is_not_what_it_should_be_is_named_with_what_is_wrong_and_what_to_do(
    marked: Path, data: bytes, said: str
) -> None:
    (marked / "art" / f"{PICTURE}.png").write_bytes(data)
    shares: list[float] = []
    what, then = problems(marked, "d1", tell=shares.append)
    assert what == f"art/{PICTURE}.png {said}"
    assert "wait until the sync program has finished, then open the class" in then
    assert shares[-1] == 1


def test_a_picture_of_an_erased_child_that_comes_back_is_not_put_right_for_anybody(marked: Path) -> None:
    other = ClassBook(marked, "d2")
    other.record([Draft(Kind.PICTURE_ADDED, "ben", evidence=(picture("blue").content,))], other.assessors[0].id)
    other.close()
    book = ClassBook(marked, "d1")
    book.erase(next(one for one in book.everyone if one.id == "ben"), book.assessors[0].id)
    copy = marked / "art" / f"{picture('blue').content} (1).png"
    copy.write_bytes(picture("blue").png)
    with pytest.raises(OSError, match="No such file"):
        book.pictures.read(picture("blue").content)
    book.close()
    told = problems(marked, "d1")
    assert [line[:40] for line in told] == ["Words about an erased child are still in"]


def test_a_copy_a_sync_program_made_of_a_picture_is_no_stranger(marked: Path) -> None:
    (marked / "art" / f"{PICTURE} (1).png").write_bytes(FISH.png)
    (marked / "art" / f"{PICTURE}-LAPTOP.png").write_bytes(FISH.png)
    assert problems(marked, "d1") == []


@pytest.mark.parametrize("name", ["Room 12 (1).class", "Room 12 2.class", "Room 12-Ada's conflicted copy.class"])
def test_a_second_folder_of_the_whole_class_is_named_with_what_to_do(marked: Path, name: str) -> None:
    assert marked.name == "Room 12.class"
    twin = marked.with_name(name)
    shutil.copytree(marked, twin)
    book = ClassBook(twin, "d3")
    book.record([Draft(Kind.MASTERED, "ava", "u/thirds")], book.assessors[0].id)
    book.close()
    (told,) = problems(marked, "d1")
    assert told.startswith(f"{twin} holds the same class once more")
    known = len(ClassBook(marked, "d1", only_look=True).facts)
    for path in (twin / "ledger").glob("*.jsonl"):  # which is what it says
        shutil.copy(path, marked / "ledger" / f"from there {path.name}")
    assert len(ClassBook(marked, "d1", only_look=True).facts) == known + 1


def test_a_class_of_next_year_beside_it_and_one_brought_back_to_look_at_are_none(marked: Path) -> None:
    ClassBook.create(marked.with_name("Room 12 2.class"), "Room 12", "d1").close()
    shutil.copytree(marked, marked.with_name("Room 12 again.class"))
    assert problems(marked, "d1") == []


def test_an_erasure_reaches_the_second_folder_of_marks_too(marked: Path) -> None:
    book = ClassBook(marked, "d1")
    book.record(
        [Draft(Kind.NOTE, "ava", "u/halves", note="waxwing"), Draft(Kind.NOTE, "ben", "u/halves", note="fine")], "t"
    )
    shutil.copytree(marked / "ledger", marked / "ledger (1)")
    book.erase(next(one for one in book.everyone if one.id == "ava"), "t")
    book.close()
    left = b"".join(path.read_bytes() for path in (marked / "ledger (1)").glob("*.jsonl"))
    assert b"waxwing" not in left
    assert b"fine" in left


def test_a_second_folder_of_pictures_is_named_with_what_to_do(marked: Path) -> None:
    shutil.copytree(marked / "art", marked / "art (1)")
    (told,) = problems(marked, "d1")
    assert (
        "Leave it where it is until the sync program has finished. If it stays, copy the files in it into art" in told
    )


def test_what_this_computer_wrote_and_the_folder_lost_is_said_to_be_written_again(
    book: ClassBook, folder: Path, tmp_path: Path
) -> None:
    book.close()
    here = Device("d1", tmp_path / "memory")
    mine = ClassBook(folder, here)
    mine.record([Draft(Kind.MASTERED, "ava", "u/halves"), Draft(Kind.MASTERED, "ben", "u/halves")], "t")
    mine.close()
    before = (folder / "ledger" / "d1.jsonl").read_bytes()
    (folder / "ledger" / "d1.jsonl").write_bytes(b"")
    assert (
        "2 marks made on this computer are not in the folder any more; open the class here" in problems(folder, here)[0]
    )
    ClassBook(folder, here).close()
    assert (folder / "ledger" / "d1.jsonl").read_bytes() == before
    assert problems(folder, here) == []


def test_what_two_computers_say_differently_waits_for_somebody_to_choose(marked: Path) -> None:
    here = (marked / "class.json").read_bytes()
    for device, name in (("d1", "Ava Brown"), ("d2", "Ava Braun")):
        (marked / "class.json").write_bytes(here)
        book = ClassBook(marked, device)
        book.edit(STUDENTS, put(Student("ava", name)))
        book.close()
        (marked / "class.json").rename(marked / f"of {device}")
    (marked / "of d1").rename(marked / "class.json")
    (marked / "of d2").rename(marked / "class (1).json")
    assert "what is in the copy is taken in" in "\n".join(problems(marked, "d1"))
    ClassBook(marked, "d1").close()
    (told,) = problems(marked, "d1")
    assert told.startswith("One thing was changed differently on two computers: Ava Br")
