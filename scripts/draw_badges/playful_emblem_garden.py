"""Stickers of friendly animals and plants of the garden: a young child's own sign."""

from collections.abc import Mapping

from scripts.draw_badges.brush import (
    SPLINE,
    Layer,
    circle,
    ellipse,
    eye,
    face,
    flat,
    gleam,
    inside,
    line,
    mark,
    path,
    polar,
    poly,
    solid,
    tube,
)
from scripts.draw_badges.palette import (
    BLUE,
    BROWN,
    CREAM,
    DARKER,
    INK,
    LEAF,
    NIGHT,
    ORANGE,
    PINK,
    PURPLE,
    RED,
    TAN,
    TEAL,
    WHITE,
    YELLOW,
)
from scripts.draw_badges.sticker import Drawing, draw


def _bunny() -> Drawing:
    ear = poly("130,260 90,60,80 120,-30,60 200,-20,70 240,220", 40)
    inner = poly("160,220 126,70,60 140,20,40 176,30,50 200,210", 30)
    head = ellipse(256, 340, 190, 160)
    return draw(
        solid(ear, TAN, 14),
        flat(inner, PINK),
        solid(ear.flipped(), TAN, 14),
        flat(inner.flipped(), PINK),
        solid(head, TAN, 24),
        flat(ellipse(226, 400, 52, 42), WHITE),
        flat(ellipse(286, 400, 52, 42), WHITE),
        flat(poly("222,356 290,356 256,392", 16), RED),
        eye(166, 328, 1.7),
        eye(346, 328, 1.7),
        flat(ellipse(128, 388, 30, 19), PINK),
        flat(ellipse(384, 388, 30, 19), PINK),
        mark("M256,386v20M222,412q17,20 34,-4q17,24 34,4", 9),
    )


def _snail() -> Drawing:
    body = path(
        "M20,440C60,400 110,420 200,420C330,420 350,380 352,240C354,160 470,150 480,240"
        "C490,330 470,476 360,476H40C14,476 6,456 20,440Z"
    )
    return draw(
        flat(line("M384,220Q370,130 352,90", 24), YELLOW),
        flat(line("M446,220Q460,130 474,90", 24), YELLOW),
        solid(circle(352, 84, 28), INK, 6),
        solid(circle(474, 84, 28), INK, 6),
        solid(body, YELLOW, 18),
        solid(circle(196, 268, 168), RED, 26),
        mark(
            "M300,330C340,240 270,150 190,160C110,170 90,260 130,310C170,356 250,330 246,270C240,230 190,228 186,262",
            26,
            CREAM,
        ),
        face(416, 258, 1.0, gap=30, cheeks=ORANGE),
    )


def _butterfly() -> Drawing:
    wing = poly("256,230 300,60,90 450,10,90 520,110,90 480,240,80 390,262,50 256,280", SPLINE)
    tail = poly("256,250 400,250,60 470,330,80 430,460,80 320,480,80 260,330", SPLINE)
    wings: list[Layer] = []
    for upper, lower in ((wing, tail), (wing.flipped(), tail.flipped())):
        wings += [solid(lower, ORANGE, 16), solid(upper, PURPLE, 20)]
    spots = [flat(circle(x, 148, 44), YELLOW) for x in (114, 398)]
    spots += [flat(circle(x, 366, 32), RED) for x in (142, 370)]
    return draw(
        *wings,
        *spots,
        flat(line("M246,130Q230,60 190,40M266,130Q282,60 322,40", 16), INK),
        solid(ellipse(256, 290, 42, 150), NIGHT, 12),
        solid(circle(256, 146, 60), NIGHT, 0),
        flat(ellipse(236, 140, 13, 16), WHITE),
        flat(ellipse(276, 140, 13, 16), WHITE),
        mark("M240,170q16,16 32,0", 8, WHITE),
    )


def _mushroom() -> Drawing:
    stem = poly("176,270 336,270 360,480,50 152,480,50", 20)
    cap = path("M10,276C10,130 120,30 256,30C392,30 502,130 502,276C502,330 420,330 256,330C92,330 10,330 10,276Z")
    spots = ((256, 120, 52), (110, 210, 40), (404, 214, 42), (250, 262, 26))
    return draw(
        solid(stem, CREAM, 28),
        solid(cap, RED, 26),
        inside(cap, *(flat(circle(x, y, r), CREAM) for x, y, r in spots)),
        face(256, 390, 1.2),
        gleam("M56,200Q82,130 140,94", 16),
    )


def _cactus() -> Drawing:
    arm = "M200,330H116Q90,330 90,300V220"
    other = "M300,270H392Q420,270 420,240V150"
    trunk = poly("180,440 180,90,90 256,-10,80 332,90,90 332,440", 60)
    return draw(
        tube(arm, 88, TEAL, 16),
        tube(other, 88, TEAL, 16),
        solid(trunk, TEAL, 20),
        mark("M84,240v40M420,170v50M230,60v90M284,70v60M284,340v40", 11, YELLOW),
        solid(poly("136,400 376,400 344,506,30 168,506,30", 18), ORANGE),
        face(256, 216, 1.05),
        *(solid(circle(*polar(72 * i, 34, 256, 20), 28), PINK, 6) for i in range(5)),
        flat(circle(256, 20, 20), YELLOW),
    )


def _blossom() -> Drawing:
    petals = [solid(ellipse(256, 104, 86, 106).turned(72 * i), BLUE, 14) for i in range(5)]
    return draw(*petals, solid(circle(256, 256, 112), YELLOW, 20), face(256, 244, 1.4, cheeks=ORANGE))


def _hedgehog() -> Drawing:
    quills = poly(
        "390,440 340,440 20,440 50,384 4,340 54,312 30,244 90,238 92,166 154,184 186,112 236,158"
        " 294,104 320,166 384,140 390,230 400,300",
        14,
    )
    muzzle = poly("300,220 400,220,60 440,330,50 530,352,40 520,410,40 460,450,40 260,450 230,340,80", 60)
    return draw(
        solid(ellipse(140, 446, 56, 34), BROWN, 10),
        solid(ellipse(340, 446, 56, 34), BROWN, 10),
        solid(quills, BROWN, 18),
        mark("M110,300l34,26M180,236l28,34M130,380l38,12M220,330l24,30", 14, DARKER[BROWN]),
        solid(muzzle, CREAM, 16),
        solid(circle(300, 244, 42), BROWN, 10),
        solid(circle(516, 366, 30), INK, 6),
        eye(404, 322, 1.5),
        flat(ellipse(372, 376, 26, 16), PINK),
        mark("M450,408q-20,14 -42,6", 10),
    )


def _dinosaur() -> Drawing:
    body = path(
        "M10,420C70,420 90,300 190,270C270,246 300,250 310,170C316,60 360,20 420,24"
        "C490,28 520,80 496,124C476,156 430,150 416,160C404,200 430,250 420,330V470"
        "Q420,490 400,490H350Q330,490 330,470V420H230V470Q230,490 210,490H160Q140,490 140,470V440"
        "C100,470 20,470 10,420Z"
    )
    plates = ((110, 322, 40), (186, 262, 46), (268, 226, 42), (300, 130, 40), (340, 56, 34))
    return draw(
        *(solid(circle(x, y, r), ORANGE, 8) for x, y, r in plates),
        solid(body, LEAF, 20),
        inside(body, flat(ellipse(290, 366, 74, 56), YELLOW)),
        eye(430, 76, 1.3),
        flat(ellipse(410, 118, 18, 11), PINK),
        mark("M486,112q-14,14 -32,10", 9),
    )


PLAYFUL_GARDEN: Mapping[str, Drawing] = {
    "bunny": _bunny(),
    "snail": _snail(),
    "butterfly": _butterfly(),
    "mushroom": _mushroom(),
    "cactus": _cactus(),
    "blossom": _blossom(),
    "hedgehog": _hedgehog(),
    "dinosaur": _dinosaur(),
}
