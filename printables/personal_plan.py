"""Where everything stands on a child's own chart: levels as bands, stickers as big as lets the path fit. All sizes in pt."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from printables.paper import MARGIN, MM, Paper

HEAD, FOOT, TAB, WORDS = 66.0, 30.0, 18.0, 44.0
"""Height of the child's name, of the line to write on, of a level's tab, and of the words under a sticker, on A4."""

_GAP, _PAD = 9.0, 7.0
"""Height between two levels, and above and below the stickers in one, on A4."""

_FEWEST, _MOST = 3, 9
"""Stickers side by side."""

_BIGGEST, _GOOD, _SMALLEST = 24 * MM, 15 * MM, 9 * MM
"""Width of a sticker: never more, enough for one page, and the least that is worth printing."""

_SHARE = 0.8
"""Share of its part of the row a sticker may take."""


class Band(NamedTuple):
    """A level's place on a page.

    Attributes:
        level: Its number in the unit, from 0.
        top: Its upper end.
        height: Its height, the tab included.
    """

    level: int
    top: float
    height: float


class Spot(NamedTuple):
    """Middle of a sticker on the page."""

    x: float
    y: float


class Plan(NamedTuple):
    """How a child's chart is laid out.

    Attributes:
        pages: The bands of each page, top first.
        across: Stickers side by side.
        pitch: Width of a sticker's part of the row.
        die: Width of a sticker.
        scale: How much larger than on A4 everything is.
    """

    pages: tuple[tuple[Band, ...], ...]
    across: int
    pitch: float
    die: float
    scale: float

    def spots(self, band: Band, count: int) -> Iterator[Spot]:
        """Give the places of a level's stickers, row by row, each row in the middle.

        Args:
            band: The level's place.
            count: How many stickers it has.
        """
        row = self.die + WORDS * self.scale
        y = band.top - (TAB + _PAD) * self.scale - self.die / 2
        for start in range(0, count, self.across):
            here = min(self.across, count - start)
            left = MARGIN + (self.across - here) * self.pitch / 2
            for at in range(here):
                yield Spot(left + (at + 0.5) * self.pitch, y)
            y -= row


def choose(counts: Sequence[int], paper: Paper) -> Plan:
    """Lay out a chart on upright pages: the biggest stickers on one page, on more only where they would be small.

    Args:
        counts: How many spots each level has.
        paper: The sheet.

    Raises:
        ValueError: When not even one level fits on a page.
    """
    best: tuple[float, int, tuple[int, ...]] = (0.0, 1, ())
    for pages in range(1, len(counts) + 1):
        for across in range(_FEWEST, _MOST + 1):
            ends = _ends([-(-count // across) for count in counts], pages)
            die = min(_die(counts[start:end], across, paper) for start, end in zip((0, *ends), ends, strict=False))
            best = max(best, (die, across, ends), key=lambda found: found[0])
        if best[0] >= _GOOD:
            break
    die, across, ends = best
    if die < _SMALLEST:
        message = "These levels have more steps than a sheet has room for; choose a larger paper."
        raise ValueError(message)
    plan = Plan((), across, _width(paper) / across, die, paper.scale)
    parts = zip((0, *ends), ends, strict=False)
    return plan._replace(pages=tuple(tuple(_bands(plan, counts, start, end, paper)) for start, end in parts))


def _ends(rows: Sequence[int], pages: int) -> tuple[int, ...]:
    """Cut the levels into so many runs of about as many rows; give where each run ends."""
    so_far = list(accumulate(rows))
    ends = {
        min(range(len(rows)), key=lambda at: abs(so_far[at] - so_far[-1] * page / pages)) + 1
        for page in range(1, pages)
    }
    return (*sorted(ends - {len(rows)}), len(rows))


def _die(counts: Sequence[int], across: int, paper: Paper) -> float:
    """Give how wide the stickers of these levels can be on one page."""
    scale, rows = paper.scale, sum(-(-count // across) for count in counts)
    fixed = HEAD + FOOT + len(counts) * (TAB + 2 * _PAD) + (len(counts) - 1) * _GAP
    room = (paper.size()[1] - 2 * MARGIN - fixed * scale) / max(rows, 1) - WORDS * scale
    return min(room, _SHARE * _width(paper) / across, _BIGGEST * scale)


def _bands(plan: Plan, counts: Sequence[int], start: int, end: int, paper: Paper) -> Iterator[Band]:
    scale, top = plan.scale, paper.size()[1] - MARGIN - HEAD * plan.scale
    heights = [
        (TAB + 2 * _PAD) * scale + -(-counts[at] // plan.across) * (plan.die + WORDS * scale)
        for at in range(start, end)
    ]
    free = top - MARGIN - FOOT * scale - sum(heights)
    gap = min(3 * _GAP * scale, free / max(len(heights) - 1, 1))
    for at, height in zip(range(start, end), heights, strict=True):
        yield Band(at, top, height)
        top -= height + gap


def _width(paper: Paper) -> float:
    return paper.size()[0] - 2 * MARGIN
