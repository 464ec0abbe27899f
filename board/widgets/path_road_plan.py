"""Where everything stands on a child's road: stops, rows that turn at their ends, spots, roots. Pure; sizes in cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from board.mastery.path_map import MapSpot, Stop
from board.widgets.grid_plan import ZOOMS, Zoom, wrapped

_EDGE = 4
"""Cells kept free at both ends of a row, where the road turns."""

_APART = 4
"""Least cells of road between two spots."""

_ROOT = ZOOMS[1]
"""Size of what a step grows from, the line of its stem not counted."""

STEM = 1
"""Lines between a title and the root below it."""


class RoadPlace(NamedTuple):
    """One spot of the road.

    Attributes:
        spot: The spot.
        stop: Number of its stop, from 0.
        row: Number of its row.
        left: Cell its spot begins at.
        width: Cells its title may take, the spot in their middle.
        title: The lines of its title.
    """

    spot: MapSpot
    stop: int
    row: int
    left: int
    width: int
    title: tuple[str, ...]


class RoadRow(NamedTuple):
    """One row of the road.

    Attributes:
        stop: Number of its stop, from 0.
        flag: Line with the title of the stop, None where it began in a row above.
        start: First line of its ground.
        top: First line of its spots.
        end: Line after its last one, titles and roots included.
        backwards: Whether the road runs to the left.
    """

    stop: int
    flag: int | None
    start: int
    top: int
    end: int
    backwards: bool

    @property
    def begin(self) -> int:
        """First line of the row, the flag of its stop included."""
        return self.start if self.flag is None else self.flag


@dataclass(frozen=True, slots=True)
class RoadPlan:
    """A road laid out.

    Attributes:
        zoom: Size of its spots.
        width: Cells across.
        rows: Its rows, top first.
        places: Its spots, in the order of the road.
    """

    zoom: Zoom
    width: int
    rows: tuple[RoadRow, ...]
    places: tuple[RoadPlace, ...]

    @property
    def lines(self) -> int:
        """Lines of the whole road."""
        return self.rows[-1].end if self.rows else 0

    def hit(self, x: int, y: int) -> int | None:
        """Tell which place lies under a point, its title included; None where none does."""
        for at, place in enumerate(self.places):
            row, start = self.rows[place.row], place.left - (place.width - self.zoom.width) // 2
            if row.top <= y < row.end and start <= x < start + place.width:
                return at
        return None

    def lines_of(self, at: int) -> range:
        """Give the lines to have in sight with a place: its row, under the flag of its stop."""
        row = self.rows[self.places[at].row]
        return range(row.begin, row.end)

    def scrolled_to(self, at: int, now: int, height: int) -> int:
        """Give the line to begin with so that a place is in sight as a whole, and no row above it is cut.

        Args:
            at: Number of the place.
            now: The line it begins with at present.
            height: Lines in sight.
        """
        wanted = self.lines_of(at)
        fitting = [row.begin for row in self.rows if row.begin <= wanted.start and wanted.stop - row.begin <= height]
        return now if now in fitting else next(iter(fitting), wanted.start)


def plan_road(stops: Sequence[Stop], width: int, height: int, *, most_titles: int = 1) -> RoadPlan:
    """Lay out a road: with the biggest spots that leave it in sight as a whole, else with small ones, with air above them.

    Args:
        stops: Its stops, each with at least one spot.
        width: Cells across.
        height: Lines in sight.
        most_titles: Lines of a title at the most, where not all of the road is in sight.
    """
    for zoom in reversed(ZOOMS[1:]):
        for titles, air in ((2, 1), (1, 1), (1, 0)):
            plan = _laid_out(stops, width, _Sizes(max(zoom.width, width - 2 * _EDGE), zoom, titles, air))
            if plan.lines <= height:
                return plan
    roomy, close = (
        _laid_out(stops, width, _Sizes(max(ZOOMS[1].width, width - 2 * _EDGE), ZOOMS[1], most_titles, air))
        for air in (1, 0)
    )
    return roomy if all(row.end - row.begin <= height for row in roomy.rows) else close


class _Sizes(NamedTuple):
    """What all rows share: cells between their ends, the size of a spot, lines of a title at most, and free ones over it."""

    room: int
    zoom: Zoom
    titles: int
    air: int


def _laid_out(stops: Sequence[Stop], width: int, sizes: _Sizes) -> RoadPlan:
    zoom = sizes.zoom
    across = max(1, sizes.room // (zoom.width + _APART))
    rows: list[RoadRow] = []
    places: list[RoadPlace] = []
    line = 0
    for number, stop in enumerate(stops):
        many = -(-len(stop.spots) // across)
        each = -(-len(stop.spots) // many)
        for start in range(0, len(stop.spots), each):
            here, flag = stop.spots[start : start + each], line if start == 0 else None
            line += (flag is not None) + sizes.air
            backwards = len(rows) % 2 == 1
            order = range(len(here) - 1, -1, -1) if backwards else range(len(here))
            found = [
                RoadPlace(spot, number, len(rows), *_place(spot, at, len(here), sizes))
                for at, spot in zip(order, here, strict=True)
            ]
            height = zoom.height + max(len(place.title) for place in found)
            if any(spot.root is not None for spot in here):
                height += STEM + _ROOT.height
            rows.append(RoadRow(number, flag, line - sizes.air, line, line + height, backwards))
            places += found
            line += height
    return RoadPlan(zoom, width, tuple(rows), tuple(places))


def _place(spot: MapSpot, at: int, many: int, sizes: _Sizes) -> tuple[int, int, tuple[str, ...]]:
    """Give where a spot begins, the cells of its part, and its title; the first place is the one at the left."""
    width = sizes.room // many
    left = _EDGE + at * sizes.room // many + (width - sizes.zoom.width) // 2
    return left, width, wrapped(spot.step.title, max(1, width - 1), sizes.titles)
