"""A class in a zip and back: the same class, and no zip can write anything else than a class."""

import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from board.disk import Disk, NotSaved
from board.errors import Refusal
from board.mastery.facts import Kind
from board.store import archive
from board.store.archive import fits, name_in, pack, put_zip
from board.store.class_book import ClassBook
from board.store.draft import Draft
from board.store.restore import copies_of, put_back, read_copy, restore_zip
from killed import killed_at_every_moment


@pytest.fixture
def zipped(book: ClassBook, folder: Path, tmp_path: Path) -> Path:
    """A class with marks and a picture, and its zip."""
    book.record(
        [Draft(Kind.KEEP_WORKING, "ava", "u/halves", note="count again"), Draft(Kind.MASTERED, "ben", "u/halves")],
        book.assessors[0].id,
    )
    (folder / "evidence" / "pic1.png").write_bytes(b"\x89PNG picture")
    (folder / "prints").mkdir()
    (folder / "prints" / "wall-u.pdf").write_bytes(b"%PDF")
    pack(folder, tmp_path / "class.zip", ())
    return tmp_path / "class.zip"


def restored(zipped: Path) -> Path:
    place = zipped.parent / "Again.class"
    restore_zip(zipped, place, "d1")
    return place


def remade(zipped: Path, change: Callable[[zipfile.ZipFile], object], *, leave_out: str = "") -> Path:
    """The same zip with something else in it."""
    out = zipped.with_name("attack.zip")
    with zipfile.ZipFile(zipped) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != leave_out:
                new.writestr(entry, old.read(entry))
        change(new)
    return out


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


def _link(packed: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo("ledger/d2.jsonl")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    packed.writestr(entry, "/etc/passwd")


def _packed_with(method: int) -> Callable[[zipfile.ZipFile], object]:
    return lambda packed: packed.writestr("ledger/d2.jsonl", b"{}", method)


def _locked(packed: zipfile.ZipFile) -> None:
    packed.writestr("ledger/d2.jsonl", b"{}")
    packed.infolist()[-1].flag_bits |= 1


def _bomb(packed: zipfile.ZipFile) -> None:
    packed.writestr("ledger/d2.jsonl", b"\0" * 50_000_000)


def _twice(packed: zipfile.ZipFile) -> None:
    packed.writestr("ledger/D1.jsonl", b"")


def _named(name: str) -> Callable[[zipfile.ZipFile], object]:
    return lambda packed: packed.writestr(name, b"gotcha")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_named("../evil.jsonl"), "a name that no class has"),
        (_named("ledger/../../evil.jsonl"), "a name that no class has"),
        (_named("/tmp/evil.jsonl"), "a name that no class has"),
        (_named("/class.json"), "a name that no class has"),
        (_named("drop pictures here/taken in/pic.png"), "a name that no class has"),
        (_named("C:\\evil.jsonl"), "a name that no class has"),
        (_named("ledger/..\\evil.jsonl"), "a name that no class has"),
        (_named("ledger/C:evil.jsonl"), "a name that no class has"),
        (_named("ledger/.hidden.jsonl"), "a name that no class has"),
        (_named("ledger/d2.exe"), "a name that no class has"),
        (_named("art/run.sh"), "a name that no class has"),
        (_named("art/deep/pic.png"), "a name that no class has"),
        (_named("art/\x1b[31m.png"), "a name that no class has"),
        (_named("autorun.inf"), "a name that no class has"),
        (_named("backups/class-000001.json"), "a name that no class has"),
        (_named("elsewhere/"), "no plain file"),
        (_link, "no plain file"),
        (_packed_with(zipfile.ZIP_BZIP2), "packed in a way the board can't read"),
        (_locked, "packed in a way the board can't read"),
        (_bomb, "out of all bounds"),
        (_twice, "the same file twice"),
    ],
)
def test_a_zip_with_anything_else_in_it_is_refused_before_anything_is_written(
    zipped: Path, change: Callable[[zipfile.ZipFile], object], said: str
) -> None:
    attack = remade(zipped, change)
    before = sorted(zipped.parent.rglob("*"))
    with pytest.raises(Refusal, match=said):
        restore_zip(attack, zipped.with_name("Again.class"), "d1")
    assert sorted(zipped.parent.rglob("*")) == before


def test_a_zip_of_more_files_than_any_class_is_refused_before_anything_is_written(
    zipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(zipped) as packed:
        count = len(packed.infolist())
    assert archive._MOST_FILES == 50_000
    monkeypatch.setattr(archive, "_MOST_FILES", count - 1)
    before = sorted(zipped.parent.rglob("*"))
    with pytest.raises(Refusal, match=f"holds {count} files, more than any class; it was not unpacked"):
        restore_zip(zipped, zipped.with_name("Again.class"), "d1")
    assert sorted(zipped.parent.rglob("*")) == before
    monkeypatch.setattr(archive, "_MOST_FILES", count)
    restore_zip(zipped, zipped.with_name("Again.class"), "d1")


def entry(name: str, size: int, packed: int, *, mode: int = 0o644, flags: int = 0) -> zipfile.ZipInfo:
    told = zipfile.ZipInfo(name)
    told.file_size, told.compress_size, told.flag_bits, told.external_attr = size, packed, flags, mode << 16
    return told


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (entry("class.json", 5, 5), ""),
        (entry("class.json", 5, 5, mode=stat.S_IFREG | 0o600), ""),
        (entry("class.json", 5, 5, mode=0), ""),
        (entry("class.json", 5, 5, mode=stat.S_IFIFO), "which is no plain file"),
        (entry("class.json", 5, 5, mode=stat.S_IFDIR), "which is no plain file"),
        (entry("class.json", 5, 5, flags=1), "packed in a way the board can't read"),
        (entry("class.json", 5, 5, flags=0x808), ""),
        (entry("class.json", 1 << 20, 1), ""),
        (entry("class.json", (1 << 20) + 1, 1), "which would grow out of all bounds"),
        (entry("class.json", 200 * 10_000, 10_000), ""),
        (entry("class.json", 200 * 10_000 + 1, 10_000), "which would grow out of all bounds"),
        (entry("class.json", 2 << 20, 0), "which would grow out of all bounds"),
        (entry("class.json", 256 << 20, 256 << 20), ""),
        (entry("class.json", (256 << 20) + 1, 256 << 20), "which would grow out of all bounds"),
        (entry("ledger/d1.jsonl", (256 << 20) + 1, 256 << 20), "which would grow out of all bounds"),
        (entry("art/a1.png", (256 << 20) + 1, 256 << 20), ""),
        (entry("art/a1.png", 4 << 30, 4 << 30), ""),
        (entry("art/a1.png", (4 << 30) + 1, 4 << 30), "which would grow out of all bounds"),
    ],
)
def test_a_file_in_a_zip_is_refused_from_its_limits_on(told: zipfile.ZipInfo, why: str) -> None:
    assert archive._what_is_wrong(told) == why


def test_files_that_are_too_much_together_are_refused() -> None:
    source = Path("class.zip")
    known = [entry("class.json", 5, 5), entry("art/a1.png", (4 << 30) - 5, 4 << 30)]
    assert archive._proved(source, known) == known
    with pytest.raises(
        Refusal, match=r"class.zip would fill more than 4 GB, more than any class; it was not unpacked\."
    ):
        archive._proved(source, [*known, entry("art/a2.png", 1, 1)])


def test_folders_of_a_class_in_a_zip_do_no_harm(zipped: Path) -> None:
    with_folders = remade(zipped, lambda packed: packed.writestr("art/", b""))
    restore_zip(with_folders, zipped.with_name("Again.class"), "d1")
    assert sorted(path.name for path in zipped.with_name("Again.class").iterdir() if path.is_dir()) == [
        "art",
        "backups",
        "drafts",
        "evidence",
        "ledger",
    ]


def test_how_far_packing_and_unpacking_are_is_told(folder: Path, zipped: Path) -> None:
    heard: list[float] = []
    packed = pack(folder, zipped, (), heard.append)
    assert heard == pytest.approx([0.7 / 3, 1.4 / 3, 0.7, 1.0])
    with zipfile.ZipFile(zipped) as kept:
        assert packed == (3, sum(one.file_size for one in kept.infolist()))
    heard.clear()
    restore_zip(zipped, zipped.with_name("Again.class"), "d1", heard.append)
    assert heard == pytest.approx([1 / 3, 2 / 3, 1.0])


def test_equal_classes_give_equal_zips_whose_files_everybody_may_read(folder: Path, zipped: Path) -> None:
    before = zipped.read_bytes()
    pack(folder, zipped, ())
    assert zipped.read_bytes() == before
    with zipfile.ZipFile(zipped) as packed:
        assert {one.external_attr >> 16 for one in packed.infolist()} == {0o644}
        assert {one.filename.split(".")[1]: one.compress_type for one in packed.infolist()} == {
            "jsonl": zipfile.ZIP_DEFLATED,
            "png": zipfile.ZIP_STORED,
            "json": zipfile.ZIP_DEFLATED,
        }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('{"class": {"about": {"name": "Room 12"}}}', "Room 12"),
        ('{"class": {"about": {"name": 3}}}', ""),
        ('{"class": {"about": {}}}', ""),
        ("[]", ""),
        ("[1", None),
        (None, None),
    ],
)
def test_a_zip_says_the_name_of_its_class(tmp_path: Path, text: str | None, name: str | None) -> None:
    source = tmp_path / "class.zip"
    with zipfile.ZipFile(source, "w") as packed:
        if text is not None:
            packed.writestr("class.json", text)
    if name is not None:
        assert name_in(source) == name
    elif text is not None:
        with pytest.raises(Refusal, match="is no zip of a class; choose one made with: board backup"):
            name_in(source)
    else:
        assert name_in(source) == ""


def test_a_few_files_are_put_into_a_zip_that_only_their_own_kind_may_replace(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "ava.zip"
    for files in ({"about.txt": b"Ava"}, {"about.txt": b"Ava again", "art.png": b"\x89"}):
        put_zip(folder, out, files, "about.txt")
        with zipfile.ZipFile(out) as packed:
            assert {name: packed.read(name) for name in packed.namelist()} == files
    with pytest.raises(Refusal, match="is something else and is kept"):
        put_zip(folder, out, {}, "other.txt")
    with pytest.raises(Refusal, match="is no file that could be replaced"):
        put_zip(folder, tmp_path, {}, "about.txt")
    with pytest.raises(Refusal, match="in the class folder itself"):
        put_zip(folder, folder / "ava.zip", {}, "about.txt")


def test_a_ledger_file_whose_name_no_other_system_keeps_stops_the_backup(folder: Path, zipped: Path) -> None:
    (folder / "ledger" / ".d1.jsonl.4.new").write_bytes(b"")
    (folder / "ledger" / ".hidden.jsonl").write_bytes(b"")
    (folder / "art" / "no:name.jsonl").write_bytes(b"")
    (folder / "art" / "sub.png").mkdir()
    pack(folder, zipped, ())
    (folder / "ledger" / "d1:copy.jsonl").write_bytes(b"")
    with pytest.raises(Refusal, match="has a name that other systems can't keep"):
        pack(folder, zipped, ())


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
