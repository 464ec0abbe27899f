"""A child's own chart: the path through a unit with the child's pictures and words; for the child and the family."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from board.mastery.audience import Audience, Earned, seen_face, seen_status
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.people import Student
from board.mastery.progress import Progress, Status
from printables import shapes
from printables.fonts import Align, Voice, fit, line, write, write_block
from printables.paper import INK, QUIET, WHITE, Document, Hue, Paper, hue_of, written_date
from printables.personal_plan import FOOT, HEAD, TAB, WORDS, Band, Plan, Spot, choose
from printables.pictures import Circle, Picture, Stamps
from printables.shapes import Look
from printables.stickers import draw_beaten, draw_earned, draw_emblem, draw_open

NEXT = "Next I want to:"
SHOWS = "My picture shows {}"
"""Words under a child's own picture; the child's follow."""


def personal_charts(
    unit: Unit,
    students: Sequence[Student],
    progress: Progress,
    pictures: Mapping[str, Picture],
    *,
    made: dt.date,
    paper: Paper,
) -> bytes:
    """Draw each child's path: stickers where something is mastered, open spots where it grows, and no totals.

    It is made for the child's own eyes: pictures nobody has accepted are on it too.

    Args:
        unit: Its levels and steps.
        students: Whose charts, in this order.
        progress: How they stand.
        pictures: By the names of own pictures, step badges and emblems; where an own picture is missing the badge stands
            in, where a badge or emblem is missing a disc with a letter.
        made: The date printed on it.
        paper: The sheet, upright.

    Returns:
        A PDF; the same bytes for the same arguments.

    Raises:
        ValueError: When the unit has no steps, a level more than the paper can show, or there is nobody to print for.
    """
    if not unit.spots or not students:
        what = "no steps yet" if students else "nobody to print for"
        message = f"{unit.title} has {what}, so there is nothing to chart."
        raise ValueError(message)
    plan = choose([len(level.spots) for level in unit.levels], paper)
    page = Document(paper, title=f"My {unit.title} path", subject="What I can do, in my own pictures.", made=made)
    stamps = Stamps(page.canvas, pictures)
    for number, student in enumerate(students):
        chart = _Chart(unit, student, progress, page, stamps, plan)
        for at, bands in enumerate(plan.pages):
            if number or at:
                page.next_page()
            _draw_page(chart, bands, made)
    return page.finish()


@dataclass(frozen=True, slots=True)
class _Chart:
    """What every part of one child's chart needs."""

    unit: Unit
    student: Student
    progress: Progress
    page: Document
    stamps: Stamps
    plan: Plan


def _draw_page(chart: _Chart, bands: Sequence[Band], made: dt.date) -> None:
    _draw_name(chart)
    for band in bands:
        _draw_level(chart, chart.unit.levels[band.level], band)
    _draw_foot(chart, made)


def _draw_name(chart: _Chart) -> None:
    page, canvas, scale = chart.page, chart.page.canvas, chart.page.scale
    across = 0.82 * HEAD * scale
    middle = page.top - across / 2
    draw_emblem(chart.stamps, chart.student.emblem, chart.student.name, Circle(page.left + across / 2, middle, across))
    start = page.left + across + 14 * scale
    room = page.right - start
    canvas.setFillColor(INK)
    name = fit(line(chart.student.name, Voice.TITLE), room, 27 * scale, 12 * scale)
    write_block(canvas, name, start, middle + 0.2 * across)
    canvas.setFillColor(QUIET)
    path = fit(line(f"My {chart.unit.title} path", Voice.PLAIN), room, 12 * scale, 8 * scale)
    write_block(canvas, path, start, middle - 0.26 * across)


def _draw_level(chart: _Chart, level: Level, band: Band) -> None:
    page, canvas, hue = chart.page, chart.page.canvas, hue_of(band.level)
    box = (page.left, band.top - band.height, page.right - page.left, band.height)
    tab = TAB * page.scale
    shapes.panel(canvas, box, tab / 2, Look(hue.panel, hue.line, 0.8))
    title = fit(line(f"{band.level + 1}  {level.title}", Voice.TITLE), box[2] - 2 * tab, 0.62 * tab, 0.4 * tab)
    shapes.panel(canvas, (page.left, band.top - tab, title.width + 1.4 * tab, tab), tab / 2, Look(hue.deep))
    canvas.setFillColor(WHITE)
    write_block(canvas, title, page.left + 0.7 * tab, band.top - tab / 2)
    for step, spot in zip(level.spots, chart.plan.spots(band, len(level.spots)), strict=True):
        _draw_spot(chart, step, spot, hue, boss=step is level.boss)


def _draw_spot(chart: _Chart, step: Step, spot: Spot, hue: Hue, *, boss: bool) -> None:
    plan, student, progress = chart.plan, chart.student.id, chart.progress
    at = Circle(spot.x, spot.y, plan.die)
    earned = seen_status(progress.spot(student, step.id), Audience.STUDENT) is Status.MASTERED
    if earned:
        sticker = Earned(step, seen_face(progress, student, step.id, Audience.STUDENT))
        (draw_beaten if boss else draw_earned)(chart.stamps, sticker, hue, at)
    else:
        draw_open(chart.stamps, hue, at, boss=boss)
    picture = progress.picture(student, step.id) if earned else None
    _draw_words(chart, step, picture.caption if picture is not None else "", spot, hue, boss=boss)


def _draw_words(chart: _Chart, step: Step, caption: str, spot: Spot, hue: Hue, *, boss: bool) -> None:
    canvas, scale, room = chart.page.canvas, chart.page.scale, 0.94 * chart.plan.pitch
    under = spot.y - chart.plan.die / 2
    canvas.setFillColor(hue.deep if boss else INK)
    title = fit(line(step.title, Voice.STRONG), room, 9.5 * scale, 6 * scale, lines=2)
    write_block(canvas, title, spot.x, under - 0.3 * WORDS * scale, Align.CENTRE)
    if caption:
        canvas.setFillColor(QUIET)
        words = fit(line(SHOWS.format(caption), Voice.PLAIN), room, 7.5 * scale, 5.5 * scale, lines=2)
        write_block(canvas, words, spot.x, under - 0.74 * WORDS * scale, Align.CENTRE)


def _draw_foot(chart: _Chart, made: dt.date) -> None:
    page, canvas, scale = chart.page, chart.page.canvas, chart.page.scale
    size, y = 10 * scale, page.bottom + 0.3 * FOOT * scale
    words, date = line(NEXT, Voice.PLAIN), line(written_date(made), Voice.PLAIN)
    canvas.setFillColor(QUIET)
    write(canvas, words, size, page.left, y)
    write(canvas, date, 0.85 * size, page.right, y, align=Align.RIGHT)
    start, end = page.left + words.width(size) + 0.6 * size, page.right - date.width(0.85 * size) - 2 * size
    shapes.rule(canvas, start, end, y - 0.15 * size, Look(stroke=QUIET, width=0.6))
