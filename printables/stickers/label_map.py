"""A label sheet drawn small: the number of each label, and whose sticker lies on it."""

import math

from printables.lettering.lines import Align, fit, line, write_block
from printables.page.document import Document
from printables.page.hues import CALM, HAIR, INK, QUIET, WHITE, Ink
from printables.page.paper import MM
from printables.page.places import Box
from printables.page.shapes import Look, disc, panel, strip
from printables.stickers.sheet import Labelled
from printables.stock import Stock

USED = "used"
"""Stands on labels that were peeled off before."""

_TYPE, _LARGEST, _LEAST = 6.0, 9.0, 4.8
_LINES = 1.15
"""From the middle of the number to that of the name, in parts of the type size."""


def draw_label_map(
    page: Document, stock: Stock, labelled: Labelled, place: tuple[float, float, float, float]
) -> dict[int, Box]:
    """Draw a label sheet as large as fits, from its upper left corner.

    Args:
        page: The page.
        stock: The label sheet.
        labelled: The stickers on it; labels before the first of them count as used.
        place: Left and upper end, and the width and height there are, in pt.

    Returns:
        The box of each label by its number.
    """
    left, top, width, height = place
    wide, high = (side * MM for side in stock.page_mm)
    scale = min(width / wide, height / high)
    strip(page.canvas, (left, top - high * scale, wide * scale, high * scale), Look(WHITE, QUIET, 0.6))
    names = {number: sticker.whose for number, sticker in labelled}
    boxes = {}
    for number, middle in enumerate(stock.places(), 1):
        x, y = left + middle.x * MM * scale, top - middle.y * MM * scale
        used = number < labelled[0][0]
        boxes[number] = _draw_label(page, stock, (x, y, scale * MM), taken=used or number in names, used=used)
        if used or number in names:
            _write_label(page, stock, (x, y, scale * MM), number, names.get(number))
    return boxes


def _draw_label(page: Document, stock: Stock, place: tuple[float, float, float], *, taken: bool, used: bool) -> Box:
    x, y, scale = place
    ground = CALM if used and page.style.ink is Ink.COLOUR else WHITE
    look = Look(ground, QUIET if taken and not used else HAIR, 0.5)
    wide, high = stock.width * scale, stock.height * scale
    box = (x - wide / 2, y - high / 2, wide, high)
    if stock.round:
        disc(page.canvas, x, y, wide / 2, look)
    else:
        panel(page.canvas, box, 1.5 * scale, look)
    return box


def _write_label(
    page: Document, stock: Stock, place: tuple[float, float, float], number: int, name: str | None
) -> None:
    """Write a label's number and under it the name, or its initials where it has no room."""
    x, y, scale = place
    canvas, letters = page.canvas, page.letters
    wide, high = 0.92 * stock.width * scale, stock.height * scale
    size = min(0.9 * high / (2 * _LINES), max(page.type(_TYPE), min(0.1 * wide, page.type(_LARGEST))))
    canvas.setFillColor(QUIET)
    if name is None:
        write_block(canvas, fit(line(USED, letters.plain), wide, size, 2), x, y, Align.CENTRE)
        return
    apart = _LINES * size / 2
    room = 2 * math.sqrt((wide / 2) ** 2 - (1.3 * apart) ** 2) if stock.round else wide
    write_block(canvas, fit(line(str(number), letters.plain), 0.8 * room, size, 2), x, y + apart, Align.CENTRE)
    canvas.setFillColor(INK)
    written = fit(line(name, letters.strong), room, size, min(size, _LEAST))
    if not written.whole:
        written = fit(line(_initials(name), letters.strong), room, size, 2)
    write_block(canvas, written, x, y - apart, Align.CENTRE)


def _initials(name: str) -> str:
    """Give the first letters of the first two words of a name."""
    return "".join(word[0] for word in name.split()[:2])
