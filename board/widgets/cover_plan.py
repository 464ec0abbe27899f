"""Where everything stands on the tiles of spots that a child covers: tiles in cells, what is on them in pixels."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from board.art.cover_signs import SIDE as ARROW
from board.art.covering import RIBBON_HIGH, SHEET
from board.widgets.box import Box

_PICTURES = ((12, 2, 2, 2), (12, 2, 1, 2), (12, 2, 1, 1), (12, 1, 1, 2), (10, 1, 1, 2), (8, 1, 1, 2))
"""Sides of the stickers there are, how many pixels of the screen one of theirs takes in the spot and on its sheet, and how many
of them are free around the spot for what sparkles; the largest first."""

_RIM = 2
"""Cells of the frame of a tile, both sides together."""

_BACK_WIDE, _BACK_HIGH = 16, 9
"""Cells of the tile that goes back where it stands beside the others, and its lines where it stands below them."""

_UPRIGHT = 40
"""Columns from which tiles stand one below the other where a window is higher than it is wide."""

_MOST_WORDS = 2


class _Way(Enum):
    """How the sheet lies."""

    BESIDE = auto()
    ABOVE = auto()
    OUT = auto()
    """There is no room for it."""


Point = tuple[int, int]
"""A pixel of a tile: from its left, from its top."""


@dataclass(frozen=True)
class Inside:
    """Where things stand on a tile, in pixels from its corner; None what there is no room for.

    Attributes:
        size: Side of the sticker as the shelf gives it.
        times: How many pixels of the screen one of its pixels takes in the spot.
        sheet_times: How many it takes on the sheet.
        air: How many of its own pixels are free around the spot.
        hole: Where the spot begins, its air included.
        sheet: Where the sheet with the peeled sticker begins.
        arrow: Where the arrow begins that leads from there to the spot.
        beside: Whether the sheet lies left of the spot, and not above it.
        ribbon: Where the ribbon begins.
        words: Line of cells the words begin at.
        word_lines: How many lines there are for words.
    """

    size: int
    times: int
    sheet_times: int
    air: int
    hole: Point
    sheet: Point | None
    arrow: Point | None
    beside: bool
    ribbon: Point
    words: int
    word_lines: int

    @property
    def hole_side(self) -> int:
        """Pixels of the spot with its air."""
        return (self.size + 2 * self.air) * self.times


def tile_places(width: int, height: int, many: int) -> tuple[Box, ...]:
    """Give the tiles of so many spots side by side, and the one that goes back behind them; in an upright window, below.

    Args:
        width: Cells there are.
        height: Lines there are.
        many: How many spots there are.
    """
    if width >= _UPRIGHT and 2 * height > width:
        low = min(_BACK_HIGH, height // (many + 1))
        high = (height - low) // many if many else 0
        rows = [Box(0, at * high, width, high - 1) for at in range(many)]
        return (*rows, Box(0, many * high, width, height - many * high))
    share = width // (many + 1)
    back = min(_BACK_WIDE, share)
    wide = max(2, (width - back) // many) if many else 0
    places = [Box(at * wide, 0, wide - 1, height) for at in range(many)]
    return (*places, Box(many * wide, 0, max(1, width - many * wide), height))


def inside(wide: int, high: int, *, ribbon: bool) -> Inside | None:
    """Give where things stand on a tile of this size, as large as they fit; None where there is no room for a spot.

    Args:
        wide: Its cells across.
        high: Its lines.
        ribbon: Whether there is room for a ribbon under the spot.
    """
    return next(_fitting(wide, high, ribbon=ribbon), None)


def _fitting(wide: int, high: int, *, ribbon: bool) -> Iterator[Inside]:
    for words in (1, 0):
        for picture in _PICTURES:
            room = wide - _RIM, 2 * (high - _RIM - words)
            ways = (_Way.BESIDE, _Way.ABOVE, _Way.OUT) if picture[1] == 1 else (_Way.BESIDE, _Way.ABOVE)
            for way in ways:
                yield from _laid(picture, way, room, high - 1, ribbon=ribbon)
    for way in (_Way.ABOVE, _Way.OUT):
        yield from _laid((_PICTURES[-1][0], 1, 1, 0), way, (wide - 1, 2 * (high - 1)), high, ribbon=False)


def _laid(picture: tuple[int, int, int, int], way: _Way, room: Point, last: int, *, ribbon: bool) -> Iterator[Inside]:
    """Give one way to lay things, where there is room for it; words stand before the last line.

    An arrow may begin in the air around the spot.
    """
    size, times, on_sheet, air = picture
    hole, sheet, arrow = (size + 2 * air) * times, (size + 2 * SHEET) * on_sheet, ARROW * on_sheet
    under = max(0, RIBBON_HIGH - air) * times if ribbon else 0
    before = sheet + arrow + on_sheet - max(0, air - 1) * times
    wide = before + hole if way is _Way.BESIDE else max(hole, sheet) if way is _Way.ABOVE else hole
    high = max(hole + under, sheet) if way is _Way.BESIDE else hole + under + (before if way is _Way.ABOVE else 0)
    if wide > room[0] or high > room[1]:
        return
    left, top = 1 + (room[0] - wide) // 2, 2 + (room[1] - high) // 4 * 2
    words = -(-(top + high) // 2)
    lines = max(0, min(_MOST_WORDS, last - words))
    spot, sheet_at, arrow_at = (left + (wide - hole) // 2, top), None, None
    if way is _Way.BESIDE:
        spot, middle = (left + before, top), top + hole // 2
        sheet_at = (left, middle - sheet // 2)
        arrow_at = (left + sheet + 1, middle - arrow // 2)
    elif way is _Way.ABOVE:
        spot, middle = (spot[0], top + before), left + wide // 2
        sheet_at = (middle - sheet // 2, top)
        arrow_at = (middle - arrow // 2, top + sheet + 1)
    band = (spot[0], spot[1] + hole - air * times)
    yield Inside(size, times, on_sheet, air, spot, sheet_at, arrow_at, way is _Way.BESIDE, band, words, lines)
