from pathlib import Path

import pypdfium2

from board.printing.catalogue import PAPERS
from cli_driver import UNIT, run
from printables.page.paper import Paper


def test_every_paper_that_can_be_asked_for_can_be_printed_on() -> None:
    assert set(PAPERS) == {paper.value for paper in Paper}


def test_charts_are_written_and_a_small_group_is_asked_about(room: Path, tmp_path: Path) -> None:
    run("mark", "count-to-20", "mastered", "Child3", "-c", room)
    for kind in ("quilt", "wall"):
        out = tmp_path / "out" / f"{kind}.pdf"
        assert run("print", kind, "-c", room, "-o", out, "--paper", "a4").exit_code == 0
        assert out.read_bytes().startswith(b"%PDF")
    few = tmp_path / "few.class"
    run("new", few, "--name", "Few")
    run("unit", UNIT, "-c", few, "--yes")
    asked = run("print", "quilt", "-c", few, "-o", tmp_path / "few.pdf")
    assert asked.exit_code == 1
    assert not (tmp_path / "few.pdf").exists()
    assert run("print", "quilt", "-c", few, "-o", tmp_path / "few.pdf", "--yes").exit_code == 0


def test_a_chart_never_replaces_another_kind_of_file(room: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    before = names.read_bytes()
    (tmp_path / "notes.pdf").write_text("not a PDF")
    for out, said in ((names, "does not end in .pdf"), (tmp_path / "notes.pdf", "is kept; choose another name")):
        result = run("print", "wall", "-c", room, "-o", out)
        assert result.exit_code == 2
        assert said in result.stderr
    assert names.read_bytes() == before
    assert run("print", "wall", "-c", room, "-o", tmp_path / "a.pdf").exit_code == 0
    assert run("print", "wall", "-c", room, "-o", tmp_path / "a.pdf").exit_code == 0


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


def test_each_child_has_a_chart_of_its_own(room: Path, tmp_path: Path) -> None:
    out = tmp_path / "own.pdf"
    assert run("print", "personal", "-c", room, "-o", out, "--student", "Child21").exit_code == 0
    assert len(pypdfium2.PdfDocument(out)) == 1
    assert run("print", "personal", "-c", room, "-o", out).exit_code == 0
    assert len(pypdfium2.PdfDocument(out)) == 30
    wrong = run("print", "personal", "-c", room, "-o", out, "--student", "Nobody")
    assert wrong.exit_code == 2
    assert 'No student fits "Nobody"' in wrong.stderr


def test_print_alone_shows_what_can_be_printed() -> None:
    told = run("print")
    assert "Usage:" in told.output
    assert len(told.output.splitlines()) > 8
    assert "Error" not in told.output
