"""Stickers on plain paper, to cut out and glue: straight cuts into squares first, then around each circle."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby
from typing import NamedTuple

from board.mastery.curriculum import Unit
from printables.lettering.lines import Align, fit, line, write_block
from printables.page import shapes
from printables.page.document import Document, Style, written_date
from printables.page.drawn import Drawn
from printables.page.hues import QUIET
from printables.page.paper import MM, Surface
from printables.page.parts import draw_foot, draw_heading, joined, page_of
from printables.page.pictures import Circle, Picture, Stamps
from printables.page.shapes import Look
from printables.stickers.sheet import INSET, Sticker, check_some, draw_art

USUAL_MM = 25.0
"""How wide a sticker is when nobody says, in mm."""

LEAST_MM, MOST_MM = 10.0, 90.0

TITLE = "Cut along the straight lines, then around each circle"
_HEAD, _FOOT = 16.0, 20.0
_AIR = 1.5
"""Between a circle and the nearest cut, in mm."""

_NAME = 7.0
_SHARE = 0.06
"""The white inside a small circle's edge, in parts of its width; inside a large one it is `INSET`."""


def glue_sheets(
    units: Sequence[Unit],
    stickers: Sequence[Sticker],
    pictures: Mapping[str, Picture],
    *,
    spot_mm: float | None,
    style: Style,
) -> Drawn:
    """Draw stickers to cut out, each in a square with its child's name; a child's lie together within heavier lines.

    Args:
        units: Give each step its level's colour, and their Bosses the gold rim.
        stickers: In the order they are handed out.
        pictures: By the names of own pictures and step badges; a letter on a disc stands in.
        spot_mm: Width of the circles in mm, as wide as the spots they are glued on; None for `USUAL_MM`.
        style: What all pages are told alike; the sheet stands upright.

    Returns:
        The PDF and its places; the same bytes for the same arguments.

    Raises:
        ValueError: There is no sticker to print, or it would be too small or too large.
    """
    across = USUAL_MM if spot_mm is None else spot_mm
    if not LEAST_MM <= across <= MOST_MM:
        raise ValueError(f"A sticker of {across:g} mm can't be cut out; choose {LEAST_MM:g} to {MOST_MM:g} mm.")
    check_some(stickers)
    style = replace(style, surface=Surface(style.surface.paper))
    page = Document(style, title="Stickers to cut out", subject="Stickers to cut out and glue.", actual_size=True)
    sheet = _Sheet(units, page, Stamps(page, pictures), across * MM, _grid_of(page, across))
    pages = _laid_out(stickers, sheet.grid)
    keys = (f"sticker/{number}" for number in count(1))
    for number, cells in enumerate(pages, 1):
        if number > 1:
            page.next_page()
        draw_heading(page, TITLE, "", _HEAD)
        for place, sticker in cells.items():
            _draw_cell(sheet, place, sticker, next(keys))
        _draw_cuts(sheet, cells)
        draw_foot(page, joined(*(unit.title for unit in units), page_of(number, len(pages))), written_date(style.made))
    return page.finish()


class _Grid(NamedTuple):
    """Where the squares lie, in pt."""

    left: float
    top: float
    width: float
    height: float
    columns: int
    rows: int

    def corner(self, row: int, column: int) -> tuple[float, float]:
        """Give the upper left corner of a square."""
        return self.left + column * self.width, self.top - row * self.height


def _grid_of(page: Document, across: float) -> _Grid:
    """Choose as many squares as fit, each as wide as the paper allows and about as high."""
    top = page.top - 1.5 * _HEAD * page.scale
    room = top - page.bottom - _FOOT * page.scale
    narrow = (across + 2 * _AIR) * MM
    low = narrow + _name_room(page)
    columns, rows = int(page.width / narrow), int(room / low)
    width = page.width / columns
    return _Grid(page.left, top, width, min(max(low, width), room / rows), columns, rows)


def _name_room(page: Document) -> float:
    return 1.5 * page.type(_NAME)


Place = tuple[int, int]
"""Row and column of a square on its page, from the upper left."""


def _laid_out(stickers: Sequence[Sticker], grid: _Grid) -> list[dict[Place, Sticker]]:
    """Lay stickers in rows; a child whose stickers have room in one row, but not in what is left of this one, begins the next."""
    pages: list[dict[Place, Sticker]] = []
    at = 0
    for _, group in groupby(stickers, key=lambda sticker: sticker.whose):
        own = list(group)
        left = -at % grid.columns
        if left < len(own) <= grid.columns:
            at += left
        for sticker in own:
            row, column = divmod(at, grid.columns)
            sheet, row = divmod(row, grid.rows)
            pages += [{} for _ in range(sheet + 1 - len(pages))]
            pages[sheet][row, column] = sticker
            at += 1
    return pages


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every part of the drawing needs."""

    units: Sequence[Unit]
    page: Document
    stamps: Stamps
    across: float
    grid: _Grid


def _draw_cell(sheet: _Sheet, place: Place, sticker: Sticker, key: str) -> None:
    page, grid, across = sheet.page, sheet.grid, sheet.across
    left, top = grid.corner(*place)
    words = _name_room(page)
    x, y = left + grid.width / 2, top - (grid.height - words) / 2
    inset = min(INSET * MM, _SHARE * across)
    draw_art(sheet.stamps, sheet.units, sticker, Circle(x, y, across - 2 * inset))
    shapes.disc(page.canvas, x, y, across / 2, Look(stroke=QUIET, width=0.4))
    page.field(key, Circle(x, y, across).box)
    name = fit(line(sticker.whose, page.letters.plain), grid.width - 2 * MM, page.type(_NAME), 4)
    page.canvas.setFillColor(QUIET)
    write_block(page.canvas, name, x, top - grid.height + words * 0.7, Align.CENTRE)


def _draw_cuts(sheet: _Sheet, cells: Mapping[Place, Sticker]) -> None:
    """Draw the sides of the squares: dashed between two of one child, else heavier."""
    within, around = list[Side](), list[Side]()
    for (row, column), sticker in cells.items():
        for other, side in _sides(sheet.grid, row, column):
            beside = cells.get(other)
            same = beside is not None and beside.whose == sticker.whose
            (within if same else around).append(side)
    canvas = sheet.page.canvas
    canvas.saveState()
    canvas.setStrokeColor(QUIET)
    canvas.setLineCap(2)
    canvas.setLineWidth(0.8)
    for side in sorted(set(around)):
        canvas.line(*side)
    canvas.setLineCap(0)
    canvas.setDash(3, 3)
    canvas.setLineWidth(0.5)
    for side in sorted(set(within)):
        canvas.line(*side)
    canvas.restoreState()


Side = tuple[float, float, float, float]


def _sides(grid: _Grid, row: int, column: int) -> list[tuple[Place, Side]]:
    """Give the sides of a square, each with the square beyond it."""
    left, top = grid.corner(row, column)
    right, bottom = grid.corner(row + 1, column + 1)
    return [
        ((row - 1, column), (left, top, right, top)),
        ((row + 1, column), (left, bottom, right, bottom)),
        ((row, column - 1), (left, bottom, left, top)),
        ((row, column + 1), (right, bottom, right, top)),
    ]
