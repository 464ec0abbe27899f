"""Login cards: a card for each child with its name and its picture word; each is for that child's eyes only."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from board.mastery.people import Student
from board.mastery.picture_word import in_a_word, picture_word
from printables.lettering.lines import Align, Block, fit, line, overhang, write_block, write_down
from printables.page import shapes
from printables.page.document import Document, Style, written_date
from printables.page.drawn import Drawn
from printables.page.hues import INK, QUIET, WHITE, Hue
from printables.page.paper import MM
from printables.page.parts import draw_cut_lines, draw_foot, joined, page_of
from printables.page.pictures import Circle, Picture, Stamps
from printables.page.shapes import Look
from printables.page.stickers import draw_emblem

TITLE = "Login cards"
CUT = "Cut out and hand to each child only."
READ = "My three pictures, from left to right"
KEEP = "Keep me in your folder"

_COLUMNS = 2
_FEW, _MANY = 4, 5
"""How many cards may lie one below the other."""

_FOOT = 8 * MM
_AIR = 5 * MM
"""What stays free between a card's content and where it is cut, in pt on A4."""

_HEAD = 0.4
"""Share of a card's height that its sign and name take."""

_GAP = 2 * MM
_BETWEEN = 6 * MM
_ARROWHEAD = 2.4 * MM


class _Card(NamedTuple):
    """A card, or a part of one, in pt from the bottom left of the page."""

    left: float
    right: float
    bottom: float
    top: float

    def inset(self, air: float) -> "_Card":
        return _Card(self.left + air, self.right - air, self.bottom + air, self.top - air)


def login_cards(
    students: Sequence[Student], pictures: Mapping[str, Picture], *, class_name: str, style: Style
) -> Drawn:
    """Draw each child a card with its sign, its name, and the three pictures that open its own page.

    There are eight cards on a sheet, or ten where that saves one.

    Args:
        students: Whose cards, in this order: row by row.
        pictures: By name: the children's emblems, and what `in_a_word` calls `board.mastery.picture_word.PICTURES`; where an
            emblem is missing a disc with a letter stands in, where one of the three is missing its name.
        class_name: Named on each card.
        style: What all pages are told alike; blank ink keeps the pictures, which are what a card is for.

    Returns:
        The PDF and its places; the same bytes for the same arguments.

    Raises:
        ValueError: When there are no students.
    """
    if not students:
        raise ValueError("The class has no students yet, so there is nobody to make login cards for.")
    page = Document(style, title=joined(TITLE, class_name), subject="One card for each child, to open its own page.")
    stamps = Stamps(page, pictures)
    rows = _rows(len(students), style)
    each = _COLUMNS * rows
    sheets = [students[at : at + each] for at in range(0, len(students), each)]
    for number, sheet in enumerate(sheets, start=1):
        if number > 1:
            page.next_page()
        cards = [_card(page, rows, at) for at in range(len(sheet))]
        _draw_cuts(page, cards)
        for at, (student, card) in enumerate(zip(sheet, cards, strict=True)):
            hue = page.hue(at // _COLUMNS + 2 * (at % _COLUMNS))
            page.field(f"card/{student.id}", (card.left, card.bottom, card.right - card.left, card.top - card.bottom))
            _draw_card(stamps, student, class_name, hue, card.inset(_AIR * page.scale))
        draw_foot(page, joined(CUT, class_name), joined(page_of(number, len(sheets)), written_date(style.made)))
    return page.finish()


def _rows(count: int, style: Style) -> int:
    """Say how many rows a sheet has: cards stay large where small ones would take as many sheets."""
    large, small = (-(-count // (_COLUMNS * rows)) for rows in (_FEW, _MANY))
    return _MANY if small < large and style.letters.size <= 1 else _FEW


def _card(page: Document, rows: int, at: int) -> _Card:
    """Give the card at a place of a sheet, counted row by row, as it is cut out."""
    wide, high = page.width / _COLUMNS, (page.top - page.bottom - _FOOT * page.scale) / rows
    left, top = page.left + at % _COLUMNS * wide, page.top - at // _COLUMNS * high
    return _Card(left, left + wide, top - high, top)


def _draw_cuts(page: Document, cards: Sequence[_Card]) -> None:
    """Draw each cut once, though two cards share it."""
    upright = sorted({round(side, 2) for card in cards for side in (card.left, card.right)})
    level = sorted({round(side, 2) for card in cards for side in (card.bottom, card.top)})
    draw_cut_lines(page.canvas, upright, level, (upright[0], level[0], upright[-1], level[-1]))


def _draw_card(stamps: Stamps, student: Student, class_name: str, hue: Hue, card: _Card) -> None:
    page = stamps.page
    head = _HEAD * (card.top - card.bottom)
    sign = Circle(card.left + head / 2, card.top - head / 2, head)
    draw_emblem(stamps, student.emblem, student.name, sign)
    start = card.left + head + 4 * MM * page.scale
    quiet, room = page.type(8.5), card.right - start
    texts = (
        (INK, _name(page, student.name, room)),
        (QUIET, fit(line(joined(KEEP, class_name), page.letters.plain), room, quiet, 0.9 * quiet)),
        (hue.deep, fit(line(READ, page.letters.strong), room, quiet, 0.7 * quiet)),
    )
    gap = 0.2 * quiet
    over, under = overhang(texts[0][1])
    y = sign.y + (sum(block.height for _, block in texts) + over + under) / 2 + gap - over
    for colour, block in texts:
        page.canvas.setFillColor(colour)
        y = write_down(page.canvas, block, start, y) - gap - under
        under = 0.0
    _draw_word(
        stamps, picture_word(student.id, student.card), hue, card._replace(top=card.top - head - _GAP * page.scale)
    )


def _name(page: Document, name: str, room: float) -> Block:
    """Fit a name as large as one line takes it, else on two smaller ones."""
    text = line(name, page.letters.title)
    large = fit(text, room, page.type(22), page.type(15))
    return large if large.whole else fit(text, room, page.type(15), page.type(9), lines=2)


def _draw_word(stamps: Stamps, word: Sequence[str], hue: Hue, box: _Card) -> None:
    """Draw the three pictures on their strip, with arrowheads between, so that nobody reads them backwards."""
    wide, high = box.right - box.left, box.top - box.bottom
    corner = 3 * MM * stamps.page.scale
    shapes.panel(stamps.canvas, (box.left, box.bottom, wide, high), corner, Look(hue.panel, hue.line, 0.8))
    across = min(0.84 * high, 0.265 * wide)
    middle, y, pitch = box.left + wide / 2, box.bottom + high / 2, across + _BETWEEN * stamps.page.scale
    for at, name in enumerate(word, start=-1):
        _draw_picture(stamps, name, hue, Circle(middle + at * pitch, y, across))
    for side in (-1, 1):
        _draw_arrowhead(stamps, hue, Circle(middle + side * pitch / 2, y, _ARROWHEAD * stamps.page.scale))


def _draw_picture(stamps: Stamps, name: str, hue: Hue, at: Circle) -> None:
    shapes.disc(stamps.canvas, at.x, at.y, at.across / 2, Look(WHITE, hue.line, 0.8))
    if stamps.sticker(in_a_word(name), at._replace(across=0.94 * at.across)):
        return
    stamps.canvas.setFillColor(INK)
    words = fit(line(name.replace("-", " "), stamps.page.letters.strong), 0.8 * at.across, 0.2 * at.across, 1)
    write_block(stamps.canvas, words, at.x, at.y, Align.CENTRE)


def _draw_arrowhead(stamps: Stamps, hue: Hue, at: Circle) -> None:
    canvas, half = stamps.canvas, at.across / 2
    path = canvas.beginPath()
    path.moveTo(at.x - 0.7 * half, at.y + half)
    path.lineTo(at.x + 0.7 * half, at.y)
    path.lineTo(at.x - 0.7 * half, at.y - half)
    canvas.setLineJoin(1)
    canvas.setLineCap(1)
    canvas.drawPath(path, **Look(stroke=hue.deep, width=0.3 * at.across).put_on(canvas))
