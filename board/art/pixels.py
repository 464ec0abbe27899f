"""A drawing of few, big pixels as a child makes it on the board: a value, its colours and what may become of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from board.art.cells import Colour, Pixel, Pixels

COARSE, FINE = 12, 24
"""Pixels across and down: one for each of a sticker's own, or four."""

NOTHING = 0
"""Palette number of a pixel nothing was painted on."""


class Chip(NamedTuple):
    """One colour to draw with.

    Attributes:
        name: As a child calls it.
        sign: One cell that stands for it where colours can't be told apart.
        colour: The colour itself.
    """

    name: str
    sign: str
    colour: Colour


PALETTE = (
    Chip("red", "/", (226, 58, 46)),
    Chip("orange", "o", (247, 139, 31)),
    Chip("yellow", "*", (252, 208, 52)),
    Chip("green", "^", (58, 161, 74)),
    Chip("sky", "-", (108, 198, 240)),
    Chip("blue", "~", (45, 108, 214)),
    Chip("purple", "x", (138, 82, 190)),
    Chip("pink", "+", (243, 132, 174)),
    Chip("brown", "#", (139, 90, 51)),
    Chip("black", "=", (32, 34, 40)),
    Chip("grey", ":", (134, 144, 154)),
    Chip("white", ".", (255, 255, 255)),
)
"""Numbered from 1: as many as there are keys in the row of digits. A kept drawing holds the numbers, so none may move."""

FIRST_COLOUR = 6
"""Blue: dark enough for white paper, light enough for a dark board."""

_CLEAR: Pixel = (0, 0, 0, 0)
_RGBA: tuple[Pixel, ...] = (_CLEAR, *((*chip.colour, 255) for chip in PALETTE))
_LETTERS = ".abcdefghijkl"
"""How palette numbers are kept."""

_SOLID = 128
"""Alpha from which a pixel of a picture counts as painted."""


class Point(NamedTuple):
    """A pixel of a drawing, from 0; it may lie outside."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A square drawing.

    Attributes:
        side: Pixels across and down: `COARSE` or `FINE`.
        pixels: Their palette numbers, row by row from the top.
    """

    side: int
    pixels: bytes

    def __contains__(self, point: Point) -> bool:
        return 0 <= point.x < self.side and 0 <= point.y < self.side

    def at(self, point: Point) -> int:
        """Give the palette number of a pixel inside."""
        return self.pixels[point.y * self.side + point.x]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is painted."""
        return not any(self.pixels)

    def painted(self, points: Iterable[Point], number: int) -> "Drawing":
        """Give the drawing with some pixels in one colour.

        Args:
            points: Which; those outside are passed over.
            number: Palette number, `NOTHING` to rub out.
        """
        pixels = bytearray(self.pixels)
        for point in points:
            if point in self:
                pixels[point.y * self.side + point.x] = number
        return Drawing(self.side, bytes(pixels))

    def filled(self, point: Point, number: int) -> "Drawing":
        """Give the drawing with everything of one colour that hangs together from here, edge to edge, in another.

        Args:
            point: Where to begin, inside.
            number: Palette number.
        """
        reached, waiting = {point}, [point]
        while waiting:
            x, y = waiting.pop()
            for near in (Point(x - 1, y), Point(x + 1, y), Point(x, y - 1), Point(x, y + 1)):
                if near in self and near not in reached and self.at(near) == self.at(point):
                    reached.add(near)
                    waiting.append(near)
        return self.painted(reached, number)

    def mirrored(self, point: Point) -> Point:
        """Give the pixel that lies opposite, left and right changed."""
        return Point(self.side - 1 - point.x, point.y)

    def resized(self, side: int) -> "Drawing":
        """Give the drawing with other pixels: each becomes four, or four the one that most of them are."""
        if side == self.side:
            return self
        places = [(x, y) for y in range(side) for x in range(side)]
        if side > self.side:
            return Drawing(side, bytes(self.at(Point(x // 2, y // 2)) for x, y in places))
        return Drawing(side, bytes(_most(self._four(x, y)) for x, y in places))

    def rgba(self) -> bytes:
        """Give red, green, blue and alpha of every pixel, row by row from the top."""
        return bytes(part for number in self.pixels for part in _RGBA[number])

    def sticker(self) -> Pixels:
        """Give it as a spot of the board shows it, `COARSE` pixels across."""
        if self.side == COARSE:
            return tuple(tuple(_RGBA[number] for number in row) for row in self._rows())
        return tuple(tuple(_blended(self._four(x, y)) for x in range(COARSE)) for y in range(COARSE))

    def _rows(self) -> Iterator[bytes]:
        return (self.pixels[at : at + self.side] for at in range(0, len(self.pixels), self.side))

    def _four(self, x: int, y: int) -> bytes:
        """Give the pixels a coarse one stands for."""
        at = 2 * y * self.side + 2 * x
        return self.pixels[at : at + 2] + self.pixels[at + self.side : at + self.side + 2]


def empty(side: int = COARSE) -> Drawing:
    """Give a drawing nothing was painted on yet."""
    return Drawing(side, bytes(side * side))


def _most(four: bytes) -> int:
    """Give what most of them are; where two share, something is more than nothing."""
    return max(four, key=lambda number: (four.count(number), number != NOTHING))


def _blended(four: bytes) -> Pixel:
    painted = [PALETTE[number - 1].colour for number in four if number != NOTHING]
    if not painted:
        return _CLEAR
    red, green, blue = (sum(parts) // len(painted) for parts in zip(*painted, strict=True))
    return (red, green, blue, 255 * len(painted) // len(four))


def line(start: Point, end: Point) -> Iterator[Point]:
    """Give the pixels from one to another, without a gap."""
    steps = max(abs(end.x - start.x), abs(end.y - start.y))
    for at in range(steps + 1):
        yield Point(_between(start.x, end.x, at, steps), _between(start.y, end.y, at, steps))


def _between(start: int, end: int, at: int, steps: int) -> int:
    """Give the whole number nearest to a share of the way; half of one is rounded away from the start."""
    if steps == 0:
        return start
    way = (2 * abs(end - start) * at + steps) // (2 * steps)
    return start + way if end > start else start - way


def circle(corner: Point, opposite: Point) -> Iterator[Point]:
    """Give the outline of the round shape, a circle or an egg, that just fits between two corners."""
    left, right = sorted((corner.x, opposite.x))
    top, bottom = sorted((corner.y, opposite.y))
    wide, high = right - left + 1, bottom - top + 1

    def is_inside(x: int, y: int) -> bool:
        return ((2 * x + 1 - wide) * high) ** 2 + ((2 * y + 1 - high) * wide) ** 2 <= (wide * high) ** 2

    for y in range(high):
        for x in range(wide):
            near = ((x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1))
            if is_inside(x, y) and not all(is_inside(*place) for place in near):
                yield Point(left + x, top + y)


def traced(picture: Pixels, side: int) -> Drawing:
    """Draw a picture after: each of its pixels in the nearest colour there is.

    Args:
        picture: At least so many pixels across and down; more are left out, right and below.
        side: Pixels across and down.
    """
    return Drawing(side, bytes(_nearest(pixel) for row in picture[:side] for pixel in row[:side]))


def _nearest(pixel: Pixel) -> int:
    *colour, alpha = pixel
    if alpha < _SOLID:
        return NOTHING
    return 1 + min(range(len(PALETTE)), key=lambda at: _distance(colour, PALETTE[at].colour))


def _distance(one: Iterable[int], other: Colour) -> int:
    """Give how different two colours look: eyes tell greens apart best and blues worst."""
    return sum(weight * (a - b) ** 2 for weight, a, b in zip((3, 4, 2), one, other, strict=True))


def as_text(drawing: Drawing) -> str:
    """Give a drawing as one line of plain letters, to be kept."""
    return f"{drawing.side} {''.join(_LETTERS[number] for number in drawing.pixels)}"


def from_text(text: str) -> Drawing | None:
    """Give the drawing a text was made of, None when it was made of none."""
    for side in (COARSE, FINE):
        head = f"{side} "
        letters = text.removeprefix(head)
        if text.startswith(head) and len(letters) == side * side and set(letters) <= set(_LETTERS):
            return Drawing(side, bytes(map(_LETTERS.index, letters)))
    return None
