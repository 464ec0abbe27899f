"""Places that were named while a page was drawn, and where they come out in the file.

A place may tell no more than the page itself: its key names a student, by id, only on a page that says who the student is; where
a page keeps that to itself, as a quilt or a chart by alias does, places have numbers in the order in which they lie there. What
somebody may not see changes neither which places there are nor what they are called.
"""

import math
from collections.abc import Iterator, Mapping

from printables.page.drawn import Field
from printables.page.paper import MM

Box = tuple[float, float, float, float]
"""Left, bottom, width and height in pt."""

Matrix = tuple[float, float, float, float, float, float]
"""How a PDF moves, turns and scales what is drawn."""

SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
"""Leaves everything where it is."""

Named = tuple[Box, Matrix]
"""A place as it was named: its box, and how the canvas was moved just then."""


def after(first: Matrix, then: Matrix) -> Matrix:
    """Give how something is moved that is moved in one way and then in another."""
    (a, b, c, d, e, f), (ta, tb, tc, td, te, tf) = first, then
    return (
        ta * a + tc * b,
        tb * a + td * b,
        ta * c + tc * d,
        tb * c + td * d,
        ta * e + tc * f + te,
        tb * e + td * f + tf,
    )


def fields_on(
    page: int, named: Mapping[str, Named], height: float, moved: Matrix = SAME, window: Box | None = None
) -> Iterator[Field]:
    """Give the places of one page of the file; one that was turned by the upright box around it.

    Args:
        page: Which, from 0.
        named: By their keys.
        height: Of the page, in pt.
        moved: How all that was drawn is moved onto this page.
        window: What the page shows of it, on the page; a place is where its middle is seen. None where all is shown.
    """
    to_mm = after(moved, (1 / MM, 0.0, 0.0, -1 / MM, 0.0, height / MM))
    left, right, upper, lower = _sides_mm(window, height)
    known: Matrix | None = None
    for key, (box, how) in named.items():
        if how is not known:
            known = how
            a, b, c, d, e, f = after(how, to_mm)
        x, y, wide, high = box
        x, y = x + wide / 2, y + high / 2
        x, y = a * x + c * y + e, b * x + d * y + f
        if left <= x <= right and upper <= y <= lower:
            yield Field(page, key, x, y, abs(a) * wide + abs(c) * high, abs(b) * wide + abs(d) * high)


def _sides_mm(window: Box | None, height: float) -> Box:
    """Give left, right, upper and lower end of what a page shows, in mm from its upper left corner."""
    if window is None:
        return -math.inf, math.inf, -math.inf, math.inf
    left, bottom, width, high = window
    return left / MM, (left + width) / MM, (height - bottom - high) / MM, (height - bottom) / MM
