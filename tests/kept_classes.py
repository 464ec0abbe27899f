"""Classes as they are kept, in each way there is, for tests by the names of `Book` and `Library` alone."""

from pathlib import Path
from typing import Protocol

from board.store.book import Book
from board.store.class_book import ClassBook
from board.store.device import Device
from board.store.library import ClassFolders, Library
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


class Shelf(Protocol):
    """Where classes are kept, and the library of somebody who has opened some of them."""

    def key(self, name: str) -> str:
        """Give a key that a new class may have."""
        ...

    def library(self, *opened: str) -> Library:
        """Give the library of somebody who has opened these, the newest first."""
        ...


class InDocuments:
    """Classes in folders, side by side among the documents."""

    def __init__(self, room: Path) -> None:
        self._documents, self._demo = room / "Documents", room / "Demo.class"

    def key(self, name: str) -> str:
        return str(self._documents / f"{name}.class")

    def library(self, *opened: str) -> Library:
        return ClassFolders(Device("d7"), opened, self._demo, lambda: {self._documents: 1})


SHELVES = (InDocuments,)
"""Every kind of library; a new one is tried by the whole contract when it stands here."""


def news_of(book: Book) -> News:
    return book.take(book.look())
