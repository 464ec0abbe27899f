"""A class, its pictures and its pages, made as large as a test needs them."""

import datetime as dt
import io
import itertools
import random
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pypdfium2
from PIL import Image, ImageDraw

from board.mastery.audience import Audience, seen_stickers
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.progress import Progress, progress_of
from printables.lettering.voices import USUAL, Letters
from printables.page.document import Style
from printables.page.hues import Ink
from printables.page.paper import Paper, Surface
from printables.page.pictures import Picture
from printables.wall.chart import wall_chart

MADE = dt.date(2026, 11, 22)
BADGES, EMBLEMS = 20, 12


def pairwise(*choices: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Cases in which every two choices meet at least once: as sharp as all of them where two things together go wrong."""
    cases = list(itertools.product(*(range(len(each)) for each in choices)))
    waiting = {pair for case in cases for pair in _pairs(case)}
    taken = []
    while waiting:
        taken.append(max(cases, key=lambda case: len(waiting.intersection(_pairs(case)))))
        waiting -= set(_pairs(taken[-1]))
    return [tuple(each[at] for each, at in zip(choices, case, strict=True)) for case in taken]


def _pairs(case: tuple[int, ...]) -> list[tuple[tuple[int, int], ...]]:
    return list(itertools.combinations(enumerate(case), 2))


def unit_of(levels: int = 4, steps: int = 5, *, bosses: bool = True) -> Unit:
    """A unit whose levels have so many columns, the last one a Boss."""
    return Unit("maths", "Number Explorers", tuple(_level(at, steps, bosses=bosses) for at in range(levels)))


def _level(at: int, steps: int, *, bosses: bool) -> Level:
    spots = [
        Step(f"maths/s{number}", f"Step {number} here", f"I can do {number}", badge=f"badge-{number % BADGES}")
        for number in range(at * steps, (at + 1) * steps)
    ]
    boss = spots.pop() if bosses and steps > 1 else None
    return Level(f"maths/l{at}", f"Level {at + 1}", tuple(spots), boss=boss)


def students_of(count: int) -> tuple[Student, ...]:
    """Students whose names, aliases and ids are like no other word of a chart."""
    return tuple(
        Student(f"qid{at:03d}x", f"Zoë{at} Quill.", alias=f"Comet{at}Alias", emblem=f"emblem-{at % EMBLEMS}")
        for at in range(count)
    )


def earned_by(students: Iterable[Student], steps: Iterable[Step], kind: Kind = Kind.MASTERED) -> Progress:
    """Progress in which each of these students has mastered each of these steps."""
    columns = tuple(steps)
    marks = [(student.id, step.id) for student in students for step in columns]
    return progress_of(
        Fact(f"f{at}", at, "tablet", "2026-09-01T09:00:00+00:00", "", kind, student, step)
        for at, (student, step) in enumerate(marks, start=1)
    )


PX_PER_MM = 4


def greys_of(pdf: bytes) -> list[Image.Image]:
    """The pages of a PDF in grey."""
    return [page.render(scale=PX_PER_MM * 25.4 / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(pdf)]


def darkest_at_the_edge(page: Image.Image, mm: int = 8) -> int:
    """The darkest pixel of a page's outer millimetres."""
    edge = mm * PX_PER_MM
    inside = Image.new("L", page.size, 0)
    inside.paste(255, (edge, edge, page.width - edge, page.height - edge))
    seen = Image.composite(Image.new("L", page.size, 255), page, inside)
    return next(grey for grey, count in enumerate(seen.histogram()) if count)


def everything_in(pdf: bytes) -> bytes:
    """Every byte of a PDF and of its inflated streams."""
    found = [pdf]
    for stream in re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            found.append(zlib.decompressobj().decompress(stream[1]))
        except zlib.error:
            continue
    return b"\n".join(found)


def _drawn(seed: int) -> bytes:
    chance = random.Random(seed)
    picture = Image.new("RGB", (256, 256), "white")
    brush = ImageDraw.Draw(picture)
    for _ in range(70):
        x, y, r = chance.randint(60, 196), chance.randint(60, 196), chance.randint(4, 30)
        colour = (chance.randint(20, 235), chance.randint(20, 235), chance.randint(20, 235))
        brush.ellipse((x - r, y - r, x + r, y + r), fill=colour)
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=88, subsampling=0)
    return file.getvalue()


PICTURES: Mapping[str, Picture] = {
    name: Picture(name, _drawn(seed))
    for seed, name in enumerate([f"badge-{at}" for at in range(BADGES)] + [f"emblem-{at}" for at in range(EMBLEMS)])
}
"""32 different pictures, as heavy as real art."""


def wall(
    unit: Unit,
    students: tuple[Student, ...],
    progress: Progress | None = None,
    *,
    pictures: Mapping[str, Picture] = PICTURES,
    paper: Paper = Paper.A4,
    sheets: int = 1,
    ink: Ink = Ink.COLOUR,
    letters: Letters = USUAL,
    by_alias: bool = False,
    spot_mm: float | None = None,
) -> bytes:
    """A wall chart."""
    return wall_chart(
        unit,
        students,
        {one.id: seen_stickers(one.id, unit.spots, progress or Progress(), Audience.EVERYBODY) for one in students},
        pictures,
        class_name="Room 12",
        style=Style(Surface(paper, sheets), MADE, ink, letters),
        by_alias=by_alias,
        spot_mm=spot_mm,
    ).pdf
