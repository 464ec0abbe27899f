"""The signs of the kiosk, drawn pixel by pixel for children who do not read yet."""

from functools import cache

from board.art.cells import Colour, Pixels
from board.art.child_signs import NAMES as CHILD_SIGNS
from board.art.child_signs import child_sign
from board.art.letter_pictures import AIR, Sheets, letter_picture
from board.art.pin_signs import key_sign

_SHEETS: Sheets = {
    ("touch", "key", "card", "wave", "still_here"): (
        "....bbbb...|...yyyy....|...........|.#..n.n..#.|...ddddd...",
        "...nnnnnn..|..yy..yy...|kkkkkkkkkkk|#.n.n.n.n.#|..dddddddd.",
        ".nnnnnnnn..|..yy..yy...|wwwwwwwwwww|#.n.n.n.n.#|..dnnnnnd..",
        ".nnnnnnnn..|...yyyy....|wrrwyyywggw|.#n.n.n.n#.|..nnnnnnn..",
        "...nnnnnn..|....yy.....|wrrwyyywggw|..nnnnnnn..|..nwdnwdn..",
        "...nn.n.n..|....yy.....|wrrwyyywggw|.nnnnnnnn..|..nnnnnnn..",
        "y..nn....y.|....yyyy...|wwwwwwwwwww|nnnnnnnnn..|..nnnrrnn..",
        ".y.nn...y..|....yy.....|wkkkkkkkkww|n.nnnnnnn..|...nnnnn...",
        "..rnnrrr...|....yyy....|wkkkkkwwwww|...nnnnn...|..bbbbbbb..",
        ".rrrrrrrr..|....yyyy...|wwwwwwwwwww|....bbb....|.bbbbbbbbb.",
        "kkkkkkkkkk.|....yy.....|...........|....bbb....|.bb.bbb.bb.",
    ),
    ("small_key",): (
        ".##...",
        "#..#..",
        "#..#..",
        ".##...",
        ".##...",
        ".###..",
        ".##...",
        ".###..",
    ),
    ("grown_up", "next_page", "larger", "asks"): (
        "..ddd......|...........|#####......|..#####....",
        "..nnn......|.#.........|##.........|.##...##...",
        "..nnn......|.##........|#.#....#...|......##...",
        ".ggggg..d..|.###.......|#..#..#....|.....##....",
        "ggggggg.nn.|.####......|#...#......|....##.....",
        "ggggggg.n..|.#####.....|.....#.....|....##.....",
        "n.ggg.nnrr.|.####......|......#...#|...........",
        "..bbb..rrr.|.###.......|....#..#..#|....##.....",
        "..b.b...rr.|.##........|...#....#.#|....##.....",
        "..b.b...b..|.#.........|.........##|...........",
        "..d.d...b..|...........|......#####|...........",
    ),
}

NAMES = tuple(name for names in _SHEETS for name in names)
"""What there is a sign for, beside those of a child's own page."""


@cache
def kiosk_sign(name: str, ink: Colour) -> Pixels:
    """Draw a sign, with a row and a column of air, as big as a sticker.

    Args:
        name: One of `NAMES`, or of those of a child's own page.
        ink: Colour of its lines.
    """
    if name in CHILD_SIGNS:
        return child_sign(name, ink)
    rows = tuple((*row, AIR) for row in letter_picture(_SHEETS, name, ink))
    return (*rows, (AIR,) * len(rows[0]))


_ARROW = ("...#...", "..##...", ".######", "#######", ".######", "..##...", "...#...")
_COARSE_ARROW = (".##....", ".##....", "#######", "#######", ".##....", ".##....")
"""The same where both halves of a cell have one colour."""


@cache
def arrow(ink: Colour, *, back: bool, coarse: bool = False) -> Pixels:
    """Draw an arrow to the left, where one goes back, or to the right.

    Args:
        ink: Its colour.
        back: Whether to the left.
        coarse: Whether both halves of a cell must have one colour.
    """
    lines = [line if back else line[::-1] for line in (_COARSE_ARROW if coarse else _ARROW)]
    return tuple(tuple((*ink, 255) if letter == "#" else AIR for letter in line) for line in lines)


@cache
def digit(number: int, ink: Colour) -> Pixels:
    """Draw a digit, three pixels wide and five high."""
    return key_sign(str(number), ink)
