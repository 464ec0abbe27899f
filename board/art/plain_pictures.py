"""The same pictures as plain shapes in one colour, as older children like them: the outline filled, the lines inside left open."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from board.art.cells import AIR, Colour, Pixels

_SOLID = 127
"""Alpha from which on a pixel belongs to the shape."""

_DARKER = 25.0
"""How much darker than what is around it a pixel is where a line runs, of 255."""

_REACH = 2
"""Pixels of the result that count as around."""

_INSIDE = 0.8
"""Share of what is around that must belong to the shape: at its edge no line runs, so that the outline stays whole."""

_STEEP = 1.5
"""How much steeper an edge is than it would be."""

_FINEST = 64
"""Side of the picture it is made from at the most: finer ones show nothing more, and take longer."""


def finer(side: int) -> int:
    """Give the side of the picture from which a plain shape is made.

    Args:
        side: Side of the plain shape in pixels, the last ones air.
    """
    return (side - AIR) * max(2, _FINEST // side) + AIR


@lru_cache(maxsize=48)
def plain(picture: Pixels, side: int, ink: Colour) -> Pixels:
    """Give a picture as a plain shape: the more of a pixel is filled, the less is seen through it.

    Args:
        picture: In colours, on nothing; of the side that `finer` gives.
        side: Side of the shape in pixels, the last ones air.
        ink: The one colour.
    """
    times = max(2, _FINEST // side)
    light = [[_light(pixel) if pixel[3] > _SOLID else 0.0 for pixel in row] for row in picture]
    solid = [[float(pixel[3] > _SOLID) for pixel in row] for row in picture]
    lights, solids, reach = _Sums(light), _Sums(solid), _REACH * times
    filled = [
        [
            is_solid * (1 - _is_line(light[y][x], lights.around(x, y, reach), solids.around(x, y, reach)))
            for x, is_solid in enumerate(row)
        ]
        for y, row in enumerate(solid)
    ]
    shares, edges = _Sums(filled), range(0, (side - AIR) * times, times)
    rows = tuple(
        (*((*ink, _crisp(shares.part(x, y, x + times, y + times)[0] / times**2)) for x in edges), (0, 0, 0, 0))
        for y in edges
    )
    return (*rows, ((0, 0, 0, 0),) * side)


def _crisp(share: float) -> int:
    """Give the alpha of a pixel by the share of it that is filled, its edge steepened."""
    return max(0, min(255, round(255 * ((share - 0.5) * _STEEP + 0.5))))


def _is_line(light: float, lights: tuple[float, int], solids: tuple[float, int]) -> bool:
    return solids[0] >= _INSIDE * solids[1] and light < lights[0] / solids[0] - _DARKER


class _Sums:
    """Sums over any part of a field of numbers, each found at once."""

    def __init__(self, field: Sequence[Sequence[float]]) -> None:
        self._rows = [[0.0] * (len(field[0]) + 1)]
        for row in field:
            above = self._rows[-1]
            self._rows.append([upper + here for upper, here in zip(above, _running(row), strict=True)])

    def around(self, x: int, y: int, reach: int) -> tuple[float, int]:
        """Give the sum over a square around a place, and how many numbers lie in it."""
        return self.part(x - reach, y - reach, x + reach + 1, y + reach + 1)

    def part(self, left: int, top: int, right: int, bottom: int) -> tuple[float, int]:
        """Give the sum over a part, and how many numbers lie in it; what lies outside is left out."""
        left, top = max(0, left), max(0, top)
        right, bottom = min(right, len(self._rows[0]) - 1), min(bottom, len(self._rows) - 1)
        upper, lower = self._rows[top], self._rows[bottom]
        return lower[right] - lower[left] - upper[right] + upper[left], (right - left) * (bottom - top)


def _running(row: Iterable[float]) -> list[float]:
    sums = [0.0]
    for number in row:
        sums.append(sums[-1] + number)
    return sums


def _light(pixel: tuple[int, int, int, int]) -> float:
    red, green, blue, _ = pixel
    return 0.3 * red + 0.59 * green + 0.11 * blue
