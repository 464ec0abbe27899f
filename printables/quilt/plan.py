"""Where everything of a class quilt goes: panels balanced, stickers as large as fits, in staggered rows."""

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from printables.page.paper import MARGIN, MM, Surface

_LARGEST = 44 * MM
"""The greatest room of one sticker on A4."""
_ROW = 0.88
"""Distance of staggered rows in parts of the distance of neighbours: a little more than touching (0.866)."""
_SPREAD = 1.14
"""How far rows and neighbours may move apart to fill their panel."""
_BALANCE = 0.5
"""How spare height is shared: between 0 (alike) and 1 (by the number of stickers)."""
_ASKEW = 0.96
"""What a row that can't be centred costs."""
_SHORT_ROWS = 0.12
"""What it costs when every row is shorter than it could be."""
_ALIKE = 1.5
"""How much larger than the smallest the stickers of another panel may be."""
_MANY = 4
"""From so many panels on, columns of them are tried."""
_CALM = 0.94
"""What a further column of panels must gain."""
_PANEL = 10
"""As many stickers about need the room of a panel's tab and edges."""
_LEAST = 5 * MM
_PAD = 7.0

HEADER, TAB, GAP, FOOTER = 66.0, 21.0, 10.0, 20.0
"""Heights in pt on A4 of title and subtitle, a panel's tab, the room between panels, and the foot."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Stickers laid in staggered rows.

    Attributes:
        counts: How many lie in each row.
        pitch: Room of one sticker in pt.
        across: Distance of neighbours in pt.
        down: Distance of rows in pt.
    """

    counts: tuple[int, ...]
    pitch: float
    across: float
    down: float

    @property
    def tidiness(self) -> float:
        """What the look of the rows is worth: 1 when all are full and centred, each sticker above a gap."""
        short = sum(count < self.counts[row % 2] for row, count in enumerate(self.counts))
        askew = any(self._out_of_step(row) for row in range(len(self.counts)))
        return (1 - _SHORT_ROWS * short / len(self.counts)) * (_ASKEW if askew else 1)

    def unlike(self, width: float, height: float) -> float:
        """Tell how far its shape is from that of a panel; 0 is the same shape."""
        wide, high = max(self.counts) * self.across, self.pitch + (len(self.counts) - 1) * self.down
        return abs(math.log(wide * height / (high * width)))

    def _out_of_step(self, row: int) -> int:
        return (self.counts[0] - self.counts[row] - row) % 2

    def places(self, x: float, y: float) -> Iterator[tuple[float, float]]:
        """Give the middle of each sticker, row by row from the top.

        Args:
            x: Middle of the panel in pt.
            y: Middle of the panel in pt.
        """
        top = y + self.down * (len(self.counts) - 1) / 2
        for row, count in enumerate(self.counts):
            left = x - self.across * (count - 1 + self._out_of_step(row)) / 2
            for index in range(count):
                yield left + index * self.across, top - row * self.down


def lay(count: int, width: float, height: float, largest: float = _LARGEST) -> Rows:
    """Lay stickers into a panel as large as they fit.

    Args:
        count: How many, at least one.
        width: Room in pt.
        height: Room in pt.
        largest: The greatest room of one sticker in pt.
    """
    tried = (staggered(count, rows) for rows in range(1, 2 * int(count**0.5) + 3))
    laid = [_packed(counts, width, height, largest) for counts in tried if min(counts) > 0]
    best = max(laid, key=lambda rows: (rows.pitch * rows.tidiness, -rows.unlike(width, height)))
    gaps_across, gaps_down = max(best.counts) - 1, len(best.counts) - 1
    across = (width - best.pitch) / gaps_across if gaps_across else best.pitch
    down = (height - best.pitch) / gaps_down if gaps_down else best.down
    return Rows(best.counts, best.pitch, min(across, _SPREAD * best.across), min(down, _SPREAD * best.down))


def _packed(counts: tuple[int, ...], width: float, height: float, largest: float) -> Rows:
    pitch = min(width / max(counts), height / (1 + _ROW * (len(counts) - 1)), largest)
    return Rows(counts, pitch, pitch, _ROW * pitch)


def staggered(count: int, rows: int) -> tuple[int, ...]:
    """Share stickers over rows of n and n - 1 in turn; the last rows are shorter where they don't come out even."""
    longest = -(-(count + rows // 2) // rows)
    short_first = rows % 2 and (longest * rows - rows // 2 - count) % 2
    counts = [longest - (row + short_first) % 2 for row in range(rows)]
    spare = sum(counts) - count
    for step in range(spare // 2):
        counts[-1 - step] -= 2
    counts[-1] -= spare % 2
    return tuple(counts)


@dataclass(frozen=True, slots=True)
class Place:
    """A panel of the quilt; lengths in pt from the paper's bottom left.

    Attributes:
        left: Its left end.
        top: Its upper end.
        width: Its width.
        height: Its height with the tab.
        rows: Its stickers.
    """

    left: float
    top: float
    width: float
    height: float
    rows: Rows


@dataclass(frozen=True, slots=True)
class Plan:
    """A quilt laid out.

    Attributes:
        landscape: Whether the sheet lies.
        places: A place for each panel.
    """

    landscape: bool
    places: tuple[Place, ...]

    @property
    def smallest(self) -> float:
        """The room of one sticker where it is smallest, in pt."""
        return min(place.rows.pitch for place in self.places)


def choose(counts: Sequence[int], surface: Surface, letters: float = 1.0) -> Plan:
    """Choose the orientation and up to three columns of panels: the smallest sticker as large as can be.

    Args:
        counts: Stickers of each panel, each at least one.
        surface: What it is laid out on.
        letters: How much larger than usual texts are.

    Raises:
        ValueError: When there are more panels than the sheet has room for.
    """
    columns = (1, 2, 3) if len(counts) >= _MANY else (1,)
    tried = [_plan(counts, surface, letters, landscape, each) for landscape in (False, True) for each in columns]
    plans = [plan for plan in tried if plan is not None]
    if not plans:
        message = f"{len(counts)} levels don't fit on {surface}; take something larger or a unit of fewer levels."
        raise ValueError(message)
    return max(plans, key=_worth)


def _worth(plan: Plan) -> float:
    """Weigh the smallest sticker of a plan; a standing sheet and few columns are calmer."""
    columns = len({place.left for place in plan.places})
    return plan.smallest * (1.0 if plan.landscape else 1.1) * _CALM ** (columns - 1)


class _Measures(NamedTuple):
    """Lengths in pt that all panels share: their width, the room between them, of their tabs, and around their stickers."""

    width: float
    gap: float
    tab: float
    pad: float
    largest: float

    @property
    def inner(self) -> float:
        """Width of the room for stickers."""
        return self.width - 2.4 * self.pad

    def room(self, panels: int, height: float) -> float:
        """Give the height left for stickers where so many panels are stacked."""
        return height - self.gap * (panels - 1) - (self.tab + 2 * self.pad) * panels


def _plan(counts: Sequence[int], surface: Surface, letters: float, landscape: bool, columns: int) -> Plan | None:
    """Lay a quilt out; None where the panels would have no height left for stickers."""
    width, height = surface.size(landscape=landscape)
    scale = surface.scale
    top, bottom = height - MARGIN - HEADER * letters * scale, MARGIN + FOOTER * letters * scale
    gap = GAP * scale
    wide = (width - 2 * MARGIN - gap * (columns - 1)) / columns
    measures = _Measures(wide, gap, TAB * letters * scale, _PAD * scale, _LARGEST * scale)
    stacks = _stacks(counts, columns)
    if any(measures.room(len(stack), top - bottom) < _LEAST * len(stack) for stack in stacks):
        return None
    pitches = [_common_pitch(stack, measures, measures.room(len(stack), top - bottom)) for stack in stacks]
    measures = measures._replace(largest=min(_ALIKE * min(pitches), measures.largest))
    places: list[Place] = []
    for column, (stack, pitch) in enumerate(zip(stacks, pitches, strict=True)):
        places += _stacked(stack, pitch, (MARGIN + column * (wide + gap), top, top - bottom), measures)
    return Plan(landscape, tuple(places))


def _stacks(counts: Sequence[int], columns: int) -> list[Sequence[int]]:
    """Cut the panels into columns that need about the same height, without changing their order."""
    ends = list(itertools.accumulate((count + _PANEL for count in counts), initial=0))
    ways = ((0, *cuts, len(counts)) for cuts in itertools.combinations(range(1, len(counts)), columns - 1))
    best = min(ways, key=lambda way: max(ends[to] - ends[at] for at, to in itertools.pairwise(way)))
    return [counts[at:to] for at, to in itertools.pairwise(best)]


def _stacked(
    counts: Sequence[int], pitch: float, place: tuple[float, float, float], measures: _Measures
) -> Iterator[Place]:
    """Stack panels that can all give their stickers this room, from a left and upper end into a height."""
    left, top, height = place
    room = measures.room(len(counts), height)
    needed = [_needed(count, measures.inner, pitch) for count in counts]
    weights = [count**_BALANCE for count in counts]
    for count, need, weight in zip(counts, needed, weights, strict=True):
        share = need + (room - sum(needed)) * weight / sum(weights)
        high = share + measures.tab + 2 * measures.pad
        yield Place(left, top, measures.width, high, lay(count, measures.inner, share, measures.largest))
        top -= high + measures.gap


def _common_pitch(counts: Sequence[int], measures: _Measures, room: float) -> float:
    """Find the largest room of one sticker in pt that all panels can give, stacked into this height."""
    low, high = 0.0, min(measures.largest, measures.inner)
    while high - low > 0.05:  # noqa: PLR2004 - pt; nobody sees less
        middle = (low + high) / 2
        if sum(_needed(count, measures.inner, middle) for count in counts) <= room:
            low = middle
        else:
            high = middle
    return low


def _needed(count: int, width: float, pitch: float) -> float:
    """Give the height in pt that stickers of this room need."""
    a_row = max(int(width / pitch), 1)
    tried = range(max(count // a_row, 1), count + 1)
    rows = next((rows for rows in tried if max(staggered(count, rows)) <= a_row), count)
    return pitch * (1 + _ROW * (rows - 1))
