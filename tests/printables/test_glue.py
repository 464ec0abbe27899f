import itertools
from collections.abc import Sequence
from typing import Any

import pytest

import paper_reading as paper
from board.mastery.curriculum import Step
from hostile import HOSTILE
from page_builders import MADE, PICTURES, everything_in, unit_of
from printables.lettering.voices import USUAL, Letters, letters_of
from printables.page.document import Style
from printables.page.hues import Ink
from printables.page.paper import MM, Paper, Surface
from printables.page.printer import TRUE, Printer
from printables.stickers.glue import TITLE, USUAL_MM, glue_sheets
from printables.stickers.sheet import Sticker

BOTH = (Paper.A4, Paper.LETTER)
OFF = Printer(0.7, -1.2, 1.01)
CIRCLE, AROUND, WITHIN = 0.4, 0.8, 0.5
"""Widths of outlines and cuts in pt; a shape's box holds it once at each side."""


def draw(
    stickers: Sequence[Sticker],
    *,
    spot_mm: float | None = None,
    where: Paper = Paper.A4,
    printer: Printer = TRUE,
    ink: Ink = Ink.COLOUR,
    letters: Letters = USUAL,
) -> bytes:
    style = Style(Surface(where), MADE, ink, letters, printer)
    return glue_sheets([unit_of()], stickers, PICTURES, spot_mm=spot_mm, style=style).pdf


def stickers(**counts: int) -> list[Sticker]:
    steps = itertools.cycle(unit_of().spots)
    return [Sticker(next(steps), None, name) for name, count in counts.items() for _ in range(count)]


def circles(page: Any, spot_mm: float, scale: float = 1.0) -> list[paper.Box]:
    """The outlines to cut along, without the width of their lines."""
    line, wanted = CIRCLE * scale, spot_mm * MM * scale
    bare = [
        paper.Box(box.left + line, box.bottom + line, box.right - line, box.top - line) for box in paper.shapes_on(page)
    ]
    return [box for box in bare if box.width == pytest.approx(wanted, abs=0.5 * MM) and abs(box.width - box.height) < 1]


def cuts(page: Any, width: float, *, upright: bool) -> list[paper.Box]:
    """The straight cuts of a width in pt."""
    found = [box for box in paper.shapes_on(page) if max(box.width, box.height) > 13 * MM]
    return [box for box in found if (box.width if upright else box.height) == pytest.approx(2 * width, abs=0.05)]


@pytest.mark.parametrize("printer", [TRUE, OFF], ids=["true", "off"])
@pytest.mark.parametrize("where", BOTH)
@pytest.mark.parametrize("spot_mm", [10, 19.05, None, 38.1, 90])
def test_every_circle_is_as_wide_as_was_asked_for_with_its_picture_in_the_middle(
    spot_mm: float | None, where: Paper, printer: Printer
) -> None:
    wanted = USUAL_MM if spot_mm is None else spot_mm
    printed = draw(stickers(Ava=3, Ben=4, Cleo=7), spot_mm=spot_mm, where=where, printer=printer)
    count = 0
    for page in paper.pages_of(printed):
        found, pictures = circles(page, wanted, printer.scale), paper.pictures_on(page)
        assert len(found) == len(pictures)
        for circle, picture in zip(found, pictures, strict=True):
            assert circle.width == pytest.approx(wanted * MM * printer.scale, abs=0.05 * MM)
            assert circle.middle == pytest.approx(picture.middle, abs=0.1 * MM)
            assert not any(circle.shared(letter.box) for letter in paper.letters_on(page))
        count += len(found)
    assert count == 14


@pytest.mark.parametrize("where", BOTH)
@pytest.mark.parametrize("letters", [USUAL, letters_of(early=True, larger=True)], ids=["usual", "early-larger"])
def test_a_full_class_keeps_to_the_paper_a_printer_reaches(where: Paper, letters: Letters) -> None:
    pdf = draw(stickers(**{f"Zoe{at}": 1 + at % 4 for at in range(24)}), where=where, letters=letters)
    pages = paper.pages_of(pdf)
    for number, page in enumerate(pages, 1):
        assert paper.overlapping_letters(page) == []
        assert paper.letters_in_the_dead_border(page) == ""
        assert paper.darkest_in_the_dead_border(page) > 250
        assert all(circle.within(paper.whole(page, 10)) for circle in circles(page, USUAL_MM))
        assert f"page{number}of{len(pages)}" in "".join(letter.char for letter in paper.letters_on(page))
    assert sum(len(paper.pictures_on(page)) for page in pages) == 60
    assert TITLE in paper.text_of(pdf)


def test_each_sticker_has_its_childs_name_in_its_square() -> None:
    text = paper.text_of(draw(stickers(Ava=3, Ben=2)))
    assert (text.count("Ava"), text.count("Ben")) == (3, 2)


def test_a_childs_stickers_stay_in_one_row_where_they_have_room() -> None:
    (page,) = paper.pages_of(draw(stickers(Ava=4, Ben=4, Cleo=2, Dan=8)))
    heights = [round(box.middle[1]) for box in paper.pictures_on(page)]
    rows = sorted(set(heights), reverse=True)
    assert [rows.index(height) for height in heights] == [0] * 4 + [1] * 6 + [2] * 6 + [3] * 2


def test_the_cut_around_a_child_is_heavier_than_those_between_its_stickers() -> None:
    (page,) = paper.pages_of(draw(stickers(Ava=2, Ben=1)))
    left, middle, right = (box.middle[0] for box in paper.pictures_on(page))
    (light,) = cuts(page, WITHIN, upright=True)
    heavy = sorted(box.middle[0] for box in cuts(page, AROUND, upright=True))
    assert left < light.middle[0] < middle
    assert len(heavy) == 3
    assert middle < heavy[1] < right
    assert len(cuts(page, AROUND, upright=False)) == 6


def test_cuts_are_straight_from_circle_to_circle_and_touch_none() -> None:
    (page,) = paper.pages_of(draw(stickers(Ava=8, Ben=5)))
    lines = [
        box for width in (AROUND, WITHIN) for upright in (True, False) for box in cuts(page, width, upright=upright)
    ]
    for circle in circles(page, USUAL_MM):
        assert not any(circle.shared(line) for line in lines)


@pytest.mark.parametrize("where", BOTH)
def test_the_bar_of_100_mm_is_on_every_page_and_viewers_print_at_actual_size(where: Paper) -> None:
    pdf = draw(stickers(Ava=30), spot_mm=60, where=where, printer=OFF)
    assert b"/PrintScaling /None" in pdf
    for page in paper.pages_of(pdf):
        ticks = [box for box in paper.shapes_on(page) if box.width < 1.2 and box.height < 4 * MM]
        spread = max(box.middle[0] for box in ticks) - min(box.middle[0] for box in ticks)
        assert spread == pytest.approx(100 * OFF.scale * MM, abs=0.01 * MM)


def test_saving_ink_keeps_the_pictures_and_blank_ink_leaves_room_to_draw() -> None:
    colour, saver, blank = (
        paper.pages_of(draw(stickers(Ava=20), ink=ink))[0] for ink in (Ink.COLOUR, Ink.SAVER, Ink.BLANK)
    )
    assert len(paper.pictures_on(saver)) == 20
    assert not paper.pictures_on(blank)
    assert len(circles(blank, USUAL_MM)) == 20
    assert paper.ink_of(blank) < paper.ink_of(saver) <= paper.ink_of(colour)


@pytest.mark.parametrize("spot_mm", [9.9, 90.5, 0, -3, float("nan")])
def test_a_size_nobody_can_cut_is_refused_in_one_sentence(spot_mm: float) -> None:
    with pytest.raises(ValueError, match="choose 10 to 90 mm"):
        draw(stickers(Ava=1), spot_mm=spot_mm)


def test_nothing_to_print_is_refused_in_one_sentence() -> None:
    with pytest.raises(ValueError, match="printed already"):
        draw([])


@pytest.mark.parametrize("spot_mm", [10, 40])
def test_hostile_names_stay_in_their_square(spot_mm: float) -> None:
    names = [*HOSTILE, "", "W" * 200]
    step = Step("maths/s0", "Kites", "I can fly", badge="badge-1")
    for page in paper.pages_of(draw([Sticker(step, None, name) for name in names], spot_mm=spot_mm)):
        uprights = sorted({round(box.middle[0], 1) for box in cuts(page, AROUND, upright=True)})
        written = [
            letter.box
            for letter in paper.letters_on(page)
            if letter.box.height < 8 and letter.box.bottom > 30 * MM and letter.box.top < 275 * MM
        ]
        assert len(uprights) > 2
        assert written
        for box in written:
            assert not any(box.left < upright < box.right for upright in uprights)


def test_larger_type_is_larger() -> None:
    def name_height(letters: Letters) -> float:
        page = paper.pages_of(draw(stickers(Q=1), letters=letters))[0]
        return max(letter.box.height for letter in paper.letters_on(page) if letter.char == "Q")

    assert name_height(letters_of(larger=True)) > 1.15 * name_height(USUAL)


def test_the_same_stickers_give_the_same_bytes_and_the_files_own_words_name_nobody() -> None:
    pdf = draw(stickers(Ava=3, Ben=9), printer=OFF)
    assert pdf == draw(stickers(Ava=3, Ben=9), printer=OFF)
    held = everything_in(pdf)
    assert b"/Title (Stickers to cut out)" in held
    assert b"/Lang (en)" in held
    assert b"Ava" not in pdf
