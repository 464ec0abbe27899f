"""The signs where a child covers its spots: from the peeled sticker to the hole it belongs on."""

from functools import cache

from board.art.cells import Colour, Pixels
from board.art.letter_pictures import Sheets, letter_picture

_SHEETS: Sheets = {
    ("onto",): (
        "..#..",
        "..##.",
        "#####",
        "..##.",
        "..#..",
    ),
    ("back",): (
        "..#..",
        ".##..",
        "#####",
        ".##..",
        "..#..",
    ),
    ("down",): (
        "..#..",
        "..#..",
        "#####",
        ".###.",
        "..#..",
    ),
}

SIDE = 5
"""Pixels across and down."""


@cache
def cover_sign(name: str, ink: Colour) -> Pixels:
    """Draw a sign.

    Args:
        name: "onto", an arrow to the right; "down"; "back", one to the left.
        ink: Its colour.
    """
    return letter_picture(_SHEETS, name, ink)
