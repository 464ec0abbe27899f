"""A sticker sheet: made, printed well or not; what was never printed is never lost."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.facts import Kind
from board.paper.order import Order
from board.paper.sheets import (
    first_free,
    printed_badly,
    printed_well,
    question,
    sheet_was_made,
    targets_of,
    waiting,
)
from board.store.class_book import ClassBook
from printables.stock import stock
from seats import memory

SPOTS = [("ava", "u/halves"), ("ava", "u/thirds"), ("ben", "u/halves")]


@pytest.fixture
def sitting(book: ClassBook) -> Sitting:
    """Somebody has marked three spots."""
    sitting = Sitting(book, usual_adult(book))
    Marks(sitting).mark(Kind.MASTERED, SPOTS)
    return sitting


def order(book: ClassBook, start: int = 1, label: str = "ol5275") -> Order:
    return Order(
        "stickers",
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
    sheet_was_made(memory(), book, order(book), Path("labels.pdf"))
    assert new(book) == SPOTS
    assert memory().next_label("ol5275") == 1


def test_what_printed_well_is_not_printed_again_and_its_labels_are_used(book: ClassBook, sitting: Sitting) -> None:
    sheet_was_made(memory(), book, order(book, start=5), Path("labels.pdf"))
    assert printed_well(memory(), sitting, waiting(memory(), book)).said == "3 stickers printed"
    assert new(book) == []
    assert memory().next_label("ol5275") == 8
    assert memory().waiting_sheets(book.key) == ()
    Marks(sitting).mark(Kind.MASTERED, [("ben", "u/thirds")])
    assert new(book) == [("ben", "u/thirds")]


def test_a_sheet_that_ends_on_the_last_label_is_followed_by_a_new_one(book: ClassBook, sitting: Sitting) -> None:
    count = stock("ol5275").count
    sheet_was_made(memory(), book, order(book, start=count - 2), Path("labels.pdf"))
    printed_well(memory(), sitting, waiting(memory(), book))
    assert memory().next_label("ol5275") == 1


def test_a_cancelled_print_forgets_nothing(book: ClassBook, sitting: Sitting) -> None:
    sheet_was_made(memory(), book, order(book), Path("labels.pdf"))
    printed_badly(memory(), sitting, waiting(memory(), book))
    assert new(book) == SPOTS
    assert memory().next_label("ol5275") == 1
    assert memory().waiting_sheets(book.key) == ()


def test_only_what_was_on_the_sheet_counts_as_printed(book: ClassBook, sitting: Sitting) -> None:
    sheet_was_made(memory(), book, order(book), Path("labels.pdf"))
    Marks(sitting).mark(Kind.MASTERED, [("ben", "u/thirds")])
    printed_well(memory(), sitting, waiting(memory(), book))
    assert new(book) == [("ben", "u/thirds")]


def test_printed_well_can_be_undone(book: ClassBook, sitting: Sitting) -> None:
    sheet_was_made(memory(), book, order(book), Path("labels.pdf"))
    printed_well(memory(), sitting, waiting(memory(), book))
    sitting.undo()
    assert new(book) == SPOTS


def one_child(book: ClassBook, student: str, start: int = 1) -> Order:
    """Stickers of one child alone."""
    return replace(order(book, start), students=tuple(one for one in book.students if one.id == student))


def test_two_sheets_made_one_after_the_other_use_different_labels_and_both_count(
    book: ClassBook, sitting: Sitting
) -> None:
    first = one_child(book, "ava")
    sheet_was_made(memory(), book, first, Path("ava.pdf"))
    second = one_child(book, "ben")
    free = first_free(memory(), book.key, stock("ol5275"), targets_of(second))
    assert free == 3
    sheet_was_made(memory(), book, replace(second, start=free), Path("ben.pdf"))
    assert len(waiting(memory(), book)) == 2
    printed_well(memory(), sitting, waiting(memory(), book))
    assert new(book) == []
    assert memory().next_label("ol5275") == 4


def test_a_sheet_made_anew_takes_the_place_of_the_first_and_its_labels(book: ClassBook, sitting: Sitting) -> None:
    sheet_was_made(memory(), book, one_child(book, "ava"), Path("ava.pdf"))
    everybody = order(book)
    assert first_free(memory(), book.key, stock("ol5275"), targets_of(everybody)) == 1
    sheet_was_made(memory(), book, everybody, Path("all.pdf"))
    assert len(waiting(memory(), book)) == 1


def test_a_glue_sheet_and_a_label_sheet_are_answered_apart(book: ClassBook, sitting: Sitting) -> None:
    sheet_was_made(memory(), book, one_child(book, "ava"), Path("labels.pdf"))
    sheet_was_made(memory(), book, replace(one_child(book, "ben"), kind="glue", label=None), Path("glue.pdf"))
    printed_well(memory(), sitting, waiting(memory(), book, glue=True))
    assert new(book) == SPOTS[:2]
    assert memory().next_label("ol5275") == 1
    assert len(waiting(memory(), book, glue=False)) == 1


def test_the_question_says_which_sheets_are_meant(book: ClassBook, sitting: Sitting) -> None:
    sheet_was_made(memory(), book, one_child(book, "ava"), Path("labels.pdf"))
    assert (
        question(waiting(memory(), book), book.students)
        == "Did the sheet of 25 Nov with 2 stickers for Ava B. print well?"
    )
    sheet_was_made(memory(), book, one_child(book, "ben"), Path("labels.pdf"))
    asked = "Did the 2 sheets of 25 Nov with 3 stickers for Ava B. and Ben C. print well?"
    assert question(waiting(memory(), book), book.students) == asked


def test_without_a_sheet_nothing_is_kept(book: ClassBook, sitting: Sitting) -> None:
    assert printed_well(memory(), sitting, waiting(memory(), book)).facts == ()


def test_taking_back_an_answer_leaves_what_was_made_and_said_since(book: ClassBook, sitting: Sitting) -> None:
    sheet_was_made(memory(), book, order(book), Path("all.pdf"))
    printed_badly(memory(), sitting, waiting(memory(), book))
    sheet_was_made(memory(), book, replace(order(book), students=book.students[:1]), Path("one.pdf"))
    sitting.undo()
    assert {sheet.path for sheet in waiting(memory(), book)} == {"all.pdf", "one.pdf"}


def test_a_label_somebody_counted_since_stays_the_next_one(book: ClassBook, sitting: Sitting) -> None:
    sheet_was_made(memory(), book, order(book), Path("labels.pdf"))
    printed_well(memory(), sitting, waiting(memory(), book))
    memory().keep_next_label("ol5275", 12)
    sitting.undo()
    assert memory().next_label("ol5275") == 12


def test_a_sheet_whose_stickers_were_printed_before_waits_again_too(book: ClassBook, sitting: Sitting) -> None:
    sheet_was_made(memory(), book, order(book), Path("labels.pdf"))
    Marks(sitting).printed(waiting(memory(), book)[0].targets)
    assert printed_well(memory(), sitting, waiting(memory(), book)).said == "Nothing new was printed."
    assert waiting(memory(), book) == ()
    assert sitting.undo().said == "Undone: the sheets wait for an answer again."
    assert len(waiting(memory(), book)) == 1
