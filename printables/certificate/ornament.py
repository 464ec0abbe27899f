"""The ornament of a certificate: a scalloped frame, the rays of a sun, the ribbon of a rosette."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from printables.page import shapes
from printables.page.document import Document
from printables.page.hues import WHITE, Hue
from printables.page.paper import MARGIN
from printables.page.pictures import DIE, Circle, Stamps
from printables.page.shapes import Look

_SCALLOP = 8.0
"""Radius of a scallop of the frame in pt on A4."""

_RAYS = 24


def draw_frame(stamps: Stamps, hue: Hue) -> None:
    """Draw the scalloped frame along the margins of the page, the same on every page of one hue."""
    page = stamps.page
    width, height = page.style.surface.size(landscape=True)
    unit = DIE / width  # a stamp is drawn `DIE` pt wide
    scallop, inset = _SCALLOP * page.scale * unit, MARGIN * unit
    box = (
        inset - width * unit / 2,
        inset - height * unit / 2,
        (width - 2 * MARGIN) * unit,
        (height - 2 * MARGIN) * unit,
    )
    stamps.stamp(
        f"frame-{hue.name}",
        lambda canvas: _frame(canvas, hue, box, (scallop, unit * page.scale)),
        Circle(width / 2, height / 2, width),
    )


def _frame(canvas: Any, hue: Hue, box: tuple[float, float, float, float], sizes: tuple[float, float]) -> None:
    (left, bottom, width, height), (scallop, unit) = box, sizes
    look = Look(hue.panel, hue.line, 0.9 * unit)
    across, up = (left + scallop, left + width - scallop), (bottom + scallop, bottom + height - scallop)
    for x in _even(*across, scallop):
        for y in up:
            shapes.disc(canvas, x, y, scallop, look)
    for y in _even(*up, scallop)[1:-1]:
        for x in across:
            shapes.disc(canvas, x, y, scallop, look)
    inner = (across[0], up[0], across[1] - across[0], up[1] - up[0])
    shapes.panel(canvas, inner, 5 * unit, Look(WHITE, hue.line, 0.9 * unit))
    gap = 4.5 * unit
    line = (inner[0] + gap, inner[1] + gap, inner[2] - 2 * gap, inner[3] - 2 * gap)
    shapes.panel(canvas, line, 4 * unit, Look(stroke=hue.deep, width=1.4 * unit))


def _even(start: float, end: float, radius: float) -> list[float]:
    """Give the middles of discs that touch, from one corner to the other."""
    steps = max(round((end - start) / (2 * radius)), 1)
    return [start + (end - start) * at / steps for at in range(steps + 1)]


def draw_rays(stamps: Stamps, hue: Hue, at: Circle, behind: Sequence[tuple[float, float]]) -> None:
    """Draw the rays of a calm sun; where ink is saved short strokes that show whole.

    Args:
        stamps: Of the document.
        hue: Colours of the level.
        at: Where.
        behind: Middle and half width in radians of what lies upon it at its edge; wide rays shine out from behind.
    """
    turns = [2 * math.pi * (ray + 0.5) / _RAYS for ray in range(_RAYS)]
    if hue.panel != WHITE:
        stamps.stamp(f"rays-{hue.name}", lambda canvas: _wide_rays(canvas, hue, turns), at)
        return
    clear = [turn for turn in turns if all(_apart(turn, middle) > half for middle, half in behind)]
    stamps.stamp(f"rays-{hue.name}-{len(behind)}", lambda canvas: _thin_rays(canvas, hue, clear), at)


def _wide_rays(canvas: Any, hue: Hue, turns: Sequence[float]) -> None:
    half = math.pi / _RAYS / 2
    for turn in turns:
        _polygon(canvas, [(0.0, 0.0), _at(turn - half, DIE / 2), _at(turn + half, DIE / 2)], Look(hue.panel))


def _thin_rays(canvas: Any, hue: Hue, turns: Sequence[float]) -> None:
    Look(stroke=hue.line, width=0.5).put_on(canvas)
    for turn in turns:
        canvas.line(*_at(turn, 0.42 * DIE), *_at(turn, DIE / 2))


def _apart(one: float, other: float) -> float:
    return abs((one - other + math.pi) % (2 * math.pi) - math.pi)


def _at(turn: float, radius: float) -> tuple[float, float]:
    return radius * math.cos(turn), radius * math.sin(turn)


def draw_ribbon(stamps: Stamps, hue: Hue, at: Circle) -> None:
    """Draw the two ends of a ribbon that hang from a rosette at this place; the rosette lies upon them."""
    stamps.stamp(f"ribbon-{hue.name}", lambda canvas: _ribbon(canvas, hue), at)


def _ribbon(canvas: Any, hue: Hue) -> None:
    canvas.setLineJoin(1)
    for side in (-1, 1):
        canvas.saveState()
        canvas.rotate(side * 17)
        _polygon(canvas, [(-13, 0), (-13, -88), (0, -77), (13, -88), (13, 0)], Look(hue.strip, hue.deep, 0.8))
        canvas.restoreState()


def draw_string(page: Document, hue: Hue, at: Circle, angles: list[float]) -> None:
    """Draw the string that holds stickers around a middle.

    Args:
        page: The page.
        hue: Colours of the level.
        at: Middle of the arc, and its width, in pt.
        angles: Where the stickers hang, in radians; it runs a little past the outer ones.
    """
    radius, end = at.across / 2, 0.16
    points = [angles[0] - end, *angles, angles[-1] + end] if len(angles) > 1 else []
    Look(stroke=hue.line, width=1.4 * page.scale).put_on(page.canvas)
    for start, stop in pairwise(points):
        box = (at.x - radius, at.y - radius, at.x + radius, at.y + radius)
        page.canvas.arc(*box, math.degrees(start), math.degrees(stop - start))


def _polygon(canvas: Any, corners: list[tuple[float, float]], look: Look) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, **look.put_on(canvas))
