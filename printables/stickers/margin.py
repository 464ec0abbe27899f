"""What stands in the margins of a label sheet, beside the labels: the bar of 100 mm and which sheet it is."""

from typing import Any, NamedTuple

from printables.lettering.lines import Align, fit, line, write
from printables.page.document import Document
from printables.page.hues import QUIET
from printables.page.paper import MM
from printables.page.parts import joined
from printables.page.ruler import RULER_MM, RULER_WORDS, draw_ruler
from printables.stock import Stock

EDGE = 0.0
"""Labels begin where they like, so the page has no edge of its own, in pt."""

_AIR = 1.2
"""Between a label and what stands beside it, in mm."""

_HIGH = 2.4
"""Height of the bar, in mm."""

_DEEP = 9.0
"""How far from the paper's edge the bar lies where there is room, in mm: printers reach there."""

_ROOM = _HIGH + 2 * _AIR
_START = 10.0
_TYPE, _LEAST = 6.0, 3.5


class _Strip(NamedTuple):
    """A free strip beside the labels: where it begins, in mm from the bottom left, how long it is, and how it is turned."""

    x: float
    y: float
    length: float
    turned: float = 0.0


def draw_margin(
    page: Document, stock: Stock, sheet: str = "", words: str = RULER_WORDS, *, already_used: int = 0
) -> None:
    """Draw the bar of 100 mm where it touches no label, and say which label sheet this is.

    A sheet without a margin of 5 mm has none.

    Args:
        page: The page.
        stock: The label sheet.
        sheet: Which of several sheets, or empty.
        words: What stands beside the bar.
        already_used: How many of its labels were used before; the sheet's words begin further to the right, so that they
            don't fall on those of the day before.
    """
    above = stock.top >= _ROOM
    strip = _strip(stock)
    if sheet and above and strip is not None and not strip.y > stock.page_mm[1] / 2:
        _draw_sheet(page, stock, sheet, already_used / stock.count)
        sheet = ""
    if strip is not None:
        _draw_bar(page, strip, words, joined(stock.name, sheet))


def _strip(stock: Stock) -> _Strip | None:
    """Give the strip for the bar: under the labels where there is room, else over them, else at a side."""
    width, height = stock.page_mm
    under = height - stock.top - (stock.rows - 1) * stock.down - stock.height
    beside = width - stock.left - (stock.columns - 1) * stock.across - stock.width
    across, up = width - 2 * _START, height - 2 * _START
    if under >= _ROOM:
        return _Strip(_START, min(_DEEP, under - _AIR - _HIGH), across)
    if stock.top >= _ROOM:
        return _Strip(_START, height - min(_DEEP + _HIGH, stock.top - _AIR), across)
    if stock.left >= _ROOM:
        return _Strip(min(_DEEP + _HIGH, stock.left - _AIR), _START, up, 90)
    if beside >= _ROOM:
        return _Strip(width - min(_DEEP, beside - _AIR - _HIGH), _START, up, 90)
    return None


def _draw_bar(page: Document, strip: _Strip, words: str, name: str) -> None:
    canvas: Any = page.canvas
    canvas.saveState()
    canvas.translate(strip.x * MM, strip.y * MM)
    canvas.rotate(strip.turned)
    draw_ruler(canvas, 0, 0, page.letters, "")
    start, end = (RULER_MM + 2) * MM, strip.length * MM
    called = fit(line(name, page.letters.plain), 0.45 * (end - start), _TYPE, _LEAST)
    told = fit(line(words, page.letters.plain), end - start - called.width - 2 * MM, _TYPE, _LEAST)
    write(canvas, told.lines[0], told.size, start, 0.5)
    write(canvas, called.lines[0], called.size, end, 0.5, align=Align.RIGHT)
    canvas.restoreState()


def _draw_sheet(page: Document, stock: Stock, sheet: str, along: float) -> None:
    """Write which sheet it is over the labels, its place telling how much of the sheet was used before."""
    width, height = stock.page_mm
    words = line(sheet, page.letters.plain)
    room = (width - 2 * _START) * MM - words.width(_TYPE)
    page.canvas.setFillColor(QUIET)
    under = height - min(_DEEP + _HIGH, stock.top - _AIR)
    write(page.canvas, words, _TYPE, _START * MM + along * room, under * MM)
