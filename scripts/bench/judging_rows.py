"""Rows about judging: *How did it go?* is there about as soon as the page of the child it is opened from."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from board.cli.context import seat_here
from board.mastery.facts import Kind
from board.mastery.revision import with_changed_step
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS, UNITS, put
from scripts.bench.classes import DEVICE, mark, students_of, unit_of
from scripts.bench.screen_rows import shown
from scripts.bench.table import Row, tell

_STUDENTS, _STEPS = 28, 40
_FIRST = "Amara A. 0"
_CRITERIA = tuple(f"Says part {number} of it and shows where it is" for number in range(1, 6))


def judging_rows(place: Path, runs: int) -> list[Row]:
    """Measure how soon a showing can be judged, in turn with the page of its child.

    Args:
        place: A folder for the class.
        runs: How often each is opened.
    """
    folder = _made(place / "Judging.class")
    tell(f"How did it go?, {runs} times in turn with the student's page")
    page: tuple[list[float], list[float]] = ([], [])
    judging: tuple[list[float], list[float]] = ([], [])
    with ExitStack() as stack:
        board, student = (stack.enter_context(shown(_FIRST, "-m", "board", "open", str(folder))) for _ in range(2))
        student.press(b"\r")
        student.settle()
        for turn in range(runs + 1):  # the first time imports the screens, and is not counted
            for terminal, times in ((board, page), (student, judging)):
                opened = terminal.press(b"\r")
                terminal.settle()
                terminal.press(b"q")
                terminal.settle()
                if turn:
                    times[0].append(opened.first * 1000)
                    times[1].append(opened.last * 1000)
    return [
        Row("How did it go?, first paint", "student's page", "ms", judging[0], page[0], promise=1.3),
        Row("How did it go?, all painted", "student's page", "ms", judging[1], page[1], promise=1.3),
    ]


def _made(folder: Path) -> Path:
    """Make a class in which every other spot was tried with a tip, and every third of these got it since."""
    unit, students = unit_of(_STEPS), students_of(_STUDENTS)
    first = unit.spots[0]
    unit = with_changed_step(unit, replace(first, criteria=_CRITERIA, ways=("build it", "draw it")))
    book = ClassBook.create(folder, "Room 12", DEVICE, "Ms. Rivera")
    book.edit(STUDENTS, lambda _: students)
    book.edit(UNITS, put(unit))
    tried = [(student.id, step.id) for student in students for step in unit.spots[::2]]
    tips = [
        mark(at, *spot, Kind.KEEP_WORKING)._replace(note=f"Try it with {at} cubes") for at, spot in enumerate(tried)
    ]
    got_it = [mark(len(tried) + at, *spot, Kind.MASTERED) for at, spot in enumerate(tried) if at % 3 == 1]
    book.keep([*tips, *got_it])
    seat_here().settings.remember(str(folder.resolve()), Place(unit.id, students[0].id, first.id, 1))
    book.close()
    return folder
