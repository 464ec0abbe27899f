"""The head of a small-group sheet: the step, what to look for, and the words over its columns."""

from dataclasses import dataclass
from typing import NamedTuple

from board.mastery.audience import Earned
from board.mastery.curriculum import Step, Unit
from board.mastery.progress import Progress
from printables.lettering.lines import Align, Block, fit, line, paragraph, write, write_block, write_down
from printables.page import shapes
from printables.page.document import Document
from printables.page.hues import INK, QUIET, WHITE, Hue
from printables.page.paper import MM
from printables.page.parts import draw_tab
from printables.page.pictures import Circle, Stamps
from printables.page.shapes import Look
from printables.page.stickers import draw_patch
from printables.page.table import Piece, draw_pieces

LOOKS_LIKE, GOT_IT, KEEP_WORKING = "looks like", "got it", "keep working: one tip"

BOX = 6 * MM
"""Side of a box to tick in pt, on every paper: a pencil is as thick everywhere."""

PITCH = 8.4 * MM
"""From one box to the next, in pt."""

_FEW = 8
"""So many boxes leave the names their full room."""

_SIZES = (11.0, 10.0, 9.0, 8.0, 7.0)
"""Type sizes of what to look for, the largest first."""

_MOST = 0.36
"""Share of the page's height the step may have before its type shrinks."""


class Grid(NamedTuple):
    """Where the columns stand, in pt.

    Attributes:
        names: Width of the names.
        boxes: Left end of the boxes to tick.
        across: How many boxes stand side by side.
        lines: How many rows of boxes a child has.
        circle: Middle of the circle.
        tip: Left end of the lines to write on.
    """

    names: float
    boxes: float
    across: int
    lines: int
    circle: float
    tip: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every part of a small-group sheet needs.

    Attributes:
        unit: The unit of the step.
        step: What is shown.
        progress: How the children stand.
        page: The document.
        stamps: Its stamps.
    """

    unit: Unit
    step: Step
    progress: Progress
    page: Document
    stamps: Stamps

    @property
    def place(self) -> int:
        """The place of the step's level in the unit, from 0."""
        home = self.unit.level_of(self.step.id)
        return next((at for at, level in enumerate(self.unit.levels) if level == home), 0)

    @property
    def hue(self) -> Hue:
        """The colours of the step's level."""
        return self.page.hue(self.place)

    @property
    def grid(self) -> Grid:
        """Where the columns stand."""
        page, count = self.page, len(self.step.criteria)
        names = min((150 if count <= _FEW else 126) * page.scale, 0.3 * page.width)
        circle, tip = 44 * page.scale, 0.19 * page.width
        across = max(1, int((page.width - names - circle - tip) / PITCH))
        lines = -(-count // across)
        across = -(-count // lines) if lines else 0
        boxes = page.left + names
        ticked = boxes + max(across, 2 if lines else 0) * PITCH
        return Grid(names, boxes, across, lines, ticked + circle / 2, ticked + circle)


def head_of(sheet: Sheet) -> Piece:
    """Give the panel with the step and what to look for, and the words over the columns."""
    page = sheet.page
    most = _MOST * (page.top - page.bottom)
    panels = (_panel(sheet, page.type(size)) for size in _SIZES)
    panel = next((each for each in panels if each.height <= most), None) or _panel(sheet, page.type(_SIZES[-1]))
    over = _column_words(sheet)

    def draw(top: float) -> None:
        draw_pieces([panel, over], top)

    return Piece(panel.height + over.height, draw)


def _panel(sheet: Sheet, size: float) -> Piece:
    """Give the panel in a type size: the picture at its left, the words beside it."""
    page, step, letters, scale = sheet.page, sheet.step, sheet.page.letters, sheet.page.scale
    pad, across, tab = 13 * scale, 88 * scale, 19 * scale
    left = page.left + 2 * pad + across
    room = page.right - left - pad
    title = fit(line(step.title, letters.title), room, page.type(23), page.type(11), lines=2)
    i_can = paragraph(line(step.i_can, letters.plain), room, 1.08 * size)
    criteria = _criteria(sheet, size, left, room)
    words = [title.height, i_can.height, 0.8 * size, sum(piece.height for piece in criteria)]
    height = max(tab + 0.4 * pad + sum(words), across + pad) + pad

    def draw(top: float) -> None:
        canvas, hue = page.canvas, sheet.hue
        shapes.panel(canvas, (page.left, top - height, page.width, height), tab / 2, Look(hue.panel, hue.line, 0.8))
        level = sheet.unit.levels[sheet.place].title if sheet.unit.levels else ""
        draw_tab(page, hue, sheet.place + 1, level, (page.left, top, page.width / 2, tab))
        middle = top - tab - 0.4 * pad - across / 2
        draw_patch(sheet.stamps, Earned(step), hue, Circle(page.left + pad + across / 2, middle, across))
        canvas.setFillColor(INK)
        y = write_down(canvas, title, left, top - tab - 0.1 * pad) - 0.2 * size
        y = write_down(canvas, i_can, left, y) - 0.6 * size
        draw_pieces(criteria, y)

    return Piece(height, draw)


def _criteria(sheet: Sheet, size: float, left: float, room: float) -> list[Piece]:
    """Give what to look for, each behind its number in a box like those to tick; many stand in two columns."""
    page, criteria = sheet.page, sheet.step.criteria
    columns = 2 if len(criteria) > _FEW // 2 else 1
    each = room / columns
    start = 1.75 * size
    blocks = [paragraph(line(text, page.letters.plain), each - start - 0.8 * size, size) for text in criteria]
    down = -(-len(blocks) // columns)
    return [_criteria_row(sheet, blocks, range(at, len(blocks), down), (left, each, start)) for at in range(down)]


def _criteria_row(sheet: Sheet, blocks: list[Block], which: range, place: tuple[float, float, float]) -> Piece:
    left, each, start = place
    size = blocks[which[0]].size
    height = max(blocks[at].height for at in which) + 0.35 * size

    def draw(top: float) -> None:
        for column, at in enumerate(which):
            x = left + column * each
            draw_box(sheet, at + 1, (x, top - 1.22 * size, 1.2 * size))
            sheet.page.canvas.setFillColor(INK)
            write_down(sheet.page.canvas, blocks[at], x + start, top)

    return Piece(height, draw)


def draw_box(sheet: Sheet, number: int, place: tuple[float, float, float]) -> None:
    """Draw a box to tick with its number, pale enough to write on.

    Args:
        sheet: The sheet.
        number: Of what to look for.
        place: Its left and lower end and its side in pt.
    """
    left, bottom, side = place
    canvas, hue = sheet.page.canvas, sheet.hue
    shapes.panel(canvas, (left, bottom, side, side), 0.16 * side, Look(WHITE, hue.deep, 0.7))
    canvas.setFillColor(hue.deep if side < BOX else hue.line)
    digits = fit(line(str(number), sheet.page.letters.strong), 0.8 * side, 0.6 * side, 1)
    write_block(canvas, digits, left + side / 2, bottom + side / 2, Align.CENTRE)


def _column_words(sheet: Sheet) -> Piece:
    page, grid, size = sheet.page, sheet.grid, sheet.page.type(8.5)

    def draw(top: float) -> None:
        y = top - 1.75 * size
        page.canvas.setFillColor(QUIET)
        over = ((LOOKS_LIKE, grid.boxes, grid.across * PITCH), (KEEP_WORKING, grid.tip, page.right - grid.tip))
        for words, left, room in over:
            if room > 0:
                block = fit(line(words, page.letters.strong), max(room, 1.9 * PITCH), size, 0.6 * size)
                write(page.canvas, block.lines[0], block.size, left, y)
        write(page.canvas, line(GOT_IT, page.letters.strong), size, grid.circle, y, align=Align.CENTRE)
        shapes.rule(page.canvas, page.left, page.right, top - 2.3 * size, Look(stroke=QUIET, width=0.9))

    return Piece(2.3 * size, draw)
