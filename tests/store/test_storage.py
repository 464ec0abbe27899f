"""class.json as it is read, replaced and copied; what lies beside it; and what is said when it can't be read."""

import os
from pathlib import Path
from typing import Any

import pytest

from board.disk import Disk, NotSaved
from board.errors import Refusal
from board.store.codec import document_bytes
from board.store.documents.copies import conflict_copies, number_of, remedy, rolling_copies, tables_of
from board.store.documents.merging import visible
from board.store.documents.storage import SafeStorage


def tables(name: str, *students: str) -> dict[str, Any]:
    return {"class": {"about": {"format": 2, "name": name}}, "students": {id_: {"name": id_} for id_ in students}}


def shown(path: Path) -> Any:
    """Give what is visible of a class file."""
    return visible(tables_of(path.read_bytes()) or {})


class Watched(Disk):
    """A disk that tells what it was asked for."""

    def __init__(self) -> None:
        self.replaced: list[str] = []
        self.folders = 0

    def replace(self, new: Path, old: Path) -> None:
        self.replaced.append(old.name)
        super().replace(new, old)

    def sync_folder(self, folder: Path) -> None:
        self.folders += 1
        super().sync_folder(folder)


@pytest.fixture
def disk() -> Watched:
    return Watched()


@pytest.fixture
def storage(tmp_path: Path, disk: Watched) -> SafeStorage:
    made = SafeStorage(tmp_path / "class.json", tmp_path / "backups", disk)
    made.write(tables("one", "ava", "ben"))
    return made


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_written_is_there_with_its_copy_and_for_every_reader(storage: SafeStorage, tmp_path: Path) -> None:
    data = (tmp_path / "class.json").read_bytes()
    assert shown(tmp_path / "class.json") == tables("one", "ava", "ben")
    assert (tmp_path / "backups" / "class-000001.json").read_bytes() == data
    assert storage.read() == SafeStorage(tmp_path / "class.json").read() == tables("one", "ava", "ben")
    assert storage.read() is storage.read(), "it is read once"
    assert names(tmp_path) == ["backups", "class.json", "class.lock"]
    assert SafeStorage(tmp_path / "none.json").read() is None
    assert SafeStorage(tmp_path / "none.json").fetch() is None


def test_what_another_program_writes_is_read_again(storage: SafeStorage, tmp_path: Path) -> None:
    other = SafeStorage(tmp_path / "class.json")
    other.write(tables("two"))
    assert storage.read() == tables("two")
    assert names(tmp_path / "backups") == ["class-000001.json"], "who keeps no copies makes none"
    assert other.copies() == []
    assert other.backups() == []


def test_edits_inside_one_change_are_one_and_an_error_leaves_none(
    storage: SafeStorage, tmp_path: Path, disk: Watched
) -> None:
    disk.replaced.clear()
    with storage.transaction():
        storage.write(tables("two"))
        assert storage.read() == tables("two")
        with storage.transaction():
            storage.write(tables("three"))
        assert SafeStorage(tmp_path / "class.json").read() == tables("one", "ava", "ben")
    assert storage.read() == tables("three")
    assert disk.replaced == ["class.json", "class-000002.json"]

    def broken() -> None:
        with storage.transaction():
            storage.write(tables("four"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert storage.read() == tables("three")
    assert disk.replaced == ["class.json", "class-000002.json"]


def test_the_same_again_makes_no_copy_and_is_sure_to_be_found(
    storage: SafeStorage, tmp_path: Path, disk: Watched
) -> None:
    disk.replaced.clear()
    disk.folders = 0
    storage.write(tables("one", "ava", "ben"))
    assert (disk.replaced, disk.folders) == ([], 1)


def test_twenty_copies_are_kept_the_newest_of_them(storage: SafeStorage, tmp_path: Path) -> None:
    for number in range(2, 24):
        storage.write(tables(str(number), "ava", "ben"))
    assert names(tmp_path / "backups") == [f"class-{number:06}.json" for number in range(4, 24)]
    assert [number_of(copy) for copy in storage.backups()] == list(range(4, 24))


def test_only_numbered_copies_are_rolling_ones(tmp_path: Path) -> None:
    for name in ("class-10.json", "class-000002.json", "class-x.json", "class-1 (2).json", "damaged-000003.json"):
        (tmp_path / name).write_bytes(b"{}")
    assert [copy.name for copy in rolling_copies(tmp_path)] == ["class-000002.json", "class-10.json"]
    assert rolling_copies(tmp_path / "none") == []


def test_copies_of_a_sync_program_are_told_from_the_file_and_from_others(tmp_path: Path) -> None:
    for name in ("class.json", "class 2.json", "my class (copy).json", "notes.json", "class.lock"):
        (tmp_path / name).write_bytes(b"{}")
    assert [copy.name for copy in conflict_copies(tmp_path)] == ["class 2.json", "my class (copy).json"]


def test_the_newest_copy_that_is_whole_is_the_remedy(storage: SafeStorage, tmp_path: Path) -> None:
    storage.write(tables("two"))
    newest = tmp_path / "backups" / "class-000002.json"
    waiting = "It may still be on its way: if a sync program keeps this folder, wait until that has finished. If it stays so, "
    assert remedy(tmp_path) == f'{waiting}put the newest copy in its place with: board restore "{newest}"'
    for rubbish in (b"{", b"{}"):
        newest.write_bytes(rubbish)
        assert "class-000001.json" in remedy(tmp_path)
    assert remedy(tmp_path / "none") == (
        f"{waiting}choose another folder, or bring the class back from your own copy with: board restore ZIP FOLDER"
    )


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"{}", {}),
        (b'{"class": {}}', {"class": {}}),
        (b'{"class": {}, "students": []}', None),
        (b'{"class": 3}', None),
        (b"[]", None),
        (b"null", None),
        (b"", None),
        (b"\xff", None),
        (b"[" * 100_000, None),
    ],
)
def test_tables_are_read_or_are_none(data: bytes, found: object) -> None:
    assert tables_of(data) == found


@pytest.mark.parametrize("data", [b"{", b"[]", b""])
def test_a_damaged_file_is_refused_with_its_remedy(storage: SafeStorage, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "class.json").write_bytes(data)
    for read in (storage.read, storage.fetch):
        with pytest.raises(
            Refusal,
            match=r"class\.json is damaged\. It may still be on its way.*put the newest copy in its place with: board restore",
        ):
            read()


def test_a_file_that_can_not_be_opened_is_refused_with_its_remedy(tmp_path: Path) -> None:
    (tmp_path / "class.json").mkdir()
    with pytest.raises(Refusal, match=r"class\.json can't be read \(.+\)\. The board follows no link"):
        SafeStorage(tmp_path / "class.json").read()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Refusal, match=r"can't be read \(.+\); is the class folder still there\?"):
        SafeStorage(tmp_path / "file" / "class.json").read()


def test_whether_the_shape_is_old_is_known_once_it_is_read(storage: SafeStorage) -> None:
    assert not storage.is_old
    storage.read()
    assert not storage.is_old


def test_what_is_put_back_keeps_what_was_there_unless_a_copy_holds_it(storage: SafeStorage, tmp_path: Path) -> None:
    backups = tmp_path / "backups"
    storage.put_back(tables("back"))
    assert storage.read() == tables("back")
    assert names(backups) == ["class-000001.json", "class-000002.json"]
    (tmp_path / "class.json").write_bytes(document_bytes(tables("by hand")))
    storage.put_back(tables("again"))
    assert names(backups) == [f"class-00000{number}.json" for number in range(1, 5)]
    assert tables_of((backups / "class-000003.json").read_bytes()) == tables("by hand")
    (tmp_path / "class.json").write_bytes(b"{broken")
    storage.put_back(tables("whole"))
    assert (backups / "damaged-000005.json").read_bytes() == b"{broken"
    (tmp_path / "class.json").unlink()
    storage.put_back(tables("new"))
    assert storage.read() == tables("new")


def test_what_can_not_be_kept_first_is_not_put_back(storage: SafeStorage, tmp_path: Path) -> None:
    (tmp_path / "class.json").write_bytes(document_bytes(tables("by hand")))
    (tmp_path / "backups" / "class-000001.json").unlink()
    (tmp_path / "backups").rmdir()
    (tmp_path / "backups").write_bytes(b"")
    with pytest.raises(NotSaved, match=r"could not be kept first \(.+\); nothing was changed"):
        storage.put_back(tables("back"))
    assert storage.read() == tables("by hand")


def test_a_student_is_taken_out_of_the_file_and_of_every_copy(storage: SafeStorage, tmp_path: Path) -> None:
    copy, odd = tmp_path / "backups" / "class-000001.json", tmp_path / "class 2.json"
    odd.write_bytes(b'{"students": {"ava"')
    clean = tmp_path / "backups" / "broken.json"
    clean.write_bytes(b"{")
    os.utime(copy, ns=(10**9, 10**9))
    assert storage.strip((), now=False) == ()
    assert storage.strip({"cam"}, now=False) == ()
    assert storage.strip({"ava"}, now=False) == ("class 2.json",)
    assert clean.exists(), "later, what does not name the child stays"
    assert storage.read() == shown(copy) == tables("one", "ben")
    assert copy.stat().st_mtime_ns == 10**9
    assert storage.strip({"ben"}, now=True) == ("broken.json",)
    assert not clean.exists()


@pytest.mark.parametrize("name", [".class.json.4.new", "backups/.class-000009.json.4.new"])
def test_what_a_killed_writer_left_goes_with_the_student(storage: SafeStorage, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"{}")
    assert storage.strip({"cam"}, now=False) == ()
    assert not (tmp_path / name).exists()


class Stuck(Disk):
    """A disk that puts nothing in place."""

    def replace(self, new: Path, old: Path) -> None:
        raise OSError(5, "Input/output error")

    def remove(self, path: Path) -> None:
        raise OSError(5, "Input/output error")


def test_a_copy_that_can_not_be_stripped_is_named(storage: SafeStorage, tmp_path: Path) -> None:
    (tmp_path / "class 2.json").write_bytes(b'{"students": {"ava"')
    stuck = SafeStorage(tmp_path / "class.json", None, Stuck())
    with pytest.raises(NotSaved, match=r"class 2\.json could not be stripped \(.+\); delete it by hand"):
        stuck.strip({"ava"}, now=False)
