"""A sticker sheet: made, printed well or not; what was never printed is never lost."""

from datetime import date
from pathlib import Path

import pytest

from board.mastery.facts import Kind
from board.print_desk.sheets import printed_badly, printed_well, question, sheet_was_made
from board.printing.catalogue import PageKind
from board.printing.memory import next_label, waiting_sheet
from board.printing.order import Order
from board.sitting import Sitting
from board.store.class_book import ClassBook
from printables.stock import stock

SPOTS = [("ava", "u/halves"), ("ava", "u/thirds"), ("ben", "u/halves")]


@pytest.fixture
def sitting(book: ClassBook) -> Sitting:
    """Somebody has marked three spots."""
    sitting = Sitting(book)
    sitting.mark(Kind.MASTERED, SPOTS)
    return sitting


def order(book: ClassBook, start: int = 1, label: str = "ol5275") -> Order:
    return Order(
        PageKind.STICKERS,
        book.units,
        book.name,
        book.students,
        book.progress,
        date(2026, 11, 25),
        label=stock(label),
        start=start,
    )


def new(book: ClassBook) -> list[tuple[str, str]]:
    return [(student.id, step.id) for student, step in order(book).stickers]


def test_making_a_sheet_uses_up_nothing(book: ClassBook, sitting: Sitting) -> None:
    sheet_was_made(book, order(book), Path("labels.pdf"))
    assert new(book) == SPOTS
    assert next_label("ol5275") == 1


def test_what_printed_well_is_not_printed_again_and_its_labels_are_used(book: ClassBook, sitting: Sitting) -> None:
    sheet_was_made(book, order(book, start=5), Path("labels.pdf"))
    assert printed_well(book, sitting).said == "3 stickers printed"
    assert new(book) == []
    assert next_label("ol5275") == 8
    assert waiting_sheet(book.folder) is None
    sitting.mark(Kind.MASTERED, [("ben", "u/thirds")])
    assert new(book) == [("ben", "u/thirds")]


def test_a_sheet_that_ends_on_the_last_label_is_followed_by_a_new_one(book: ClassBook, sitting: Sitting) -> None:
    count = stock("ol5275").count
    sheet_was_made(book, order(book, start=count - 2), Path("labels.pdf"))
    printed_well(book, sitting)
    assert next_label("ol5275") == 1


def test_a_cancelled_print_forgets_nothing(book: ClassBook, sitting: Sitting) -> None:
    sheet_was_made(book, order(book), Path("labels.pdf"))
    printed_badly(book)
    assert new(book) == SPOTS
    assert next_label("ol5275") == 1
    assert waiting_sheet(book.folder) is None


def test_only_what_was_on_the_sheet_counts_as_printed(book: ClassBook, sitting: Sitting) -> None:
    sheet_was_made(book, order(book), Path("labels.pdf"))
    sitting.mark(Kind.MASTERED, [("ben", "u/thirds")])
    printed_well(book, sitting)
    assert new(book) == [("ben", "u/thirds")]


def test_printed_well_can_be_undone(book: ClassBook, sitting: Sitting) -> None:
    sheet_was_made(book, order(book), Path("labels.pdf"))
    printed_well(book, sitting)
    sitting.undo()
    assert new(book) == SPOTS


def test_the_question_says_which_sheet_is_meant(book: ClassBook, sitting: Sitting) -> None:
    sheet_was_made(book, order(book), Path("labels.pdf"))
    sheet = waiting_sheet(book.folder)
    assert sheet is not None
    assert question(sheet) == "Did the sheet of 25 Nov with 3 stickers print well?"


def test_without_a_sheet_there_is_nothing_to_say(book: ClassBook, sitting: Sitting) -> None:
    assert "waits" in printed_well(book, sitting).said
