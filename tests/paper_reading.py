"""Reading a printed page back: where its letters, pictures and shapes lie, to be asserted on."""

import ctypes
import itertools
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

MM = 72 / 25.4
DEAD_BORDER_MM = 8
"""What a school's printer can't reach."""

_DEEP = 8
"""Forms within forms within a page: posters hold stickers that hold pictures."""


class Box(NamedTuple):
    """A part of a page in pt from its bottom left."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    @property
    def area(self) -> float:
        return max(self.width, 0.0) * max(self.height, 0.0)

    def shared(self, other: "Box") -> float:
        """The area both cover, in square pt."""
        return (
            Box(
                max(self.left, other.left),
                max(self.bottom, other.bottom),
                min(self.right, other.right),
                min(self.top, other.top),
            ).area
            if self.left < other.right and other.left < self.right
            else 0.0
        )

    def within(self, other: "Box", slack: float = 0.1) -> bool:
        return (
            self.left >= other.left - slack
            and self.bottom >= other.bottom - slack
            and self.right <= other.right + slack
            and self.top <= other.top + slack
        )


class Letter(NamedTuple):
    """A visible letter and where its ink lies."""

    char: str
    box: Box


def pages_of(pdf: bytes) -> list[Any]:
    """The pages of a PDF."""
    return list(pypdfium2.PdfDocument(pdf))


def whole(page: Any, edge_mm: float = 0.0) -> Box:
    """The page without an edge of so many mm."""
    width, height = page.get_size()
    edge = edge_mm * MM
    return Box(edge, edge, width - edge, height - edge)


def text_of(pdf: bytes) -> str:
    """All text of a PDF as a viewer finds it, all white space made one space."""
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pages_of(pdf)).split())


def letters_on(page: Any, window: Box | None = None) -> list[Letter]:
    """The visible letters of a page that touch a window, by default the page itself."""
    text, seen = page.get_textpage(), window or whole(page)
    found = []
    for at in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text, at))
        box = Box(*text.get_charbox(at))
        if char.strip() and box.area > 0 and box.shared(seen) > 0:
            found.append(Letter(char, box))
    return found


def overlapping_letters(page: Any, window: Box | None = None, share: float = 0.35) -> list[tuple[str, str]]:
    """Pairs of letters that lie on one another by more than a share of the smaller one; none on a clean page."""
    letters = sorted(letters_on(page, window), key=lambda letter: letter.box.left)
    found, open_ones = [], list[Letter]()
    for letter in letters:
        open_ones = [other for other in open_ones if other.box.right > letter.box.left]
        found += [
            (other.char, letter.char)
            for other in open_ones
            if letter.box.shared(other.box) > share * min(letter.box.area, other.box.area)
        ]
        open_ones.append(letter)
    return found


def letters_in_the_dead_border(page: Any) -> str:
    """The letters that reach into the border no printer reaches; for one-sheet pages, where no form is clipped."""
    inside = whole(page, DEAD_BORDER_MM)
    return "".join(letter.char for letter in letters_on(page) if not letter.box.within(inside))


def unmapped_letters(page: Any) -> int:
    """How many letters of a page no viewer can copy or search."""
    text = page.get_textpage()
    return sum(pdfium.FPDFText_HasUnicodeMapError(text, at) > 0 for at in range(text.count_chars()))


def grey(page: Any, px_per_mm: float = 4) -> Image.Image:
    """The page in grey, as a copier gives it."""
    picture: Image.Image = page.render(scale=px_per_mm * 25.4 / 72).to_pil().convert("L")
    return picture


def darkest_in_the_dead_border(page: Any) -> int:
    """The darkest pixel of the border no printer reaches: 255 on a clean page."""
    picture = grey(page)
    edge = DEAD_BORDER_MM * 4
    middle = Image.new("L", (picture.width - 2 * edge, picture.height - 2 * edge), 255)
    picture.paste(middle, (edge, edge))
    lowest, _ = picture.getextrema()
    return int(lowest)  # type: ignore[arg-type]


def ink_of(page: Any) -> float:
    """The share of a page's ground that is covered with ink, 0 to 1, grey counting by its depth."""
    counts = grey(page, 2).histogram()
    return sum((255 - depth) * count for depth, count in enumerate(counts)) / (255 * sum(counts))


def pictures_on(page: Any) -> list[Box]:
    """Where the pictures of a page lie, in the order they are drawn."""
    return [box for kind, box in _objects_on(page) if kind == pdfium.FPDF_PAGEOBJ_IMAGE]


def shapes_on(page: Any) -> list[Box]:
    """Where the lines and shapes of a page lie; PDFium adds the whole width of an outline on each side."""
    return [box for kind, box in _objects_on(page) if kind == pdfium.FPDF_PAGEOBJ_PATH]


def _objects_on(page: Any) -> Iterator[tuple[int, Box]]:
    for each in page.get_objects(max_depth=_DEEP):
        if each.type == pdfium.FPDF_PAGEOBJ_FORM:
            continue
        corners = _corners(each)
        holder = each.container
        while holder is not None:
            matrix = holder.get_matrix()
            corners = [matrix.on_point(*corner) for corner in corners]
            holder = holder.container
        across, up = zip(*corners, strict=True)
        yield each.type, Box(min(across), min(up), max(across), max(up))


def _corners(each: Any) -> list[tuple[float, float]]:
    left, bottom, right, top = each.get_bounds()
    return list(itertools.product((left, right), (bottom, top)))


_OF_A_CIRCLE = 13
"""Points of a circle's path: where it begins, and three for each quarter."""

_OUT_OF_ROUND = 0.01
"""How much in pt a circle may be wider than high."""


class Ring(NamedTuple):
    """A circle that is outlined: its middle, and the diameter of the outline's middle line, in mm."""

    x: float
    y: float
    across: float


def rings_on(page: Any) -> list[Ring]:
    """The outlined circles of a page, measured on the points of their paths."""
    shapes = [each for each in page.get_objects(max_depth=_DEEP) if each.type == pdfium.FPDF_PAGEOBJ_PATH]
    return [_ring(each) for each in shapes if _is_outlined(each) and _points(each) == _OF_A_CIRCLE]


def _points(shape: Any) -> int:
    return int(pdfium.FPDFPath_CountSegments(shape))


def _is_outlined(shape: Any) -> bool:
    fill, outline = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape, fill, outline)
    return bool(outline.value)


def _ring(shape: Any) -> Ring:
    corners = []
    for number in range(_points(shape)):
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(shape, number), x, y)
        point, holder = shape.get_matrix().on_point(x.value, y.value), shape.container
        while holder is not None:
            point, holder = holder.get_matrix().on_point(*point), holder.container
        corners.append(point)
    across, up = zip(*corners, strict=True)
    assert abs(max(across) - min(across) - (max(up) - min(up))) < _OUT_OF_ROUND
    middle = (min(across) + max(across)) / 2 / MM, (min(up) + max(up)) / 2 / MM
    return Ring(*middle, (max(across) - min(across)) / MM)
