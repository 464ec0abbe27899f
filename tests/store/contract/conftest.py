"""The ways a class can be kept: every test of this folder runs on each of them, by the names of `Book` alone."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from board.mastery.people import Student
from board.store.book import Book
from board.store.documents.tables import STUDENTS, UNITS, put
from builders import UNIT
from kept_classes import WAYS, Kept


class Closing:
    """Closes at the end whatever was opened."""

    def __init__(self, kept: Kept, opened: ExitStack) -> None:
        self._kept, self._opened = kept, opened

    def open(self, device: str) -> Book:
        book = self._kept.open(device)
        self._opened.callback(book.close)
        return book


@pytest.fixture(params=WAYS, ids=lambda way: way.__name__)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kept]:
    with ExitStack() as opened:
        yield Closing(request.param(tmp_path), opened)


@pytest.fixture
def book(kept: Kept) -> Book:
    """A class of two students and the small unit."""
    opened = kept.open("d1")
    opened.edit(STUDENTS, lambda _: (Student("ava", "Ava B."), Student("ben", "Ben C.", alias="Comet")))
    opened.edit(UNITS, put(UNIT))
    return opened


@pytest.fixture
def other(book: Book, kept: Kept) -> Book:
    """The same class, opened by another device."""
    return kept.open("d2")
