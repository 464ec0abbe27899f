"""Deeds done to a class folder, and what a kill at any of their moments would leave of it."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from board.deeds.pictures import Gallery
from board.deeds.sitting import Sitting, usual_adult
from board.disk import Disk
from board.mastery.facts import Kind
from board.mastery.pictures import Origin
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.store.draft import Draft
from board.store.keeping.restore import copies_of, put_back, restore_zip
from board.store.pictures.picture_folder import Unfinished

PICTURE = "0123456789abcdef" * 2
"""Content id of a picture that is brought."""


class Moments(Disk):
    """A disk that copies its folder whenever something on it has changed.

    A killed program leaves the folder as it stands at that moment and does nothing more to it; `tests/faults` kills real ones.

    Args:
        folder: The folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.copies: list[Path] = []

    def pass_by(self) -> None:
        """Keep the folder as it stands now."""
        self.copies.append(self._folder.with_name(f"{self._folder.name}-{len(self.copies)}"))
        shutil.copytree(self._folder, self.copies[-1])

    def write(self, handle: int, data: bytes) -> None:
        self.pass_by()
        half, last = len(data) // 2, len(data) - (data.count(b"\n") == 1)  # a mark is none before its line ends
        for part in (data[:half], data[half:last], data[last:]):
            super().write(handle, part)
            self.pass_by()

    def replace(self, new: Path, old: Path) -> None:
        super().replace(new, old)
        self.pass_by()

    def remove(self, path: Path) -> None:
        super().remove(path)
        self.pass_by()


def _mark(folder: Path, disk: Disk) -> None:
    with closing(ClassBook(folder, "d1", disk)) as book:
        book.record([Draft(Kind.NOTE, "ava", "u/halves", note="second")], book.assessors[0].id)


def _edit(folder: Path, disk: Disk) -> None:
    with closing(ClassBook(folder, "d1", disk)) as book:
        book.edit(STUDENTS, lambda now: now[:1])


def _erase(folder: Path, disk: Disk) -> None:
    with closing(ClassBook(folder, "d1", disk)) as book:
        book.erase(next(student for student in book.everyone if student.id == "ava"), book.assessors[0].id)


def _put_back(folder: Path, disk: Disk) -> None:
    put_back(folder, copies_of(folder)[0][-1], "d1", disk)


def _restore(folder: Path, disk: Disk) -> None:
    restore_zip(folder / "class.zip", folder / "Restored.class", "d1", disk=disk)


def _bring(folder: Path, disk: Disk) -> None:
    with closing(ClassBook(folder, "d1", disk)) as book:
        gallery = Gallery(Sitting(book, usual_adult(book)))
        gallery.bring("ava", "u/halves", (PICTURE, b"pixels"), origin=Origin.STUDIO, caption="a fish")


def _draw_on(folder: Path, disk: Disk) -> None:
    with closing(ClassBook(folder, "d1", disk)) as book:
        book.pictures.keep_unfinished("ava", "u/halves", Unfinished("after", "a fish"))


DEEDS: dict[str, Callable[[Path, Disk], None]] = {
    "mark": _mark,
    "edit": _edit,
    "erase": _erase,
    "put back": _put_back,
    "restore": _restore,
    "bring": _bring,
    "draw on": _draw_on,
}


def killed_at_every_moment(folder: Path, deed: str) -> list[Path]:
    """Give copies of a folder, each as a deed that is killed a moment later would leave it; the last is done."""
    at_work = folder.with_name(f"{folder.name}-at-work")
    shutil.copytree(folder, at_work)
    disk = Moments(at_work)
    disk.pass_by()
    DEEDS[deed](at_work, disk)
    disk.pass_by()
    return disk.copies
