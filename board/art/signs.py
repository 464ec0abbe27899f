"""The signs of spots without a sticker, drawn small: told apart by shape, coloured by the screen."""

import math
from collections.abc import Callable
from functools import cache

from board.art.cells import Colour, Pixels, mixed
from board.mastery.progress import Status

_SAMPLES = 3
"""Samples a pixel and direction: enough for smooth edges at 8 pixels."""

_Shape = Callable[[float, float], bool]
"""Whether a point is inside; x and y run from -1 to 1, y down."""


def _disc(radius: float, x: float = 0, y: float = 0) -> _Shape:
    return lambda px, py: (px - x) ** 2 + (py - y) ** 2 <= radius**2


def _ring(outer: float, inner: float) -> _Shape:
    return lambda x, y: inner**2 <= x * x + y * y <= outer**2


def _star(x: float, y: float) -> bool:
    """Tell whether a point is inside a five-pointed star, one point up."""
    angle = math.atan2(x, -y) % (math.tau / 5)
    fold = min(angle, math.tau / 5 - angle)
    across, up = math.hypot(x, y) * math.sin(fold), math.hypot(x, y) * math.cos(fold)
    inner_x, inner_y = 0.48 * math.sin(math.pi / 5), 0.48 * math.cos(math.pi / 5)
    return (1 - up) * inner_x >= across * (1 - inner_y)


def _triangle(x: float, y: float) -> bool:
    return -0.62 <= y <= 0.45 and abs(x) <= (y + 0.62) * 0.58  # noqa: PLR2004 - a triangle that looks centred


def _quarter(x: float, y: float) -> bool:
    return x >= 0 and y <= 0 and x * x + y * y <= 0.62**2


def _turn(x: float, y: float) -> bool:
    """Tell whether a point is on an arrow that goes round once more."""
    on_arc = 0.32**2 <= x * x + y * y <= 0.62**2 and not (x > 0 and y < 0 and x > -y * 0.35)
    head = 0.1 <= x <= 0.72 and y >= -0.72 and y + 0.72 <= (0.82 - x) and y <= -0.12  # noqa: PLR2004
    return on_arc or head


def _dash(x: float, y: float) -> bool:
    return abs(x) <= 0.42 and abs(y) <= 0.14  # noqa: PLR2004


def _nothing(_x: float, _y: float) -> bool:
    return False


_INSIDE: dict[Status, _Shape] = {
    Status.OPEN: _nothing,
    Status.LOCKED: _nothing,
    Status.PRACTISING: _quarter,
    Status.READY: _triangle,
    Status.KEEP_WORKING: _turn,
    Status.EXCUSED: _dash,
    Status.MASTERED: _disc(0.5),
}


def _shrunk(shape: _Shape, scale: float) -> _Shape:
    return lambda x, y: shape(x / scale, y / scale)


@cache
def _coverage(status: Status, size: int, *, boss: bool) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """Count, for each pixel, the samples on the rim, in the hole, in the sign and outside."""
    rim, hole = (_star, _shrunk(_star, 0.7)) if boss else (_disc(0.94), _disc(0.8))
    inside = _shrunk(_INSIDE[status], 0.62) if boss else _INSIDE[status]
    layers = (inside, hole, rim)
    return tuple(tuple(_count(column, row, size, layers) for column in range(size)) for row in range(size))


def _count(column: int, row: int, size: int, layers: tuple[_Shape, ...]) -> tuple[int, ...]:
    counts = [0] * (len(layers) + 1)
    for step_y in range(_SAMPLES):
        y = ((row + (step_y + 0.5) / _SAMPLES) / size) * 2 - 1
        for step_x in range(_SAMPLES):
            x = ((column + (step_x + 0.5) / _SAMPLES) / size) * 2 - 1
            counts[next((at for at, shape in enumerate(layers) if shape(x, y)), len(layers))] += 1
    return tuple(counts)


@cache
def sign(status: Status, size: int, *, boss: bool, hue: Colour, hole: Colour, ground: Colour) -> Pixels:
    """Draw the sign of a spot that has no sticker.

    Args:
        status: Its status.
        size: Side in pixels.
        boss: Whether it is a Boss: a star instead of a round hole.
        hue: Colour of the sign and, thinned, of the outline.
        hole: Colour of the spot itself.
        ground: Colour around the spot.
    """
    locked = status is Status.LOCKED
    rim = mixed(hue, ground, 0.7 if locked else 0.45)
    fill = mixed(hole, ground, 0.55) if locked else hole
    colours = (hue, fill, rim, ground)
    return tuple(tuple(_blend(counts, colours) for counts in row) for row in _coverage(status, size, boss=boss))


def _blend(counts: tuple[int, ...], colours: tuple[Colour, ...]) -> tuple[int, int, int, int]:
    red, green, blue = (
        sum(count * colour[part] for count, colour in zip(counts, colours, strict=True)) // _SAMPLES**2
        for part in range(3)
    )
    return (red, green, blue, 255)
