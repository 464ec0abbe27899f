"""What a reader of a page gets back of a text that was written on it."""

import io
from typing import NamedTuple

import pypdfium2
from PIL import ImageOps
from reportlab.pdfgen.canvas import Canvas

from printables.lettering.lines import Block, line, write, write_down
from printables.lettering.voices import Voice

SIZE = 20.0
"""Type size in pt."""

TOP = 500.0
"""Upper end of a block in pt."""


class Page(NamedTuple):
    """A page as it is read.

    Attributes:
        text: What it says.
        boxes: Left, bottom, right and top of each character of the text, in pt.
    """

    text: str
    boxes: tuple[tuple[float, float, float, float], ...]

    @property
    def lefts(self) -> tuple[float, ...]:
        """Where each character begins."""
        return tuple(box[0] for box in self.boxes)

    def left_of(self, char: str) -> float:
        """Give where the only such character begins."""
        assert self.text.count(char) == 1
        return self.lefts[self.text.index(char)]


def page_of(text: str, voice: Voice) -> Page:
    """Write a line and read the page."""
    return _read(_written(text, voice))


def ink_of(text: str, voice: Voice) -> tuple[int, int, int, int]:
    """Give left, top, right and bottom of a line's ink on a page, in px of 288 to the inch, from the upper left corner."""
    with pypdfium2.PdfDocument(_written(text, voice)) as document:
        picture = document[0].render(scale=4).to_pil().convert("L")
    box = ImageOps.invert(picture).getbbox()
    assert box is not None
    return box


def _written(text: str, voice: Voice) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    write(canvas, line(text, voice), SIZE, 50, 500)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def page_with(block: Block) -> tuple[Page, float]:
    """Write a block downwards from `TOP`; give the page and the height under the block."""
    file = io.BytesIO()
    canvas = Canvas(file)
    under = write_down(canvas, block, 50, TOP)
    canvas.showPage()
    canvas.save()
    return _read(file.getvalue()), under


def _read(pdf: bytes) -> Page:
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0].get_textpage()
        chars = [page.get_text_range(at, 1) for at in range(page.count_chars())]
        read = [(char, page.get_charbox(at)) for at, char in enumerate(chars) if char not in ("\r", "\n")]
        return Page("".join(char for char, _ in read), tuple(box for _, box in read))
