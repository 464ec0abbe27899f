"""The signs on a child's own screen, drawn pixel by pixel for children who do not read yet."""

from functools import cache

from board.art.cells import Colour, Pixels
from board.art.letter_pictures import AIR, Sheets, letter_picture

SIDE = 12
"""Pixels across and down, the last ones air: as big as a sticker."""

_SHEETS: Sheets = {
    ("build", "draw", "write", "say", "act", "hands"): (
        "...........|........rr.|.wwwwwww...|..sssssss..|.....yy....|...n.n.n...",
        "....rrr....|.......rrrr|.wwwwwww.y.|.sssssssss.|....yyyy.#.|...n.n.n.n.",
        "....rrr....|......oorr.|.wddddww.yy|sssssssssss|.#..yyyy.#.|...n.n.n.n.",
        "....rrr....|.....oooo..|.wwwwwwwyyo|ssdssdssdss|.#...yy.##.|...n.n.n.n.",
        "...........|....oooo...|.wdddddyyo.|ssdssdssdss|.##.ppp##..|.n.nnnnnnn.",
        ".bbb...ggg.|...oooo....|.wwwwwyyo..|sssssssssss|..ppppppp..|.nnnnnnnnn.",
        ".bbb...ggg.|..ysoo.....|.wdddwyo...|.sssssssss.|....ppp....|..nnnnnnnn.",
        ".bbb...ggg.|..yyy......|.wwwwwdww..|..sssssss..|....ppp....|...nnnnnnn.",
        "...........|.#yy.......|.wdddddww..|...sss.....|...bb.bb...|....nnnnn..",
        ".yyyyyyyyy.|##.........|.wwwwwwww..|..ss.......|..bb...bb..|....bbbbb..",
        ".yyyyyyyyy.|##.bbbb.bb.|...........|.s.........|.##.....##.|....bbbbb..",
    ),
    ("record", "any", "want", "ready", "back", "not_yet"): (
        "...........|.....y.....|...........|........nn.|...........|...........",
        "....kkk....|.....y.....|..rrr.rrr..|........nn.|....#......|...ddddd...",
        "..kkkkkkkr.|....yyy....|.rrrrrrrrr.|..ddd...nn.|...##......|..dnnnnnd..",
        ".kkkkkkkkk.|....yyy....|rrpprrrrrrr|.ddddd..gg.|..########.|..nnnnnnn..",
        ".kkkwwwkkk.|yyyyyyyyyyy|rrprrrrrrrr|.nnnnn.ggg.|.#########.|..ndnnndn..",
        ".kkwssswkk.|..yyyyyyy..|rrrrrrrrrrr|.ndndn.gg..|..########.|..nnnnnnn..",
        ".kkwsbswkk.|...yyyyy...|.rrrrrrrrr.|.nnnnnggg..|...##...##.|...nnnnn...",
        ".kkwssswkk.|...yyyyy...|..rrrrrrr..|..nnn.gg...|....#...##.|..ggggggg..",
        ".kkkwwwkkk.|..yyy.yyy..|...rrrrr...|.gggggg....|........##.|.ggggggggg.",
        ".kkkkkkkkk.|..yy...yy..|....rrr....|.ggggg.....|...######..|.gg.ggg.gg.",
        "...........|.y.......y.|.....r.....|.ggggg.....|...#####...|.nn.ggg.nn.",
    ),
    ("tip", "seen", "two", "rest", "enough", "heart_off"): (
        "...yyyyy...|...........|...........|....yyy....|.n.n...n.n.|...........",
        "..yyyyyyy..|...........|..nn...nn..|...yyy..##.|.n.nn.nn.n.|..kkk.kkk..",
        ".yywwyyyyy.|...wwwww...|.nnnn.nnnn.|..yyy....#.|.nnnn.nnnn.|.k...k...k.",
        ".ywwyyyyyy.|.wwwbbbwww.|.ndnd.ndnd.|.yyyy...#..|.nnnn.nnnn.|k.........k",
        ".yyyyyyyyy.|wwwbbdbbwww|.nnnn.nnnn.|.yyyy...##.|..nn...nn..|k.........k",
        ".yyyyyyyyy.|wwwbdddbwww|..nn...nn..|.yyyyy.....|..gg...gg..|k.........k",
        "..yyyyyyy..|wwwbbdbbwww|.ppp...bbb.|.yyyyyy..y.|..gg...gg..|.k.......k.",
        "...yyyyy...|.wwwbbbwww.|ppppp.bbbbb|..yyyyyyyy.|...........|..k.....k..",
        "...kkkkk...|...wwwww...|ppppp.bbbbb|...yyyyyy..|.yyyyyyyyy.|...k...k...",
        "...kkkkk...|...........|ppppp.bbbbb|....yyyy...|.y.y.y.y.y.|....k.k....",
        "....kkk....|...........|...........|...........|...........|.....k.....",
    ),
    ("on",): (
        "...........",
        ".....#.....",
        ".....##....",
        ".....###...",
        ".########..",
        ".#########.",
        ".########..",
        ".....###...",
        ".....##....",
        ".....#.....",
        "...........",
    ),
}


NAMES = tuple(name for names in _SHEETS for name in names)
"""What there is a sign for."""


@cache
def child_sign(name: str, ink: Colour) -> Pixels:
    """Draw a sign.

    Args:
        name: One of `NAMES`.
        ink: Colour of its lines.
    """
    rows = tuple((*row, AIR) for row in letter_picture(_SHEETS, name, ink))
    return (*rows, (AIR,) * SIDE)


def larger(pixels: Pixels, times: int) -> Pixels:
    """Give a picture with each pixel so many pixels wide and high."""
    return tuple(tuple(pixel for pixel in row for _ in range(times)) for row in pixels for _ in range(times))
