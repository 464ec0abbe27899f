"""Where everything stands in the studio, for a window that is wide and for one that is high. Pure; sizes in cells."""

from collections.abc import Mapping
from typing import NamedTuple

from board.widgets.box import Box

ROOMY = (100, 32)
"""Columns and lines from which the paper is big though everything else stands beside it."""

_TALL = 36
"""Lines from which nothing has to stand close."""

_LARGE, _SMALL = (48, 24), (24, 12)
"""Cells of the paper, its frame not counted."""

_NARROW = 80
"""Columns below which nothing has room beside the paper."""

_SLIMMEST, _LOWEST = 40, 40
"""Columns and lines with which a narrow window still shows everything."""

_BROAD_LOWEST = 46
"""Lines with which a window of at least `_NARROW` columns shows everything below the paper."""

_TILE, _ROOMIEST_TILE = 4, 6
"""Lines of a tile at the least, and at the most."""

_ACROSS = 4
"""Tiles side by side in a narrow window."""

_WIDEST = 60
"""Columns that a narrow layout takes at the most, so that it hangs together."""

_CHIP = 3
"""Lines of a chip of colour."""

_SPOT = (16, 6)
_BACK = 10
_SAID = 2
_TITLE = 1


class StudioPlan(NamedTuple):
    """How the studio is laid out.

    Attributes:
        places: Where each part stands; a part that is not named has no room.
        is_large: Whether the paper is so large that it may have tiny squares.
        is_upright: Whether everything stands below the paper, and all tiles together.
        is_slim: Whether the frame of the paper has a left and a right side alone.
        tiles_across: Tiles side by side where they stand all together; else the tools.
        acts_across: Tiles side by side of what else one does, where they stand apart.
        chips_across: Chips of colours side by side.
        is_close: Whether the words stand on one line without a frame.
    """

    places: Mapping[str, Box]
    is_large: bool = False
    is_upright: bool = False
    is_slim: bool = False
    tiles_across: int = 2
    acts_across: int = 4
    chips_across: int = 12
    is_close: bool = False


def plan_studio(width: int, height: int, *, foot: int) -> StudioPlan:
    """Lay the studio out for a window.

    Args:
        width: Cells across.
        height: Lines.
        foot: Lines of keys at the foot; none where fingers touch, as everything has a tile.
    """
    if width < _NARROW and width >= _SLIMMEST and height >= _LOWEST:
        return _slim(width, height)
    if _NARROW <= width < ROOMY[0] and height - foot >= _BROAD_LOWEST:
        return _broad(width, height, foot)
    if width >= ROOMY[0] and height >= ROOMY[1] + (1 if foot == 0 else 0):
        return _beside(width, height, foot)
    return _low(width, height, foot)


def _with_ends(parts: Mapping[str, Box], width: int, height: int, foot: int) -> dict[str, Box]:
    """Add the title and the lines of keys."""
    ends = {"title": Box(0, 0, width, _TITLE)}
    return {**ends, **parts, **({"foot": Box(0, height - foot, width, foot)} if foot else {})}


def _moved(parts: Mapping[str, Box], right: int, down: int) -> dict[str, Box]:
    return {name: box._replace(left=box.left + right, top=box.top + down) for name, box in parts.items()}


def _low(width: int, height: int, foot: int) -> StudioPlan:
    """Lay out a low window: tools, paper, and everything else side by side, in 80 columns."""
    parts = {
        "tools": Box(0, 1, 22, 12),
        "frame": Box(22, 0, _SMALL[0] + 2, _SMALL[1] + 2),
        "spot": Box(48, 1, *_SPOT),
        "said": Box(64, 1, 16, 6),
        "acts": Box(48, 7, 32, 4),
        "done": Box(48, 11, 22, 3),
        "back": Box(71, 11, 9, 3),
        "chips": Box(0, 14, 80, _CHIP),
        "label": Box(4, 17, 18, 3),
        "words": Box(22, 17, 54, 3),
    }
    top = _TITLE + max(0, height - _TITLE - foot - 20) // 2
    return StudioPlan(_with_ends(_moved(parts, max(0, width - 80) // 2, top), width, height, foot))


def _beside(width: int, height: int, foot: int) -> StudioPlan:
    """Lay out a wide window: as a low one, with a big paper."""
    is_full = foot > 0 and height == ROOMY[1]
    foot = 1 if is_full else foot
    is_tall = height >= _TALL or (foot == 0 and height > ROOMY[1])
    air = int(is_tall and height - foot >= _TALL - 1)
    line = 26 + air + _CHIP + air
    lines = 3 if is_tall else 1
    said, side = (Box(89, 1, 11, 6), 0) if foot else (Box(73, 7, 27, 3), 2)
    parts = {
        "tools": Box(0, 4, 22, 18),
        "frame": Box(22, 0, _LARGE[0] + 2, _LARGE[1] + 2),
        "spot": Box(73 if foot else 73 + (27 - _SPOT[0]) // 2, 1 if foot else 0, *_SPOT),
        "said": said,
        "acts": Box(73, 8 + side, 27, 10),
        "done": Box(73, 19 + side // 2, 27, 3),
        "back": Box(73, 23, 27, 3),
        "chips": Box(2, 26 + air, 96, _CHIP),
        "label": Box(2, line, 18, lines),
        "words": Box(20, line, 78, lines),
    }
    top = _TITLE + max(0, height - _TITLE - foot - line - lines) // 2
    places = _with_ends(_moved(parts, (width - 100) // 2, top), width, height, foot)
    return StudioPlan(places, is_large=True, acts_across=3, is_close=not is_tall)


def _slim(width: int, height: int) -> StudioPlan:
    """Lay out a phone held upright: the paper, colours, all tiles, and at the foot the spot and what is said of it."""
    room, left = min(width, _WIDEST), (width - min(width, _WIDEST)) // 2
    rest = _TITLE + _SAID + 2 * _CHIP + 3 * _TILE + 1 + _SPOT[1]
    paper = _LARGE if room >= _LARGE[0] + 2 and height >= rest + _LARGE[1] else _SMALL
    spare = height - rest - paper[1]
    tile = min(_ROOMIEST_TILE, _TILE + spare // 3)
    spare -= 3 * (tile - _TILE)
    air = int(spare > 1)
    top = _TITLE + (spare - 2 * air) // 2
    has_spot = room >= _LARGE[0]
    beside = _SPOT[0] + 1 if has_spot else 0
    said = top + paper[1]
    chips = said + _SAID
    tiles = chips + 2 * _CHIP + air
    foot = tiles + 3 * tile + 1 + air
    parts = {
        "frame": Box((room - paper[0] - 2) // 2, top, paper[0] + 2, paper[1]),
        "said": Box(0, said, room, _SAID),
        "chips": Box(room % 6 // 2, chips, room // 6 * 6, 2 * _CHIP),
        "tools": Box(room % _ACROSS // 2, tiles, room // _ACROSS * _ACROSS, 3 * tile),
        "words": Box(beside, foot, room - beside, 3),
        "done": Box(beside, foot + 3, room - beside - _BACK - 1, 3),
        "back": Box(room - _BACK, foot + 3, _BACK, 3),
        **({"spot": Box(0, foot, *_SPOT)} if has_spot else {}),
    }
    places = _with_ends(_moved(parts, left, 0), width, height, 0)
    return StudioPlan(places, paper is _LARGE, is_upright=True, is_slim=True, tiles_across=_ACROSS, chips_across=6)


def _broad(width: int, height: int, foot: int) -> StudioPlan:
    """Lay out a tablet held upright: the paper with its spot beside it, and all tiles below."""
    across, side = 6, 52
    tall = _LARGE[1] + 2
    spare = height - foot - _BROAD_LOWEST
    air = min(1, spare // 2)
    tile = 5 + min(1, (spare - 2 * air) // 2)
    top = _TITLE + max(0, spare - 2 * air - 2 * (tile - 5)) // 2
    chips = tall + air
    tiles = chips + 2 * _CHIP + air
    words = tiles + 2 * tile
    parts = {
        "frame": Box(0, 0, _LARGE[0] + 2, tall),
        "spot": Box(side + (28 - _SPOT[0]) // 2, 2, *_SPOT),
        "said": Box(side, 9, 28, 4),
        "done": Box(side, 15, 28, 5),
        "back": Box(side, 21, 28, 4),
        "chips": Box(1, chips, 78, 2 * _CHIP),
        "tools": Box(1, tiles, 78, 2 * tile),
        "label": Box(2, words, 18, 3),
        "words": Box(20, words, 58, 3),
    }
    places = _with_ends(_moved(parts, (width - 80) // 2, top), width, height, foot)
    return StudioPlan(places, is_large=True, is_upright=True, tiles_across=across, chips_across=6)
