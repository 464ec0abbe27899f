"""What every library does: a class is made whole or not at all, listed once it is there, and opened by its key."""

from contextlib import closing
from pathlib import Path

import pytest

from board.disk import NotSaved
from board.errors import Refusal
from board.mastery.people import Student
from board.store.book import Book
from board.store.documents.tables import ABOUT, STUDENTS
from board.store.library import KnownClass, Library
from kept_classes import SHELVES, Shelf


@pytest.fixture(params=SHELVES, ids=lambda kind: kind.__name__)
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Shelf:
    made: Shelf = request.param(tmp_path)
    return made


def make(shelf: Shelf, name: str) -> str:
    key = shelf.key(name)
    shelf.library().create(key, name, "Ms. Rivera", lambda _: None)
    return key


def keys(listed: tuple[KnownClass, ...]) -> list[str]:
    return [one.key for one in listed]


def name_in(library: Library, key: str) -> str:
    book = library.open(key)
    with closing(book):
        return book.name


def begin(book: Book) -> None:
    book.edit(ABOUT, lambda now: now._replace(looks_first=False))
    book.edit(STUDENTS, lambda now: (*now, Student("ava", "Ava B.")))


def test_a_class_is_made_with_what_it_begins_with_and_opened_by_its_key(shelf: Shelf) -> None:
    key = shelf.key("Room 12")
    shelf.library().create(key, "Room 12", "Ms. Rivera", begin)
    book = shelf.library().open(key)
    with closing(book):
        assert (book.name, [one.name for one in book.assessors]) == ("Room 12", ["Ms. Rivera"])
        assert (book.about.looks_first, [one.name for one in book.students]) == (False, ["Ava B."])


@pytest.mark.parametrize(
    "error",
    [Refusal("Nothing is made in this test."), NotSaved("Nothing is made in this test.")],
    ids=["refused", "not saved"],
)
def test_one_that_fails_on_the_way_leaves_nothing_and_its_key_stays_free(shelf: Shelf, error: Refusal) -> None:
    key = shelf.key("Room 12")

    def fails(book: Book) -> None:
        begin(book)
        raise error

    with pytest.raises(type(error), match="Nothing is made"):
        shelf.library().create(key, "Room 12", "Ms. Rivera", fails)
    assert shelf.library(key).found() == ()
    with pytest.raises(Refusal):
        shelf.library().open(key)
    assert name_in(shelf.library(), make(shelf, "Room 12")) == "Room 12"


def test_a_key_in_use_is_refused_and_its_class_stays_as_it_was(shelf: Shelf) -> None:
    key = make(shelf, "Room 12")
    with pytest.raises(Refusal):
        shelf.library().create(key, "Another", "Mr. Long", begin)
    book = shelf.library().open(key)
    with closing(book):
        assert (book.name, book.students) == ("Room 12", ())


def test_a_key_without_a_class_is_refused(shelf: Shelf) -> None:
    with pytest.raises(Refusal):
        shelf.library().open(shelf.key("Nowhere"))


def test_known_are_those_opened_before_that_are_still_there_each_once_the_newest_first(shelf: Shelf) -> None:
    first, second, third = (make(shelf, name) for name in ("First", "Second", "Third"))
    make(shelf, "Never opened")
    opened = (second, shelf.key("Gone"), third, second, first)
    assert keys(shelf.library(*opened).known()) == [second, third, first]


def test_found_are_the_known_first_then_every_other_each_once_and_each_can_be_opened(shelf: Shelf) -> None:
    made = {name: make(shelf, name) for name in ("Room 1", "Room 2", "Room 3")}
    library = shelf.library(made["Room 3"])
    found = library.found()
    assert found[:1] == library.known()
    assert sorted(keys(found)) == sorted(made.values())
    assert {name_in(library, one.key) for one in found} == set(made)
