"""Stickers of things to count, build and measure: learning steps for the youngest."""

from collections.abc import Mapping

from scripts.draw_badges.brush import (
    box,
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
)
from scripts.draw_badges.palette import (
    BLUE,
    BROWN,
    CREAM,
    INK,
    LEAF,
    NIGHT,
    ORANGE,
    PINK,
    PURPLE,
    RED,
    SKY,
    TEAL,
    WHITE,
    YELLOW,
)
from scripts.draw_badges.sticker import Drawing, draw


def _rocket() -> Drawing:
    body = poly("256,0,70 372,150,120 366,300,120 326,404,24", twin=True)
    fin = poly("340,250 448,360,40 446,462,30 322,392")
    return draw(
        solid(poly("256,520,30 180,452,60 200,380 312,380 332,452,60"), ORANGE),
        flat(poly("256,478,24 222,440,40 230,380 282,380 290,440,40"), YELLOW),
        solid(fin, RED),
        solid(fin.flipped(), RED),
        solid(body, SKY, 22),
        inside(body, solid(path("M100,0H420V134Q256,176 100,134Z"), RED, 22)),
        inside(body, flat(path("M100,368Q256,400 420,368V420H100Z"), BLUE)),
        flat(circle(256, 236, 70), BLUE),
        flat(circle(256, 236, 50), CREAM),
        face(256, 228, 0.62, gap=30),
        gleam("M190,180Q182,230 184,290"),
        tilt=16,
    )


def _fish() -> Drawing:
    body = path(
        "M70,262C130,120 290,100 390,160C460,200 480,240 480,262C480,290 450,330 390,364C290,420 130,404 70,262Z"
    )
    return draw(
        solid(poly("150,262 8,110,50 48,262,40 8,410,50"), YELLOW),
        solid(poly("190,190 210,60,40 330,70,60 380,170"), YELLOW),
        solid(poly("220,340 210,450,40 300,446,50 330,350"), YELLOW),
        solid(body, ORANGE, 22),
        inside(
            body,
            flat(path("M300,60Q250,262 300,460H230Q180,262 230,60Z"), CREAM),
            flat(path("M170,60Q120,262 170,460H120Q70,262 120,60Z"), CREAM),
        ),
        eye(392, 226, 1.5),
        flat(ellipse(368, 290, 22, 14), PINK),
        mark("M456,292q-22,22 -46,14", 11),
        gleam("M320,152Q366,158 402,180"),
        tilt=-6,
    )


def _train() -> Drawing:
    hub = YELLOW
    return draw(
        solid(poly("352,220 338,96 450,96 430,220"), NIGHT),
        solid(box(326, 70, 136, 44, 18), RED),
        solid(box(20, 66, 232, 52, 22), NIGHT),
        solid(box(44, 110, 184, 290, 14), RED),
        flat(box(82, 146, 108, 92, 18), CREAM),
        solid(box(200, 200, 284, 196, 56), BLUE, 20),
        solid(poly("440,340,8 530,430,16 440,430"), YELLOW),
        solid(box(36, 350, 440, 54, 16), NIGHT),
        solid(circle(120, 404, 66), INK),
        flat(circle(120, 404, 28), hub),
        solid(circle(258, 414, 54), INK),
        flat(circle(258, 414, 22), hub),
        solid(circle(374, 414, 54), INK),
        flat(circle(374, 414, 22), hub),
        face(352, 262, 1.0, gap=44),
        gleam("M256,222H400"),
    )


def _castle() -> Drawing:
    low, high = box(20, 236, 140, 256, 12), box(322, 166, 160, 326, 12)
    keep = poly("140,492 140,226 182,226 182,266 222,266 222,226 264,226 264,266 304,266 304,226 346,226 346,492", 8)
    window = path("M0,100V44a26,26 0 0 1 52,0V100Z")
    return draw(
        flat(poly("200,120 330,120 330,240 200,240"), WHITE),
        flat(line("M222,250V110", 16), INK),
        solid(poly("222,96 306,132 222,168", 10), RED, 8),
        solid(keep, PINK, 0),
        solid(low, SKY, 16),
        solid(high, SKY, 16),
        solid(poly("90,90,14 186,252 -6,252", 20), PURPLE, 18),
        solid(poly("402,-20,14 508,186 296,186", 20), PURPLE, 18),
        flat(window.moved(64, 276), NIGHT),
        flat(window.moved(376, 226), NIGHT),
        solid(path("M192,492V426a50,50 0 0 1 100,0V492Z"), BROWN, -10),
        face(242, 316, 0.9, gap=34),
    )


def _blocks() -> Drawing:
    cube = box(0, 0, 216, 216, 30)
    red, blue, yellow = cube.moved(32, 270), cube.moved(264, 270), cube.moved(148, 38)
    return draw(
        solid(red, RED),
        flat(poly("140,304 208,430 72,430", 18), CREAM),
        solid(blue, BLUE),
        flat(circle(372, 378, 64), CREAM),
        solid(yellow, YELLOW),
        face(256, 136, 1.4, gap=32, cheeks=ORANGE),
    )


def _abacus() -> Drawing:
    rows = ((158, RED, (0, 1, 2, 4)), (262, BLUE, (0, 3, 4)), (366, TEAL, (0, 1, 4)))
    beads = [solid(ellipse(120 + 68 * i, y, 35, 47), colour, 10) for y, colour, spots in rows for i in spots]
    rods = [mark(f"M80,{row[0]}H432", 12, BROWN) for row in rows]
    post, knob, foot = box(30, 40, 50, 440, 24), circle(55, 46, 42), box(0, 434, 114, 58, 26)
    return draw(
        flat(box(50, 80, 412, 350, 10), CREAM),
        *rods,
        *beads,
        *(solid(box(30, y, 452, 40, 12), BROWN, 10) for y in (70, 416)),
        *(solid(part, BROWN) for part in (post, post.flipped(), foot, foot.flipped())),
        solid(knob, ORANGE),
        solid(knob.moved(402, 0), ORANGE),
    )


def _ladder() -> Drawing:
    rail = poly("150,10,22 208,10,22 170,502,22 104,502,22")
    rungs = [box(150 - i * 9, 84 + i * 112, 212 + i * 18, 44, 10) for i in range(4)]
    return draw(
        *(solid(rung, YELLOW, 10) for rung in rungs),
        solid(rail, BLUE, 14),
        solid(rail.flipped(), BLUE, 14),
        *(flat(circle(x, 106 + i * 112, 10), CREAM) for i in range(4) for x in (170 - 9 * i, 342 + 9 * i)),
    )


def _ruler() -> Drawing:
    body = box(10, 160, 492, 190, 26)
    ticks = [mark(f"M{62 + 43 * i},168v{72 if i % 3 == 0 else 42}", 14) for i in range(10)]
    return draw(
        solid(body, YELLOW, 16),
        *ticks,
        face(256, 284, 1.0, cheeks=ORANGE),
        tilt=-42,
    )


def _city() -> Drawing:
    panes = [(42, 300), (88, 300), (42, 374), (88, 374)]
    panes += [(x, y) for x in (156, 206) for y in (104, 180, 256, 332)]
    panes += [(x, y) for x in (404, 450) for y in (226, 300, 374)]
    return draw(
        flat(line("M196,90V8", 18), INK),
        solid(box(14, 260, 128, 216, 12), TEAL),
        solid(poly("370,180 498,110,16 498,476 370,476", 12), PURPLE),
        solid(box(128, 60, 136, 416, 14), BLUE),
        solid(box(250, 250, 132, 226, 12), RED),
        solid(poly("316,166 402,264 230,264", 14), NIGHT),
        solid(box(0, 452, 512, 52, 24), LEAF, 8),
        *(flat(box(x, y, 32, 46, 6), YELLOW) for x, y in panes),
        flat(path("M286,454V402a30,30 0 0 1 60,0V454Z"), NIGHT),
        flat(circle(316, 320, 28), CREAM),
    )


def _scales() -> Drawing:
    pan = path("M-10,296H226Q218,404 108,404Q-2,404 -10,296Z")
    cords = line("M108,130L22,300M108,130L194,300", 16)
    backing = poly("108,130 194,300 22,300", 4)
    return draw(
        flat(backing, WHITE),
        flat(backing.flipped(), WHITE),
        solid(poly("222,120 290,120 302,440 210,440", 8), PURPLE),
        solid(box(126, 424, 260, 72, 32), PURPLE),
        solid(box(50, 92, 412, 58, 28), PURPLE),
        solid(circle(256, 84, 72), YELLOW),
        flat(cords, INK),
        flat(cords.flipped(), INK),
        solid(circle(108, 246, 64), RED, 12),
        solid(box(348, 186, 112, 112, 18), LEAF, 12),
        solid(pan, ORANGE, 18),
        solid(pan.moved(296, 0), ORANGE, 18),
        face(256, 74, 0.75),
    )


def _plus_minus() -> Drawing:
    plus = poly("180,0 332,0 332,112 444,112 444,264 332,264 332,376 180,376 180,264 68,264 68,112 180,112", 34)
    return draw(
        solid(box(68, 404, 376, 116, 34), ORANGE),
        solid(plus, BLUE, 18),
        face(256, 180, 1.5),
        gleam("M214,44V96"),
    )


def _kite() -> Drawing:
    sail = poly("256,-20 424,170 256,400 88,170", 20)
    bow = poly("0,0 52,-34 52,34 0,0 -52,34 -52,-34", 8)
    return draw(
        flat(line("M256,390C300,430 220,450 250,490S310,500 310,530", 16), INK),
        solid(sail, RED, 0),
        inside(
            sail,
            flat(box(256, -40, 300, 210, 0), YELLOW),
            flat(box(-44, 170, 300, 300, 0), SKY),
            flat(box(256, 170, 300, 300, 0), BLUE),
        ),
        mark("M256,0V380M108,170H404", 11),
        solid(bow.moved(250, 446), ORANGE, 8),
        solid(bow.turned(30, 0, 0).moved(290, 520), LEAF, 8),
        tilt=24,
    )


PLAYFUL_THINGS: Mapping[str, Drawing] = {
    "rocket": _rocket(),
    "fish": _fish(),
    "train": _train(),
    "castle": _castle(),
    "blocks": _blocks(),
    "abacus": _abacus(),
    "ladder": _ladder(),
    "ruler": _ruler(),
    "city": _city(),
    "scales": _scales(),
    "plus-minus": _plus_minus(),
    "kite": _kite(),
}
