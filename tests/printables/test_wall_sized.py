import itertools
from typing import Any

import pytest

import paper_reading as paper
from page_builders import earned_by, students_of, unit_of, wall
from printables.lettering.voices import letters_of
from printables.page.hues import Ink
from printables.page.paper import MM, Paper

SPOT = 18.9
OUTLINE = 1.04
"""A spot as it is read back: the reader adds the whole width of the outline at both sides of its middle line."""


def spots_on(page: Any, mm: float) -> list[paper.Box]:
    """The round outlines of this width on a page."""
    wide = OUTLINE * mm * MM
    return [box for box in paper.shapes_on(page) if abs(box.width - wide) < 0.1 and abs(box.height - wide) < 0.1]


@pytest.mark.parametrize("size", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize("ink", list(Ink))
def test_every_spot_of_a_big_class_has_the_size_of_a_real_sticker_on_a_poster(*, size: Paper, ink: Ink) -> None:
    unit, students = unit_of(), students_of(30)
    progress = earned_by(students[::2], unit.spots[::2])
    pdf = wall(unit, students, progress, paper=size, sheets=3, ink=ink, spot_mm=SPOT)
    pages = paper.pages_of(pdf)
    assert len(pages) == 9
    spots = spots_on(pages[0], SPOT)
    assert len(spots) == 30 * 20
    for one, other in itertools.pairwise(sorted(spots, key=lambda spot: (round(spot.bottom), spot.left))):
        assert other.left - one.left > (SPOT + 1) * MM or other.bottom - one.bottom > (SPOT + 1) * MM


@pytest.mark.parametrize("size", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize("mm", [12.0, 25.4])
def test_rows_that_don_t_fit_one_sheet_go_on_and_each_sheet_can_be_measured(size: Paper, mm: float) -> None:
    students = students_of(24)
    pdf = wall(unit_of(1, 4), students, paper=size, spot_mm=mm)
    pages = paper.pages_of(pdf)
    assert b"/PrintScaling /None" in pdf
    assert sum(len(spots_on(page, mm)) for page in pages) == 24 * 4
    text = paper.text_of(pdf)
    assert [student.name for student in students if student.name not in text] == []
    for page in pages:
        assert paper.overlapping_letters(page) == []
        assert paper.darkest_in_the_dead_border(page) > 250
        assert [box for box in paper.shapes_on(page) if abs(box.width - 100 * MM) < 1 and box.height < 3]


def test_without_a_size_the_sheet_may_be_printed_at_any() -> None:
    assert b"/PrintScaling" not in wall(unit_of(), students_of(5))


@pytest.mark.parametrize(
    ("size", "sheets", "mm", "advice"),
    [
        (Paper.A4, 1, SPOT, "take a poster of 3 x 3 a4 sheets or spots of up to 9"),
        (Paper.A4, 2, SPOT, "take a poster of 3 x 3 a4 sheets or spots of up to 13"),
        (Paper.LETTER, 1, 12, "take tabloid or spots of up to 9"),
        (Paper.A3, 3, 60, "sheets; take spots of up to"),
    ],
)
def test_spots_too_large_are_refused_with_what_would_do(*, size: Paper, sheets: int, mm: float, advice: str) -> None:
    unit, students = unit_of(), students_of(30)
    with pytest.raises(
        ValueError, match=f"^Spots of {mm:g} mm for 30 students and 20 steps don't fit on .*{advice}"
    ) as no:
        wall(unit, students, paper=size, sheets=sheets, spot_mm=mm)
    largest = float(str(no.value).removesuffix(" mm.").rpartition(" ")[2])
    assert wall(unit, students, paper=size, sheets=sheets, spot_mm=largest).startswith(b"%PDF")


@pytest.mark.parametrize("mm", [0, -3, 2, float("nan")])
def test_spots_too_small_for_a_sticker_are_refused(mm: float) -> None:
    with pytest.raises(ValueError, match="too small for a sticker; take 4 mm or more"):
        wall(unit_of(), students_of(3), spot_mm=mm)


def test_a_unit_too_wide_for_any_spot_is_refused() -> None:
    with pytest.raises(ValueError, match="don't fit on a4; take a unit of fewer steps"):
        wall(unit_of(20, 40), students_of(3), spot_mm=19)


def test_spots_keep_their_size_in_larger_letters() -> None:
    page = paper.pages_of(wall(unit_of(2, 4), students_of(9), spot_mm=12, letters=letters_of(early=True, larger=True)))[
        0
    ]
    assert len(spots_on(page, 12)) == 9 * 8
    assert paper.overlapping_letters(page) == []


def test_nobody_yet_gives_a_sentence_whatever_the_size() -> None:
    assert "No students yet" in paper.text_of(wall(unit_of(), (), spot_mm=8))
