"""The colours of the grid, read from the theme's own variables."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from rich.color import Color as RichColor
from rich.color import ColorType
from rich.color_triplet import ColorTriplet
from rich.style import Style
from textual.color import Color

from board.art.cells import Colour, mixed
from board.terminal.themes import LEVEL_HUES


@dataclass(frozen=True, slots=True)
class LevelColours:
    """Colours of one level: its hue, the panel behind its steps, the panel behind its Boss."""

    hue: Colour
    panel: Colour
    boss: Colour


@dataclass(frozen=True, slots=True)
class GridColours:
    """Everything the grid is painted with.

    Attributes:
        levels: Colours of the levels, before they repeat.
        cursor: The cursor.
        gold: A beaten Boss's star.
        hole: Inside of an open spot.
        space: Style where nothing is.
        name: Style of a name.
        name_odd: Style of each second name.
        name_cursor: Style of the cursor's name.
        bands: Style of each level's band.
        thinned: How much of the usual thinning of quiet signs there is, 0 to 1: with few colours they would be gone.
    """

    levels: tuple[LevelColours, ...]
    cursor: Colour
    gold: Colour
    hole: Colour
    space: Style
    name: Style
    name_odd: Style
    name_cursor: Style
    bands: tuple[Style, ...]
    thinned: float

    def ground(self, level: int, *, boss: bool, odd: bool = False, cursor: bool = False) -> Colour:
        """Give the colour behind a spot.

        Args:
            level: Number of its level, from 0.
            boss: Whether it is a Boss.
            odd: Whether it stands in a second row.
            cursor: Whether the cursor is on it.
        """
        colours = self.levels[level % LEVEL_HUES]
        colour = colours.boss if boss else colours.panel
        if cursor:
            return mixed(colour, self.cursor, 0.28)
        return mixed(colour, colours.hue, 0.05) if odd else colour


def theme_colour(variables: Mapping[str, str], name: str) -> Colour:
    """Give one colour of a theme.

    Args:
        variables: The theme's variables by name, without the dollar sign.
        name: The name of one that is a colour.
    """
    return Color.parse(variables[name]).rgb


def grid_colours(variables: Mapping[str, str]) -> GridColours:
    """Read the colours of a theme.

    Args:
        variables: The theme's variables by name, without the dollar sign.
    """
    colour = partial(theme_colour, variables)
    numbers = range(1, LEVEL_HUES + 1)
    front, back = colour("foreground"), colour("background")
    return GridColours(
        levels=tuple(
            LevelColours(colour(f"level-{n}"), colour(f"level-{n}-panel"), colour(f"level-{n}-boss")) for n in numbers
        ),
        cursor=colour("accent"),
        gold=colour("gold"),
        hole=colour("spot"),
        space=style(front, back),
        name=style(front, back),
        name_odd=style(front, colour("surface")),
        name_cursor=style(colour("accent"), colour("panel"), bold=True),
        bands=tuple(style(colour("on-level"), colour(f"level-{n}"), bold=True) for n in numbers),
        thinned=float(variables["thinned"]),
    )


_DARK, _LIGHT = (0, 0, 0), (255, 255, 255)
_BRIGHT = 140
"""Brightness from which dark signs are read better than light ones."""

_PAIRS = 8_192
"""Pairs of colours remembered: children's pictures hold any number of them."""


@lru_cache(_PAIRS)
def style(front: Colour, ground: Colour, *, bold: bool = False) -> Style:
    """Give the style of these two colours; mostly the same object each time."""
    return Style(color=_colour(front), bgcolor=_colour(ground), bold=bold or None)


@lru_cache(_PAIRS)
def _colour(rgb: Colour) -> RichColor:
    """Give rich's colour; built by hand, since its own way writes a name for each."""
    return RichColor("sticker", ColorType.TRUECOLOR, triplet=ColorTriplet(*rgb))


def readable_on(ground: Colour) -> Colour:
    """Give the colour in which a sign is read best on a ground: black or white."""
    red, green, blue = ground
    return _DARK if (red * 3 + green * 6 + blue) // 10 > _BRIGHT else _LIGHT
