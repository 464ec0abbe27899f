from collections.abc import Callable
from typing import Any

import pytest

import paper_reading as paper
from page_builders import MADE, everything_in
from printables.lettering.voices import USUAL, Letters, letters_of
from printables.page.document import Style
from printables.page.paper import MM, Paper, Surface
from printables.page.printer import TRUE, Printer
from printables.stickers.calibration import calibration_page, profile_words, scale_for

OFF = Printer(0.7, -1.2, 1.01)
EACH_PAPER = pytest.mark.parametrize("where", list(Paper))
EACH_PRINTER = pytest.mark.parametrize("printer", [TRUE, OFF], ids=["true", "off"])
BAR_LINE, GRID_LINE, CROSS_LINE = 0.5, 0.3, 0.6
"""Widths of lines in pt; a shape's box holds it once at each side."""


def draw(where: Paper = Paper.A4, printer: Printer = TRUE, letters: Letters = USUAL, sheets: int = 1) -> bytes:
    return calibration_page(style=Style(Surface(where, sheets), MADE, letters=letters, printer=printer)).pdf


def the_page(pdf: bytes) -> Any:
    (page,) = paper.pages_of(pdf)
    return page


def lines(page: Any, width: float, printer: Printer, *, upright: bool) -> list[paper.Box]:
    """The lines of a width, without it, from left to right or from the bottom up."""
    thick = width * printer.scale
    found = [
        paper.Box(box.left + thick, box.bottom + thick, box.right - thick, box.top - thick)
        for box in paper.shapes_on(page)
        if (box.width if upright else box.height) == pytest.approx(2 * thick, abs=0.02)
    ]
    return sorted(found, key=lambda box: box.middle[not upright])


@EACH_PRINTER
@EACH_PAPER
def test_both_bars_are_100_mm_long_with_a_tick_each_mm(where: Paper, printer: Printer) -> None:
    page = the_page(draw(where, printer))
    mm = MM * printer.scale
    for upright in (True, False):
        long = [box for box in lines(page, BAR_LINE, printer, upright=upright) if max(box.width, box.height) > 90 * MM]
        bar = long[-1]  # the rule of the table lies lower
        assert max(bar.width, bar.height) == pytest.approx(100 * mm, abs=0.01 * MM)
        across = [
            box.middle[upright]
            for box in lines(page, BAR_LINE, printer, upright=not upright)
            if max(box.width, box.height) < 4 * MM and box.within(bar, slack=4 * MM)
        ]
        ticks = sorted(set(across))
        assert ticks[-1] - ticks[0] == pytest.approx(100 * mm, abs=0.01 * MM)
        assert len(ticks) >= 101


@EACH_PRINTER
@EACH_PAPER
def test_the_cross_lies_in_the_middle_of_the_paper_moved_by_what_the_printer_needs(
    where: Paper, printer: Printer
) -> None:
    page = the_page(draw(where, printer))
    width, height = page.get_size()
    (upright,) = lines(page, CROSS_LINE, printer, upright=True)
    (level,) = lines(page, CROSS_LINE, printer, upright=False)
    wanted = (width / 2 + printer.dx * MM, height / 2 - printer.dy * MM)
    assert upright.middle == pytest.approx(wanted, abs=0.02 * MM)
    assert level.middle == pytest.approx(wanted, abs=0.02 * MM)


@EACH_PRINTER
def test_the_grid_around_the_cross_has_squares_of_1_mm_up_to_5(printer: Printer) -> None:
    page = the_page(draw(printer=printer))
    for upright in (True, False):
        middle = lines(page, CROSS_LINE, printer, upright=upright)[0].middle[not upright]
        thin = [box.middle[not upright] - middle for box in lines(page, GRID_LINE, printer, upright=upright)]
        wanted = [mm * MM * printer.scale for mm in (-4, -3, -2, -1, 1, 2, 3, 4)]
        near = [at for at in thin if abs(at) < 4.5 * MM * printer.scale]
        assert near == pytest.approx(wanted, abs=0.02 * MM)
    words = "".join(letter.char for letter in paper.letters_on(page))
    assert all(side in words for side in ("left5", "right5", "up5", "down5"))


@EACH_PAPER
def test_the_number_nearest_to_an_edge_begins_so_many_mm_from_it(where: Paper) -> None:
    page = the_page(draw(where))
    width, height = page.get_size()
    digits = [letter for letter in paper.letters_on(page) if letter.char.isdigit() and letter.box.height < 5]
    edges: list[Callable[[paper.Box], float]] = [
        lambda box: box.left,
        lambda box: width - box.right,
        lambda box: box.bottom,
        lambda box: height - box.top,
    ]
    for deep in edges:
        beside = {letter.char: deep(letter.box) / MM for letter in digits if deep(letter.box) < 9.7 * MM}
        assert sorted(beside) == list("123456789")
        assert all(beside[str(mm)] == pytest.approx(mm, abs=0.25) for mm in range(1, 10))


@EACH_PRINTER
@pytest.mark.parametrize("letters", [USUAL, letters_of(early=True, larger=True)], ids=["usual", "early-larger"])
@EACH_PAPER
def test_the_words_lie_on_nothing_and_only_the_edge_rulers_reach_where_printers_do_not(
    where: Paper, letters: Letters, printer: Printer
) -> None:
    page = the_page(draw(where, printer, letters))
    assert paper.overlapping_letters(page) == []
    if printer == TRUE:
        assert paper.letters_in_the_dead_border(page).isdigit()
    cross = lines(page, CROSS_LINE, printer, upright=False)[0]
    over = paper.Box(cross.left, cross.bottom - 8 * MM, cross.right, cross.top + 8 * MM)
    assert not paper.letters_on(page, over)


def test_four_numbered_instructions_say_what_to_measure_and_what_to_do_with_it() -> None:
    text = paper.text_of(draw())
    heads = ("Measure both bars", "Look at the four edges", "Fold it in half", "Read on the grid")
    places = [text.index(head) for head in heads]
    assert places == sorted(places)
    assert 'board printer "Office" --dx 1 --dy 0.5 --scale 1.01' in text
    assert "arrow keys" in text


def test_the_page_tells_what_it_was_printed_with_where_that_is_anything() -> None:
    assert "printed with" not in paper.text_of(draw())
    text = paper.text_of(draw(printer=Printer(0.5, 1, 1.0)))
    assert "This page was printed with: 0.5 mm right, 1 mm down, 100 %." in text
    assert profile_words(OFF) == "0.7 mm right, 1.2 mm up, 101 %"
    assert profile_words(Printer(-0.25, 0, 0.995)) == "0.25 mm left, 0 mm down, 99.5 %"


def test_the_table_gives_the_scale_that_makes_the_bar_right_next_time() -> None:
    assert scale_for(98, TRUE) == "1.02"
    assert scale_for(100, TRUE) == "1"
    assert scale_for(100, OFF) == "1.01"
    assert scale_for(101, OFF) == "1"
    assert "1.02 1.01 1.005 1 0.995 0.99 0.98" in paper.text_of(draw())


def test_a_poster_is_not_what_is_checked() -> None:
    assert draw(sheets=2) == draw()


def test_larger_type_is_larger() -> None:
    def height(letters: Letters) -> float:
        return max(box.height for char, box in paper.letters_on(the_page(draw(letters=letters))) if char == "R")

    assert height(letters_of(larger=True)) > 1.1 * height(USUAL)


def test_it_prints_at_actual_size_the_same_twice_and_says_what_it_is() -> None:
    pdf = draw(printer=OFF)
    assert pdf == draw(printer=OFF)
    assert b"/PrintScaling /None" in pdf
    held = everything_in(pdf)
    assert b"/Title (Printer check)" in held
    assert b"/Lang (en)" in held
