import itertools
from collections.abc import Mapping, Sequence

import pypdfium2
import pytest
from PIL import ImageChops

import paper_reading as reading
from board.mastery.audience import Earned, earned_by_level
from board.mastery.curriculum import Level, Unit
from page_builders import (
    MADE,
    PICTURES,
    darkest_at_the_edge,
    earned_by,
    everything_in,
    greys_of,
    pairwise,
    students_of,
    unit_of,
)
from paper_reading import text_of
from printables.lettering.voices import USUAL, Letters, letters_of
from printables.page.document import Style
from printables.page.hues import Ink
from printables.page.paper import Paper, Surface
from printables.page.pictures import Picture
from printables.quilt.chart import FIRST_TO_COME, TITLE, class_quilt, mixed
from printables.quilt.plan import choose, lay, staggered


def starters(level: Level) -> list[Earned]:
    """A sticker of starter art for each spot of a level."""
    return [Earned(step) for step in level.spots]


def draw(
    unit: Unit,
    earned: Sequence[tuple[Level, Sequence[Earned]]],
    *,
    paper: Paper = Paper.A4,
    sheets: int = 1,
    ink: Ink = Ink.COLOUR,
    letters: Letters = USUAL,
    pictures: Mapping[str, Picture] = PICTURES,
) -> bytes:
    style = Style(Surface(paper, sheets), MADE, ink, letters)
    return class_quilt(unit, earned, pictures, class_name="Room 12", style=style).pdf


@pytest.mark.parametrize("sheets", [1, 2, 3])
@pytest.mark.parametrize("ink", list(Ink))
def test_the_file_holds_no_name_no_alias_and_no_id(*, sheets: int, ink: Ink) -> None:
    unit, students = unit_of(), students_of(20)
    pdf = draw(unit, earned_by_level(unit, students, earned_by(students, unit.spots)), sheets=sheets, ink=ink)
    held, text = everything_in(pdf), text_of(pdf)
    assert b"Number Explorers" in held
    for student in students:
        for secret in (student.name, student.name.split()[0], student.alias, student.id, student.emblem):
            assert secret.encode() not in held
            assert secret.encode("utf-16-be") not in held
            assert secret not in text


def test_the_order_of_the_students_leaves_no_trace() -> None:
    unit, students = unit_of(), students_of(6)
    progress = earned_by(students[:3], unit.spots[:9])
    forth = earned_by_level(unit, students, progress)
    back = [(level, tuple(reversed(steps))) for level, steps in earned_by_level(unit, students[::-1], progress)]
    assert draw(unit, forth) == draw(unit, back)


def test_it_says_what_we_can_do_and_who_we_are() -> None:
    unit, students = unit_of(), students_of(4)
    text = text_of(draw(unit, earned_by_level(unit, students, earned_by(students, unit.spots))))
    for words in (TITLE, "Room 12", unit.title, "Level 1", "Level 4", "22 November 2026"):
        assert words in text


def test_a_level_still_to_come_has_no_panel_but_is_looked_forward_to() -> None:
    unit = unit_of()
    earned = [(level, starters(level) if at == 0 else []) for at, level in enumerate(unit.levels)]
    text = text_of(draw(unit, earned))
    assert "Coming up: Level 2, Level 3, Level 4" in text


def test_a_quilt_without_pictures_is_a_promise() -> None:
    unit = unit_of()
    text = text_of(draw(unit, [(level, ()) for level in unit.levels]))
    assert FIRST_TO_COME in text
    assert "Level" not in text
    assert draw(unit, []).startswith(b"%PDF")


@pytest.mark.parametrize(("paper", "each", "levels"), pairwise(list(Paper), [0, 1, 2, 7, 75], [1, 4, 12]))
def test_every_paper_and_number_of_stickers_renders_inside_the_margins(*, paper: Paper, each: int, levels: int) -> None:
    unit = unit_of(levels, 5)
    pages = greys_of(draw(unit, [(level, starters(level) * each) for level in unit.levels], paper=paper))
    assert len(pages) == 1
    assert darkest_at_the_edge(pages[0]) > 250


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize("letters", [USUAL, letters_of(early=True), letters_of(early=True, larger=True)])
@pytest.mark.parametrize("levels", [4, 12])
def test_no_letter_lies_on_another_or_where_no_printer_reaches(*, paper: Paper, letters: Letters, levels: int) -> None:
    unit = unit_of(levels, 5)
    wide = Level(unit.levels[1].id, "W" * 200, unit.levels[1].steps)
    earned = [(unit.levels[0], starters(unit.levels[0])), (wide, starters(wide))]
    earned += [(level, starters(level) if at % 2 else []) for at, level in enumerate(unit.levels[2:])]
    page = reading.pages_of(draw(unit, earned, paper=paper, letters=letters))[0]
    assert reading.overlapping_letters(page) == []
    assert reading.letters_in_the_dead_border(page) == ""
    assert reading.darkest_in_the_dead_border(page) > 250


def test_larger_type_is_larger() -> None:
    unit = unit_of()
    earned = [(level, starters(level)) for level in unit.levels]
    usual, larger = (
        reading.letters_on(reading.pages_of(draw(unit, earned, letters=letters))[0])
        for letters in (USUAL, letters_of(larger=True))
    )
    for char in "k4N2":
        heights = [max(each.box.height for each in found if each.char == char) for found in (usual, larger)]
        assert heights[1] > 1.1 * heights[0]


def test_blank_ink_leaves_an_outline_where_each_sticker_lay() -> None:
    unit = unit_of()
    earned = [(level, starters(level) * 4) for level in unit.levels]
    printed, blank = draw(unit, earned), draw(unit, earned, ink=Ink.BLANK)
    assert text_of(blank) == text_of(printed)
    page = reading.pages_of(blank)[0]
    assert reading.pictures_on(page) == []
    middles = [box.middle for box in reading.pictures_on(reading.pages_of(printed)[0])]
    assert len(middles) == 80
    rounds = [box for box in reading.shapes_on(page) if abs(box.width - box.height) < 1 and box.width > 30]
    for x, y in middles:
        assert sum(abs(box.middle[0] - x) < 1 and abs(box.middle[1] - y) < 1 for box in rounds) == 1


def test_a_boss_s_outline_is_told_from_others_on_a_grey_copy() -> None:
    unit = unit_of(1, 2)
    level = unit.levels[0]
    page = reading.pages_of(draw(unit, [(level, starters(level))], ink=Ink.BLANK))[0]
    picture = reading.grey(page)
    rounds = [box for box in reading.shapes_on(page) if abs(box.width - box.height) < 1 and box.width > 60]
    assert len(rounds) == 2
    px = picture.height / reading.whole(page).height
    one, other = (
        picture.crop(
            (
                round(box.left * px),
                round(picture.height - box.top * px),
                round(box.right * px),
                round(picture.height - box.bottom * px),
            )
        ).resize((200, 200))
        for box in rounds
    )
    unlike = ImageChops.difference(one, other).histogram()
    assert sum(unlike[60:]) / sum(unlike) > 0.06


def test_less_ink_is_less_ink() -> None:
    unit = unit_of()
    earned = [(level, starters(level) * 4) for level in unit.levels]
    colour, saver, blank = (reading.ink_of(reading.pages_of(draw(unit, earned, ink=ink))[0]) for ink in Ink)
    assert blank < 0.5 * saver
    assert saver < 0.85 * colour


def test_1500_stickers_fit_one_page_and_stay_small() -> None:
    unit = unit_of()
    pdf = draw(unit, [(level, starters(level) * 75) for level in unit.levels])
    assert len(pypdfium2.PdfDocument(pdf)) == 1
    assert everything_in(pdf).count(b"/Subtype /Image") == 20
    assert len(pdf) < 600_000


def test_missing_pictures_have_numbered_stand_ins() -> None:
    unit = unit_of(1, 3)
    assert b"/Subtype /Image" not in draw(unit, [(unit.levels[0], starters(unit.levels[0]))], pictures={})


def test_more_levels_than_paper_are_refused_in_words() -> None:
    unit = unit_of(80, 1)
    with pytest.raises(ValueError, match="80 levels don't fit on a4; take something larger or a unit of fewer levels"):
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
    plan = choose([100, 5], Surface(Paper.A4))
    heights = [place.height for place in plan.places]
    assert heights[0] > heights[1] > 0.12 * sum(heights)


def test_equal_stickers_seldom_lie_side_by_side() -> None:
    steps = unit_of(1, 5).spots * 12
    order = mixed([Earned(step) for step in sorted(steps, key=lambda step: step.id)], lay(60, 500, 200))
    twins = sum(one.step == other.step for one, other in itertools.pairwise(order))
    assert sorted(one.step.id for one in order) == sorted(step.id for step in steps)
    assert twins <= 3


def test_many_panels_lie_in_columns_that_are_about_as_full() -> None:
    plan = choose([90, 80, 70, 60, 50, 40, 30, 20, 10, 8, 4, 2], Surface(Paper.A4))
    assert len({place.left for place in plan.places}) > 1
    pitches = [place.rows.pitch for place in plan.places]
    assert max(pitches) < 1.6 * min(pitches)
    ends = {place.left: place.top - place.height for place in plan.places}
    assert max(ends.values()) - min(ends.values()) < 0.1


def test_stickers_of_a_small_class_grow_with_the_poster() -> None:
    small, large = (choose([3], Surface(Paper.A4, sheets)).smallest for sheets in (1, 3))
    assert large > 2.5 * small


def test_a_lonely_sticker_is_not_much_larger_than_those_of_a_full_panel() -> None:
    pitches = [place.rows.pitch for place in choose([3, 1, 2, 60, 3, 1, 1, 1], Surface(Paper.A4)).places]
    assert max(pitches) < 1.51 * min(pitches)
