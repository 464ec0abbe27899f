"""Where everything of a wall chart goes: orientation, pages, blocks, and the biggest square cell that fits."""

from collections.abc import Iterator
from dataclasses import dataclass

from printables.paper import MARGIN, MM, Paper
from printables.wall_labels import Labels, heading

HEADER, KEY, FOOTER = 47.0, 24.0, 20.0
"""Heights in pt on A4 of title and subtitle, the lines of level titles, and the legend; they grow with the sheet."""

HEAD_PAD, BADGE_ROOM, FOOT_PAD = 0.3, 1.25, 0.1
"""Heights in cells: above the step titles, of the badges under them, and under the last row."""

_SMALLEST_CELL = 4 * MM
_LEGIBLE_CELL = 6.6 * MM
"""Below this side rows go to a second page, where that makes them much bigger."""
_LARGEST_CELL = 24 * MM
_MUCH = 0.85
_WIDEST = 2.2
"""How much wider than high a cell may be when the sheet has width to spare."""
_HIGHEST = 1.3
"""How much higher than its sticker needs a row may be when the sheet has height to spare."""

_NAME_SHARE, _LARGEST_NAME = 0.56, 24.0
_NAME_EMS = 10.5
"""Longer names shrink or wrap instead of taking room from the stickers."""
_NAMES_MOST = 0.5
_PAD, _GAP = 0.1, 0.2

_TITLE_SHARE = 0.4
"""Type size of a rotated title in parts of its column: two lines, and some air to the next column."""
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
class Plan:
    """A chart laid out; all lengths in pt.

    Attributes:
        landscape: Whether the sheet lies.
        blocks: How many grids lie side by side on a page; units of few steps leave room for it.
        rows: Rows of each block, page after page.
        width: Width of a block.
        cell: Side of the square that holds a sticker.
        column: Distance from one column to the next.
        row: Distance from one row to the next.
        names: Width of the column of names, with the emblems.
        name_size: Type size of the names.
        pill: Height of a level's heading.
        title_size: The type size all step titles share.
        title_least: The type size one very long title may shrink to.
        title_room: Height of the rotated titles' band.
        key: Whether level titles are written in lines of their own, since a heading has no room for its title.
    """

    landscape: bool
    blocks: int
    rows: tuple[int, ...]
    width: float
    cell: float
    column: float
    row: float
    names: float
    name_size: float
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
    def head(self) -> float:
        """Height of the column heads: heading, titles and badges."""
        return self.pill + (HEAD_PAD + BADGE_ROOM) * self.cell + self.title_room

    @property
    def pages(self) -> tuple[tuple[int, ...], ...]:
        """Rows of each block on each page."""
        return tuple(self.rows[at : at + self.blocks] for at in range(0, len(self.rows), self.blocks))


def choose(labels: Labels, paper: Paper) -> Plan:
    """Choose orientation, pages and blocks: the fewest pages with legible rows, then the biggest cell.

    Raises:
        ValueError: When the columns don't fit the paper.
    """
    names = len(labels.names)
    best = max(_plans(labels, paper, names), key=_worth, default=None)
    if best is None:
        message = f"{len(labels.titles)} columns don't fit on {paper}; take a larger sheet or a unit of fewer steps."
        raise ValueError(message)
    enough = min(_LEGIBLE_CELL, _MUCH * best.cell)
    for pages in range(1, names):
        found = max(_plans(labels, paper, pages), key=_worth, default=None)
        if found is not None and found.cell >= enough:
            return found
    return best


def _worth(plan: Plan) -> float:
    return plan.cell * (1 if plan.landscape else _STANDING) * _BLOCK_COST ** (plan.blocks - 1)


@dataclass(frozen=True, slots=True)
class _Room:
    """The room a block has: lengths in pt."""

    landscape: bool
    blocks: int
    rows: tuple[int, ...]
    width: float
    height: float
    scale: float


def _plans(labels: Labels, paper: Paper, pages: int) -> Iterator[Plan]:
    """Give the plans of so many pages, each with the biggest cell that fits."""
    for landscape in (False, True):
        width, height = (side - 2 * MARGIN for side in paper.size(landscape=landscape))
        for blocks in _BLOCKS:
            rows = split_evenly(len(labels.names), pages * blocks)
            if blocks > 1 and rows[-1] < _ROWS_OF_A_BLOCK:
                break
            wide = (width - (blocks - 1) * _BLOCK_GUTTER) / blocks
            plan = _biggest(labels, _Room(landscape, blocks, rows, wide, height, paper.scale))
            if plan is not None:
                yield plan


def split_evenly(count: int, parts: int) -> tuple[int, ...]:
    """Split rows into parts as equal as can be, the longer ones first."""
    return tuple(count // parts + (part < count % parts) for part in range(parts))


def _biggest(labels: Labels, room: _Room) -> Plan | None:
    """Find the biggest cell; None when even the smallest is too big."""
    low, high = _SMALLEST_CELL, _LARGEST_CELL * room.scale
    best = _try(labels, room, low)
    while best is not None and high - low > 0.1:  # noqa: PLR2004 - pt; nobody sees less
        middle = (low + high) / 2
        tried = _try(labels, room, middle)
        if tried is None:
            high = middle
        else:
            best, low = tried, middle
    return best


def _try(labels: Labels, room: _Room, cell: float) -> Plan | None:
    """Lay a chart out with this cell; None when it doesn't fit."""
    levels, pads = len(labels.levels), 2 * _PAD + _GAP
    name_size = min(_NAME_SHARE * cell, _LARGEST_NAME * room.scale)
    names = min(min(labels.longest_name, _NAME_EMS) * name_size + 1.55 * cell, _NAMES_MOST * room.width)
    column = min(_WIDEST * cell, (room.width - names - levels * pads * cell) / len(labels.titles))
    if column < cell:
        return None
    title_size, title_room = _titles(labels, column, room)
    pill = min(max(0.74 * cell, 15 * room.scale), 26 * room.scale)
    key = _needs_key(labels, column, 2 * _PAD * cell, pill)
    above = (HEADER + FOOTER + (KEY if key else 0)) * room.scale
    head = pill + title_room + (HEAD_PAD + BADGE_ROOM + FOOT_PAD) * cell
    row = min((room.height - above - head) / room.rows[0], _HIGHEST * cell)
    if row < cell:
        return None
    return Plan(
        room.landscape,
        room.blocks,
        room.rows,
        room.width,
        cell,
        column,
        row,
        names,
        name_size,
        pill,
        title_size,
        min(title_size, _TITLE_LEAST * room.scale),
        title_room,
        key,
    )


def _titles(labels: Labels, column: float, room: _Room) -> tuple[float, float]:
    """Give the shared type size of the rotated titles and the height of their band."""
    most = _TITLES_MOST * room.height
    wanted = min(_TITLE_SHARE * column, _TITLE_LARGEST * room.scale)
    size = max(min(wanted, most / max(labels.longest_half, 1)), _SHRINK * wanted)
    return size, min(labels.longest_title * size, most)


def _needs_key(labels: Labels, column: float, pads: float, pill: float) -> bool:
    return any(not heading(level, len(level.spots) * column + pads, pill).whole for _, level in labels.levels)
