"""The signs of the keypad on which an adult types the PIN: big digits, a lock, an arrow back, a tick."""

from board.art.cells import Colour, Pixels
from board.art.letter_pictures import Sheets, letter_picture

_KEYS: Sheets = {
    ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "done", "leave"): (
        "###|.#.|##.|##.|#.#|###|.##|###|###|###|..#..|....#|..#..",
        "#.#|##.|..#|..#|#.#|#..|#..|..#|#.#|#.#|.##..|...##|.##..",
        "#.#|.#.|.#.|.#.|###|##.|###|.#.|###|###|#####|#.##.|#####",
        "#.#|.#.|#..|..#|..#|..#|#.#|.#.|#.#|..#|.##..|###..|.##..",
        "###|###|###|##.|..#|##.|###|.#.|###|##.|..#..|.#...|..#..",
    ),
}
_LOCK: Sheets = {
    ("lock", "open"): (
        "..#####..|..#####..",
        ".##...##.|.##...##.",
        ".#.....#.|.#.....#.",
        ".#.....#.|.#.......",
        "yyyyyyyyy|ggggggggg",
        "yyydddyyy|gggdddggg",
        "yyydddyyy|gggdddggg",
        "yyyydyyyy|ggggdgggg",
        "yyyydyyyy|ggggdgggg",
        "yyyyyyyyy|ggggggggg",
    ),
}

DOWN = 5
"""Pixels down of the sign of a key."""


def key_sign(name: str, ink: Colour) -> Pixels:
    """Draw the sign of a key.

    Args:
        name: A digit, "erase", "done" or "leave".
        ink: Its colour.
    """
    return letter_picture(_KEYS, name, ink)


def lock_sign(ink: Colour, *, is_open: bool = False) -> Pixels:
    """Draw a lock, ten pixels high.

    Args:
        ink: Colour of its bow.
        is_open: Whether it is open.
    """
    return letter_picture(_LOCK, "open" if is_open else "lock", ink)
