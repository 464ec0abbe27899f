"""Stickers on label sheets from the shop: each in the middle of its label."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from board.mastery.audience import Earned
from board.mastery.curriculum import Step, Unit
from board.mastery.pictures import Face
from printables.lettering.lines import LINE_SPACING, Line, fit, line, paragraph, write_down
from printables.lettering.voices import Letters
from printables.page.document import Document, Style
from printables.page.drawn import Drawn
from printables.page.hues import INK, QUIET, Ink
from printables.page.paper import MM, Paper, Surface
from printables.page.pictures import Circle, Picture, Stamps
from printables.page.stickers import draw_beaten, draw_patch, draw_room
from printables.stickers.margin import EDGE, draw_margin
from printables.stickers.outlines import label_outlines
from printables.stock import Stock

INSET = 1.5
"""What stays white inside a label's edge, in mm: sheets lie a little askew in every printer."""

_WIDE = 1.5
"""A label so many times as wide as high has words beside its picture."""

_LEAST = 5.0
"""The smallest type on a label, in pt."""

_SHRUNK = 0.72
"""How far all labels shrink their words for the longest one's sake; beyond that it shrinks alone."""


class Sticker(NamedTuple):
    """A sticker to print.

    Attributes:
        step: What was shown.
        face: The child's own picture on it, None for starter art.
        whose: Display name of the child.
    """

    step: Step
    face: Face | None
    whose: str


Labelled = Sequence[tuple[int, Sticker]]
"""The stickers of one label sheet, each with the number of its label."""


def sheets_of(stock: Stock, stickers: Sequence[Sticker], start: int) -> list[Labelled]:
    """Give each sticker its label, in order; from the second sheet on, from label 1.

    Args:
        stock: The label sheets.
        stickers: In the order they are handed out.
        start: The first label of the first sheet that is free, from 1.

    Returns:
        The labels of each sheet.

    Raises:
        ValueError: There is no sticker, or no such label.
    """
    check_some(stickers)
    check_start(stock, start)
    labels = [divmod(at, stock.count) for at in range(start - 1, start - 1 + len(stickers))]
    pairs = list(zip(labels, stickers, strict=True))
    return [[(at + 1, sticker) for (on, at), sticker in pairs if on == sheet] for sheet in range(labels[-1][0] + 1)]


def check_some(stickers: Sequence[Sticker]) -> None:
    """Refuse to print nothing.

    Raises:
        ValueError: There is no sticker.
    """
    if not stickers:
        raise ValueError("Every earned sticker was printed already; choose to print them again, or wait for new ones.")


def check_start(stock: Stock, start: int) -> None:
    """Refuse a first label the sheet does not have.

    Raises:
        ValueError: It has no such label.
    """
    if not 1 <= start <= stock.count:
        message = f"The first free label can't be {start}: a sheet of {stock.name} has labels 1 to {stock.count}."
        raise ValueError(message)


def sticker_sheets(
    units: Sequence[Unit],
    stock: Stock,
    stickers: Sequence[Sticker],
    pictures: Mapping[str, Picture],
    *,
    start: int = 1,
    style: Style,
) -> Drawn:
    """Draw stickers onto label sheets, one to a label; wide labels say whose it is and what it stands for.

    In blank ink it is one sheet of plain paper with the labels' outlines, to be held against a label sheet.

    Args:
        units: Give each step its level's colour, and their Bosses the gold rim.
        stock: The label sheets; their page is the paper, whatever the style says.
        stickers: In the order they are handed out.
        pictures: By the names of own pictures and step badges; a letter on a disc stands in.
        start: The first free label of the first sheet, from 1; those before it stay empty.
        style: What all pages are told alike.

    Returns:
        The PDF and its places; the same bytes for the same arguments.

    Raises:
        ValueError: There is no sticker to print, or no such label to start with.
    """
    style = replace(style, surface=Surface(Paper(stock.page)))
    if style.ink is Ink.BLANK:
        return label_outlines(stock, style=style)
    sheets = sheets_of(stock, stickers, start)
    page = Document(style, title="Stickers", subject=f"Stickers for {stock.name} labels.", actual_size=True, edge=EDGE)
    drawing = _Drawing(units, stock, page, Stamps(page, pictures), _words_of(stock, stickers, page.letters))
    for number, labelled in enumerate(sheets, 1):
        if number > 1:
            page.next_page()
        for label, sticker in labelled:
            _draw_label(drawing, label, sticker)
        name = f"sheet {number} of {len(sheets)}" if len(sheets) > 1 else ""
        draw_margin(page, stock, name, already_used=labelled[0][0] - 1)
    return page.finish()


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What every label needs."""

    units: Sequence[Unit]
    stock: Stock
    page: Document
    stamps: Stamps
    words: "_Words | None"


def _draw_label(drawing: _Drawing, label: int, sticker: Sticker) -> None:
    stock, place = drawing.stock, drawing.stock.place(label)
    x, y = place.x * MM, (stock.page_mm[1] - place.y) * MM
    wide, high = stock.width * MM, stock.height * MM
    drawing.page.field(f"label/{label}", (x - wide / 2, y - high / 2, wide, high))
    at = Circle(x, y, (stock.spot_mm - 2 * INSET) * MM)
    if drawing.words is not None:
        at = at._replace(x=x - (stock.width - stock.height) / 2 * MM)
        _draw_words(drawing, drawing.words, sticker, x, y)
    drawing.page.field(f"sticker/{label}", at.box)
    draw_art(drawing.stamps, drawing.units, sticker, at)


def draw_art(stamps: Stamps, units: Sequence[Unit], sticker: Sticker, at: Circle) -> None:
    """Draw a sticker with a thin rim in its level's colour, a Boss on its gold one; without picture in blank ink.

    Args:
        stamps: Of the document.
        units: One of them holds the step, or none: then it has the colours of a first level.
        sticker: What is drawn.
        at: Where.
    """
    found = next((found for unit in units for found in _levels(unit) if sticker.step.id in found.ids), None)
    hue = stamps.page.hue(0 if found is None else found.number)
    boss = found is not None and found.boss == sticker.step.id
    if stamps.page.style.ink is Ink.BLANK:
        draw_room(stamps, hue, at, boss=boss)
        return
    (draw_beaten if boss else draw_patch)(stamps, Earned(sticker.step, sticker.face), hue, at)


class _Place(NamedTuple):
    """A level: its number from 0, the ids of its steps and Boss, and that of its Boss."""

    number: int
    ids: frozenset[str]
    boss: str


def _levels(unit: Unit) -> Iterator[_Place]:
    for number, level in enumerate(unit.levels):
        boss = level.boss.id if level.boss is not None else ""
        yield _Place(number, frozenset(step.id for step in level.spots), boss)


class _Words(NamedTuple):
    """How the words beside the pictures are written, alike on every label as far as can be; lengths in pt.

    Attributes:
        left: Where they begin, from the label's middle.
        room: How wide they may run.
        height: How high they may be.
        name: Type size of the names.
        told: Type size of what was shown.
    """

    left: float
    room: float
    height: float
    name: float
    told: float


def _words_of(stock: Stock, stickers: Sequence[Sticker], letters: Letters) -> _Words | None:
    """Choose how words are written, None where labels have no room beside the picture."""
    if stock.round or stock.width < _WIDE * stock.height:
        return None
    left = (stock.height - stock.width / 2 + 0.3 * INSET) * MM
    room = (stock.width / 2 - 1.3 * INSET) * MM - left
    height = (stock.height - 2 * INSET) * MM
    large = max(_LEAST, min(0.2 * height, 0.17 * room, 20) * letters.size)
    widest = max(line(sticker.whose, letters.title).width(1) for sticker in stickers)
    name = max(_SHRUNK * large, min(large, room / widest if widest else large))
    told = max(_LEAST, 0.68 * large)
    texts = {_told(sticker, letters) for sticker in stickers}
    shared = min(_size_for(text, room, height - LINE_SPACING * name, told) for text in texts)
    return _Words(left, room, height, name, max(_SHRUNK * told, shared))


def _told(sticker: Sticker, letters: Letters) -> Line:
    return line(sticker.step.i_can or sticker.step.title, letters.plain)


def _size_for(text: Line, room: float, height: float, size: float) -> float:
    """Give the type size, up to one in pt, at which a text fills no more than a box; at least the smallest legible."""
    while size > _LEAST and paragraph(text, room, size).height > height:
        size -= 0.25
    return max(size, _LEAST)


def _draw_words(drawing: _Drawing, words: _Words, sticker: Sticker, x: float, y: float) -> None:
    """Write the child's name and what it can do beside the picture of the label whose middle is told."""
    canvas, letters = drawing.page.canvas, drawing.page.letters
    name = fit(line(sticker.whose, letters.title), words.room, words.name, _LEAST)
    text, height = _told(sticker, letters), words.height - name.height
    size = _size_for(text, words.room, height, words.told)
    told = paragraph(text, words.room, size, most=max(1, int(height / (LINE_SPACING * size))))
    canvas.setFillColor(INK)
    under = write_down(canvas, name, x + words.left, y + (name.height + told.height) / 2)
    canvas.setFillColor(QUIET)
    write_down(canvas, told, x + words.left, under)
