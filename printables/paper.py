"""Paper: sheet sizes, margins, colours, and the PDF document all charts are drawn in."""

import datetime as dt
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any, NamedTuple

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from printables.fonts import clean

MM = 72 / 25.4
"""One millimetre in pt."""

MARGIN = 10 * MM
"""Where drawing begins, in pt from the paper's edge; printers can't reach the outer 8 mm or so."""

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


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

    @property
    def scale(self) -> float:
        """How much longer its sides are than those of A4: lettering grows with the sheet."""
        width, height = self.size_mm
        return float((width * height / (210 * 297)) ** 0.5)


_SIZES_MM = {
    Paper.A4: (210.0, 297.0),
    Paper.LETTER: (215.9, 279.4),
    Paper.A3: (297.0, 420.0),
    Paper.TABLOID: (279.4, 431.8),
}


class Hue(NamedTuple):
    """The colours of a level, light enough to save ink, apart enough to be told in grey.

    Attributes:
        name: Names it in the file.
        deep: Pills and words; white is readable on it.
        line: Outlines.
        strip: The Boss's column.
        panel: The ground.
    """

    name: str
    deep: Color
    line: Color
    strip: Color
    panel: Color


HUES = (
    Hue("blue", HexColor("#1F6FB2"), HexColor("#8DBAE2"), HexColor("#CBE2F6"), HexColor("#EAF4FC")),
    Hue("green", HexColor("#0B7A5E"), HexColor("#7CC3AE"), HexColor("#C2E5DA"), HexColor("#E6F6F1")),
    Hue("amber", HexColor("#B35A00"), HexColor("#E9B469"), HexColor("#FADFB6"), HexColor("#FEF3E2")),
    Hue("plum", HexColor("#8A3F7C"), HexColor("#D39CC8"), HexColor("#EDD0E7"), HexColor("#FAEDF7")),
)

INK = HexColor("#20303F")
QUIET = HexColor("#566778")
HAIR = HexColor("#C9D3DC")
CALM = HexColor("#E3EAF0")
WHITE = HexColor("#FFFFFF")
LEGEND = Hue("grey", QUIET, QUIET, CALM, WHITE)
GOLD = HexColor("#E8A713")
GOLD_EDGE = HexColor("#B97F00")


def hue_of(level: int) -> Hue:
    """Give the colours of a level by its place in the unit, from 0; they come round after four."""
    return HUES[level % len(HUES)]


def written_date(day: dt.date) -> str:
    """Write a date so that no country misreads it: 5 June 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_ONE_AT_A_TIME = threading.Lock()


@contextmanager
def _small_and_repeatable() -> Iterator[None]:
    """Set reportlab to binary streams without comments for one document, and back: its settings are global."""
    with _ONE_AT_A_TIME:
        before = rl_config.useA85, rl_config.invariant
        rl_config.useA85, rl_config.invariant = 0, 1
        try:
            yield
        finally:
            rl_config.useA85, rl_config.invariant = before


class Document:
    """A PDF in the making: pages of one size, measured in pt from the bottom left.

    Attributes:
        canvas: The reportlab canvas to draw on.
        left: Left end of what may be drawn on; `right`, `top` and `bottom` likewise.
        scale: How much larger than on A4 lettering may be.
    """

    def __init__(
        self,
        paper: Paper,
        *,
        title: str,
        subject: str,
        made: dt.date,
        landscape: bool = False,
        actual_size: bool = False,
    ) -> None:
        """Begin a document.

        Args:
            paper: The sheet.
            title: What a viewer shows as its name.
            subject: One sentence about it.
            made: Its date; the clock is never asked, so the same content gives the same bytes.
            landscape: Whether the sheet lies.
            actual_size: Whether viewers are told to print at 100 %.
        """
        width, height = paper.size(landscape=landscape)
        self.left, self.bottom, self.right, self.top = MARGIN, MARGIN, width - MARGIN, height - MARGIN
        self.scale = paper.scale
        self._file = io.BytesIO()
        self.canvas: Any = Canvas(self._file, pagesize=(width, height), pageCompression=1, invariant=1, lang="en")
        self.canvas.setTitle(clean(title))
        self.canvas.setSubject(clean(subject))
        self.canvas.setAuthor("Competency board")
        self.canvas.setCreator("Competency board")
        self.canvas.setDateFormatter(lambda *_: f"D:{made:%Y%m%d}000000Z")
        if actual_size:
            self.canvas.setViewerPreference("PrintScaling", "None")

    def next_page(self) -> None:
        """End this page and begin another."""
        self.canvas.showPage()

    def finish(self) -> bytes:
        """End the document and give its file."""
        with _small_and_repeatable():
            self.canvas.save()
        return self._file.getvalue()
