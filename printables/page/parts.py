"""What many pages have: a heading, a foot, a level's tab, lines to write on."""

from typing import Any

from board.mastery.people import Student
from printables.lettering.lines import CAP_HEIGHT, Align, Block, Seat, fit, line, reach_of, seat, write, write_block
from printables.page import shapes
from printables.page.document import Document
from printables.page.hues import HAIR, INK, QUIET, WHITE, Hue
from printables.page.pictures import Circle, Stamps
from printables.page.places import Box
from printables.page.shapes import Look
from printables.page.stickers import draw_emblem

_DOT = "  ·  "

_CLEAR = 0.2
"""What stays clear under a name, in parts of the type size of the line under it."""

_OVER = 4.0
"""How far a high letter of a heading may reach over where drawing begins, in pt: the margin has that much to spare."""


def joined(*parts: str) -> str:
    """Give what is not empty in one line, with dots between."""
    return _DOT.join(part for part in parts if part)


def page_of(number: int, count: int) -> str:
    """Say which of so many pages one is; nothing where there is one alone."""
    return f"page {number} of {count}" if count > 1 else ""


def draw_name(page: Document, name: Block, under: Block, place: tuple[float, float, float]) -> None:
    """Write a name over a quieter line; a name of deep or high letters moves, or shrinks, to stay clear of it.

    Args:
        page: The page.
        name: What stands first, on one line.
        under: The quieter line, on one line; it is not written.
        place: Their left end, and the heights of the two baselines, in pt.
    """
    (left, upper, lower), (first,), (second,) = place, name.lines, under.lines
    clear = lower + (reach_of(second).above + _CLEAR) * under.size
    size, y = seat(first, Seat(name.size, upper), clear, page.top + _OVER)
    page.canvas.setFillColor(INK)
    write(page.canvas, first, size, left, y)


def _draw_both(page: Document, name: Block, under: Block, place: tuple[float, float, float]) -> None:
    draw_name(page, name, under, place)
    left, _, lower = place
    page.canvas.setFillColor(QUIET)
    write(page.canvas, under.lines[0], under.size, left + page.scale, lower)


def draw_heading(page: Document, title: str, subtitle: str, size: float) -> None:
    """Write the title at the head of a page and a quieter line under it, each shrunk to fit.

    Args:
        page: The page.
        title: What stands first.
        subtitle: What stands under it.
        size: Type size of the title in pt on A4; the two take 1.9 times that from the top.
    """
    letters, large, small = page.letters, size * page.scale, 0.37 * size * page.scale
    head = fit(line(title, letters.title), page.width, large, 0.5 * large)
    under = fit(line(subtitle, letters.plain), page.width, small, 0.6 * small)
    _draw_both(page, head, under, (page.left, page.top - 0.75 * large, page.top - 1.33 * large))


def draw_child(stamps: Stamps, student: Student, subtitle: str, high: float) -> None:
    """Draw a child's sign and name at the head of its page, with a quieter line under the name.

    Args:
        stamps: Of the document.
        student: Whose page it is.
        subtitle: What stands under the name.
        high: What it takes from the top, in pt on A4.
    """
    page, scale = stamps.page, stamps.page.scale
    across = 0.82 * high * scale
    middle = page.top - across / 2
    draw_emblem(stamps, student.emblem, student.name, Circle(page.left + across / 2, middle, across))
    start = page.left + across + 14 * scale
    room = page.right - start
    name = fit(line(student.name, page.letters.title), room, 27 * scale, 12 * scale)
    under = fit(line(subtitle, page.letters.plain), room, page.type(12), 8 * scale)
    upper = middle + 0.2 * across - CAP_HEIGHT * name.size / 2
    lower = middle - 0.26 * across - CAP_HEIGHT * under.size / 2
    _draw_both(page, name, under, (start, upper, lower))


def draw_foot(page: Document, left: str, right: str, size: float = 8.5) -> None:
    """Write the quiet line at the foot of a page: its right end is whole, its left end is shortened to fit.

    Args:
        page: The page.
        left: What stands at its left end, or empty.
        right: What stands at its right end, or empty.
        size: Type size in pt on A4; the foot is twice as high.
    """
    canvas, letters, size = page.canvas, page.letters, size * page.scale
    y = page.bottom + 0.3 * size
    end = line(right, letters.plain)
    canvas.setFillColor(QUIET)
    write(canvas, end, size, page.right, y, align=Align.RIGHT)
    if left:
        words = fit(line(left, letters.plain), page.width - end.width(size) - 2 * size, size, 0.8 * size)
        write(canvas, words.lines[0], words.size, page.left, y)


def draw_tab(page: Document, hue: Hue, number: int, title: str, place: tuple[float, float, float, float]) -> None:
    """Draw a level's tab: its number on a disc, and its title on the level's deep colour.

    Args:
        page: The page.
        hue: Colours of the level.
        number: Its place in the unit, from 1; levels are numbered, since a grey copy loses their hues.
        title: Its title.
        place: Its left and upper end, the width it may have, and its height, in pt.
    """
    canvas, letters, (left, top, most, high) = page.canvas, page.letters, place
    middle = top - high / 2
    words = fit(line(title, letters.title), most - 1.75 * high, 0.6 * high, 0.3 * high)
    pill = (left, top - high, words.width + 1.75 * high, high)
    shapes.panel(canvas, pill, high / 2, Look(hue.pill, hue.deep, 0.8))
    draw_number(page, hue, number, Circle(left + high / 2, middle, 0.72 * high))
    canvas.setFillColor(hue.on_pill)
    write_block(canvas, words, left + 1.1 * high, middle)


def draw_number(page: Document, hue: Hue, number: int, at: Circle) -> None:
    """Draw a level's number on a disc."""
    canvas, radius = page.canvas, at.across / 2
    outlined = hue.pill == WHITE
    shapes.disc(canvas, at.x, at.y, radius, Look(WHITE, hue.deep, 0.6) if outlined else Look(WHITE))
    canvas.setFillColor(hue.deep)
    digits = fit(line(str(number), page.letters.title), 1.6 * radius, 1.5 * radius, 1)
    write_block(canvas, digits, at.x, at.y, Align.CENTRE)


def draw_line_to_write_on(page: Document, words: str, place: tuple[float, float, float], size: float) -> Box:
    """Draw a question and a rule to write the answer on.

    Args:
        page: The page.
        words: The question.
        place: Where it begins, where the rule ends, and the baseline, in pt.
        size: Type size in pt.

    Returns:
        The box the rule fills.
    """
    left, right, y = place
    asked = line(words, page.letters.plain)
    page.canvas.setFillColor(QUIET)
    write(page.canvas, asked, size, left, y)
    start = left + asked.width(size) + 0.6 * size
    return shapes.rule(page.canvas, start, right, y - 0.15 * size, Look(stroke=QUIET, width=0.6))


def draw_cut_lines(
    canvas: Any, upright: list[float], level: list[float], box: tuple[float, float, float, float]
) -> None:
    """Draw pale dashed lines to cut along.

    Args:
        canvas: The reportlab canvas.
        upright: Where the upright ones are, in pt.
        level: Where the level ones are, in pt.
        box: Left, bottom, right and top of what they cross, in pt.
    """
    left, bottom, right, top = box
    canvas.saveState()
    canvas.setDash(3, 3)
    canvas.setStrokeColor(HAIR)
    canvas.setLineWidth(0.6)
    for x in upright:
        canvas.line(x, bottom, x, top)
    for y in level:
        canvas.line(left, y, right, y)
    canvas.restoreState()
