"""Where everything stands in a class register: the fewest pages first, then the largest type. All sizes in pt."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from printables.lettering.voices import Letters
from printables.page.paper import MARGIN, Surface

HEADING, FOOT = 44.0, 17.0
"""Height of the heading and of the foot on A4, in usual letters."""

SMALLEST = 7.0
"""The smallest type, on every paper."""

LEVEL, NUMBER = 2.0, 1.7
"""Height of a level's title and of the columns' numbers, in parts of the type size."""

_LARGEST, _STEP = 9.5, 0.25
_ROW, _ROOMY_ROW = 2.75, 1.6
"""Height of a row in parts of the type size, and how much higher one may be where there is room."""

_AROUND, _ROOMY_COLUMN = 1.0, 1.5
"""White beside a date in parts of the type size, and how much wider a column may be where there is room."""

_BEFORE_NAME = 3.2
"""Room for a number before a name, and for white after it, in parts of the type size."""

_MOST_NAMES, _MOST_HEAD = 0.3, 0.2
"""Shares of the page the names may have, and the titles over the columns."""

Span = tuple[int, int]
"""Where a run of rows or columns begins and ends, from 0; the end is not in it."""

Under = Callable[[int, Span, float], float]
"""Gives the height of what stands under the table for a unit, some of its columns, and the width of the page."""


class Measures(NamedTuple):
    """What a register has to hold; widths in parts of the type size.

    Attributes:
        students: How many rows.
        levels: For each unit how many columns each of its levels has.
        name: Width of the longest name.
        date: Width of a date.
        title: Width of the longest title, on two lines where it can be cut.
    """

    students: int
    levels: Sequence[Sequence[int]]
    name: float
    date: float
    title: float


class Plan(NamedTuple):
    """How a register is laid out.

    Attributes:
        landscape: Whether the sheet lies.
        size: Type size of the table.
        names: Width of the names, their numbers included.
        pitch: Width of a column.
        row: Height of a row.
        titles: Height of the titles over the columns.
        parts: For each unit the columns of each page, side by side.
        rows: The rows of each page, one below the other.
    """

    landscape: bool
    size: float
    names: float
    pitch: float
    row: float
    titles: float
    parts: tuple[tuple[Span, ...], ...]
    rows: tuple[Span, ...]

    @property
    def head(self) -> float:
        """Height of all that stands over the first row."""
        return self.titles + (LEVEL + NUMBER) * self.size

    @property
    def pages(self) -> int:
        """How many pages the tables take."""
        return len(self.rows) * sum(len(parts) for parts in self.parts)


def choose(measures: Measures, surface: Surface, letters: Letters, under: Callable[[float], Under]) -> Plan:
    """Lay out a register.

    Args:
        measures: What it has to hold.
        surface: What it is laid out on.
        letters: How it is lettered.
        under: Gives, for a type size, the heights of what stands under the tables.

    Raises:
        ValueError: When not even one row fits on a page.
    """
    most, least = _LARGEST * surface.scale * letters.size, SMALLEST * letters.size
    sizes = [least + _STEP * at for at in range(int((most - least) / _STEP) + 1)]
    plans = [
        plan
        for size in sizes
        for landscape in (False, True)
        if (plan := _plan(measures, surface, size, under(size), enlarged=letters.size, landscape=landscape)) is not None
    ]
    if not plans:
        raise ValueError("These steps have titles longer than a page has room for; choose a larger paper.")
    return min(plans, key=lambda plan: (plan.pages, -plan.size, plan.landscape))


def _plan(
    measures: Measures, surface: Surface, size: float, under: Under, *, enlarged: float, landscape: bool
) -> Plan | None:
    """Lay it out in one type size and orientation; None where not even one row fits."""
    width, height = (side - 2 * MARGIN for side in surface.size(landscape=landscape))
    names = min((measures.name + _BEFORE_NAME) * size, _MOST_NAMES * width)
    titles = min(measures.title * size, _MOST_HEAD * height) + 0.8 * size
    pitch, row = (measures.date + _AROUND) * size, _ROW * size
    across = max(1, int((width - names) / pitch))
    parts = tuple(tuple(columns_of(levels, across)) for levels in measures.levels)
    plan = Plan(landscape, size, names, pitch, row, titles, parts, ())
    below = max(under(unit, span, width) for unit, spans in enumerate(parts) for span in spans)
    room = height - (HEADING + FOOT) * surface.scale * enlarged - plan.head - below
    down = int(room / row)
    if down < 1:
        return None
    rows = tuple(evenly(measures.students, down))
    widest = max(end - start for spans in parts for start, end in spans)
    names = min(max(names, (measures.name + _BEFORE_NAME) * size), width - widest * pitch)
    return plan._replace(
        rows=rows,
        names=names,
        pitch=min(_ROOMY_COLUMN * pitch, (width - names) / widest),
        row=min(_ROOMY_ROW * row, room / max(end - start for start, end in rows)),
    )


def evenly(count: int, most: int) -> Iterator[Span]:
    """Cut so many rows into as few runs as can be, all about as long."""
    runs = -(-count // most)
    ends = [round(count * at / runs) for at in range(runs + 1)]
    yield from pairwise(ends)


def columns_of(levels: Iterable[int], most: int) -> Iterator[Span]:
    """Cut columns into as few runs as can be, between two levels where that takes no run more, all about as long.

    Args:
        levels: How many columns each level has.
        most: How many may stand side by side.
    """
    ends = list(accumulate(levels))
    by_level = [_greedy(ends, each) for each in range(1, most + 1)]
    fewest = -(-ends[-1] // most)
    cut = next((runs for runs in by_level if runs is not None and len(runs) == fewest), None)
    yield from cut if cut is not None else evenly(ends[-1], most)


def _greedy(ends: Sequence[int], most: int) -> list[Span] | None:
    """Put whole levels side by side, at most so many columns; None where a level alone is wider."""
    runs, start, last = [], 0, 0
    for end in ends:
        if end - last > most:
            return None
        if end - start > most:
            runs.append((start, last))
            start = last
        last = end
    return [*runs, (start, last)]
