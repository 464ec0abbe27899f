"""A list that is taken: whole or not at all, taken back as it was, and never twice by two who take it at once."""

import pytest

from board.deeds.list_in_hand import ListInHand
from board.deeds.roll import ClassList
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.people import Student
from board.mastery.roll import edited
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS

LIST = "Student ID\tName\n7001\tAva Black\n7002\tBen Cole\n7003\tMia Ng\n"


@pytest.fixture
def sitting(book: ClassBook) -> Sitting:
    return Sitting(book, usual_adult(book))


def in_hand(book: ClassBook, answer: str = "") -> ListInHand:
    """Hold the list beside a class, everything answered the same way."""
    held = ListInHand(book.everyone)
    held.read(LIST, full_names=False)
    given = {one.key: answer for one in held.questions if answer in {choice.answer for choice in one.choices}}
    held.answer(given)
    return held


@pytest.mark.parametrize("answer", ["", "same", "new"])
def test_a_list_taken_back_leaves_the_class_as_it_was_and_put_back_as_the_list_made_it(
    sitting: Sitting, book: ClassBook, answer: str
) -> None:
    before = book.everyone
    ClassList(sitting).take(in_hand(book, answer).names)
    after = book.everyone
    assert after != before
    assert sitting.undo().changed
    assert book.everyone == before
    sitting.redo()
    assert book.everyone == after


@pytest.mark.parametrize("answer", ["", "same", "new"])
def test_a_list_two_take_at_once_doubles_nobody(sitting: Sitting, book: ClassBook, answer: str) -> None:
    here, there_book = in_hand(book, answer), ClassBook(book.folder, "d2")
    there = in_hand(there_book, answer)
    ClassList(Sitting(there_book, usual_adult(there_book))).take(there.names)
    once = there_book.everyone
    book.news()
    ClassList(sitting).take(here.names)
    assert book.everyone == once


def test_an_answer_does_not_reach_the_child_who_took_the_name_since(sitting: Sitting, book: ClassBook) -> None:
    held = in_hand(book, "same")
    (about,) = {one.students for one in held.questions if one.row == 2}
    book.edit(STUDENTS, lambda now: (*edited(now, about[0], name="Zed Z."), Student("other", "Ava B.", alias="Star")))
    ClassList(sitting).take(held.names)
    assert next(one for one in book.everyone if one.id == "other") == Student("other", "Ava B.", alias="Star")
