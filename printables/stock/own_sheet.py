"""A label sheet no list knows, described by six numbers taken with a ruler."""

import math
import re
from collections.abc import Iterable

from printables.stock.labels import OWN, PAGES_MM, Stock, shortened

SLACK = 0.5
"""What a ruler in a teacher's hand may be off, in mm."""

_EDGE = 3.0
"""Makers leave this much free where the sheet ends, in mm: printers can't reach it."""

_SMALLEST = 5.0
"""A side under this many mm is no sticker but a slip, mostly inches taken for mm."""

_SIX = "left, top, width, height, across, down"


def own_sheet(  # noqa: PLR0917 - six numbers in the order of the packs
    page: str,
    left: float,
    top: float,
    width: float,
    height: float,
    across: float,
    down: float,
    *,
    round: bool | None = None,  # noqa: A002 - named like the field it fills
) -> Stock:
    """Describe a sheet no list knows by six numbers taken with a ruler.

    As many columns and rows are counted as fit on the page. A last label that would end in the strip printers
    can't reach is not one, unless the first begins in such a strip too: after the 20 rows of Avery 5167 a 21st
    would end exactly at the paper's edge.

    Args:
        page: "letter" or "a4".
        left: From the page's left edge to the first label, in mm.
        top: From the page's top edge to the first label, in mm.
        width: Width of a label in mm.
        height: Height of a label in mm.
        across: From the left side of a label to the left side of the next, in mm.
        down: From the top of a label to the top of the one below, in mm.
        round: Whether labels are circles; when not told, they are if as wide as high.

    Raises:
        ValueError: The numbers can't be those of a sheet of labels.
    """
    if page not in PAGES_MM:
        raise ValueError(f'"{shortened(page)}" is no page labels come on; choose {" or ".join(PAGES_MM)}.')
    _check_numbers((left, top, width, height, across, down))
    page_width, page_height = PAGES_MM[page]
    columns = _how_many(page_width, left, width, across)
    rows = _how_many(page_height, top, height, down)
    if not columns or not rows:
        size = f"{page_width:g} x {page_height:g} mm"
        raise ValueError(f"The first label ends outside the page, which is {size}; measure left and top anew.")
    circle = width == height if round is None else round
    label = (width, height, columns, rows, left, top, across, down)
    return Stock(OWN, "my own sheet", page, circle, *label, source="measured by hand", confidence="measured")


def _check_numbers(numbers: Iterable[float]) -> None:
    left, top, width, height, across, down = numbers
    if not all(map(math.isfinite, (left, top, width, height, across, down))):
        raise ValueError(f"A sheet of labels is described by six plain numbers in mm: {_SIX}.")
    if left < 0 or top < 0:
        raise ValueError("Left and top can't be below 0; they are measured in mm from the page's top left corner.")
    if min(width, height) < _SMALLEST:
        size = f"{width:g} x {height:g} mm"
        raise ValueError(f"A label of {size} is too small for a sticker; give all six numbers in mm, not in inches.")
    if across < width or down < height:
        raise ValueError(
            "Labels can't overlap: across and down go from one label to the same side of the next, "
            "so they are at least as long as a label is wide and high."
        )


def _how_many(room: float, first: float, size: float, pitch: float) -> int:
    if first + size > room + SLACK:
        return 0
    last = room - min(first, _EDGE) + SLACK - size
    return max(1, int((last - first) / pitch) + 1)


def parse_own_sheet(text: str, page: str) -> Stock:
    """Read the six numbers of `own_sheet` as a teacher types them.

    Args:
        text: Numbers separated by spaces, semicolons or commas; between spaces or semicolons a comma may be
            the decimal sign.
        page: "letter" or "a4".

    Raises:
        ValueError: There are not six numbers, or they can't be those of a sheet of labels.
    """
    # A comma next to a space parts two numbers; inside a number it is the decimal sign, unless there are only commas.
    parts = re.sub(r",(?!\S)|(?<!\S),|;", " ", text).split()
    parts = text.split(",") if len(parts) == 1 else parts
    match [_number(part) for part in parts]:
        case [left, top, width, height, across, down]:
            return own_sheet(page, left, top, width, height, across, down)
    raise ValueError(f"A sheet of your own is six numbers in mm, {_SIX}, and here are {len(parts)}.")


def _number(text: str) -> float:
    if not re.fullmatch(r"[+-]?(\d+[.,]?\d*|\.\d+)", text.strip()):
        raise ValueError(f'"{shortened(text)}" is not a number; a sheet of your own is six numbers in mm: {_SIX}.')
    return float(text.replace(",", "."))
