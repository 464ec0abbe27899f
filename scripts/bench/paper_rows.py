"""Rows about paper: the wall chart of a big class against a canvas that draws no more than the same shapes."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

from reportlab.lib.pagesizes import A3, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from board.art.print_ready import print_ready
from board.art.starter import emblems, step_badges
from board.mastery.curriculum import Unit
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.pictures import Face
from board.mastery.progress import progress_of
from board.paper.drawing import drawn
from board.paper.order import Look, Order
from scripts.bench import CHECKOUT
from scripts.bench.classes import mark, students_of, unit_of
from scripts.bench.disk_floor import milliseconds
from scripts.bench.table import Row, tell

_STUDENTS, _STEPS, _BADGES, _EMBLEMS = 30, 20, 20, 12
"""All spots mastered, with 32 different pictures: the heaviest chart."""

_LEFT, _NAMES, _TOP, _CELL = 40.0, 130.0, 600.0, 18.0
_STEPS_OF_A_LEVEL = 5
_FONT = "BenchABeeZee"
"""A font our pages do not use by themselves: reportlab keeps one of two fonts with the same file."""


def paper_rows(place: Path, runs: int) -> list[Row]:
    """Measure the wall chart.

    Args:
        place: A folder to keep pictures in.
        runs: How often each chart is drawn.
    """
    tell(f"wall chart of {_STUDENTS} x {_STEPS}, {runs} in turn with a bare canvas")
    unit, students = unit_of(_STEPS, _BADGES), students_of(_STUDENTS, _EMBLEMS)
    spots = [(student.id, step.id) for student in students for step in unit.spots]
    progress = progress_of(mark(number, *spot, Kind.MASTERED) for number, spot in enumerate(spots))
    order = Order("wall", (unit,), "Room 12", students, progress, date(2026, 11, 20), Look("a3"))
    cache = place / "prints"
    pictures = _kept_pictures(unit, students, place / "jpegs")
    pdfmetrics.registerFont(TTFont(_FONT, CHECKOUT / "printables" / "fonts" / "ABeeZee-Regular.ttf"))
    pdf = drawn(order, cache, _no_own_pictures).pdf
    floor, forms, ours = [], [], []
    for _ in range(runs):
        floor.append(milliseconds(lambda: _bare_chart(unit, students, pictures, _drawn_anew)))
        forms.append(milliseconds(lambda: _bare_chart(unit, students, pictures, _drawn_once)))
        ours.append(milliseconds(lambda: drawn(order, cache, _no_own_pictures)))
    return [
        Row("wall chart 30x20, 32 pictures", "bare reportlab canvas", "ms", ours, floor, promise=1.5),
        Row("wall chart 30x20, 32 pictures", "canvas with a form a picture", "ms", ours, forms, promise=1.5),
        Row("wall chart, size of the PDF", "", "MB", [len(pdf) / 1e6], promise=0.6),
    ]


def _no_own_pictures(_face: Face, _px: int) -> None:
    """Leave every spot its starter art."""


def _kept_pictures(unit: Unit, students: tuple[Student, ...], folder: Path) -> dict[str, str]:
    """Put the JPEGs the chart uses into files, for a canvas takes them from there."""
    badges, signs = step_badges(), emblems()
    wanted = {step.badge: badges[step.badge] for step in unit.spots}
    wanted |= {student.emblem: signs[student.emblem] for student in students}
    folder.mkdir(exist_ok=True)
    for name, png in wanted.items():
        (folder / f"{name}.jpg").write_bytes(print_ready(png))
    return {name: str(folder / f"{name}.jpg") for name in wanted}


Stick = Callable[[Canvas, str, float, float], None]
"""Draws a picture as a round sticker around a point."""


def _bare_chart(unit: Unit, students: tuple[Student, ...], pictures: dict[str, str], stick: Stick) -> bytes:
    """Draw titles, names, rules, level panels, and a disc with a clipped picture for each spot, and nothing clever."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=landscape(A3))
    canvas.setFont(_FONT, 24)
    canvas.drawString(_LEFT, _TOP + 150, unit.title)
    canvas.setFont(_FONT, 9)
    bottom = _TOP - len(students) * _CELL
    for number, level in enumerate(unit.levels):
        left = _LEFT + _NAMES + number * _STEPS_OF_A_LEVEL * _CELL
        canvas.setFillGray(0.9)
        canvas.roundRect(left, bottom, _STEPS_OF_A_LEVEL * _CELL, _TOP - bottom + 90, 8, fill=1, stroke=0)
        canvas.setFillGray(0.1)
        canvas.drawString(left + 4, _TOP + 100, level.title)
    for column, step in enumerate(unit.spots):
        x = _LEFT + _NAMES + (column + 0.5) * _CELL
        canvas.saveState()
        canvas.translate(x, _TOP + 24)
        canvas.rotate(90)
        canvas.drawString(0, 0, step.title)
        canvas.restoreState()
        stick(canvas, pictures[step.badge], x, _TOP + 12)
    for row, student in enumerate(students):
        y = _TOP - (row + 0.5) * _CELL
        stick(canvas, pictures[student.emblem], _LEFT + 8, y)
        canvas.setFillGray(0.1)
        canvas.drawString(_LEFT + 20, y - 3, student.name)
        canvas.line(_LEFT, y - _CELL / 2, _LEFT + _NAMES + len(unit.spots) * _CELL, y - _CELL / 2)
        for column, step in enumerate(unit.spots):
            stick(canvas, pictures[step.badge], _LEFT + _NAMES + (column + 0.5) * _CELL, y)
    canvas.save()
    return file.getvalue()


def _drawn_anew(canvas: Canvas, picture: str, x: float, y: float) -> None:
    canvas.setFillGray(0.3)
    canvas.circle(x, y, _CELL / 2, fill=1, stroke=0)
    canvas.saveState()
    inside = canvas.beginPath()
    inside.circle(x, y, 0.46 * _CELL)
    canvas.clipPath(inside, stroke=0, fill=0)
    canvas.drawImage(picture, x - _CELL / 2, y - _CELL / 2, _CELL, _CELL)
    canvas.restoreState()


def _drawn_once(canvas: Canvas, picture: str, x: float, y: float) -> None:
    name = Path(picture).stem
    if not canvas.hasForm(name):
        canvas.beginForm(name, -_CELL, -_CELL, _CELL, _CELL)
        _drawn_anew(canvas, picture, 0, 0)
        canvas.endForm()
    canvas.saveState()
    canvas.translate(x, y)
    canvas.doForm(name)
    canvas.restoreState()
