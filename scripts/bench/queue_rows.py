"""Rows about *Waiting for you*: sixty children and steps that wait open about as fast as six."""

from contextlib import ExitStack
from pathlib import Path

from board.cli.context import seat_here
from board.mastery.facts import Kind
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS, UNITS, put
from scripts.bench.classes import DEVICE, mark, students_of, unit_of
from scripts.bench.screen_rows import shown
from scripts.bench.table import Row, tell

_FEW, _MANY = 6, 60
_STUDENTS, _STEPS = 30, 20
_FIRST = "Amara A. 0"


def queue_rows(place: Path, runs: int) -> list[Row]:
    """Measure how soon a long queue is there, in turn with a short one.

    Args:
        place: A folder for the classes.
        runs: How often each is opened.
    """
    folders = [_made(place / f"{count} wait.class", count) for count in (_FEW, _MANY)]
    tell(f"Waiting for you with {_MANY}, {runs} times in turn with {_FEW}")
    first: dict[Path, list[float]] = {folder: [] for folder in folders}
    last: dict[Path, list[float]] = {folder: [] for folder in folders}
    with ExitStack() as stack:
        boards = {folder: stack.enter_context(shown(_FIRST, "-m", "board", "open", str(folder))) for folder in folders}
        for turn in range(runs + 1):  # the first time imports the screen and makes its pictures, and is not counted
            for folder, board in boards.items():
                opened = board.press(b"y")
                board.press(b"q")
                if turn:
                    first[folder].append(opened.first * 1000)
                    last[folder].append(opened.last * 1000)
    few, many = folders
    against = f"{_FEW} wait"
    return [
        Row(f"queue with {_MANY} waiting, first paint", against, "ms", first[many], first[few], promise=2.0),
        Row(f"queue with {_MANY} waiting, all painted", against, "ms", last[many], last[few], promise=2.0),
    ]


def _made(folder: Path, count: int) -> Path:
    """Make a class in which so many requests wait, no two of them alike."""
    unit, students = unit_of(_STEPS), students_of(_STUDENTS)
    book = ClassBook.create(folder, "Room 12", DEVICE, "Ms. Rivera")
    book.edit(STUDENTS, lambda _: students)
    book.edit(UNITS, put(unit))
    spots = [
        (student.id, unit.spots[(at + 7 * turn) % _STEPS].id) for turn in (0, 1) for at, student in enumerate(students)
    ]
    book.keep([mark(number, *spot, Kind.READY) for number, spot in enumerate(spots[:count])])
    seat_here().settings.remember(str(folder.resolve()), Place(unit.id, students[0].id, unit.spots[0].id, 1))
    book.close()
    return folder
