"""What a register says in words: own versions, tips, what to check again, notes, and names too long for a row."""

from collections.abc import Iterable, Mapping, Sequence

from board.mastery.curriculum import Step, Unit
from board.mastery.people import Student
from board.mastery.progress import Progress
from printables.page.columns import Cell, columns_of
from printables.page.dates import short_day
from printables.page.document import Document
from printables.page.table import Piece, Table, draw_pieces, flow, gap
from printables.register.cells import SAID, Said, said_about

NAMES = "Names in full"

_SIZE = 8.0
_NAME_LINES = 8


def pages_of_words(
    page: Document,
    units: Sequence[Unit],
    students: Sequence[Student],
    progress: Progress,
    *,
    assessors: Mapping[str, str],
    shortened: Sequence[int],
    room: float,
) -> list[list[Piece]]:
    """Lay out what was said about spots, and the names that are not whole in the tables; no page where there is neither.

    Args:
        page: The document.
        units: Of the register.
        students: Of the register.
        progress: How they stand.
        assessors: Names of the adults by id.
        shortened: Numbers of the students whose names are not whole, from 1.
        room: The height there is on each page, in pt.
    """
    names = _names(page, students, shortened)
    said = _said(page, units, students, progress, assessors)
    between = [gap(page.type(14))] if names and said else []
    pages = flow([*names, *between, *said], room, room)
    return pages if pages[0] else []


def draw_words(pieces: Sequence[Piece], top: float) -> None:
    """Draw one page of words from a height in pt."""
    draw_pieces(pieces, top)


def _names(page: Document, students: Sequence[Student], shortened: Sequence[int]) -> list[Piece]:
    size = page.type(_SIZE)
    table = Table(page, columns_of(page, size, {"No.": ("000",), NAMES: 1.0}), size, ground=False)
    head = table.head()
    rows = [
        piece
        for number in shortened
        for piece in table.rows(
            [[table.text(str(number))], [table.text(students[number - 1].name)]],
            (head,),
            f"name/{students[number - 1].id}",
        )
    ]
    return [head, *rows] if rows else []


def _said(
    page: Document,
    units: Sequence[Unit],
    students: Sequence[Student],
    progress: Progress,
    assessors: Mapping[str, str],
) -> list[Piece]:
    size = page.type(_SIZE)
    wanted: dict[str, float | Iterable[str]] = {
        "Student": 0.25,
        "Step": 0.3,
        "What": SAID.values(),
        "In words": 0.45,
        "Date": ("30 Sep 2026",),
        "By": assessors.values(),
    }
    table = Table(page, columns_of(page, size, wanted), size, ground=False)
    head, pieces = table.head(), list[Piece]()
    for number, student in enumerate(students, 1):
        rows = [
            _cells(table, unit, (place, step), said, assessors)
            for unit in units
            for place, step in enumerate(unit.spots, 1)
            for said in said_about(progress.spot(student.id, step.id))
        ]
        if rows:
            name = table.text(f"{number} {student.name}", strong=True)._replace(most=_NAME_LINES)
            named = {f"words/{student.id}/{at}": row for at, row in enumerate(rows, 1)}
            pieces += table.group([name], named, (head,))
    return [head, *pieces] if pieces else []


def _cells(table: Table, unit: Unit, placed: tuple[int, Step], said: Said, assessors: Mapping[str, str]) -> list[Cell]:
    place, step = placed
    return [
        [table.text(f"{place} {step.title}"), table.text(unit.title, small=True, quiet=True)],
        [table.text(said.what)],
        [table.text(said.words)],
        [table.text(short_day(said.fact.at, digits=4))],
        [table.text(assessors.get(said.fact.by, ""))],
    ]
