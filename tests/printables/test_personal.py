from collections.abc import Callable, Mapping
from datetime import date

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from board.mastery.curriculum import Unit
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.pictures import Face
from board.mastery.progress import Progress
from printables.paper import MARGIN, Paper
from printables.personal import NEXT, personal_charts
from printables.personal_plan import HEAD, choose
from printables.pictures import Picture

Draw = Callable[..., bytes]
UnitOf = Callable[..., Unit]
StudentsOf = Callable[[int], tuple[Student, ...]]
EarnedBy = Callable[..., Progress]
TextOf = Callable[[bytes], str]
PagesOf = Callable[[bytes], list[Image.Image]]

CONTENT = "0123456789abcdef" * 2


@pytest.fixture
def draw(pictures: Mapping[str, Picture], made: date) -> Draw:
    def charts(
        unit: Unit,
        students: tuple[Student, ...],
        progress: Progress | None = None,
        *,
        paper: Paper = Paper.A4,
        pictures: Mapping[str, Picture] = pictures,
    ) -> bytes:
        return personal_charts(unit, students, progress or Progress(), pictures, made=made, paper=paper)

    return charts


def own_picture(progress: Progress, student: Student, step: str, caption: str) -> Progress:
    at = ("tablet", "2026-09-01T09:00:00+00:00", "")
    added = Fact("art", 900, *at, Kind.PICTURE_ADDED, student.id, note=caption, evidence=(CONTENT,))
    placed = Fact("put", 901, *at, Kind.PICTURE_PLACED, student.id, step, of="art")
    return progress.after([added, placed])


def test_each_child_has_a_page_with_name_path_and_every_step(
    draw: Draw, unit_of: UnitOf, students_of: StudentsOf, text_of: TextOf
) -> None:
    unit, students = unit_of(), students_of(3)
    pdf = draw(unit, students)
    assert len(pypdfium2.PdfDocument(pdf)) == 3
    text = text_of(pdf)
    for words in (*(student.name for student in students), *(step.title for step in unit.spots), NEXT, "Level 4"):
        assert words in text


def test_the_childs_words_stand_under_its_picture_once_the_step_is_mastered(
    draw: Draw, unit_of: UnitOf, students_of: StudentsOf, earned_by: EarnedBy, text_of: TextOf
) -> None:
    unit, (ava,) = unit_of(), students_of(1)
    step = unit.spots[0].id
    waiting = own_picture(Progress(), ava, step, "a [fish] & <b>two</b> bubbles")
    assert "bubbles" not in text_of(draw(unit, (ava,), waiting))
    earned = own_picture(earned_by((ava,), unit.spots[:1]), ava, step, "a [fish] & <b>two</b> bubbles")
    assert "My picture shows a [fish] & <b>two</b> bubbles" in text_of(draw(unit, (ava,), earned))


def test_the_childs_own_picture_is_on_its_own_chart_before_anybody_has_looked(
    draw: Draw, unit_of: UnitOf, students_of: StudentsOf, earned_by: EarnedBy, pictures: Mapping[str, Picture]
) -> None:
    unit, (ava,) = unit_of(), students_of(1)
    progress = own_picture(earned_by((ava,), unit.spots[:1]), ava, unit.spots[0].id, "")
    name = Face(CONTENT).name
    without = draw(unit, (ava,), progress)
    with_own = draw(unit, (ava,), progress, pictures={**pictures, name: Picture(name, pictures["badge-19"].jpeg)})
    assert with_own != without


def test_the_words_say_nothing_of_how_much_is_done(
    draw: Draw, unit_of: UnitOf, students_of: StudentsOf, earned_by: EarnedBy, text_of: TextOf
) -> None:
    unit, students = unit_of(), students_of(2)
    assert text_of(draw(unit, students, earned_by(students, unit.spots))) == text_of(draw(unit, students))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(("levels", "steps"), [(1, 1), (1, 30), (4, 5), (7, 9), (12, 6)])
def test_every_paper_and_unit_prints_inside_the_margins(
    *,
    draw: Draw,
    unit_of: UnitOf,
    students_of: StudentsOf,
    pages_of: PagesOf,
    darkest_at_the_edge: Callable[[Image.Image], int],
    paper: Paper,
    levels: int,
    steps: int,
) -> None:
    unit, students = unit_of(levels, steps), students_of(1)
    for page in pages_of(draw(unit, students, paper=paper)):
        assert darkest_at_the_edge(page) > 250


@given(st.lists(st.integers(0, 30), min_size=1, max_size=12).filter(any), st.sampled_from(Paper))
def test_bands_and_stickers_never_overlap_nor_leave_the_page(counts: list[int], paper: Paper) -> None:
    plan = choose(counts, paper)
    height = paper.size()[1]
    assert [band.level for page in plan.pages for band in page] == list(range(len(counts)))
    for page in plan.pages:
        bottom = height - MARGIN - HEAD * plan.scale
        for band in page:
            assert band.top <= bottom + 0.01
            bottom = band.top - band.height
            spots = list(plan.spots(band, counts[band.level]))
            assert all(spot.y + plan.die / 2 <= band.top and spot.y - plan.die / 2 >= bottom for spot in spots)
            assert all(spot.x - plan.die / 2 >= MARGIN for spot in spots)
        assert bottom >= MARGIN


def test_the_same_chart_is_the_same_file(draw: Draw, unit_of: UnitOf, students_of: StudentsOf) -> None:
    unit, students = unit_of(), students_of(2)
    assert draw(unit, students) == draw(unit, students)


def test_nothing_to_print_is_said(draw: Draw, unit_of: UnitOf, students_of: StudentsOf) -> None:
    with pytest.raises(ValueError, match="nobody to print for"):
        draw(unit_of(), ())
    with pytest.raises(ValueError, match="no steps yet"):
        draw(Unit("u", "Empty", ()), students_of(1))
    with pytest.raises(ValueError, match="larger paper"):
        draw(unit_of(1, 400), students_of(1))
