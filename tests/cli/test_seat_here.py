"""The seat of whoever calls the command line."""

from pathlib import Path

import pytest

from board.cli.context import seat_here


def test_one_variable_moves_everything_this_computer_remembers(home: Path) -> None:
    seat = seat_here()
    assert {seat.home, seat.cache.parent, seat.demo.parent, seat.faults.parent} == {home}
    assert not list(home.iterdir()), "nothing is made before it is needed"


def test_without_it_everything_lies_where_this_system_keeps_such_things(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("BOARD_HOME")
    for kind in ("data", "cache"):
        monkeypatch.setattr(f"platformdirs.user_{kind}_dir", lambda name, kind=kind, **_: str(tmp_path / kind / name))
    seat = seat_here()
    assert seat.home == tmp_path / "data" / "competency-board"
    assert seat.cache == tmp_path / "cache" / "competency-board"


def test_a_seat_stands_though_the_folder_one_is_in_was_deleted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    seat = seat_here()
    assert seat.folders.here == seat.user


def test_a_seat_stands_though_nobody_s_home_is_known(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    def unknown() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", unknown)
    assert seat_here().user == home
