"""Pictures that are sent into the folder where people drop some: whole, once, and over nothing that lies there."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.disk import Disk, NotSaved
from board.store.outputs import Outputs


def outputs(folder: Path, disk: Disk | None = None) -> Outputs:
    return Outputs(folder / "prints", folder / "drop", disk or Disk())


def sent(folder: Path, held: bytes, name: str = "Ava Xylophone.jpg") -> Path:
    place = folder / name
    place.write_bytes(held)
    return place


def lying(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "drop").iterdir()}


class Breaking(Disk):
    """A disk that is full, or breaks, at one call."""

    def __init__(self, at: str) -> None:
        self._at = at

    def write(self, handle: int, data: bytes) -> None:
        if self._at == "write":
            os.write(handle, data[: len(data) // 2])
            raise OSError(28, "No space left on device")
        super().write(handle, data)

    def sync(self, handle: int) -> None:
        if self._at == "sync":
            raise OSError(5, "Input/output error")
        super().sync(handle)

    def replace(self, new: Path, old: Path) -> None:
        if self._at == "replace":
            raise OSError(30, "Read-only file system")
        super().replace(new, old)


@given(held=st.binary(min_size=1, max_size=3000))
def test_every_byte_is_kept_under_a_name_that_is_made_here(
    tmp_path_factory: pytest.TempPathFactory, held: bytes
) -> None:
    folder = tmp_path_factory.mktemp("class")
    place = outputs(folder).put_into_drop(sent(folder, held), "photo-2026-11-30", ".jpg")
    assert lying(folder) == {place.name: held}
    assert place.name.startswith("photo-2026-11-30-")
    assert "ylophone" not in place.name


def test_what_is_sent_twice_lies_there_once(tmp_path: Path) -> None:
    drop = outputs(tmp_path)
    places = [drop.put_into_drop(sent(tmp_path, b"the same", name), "photo", ".jpg") for name in ("a", "b")]
    assert places[0] == places[1]
    assert list(lying(tmp_path).values()) == [b"the same"]


@pytest.mark.parametrize("other", ["file", "longer", "folder", "link", "dangling"])
def test_what_lies_there_by_that_name_is_left_as_it_is(tmp_path: Path, other: str) -> None:
    drop, photo = outputs(tmp_path), sent(tmp_path, b"a photo")
    place = drop.put_into_drop(photo, "photo", ".jpg")
    place.unlink()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"a photo")
    lay: dict[str, Callable[[], object]] = {
        "file": lambda: place.write_bytes(b"another"),
        "longer": lambda: place.write_bytes(b"a photo and more"),
        "folder": place.mkdir,
        "link": lambda: place.symlink_to(elsewhere),
        "dangling": lambda: place.symlink_to(tmp_path / "nowhere"),
    }
    lay[other]()
    before = place.lstat().st_ino
    second = drop.put_into_drop(photo, "photo", ".jpg")
    assert second != place
    assert second.read_bytes() == b"a photo"
    assert place.lstat().st_ino == before
    assert elsewhere.read_bytes() == b"a photo"
    assert not (tmp_path / "nowhere").exists()
    assert drop.put_into_drop(photo, "photo", ".jpg") == second


@pytest.mark.parametrize("at", ["write", "sync", "replace"])
def test_after_a_fault_nothing_half_written_lies_there(tmp_path: Path, at: str) -> None:
    outputs(tmp_path).put_into_drop(sent(tmp_path, b"before"), "photo", ".jpg")
    with pytest.raises(NotSaved):
        outputs(tmp_path, Breaking(at)).put_into_drop(sent(tmp_path, b"x" * 5000), "photo", ".jpg")
    assert list(lying(tmp_path).values()) == [b"before"]


def test_one_that_is_gone_by_then_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotSaved):
        outputs(tmp_path).put_into_drop(tmp_path / "gone", "photo", ".jpg")


def test_where_a_link_stands_for_the_folder_nothing_is_put_behind_it(tmp_path: Path) -> None:
    behind = tmp_path / "behind"
    behind.mkdir()
    (tmp_path / "drop").symlink_to(behind)
    with pytest.raises(NotSaved):
        outputs(tmp_path).put_into_drop(sent(tmp_path, b"a photo"), "photo", ".jpg")
    assert not list(behind.iterdir())
