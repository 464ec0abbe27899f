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
        "....kkk....|.....y.....|..rrr.rrr..|........nn.|.....#.....|...ddddd...",
        "..kkkkkkkr.|....yyy....|.rrrrrrrrr.|..ddd...nn.|....##.....|..dnnnnnd..",
        ".kkkkkkkkk.|....yyy....|rrpprrrrrrr|.ddddd..gg.|...###.....|..nnnnnnn..",
        ".kkkwwwkkk.|yyyyyyyyyyy|rrprrrrrrrr|.nnnnn.ggg.|..########.|..ndnnndn..",
        ".kkwssswkk.|..yyyyyyy..|rrrrrrrrrrr|.ndndn.gg..|.#########.|..nnnnnnn..",
        ".kkwsbswkk.|...yyyyy...|.rrrrrrrrr.|.nnnnnggg..|..########.|...nnnnn...",
        ".kkwssswkk.|...yyyyy...|..rrrrrrr..|..nnn.gg...|...###.....|..ggggggg..",
        ".kkkwwwkkk.|..yyy.yyy..|...rrrrr...|.gggggg....|....##.....|.ggggggggg.",
        ".kkkkkkkkk.|..yy...yy..|....rrr....|.ggggg.....|.....#.....|.gg.ggg.gg.",
        "...........|.y.......y.|.....r.....|.ggggg.....|...........|.nn.ggg.nn.",
    ),
    ("tip", "seen", "two", "rest", "enough", "heart_off"): (
        "...yyyyy...|...........|...........|....yyy....|.n.n...n.n.|##.........",
        "..yyyyyyy..|...........|..nn...nn..|...yyy..##.|.n.nn.nn.n.|.##kk.kkk..",
        ".yywwyyyyy.|...wwwww...|.nnnn.nnnn.|..yyy....#.|.nnnn.nnnn.|.k##kkkkkk.",
        ".ywwyyyyyy.|.wwwbbbwww.|.ndnd.ndnd.|.yyyy...#..|.nnnn.nnnn.|kkk##kkkkkk",
        ".yyyyyyyyy.|wwwbbdbbwww|.nnnn.nnnn.|.yyyy...##.|..nn...nn..|kkkk##kkkkk",
        ".yyyyyyyyy.|wwwbdddbwww|..nn...nn..|.yyyyy.....|..gg...gg..|kkkkk##kkkk",
        "..yyyyyyy..|wwwbbdbbwww|.ppp...bbb.|.yyyyyy..y.|..gg...gg..|.kkkkk##kk.",
        "...yyyyy...|.wwwbbbwww.|ppppp.bbbbb|..yyyyyyyy.|...........|..kkkkk##..",
        "...kkkkk...|...wwwww...|ppppp.bbbbb|...yyyyyy..|.yyyyyyyyy.|...kkkkk##.",
        "...kkkkk...|...........|ppppp.bbbbb|....yyyy...|.y.y.y.y.y.|....kkk..##",
        "....kkk....|...........|...........|...........|...........|.....k....#",
    ),
    ("build+1", "draw+1", "write+1", "say+1", "act+1", "hands+1", "record+1", "any+1"): (
        ".....r.....|nnnnnnnnnnn|...........|..yyyyy....|...........|nnnnnnnnnnn|...kkkkk...|....ppp....",
        "....rrr....|nsssssssyyn|...........|.yyyyyyy..#|.ppppppppp.|n.rr.rr...n|..kwkwkwk..|...ppppp...",
        "...rrrrr...|nsssssssyyn|wwwwwwwwwww|yydyyyyy.#.|ppppppppppp|nkrrkrrkkkn|..kkwkwkk..|.pppppppppp",
        "..rrrrrrr..|nsssssssssn|wkwwwwwwwkw|yyyyyyy.#..|ppdddpdddpp|n.rr.rr...n|..kwkwkwk..|ppppyyyppp.",
        ".rrrrrrrrr.|nsssggssssn|wwkwwwwwkww|yyyyyyyy...|ppppppppppp|n.........n|..kkwkwkk..|.pppyyyppp.",
        "..ooooooo..|nssggggsssn|wwwkwwwkwww|yyrrryyy.##|ppppppppppp|n...bb.bb.n|.#.kkkkk.#.|ppppyyypppp",
        "..osoooso..|nsggggggssn|wwwwkwkwwww|yyrrrrry...|ppdpppppdpp|nkkkbbkbbkn|.##.....##.|.ppp.g.ppp.",
        "..ooooooo..|ngggggggggn|wwwwwrwwwww|yyrrryyy.#.|pppdddddppp|n...bb.bb.n|..#######..|.....g.gg..",
        "..ooobooo..|ngggggggggn|wwwwwwwwwww|.yyyyyyy..#|.ppppppppp.|n.........n|.....#.....|..gg.ggg...",
        "..ooobooo..|nnnnnnnnnnn|wwwwwwwwwww|..yyyyy....|...ppppp...|nnnnnnnnnnn|.....#.....|...ggg.....",
        "...........|...........|...........|...........|...........|...........|...#####...|.....g.....",
    ),
    ("on", "hand_over"): (
        "...........|..nnn......",
        ".....#.....|.nnnnn.....",
        ".....##....|.nnnnn..#..",
        ".....###...|..nnn..##..",
        ".########..|.ggggg.####",
        ".#########.|ggggggg.##.",
        ".########..|ggggggg..#.",
        ".....###...|...........",
        ".....##....|kkkkkkkkkkk",
        ".....#.....|kwkwkwkwkwk",
        "...........|kkkkkkkkkkk",
    ),
    ("cover", "stickers", "bring", "words", "helper"): (
        "..####.....|..y.....r.r|....rrr....|..sssssss..|....r.r....",
        ".#....#....|.yyy...rrrr|....rrr....|.sssssssss.|...rrrrr...",
        "#......#...|yyyyy..rrrr|..rrrrrrr..|sssssysssss|....rrr....",
        "#.....yyy..|.yyy...rrr.|...rrrrr...|ssssyyyssss|.....r.....",
        "#....yyyyy.|.y.y....r..|....rrr....|ssyyyyyyyss|.nnn...nnn.",
        ".#..yyyyyyy|...........|#####r#####|sssyyyyysss|.nnn...nnn.",
        "..##yyyyyyy|.bbb...ggg.|#sssssssys#|sssyysyysss|..g.....b..",
        "....yyyyyyw|bbbbb.ggggg|#sssssssss#|.sssssssss.|gggnnnnnbbb",
        ".....yyyyww|bbbbb.ggggg|#ssgsssggs#|..sssssss..|.ggg...bbb.",
        "......yyww.|bbbbb..ggg.|#gggggggggg|..ss.......|.ggg...bbb.",
        "...........|.bbb...g.g.|###########|.s.........|.n.n...n.n.",
    ),
    ("helped", "bye", "done", "no_picture", "look"): (
        "........gg.|nnnnnnn....|...........|##.##.##.##|...####....",
        ".......gg..|nyyyyyn....|.........gg|#.........#|..#ssss#...",
        "..gg..gg...|nyyyyyn.#..|........ggg|......yy...|.#sswwss#..",
        "...gggg....|nyyyyyn.##.|.......ggg.|#.....yy..#|#sswssss#..",
        ".nnngg.nnn.|nyyy######.|......ggg..|#.........#|#sswssss#..",
        ".nnn...nnn.|nyyy#######|gg...ggg...|...........|#sssssss#..",
        "..g.....b..|nyyy######.|ggg.ggg....|#...s.....#|.#sssss#...",
        "gggnnnnnbbb|nyyyyyn.##.|.ggggg.....|#..sss.s..#|..#####nn..",
        ".ggg...bbb.|nyyyyyn.#..|..ggg......|..sssssss..|......nnnn.",
        ".ggg...bbb.|nyyyyyn....|...g.......|#.........#|........nnn",
        ".n.n...n.n.|nnnnnnn....|...........|##.##.##.##|.........nn",
    ),
    ("pencil", "fill", "rubber", "starter", "sheet", "undo", "line"): (
        "........kk.|....kk.....|...........|##.##.##.##|kkkkkkk....|...........|..........#",
        ".......kkpp|...k..k....|......bbbb.|#...yyy...#|kwwwwwkk...|...#.......|.........##",
        "......ykkpp|..k.kk.....|.....bbbbbb|...yyyyy...|kwwwwwkwk..|..##.......|........##.",
        ".....yyykp.|.wkkwwk....|....bbbbbb.|#.yydydyy.#|kwwwwwkkkk.|.#######...|.......##..",
        "....yyyyy..|bbbbbbbk...|...ppbbbb..|#.yyyyyyy.#|kwwwwwwwwk.|#########..|......##...",
        "...yyyyy...|bbbbbbbbk..|..ppppbb...|..yydddyy..|kwwwwwwwwk.|.########..|.....##....",
        "..yyyyy....|.bwwwwwwkk.|.ppppppb...|#..yyyyy..#|kwwwwwwwwk.|..##..###..|....##.....",
        ".nyyyy.....|.bbwwwwkk.b|ppppppp....|#...ggg...#|kwwwwwwwwk.|...#...##..|...##......",
        ".nnyy......|.b.kkkk..bb|.ppppp.....|.gggggggg..|kwwwwwwwwk.|......###..|..##.......",
        "#nn........|.b.......bb|..ppp......|#.g.ggg.g.#|kwwwwwwwwk.|..######...|.##........",
        "##.........|..........b|###########|##.##.##.##|kkkkkkkkkk.|..####.....|##.........",
    ),
    ("circle", "mirror", "black", "grey", "white", "tiny_squares", "big_squares"): (
        "...#####...|...........|...........|...........|...........|b.b.b.b.b.b|bbbb...bbbb",
        ".##.....##.|rr...#...rr|..kkkkkkk..|..#######..|..kkkkkkk..|.b.b.b.b.b.|bbbb...bbbb",
        ".#.......#.|rrr..#..rrr|.kdddddddk.|.#kkkkkkk#.|.kwwwwwwwk.|b.b.b.b.b.b|bbbb...bbbb",
        "#.........#|rryr.#.ryrr|.kdddddddk.|.#kkkkkkk#.|.kwwwwwwwk.|.b.b.b.b.b.|bbbb...bbbb",
        "#.........#|rrrr.#.rrrr|.kdddddddk.|.#kkkkkkk#.|.kwwwwwwwk.|b.b.b.b.b.b|....bbb....",
        "#.........#|.rrr.#.rrr.|.kdddddddk.|.#kkkkkkk#.|.kwwwwwwwk.|.b.b.b.b.b.|....bbb....",
        "#.........#|..rr.#.rr..|.kdddddddk.|.#kkkkkkk#.|.kwwwwwwwk.|b.b.b.b.b.b|....bbb....",
        "#.........#|rrrr.#.rrrr|.kdddddddk.|.#kkkkkkk#.|.kwwwwwwwk.|.b.b.b.b.b.|bbbb...bbbb",
        ".#.......#.|ryrr.#.rryr|.kdddddddk.|.#kkkkkkk#.|.kwwwwwwwk.|b.b.b.b.b.b|bbbb...bbbb",
        ".##.....##.|rrr..#..rrr|..kkkkkkk..|..#######..|..kkkkkkk..|.b.b.b.b.b.|bbbb...bbbb",
        "...#####...|...........|...........|...........|...........|b.b.b.b.b.b|bbbb...bbbb",
    ),
}
"""+1 behind a name is the other picture of a sign that stands for several ways."""

_DOT = 2
"""Pixels across of the dots on a third picture of a sign and on those that follow."""


NAMES = tuple(name for names in _SHEETS for name in names)
"""What there is a sign for."""


def way_sign(kind: str, picture: int) -> str:
    """Give the name of the sign of a way.

    Args:
        kind: Name of the kind of way.
        picture: Number of its picture among those of its kind, from 0: from the third on they have dots.
    """
    return f"{kind}+{picture}" if picture else kind


@cache
def child_sign(name: str, ink: Colour) -> Pixels:
    """Draw a sign.

    Args:
        name: One of `NAMES`, or what `way_sign` gives.
        ink: Colour of its lines.
    """
    kind, _, number = name.partition("+")
    dots, other = divmod(int(number or 0), 2)
    return _dotted(_drawn(way_sign(kind, other), ink), dots, ink) if dots else _drawn(name, ink)


def _drawn(name: str, ink: Colour) -> Pixels:
    rows = tuple((*row, AIR) for row in letter_picture(_SHEETS, name, ink))
    return (*rows, (AIR,) * SIDE)


def _dotted(picture: Pixels, dots: int, ink: Colour) -> Pixels:
    """Give a picture with dots along its lower edge, each clear of what it lies on."""
    rows = [list(row) for row in picture]
    top, wide = SIDE - _DOT, dots * (_DOT + 1)
    for row in rows[top - 1 :]:
        row[:wide] = [AIR] * min(wide, SIDE)
    for row in rows[top:]:
        for at in range(0, wide, _DOT + 1):
            row[at : at + _DOT] = [(*ink, 255)] * _DOT
    return tuple(tuple(row[:SIDE]) for row in rows)


def larger(pixels: Pixels, times: int) -> Pixels:
    """Give a picture with each pixel so many pixels wide and high."""
    return tuple(tuple(pixel for pixel in row for _ in range(times)) for row in pixels for _ in range(times))
