import datetime as dt
import io
import random
import re
import zlib
from collections.abc import Callable, Iterable, Mapping

import pypdfium2
import pytest
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

PX_PER_MM = 4
BADGES, EMBLEMS = 20, 12


@pytest.fixture
def made() -> dt.date:
    return dt.date(2026, 11, 22)


@pytest.fixture
def unit_of() -> Callable[..., Unit]:
    return _unit_of


def _unit_of(levels: int = 4, steps: int = 5, *, bosses: bool = True) -> Unit:
    """A unit whose levels have so many columns, the last one a Boss."""
    return Unit("maths", "Number Explorers", tuple(_level(at, steps, bosses=bosses) for at in range(levels)))


def _level(at: int, steps: int, *, bosses: bool) -> Level:
    spots = [
        Step(f"maths/s{number}", f"Step {number} here", f"I can do {number}", badge=f"badge-{number % BADGES}")
        for number in range(at * steps, (at + 1) * steps)
    ]
    boss = spots.pop() if bosses and steps > 1 else None
    return Level(f"maths/l{at}", f"Level {at + 1}", tuple(spots), boss=boss)


@pytest.fixture
def students_of() -> Callable[[int], tuple[Student, ...]]:
    return _students_of


def _students_of(count: int) -> tuple[Student, ...]:
    """Students whose names, aliases and ids are like no other word of a chart."""
    return tuple(
        Student(f"qid{at:03d}x", f"Zoë{at} Quill.", alias=f"Comet{at}Alias", emblem=f"emblem-{at % EMBLEMS}")
        for at in range(count)
    )


@pytest.fixture
def earned_by() -> Callable[..., Progress]:
    return _earned_by


def _earned_by(students: Iterable[Student], steps: Iterable[Step], kind: Kind = Kind.MASTERED) -> Progress:
    """Progress in which each of these students has mastered each of these steps."""
    columns = tuple(steps)
    marks = [(student.id, step.id) for student in students for step in columns]
    return progress_of(
        Fact(f"f{at}", at, "tablet", "2026-09-01T09:00:00+00:00", "", kind, student, step)
        for at, (student, step) in enumerate(marks, start=1)
    )


@pytest.fixture
def text_of() -> Callable[[bytes], str]:
    return _text_of


def _text_of(pdf: bytes) -> str:
    """The text of a PDF as a viewer finds it, all white space made one space."""
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pages).split())


@pytest.fixture
def pages_of() -> Callable[[bytes], list[Image.Image]]:
    return _pages_of


def _pages_of(pdf: bytes) -> list[Image.Image]:
    """The pages of a PDF in grey."""
    return [page.render(scale=PX_PER_MM * 25.4 / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(pdf)]


@pytest.fixture
def darkest_at_the_edge() -> Callable[[Image.Image], int]:
    return _darkest_at_the_edge


def _darkest_at_the_edge(page: Image.Image, mm: int = 8) -> int:
    """The darkest pixel of a page's outer millimetres."""
    edge = mm * PX_PER_MM
    inside = Image.new("L", page.size, 0)
    inside.paste(255, (edge, edge, page.width - edge, page.height - edge))
    return _darkest(Image.composite(Image.new("L", page.size, 255), page, inside))


def _darkest(page: Image.Image) -> int:
    """The darkest pixel of a grey picture."""
    return next(grey for grey, count in enumerate(page.histogram()) if count)


@pytest.fixture
def everything_in() -> Callable[[bytes], bytes]:
    return _everything_in


def _everything_in(pdf: bytes) -> bytes:
    """Every byte of a PDF and of its inflated streams."""
    found = [pdf]
    for stream in re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            found.append(zlib.decompressobj().decompress(stream[1]))
        except zlib.error:
            continue
    return b"\n".join(found)


@pytest.fixture(scope="session")
def pictures() -> Mapping[str, Picture]:
    """32 different pictures, as heavy as real art."""
    names = [f"badge-{at}" for at in range(BADGES)] + [f"emblem-{at}" for at in range(EMBLEMS)]
    return {name: Picture(name, _drawn(seed)) for seed, name in enumerate(names)}


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


@pytest.fixture
def wall(pictures: Mapping[str, Picture], made: dt.date) -> Callable[..., bytes]:
    def chart(
        unit: Unit,
        students: tuple[Student, ...],
        progress: Progress | None = None,
        *,
        pictures: Mapping[str, Picture] = pictures,
        paper: Paper = Paper.A4,
        sheets: int = 1,
        ink: Ink = Ink.COLOUR,
        letters: Letters = USUAL,
        by_alias: bool = False,
        spot_mm: float | None = None,
    ) -> bytes:
        return wall_chart(
            unit,
            students,
            {one.id: seen_stickers(one.id, unit.spots, progress or Progress(), Audience.EVERYBODY) for one in students},
            pictures,
            class_name="Room 12",
            style=Style(Surface(paper, sheets), made, ink, letters),
            by_alias=by_alias,
            spot_mm=spot_mm,
        ).pdf

    return chart
