"""The wall chart: who has which sticker, by name; a teacher's copy."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from board.mastery.audience import Audience, Earned, seen_face, seen_status
from board.mastery.curriculum import Unit
from board.mastery.people import Student
from board.mastery.progress import Progress, Status
from printables import shapes
from printables.fonts import Align, Block, Voice, fit, line, write, write_block
from printables.paper import HAIR, INK, LEGEND, QUIET, Document, Paper, written_date
from printables.pictures import Circle, Picture, Stamps
from printables.shapes import Look
from printables.stickers import draw_beaten, draw_earned, draw_emblem, draw_open
from printables.wall_head import draw_key, draw_panel, draw_title
from printables.wall_labels import Labels, labels_of
from printables.wall_panels import Column, Panel, panels_of
from printables.wall_plan import FOOT_PAD, HEADER, KEY, Plan, choose

NOBODY_YET = "No students yet. Add your class, then print this chart again."
FRIEND = "Friend"
"""Stands on a chart by alias for a student who has none."""

_FIFTH = 5
_LEGEND = ((False, "still growing"), (True, "Boss: put it all together"))

_Row = tuple[str, Student]
"""What a row is called, and whose it is."""


def wall_chart(
    unit: Unit,
    students: Sequence[Student],
    progress: Progress,
    pictures: Mapping[str, Picture],
    *,
    class_name: str,
    made: dt.date,
    paper: Paper,
    by_alias: bool = False,
) -> bytes:
    """Draw the grid of students and steps with a sticker for each mastered one.

    What is being practised or left out of a plan looks like any open spot. With `by_alias` the file holds no name:
    rows show the alias, or "Friend" for a student who has none, and stand in the order of the aliases, since the
    order of the register would give the names away.

    Args:
        unit: Its levels and steps head the columns.
        students: The rows, in this order.
        progress: How they stand.
        pictures: By the names of step badges, own pictures and student emblems; where an own picture is missing the
            badge stands in, where a badge or emblem is missing a disc with a letter.
        class_name: Named under the title.
        made: The date printed on it.
        paper: The sheet; its orientation and the number of pages are chosen here.
        by_alias: Whether aliases take the place of names.

    Returns:
        A PDF; the same bytes for the same arguments.

    Raises:
        ValueError: When the unit has no steps, or more than the paper can show legibly.
    """
    if not unit.spots:
        message = f"{unit.title} has no steps yet, so there is nothing to chart."
        raise ValueError(message)
    rows = _rows(students, by_alias=by_alias)
    labels = labels_of(unit, [label for label, _ in rows] or [""])
    plan = choose(labels, paper)
    page = Document(
        paper,
        title=f"{unit.title}: wall chart",
        subject=f"{class_name}: every sticker is something mastered. Teacher's copy, not for display.",
        made=made,
        landscape=plan.landscape,
    )
    chart = _Chart(unit, class_name, made, page, Stamps(page.canvas, pictures), plan, labels)
    _draw_pages(chart, rows, progress)
    return page.finish()


def _rows(students: Sequence[Student], *, by_alias: bool) -> list[_Row]:
    if not by_alias:
        return [(student.name, student) for student in students]
    rows = [(student.alias or FRIEND, student) for student in students]
    return sorted(rows, key=lambda row: (row[0].casefold(), row[1].emblem, row[1].id))


@dataclass(frozen=True, slots=True)
class _Chart:
    """What every part of the drawing needs."""

    unit: Unit
    class_name: str
    made: dt.date
    page: Document
    stamps: Stamps
    plan: Plan
    labels: Labels

    @property
    def top(self) -> float:
        """The upper end of the panels."""
        return self.page.top - (HEADER + (KEY if self.plan.key else 0)) * self.page.scale

    @property
    def first_row(self) -> float:
        """The upper end of the first row."""
        return self.top - self.plan.head

    def left_of(self, block: int) -> float:
        """Give the left end of a block, from 0."""
        step = (self.page.right - self.page.left - self.plan.width) / max(self.plan.blocks - 1, 1)
        return self.page.left + block * step


def _draw_pages(chart: _Chart, rows: list[_Row], progress: Progress) -> None:
    page, pages, left_over = chart.page, chart.plan.pages, iter(rows)
    for number, blocks in enumerate(pages, start=1):
        if number > 1:
            page.next_page()
        draw_title(page, chart.unit, chart.class_name)
        if not rows:
            _draw_sentence(page)
        elif chart.plan.key:
            draw_key(page, chart.labels)
        for block, count in enumerate(blocks):
            _draw_block(chart, chart.left_of(block), list(islice(left_over, count)), progress)
        _draw_footer(chart, f"page {number} of {len(pages)}" if len(pages) > 1 else "")


def _draw_sentence(page: Document) -> None:
    sentence = fit(line(NOBODY_YET, Voice.PLAIN), page.right - page.left, 14 * page.scale, 8)
    page.canvas.setFillColor(INK)
    write_block(page.canvas, sentence, (page.left + page.right) / 2, (page.top + page.bottom) / 2, Align.CENTRE)


def _draw_block(chart: _Chart, left: float, rows: list[_Row], progress: Progress) -> None:
    """Draw a grid with its heads; nothing for no rows."""
    if not rows:
        return
    plan, panels = chart.plan, tuple(panels_of(chart.plan, chart.labels, left))
    bottom = chart.first_row - len(rows) * plan.row - FOOT_PAD * plan.cell
    for panel in panels:
        draw_panel(chart.page, chart.stamps, plan, panel, top=chart.top, bottom=bottom)
    _draw_rules(chart, left, panels, len(rows))
    for index, (label, student) in enumerate(rows):
        y = chart.first_row - (index + 0.5) * plan.row
        _draw_name(chart, label, student.emblem, left, y)
        for panel in panels:
            for column in panel.columns:
                _draw_spot(chart, panel, column, y, _earned(progress, student, column))


def _draw_rules(chart: _Chart, left: float, panels: Sequence[Panel], count: int) -> None:
    """Draw a hairline over each row and a heavier line over each fifth; the first is the foot of the heads."""
    canvas, plan = chart.page.canvas, chart.plan
    for index in range(count):
        y = chart.first_row - index * plan.row
        heavy = index % _FIFTH == 0
        width = 0.8 if heavy else 0.4
        if index:
            look = Look(stroke=QUIET if heavy else HAIR, width=width)
            shapes.rule(canvas, left, left + plan.names - plan.gap, y, look)
        for panel in panels:
            look = Look(stroke=panel.hue.deep if heavy else panel.hue.line, width=width)
            shapes.rule(canvas, panel.left + plan.pad, panel.left + panel.width - plan.pad, y, look)


def _draw_name(chart: _Chart, label: str, emblem: str, left: float, y: float) -> None:
    plan, canvas = chart.plan, chart.page.canvas
    across = 0.92 * plan.cell
    draw_emblem(chart.stamps, emblem, label, Circle(left + across / 2, y, across))
    start = across + 0.22 * plan.cell
    canvas.setFillColor(INK)
    write_block(canvas, _fitted_name(label, plan, plan.names - start - 0.3 * plan.cell), left + start, y)


def _fitted_name(label: str, plan: Plan, room: float) -> Block:
    """Fit a name: a little smaller first, then on two lines, which a row has just room for."""
    text = line(label, Voice.STRONG)
    one = fit(text, room, plan.name_size, 0.62 * plan.name_size)
    if one.whole:
        return one
    return fit(text, room, min(0.42 * plan.row, plan.name_size), 0.28 * plan.row, lines=2)


def _earned(progress: Progress, student: Student, column: Column) -> Earned | None:
    """Give the sticker of a spot, None where there is none."""
    if seen_status(progress.spot(student.id, column.step.id), Audience.EVERYBODY) is not Status.MASTERED:
        return None
    return Earned(column.step, seen_face(progress, student.id, column.step.id, Audience.EVERYBODY))


def _draw_spot(chart: _Chart, panel: Panel, column: Column, y: float, earned: Earned | None) -> None:
    cell, x = chart.plan.cell, column.x
    if earned is None:
        draw_open(chart.stamps, panel.hue, Circle(x, y, 0.82 * cell), boss=column.boss)
    elif column.boss:
        draw_beaten(chart.stamps, earned, panel.hue, Circle(x, y, cell))
    else:
        draw_earned(chart.stamps, earned, panel.hue, Circle(x, y, 0.92 * cell))


def _draw_footer(chart: _Chart, page_of: str) -> None:
    page = chart.page
    canvas, size = page.canvas, 8.5 * page.scale
    middle, mark = page.bottom + 0.5 * size, 1.5 * size
    x = page.left + mark / 2
    legend = _LEGEND if any(level.boss for level in chart.unit.levels) else _LEGEND[:1]
    for boss, words in legend:
        draw_open(chart.stamps, LEGEND, Circle(x, middle, mark), boss=boss)
        canvas.setFillColor(QUIET)
        text = line(words, Voice.PLAIN)
        write(canvas, text, size, x + mark * 0.8, middle - 0.35 * size)
        x += mark * 0.8 + text.width(size) + 2 * size
    notes = ("Teacher's copy, not for display", page_of, written_date(chart.made))
    write(
        canvas,
        line("  ·  ".join(note for note in notes if note), Voice.PLAIN),
        size,
        page.right,
        middle - 0.35 * size,
        align=Align.RIGHT,
    )
