"""A class is private; in a folder that is shared already, what is new is shared, too, and nothing that exists is changed."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from accounts import AVA, BEN, EVE, TEACHERS, done_by, only_as_root, shared_place
from board.disk import made_folder, make_plain, open_plain, put_file, put_files, put_if_possible
from board.disk.modes import made_folders, mode_for
from board.store.whole_folder import made_whole

FOLDERS = [
    (0o755, 0o600, 0o700, "others may look, so they may look at the folder only"),
    (0o700, 0o600, 0o700, "private"),
    (0o775, 0o660, 0o770, "made under the umask 002"),
    (0o770, 0o660, 0o770, "a group's"),
    (0o2770, 0o660, 0o2770, "a group's that hands itself down"),
    (0o2775, 0o660, 0o2770, "whoever may only look gets nothing"),
    (0o2750, 0o640, 0o2750, "a group that may look"),
    (0o777, 0o666, 0o777, "everybody's"),
    (0o1777, 0o600, 0o700, "such as /tmp, where everybody keeps what is their own"),
    (0o3770, 0o660, 0o2770, "a group's in which only owners delete"),
]


@pytest.fixture(params=[0o022, 0o002, 0o077, 0o000], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(("folder", "file", "inner", "_why"), FOLDERS, ids=[oct(case[0]) for case in FOLDERS])
def test_what_is_new_gets_the_rights_its_folder_shares_whatever_the_umask(
    umask: None, tmp_path: Path, folder: int, file: int, inner: int, _why: str
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    place.chmod(folder)
    assert mode_for(place) == file
    put_file(place / "put", b"1")
    put_files({place / "one": b"1", place / "other": b"2"})
    os.close(make_plain(place / "made"))
    os.close(open_plain(place / "opened", os.O_RDWR | os.O_APPEND | os.O_CREAT))
    assert {path.name: mode(path) for path in place.iterdir()} == dict.fromkeys(
        ("put", "one", "other", "made", "opened"), file
    )
    made_folder(place / "folder")
    made_folders(place / "a" / "b")
    made_folders(place / "mine" / "own", private=True)
    assert [mode(place / name) for name in ("folder", "a", "a/b")] == [inner] * 3
    assert [mode(place / name) & 0o777 for name in ("mine", "mine/own")] == [0o700] * 2
    put_if_possible(place / "cache" / "x", b"1")
    assert mode(place / "cache") & 0o777 == 0o700
    assert mode(place) == folder, "nothing that exists is changed"


@pytest.mark.parametrize(
    ("folder", "before", "after"),
    [
        (0o755, 0o644, 0o644),
        (0o755, 0o600, 0o600),
        (0o700, 0o664, 0o664),
        (0o2770, 0o600, 0o660),
        (0o770, 0o664, 0o664),
        (0o755, 0o400, 0o600),
        (0o755, 0o755, 0o644),
        (0o755, 0o4644, 0o644),
    ],
)
def test_a_file_that_is_replaced_keeps_its_rights_and_gets_what_the_folder_shares(
    umask: None, tmp_path: Path, folder: int, before: int, after: int
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    (place / "file").touch()
    (place / "file").chmod(before)
    place.chmod(folder)
    put_file(place / "file", b"new")
    assert mode(place / "file") == after


def test_a_file_that_is_only_opened_keeps_its_rights(umask: None, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "file").chmod(0o644)
    tmp_path.chmod(0o2770)
    os.close(open_plain(tmp_path / "file", os.O_RDWR | os.O_APPEND | os.O_CREAT))
    assert mode(tmp_path / "file") == 0o644


def test_where_rights_can_not_be_given_everything_is_kept_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.fchmod", refused)
    monkeypatch.setattr("os.fchown", refused)
    tmp_path.chmod(0o2770)
    made_folder(tmp_path / "folder")
    put_file(tmp_path / "folder" / "file", b"1")
    assert (tmp_path / "folder" / "file").read_bytes() == b"1"


@pytest.mark.parametrize("shared", [0o700, 0o2770, 0o755])
def test_a_class_made_in_a_folder_that_waits_for_it_has_the_rights_of_that_folder(
    umask: None, tmp_path: Path, shared: int
) -> None:
    (tmp_path / "Room 12.class").mkdir()
    (tmp_path / "Room 12.class").chmod(shared)
    made_whole(tmp_path / "Room 12.class", lambda folder: put_file(folder / "class.json", b"{}"))
    assert mode(tmp_path / "Room 12.class") == shared


@only_as_root
@pytest.mark.parametrize("folder", [0o2770, 0o770, 0o777])
@pytest.mark.parametrize("umask_of_ava", [0o022, 0o002, 0o077])
def test_in_a_shared_folder_one_teacher_reads_and_replaces_what_the_other_made(folder: int, umask_of_ava: int) -> None:
    with shared_place(folder) as place:

        def by_ava() -> None:
            made_folder(place / "inner")
            put_file(place / "inner" / "file", b"Ava's")
            os.close(open_plain(place / "inner" / "log", os.O_WRONLY | os.O_APPEND | os.O_CREAT))

        def by_ben() -> bytes:
            before = (place / "inner" / "file").read_bytes()
            put_file(place / "inner" / "file", before + b" and Ben's")
            handle = open_plain(place / "inner" / "log", os.O_WRONLY | os.O_APPEND)
            os.close(handle)
            return (place / "inner" / "file").read_bytes()

        assert done_by(AVA, by_ava, umask_of_ava) == "None"
        assert done_by(BEN, by_ben) == "b\"Ava's and Ben's\""
        assert done_by(AVA, (place / "inner" / "file").read_text) == "Ava's and Ben's", "and Ava reads it again"
        assert (place / "inner" / "file").stat().st_gid == TEACHERS
        if folder & 0o002 == 0:
            assert done_by(EVE, (place / "inner" / "file").read_text).startswith("PermissionError")


@only_as_root
def test_in_a_private_folder_nobody_else_reads_anything() -> None:
    with shared_place(0o755) as place:
        assert done_by(AVA, lambda: put_file(place / "file", b"Ava's"), 0o000) == "None"
        for other in (BEN, EVE):
            assert done_by(other, (place / "file").read_text).startswith("PermissionError")


@only_as_root
def test_a_group_that_can_not_be_given_gives_its_rights_to_no_other_group() -> None:
    with shared_place(0o770, group=54_999) as place:
        assert done_by(AVA, lambda: put_file(place / "file", b"Ava's")) == "None"
        assert mode(place / "file") == 0o600
        assert (place / "file").stat().st_gid == AVA


@only_as_root
def test_what_root_writes_belongs_to_whoever_owned_it_or_the_folder() -> None:
    with shared_place(0o755) as place:
        put_file(place / "new", b"1")
        (place / "old").touch()
        os.chown(place / "old", BEN, TEACHERS)
        put_file(place / "old", b"2")
        made_folder(place / "folder")
        put_file(place / "folder" / "file", b"3")
        owners = {path.name: path.stat().st_uid for path in place.rglob("*")}
        assert owners == {"new": AVA, "old": BEN, "folder": AVA, "file": AVA}
