"""Shapes of the charts: discs, stars, scalloped rims, panels and pills."""

import math
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color
from reportlab.pdfgen.pathobject import PDFPathObject

from printables.page.hues import GOLD, GOLD_EDGE, WHITE, Hue

_SCALLOPS = 16
_STAR_WAIST = 0.5
"""Inner radius of a star in parts of its outer radius: plump, so that a thin outline still reads as a star."""
_STAR_DROP = 0.06
"""How far its middle lies under the middle of its place, in parts of its outer radius."""

_THIN = 2.8
"""Width of the rims that save ink."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a shape is filled and outlined.

    Attributes:
        fill: Its colour, or None.
        stroke: Colour of its outline, or None.
        width: Width of the outline in pt.
    """

    fill: Color | None = None
    stroke: Color | None = None
    width: float = 1.0

    def put_on(self, canvas: Any) -> dict[str, int]:
        """Set the canvas to this look and give what its drawing methods want to be told."""
        if self.fill is not None:
            canvas.setFillColor(self.fill)
        if self.stroke is not None:
            canvas.setStrokeColor(self.stroke)
            canvas.setLineWidth(self.width)
        return {"fill": int(self.fill is not None), "stroke": int(self.stroke is not None)}


def disc(canvas: Any, x: float, y: float, radius: float, look: Look) -> None:
    """Draw a disc around (x, y), in pt."""
    canvas.circle(x, y, radius, **look.put_on(canvas))


def panel(canvas: Any, box: tuple[float, float, float, float], radius: float, look: Look) -> None:
    """Draw a rectangle with round corners; the box is left, bottom, width, height in pt."""
    canvas.roundRect(*box, radius, **look.put_on(canvas))


def strip(canvas: Any, box: tuple[float, float, float, float], look: Look) -> None:
    """Draw a plain rectangle; the box is left, bottom, width, height in pt."""
    canvas.rect(*box, **look.put_on(canvas))


def rule(canvas: Any, left: float, right: float, y: float, look: Look) -> tuple[float, float, float, float]:
    """Draw a level line and give the box it fills: left, bottom, width, height in pt."""
    look.put_on(canvas)
    canvas.line(left, y, right, y)
    return left, y - look.width / 2, right - left, look.width


SPOT_BOX = (-43.0, -43.0, 86.0, 86.0)
"""Left, bottom, width and height of the outline `open_spot` draws."""


def open_spot(canvas: Any, hue: Hue) -> None:
    """Draw an open spot 100 pt wide around (0, 0): a thin outline that whispers."""
    disc(canvas, 0, 0, SPOT_BOX[2] / 2, Look(WHITE, hue.line, 2.4))


def rim(canvas: Any, colour: Color) -> None:
    """Draw what lies under a sticker, 100 pt wide around (0, 0)."""
    disc(canvas, 0, 0, 50, Look(colour))


def thin_rim(canvas: Any, colour: Color) -> None:
    """Draw the same in a line that saves ink."""
    disc(canvas, 0, 0, 50 - _THIN / 2, Look(WHITE, colour, _THIN))


def _star_box(radius: float) -> tuple[float, float, float, float]:
    aside, low, high = math.cos(math.pi / 10), -math.cos(math.pi / 5) - _STAR_DROP, 1 - _STAR_DROP
    return -aside * radius, low * radius, 2 * aside * radius, (high - low) * radius


STAR_BOX = _star_box(50)
"""The same of the one `open_star` draws."""


def open_star(canvas: Any, hue: Hue) -> None:
    """Draw an open Boss 100 pt wide around (0, 0)."""
    canvas.setLineJoin(1)
    canvas.drawPath(_star(50), **Look(WHITE, hue.line, 3).put_on(canvas))


def rosette(canvas: Any) -> None:
    """Draw the scalloped gold rim of a beaten Boss, 100 pt wide around (0, 0); the sticker lies upon it."""
    bump = 50 * math.sin(math.pi / _SCALLOPS) / (1 + math.sin(math.pi / _SCALLOPS))
    ring = 50 - bump
    for look, extra in ((Look(GOLD_EDGE), 0.0), (Look(GOLD), -2.2)):
        for step in range(_SCALLOPS):
            turn = 2 * math.pi * step / _SCALLOPS
            disc(canvas, ring * math.cos(turn), ring * math.sin(turn), bump + extra, look)
        disc(canvas, 0, 0, ring + extra / 2, look)


def thin_rosette(canvas: Any) -> None:
    """Draw the same scalloped rim as an outline that saves ink."""
    sine, reach = math.sin(math.pi / _SCALLOPS), 50 - _THIN / 2
    bump = reach * sine / (1 + sine)
    turn = 360 / _SCALLOPS
    path = PDFPathObject()
    for step in range(_SCALLOPS):
        way = math.radians(step * turn)
        x, y = (reach - bump) * math.cos(way), (reach - bump) * math.sin(way)
        begins = step * turn - 90 - turn / 2  # where it touches the scallop before it
        (path.arcTo if step else path.arc)(x - bump, y - bump, x + bump, y + bump, begins, 180 + turn)
    path.close()
    canvas.setLineJoin(1)
    canvas.drawPath(path, **Look(WHITE, GOLD_EDGE, _THIN).put_on(canvas))


def _star(radius: float) -> PDFPathObject:
    """Give a five-pointed star around (0, 0), one point up."""
    path = PDFPathObject()
    for corner in range(10):
        reach = radius * (_STAR_WAIST if corner % 2 else 1)
        turn = math.pi / 2 + math.pi * corner / 5
        point = reach * math.cos(turn), reach * math.sin(turn) - radius * _STAR_DROP
        (path.lineTo if corner else path.moveTo)(*point)
    path.close()
    return path
