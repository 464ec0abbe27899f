"""The pictures on the studio's tiles, drawn pixel by pixel for children who do not read yet."""

from board.art.cells import Colour, Pixels
from board.art.letter_pictures import Sheets, letter_picture

WIDTH, HEIGHT = 8, 6
"""Pixels across and down: as many cells across, half as many down. The last column of the second sheet is air."""

_SHEETS: Sheets = {
    ("pencil", "rubber", "line", "circle", "fill", "mirror"): (
        "......p.|........|......##|..####..|..####..|rr....rr",
        ".....ypp|...pppbb|.....##.|.#....#.|.#kkkkk.|ryr##ryr",
        "....yyy.|..pppbbb|....##..|#......#|#gg#kkkk|rrr##rrr",
        "...yyy..|.pppbbb.|...##...|#......#|#gg#kkkk|.rr##rr.",
        "..nyy...|.ppbbb..|..##....|.#....#.|.gg#kkk.|ryr##ryr",
        ".#nn....|#.#.....|.##.....|..####..|gggggg..|rr....rr",
    ),
    ("undo", "redo", "starter", "sheet", "tiny", "signs"): (
        "..#.....|.....#..|...y....|kkkkk...|b.b.b.b.|rrwyyyy.",
        ".##.....|.....##.|..yyy...|kwwwkk..|.b.b.b..|rwryddy.",
        "#######.|.#######|yyyyyyy.|kwwwwwk.|b.b.b.b.|wrryyyy.",
        ".##...##|##...##.|.yyyyy..|kwwwwwk.|.b.b.b..|gwgbwwb.",
        "..#...##|##...#..|.yyoyy..|kwwwwwk.|b.b.b.b.|wgwbwwb.",
        "...####.|.####...|oo...oo.|kkkkkkk.|.b.b.b..|gggbbbb.",
    ),
}


def icon(name: str, ink: Colour) -> Pixels:
    """Give the picture of a tile.

    Args:
        name: What the tile does.
        ink: Colour of its lines.
    """
    return letter_picture(_SHEETS, name, ink)
