"""How a sticker covers its spot: it grows out of it, and under a Boss a ribbon unrolls; every moment as pixels."""

import math
from functools import lru_cache

from board.art.cells import AIR, Colour, Pixel, Pixels, mixed

STAGES = 10
"""Pictures a growing is made of, the whole sticker the last."""

_SIZES = (0.0, 0.26, 0.42, 0.58, 0.73, 0.87, 1.0, 1.1, 1.08, 1.03, 1.0)
"""How large the sticker is at each stage, as a share of itself: it begins quickly, and for a moment it is too large."""

_PALES = 5
"""Stages at the end in which what the sticker does not hide of the spot grows pale."""

_CLEAR: Pixel = (0, 0, 0, 0)
_SOLID = 128
"""Alpha from which on a pixel of the sticker hides its spot."""

_WHITE: Colour = (255, 255, 255)
_RAYS = 8
_THICK = 0.75
"""Pixels from the middle of the ring of sparkles to its edge, in a picture of `_USUAL` pixels."""

_USUAL = 12
_REACH = 0.62
"""How far the sparkles fly from the middle, as a share of the side."""


def stage_of(share: float) -> int:
    """Give the number of the picture that is seen.

    Args:
        share: How much of the time has gone by; what lies outside 0 to 1 counts as the nearer end.
    """
    return math.ceil(STAGES * max(0.0, min(1.0, share)) - 1e-9)


def grown(spot: Pixels, sticker: Pixels, share: float, glow: Colour) -> Pixels:
    """Give a sticker on its way out of its spot: at first the spot alone, at last the sticker alone.

    What it has covered once stays covered.

    Args:
        spot: The open spot.
        sticker: The sticker, of the same size.
        share: How much of the time has gone by, 0 to 1.
        glow: Colour of what sparkles around it.
    """
    stage = stage_of(share)
    if stage == 0:
        return spot
    return sticker if stage == STAGES else _drawn(spot, sticker, stage, glow)


@lru_cache(16)
def emptied(spot: Pixels, ground: Colour, hole: Colour) -> Pixels:
    """Give a spot whose shape is filled as its outline alone, so that it looks as empty as a round hole.

    Args:
        spot: The spot.
        ground: Colour around its shape.
        hole: Colour of what is empty.
    """

    def is_inside(x: int, y: int) -> bool:
        beside = ((x, y), (x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1))
        return all(_at(spot, *place) not in ((*ground, 255), _CLEAR) for place in beside)

    return tuple(
        tuple((*hole, 255) if is_inside(x, y) else pixel for x, pixel in enumerate(row)) for y, row in enumerate(spot)
    )


@lru_cache(32)
def _drawn(spot: Pixels, sticker: Pixels, stage: int, glow: Colour) -> Pixels:
    sparkles = _sparkles(len(sticker), stage, glow)
    covered = _covered(sticker, stage)
    sized = _sized(sticker, _SIZES[stage])
    left = min(1.0, (STAGES - stage) / _PALES)
    return tuple(
        tuple(
            pixel if hidden else _over(pixel, _over(sparkle, (*below[:3], round(below[3] * left))))
            for pixel, below, hidden, sparkle in zip(*rows, strict=True)
        )
        for rows in zip(sized, spot, covered, sparkles, strict=True)
    )


@lru_cache(32)
def _covered(sticker: Pixels, stage: int) -> tuple[tuple[bool, ...], ...]:
    """Tell which pixels the sticker has hidden so far; one that it has left again stays free of the spot."""
    if stage == 0:
        return tuple((False,) * len(row) for row in sticker)
    before, now = _covered(sticker, stage - 1), _sized(sticker, _SIZES[stage])
    return tuple(
        tuple(was or pixel[3] >= _SOLID for was, pixel in zip(*rows, strict=True))
        for rows in zip(before, now, strict=True)
    )


@lru_cache(32)
def _sized(picture: Pixels, size: float) -> Pixels:
    """Give a picture larger or smaller around its middle, cut at its edges."""
    side = len(picture)
    middle = (side - AIR) / 2
    parts = (0.25, 0.75) if size < 1 else (0.5,)
    places = [[middle + (at + part - middle) / size for part in parts] for at in range(side)]
    return tuple(
        tuple(_mean([_at(picture, x, y) for y in downs for x in acrosses]) for acrosses in places) for downs in places
    )


def _at(picture: Pixels, x: float, y: float) -> Pixel:
    across, down = math.floor(x), math.floor(y)
    inside = 0 <= down < len(picture) and 0 <= across < len(picture[down])
    return picture[down][across] if inside else _CLEAR


def _mean(pixels: list[Pixel]) -> Pixel:
    """Give the colour of some pixels together; what is clear counts for nothing but the alpha."""
    weight = sum(pixel[3] for pixel in pixels)
    if not weight:
        return _CLEAR
    red, green, blue = (sum(pixel[part] * pixel[3] for pixel in pixels) // weight for part in range(3))
    return (red, green, blue, weight // len(pixels))


@lru_cache(32)
def _sparkles(side: int, stage: int, glow: Colour) -> Pixels:
    """Give a ring that flies apart: ahead of the sticker at first, then in rays that grow pale."""
    share, middle = stage / STAGES, (side - AIR) / 2
    radius, thick = side * (0.16 + (_REACH - 0.16) * share), _THICK * side / _USUAL
    alpha = round(255 * min(1.0, 1.6 * (1 - share)))

    def pixel(x: int, y: int) -> Pixel:
        right, down = x + 0.5 - middle, y + 0.5 - middle
        if abs(math.hypot(right, down) - radius) > thick:
            return _CLEAR
        ray = round(math.atan2(down, right) / math.tau * 2 * _RAYS) % 2
        if ray and share > 0.45:  # noqa: PLR2004 - about when the sticker fills its spot
            return _CLEAR
        return (*mixed(glow, _WHITE, 0.55 * (1 - ray)), alpha)

    return tuple(tuple(pixel(x, y) for x in range(side)) for y in range(side))


def _over(upper: Pixel, lower: Pixel) -> Pixel:
    """Lay a pixel over another one."""
    if not upper[3] or upper[3] == 255:  # noqa: PLR2004 - opaque
        return upper if upper[3] else lower
    rest = (255 - upper[3]) * lower[3] // 255
    alpha = upper[3] + rest
    red, green, blue = ((upper[part] * upper[3] + lower[part] * rest) // alpha for part in range(3))
    return (red, green, blue, alpha)


def aired(picture: Pixels, air: int) -> Pixels:
    """Give a picture with so many clear pixels around it: room for what sparkles."""
    wide = len(picture[0]) + 2 * air
    edge = ((_CLEAR,) * wide,) * air
    return (*edge, *((*(_CLEAR,) * air, *row, *(_CLEAR,) * air) for row in picture), *edge)


RIBBON_HIGH = 5
"""Pixels a ribbon is high."""

_TAIL = 3
"""Pixels of its ends."""

_STAR = ("..#..", "#####", ".###.", ".#.#.")
"""What stands on it."""

_STARRED = 9
"""Pixels of a ribbon on which there is room for it."""


def ribbon(wide: int, share: float, colour: Colour, shade: Colour) -> Pixels:
    """Give a ribbon that unrolls from its middle to both sides: nothing at first, at last all of it with its tails.

    Args:
        wide: Pixels across when it is unrolled, at least as wide as a sticker.
        share: How much of it is unrolled, 0 to 1.
        colour: Its colour.
        shade: Colour of its tails, and of what is still rolled up.
    """
    out = round(max(0.0, min(1.0, share)) * wide)
    rows = [[_CLEAR] * wide for _ in range(RIBBON_HIGH)]
    start = (wide - out) // 2
    if out >= 2:  # noqa: PLR2004 - a roll at each side
        _unroll(rows, start, start + out, (*colour, 255), (*shade, 255))
    return tuple(map(tuple, rows))


def _unroll(rows: list[list[Pixel]], start: int, end: int, front: Pixel, shade: Pixel) -> None:
    is_whole = end - start == len(rows[0])
    band_start, band_end = (start + _TAIL - 1, end - _TAIL + 1) if is_whole else (start, end)
    for row in rows[:-1]:
        row[band_start:band_end] = [front] * (band_end - band_start)
    if is_whole:
        for row in rows[1:]:
            row[start : start + _TAIL - 1] = row[end - _TAIL + 1 : end] = [shade] * (_TAIL - 1)
        rows[RIBBON_HIGH // 2 + 1][start] = rows[RIBBON_HIGH // 2 + 1][end - 1] = _CLEAR
        rows[-1][start + _TAIL - 1] = rows[-1][end - _TAIL] = shade
    else:
        for row in rows:
            row[start] = row[end - 1] = shade
    if end - start >= _STARRED:
        for y, line in enumerate(_STAR):
            for x, letter in enumerate(line, len(rows[0]) // 2 - len(line) // 2):
                if letter == "#":
                    rows[y][x] = (*_WHITE, 255)


SHEET = 1
"""Pixels of a sheet around the sticker on it."""

_CURL = 4
_SHEET_COLOUR: Colour = (246, 243, 234)
_CURL_COLOUR: Colour = (205, 201, 190)
_LEFT: Colour = (226, 222, 211)


def on_its_sheet(sticker: Pixels, *, peeled: bool) -> Pixels:
    """Give a sticker on the sheet it is peeled off, a corner curling up already; or the sheet without it.

    Args:
        sticker: The sticker.
        peeled: Whether it is gone: then its shape is left.
    """
    laid = aired(sticker, SHEET)
    side = len(laid)

    def pixel(x: int, y: int) -> Pixel:
        corner = (side - 1 - x) + (side - 1 - y)
        if corner < _CURL - 1 or (x in {0, side - 1} and y in {0, side - 1}):
            return _CLEAR
        if corner < _CURL + 1 and max(side - 1 - x, side - 1 - y) < _CURL:
            return (*_CURL_COLOUR, 255)
        under: Pixel = (*_SHEET_COLOUR, 255)
        over = laid[y][x]
        if peeled:
            return (*_LEFT, 255) if over[3] >= _SOLID else under
        return _over(over, under)

    return tuple(tuple(pixel(x, y) for x in range(side)) for y in range(side))
