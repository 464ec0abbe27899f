"""What others changed: nothing is missed, nothing told twice."""

import queue
import threading

from board.mastery.facts import Kind
from board.mastery.people import Student
from board.store.book import Book
from board.store.documents.tables import STUDENTS
from board.store.looking import Looked
from kept_classes import Kept, news_of
from one_mark import mark


def test_a_look_changes_nothing_until_it_is_taken(book: Book, other: Book) -> None:
    mark(other)
    other.edit(STUDENTS, lambda now: (*now, Student("cam", "Cam D.")))
    before, names = book.progress, book.students
    looked = book.look()
    assert looked
    assert (book.progress, book.students) == (before, names)
    news = book.take(looked)
    assert [fact.student for fact in news.facts] == ["ava"]
    assert news.documents
    assert (book.progress, book.students) == (other.progress, other.students)
    assert not book.look()


def test_what_was_looked_at_twice_is_told_once(book: Book, other: Book) -> None:
    mark(other)
    first, second = book.look(), book.look()
    assert len(book.take(first).facts) == 1
    assert not book.take(second)
    assert len(book.facts) == 1


def test_an_edit_made_after_the_look_is_no_news(book: Book, other: Book) -> None:
    other.edit(STUDENTS, lambda now: (*now, Student("cam", "Cam D.")))
    looked = book.look()
    book.edit(STUDENTS, lambda now: (*now, Student("dee", "Dee E.")))
    assert not book.take(looked)
    assert [student.id for student in book.students] == ["ava", "ben", "cam", "dee"]


def test_a_thread_may_look_while_marks_are_made(book: Book, other: Book, kept: Kept) -> None:
    looks: queue.SimpleQueue[Looked] = queue.SimpleQueue()
    ended = threading.Event()

    def go_on_looking() -> None:
        while not ended.is_set():
            looks.put(book.look())

    thread = threading.Thread(target=go_on_looking)
    thread.start()
    told: list[str] = []
    try:
        for turn in range(60):
            mark((book, other)[turn % 2], f"s{turn % 5}", Kind.PRACTISING)
            while not looks.empty():
                told += [fact.id for fact in book.take(looks.get()).facts]
    finally:
        ended.set()
        thread.join()
    told += [fact.id for fact in news_of(book).facts]
    assert len(told) == len(set(told)) <= 30
    assert book.progress == kept.open("reader").progress
    assert len(book.facts) == 60
