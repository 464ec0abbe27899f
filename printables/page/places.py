"""Places that were named while a page was drawn, and where they come out in the file.

A place may tell no more than the page itself: its key names a student, by id, only on a page that says who the student is; where
a page keeps that to itself, as a quilt or a chart by alias does, places have numbers in the order in which they lie there. What
somebody may not see changes neither which places there are nor what they are called.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from printables.page.drawn import Field
from printables.page.paper import MM

Box = tuple[float, float, float, float]
"""Left, bottom, width and height in pt."""

Matrix = tuple[float, float, float, float, float, float]
"""How a PDF moves, turns and scales what is drawn."""

SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
"""Leaves everything where it is."""


class Named(NamedTuple):
    """A place as it was named: its box, and how the canvas was moved just then."""

    box: Box
    moved: Matrix


def everywhere(_x: float, _y: float) -> bool:
    """Say that a sheet shows all there is."""
    return True


def fields_on(
    page: int,
    named: Mapping[str, Named],
    height: float,
    moved: Matrix = SAME,
    shows: Callable[[float, float], bool] = everywhere,
) -> Iterator[Field]:
    """Give the places of one page of the file.

    Args:
        page: Which, from 0.
        named: By their keys.
        height: Of the page, in pt.
        moved: How all that was drawn is moved onto this page.
        shows: Says of a point of what was drawn whether this page shows it; a place is where its middle is seen.
    """
    for key, ((left, bottom, width, high), how) in named.items():
        drawn = _through(how, (left + width / 2, bottom + high / 2, width, high))
        if shows(drawn[0], drawn[1]):
            x, y, wide, tall = _through(moved, drawn)
            yield Field(page, key, x / MM, (height - y) / MM, wide / MM, tall / MM)


def _through(matrix: Matrix, place: Box) -> Box:
    """Give a place, told by its middle, width and height, as it is moved; one that is turned by the upright box around it."""
    (a, b, c, d, e, f), (x, y, width, height) = matrix, place
    return a * x + c * y + e, b * x + d * y + f, abs(a) * width + abs(c) * height, abs(b) * width + abs(d) * height
