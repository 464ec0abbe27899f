import itertools
from typing import Any

import pytest

from board.mastery.audience import Audience
from board.mastery.curriculum import Unit
from board.mastery.people import Student
from board.mastery.progress import Progress
from board.mastery.seen import seen_path
from page_builders import MADE, PICTURES, earned_by, students_of, unit_of
from paper_reading import (
    Ring,
    darkest_in_the_dead_border,
    letters_in_the_dead_border,
    letters_on,
    overlapping_letters,
    pages_of,
    pictures_on,
    rings_on,
    text_of,
)
from printables.lettering.voices import letters_of
from printables.page.document import Style
from printables.page.hues import Ink
from printables.page.paper import MM, Paper, Surface
from printables.page.printer import TRUE, Printer
from printables.personal.chart import personal_charts

OFF = 0.05
"""How much in mm a printed size may be off."""


def draw(
    unit: Unit,
    students: tuple[Student, ...],
    progress: Progress | None = None,
    *,
    spot_mm: float | None,
    paper: Paper = Paper.A4,
    ink: Ink = Ink.COLOUR,
    larger: bool = False,
    printer: Printer = TRUE,
) -> bytes:
    style = Style(Surface(paper), MADE, ink, letters_of(larger=larger), printer)
    paths = [seen_path(unit, one, progress or Progress(), Audience.STUDENT) for one in students]
    return personal_charts(unit, paths, PICTURES, style=style, spot_mm=spot_mm).pdf


def spots_on(page: Any) -> list[Ring]:
    """The spots of a page: what is round and wider than a level's number."""
    return [ring for ring in rings_on(page) if ring.across > 7.5]


@pytest.mark.parametrize("spot_mm", [8.0, 19.05, 25.4, 38.1, 70.0])
@pytest.mark.parametrize("ink", Ink)
def test_open_earned_and_boss_spots_are_circles_of_just_the_width_asked_for(*, spot_mm: float, ink: Ink) -> None:
    unit, students = unit_of(2), students_of(1)
    earned = earned_by(students, (unit.spots[0], unit.spots[4]))  # an ordinary one and a Boss, and both again open
    spots = [
        spot for page in pages_of(draw(unit, students, earned, spot_mm=spot_mm, ink=ink)) for spot in spots_on(page)
    ]
    exact = [spot for spot in spots if abs(spot.across - spot_mm) < OFF]
    assert len(exact) == len(unit.spots)
    assert all(one.across > 0.9 * spot_mm for one in spots)


@pytest.mark.parametrize("spot_mm", [19.05, 50.0])
def test_a_sticker_is_as_wide_as_its_spot_and_in_its_middle(*, spot_mm: float) -> None:
    unit, students = unit_of(1), students_of(1)
    (page,) = pages_of(draw(unit, students, earned_by(students, unit.spots), spot_mm=spot_mm))
    rings, (_emblem, *stickers) = spots_on(page), pictures_on(page)
    assert len(stickers) == len(unit.spots)
    for picture in stickers:
        x, y = picture.middle
        assert any(abs(ring.x - x / MM) < OFF and abs(ring.y - y / MM) < OFF for ring in rings)
        assert 0.7 * spot_mm < picture.width / MM < spot_mm


def test_no_two_spots_touch() -> None:
    unit = unit_of(3, 7)
    pages = [spots_on(page) for page in pages_of(draw(unit, students_of(1), spot_mm=38.1))]
    assert sum(map(len, pages)) == len(unit.spots)
    for spots in pages:
        for one, other in itertools.combinations(spots, 2):
            assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 > 38.1**2


@pytest.mark.parametrize("larger", [False, True])
def test_no_letter_lies_on_a_spot(*, larger: bool) -> None:
    unit = unit_of()
    (page,) = pages_of(draw(unit, students_of(1), spot_mm=25.4, larger=larger))
    letters, rings = letters_on(page), spots_on(page)
    assert len(rings) == len(unit.spots)
    assert len(letters) > len("".join(step.title for step in unit.spots).replace(" ", ""))
    for letter, ring in itertools.product(letters, rings):
        left, bottom, right, top = (side / MM for side in letter.box)
        nearest = min(max(ring.x, left), right), min(max(ring.y, bottom), top)
        assert (nearest[0] - ring.x) ** 2 + (nearest[1] - ring.y) ** 2 > (ring.across / 2) ** 2


def test_where_no_width_is_asked_for_a_spot_is_as_wide_with_a_sticker_as_without() -> None:
    unit, students = unit_of(1), students_of(1)
    (page,) = pages_of(draw(unit, students, earned_by(students, unit.spots[:1]), spot_mm=None, ink=Ink.SAVER))
    widths = {round(ring.across) for ring in spots_on(page)}
    assert max(widths) - min(widths) <= 1


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(("spot_mm", "larger"), [(19.05, False), (70.0, True)])
def test_such_a_page_is_printed_at_its_own_size_with_a_bar_to_prove_it(
    *, paper: Paper, spot_mm: float, larger: bool
) -> None:
    unit = unit_of()
    pdf = draw(unit, students_of(1), spot_mm=spot_mm, paper=paper, larger=larger)
    assert b"/PrintScaling /None" in pdf
    text = text_of(pdf)
    assert all(step.title in text for step in unit.spots)
    for page in pages_of(pdf):
        assert "100 mm" in page.get_textpage().get_text_bounded()
        assert overlapping_letters(page) == []
        assert letters_in_the_dead_border(page) == ""
        assert darkest_in_the_dead_border(page) > 250


def test_the_page_is_moved_as_the_printer_needs_it() -> None:
    unit, students = unit_of(1), students_of(1)
    usual, moved = (
        spots_on(pages_of(draw(unit, students, spot_mm=25.4, printer=printer))[0])
        for printer in (TRUE, Printer(dx=2.0, dy=1.0))
    )
    assert len(usual) == len(unit.spots)
    for here, there in zip(usual, moved, strict=True):
        assert there.x - here.x == pytest.approx(2.0, abs=0.02)
        assert there.y - here.y == pytest.approx(-1.0, abs=0.02)


def test_wide_stickers_take_more_pages_and_lose_no_step() -> None:
    unit = unit_of(4, 9)
    narrow, wide = (draw(unit, students_of(1), spot_mm=width) for width in (19.05, 50.0))
    assert len(pages_of(narrow)) < len(pages_of(wide))
    assert "page 2 of" in text_of(wide)
    assert all(step.title in text_of(wide) for step in unit.spots)


@pytest.mark.parametrize("spot_mm", [0.0, -3.0, 7.9, 70.1, float("nan"), float("inf")])
def test_a_width_no_sticker_has_is_refused_in_one_sentence(spot_mm: float) -> None:
    with pytest.raises(ValueError, match=r"^Spots can be 8 to 70 mm wide, not .* mm; choose another sticker\.$"):
        draw(unit_of(), students_of(1), spot_mm=spot_mm)
