"""Shapes in a 512 by 512 space, and the ways to paint them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from zlib import crc32

from scripts.draw_badges.palette import DARKER, INK, PINK, WHITE

Point = tuple[float, float]

SPLINE = 999.0
"""A corner radius so large that a polygon becomes one smooth curve."""


@dataclass(frozen=True)
class Shape:
    """A filled area, or a line with round ends when it has a pen width."""

    d: str
    pen: float = 0.0
    transform: str = ""

    def svg(self, colour: str, grow: float = 0.0, extra: str = "") -> str:
        """Return the shape as one SVG element, made fatter all round by grow."""
        fill = "none" if self.pen else colour
        width = self.pen + 2 * grow
        move = f' transform="{self.transform}"' if self.transform else ""
        return (
            f'<path d="{self.d}" fill="{fill}" fill-rule="evenodd" stroke="{colour}"'
            f' stroke-width="{width:g}" stroke-linejoin="round" stroke-linecap="round"'
            f"{move}{extra}/>"
        )

    def rim(self, pen: float) -> Shape:
        """Return the line along the edge of the shape."""
        return Shape(self.d, pen, self.transform)

    def turned(self, degrees: float, x: float = 256, y: float = 256) -> Shape:
        """Return the shape turned clockwise about a point."""
        return Shape(self.d, self.pen, f"rotate({degrees:g} {x:g} {y:g}) {self.transform}")

    def moved(self, dx: float, dy: float) -> Shape:
        """Return the shape shifted."""
        return Shape(self.d, self.pen, f"translate({dx:g} {dy:g}) {self.transform}")

    def sized(self, factor: float, x: float = 256, y: float = 256) -> Shape:
        """Return the shape made larger or smaller about a point."""
        back = f"translate({-x:g} {-y:g})"
        move = f"translate({x:g} {y:g}) scale({factor:g}) {back} {self.transform}"
        return Shape(self.d, self.pen, move)

    def flipped(self, x: float = 256) -> Shape:
        """Return the shape mirrored left to right about an upright axis."""
        return Shape(self.d, self.pen, f"translate({2 * x:g} 0) scale(-1 1) {self.transform}")


def path(d: str) -> Shape:
    """Return an area from SVG path data."""
    return Shape(d)


def line(d: str, pen: float) -> Shape:
    """Return a round-ended line from SVG path data."""
    return Shape(d, pen)


def ellipse(x: float, y: float, rx: float, ry: float) -> Shape:
    """Return an ellipse."""
    arc = f"a{rx:g},{ry:g} 0 1 0"
    return Shape(f"M{x - rx:g},{y:g}{arc} {2 * rx:g},0{arc} {-2 * rx:g},0Z")


def circle(x: float, y: float, r: float) -> Shape:
    """Return a circle."""
    return ellipse(x, y, r, r)


def box(x: float, y: float, width: float, height: float, r: float = 16) -> Shape:
    """Return a rectangle with rounded corners."""
    right, low = x + width, y + height
    return poly(f"{x},{y} {right},{y} {right},{low} {x},{low}", r)


def poly(points: str, r: float = 16, twin: bool = False) -> Shape:
    """Return a polygon of "x,y" or "x,y,radius" corners; twin mirrors it about x = 256."""
    corners = [_corner(word, r) for word in points.split()]
    if twin:
        corners += [(512 - x, y, c) for x, y, c in reversed(corners) if x != 256]
    return Shape(_rounded(corners))


def star(tips: int, outer: float, inner: float, r: float = 14, start: float = -90) -> Shape:
    """Return a star about the centre, its first tip in the start direction."""
    corners = []
    for i in range(2 * tips):
        x, y = polar(start + 180 * i / tips, inner if i % 2 else outer)
        corners.append((x, y, r))
    return Shape(_rounded(corners))


def polar(degrees: float, radius: float, x: float = 256, y: float = 256) -> Point:
    """Return the point at an angle and a distance from a centre."""
    angle = math.radians(degrees)
    return x + radius * math.cos(angle), y + radius * math.sin(angle)


def pierced(outer: Shape, *holes: Shape) -> Shape:
    """Return an area with holes."""
    return Shape(outer.d + "".join(hole.d for hole in holes))


def _corner(word: str, r: float) -> tuple[float, float, float]:
    x, y, *own = (float(number) for number in word.split(","))
    return x, y, own[0] if own else r


def _rounded(corners: list[tuple[float, float, float]]) -> str:
    steps = []
    for i, (x, y, r) in enumerate(corners):
        before, after = corners[i - 1], corners[(i + 1) % len(corners)]
        ax, ay = _towards((x, y), before[:2], r)
        bx, by = _towards((x, y), after[:2], r)
        steps.append(f"{'L' if i else 'M'}{ax:.1f},{ay:.1f}Q{x:g},{y:g} {bx:.1f},{by:.1f}")
    return "".join(steps) + "Z"


def _towards(start: Point, end: Point, distance: float) -> Point:
    length = math.dist(start, end) or 1.0
    part = min(distance / length, 0.5)
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


@dataclass(frozen=True)
class Layer:
    """Painted markup, and the shapes it adds to the silhouette."""

    svg: str
    shapes: tuple[Shape, ...] = ()


def flat(shape: Shape, colour: str, opacity: float = 1.0) -> Layer:
    """Paint a shape in one colour."""
    extra = "" if opacity == 1 else f' opacity="{opacity:g}"'
    return Layer(shape.svg(colour, extra=extra), (shape,))


def solid(shape: Shape, colour: str, depth: float = 14) -> Layer:
    """Paint a shape lit from the upper left, its lower right side in the darker tone."""
    lit = inside(shape, flat(shape.moved(-depth, -depth), colour))
    return Layer(shape.svg(DARKER[colour]) + lit.svg, (shape,))


def tube(d: str, pen: float, colour: str, depth: float = 14) -> Layer:
    """Paint a thick round-ended line lit from the upper left."""
    whole = line(d, pen)
    lit = line(d, pen - depth).moved(-depth / 2, -depth / 2)
    return Layer(whole.svg(DARKER[colour]) + lit.svg(colour), (whole,))


def inside(shape: Shape, *layers: Layer) -> Layer:
    """Paint layers only where they fall within a shape."""
    clip = shape.svg("#000").replace("fill-rule", "clip-rule")
    name = f"c{crc32(clip.encode()):08x}"
    art = "".join(layer.svg for layer in layers)
    return Layer(f'<clipPath id="{name}">{clip}</clipPath><g clip-path="url(#{name})">{art}</g>')


def gleam(d: str, pen: float = 14, opacity: float = 0.6) -> Layer:
    """Paint a soft white highlight along a line."""
    return Layer(flat(line(d, pen), WHITE, opacity).svg)


def mark(d: str, pen: float = 12, colour: str = INK) -> Layer:
    """Paint an inner line."""
    return Layer(flat(line(d, pen), colour).svg)


def eye(x: float, y: float, size: float = 1.0) -> Layer:
    """Paint a round dark eye with a glint."""
    dot = flat(ellipse(x, y, 13 * size, 16 * size), INK).svg
    glint = flat(circle(x - 4 * size, y - 6 * size, 5 * size), WHITE).svg
    return Layer(dot + glint)


def face(x: float, y: float, size: float = 1.0, gap: float = 40, cheeks: str = PINK) -> Layer:
    """Paint a small friendly face whose smile is centred below the point."""
    eyes = eye(x - gap * size, y, size).svg + eye(x + gap * size, y, size).svg
    blush = ""
    for side in (-1, 1):
        cheek = ellipse(x + side * (gap + 26) * size, y + 24 * size, 15 * size, 10 * size)
        blush += flat(cheek, cheeks).svg
    left, low, wide = x - 17 * size, y + 14 * size, 34 * size
    smile = mark(f"M{left:g},{low:g}q{wide / 2:g},{22 * size:g} {wide:g},0", 8 * size)
    return Layer(blush + eyes + smile.svg)


def crest(frame: Shape, band: str, trim: str, field: str, *charge: Layer, width: float = 22) -> tuple[Layer, ...]:
    """Paint a patch: a frame with a band, a thin inner line, a two-tone field and a charge."""
    ground = inside(
        frame,
        flat(frame, field),
        flat(box(256, -200, 500, 900, 0), DARKER[field], 0.55),
        Layer(frame.rim(2 * width + 18).svg(trim)),
        Layer(frame.rim(2 * width).svg(band)),
    )
    return (Layer(frame.svg(band) + ground.svg, (frame,)), *charge)
