"""What a zip of a class holds and how big it may be; no zip can write anything else than a class."""

import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from board.errors import Refusal
from board.mastery.facts import Fact, Kind
from board.store.class_book import ClassBook
from board.store.draft import Draft
from board.store.keeping import archive
from board.store.keeping.archive import name_in, pack, put_zip
from board.store.keeping.restore import restore_zip
from board.store.lines import fact_line
from zips import remade


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
    most = 256 << 20
    known = [entry("class.json", 5, 5), entry("ledger/d0.jsonl", most - 5, most)]
    known += [entry(f"ledger/d{number}.jsonl", most, most) for number in range(1, 16)]
    assert archive._proved(source, known) == known
    with pytest.raises(
        Refusal, match=r"class.zip would fill more than 4 GB, more than any class; it was not unpacked\."
    ):
        archive._proved(source, [*known, entry("art/a2.png", 1, 1)])


def test_what_is_larger_than_any_picture_is_left_out_of_its_place() -> None:
    known = [entry("class.json", 5, 5), entry("art/a1.png", 8 << 20, 9)]
    outsized = [entry("art/a2.png", (8 << 20) + 1, 9), entry("evidence/a3.jpg", 4 << 40, 9)]
    with pytest.raises(Refusal, match="grow out of all bounds"):
        archive._proved(Path("class.zip"), known)
    assert archive._proved(Path("class.zip"), [*known[:1], *outsized]) == known[:1]


def test_a_class_is_brought_back_byte_for_byte_and_every_file_may_be_read(
    book: ClassBook, folder: Path, zipped: Path
) -> None:
    gone = Fact("e1", 9, "d1", "2026", "t", Kind.ERASED, "ava")
    with (folder / "ledger" / "d1.jsonl").open("ab") as ledger:
        ledger.write(fact_line(gone))
    pack(folder, zipped, ())
    place = zipped.with_name("Again.class")
    restore_zip(zipped, place, "d1")
    with zipfile.ZipFile(zipped) as packed:
        there = {path.relative_to(place).as_posix(): path for path in place.rglob("*") if path.is_file()}
        assert {name: path.read_bytes() for name, path in there.items()} == {
            name: packed.read(name) for name in packed.namelist()
        }
    book.record([Draft(Kind.MASTERED, "ben", "u/halves")], "t")
    umask = os.umask(0)
    os.umask(umask)
    for path in (*there.values(), folder / "ledger" / "d1.jsonl", *folder.rglob("*.lock")):
        assert stat.S_IMODE(path.stat().st_mode) in (0o600, 0o644 & ~umask), path


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


def test_equal_classes_give_equal_zips_whose_files_only_who_unpacks_them_may_read(folder: Path, zipped: Path) -> None:
    before = zipped.read_bytes()
    pack(folder, zipped, ())
    assert zipped.read_bytes() == before
    with zipfile.ZipFile(zipped) as packed:
        assert {one.external_attr >> 16 for one in packed.infolist()} == {0o600}
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
        with pytest.raises(
            Refusal, match="is no zip of a class, or is not all here yet; choose one made with: board backup"
        ):
            name_in(source)
    else:
        assert name_in(source) == ""


def test_a_few_files_are_put_into_a_zip_that_only_their_own_kind_may_replace(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "ava.zip"
    for files in ({"about.txt": b"Ava"}, {"about.txt": b"Ava again", "art.png": b"\x89"}):
        put_zip(folder, out, files, "about.txt")
        with zipfile.ZipFile(out) as packed:
            assert {name: packed.read(name) for name in packed.namelist()} == files
    with pytest.raises(Refusal, match="is something else, or a zip that is not all here, and is kept"):
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
