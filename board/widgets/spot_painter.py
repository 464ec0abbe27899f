"""Paints one spot of the grid as cells; every look is painted once and kept."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from board import words
from board.art.cells import Colour, Pixels, laid_on, mixed
from board.art.signs import sign
from board.mastery.curriculum import Step
from board.mastery.progress import Status
from board.widgets.grid_plan import Zoom

Stickers = Callable[[Step, int], Pixels | None]
"""Gives the picture of a step at a size in pixels, None when there is none."""

Cells = tuple[Segment, ...]
"""One line of a spot."""


class Hues(NamedTuple):
    """Colours of one level: its hue, the panel behind its steps, the panel behind its Boss, the holes of open spots."""

    hue: Colour
    panel: Colour
    boss: Colour
    hole: Colour


class Look(NamedTuple):
    """Everything that makes two spots look the same."""

    status: Status
    step: Step
    level: int
    boss: bool
    cursor: bool
    odd: bool


@dataclass
class SpotPainter:
    """Paints spots in the colours of one theme at one zoom.

    Attributes:
        zoom: Size of a spot in cells.
        hues: Colours of each level.
        cursor: Colour of the cursor.
        gold: Colour of a beaten Boss's star.
        stickers: Where pictures come from.
    """

    zoom: Zoom
    hues: tuple[Hues, ...]
    cursor: Colour
    gold: Colour
    stickers: Stickers

    @cached_property
    def _painted(self) -> dict[Look, tuple[Cells, ...]]:
        return {}

    def spot(self, look: Look) -> tuple[Cells, ...]:
        """Give the lines of a spot, top first."""
        painted = self._painted.get(look)
        if painted is None:
            painted = self._painted[look] = self._sticker(look) if self.zoom.has_stickers else self._sign(look)
        return painted

    def ground(self, level: int, *, boss: bool, odd: bool = False, cursor: bool = False) -> Colour:
        """Give the colour behind a spot."""
        hues = self.hues[level % len(self.hues)]
        colour = hues.boss if boss else hues.panel
        if cursor:
            return mixed(colour, self.cursor, 0.28)
        return mixed(colour, hues.hue, 0.05) if odd else colour

    def _sign(self, look: Look) -> tuple[Cells, ...]:
        glyph = words.glyph(look.status, boss=look.boss)
        ground = self.ground(look.level, boss=look.boss, odd=look.odd)
        hue = self.hues[look.level % len(self.hues)].hue
        if look.cursor:
            edge = style(self.cursor, ground)
            return ((Segment("▐", edge), Segment(glyph, style(ground, self.cursor, bold=True)), Segment("▌", edge)),)
        faint = look.status in (Status.OPEN, Status.LOCKED, Status.EXCUSED)
        beaten = look.boss and look.status is Status.MASTERED
        colour = self.gold if beaten else mixed(hue, ground, 0.45) if faint else hue
        return ((Segment(f" {glyph} ", style(colour, ground)),),)

    def _sticker(self, look: Look) -> tuple[Cells, ...]:
        size = self.zoom.width
        ground = self.ground(look.level, boss=look.boss, odd=look.odd, cursor=look.cursor)
        mastered = look.status is Status.MASTERED
        picture = self.stickers(look.step, size) if mastered else None
        if picture is None:
            hues = self.hues[look.level % len(self.hues)]
            picture = sign(look.status, size, boss=look.boss, hue=hues.hue, hole=hues.hole, ground=ground)
        lines = _half_blocks(laid_on(picture, ground))
        if mastered and look.boss:
            lines = _with_corner(lines, Segment("★", style(self.gold, ground)))
        return _framed(lines, style(self.cursor, ground, bold=True)) if look.cursor else lines


_STYLES: dict[tuple[Colour, Colour, bool], Style] = {}


def style(front: Colour, ground: Colour, *, bold: bool = False) -> Style:
    """Give the style of these two colours; the same object each time."""
    key = (front, ground, bold)
    found = _STYLES.get(key)
    if found is None:
        found = _STYLES[key] = Style(color=Color.from_rgb(*front), bgcolor=Color.from_rgb(*ground), bold=bold or None)
    return found


def _half_blocks(rows: tuple[tuple[Colour, ...], ...]) -> tuple[Cells, ...]:
    return tuple(
        tuple(
            Segment(" ", style(upper, upper)) if upper == lower else Segment("▀", style(upper, lower))
            for upper, lower in zip(rows[at], rows[at + 1], strict=True)
        )
        for at in range(0, len(rows), 2)
    )


def _with_corner(lines: tuple[Cells, ...], star: Segment) -> tuple[Cells, ...]:
    return ((*lines[0][:-1], star), *lines[1:])


def _framed(lines: tuple[Cells, ...], edge: Style) -> tuple[Cells, ...]:
    top, *middle, bottom = lines
    return (
        (Segment("┏", edge), *top[1:-1], Segment("┓", edge)),
        *middle,
        (Segment("┗", edge), *bottom[1:-1], Segment("┛", edge)),
    )
