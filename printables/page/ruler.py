"""The bar of 100 mm that tells whether a page was printed at its true size."""

from typing import Any

from printables.lettering.lines import line, write
from printables.lettering.voices import Letters
from printables.page.hues import QUIET
from printables.page.paper import MM

RULER_ROOM = 6 * MM
"""Height in pt a page gives to its bar."""

RULER_MM = 100

RULER_WORDS = "100 mm: print at actual size (100 %)"
_TYPE = 6.0


def draw_ruler(canvas: Any, left: float, bottom: float, letters: Letters, words: str = RULER_WORDS) -> None:
    """Draw the bar with a tick each 10 mm and what it is for.

    Args:
        canvas: The reportlab canvas.
        left: Where it begins, in pt.
        bottom: Its lower end, in pt; it is 2.4 mm high.
        letters: How it is lettered.
        words: What stands beside it.
    """
    canvas.setStrokeColor(QUIET)
    canvas.setLineWidth(0.5)
    y, end = bottom + 0.3, left + RULER_MM * MM
    canvas.line(left, y, end, y)
    for tick in range(0, RULER_MM + 1, 10):
        x = left + tick * MM
        canvas.line(x, y, x, y + (2.4 if tick % 50 == 0 else 1.4) * MM)
    canvas.setFillColor(QUIET)
    write(canvas, line(words, letters.plain), _TYPE, end + 2 * MM, bottom + 0.5)
