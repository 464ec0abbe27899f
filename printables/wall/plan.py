"""Where everything of a wall chart goes: orientation, pages, blocks, and the biggest square cell that fits."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from printables.page.paper import MARGIN, MM, Surface
from printables.wall.labels import Labels, headings

HEADER, KEY, FOOTER = 47.0, 24.0, 20.0
"""Heights in pt on A4 of title and subtitle, the lines of level titles, and the legend; they grow with the lettering."""

HEAD_PAD, BADGE_ROOM, FOOT_PAD = 0.3, 1.25, 0.1
"""Heights in cells: above the step titles, of the badges under them, and under the last row."""

_SMALLEST_CELL = 4 * MM
_LEGIBLE_CELL = 6.6 * MM
"""Below this side rows go to a second page, where that makes them much bigger."""
_LARGEST_CELL = 24 * MM
_MUCH = 0.85
_WIDEST = 2.2
"""How much wider than high a cell may be when the sheet has width to spare."""
_HIGHEST = 1.5
"""How much higher than its sticker needs a row may be when the sheet has height to spare."""

_NAME_SHARE, _LARGEST_NAME = 0.56, 24.0
_NAME_EMS = 10.5
"""Longer names shrink or wrap instead of taking room from the stickers."""
_LEAST_NAME = 0.62
"""How far the names shrink for the longest one; a still longer one wraps."""
_NAMES_MOST = 0.5
_SPARE = 0.5
"""How much wider the column of names may be so that a grid of few steps reaches the right edge."""
_EMBLEM_SHARE, _EMBLEM_OF_NAME = 0.92, 1.9
"""Width of an emblem in parts of the cell, and at most in parts of the names' type size."""
_AFTER_EMBLEM, _AFTER_NAME = 0.4, 0.33
_PAD, _GAP = 0.1, 0.2

_TITLE_SHARE, _TITLE_MOST = 0.4, 0.44
"""Type size of a rotated title in parts of its column: two lines, and some air to the next column; and in larger letters."""
_TITLE_LARGEST, _TITLE_LEAST = 12.0, 5.4
_SHRINK = 0.75
"""How far all titles shrink for the longest; from there on it shrinks alone."""
_TITLES_MOST = 0.22

_BLOCKS = (1, 2, 3)
_BLOCK_GUTTER = 7 * MM
_ROWS_OF_A_BLOCK = 5
_BLOCK_COST = 0.88
"""What a further block side by side must gain: one grid is calmer than two."""
_STANDING = 1.02


@dataclass(frozen=True, slots=True)
class Room:
    """The room a block has; lengths in pt.

    Attributes:
        landscape: Whether the sheet lies.
        blocks: How many lie side by side.
        rows: Rows of each block, page after page.
        width: Its width.
        height: What title, grid and legend may take.
        scale: How much larger than on A4 everything is.
        small: How much smaller than that letters are, so that spots of a given size find room.
    """

    landscape: bool
    blocks: int
    rows: tuple[int, ...]
    width: float
    height: float
    scale: float
    small: float


class Names(NamedTuple):
    """The column of names.

    Attributes:
        width: Its width.
        emblem: Width of a child's own sign, at its left end.
        start: Where a name begins, from its left end.
        room: Width a name may take.
        size: Type size of the names.
    """

    width: float
    emblem: float
    start: float
    room: float
    size: float


@dataclass(frozen=True, slots=True)
class Plan:
    """A chart laid out; all lengths in pt.

    Attributes:
        room: What it is laid out in: whether the sheet lies, how many grids lie side by side on a page (units of few steps
            leave room for it), their rows and their width.
        scale: How much larger than usual on A4 its letters are.
        cell: Side of the square that holds a sticker.
        spot: Width every spot has, or None where the cell decides.
        column: Distance from one column to the next.
        row: Distance from one row to the next.
        names: The column of names.
        pill: Height of a level's heading.
        title_size: The type size all step titles share.
        title_least: The type size one very long title may shrink to.
        title_room: Height of the rotated titles' band.
        key: Whether level titles are written in lines of their own, since a heading has no room for its title.
    """

    room: Room
    scale: float
    cell: float
    spot: float | None
    column: float
    row: float
    names: Names
    pill: float
    title_size: float
    title_least: float
    title_room: float
    key: bool

    @property
    def pad(self) -> float:
        """Room on both sides of a level's columns."""
        return _PAD * self.cell

    @property
    def gap(self) -> float:
        """Room between panels."""
        return _GAP * self.cell

    @property
    def above(self) -> float:
        """Height of what stands above the panels."""
        return (HEADER + (KEY if self.key else 0)) * self.scale

    @property
    def head(self) -> float:
        """Height of the column heads: heading, titles and badges."""
        return self.pill + (HEAD_PAD + BADGE_ROOM) * self.cell + self.title_room

    @property
    def pages(self) -> tuple[tuple[int, ...], ...]:
        """Rows of each block on each page."""
        rows, blocks = self.room.rows, self.room.blocks
        return tuple(rows[at : at + blocks] for at in range(0, len(rows), blocks))

    def panels(self, labels: Labels) -> tuple[float, ...]:
        """Give the width of each level's panel."""
        return _panels(labels, self.column, self.pad)


def choose(labels: Labels, surface: Surface) -> Plan:
    """Choose orientation, pages and blocks: the fewest pages with legible rows, then the biggest cell; a poster is one page.

    Raises:
        ValueError: When the columns don't fit the paper, or the rows and columns the poster.
    """
    names, columns = len(labels.names), len(labels.titles)
    best = _best(labels, surface, 1 if surface.is_poster else names)
    if best is None:
        if surface.is_poster:
            raise ValueError(
                f"{names} students and {columns} columns don't fit on {surface}; "
                "take something larger or a unit of fewer steps."
            )
        raise ValueError(f"{columns} columns don't fit on {surface}; take something larger or a unit of fewer steps.")
    enough = min(_LEGIBLE_CELL, _MUCH * best.cell)
    for pages in range(1, 1 if surface.is_poster else names):
        found = _best(labels, surface, pages)
        if found is not None and found.cell >= enough:
            return found
    return best


def _best(labels: Labels, surface: Surface, pages: int) -> Plan | None:
    plans = (_biggest(labels, room) for room in rooms(len(labels.names), surface, pages))
    return max((plan for plan in plans if plan is not None), key=worth, default=None)


def worth(plan: Plan) -> float:
    """Weigh a plan: the bigger its cell the better, and one grid on a standing sheet is calmest."""
    return plan.cell * (1 if plan.room.landscape else _STANDING) * _BLOCK_COST ** (plan.room.blocks - 1)


def rooms(count: int, surface: Surface, pages: int, *, taken: float = 0.0, small: float = 1.0) -> Iterator[Room]:
    """Give the ways to lay out so many rows on so many pages.

    Args:
        count: How many rows.
        surface: What a page is laid out on.
        pages: How many pages.
        taken: Height in pt that something else takes of each page.
        small: How much smaller than usual letters are.
    """
    for landscape in (False, True):
        width, height = (side - 2 * MARGIN for side in surface.size(landscape=landscape))
        for blocks in _BLOCKS:
            rows = split_evenly(count, pages * blocks)
            if blocks > 1 and rows[-1] < _ROWS_OF_A_BLOCK:
                break
            wide = (width - (blocks - 1) * _BLOCK_GUTTER) / blocks
            yield Room(landscape, blocks, rows, wide, height - taken, surface.scale, small)


def split_evenly(count: int, parts: int) -> tuple[int, ...]:
    """Split rows into parts as equal as can be, the longer ones first."""
    return tuple(count // parts + (part < count % parts) for part in range(parts))


def _biggest(labels: Labels, room: Room) -> Plan | None:
    """Find the biggest cell; None when even the smallest is too big."""
    low, high = _SMALLEST_CELL, _LARGEST_CELL * room.scale
    best = lay_out(labels, room, low)
    while best is not None and high - low > 0.1:  # noqa: PLR2004 - pt; nobody sees less
        middle = (low + high) / 2
        tried = lay_out(labels, room, middle)
        if tried is None:
            high = middle
        else:
            best, low = tried, middle
    return best


def lay_out(labels: Labels, room: Room, cell: float, spot: float | None = None) -> Plan | None:
    """Lay a chart out with this cell, in pt; None when it doesn't fit."""
    letters = labels.letters.size * room.small
    scale = letters * room.scale
    name_size = min(_NAME_SHARE * letters * cell, _LARGEST_NAME * scale)
    names = _names(labels, cell, name_size, _NAMES_MOST * room.width)
    if names is None:
        return None
    grid = room.width - names.width - len(labels.levels) * (2 * _PAD + _GAP) * cell
    column = min(_WIDEST * cell, grid / len(labels.titles))
    if column < cell:
        return None
    title_size, title_room = _titles(labels, column, room)
    pill = min(max(0.74 * cell, 15 * scale), 26 * scale)
    key = not all(block.whole for block in headings(labels, _panels(labels, column, _PAD * cell), pill))
    above = (HEADER + FOOTER + (KEY if key else 0)) * scale
    head = pill + title_room + (HEAD_PAD + BADGE_ROOM + FOOT_PAD) * cell
    row = min((room.height - above - head) / room.rows[0], _HIGHEST * cell)
    if row < cell:
        return None
    spare = grid - column * len(labels.titles)
    if spare <= _SPARE * names.width:  # else the grid would stand far from its names and reach no edge all the same
        names = _names(labels, cell, name_size, names.width + spare, wide=names.width + spare) or names
    least = min(title_size, _TITLE_LEAST * room.scale)
    return Plan(room, scale, cell, spot, column, row, names, pill, title_size, least, title_room, key)


def _names(labels: Labels, cell: float, size: float, most: float, *, wide: float = 0.0) -> Names | None:
    """Give the column of names; None where the longest would not be legible.

    Args:
        labels: They share one size, but for the very long ones.
        cell: The square of a sticker, in pt.
        size: Type size wanted, in pt.
        most: Width the column may have, in pt.
        wide: Width it should have where it may, in pt, even if it needs less.
    """
    longest = min(labels.longest_name, _NAME_EMS)
    emblem = min(_EMBLEM_SHARE * cell, _EMBLEM_OF_NAME * size)
    start, after = emblem + _AFTER_EMBLEM * size, _AFTER_NAME * cell
    room = most - start - after
    if room < _LEAST_NAME * longest * size:
        return None
    taken = min(longest * size, room)
    width = max(start + taken + after, min(wide, most))
    return Names(width, emblem, start, width - start - after, taken / longest if longest else size)


def _titles(labels: Labels, column: float, room: Room) -> tuple[float, float]:
    """Give the shared type size of the rotated titles and the height of their band."""
    letters = labels.letters.size * room.small
    most = _TITLES_MOST * room.height * labels.letters.size
    wanted = min(min(_TITLE_SHARE * letters, _TITLE_MOST) * column, _TITLE_LARGEST * room.scale * letters)
    size = max(min(wanted, most / max(labels.longest_half, 1)), _SHRINK * wanted)
    return size, min(labels.longest_title * size, most)


def _panels(labels: Labels, column: float, pad: float) -> tuple[float, ...]:
    return tuple(len(level.spots) * column + 2 * pad for _, level in labels.levels)
