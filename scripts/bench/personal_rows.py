"""Rows about personal charts: a thousand of them against pages on which reportlab draws each sticker from its file."""

import io
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from reportlab.lib.pagesizes import letter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from board.art.print_ready import print_ready
from board.art.starter import emblems, step_badges
from board.mastery.audience import Audience
from board.mastery.curriculum import Unit
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import progress_of
from board.mastery.seen import seen_path
from printables.page.document import Style, written_date
from printables.page.paper import Paper, Surface
from printables.page.pictures import Picture
from printables.personal.backdrop import NEXT
from printables.personal.chart import personal_charts
from scripts.bench import CHECKOUT
from scripts.bench.classes import mark, students_of, unit_of
from scripts.bench.disk_floor import milliseconds
from scripts.bench.table import Row, tell

_STUDENTS, _STEPS, _BADGES, _EMBLEMS = 1000, 20, 20, 12
"""Children who have mastered everything, with 32 different pictures: the heaviest pages."""

_OTHER_RUNS = 20
"""A thousand pages are drawn once for so many runs of other rows."""

_DAY = date(2026, 11, 20)
_FONT = "BenchABeeZee"
_LEFT, _HEAD, _LEVEL, _PITCH, _STICKER = 40.0, 660.0, 140.0, 107.0, 80.0


def personal_rows(place: Path, runs: int) -> list[Row]:
    """Measure the charts of a thousand children, in turn with as many plain pages.

    Args:
        place: A folder to keep pictures in.
        runs: How often other rows are measured; these are measured less often.
    """
    turns = max(2, runs // _OTHER_RUNS)
    tell(f"{_STUDENTS} personal charts, {turns} times in turn with plain pages")
    unit, students = unit_of(_STEPS, _BADGES), students_of(_STUDENTS, _EMBLEMS)
    pdfmetrics.registerFont(TTFont(_FONT, CHECKOUT / "printables" / "fonts" / "ABeeZee-Regular.ttf"))
    charts, files = _charts(unit, students, place / "prints"), _files(unit, students)
    pdf = charts()
    plain, ours = [], []
    for _ in range(turns):
        plain.append(milliseconds(lambda: _plain_pages(unit, students, files)) / _STUDENTS)
        ours.append(milliseconds(charts) / _STUDENTS)
    what = f"{_STUDENTS} personal charts"
    return [
        Row(f"{what}, a page", "plain drawImage of PNGs, as many pages", "ms", ours, plain, promise=0.25),
        Row(f"{what}, size of the PDF", "", "MB", [len(pdf) / 1e6], promise=4),
        Row(f"{what}, peak memory", "", "MB", [_peak_of_a_run()], promise=150),
    ]


def _files(unit: Unit, students: tuple[Student, ...]) -> dict[str, Path]:
    """Give the picture files the charts use, by name."""
    known = {**step_badges(), **emblems()}
    return {name: known[name] for name in [step.badge for step in unit.spots] + [one.emblem for one in students]}


def _charts(unit: Unit, students: tuple[Student, ...], cache: Path) -> Callable[[], bytes]:
    """Give what draws the charts as `board print` does: pictures are made ready once, and then kept."""
    spots = [(student.id, step.id) for student in students for step in unit.spots]
    progress = progress_of(mark(number, *spot, Kind.MASTERED) for number, spot in enumerate(spots))
    files, style = _files(unit, students), Style(Surface(Paper.LETTER), _DAY)

    def draw() -> bytes:
        pictures = {name: Picture(name, print_ready(file, cache=cache)) for name, file in files.items()}
        paths = [seen_path(unit, one, progress, Audience.STUDENT) for one in students]
        return personal_charts(unit, paths, pictures, style=style).pdf

    return draw


def _plain_pages(unit: Unit, students: tuple[Student, ...], files: dict[str, Path]) -> bytes:
    """Draw the same texts, panels and pictures with reportlab's own defaults, and nothing clever."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=letter)
    for student in students:
        _write(canvas, 27, _LEFT + 80, _HEAD + 40, student.name)
        _write(canvas, 12, _LEFT + 80, _HEAD + 12, f"My {unit.title} path")
        canvas.drawImage(str(files[student.emblem]), _LEFT, _HEAD, 67, 67, mask="auto")
        for number, level in enumerate(unit.levels):
            bottom = _HEAD - 20 - (number + 1) * _LEVEL
            canvas.setFillGray(0.9)
            canvas.roundRect(_LEFT, bottom, 5 * _PITCH, _LEVEL - 10, 10, fill=1, stroke=1)
            canvas.setFillGray(0.1)
            _write(canvas, 12, _LEFT + 10, bottom + 116, level.title)
            for column, step in enumerate(level.spots):
                left = _LEFT + column * _PITCH
                canvas.drawImage(str(files[step.badge]), left + 13, bottom + 30, _STICKER, _STICKER, mask="auto")
                _write(canvas, 10, left + 13, bottom + 12, step.title)
        _write(canvas, 11, _LEFT, 40, NEXT)
        _write(canvas, 9, 500, 40, written_date(_DAY))
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _write(canvas: Canvas, size: float, x: float, y: float, text: str) -> None:
    canvas.setFont(_FONT, size)
    canvas.drawString(x, y, text)


def _peak_of_a_run() -> float:
    """Give the most memory in MB that a program held which made its pictures ready and drew all charts (Linux)."""
    tell(f"{_STUDENTS} personal charts in a program of their own, for its memory")
    run = subprocess.run([sys.executable, "-m", __name__], cwd=CHECKOUT, check=True, capture_output=True, text=True)
    return float(run.stdout)


def _draw_and_tell_memory() -> None:
    with tempfile.TemporaryDirectory() as cache:
        _charts(unit_of(_STEPS, _BADGES), students_of(_STUDENTS, _EMBLEMS), Path(cache))()
    # not `ru_maxrss`: that one also counts what the program that started this one held
    held = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    print(int(held.split()[1]) * 1024 / 1e6)


if __name__ == "__main__":
    _draw_and_tell_memory()
