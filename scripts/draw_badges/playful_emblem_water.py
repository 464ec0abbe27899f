"""Stickers of friendly animals of water and shore: a young child's own sign."""

from collections.abc import Mapping

from scripts.draw_badges.brush import (
    SPLINE,
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
    poly,
    solid,
    tube,
)
from scripts.draw_badges.palette import (
    BLUE,
    CREAM,
    DARKER,
    LEAF,
    NIGHT,
    ORANGE,
    PINK,
    RED,
    SKY,
    TEAL,
    WHITE,
    YELLOW,
)
from scripts.draw_badges.sticker import Drawing, draw


def _whale() -> Drawing:
    body = path(
        "M20,300C20,190 110,150 220,150C330,150 360,240 410,250C440,254 452,220 446,180"
        "L500,170C510,330 440,440 250,440C110,440 20,400 20,300Z"
    )
    fluke = poly("472,210 376,150,60 384,60,60 470,130,30 540,40,60 562,140,60", 40)
    belly = path("M0,330Q150,400 330,340Q300,460 200,460H0Z")
    spout = "M190,150V100M190,100C180,50 120,40 104,84M190,100C200,50 260,40 276,84"
    return draw(
        flat(line(spout, 28), SKY),
        solid(fluke, BLUE),
        solid(body, BLUE, 22),
        inside(body, flat(belly, SKY)),
        solid(poly("210,360 330,350,40 300,460,50 230,440,40", 30), NIGHT, 10),
        eye(112, 282, 1.5),
        flat(ellipse(92, 322, 20, 12), PINK),
        mark("M30,336Q70,352 100,346", 10),
        gleam("M90,212Q140,178 210,178", 18),
    )


def _octopus() -> Drawing:
    curls = ("M150,320C110,440 -6,420 0,320", "M200,350C190,450 130,474 84,470")
    arms = [tube(d, 66, PINK, 16) for d in curls]
    arms += [tube(d, 66, PINK, 16) for d in ("M362,320C402,440 518,420 512,320", "M312,350C322,450 382,474 428,470")]
    head = poly("256,20,130 420,70,130 430,240,80 390,380,60 122,380,60 82,240,80 92,70,130", 60)
    spots = ((330, 104, 24), (378, 150, 16), (294, 74, 12))
    return draw(
        *arms,
        tube("M256,340V456", 66, PINK, 16),
        solid(head, PINK, 24),
        gleam("M126,186Q130,112 196,82", 22),
        face(256, 246, 1.6, cheeks=RED),
        *(flat(circle(*spot), DARKER[PINK]) for spot in spots),
    )


def _penguin() -> Drawing:
    body = poly("256,-10,160 400,20,120 440,260,160 410,490,130 102,490,130 72,260,160 112,20,120", 60)
    wing = poly("90,170 0,240,70 -50,350,40 50,340,60 130,290", 40)
    belly = path(
        "M256,170C330,90 410,200 390,330C380,430 330,470 256,470C182,470 132,430 122,330C102,200 182,90 256,170Z"
    )
    return draw(
        solid(ellipse(176, 484, 76, 34), ORANGE, 10),
        solid(ellipse(336, 484, 76, 34), ORANGE, 10),
        solid(wing, NIGHT, 8),
        solid(wing.flipped(), NIGHT, 8),
        solid(body, NIGHT, 18),
        flat(belly, WHITE),
        eye(200, 208, 1.5),
        eye(312, 208, 1.5),
        flat(ellipse(160, 254, 26, 16), PINK),
        flat(ellipse(352, 254, 26, 16), PINK),
        solid(poly("206,236 306,236 256,300", 18), ORANGE, 8),
        gleam("M130,110Q156,52 216,36", 16, 0.4),
    )


def _duck() -> Drawing:
    body = path(
        "M20,250C60,280 110,280 170,270C230,262 210,230 214,160C218,60 280,20 340,20"
        "C420,20 470,80 460,160C454,220 410,240 420,280C450,400 390,480 240,480C80,480 0,390 20,250Z"
    )
    wing = poly("110,290 250,270,60 330,310,60 280,390,60 150,390,60", SPLINE)
    pond = path(
        "M-20,446Q-14,400 40,404Q80,408 112,424T224,424T336,424T430,414Q524,380 530,446Q530,510 470,510H40Q-20,510 -20,446Z"
    )
    return draw(
        solid(poly("430,110 540,130,20 520,190,30 420,190", 20), ORANGE, 10),
        solid(body, YELLOW, 24),
        solid(wing, ORANGE, 14),
        eye(366, 116, 1.6),
        flat(ellipse(340, 170, 24, 15), PINK),
        solid(pond, BLUE),
        gleam("M246,140Q256,76 306,60", 18),
    )


def _crab() -> Drawing:
    claw = path("M60,190C-20,150 -20,20 90,0L86,84L150,20C200,100 160,190 100,196Z")
    legs = "M110,350L24,370M120,390L40,440M160,420L110,484"
    shell = poly("256,160,150 470,190,110 450,430,130 62,430,130 42,190,110", 90)
    half = [
        flat(line(legs, 34), DARKER[RED]),
        flat(line("M110,270Q60,240 80,180", 38), DARKER[RED]),
        solid(claw, RED, 14),
    ]
    twin = [
        flat(line(legs, 34).flipped(), DARKER[RED]),
        flat(line("M110,270Q60,240 80,180", 38).flipped(), DARKER[RED]),
        solid(claw.flipped(), RED, 14),
    ]
    stalks = "M206,200V140M306,200V140"
    return draw(
        *half,
        *twin,
        flat(line(stalks, 26), DARKER[RED]),
        flat(circle(206, 130, 42), CREAM),
        flat(circle(306, 130, 42), CREAM),
        eye(208, 132, 1.5),
        eye(304, 132, 1.5),
        solid(shell, RED, 22),
        mark("M200,320q56,60 112,0", 13),
        flat(ellipse(140, 310, 32, 20), PINK),
        flat(ellipse(372, 310, 32, 20), PINK),
        gleam("M112,244Q150,206 206,204", 16),
    )


def _frog() -> Drawing:
    head = poly("256,130 440,110,120 520,300,120 400,410,120 112,410,120 -8,300,120 72,110,120", 100)
    body = poly("130,360 382,360 420,500,60 92,500,60", 60)
    foot = ellipse(104, 480, 84, 36)
    return draw(
        solid(body, LEAF, 16),
        flat(ellipse(256, 440, 84, 66), YELLOW),
        solid(foot, TEAL, 10),
        solid(foot.flipped(), TEAL, 10),
        solid(circle(138, 116, 86), LEAF, 14),
        solid(circle(374, 116, 86), LEAF, 14),
        solid(head, LEAF, 22),
        flat(circle(138, 116, 56), WHITE),
        flat(circle(374, 116, 56), WHITE),
        eye(146, 120, 2.1),
        eye(366, 120, 2.1),
        mark("M130,270Q256,390 382,270", 16),
        flat(ellipse(94, 274, 34, 22), PINK),
        flat(ellipse(418, 274, 34, 22), PINK),
    )


def _turtle() -> Drawing:
    shell = path("M60,350C60,170 160,90 250,90C340,90 430,170 430,350Z")
    spots = ((246, 200, 46), (150, 262, 36), (340, 262, 36), (246, 306, 32))
    return draw(
        solid(poly("60,360 -10,330,30 70,290", 20), LEAF),
        solid(poly("90,330 200,330 190,440,36 100,440,36"), LEAF),
        solid(poly("300,330 410,330 400,440,36 310,440,36"), LEAF),
        solid(poly("370,320 420,210,70 530,190,70 546,310,70 450,390,70"), LEAF, 18),
        solid(shell, TEAL, 24),
        inside(shell, *(flat(circle(x, y, r), YELLOW) for x, y, r in spots)),
        solid(poly("30,330 462,330 462,386 30,386", 28), ORANGE),
        eye(478, 258, 1.4),
        flat(ellipse(448, 296, 18, 11), PINK),
        mark("M482,304q22,6 36,-12", 10),
        gleam("M108,230Q140,150 206,126", 18),
    )


PLAYFUL_WATER: Mapping[str, Drawing] = {
    "whale": _whale(),
    "octopus": _octopus(),
    "penguin": _penguin(),
    "duck": _duck(),
    "crab": _crab(),
    "frog": _frog(),
    "turtle": _turtle(),
}
