"""Patches of words, places and times past: steps for older children."""

from collections.abc import Mapping

from scripts.draw_badges.brush import (
    box,
    circle,
    crest,
    ellipse,
    flat,
    inside,
    line,
    mark,
    path,
    poly,
    solid,
    star,
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
    STONE,
    TEAL,
    WINE,
    YELLOW,
)
from scripts.draw_badges.sticker import Drawing, draw


def _trail_map() -> Drawing:
    sheet = poly("-6,120 168,20 344,120 518,20 518,390 344,490 168,390 -6,490", 10)
    middle = poly("168,0 344,100 344,520 168,400", 0)
    route = "M80,390L96,366M120,318L148,290M196,270L232,272M276,290L310,280M346,246L374,222"
    return draw(
        *crest(
            sheet,
            FOREST,
            CREAM,
            LEAF,
            inside(sheet.sized(0.86), flat(middle, TEAL)),
            mark(route, 28, CREAM),
            mark("M392,128l64,64M456,128l-64,64", 34, YELLOW),
        )
    )


def _globe() -> Drawing:
    ball = circle(256, 196, 164)
    land = "M120,150Q180,90 240,120Q270,170 220,200Q200,260 170,250Q130,210 120,150ZM300,190Q370,150 400,200Q390,280 340,300Q290,280 300,190Z"
    return draw(
        flat(line("M400,40A220,220 0 1 1 96,330", 36).flipped(), BROWN),
        solid(box(222, 380, 68, 80, 10), BROWN, 10),
        solid(poly("116,448 396,448 424,508 88,508", 18), BROWN, 12),
        *crest(ball, NIGHT, SKY, BLUE, flat(path(land), LEAF), flat(ellipse(300, 96, 40, 16), LEAF)),
    )


def _newspaper() -> Drawing:
    page = poly("104,6 332,6 416,90 416,506 104,506", 12)
    back = box(100, 20, 310, 480, 12)
    return draw(
        solid(back.turned(22), BLUE, 12),
        *crest(
            page,
            INK,
            STONE,
            CREAM,
            flat(box(146, 76, 146, 56, 6), INK),
            solid(box(146, 174, 112, 124, 8), RED, 10),
            mark("M300,188H362M300,236H362M300,284H362M160,346H362M160,400H362M160,450H300", 24, DARKER[STONE]),
            solid(poly("322,0 424,102 322,102", 10), STONE, 10),
        ),
        tilt=-12,
    )


def _megaphone() -> Drawing:
    pennant = poly("40,6 506,256,30 40,506", 20)
    return draw(
        *crest(
            pennant,
            WINE,
            YELLOW,
            ORANGE,
            mark("M150,290L172,366", 44, DARKER[CREAM]),
            solid(poly("92,216 186,216 276,166,10 276,346,10 186,296 92,296", 14), CREAM, 14),
            solid(ellipse(278, 256, 22, 92), WINE, 6),
            mark("M338,216Q360,256 338,296", 22, CREAM),
        )
    )


def _letter() -> Drawing:
    cover = poly("256,16 486,196 486,476 26,476 26,196", 18)
    return draw(
        *crest(cover, PLUM, YELLOW, PURPLE),
        solid(box(108, 130, 296, 260, 12), CREAM, 10),
        mark("M150,184H362M150,234H362", 20, PURPLE),
        inside(
            cover,
            solid(poly("26,210 256,380,10 486,210 486,476 26,476", 10), PURPLE, 0),
            mark("M36,216L256,376L476,216", 14, YELLOW),
            mark("M26,196V476H486V196", 44, PLUM),
        ),
        solid(circle(256, 364, 56), RED, 10),
        flat(star(5, 34, 16, 3).moved(0, 108), YELLOW),
    )


def _bridge() -> Drawing:
    span = path(
        "M0,330C60,310 96,230 104,90H168C190,210 322,210 344,90H408C416,230 452,310 512,330V410H420V470H332V410H180V470H92V410H0Z"
    )
    ropes = "M70,300V344M214,200V344M256,212V344M298,200V344M442,300V344"
    return draw(
        *crest(span, NIGHT, SKY, BLUE, mark(ropes, 14, SKY), mark("M26,364H486", 26, CREAM)),
        solid(box(94, 50, 84, 410, 18), ORANGE, 12),
        solid(box(334, 50, 84, 410, 18), ORANGE, 12),
        mark("M26,364H486", 26, CREAM),
    )


def _compass() -> Drawing:
    rose = star(4, 254, 130, 18)
    return draw(
        *crest(
            rose,
            NIGHT,
            YELLOW,
            TEAL,
            flat(circle(256, 256, 96), CREAM),
            solid(poly("256,130 296,256 216,256", 8).turned(30), RED, 6),
            flat(poly("256,382 296,256 216,256", 8).turned(30), NIGHT),
            flat(circle(256, 256, 20), YELLOW),
        )
    )


def _lantern() -> Drawing:
    house = poly("160,160 352,160 420,280,20 372,440 140,440 92,280,20", 16)
    flame = poly("256,176,20 322,300,60 300,400,60 212,400,60 190,300,60", 50)
    return draw(
        flat(line("M186,120C120,-40 392,-40 326,120", 38), INK),
        *crest(house, INK, ORANGE, YELLOW, solid(flame, RED, 12), flat(flame.sized(0.5, 256, 380), CREAM)),
        solid(poly("190,90 322,90 396,176 116,176", 18), INK, 8),
        solid(box(84, 430, 344, 74, 26), INK, 8),
    )


def _medal() -> Drawing:
    tail = poly("110,250 250,300 186,530,8 128,462,8 40,480,8", 10)
    return draw(
        solid(tail, RED, 14),
        solid(tail.flipped(), RED, 14),
        *crest(circle(256, 176, 164), BROWN, CREAM, YELLOW, solid(star(5, 108, 50, 12).moved(0, -76), WINE, 0)),
    )


def _open_book() -> Drawing:
    cover = poly("10,110 200,84,80 256,130,10 312,84,80 502,110 502,420 312,404,60 256,446,10 200,404,60 10,420", 18)
    left = path("M50,146Q180,112 240,164V392Q180,350 50,372Z")
    return draw(
        *crest(cover, WINE, YELLOW, RED),
        flat(left, CREAM),
        flat(left.flipped(), DARKER[CREAM]),
        mark("M86,196Q160,184 206,206M86,250Q160,238 206,260M86,304Q160,292 206,314", 18, WINE),
        solid(star(5, 70, 32, 8).moved(122, 4), ORANGE, 6),
    )


CREST_WORLD: Mapping[str, Drawing] = {
    "trail-map": _trail_map(),
    "globe": _globe(),
    "newspaper": _newspaper(),
    "megaphone": _megaphone(),
    "letter": _letter(),
    "bridge": _bridge(),
    "compass": _compass(),
    "lantern": _lantern(),
    "medal": _medal(),
    "open-book": _open_book(),
}
