"""board print: its help and lists, where pages go, for which printer, and what is asked or said before."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from board.paper.catalogue import kind_called, kinds
from board.paper.papers import PAPERS
from cli_driver import UNIT, run
from demo_orders import KINDS
from paper_reading import MM, letters_on, pages_of
from printables.page.paper import Paper
from seats import memory, printers


@pytest.mark.parametrize("words", [("--list",), ("--list", "--json"), ("quilt", "-o", "quilt.pdf")])
def test_the_usual_paper_is_said_alone(words: tuple[str, ...]) -> None:
    told = run("print", "--usual-paper", "a4", *words)
    assert (told.exit_code, told.stdout) == (2, "")
    assert "--usual-paper stands alone; for one page only there is --paper." in told.stderr
    assert memory().usual_paper() == "letter"


def test_every_paper_that_can_be_asked_for_can_be_printed_on() -> None:
    assert set(PAPERS) == {paper.value for paper in Paper}


def test_print_alone_shows_every_kind_by_what_it_is_for() -> None:
    told = run("print")
    assert told.exit_code == 0
    lines = told.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    for heading in ("For the wall:", "For a child:", "For home:", "For me:"):
        assert heading in lines
    words = " ".join(told.stdout.split())
    for page in kinds():
        assert f"{page.name} {page.told}" in words


@pytest.mark.parametrize("kind", KINDS)
def test_help_of_a_kind_fits_a_terminal_and_has_examples_that_can_be_called(kind: str) -> None:
    told = run("print", str(kind), "--help").stdout
    assert max(map(len, told.splitlines())) <= 80
    options, examples = told[told.index("Options:") :], kind_called(kind).examples
    assert [line for line in told.splitlines() if "Example:" in line] == [
        f"  Example: board print {kind} {example}" for example in examples
    ]
    used = {word for example in examples for word in example.split() if word.startswith("-")}
    assert used <= set(re.findall(r"(?<=\s)-[a-z-]+", options))


def test_the_list_names_every_kind_for_people_and_for_scripts() -> None:
    told = run("print", "--list").stdout
    assert max(map(len, told.splitlines())) <= 80
    listed = json.loads(run("print", "--list", "--json").stdout)
    assert [one["kind"] for one in listed] == [*KINDS]
    for page, one in zip(kinds(), listed, strict=True):
        assert f"  {page.name} " in told
        assert " ".join(f"Who will see it: {page.seen_by}.".split()) in " ".join(told.split())
        assert (one["seen_by"], tuple(one["papers"]), tuple(one["inks"])) == (page.seen_by, page.papers, page.inks)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--json",), "--json goes with --list"),
        (("--list", "wall", "-o", "x.pdf"), "leave wall out"),
        (("poster",), "No such command 'poster'"),
    ],
)
def test_a_list_is_a_call_of_its_own(words: tuple[str, ...], said: str) -> None:
    told = run("print", *words)
    assert told.exit_code == 2
    assert said in told.stderr
    assert told.stdout == ""


def test_a_page_goes_where_it_is_told_and_a_new_folder_is_mentioned(room: Path, tmp_path: Path) -> None:
    out = tmp_path / "for" / "me" / "cards.PDF"
    told = run("print", "cards", "-c", room, "-o", out)
    assert told.exit_code == 0
    assert told.stdout == f"Made the folder {out.parent}.\nWrote {out}. Print it at 100 %.\n"
    before = out.read_bytes()
    assert before.startswith(b"%PDF")
    again = run("print", "cards", "-c", room, "-o", out, "--ink", "saver")
    assert again.stdout == f"Wrote {out}. Print it at 100 %.\n"
    assert out.read_bytes() != before


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("names.csv", "does not end in .pdf"),
        ("wall", "does not end in .pdf"),
        ("notes.pdf", "is something else than a PDF and is kept"),
        ("folder.pdf", "is a directory"),
        ("names.csv/wall.pdf", "names.csv can't be written to: it is a file, not a folder"),
        ("names.csv/deep/er/wall.pdf", "names.csv can't be written to: it is a file, not a folder"),
        ("", "Name the PDF to write: board print wall -o wall.pdf"),
    ],
)
def test_a_page_never_replaces_anything_but_a_page(room: Path, tmp_path: Path, out: str, said: str) -> None:
    (tmp_path / "notes.pdf").write_text("not a PDF")
    (tmp_path / "folder.pdf").mkdir()
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    told = run("print", "wall", "-c", room, "-o", tmp_path / out if out else "")
    assert told.exit_code == 2
    assert said in told.stderr
    assert told.stdout == ""
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_a_place_that_can_not_be_written_is_said_and_nothing_is_left(
    room: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, mkdir = tmp_path / "theirs" / "wall.pdf", Path.mkdir

    def refused(self: Path, *args: Any, **how: Any) -> None:
        if self == out.parent:
            raise PermissionError(13, "Permission denied", str(self))
        mkdir(self, *args, **how)

    monkeypatch.setattr(Path, "mkdir", refused)
    told = run("print", "wall", "-c", room, "-o", out)
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr == f"{out.parent} can't be written (permission denied); choose another place.\n"
    assert not out.parent.exists()


def test_the_quilt_of_a_small_group_is_asked_about(tmp_path: Path) -> None:
    few, names, out = tmp_path / "few.class", tmp_path / "few.csv", tmp_path / "few.pdf"
    names.write_text("name\nAva\nBen\n")
    run("new", few, "--name", "Few")
    run("unit", UNIT, "-c", few, "--yes")
    run("roster", names, "-c", few, "--yes")
    asked = run("print", "quilt", "-c", few, "-o", out)
    assert asked.exit_code == 1
    assert "everybody can tell whose sticker is whose" in asked.stderr
    assert not out.exists()
    assert run("print", "quilt", "-c", few, "-o", out, "--yes").exit_code == 0
    assert out.exists()


def test_a_chart_of_aliases_nobody_has_is_asked_about(room: Path, tmp_path: Path) -> None:
    asked = run("print", "wall", "--alias", "-c", room, "-o", tmp_path / "a.pdf")
    assert asked.exit_code == 1
    assert "30 of the students have no alias" in asked.stderr


def test_names_no_font_covers_are_said_before_printing(room: Path, tmp_path: Path) -> None:
    names = tmp_path / "more.csv"
    names.write_text("name\n🦊\n", encoding="utf-8")
    run("roster", names, "-c", room, "--yes")
    told = run("print", "wall", "-c", room, "-o", tmp_path / "wall.pdf")
    assert told.exit_code == 0
    assert "🦊: emoji can't be printed" in told.stderr
    assert run("print", "cards", "-c", room, "-o", tmp_path / "cards.pdf").stderr == ""


def left_of(path: Path) -> float:
    """How far from the left the first letter of a page stands, in mm."""
    return min(letter.box.left for letter in letters_on(pages_of(path.read_bytes())[0])) / MM


def test_a_page_is_moved_for_the_printer_used_last_and_that_is_said(room: Path, tmp_path: Path) -> None:
    out = tmp_path / "own.pdf"
    words = ("print", "personal", "-c", room, "-o", out, "--student", "Child3", "--spot", "19")
    assert "For " not in run(*words).stdout
    plain = left_of(out)
    run("printer", "Office", "--dx", "10")
    run("printer", "Home", "--dx", "-0.5", "--dy", "2")
    assert "For Home: moves everything 0.5 mm left and 2 mm down." in run(*words).stdout.splitlines()
    office = run(*words, "--printer", "Office")
    assert "For Office: moves everything 10 mm right." in office.stdout.splitlines()
    assert left_of(out) == pytest.approx(plain + 10, abs=0.1)
    assert "For Office: moves everything 10 mm right." in run(*words).stdout.splitlines()
    nothing_to_move = run(*words[:-2])
    assert "For " not in nothing_to_move.stdout
    none = run(*words, "--printer", "")
    assert "For " not in none.stdout
    assert left_of(out) == pytest.approx(plain, abs=0.1)
    assert printers().last() == ""
    unknown = run(*words, "--printer", "Attic")
    assert unknown.exit_code == 2
    assert 'No printer is called "Attic" on this computer; known are Home, Office.' in unknown.stderr


def test_the_check_page_measures_the_printer_as_it_is(room: Path, tmp_path: Path) -> None:
    run("printer", "Office", "--dx", "10")
    told = run("print", "calibration", "-c", room, "-o", tmp_path / "check.pdf")
    assert (told.exit_code, "For " in told.stdout) == (0, False)
    tried = run("print", "calibration", "-c", room, "-o", tmp_path / "check.pdf", "--printer", "Office")
    assert "For Office: moves everything 10 mm right." in tried.stdout


def test_with_no_class_known_there_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = run("print", "wall", "-o", "wall.pdf")
    assert told.exit_code == 2
    assert told.stderr.startswith("No class is known yet")
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (["--student", "Ben K."], '--student "Ben K." -o login.pdf'),
        (
            ["--student", "Ben K.", "--student=ava", "--paper", "a4"],
            '--student "Ben K." --student=ava --paper a4 -o login.pdf',
        ),
        (["--student", 'A "B" $C'], "--student 'A \"B\" $C' -o login.pdf"),
        ([], "-o login.pdf"),
    ],
)
def test_where_the_pdf_has_no_name_yet_the_call_is_told_with_all_that_was_said(
    room: Path, said: list[str], told: str
) -> None:
    done = run("print", "login", "-c", room, *said)
    assert (done.exit_code, done.stderr) == (2, f'Name the PDF to write: board print login -c "{room}" {told}\n')
