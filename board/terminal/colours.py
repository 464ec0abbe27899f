"""The nearest colours of terminals that have only some: 256, 16, or 16 with 8 grounds. Pure.

Rich takes the nearest by distance in RGB, which makes quiet dark grounds navy and maroon, and pictures muddy. Here nearest
is measured as eyes do (Oklab, Björn Ottosson 2020), and what is read keeps the contrast it was given.
"""

from enum import IntEnum
from functools import lru_cache
from math import hypot
from typing import NamedTuple

from board.art.cells import Colour
from board.terminal.signs import is_linux_console

_KEPT = 8_192
"""Answers remembered of each kind: more than the colours of any screen."""

_LEVELS = (0, 95, 135, 175, 215, 255)
"""Steps of each side of the colour cube, from number 16."""

_FIRST_GREY = 232
_FIXED = range(16, 256)

SIXTEEN: tuple[Colour, ...] = (
    *((0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170)),
    *((85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85), (85, 85, 255), (255, 85, 255), (85, 255, 255)),
    (255, 255, 255),
)
"""The sixteen as the Linux console and VGA have them; other terminals are near enough."""

_DARK = 8
"""How many of them are dark."""

_GROUNDS = (*enumerate(SIXTEEN[:_DARK]), (3, (170, 130, 0)))
"""The dark ones where there are no others: brown stands for yellow too."""

_PALE = 0.05
"""Colourfulness below which a colour is shown as a grey, such as the tinted grounds of panels."""

_QUIET = 0.1
"""The same for grounds where there are only dark ones: a tint would be as loud as any colour."""

_VIVID, _LIGHT_COUNTS = 1.5, 0.5
"""The sixteen are vivid and few: a colour is looked for by its hue more than by its lightness."""

_Ends = tuple[tuple[int, float], ...]
"""Greys by number, each with the lightness it goes up to."""

_GREY_ENDS: _Ends = ((0, 0.38), (8, 0.62), (7, 0.88), (15, 2.0))
_DARK_GREY_ENDS: _Ends = ((0, 0.5), (7, 2.0))
_BAR_ENDS: _Ends = ((0, 0.37), (7, 2.0))
"""For grounds where there are only dark ones: the tint of a chosen line makes it a bar."""

_KEPT_IN_BOLD = 0.7
"""Share of its contrast a sign must keep to be bold."""

_READ, _READ_WELL = 3.0, 4.5
"""Contrast of signs against their ground that is kept where the theme had it, and what another colour must have that is
taken instead (WCAG 2.2, 1.4.11 and 1.4.3)."""


class Colours(IntEnum):
    """How many colours a terminal has; the text console of Linux has 16 for signs and only 8 behind them."""

    TRUE = 1 << 24
    MANY = 256
    FEW = 16
    CONSOLE = 8


class Lab(NamedTuple):
    """A colour as eyes measure it: lightness 0 to 1, and how far it leans to red and to yellow."""

    light: float
    red: float
    yellow: float


def colours_of(color_system: str | None, term: str) -> Colours:
    """Tell which colours a terminal has.

    Args:
        color_system: What Rich found out, such as "256".
        term: The terminal's kind, as the variable TERM has it.
    """
    if is_linux_console(term):
        return Colours.CONSOLE
    return {"256": Colours.MANY, "standard": Colours.FEW, "windows": Colours.FEW}.get(color_system or "", Colours.TRUE)


def nearest(colour: Colour, colours: Colours, *, is_ground: bool = False, is_picture: bool = False) -> int:
    """Give the number of the nearest colour there is.

    Args:
        colour: The colour that is meant.
        colours: Which there are: of 256 only the 240 fixed ones count, since the first 16 are whatever the user likes.
        is_ground: Whether it stands behind signs.
        is_picture: Whether it is part of a picture.
    """
    if colours is Colours.MANY:
        return _nearest_256(colour)
    if not is_ground or colours is not Colours.CONSOLE:
        return _nearest_16(colour, len(SIXTEEN), _PALE, _GREY_ENDS)
    if is_picture:
        return _nearest_16(colour, _DARK, _PALE, _DARK_GREY_ENDS)
    return _nearest_16(colour, _DARK, _QUIET, _BAR_ENDS)


def nearest_read(front: Colour, ground: Colour, shown: int, colours: Colours) -> int:
    """Give the number of the nearest colour for signs that is read as well as was meant.

    Args:
        front: Colour of the signs as it is meant.
        ground: Colour behind them as it is meant.
        shown: Number of the colour that is shown behind them.
        colours: Which there are.
    """
    behind, meant = rgb_of(shown), contrast(front, ground)
    first = nearest(front, colours)
    if contrast(rgb_of(first), behind) >= min(meant, _READ):
        return first
    wanted = min(meant, _READ_WELL)
    lab = oklab(front)
    numbers = _FIXED if colours is Colours.MANY else range(len(SIXTEEN))
    calm = (number for number in numbers if _vivid(oklab(rgb_of(number))) <= _vivid(lab) + _PALE)
    good = (number for number in calm if contrast(rgb_of(number), behind) >= wanted)
    return min(good, key=lambda number: _distance(oklab(rgb_of(number)), lab), default=first)


def is_lost_in_bold(front: int | None, ground: int | None, colours: Colours) -> bool:
    """Tell whether bold signs would be hard to read, since terminals of few colours show bold as the brighter colour.

    Args:
        front: Number of the colour of the signs.
        ground: Number of the colour behind them.
        colours: Which there are.
    """
    if colours >= Colours.MANY or front is None or ground is None or front >= _DARK:
        return False
    behind = rgb_of(ground)
    return contrast(rgb_of(front + _DARK), behind) < contrast(rgb_of(front), behind) * _KEPT_IN_BOLD


def rgb_of(number: int) -> Colour:
    """Give the colour of a number, 0 to 255."""
    if number < len(SIXTEEN):
        return SIXTEEN[number]
    if number >= _FIRST_GREY:
        grey = 8 + 10 * (number - _FIRST_GREY)
        return (grey, grey, grey)
    place = number - len(SIXTEEN)
    return (_LEVELS[place // 36], _LEVELS[place // 6 % 6], _LEVELS[place % 6])


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@lru_cache(_KEPT)
def oklab(colour: Colour) -> Lab:
    """Give a colour as eyes measure it."""
    red, green, blue = (_linear(part) for part in colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return Lab(
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _linear(part: int) -> float:
    share = part / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB, IEC 61966-2-1


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _distance(one: Lab, other: Lab, light: float = 1.0) -> float:
    light_apart, red_apart, yellow_apart = one.light - other.light, one.red - other.red, one.yellow - other.yellow
    return light * light_apart * light_apart + red_apart * red_apart + yellow_apart * yellow_apart


@lru_cache(_KEPT)
def _nearest_256(colour: Colour) -> int:
    lab = oklab(colour)
    sides = [_neighbours(part) for part in colour]
    numbers = [len(SIXTEEN) + 36 * r + 6 * g + b for r in sides[0] for g in sides[1] for b in sides[2]]
    numbers += range(_FIRST_GREY, 256)
    return min(numbers, key=lambda number: _distance(oklab(rgb_of(number)), lab))


def _vivid(lab: Lab) -> float:
    return hypot(lab.red, lab.yellow)


def _neighbours(part: int) -> tuple[int, int]:
    upper = next(at for at, level in enumerate(_LEVELS) if level >= part)
    return (max(0, upper - 1), upper)


@lru_cache(_KEPT)
def _nearest_16(colour: Colour, among: int, pale: float, ends: _Ends) -> int:
    lab = oklab(colour)
    if _vivid(lab) < pale:
        return next(number for number, end in ends if lab.light <= end)
    wanted = Lab(lab.light, lab.red * _VIVID, lab.yellow * _VIVID)
    palette = enumerate(SIXTEEN) if among > _DARK else _GROUNDS
    return min(palette, key=lambda one: _distance(oklab(one[1]), wanted, light=_LIGHT_COUNTS))[0]
