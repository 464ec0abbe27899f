import shlex
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.exchange.places import dropped_place, file_place
from board.exchange.rosters import read_pasted

NAMES = ["fish.png", "my fish.png", "it's.png", "a (1) & [b] $x.png", "école 日本.png", "50% of #1?.png", 'a "b".png']


@pytest.fixture(params=NAMES)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / str(request.param)
    path.write_bytes(b"x")
    return path


def test_a_file_is_found_as_any_terminal_writes_it(file: Path) -> None:
    backslashed = "".join(char if char.isalnum() or char in "/._-" else f"\\{char}" for char in str(file))
    for text in (str(file), f"{file}\n", shlex.quote(str(file)), backslashed, f"{backslashed} ", file.as_uri()):
        assert dropped_place(text) == file
    for text in (f"{file.as_uri()}\r\n", f"file://{file}"):
        assert dropped_place(text) == file


def test_in_quotation_marks_with_others_behind_it(tmp_path: Path) -> None:
    first, second = tmp_path / "a b.png", tmp_path / "c.png"
    first.touch()
    second.touch()
    assert dropped_place(f"'{first}' '{second}'") == first
    assert dropped_place(f'"{first}"') == first
    assert dropped_place(f"{first.as_uri()}\n{second.as_uri()}") == first


def test_a_place_without_its_beginning_is_in_the_users_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "Pictures").mkdir()
    (tmp_path / "Pictures" / "fish.png").touch()
    assert dropped_place("Pictures/fish.png") == tmp_path / "Pictures" / "fish.png"
    assert dropped_place("~/Pictures/fish.png") == tmp_path / "Pictures" / "fish.png"


ADDRESSES = [
    "file://[",
    "file://]/x",
    "file://[::1",
    "FILE://\u2100/x",
    "file://\uff0f",
    "file://",
    "file:///x\0y",
    "file:///%00%ff",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_no_library_reads_is_no_place_and_no_fault(address: str) -> None:
    assert dropped_place(address) is None
    assert dropped_place(f"'{address}'") is None
    assert isinstance(file_place(address), Path)
    assert read_pasted(address).people == ()


@given(st.one_of(st.text(), st.text().map("file://{}".format), st.text("[]/:@?#%\\0\0").map("file://{}".format)))
def test_any_text_gives_a_place_that_is_there_or_none(text: str) -> None:
    place = dropped_place(text)
    assert place is None or place.exists()
