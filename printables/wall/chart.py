"""The wall chart: who has which sticker, by name; a teacher's copy."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from board.mastery.audience import Earned
from board.mastery.curriculum import Unit
from board.mastery.people import Student
from printables.lettering.lines import Align, Block, fit, line, write, write_block
from printables.page import shapes
from printables.page.document import Document, Style, written_date
from printables.page.drawn import Drawn
from printables.page.hues import HAIR, INK, LEGEND, QUIET, Ink
from printables.page.parts import joined, page_of
from printables.page.pictures import Circle, Picture, Stamps
from printables.page.shapes import Look
from printables.page.stickers import draw_emblem, draw_open
from printables.wall.head import draw_key, draw_panel, draw_title
from printables.wall.labels import Labels, labels_of
from printables.wall.panels import Panel, panels_of
from printables.wall.plan import FOOT_PAD, Plan, choose
from printables.wall.sized import choose_sized
from printables.wall.spots import draw_spot

NOBODY_YET = "No students yet. Add your class, then print this chart again."
FRIEND = "Friend"
"""Stands on a chart by alias for a student who has none."""

_FIFTH = 5
GROWING, BOSS = "still growing", "Boss: put it all together"
ROOM = "a sticker goes here: I can do it"
"""Stands for the first where nothing is printed on the spots."""
_MARK = 1.5
"""Width of the shapes that are explained, in parts of the type size."""
_TO_WORDS, _TO_NEXT = 1.3, 1.2

_SMALLER = 0.8
"""How far a very long name shrinks before it wraps."""
_TWO_LINES, _TWO_LEAST = 0.42, 0.28
"""Type size of a name on two lines and the least it may have, in parts of the row."""

Stickers = Mapping[str, Mapping[str, Earned]]
"""The stickers that are seen, by the ids of student and step."""

_Row = tuple[str, Student, str]
"""What a row is called, whose it is, and what its places are called: by the student's id, by alias only by the row's number."""


def wall_chart(
    unit: Unit,
    students: Sequence[Student],
    stickers: Stickers,
    pictures: Mapping[str, Picture],
    *,
    class_name: str,
    style: Style,
    by_alias: bool = False,
    spot_mm: float | None = None,
) -> Drawn:
    """Draw the grid of students and steps with a sticker for each mastered one.

    What is being practised or left out of a plan looks like any open spot. With `by_alias` the file holds no name:
    rows show the alias, or "Friend" for a student who has none, and stand in the order of the aliases, since the
    order of the register would give the names away. In blank ink every spot is empty, whatever is earned.

    Args:
        unit: Its levels and steps head the columns.
        students: The rows, in this order.
        stickers: What each of them has earned.
        pictures: By the names of step badges, own pictures and student emblems; where an own picture is missing the
            badge stands in, where a badge or emblem is missing a disc with a letter.
        class_name: Named under the title.
        style: What all pages are told alike; orientation and number of pages are chosen here.
        by_alias: Whether aliases take the place of names.
        spot_mm: Width of every spot in mm, for real stickers; the sheets then ask to be printed at their true size. None
            for as large as fits.

    Returns:
        The PDF and its places; the same bytes for the same arguments.

    Raises:
        ValueError: When the unit has no steps, or more than the paper can show legibly, or spots of that size don't fit.
    """
    if not unit.spots:
        message = f"{unit.title} has no steps yet, so there is nothing to chart."
        raise ValueError(message)
    rows = _rows(students, by_alias=by_alias)
    labels = labels_of(unit, [label for label, _, _ in rows] or [""], style.letters)
    plan = choose(labels, style.surface) if spot_mm is None else choose_sized(labels, style.surface, spot_mm)
    page = Document(
        style,
        title=f"{unit.title}: wall chart",
        subject=f"{class_name}: every sticker is something mastered. Teacher's copy, not for display.",
        landscape=plan.room.landscape,
        actual_size=spot_mm is not None,
    )
    chart = _Chart(unit, class_name, page, Stamps(page, pictures), plan, labels)
    _draw_pages(chart, rows, stickers)
    return page.finish()


def _rows(students: Sequence[Student], *, by_alias: bool) -> list[_Row]:
    if not by_alias:
        return [(student.name, student, student.id) for student in students]
    rows = [(student.alias or FRIEND, student) for student in students]
    rows.sort(key=lambda row: (row[0].casefold(), row[1].emblem, row[1].id))
    return [(label, student, str(number)) for number, (label, student) in enumerate(rows, 1)]


@dataclass(frozen=True, slots=True)
class _Chart:
    """What every part of the drawing needs."""

    unit: Unit
    class_name: str
    page: Document
    stamps: Stamps
    plan: Plan
    labels: Labels

    @property
    def top(self) -> float:
        """The upper end of the panels."""
        return self.page.top - self.plan.above

    @property
    def first_row(self) -> float:
        """The upper end of the first row."""
        return self.top - self.plan.head

    def left_of(self, block: int) -> float:
        """Give the left end of a block, from 0."""
        room = self.plan.room
        step = (self.page.width - room.width) / max(room.blocks - 1, 1)
        return self.page.left + block * step


def _draw_pages(chart: _Chart, rows: list[_Row], stickers: Stickers) -> None:
    page, pages, left_over = chart.page, chart.plan.pages, iter(rows)
    for number, blocks in enumerate(pages, start=1):
        if number > 1:
            page.next_page()
        draw_title(page, chart.plan, chart.unit, chart.class_name)
        if not rows:
            _draw_sentence(page)
        elif chart.plan.key:
            draw_key(page, chart.plan, chart.labels)
        for block, count in enumerate(blocks):
            _draw_block(chart, chart.left_of(block), list(islice(left_over, count)), stickers)
        _draw_footer(chart, page_of(number, len(pages)))


def _draw_sentence(page: Document) -> None:
    sentence = fit(line(NOBODY_YET, page.letters.plain), page.width, page.type(14), 8)
    page.canvas.setFillColor(INK)
    write_block(page.canvas, sentence, (page.left + page.right) / 2, (page.top + page.bottom) / 2, Align.CENTRE)


def _draw_block(chart: _Chart, left: float, rows: list[_Row], stickers: Stickers) -> None:
    """Draw a grid with its heads; nothing for no rows."""
    if not rows:
        return
    plan, panels = chart.plan, tuple(panels_of(chart.plan, chart.labels, left, chart.page.style.ink))
    bottom = chart.first_row - len(rows) * plan.row - FOOT_PAD * plan.cell
    for panel in panels:
        draw_panel(chart.page, chart.stamps, plan, panel, top=chart.top, bottom=bottom)
    _draw_rules(chart, left, panels, len(rows))
    blank = chart.page.style.ink is Ink.BLANK
    for index, (label, student, whose) in enumerate(rows):
        y = chart.first_row - (index + 0.5) * plan.row
        _draw_name(chart, label, student.emblem, left, y)
        for panel in panels:
            for column in panel.columns:
                earned = None if blank else stickers[student.id].get(column.step.id)
                spot = draw_spot(chart.stamps, plan, panel.hue, (column.x, y), boss=column.boss, earned=earned)
                chart.page.field(f"spot/{whose}/{column.step.id}", spot)


def _draw_rules(chart: _Chart, left: float, panels: Sequence[Panel], count: int) -> None:
    """Draw a hairline over each row and a heavier line over each fifth; the first is the foot of the heads."""
    canvas, plan = chart.page.canvas, chart.plan
    for index in range(count):
        y = chart.first_row - index * plan.row
        heavy = index % _FIFTH == 0
        width = (0.8 if heavy else 0.4) * chart.page.scale
        if index:
            look = Look(stroke=QUIET if heavy else HAIR, width=width)
            shapes.rule(canvas, left, left + plan.names.width - plan.gap, y, look)
        for panel in panels:
            look = Look(stroke=panel.hue.deep if heavy else panel.hue.line, width=width)
            shapes.rule(canvas, panel.left + plan.pad, panel.left + panel.width - plan.pad, y, look)


def _draw_name(chart: _Chart, label: str, emblem: str, left: float, y: float) -> None:
    names, canvas = chart.plan.names, chart.page.canvas
    draw_emblem(chart.stamps, emblem, label, Circle(left + names.emblem / 2, y, names.emblem))
    canvas.setFillColor(INK)
    write_block(canvas, _fitted_name(chart, label), left + names.start, y)


def _fitted_name(chart: _Chart, label: str) -> Block:
    """Fit a name: a very long one a little smaller first, then on two lines, which a row has just room for."""
    names, text = chart.plan.names, line(label, chart.page.letters.strong)
    one = fit(text, names.room, names.size, _SMALLER * names.size)
    if one.whole:
        return one
    two = min(_TWO_LINES * chart.plan.row, names.size)
    return fit(text, names.room, two, min(_TWO_LEAST * chart.plan.row, names.size), lines=2)


def _draw_footer(chart: _Chart, which: str) -> None:
    """Draw what the shapes mean, and at the right end whose copy it is; both shrink alike where they would meet."""
    page, plain = chart.page, chart.page.letters.plain
    legend = [(boss, line(words, plain)) for boss, words in _legend(chart)]
    notes = line(joined("Teacher's copy, not for display", which, written_date(page.style.made)), plain)
    ems = sum((_TO_WORDS + _TO_NEXT) * _MARK + text.width(1) for _, text in legend) + notes.width(1)
    size = min(8.5 * chart.plan.scale, page.width / ems)
    middle, x = page.bottom + _MARK / 2 * size, page.left
    for boss, text in legend:
        draw_open(chart.stamps, LEGEND, Circle(x + _MARK / 2 * size, middle, _MARK * size), boss=boss)
        page.canvas.setFillColor(QUIET)
        x += _TO_WORDS * _MARK * size
        write(page.canvas, text, size, x, middle - 0.35 * size)
        x += text.width(size) + _TO_NEXT * _MARK * size
    page.canvas.setFillColor(QUIET)
    write(page.canvas, notes, size, page.right, middle - 0.35 * size, align=Align.RIGHT)


def _legend(chart: _Chart) -> Iterator[tuple[bool, str]]:
    yield False, ROOM if chart.page.style.ink is Ink.BLANK else GROWING
    if any(level.boss for level in chart.unit.levels):
        yield True, BOSS
