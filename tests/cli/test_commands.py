import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from board.disk import NotSaved
from board.mastery.facts import Kind
from board.store.class_book import ClassBook
from board.store.keeping.check import problems
from cli_driver import UNIT, run


def test_a_class_is_made_from_a_roster_and_a_unit(room: Path) -> None:
    told = json.loads(run("show", "-c", room, "--json").stdout)
    assert told["class"] == {"name": "Room 12"}
    assert len(told["students"]) == 30
    assert set(told["students"][0]) == {"id", "name", "alias"}
    assert [len(level["steps"]) for level in told["units"][0]["levels"]] == [5, 5, 5, 5]
    assert told["units"][0]["levels"][0]["steps"][4]["boss"] is True


def test_a_mark_is_told_as_text_and_as_json(room: Path) -> None:
    done = run("mark", "count-to-20", "mastered", "Child3", "4715", "-c", room, "--note", "with buttons")
    assert done.exit_code == 0
    assert done.stdout == "2 students · Count to 20: Got it\n"
    told = json.loads(run("show", "-c", room, "--json").stdout)
    child = next(student["id"] for student in told["students"] if student["name"].startswith("Child3 "))
    spot = told["progress"][child]["number-explorers/count-to-20"]
    assert spot["status"] == "mastered"
    assert spot["how"] == "shown"
    assert spot["by"] == "Ms. Rivera"
    assert spot["art"] == "starter:fish"
    level = told["levels"][child]["number-explorers/count"]
    assert (level["boss_open"], level["certified"]) == (False, False)
    assert level["why"][0] == "1 of the 4 steps is done."
    assert "Got it: Count to 20" in run("show", "-c", room).stdout
    report = run("show", "-c", room, "--student", "Child3 ").stdout
    assert re.search(r"  Count to 20: Got it \(.*, checked by Ms\. Rivera\): with buttons  ●\n", report)


def test_an_adult_who_is_new_to_the_class_is_asked_about(room: Path) -> None:
    words = ("mark", "count-to-20", "mastered", "Child3", "-c", room, "--by", "Mr. Lee")
    asked = run(*words)
    assert asked.exit_code == 1
    assert "Mr. Lee has not marked in this class before" in asked.stderr
    assert not ClassBook(room, "d1").facts
    assert run(*words, "--yes").exit_code == 0
    assert run("mark", "count-to-20", "mastered", "Child4", "-c", room, "--by", "mr. lee").exit_code == 0
    assert run("show", "-c", room).stdout.count("Got it") == 2
    assert "checked by Mr. Lee" in run("show", "-c", room, "--student", "Child4").stdout


def test_the_class_of_the_folder_one_stands_in_is_meant(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(room / "ledger")
    assert run("show").stdout.startswith("Room 12\n")


def test_without_a_terminal_the_board_tells_the_class_and_how_to_open_it(room: Path) -> None:
    told = run()
    assert told.exit_code == 0
    assert told.stdout.startswith("Room 12\n")
    assert "Child3" in told.stdout
    assert told.stdout.rstrip().splitlines()[-1] == f'Open the board on a screen with: board open "{room}"'


def test_the_first_time_without_a_screen_it_says_how_to_start() -> None:
    told = run()
    assert told.exit_code == 2
    assert "There is no class yet." in told.stderr
    assert "board demo" in told.stderr


def test_the_demo_class_is_as_big_as_promised_and_made_once(tmp_path: Path) -> None:
    folder = tmp_path / "Demo.class"
    assert run("demo", folder, "--no-open").exit_code == 0
    book = ClassBook(folder, "d1")
    assert len(book.students) == 24
    assert len(book.units) == 2
    pictures = [fact for fact in book.facts if fact.kind.startswith("picture")]
    assert 550 <= len(book.facts) - len(pictures) <= 650
    assert sum(fact.kind is Kind.PICTURE_ADDED for fact in pictures) > 100
    assert problems(folder, "d1") == []
    assert all(student.emblem for student in book.students)
    assert run("demo", folder, "--no-open").exit_code == 0
    assert len(ClassBook(folder, "d1").facts) == len(book.facts)


def test_a_demo_class_is_never_left_half_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "Demo.class"

    def full(*_: object) -> None:
        raise NotSaved("the disk is full")

    monkeypatch.setattr(ClassBook, "keep", full)
    assert run("demo", folder, "--no-open").exit_code == 2
    assert not list(tmp_path.iterdir())
    monkeypatch.undo()
    monkeypatch.setenv("BOARD_HOME", str(tmp_path / "home"))
    assert run("demo", folder, "--no-open").exit_code == 0


def test_a_home_that_can_not_be_made_gets_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("BOARD_HOME", str(tmp_path / "file" / "home"))
    told = run("show")
    assert told.exit_code == 2
    assert "name another folder in BOARD_HOME" in told.stderr


def test_without_somebody_to_ask_nothing_is_changed(room: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.csv"
    more.write_text("Zoe Young\n")
    asked = run("roster", more, "-c", room)
    assert asked.exit_code == 1
    assert "new      Zoe Y." in asked.stdout
    assert "not in this list, kept as they are" in asked.stdout
    assert len(ClassBook(room, "d1").students) == 30


def test_reading_the_same_files_again_changes_nothing(room: Path, tmp_path: Path) -> None:
    before = (room / "class.json").read_bytes()
    assert run("roster", tmp_path / "names.csv", "-c", room).exit_code == 0
    assert "Nothing changes." in run("unit", UNIT, "-c", room).stdout
    assert (room / "class.json").read_bytes() == before


def test_a_picture_nobody_knows_is_said(room: Path, tmp_path: Path) -> None:
    file = tmp_path / "unit.toml"
    file.write_text(UNIT.read_text(encoding="utf-8").replace('"rocket"', '"roket"'), encoding="utf-8")
    assert "did you mean rocket?" in run("unit", file, "-c", room, "--yes").stderr


def test_a_mark_under_older_criteria_keeps_their_version(room: Path, tmp_path: Path) -> None:
    run("mark", "count-to-20", "mastered", "Child3", "-c", room)
    file = tmp_path / "unit.toml"
    file.write_text(
        UNIT.read_text(encoding="utf-8").replace("criteria = [", 'criteria = ["one more", ', 1), encoding="utf-8"
    )
    assert "New criteria: Count to 20" in run("unit", file, "-c", room, "--yes").stdout
    run("mark", "count-to-20", "mastered", "Child4", "-c", room)
    assert [fact.step_version for fact in ClassBook(room, "d1").facts] == [1, 2]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("open", "nowhere"), "not a class folder"),
        (("roster", "none.csv", "-c", "ROOM"), "can't be read"),
        (("unit", "none.toml", "-c", "ROOM"), "can't be read"),
        (("mark", "flying", "mastered", "Child3", "-c", "ROOM"), 'No step fits "flying"'),
        (("mark", "count-to-20", "mastered", "Child", "-c", "ROOM"), "fits more than one student"),
        (("mark", "count-to-20", "mastered", " ", "-c", "ROOM"), "name is empty"),
        (("mark", "count-to-20", "mastered", "Nobody", "-c", "ROOM"), 'No student fits "Nobody"'),
        (("mark", "count-to-20", "awesome", "Child3", "-c", "ROOM"), "awesome"),
        (("new", "ROOM", "--name", "Again"), "is not empty"),
        (("new", "x.class", "--name", "\x1b"), "need a name"),
        (("print", "wall", "-c", "ROOM", "-o", "x.pdf", "--date", "31/12/2026"), "such as 2026-12-31"),
        (("print", "wall", "-c", "ROOM", "-o", "x.pdf", "--unit", "none"), 'No unit is called "none"'),
        (("print", "wall", "-c", "ROOM", "-o", "ROOM/class.json/x.pdf"), "lies inside the class folder"),
        (("show", "-c", "nowhere"), "not a class folder"),
        (("show",), "No class is known yet"),
        (("fly",), "No such command"),
    ],
)
def test_a_bad_call_gets_one_sentence_and_exit_code_two(
    room: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    if words == ("show",):
        (tmp_path / "fresh").mkdir()
        monkeypatch.setenv("BOARD_HOME", str(tmp_path / "fresh"))
    result = run(*(word.replace("ROOM", str(room)) for word in words))
    assert result.exit_code == 2, result.output
    assert said in result.stderr
    assert "Traceback" not in result.output
    assert not ClassBook(room, "d1").facts


def test_a_class_that_moved_is_looked_for_and_not_replaced_by_the_demo(room: Path) -> None:
    room.rename(room.with_name("Moved.class"))
    told = run()
    assert told.exit_code == 2
    assert "is no longer in" in told.stderr


def test_a_class_without_its_class_file_is_sent_to_its_copies(room: Path) -> None:
    (room / "class.json").unlink()
    told = run("show", "-c", room)
    assert told.exit_code == 2
    assert "backups" in told.stderr


def test_check_explains_what_is_wrong_and_changes_nothing(room: Path) -> None:
    assert run("check", room).stdout == "Everything is in order.\n"
    run("mark", "count-to-20", "mastered", "Child3", "-c", room)
    (ledger,) = (room / "ledger").glob("*.jsonl")
    ledger.write_bytes(ledger.read_bytes() + b"nonsense\n" + b'{"id":"to')
    (room / "class (conflicted copy).json").write_bytes((room / "class.json").read_bytes())
    before = ledger.read_bytes()
    told = run("check", room)
    assert told.exit_code == 1
    assert "a sync program made" in told.stdout
    assert "holds no mark" in told.stdout
    assert "unfinished line" in told.stdout
    assert ledger.read_bytes() == before


def test_check_notices_marks_that_are_gone(room: Path) -> None:
    for child in ("Child3", "Child4", "Child5"):
        run("mark", "count-to-20", "mastered", child, "-c", room)
    (ledger,) = (room / "ledger").glob("*.jsonl")
    first, _, last = ledger.read_bytes().splitlines(keepends=True)
    ledger.write_bytes(first + last)
    assert "1 mark is not here" in run("check", room).stdout
    (room / "ledger").rename(room / "elsewhere")
    assert "with every mark, is not in" in run("check", room).stdout


def test_an_output_that_lacks_signs_and_letters_gets_plain_ones(demo_made: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    told = [sys.executable, "-m", "board", "show", "-c", str(demo_made), "--student", "Chloé D."]
    shown = subprocess.run(told, capture_output=True, check=True, env=env).stdout.decode("latin-1")
    assert re.search(r"Count to 20: Got it.*  \*$", shown, re.MULTILINE)
    assert re.search(r"Teen Numbers: Opens when.*  :$", shown, re.MULTILINE)
    assert "Chloé D." in shown
    assert not re.search(r"^ *\?", shown, re.MULTILINE)
