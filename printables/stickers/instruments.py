"""What a printer is measured by: bars of 100 mm with every mm, rulers at the edges, and a cross for the folds."""

from typing import Any

from printables.lettering.lines import CAP_HEIGHT, Align, fit, line, write, write_block
from printables.lettering.voices import Letters
from printables.page.hues import HAIR, INK, QUIET
from printables.page.paper import MM
from printables.page.places import Box
from printables.page.ruler import RULER_MM

EDGE_MM = 15
"""How deep the rulers at the edges reach into the page, in mm."""

CROSS_MM = 14
"""How far the cross and its words reach from the middle, in mm."""

_GRID_MM = 5
_LANES = 3
"""Numbers stand in so many lanes beside an edge's ruler: one mm is less than the height of a number."""

_TYPE = 5.5
_TICK = 2.5 * MM
_DEEPEST = 3.4 * MM


def draw_bar(canvas: Any, x: float, y: float, letters: Letters, *, upright: bool) -> Box:
    """Draw a bar of 100 mm with a tick each mm, to the right of a point or down from it.

    Args:
        canvas: The reportlab canvas.
        x: Where it begins, in pt; `y` likewise.
        y: See `x`.
        letters: How it is lettered.
        upright: Whether it runs down, its ticks to the right; else it runs to the right, its ticks down.

    Returns:
        The box of its lines.
    """
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.5)
    canvas.setFillColor(INK)
    size = 1.3 * _TYPE
    end = RULER_MM * MM
    canvas.line(*((x, y, x, y - end) if upright else (x, y, x + end, y)))
    for mm in range(RULER_MM + 1):
        along, deep = mm * MM, _DEEPEST if mm % 10 == 0 else (2.4 if mm % 5 == 0 else 1.4) * MM
        canvas.line(*((x, y - along, x + deep, y - along) if upright else (x + along, y, x + along, y - deep)))
        if mm % 10 == 0 and mm:
            number = line(str(mm), letters.plain)
            if upright:
                write(canvas, number, size, x - 1.2 * MM, y - along - CAP_HEIGHT * size / 2, align=Align.RIGHT)
            else:
                write(canvas, number, size, x + along, y + 1.2 * MM, align=Align.CENTRE)
    return (x, y - end, _DEEPEST, end) if upright else (x, y - _DEEPEST, end, _DEEPEST)


def draw_edges(canvas: Any, size: tuple[float, float], letters: Letters) -> dict[str, Box]:
    """Draw a ruler inwards from the middle of each edge; whoever can read a number knows the printer reaches so far.

    Args:
        canvas: The reportlab canvas.
        size: Width and height of the page in pt.
        letters: How it is lettered.

    Returns:
        The box of each ruler's lines, by its edge.
    """
    width, height = size
    canvas.setStrokeColor(QUIET)
    canvas.setLineWidth(0.35)
    canvas.setFillColor(INK)
    cap = CAP_HEIGHT * _TYPE
    for mm in range(1, EDGE_MM + 1):
        deep, tick = mm * MM, _TICK * (1.5 if mm % 5 == 0 else 1)
        lane = (mm - 1) % _LANES
        number = line(str(mm), letters.plain)
        x, y = width / 2 + 1.7 * _TICK + lane * 3.2 * MM, height / 2 - 1.7 * _TICK - cap - lane * 2.2 * MM
        canvas.line(width / 2, height - deep, width / 2 + tick, height - deep)
        write(canvas, number, _TYPE, x, height - deep - cap)
        canvas.line(width / 2, deep, width / 2 + tick, deep)
        write(canvas, number, _TYPE, x, deep)
        canvas.line(deep, height / 2, deep, height / 2 - tick)
        write(canvas, number, _TYPE, deep, y)
        canvas.line(width - deep, height / 2, width - deep, height / 2 - tick)
        write(canvas, number, _TYPE, width - deep, y, align=Align.RIGHT)
    wide, deep = 1.5 * _TICK, (EDGE_MM - 1) * MM
    return {
        "upper": (width / 2, height - EDGE_MM * MM, wide, deep),
        "lower": (width / 2, MM, wide, deep),
        "left": (MM, height / 2 - wide, deep, wide),
        "right": (width - EDGE_MM * MM, height / 2 - wide, deep, wide),
    }


def draw_cross(canvas: Any, x: float, y: float, letters: Letters) -> Box:
    """Draw a cross with a grid of 5 mm each way around it, to read from where a fold runs.

    Args:
        canvas: The reportlab canvas.
        x: Its middle, in pt; `y` likewise.
        y: See `x`.
        letters: How it is lettered.

    Returns:
        The box of its arms.
    """
    reach, far = _GRID_MM * MM, (_GRID_MM + 3) * MM
    for mm in range(-_GRID_MM, _GRID_MM + 1):
        canvas.setStrokeColor(HAIR if mm % _GRID_MM else QUIET)
        canvas.setLineWidth(0.3 if mm % _GRID_MM else 0.5)
        canvas.line(x + mm * MM, y - reach, x + mm * MM, y + reach)
        canvas.line(x - reach, y + mm * MM, x + reach, y + mm * MM)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.6)
    canvas.line(x - far, y, x + far, y)
    canvas.line(x, y - far, x, y + far)
    canvas.setFillColor(INK)
    words = far + 1 * MM
    for text, at, align in (
        ("right 5", (x + words, y), Align.LEFT),
        ("left 5", (x - words, y), Align.RIGHT),
        ("up 5", (x, y + words + 0.4 * _TYPE), Align.CENTRE),
        ("down 5", (x, y - words - 0.4 * _TYPE), Align.CENTRE),
    ):
        block = fit(line(text, letters.plain), 2 * CROSS_MM * MM, 1.3 * _TYPE, _TYPE)
        write_block(canvas, block, *at, align)
    return x - far, y - far, 2 * far, 2 * far
