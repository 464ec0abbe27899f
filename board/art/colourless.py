"""The picture of a step that is not shown yet: solid and grey, as on a colouring page; its colours come with the sticker."""

from functools import lru_cache

from board.art.cells import Colour, Pixel, Pixels

_SOLID = 100
"""Alpha from which on a pixel belongs to the picture; all of these are solid, so that nothing shines through."""

_DARKEST, _LIGHTEST = 64, 206
"""Shades of what is darkest and lightest in a picture: told from the grounds of all looks, the lightest and the darkest."""

_FLAT = 24
"""Shades between the darkest and the lightest up to which a picture has one grey, for there is nothing to tell apart."""

_AIR: Pixel = (0, 0, 0, 0)


@lru_cache(maxsize=64)
def colourless(picture: Pixels) -> Pixels:
    """Give a picture in greys of full contrast, each pixel solid or nothing.

    Args:
        picture: In colours, on nothing.
    """
    lights = [_light(pixel[:3]) for row in picture for pixel in row if pixel[3] >= _SOLID]
    low, high = min(lights, default=0.0), max(lights, default=0.0)
    return tuple(tuple(_grey(pixel, low, high) for pixel in row) for row in picture)


def _grey(pixel: Pixel, low: float, high: float) -> Pixel:
    if pixel[3] < _SOLID:
        return _AIR
    share = (_light(pixel[:3]) - low) / (high - low) if high - low > _FLAT else 0.5
    shade = round(_DARKEST + (_LIGHTEST - _DARKEST) * share)
    return (shade, shade, shade, 255)


def _light(colour: Colour) -> float:
    red, green, blue = colour
    return 0.3 * red + 0.59 * green + 0.11 * blue
