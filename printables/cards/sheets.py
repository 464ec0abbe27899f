"""I-can cards: a card for each step, four on a sheet, two in larger type, for a ring or a wall pocket."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from board.mastery.audience import Earned
from board.mastery.curriculum import Step, Unit
from printables.cards.plan import INDENT, PAD, Card, Mark, Room, Row, fill
from printables.lettering.lines import (
    CAP_HEIGHT,
    LINE_SPACING,
    Align,
    Block,
    fit,
    line,
    write,
    write_block,
    write_down,
)
from printables.lettering.voices import USUAL, Letters
from printables.page import shapes
from printables.page.document import Document, Style
from printables.page.drawn import Drawn
from printables.page.hues import GOLD, GOLD_EDGE, INK, LEGEND, QUIET, WHITE, Hue, Ink
from printables.page.paper import MM
from printables.page.parts import draw_cut_lines, draw_tab, joined
from printables.page.pictures import Circle, Picture, Stamps
from printables.page.shapes import Look
from printables.page.stickers import draw_beaten, draw_patch, draw_room

TITLE = "I can cards"
BOSS = "Boss"
DRAW = "draw your own badge here"

_GOLDEN = LEGEND._replace(line=GOLD_EDGE)

_ACROSS = 2

_HALF = math.sqrt(2)
"""How much larger half a sheet is than a quarter."""

_INSET = 9 * MM
"""From where a card is cut to its outline, in pt: more than 8 mm, since two sides of each card are the paper's own."""

_HOLE = 6 * MM
"""Width of the hole for a ring, as a punch makes it, in pt."""

_CORNER = 4 * MM
"""Radius of the outline's corners, in pt on a quarter of A4: the hole's middle is theirs."""

_TAB = 6.5 * MM
_HEAD = 9 * MM
"""Height of the head, with hole and tab, in pt from the outline down."""

_UNDER = 3.5 * MM
"""What stays free under the picture, in pt on A4."""

_TITLE = 10.5
"""Type size of the step's title in pt on A4."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """How the sheets are cut: into quarters, or in larger type into upright halves of a lying sheet.

    Attributes:
        page: The document.
        down: How many cards lie one below the other.
        scale: How much larger than on a quarter of A4 everything may be.
    """

    page: Document
    down: int
    scale: float

    @property
    def cards(self) -> int:
        """How many there are on a sheet."""
        return _ACROSS * self.down

    def place(self, at: int) -> "_Place":
        """Give the outline of a card by its number; the sheet is cut exactly in its middles."""
        page, row = self.page, at // _ACROSS % self.down
        wide, high = (page.left + page.right) / _ACROSS, (page.top + page.bottom) / self.down
        left, bottom = at % _ACROSS * wide, (self.down - 1 - row) * high
        return _Place(left + _INSET, bottom + _INSET, wide - 2 * _INSET, high - 2 * _INSET)

    def room(self) -> Room:
        """Give what a card has for picture and words."""
        place = self.place(0)
        return _room(place.width, place.height, self.scale, self.page.letters)

    def usual(self) -> Room:
        """Give what a card has where the sheet is cut into quarters and lettered as usual."""
        wide, high = (side / 2 - 2 * _INSET for side in self.page.style.surface.size())
        return _room(wide, high, self.page.scale, USUAL)

    def draw_cuts(self) -> None:
        """Draw where the sheet is cut."""
        page = self.page
        upright, level = (page.left + page.right) / 2, (page.top + page.bottom) / 2
        levels = [level] if self.down > 1 else []
        draw_cut_lines(page.canvas, [upright], levels, (page.left, page.bottom, page.right, page.top))


@dataclass(frozen=True, slots=True)
class _Place:
    """A card's outline: its left, bottom, width and height in pt."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def top(self) -> float:
        return self.bottom + self.height

    @property
    def middle(self) -> float:
        return self.left + self.width / 2


def i_can_cards(unit: Unit, steps: Sequence[Step], pictures: Mapping[str, Picture], *, style: Style) -> Drawn:
    """Draw a card for each step: its picture, "I can ...", what it looks like, and ways to show it.

    A step with more to say than a card holds in legible letters goes on, on further cards marked (2), (3) ...

    Args:
        unit: Gives the levels and their numbers.
        steps: Steps and Bosses in the order of the cards, row by row.
        pictures: By the names of step badges; where one is missing a disc with a letter stands in.
        style: What all pages are told alike; with blank ink there is room for a child's own drawing in place of the picture.

    Returns:
        The PDF and its places; the same bytes for the same arguments.

    Raises:
        ValueError: When there are no steps.
    """
    if not steps:
        message = f"{unit.title} has no steps here, so there are no cards to make."
        raise ValueError(message)
    halves = style.letters.size > 1
    subject = "A card for each step, to cut out."
    page = Document(style, title=joined(TITLE, unit.title), subject=subject, landscape=halves)
    sheet = _Sheet(page, 1 if halves else 2, page.scale * (_HALF if halves else 1))
    drawn = _Drawn(sheet, Stamps(page, pictures), unit)
    for at, card in enumerate(fill(steps, sheet.room(), sheet.usual())):
        if at and at % sheet.cards == 0:
            page.next_page()
        if at % sheet.cards == 0:
            sheet.draw_cuts()
        _draw_card(drawn, card, sheet.place(at))
    return page.finish()


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What every part of a card needs."""

    sheet: _Sheet
    stamps: Stamps
    unit: Unit

    @property
    def page(self) -> Document:
        return self.stamps.page

    @property
    def scale(self) -> float:
        return self.sheet.scale


def _room(wide: float, high: float, scale: float, letters: Letters) -> Room:
    """Give what a card of some size has for picture and words."""
    above = (_HEAD + _UNDER + 2 * PAD + LINE_SPACING * _TITLE) * scale
    return Room(wide - 2 * PAD * scale, high - above, scale, letters)


def _draw_card(one: _Drawn, card: Card, place: _Place) -> None:
    page, scale, level = one.page, one.scale, one.unit.level_of(card.step.id)
    number = 0 if level is None else one.unit.levels.index(level)
    boss = level is not None and level.is_boss(card.step)
    hue = page.hue(number)
    words_top = place.top - (_HEAD + _UNDER) * scale - card.picture
    which = card.step.id if card.part == 1 else f"{card.step.id}/{card.part}"
    page.field(f"card/{which}", (place.left, place.bottom, place.width, place.height))
    _draw_ground(one, hue, place, words_top)
    pill = _draw_boss(one, place) if boss else 0.0
    if level is not None:
        left, gap = place.left + _CORNER * scale + _HOLE / 2 + 2 * MM, 2 * MM
        high = _TAB * scale
        most = place.left + place.width - gap - pill - left
        draw_tab(page, hue, number + 1, level.title, (left, place.top - _CORNER * scale + high / 2, most, high))
    at = Circle(place.middle, place.top - _HEAD * scale - card.picture / 2, card.picture)
    page.field(f"picture/{which}", at.box)
    _draw_picture(one, card.step, hue, at, boss=boss)
    _draw_words(one, card, hue, place, words_top)


def _draw_ground(one: _Drawn, hue: Hue, place: _Place, words_top: float) -> None:
    """Draw the card in its level's hue, the white ground of its words, its outline, and where to punch a hole for a ring."""
    canvas, corner = one.page.canvas, _CORNER * one.scale
    box = (place.left, place.bottom, place.width, place.height)
    shapes.panel(canvas, box, corner, Look(hue.panel))
    shapes.panel(canvas, (*box[:3], words_top - place.bottom), corner, Look(WHITE, hue.line, 0.8))
    shapes.panel(canvas, box, corner, Look(stroke=hue.line, width=1.4))
    _draw_hole(canvas, Circle(place.left + corner, place.top - corner, _HOLE))


def _draw_hole(canvas: Any, at: Circle) -> None:
    """Draw a dashed ring with a cross-hair: here goes the punch."""
    radius, arm = at.across / 2, 0.2 * at.across
    shapes.disc(canvas, at.x, at.y, radius, Look(WHITE))
    canvas.saveState()
    Look(stroke=QUIET, width=0.6).put_on(canvas)
    canvas.line(at.x - arm, at.y, at.x + arm, at.y)
    canvas.line(at.x, at.y - arm, at.x, at.y + arm)
    canvas.setDash(math.pi * at.across / 24, math.pi * at.across / 24)
    canvas.circle(at.x, at.y, radius)
    canvas.restoreState()


def _draw_boss(one: _Drawn, place: _Place) -> float:
    """Draw the gold pill of a Boss at the right end of the head and give the width it takes."""
    stamps, page, canvas = one.stamps, one.page, one.page.canvas
    high = _TAB * one.scale
    words = line(BOSS, page.letters.title)
    size, gap = 0.6 * high, 2 * MM
    wide = words.width(size) + 1.7 * high
    left, middle = place.left + place.width - gap - wide, place.top - _CORNER * one.scale
    saving = page.style.ink is not Ink.COLOUR
    shapes.panel(
        canvas, (left, middle - high / 2, wide, high), high / 2, Look(WHITE if saving else GOLD, GOLD_EDGE, 0.8)
    )
    stamps.stamp(
        "boss-star", lambda canvas: shapes.open_star(canvas, _GOLDEN), Circle(left + 0.65 * high, middle, 0.66 * high)
    )
    canvas.setFillColor(INK)
    write(canvas, words, size, left + 1.15 * high, middle - CAP_HEIGHT * size / 2)
    return wide + gap


def _draw_picture(one: _Drawn, step: Step, hue: Hue, at: Circle, *, boss: bool) -> None:
    stamps, page, canvas = one.stamps, one.page, one.page.canvas
    if page.style.ink is not Ink.BLANK:
        (draw_beaten if boss else draw_patch)(stamps, Earned(step), hue, at)
        return
    draw_room(stamps, hue, at, boss=boss)
    words = fit(line(DRAW, page.letters.plain), (0.5 if boss else 0.68) * at.across, 8.5 * one.scale, 4, lines=2)
    canvas.setFillColor(QUIET)
    write_block(canvas, words, at.x, at.y, Align.CENTRE)


def _draw_words(one: _Drawn, card: Card, hue: Hue, place: _Place, top: float) -> None:
    canvas, pad = one.page.canvas, PAD * one.scale
    y = top - pad
    title = _title(one, card, place.width - 2 * pad)
    spare = y - place.bottom - pad - title.height - card.words_height
    y -= 0 if card.rows else spare / 2
    canvas.setFillColor(hue.deep)
    y = write_down(canvas, title, place.middle, y, Align.CENTRE)
    canvas.setFillColor(INK)
    y = write_down(canvas, card.sentence, place.middle, y, Align.CENTRE) - max(0.0, min(spare / 3, 3 * MM * one.scale))
    for row in card.rows:
        y -= row.above * card.size
        y = _draw_row(one.page, row, hue, card.size, (place.left + pad, y))


def _title(one: _Drawn, card: Card, room: float) -> Block:
    """Fit the step's title, and behind it which card of the step it is where there are several."""
    part = f" ({card.part})" if card.part > 1 else ""
    size, voice = _TITLE * one.scale, one.page.letters.strong
    title = fit(line(card.step.title, voice), room - line(part, voice).width(size), size, 0.6 * size)
    return replace(title, lines=(line(title.lines[0].text + part, voice),))


def _draw_row(page: Document, row: Row, hue: Hue, size: float, at: tuple[float, float]) -> float:
    """Draw a row from its upper left corner and give the height under it."""
    canvas, (left, top) = page.canvas, at
    middle = top - LINE_SPACING * size / 2
    side = 0.8 * size
    if row.mark is Mark.BOX:
        shapes.panel(canvas, (left, middle - side / 2, side, side), 0.15 * size, Look(WHITE, hue.deep, 0.9))
    if row.mark is Mark.DOT:
        shapes.disc(canvas, left + side / 2, middle, 0.2 * size, Look(hue.deep))
    heading = row.mark is Mark.HEADING
    canvas.setFillColor(hue.deep if heading else INK)
    write(canvas, row.words, size, left if heading else left + INDENT * size, middle - CAP_HEIGHT * size / 2)
    return top - LINE_SPACING * size
