import itertools
from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pypdfium2
import pytest
from PIL import Image

from board.mastery.audience import Earned, earned_by_level
from board.mastery.curriculum import Level, Unit
from board.mastery.people import Student
from board.mastery.progress import Progress
from printables.paper import Paper
from printables.pictures import Picture
from printables.quilt import FIRST_TO_COME, TITLE, class_quilt, mixed
from printables.quilt_plan import choose, lay, staggered

Draw = Callable[..., bytes]
UnitOf = Callable[..., Unit]
StudentsOf = Callable[[int], tuple[Student, ...]]
EarnedBy = Callable[..., Progress]
TextOf = Callable[[bytes], str]
PagesOf = Callable[[bytes], list[Image.Image]]
EverythingIn = Callable[[bytes], bytes]
DarkestAtTheEdge = Callable[[Image.Image], int]


def starters(level: Level) -> list[Earned]:
    """A sticker of starter art for each spot of a level."""
    return [Earned(step) for step in level.spots]


@pytest.fixture
def draw(pictures: Mapping[str, Picture], made: date) -> Draw:
    def quilt(
        unit: Unit,
        earned: Sequence[tuple[Level, Sequence[Earned]]],
        *,
        paper: Paper = Paper.A4,
        pictures: Mapping[str, Picture] = pictures,
    ) -> bytes:
        return class_quilt(unit, earned, pictures, class_name="Room 12", made=made, paper=paper)

    return quilt


def test_the_file_holds_no_name_no_alias_and_no_id(
    *,
    draw: Draw,
    unit_of: UnitOf,
    students_of: StudentsOf,
    earned_by: EarnedBy,
    text_of: TextOf,
    everything_in: EverythingIn,
) -> None:
    unit, students = unit_of(), students_of(20)
    pdf = draw(unit, earned_by_level(unit, students, earned_by(students, unit.spots)))
    held, text = everything_in(pdf), text_of(pdf)
    assert b"Number Explorers" in held
    for student in students:
        for secret in (student.name, student.name.split()[0], student.alias, student.id, student.emblem):
            assert secret.encode() not in held
            assert secret.encode("utf-16-be") not in held
            assert secret not in text


def test_the_order_of_the_students_leaves_no_trace(
    draw: Draw, unit_of: UnitOf, students_of: StudentsOf, earned_by: EarnedBy
) -> None:
    unit, students = unit_of(), students_of(6)
    progress = earned_by(students[:3], unit.spots[:9])
    forth = earned_by_level(unit, students, progress)
    back = [(level, tuple(reversed(steps))) for level, steps in earned_by_level(unit, students[::-1], progress)]
    assert draw(unit, forth) == draw(unit, back)


def test_it_says_what_we_can_do_and_who_we_are(
    draw: Draw, unit_of: UnitOf, students_of: StudentsOf, earned_by: EarnedBy, text_of: TextOf
) -> None:
    unit, students = unit_of(), students_of(4)
    text = text_of(draw(unit, earned_by_level(unit, students, earned_by(students, unit.spots))))
    for words in (TITLE, "Room 12", unit.title, "Level 1", "Level 4", "22 November 2026"):
        assert words in text


def test_a_level_still_to_come_has_no_panel_but_is_looked_forward_to(
    draw: Draw, unit_of: UnitOf, text_of: TextOf
) -> None:
    unit = unit_of()
    earned = [(level, starters(level) if at == 0 else []) for at, level in enumerate(unit.levels)]
    text = text_of(draw(unit, earned))
    assert "Coming up: Level 2, Level 3, Level 4" in text


def test_a_quilt_without_pictures_is_a_promise(draw: Draw, unit_of: UnitOf, text_of: TextOf) -> None:
    unit = unit_of()
    text = text_of(draw(unit, [(level, ()) for level in unit.levels]))
    assert FIRST_TO_COME in text
    assert "Level" not in text
    assert draw(unit, []).startswith(b"%PDF")


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("each", [0, 1, 2, 7, 75])
@pytest.mark.parametrize("levels", [1, 4, 12])
def test_every_paper_and_number_of_stickers_renders_inside_the_margins(
    *,
    draw: Draw,
    paper: Paper,
    each: int,
    levels: int,
    unit_of: UnitOf,
    pages_of: PagesOf,
    darkest_at_the_edge: DarkestAtTheEdge,
) -> None:
    unit = unit_of(levels, 5)
    pages = pages_of(draw(unit, [(level, starters(level) * each) for level in unit.levels], paper=paper))
    assert len(pages) == 1
    assert darkest_at_the_edge(pages[0]) > 250


def test_1500_stickers_fit_one_page_and_stay_small(draw: Draw, unit_of: UnitOf, everything_in: EverythingIn) -> None:
    unit = unit_of()
    pdf = draw(unit, [(level, starters(level) * 75) for level in unit.levels])
    assert len(pypdfium2.PdfDocument(pdf)) == 1
    assert everything_in(pdf).count(b"/Subtype /Image") == 20
    assert len(pdf) < 600_000


def test_missing_pictures_have_numbered_stand_ins(draw: Draw, unit_of: UnitOf) -> None:
    unit = unit_of(1, 3)
    assert b"/Subtype /Image" not in draw(unit, [(unit.levels[0], starters(unit.levels[0]))], pictures={})


def test_more_levels_than_paper_are_refused_in_words(draw: Draw, unit_of: UnitOf) -> None:
    unit = unit_of(80, 1)
    with pytest.raises(ValueError, match="80 levels don't fit"):
        draw(unit, [(level, starters(level)) for level in unit.levels])


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 19, 47, 100, 375])
def test_staggered_rows_hold_every_sticker_and_none_touch(count: int) -> None:
    rows = lay(count, 500, 180)
    places = list(rows.places(250, 90))
    assert sum(rows.counts) == len(places) == count
    assert all(x - rows.pitch / 2 + 0.01 >= 0 and x + rows.pitch / 2 - 0.01 <= 500 for x, _ in places)
    assert all(y - rows.pitch / 2 + 0.01 >= 0 and y + rows.pitch / 2 - 0.01 <= 180 for _, y in places)
    for at, (x, y) in enumerate(places):
        for other_x, other_y in places[at + 1 :]:
            assert (x - other_x) ** 2 + (y - other_y) ** 2 > (0.99 * rows.pitch) ** 2


@pytest.mark.parametrize("rows", [1, 2, 3, 4, 7])
def test_shares_of_rows_add_up(rows: int) -> None:
    assert all(sum(staggered(count, rows)) == count for count in range(rows, 200))


def test_more_stickers_get_a_higher_panel_but_no_panel_is_starved() -> None:
    plan = choose([100, 5], Paper.A4)
    heights = [place.height for place in plan.places]
    assert heights[0] > heights[1] > 0.12 * sum(heights)


def test_equal_stickers_seldom_lie_side_by_side(unit_of: UnitOf) -> None:
    steps = unit_of(1, 5).spots * 12
    order = mixed([Earned(step) for step in sorted(steps, key=lambda step: step.id)], lay(60, 500, 200))
    twins = sum(one.step == other.step for one, other in itertools.pairwise(order))
    assert sorted(one.step.id for one in order) == sorted(step.id for step in steps)
    assert twins <= 3
