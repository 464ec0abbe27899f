"""Turns a drawing into a die-cut sticker: fitted, bordered and saved as a PNG."""

from __future__ import annotations

import io
import math
from collections import Counter
from dataclasses import dataclass

import resvg_py
from PIL import Image, ImageColor

from scripts.draw_badges.brush import Layer, Shape
from scripts.draw_badges.palette import BORDER, EDGE

SIZE = 512
CENTRE = SIZE / 2
REACH = 250.5
BORDER_WIDTH = 18.0
EDGE_WIDTH = 3.0
INKS = 96
SOLID = 255
VEILS = 16
VEIL_STEP = 17
_ROOM = 128
_ROUNDS = 300

Pixel = tuple[int, int, int, int]


@dataclass(frozen=True)
class Drawing:
    """Layers from back to front, turned clockwise by tilt degrees."""

    layers: tuple[Layer, ...]
    tilt: float = 0.0

    @property
    def outline(self) -> tuple[Shape, ...]:
        """Return every shape that is part of the silhouette."""
        return tuple(shape for layer in self.layers for shape in layer.shapes)


def draw(*layers: Layer, tilt: float = 0.0) -> Drawing:
    """Return a drawing made of layers, the first one at the back."""
    return Drawing(layers, tilt)


def png(drawing: Drawing) -> bytes:
    """Return the finished sticker as the bytes of a PNG file."""
    picture = _rendered(svg(drawing))
    raw = iter(picture.tobytes())
    pixels = list(zip(raw, raw, raw, raw, strict=True))
    counts = Counter(pixels)
    inks = [pixel for pixel, _ in counts.most_common() if pixel[3] == SOLID][:INKS]
    places = {pixel: _place(pixel, inks) for pixel in counts}
    few = Image.frombytes("P", picture.size, bytes(places[pixel] for pixel in pixels))
    few.putpalette(_palette(inks))
    veils = bytes([SOLID] * INKS + [level * VEIL_STEP for level in range(VEILS)])
    buffer = io.BytesIO()
    few.save(buffer, "PNG", optimize=True, transparency=veils)
    return buffer.getvalue()


def _place(pixel: Pixel, inks: list[Pixel]) -> int:
    """Return the palette place of the nearest ink, or of a veil where the pixel is see-through."""
    if pixel[3] < SOLID:
        return INKS + round(pixel[3] / VEIL_STEP)
    return min(range(len(inks)), key=lambda place: math.dist(inks[place], pixel))


def _palette(inks: list[Pixel]) -> list[int]:
    """Return the inks and the edge colour of every veil as one row of numbers."""
    edge = ImageColor.getrgb(EDGE)
    spare = INKS + VEILS - len(inks)
    return [part for colour in [*inks, *[edge] * spare] for part in colour[:3]]


def svg(drawing: Drawing) -> str:
    """Return the sticker as SVG, its border inside the round reach about the centre."""
    middle, radius = _enclosing_circle(_rim(drawing))
    scale = (REACH - BORDER_WIDTH - EDGE_WIDTH) / radius
    cut = _silhouette(drawing, EDGE, (BORDER_WIDTH + EDGE_WIDTH) / scale)
    cut += _silhouette(drawing, BORDER, BORDER_WIDTH / scale)
    art = "".join(layer.svg for layer in drawing.layers)
    fit = f"translate({CENTRE:g} {CENTRE:g}) scale({scale:.4f}) translate({-middle.real:.2f} {-middle.imag:.2f})"
    body = f'<g transform="{fit}"><g transform="{_tilt(drawing)}">{cut}{art}</g></g>'
    return _document(body, 0, SIZE)


def _silhouette(drawing: Drawing, colour: str, grow: float) -> str:
    return "".join(shape.svg(colour, grow) for shape in drawing.outline)


def _tilt(drawing: Drawing) -> str:
    return f"rotate({drawing.tilt:g} {CENTRE:g} {CENTRE:g})"


def _document(body: str, corner: int, side: int) -> str:
    view = f"{corner} {corner} {side} {side}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{body}</svg>'


def _rendered(text: str) -> Image.Image:
    data = resvg_py.svg_to_bytes(svg_string=text, width=SIZE, height=SIZE)
    return Image.open(io.BytesIO(bytes(data))).convert("RGBA")


def _rim(drawing: Drawing) -> list[complex]:
    """Return the left and right end of the bare silhouette in every row of pixels."""
    side = SIZE + 2 * _ROOM
    shape = f'<g transform="{_tilt(drawing)}">{_silhouette(drawing, BORDER, 0)}</g>'
    alpha = _rendered(_document(shape, -_ROOM, side)).getchannel("A")
    step = side / SIZE
    rim = []
    for row in range(SIZE):
        span = alpha.crop((0, row, SIZE, row + 1)).getbbox()
        if span:
            middle = (row + 0.5) * step - _ROOM
            rim += [complex(end * step - _ROOM, middle) for end in (span[0], span[2])]
    return rim


def _enclosing_circle(points: list[complex]) -> tuple[complex, float]:
    """Return the smallest circle round the points, by ever smaller steps to the farthest one."""
    middle = complex(CENTRE, CENTRE)
    for turn in range(1, _ROUNDS):
        far = max(points, key=lambda point: abs(point - middle))
        middle += (far - middle) / (turn + 1)
    return middle, max(abs(point - middle) for point in points)
