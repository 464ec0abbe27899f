"""Where big tiles lie in the room there is. Pure; sizes in cells."""

from board.art.child_signs import SIDE
from board.widgets.box import Box

LINES = SIDE // 2
"""Lines of a picture as large as it is drawn."""

LEAST_WIDE = SIDE + 1
"""Cells of a tile at the least: a picture, and air right of it."""

LEAST_HIGH = SIDE // 2 + 2
"""Lines of a tile at the least: a picture, and a line of words."""

RIMS = 2
"""Cells for the frame of a tile, left and right, above and below."""

_WIDEST, _HIGHEST = 44, 22
"""Cells and lines of a tile at the most, the lines only in an upright room: in a wide one it is as high as there is room."""

_TALL = 2
"""A cell is about so many times as high as wide."""

_LONGEST, _FLATTEST = 0.4, 2.4
"""How many times as wide as high a tile should be at the least and at the most in an upright room."""


def tiles_in(width: int, height: int) -> int:
    """Give how many tiles with their pictures have room.

    Args:
        width: Cells across.
        height: Lines.
    """
    return max(1, width // LEAST_WIDE) * max(1, height // LEAST_HIGH)


def tiles_across(many: int, width: int, height: int) -> int:
    """Give how many tiles stand side by side, so that they look best.

    Args:
        many: How many there are.
        width: Cells across.
        height: Lines.
    """
    each = [-(-many // rows) for rows in range(1, many + 1)]
    return max(dict.fromkeys(each), key=lambda across: _looks(many, across, width, height)) if each else 1


def tile_place(number: int, many: int, width: int, height: int) -> Box:
    """Give where a tile is, the air right of it left out.

    Args:
        number: Its number, from 0.
        many: How many there are.
        width: Cells across.
        height: Lines.
    """
    across = tiles_across(max(1, many), width, height)
    rows = -(-max(1, many) // across)
    row, column = divmod(number, across)
    wide, high = min(_WIDEST, width // across), _high(rows, width, height)
    here = min(across, max(1, many) - row * across)
    start = (width - here * wide) // 2
    top = (height - rows * high) // 2 if _is_upright(width, height) else 0
    return Box(start + column * wide, max(0, top) + row * high, wide - 1, high)


def _looks(many: int, across: int, width: int, height: int) -> tuple[int, bool, int, int]:
    """Tell how well tiles look with so many side by side: how large their pictures are, their shape, no gaps, their size."""
    rows = -(-many // across)
    wide, high = min(_WIDEST, width // across), _high(rows, width, height)
    if wide < LEAST_WIDE or high < LINES:
        times = 0
    elif high < LEAST_HIGH:
        times = 1
    else:
        times = 3 if wide >= 2 * LEAST_WIDE + RIMS and high > 2 * LINES + RIMS else 2
    has_shape = not _is_upright(width, height) or _LONGEST <= wide / (_TALL * high) <= _FLATTEST
    return times, has_shape, -int(many % across > 0), min(wide, _TALL * high)


def _is_upright(width: int, height: int) -> bool:
    return _TALL * height > width


def _high(rows: int, width: int, height: int) -> int:
    high = max(1, height // rows)
    return min(_HIGHEST, high) if _is_upright(width, height) else high
