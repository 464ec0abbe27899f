"""Nothing that only stands in a file's place is followed or waited for; what it leads to stays as it is."""

import os
import socket
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from board.disk import NotPlain, NotSaved, TooLong, made_folder, make_plain, new_file, open_plain, put_file, read_plain
from board.disk.links import is_link, is_plain_folder, leads_away, plain_files, real_folder

SECRET = b"outside"

CLOUD, JUNCTION, SYMLINK, LINUX_LINK, ONEDRIVE, DEDUP = (
    *(0x9000001A, 0xA0000003, 0xA000000C, 0xA000001D, 0x9000701A, 0x80000013),
)
"""Tags of reparse points, https://learn.microsoft.com/openspecs/windows_protocols/ms-fscc/c8e77b37."""


def fifo(path: Path, _outside: Path) -> None:
    os.mkfifo(path)


def to_a_file(path: Path, outside: Path) -> None:
    path.symlink_to(outside / "file")


def to_a_folder(path: Path, outside: Path) -> None:
    path.symlink_to(outside, target_is_directory=True)


def to_nothing(path: Path, outside: Path) -> None:
    path.symlink_to(outside / "none")


def to_itself(path: Path, _outside: Path) -> None:
    path.symlink_to(path)


def to_a_device(path: Path, _outside: Path) -> None:
    path.symlink_to("/dev/zero")


def a_socket(path: Path, _outside: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # its whole path would be too long
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(path.name)
    os.chdir(here)


def a_folder(path: Path, _outside: Path) -> None:
    path.mkdir()


ODD = (fifo, to_a_file, to_a_folder, to_nothing, to_itself, to_a_device, a_socket, a_folder)
Plant = Callable[[Path, Path], None]


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    place = tmp_path / "outside"
    place.mkdir()
    (place / "file").write_bytes(SECRET)
    return place


@pytest.fixture
def room(tmp_path: Path) -> Path:
    place = tmp_path / "room"
    place.mkdir()
    return place


@pytest.mark.parametrize("plant", ODD, ids=lambda plant: plant.__name__)
@pytest.mark.parametrize("flags", [os.O_RDONLY, os.O_RDWR, os.O_WRONLY | os.O_APPEND | os.O_CREAT])
def test_it_is_not_opened(room: Path, outside: Path, plant: Plant, flags: int) -> None:
    plant(room / "x", outside)
    with pytest.raises(NotPlain):
        open_plain(room / "x", flags)
    with pytest.raises(NotPlain):
        read_plain(room / "x", 99)
    with pytest.raises(FileExistsError):
        make_plain(room / "x")
    assert plain_files(room) == []
    assert sorted(path.name for path in outside.iterdir()) == ["file"]
    assert (outside / "file").read_bytes() == SECRET


@pytest.mark.parametrize("plant", ODD, ids=lambda plant: plant.__name__)
def test_a_file_is_put_in_its_place_or_refused_and_what_it_leads_to_stays(
    room: Path, outside: Path, plant: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(room / "x", outside)
    monkeypatch.setattr("os.urandom", lambda count: b"\0" * count)
    with pytest.raises(NotSaved) if plant is a_folder else nullcontext():
        put_file(room / "x", b"new")
    assert plant is a_folder or (not is_link(room / "x") and (room / "x").read_bytes() == b"new")
    assert [path.name for path in room.iterdir()] == ["x"]
    plant(room / ".y.00000000.new", outside)
    with pytest.raises(NotSaved, match="could not be saved"):
        put_file(room / "y", b"new")
    assert os.path.lexists(room / ".y.00000000.new"), "what somebody else put there is not taken away"
    assert (outside / "file").read_bytes() == SECRET
    assert not (outside / "none").exists()


@pytest.mark.parametrize("plant", [to_a_folder, to_a_file, to_nothing, to_itself], ids=lambda plant: plant.__name__)
def test_a_link_in_place_of_a_folder_is_none(room: Path, outside: Path, plant: Plant) -> None:
    plant(room / "art", outside)
    with pytest.raises(NotPlain, match="art is a link"):
        made_folder(room / "art")
    for flags in (os.O_RDONLY, os.O_RDWR | os.O_CREAT):
        with pytest.raises(NotPlain, match="art is a link"):
            open_plain(room / "art" / "file", flags)
    assert plain_files(room / "art") == []
    assert not is_plain_folder(room / "art")


def test_a_file_in_place_of_a_folder_is_none(room: Path) -> None:
    (room / "art").touch()
    with pytest.raises(NotPlain, match="it is no folder"):
        made_folder(room / "art")
    assert plain_files(room / "art") == []


def test_a_folder_people_name_may_be_a_link(room: Path, outside: Path) -> None:
    to_a_folder(room / "Room 12.class", outside)
    assert real_folder(room / "Room 12.class") == outside
    assert real_folder(outside) == outside
    to_itself(room / "loop", outside)
    assert is_link(real_folder(room / "loop"))


def test_a_link_that_comes_between_a_look_and_the_opening_is_not_followed(
    room: Path, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_a_file(room / "x", outside)
    (room / "file").touch()
    about = (room / "file").lstat()
    monkeypatch.setattr(Path, "lstat", lambda _: about)
    with pytest.raises(NotPlain, match="it is a link"):
        open_plain(room / "x")


@pytest.mark.parametrize(
    ("tag", "leads"),
    [
        *((tag, False) for tag in (CLOUD, ONEDRIVE, DEDUP, 0)),
        *((tag, True) for tag in (JUNCTION, SYMLINK, LINUX_LINK)),
    ],
)
def test_on_windows_junctions_are_links_and_placeholders_of_a_cloud_are_not(
    room: Path, tag: int, monkeypatch: pytest.MonkeyPatch, *, leads: bool
) -> None:
    about = SimpleNamespace(st_mode=room.stat().st_mode, st_reparse_tag=tag)
    assert leads_away(about) == leads  # type: ignore[arg-type]
    monkeypatch.setattr(Path, "lstat", lambda _: about)
    assert is_plain_folder(room) is not leads


def test_a_file_that_is_too_long_is_said_and_not_read_whole(room: Path) -> None:
    (room / "x").write_bytes(b"123456")
    assert read_plain(room / "x", 6) == b"123456"
    with pytest.raises(TooLong):
        read_plain(room / "x", 5)


def test_what_is_not_there_is_only_not_there(room: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_plain(room / "x", 5)
    with pytest.raises(FileNotFoundError):
        open_plain(room / "none" / "x", os.O_RDWR | os.O_CREAT)
    assert plain_files(room / "none") == []


def test_a_file_that_may_no_longer_take_its_place_never_does(room: Path) -> None:
    class Late(Exception): ...

    def late() -> None:
        raise Late

    (room / "x").write_bytes(b"old")
    with pytest.raises(Late), new_file(room / "x", ready=late) as handle:
        os.write(handle, b"new")
    assert (room / "x").read_bytes() == b"old"
    assert [path.name for path in room.iterdir()] == ["x"]
