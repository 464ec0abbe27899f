"""Sheets of labels with stickers, and where each label lies on its paper."""

import itertools
from collections.abc import Sequence

import pytest

import paper_reading as paper
from board.mastery.curriculum import Unit
from page_builders import MADE, PICTURES, unit_of
from printables.lettering.voices import USUAL, Letters
from printables.page.document import Style
from printables.page.hues import Ink
from printables.page.paper import MM, Paper, Surface
from printables.page.printer import TRUE, Printer
from printables.stickers.sheet import Sticker, sticker_sheets
from printables.stock import Place, Stock

OFF = Printer(0.7, -1.2, 1.01)
CLOSE = 0.1 * MM


def draw(
    sheet: Stock,
    stickers: Sequence[Sticker],
    *,
    start: int = 1,
    printer: Printer = TRUE,
    ink: Ink = Ink.COLOUR,
    letters: Letters = USUAL,
    unit: Unit | None = None,
) -> bytes:
    style = Style(Surface(Paper.A3), MADE, ink, letters, printer)
    return sticker_sheets([unit or unit_of()], sheet, stickers, PICTURES, start=start, style=style).pdf


def stickers(count: int) -> list[Sticker]:
    """So many stickers of one child."""
    return [Sticker(step, None, "Ava M.") for step in itertools.islice(itertools.cycle(unit_of().spots), count)]


def is_wide(sheet: Stock) -> bool:
    return not sheet.round and sheet.width >= 1.5 * sheet.height


def printed(sheet: Stock, place: Place, printer: Printer) -> tuple[float, float]:
    """Where a place comes out, in pt from the bottom left."""
    width, height = sheet.page_mm
    x = width / 2 + (place.x - width / 2) * printer.scale + printer.dx
    y = height / 2 + (place.y - height / 2) * printer.scale + printer.dy
    return x * MM, (height - y) * MM


def die(sheet: Stock, number: int, printer: Printer = TRUE, inset: float = 0.0) -> paper.Box:
    """A label, or what is left of it inside so many mm."""
    x, y = printed(sheet, sheet.place(number), printer)
    wide, high = ((side / 2 - inset) * MM * printer.scale for side in (sheet.width, sheet.height))
    return paper.Box(x - wide, y - high, x + wide, y + high)


def art(sheet: Stock, number: int, printer: Printer) -> tuple[float, float]:
    """The middle of the picture on a label: the label's own, or that of the square at its left end."""
    place = sheet.place(number)
    left = (sheet.width - sheet.height) / 2 if is_wide(sheet) else 0.0
    return printed(sheet, Place(place.x - left, place.y), printer)


def assert_close(middle: tuple[float, float], wanted: tuple[float, float]) -> None:
    assert middle == pytest.approx(wanted, abs=CLOSE)
