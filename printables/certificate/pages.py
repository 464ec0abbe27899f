"""Certificates: a page for each level a child has finished, with the child's own pictures on it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from board.counting import listed
from board.mastery.audience import Earned
from board.mastery.awards import Award
from board.mastery.curriculum import Unit
from printables.certificate.ornament import draw_frame, draw_rays, draw_ribbon, draw_string
from printables.certificate.wreath import wreath_of
from printables.lettering.lines import (
    CAP_HEIGHT,
    LINE_SPACING,
    Align,
    Block,
    fit,
    line,
    overhang,
    paragraph,
    write,
    write_down,
)
from printables.lettering.voices import Voice
from printables.page import shapes
from printables.page.document import Document, Style, written_date
from printables.page.drawn import Drawn
from printables.page.hues import INK, QUIET, Hue, Ink
from printables.page.paper import MARGIN
from printables.page.parts import draw_foot, draw_line_to_write_on, draw_tab, joined
from printables.page.pictures import Circle, Picture, Stamps
from printables.page.shapes import Look
from printables.page.stickers import draw_beaten, draw_earned, draw_room
from printables.personal.words import SHOWS

TITLE = "I did it!"
KIND = "CERTIFICATE"
CHECKED = "Checked by {}"
SIGNED = "My teacher"
SHOW_TO = "I show it to"

_INSET = 40.0
"""How far words and pictures stay from where drawing begins, in pt on A4."""

_PICTURES, _BETWEEN = 0.45, 0.05
"""Shares of the width for the pictures, and between them and the words."""

_CAPTION = 40.0
"""Height of the words under the pictures, in pt on A4."""

_SIGNING = 82.0
"""Height of the lines to sign on, in pt on A4."""

_NAME, _NAME_LEAST = 46.0, 17.0
_TITLE = 34.0
"""Type sizes of the child's name, and of the title over it, in pt on A4."""

_SPACED = 0.14
"""How far the letters of "CERTIFICATE" stand apart, in ems."""

_USUAL = 14.0
_TYPE = (17.0, _USUAL, 13.0, 12.0, 11.0, 10.0, 9.0)
"""Type sizes of what was shown, in pt on A4."""

_FEW = 3
"""So many lines may be larger than usual."""

_GAP = 0.35
"""Room between two sentences, in parts of the type size."""


def certificates(
    unit: Unit,
    awards: Sequence[Award],
    reasons: Sequence[str],
    pictures: Mapping[str, Picture],
    *,
    class_name: str,
    style: Style,
) -> Drawn:
    """Draw a certificate for each finished level: the Boss's sticker on its rosette, the others in a garland around it.

    It is made for the child's own eyes: pictures nobody has accepted are on it too.

    Args:
        unit: Gives the title and the numbers of the levels.
        awards: One for each page, as `board.mastery.awards.awards_of` gives them.
        reasons: Why each of these levels is finished, in a sentence.
        pictures: By the names of own pictures and step badges; the hero is up to 55 mm wide on A4.
        class_name: Named at the foot.
        style: What all pages are told alike; the sheet lies.

    Returns:
        The PDF and its places; the same bytes for the same arguments.

    Raises:
        ValueError: Nobody has finished a level yet.
    """
    if not awards:
        raise ValueError(f"Nobody has finished a level of {unit.title} yet, so there is no certificate to print.")
    page = Document(
        style,
        title=f"Certificates for {unit.title}",
        subject="What was shown and checked, with my own pictures.",
        landscape=True,
        edge=MARGIN + _INSET * style.surface.scale,
    )
    stamps = Stamps(page, pictures)
    numbers = {level.id: at for at, level in enumerate(unit.levels)}
    for at, (award, why) in enumerate(zip(awards, reasons, strict=True)):
        if at:
            page.next_page()
        number = numbers.get(award.level.id, 0)
        _draw(_Certificate(page, stamps, award, why, number + 1, page.hue(number)))
        draw_foot(page, joined(class_name, unit.title), written_date(style.made), 9)
    return page.finish()


@dataclass(frozen=True, slots=True)
class _Certificate:
    """What every part of one certificate needs."""

    page: Document
    stamps: Stamps
    award: Award
    why: str
    number: int
    hue: Hue

    @property
    def bottom(self) -> float:
        """Where pictures and words end, in pt."""
        return self.page.bottom + _SIGNING * self.page.scale

    @property
    def reach(self) -> float:
        """How far the pictures reach from their middle, in pt."""
        return min(_PICTURES * self.page.width, self.page.top - self.bottom - _CAPTION * self.page.scale) / 2

    def key(self, sticker: Earned) -> str:
        """Give what the place of a sticker is called."""
        return f"sticker/{self.award.student.id}/{sticker.step.id}"


def _draw(one: _Certificate) -> None:
    draw_frame(one.stamps, one.hue)
    _draw_pictures(one)
    _draw_words(one)
    _draw_signing(one)


def _draw_pictures(one: _Certificate) -> None:
    page, award, hue = one.page, one.award, one.hue
    wreath = wreath_of(len(award.others), one.reach)
    x = page.left + _PICTURES * page.width / 2
    y = (page.top + one.bottom + _CAPTION * page.scale) / 2
    draw_rays(one.stamps, hue, Circle(x, y, 2 * one.reach), wreath.covered)
    draw_string(page, hue, Circle(x, y, 2 * wreath.radius), list(wreath.angles))
    draw_ribbon(one.stamps, hue, Circle(x, y, wreath.hero))
    _draw_hero(one, Circle(x, y, wreath.hero))
    for sticker, angle in zip(award.others, wreath.angles, strict=True):
        at = Circle(x + wreath.radius * math.cos(angle), y + wreath.radius * math.sin(angle), wreath.across)
        page.field(one.key(sticker), at.box)
        if page.style.ink is Ink.BLANK:
            draw_room(one.stamps, hue, at, boss=False)
        else:
            draw_earned(one.stamps, sticker, hue, at)
    _draw_caption(one, x, y - max(one.reach, 0.9 * wreath.hero))


def _draw_hero(one: _Certificate, at: Circle) -> None:
    hue, beaten = one.hue, one.award.beaten
    one.page.field(one.key(one.award.hero), at.box)
    if one.page.style.ink is not Ink.BLANK:
        (draw_beaten if beaten else draw_earned)(one.stamps, one.award.hero, hue, at)
        return
    draw_room(one.stamps, hue, at, boss=beaten)
    if beaten:
        draw_room(one.stamps, hue, at._replace(across=0.76 * at.across), boss=False)


def _draw_caption(one: _Certificate, x: float, top: float) -> None:
    """Name the hero under its ribbon, and say what the child says about its picture."""
    page, letters, room = one.page, one.page.letters, 2 * one.reach
    page.canvas.setFillColor(one.hue.deep)
    title = fit(line(one.award.hero.step.title, letters.title), room, page.type(15), 8 * page.scale)
    top = write_down(page.canvas, title, x, top, Align.CENTRE)
    if page.style.ink is Ink.BLANK:
        baseline = top - page.type(16)
        ends = x - room / 2, x + room / 2, baseline
        page.field("line/shows", draw_line_to_write_on(page, SHOWS.format("").strip(), ends, page.type(10.5)))
    elif one.award.caption:
        page.canvas.setFillColor(QUIET)
        said = fit(line(SHOWS.format(one.award.caption), letters.plain), room, page.type(10.5), 8 * page.scale)
        write_down(page.canvas, said, x, top, Align.CENTRE)


def _draw_words(one: _Certificate) -> None:
    """Write title, name, reason and what was shown, the whole in the middle of its height."""
    page, canvas = one.page, one.page.canvas
    left = page.left + (_PICTURES + _BETWEEN) * page.width
    room, tab, gap = page.right - left, 24 * page.scale, 12 * page.scale
    title = fit(line(TITLE, page.letters.title), room, page.type(_TITLE), _NAME_LEAST * page.scale)
    name = fit(line(one.award.student.name, page.letters.title), room, _NAME * page.scale, _NAME_LEAST * page.scale, 2)
    over, under = overhang(name)
    why = fit(line(one.why, page.letters.plain), room, page.type(11), page.type(8.5), 2)
    taken = tab + title.height + name.height + over + under + why.height + 2.5 * gap
    shown = _shown(one, room, page.top - one.bottom - taken)
    top = page.top - max(page.top - one.bottom - taken - sum(each.height + shown.gap for each in shown.blocks), 0) / 2
    _draw_level(one, (left, top, room, tab))
    canvas.setFillColor(one.hue.deep)
    top = write_down(canvas, title, left, top - tab - gap) - over
    canvas.setFillColor(INK)
    top = write_down(canvas, name, left, top) - under - 0.3 * gap
    canvas.setFillColor(QUIET)
    top = write_down(canvas, why, left, top) - 1.2 * gap
    for each in shown.blocks:
        middle = top - (each.height / len(each.lines)) / 2
        shapes.disc(canvas, left + 0.3 * each.size, middle, 0.22 * each.size, Look(one.hue.deep))
        canvas.setFillColor(INK)
        top = write_down(canvas, each, left + each.size, top) - shown.gap


def _draw_level(one: _Certificate, place: tuple[float, float, float, float]) -> None:
    """Draw the level's tab, and at the other end of its room what kind of page this is."""
    page, (left, top, room, high) = one.page, place
    kind, size = line(KIND, replace(page.letters.plain, between_letters=_SPACED)), page.type(9)
    page.canvas.setFillColor(QUIET)
    write(page.canvas, kind, size, left + room, top - high / 2 - CAP_HEIGHT * size / 2, align=Align.RIGHT)
    draw_tab(page, one.hue, one.number, one.award.level.title, (left, top, room - kind.width(size) - high, high))


class _Shown(NamedTuple):
    blocks: tuple[Block, ...]
    gap: float


def _shown(one: _Certificate, room: float, height: float) -> _Shown:
    """Give what was shown in sentences as large as fit; where there are too many, the titles of the steps."""
    page, award, voice = one.page, one.award, one.page.letters.plain
    for size in map(page.type, _TYPE):
        blocks = tuple(_flowing(sentence, voice, room - size, size) for sentence in award.shown)
        large = size > page.type(_USUAL)
        if sum(block.height + _GAP * size for block in blocks) <= height and not (large and _wordy(blocks)):
            return _Shown(blocks, _GAP * size)
    shown = {sticker.step.id for sticker in (award.hero, *award.others)}
    titles = joined(*(step.title for step in award.level.spots if step.id in shown))
    for size in map(page.type, _TYPE[1:]):
        block = _flowing(titles, voice, room - size, size)
        if block.height <= height:
            return _Shown((block,), 0.0)
    return _Shown((_flowing(titles, voice, room - size, size, int(height / (LINE_SPACING * size))),), 0.0)


def _wordy(blocks: Sequence[Block]) -> bool:
    return sum(len(block.lines) for block in blocks) > _FEW


def _flowing(text: str, voice: Voice, room: float, size: float, most: int | None = None) -> Block:
    return paragraph(line(text, voice), room, size, most=most)


def _draw_signing(one: _Certificate) -> None:
    """Draw two lines to sign on: of who checked it, and of whoever the child shows it to."""
    page, canvas, scale = one.page, one.page.canvas, one.page.scale
    names = one.award.checked_by
    checked = CHECKED.format(listed(names)) if names else SIGNED
    y, half = page.bottom + 50 * scale, (page.width - 40 * scale) / 2
    for key, left, words in (("line/checked", page.left, checked), ("line/show to", page.right - half, SHOW_TO)):
        page.field(key, shapes.rule(canvas, left, left + half, y, Look(stroke=QUIET, width=0.7 * scale)))
        canvas.setFillColor(QUIET)
        block = fit(line(words, page.letters.plain), half, page.type(10.5), 7 * scale, 2)
        write_down(canvas, block, left, y - 2 * scale)
