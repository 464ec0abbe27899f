"""The spots of a wall chart: open, earned and beaten, as large as their cells allow or as real stickers are."""

from typing import Any

from reportlab.lib.colors import Color

from board.mastery.audience import Earned
from printables.page import shapes
from printables.page.hues import GOLD_EDGE, WHITE, Hue, Ink
from printables.page.pictures import DIE, Circle, Stamps
from printables.page.places import Box
from printables.page.stickers import draw_badge, draw_beaten, draw_earned, draw_open
from printables.wall.plan import Plan

_OPEN, _EARNED = 0.82, 0.92
_BLANK_CIRCLE, _BLANK_STAR = 1.04, 0.98
"""Without a sticker an open spot whispers; where real stickers go it is nearly as large as one. All in cells."""
_RING = 2.0
"""Width of the outline of a spot that has a size, in parts of a hundred of the spot."""
_STAR = 0.6


def draw_spot(
    stamps: Stamps, plan: Plan, hue: Hue, at: tuple[float, float], *, boss: bool, earned: Earned | None
) -> Box:
    """Draw one spot and give the box of its outline.

    Args:
        stamps: Of the document.
        plan: The chart's measures; where they name a width for the spots, an outline of just this width is on each.
        hue: Colours of the level.
        at: Its middle in pt.
        boss: Whether it is the Boss's.
        earned: Its sticker, None where it is open.
    """
    if plan.spot is not None:
        spot = Circle(*at, plan.spot)
        _draw_sized(stamps, plan, hue, spot, boss=boss, earned=earned)
        return spot.box
    if earned is not None:
        draw, across = (draw_beaten, 1.0) if boss else (draw_earned, _EARNED)
        spot = Circle(*at, across * plan.cell)
        draw(stamps, earned, hue, spot)
        return spot.box
    across = _OPEN
    if stamps.page.style.ink is Ink.BLANK:
        across = _BLANK_STAR if boss else _BLANK_CIRCLE
    return draw_open(stamps, hue, Circle(*at, across * plan.cell), boss=boss)


def _draw_sized(stamps: Stamps, plan: Plan, hue: Hue, spot: Circle, *, boss: bool, earned: Earned | None) -> None:
    """Draw a spot around its outline: a real sticker of that size covers it, whatever is printed in it."""
    if earned is None:
        stamps.stamp(f"room-{hue.name}", lambda canvas: _ring(canvas, hue.line, WHITE), spot)
        if boss:
            draw_open(stamps, hue, spot._replace(across=_STAR * spot.across), boss=True)
    elif boss:
        draw_beaten(stamps, earned, hue, spot._replace(across=plan.cell))
        stamps.stamp("ring-boss", lambda canvas: _ring(canvas, GOLD_EDGE, None), spot)
    else:
        stamps.stamp(f"ring-{hue.name}", lambda canvas: _ring(canvas, hue.deep, WHITE), spot)
        draw_badge(stamps, earned, hue, spot._replace(across=(1 - _RING / DIE) * spot.across))


def _ring(canvas: Any, colour: Color, ground: Color | None) -> None:
    shapes.disc(canvas, 0, 0, DIE / 2, shapes.Look(ground, colour, _RING))
