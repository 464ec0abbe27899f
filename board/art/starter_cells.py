"""The starter art made ready for the cells of the screen, before anybody asks for it."""

from pathlib import Path

from board.art.cells import StickerCells
from board.art.shelf import SIZES
from board.art.starter import emblems, step_badges

_SIDES = (*SIZES, 18, 24)
"""Where it stands on screens: in the grid, on big tiles, on a child's own page."""


def prepare_starters(cache: Path) -> None:
    """Make what is not there yet.

    Args:
        cache: The folder of `StickerCells`.
    """
    cells = StickerCells(cache)
    for picture in (*step_badges().values(), *emblems().values()):
        for side in _SIDES:
            cells.pixels(picture, side)
