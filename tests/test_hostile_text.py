"""Hostile text through every way in, and out of every command: never a crash, nothing that steers a terminal."""

import csv
import json
from contextlib import closing
from itertools import cycle
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from board.art.starter import step_badges
from board.cli import cli
from board.errors import Refusal
from board.exchange.lists.reading import read_text
from board.exchange.steps.reading import read_lines
from board.exchange.steps.unit import unit_of
from board.mastery.curriculum import Unit
from board.mastery.people import clean_line
from board.store.class_book import ClassBook
from board.store.documents.tables import UNITS, put
from board.words.units import unit_doubts
from hostile import HOSTILE, assert_clean_output

SHOWN = [text for text in HOSTILE if clean_line(text)]
FILED = [text for text in SHOWN if "\0" not in text and text == text.encode("utf-8", "ignore").decode()]
"""What a roster or a unit file can hold."""

AT_ONCE = 20
"""Levels of a unit that still fit on paper."""


def shortly(text: str) -> str:
    return ascii(text[:24])


def say(*words: str | Path) -> Result:
    """Call the command line as on a terminal, where nothing is taken out of what it says."""
    return CliRunner().invoke(cli, [str(word) for word in words], color=True)


def told(result: Result) -> Result:
    """A result that is said in plain words, whatever it says."""
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert result.exit_code in (0, 1, 2)
    assert_clean_output(result.output)
    return result


def quoted(text: str) -> str:
    """A text as TOML may hold it."""
    escaped = (f"\\u{ord(char):04x}" if char in '"\\\x7f' or char < " " else char for char in text)
    return f'"{"".join(escaped)}"'


def toml(texts: list[str], unit: str = "wild") -> str:
    lines = [f'id = "{unit}"', f"title = {quoted(texts[0])}", f"subjects = [{quoted(texts[0])}]"]
    for number, text in enumerate(texts):
        lines += ["[[levels]]", f'id = "level-{number}"', f"title = {quoted(text)}"]
        lines += ["[[levels.steps]]", f'id = "step-{number}"', f"title = {quoted(text)}", f"i_can = {quoted(text)}"]
        lines += [f"criteria = [{quoted(text)}]", f"ways = [{quoted(text)}]", 'badge = "kite"']
    return "\n".join(lines)


def write(path: Path, text: str) -> Path:
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return path


def write_roster(path: Path, texts: list[str]) -> Path:
    with path.open("w", encoding="utf-8", errors="surrogatepass", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "name", "alias", "grade"])
        rows.writerows([f"K{4000 + 7 * number}", text, text, text] for number, text in enumerate(texts))
    return path


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class in which every name, alias, grade, title, criterion and note is hostile; it is only read here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOARD_HOME", str(tmp_path_factory.mktemp("home")))
        return made_hostile(tmp_path_factory.mktemp("hostile"))


def made_hostile(place: Path) -> Path:
    """Make that class by command."""
    folder, names, unit = place / "Room.class", place / "names.csv", place / "unit.toml"
    assert told(say("new", folder, "--name", SHOWN[0], "--teacher", SHOWN[1])).exit_code == 0
    assert told(say("roster", write_roster(names, FILED), "-c", folder, "--yes", "--answer", "odd=take")).exit_code == 0
    for start in range(0, len(FILED), AT_ONCE):
        write(unit, toml(FILED[start : start + AT_ONCE], f"wild-{start}"))
        assert told(say("unit", unit, "-c", folder, "--yes")).exit_code == 0
    with closing(ClassBook(folder, "d1")) as book:
        students = [student.id for student in book.students]
        steps = [step.id for one in book.units for step in one.spots]
    assert len(students) == len(steps) == len(FILED)
    for text, step, student in zip(HOSTILE, cycle(steps), cycle(students), strict=False):
        assert told(say("mark", step, "mastered", student, f"--note={text}", "-c", folder)).exit_code == 0
    return folder


def test_a_class_full_of_hostile_text_is_told(room: Path) -> None:
    assert told(say("show", "-c", room)).exit_code == 0
    everything = json.loads(told(say("show", "-c", room, "--json")).stdout)
    assert len(everything["students"]) == len(FILED)
    for student in everything["students"]:
        assert told(say("show", "-c", room, "--student", student["id"])).exit_code == 0
    for step in everything["units"][0]["levels"][0]["steps"]:
        assert told(say("show", "-c", room, "--step", step["id"])).exit_code == 0
    assert told(say("show", "-c", room, "--status", "mastered")).exit_code == 0
    assert told(say("undo", "--list", "-c", room)).exit_code == 0
    told(say("check", room))


@pytest.mark.parametrize("kind", ["wall", "quilt"])
def test_a_class_full_of_hostile_text_is_printed(room: Path, tmp_path: Path, kind: str) -> None:
    for start in range(0, len(FILED), AT_ONCE):
        out = tmp_path / f"{start}.pdf"
        made = say("print", kind, "-c", room, "--unit", f"wild-{start}", "-o", out, "--paper", "a3", "--yes")
        assert told(made).exit_code == 0
        with closing(pdfium.PdfDocument(out)) as pdf:
            assert pdf[0].get_textpage().get_text_range()


@pytest.mark.parametrize("text", HOSTILE, ids=shortly)
def test_a_file_with_one_hostile_text_is_read_or_refused(book: ClassBook, tmp_path: Path, text: str) -> None:
    for name, content in (("bare.csv", text), ("named.csv", f"name\n{text}"), ("unit.toml", text)):
        command = "unit" if name.endswith("toml") else "roster"
        told(say(command, write(tmp_path / name, content), "-c", book.folder, "--yes"))
    told(say("roster", write_roster(tmp_path / "cells.csv", [text]), "-c", book.folder, "--yes"))
    told(say("unit", write(tmp_path / "texts.toml", toml([text])), "-c", book.folder, "--yes"))
    told(say("show", "-c", book.folder))


@pytest.mark.parametrize("text", HOSTILE, ids=shortly)
def test_a_call_with_one_hostile_text_is_answered_or_refused(book: ClassBook, text: str) -> None:
    told(say("mark", text, "mastered", "ava", "-c", book.folder))
    told(say("mark", "halves", "mastered", text, "-c", book.folder))
    told(say("mark", "halves", "mastered", "ava", "--by", text, "--yes", "-c", book.folder))
    told(say("show", "--student", text, "-c", book.folder))
    told(say("show", "--step", text, "--status", text, "-c", book.folder))
    told(say("note", "ava", "halves", text, "-c", book.folder))
    told(say("note", text, text, "--", text, "-c", book.folder))
    told(say("away", text, "-c", book.folder))
    told(say("undo", text, "-c", book.folder))
    told(say("student", "rename", "ben", text, "--yes", "-c", book.folder))
    told(say("student", "add", "-c", book.folder, "--", text, f"Zoe {text}"))
    told(say("student", "left", "-c", book.folder, "--", text))
    told(say("undo", "--list", "-c", book.folder))
    told(say("show", "--status", "open", "-c", book.folder))
    told(say("print", "quilt", "--unit", text, "--date", text, "-o", "x.pdf", "-c", book.folder))


@pytest.mark.parametrize("text", HOSTILE, ids=shortly)
def test_a_hostile_place_of_a_file_is_used_or_refused(
    book: ClassBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    here = tmp_path / "one" / "two" / "three"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    told(say("new", text, "--name", "Room"))
    told(say("roster", text, "-c", book.folder))
    told(say("unit", text, "-c", book.folder))
    told(say("show", "-c", text))
    told(say("check", text))
    told(say("print", "wall", "-o", text, "-c", book.folder))
    told(say("print", "wall", "-o", f"{text}.pdf", "-c", book.folder))


def pasted(text: str, title: str = "Wild") -> Unit | None:
    try:
        lines, remarks = read_lines(text, badges=list(step_badges()))
        unit = unit_of(lines, title=title)
    except Refusal as refusal:
        assert_clean_output(str(refusal))
        return None
    assert_clean_output("\n".join((*remarks, *(f"{line.text}\n{line.why}" for line in lines))))
    if unit is not None:
        for step in unit.spots:
            assert_clean_output(f"{step.id}\n{step.title}\n{step.i_can}")
        assert_clean_output("\n".join((unit.title, *(level.title for level in unit.levels), *unit_doubts(unit))))
    return unit


def test_hostile_steps_that_are_pasted_are_kept_and_told(book: ClassBook) -> None:
    short = [text for text in HOSTILE if len(text) < 300]
    for text in short:
        pasted(f"I can {text}\n* {text}\n{text}:\nI can hop", text)
    unit = pasted("\n".join(short))
    assert unit is not None
    book.edit(UNITS, put(unit))
    assert book.units[-1] == unit
    assert unit.title in told(say("show", "-c", book.folder)).stdout


@given(
    st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=5)), max_size=6),
    st.sampled_from(["", "\n", ",", " "]),
)
def test_hostile_texts_together_are_read_or_refused(texts: list[str], between: str) -> None:
    together = between.join(texts)
    pasted(together, together)
    try:
        read = read_text(together)
    except Refusal as refusal:
        assert_clean_output(str(refusal))
        return
    assert_clean_output("\n".join((*read.remarks, *(cell for person in read.people for cell in person.name))))
