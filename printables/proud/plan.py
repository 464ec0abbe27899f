"""Where the frames of a proud wall hang: on as few pages as are legible, and as large as can be."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from printables.page.paper import MARGIN, MM, Surface

HEAD, FOOT = 25 * MM, 8 * MM
"""Heights in pt on A4 of title and subtitle, and of the foot."""

NAIL = 0.13
"""What hangs above a frame, in parts of its width."""

SIGN = 0.28
"""Width of the own sign on the plate under a frame, in parts of the frame's: so large that a child finds it from afar."""

_LARGER_SIGN = 0.38
"""What it may grow to where rows hang far apart."""

OVER_SIGN = 0.06
"""Room between a frame and its plate, in parts of the frame's width."""

_PLATE = SIGN + OVER_SIGN

_GAP = 0.12
"""Room between two frames, in parts of their width."""

_LEAST = 27 * MM
"""Narrowest frame in pt on a sheet; where frames would be narrower they go on to a further page."""

_LARGEST = 120 * MM
"""Widest frame in pt on A4."""

_ASKEW = 0.985
"""What rows that are not all equally long cost."""

_SPREAD = 3.0
"""How far frames may move apart to fill the page, in parts of the room between them."""


class Place(NamedTuple):
    """Where a frame hangs: the middle of its upper side in pt, and how many hang before it in its row, and rows above it."""

    x: float
    top: float
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Plan:
    """How all pages of a wall are hung.

    Attributes:
        surface: What a page is laid out on.
        landscape: Whether it lies.
        pages: How many frames hang on each page.
        columns: How many hang in the longest row.
        width: Width and height of a frame in pt, without nail and plate.
    """

    surface: Surface
    landscape: bool
    pages: tuple[int, ...]
    columns: int
    width: float

    @property
    def sign(self) -> float:
        """Width of the own sign, in parts of the frame's width; the plate is as high."""
        _, high = _room(self.surface, landscape=self.landscape)
        rows = math.ceil(self.pages[0] / self.columns)
        spare = high / self.width - rows * (1 + NAIL + _PLATE) - _GAP * (rows - 1)
        return min(SIGN + max(spare, 0.0) / rows / 2, _LARGER_SIGN)

    def places(self, page: int) -> Iterator[Place]:
        """Give where the frames of a page hang, row by row; rows differ by one frame at most, and each is centred."""
        rows = _shared(self.pages[page], math.ceil(self.pages[page] / self.columns))
        wide, high = _room(self.surface, landscape=self.landscape)
        gap = _GAP * self.width
        across = self.width + min(gap * _SPREAD, _apart(wide, self.width, max(rows), gap))
        tall = self.width * (1 + NAIL + OVER_SIGN + self.sign)
        down = tall + min(gap * _SPREAD, _apart(high, tall, len(rows), gap))
        middle = MARGIN + wide / 2
        top = MARGIN + FOOT * self.surface.scale + (high + tall + down * (len(rows) - 1)) / 2 - NAIL * self.width
        for row, count in enumerate(rows):
            for column in range(count):
                yield Place(middle + (column - (count - 1) / 2) * across, top - row * down, column, row)


def choose(count: int, surface: Surface) -> Plan:
    """Choose the pages, their orientation and their columns that make the frames largest; a poster has one page.

    Args:
        count: How many frames, at least one.
        surface: What a page is laid out on.

    Raises:
        ValueError: When there is no frame.
    """
    for pages in range(1, count + 1):
        hung = _shared(count, pages)
        plans = [
            Plan(surface, landscape, hung, columns, _width(hung[0], columns, surface, landscape=landscape))
            for landscape in (False, True)
            for columns in range(1, hung[0] + 1)
        ]
        best = max(plans, key=lambda plan: plan.width * (1 if plan.pages[0] % plan.columns == 0 else _ASKEW))
        if best.width >= _LEAST or surface.is_poster:
            return best
    message = f"There are no frames to hang on {surface}."
    raise ValueError(message)


def _shared(count: int, parts: int) -> tuple[int, ...]:
    """Share frames among pages or rows, the longer ones first."""
    each, more = divmod(count, parts)
    return tuple(each + (at < more) for at in range(parts))


def _apart(room: float, side: float, count: int, gap: float) -> float:
    """Give what lies between so many frames that fill a room."""
    return (room - side * count) / (count - 1) if count > 1 else gap


def _room(surface: Surface, *, landscape: bool) -> tuple[float, float]:
    wide, high = surface.size(landscape=landscape)
    return wide - 2 * MARGIN, high - 2 * MARGIN - (HEAD + FOOT) * surface.scale


def _width(count: int, columns: int, surface: Surface, *, landscape: bool) -> float:
    """Give the width of frames in so many columns."""
    (wide, high), rows = _room(surface, landscape=landscape), math.ceil(count / columns)
    return min(
        wide / (columns + _GAP * (columns - 1)),
        high / (rows * (1 + NAIL + _PLATE) + _GAP * (rows - 1)),
        _LARGEST * surface.scale,
    )
