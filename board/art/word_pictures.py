"""Pictures of picture words drawn anew for the screen, where made smaller they look like something else than on the card."""

from functools import cache

from board.art.cells import AIR, Pixels
from board.art.letter_pictures import AIR as CLEAR
from board.art.letter_pictures import Sheets, letter_picture

_SMALL: Sheets = {
    ("kite", "open-book"): (
        "....ry...|.........",
        "...rryy..|rrrr.rrrr",
        "..rrryyy.|rwwwrwwwr",
        ".rrrryyyy|rwkwrwowr",
        "..sssbbb.|rwwwrooor",
        "...ssbb..|rwkwrwowr",
        "....sb...|rwwwrwwwr",
        "...od....|rrrrrrrrr",
        ".ggo.....|....r....",
    ),
}
_USUAL: Sheets = {
    ("kite", "open-book"): (
        "......r....|...........",
        ".....rry...|.rrrr.rrrr.",
        "....rrryy..|rwwwwrwwwwr",
        "...rrrryyy.|rwwwwrwwwwr",
        "..rrrrryyyy|rwkkwrwwowr",
        "...ssssbbb.|rwwwwrwooor",
        "....sssbb..|rwkkwrwwowr",
        ".....ssb...|rwwwwrwwwwr",
        "......d....|rwwwwrwwwwr",
        "..o.od.....|rrrrrrrrrrr",
        ".ggooo.....|.....r.....",
    ),
}
_SHEETS = {9: _SMALL, 11: _USUAL}
"""By their sides in pixels."""

_FINE = 20
"""Side from which on the picture that is made smaller is clear."""


@cache
def word_picture(name: str, side: int) -> Pixels | None:
    """Draw a picture, in the middle of its room; None where the one that is made smaller is clear.

    Args:
        name: Name of the picture.
        side: Side of its room in pixels, the last ones air.
    """
    fits = [own for own in _SHEETS if own + AIR <= side < _FINE]
    if not fits or not any(name in names for names in _USUAL):
        return None
    own = max(fits)
    before = (side - AIR - own) // 2
    after = side - own - before
    drawn = letter_picture(_SHEETS[own], name, (0, 0, 0))
    rows = tuple((*(CLEAR,) * before, *row, *(CLEAR,) * after) for row in drawn)
    return (*((CLEAR,) * side,) * before, *rows, *((CLEAR,) * side,) * after)
