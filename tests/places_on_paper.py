"""What stands on a printed page, measured on the points of its paths in the PDF, to hold named places against."""

import ctypes
import itertools
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from printables.page.drawn import Field

MM = 72 / 25.4
OFF = 0.1
"""How far in mm a place may be from what stands there."""

_DEEP = 8
_FINE = 8
"""Parts a curve is looked at in."""

_LONG = 0.05
"""A line is level, or upright, up to so many mm."""

Point = tuple[float, float]


class Sides(NamedTuple):
    """Left, upper, right and lower side of something, in mm from the upper left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float

    def near(self, other: "Sides", off: float = OFF) -> bool:
        """Whether all four are those of another."""
        return all(abs(one - two) <= off for one, two in zip(self, other, strict=True))

    def grown(self, by: float) -> "Sides":
        """The same with so many mm around."""
        return Sides(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def holds(self, other: "Sides", off: float = OFF) -> bool:
        """Whether another lies inside."""
        room = self.grown(off)
        return (
            room.left <= other.left
            and room.top <= other.top
            and room.right >= other.right
            and room.bottom >= other.bottom
        )


class Shape(NamedTuple):
    """Something drawn: where it lies, the middle of its outline taken, and how far the outline reaches beyond."""

    sides: Sides
    beyond: float = 0.0

    def stands_at(self, place: Sides) -> bool:
        """Whether a place is that of this shape, its outline counted or not."""
        inner, outer = self.sides.grown(-OFF), self.sides.grown(self.beyond + OFF)
        return outer.holds(place, 0) and place.holds(inner, 0)


def sides_of(field: Field) -> Sides:
    """The sides of a named place."""
    across, up = field.width / 2, field.height / 2
    return Sides(field.x - across, field.y - up, field.x + across, field.y + up)


def around(shapes: Iterable[Shape]) -> Sides:
    """The sides of several shapes together."""
    left, top, right, bottom = zip(*(shape.sides for shape in shapes), strict=True)
    return Sides(min(left), min(top), max(right), max(bottom))


def level(shape: Shape) -> bool:
    """Whether a shape is a level line."""
    return shape.sides.bottom - shape.sides.top < _LONG < shape.sides.right - shape.sides.left


def upright(shape: Shape) -> bool:
    """Whether a shape is an upright line."""
    return shape.sides.right - shape.sides.left < _LONG < shape.sides.bottom - shape.sides.top


def opened(pdf: bytes) -> list[Any]:
    """The pages of a PDF."""
    return list(pypdfium2.PdfDocument(pdf))


def shapes_on(page: Any) -> list[Shape]:
    """What is drawn on a page: each path, and each stamp as a whole; also what a poster's sheet holds and does not show."""
    height = page.get_height()
    found, stamps = list[Shape](), dict[Any, list[Shape]]()
    for each in page.get_objects(max_depth=_DEEP):
        if each.type != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        shape = _shape(each, height)
        found.append(shape)
        if each.container is not None:
            stamps.setdefault(_address(each.container), []).append(shape)
    return found + [Shape(around(inside), inside[-1].beyond) for inside in stamps.values()]


def _address(form: Any) -> Any:
    return ctypes.addressof(form.raw.contents)


def _shape(path: Any, height: float) -> Shape:
    points = [_on_page(path, point) for point in _points(path)]
    across, up = zip(*points, strict=True)
    sides = Sides(min(across) / MM, (height - max(up)) / MM, max(across) / MM, (height - min(up)) / MM)
    return Shape(sides, _outline(path) / 2 / MM)


def _outline(path: Any) -> float:
    """The width of a path's outline on the page in pt, 0 where it has none."""
    fill, stroke, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    pdfium.FPDFPageObj_GetStrokeWidth(path, width)
    (x, y), (right, up) = _on_page(path, (0.0, 0.0)), _on_page(path, (1.0, 0.0))
    return float(width.value) * ((right - x) ** 2 + (up - y) ** 2) ** 0.5 if stroke.value else 0.0


def _on_page(path: Any, point: Point) -> Point:
    """Where a point of a path lies on its page, through all forms that hold it."""
    holder = path
    while holder is not None:
        point, holder = holder.get_matrix().on_point(*point), holder.container
    return point


def _points(path: Any) -> Iterator[Point]:
    """The corners of a path, and points along its curves."""
    corners = [_segment(path, at) for at in range(pdfium.FPDFPath_CountSegments(path))]
    at, here = 0, (0.0, 0.0)
    while at < len(corners):
        kind, end = corners[at]
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            one, two, end = (corners[at + more][1] for more in range(3))
            yield from (_along(here, one, two, end, part / _FINE) for part in range(1, _FINE))
            at += 2
        yield end
        here, at = end, at + 1


def _along(start: Point, one: Point, two: Point, end: Point, t: float) -> Point:
    rest = 1 - t
    weights = rest**3, 3 * rest**2 * t, 3 * rest * t**2, t**3
    x, y = (sum(w * p[side] for w, p in zip(weights, (start, one, two, end), strict=True)) for side in (0, 1))
    return x, y


def _segment(path: Any, at: int) -> tuple[int, Point]:
    segment = pdfium.FPDFPath_GetPathSegment(path, at)
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, x, y)
    return pdfium.FPDFPathSegment_GetType(segment), (x.value, y.value)


class Window(NamedTuple):
    """What a sheet of a poster shows, and how the poster lies on it."""

    sides: Sides
    matrix: Any
    height: float

    def on_poster(self, field: Field) -> Point:
        """Where the middle of a place on this sheet lies on the poster, in pt."""
        matrix = self.matrix
        return (field.x * MM - matrix.e) / matrix.a, (self.height - field.y * MM - matrix.f) / matrix.d

    def shows(self, point: Point) -> bool:
        """Whether a point of the poster is seen on this sheet."""
        x, y = self.matrix.on_point(*point)
        left, top, right, bottom = self.sides
        return bool(left <= x / MM <= right and top <= (self.height - y) / MM <= bottom)


def window_of(page: Any) -> Window:
    """The part of a poster a sheet shows: the clip of the form that holds the poster, as the PDF has it."""
    (form,) = (each for each in page.get_objects(max_depth=1) if each.type == pdfium.FPDF_PAGEOBJ_FORM)
    clip = pdfium.FPDFPageObj_GetClipPath(form)
    points = list[Point]()
    for at in range(pdfium.FPDFClipPath_CountPathSegments(clip, 0)):
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, 0, at), x, y)
        points.append((x.value, y.value))
    (left, right), (low, high) = ((min(each), max(each)) for each in zip(*points, strict=True))
    height = page.get_height()
    return Window(Sides(left / MM, (height - high) / MM, right / MM, (height - low) / MM), form.get_matrix(), height)


def words_in(page: Any, place: Sides) -> str:
    """The words that stand in a place."""
    height = page.get_height() / MM
    box = (place.left * MM, (height - place.bottom) * MM, place.right * MM, (height - place.top) * MM)
    return " ".join(page.get_textpage().get_text_bounded(*box).split())


def pictures_in(page: Any, place: Sides) -> int:
    """How many pictures have their middle in a place."""
    height, found = page.get_height(), 0
    for each in page.get_objects(max_depth=_DEEP):
        if each.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            corners = [_on_page(each, (right, up)) for right, up in itertools.product((0.0, 1.0), repeat=2)]
            x, y = (sum(side) / 4 / MM for side in zip(*corners, strict=True))
            found += place.left <= x <= place.right and place.top <= height / MM - y <= place.bottom
    return found
