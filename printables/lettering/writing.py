"""Writing lines and blocks on a canvas, in its fill colour."""

from collections.abc import Sequence
from enum import Enum
from typing import Any

from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr

from printables.lettering.blocks import LINE_SPACING, Block
from printables.lettering.composing import Line
from printables.lettering.glyphs import Glyph, Run

CAP_HEIGHT = 0.7
"""Height of a capital letter, in parts of the type size; all our fonts agree on it."""

LEADING = 1.02
"""Distance of two lines of a block centred on a height, in parts of the type size."""


class Align(Enum):
    """Which part of a line its place names, in parts of the line's width."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


def write(canvas: Any, text: Line, size: float, x: float, y: float, *, align: Align = Align.LEFT) -> None:
    """Write one line in the canvas's fill colour.

    Args:
        canvas: The reportlab canvas.
        text: What to write.
        size: Type size in pt.
        x: Place of the line's left end, middle or right end, in pt.
        y: Height of its baseline, in pt.
        align: Which of the three `x` names.
    """
    x -= text.width(size) * align.value
    between_letters, between_words = text.voice.between_letters * size, text.voice.between_words * size
    for run in text.runs:
        canvas.setFont(run.font, size)
        if run.parts:
            _write_glyphs(canvas, run, size, x, y)
        else:
            canvas.drawString(x, y, run.text, charSpace=between_letters, wordSpace=between_words)
        x += run.ems * size


def _write_glyphs(canvas: Any, run: Run, size: float, x: float, y: float) -> None:
    for told, glyphs in run.parts:
        if not glyphs:  # a text of nothing but signs nobody sees
            continue
        if told:
            canvas.addLiteral(f"/Span <</ActualText <FEFF{told.encode('utf-16-be').hex().upper()}>>> BDC")
        canvas.drawString(x + glyphs[0].x * size, y, _placed(glyphs))
        if glyphs[-1].y:  # how far a glyph was raised would hold for all that follows on the page
            canvas.addLiteral("0 Ts")
        if told:
            canvas.addLiteral("EMC")


def _placed(glyphs: Sequence[Glyph]) -> ShapedStr:
    """Give glyphs as reportlab places them: by how far the pen moves on after each, in thousandths of the type size."""
    ends = [glyph.x for glyph in glyphs[1:]] + [glyphs[-1].x + glyphs[-1].width]
    moves = [
        ShapeData(at, 1000 * (end - glyph.x), 0, 0, 1000 * glyph.y, 1000 * glyph.width)
        for at, (glyph, end) in enumerate(zip(glyphs, ends, strict=True))
    ]
    return ShapedStr("".join(glyph.char for glyph in glyphs), moves)


def write_block(canvas: Any, block: Block, x: float, middle: float, align: Align = Align.LEFT) -> None:
    """Write a block with its capitals centred on a height in pt."""
    leading = LEADING * block.size
    y = middle - CAP_HEIGHT * block.size / 2 + leading * (len(block.lines) - 1) / 2
    for each in block.lines:
        write(canvas, each, block.size, x, y, align=align)
        y -= leading


def write_down(canvas: Any, block: Block, x: float, top: float, align: Align = Align.LEFT) -> float:
    """Write a block from its upper end downwards, in the canvas's fill colour.

    Args:
        canvas: The reportlab canvas.
        block: What to write.
        x: Place of the lines' left ends, middles or right ends, in pt.
        top: Height of its upper end, in pt.
        align: Which of the three `x` names.

    Returns:
        The height under it, in pt.
    """
    leading = LINE_SPACING * block.size
    y = top - (leading + CAP_HEIGHT * block.size) / 2
    for each in block.lines:
        write(canvas, each, block.size, x, y, align=align)
        y -= leading
    return top - block.height
