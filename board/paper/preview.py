"""A page as it will come out, small enough for the cells of a screen."""

import threading
from collections.abc import Mapping
from typing import NamedTuple

from board.art.cells import Pixels, rows_of
from board.paper.drawing import drawn_with
from board.paper.order import Order

_PDFIUM = threading.Lock()
"""The library that draws pages knows one thread at a time."""

_FINER = 2
"""How many times finer a page is drawn than it is shown: thin lines stay to be seen."""


class Preview(NamedTuple):
    """One page of a PDF.

    Attributes:
        pixels: The page, top row first.
        page: Its number, from 0.
        pages: How many the PDF has.
        whose: Whose pages they are where others come after them, else empty.
    """

    pixels: Pixels
    page: int
    pages: int
    whose: str = ""


def drawn_small(order: Order, jpegs: Mapping[str, bytes], page: int, room: tuple[int, int]) -> Preview:
    """Draw a page of an order as large as fits.

    Args:
        order: What to print.
        jpegs: Its pictures, made ready for paper.
        page: Number of the page, from 0; one too high is the last.
        room: Room in pixels across and down, one and two a cell.

    Raises:
        ValueError: There is nothing to print, or it does not fit the paper.
    """
    return preview_of(drawn_with(order, jpegs).pdf, page, *room)


def preview_of(pdf: bytes, page: int, width: int, height: int) -> Preview:
    """Draw a page as large as fits.

    Args:
        pdf: The file.
        page: Number of the page, from 0; one too high is the last.
        width: Room in pixels, one a cell.
        height: Room in pixels, two a cell.
    """
    import pypdfium2  # noqa: PLC0415 - loaded only to look at a page
    from PIL import Image  # noqa: PLC0415 - same

    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            pages = len(document)
            at = max(0, min(page, pages - 1))
            sheet = document[at]
            wide, high = sheet.get_size()
            scale = min(width / wide, height / high)
            drawn = sheet.render(scale=scale * _FINER).to_pil().convert("RGBA")
        finally:
            document.close()
    size = max(1, min(width, round(wide * scale))), max(1, min(height, round(high * scale)))
    small = drawn.resize(size, Image.Resampling.BOX)
    return Preview(rows_of(small.tobytes(), size[0]), at, pages)
