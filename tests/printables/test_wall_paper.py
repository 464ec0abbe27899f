import io

import pypdfium2
import pytest
from PIL import Image, ImageChops

from board.mastery.curriculum import Unit
from board.mastery.people import Student
from page_builders import darkest_at_the_edge, earned_by, everything_in, greys_of, pairwise, students_of, unit_of, wall
from printables.lettering.voices import USUAL
from printables.page.hues import Ink
from printables.page.paper import MARGIN, Paper, Surface
from printables.page.pictures import Picture
from printables.wall.labels import labels_of
from printables.wall.panels import panels_of
from printables.wall.plan import choose


@pytest.mark.parametrize(
    ("paper", "levels", "steps", "count"),
    [
        (Paper.A4, 4, 5, 30),
        (Paper.A4, 1, 1, 1),
        (Paper.A4, 12, 3, 24),
        (Paper.LETTER, 4, 10, 40),
        (Paper.LETTER, 1, 4, 30),
        (Paper.A3, 4, 10, 40),
        (Paper.TABLOID, 12, 3, 24),
    ],
)
def test_nothing_lies_in_the_outer_8_mm(*, paper: Paper, levels: int, steps: int, count: int) -> None:
    unit, students = unit_of(levels, steps), students_of(count)
    for page in greys_of(wall(unit, students, earned_by(students, unit.spots[::2]), paper=paper)):
        assert darkest_at_the_edge(page) > 250


def test_the_same_input_gives_the_same_bytes() -> None:
    unit, students = unit_of(), students_of(12)
    progress = earned_by(students, unit.spots[:7])
    assert wall(unit, students, progress) == wall(unit, students, progress)


def test_each_picture_is_embedded_once_over_all_pages() -> None:
    unit, students = unit_of(4, 10), students_of(40)
    pdf = wall(unit, students, earned_by(students, unit.spots))
    assert len(pypdfium2.PdfDocument(pdf)) > 1
    assert everything_in(pdf).count(b"/Subtype /Image") == 32


def test_a_class_of_thirty_with_32_pictures_is_small() -> None:
    unit, students = unit_of(), students_of(30)
    assert len(wall(unit, students, earned_by(students, unit.spots))) < 600_000


@pytest.mark.parametrize(
    ("levels", "steps", "count", "paper", "pages"),
    [
        (4, 5, 30, Paper.A4, 1),
        (4, 5, 30, Paper.LETTER, 1),
        (4, 5, 30, Paper.A3, 1),
        (4, 10, 40, Paper.A4, 2),
        (1, 1, 1, Paper.A4, 1),
    ],
)
def test_rows_go_to_a_second_page_only_where_they_must(
    *, levels: int, steps: int, count: int, paper: Paper, pages: int
) -> None:
    assert len(pypdfium2.PdfDocument(wall(unit_of(levels, steps), students_of(count), paper=paper))) == pages


def test_each_page_repeats_the_heads_and_rows_are_split_evenly() -> None:
    pages = pypdfium2.PdfDocument(wall(unit_of(4, 10), students_of(40)))
    texts = [page.get_textpage().get_text_bounded() for page in pages]
    assert [text.count("Quill") for text in texts] == [20, 20]
    assert all("Number Explorers" in text and "Level 3" in text for text in texts)
    assert "page 2 of 2" in texts[1]


def test_a_unit_of_few_steps_lies_side_by_side_in_blocks() -> None:
    plan = choose(labels_of(unit_of(1, 4), [student.name for student in students_of(30)], USUAL), Surface(Paper.A4))
    assert plan.room.blocks > 1
    assert len(plan.pages) == 1


@pytest.mark.parametrize(
    ("paper", "bosses", "shape", "count"),
    pairwise(list(Paper), [True, False], [(1, 1), (12, 3), (4, 10), (1, 40), (12, 1)], [0, 1, 40]),
)
def test_every_size_of_class_and_unit_renders(
    *, paper: Paper, bosses: bool, shape: tuple[int, int], count: int
) -> None:
    unit = unit_of(*shape, bosses=bosses)
    pages = pypdfium2.PdfDocument(wall(unit, students_of(count), paper=paper))
    size = sorted(side / 72 * 25.4 for side in pages[0].get_size())
    assert size == pytest.approx(sorted(paper.size_mm), abs=0.01)


def test_a_unit_without_steps_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="Empty has no steps yet"):
        wall(Unit("e", "Empty", ()), students_of(1))


def test_more_columns_than_paper_are_refused_in_words() -> None:
    with pytest.raises(ValueError, match="300 columns don't fit on a4"):
        wall(unit_of(10, 30), students_of(1))


@pytest.mark.parametrize("ink", [Ink.COLOUR, Ink.SAVER])
def test_grey_copies_keep_earned_and_open_spots_apart(*, ink: Ink) -> None:
    unit, students = unit_of(), students_of(1)
    earned = set(unit.spots[::2])
    page = greys_of(wall(unit, students, earned_by(students, earned), pictures={}, ink=ink))[0]
    pale = greys_of(wall(unit, students, earned_by(students, earned), pictures=_pale_pictures(unit), ink=ink))[0]
    for sheet in (page, pale):
        darkest = {step: min(spot.tobytes()) for step, spot in _spots(unit, students, sheet).items()}
        assert max(darkest[step.id] for step in earned) < 140
        assert min(dark for step, dark in darkest.items() if step not in {each.id for each in earned}) > 150


@pytest.mark.parametrize("ink", [Ink.COLOUR, Ink.SAVER])
def test_grey_copies_keep_a_beaten_boss_and_a_mastered_step_apart(*, ink: Ink) -> None:
    unit, students = unit_of(1, 4), students_of(1)
    same = dict.fromkeys((step.badge for step in unit.spots), next(iter(_pale_pictures(unit).values())))
    page = greys_of(wall(unit, students, earned_by(students, unit.spots), pictures=same, ink=ink))[0]
    one, other, *_, boss = _spots(unit, students, page).values()
    assert _unlike(one, other) < 0.02
    assert _unlike(one, boss) > 0.06


def _unlike(one: Image.Image, other: Image.Image) -> float:
    """The share of the pixels of two pictures in which an eye sees another grey."""
    pixels = ImageChops.difference(one, other.resize(one.size)).tobytes()
    return sum(pixel > 40 for pixel in pixels) / len(pixels)


def _pale_pictures(unit: Unit) -> dict[str, Picture]:
    file = io.BytesIO()
    Image.new("RGB", (64, 64), "#FFF7C0").save(file, "JPEG")
    return {step.badge: Picture(step.badge, file.getvalue()) for step in unit.spots}


def _spots(unit: Unit, students: tuple[Student, ...], page: Image.Image) -> dict[str, Image.Image]:
    """Cut the spots of the first row out of a page, away from the rules around them."""
    labels = labels_of(unit, [student.name for student in students], USUAL)
    plan = choose(labels, Surface(Paper.A4))
    down = MARGIN + plan.above + plan.head + plan.row / 2
    return {
        column.step.id: _cut(page, column.x, down, 0.48 * plan.cell)
        for panel in panels_of(plan, labels, MARGIN, Ink.COLOUR)
        for column in panel.columns
    }


def _cut(page: Image.Image, x: float, y: float, reach: float) -> Image.Image:
    """Cut a square out of a page; its middle and half its side in pt from the top left."""
    px = page.height / Paper.A4.size(landscape=page.width > page.height)[1]
    left, top, right, bottom = ((x - reach) * px, (y - reach) * px, (x + reach) * px, (y + reach) * px)
    return page.crop((round(left), round(top), round(right), round(bottom)))
