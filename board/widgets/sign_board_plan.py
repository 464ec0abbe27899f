"""Where the tiles of a board of signs lie, which digits and arrows lead to each, and what lies under a finger. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from board.widgets.box import Box

T = TypeVar("T")

LEAST_WIDE, LEAST_HIGH = 9, 4
"""Cells and lines of a tile at the least, the gap to the next one included: a picture of eight pixels is still known there."""

NOWHERE, BACK, ON = -1, -2, -3
"""Places that are no tile of the grid: none at all, the way back, and the next page."""

_ROW_WIDE, _ROW_NARROW = 6, 4
"""Cells of the digits of the rows, where there is room and where there is not."""

_ROOMY = (60, 32)
"""Columns from which the digits of the rows are wide, and lines from which the tiles at the foot are high."""

_FOOT_HIGH, _FOOT_LOW = 6, 4
_FOOT_WIDE = 14
"""Cells and lines of the tiles at the foot."""


class Grid(NamedTuple, Generic[T]):
    """What stands on a board: each thing has its place, whatever else comes and goes.

    Attributes:
        across: Places side by side.
        down: Places one below the other.
        pages: For each page its places row by row, None where nothing stands.
    """

    across: int
    down: int
    pages: tuple[tuple[T | None, ...], ...]


@dataclass(frozen=True, slots=True)
class BoardPlan(Generic[T]):
    """A board laid out for a window.

    Attributes:
        width: Cells across.
        height: Lines.
        across: Places side by side that fit.
        down: Places one below the other that fit.
        pages: As in the grid, in parts that fit.
        has_digits: Whether digits lead to the tiles, and stand beside them.
    """

    width: int
    height: int
    across: int
    down: int
    pages: tuple[tuple[T | None, ...], ...]
    has_digits: bool = True

    @property
    def has_rows(self) -> bool:
        """Whether a row is chosen first; in one row alone the first digit is a tile's."""
        return self.down > 1

    @property
    def foot(self) -> Box:
        """The lowest lines, for the way back and the next page."""
        high = _foot_high(self.height)
        return Box(0, self.height - high, self.width, high)

    @property
    def back(self) -> Box:
        """The way back, at the left of the foot."""
        return self._at_foot(0)

    @property
    def on(self) -> Box:
        """The next page, at the right of the foot."""
        return self._at_foot(self.width - min(_FOOT_WIDE, self.width // 2))

    @property
    def tile(self) -> tuple[int, int]:
        """Width and height of a tile, with the gap to the next one."""
        return (self.width - self._rows_wide) // self.across, self.foot.top // self.down

    def box(self, place: int) -> Box:
        """Give the tile of a place of the grid."""
        row, column = divmod(place, self.across)
        wide, high = self.tile
        return Box(self._left + column * wide, self._top + row * high, wide, high)

    def row_box(self, row: int) -> Box:
        """Give the digit of a row."""
        return Box(self._left - self._rows_wide, self._top + row * self.tile[1], self._rows_wide, self.tile[1])

    def row_of(self, place: int) -> range:
        """Give the places of the row of a place."""
        start = place // self.across * self.across
        return range(start, start + self.across)

    def under(self, page: int, x: int, y: int) -> int | None:
        """Give the place under a finger, None where nothing is to be pressed."""
        found = (place for place in self.places(page) if self.box_of(place).holds(x, y))
        return next(found, None)

    def row_under(self, x: int, y: int) -> int | None:
        """Give the row whose digit lies under a finger."""
        rows = range(self.down) if self.has_rows else ()
        return next((row for row in rows if self.row_box(row).holds(x, y)), None)

    def box_of(self, place: int) -> Box:
        """Give where any place lies, those of the foot too."""
        return {BACK: self.back, ON: self.on}.get(place) or self.box(place)

    def places(self, page: int) -> Iterator[int]:
        """Give every place of a page that can be pressed: its tiles, then the foot."""
        yield from (place for place, thing in enumerate(self.pages[page]) if thing is not None)
        yield BACK
        if len(self.pages) > 1:
            yield ON

    def is_filled(self, page: int, row: int) -> bool:
        """Tell whether anything stands in a row."""
        return any(self.pages[page][place] is not None for place in self.row_of(row * self.across))

    def moved(self, page: int, place: int, right: int, down: int) -> int:
        """Give where an arrow leads: to the next tile that way; where there is none, one stays.

        Args:
            page: The page.
            place: Where one is.
            right: One place to the right, to the left, or none.
            down: One place down, up, or none.
        """
        tiles = [at for at in self.places(page) if at >= 0]
        if place == NOWHERE:
            return tiles[0] if tiles else BACK
        if place < 0:
            return self._from_foot(page, place, tiles, right, down)
        if right:
            beside = [at for at in tiles if at in self.row_of(place) and (at - place) * right > 0]
            return min(beside, key=lambda at: abs(at - place), default=place)
        rows = {at // self.across for at in tiles if (at // self.across - place // self.across) * down > 0}
        if not rows:
            return (BACK if self.box(place).left < self.width // 2 else self._last(page)) if down > 0 else place
        row = min(rows) if down > 0 else max(rows)
        return min((at for at in tiles if at // self.across == row), key=lambda at: self._apart(at, place))

    def _from_foot(self, page: int, place: int, tiles: Sequence[int], right: int, down: int) -> int:
        if right:
            return self._last(page) if right > 0 else BACK
        if down > 0 or not tiles:
            return place
        row = tiles[-1] // self.across
        lowest = [at for at in tiles if at // self.across == row]
        return lowest[0] if place == BACK else lowest[-1]

    def _last(self, page: int) -> int:
        return [*self.places(page)][-1] if len(self.pages) > 1 else BACK

    def _apart(self, one: int, other: int) -> int:
        return abs(one % self.across - other % self.across)

    def _at_foot(self, left: int) -> Box:
        foot = self.foot
        return Box(left, foot.top, min(_FOOT_WIDE, self.width // 2), foot.high)

    @property
    def _rows_wide(self) -> int:
        return _rows_wide(self.width) if self.has_rows and self.has_digits else 0

    @property
    def _left(self) -> int:
        return (self.width + self._rows_wide - self.across * self.tile[0]) // 2

    @property
    def _top(self) -> int:
        return (self.foot.top - self.down * self.tile[1]) // 2


def plan_board(grid: Grid[T], width: int, height: int, *, has_digits: bool = True) -> BoardPlan[T] | None:
    """Lay a grid out: a page as it is where it fits, else in parts of about one size; None where not even one tile fits.

    Args:
        grid: What stands there.
        width: Cells across.
        height: Lines.
        has_digits: Whether digits stand beside the tiles, which no finger needs.
    """
    room = height - _foot_high(height)
    most_down = min(grid.down, max(0, room) // LEAST_HIGH)
    rows_wide = _rows_wide(width) if grid.down > 1 and has_digits else 0
    most_across = min(grid.across, max(0, width - rows_wide) // LEAST_WIDE)
    if not most_across or not most_down:
        return None
    parts_across, parts_down = -(-grid.across // most_across), -(-grid.down // most_down)
    across, down = -(-grid.across // parts_across), -(-grid.down // parts_down)
    corners = [(row * down, column * across) for row in range(parts_down) for column in range(parts_across)]
    size = (grid.across, grid.down)
    pages = tuple(_part(page, size, corner, (across, down)) for page in grid.pages for corner in corners)
    return BoardPlan(width, height, across, down, pages, has_digits)


def _part(
    page: Sequence[T | None], whole: tuple[int, int], corner: tuple[int, int], size: tuple[int, int]
) -> tuple[T | None, ...]:
    """Give the places of a part of a page, None where it reaches over its edges.

    Args:
        page: Its places row by row.
        whole: How many there are across and down.
        corner: First row and column of the part.
        size: Places of the part, across and down.
    """
    (top, left), (across, down) = corner, size
    return tuple(
        page[row * whole[0] + column] if row < whole[1] and column < whole[0] else None
        for row in range(top, top + down)
        for column in range(left, left + across)
    )


def _foot_high(height: int) -> int:
    return _FOOT_HIGH if height >= _ROOMY[1] else _FOOT_LOW


def _rows_wide(width: int) -> int:
    return _ROW_WIDE if width >= _ROOMY[0] else _ROW_NARROW
