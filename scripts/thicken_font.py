"""Thickens the strokes of a font that comes in one weight only."""

from itertools import pairwise
from math import hypot
from typing import Any

_SHARP = -0.94
"""Cosine of a turn so sharp that its point stays where it is."""


def thicken(font: Any, by: float) -> None:
    """Thicken all strokes of a TrueType font.

    Args:
        font: The opened font, without hints.
        by: By how much, in its own units; each letter becomes as much wider.
    """
    glyphs, widths = font["glyf"], font["hmtx"].metrics
    for name in font.getGlyphOrder():
        glyph = glyphs[name]
        if glyph.numberOfContours > 0:
            _thicken(glyph, by / 2)
        width, left = widths[name]
        widths[name] = (width + round(by) if width else 0, left)
    for name in font.getGlyphOrder():
        glyphs[name].recalcBounds(glyphs)
        widths[name] = (widths[name][0], getattr(glyphs[name], "xMin", 0))


def _thicken(glyph: Any, by: float) -> None:
    points, start = list(glyph.coordinates), 0
    for end in glyph.endPtsOfContours:
        contour = points[start : end + 1]
        moved = [
            _moved(before, point, after, by)
            for (before, point), (_, after) in pairwise(pairwise([contour[-1], *contour, contour[0]]))
        ]
        for at, (x, y) in enumerate(moved, start):
            glyph.coordinates[at] = (round(x + by), round(y))
        start = end + 1


def _moved(
    before: tuple[float, float], point: tuple[float, float], after: tuple[float, float], by: float
) -> tuple[float, float]:
    """Move a point away from the ink, which lies on the right of the way, by rule of TrueType."""
    (in_x, in_y), in_long = _way(before, point)
    (out_x, out_y), out_long = _way(point, after)
    turn = in_x * out_x + in_y * out_y
    if turn <= _SHARP or not in_long or not out_long:
        return point
    far = min(by / (1 + turn), 2 * by)
    return point[0] - (in_y + out_y) * far, point[1] + (in_x + out_x) * far


def _way(start: tuple[float, float], end: tuple[float, float]) -> tuple[tuple[float, float], float]:
    """Give the direction from one point to another, and how far it is."""
    x, y = end[0] - start[0], end[1] - start[1]
    far = hypot(x, y)
    return ((x / far, y / far), far) if far else ((0.0, 0.0), 0.0)
