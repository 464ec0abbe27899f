"""Patches of the laboratory and of staying well: steps for older children."""

from collections.abc import Mapping

from scripts.draw_badges.brush import (
    Layer,
    box,
    circle,
    crest,
    flat,
    inside,
    line,
    mark,
    path,
    polar,
    poly,
    solid,
    star,
    tube,
)
from scripts.draw_badges.palette import (
    BLUE,
    BROWN,
    CREAM,
    DARKER,
    FOREST,
    INK,
    LEAF,
    NIGHT,
    ORANGE,
    PLUM,
    PURPLE,
    RED,
    SKY,
    TEAL,
    WINE,
    YELLOW,
)
from scripts.draw_badges.sticker import Drawing, draw


def _microbe(x: float, y: float, r: float, colour: str) -> list[Layer]:
    spikes = "".join(
        "M{:.0f},{:.0f}L{:.0f},{:.0f}".format(*polar(45 * i + 20, r, x, y), *polar(45 * i + 20, r * 1.5, x, y))
        for i in range(8)
    )
    knobs = [flat(circle(*polar(45 * i + 20, r * 1.5, x, y), r * 0.2), DARKER[colour]) for i in range(8)]
    return [mark(spikes, r * 0.2, DARKER[colour]), *knobs, solid(circle(x, y, r), colour, r * 0.2)]


def _magnifier() -> Drawing:
    handle = "M350,350L470,470"
    return draw(
        tube(handle, 84, WINE),
        *crest(circle(206, 206, 198), NIGHT, YELLOW, SKY, *_microbe(206, 206, 72, RED), width=34),
    )


def _microscope() -> Drawing:
    plaque = path("M50,462V246A196,196 0 0 1 246,50H462V266A196,196 0 0 1 266,462Z")
    tube_at = (228, 206)
    return draw(
        *crest(
            plaque,
            FOREST,
            YELLOW,
            TEAL,
            mark("M262,186C364,206 376,318 292,372", 36, DARKER[CREAM]),
            solid(box(144, 360, 216, 48, 20), CREAM, 10),
            solid(box(146, 300, 126, 28, 10), YELLOW, 6),
            solid(box(-40, -88, 80, 142, 14).turned(24, 0, 0).moved(*tube_at), CREAM, 12),
            solid(box(-24, -122, 48, 44, 10).turned(24, 0, 0).moved(*tube_at), YELLOW, 8),
            solid(box(-22, 46, 44, 40, 10).turned(24, 0, 0).moved(*tube_at), YELLOW, 8),
        )
    )


def _germ() -> Drawing:
    cell = star(7, 262, 150, 70, 90)
    dots = ((206, 206, 46), (312, 222, 30), (220, 312, 30), (306, 308, 46))
    return draw(*crest(cell, PLUM, YELLOW, PURPLE, *(solid(circle(*spot), YELLOW, 8) for spot in dots)))


def _soap_drop() -> Drawing:
    drop = path("M256,-10C300,110 436,200 436,334A180,180 0 0 1 76,334C76,200 212,110 256,-10Z").turned(32)
    bubbles = ((196, 326, 84), (304, 236, 48), (318, 366, 36), (214, 196, 30))
    layers: list[Layer] = []
    for x, y, r in bubbles:
        layers += [solid(circle(x, y, r), SKY, 10), flat(circle(x - r * 0.32, y - r * 0.32, r * 0.24), CREAM)]
    return draw(*crest(drop, NIGHT, SKY, BLUE, *layers))


def _clean_hand() -> Drawing:
    sign = poly("156,14 356,14 498,156 498,356 356,498 156,498 14,356 14,156", 14)
    fingers = ((184, 214, 0, 130), (236, 190, 0, 150), (288, 196, 0, 150), (338, 226, 0, 130))
    palm = poly("160,250 362,250 356,380,60 300,424,40 220,424,40 166,360,50", 20)
    return draw(
        *crest(
            sign,
            WINE,
            CREAM,
            RED,
            *(solid(box(x - 21, y - 82, 42, h, 21), CREAM, 8) for x, y, _, h in fingers),
            tube("M182,350L128,282", 46, CREAM, 8),
            flat(palm, DARKER[CREAM]),
            inside(palm, flat(palm.moved(-10, -10), CREAM)),
            flat(star(4, 74, 26, 4).moved(6, 74), SKY),
        )
    )


def _mask() -> Drawing:
    cloth = poly("100,120,40 256,84,60 412,120,40 404,330,60 256,420,60 108,330,60", 40)
    loop = line("M110,150C-40,130 -40,340 116,320", 34)
    return draw(
        flat(loop, NIGHT),
        flat(loop.flipped(), NIGHT),
        *crest(
            cloth,
            NIGHT,
            CREAM,
            SKY,
            mark("M146,190Q256,160 366,190M146,250Q256,232 366,250M156,310Q256,312 356,310", 16, CREAM),
        ),
    )


def _flask() -> Drawing:
    glass = poly(
        "176,16 336,16 336,70,6 312,80 312,196,30 470,440,50 440,500,40 72,500,40 42,440,50 200,196,30 200,80 176,70,6",
        20,
    )
    shade = box(256, 200, 300, 400, 0)
    brew = path("M0,330Q128,296 256,330T512,330V520H0Z")
    return draw(
        *crest(glass, FOREST, CREAM, SKY, width=20),
        inside(glass.sized(0.87, 256, 290), flat(brew, LEAF), inside(brew, flat(shade, DARKER[LEAF], 0.6))),
        flat(circle(200, 400, 30), CREAM),
        flat(circle(296, 368, 20), CREAM),
        flat(circle(310, 432, 26), CREAM),
        flat(circle(256, 240, 18), LEAF),
        solid(box(160, 10, 192, 56, 20), ORANGE, 10),
    )


def _shield() -> Drawing:
    guard = path("M256,8Q350,70 470,66C480,280 420,430 256,504C92,430 32,280 42,66Q162,70 256,8Z")
    heart = path("M256,380C80,260 130,140 200,140Q240,140 256,184Q272,140 312,140C382,140 432,260 256,380Z")
    return draw(*crest(guard, NIGHT, YELLOW, BLUE, solid(heart, CREAM, 16)))


def _bar_chart() -> Drawing:
    stairs = poly("10,500 10,330 174,330 174,180 338,180 338,20 502,20 502,500", 14)
    return draw(
        *crest(
            stairs,
            INK,
            CREAM,
            NIGHT,
            solid(box(60, 384, 84, 72, 8), YELLOW, 10),
            solid(box(214, 238, 84, 218, 8), ORANGE, 10),
            solid(box(370, 78, 84, 378, 8), SKY, 10),
        )
    )


def _hourglass() -> Drawing:
    glass = poly("110,40 402,40 392,150,50 290,256,30 392,362,50 402,472 110,472 120,362,50 222,256,30 120,150,50", 10)
    return draw(
        *crest(glass, BROWN, CREAM, SKY, width=20),
        flat(poly("166,146 346,146 256,250", 30), YELLOW),
        flat(path("M252,220H260V400H252Z"), YELLOW),
        flat(poly("160,440 352,440 340,400,30 256,320,30 172,400,30", 10), YELLOW),
        solid(box(76, 8, 360, 74, 26), BROWN),
        solid(box(76, 430, 360, 74, 26), BROWN),
    )


CREST_SCIENCE: Mapping[str, Drawing] = {
    "magnifier": _magnifier(),
    "microscope": _microscope(),
    "germ": _germ(),
    "soap-drop": _soap_drop(),
    "clean-hand": _clean_hand(),
    "mask": _mask(),
    "flask": _flask(),
    "shield": _shield(),
    "bar-chart": _bar_chart(),
    "hourglass": _hourglass(),
}
