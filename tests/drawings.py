"""What children draw, as strokes of crayon and pencil on a sheet a hundred wide and seventy-five high."""

import math
from collections.abc import Iterator
from typing import NamedTuple

Points = list[tuple[float, float]]

WAX = {
    "red": (214, 46, 52),
    "orange": (240, 132, 36),
    "yellow": (250, 214, 52),
    "green": (54, 148, 74),
    "sky": (104, 178, 226),
    "blue": (44, 84, 186),
    "purple": (122, 64, 158),
    "pink": (238, 134, 176),
    "brown": (132, 82, 46),
    "black": (42, 40, 44),
    "pencil": (112, 112, 116),
}


class Stroke(NamedTuple):
    """One line of crayon or pencil, or an area coloured in."""

    colour: str
    points: Points
    width: float = 1.6
    filled: bool = False


Drawing = list[Stroke]


def _ring(
    x: float, y: float, across: float, down: float | None = None, *, start: float = 0, turn: float = 360
) -> Points:
    down = across if down is None else down
    angles = (math.radians(start + turn * i / 40) for i in range(41))
    return [(x + across * math.cos(angle), y + down * math.sin(angle)) for angle in angles]


def _scribble(x: float, y: float, reach: float, turns: int) -> Points:
    return [
        (x + reach * math.sin(0.71 * i) * (0.6 + 0.4 * math.sin(0.13 * i)), y + reach * math.cos(0.53 * i + 0.4))
        for i in range(turns)
    ]


def _star(x: float, y: float, reach: float) -> Points:
    spokes = [(reach if i % 2 == 0 else reach * 0.45, math.radians(36 * i - 90)) for i in range(11)]
    return [(x + r * math.cos(angle), y + r * math.sin(angle)) for r, angle in spokes]


def _hatched(colour: str, box: tuple[float, float, float, float], gap: float) -> Iterator[Stroke]:
    left, top, right, bottom = box
    for i in range(round((bottom - top) / gap)):
        y = top + i * gap
        yield Stroke(colour, [(left, y), (right, y + gap * 0.7)], 1.5)


def crayon_star() -> Drawing:
    return [Stroke("green", _star(50, 38, 24), 1.8), *_hatched("orange", (42, 30, 58, 46), 4)]


def house() -> Drawing:
    walls: Points = [(34, 34), (62, 34), (62, 58), (34, 58), (34, 34)]
    return [
        Stroke("green", walls),
        Stroke("yellow", [(30, 35), (48, 16), (66, 35)], 1.8),
        Stroke("blue", [(44, 58), (44, 46), (51, 46), (51, 58)]),
    ]


def child(x: float = 50, colour: str = "brown") -> Drawing:
    return [
        Stroke(colour, _ring(x, 22, 7)),
        Stroke(colour, [(x, 29), (x, 48)]),
        Stroke(colour, [(x - 12, 42), (x, 34), (x + 12, 28)]),
        Stroke(colour, [(x - 9, 63), (x, 48), (x + 8, 62)]),
    ]


def sun() -> Drawing:
    rays = [math.radians(30 * i) for i in range(12)]
    return [Stroke("orange", _ring(52, 36, 9))] + [
        Stroke("orange", [(52 + r * math.cos(a), 36 + r * math.sin(a)) for r in (13, 17, 22)], 2.0) for a in rays
    ]


def tangle() -> Drawing:
    return [
        Stroke("yellow", _scribble(50, 36, 15, 40)),
        Stroke("blue", _scribble(49, 38, 14, 34)),
        Stroke("purple", _scribble(52, 35, 13, 30)),
        Stroke("black", _ring(50, 37, 13)),
    ]


def pencil_tangle() -> Drawing:
    return [Stroke("pencil", _scribble(46, 40, 17, 36), 0.4), Stroke("pencil", _ring(46, 40, 19), 0.4)]


def rings() -> Drawing:
    return [Stroke("yellow", _ring(46, 38, reach), 1.6) for reach in (18, 13, 7)]


def hill() -> Drawing:
    strokes = [Stroke("brown", _ring(40, 52, 36, 34))]
    return [*strokes, *_hatched("brown", (12, 36, 68, 74), 2.2)]


def face() -> Drawing:
    return [
        Stroke("pink", _ring(50, 36, 22, 23)),
        Stroke("blue", _ring(42, 30, 1), 2.2, filled=True),
        Stroke("blue", _ring(58, 30, 1), 2.2, filled=True),
        Stroke("red", _ring(50, 40, 10, 8, start=20, turn=140)),
    ]


def letters() -> Drawing:
    return [
        Stroke("red", [(16, 50), (18, 26), (25, 40), (32, 26), (34, 50)]),
        Stroke("blue", [(40, 50), (47, 26), (54, 50)]),
        Stroke("blue", [(43, 42), (51, 42)]),
        Stroke("green", [(60, 50), (60, 26), (74, 50), (74, 26)]),
        Stroke("purple", _ring(85, 38, 6, 12)),
    ]


def fish() -> Drawing:
    return [
        Stroke("sky", _ring(46, 38, 20, 12), 1.2, filled=True),
        Stroke("blue", _ring(46, 38, 20, 12)),
        Stroke("orange", [(65, 38), (78, 28), (78, 48), (65, 38)], 1.6, filled=True),
        Stroke("black", _ring(34, 35, 1), 1.6, filled=True),
    ]


def flower() -> Drawing:
    petals = [math.radians(60 * i) for i in range(6)]
    return [
        *(Stroke("pink", _ring(50 + 10 * math.cos(a), 26 + 10 * math.sin(a), 6), 1.2, filled=True) for a in petals),
        Stroke("yellow", _ring(50, 26, 5), 1.2, filled=True),
        Stroke("green", [(50, 38), (51, 50), (49, 64)], 2.0),
        Stroke("green", _ring(56, 54, 5, 2.5), 1.2, filled=True),
    ]


def rainbow() -> Drawing:
    colours = ("red", "orange", "yellow", "green", "blue", "purple")
    return [Stroke(colour, _ring(50, 54, 36 - 4 * i, start=180, turn=180), 2.6) for i, colour in enumerate(colours)]


def pencil_cat() -> Drawing:
    whiskers: list[Points] = [[(46 + side * 3, 38), (46 + side * 17, 36 + 3 * i)] for side in (-1, 1) for i in range(3)]
    return [
        Stroke("pencil", _ring(46, 36, 14, 13), 0.5),
        Stroke("pencil", [(34, 29), (34, 16), (42, 23)], 0.5),
        Stroke("pencil", [(50, 23), (58, 16), (58, 29)], 0.5),
        Stroke("pencil", _ring(41, 33, 1.5), 0.5),
        Stroke("pencil", _ring(51, 33, 1.5), 0.5),
        *(Stroke("pencil", whisker, 0.4) for whisker in whiskers),
    ]


def butterfly() -> Drawing:
    wings = [(38, 30, 11), (62, 30, 11), (40, 48, 8), (60, 48, 8)]
    return [
        *(Stroke("purple", _ring(x, y, r), 1.2, filled=True) for x, y, r in wings),
        *(Stroke("yellow", _ring(x, y, r / 2.4), 1.2, filled=True) for x, y, r in wings),
        Stroke("black", [(50, 22), (50, 58)], 2.6),
        Stroke("black", [(44, 12), (50, 22), (56, 12)], 1.0),
    ]


def rain() -> Drawing:
    drops = [(30 + 10 * i, 46 + 7 * (i % 3)) for i in range(5)]
    return [
        Stroke("sky", _scribble(50, 24, 9, 30), 2.0),
        *(Stroke("blue", _ring(x, y, 16, 9), 1.6) for x, y in ((42, 24), (58, 24))),
        *(Stroke("blue", [(x, y), (x - 2, y + 5)], 1.8) for x, y in drops),
    ]


def snowman() -> Drawing:
    return [Stroke("sky", _ring(50, y, r)) for y, r in ((18, 7), (32, 10), (52, 14))] + [
        Stroke("orange", [(50, 18), (59, 20)], 1.6),
        *(Stroke("black", _ring(50, y, 0.7), 1.2, filled=True) for y in (29, 34, 46, 52)),
    ]


def tree() -> Drawing:
    return [
        Stroke("green", _ring(50, 26, 18, 15), 1.4, filled=True),
        Stroke("red", _ring(44, 24, 1.5), 1.2, filled=True),
        Stroke("red", _ring(56, 30, 1.5), 1.2, filled=True),
        Stroke("brown", [(47, 40), (53, 40), (54, 64), (46, 64), (47, 40)], 1.4, filled=True),
    ]


def heart() -> Drawing:
    lobes = [_ring(76, 54, 4, start=180, turn=180), _ring(84, 54, 4, start=180, turn=180)]
    return [Stroke("red", [*lobes[0], *lobes[1], (80, 65), (72, 54)], 1.2)]


def two_children() -> Drawing:
    grass: Points = [(2 + 2 * i, 67.0 if i % 2 else 63.5) for i in range(49)]
    return [*child(28, "purple"), *child(68, "blue"), Stroke("green", grass, 1.4)]
