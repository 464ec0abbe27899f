"""What stands on a take-home page, and how much of it fits: lists grow shorter before type grows smaller."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportlab.lib.colors import Color

from printables.lettering.lines import Block, fit, line, paragraph
from printables.page.document import Document
from printables.page.hues import INK, QUIET, Hue
from printables.takehome.content import Can, Growing
from printables.takehome.words import Words

MOST_CAN, MOST_GROWING = 8, 3
"""Stickers and steps on a page, at most."""

PAD, BETWEEN, HEADING = 10.0, 8.0, 27.0
"""Inside a panel, between two, and the height of a section's heading, in pt on A4."""

LEFT, MIDDLE = 0.36, 0.32
"""Shares of a panel's width for what is growing, and for each half of what to try."""

SPOT = 3.2
"""Width of an open spot beside its sentence, in parts of the type size."""

_STICKER, _STICKER_ALONE = 4.4, 5.6
"""Width of a sticker in parts of the type size, and where it has the whole line."""

_LINES, _LINES_LARGER, _LINES_ALONE = 3, 5, 8
"""How many lines one point of a list may have, usually, in larger type, and where it is the only one."""

_LARGE, _SIZES = (13.0, 12.0), (11.0, 10.0, 9.2)
"""Type sizes in pt on A4: where there is plenty of room, and else; the smallest is 9 pt on Letter."""

_CALM = 0.9
"""Share of its room a page in large type may take."""


class Text(NamedTuple):
    """A block of a column.

    Attributes:
        block: What is written.
        colour: In which colour.
        point: Whether a point stands before it; then it is indented by its type size.
    """

    block: Block
    colour: Color
    point: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """Blocks below one another.

    Attributes:
        texts: The blocks, top first.
    """

    texts: tuple[Text, ...] = ()

    @property
    def height(self) -> float:
        """What it takes, in pt."""
        return sum(text.block.height for text in self.texts)


class Entry(NamedTuple):
    """Something the child can do, with its words laid out."""

    can: Can
    words: Column


class Panel(NamedTuple):
    """Something that is growing, with its words laid out.

    Attributes:
        growing: What it is.
        sentence: Beside its open spot.
        ways: The left half of what to try.
        looks: The right half.
        tip: Under both.
        right: Height of these three, in pt.
        height: Of the whole panel, in pt.
    """

    growing: Growing
    sentence: Column
    ways: Column
    looks: Column
    tip: Column
    right: float
    height: float


class Plan(NamedTuple):
    """How a page is laid out, all in pt.

    Attributes:
        size: Type size.
        sticker: Width of a sticker.
        across: How many of what the child can do stand side by side.
        rows: Heights of their rows.
        entries: What the child can do.
        panels: What is growing.
        newest: Whether there is more that the child can do.
        first: How many panels stand on the first of two pages; None where one page holds all.
    """

    size: float
    sticker: float
    across: int
    rows: tuple[float, ...]
    entries: tuple[Entry, ...]
    panels: tuple[Panel, ...]
    newest: bool = False
    first: int | None = None


class Most(NamedTuple):
    """How long lists may be."""

    can: int
    growing: int
    ways: int
    looks: int


_EVERYTHING = Most(MOST_CAN, MOST_GROWING, 3, 4)
_SHORTER = (
    Most(8, 3, 2, 3),
    Most(6, 3, 2, 3),
    Most(6, 3, 2, 2),
    Most(4, 3, 2, 2),
    Most(4, 2, 2, 2),
    Most(4, 1, 2, 2),
    Most(2, 1, 2, 2),
    Most(2, 1, 1, 1),
)


def choose(page: Document, cans: Sequence[Can], grown: Sequence[Growing], words: Words, room: float) -> Plan:
    """Lay out as much as fits, in type as large as lets everything fit.

    Args:
        page: The page, for its letters and its width.
        cans: What the child can do, in order.
        grown: What is growing, in order.
        words: Of which language.
        room: Height for both without their headings, in pt.

    Returns:
        The plan; the shortest one where not even that fits. In larger type it may be higher than the room: then two pages share it.
    """
    tries = [(size, _EVERYTHING, _CALM * room) for size in _LARGE]
    tries += [(size, most, room) for size in _SIZES for most in (_EVERYTHING, *_SHORTER)]
    if page.letters.size > 1:
        tries = tries[: len(_LARGE) + 1]  # whoever needs larger type is not told less
    for size, most, high in tries:
        plan = _plan(page, cans[: most.can], grown[: most.growing], words, (page.type(size), most))
        if height_of(plan, page.scale) <= high:
            break
    return plan._replace(newest=len(plan.entries) < len(cans))


class Rooms(NamedTuple):
    """What two pages have for what the child can do and what is growing, all in pt.

    Attributes:
        first: On the first page, under the heading of what the child can do.
        heading: What the heading of what is growing takes of that.
        last: On the last page, under its headings.
    """

    first: float
    heading: float
    last: float


def share(page: Document, cans: Sequence[Can], grown: Sequence[Growing], words: Words, rooms: Rooms) -> Plan:
    """Share everything among two pages, in type as large as lets it fit; lists grow shorter only where texts never end.

    Args:
        page: The page, for its letters and its width.
        cans: What the child can do, in order.
        grown: What is growing, in order.
        words: Of which language.
        rooms: What the two pages have.
    """
    tries = [(size, _EVERYTHING) for size in (*_LARGE, _SIZES[0])]
    tries += [(size, most) for size in _SIZES for most in _SHORTER]
    for size, most in tries:
        plan = _plan(page, cans[: most.can], grown[: most.growing], words, (page.type(size), most))
        first = _on_the_first(plan, rooms, BETWEEN * page.scale)
        if first is not None:
            break
    return plan._replace(newest=len(plan.entries) < len(cans), first=first or 0)


def _on_the_first(plan: Plan, rooms: Rooms, between: float) -> int | None:
    """Say how many panels go on the first page, so that the last one has some too; None where they don't all fit."""
    left = rooms.first - sum(plan.rows)
    heights = [panel.height + between for panel in plan.panels]
    for first in range(max(len(heights) - 1, 0), -1, -1):
        taken = rooms.heading + sum(heights[:first]) if first else 0.0
        if taken <= left and sum(heights[first:]) <= rooms.last:
            return first
    return None


def height_of(plan: Plan, scale: float) -> float:
    """Give the height of both sections without their headings, in pt."""
    return sum(plan.rows) + sum(panel.height + BETWEEN * scale for panel in plan.panels)


def _plan(page: Document, cans: Sequence[Can], grown: Sequence[Growing], words: Words, how: tuple[float, Most]) -> Plan:
    size, most = how
    across = 1 if len(cans) <= 2 else 2  # noqa: PLR2004 - two sentences have room for a whole line
    sticker = (_STICKER if across > 1 else _STICKER_ALONE) * size / page.letters.size
    room = page.width / across - sticker - 2.2 * size
    entries = tuple(Entry(can, _entry(page, can, room, size)) for can in cans)
    rows = tuple(
        max(sticker, *(entry.words.height for entry in entries[start : start + across])) + 0.8 * size
        for start in range(0, len(entries), across)
    )
    panels = tuple(_panel(page, each, words, size, most) for each in grown)
    return Plan(size, sticker, across, rows, entries, panels)


def _entry(page: Document, can: Can, room: float, size: float) -> Column:
    texts = [Text(paragraph(line(can.sentence, page.letters.plain), room, size, most=4), INK)]
    if can.beside:
        texts.append(Text(_beside(page, can.beside, room, size), QUIET))
    return Column(tuple(texts))


def _beside(page: Document, text: str, room: float, size: float) -> Block:
    """Lay out a quieter word on one line, else on two."""
    least, said = page.type(_SIZES[-1]), line(text, page.letters.plain)
    small = max(0.85 * size, least)
    on_one = fit(said, room, small, least)
    return on_one if on_one.whole else paragraph(said, room, small, most=2)


def _panel(page: Document, each: Growing, words: Words, size: float, most: Most) -> Panel:
    scale, letters, hue = page.scale, page.letters, page.hue(each.level)
    pad = PAD * scale
    room = LEFT * page.width - 2 * pad - (SPOT + 0.8) * size
    sentence = Column((Text(paragraph(line(each.sentence, letters.strong), room, size, most=6), INK),))
    half = MIDDLE * page.width - 1.5 * pad
    ways = _listed(page, hue, (words.ways, each.ways[: most.ways]), (half, size))
    looks = _listed(page, hue, (words.looks, each.looks[: most.looks]), (half, size))
    tip, whole = Column(), 2 * MIDDLE * page.width - 2 * pad
    if not (ways.texts or looks.texts):
        ways = Column((Text(paragraph(line(words.ask, letters.plain), whole, size), INK),))
    if each.tip:
        said = line(words.tip.format(each.tip), letters.plain)
        tip = Column((Text(paragraph(said, whole, size, most=3), hue.deep),))
    right = max(ways.height, looks.height) + (tip.height + 0.4 * size if each.tip else 0)
    return Panel(each, sentence, ways, looks, tip, right, max(sentence.height, SPOT * size, right) + 2 * pad)


def _listed(page: Document, hue: Hue, told: tuple[str, Sequence[str]], place: tuple[float, float]) -> Column:
    """Give a heading and its points; nothing where there are none."""
    (heading, points), (room, size) = told, place
    if not points:
        return Column()
    head = Text(paragraph(line(heading, page.letters.strong), room, size), hue.deep)
    several = _LINES_LARGER if page.letters.size > 1 else _LINES
    most = several if len(points) > 1 else _LINES_ALONE
    lines = [paragraph(line(point, page.letters.plain), room - size, size, most=most) for point in points]
    return Column((head, *(Text(block, INK, point=True) for block in lines)))
