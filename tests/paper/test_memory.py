"""What a computer remembers about printing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from board.cli.context import seat_here
from board.errors import Refusal
from board.paper.memory import (
    SheetMade,
)
from seats import memory

SHEET = SheetMade("2026-11-20", "avery-22805", 3, (("ava", "u/halves"), ("ben", "u/thirds")), "/tmp/x.pdf")


def test_each_kind_remembers_its_own_choices() -> None:
    assert (memory().last_kind(), memory().choices("wall")) == ("", {})
    memory().keep_choices("wall", {"paper": "a3", "ink": "saver"})
    memory().keep_choices("stickers", {"stock": "avery-22805"})
    assert memory().last_kind() == "stickers"
    assert memory().choices("wall") == {"paper": "a3", "ink": "saver"}
    memory().keep_choices("wall", {"paper": "a4"})
    assert (memory().last_kind(), memory().choices("wall")) == ("wall", {"paper": "a4"})


def test_the_usual_paper_is_letter_until_it_is_said(home: Path) -> None:
    assert memory().usual_paper() == "letter"
    memory().keep_usual_paper("a4")
    assert memory().usual_paper() == "a4"
    damaged: tuple[object, ...] = ("a3", 4, [], None)
    for damage in damaged:
        kept = json.loads((home / "settings.json").read_text())
        kept["paper"]["usual"] = {"paper": damage}
        (home / "settings.json").write_text(json.dumps(kept))
        assert memory().usual_paper() == "letter"


def test_the_next_free_label_is_kept_for_each_stock() -> None:
    assert memory().next_label("avery-22805") == 1
    memory().keep_next_label("avery-22805", 7)
    assert (memory().next_label("avery-22805"), memory().next_label("avery-l7160")) == (7, 1)
    for number in (0, -1):
        with pytest.raises(Refusal, match="counted from 1"):
            memory().keep_next_label("avery-22805", number)
    assert memory().next_label("avery-22805") == 7


def test_a_sheet_waits_for_its_class_alone_until_it_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = tmp_path / "Room 12.class", tmp_path / "Room 14.class"
    assert memory().waiting_sheets(str(one)) == ()
    memory().keep_sheet(str(one), SHEET)
    assert (memory().waiting_sheets(str(one)), memory().waiting_sheets(str(other))) == (
        (SHEET,),
        (),
    )
    monkeypatch.chdir(tmp_path)
    assert memory().waiting_sheets(str(Path("Room 12.class").resolve())) == (SHEET,)
    memory().answer_sheets(str(other), [SHEET])
    assert memory().waiting_sheets(str(one)) == (SHEET,)
    memory().answer_sheets(str(one), [SHEET])
    assert memory().waiting_sheets(str(one)) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"made": "soon"},
        {"made": 3},
        {"stock": None},
        {"start": 0},
        {"start": "3"},
        {"start": True},
        {"targets": 5},
        {"targets": [["ava"]]},
        {"targets": [["ava", 3]]},
        {"path": 1},
    ],
)
def test_a_damaged_sheet_waits_for_nobody(home: Path, tmp_path: Path, change: dict[str, object]) -> None:
    memory().keep_sheet(str(tmp_path), SHEET)
    memory().keep_choices("wall", {"paper": "a3"})
    kept = json.loads((home / "settings.json").read_text())
    kept["paper"]["sheets"][str(tmp_path.resolve())][0] |= change
    (home / "settings.json").write_text(json.dumps(kept))
    assert memory().waiting_sheets(str(tmp_path)) == ()
    assert memory().choices("wall") == {"paper": "a3"}


@pytest.mark.parametrize(
    "paper",
    [None, 3, {"choices": []}, {"choices": {"wall": 1}, "labels": {"x": "7"}, "last": {"kind": 2}, "sheets": 0}],
)
def test_damage_is_forgotten_and_costs_no_setting(home: Path, tmp_path: Path, paper: object) -> None:
    device = seat_here().settings.load().device
    kept = json.loads((home / "settings.json").read_text())
    (home / "settings.json").write_text(json.dumps(kept | {"paper": paper}))
    assert (
        memory().choices("wall"),
        memory().last_kind(),
        memory().next_label("x"),
        memory().waiting_sheets(str(tmp_path)),
    ) == ({}, "", 1, ())
    memory().keep_choices("wall", {"paper": "a3"})
    assert memory().choices("wall") == {"paper": "a3"}
    assert seat_here().settings.load().device == device


def test_a_choice_that_is_no_text_is_left_out(home: Path) -> None:
    memory().keep_choices("wall", {"paper": "a3"})
    kept = json.loads((home / "settings.json").read_text())
    kept["paper"]["choices"]["wall"]["ink"] = 4
    (home / "settings.json").write_text(json.dumps(kept))
    assert memory().choices("wall") == {"paper": "a3"}


def test_what_is_remembered_needs_neither_paper_nor_screen() -> None:
    script = "import sys, board.paper.printers, board.paper.memory, board.cli.printers; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60).stdout
    assert not {"reportlab", "textual", "PIL"} & {name.partition(".")[0] for name in told.split()}
