"""I-can cards: a card for each step, four on a sheet, for a ring or a wall pocket."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from board.mastery.audience import Earned
from board.mastery.curriculum import Step, Unit
from printables.cards_plan import INDENT, PAD, Card, Mark, Room, Row, fill
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
from printables.page import shapes
from printables.page.document import Document, Style
from printables.page.hues import GOLD, GOLD_EDGE, HAIR, INK, LEGEND, QUIET, WHITE, Hue, Ink
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
_ON_A_SHEET = _ACROSS * _ACROSS

_INSET = 9 * MM
"""From where a card is cut to its outline, in pt: more than 8 mm, since two sides of each card are the paper's own."""

_HOLE = Circle(13 * MM, 13 * MM, 6 * MM)
"""Where the ring may go through, from a card's upper left corner, in pt."""

_CORNER = 4 * MM
"""Radius of the outline's corners, in pt: the hole's middle is theirs."""

_TAB = 6.5 * MM
_HEAD = 9 * MM
"""Height of the head, with hole and tab, in pt from the outline down."""

_UNDER = 3.5 * MM
"""What stays free under the picture, in pt on A4."""

_TITLE = 10.5
"""Type size of the step's title in pt on A4."""


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


def i_can_cards(unit: Unit, steps: Sequence[Step], pictures: Mapping[str, Picture], *, style: Style) -> bytes:
    """Draw a card for each step: its picture, "I can ...", what it looks like, and ways to show it.

    A step with more to say than a card holds in legible letters goes on, on further cards marked (2), (3) ...

    Args:
        unit: Gives the levels and their numbers.
        steps: Steps and Bosses in the order of the cards, row by row.
        pictures: By the names of step badges; where one is missing a disc with a letter stands in.
        style: What all pages are told alike; with blank ink there is room for a child's own drawing in place of the picture.

    Returns:
        A PDF; the same bytes for the same arguments.

    Raises:
        ValueError: When there are no steps.
    """
    if not steps:
        message = f"{unit.title} has no steps here, so there are no cards to make."
        raise ValueError(message)
    page = Document(style, title=joined(TITLE, unit.title), subject="A card for each step, to cut out.")
    stamps = Stamps(page, pictures)
    first = _place(page, 0)
    cards = fill(page, steps, _room(page, first))
    for at, card in enumerate(cards):
        if at and at % _ON_A_SHEET == 0:
            page.next_page()
        if at % _ON_A_SHEET == 0:
            _draw_cuts(page)
        _draw_card(stamps, unit, card, _place(page, at % _ON_A_SHEET))
    return page.finish()


def _place(page: Document, at: int) -> _Place:
    """Give the outline of a card by its number on the sheet; the sheet is cut exactly in its middles."""
    wide, high = (page.left + page.right) / 2, (page.top + page.bottom) / 2
    left, bottom = at % _ACROSS * wide, (1 - at // _ACROSS) * high
    return _Place(left + _INSET, bottom + _INSET, wide - 2 * _INSET, high - 2 * _INSET)


def _room(page: Document, place: _Place) -> Room:
    above = (_HEAD + _UNDER + 2 * PAD) * page.scale + LINE_SPACING * page.type(_TITLE)
    return Room(place.width - 2 * PAD * page.scale, place.height - above)


def _draw_cuts(page: Document) -> None:
    upright, level = (page.left + page.right) / 2, (page.top + page.bottom) / 2
    draw_cut_lines(page.canvas, [upright], [level], (page.left, page.bottom, page.right, page.top))


def _draw_card(stamps: Stamps, unit: Unit, card: Card, place: _Place) -> None:
    page, level = stamps.page, unit.level_of(card.step.id)
    number = 0 if level is None else unit.levels.index(level)
    boss = level is not None and level.boss is not None and level.boss.id == card.step.id
    hue = page.hue(number)
    words_top = place.top - (_HEAD + _UNDER) * page.scale - card.picture
    _draw_ground(page, hue, place, words_top)
    pill = _draw_boss(stamps, place) if boss else 0.0
    if level is not None:
        left, gap = place.left - _INSET + _HOLE.x + _HOLE.across / 2 + 2 * MM, 2 * MM
        high = _TAB * page.scale
        most = place.left + place.width - gap - pill - left
        draw_tab(page, hue, number + 1, level.title, (left, place.top - _CORNER + _TAB / 2, most, high))
    middle = place.top - _HEAD * page.scale - card.picture / 2
    _draw_picture(stamps, card.step, hue, Circle(place.middle, middle, card.picture), boss=boss)
    _draw_words(page, card, hue, place, words_top)


def _draw_ground(page: Document, hue: Hue, place: _Place, words_top: float) -> None:
    """Draw the card in its level's hue, the white ground of its words, its outline, and where the ring may go through."""
    canvas = page.canvas
    box = (place.left, place.bottom, place.width, place.height)
    shapes.panel(canvas, box, _CORNER, Look(hue.panel))
    shapes.panel(canvas, (*box[:3], words_top - place.bottom), _CORNER, Look(WHITE, hue.line, 0.8))
    shapes.panel(canvas, box, _CORNER, Look(stroke=hue.line, width=1.4))
    x, y = place.left - _INSET + _HOLE.x, place.top + _INSET - _HOLE.y
    shapes.disc(canvas, x, y, _HOLE.across / 2, Look(WHITE, HAIR, 0.6))


def _draw_boss(stamps: Stamps, place: _Place) -> float:
    """Draw the gold pill of a Boss at the right end of the head and give the width it takes."""
    page, canvas = stamps.page, stamps.canvas
    high = _TAB * page.scale
    words = line(BOSS, page.letters.title)
    size, gap = 0.6 * high, 2 * MM
    wide = words.width(size) + 1.7 * high
    left, middle = place.left + place.width - gap - wide, place.top - _CORNER + _TAB / 2 - high / 2
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


def _draw_picture(stamps: Stamps, step: Step, hue: Hue, at: Circle, *, boss: bool) -> None:
    page, canvas = stamps.page, stamps.canvas
    if page.style.ink is not Ink.BLANK:
        (draw_beaten if boss else draw_patch)(stamps, Earned(step), hue, at)
        return
    draw_room(stamps, hue, at, boss=boss)
    words = fit(line(DRAW, page.letters.plain), (0.5 if boss else 0.68) * at.across, page.type(8.5), 4, lines=2)
    canvas.setFillColor(QUIET)
    write_block(canvas, words, at.x, at.y, Align.CENTRE)


def _draw_words(page: Document, card: Card, hue: Hue, place: _Place, top: float) -> None:
    canvas, pad = page.canvas, PAD * page.scale
    y = top - pad
    title = _title(page, card, place.width - 2 * pad)
    spare = y - place.bottom - pad - title.height - card.words_height
    y -= 0 if card.rows else spare / 2
    canvas.setFillColor(hue.deep)
    y = write_down(canvas, title, place.middle, y, Align.CENTRE)
    canvas.setFillColor(INK)
    y = write_down(canvas, card.sentence, place.middle, y, Align.CENTRE) - max(0.0, min(spare / 3, 3 * MM * page.scale))
    for row in card.rows:
        y -= row.above * card.size
        y = _draw_row(page, row, hue, card.size, (place.left + pad, y))


def _title(page: Document, card: Card, room: float) -> Block:
    """Fit the step's title, and behind it which card of the step it is where there are several."""
    part = f" ({card.part})" if card.part > 1 else ""
    size, voice = page.type(_TITLE), page.letters.strong
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
