"""The login list: what opens each child's page, on one sheet for the teacher; a copy that is never hung."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from board.counting import counted, listed
from board.mastery.people import Student
from board.mastery.picture_word import in_a_word, picture_word
from printables.lettering.lines import Align, Block, fit, line, write_block, write_down
from printables.page import shapes
from printables.page.document import Document, Style, written_date
from printables.page.drawn import Drawn
from printables.page.hues import HAIR, INK, QUIET, WHITE
from printables.page.paper import MM
from printables.page.parts import draw_foot, draw_heading, joined, page_of
from printables.page.pictures import Circle, Picture, Stamps
from printables.page.shapes import Look
from printables.page.stickers import draw_emblem

TITLE = "Login list"
COPY = "Teacher's copy, not for the wall"
WARNS = "Whoever sees this list can open every child's page. Keep it where you keep your keys."
SHARED_ONE = "{names} has this sign, too."
SHARED_MANY = "{names} have this sign, too."

_HEAD = 21.0
"""Type size of the title in pt on A4."""

_FOOT = 8 * MM
_LEAST, _MOST = 7.2 * MM, 13 * MM
"""How high a line is at least, so that its pictures are told apart, and at most, so that it stays one line for the eye."""

_FILLS = 0.86
"""Share of a line's height that its pictures take."""

_FIFTH = 5
"""Every so many lines there is a heavier rule, to find one's way."""

_NAMES = 0.34
"""Share of the width that signs and names take."""

_GAP = 1.6 * MM


class _Row(NamedTuple):
    """Where a child's line is, in pt from the bottom left of the page."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def high(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def login_list_pages(
    students: Sequence[Student], pictures: Mapping[str, Picture], *, class_name: str, style: Style
) -> Drawn:
    """Draw a line for each child: its sign, its name, and its three pictures, as pictures and in words.

    Who has the same sign as somebody else is said, since the kiosk tells them apart by letters of their names and a hue.

    Args:
        students: Whose lines, in this order.
        pictures: As for `login.login_cards`.
        class_name: Named in the heading.
        style: What all pages are told alike; the sheet stands upright.

    Returns:
        The PDF and its places; the same bytes for the same arguments.

    Raises:
        ValueError: When there are no students.
    """
    if not students:
        raise ValueError("The class has no students yet, so there is nobody to list.")
    page = Document(style, title=joined(TITLE, class_name), subject=f"What opens each child's page. {COPY}.")
    stamps, scale = Stamps(page, pictures), page.scale
    top = page.top - 1.9 * _HEAD * page.letters.size * scale - 2 * _GAP * scale
    room = top - page.bottom - _FOOT * scale
    sheets = _sheets(students, int(room // (_LEAST * page.letters.size * scale)))
    high = min(room / len(sheets[0]), _MOST * page.letters.size * scale)
    for number, sheet in enumerate(sheets, 1):
        if number > 1:
            page.next_page()
        draw_heading(page, joined(TITLE, class_name), COPY, _HEAD * page.letters.size)
        for at, student in enumerate(sheet):
            row = _Row(page.left, page.right, top - (at + 1) * high, top - at * high)
            page.field(f"row/{student.id}", (row.left, row.bottom, row.right - row.left, row.high))
            _draw_row(stamps, student, _shared(student, students), row)
            if not at:
                _draw_rule(page, row._replace(bottom=row.top), heavy=True)
            _draw_rule(page, row, heavy=(at + 1) % _FIFTH == 0 or at + 1 == len(sheet))
        draw_foot(page, WARNS, joined(page_of(number, len(sheets)), written_date(style.made)))
    return page.finish()


def _sheets(students: Sequence[Student], most: int) -> list[Sequence[Student]]:
    """Part a class into sheets of about as many lines."""
    count = -(-len(students) // max(1, most))
    each = -(-len(students) // count)
    return [students[at : at + each] for at in range(0, len(students), each)]


def _shared(student: Student, students: Sequence[Student]) -> str:
    """Say who else has this child's sign, empty where nobody has."""
    others = [one.name for one in students if one is not student and student.emblem and one.emblem == student.emblem]
    return counted(SHARED_ONE, SHARED_MANY, len(others), names=listed(others)) if others else ""


def _draw_rule(page: Document, row: _Row, *, heavy: bool) -> None:
    look = Look(stroke=QUIET, width=0.7 * page.scale) if heavy else Look(stroke=HAIR, width=0.5 * page.scale)
    shapes.rule(page.canvas, row.left, row.right, row.bottom, look)


def _draw_row(stamps: Stamps, student: Student, shared: str, row: _Row) -> None:
    page, gap = stamps.page, _GAP * stamps.page.scale
    across = _FILLS * row.high
    draw_emblem(stamps, student.emblem, student.name, Circle(row.left + across / 2, row.middle, across))
    start, words = row.left + across + gap, row.left + _NAMES * (row.right - row.left)
    texts = [(INK, _said(page, student.name, words - start - gap, row.high, strong=True))]
    if shared:
        texts.append((QUIET, _said(page, shared, words - start - gap, row.high, strong=False)))
    y = row.middle + sum(block.height for _, block in texts) / 2
    for colour, block in texts:
        page.canvas.setFillColor(colour)
        y = write_down(page.canvas, block, start, y)
    wide = (row.right - words) / 3
    for at, name in enumerate(picture_word(student.id, student.card)):
        _draw_picture(stamps, name, row._replace(left=words + at * wide, right=words + (at + 1) * wide))


def _said(page: Document, text: str, room: float, high: float, *, strong: bool) -> Block:
    size = min(page.type(11.5), 0.42 * high) if strong else min(page.type(7.5), 0.3 * high)
    return fit(line(text, page.letters.strong if strong else page.letters.plain), room, size, 0.7 * size)


def _draw_picture(stamps: Stamps, name: str, box: _Row) -> None:
    page, gap, across = stamps.page, _GAP * stamps.page.scale, _FILLS * box.high
    at = Circle(box.left + across / 2, box.middle, across)
    shapes.disc(page.canvas, at.x, at.y, at.across / 2, Look(WHITE, HAIR, 0.5 * page.scale))
    stamps.sticker(in_a_word(name), at._replace(across=0.94 * at.across))
    page.canvas.setFillColor(INK)
    start, size = box.left + across + gap, min(page.type(10), 0.4 * box.high)
    words = fit(line(name.replace("-", " "), page.letters.plain), box.right - start, size, 0.7 * size)
    write_block(page.canvas, words, start, box.middle, Align.LEFT)
