"""The signs on a child's own screen, drawn pixel by pixel for children who do not read yet."""

from functools import cache

from board.art.cells import Colour, Pixels
from board.art.letter_pictures import AIR, Sheets, letter_picture

SIDE = 12
"""Pixels across and down, the last ones air: as big as a sticker."""

_SHEETS: Sheets = {
    ("build", "draw", "write", "say", "act", "hands"): (
        "...........|........rr.|.wwwwwww...|..sssssss..|...ddddd...|...n.n.n...",
        "....rrr....|.......rrrr|.wwwwwww.y.|.sssssssss.|...dnnnd...|...n.n.n.n.",
        "....rrr....|......oorr.|.wddddww.yy|sssssssssss|...ndndn...|...n.n.n.n.",
        "....rrr....|.....oooo..|.wwwwwwwyyo|ssdssdssdss|n..nrrrn..n|...n.n.n.n.",
        "...........|....oooo...|.wdddddyyo.|ssdssdssdss|np..nnn..pn|.n.nnnnnnn.",
        ".bbb...ggg.|...oooo....|.wwwwwyyo..|sssssssssss|.ppppppppp.|.nnnnnnnnn.",
        ".bbb...ggg.|..ysoo.....|.wdddwyo...|.sssssssss.|..ppppppp..|..nnnnnnnn.",
        ".bbb...ggg.|..yyy......|.wwwwwdww..|..sssssss..|....ppp....|...nnnnnnn.",
        "...........|.#yy.......|.wdddddww..|...sss.....|...bbbbb...|....nnnnn..",
        ".yyyyyyyyy.|##.........|.wwwwwwww..|..ss.......|..bb...bb..|....bbbbb..",
        ".yyyyyyyyy.|##.bbbb.bb.|...........|.s.........|.dd.....dd.|....bbbbb..",
    ),
    ("record", "any", "want", "ready", "back", "not_yet"): (
        "...........|....#####..|...........|.#########.|...........|...........",
        "....kkk....|..##wwwww#.|..rrr.rrr..|.#wwwwwyy#.|.....#.....|...ddddd...",
        "..kkkkkkkr.|.#wrwywbww#|.rrrrrrrrr.|.#wrwwwyy#.|....##.....|..dnnnnnd..",
        ".kkkkkkkkk.|.#wwwwwwww#|rrpprrrrrrr|.#rrrwggg#.|...###.....|..nnnnnnn..",
        ".kkkwwwkkk.|..########.|rrprrrrrrrr|.n#######n.|..########.|..ndnnndn..",
        ".kkwssswkk.|.ooo..##...|rrrrrrrrrrr|.n.ddddd.n.|.#########.|..nnnnnnn..",
        ".kkwsbswkk.|ooooo......|.rrrrrrrrr.|.g.dnnnd.g.|..########.|...nnnnn...",
        ".kkwssswkk.|onnno.#....|..rrrrrrr..|.g.ndndn.g.|...###.....|..ggggggg..",
        ".kkkwwwkkk.|ndndn......|...rrrrr...|.ggnnnnngg.|....##.....|.ggggggggg.",
        ".kkkkkkkkk.|nnnnn......|....rrr....|..gnrrrng..|.....#.....|.gg.ggg.gg.",
        "...........|nrrrn......|.....r.....|..ggggggg..|...........|.nn.ggg.nn.",
    ),
    ("tip", "seen", "two", "rest", "enough", "heart_off"): (
        "...yyyyy...|....kkk....|...........|....yyy....|.n.n...n.n.|##.........",
        "..yyyyyyy..|..kkkkkkk..|..nn...nn..|...yyy..##.|.n.nn.nn.n.|.##kk.kkk..",
        ".yywwyyyyy.|.kknnnnnkk.|.nnnn.nnnn.|..yyy....#.|.nnnn.nnnn.|.k##kkkkkk.",
        ".ywwyyyyyy.|.knnnnnnnk.|.ndnd.ndnd.|.yyyy...#..|.nnnn.nnnn.|kkk##kkkkkk",
        ".yyyyyyyyy.|.kndnnndnk.|.nnnn.nnnn.|.yyyy...##.|..nn...nn..|kkkk##kkkkk",
        ".yyyyyyyyy.|.knnnnnnnk.|..nn...nn..|.yyyyy.....|..gg...gg..|kkkkk##kkkk",
        "..yyyyyyy..|..nrnnnrn..|.ppp...bbb.|.yyyyyy..y.|..gg...gg..|.kkkkk##kk.",
        "...yyyyy...|..nnrrrnn..|ppppp.bbbbb|..yyyyyyyy.|...........|..kkkkk##..",
        "...kkkkk...|..nnnnnnn..|ppppp.bbbbb|...yyyyyy..|.yyyyyyyyy.|...kkkkk##.",
        "...kkkkk...|nwwwwwwwwwn|ppppp.bbbbb|....yyyy...|.y.y.y.y.y.|....kkk..##",
        "....kkk....|nwdddwdddwn|...........|...........|...........|.....k....#",
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
    ("on", "hand_over", "step", "redo"): (
        "...........|..nnn......|.....y.....|.......#...",
        ".....#.....|.nnnnn.....|.....y.....|.......##..",
        ".....##....|.nnnnn..#..|....yyy....|.......###.",
        ".....###...|..nnn..##..|....yyy....|.##########",
        ".########..|.ggggg.####|yyyyyyyyyyy|###########",
        ".#########.|ggggggg.##.|..yyyyyyy..|##.....###.",
        ".########..|ggggggg..#.|...yyyyy...|##.....##..",
        ".....###...|...........|...yyyyy...|##.....#...",
        ".....##....|kkkkkkkkkkk|..yyy.yyy..|###........",
        ".....#.....|kwkwkwkwkwk|..yy...yy..|.#######...",
        "...........|kkkkkkkkkkk|.y.......y.|..######...",
    ),
    ("cover", "stickers", "bring", "words", "helper"): (
        ".yyyy...b..|...........|..kkk......|....sssssss|.##...ddddd",
        "yyyyyy..b..|bbbbb.bbbbb|kkkkkkkkkyk|...ssssrsss|#..#..dnnnd",
        "yyrryybbbbb|bwwwwbwwwwb|kkkdddkkkkk|...sssrrrss|..#...ndndn",
        "yyrryy.bbb.|bwrrwbwwwwb|kkdswsdkkkk|...ssssrsss|......nnnnn",
        "yyyyww..b..|brrrrbwyywb|kkdsssdkkkk|.oooosssss.|..#...nrrrn",
        ".yywk......|brrrrbyyyyb|kkkdddkkkkk|ooooo.ss...|ooooo.bbbbb",
        ".......###.|bwrrwbyyyyb|k#########k|onnno.s....|onnno.bbbbb",
        "......#...#|bwwwwbwyywb|.wwwwwwwww.|ndndn......|ndndnbbbbbb",
        "......#...#|bwwwwbwwwwb|.wsssssyyw.|nnnnn......|nnrnnnbbbbb",
        "......#...#|bbbbbbbbbbb|.wsggssggw.|nddrn......|ppppn.bbbbb",
        ".......###.|.....b.....|.wwwwwwwww.|nrrrn......|ppppp.dd.dd",
    ),
    ("helped", "bye", "done", "no_picture", "look"): (
        ".......gg..|bbbbbbbbb..|...........|##.##.##.##|...####....",
        ".gg...gg...|byyyyyyyb.n|.........gg|#.........#|..#ssss#...",
        "..gg.gg....|byydddddb.n|........ggg|......yy...|.#sswwss#..",
        "...ggg.....|byydnnndb.g|.......ggg.|#.....yy..#|#sswssss#..",
        "ooooo.ddddd|byyndndnbgg|......ggg..|#.........#|#sswssss#..",
        "onnno.dnnnd|byynnnnngg.|gg...ggg...|...........|#sssssss#..",
        "ndndn.ndndn|byynrrrng..|ggg.ggg....|#...s.....#|.#sssss#...",
        "nnnnn.nnnnn|byyggggbb..|.ggggg.....|#..sss.s..#|..#####nn..",
        "nrrrn.nrrrn|byyngggyb..|..ggg......|..sssssss..|......nnnn.",
        "pppnnnbbbbb|byyykykyb..|...g.......|#.........#|........nnn",
        "ppppp.bbbbb|bbbdd.ddb..|...........|##.##.##.##|.........nn",
    ),
    ("pencil", "fill", "rubber", "starter", "sheet", "undo", "line"): (
        "........kk.|...#####...|...........|##.##.##.##|kkkkkkk....|...#.......|..........#",
        ".......kkpp|..#.....#..|......bbbb.|#...yyy...#|kwwwwwkk...|..##.......|.........##",
        "......ykkpp|.###kkkkkk.|.....bbbbbb|...yyyyy...|kwwwwwkwk..|.###.......|........##.",
        ".....yyykp.|#ggg#kkkkkk|....bbbbbb.|#.yydydyy.#|kwwwwwkkkk.|##########.|.......##..",
        "....yyyyy..|#ggg#kkkkkk|...ppbbbb..|#.yyyyyyy.#|kwwwwwwwwk.|###########|......##...",
        "...yyyyy...|#ggg#kkkkkk|..ppppbb...|..yydddyy..|kwwwwwwwwk.|.###.....##|.....##....",
        "..yyyyy....|#ggg#kkkkkk|.ppppppb...|#..yyyyy..#|kwwwwwwwwk.|..##.....##|....##.....",
        ".nyyyy.....|.ggg#kkkkk.|ppppppp....|#...ggg...#|kwwwwwwwwk.|...#.....##|...##......",
        ".nnyy......|.gggg......|.ppppp.....|.gggggggg..|kwwwwwwwwk.|........###|..##.......",
        "#nn........|ggggggggg..|..ppp......|#.g.ggg.g.#|kwwwwwwwwk.|...#######.|.##........",
        "##.........|.gggggggggg|###########|##.##.##.##|kkkkkkkkkk.|...######..|##.........",
    ),
    ("phone",): (
        "..#######..",
        "..#wwwww#..",
        "..#wrwww#y.",
        "..#rrrww#.y",
        "..#wrwww#y.",
        "..#wggww#..",
        "..#ggggg#y.",
        "..#ggggg#.y",
        "..#wwwww#y.",
        "..###w###..",
        "..#######..",
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

_BADGES: Sheets = {
    ("want", "tip", "seen", "two"): (
        ".r.r..|.yyy..|.kkkk.|nn..nn",
        "rrrrr.|yyyyy.|knnnnk|nn..nn",
        "rrrrr.|yyyyy.|ndnndn|......",
        ".rrr..|.yyy..|nnnnnn|pp..bb",
        "..r...|.kkk..|nrnnrn|pp..bb",
        "......|.kkk..|.nrrn.|pp..bb",
    ),
}
"""How a step stands, as small as it lies over the corner of its picture where there is no room beside it."""

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


@cache
def badge(name: str, ink: Colour) -> Pixels | None:
    """Draw a sign half as large, None where there is none.

    Args:
        name: Name of the sign.
        ink: Colour of its lines.
    """
    return letter_picture(_BADGES, name, ink) if any(name in names for names in _BADGES) else None


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
