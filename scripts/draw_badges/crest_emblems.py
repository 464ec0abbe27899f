"""Patches of wild animals, plants and weather: an older child's own sign."""

from collections.abc import Mapping

from scripts.draw_badges.brush import (
    SPLINE,
    Layer,
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
    tube,
)
from scripts.draw_badges.palette import (
    BLUE,
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
    WHITE,
    WINE,
    YELLOW,
)
from scripts.draw_badges.sticker import Drawing, draw

BARBS = ((186, 50), (240, 76), (350, 78), (404, 50))


def _mountain() -> Drawing:
    peaks = poly("6,440 190,60,16 282,220,10 346,130,16 506,440,20", 24)
    return draw(
        *crest(
            peaks,
            NIGHT,
            SKY,
            BLUE,
            flat(poly("192,124 240,208 220,206 196,248 172,214 142,232", 4), CREAM),
            flat(poly("342,186 372,248 352,240 336,264 318,218", 4), CREAM),
            mark("M90,372L150,300L210,372M300,372L350,316L400,372", 18, SKY),
        )
    )


def _pine_tree() -> Drawing:
    tree = poly(
        "256,4 346,140,8 310,150 400,268,8 354,278 462,424,14 300,424 300,508,12 212,508,12 212,424 50,424,14"
        " 158,278 112,268,8 202,150 166,140,8",
        8,
    )
    return draw(
        *crest(
            tree,
            FOREST,
            YELLOW,
            TEAL,
            mark("M256,150V470M256,250l54,-40M256,250l-54,-40M256,366l76,-56M256,366l-76,-56", 18, CREAM),
        )
    )


def _oak_leaf() -> Drawing:
    leaf = poly(
        "256,-10,70 340,10,60 344,120,24 450,90,70 470,220,70 366,240,20 480,280,80 460,400,80 340,380,40 282,420,20 276,520,10"
        " 236,520,10 230,420,20 172,380,40 52,400,80 32,280,80 146,240,20 42,220,70 62,90,70 168,120,24 172,10,60",
        40,
    )
    veins = "M256,100V506M256,240L362,176M256,240L150,176M256,356L366,322M256,356L146,322"
    return draw(*crest(leaf, FOREST, CREAM, LEAF, mark(veins, 18, FOREST), width=16), tilt=24)


def _comet() -> Drawing:
    blaze = poly(
        "500,20,8 360,240,60 330,400,90 200,500,120 60,470,120 10,330,120 80,190,90 230,150,60 300,90,10 290,150,20 400,70,10",
        60,
    )
    return draw(
        *crest(
            blaze,
            NIGHT,
            SKY,
            BLUE,
            mark("M270,250L370,170M300,300L350,240M220,210L290,180", 20, SKY),
            solid(star(5, 124, 60, 14).moved(-76, 70), YELLOW, 12),
        )
    )


def _sun() -> Drawing:
    return draw(
        *crest(star(10, 250, 178, 8), WINE, YELLOW, ORANGE, solid(circle(256, 256, 96), YELLOW, 16)),
    )


def _fox() -> Drawing:
    head = poly("60,20,14 190,130 322,130 452,20,14 470,290,40 256,490,30 42,290,40", 20)
    cheek = poly("64,290 200,300,40 256,440,20 256,470 80,320", 14)
    return draw(
        *crest(head, WINE, CREAM, ORANGE, width=18),
        flat(cheek, CREAM),
        flat(cheek.flipped(), DARKER[CREAM]),
        flat(poly("100,90 160,150 104,200", 12), WINE),
        flat(poly("412,90 352,150 408,200", 12), WINE),
        flat(ellipse(172, 262, 18, 25), INK),
        flat(ellipse(340, 262, 18, 25), INK),
        flat(poly("216,404 296,404 256,456", 16), INK),
    )


def _stag() -> Drawing:
    guard = path("M36,90Q150,40 256,20Q362,40 476,90C480,290 400,430 256,506C112,430 32,290 36,90Z")
    antler = "M228,262C130,250 110,190 120,120M150,226C180,200 184,160 180,120M124,180L90,150"
    head = poly("216,240 296,240 316,300 284,420,30 228,420,30 196,300", 16)
    ear = poly("206,260 130,270,20 160,310,20 212,300", 14)
    return draw(
        *crest(
            guard,
            FOREST,
            YELLOW,
            TEAL,
            mark(antler, 24, CREAM),
            Layer(flat(line(antler, 24).flipped(), CREAM).svg),
            flat(ear, CREAM),
            flat(ear.flipped(), DARKER[CREAM]),
            solid(head, CREAM, 14),
            flat(ellipse(232, 312, 9, 14), INK),
            flat(ellipse(280, 312, 9, 14), INK),
            flat(poly("234,390 278,390 256,418", 12), INK),
        )
    )


def _wave() -> Drawing:
    swell = path(
        "M10,470C20,220 130,40 330,40C430,40 500,110 494,196C460,150 400,150 376,190"
        "C340,250 400,330 502,350V470Q502,490 480,490H30Q10,490 10,470Z"
    )
    return draw(
        *crest(
            swell,
            NIGHT,
            CREAM,
            BLUE,
            mark("M84,440C110,240 200,120 320,104", 24, SKY),
            mark("M150,440C170,300 220,200 300,170", 24, CREAM),
            mark("M220,440C230,380 250,330 280,300", 24, SKY),
        )
    )


def _feather() -> Drawing:
    vane = path(
        "M268,-16C350,50 400,150 388,250L336,274L384,296C372,376 320,430 262,452"
        "C196,430 146,384 132,316L186,290L126,268C118,190 160,70 268,-16Z"
    )
    barbs = "".join(f"M256,{y}L{256 + reach},{y - 64}M256,{y}L{256 - reach},{y - 64}" for y, reach in BARBS)
    return draw(
        tube("M256,430V540", 34, CREAM, 10),
        *crest(vane, PLUM, YELLOW, PURPLE, inside(vane.sized(0.8, 256, 224), mark(barbs, 15, SKY)), width=16),
        mark("M256,110V520", 18, CREAM),
        tilt=32,
    )


def _bee() -> Drawing:
    cell = poly("256,6 472,131 472,381 256,506 40,381 40,131", 16)
    wing = poly("256,220 330,120,60 420,150,60 410,250,60 300,270,30", SPLINE)
    body = ellipse(256, 284, 66, 116)
    return draw(
        *crest(
            cell,
            INK,
            CREAM,
            YELLOW,
            solid(wing, CREAM, 8),
            solid(wing.flipped(), CREAM, 8),
            flat(body, INK),
            inside(body, mark("M180,256H332M180,312H332M180,364H332", 22, ORANGE)),
            flat(circle(256, 160, 44), INK),
            mark("M240,130Q230,100 206,92M272,130Q282,100 306,92", 12),
        )
    )


def _crystal() -> Drawing:
    left = poly("40,300 96,210,8 170,240 190,470 110,470", 10)
    right = left.flipped()
    gem = poly("256,6 360,120 340,490 172,490 152,120", 12)
    return draw(
        *crest(left, PLUM, SKY, PURPLE, width=14),
        *crest(right, PLUM, SKY, PURPLE, width=14),
        *crest(
            gem,
            PLUM,
            CREAM,
            PURPLE,
            flat(poly("256,66 256,440 214,440 200,140", 4), SKY),
            flat(poly("256,66 256,440 298,440 312,140", 4), DARKER[SKY]),
            width=18,
        ),
        solid(box(60, 440, 392, 64, 30), INK, 8),
    )


def _manta_ray() -> Drawing:
    ray = poly(
        "216,60,12 236,110,10 276,110,10 296,60,12 340,110,30 506,250,20 360,300,60 290,380,30 270,500,12 242,500,12 222,380,30"
        " 152,300,60 6,250,20 172,110,30",
        20,
    )
    return draw(
        *crest(ray, NIGHT, SKY, BLUE, flat(poly("256,150 320,220,40 256,340 192,220,40", 30), CREAM), width=18),
        flat(circle(200, 150, 12), CREAM),
        flat(circle(312, 150, 12), CREAM),
    )


def _bear_paw() -> Drawing:
    pad = poly("256,220,90 400,250,100 440,420,80 340,500,70 256,470,40 172,500,70 72,420,80 112,250,100", 60)
    toes = ((84, 232, 56, 76, -24), (190, 118, 58, 86, -8), (322, 118, 58, 86, 8), (428, 232, 56, 76, 24))
    layers: list[Layer] = [flat(poly("120,220 220,160 292,160 392,220 330,330 182,330"), WHITE)]
    for x, y, rx, ry, turn in toes:
        layers += crest(ellipse(x, y, rx, ry).turned(turn, x, y), NIGHT, CREAM, RED, width=14)
    return draw(*layers, *crest(pad, NIGHT, CREAM, RED))


def _storm_cloud() -> Drawing:
    cloud = path("M110,330C-10,330 -10,180 90,172C90,40 280,10 316,110C400,70 470,130 446,200C530,210 520,330 420,330Z")
    bolt = poly("210,210 320,210 286,300 370,300 206,506,10 240,370 156,370", 8)
    return draw(solid(bolt, YELLOW, 10), *crest(cloud, INK, SKY, NIGHT), flat(bolt, YELLOW))


def _snowflake() -> Drawing:
    lozenge = poly("256,4 440,256 256,508 72,256", 22)
    arm = "M256,256V112M256,160L220,124M256,160L292,124"
    return draw(
        *crest(
            lozenge,
            DARKER[SKY],
            WHITE,
            SKY,
            *(Layer(line(arm, 24).turned(60 * i).svg(NIGHT)) for i in range(6)),
        )
    )


CREST_EMBLEMS: Mapping[str, Drawing] = {
    "mountain": _mountain(),
    "pine-tree": _pine_tree(),
    "oak-leaf": _oak_leaf(),
    "comet": _comet(),
    "sun": _sun(),
    "fox": _fox(),
    "stag": _stag(),
    "wave": _wave(),
    "feather": _feather(),
    "bee": _bee(),
    "crystal": _crystal(),
    "manta-ray": _manta_ray(),
    "bear-paw": _bear_paw(),
    "storm-cloud": _storm_cloud(),
    "snowflake": _snowflake(),
}
