"""The PDF document all pages are drawn in, and the style they share."""

import datetime as dt
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from printables.lettering.lines import clean
from printables.lettering.voices import USUAL, Letters
from printables.page.drawn import Drawn, Field
from printables.page.hues import Hue, Ink, hue_of
from printables.page.paper import MARGIN, MM, Surface
from printables.page.places import Box, Named, fields_on
from printables.page.poster import draw_sheets, places_on_sheets
from printables.page.printer import TRUE, Printer, move
from printables.page.ruler import RULER_ROOM, draw_ruler
from printables.page.uses import list_quickly

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


def written_date(day: dt.date) -> str:
    """Write a date so that no country misreads it: 5 June 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True, slots=True)
class Style:
    """What all kinds of pages are told alike.

    Attributes:
        surface: What a page is laid out on.
        made: The date printed on it; the clock is never asked, so the same content gives the same bytes.
        ink: How much ink it takes.
        letters: How it is lettered.
        printer: What sheets whose size matters are moved by.
        one_sided: Whether a printer is asked to leave the backs empty.
    """

    surface: Surface
    made: dt.date
    ink: Ink = Ink.COLOUR
    letters: Letters = USUAL
    printer: Printer = TRUE
    one_sided: bool = False


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

    A poster is drawn as one large page and cut into its sheets by `next_page` and `finish`.

    Attributes:
        canvas: The reportlab canvas to draw on.
        style: What it was begun with.
        letters: Its voices.
        left: Left end of what may be drawn on; `right`, `top` and `bottom` likewise.
        scale: How much larger than on A4 everything may be.
    """

    def __init__(
        self,
        style: Style,
        *,
        title: str,
        subject: str,
        landscape: bool = False,
        actual_size: bool = False,
        edge: float = MARGIN,
        language: str = "en",
    ) -> None:
        """Begin a document.

        Args:
            style: What all pages are told alike.
            title: What a viewer shows as its name.
            subject: One sentence about it.
            landscape: Whether the sheet lies.
            actual_size: Whether its size matters: viewers are told to print at 100 %, pages are moved as the printer needs it, and
                each has a bar of 100 mm, which takes `RULER_ROOM` from the bottom.
            edge: What is left free at each side, in pt; where it is narrower than `MARGIN` the page brings its own bar.
            language: Two letters.
        """
        self.style, self.letters, self.scale = style, style.letters, style.surface.scale
        self._landscape, self._actual_size = landscape, actual_size
        self._size = style.surface.size(landscape=landscape)
        self._ruler = actual_size and edge >= MARGIN and not style.surface.is_poster
        width, height = self._size
        self.left, self.right, self.top = edge, width - edge, height - edge
        self.bottom = edge + (RULER_ROOM if self._ruler else 0)
        self._file = io.BytesIO()
        self._sheet = style.surface.paper.size(landscape=landscape)
        self.canvas: Any = Canvas(self._file, pagesize=self._sheet, pageCompression=1, invariant=1, lang=language)
        self.canvas.setTitle(clean(title))
        self.canvas.setSubject(clean(subject))
        self.canvas.setAuthor("Competency board")
        self.canvas.setCreator("Competency board")
        list_quickly(self.canvas._doc)  # noqa: SLF001 - reportlab hands it out nowhere
        self.canvas.setDateFormatter(lambda *_: f"D:{style.made:%Y%m%d}000000Z")
        self._pages = 0
        self._named: dict[str, Named] = {}
        self._fields: list[Field] = []
        if actual_size or style.surface.is_poster:
            self.canvas.setViewerPreference("PrintScaling", "None")
        if style.one_sided:
            self.canvas.setViewerPreference("Duplex", "Simplex")
        self._begin()

    @property
    def width(self) -> float:
        """What may be drawn on, from left to right in pt."""
        return self.right - self.left

    def hue(self, level: int) -> Hue:
        """Give the colours of a level by its place in the unit, from 0, in this page's ink."""
        return hue_of(level, self.style.ink)

    def type(self, size: float) -> float:
        """Give a type size in pt that is as large on this page, and in its letters, as one of so many pt on A4."""
        return size * self.scale * self.letters.size

    def field(self, key: str, box: Box) -> None:
        """Name a place of this page, so that what is drawn there can be found again.

        Args:
            key: What it is, in plain words and ids; no other place of the page is called so, and it tells no more than the page.
            box: Where, as the canvas is moved, turned and scaled just now: left, bottom, width and height in pt.
        """
        assert key not in self._named, f"two places of one page are called {key}"
        self._named[key] = box, self.canvas._currentMatrix  # noqa: SLF001 - reportlab hands it out nowhere

    def next_page(self) -> None:
        """End this page and begin another."""
        self._end()
        self._begin()

    def finish(self) -> Drawn:
        """End the document and give its file, with the places that were named."""
        self._end()
        with _small_and_repeatable():
            self.canvas.save()
        width, height = (side / MM for side in self._sheet)
        pages = self._pages * self.style.surface.sheets**2
        return Drawn(self._file.getvalue(), (width, height), pages, tuple(self._fields))

    def _begin(self) -> None:
        self._pages += 1
        if self.style.surface.is_poster:
            self.canvas.beginForm(self._poster, 0, 0, *self._size)
            return
        if self._actual_size:
            move(self.canvas, self.style.printer, self._size)
        if self._ruler:
            draw_ruler(self.canvas, MARGIN, MARGIN, self.letters)

    def _end(self) -> None:
        surface, lies = self.style.surface, self._landscape
        first = (self._pages - 1) * surface.sheets**2
        if surface.is_poster:
            self.canvas.endForm()
            printer = self.style.printer if self._actual_size else TRUE
            draw_sheets(self.canvas, self._poster, surface, self.letters, printer, landscape=lies)
            self._fields += places_on_sheets(first, self._named, surface, printer, landscape=lies)
        else:
            self.canvas.showPage()
            self._fields += fields_on(first, self._named, self._sheet[1])
        self._named = {}

    @property
    def _poster(self) -> str:
        return f"poster-{self._pages}"
