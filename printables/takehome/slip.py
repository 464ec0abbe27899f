"""The strip of a take-home page that a family cuts off, answers on, and sends back."""

from printables.lettering.lines import fit, line, write_down
from printables.page import shapes
from printables.page.document import Document
from printables.page.hues import HAIR, QUIET
from printables.page.parts import draw_cut_lines, draw_foot, draw_line_to_write_on, joined
from printables.page.shapes import Look
from printables.takehome.words import Words

SLIP, FOOT = 96.0, 24.0
"""Heights of the strip to cut off with its two lines, and of its foot, in pt on A4."""

_WRITING = 25.0
"""Height of one more line, in pt on A4."""

_FRAME = 130.0
"""Least height of a frame to draw in, in pt on A4."""

_PAD = 10.0
"""Inside the frame, in pt on A4."""


def draw_slip(page: Document, words: Words, told: str, top: float, number: str) -> None:
    """Draw the strip the family answers on; where there is plenty of room, with a frame to draw in.

    Args:
        page: The page.
        words: Of which language.
        told: Whose it is.
        top: Where it is cut off, in pt.
        number: Which page this is, or empty.
    """
    scale = page.scale
    size, line_high = page.type(11), _WRITING * scale
    draw_cut_lines(page.canvas, [], [top], (page.left, 0, page.right, 0))
    page.canvas.setFillColor(QUIET)
    back = fit(line(words.back, page.letters.plain), page.width, page.type(9.2), 7 * scale)
    y = write_down(page.canvas, back, page.left, top - 4 * scale) - 22 * scale
    draw_slip_foot(page, words, told, number)
    page.field("line/tried", draw_line_to_write_on(page, words.tried, (page.left, page.right, y), size))
    y -= line_high
    page.field("line/noticed", draw_line_to_write_on(page, words.noticed, (page.left, page.right, y), size))
    foot = page.bottom + FOOT * scale
    room = y - 12 * scale - foot
    if room >= _FRAME * scale:
        _draw_frame(page, words.picture, (page.left, foot, page.width, room))
        return
    further = 1
    while y - line_high >= foot:
        y -= line_high
        look = Look(stroke=QUIET, width=0.6)
        page.field(f"line/{further}", shapes.rule(page.canvas, page.left, page.right, y - 0.15 * size, look))
        further += 1


def draw_slip_foot(page: Document, words: Words, told: str, number: str) -> None:
    """Write the foot of a take-home page: whose it is, which page, and when it was made."""
    draw_foot(page, told, joined(number, words.date(page.style.made)), 9.2 * page.letters.size)


def _draw_frame(page: Document, words: str, box: tuple[float, float, float, float]) -> None:
    left, bottom, width, height = box
    pad = _PAD * page.scale
    page.field("box/picture", box)
    shapes.panel(page.canvas, box, pad, Look(stroke=HAIR, width=1.2 * page.scale))
    page.canvas.setFillColor(QUIET)
    label = fit(line(words, page.letters.plain), width - 2 * pad, page.type(10), 7 * page.scale)
    write_down(page.canvas, label, left + pad, bottom + height - 0.6 * pad)
