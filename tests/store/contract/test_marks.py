"""Marks: kept for good, told to others, in an order nobody's clock can upset."""

from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import Status
from board.store.book import Book
from board.store.documents.tables import STUDENTS
from board.store.draft import Draft
from builders import UNIT
from kept_classes import Kept, news_of

HOSTILE = ["[/", "[@click=app.quit]x", "<img src='x'/>", "=1+1", "Zoë 🦊", "عَلِي", "a" * 60, "\\", '"']


def test_a_class_is_the_same_after_closing_and_opening(book: Book, kept: Kept) -> None:
    book.record(
        [Draft(Kind.MASTERED, "ava", "u/halves"), Draft(Kind.KEEP_WORKING, "ben", "u/halves", note="count again")],
        book.assessors[0].id,
    )
    again = kept.open("d1")
    assert again.name == "Room 12"
    assert again.students == book.students
    assert again.units == (UNIT,)
    assert again.progress == book.progress
    assert again.progress.spot("ben", "u/halves").standing[0].note == "count again"


def test_hostile_names_and_notes_come_back_as_they_were(book: Book, kept: Kept) -> None:
    book.edit(STUDENTS, lambda _: tuple(Student(f"s{at}", name) for at, name in enumerate(HOSTILE)))
    book.record([Draft(Kind.NOTE, "s0", "u/halves", note="\n".join(HOSTILE) + "\r\u2028")], book.assessors[0].id)
    again = kept.open("d1")
    assert [student.name for student in again.students] == HOSTILE
    assert again.facts[0].note == "\n".join(HOSTILE)


def test_marks_of_another_process_of_this_device_come_as_news(book: Book, kept: Kept) -> None:
    other = kept.open("d1")
    other.record([Draft(Kind.MASTERED, "ava", "u/halves")], other.assessors[0].id)
    news = news_of(book)
    assert [fact.student for fact in news.facts] == ["ava"]
    assert not news.documents
    assert book.progress == other.progress
    assert not news_of(book)


def test_news_that_came_with_an_own_mark_is_told_once(book: Book, kept: Kept) -> None:
    kept.open("d2").record([Draft(Kind.MASTERED, "ben", "u/halves")], kept.open("d2").assessors[0].id)
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    assert book.progress.spot("ben", "u/halves").status is Status.MASTERED


def test_every_mark_comes_after_all_it_could_have_seen(book: Book, kept: Kept) -> None:
    other = kept.open("d2")
    for turn in range(3):
        (first,) = book.record([Draft(Kind.PRACTISING, "ava", "u/halves")], book.assessors[0].id)
        (second,) = other.record([Draft(Kind.READY, "ava", "u/halves")], other.assessors[0].id)
        assert second.seq > first.seq > turn
