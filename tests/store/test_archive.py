"""A class in a zip and back: the same class, and no zip can write anything else than a class."""

import shutil
import zipfile
from pathlib import Path

import pytest

from board.disk import Disk, NotSaved
from board.errors import Refusal
from board.mastery.facts import Kind
from board.store.class_book import ClassBook
from board.store.draft import Draft
from board.store.keeping.archive import fits, pack
from board.store.keeping.restore import copies_of, put_back, read_copy, restore_zip
from killed import killed_at_every_moment
from zips import remade


def restored(zipped: Path) -> Path:
    place = zipped.parent / "Again.class"
    restore_zip(zipped, place, "d1")
    return place


def test_a_restored_class_is_the_same_class(book: ClassBook, zipped: Path) -> None:
    again = ClassBook(restored(zipped), "d1")
    assert (again.name, again.students, again.assessors, again.units) == (
        book.name,
        book.students,
        book.assessors,
        book.units,
    )
    assert again.facts == book.facts
    assert (again.folder / "evidence" / "pic1.png").read_bytes() == b"\x89PNG picture"
    again.record([Draft(Kind.MASTERED, "ava", "u/halves")], again.assessors[0].id)


def test_a_zip_holds_the_class_and_nothing_else(zipped: Path) -> None:
    with zipfile.ZipFile(zipped) as packed:
        assert sorted(packed.namelist()) == ["class.json", "evidence/pic1.png", "ledger/d1.jsonl"]


def test_a_torn_last_line_is_left_out(book: ClassBook, folder: Path, zipped: Path) -> None:
    with (folder / "ledger" / "d1.jsonl").open("ab") as file:
        file.write(b'{"id":"torn')
    pack(folder, zipped, ())
    with zipfile.ZipFile(zipped) as packed:
        assert packed.read("ledger/d1.jsonl").endswith(b"}\n")


def test_a_zip_is_never_written_into_the_class_nor_over_something_else(folder: Path, zipped: Path) -> None:
    thesis = zipped.with_name("thesis.zip")
    thesis.write_bytes(b"mine")
    with pytest.raises(Refusal, match="something else"):
        pack(folder, thesis, ())
    with pytest.raises(Refusal, match="in the class folder itself"):
        pack(folder, folder / "backups" / "class.zip", ())
    with pytest.raises(Refusal, match="no folder"):
        pack(folder, folder.parent / "none" / "class.zip", ())
    assert thesis.read_bytes() == b"mine"
    pack(folder, zipped, ())


class Broken(Disk):
    """A disk whose bytes may never arrive."""

    def sync(self, handle: int) -> None:
        raise OSError(5, "Input/output error")


def test_a_zip_that_fails_keeps_the_one_before(folder: Path, zipped: Path) -> None:
    before = zipped.read_bytes()
    with pytest.raises(NotSaved):
        pack(folder, zipped, (), disk=Broken())
    assert zipped.read_bytes() == before
    with pytest.raises(NotSaved):
        restore_zip(zipped, folder.with_name("Again.class"), "d1", disk=Broken())
    assert sorted(path.name for path in folder.parent.iterdir()) == ["Room 12.class", "class.zip"]


@pytest.mark.parametrize(
    "damage", ["cut", "flipped", "no zip", "empty", "no class", "missing", "class of a newer version"]
)
def test_a_damaged_zip_is_refused_and_nothing_is_left(zipped: Path, damage: str) -> None:
    data = zipped.read_bytes()
    bad = zipped.with_name("bad.zip")
    if damage == "no class":
        bad = remade(zipped, lambda _: None, leave_out="class.json")
    elif damage == "class of a newer version":
        newer = '{"class": {"about": {"format": 99, "name": "x"}}}'
        bad = remade(zipped, lambda packed: packed.writestr("class.json", newer), leave_out="class.json")
    elif damage != "missing":
        flipped = data[:60] + bytes([data[60] ^ 0xFF]) + data[61:]
        bad.write_bytes(
            {"cut": data[: len(data) // 2], "flipped": flipped, "no zip": b"PK but no", "empty": b""}[damage]
        )
    before = sorted(zipped.parent.rglob("*"))
    with pytest.raises(Refusal, match="newer version" if "newer" in damage else "bad.zip|attack.zip"):
        restore_zip(bad, zipped.with_name("Again.class"), "d1")
    assert sorted(zipped.parent.rglob("*")) == before


def test_every_flipped_byte_of_a_zip_is_refused_or_does_no_harm(book: ClassBook, zipped: Path) -> None:
    data = zipped.read_bytes()
    place = zipped.with_name("Again.class")
    for at in range(0, len(data), 7):
        zipped.with_name("bad.zip").write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        try:
            restore_zip(zipped.with_name("bad.zip"), place, "d1")
        except Refusal:
            assert not place.exists()
        else:
            assert ClassBook(place, "d1").students == book.students
            shutil.rmtree(place)


def test_a_class_is_never_restored_over_other_files(folder: Path, zipped: Path) -> None:
    with pytest.raises(Refusal, match="not empty"):
        restore_zip(zipped, folder, "d1")
    empty = zipped.with_name("Empty.class")
    empty.mkdir()
    restore_zip(zipped, empty, "d1")
    assert ClassBook(empty, "d1").name == "Room 12"


def test_a_restoration_killed_at_any_moment_leaves_a_whole_class_or_none(tmp_path: Path, zipped: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    shutil.copy(zipped, source / "class.zip")
    copies = killed_at_every_moment(source, "restore")
    assert len(copies) > 10
    for copy in copies:
        place = copy / "Restored.class"
        if not place.exists():
            restore_zip(copy / "class.zip", place, "d1")
        assert len(ClassBook(place, "d1").facts) == 2
        assert sorted(path.name for path in copy.iterdir()) == ["Restored.class", "class.zip"]
    assert (copies[-1] / "Restored.class").exists()


@pytest.mark.parametrize(
    "name", ["ledger/d1.jsonl", "ledger/d1 (Zoë's conflicted copy).jsonl", "art/a1b2.png", "evidence/a1b2.small.webp"]
)
def test_files_of_a_class_fit_into_a_zip(name: str) -> None:
    assert fits(name)


def test_every_rolling_copy_can_be_put_back_and_no_mark_is_touched(book: ClassBook, folder: Path, zipped: Path) -> None:
    facts = tuple(book.facts)
    copies, broken = copies_of(folder)
    assert not broken
    assert [copy.number for copy in copies] == [3, 2, 1]
    for copy in copies:
        put_back(folder, copy, "d1")
        book.news()
        assert (book.students, book.units) == (copy.students, copy.units)
        assert tuple(book.facts) == facts
    assert copies_of(folder)[0][0].students == copies[-1].students
    assert read_copy(folder / "backups" / "class-000003.json").students == copies[0].students, "the one before is kept"


@pytest.mark.parametrize("state", ["gone", "damaged", "edited by hand"])
def test_a_copy_helps_when_class_json_is_gone_or_damaged(book: ClassBook, folder: Path, state: str) -> None:
    path = folder / "class.json"
    text = path.read_text()
    if state == "gone":
        path.unlink()
    else:
        path.write_text("{broken" if state == "damaged" else text.replace("Ava B.", "Ava Bee"))
    before = path.read_bytes() if path.exists() else None
    put_back(folder, copies_of(folder)[0][0], "d1")
    assert ClassBook(folder, "d1").students == book.students
    kept = {copy.read_bytes(): copy.name for copy in (folder / "backups").iterdir()}
    assert before is None or before in kept, "what was there is kept"
    if before is not None:
        assert kept[before] == ("damaged-000004.json" if state == "damaged" else "class-000004.json")


def test_a_copy_being_put_back_is_there_or_not_but_never_torn(book: ClassBook, folder: Path) -> None:
    (folder / "class.json").write_text((folder / "class.json").read_text().replace("Ava B.", "Ava Bee"))
    copies = killed_at_every_moment(folder, "put back")
    assert len(copies) > 15
    found = [[student.name for student in ClassBook(copy, "d1").students] for copy in copies]
    assert found[0] == ["Ava Bee", "Ben C."]
    assert found[-1] == []
    assert all(names in (found[0], found[-1]) for names in found)


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"class": {"about": {"format": 1}}}', '{"class": {"about": {"format": 9}}}']
)
def test_a_copy_that_can_not_be_read_is_refused(book: ClassBook, folder: Path, content: str) -> None:
    copy = folder / "backups" / "class-000002.json"
    copy.write_text(content)
    with pytest.raises(Refusal):
        read_copy(copy)
    whole, broken = copies_of(folder)
    assert broken == [copy]
    assert [one.number for one in whole] == [3, 1]
