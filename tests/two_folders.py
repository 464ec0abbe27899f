"""The class on several computers, each with its own copy of the folder, and the sync program between them."""

import shutil
from dataclasses import replace
from itertools import permutations
from pathlib import Path

from board.mastery.people import Student
from board.store.class_book import ClassBook
from board.store.device import Device
from board.store.documents.tables import STUDENTS, changed, put


class Computers:
    """Computers that each have their own copy of a class folder and remember what they knew.

    Args:
        folder: The class.
        room: Where their folders lie.
    """

    def __init__(self, folder: Path, room: Path) -> None:
        self._folder, self._room = folder, room
        self._books: list[ClassBook] = []

    def open(self, device: str) -> ClassBook:
        """Open the class on one of them, once more each time."""
        place = self._room / device / self._folder.name
        if not place.exists():
            shutil.copytree(self._folder, place)
        self._books.append(ClassBook(place, Device(device, self._room / f"{device} memory")))
        return self._books[-1]

    def close(self) -> None:
        """Close it everywhere."""
        for book in self._books:
            book.close()


def sent(here: ClassBook, there: ClassBook, name: str = "class.json") -> None:
    """Let a sync program put the class.json of one computer into the folder of another, under some name."""
    shutil.copy2(here.folder / "class.json", there.folder / name)


def add(book: ClassBook, name: str) -> None:
    book.edit(STUDENTS, put(Student(name.lower(), name)))


def name(book: ClassBook, id_: str, name: str) -> None:
    book.edit(STUDENTS, changed(id_, lambda one: replace(one, name=name)))


def names(book: ClassBook) -> list[str]:
    return [student.name for student in book.everyone]


def data(book: ClassBook) -> bytes:
    return (book.folder / "class.json").read_bytes()


def exchanged(*books: ClassBook) -> None:
    """Let the newest file win everywhere, again and again, until nothing is new."""
    for _ in range(6):
        for here, there in permutations(books, 2):
            sent(here, there)
            there.news()
    assert len({data(book) for book in books}) == 1
    assert len({tuple(names(book)) for book in books}) == 1
