"""Stickers of things to buy, share and eat: learning steps for the youngest."""

from collections.abc import Mapping

from scripts.draw_badges.brush import (
    box,
    circle,
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
    BROWN,
    CREAM,
    DARKER,
    LEAF,
    ORANGE,
    PINK,
    PLUM,
    PURPLE,
    RED,
    TEAL,
    YELLOW,
)
from scripts.draw_badges.sticker import Drawing, draw


def _cherries() -> Drawing:
    left, right = circle(142, 338, 122), circle(380, 372, 112)
    return draw(
        flat(line("M142,260Q170,130 296,44", 24), DARKER[LEAF]),
        flat(line("M384,280Q378,140 296,44", 24), DARKER[LEAF]),
        solid(poly("296,44,10 330,-20,80 440,-34,80 490,40,10 430,90,80 350,90,80"), LEAF),
        mark("M318,42Q380,22 440,28", 9, DARKER[LEAF]),
        solid(left, RED, 22),
        solid(right, RED, 22),
        gleam("M66,314Q78,268 116,252", 18),
        gleam("M310,350Q320,312 350,298", 18),
        face(146, 346, 1.1),
        face(380, 378, 1.0),
    )


def _basket() -> Drawing:
    tub = poly("36,250 476,250 424,482,40 88,482,40", 14)
    weave = [box(74 * i + 37 * (j % 2) - 14, 314 + 62 * j, 48, 38, 12) for i in range(7) for j in range(3)]
    return draw(
        tube("M100,250C100,-40 412,-40 412,250", 48, BROWN, 18),
        solid(tub, BROWN, 18),
        inside(tub, *(flat(patch, YELLOW) for patch in weave)),
        solid(circle(176, 206, 66), RED),
        solid(circle(312, 196, 72), LEAF),
        solid(circle(392, 230, 42), PURPLE, 10),
        solid(box(16, 230, 480, 66, 30), ORANGE),
    )


def _apple() -> Drawing:
    body = path(
        "M256,150C330,92 478,110 478,270C478,392 400,496 330,496C296,496 284,478 256,478"
        "C228,478 216,496 182,496C112,496 34,392 34,270C34,110 182,92 256,150Z"
    )
    return draw(
        solid(body, RED, 24),
        flat(line("M256,170Q250,90 216,40", 28), BROWN),
        solid(poly("258,104,6 290,20,90 390,10,60 420,26,10 396,110,80 320,130,60"), LEAF),
        mark("M290,88Q340,50 380,46", 9, DARKER[LEAF]),
        flat(path("M196,158Q256,206 316,158Q256,176 196,158Z"), DARKER[RED]),
        gleam("M84,282Q88,200 152,170", 22),
        face(256, 306, 1.4),
    )


def _pizza() -> Drawing:
    slice_ = poly("30,110 482,110 276,486,30 236,486,30", 20)
    crust = path("M20,150C-20,70 40,40 90,40Q256,-10 422,40C472,40 532,70 492,150Q256,70 20,150Z")
    spots = ((160, 180, 44), (366, 196, 42), (300, 356, 36))
    return draw(
        solid(slice_, YELLOW, 18),
        inside(slice_, *(solid(circle(x, y, r), RED, 10) for x, y, r in spots)),
        solid(crust, BROWN, 12),
        face(258, 250, 1.2, cheeks=ORANGE),
        gleam("M70,76Q160,44 250,42", 14, 0.5),
    )


def _half_cookie() -> Drawing:
    half = poly(
        "20,190,20 92,170,20 120,208,20 190,180,20 232,214,20 300,178,20 348,210,20 410,172,20 492,190,20"
        " 492,330,90 400,440,110 256,462,110 112,440,110 20,330,90"
    )
    chips = ((120, 300, 34), (210, 392, 38), (392, 290, 36), (318, 396, 28))
    return draw(
        solid(half, ORANGE, 22),
        *(solid(circle(x, y, r), BROWN, 8) for x, y, r in chips),
        face(260, 286, 1.2, cheeks=RED),
        tilt=-24,
    )


def _pie() -> Drawing:
    rest = path("M230,290V60A220,220 0 1 0 460,290Z")
    filling = path("M188,332V112A182,182 0 1 0 408,332Z")
    piece = path("M310,210V-20A230,230 0 0 1 540,210Z")
    slice_filling = path("M346,174V22A190,190 0 0 1 498,174Z")
    berries = ((112, 226, 30), (148, 330, 34), (108, 410, 24), (226, 404, 32), (316, 380, 28), (270, 466, 22))
    return draw(
        solid(rest, ORANGE, 18),
        flat(filling, PURPLE),
        inside(filling, *(flat(circle(*berry), PLUM) for berry in berries)),
        solid(piece, ORANGE, 18),
        flat(slice_filling, PURPLE),
        face(408, 112, 0.9, gap=32),
        gleam("M44,262Q56,180 122,122", 14, 0.5),
    )


def _cupcake() -> Drawing:
    cup = poly("96,300 416,300 370,500,26 142,500,26", 12)
    pleats = "".join(f"M{150 + 53 * i},310L{172 + 42 * i},500" for i in range(5))
    return draw(
        solid(cup, TEAL, 16),
        inside(cup, mark(pleats, 12, DARKER[TEAL])),
        solid(poly("40,330,50 50,220,60 256,200,60 462,220,60 472,330,50 256,350,60"), PINK, 16),
        solid(poly("92,240,50 110,140,60 256,120,60 402,140,60 420,240,50 256,262,60"), PINK, 16),
        solid(poly("150,160,40 180,70,40 256,30,40 332,70,40 362,160,40 256,184,40"), PINK, 14),
        solid(circle(256, 36, 44), RED),
        gleam("M124,196Q150,168 190,164"),
        gleam("M74,286Q100,256 140,250"),
        face(256, 390, 0.95, cheeks=YELLOW),
    )


def _ice_cream() -> Drawing:
    cone = poly("140,270 372,270 276,510,30 236,510,30", 12)
    weave = "M120,340L260,500M170,270L330,450M250,270L380,400M392,340L252,500M342,270L182,450M262,270L132,400"
    return draw(
        solid(cone, ORANGE, 14),
        inside(cone, mark(weave, 9, DARKER[ORANGE])),
        solid(circle(256, 92, 100), PINK, 20),
        solid(
            poly(
                "116,290,40 122,150,90 256,120,90 390,150,90 396,290,40 340,330,30 296,290,30"
                " 250,340,30 200,290,30 160,320,30"
            ),
            CREAM,
            18,
        ),
        gleam("M184,90Q192,48 226,32"),
        face(256, 222, 1.1),
        solid(poly("336,0 384,20 340,120 304,104", 10), BROWN, 8),
    )


PLAYFUL_FOOD: Mapping[str, Drawing] = {
    "cherries": _cherries(),
    "basket": _basket(),
    "apple": _apple(),
    "pizza": _pizza(),
    "half-cookie": _half_cookie(),
    "pie": _pie(),
    "cupcake": _cupcake(),
    "ice-cream": _ice_cream(),
}
