"""Paper: the sheets a school's printer takes, and posters put together from several of them."""

from enum import StrEnum
from typing import NamedTuple

MM = 72 / 25.4
"""One millimetre in pt."""

MARGIN = 10 * MM
"""Where drawing begins, in pt from the paper's edge; printers can't reach the outer 8 mm or so."""

POSTER_EDGE = 8 * MM
"""What a printer can't reach of a poster's sheet, in pt."""

POSTER_STRIP = 5 * MM
"""Height in pt of the strips at both ends of a poster's sheet and at its sides, for ticks and words; all are cut off or covered."""

POSTER_OVERLAP = 10 * MM
"""How much of the art two sheets of a poster share, in pt: room for glue."""


class Paper(StrEnum):
    """A sheet the school's printer takes."""

    A4 = "a4"
    LETTER = "letter"
    A3 = "a3"
    TABLOID = "tabloid"

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of the upright sheet in mm."""
        return _SIZES_MM[self]

    def size(self, *, landscape: bool = False) -> tuple[float, float]:
        """Give width and height in pt."""
        width, height = self.size_mm
        return (height * MM, width * MM) if landscape else (width * MM, height * MM)


_SIZES_MM = {
    Paper.A4: (210.0, 297.0),
    Paper.LETTER: (215.9, 279.4),
    Paper.A3: (297.0, 420.0),
    Paper.TABLOID: (279.4, 431.8),
}
_A4_AREA = Paper.A4.size()[0] * Paper.A4.size()[1]


class Surface(NamedTuple):
    """What one page is laid out on: a sheet, or a poster of as many sheets down as across.

    Attributes:
        paper: The sheet that goes through the printer.
        sheets: How many lie side by side, and one below the other; 1 is no poster.
    """

    paper: Paper
    sheets: int = 1

    def __str__(self) -> str:
        """Name it in a sentence."""
        if self.sheets == 1:
            return str(self.paper)
        return f"a poster of {self.sheets} x {self.sheets} {self.paper} sheets"

    @property
    def is_poster(self) -> bool:
        """Whether it is put together from several sheets."""
        return self.sheets > 1

    @property
    def scale(self) -> float:
        """How much longer its sides are than those of A4: lettering grows with it."""
        width, height = self.size()
        return float((width * height / _A4_AREA) ** 0.5)

    def size(self, *, landscape: bool = False) -> tuple[float, float]:
        """Give width and height in pt; a poster's come with `MARGIN` all round, like a sheet's, so that both are laid out alike."""
        width, height = self.paper.size(landscape=landscape)
        if not self.is_poster:
            return width, height
        across, down = self.tile(landscape=landscape)
        shared = (self.sheets - 1) * POSTER_OVERLAP
        return self.sheets * across - shared + 2 * MARGIN, self.sheets * down - shared + 2 * MARGIN

    def tile(self, *, landscape: bool = False) -> tuple[float, float]:
        """Give width and height in pt of the art on one sheet of a poster."""
        width, height = self.paper.size(landscape=landscape)
        taken = 2 * (POSTER_EDGE + POSTER_STRIP)
        return width - taken, height - taken
