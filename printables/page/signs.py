"""The signs of what still grows, drawn: the fonts have no letters for them. They differ by shape, for grey copies."""

import math
from collections.abc import Callable, Mapping
from typing import Any

from board.mastery.progress import Status
from printables.page.hues import INK, WHITE
from printables.page.pictures import Circle, Stamps
from printables.page.shapes import Look, disc

SIGN_WORDS: Mapping[Status, str] = {
    Status.PRACTISING: "trying",
    Status.READY: "ready to show",
    Status.KEEP_WORKING: "keep working",
    Status.EXCUSED: "not in the plan",
}
"""The statuses that have a sign here, with what adults call them."""

_RADIUS, _LINE = 38.0, 9.0
_OPENING, _TURN = 20.0, 290.0
"""Where the arrow that comes round ends, and how far it goes, in degrees."""


def draw_sign(stamps: Stamps, status: Status, at: Circle) -> None:
    """Draw the sign of a status; nothing for one that has none.

    Args:
        stamps: Of the document.
        status: One of `SIGN_WORDS`.
        at: Where.
    """
    shape = _SHAPES.get(status)
    if shape is not None:
        stamps.stamp(f"sign-{status}", shape, at)


def _quarter(canvas: Any) -> None:
    disc(canvas, 0, 0, _RADIUS, Look(WHITE, INK, _LINE))
    canvas.setFillColor(INK)
    canvas.wedge(-_RADIUS, -_RADIUS, _RADIUS, _RADIUS, 0, 90, stroke=0, fill=1)


def _triangle(canvas: Any) -> None:
    path = canvas.beginPath()
    path.moveTo(0, 44)
    path.lineTo(44, -34)
    path.lineTo(-44, -34)
    path.close()
    canvas.drawPath(path, **Look(INK).put_on(canvas))


def _arrow_coming_round(canvas: Any) -> None:
    Look(stroke=INK, width=_LINE).put_on(canvas)
    canvas.arc(-_RADIUS, -_RADIUS, _RADIUS, _RADIUS, _OPENING, _TURN)
    turn = math.radians(_OPENING)
    x, y = _RADIUS * math.cos(turn), _RADIUS * math.sin(turn)
    path = canvas.beginPath()
    for number, (along, aside) in enumerate(((26, 0), (-8, 25), (-8, -25))):
        point = (
            x + along * math.sin(turn) + aside * math.cos(turn),
            y - along * math.cos(turn) + aside * math.sin(turn),
        )
        (path.lineTo if number else path.moveTo)(*point)
    path.close()
    canvas.drawPath(path, **Look(INK).put_on(canvas))


def _dash(canvas: Any) -> None:
    Look(stroke=INK, width=_LINE).put_on(canvas)
    canvas.line(-32, 0, 32, 0)


_SHAPES: Mapping[Status, Callable[[Any], None]] = {
    Status.PRACTISING: _quarter,
    Status.READY: _triangle,
    Status.KEEP_WORKING: _arrow_coming_round,
    Status.EXCUSED: _dash,
}
