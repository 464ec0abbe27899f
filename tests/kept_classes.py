"""A class as it is kept, in each way there is, for tests by the names of `Book` alone."""

from pathlib import Path
from typing import Protocol

from board.store.book import Book
from board.store.class_book import ClassBook
from board.store.looking import News


class Kept(Protocol):
    """A new class of one adult, to be opened as often as a test needs."""

    def open(self, device: str) -> Book:
        """Open it as a device does, once more each time."""
        ...


class InFolder:
    """A class in a folder."""

    def __init__(self, room: Path) -> None:
        self._folder = room / "Room 12.class"
        ClassBook.create(self._folder, "Room 12", "d1", "Ms. Rivera").close()

    def open(self, device: str) -> Book:
        return ClassBook(self._folder, device)


WAYS = (InFolder,)
"""Every way; a new one is tried by the whole contract when it stands here."""


def news_of(book: Book) -> News:
    return book.take(book.look())
