"""A picture that somebody brings, taken in and shown: what is done with it elsewhere, in one go."""

from pathlib import Path

from board.art.cells import Pixels
from board.art.intake import Taken, take_in
from board.art.preview import picture_in


def taken_and_shown(path: Path, px: int) -> tuple[Taken, Pixels]:
    """Take a picture in, and show it.

    Args:
        path: The file.
        px: Side of the square it is shown in, in px of half a cell.

    Raises:
        Refusal: It can't be taken in.
        OSError: It can't be shown.
    """
    taken = take_in(path)
    return taken, picture_in(taken.png, px)


def shown_small(path: Path, sides: tuple[int, ...]) -> tuple[Pixels, ...]:
    """Show a picture small, in several sizes.

    Args:
        path: The file.
        sides: Sides of the squares it is shown in, in px of half a cell.

    Raises:
        Refusal: It can't be taken in.
        OSError: It can't be shown.
    """
    png = take_in(path).png
    return tuple(picture_in(png, side) for side in sides)
