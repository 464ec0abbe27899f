"""The same pictures as plain shapes in one colour, as older children like them: the outline filled, the lines inside left open."""

from board.art.cells import Colour, Pixel, Pixels
from board.art.letter_pictures import AIR

_SOLID = 100
"""Alpha from which on a pixel belongs to the shape."""

_DARKER = 8.0
"""How much darker than what is around it a pixel inside is where a line runs, of 255."""

_SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1))
_AROUND = tuple((x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y)


def plain(picture: Pixels, ink: Colour) -> Pixels:
    """Give a picture as a plain shape.

    Args:
        picture: In colours, on nothing.
        ink: The one colour.
    """
    return tuple(
        tuple((*ink, 255) if _is_solid(pixel) and not _is_line(picture, x, y) else AIR for x, pixel in enumerate(row))
        for y, row in enumerate(picture)
    )


def _is_line(picture: Pixels, x: int, y: int) -> bool:
    """Tell whether a line runs here; never at the edge, so that the outline stays whole."""
    if not all(_is_solid(_at(picture, x + right, y + down)) for right, down in _SIDES):
        return False
    around = [_light(one) for one in (_at(picture, x + right, y + down) for right, down in _AROUND) if _is_solid(one)]
    return _light(picture[y][x]) < sum(around) / len(around) - _DARKER


def _at(picture: Pixels, x: int, y: int) -> Pixel:
    return picture[y][x] if 0 <= y < len(picture) and 0 <= x < len(picture[y]) else AIR


def _is_solid(pixel: Pixel) -> bool:
    return pixel[3] > _SOLID


def _light(pixel: Pixel) -> float:
    red, green, blue, _ = pixel
    return 0.3 * red + 0.59 * green + 0.11 * blue
