"""What another computer keeps of an erased child once that computer is gone, and what this one keeps outside the class."""

from datetime import date
from pathlib import Path

import pytest

from board.cli.context import seat_here
from board.mastery.facts import Kind
from board.mastery.progress import Status
from board.paper.memory import PrintMemory, SheetMade
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.draft import Draft
from board.store.keeping.check import problems
from cli_driver import run


def marks_elsewhere(folder: Path, device: str, *notes: str) -> None:
    """Let another computer make marks with a note about Ava, one about Ben, and close."""
    book = ClassBook(folder, device)
    drafts = [Draft(Kind.MASTERED, "ava", "u/halves", note=note) for note in notes]
    book.record([*drafts, Draft(Kind.MASTERED, "ben", "u/halves", note="Ben's")], book.assessors[0].id)
    book.close()


@pytest.fixture
def erased(book: ClassBook, folder: Path) -> Path:
    """A class in which Ava was erased here, with her words still in the files of two other computers."""
    book.close()
    marks_elsewhere(folder, "d2", "waxwing song", "waxwing nest")
    marks_elsewhere(folder, "d3", "waxwing egg")
    assert run("erase", "Ava", "-c", folder, "--yes").exit_code == 0
    return folder


def holding(folder: Path, word: bytes) -> list[str]:
    """Give the names of the files of the class that hold a word."""
    return [path.name for path in sorted(folder.rglob("*")) if path.is_file() and word in path.read_bytes()]


def test_an_erasure_tells_what_to_do_when_another_computer_is_gone(book: ClassBook, folder: Path) -> None:
    book.close()
    marks_elsewhere(folder, "d2", "waxwing")
    told = run("erase", "Ava", "-c", folder, "--yes").stdout
    assert f'board erase --gone -c "{folder}"' in told
    assert any(f'board erase --gone -c "{folder}"' in line for line in problems(folder, "d1"))


def test_the_file_of_a_computer_that_is_gone_is_cleaned_here_and_its_marks_stay(erased: Path) -> None:
    assert holding(erased, b"waxwing") == ["d2.jsonl", "d3.jsonl"]
    before = {fact.id: (fact.kind, fact.seq, fact.device) for fact in ClassBook(erased, "d1").facts}
    done = run("erase", "--gone", "-c", erased, "--yes")
    assert done.exit_code == 0, done.output
    assert "The computer d2 made 3 marks in this class; Ms. Rivera made the last on 20" in done.stdout
    assert ". Its file holds words about erased children in 2 marks." in done.stdout
    assert "in 1 mark." in done.stdout
    assert holding(erased, b"waxwing") == []
    book = ClassBook(erased, "d1")
    assert {fact.id: (fact.kind, fact.seq, fact.device) for fact in book.facts} == before
    assert book.progress.spot("ben", "u/halves").status is Status.MASTERED
    assert holding(erased, b"Ben's") == ["d2.jsonl", "d3.jsonl"]
    assert problems(erased, "d1") == []
    assert "No other computer's file" in run("erase", "--gone", "-c", erased).stdout


def test_nothing_is_cleaned_before_somebody_says_that_the_computer_is_gone(erased: Path) -> None:
    before = holding(erased, b"waxwing")
    asked = run("erase", "--gone", "-c", erased)
    assert asked.exit_code == 1
    assert "never open the class again?" in asked.stderr
    assert holding(erased, b"waxwing") == before


def test_each_computer_is_asked_about_by_itself(erased: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([False, True])
    monkeypatch.setattr("board.cli.erasing.agreed", lambda *_, **__: next(answers))
    assert run("erase", "--gone", "-c", erased).exit_code == 1
    assert holding(erased, b"waxwing") == ["d2.jsonl"]


def test_a_computer_that_comes_back_after_all_loses_and_doubles_nothing(erased: Path, tmp_path: Path) -> None:
    late = (erased / "ledger" / "d2.jsonl").read_bytes()
    assert run("erase", "--gone", "-c", erased, "--yes").exit_code == 0
    stripped = (erased / "ledger" / "d2.jsonl").read_bytes()
    (erased / "ledger" / "d2 (copy).jsonl").write_bytes(stripped)
    (erased / "ledger" / "d2.jsonl").write_bytes(late)  # the sync program takes the side of the one that came back
    back = ClassBook(erased, "d2")
    back.record([Draft(Kind.MASTERED, "ben", "u/thirds")], back.assessors[0].id)
    back.close()
    assert holding(erased, b"waxwing") == []
    assert (erased / "ledger" / "d2.jsonl").read_bytes().startswith(stripped)
    book = ClassBook(erased, "d1")
    assert len({fact.id for fact in book.facts}) == len(book.facts)
    assert book.progress.spot("ben", "u/thirds").status is Status.MASTERED


def test_a_copy_of_such_a_file_is_cleaned_too(erased: Path) -> None:
    ledger = erased / "ledger"
    (ledger / "d2-LAPTOP.jsonl").write_bytes((ledger / "d2.jsonl").read_bytes())
    assert run("erase", "--gone", "-c", erased, "--yes").exit_code == 0
    assert holding(erased, b"waxwing") == []


@pytest.mark.parametrize("words", [(), ("Ava", "--gone")])
def test_an_erasure_names_either_a_child_or_a_computer_that_is_gone(folder: Path, words: tuple[str, ...]) -> None:
    ClassBook.create(folder / "Room.class", "Room 12", "d1").close()
    told = run("erase", *words, "-c", folder / "Room.class")
    assert told.exit_code == 2
    assert "board erase --gone" in told.stderr


def test_what_this_computer_remembers_of_the_child_outside_the_class_goes_too(book: ClassBook, folder: Path) -> None:
    settings = seat_here().settings
    settings.remember(book.key, Place("u", "ava", "u/halves", group=("ava", "ben")))
    memory = PrintMemory(settings)
    today = date.today().isoformat()  # noqa: DTZ011 - as the board keeps it
    memory.keep_sheet(book.key, SheetMade(today, "a", 1, (("ava", "u/halves"),), "x.pdf"))
    memory.keep_sheet(book.key, SheetMade(today, "b", 1, (("ben", "u/halves"),), "y.pdf"))
    book.close()
    assert run("erase", "Ava", "-c", folder, "--yes").exit_code == 0
    place = settings.load().place(book.key)
    assert (place.student, place.group, place.step) == ("", ("ben",), "u/halves")
    assert [sheet.stock for sheet in PrintMemory(settings).waiting_sheets(book.key)] == ["b"]
