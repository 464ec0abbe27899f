"""A spot of a child's own chart: open or under its sticker, equally big in both."""

from board.mastery.audience import Earned
from printables.page import shapes
from printables.page.hues import WHITE, Hue
from printables.page.pictures import DIE, Circle, Stamps
from printables.page.places import Box
from printables.page.shapes import Look
from printables.page.stickers import draw_beaten, draw_earned, draw_open

_LINE, _THIN = 2.0, 1.0
"""Width of the outline of an open spot, and of one under a sticker or a Boss, in parts of a hundred of the spot's width."""

_STAR = 0.86
"""Share of a round spot a Boss's star takes."""


def draw_spot(stamps: Stamps, sticker: Earned | None, hue: Hue, at: Circle, *, boss: bool, is_round: bool) -> Box:
    """Draw a spot.

    Args:
        stamps: Of the document.
        sticker: What covers it, None while it is open.
        hue: Colours of the level.
        at: Where; the middle of its outline lies on this circle.
        boss: Whether it is a Boss: a star while it is open, a rosette once it is beaten.
        is_round: Whether a real round sticker comes onto it, so that all of them show its circle.

    Returns:
        The box of its outline.
    """
    if is_round and (boss or sticker is not None):
        _draw_ring(stamps, hue, at, _THIN)
    if sticker is not None:
        (draw_beaten if boss else draw_earned)(stamps, sticker, hue, at)
    elif boss and is_round:
        draw_open(stamps, hue, at._replace(across=_STAR * at.across), boss=True)
    elif boss:
        return draw_open(stamps, hue, at, boss=True)
    else:
        _draw_ring(stamps, hue, at, _LINE)
    return at.box


def _draw_ring(stamps: Stamps, hue: Hue, at: Circle, width: float) -> None:
    look = Look(WHITE, hue.line, width)
    stamps.stamp(f"ring-{hue.name}-{width:g}", lambda canvas: shapes.disc(canvas, 0, 0, DIE / 2, look), at)
