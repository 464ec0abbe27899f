"""The pictures on the studio's tiles, drawn pixel by pixel for children who do not read yet."""

from board.art.cells import Colour, Pixel, Pixels
from board.art.pixels import PALETTE

WIDTH, HEIGHT = 8, 6
"""Pixels across and down: as many cells across, half as many down. The last column of the second sheet is air."""

_SHEETS = {
    ("pencil", "rubber", "line", "circle", "fill", "mirror"): (
        "......p.|........|......##|..####..|..kkk...|rr....rr",
        ".....ypp|...pppbb|.....##.|.#....#.|.k...k..|ryr##ryr",
        "....yyy.|..pppbbb|....##..|#......#|bbbbbbb.|rrr##rrr",
        "...yyy..|.pppbbb.|...##...|#......#|kkkkkkkb|.rr##rr.",
        "..nyy...|.ppbbb..|..##....|.#....#.|.kkkkk.b|ryr##ryr",
        ".#nn....|#.#.....|.##.....|..####..|.kkkkk.b|rr....rr",
    ),
    ("undo", "redo", "starter", "sheet", "tiny"): (
        "..#.....|....#...|...y....|kkkkk...|b.b.b.b.",
        ".#......|.....#..|..yyy...|kwwwkk..|.b.b.b..",
        "#####...|..#####.|yyyyyyy.|kwwwwwk.|b.b.b.b.",
        ".#...#..|.#...#..|.yyyyy..|kwwwwwk.|.b.b.b..",
        "..#..#..|.#..#...|.yyoyy..|kwwwwwk.|b.b.b.b.",
        "...##...|..##....|oo...oo.|kkkkkkk.|.b.b.b..",
    ),
}
"""A letter for each pixel: # in the colour of the writing, . nothing, else a colour of the palette."""

_NAMES = {
    "r": "red",
    "o": "orange",
    "y": "yellow",
    "s": "sky",
    "b": "blue",
    "p": "pink",
    "n": "brown",
    "k": "grey",
    "w": "white",
}
_COLOURS: dict[str, Colour] = {
    letter: next(chip.colour for chip in PALETTE if chip.name == name) for letter, name in _NAMES.items()
}


def icon(name: str, ink: Colour) -> Pixels:
    """Give the picture of a tile.

    Args:
        name: What the tile does.
        ink: Colour of its lines.
    """
    names, lines = next((names, lines) for names, lines in _SHEETS.items() if name in names)
    at = names.index(name)
    return tuple(tuple(_pixel(letter, ink) for letter in line.split("|")[at]) for line in lines)


def _pixel(letter: str, ink: Colour) -> Pixel:
    if letter == ".":
        return (*ink, 0)
    return (*(ink if letter == "#" else _COLOURS[letter]), 255)
