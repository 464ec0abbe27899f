"""Pictures on paper: each kept once in a document and stamped as often as wanted."""

import hashlib
import io
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFError, PDFImageXObject
from reportlab.pdfbase.pdfutils import readJPEGInfo

from printables.page import shapes
from printables.page.document import Document
from printables.page.hues import WHITE
from printables.page.places import Box

DIE = 100.0
"""Width in pt a stamp is drawn at; stamping scales it."""

_ART = 0.97
"""Share of the sticker its art takes; the rest is a white border."""

_COLOUR_SPACES = {1: "DeviceGray", 3: "DeviceRGB"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture made ready for print.

    Attributes:
        name: What domain values call it, such as a step's badge.
        jpeg: A square JPEG on white; its art lies within the inscribed circle.
    """

    name: str
    jpeg: bytes


class Circle(NamedTuple):
    """Where a round thing lies on the paper, in pt: its middle and its width."""

    x: float
    y: float
    across: float

    @property
    def box(self) -> Box:
        """The square around it."""
        return self.x - self.across / 2, self.y - self.across / 2, self.across, self.across

    def part(self, box: Box) -> Box:
        """Give where a box in a stamp comes to lie when it is stamped here."""
        scale = self.across / DIE
        left, bottom, width, height = box
        return self.x + scale * left, self.y + scale * bottom, scale * width, scale * height


class Stamps:
    """Drawings kept once in a document.

    Attributes:
        page: The document.
        canvas: Its canvas.
    """

    def __init__(self, page: Document, pictures: Mapping[str, Picture]) -> None:
        """Begin with nothing kept.

        Args:
            page: The document.
            pictures: By the names domain values use.
        """
        self.page, self.canvas = page, page.canvas
        self._pictures = pictures
        self._kept: set[str] = set()
        self._sticker_names: dict[str, str | None] = {}

    def stamp(self, name: str, draw: Callable[[Any], None], at: Circle) -> None:
        """Stamp a drawing, keeping it first where it is new.

        Args:
            name: Names the drawing in the file: what it shows, never whose it is.
            draw: Draws it around (0, 0), `DIE` pt wide.
            at: Where.
        """
        if name not in self._kept:
            self._keep(name, draw)
        self._place(name, at)

    def sticker(self, picture: str, at: Circle) -> bool:
        """Stamp a round sticker; False when there is no such picture, and then nothing is drawn."""
        if picture not in self._sticker_names:
            self._sticker_names[picture] = self._kept_sticker(picture)
        name = self._sticker_names[picture]
        if name is not None:
            self._place(name, at)
        return name is not None

    def _place(self, name: str, at: Circle) -> None:
        """Write the four operators of a stamp in one go: a page has hundreds, and each call of the canvas counts."""
        listed = self.canvas._formsinuse  # noqa: SLF001 - as `doForm` does, once a page or form instead of each time
        if name not in listed:
            listed.append(name)
        called = self.canvas._doc.getXObjectName(name)  # noqa: SLF001
        scale = at.across / DIE
        self.canvas.addLiteral(f"q {scale:.4f} 0 0 {scale:.4f} {at.x:.2f} {at.y:.2f} cm /{called} Do Q")

    def _keep(self, name: str, draw: Callable[[Any], None]) -> None:
        self._kept.add(name)
        self.canvas.beginForm(name, -DIE, -DIE, DIE, DIE)
        draw(self.canvas)
        self.canvas.endForm()

    def _kept_sticker(self, picture: str) -> str | None:
        """Keep a picture's sticker and give its name in the file; equal pictures share one."""
        found = self._pictures.get(picture)
        size = None if found is None else _jpeg_size(found.jpeg)
        if found is None or size is None:
            return None
        digest = hashlib.sha256(found.jpeg).hexdigest()[:16]
        name = f"sticker-{digest}"
        if name not in self._kept:
            image = f"picture-{digest}"
            self._embed(image, found.jpeg, size)
            self._keep(name, lambda canvas: _draw_sticker(canvas, image))
        return name

    def _embed(self, name: str, jpeg: bytes, size: tuple[int, int, int]) -> None:
        """Put the JPEG into the file byte for byte; `drawImage` would decode every picture just to name it."""
        image = PDFImageXObject(name)
        image.width, image.height = size[:2]
        image.bitsPerComponent = 8
        image.colorSpace = _COLOUR_SPACES[size[2]]
        image.streamContent = jpeg
        image._filters = ("DCTDecode",)  # noqa: SLF001 - what its own JPEG reader sets
        document = self.canvas._doc  # noqa: SLF001 - `drawImage` registers images in just this way
        document.Reference(image, document.getXObjectName(name))
        document.addForm(name, image)


def _draw_sticker(canvas: Any, image: str) -> None:
    shapes.disc(canvas, 0, 0, DIE / 2, shapes.Look(fill=WHITE))
    canvas.saveState()
    inside = canvas.beginPath()
    inside.circle(0, 0, DIE / 2)
    canvas.clipPath(inside, stroke=0, fill=0)
    canvas.transform(DIE * _ART, 0, 0, DIE * _ART, -DIE * _ART / 2, -DIE * _ART / 2)
    canvas.doForm(image)
    canvas.restoreState()


def _jpeg_size(jpeg: bytes) -> tuple[int, int, int] | None:
    """Read width, height and channels; None when it is no JPEG that paper can show."""
    try:
        width, height, channels = readJPEGInfo(io.BytesIO(jpeg))[:3]
    except (PDFError, struct.error):
        return None
    return (width, height, channels) if channels in _COLOUR_SPACES else None
