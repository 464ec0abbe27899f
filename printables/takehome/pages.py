"""The take-home page: what a child can do, what it is growing, and what to try at home; for its family."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from board.mastery.curriculum import Unit
from board.mastery.people import Student
from board.mastery.seen import SeenPath
from printables.lettering.lines import CAP_HEIGHT, fit, line, write, write_block, write_down
from printables.page import shapes
from printables.page.document import Document, Style
from printables.page.drawn import Drawn
from printables.page.hues import INK, QUIET, Ink
from printables.page.parts import draw_child, draw_line_to_write_on, joined
from printables.page.pictures import Circle, Picture, Stamps
from printables.page.shapes import Look
from printables.page.stickers import draw_beaten, draw_earned, draw_open, draw_room
from printables.takehome.content import Can, Growing, can_do, growing
from printables.takehome.plan import (
    BETWEEN,
    HEADING,
    LEFT,
    MIDDLE,
    PAD,
    SPOT,
    Column,
    Entry,
    Panel,
    Plan,
    Rooms,
    choose,
    height_of,
    share,
)
from printables.takehome.slip import FOOT, SLIP, draw_slip, draw_slip_foot
from printables.takehome.words import WORDS, Words

_HEAD = 66.0
"""Height of the child's sign and name, in pt on A4."""

_SECTION = 14.0
"""Room over a section's heading, in pt on A4."""

_FIRST = 58.0
"""Height of the place of the first sticker, in pt on A4."""

_MESSAGE = 92.0
"""Height of what is said instead of what is growing, in pt on A4."""


def takehome_pages(
    unit: Unit,
    paths: Sequence[SeenPath],
    pictures: Mapping[str, Picture],
    *,
    style: Style,
    language: str = "en",
) -> Drawn:
    """Draw one page a child for its family: no counts, no comparison, nothing about the class.

    It is made for the child's own eyes: pictures nobody has accepted are on it too.

    Args:
        unit: Its levels and steps, whose words stay as they are.
        paths: The children's paths through it as each family may see its own child's, in this order.
        pictures: By the names of own pictures, step badges and emblems.
        style: What all pages are told alike; the sheet stands upright.
        language: A key of `WORDS`.

    Returns:
        The PDF and its places; the same bytes for the same arguments.

    Raises:
        ValueError: The unit has no steps, there is nobody to print for, or nobody has written the page in this language.
    """
    if language not in WORDS:
        known = " or ".join(sorted(WORDS))
        raise ValueError(f"The take-home page is written in {known}; choose one of them instead of {language}.")
    if not paths:
        raise ValueError(f"{unit.title} has nobody to print for, so there is nothing to take home.")
    if not unit.spots:
        raise ValueError(f"{unit.title} has no steps yet, so there is nothing to take home.")
    words = WORDS[language]
    page = Document(style, title=words.title.format(unit.title), subject=words.subject, language=language)
    stamps = Stamps(page, pictures)
    for number, path in enumerate(paths):
        if number:
            page.next_page()
        _draw(_page_of(stamps, words, path))
    return page.finish()


@dataclass(frozen=True, slots=True)
class _Page:
    """What every part of one child's page needs."""

    page: Document
    stamps: Stamps
    words: Words
    unit: Unit
    student: Student
    plan: Plan
    ended: bool
    spare: float

    @property
    def told(self) -> str:
        """Whose page it is, for its foot."""
        return joined(self.student.name, self.unit.title)

    @property
    def gap(self) -> float:
        """Room over a section, in pt: a little more where there is plenty."""
        return _SECTION * self.page.scale + min(self.spare / 4, 12 * self.page.scale)

    @property
    def heading(self) -> float:
        """Type size of the sections' headings in pt: one for all, so that two fit side by side."""
        page, words = self.page, self.words
        rooms = ((words.growing, LEFT * page.width - 1.8 * PAD * page.scale), (words.home, (1 - LEFT) * page.width))
        return min(fit(line(title, page.letters.title), room, page.type(16), 9).size for title, room in rooms)


def _page_of(stamps: Stamps, words: Words, path: SeenPath) -> _Page:
    page, cans, grown = stamps.page, can_do(path, words), growing(path)
    fixed = _HEAD + 2 * (HEADING + _SECTION) + SLIP + (0 if cans else _FIRST) + (0 if grown else _MESSAGE)
    room = page.top - page.bottom - fixed * page.scale
    plan = choose(page, cans, grown, words, room)
    spare = room - height_of(plan, page.scale)
    if spare < 0 and page.letters.size > 1:
        plan, spare = share(page, cans, grown, words, _rooms(page, cans, grown)), 0.0
    spare = max(spare, 0.0)
    return _Page(page, stamps, words, path.unit, path.student, plan, path.all_shown, spare)


def _rooms(page: Document, cans: Sequence[Can], grown: Sequence[Growing]) -> Rooms:
    """Give what two pages have for what the child can do and what is growing."""
    first = page.top - page.bottom - (_HEAD + HEADING + FOOT + (0 if cans else _FIRST)) * page.scale
    last = _HEAD + HEADING + 2 * _SECTION + SLIP + (0 if grown else _MESSAGE)
    return Rooms(first, (HEADING + _SECTION) * page.scale, page.top - page.bottom - last * page.scale)


def _draw(one: _Page) -> None:
    panels, first = one.plan.panels, one.plan.first
    top = _draw_can(one, _draw_head(one))
    if first is not None:
        if first:
            _draw_growing(one, panels[:first], top - one.gap)
        draw_slip_foot(one.page, one.words, one.told, one.words.page.format(1, 2))
        one.page.next_page()
        top = _draw_head(one)
    rest = panels[first or 0 :]
    top = _draw_growing(one, rest, top - one.gap) if rest else _draw_message(one, top - one.gap)
    draw_slip(one.page, one.words, one.told, top - one.gap, "" if first is None else one.words.page.format(2, 2))


def _draw_head(one: _Page) -> float:
    subtitle = joined(one.words.title.format(one.unit.title), one.words.date(one.page.style.made))
    draw_child(one.stamps, one.student, subtitle, _HEAD)
    return one.page.top - _HEAD * one.page.scale


def _draw_heading(one: _Page, title: str, beside: str, place: tuple[float, float, float]) -> None:
    """Write a section's heading, and a quieter word beside it where there is room.

    Args:
        one: The page.
        title: The heading.
        beside: The quieter word.
        place: Its left end, its upper end and the width there is, in pt.
    """
    (left, top, room), page = place, one.page
    baseline = top - 17 * page.scale
    page.canvas.setFillColor(INK)
    head = fit(line(title, page.letters.title), room, one.heading, 0.5 * one.heading)
    write(page.canvas, head.lines[0], head.size, left, baseline)
    start = head.width + 9 * page.scale
    quiet = fit(line(beside, page.letters.plain), room - start, page.type(10), 8 * page.scale, 2)
    page.canvas.setFillColor(QUIET)
    if len(quiet.lines) == 1:
        write(page.canvas, quiet.lines[0], quiet.size, left + start, baseline)
    elif quiet.whole:
        write_block(page.canvas, quiet, left + start, baseline + CAP_HEIGHT * head.size / 2)


def _draw_can(one: _Page, top: float) -> float:
    """Draw what the child can do; give the height under it."""
    page, plan = one.page, one.plan
    _draw_heading(one, one.words.can, one.words.newest if plan.newest else "", (page.left, top, page.width))
    top -= HEADING * page.scale
    if not plan.entries:
        return _draw_first(one, top)
    wide = page.width / plan.across
    for at, high in enumerate(plan.rows):
        for column, entry in enumerate(plan.entries[at * plan.across : (at + 1) * plan.across]):
            _draw_entry(one, entry, page.left + column * wide, top - high / 2)
        top -= high
    return top


def _draw_entry(one: _Page, entry: Entry, left: float, middle: float) -> None:
    can, plan, page = entry.can, one.plan, one.page
    hue, at = page.hue(can.level), Circle(left + plan.sticker / 2, middle, plan.sticker)
    page.field(f"sticker/{one.student.id}/{can.sticker.step.id}", at.box)
    if page.style.ink is Ink.BLANK:
        draw_room(one.stamps, hue, at, boss=can.boss)
    else:
        (draw_beaten if can.boss else draw_earned)(one.stamps, can.sticker, hue, at)
    _draw_column(page, entry.words, left + plan.sticker + plan.size, middle + entry.words.height / 2)


def _draw_first(one: _Page, top: float) -> float:
    """Draw the place of the first sticker; give the height under it."""
    page, high = one.page, _FIRST * one.page.scale
    across = 0.86 * high
    at = Circle(page.left + across / 2, top - high / 2, across)
    page.field(f"spot/{one.student.id}", draw_open(one.stamps, page.hue(0), at, boss=False))
    left = page.left + across + 12 * page.scale
    page.canvas.setFillColor(INK)
    said = fit(line(one.words.first, page.letters.strong), page.right - left, page.type(13), page.type(9.2), 2)
    write_block(page.canvas, said, left, top - high / 2)
    return top - high


def _draw_growing(one: _Page, panels: Sequence[Panel], top: float) -> float:
    """Draw what is growing, each with what to try at home; give the height under it."""
    page, words = one.page, one.words
    split, pad = page.left + LEFT * page.width, PAD * page.scale
    _draw_heading(one, words.growing, "", (page.left, top, LEFT * page.width - pad))
    _draw_heading(one, words.home, words.pick, (split, top, page.right - split))
    top -= HEADING * page.scale
    for panel in panels:
        _draw_panel(one, panel, top)
        top -= panel.height + BETWEEN * page.scale
    return top + BETWEEN * page.scale


def _draw_panel(one: _Page, panel: Panel, top: float) -> None:
    page, size, pad = one.page, one.plan.size, PAD * one.page.scale
    hue, across = page.hue(panel.growing.level), SPOT * size
    shapes.panel(
        page.canvas, (page.left, top - panel.height, page.width, panel.height), pad, Look(hue.panel, hue.line, 0.8)
    )
    left, middle = page.left + pad, top - panel.height / 2
    at = Circle(left + across / 2, middle, across)
    outline = draw_open(one.stamps, hue, at, boss=panel.growing.boss)
    page.field(f"spot/{one.student.id}/{panel.growing.step}", outline)
    _draw_column(page, panel.sentence, left + across + 0.8 * size, middle + panel.sentence.height / 2)
    x, lower = page.left + LEFT * page.width, middle - panel.right / 2
    if panel.tip.texts:
        _draw_column(page, panel.tip, x, lower + panel.tip.height)
    for column in (panel.ways, panel.looks):
        if column.texts:
            _draw_column(page, column, x, lower + panel.right)
            x += MIDDLE * page.width - 0.5 * pad


def _draw_column(page: Document, column: Column, left: float, top: float) -> None:
    for text in column.texts:
        block, colour, point = text
        page.canvas.setFillColor(colour)
        if point:
            middle = top - block.height / len(block.lines) / 2
            shapes.disc(page.canvas, left + 0.35 * block.size, middle, 0.15 * block.size, Look(QUIET))
            page.canvas.setFillColor(colour)
        top = write_down(page.canvas, block, left + (block.size if point else 0), top)


def _draw_message(one: _Page, top: float) -> float:
    """Draw what is said where nothing is open to work on; give the height under it."""
    page, words, scale = one.page, one.words, one.page.scale
    _draw_heading(one, words.growing, "", (page.left, top, page.width))
    top, high, pad = top - HEADING * scale, _MESSAGE * scale, 1.4 * PAD * scale
    hue = page.hue(len(one.unit.levels) - 1)
    shapes.panel(page.canvas, (page.left, top - high, page.width, high), pad, Look(hue.panel, hue.line, 0.8))
    said, then = (words.done, words.done_next) if one.ended else (words.soon, words.soon_next)
    room, left = page.width - 2 * pad, page.left + pad
    page.canvas.setFillColor(hue.deep)
    y = write_down(
        page.canvas, fit(line(said, page.letters.title), room, page.type(15), 9 * scale), left, top - 0.7 * pad
    )
    page.canvas.setFillColor(INK)
    write_down(page.canvas, fit(line(then, page.letters.plain), room, page.type(11), 8 * scale), left, y)
    ends = left, page.right - pad, top - high + 1.1 * pad
    page.field("line/show to", draw_line_to_write_on(page, words.show_to, ends, page.type(11)))
    return top - high
