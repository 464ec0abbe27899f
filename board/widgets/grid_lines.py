"""Makes the lines of the grid: the header, and each student's spots beside the frozen name."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from board import words
from board.art.covering import STAGES
from board.mastery.seen import Seen
from board.terminal.themes import LEVEL_HUES
from board.widgets.grid_colours import GridColours, style
from board.widgets.grid_plan import Column, GridPlan, shortened, wrapped
from board.widgets.pieced_line import PiecedLine
from board.widgets.spot_painter import Look, SpotPainter

Block = tuple[Strip, ...]
"""Finished pieces of lines, one above the other."""

Piece = tuple[int, Block]
"""A block with its place, in cells from the end of the names."""


NOTHING_GROWS: Mapping[int, int] = MappingProxyType({})


class Sight(NamedTuple):
    """What is in sight: how far the columns are scrolled, how wide the grid is (cells), and the cursor's column."""

    left: int
    width: int
    column: int


class RowState(NamedTuple):
    """What sets a row apart: the cursor is in it, its student is chosen, or away today; by column what grows, and how far."""

    here: bool = False
    chosen: bool = False
    away: bool = False
    growing: Mapping[int, int] = NOTHING_GROWS


@dataclass(frozen=True, eq=False)
class GridLines:
    """Makes lines of one unit in one theme at one zoom.

    Attributes:
        plan: Where everything stands.
        levels: Titles of the unit's levels.
        painter: Paints the spots.
    """

    plan: GridPlan
    levels: tuple[str, ...]
    painter: SpotPainter

    @property
    def colours(self) -> GridColours:
        """The colours of the theme."""
        return self.painter.colours

    def blank(self, width: int) -> Strip:
        """Give a line where nothing is."""
        return _blank(width, self.colours.space)

    def header(self, sight: Sight) -> tuple[Strip, ...]:
        """Give the lines of the header: the level band first, then the titles of the steps."""
        (band,) = self._beside((self.blank(self.plan.names_width),), self._band(sight), sight)
        beside = (self.blank(self.plan.names_width),) * self.plan.zoom.title_lines
        return (band, *self._beside(beside, self._titles(sight), sight))

    def spots(self, name: str, seen: Sequence[Seen], row: int, sight: Sight, state: RowState) -> tuple[Strip, ...]:
        """Give the lines of a student's row.

        Args:
            name: The student's name.
            seen: What the spot in each column shows.
            row: Number of the row.
            sight: What is in sight.
            state: What sets the row apart.
        """
        height, odd = self.plan.zoom.height, bool(row % 2)
        beside = [self._name("", state, odd=odd)] * height
        lines = wrapped(name, self.plan.names_width - 1, 2) if self.plan.breaks_names else (name,)
        for line, part in enumerate(lines, (height - len(lines)) // 2):
            signs = state if part == lines[-1] else RowState(state.here)
            beside[line] = self._name(part, signs, odd=odd)
        return self._beside(tuple(beside), self._row(seen, row, sight, state), sight)

    def _beside(self, names: Block, blocks: Iterator[Piece], sight: Sight) -> tuple[Strip, ...]:
        """Put blocks beside the frozen names, cut to what is in sight, and give the lines of all of them."""
        found, end, last = [names], sight.left, sight.left + sight.width - self.plan.names_width
        for place, block in blocks:
            if place > end:
                found.append((self.blank(place - end),) * len(names))
            after = place + block[0].cell_length
            whole = place >= end and after <= last
            found.append(block if whole else tuple(part.crop(max(0, end - place), last - place) for part in block))
            end = max(end, after)
        if end < last:
            found.append((self.blank(last - end),) * len(names))
        width = self.plan.names_width + max(0, last - sight.left)
        return tuple(PiecedLine(pieces, width).crop(0, sight.width) for pieces in zip(*found, strict=True))

    def _in_sight(self, sight: Sight) -> Iterator[tuple[int, Column]]:
        across = max(0, sight.width - self.plan.names_width)
        for at in self.plan.columns_between(sight.left, sight.left + across):
            yield at, self.plan.columns[at]

    def _row(self, seen: Sequence[Seen], row: int, sight: Sight, state: RowState) -> Iterator[Piece]:
        has_stickers = self.plan.zoom.has_stickers
        odd = bool(row % 2) and not has_stickers
        for at, column in self._in_sight(sight):
            meant = at == sight.column
            spot = seen[at]
            look = Look(
                spot.status,
                column.step,
                column.level,
                column.boss,
                cursor=meant and state.here,
                chosen=meant and state.chosen,
                odd=odd,
                face=spot.face if has_stickers else None,
                stage=state.growing.get(at, STAGES) if has_stickers else STAGES,
            )
            yield column.left, self.painter.spot(look)

    def _name(self, name: str, state: RowState, *, odd: bool) -> Strip:
        colours, width = self.colours, self.plan.names_width
        look = colours.name_cursor if state.here else colours.name_odd if odd else colours.name
        mark = "▌" if state.here else " "
        behind = (words.CHOSEN if state.chosen else "") + (words.AWAY if state.away else "") if name else ""
        shown = set_cell_size(shortened(f"{mark}{name}", width - cell_len(behind)), width - cell_len(behind))
        return Strip([Segment(shown + behind, look)], width)

    def _band(self, sight: Sight) -> Iterator[Piece]:
        """Give the level names, each kept in sight while any of its columns is."""
        for level, columns in groupby((column for _, column in self._in_sight(sight)), key=lambda column: column.level):
            places = [column.left for column in columns]
            width = len(places) * self.plan.zoom.width
            hidden = max(0, sight.left - places[0])
            title = shortened(f" {level + 1} {self.levels[level]}", width - hidden)
            text = set_cell_size(" " * hidden + title, width)
            yield places[0], (Strip([Segment(text, self.colours.bands[level % LEVEL_HUES])], width),)

    def _titles(self, sight: Sight) -> Iterator[Piece]:
        for at, column in self._in_sight(sight):
            yield column.left, self._finished_title(at, at == sight.column)

    @cached_property
    def _finished_title(self) -> Callable[[int, bool], Block]:
        return cache(self._made_title)

    def _made_title(self, at: int, here: bool) -> Block:
        width, column = self.plan.zoom.width, self.plan.columns[at]
        look = self._title_style(column, here=here)
        return tuple(
            Strip([Segment(set_cell_size(_centred(text, width), width), look)], width) for text in self._title(column)
        )

    def _title(self, column: Column) -> tuple[str, ...]:
        zoom = self.plan.zoom
        if not zoom.has_stickers:
            return ("★" if column.boss else str(column.number),)
        rows = wrapped(column.step.title, zoom.width, zoom.title_lines)
        return (*rows, *[""] * (zoom.title_lines - len(rows)))

    def _title_style(self, column: Column, *, here: bool) -> Style:
        colours = self.colours
        ground = colours.ground(column.level, boss=column.boss, odd=bool(column.number % 2))
        if here:
            return style(colours.cursor, ground, bold=True)
        return style(colours.levels[column.level % LEVEL_HUES].hue, ground, bold=column.boss)


@cache
def _blank(width: int, look: Style) -> Strip:
    return Strip([Segment(" " * width, look)], width)


def _centred(text: str, width: int) -> str:
    return " " * ((width - cell_len(text)) // 2) + text
