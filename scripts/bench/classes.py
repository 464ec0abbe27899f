"""Made-up classes of any size, the same at every run."""

import random
from collections.abc import Iterator
from pathlib import Path

from board.art.shelf import SIZES
from board.art.starter import emblems, step_badges
from board.cli.context import seat_here
from board.deeds.pictures import stickers_of
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.progress import EMPTY_ROW, Progress, Row, spot_of
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS, UNITS, put
from board.store.lines import fact_line

DEVICE = "bench"

_ROWS = 20
"""Different rows of a synthetic class. Its students share them, so that memory is the grid's own, not that of its data."""

_STEPS_OF_A_LEVEL = 5


def unit_of(steps: int, pictures: int = 20) -> Unit:
    """Make a unit of levels of five, the last one of each a Boss.

    Args:
        steps: How many columns.
        pictures: How many different badges they wear.
    """
    badges = sorted(step_badges())[:pictures]
    spots = [
        Step(f"u/s{number}", f"Step {number}", f"I can do number {number}.", badge=badges[number % len(badges)])
        for number in range(steps)
    ]
    levels = []
    for number, first in enumerate(range(0, steps, _STEPS_OF_A_LEVEL), 1):
        *ordinary, boss = spots[first : first + _STEPS_OF_A_LEVEL]
        levels.append(Level(f"u/l{number}", f"Level {number}", tuple(ordinary), boss=boss))
    return Unit("u", "Number Explorers", tuple(levels))


def students_of(count: int, pictures: int = 12) -> tuple[Student, ...]:
    """Make students with first names and initials, wearing so many different emblems."""
    signs = sorted(emblems())[:pictures]
    return tuple(
        Student(f"s{number:04}", f"Amara {chr(65 + number % 26)}. {number}", emblem=signs[number % len(signs)])
        for number in range(count)
    )


def shared_progress(unit: Unit, students: tuple[Student, ...]) -> Progress:
    """Let two thirds of all spots be marked."""
    chance = random.Random(12)
    rows = [_row(unit, chance) for _ in range(_ROWS)]
    return Progress({student.id: rows[number % _ROWS] for number, student in enumerate(students)})


def _row(unit: Unit, chance: random.Random) -> Row:
    kinds = (Kind.MASTERED, Kind.MASTERED, Kind.PRACTISING, Kind.READY, None, None)
    row = dict(EMPTY_ROW)
    for number, step in enumerate(unit.spots[1:]):  # the first stays open: it is marked while the clock runs
        kind = chance.choice(kinds)
        if kind is not None:
            row[step.id] = spot_of([mark(number, "s0000", step.id, kind)])
    return row


def mark(number: int, student: str, step: str, kind: Kind = Kind.MASTERED) -> Fact:
    """Make a mark with the fields a mark of the board has."""
    return Fact(f"{number:012x}", number + 1, DEVICE, "2026-01-05T09:00:00+00:00", "0123456789ab", kind, student, step)


def marks(count: int, unit: Unit, students: tuple[Student, ...]) -> Iterator[Fact]:
    """Make so many marks, spread over all spots, some of them several times."""
    chance = random.Random(12)
    kinds = (Kind.MASTERED, Kind.PRACTISING, Kind.KEEP_WORKING, Kind.READY)
    for number in range(count):
        student, step = chance.choice(students), chance.choice(unit.spots)
        yield mark(number, student.id, step.id, chance.choice(kinds))


def prepare_stickers(book: ClassBook) -> None:
    """Have the stickers of all own pictures of a class cut, as opening it for a while does."""
    shelf = stickers_of(book, seat_here().cache)
    for pictures in book.progress.shelves.values():
        for art in pictures.values():
            shelf(book.units[0].spots[0], art.face, SIZES[0])
    shelf.prepare()


def class_with(folder: Path, facts: int) -> ClassBook:
    """Make a class of 30 students and 200 steps whose ledger holds so many marks, and open it."""
    unit, students = unit_of(200), students_of(30)
    book = ClassBook.create(folder, "Room 12", DEVICE, "Ms. Rivera")
    book.edit(STUDENTS, lambda _: students)
    book.edit(UNITS, put(unit))
    book.close()
    (folder / "ledger" / f"{DEVICE}.jsonl").write_bytes(b"".join(map(fact_line, marks(facts, unit, students))))
    return ClassBook(folder, DEVICE)
