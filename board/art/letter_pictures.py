"""Pictures written as letters, a line for each row of pixels: for signs and icons, which children read before words."""

from collections.abc import Mapping, Sequence

from board.art.cells import Colour, Pixel, Pixels
from board.art.pixels import PALETTE

Sheets = Mapping[tuple[str, ...], Sequence[str]]
"""By the names of the pictures on a sheet its lines; in each, the lines of the pictures stand side by side with | between.

A letter stands for a pixel: # in the colour of the writing, . nothing, else a colour of the palette.
"""

_NAMES = {
    "r": "red",
    "o": "orange",
    "y": "yellow",
    "g": "green",
    "s": "sky",
    "b": "blue",
    "p": "pink",
    "n": "brown",
    "k": "grey",
    "w": "white",
    "d": "black",
}
_COLOURS: dict[str, Colour] = {
    letter: next(chip.colour for chip in PALETTE if chip.name == name) for letter, name in _NAMES.items()
}
AIR: Pixel = (0, 0, 0, 0)
"""A pixel through which one sees what is behind."""


def letter_picture(sheets: Sheets, name: str, ink: Colour) -> Pixels:
    """Draw a picture of some sheets.

    Args:
        sheets: The sheets.
        name: Name of the picture.
        ink: Colour of its lines.
    """
    names, lines = next((names, lines) for names, lines in sheets.items() if name in names)
    at = names.index(name)
    return tuple(tuple(_pixel(letter, ink) for letter in line.split("|")[at]) for line in lines)


def _pixel(letter: str, ink: Colour) -> Pixel:
    if letter == ".":
        return AIR
    return (*(ink if letter == "#" else _COLOURS[letter]), 255)
