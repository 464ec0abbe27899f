"""Where everything stands on a child's own chart: levels as bands, spots as big as lets the path fit. All sizes in pt."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from printables.page.paper import MM

HEAD, FOOT, TAB = 78.0, 42.0, 20.0
"""Height of the child's name, of the line to write on, and of a level's tab, on A4."""

UNDER = 6.0
"""Height between a spot and the words under it, on A4."""

_PAD, _GAP, _ROW = 8.0, 10.0, 10.0
"""Height above and below what a level holds, between two levels, and between two rows of spots, on A4, where it is tight."""

_AIRY = 2.5
"""How many times as high these become where there is room."""

_FEWEST, _MOST = 3, 9
"""Spots side by side where their width is free."""

_BIGGEST, _GOOD = 40 * MM, 15 * MM
"""Width of a spot on A4: never more, and enough for fewer pages to be better than bigger stickers."""

_NEARLY = 0.85
"""A path in fewer rows is better even where its spots are only so big, in parts of the biggest."""

_SHARE, _TIGHT = 0.78, 0.9
"""Share of its part of the row a spot may take, and one whose width was asked for."""


class Room(NamedTuple):
    """The room on a page between name and foot.

    Attributes:
        left: Its left end.
        top: Its upper end.
        width: How wide it is.
        height: How high it is.
        scale: How much larger than on A4 distances are.
        type: How much larger than usual on A4 lettering is.
    """

    left: float
    top: float
    width: float
    height: float
    scale: float = 1.0
    type: float = 1.0

    @property
    def tab(self) -> float:
        """Height of a level's tab."""
        return TAB * self.type


class Spot(NamedTuple):
    """A spot's place on the page.

    Attributes:
        number: Which of the level's spots, from 0.
        x: Its middle, as `y`.
        y: See `x`.
        words: Height of the room for its words, `UNDER` below it.
    """

    number: int
    x: float
    y: float
    words: float


class Band(NamedTuple):
    """The place of a level on a page, or of some of its rows.

    Attributes:
        level: Its number in the unit, from 0.
        top: Its upper end.
        height: Its height, the tab included.
        rows: Its spots, row by row.
    """

    level: int
    top: float
    height: float
    rows: tuple[tuple[Spot, ...], ...]


class Plan(NamedTuple):
    """How a child's chart is laid out.

    Attributes:
        pages: The bands of each page, top first.
        pitch: Width of a spot's part of the row.
        die: Width of a spot.
    """

    pages: tuple[tuple[Band, ...], ...]
    pitch: float
    die: float


Heights = Callable[[float], Sequence[Sequence[float]]]
"""Gives, for the width of a spot's part of the row, how high the words under each spot of each level are."""


class _Part(NamedTuple):
    """Rows of a level that stand on one page, from `start` up to `end`."""

    level: int
    start: int
    end: int


def _air(part: _Part) -> float:
    """Give how much of a part's height is air, on A4."""
    return 2 * _PAD + max(part.end - part.start - 1, 0) * _ROW


class _Grid(NamedTuple):
    """Levels cut into rows: the numbers of the spots in each row, and the height of the words under it."""

    pitch: float
    rows: tuple[tuple[range, ...], ...]
    words: tuple[tuple[float, ...], ...]

    def height(self, part: _Part, die: float, room: Room) -> float:
        """Give how high a part of a level is, its tab included, where it is tight."""
        words = self.words[part.level][part.start : part.end]
        return room.tab + len(words) * (die + UNDER * room.scale) + sum(words) + _air(part) * room.scale

    def whole(self, level: int) -> _Part:
        """Give a level with all of its rows."""
        return _Part(level, 0, len(self.rows[level]))


def choose(counts: Sequence[int], heights: Heights, room: Room, die: float | None = None) -> Plan:
    """Lay out a chart: the biggest spots on one page, on more only where they would be small.

    Args:
        counts: How many spots each level has.
        heights: How high their words are.
        room: What each page has for them.
        die: Width of a spot where it was asked for; then the fewest pages.

    Raises:
        ValueError: When not even one row of spots fits on a page.
    """
    found = None if die is not None else _biggest(_grids(counts, heights, room, range(_FEWEST, _MOST + 1)), room)
    return found or _flowed(counts, heights, room, _GOOD if die is None else die)


def _grids(counts: Sequence[int], heights: Heights, room: Room, across: range) -> list[_Grid]:
    """Cut the levels into rows in every way that differs, the fewest rows first."""
    cuts = {tuple(tuple(_rows(count, most)) for count in counts) for most in across}
    grids = []
    for rows in sorted(cuts, key=lambda cut: sum(map(len, cut))):
        pitch = room.width / max((len(row) for level in rows for row in level), default=1)
        words = tuple(
            tuple(max(level[number] for number in row) for row in here)
            for here, level in zip(rows, heights(pitch), strict=True)
        )
        grids.append(_Grid(pitch, rows, words))
    return grids


def _rows(count: int, most: int) -> Iterator[range]:
    """Cut a level into rows of about as many spots, the longer ones first."""
    rows, start = -(-count // most), 0
    for row in range(rows):
        end = start + -(-(count - start) // (rows - row))
        yield range(start, end)
        start = end


def _biggest(grids: Sequence[_Grid], room: Room) -> Plan | None:
    """Lay out whole levels with the biggest spots, on the fewest pages that let them be good; None where none do."""
    for pages in range(1, len(grids[0].rows) + 1):
        laid = [(grid, parts, _die(grid, parts, room)) for grid in grids for parts in [_whole_levels(grid, pages)]]
        most = max(die for _, _, die in laid)
        if most >= _GOOD:
            grid, parts, die = next(found for found in laid if found[2] >= _NEARLY * most)
            return _laid(grid, die, parts, room)
    return None


def _whole_levels(grid: _Grid, pages: int) -> list[list[_Part]]:
    """Put the levels on so many pages with about as many rows each."""
    so_far = list(accumulate(len(level) for level in grid.rows))
    ends = {
        min(range(len(so_far)), key=lambda at: abs(so_far[at] - so_far[-1] * page / pages)) + 1
        for page in range(1, pages)
    }
    cuts = (0, *sorted(ends - {len(so_far)}), len(so_far))
    return [[grid.whole(level) for level in range(*cut)] for cut in pairwise(cuts)]


def _die(grid: _Grid, pages: Sequence[Sequence[_Part]], room: Room) -> float:
    """Give how wide the spots of these pages can be."""
    most = min(_SHARE * grid.pitch, _BIGGEST * room.scale)
    for parts in pages:
        rows = sum(part.end - part.start for part in parts)
        taken = sum(grid.height(part, 0.0, room) for part in parts) + (len(parts) - 1) * _GAP * room.scale
        most = min(most, (room.height - taken) / max(rows, 1))
    return most


def _flowed(counts: Sequence[int], heights: Heights, room: Room, die: float) -> Plan:
    """Lay out spots of a given width on the fewest pages; a level that fits on none is cut between two rows."""
    least = max(die / _TIGHT, room.width / _MOST)
    grids = _grids(counts, heights, room, range(1, int(room.width / least + 1e-6) + 1))
    laid = [(grid, pages) for grid in grids if (pages := _flow(grid, die, room))]
    if not laid:
        message = "Not even one row of spots this wide fits on the paper; choose smaller spots or a larger paper."
        raise ValueError(message)
    grid, pages = min(laid, key=lambda found: (len(found[1]), sum(map(len, found[0].rows))))
    return _laid(grid, die, pages, room)


def _flow(grid: _Grid, die: float, room: Room) -> list[list[_Part]]:
    """Put parts of levels on page after page; nothing where a row is higher than a page."""
    pages: list[list[_Part]] = [[]]
    free = room.height
    for level in range(len(grid.rows)):
        rest: _Part | None = grid.whole(level)
        while rest is not None:
            gap = _GAP * room.scale if pages[-1] else 0.0
            part = _first_rows(grid, rest, die, room, free - gap)
            if part is not None:
                pages[-1].append(part)
                free -= gap + grid.height(part, die, room)
                rest = rest._replace(start=part.end) if part.end < rest.end else None
            elif pages[-1]:
                pages.append([])
                free = room.height
            else:
                return []
    return pages


def _first_rows(grid: _Grid, rest: _Part, die: float, room: Room, free: float) -> _Part | None:
    """Give as much of the rest of a level as is put into a free height: all, or some rows where no page holds all."""
    needs_cut = grid.height(rest, die, room) > room.height
    ends = range(rest.end, rest.start, -1) if needs_cut else (rest.end,)
    parts = (rest._replace(end=end) for end in ends)
    return next((part for part in parts if grid.height(part, die, room) <= free + 0.01), None)


def _laid(grid: _Grid, die: float, pages: Sequence[Sequence[_Part]], room: Room) -> Plan:
    return Plan(tuple(tuple(_bands(grid, die, parts, room)) for parts in pages), grid.pitch, die)


def _bands(grid: _Grid, die: float, parts: Sequence[_Part], room: Room) -> Iterator[Band]:
    top, heights = room.top, [grid.height(part, die, room) for part in parts]
    gaps = (len(parts) - 1) * _GAP * room.scale
    air = sum(map(_air, parts)) * room.scale + gaps
    airy = min(1 + (room.height - sum(heights) - gaps) / air, _AIRY)
    for part, tight in zip(parts, heights, strict=True):
        height = tight + (airy - 1) * _air(part) * room.scale
        yield Band(part.level, top, height, tuple(_spots(grid, die, part, room._replace(top=top), airy)))
        top -= height + _GAP * room.scale * airy


def _spots(grid: _Grid, die: float, part: _Part, room: Room, airy: float) -> Iterator[tuple[Spot, ...]]:
    """Give the places of a level's spots, row by row, each row in the middle."""
    y = room.top - room.tab - _PAD * airy * room.scale - die / 2
    for row in range(part.start, part.end):
        numbers, words = grid.rows[part.level][row], grid.words[part.level][row]
        left = room.left + (room.width - len(numbers) * grid.pitch) / 2
        yield tuple(Spot(number, left + (at + 0.5) * grid.pitch, y, words) for at, number in enumerate(numbers))
        y -= die + (UNDER + _ROW * airy) * room.scale + words
