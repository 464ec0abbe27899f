"""The heads of a wall chart: its title, the level panels, the rotated step titles and their badges."""

from collections.abc import Sequence
from typing import Any

from board.mastery.audience import Earned
from board.mastery.curriculum import Unit
from printables.lettering.lines import LEADING, Align, Block, Line, fit, line, write_block
from printables.lettering.voices import Letters
from printables.page import shapes
from printables.page.document import Document
from printables.page.hues import INK
from printables.page.parts import draw_heading, draw_number, joined
from printables.page.pictures import Circle, Stamps
from printables.page.shapes import Look
from printables.page.stickers import draw_badge
from printables.wall.labels import BEFORE_TITLE, Labels, title_line
from printables.wall.panels import Column, Panel
from printables.wall.plan import BADGE_ROOM, HEAD_PAD, HEADER, KEY, Plan

_TITLE = 27.0
_BETWEEN, _KEY_SIZE, _KEY_LEAST = " · ", 8.5, 5.5
_MOTTO = "every sticker is something I can do"


def draw_title(page: Document, plan: Plan, unit: Unit, class_name: str) -> None:
    """Draw the unit's title and the class under it."""
    draw_heading(page, unit.title, joined(class_name, _MOTTO), _TITLE * plan.scale / page.scale)


def draw_key(page: Document, plan: Plan, labels: Labels) -> None:
    """Write the titles of all levels in a line or two, for headings too narrow to hold them."""
    largest, least, letters = _KEY_SIZE * plan.scale, _KEY_LEAST * plan.scale, page.letters
    titles = [f"{place + 1} {level.title}" for place, level in labels.levels]
    rows = _key_rows(titles, letters, page.width / largest)
    if max(row.width(least) for row in rows) > page.width:
        rows = _key_rows(_shortened(titles, letters, page.width / least), letters, page.width / largest)
    size = min(largest, *(page.width / row.width(1) for row in rows))
    y = page.top - (HEADER + 0.3 * KEY) * plan.scale + LEADING * size * (len(rows) - 1) / 2
    page.canvas.setFillColor(INK)
    for row in rows:
        write_block(page.canvas, Block((row,), size), page.left, y)
        y -= LEADING * size


def _key_rows(titles: Sequence[str], letters: Letters, ems: float) -> list[Line]:
    """Put titles on one line where it is wide enough, else on two that are about as long."""
    one = line(_BETWEEN.join(titles), letters.strong)
    if one.width(1) <= ems or len(titles) == 1:
        return [one]
    ways = [
        [line(_BETWEEN.join(part), letters.strong) for part in (titles[:at], titles[at:])]
        for at in range(1, len(titles))
    ]
    return min(ways, key=lambda rows: max(row.width(1) for row in rows))


def _shortened(titles: Sequence[str], letters: Letters, ems: float) -> list[str]:
    """Shorten titles so that each has a like share of two lines: none is lost for another."""
    a_row = -(-len(titles) // 2)
    share = (ems - (a_row - 1) * line(f".{_BETWEEN}.", letters.strong).width(1)) / a_row
    return [fit(line(title, letters.strong), share, 1, 1).lines[0].text for title in titles]


def draw_panel(page: Document, stamps: Stamps, plan: Plan, panel: Panel, *, top: float, bottom: float) -> None:
    """Draw a level's ground, heading and column heads.

    Args:
        page: The page.
        stamps: For the badges.
        plan: The chart's measures.
        panel: The level's place.
        top: Upper end of the panel in pt.
        bottom: Lower end of the panel in pt.
    """
    canvas = page.canvas
    box = (panel.left, bottom, panel.width, top - bottom)
    shapes.panel(canvas, box, plan.pill / 2, Look(fill=panel.hue.panel))
    for column in panel.columns:
        if column.boss:
            _draw_strip(canvas, plan, panel, top, bottom)
    outline = 0.8 * page.scale
    shapes.panel(canvas, box, plan.pill / 2, Look(stroke=panel.hue.line, width=outline))
    pill = (panel.left, top - plan.pill, panel.width, plan.pill)
    shapes.panel(canvas, pill, plan.pill / 2, Look(panel.hue.pill, panel.hue.deep, outline))
    _draw_title(page, plan, panel, top - plan.pill / 2)
    for column in panel.columns:
        _draw_head(stamps, plan, panel, column, top)


def _draw_title(page: Document, plan: Plan, panel: Panel, middle: float) -> None:
    """Draw the level's number at the left end, and its title in the rest of the heading."""
    x = panel.left + (plan.pill / 2 if panel.title else panel.width / 2)
    draw_number(page, panel.hue, panel.number, Circle(x, middle, 0.72 * plan.pill))
    if panel.title:
        page.canvas.setFillColor(panel.hue.on_pill)
        beside = panel.left + BEFORE_TITLE * plan.pill + panel.title.width / 2
        centre = max(panel.left + panel.width / 2, beside)
        write_block(page.canvas, panel.title, centre, middle, Align.CENTRE)


def _draw_strip(canvas: Any, plan: Plan, panel: Panel, top: float, bottom: float) -> None:
    """Draw the Boss's deeper ground up to the panel's right end, whose corner it shares."""
    left = panel.left + panel.width - plan.pad - plan.column
    box = (left, bottom, plan.column + plan.pad, top - bottom)
    shapes.panel(canvas, box, plan.pill / 2, Look(fill=panel.hue.strip))
    shapes.strip(canvas, (left, bottom, plan.column / 2, top - bottom), Look(fill=panel.hue.strip))


def _draw_head(stamps: Stamps, plan: Plan, panel: Panel, column: Column, top: float) -> None:
    canvas, foot = stamps.canvas, top - plan.pill - HEAD_PAD * plan.cell - plan.title_room
    text = title_line(column.step.title, stamps.page.letters, boss=column.boss)
    block = fit(text, plan.title_room, plan.title_size, plan.title_least, lines=2)
    canvas.saveState()
    canvas.translate(column.x, foot)
    canvas.rotate(90)
    canvas.setFillColor(panel.hue.deep if column.boss else INK)
    write_block(canvas, block, 0, 0)
    canvas.restoreState()
    badge = Circle(column.x, foot - BADGE_ROOM / 2 * plan.cell, 0.88 * plan.cell)
    draw_badge(stamps, Earned(column.step), panel.hue, badge)
