"""Posters: one large page laid out for exactly so many sheets, with what is needed to put them together.

The rows are put together first: each sheet loses its left edge and is glued onto the one before it. Then each row loses its
upper edge and is glued onto the one above. All words stand in strips that are cut off or covered on the way, so the finished
poster shows nothing but its art in a white border, and its outer edges need no cutting.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from printables.lettering.lines import fit, line, write_block
from printables.lettering.voices import Letters
from printables.page.drawn import Field
from printables.page.hues import QUIET, WHITE
from printables.page.paper import MARGIN, MM, POSTER_EDGE, POSTER_OVERLAP, POSTER_STRIP, Surface
from printables.page.places import Box, Named, after, fields_on
from printables.page.printer import Printer, move, moved
from printables.page.ruler import draw_ruler
from printables.page.shapes import Look, strip

_OFFSET = POSTER_EDGE + POSTER_STRIP
_TICK, _OFF_THE_ART = 3.6 * MM, 0.4 * MM
_MAP, _AIR = 3.8 * MM, 2.0 * MM
_TYPE, _LEAST = 7.5, 4.5
_HALF_RULER = 1.2 * MM


class _Tile(NamedTuple):
    """A sheet of a poster; its art begins at `_OFFSET` from the left and from the bottom.

    Attributes:
        surface: The poster.
        row: Its row, from 0 at the top.
        column: Its column, from 0 at the left.
        landscape: Whether the sheets lie.
    """

    surface: Surface
    row: int
    column: int
    landscape: bool

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of its art in pt."""
        return self.surface.tile(landscape=self.landscape)

    @property
    def right(self) -> float:
        """The right end of its art in pt."""
        return _OFFSET + self.size[0]

    @property
    def top(self) -> float:
        """The upper end of its art in pt."""
        return _OFFSET + self.size[1]

    @property
    def last(self) -> int:
        """The last row, and the last column."""
        return self.surface.sheets - 1

    @property
    def shift(self) -> tuple[float, float]:
        """How far the poster is moved to the right and up, in pt, so that this sheet shows its own part."""
        across, down = self.size
        height = self.surface.size(landscape=self.landscape)[1]
        left = MARGIN + self.column * (across - POSTER_OVERLAP)
        bottom = height - MARGIN - self.row * (down - POSTER_OVERLAP) - down
        return _OFFSET - left, _OFFSET - bottom

    @property
    def window(self) -> Box:
        """What the sheet shows; at the poster's outer edges outlines may reach into the strips."""
        across, down = self.size
        outer_left, outer_right = (POSTER_STRIP * (self.column == at) for at in (0, self.last))
        outer_top, outer_bottom = (POSTER_STRIP * (self.row == at) for at in (0, self.last))
        width, height = across + outer_left + outer_right, down + outer_bottom + outer_top
        return _OFFSET - outer_left, _OFFSET - outer_bottom, width, height


def _tiles(surface: Surface, *, landscape: bool) -> Iterator[_Tile]:
    """Give the sheets of a poster, row by row."""
    for row in range(surface.sheets):
        for column in range(surface.sheets):
            yield _Tile(surface, row, column, landscape)


def places_on_sheets(
    first: int, named: Mapping[str, Named], surface: Surface, printer: Printer, *, landscape: bool
) -> Iterator[Field]:
    """Give the places of a poster by its sheets: each on every sheet that shows its middle, whole even where it is cut there.

    Two sheets share what they are glued by, so a place that lies there is on both; none is on no sheet.

    Args:
        first: The page in the file that holds the first sheet, from 0.
        named: By their keys, as they lie on the poster.
        surface: The poster.
        printer: What its sheets are moved by.
        landscape: Whether its sheets lie.
    """
    size = surface.paper.size(landscape=landscape)
    printed = moved(printer, size)
    scale, _, _, _, aside, up = printed
    for page, tile in enumerate(_tiles(surface, landscape=landscape), first):
        left, bottom, width, height = tile.window
        window = (scale * left + aside, scale * bottom + up, scale * width, scale * height)
        yield from fields_on(page, named, size[1], after((1.0, 0.0, 0.0, 1.0, *tile.shift), printed), window)


def draw_sheets(
    canvas: Any, form: str, surface: Surface, letters: Letters, printer: Printer, *, landscape: bool
) -> None:
    """Draw the sheets of a poster, row by row, each a page of its own.

    Args:
        canvas: The reportlab canvas, between two pages.
        form: Name of the form that holds the whole poster; the sheets share it, so nine are hardly more than one.
        surface: The poster.
        letters: How its words are lettered.
        printer: What its sheets are moved by.
        landscape: Whether its sheets lie.
    """
    for tile in _tiles(surface, landscape=landscape):
        move(canvas, printer, surface.paper.size(landscape=landscape))
        _draw_art(canvas, form, tile)
        _draw_ticks(canvas, tile)
        _draw_words(canvas, tile, letters)
        _draw_bar(canvas, tile, letters)
        canvas.showPage()


def _draw_art(canvas: Any, form: str, tile: _Tile) -> None:
    """Draw this sheet's part of the poster."""
    canvas.saveState()
    window = canvas.beginPath()
    window.rect(*tile.window)
    canvas.clipPath(window, stroke=0, fill=0)
    canvas.translate(*tile.shift)
    canvas.doForm(form)
    canvas.restoreState()


def _draw_ticks(canvas: Any, tile: _Tile) -> None:
    """Mark with lines where this sheet is cut, and with dashes where its neighbours' edges come to lie."""
    canvas.setStrokeColor(QUIET)
    canvas.setLineWidth(0.5)
    if tile.column:
        _draw_upright_ticks(canvas, tile, _OFFSET)
    if tile.row:
        _draw_level_ticks(canvas, tile, tile.top)
    canvas.setDash(1.4, 1.0)
    if tile.column < tile.last:
        _draw_upright_ticks(canvas, tile, tile.right - POSTER_OVERLAP)
    if tile.row < tile.last:
        _draw_level_ticks(canvas, tile, _OFFSET + POSTER_OVERLAP)
    canvas.setDash()


def _draw_upright_ticks(canvas: Any, tile: _Tile, x: float) -> None:
    for end, way in ((tile.top, 1), (_OFFSET, -1)):
        canvas.line(x, end + way * _OFF_THE_ART, x, end + way * (_OFF_THE_ART + _TICK))


def _draw_level_ticks(canvas: Any, tile: _Tile, y: float) -> None:
    for end, way in ((tile.right, 1), (_OFFSET, -1)):
        canvas.line(end + way * _OFF_THE_ART, y, end + way * (_OFF_THE_ART + _TICK), y)


def _draw_words(canvas: Any, tile: _Tile, letters: Letters) -> None:
    """Name the sheet, show its place on a small map, and say what is done with it."""
    middle = tile.top + POSTER_STRIP / 2 if tile.row else _OFFSET - POSTER_STRIP / 2
    x = _OFFSET + _AIR
    _draw_map(canvas, tile, x, middle)
    x += _MAP + _AIR
    canvas.setFillColor(QUIET)
    room = tile.right - POSTER_OVERLAP - _AIR - x
    name = f"Row {_letter(tile.row)}, Column {tile.column + 1} of {tile.surface.sheets} x {tile.surface.sheets}"
    called = fit(line(name, letters.strong), 0.4 * room, _TYPE, _LEAST)
    write_block(canvas, called, x, middle)
    x += called.width + 2 * _AIR
    room = tile.right - POSTER_OVERLAP - _AIR - x
    write_block(canvas, fit(line(_what_to_do(tile), letters.plain), room, 0.9 * _TYPE, _LEAST), x, middle)


def _letter(row: int) -> str:
    return chr(ord("A") + row)


def _what_to_do(tile: _Tile) -> str:
    if not tile.row and not tile.column:
        return "Cut nothing here: Column 2 and Row B are glued onto it, up to the dashed ticks."
    cuts = []
    if tile.column:
        cuts.append(f"Cut at the left ticks, glue onto Column {tile.column}.")
    if tile.row:
        row = _letter(tile.row - 1)
        cuts.append(
            f"Then cut the whole row at the upper ticks, glue onto Row {row}."
            if cuts
            else f"Cut the whole row at the upper ticks, glue onto Row {row}."
        )
    return " ".join(cuts)


def _draw_map(canvas: Any, tile: _Tile, left: float, middle: float) -> None:
    cell = _MAP / tile.surface.sheets
    for row in range(tile.surface.sheets):
        for column in range(tile.surface.sheets):
            here = (row, column) == (tile.row, tile.column)
            box = (left + column * cell, middle + _MAP / 2 - (row + 1) * cell, cell, cell)
            strip(canvas, box, Look(QUIET if here else WHITE, QUIET, 0.4))


def _draw_bar(canvas: Any, tile: _Tile, letters: Letters) -> None:
    """Draw the bar of 100 mm upright in the strip at the side that is cut off, or covered."""
    middle = _OFFSET - POSTER_STRIP / 2 if tile.column else tile.right + POSTER_STRIP / 2
    canvas.saveState()
    canvas.translate(middle + _HALF_RULER, _OFFSET + POSTER_OVERLAP + 2 * _AIR)
    canvas.rotate(90)
    draw_ruler(canvas, 0, 0, letters)
    canvas.restoreState()
