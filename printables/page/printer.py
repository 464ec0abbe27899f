"""What a printer is off by, and how a page is moved so that it lands right all the same."""

from typing import Any, NamedTuple

from printables.page.paper import MM
from printables.page.places import SAME, Matrix


class Printer(NamedTuple):
    """What is added to a page so that it comes out of one printer where it should.

    Attributes:
        dx: How far everything moves to the right, in mm.
        dy: How far everything moves down, in mm.
        scale: How much everything grows around the middle of the sheet.
    """

    dx: float = 0.0
    dy: float = 0.0
    scale: float = 1.0


TRUE = Printer()
"""A printer that prints everything where it should be."""


def move(canvas: Any, printer: Printer, size: tuple[float, float]) -> None:
    """Move all that follows on a page as its printer needs it.

    Args:
        canvas: The reportlab canvas.
        printer: What it is off by.
        size: Width and height of the sheet in pt.
    """
    if printer != TRUE:
        canvas.transform(*moved(printer, size))


def moved(printer: Printer, size: tuple[float, float]) -> Matrix:
    """Give how a page is moved for its printer; arguments as for `move`."""
    if printer == TRUE:
        return SAME
    x, y = size[0] / 2, size[1] / 2
    scale, right, down = printer.scale, printer.dx * MM, printer.dy * MM
    return scale, 0.0, 0.0, scale, x * (1 - scale) + right, y * (1 - scale) - down
