"""What Windows refuses for a moment is tried again there, and nowhere else."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from board.disk import Disk, NotSaved, patiently, put_file


class Busy:
    """A deed that is refused a few times."""

    def __init__(self, times: int) -> None:
        self.times = times
        self.tried = 0

    def __call__(self) -> str:
        self.tried += 1
        if self.tried <= self.times:
            raise PermissionError(13, "Permission denied")
        return "done"


def test_windows_gets_another_try_while_somebody_reads_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.disk.sys", SimpleNamespace(platform="win32"))
    assert patiently(Busy(3)) == "done"


def test_windows_gives_up_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.disk.sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr("board.disk._PATIENCE", 0.1)
    with pytest.raises(PermissionError):
        patiently(Busy(1_000_000))


def test_elsewhere_a_refusal_is_final_at_once() -> None:
    deed = Busy(1)
    with pytest.raises(PermissionError):
        patiently(deed)
    assert deed.tried == 1


def test_a_file_in_place_of_which_nothing_can_be_put_stays_and_nothing_half_is_left(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "kept").touch()
    with pytest.raises(NotSaved):
        put_file(tmp_path / "folder", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


class Nameless(Disk):
    """A disk that can't say whether names are safe."""

    def sync_folder(self, folder: Path) -> None:
        raise OSError(5, "Input/output error")


def test_when_only_the_name_may_be_lost_the_words_leave_it_open(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with pytest.raises(NotSaved, match="may be saved or not"):
        put_file(path, b"new", Nameless())
    assert path.read_bytes() == b"new"
