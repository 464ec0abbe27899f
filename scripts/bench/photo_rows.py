"""Rows about photos of work: a class that keeps 300 of them opens as fast as one that keeps none."""

from pathlib import Path

from PIL import Image

from board.art.intake import kept
from board.cli.context import seat_here
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS, UNITS, put
from photos import photo
from scripts.bench.classes import DEVICE, mark, students_of, unit_of
from scripts.bench.own_rows import starts_in_turn
from scripts.bench.table import Row, tell

_STUDENTS, _STEPS, _PHOTOS = 28, 20, 300
_SIZE = (1024, 768)


def photo_rows(place: Path, runs: int) -> list[Row]:
    """Measure the first painted board of a class with photos in turn with one that has the same marks and none.

    Args:
        place: A folder for the classes.
        runs: Half as many starts are made.
    """
    plain, own = place / "Without photos.class", place / "With photos.class"
    for folder in (plain, own):
        _make(folder, photos=_PHOTOS if folder is own else 0)
    tell(f"first painted board of {_STUDENTS} children with {_PHOTOS} photos, {runs // 2} starts in turn with none")
    return [starts_in_turn(f"board with {_PHOTOS} photos, first paint", 1.1, plain, own, max(3, runs // 2))]


def _make(folder: Path, *, photos: int) -> None:
    unit, students = unit_of(_STEPS), students_of(_STUDENTS)
    book = ClassBook.create(folder, "Room 12", DEVICE, "Ms. Rivera")
    book.edit(STUDENTS, lambda _: students)
    book.edit(UNITS, put(unit))
    spots = [(student.id, step.id) for student in students for step in unit.spots[1:]]
    named = [(_kept(book, number),) if number < photos else () for number in range(len(spots))]
    book.keep([mark(number, *spot)._replace(evidence=named[number]) for number, spot in enumerate(spots)])
    seat_here().settings.remember(str(folder.resolve()), Place(unit.id, students[0].id, unit.spots[0].id, 1))
    book.close()


def _kept(book: ClassBook, number: int) -> str:
    """Keep a photo that no other number gives."""
    near = number % 100
    scene = photo("star in greenish light").picture
    part = scene.crop((near, number // 100, 700 - near, 500)).resize(_SIZE, Image.Resampling.BICUBIC)
    taken = kept(part)
    book.evidence.keep(taken.content, taken.png)
    return taken.content
