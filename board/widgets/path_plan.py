"""Where everything stands on a student's path: bands of levels, rows of spots, titles. All sizes in cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from board.mastery.curriculum import Level, Step, Unit
from board.widgets.grid_plan import ZOOMS, Zoom, wrapped

_LIST = ZOOMS[0]
"""The zoom without stickers: signs with the titles beside them."""

_SMALLEST_ROOM = 13
"""Lines below which stickers would show less than two rows, so that signs show more of the path."""

_LONGEST_TITLE = 3
"""Lines of a title."""

_LOOSEST = 8
"""Most space between stickers."""

_BESIDE = 20
"""Width of a sign with its title beside it, at the least."""

_LONGEST_WORDS = 4
"""Lines of the words about a level."""


class Kind(Enum):
    """What a line of the path shows."""

    BAND = "band"
    WORDS = "words"
    SPOTS = "spots"
    GAP = "gap"


class Line(NamedTuple):
    """One line of the path.

    Attributes:
        kind: What it shows.
        level: Number of its level, from 0.
        text: The text of a band or of words.
        row: Number of the row of spots.
        at: Number of the line in that row.
    """

    kind: Kind
    level: int
    text: str = ""
    row: int = -1
    at: int = 0


class Place(NamedTuple):
    """One spot on the path.

    Attributes:
        step: The step or Boss.
        level: Number of its level, from 0.
        boss: Whether it is the Boss.
        row: Number of its row.
        left: Where its part of the row starts.
        title: The lines of its title.
    """

    step: Step
    level: int
    boss: bool
    row: int
    left: int
    title: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PathPlan:
    """Places of one student's path in a room.

    Attributes:
        zoom: Size of a spot.
        pitch: Width of a spot's part of its row.
        places: The spots in order.
        lines: From top to bottom.
    """

    zoom: Zoom
    pitch: int
    places: tuple[Place, ...]
    lines: tuple[Line, ...]

    def row(self, number: int) -> Iterator[tuple[int, Place]]:
        """Give the places of a row, each with its number."""
        return ((at, place) for at, place in enumerate(self.places) if place.row == number)

    def hit(self, x: int, y: int) -> int | None:
        """Tell which place lies under a point of the path, None where there is none."""
        if not 0 <= y < len(self.lines):
            return None
        row = self.row(self.lines[y].row)
        return next((at for at, place in row if place.left <= x < place.left + self.pitch), None)

    def middle(self, at: int) -> tuple[int, int]:
        """Give the cell in the middle of a spot: cells from the left and lines from the top."""
        place, zoom = self.places[at], self.zoom
        top = next(y for y, line in enumerate(self.lines) if line.row == place.row)
        pitch = self.pitch if zoom.has_stickers else zoom.width
        return place.left + pitch // 2, top + zoom.height // 2

    def above_or_below(self, at: int, down: int) -> int:
        """Give the place nearest in the next row; the same place where there is no row."""
        here = self.places[at]
        found = min(self.row(here.row + down), key=lambda other: abs(other[1].left - here.left), default=(at, here))
        return found[0]

    def lines_of(self, at: int) -> range:
        """Give the lines to have in sight with a place: its row, under the first row's band."""
        place = self.places[at]
        own = [y for y, line in enumerate(self.lines) if line.row == place.row]
        top = own[0]
        while top and self.lines[top - 1].kind in (Kind.WORDS, Kind.BAND):
            top -= 1
        return range(top, own[-1] + 1)


def plan_path(unit: Unit, said: Sequence[str], width: int, height: int) -> PathPlan:
    """Lay out a path: with the biggest stickers that leave the whole path in sight, else with small ones, else signs.

    Args:
        unit: Its levels.
        said: The words about each level.
        width: Cells across.
        height: Lines in sight.
    """
    small = ZOOMS[1]
    for zoom in reversed(ZOOMS[1:]):
        for air in (_Air(above_level=1, above_spots=1), _BETWEEN, *([_NO_AIR] if zoom == small else [])):
            plan = _laid_out(unit, said, width, zoom, air)
            if len(plan.lines) <= height:
                return plan
    if height >= _SMALLEST_ROOM and width >= 3 * (small.width + 1):
        return _laid_out(unit, said, width, small, _BETWEEN)
    return _laid_out(unit, said, width, _LIST, _NO_AIR)


class _Air(NamedTuple):
    """Lines left free above a level, the first one excepted, and between its words and its spots."""

    above_level: int
    above_spots: int


_BETWEEN = _Air(above_level=1, above_spots=0)
_NO_AIR = _Air(above_level=0, above_spots=0)


def _laid_out(unit: Unit, said: Sequence[str], width: int, zoom: Zoom, air: _Air) -> PathPlan:
    across, pitch = _columns(unit, width, zoom)
    margin = (width - across * pitch) // 2
    places: list[Place] = []
    lines: list[Line] = []
    row = 0
    for number, (level, words) in enumerate(zip(unit.levels, said, strict=True)):
        lines += [Line(Kind.GAP, number)] * (air.above_level if lines else 0)
        lines.append(Line(Kind.BAND, number, f" {number + 1} {level.title}"))
        lines += [Line(Kind.WORDS, number, f" {text}") for text in wrapped(words, width - 2, _LONGEST_WORDS)]
        lines += [Line(Kind.WORDS, number)] * air.above_spots
        for start in range(0, len(level.spots), across):
            found = [
                Place(step, number, level.is_boss(step), row, margin + at * pitch, _title(step, zoom, pitch))
                for at, step in enumerate(level.spots[start : start + across])
            ]
            places += found
            lines += [Line(Kind.SPOTS, number, row=row, at=at) for at in range(_height(found, zoom))]
            row += 1
    return PathPlan(zoom, pitch, tuple(places), tuple(lines))


def _columns(unit: Unit, width: int, zoom: Zoom) -> tuple[int, int]:
    """Give how many spots stand side by side, and the width of each one's part."""
    longest = max((_spots(level) for level in unit.levels), default=1) or 1
    if zoom.has_stickers:
        across = max(1, min(longest, width // (zoom.width + 1)))
        return across, max(zoom.width, min(width // across, zoom.width + _LOOSEST))
    across = max(1, min(longest, width // _BESIDE))
    return across, max(zoom.width + 1, width // across)


def _spots(level: Level) -> int:
    return len(level.spots)


def _title(step: Step, zoom: Zoom, pitch: int) -> tuple[str, ...]:
    room = pitch if zoom.has_stickers else pitch - zoom.width
    loose = wrapped(step.title, max(1, room - 1), _LONGEST_TITLE)
    return loose if "…" not in "".join(loose) else wrapped(step.title, room, _LONGEST_TITLE)


def _height(places: Sequence[Place], zoom: Zoom) -> int:
    title = max(len(place.title) for place in places)
    return zoom.height + title if zoom.has_stickers else max(1, title)
