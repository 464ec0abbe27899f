"""Tiles with words on them, painted as lines of text: what fingers tap where the house draws no pictures."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual.content import Content

from board.widgets.box import Box

HIGH, NARROWEST = 3, 6
"""Lines and cells of the smallest target a finger hits for sure, about 44 px each way."""

GAP = 1
"""Cells and lines between tiles."""

REST, PRESSED, CHOSEN = "$foreground on $panel", "bold $background on $accent", "$foreground on $accent 35%"
"""How a tile looks: as it lies there, under a finger, and where it is the one that counts."""


class Tile(NamedTuple):
    """One tile.

    Attributes:
        box: Where it lies, in the cells of its widget.
        lines: What stands on it, from its top.
        look: Style of its ground, and of what has no style of its own.
        is_centered: Whether its lines stand in the middle, else at its left.
    """

    box: Box
    lines: tuple[Content, ...]
    look: str = REST
    is_centered: bool = True


def boxes(many: int, across: int, room: int, *, top: int = 0, high: int = HIGH, widest: int | None = None) -> list[Box]:
    """Lay out boxes of one height in rows.

    Args:
        many: How many.
        across: How many stand in a row.
        room: Cells across; what does not go into all is given to the first boxes of a row.
        top: Line of the first row.
        high: Lines of each.
        widest: Cells of each at the most, None for as many as there are; narrower rows stand in the middle.
    """
    wide, over = divmod(room - (across - 1) * GAP, across)
    before = 0
    if widest is not None and wide >= widest:
        before, wide, over = (room - across * widest - (across - 1) * GAP) // 2, widest, 0
    placed = []
    for at in range(many):
        row, column = divmod(at, across)
        left = before + column * (wide + GAP) + min(column, over)
        placed.append(Box(left, top + row * (high + GAP), wide + (column < over), high))
    return placed


def bottom(placed: Iterable[Box]) -> int:
    """Give the line below the lowest of some boxes."""
    return max((box.top + box.high for box in placed), default=0)


def drawn(tiles: Sequence[Tile], width: int) -> Content:
    """Draw tiles, with nothing between them.

    Args:
        tiles: From the upper left to the lower right; none lies over another.
        width: Cells across.
    """
    lines = []
    for y in range(bottom(tile.box for tile in tiles)):
        parts: list[Content] = []
        at = 0
        for tile in (tile for tile in tiles if tile.box.top <= y < tile.box.top + tile.box.high):
            parts += [Content(" " * (tile.box.left - at)), _slice(tile, y - tile.box.top)]
            at = tile.box.left + tile.box.wide
        lines.append(Content("").join(parts).pad_right(max(0, width - at)))
    return Content("\n").join(lines)


def _slice(tile: Tile, line: int) -> Content:
    room = tile.box.wide
    said = (tile.lines[line] if line < len(tile.lines) else Content()).truncate(room, ellipsis=True)
    gap = room - said.cell_length
    before = gap // 2 if tile.is_centered else min(1, gap)
    return said.pad_left(before).pad_right(gap - before).stylize_before(tile.look)
