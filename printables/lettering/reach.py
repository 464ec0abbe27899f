"""How far lines reach above and below where they stand, so that deep and high scripts stay clear of their neighbours."""

from functools import cache
from typing import NamedTuple

from printables.lettering.blocks import LINE_SPACING, Block
from printables.lettering.composing import Line
from printables.lettering.faces import known_face


class Reach(NamedTuple):
    """How far ink reaches from a baseline, in parts of the type size.

    Attributes:
        above: How far upwards.
        below: How far downwards.
    """

    above: float
    below: float


_USUAL = Reach(0.78, 0.25)
"""What plain Latin letters reach in all our fonts; known, so that a plain page looks into no font."""


def reach_of(text: Line) -> Reach:
    """Give how far a line reaches above and below its baseline; never less than plain Latin letters do."""
    if text.text.isascii():
        return _USUAL
    above, below = _USUAL
    for run in text.runs:
        drawn = [(glyph.char, glyph.y) for part in run.parts for glyph in part.glyphs]
        for char, raised in drawn or [(char, 0.0) for char in set(run.text)]:
            reach = _glyph_reach(run.font, char)
            above, below = max(above, reach.above + raised), max(below, reach.below - raised)
    return Reach(above, below)


@cache
def _glyph_reach(font: str, char: str) -> Reach:
    from printables.lettering.shaping import ink_of  # noqa: PLC0415 - plain lines load no shaping

    return Reach(*ink_of(known_face(font), char))


class Seat(NamedTuple):
    """Where a line is written.

    Attributes:
        size: Its type size in pt.
        y: Height of its baseline in pt.
    """

    size: float
    y: float


def seat(text: Line, wanted: Seat, bottom: float, top: float) -> Seat:
    """Move a line, and where that is not enough shrink it, so that its ink stays between two heights.

    Args:
        text: What is written.
        wanted: Where it stands if its ink has room there.
        bottom: What it may reach down to, in pt.
        top: What it may reach up to, in pt; plain letters never move for it, as pages are laid out for them.
    """
    above, below = reach_of(text)
    if (above, below) == _USUAL:
        return wanted
    size = min(wanted.size, (top - bottom) / (above + below))
    return Seat(size, min(max(wanted.y, bottom + below * size), top - above * size))


def overhang(block: Block) -> Reach:
    """Give how far a block reaches out of the height `write_down` takes for it, upwards and downwards, in pt."""
    first, last = reach_of(block.lines[0]), reach_of(block.lines[-1])
    up = (LINE_SPACING + 0.7) / 2
    return Reach(max(0.0, first.above - up) * block.size, max(0.0, last.below - (LINE_SPACING - up)) * block.size)
