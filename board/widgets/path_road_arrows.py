"""Two arrows over a road that is longer than its room: a finger that has no keys and no wheel sees the rest by them."""

from typing import NamedTuple

from textual.geometry import Size
from textual.strip import Strip

from board.art.cells import Colour
from board.widgets.box import Box
from board.widgets.cell_canvas import CellCanvas
from board.widgets.path_road_plan import RoadPlan

_WIDE, _HIGH = 8, 3
"""Cells and lines of an arrow: as much as a finger needs."""

_EDGE = 1
"""Cells right of it, for the scrollbar."""

_POINT = 6
"""Pixels an arrow is wide at its end; it is half as high."""


class RoadArrow(NamedTuple):
    """An arrow.

    Attributes:
        box: Where it lies, in cells of what is in sight.
        leads_to: The line of the road that comes to the top.
        is_up: Whether it leads back.
    """

    box: Box
    leads_to: int
    is_up: bool

    @property
    def lines(self) -> range:
        """The lines in sight that it covers."""
        return range(self.box.top, self.box.top + self.box.high)


def road_arrows(plan: RoadPlan, top: int, size: Size) -> tuple[RoadArrow, ...]:
    """Give the arrows for a part of a road: none where all of it is in sight.

    Args:
        plan: The road.
        top: Its first line in sight.
        size: Cells across, and lines in sight.
    """
    left, end = size.width - _WIDE - _EDGE, top + size.height
    if left < 0 or size.height < 2 * _HIGH:
        return ()
    found = []
    above = [row for row in plan.rows if row.begin < top]
    if above:
        last = above[-1].end
        fitting = [row.begin for row in above if last - row.begin <= size.height]
        found.append(RoadArrow(Box(left, 0, _WIDE, _HIGH), min(fitting, default=above[-1].begin), is_up=True))
    below = [row for row in plan.rows if row.end > end]
    if below:
        next_ = below[0].begin if below[0].begin > top else end
        found.append(RoadArrow(Box(left, size.height - _HIGH, _WIDE, _HIGH), next_, is_up=False))
    return tuple(found)


def arrow_strips(arrow: RoadArrow, inks: tuple[Colour, Colour]) -> list[Strip]:
    """Draw an arrow.

    Args:
        arrow: The arrow.
        inks: Colours of the arrow and of its ground.
    """
    ink, ground = inks
    canvas = CellCanvas(arrow.box.wide, arrow.box.high, ground)
    high = _POINT // 2
    for line in range(high):
        wide = _POINT - 2 * (high - 1 - line if arrow.is_up else line)
        canvas.fill((arrow.box.wide - wide) // 2, 2 * arrow.box.high // 2 - high // 2 + line - 1, wide, 1, ink)
    return canvas.strips()
