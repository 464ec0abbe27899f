"""The heads of a wall chart: its title, the level panels, the rotated step titles and their badges."""

from typing import Any

from board.mastery.audience import Earned
from board.mastery.curriculum import Unit
from printables import shapes
from printables.fonts import Align, Voice, fit, line, write, write_block
from printables.paper import INK, QUIET, WHITE, Document
from printables.pictures import Circle, Stamps
from printables.shapes import Look
from printables.stickers import draw_badge
from printables.wall_labels import Labels, title_line
from printables.wall_panels import Column, Panel
from printables.wall_plan import BADGE_ROOM, HEAD_PAD, HEADER, KEY, Plan

_MOTTO = "every sticker is something I can do"


def draw_title(page: Document, unit: Unit, class_name: str) -> None:
    """Draw the unit's title and the class under it."""
    canvas, scale, room = page.canvas, page.scale, page.right - page.left
    title = fit(line(unit.title, Voice.TITLE), room, 27 * scale, 15 * scale)
    canvas.setFillColor(INK)
    write(canvas, title.lines[0], title.size, page.left, page.top - 20 * scale)
    subtitle = fit(line("  ·  ".join(part for part in (class_name, _MOTTO) if part), Voice.PLAIN), room, 11 * scale, 7)
    canvas.setFillColor(QUIET)
    write(canvas, subtitle.lines[0], subtitle.size, page.left + scale, page.top - 35 * scale)


def draw_key(page: Document, labels: Labels) -> None:
    """Write the titles of all levels in one line, for headings too narrow to hold them."""
    scale = page.scale
    words = " · ".join(f"{place + 1} {level.title}" for place, level in labels.levels)
    block = fit(line(words, Voice.STRONG), page.right - page.left, 8.5 * scale, 5.5 * scale, lines=2)
    page.canvas.setFillColor(INK)
    write_block(page.canvas, block, page.left, page.top - (HEADER + 0.3 * KEY) * scale)


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
    shapes.panel(canvas, box, plan.pill / 2, Look(stroke=panel.hue.line, width=0.8))
    pill = (panel.left, top - plan.pill, panel.width, plan.pill)
    shapes.panel(canvas, pill, plan.pill / 2, Look(fill=panel.hue.deep))
    _draw_heading(canvas, plan, panel, top - plan.pill / 2)
    for column in panel.columns:
        _draw_head(stamps, plan, panel, column, top)


def _draw_heading(canvas: Any, plan: Plan, panel: Panel, middle: float) -> None:
    """Draw the level's number on a white disc at the left end, and its title in the rest of the heading."""
    radius = 0.36 * plan.pill
    x = panel.left + (plan.pill / 2 if panel.title else panel.width / 2)
    shapes.disc(canvas, x, middle, radius, Look(WHITE))
    canvas.setFillColor(panel.hue.deep)
    number = fit(line(str(panel.number), Voice.TITLE), 1.6 * radius, 0.54 * plan.pill, 1)
    write_block(canvas, number, x, middle, Align.CENTRE)
    if panel.title:
        canvas.setFillColor(WHITE)
        centre = (panel.left + 0.9 * plan.pill + panel.left + panel.width - 0.35 * plan.pill) / 2
        write_block(canvas, panel.title, centre, middle, Align.CENTRE)


def _draw_strip(canvas: Any, plan: Plan, panel: Panel, top: float, bottom: float) -> None:
    """Draw the Boss's deeper ground up to the panel's right end, whose corner it shares."""
    left = panel.left + panel.width - plan.pad - plan.column
    box = (left, bottom, plan.column + plan.pad, top - bottom)
    shapes.panel(canvas, box, plan.pill / 2, Look(fill=panel.hue.strip))
    shapes.strip(canvas, (left, bottom, plan.column / 2, top - bottom), Look(fill=panel.hue.strip))


def _draw_head(stamps: Stamps, plan: Plan, panel: Panel, column: Column, top: float) -> None:
    canvas, foot = stamps.canvas, top - plan.pill - HEAD_PAD * plan.cell - plan.title_room
    text = title_line(column.step.title, boss=column.boss)
    block = fit(text, plan.title_room, plan.title_size, plan.title_least, lines=2)
    canvas.saveState()
    canvas.translate(column.x, foot)
    canvas.rotate(90)
    canvas.setFillColor(panel.hue.deep if column.boss else INK)
    write_block(canvas, block, 0, 0)
    canvas.restoreState()
    badge = Circle(column.x, foot - BADGE_ROOM / 2 * plan.cell, 0.88 * plan.cell)
    draw_badge(stamps, Earned(column.step), panel.hue, badge)
