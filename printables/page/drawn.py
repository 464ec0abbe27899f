"""What comes of drawing: the file, and where on its pages things were drawn."""

from typing import NamedTuple


class Field(NamedTuple):
    """A place on a page that has a name: what was drawn there can be found again, also on a photo of the paper.

    Attributes:
        page: The page in the file, from 0.
        key: What it is, such as "spot/s1/fractions/halves"; a page keeps each key once.
        x: Its middle, in mm from the left edge of the page.
        y: Its middle, in mm from the upper edge of the page.
        width: Its width in mm.
        height: Its height in mm.
    """

    page: int
    key: str
    x: float
    y: float
    width: float
    height: float


class Drawn(NamedTuple):
    """A file, and where on its pages things were drawn.

    Attributes:
        pdf: The file.
        page_mm: Width and height of each of its pages in mm.
        pages: How many pages it has.
        fields: The places that have names, page by page.
    """

    pdf: bytes
    page_mm: tuple[float, float]
    pages: int
    fields: tuple[Field, ...] = ()
