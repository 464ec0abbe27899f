"""A picture of a terminal screen: blocks as exact rectangles, letters from a font with every sign."""

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from textual.strip import Strip

CELL = (10, 20)
"""Pixels of a cell, across and down: half-blocks come out square."""

_SIZE = 16
_MARGIN = 12


def terminal_picture(strips: Sequence[Strip], ground: str) -> Image.Image:
    """Draw a screen.

    Args:
        strips: Its lines.
        ground: Colour around the cells, and behind cells without one.
    """
    width = max(strip.cell_length for strip in strips)
    size = (width * CELL[0] + 2 * _MARGIN, len(strips) * CELL[1] + 2 * _MARGIN)
    picture = Image.new("RGB", size, ground)
    pen = ImageDraw.Draw(picture)
    for row, strip in enumerate(strips):
        column = 0
        for segment in filter(lambda part: part.cell_length, strip):
            column += _draw(pen, segment, column, row, ground)
    return picture


def caption_font() -> ImageFont.FreeTypeFont:
    """Give the font for words beside a picture."""
    return _font(bold=True)


def _draw(pen: ImageDraw.ImageDraw, segment: Segment, column: int, row: int, ground: str) -> int:
    left, top = _MARGIN + column * CELL[0], _MARGIN + row * CELL[1]
    cells = cell_len(segment.text)
    style = segment.style
    front = _rgb(style.color if style else None, "#FFFFFF")
    back = _rgb(style.bgcolor if style else None, ground)
    if style and style.reverse:
        front, back = back, front
    pen.rectangle((left, top, left + cells * CELL[0] - 1, top + CELL[1] - 1), fill=back)
    for char in segment.text:
        _draw_char(pen, char, left, top, front, bold=bool(style and style.bold))
        left += cell_len(char) * CELL[0]
    return cells


_BLOCKS = {"▀": (0, 0, 1, 0.5), "▄": (0, 0.5, 1, 1), "█": (0, 0, 1, 1), "▌": (0, 0, 0.5, 1), "▐": (0.5, 0, 1, 1)}
"""Parts of a cell that are filled: left, top, right, bottom."""


def _draw_char(pen: ImageDraw.ImageDraw, char: str, left: int, top: int, colour: str, *, bold: bool) -> None:
    if char in _BLOCKS:
        x0, y0, x1, y1 = _BLOCKS[char]
        wide, high = CELL
        pen.rectangle((left + x0 * wide, top + y0 * high, left + x1 * wide - 1, top + y1 * high - 1), fill=colour)
    elif char != " ":
        pen.text((left, top + CELL[1] * 0.76), char, font=_font(bold=bold), fill=colour, anchor="ls")


def _rgb(colour: Color | None, otherwise: str) -> str:
    return otherwise if colour is None or colour.is_default else colour.get_truecolor().hex


@cache
def _font(*, bold: bool) -> ImageFont.FreeTypeFont:
    found = find_spec("rinoh_typeface_dejavusansmono")
    assert found is not None, "make looks installs this font"
    assert found.origin is not None
    name = "DejaVuSansMono-Bold.ttf" if bold else "DejaVuSansMono.ttf"
    return ImageFont.truetype(Path(found.origin).with_name(name), _SIZE)
