"""What the charts of all children share: the levels, their titles and trails, and the line to write on; kept once in the file."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportlab.lib.colors import Color

from board.mastery.curriculum import Level, Unit
from printables.lettering.lines import CAP_HEIGHT, Align, Block, fit, line, write, write_down
from printables.page import shapes
from printables.page.document import Document, written_date
from printables.page.hues import HAIR, INK, QUIET, Hue
from printables.page.parts import draw_line_to_write_on, draw_tab, joined, page_of
from printables.page.places import Box
from printables.page.shapes import Look
from printables.personal.plan import FOOT, HEAD, TAB, UNDER, Band, Plan, Spot
from printables.personal.words import Words

NEXT = "Next I want to:"

EMBLEM = 0.86
"""Share of the head's height a child's emblem takes."""

_DOT, _DOTS = 1.25, 6.5
"""Radius of a dot of the trail, and how far about one is from the next, on A4."""

_MUCH = 90.0
"""Height left under the levels, on A4, from which there is a place to draw in instead of a line to write on."""

_STILL_FREE, _APART = 60.0, 1.5
"""Height that stays free to draw in, on A4, and how far lines about what has grown stand apart, in parts of their size."""

_PATH, _PATH_LEAST, _NEXT, _DATE = 12.0, 7.0, 11.0, 8.5
"""Type sizes of the line under the name, the usual and the smallest, and of the two of the foot, on A4."""


class Said(NamedTuple):
    """What a child says of its path on its own chart.

    Attributes:
        wanted: What it wants to work on next, or empty.
        grown: Sentences about what has grown, the first one first where room is short.
    """

    wanted: str
    grown: tuple[str, ...] = ()


NOTHING_SAID = Said("")


class Backdrop:
    """The shared part of the pages of one plan.

    Args:
        page: The document.
        unit: What is charted.
        plan: Where everything stands.
        words: What stands under the spots.
    """

    def __init__(self, page: Document, unit: Unit, plan: Plan, words: Words) -> None:
        self._page, self._unit, self._plan, self._words = page, unit, plan, words
        self._next: dict[int, tuple[str, Box]] = {}

    def draw(self, number: int) -> None:
        """Draw it on a page of a child's chart, keeping it first where it is new; the number counts from 0."""
        canvas, name = self._page.canvas, f"backdrop-{number}"
        if not canvas.hasForm(name):
            canvas.beginForm(name, 0, 0, *self._page.style.surface.size())
            self._draw_path()
            for band in self._plan.pages[number]:
                self._draw_level(self._unit.levels[band.level], band)
            self._next[number] = self._draw_foot(number)
            canvas.endForm()
        canvas.doForm(name)
        self._page.field(*self._next[number])

    def write(self, number: int, said: Said) -> None:
        """Write what a child wants next where it would write it itself; in a place to draw in also what has grown.

        Args:
            number: Number of the page, from 0; its backdrop was drawn.
            said: What the child says.
        """
        page, (key, (left, bottom, width, height)) = self._page, self._next[number]
        size, small = page.type(_NEXT), page.type(_DATE)
        if key == "line/next":
            self._write_line(said.wanted, (left, bottom + 0.3 * size, width), size, INK)
            return
        around = 12 * page.scale
        top, room = bottom + height - around - 2.1 * size, width - 2 * around
        self._write_line(said.wanted, (left + around, top, room), size, INK)
        rows = max(0, int((top - bottom - _STILL_FREE * page.scale) / (_APART * small)))
        for at, text in enumerate(reversed(said.grown[:rows])):
            self._write_line(text, (left + around, bottom + around + at * _APART * small, room), small, QUIET)

    def _write_line(self, text: str, place: tuple[float, float, float], size: float, colour: Color) -> None:
        """Write one line, shrunk to fit: where it begins, its baseline, and the room there is."""
        left, y, room = place
        if text:
            block = fit(line(text, self._page.letters.strong), room, size, 0.6 * size)
            self._page.canvas.setFillColor(colour)
            write(self._page.canvas, block.lines[0], block.size, left, y)

    def _draw_path(self) -> None:
        path, y = path_under_name(self._page, self._unit)
        self._page.canvas.setFillColor(QUIET)
        write(self._page.canvas, path.lines[0], path.size, name_starts(self._page), y)

    def _draw_level(self, level: Level, band: Band) -> None:
        page, canvas, hue = self._page, self._page.canvas, self._page.hue(band.level)
        tab = page.type(TAB)
        box = (page.left, band.top - band.height, page.width, band.height)
        shapes.panel(canvas, box, tab / 2, Look(hue.panel, hue.line, 0.8))
        draw_tab(page, hue, band.level + 1, level.title, (page.left, band.top, page.width, tab))
        for row in band.rows:
            self._draw_trail(level, row, hue)
            for spot in row:
                self._draw_title(level, spot, hue)

    def _draw_title(self, level: Level, spot: Spot, hue: Hue) -> None:
        step, canvas = level.spots[spot.number], self._page.canvas
        canvas.setFillColor(hue.deep if level.is_boss(step) else INK)
        title, top = self._words.title(step, self._plan.pitch), words_start(self._page, self._plan, spot)
        write_down(canvas, title, spot.x, top, Align.CENTRE)

    def _draw_trail(self, level: Level, row: Sequence[Spot], hue: Hue) -> None:
        """Draw dots from spot to spot, and a few where the trail comes from the row above or goes on in the next."""
        edge = 3 * _DOT * self._page.scale
        for x in _trail(row, len(level.spots), self._plan, self._page):
            if self._page.left + edge < x < self._page.right - edge:
                shapes.disc(self._page.canvas, x, row[0].y, _DOT * self._page.scale, Look(hue.line))

    def _draw_foot(self, number: int) -> tuple[str, Box]:
        """Draw date, page and where to write or draw what comes next; give what that place is called, and where it is."""
        page, pages = self._page, len(self._plan.pages)
        y = page.bottom + 0.2 * FOOT * page.scale
        end, size = (
            line(joined(page_of(number + 1, pages), written_date(page.style.made)), page.letters.plain),
            page.type(_DATE),
        )
        page.canvas.setFillColor(QUIET)
        write(page.canvas, end, size, page.right, y, align=Align.RIGHT)
        *_, last = self._plan.pages[number]
        free = last.top - last.height - page.bottom - FOOT * page.scale
        if free > _MUCH * page.scale:
            return "box/next", self._draw_place_to_draw(free)
        rule_ends = page.right - end.width(size) - 2 * size
        return "line/next", draw_line_to_write_on(page, NEXT, (page.left, rule_ends, y), page.type(_NEXT))

    def _draw_place_to_draw(self, free: float) -> Box:
        """Draw a large box for what comes next, where a line would leave the page half empty."""
        page, canvas, size = self._page, self._page.canvas, self._page.type(_NEXT)
        bottom, around = page.bottom + 0.62 * FOOT * page.scale, 12 * page.scale
        box = (page.left, bottom, page.width, free + 0.38 * FOOT * page.scale - around)
        canvas.saveState()
        canvas.setDash(4, 4)
        shapes.panel(canvas, box, page.type(TAB) / 2, Look(stroke=HAIR, width=1.0))
        canvas.restoreState()
        canvas.setFillColor(QUIET)
        write(canvas, line(NEXT, page.letters.plain), size, page.left + around, box[1] + box[3] - around - 0.7 * size)
        return box


def name_starts(page: Document) -> float:
    """Give where the name begins, right of the emblem, in pt."""
    return page.left + (EMBLEM * HEAD + 14) * page.scale


def path_under_name(page: Document, unit: Unit) -> tuple[Block, float]:
    """Give the quieter line under the name, and the height of its baseline in pt."""
    text = line(f"My {unit.title} path", page.letters.plain)
    path = fit(text, page.right - name_starts(page), page.type(_PATH), page.type(_PATH_LEAST))
    return path, page.top - 0.66 * HEAD * page.scale - CAP_HEIGHT * path.size / 2


def words_start(page: Document, plan: Plan, spot: Spot) -> float:
    """Give the upper end of the words under a spot, in pt."""
    return spot.y - plan.die / 2 - UNDER * page.scale


def _trail(row: Sequence[Spot], count: int, plan: Plan, page: Document) -> Iterator[float]:
    reach, step = plan.die / 2 + _DOTS * page.scale / 2, _DOTS * page.scale
    for here, there in pairwise(row):
        yield from _dots(here.x + reach, there.x - reach, step)
    if row[0].number > 0:
        yield from _dots(row[0].x - reach - 2 * step, row[0].x - reach, step)
    if row[-1].number < count - 1:
        yield from _dots(row[-1].x + reach, row[-1].x + reach + 2 * step, step)


def _dots(start: float, end: float, step: float) -> Iterator[float]:
    """Give places about a step apart, the first and the last at the ends; one in the middle where there is no room."""
    many = round((end - start) / step)
    if many < 1:
        yield (start + end) / 2
        return
    for at in range(many + 1):
        yield start + (end - start) * at / many
