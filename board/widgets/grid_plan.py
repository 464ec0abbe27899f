"""Where everything stands on the grid: zooms, columns, header, and what lies under a point. All sizes in cells."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len
from textual.geometry import Size

from board.mastery.curriculum import Step, Unit

_NAMES_NARROWEST, NAMES_WIDEST = 12, 22
_GUTTER = 1
"""Space before each level."""


class Zoom(NamedTuple):
    """Size of a spot; the overview shows signs, the others stickers."""

    width: int
    height: int
    title_lines: int

    @property
    def has_stickers(self) -> bool:
        """Whether there is room for pictures."""
        return self.height > 1


ZOOMS = (Zoom(3, 1, 1), Zoom(8, 4, 3), Zoom(10, 5, 3), Zoom(12, 6, 3))

_ROOM_FOR_STICKERS = (100, 30)
"""Cells of the smallest terminal that starts with stickers instead of the overview."""


_NARROW, _NAMES_ON_NARROW = 60, 10
"""Cells of a screen on which names give way to the steps, and what is left to them: five steps stand beside these on a phone."""


def most_for_names(room: int) -> int:
    """Give the cells names may take beside large spots on a screen so wide.

    Args:
        room: Cells of the screen.
    """
    return _NAMES_ON_NARROW if room < _NARROW else NAMES_WIDEST


def first_zoom(kept: int | None, room: tuple[int, int], *, is_touched: bool = False) -> int:
    """Give the number of the zoom a board starts with: the one it was left with, else one that fits the terminal.

    Args:
        kept: Number of the zoom it was left with, None when it never was.
        room: Columns and lines of the terminal.
        is_touched: Whether fingers touch it, for which the spots of the overview are too small.
    """
    if is_touched:
        return max(1, kept or 0) if kept is None or kept < len(ZOOMS) else 1
    if kept is not None and 0 <= kept < len(ZOOMS):
        return kept
    return int(room[0] >= _ROOM_FOR_STICKERS[0] and room[1] >= _ROOM_FOR_STICKERS[1])


class Column(NamedTuple):
    """One step of the unit on the grid.

    Attributes:
        step: The step or Boss.
        level: Number of its level, from 0.
        boss: Whether it is the Boss.
        number: Its number in the level, from 1.
        left: Where it starts, counted from the end of the names.
    """

    step: Step
    level: int
    boss: bool
    number: int
    left: int


class Hit(NamedTuple):
    """What lies under a point: row and column, None where the header or the names are."""

    row: int | None
    column: int | None


@dataclass(frozen=True, slots=True)
class GridPlan:
    """Places of one unit's columns at one zoom.

    Attributes:
        zoom: Size of a spot.
        columns: In order.
        names_width: Width of the names, their margins included.
        header_height: Height of the level band and the step titles.
        width: Width of all columns.
    """

    zoom: Zoom
    columns: tuple[Column, ...]
    names_width: int
    header_height: int
    width: int

    @property
    def breaks_names(self) -> bool:
        """Whether names have so little room that a long one takes two lines."""
        return self.names_width < _NAMES_NARROWEST and self.zoom.has_stickers

    def columns_between(self, left: int, right: int) -> range:
        """Give the indexes of the columns seen between two places, counted from the end of the names."""
        lefts = [column.left for column in self.columns]
        first = max(0, bisect_right(lefts, left) - 1)
        return range(first, bisect_right(lefts, max(left, right - 1)))

    def hit(self, x: int, y: int, scroll_x: int, scroll_y: int, rows: int) -> Hit:
        """Tell what lies under a point of the widget.

        Args:
            x: Cells from the left edge.
            y: Lines from the top edge.
            scroll_x: How far the columns are scrolled.
            scroll_y: How far the rows are scrolled.
            rows: How many rows there are.
        """
        row, column = None, None
        if y >= self.header_height:
            at = (y - self.header_height + scroll_y) // self.zoom.height
            row = at if at < rows else None
        if x >= self.names_width:
            place = x - self.names_width + scroll_x
            found = [at for at in self.columns_between(place, place + 1) if self._holds(at, place)]
            column = found[0] if found else None
        return Hit(row, column)

    def scrolled_to(self, row: int, column: int, room: Size, scrolled: tuple[int, int]) -> tuple[int, int]:
        """Give how far to scroll so that a spot is in sight, a page at a time: rarely a big change instead of one at every key.

        Args:
            row: Number of its row.
            column: Number of its column.
            room: Cells and lines of the widget.
            scrolled: How far it is scrolled now, across and down.
        """
        left, (wide, high) = self.columns[column].left, (self.zoom.width, self.zoom.height)
        across, down = room.width - self.names_width, room.height - self.header_height
        if across <= 0 or down <= 0:
            return scrolled
        start, end = self._level_around(column) if self.breaks_names else (left - 1, left + wide + 1)
        if end - start > across:
            start, end = left - 1, left + wide + 1
        x = page_with(scrolled[0], start, end, across, wide)
        return x, page_with(scrolled[1], row * high, (row + 1) * high, down, high)

    def _level_around(self, column: int) -> tuple[int, int]:
        """Give where the level of a column begins and ends: with room for one, one level is seen at a time."""
        lefts = [one.left for one in self.columns if one.level == self.columns[column].level]
        return lefts[0] - _GUTTER, lefts[-1] + self.zoom.width

    def _holds(self, column: int, place: int) -> bool:
        left = self.columns[column].left
        return left <= place < left + self.zoom.width


def plan_grid(unit: Unit, names: tuple[str, ...], zoom: Zoom, most: int = NAMES_WIDEST) -> GridPlan:
    """Lay out a unit.

    Args:
        unit: Its steps become columns.
        names: The names to make room for.
        zoom: Size of a spot.
        most: Cells the names may take.
    """
    columns: list[Column] = []
    left = 0
    for number, level in enumerate(unit.levels):
        left += _GUTTER
        for place, step in enumerate(level.spots, 1):
            columns.append(Column(step, number, level.is_boss(step), place, left))
            left += zoom.width
    widest = max((cell_len(name) for name in names), default=0) + 2
    names_width = min(max(widest, _NAMES_NARROWEST), NAMES_WIDEST, most)
    return GridPlan(zoom, tuple(columns), names_width, 1 + zoom.title_lines, left + _GUTTER)


def wrapped(title: str, width: int, lines: int) -> tuple[str, ...]:
    """Break a title into lines of a column, the last one ended by an ellipsis when there is more.

    Args:
        title: A few words.
        width: Cells in a line; in none nothing is written.
        lines: How many lines there are; none where there is no room.
    """
    if width < 1 or lines < 1:
        return ()
    rows: list[str] = []
    words = title.split()
    while words and len(rows) < lines:
        line = words.pop(0)
        while words and cell_len(f"{line} {words[0]}") <= width:
            line += f" {words.pop(0)}"
        rows.append(line)
    if words:
        rows[-1] += "…"
    return tuple(shortened(row, width) for row in rows)


def shortened(text: str, width: int) -> str:
    """Cut a text to a width in cells, ended by an ellipsis when something was cut; nothing where there is no cell."""
    if width < 1 or cell_len(text) <= width:
        return text if width > 0 else ""
    kept = ""
    for char in text:
        if cell_len(kept + char) > width - 1:
            break
        kept += char
    return f"{kept}…"


def page_with(now: int, start: int, end: int, room: int, spot: int) -> int:
    """Give the scroll that shows start to end, kept where they are in sight, else with one more spot before or after.

    Args:
        now: The scroll at present.
        start: Where the wanted part starts.
        end: Where it ends.
        room: How much is in sight.
        spot: Size of one spot.
    """
    if start < now:
        return max(0, min(start, end + spot - room))
    if end > now + room:
        return max(0, start - spot if end - start + spot <= room else start)
    return now
