from typing import Any

import pytest

import paper_reading as paper
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.people import Student
from page_builders import earned_by, students_of, unit_of, wall
from printables.lettering.voices import USUAL, Letters, letters_of
from printables.page.hues import Ink
from printables.page.paper import Paper

EARLY, LARGER = letters_of(early=True), letters_of(early=True, larger=True)
LONG = "Maria-Alexandra Konstantina Theodoropoulou von Hohenzollern"


@pytest.mark.parametrize("size", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize("letters", [USUAL, EARLY, LARGER])
@pytest.mark.parametrize(("levels", "steps"), [(4, 5), (12, 3)])
def test_no_letter_lies_on_another_or_where_no_printer_reaches(
    *, size: Paper, letters: Letters, levels: int, steps: int
) -> None:
    unit, students = unit_of(levels, steps), (*students_of(20), Student("long", LONG), Student("wide", "W" * 200))
    pdf = wall(unit, students, earned_by(students, unit.spots[::3]), paper=size, letters=letters)
    for page in paper.pages_of(pdf):
        assert paper.overlapping_letters(page) == []
        assert paper.letters_in_the_dead_border(page) == ""
        assert paper.darkest_in_the_dead_border(page) > 250


@pytest.mark.parametrize(("of_what", "times"), [("Q", 1.1), ("N", 1.15), ("g", 1.15), ("S", 1.04)])
def test_larger_type_is_larger_in_names_titles_and_foot(of_what: str, times: float) -> None:
    """Titles of columns only as far as two lines of them stay apart from the next column's."""
    usual = paper.pages_of(wall(unit_of(), students_of(12)))[0]
    larger = paper.pages_of(wall(unit_of(), students_of(12), letters=letters_of(larger=True)))[0]
    assert _height(larger, of_what) > times * _height(usual, of_what)


def _height(page: Any, char: str) -> float:
    """How large the largest such letter of a page is, in pt; titles of columns stand on their side."""
    return max(max(letter.box.width, letter.box.height) for letter in paper.letters_on(page) if letter.char == char)


@pytest.mark.parametrize("letters", [USUAL, LARGER])
@pytest.mark.parametrize("ink", [Ink.COLOUR, Ink.SAVER])
@pytest.mark.parametrize("size", [Paper.A4, Paper.A3])
def test_the_number_of_a_level_does_not_touch_its_title(size: Paper, ink: Ink, letters: Letters) -> None:
    titles = ("What Germs Are", "How They Travel", "People and Pandemics", "Keep Everyone Well")
    levels = tuple(
        Level(f"g/{at}", title, tuple(Step(f"g/{at}{step}", f"step {step}", "I can") for step in range(5)))
        for at, title in enumerate(titles)
    )
    page = paper.pages_of(wall(Unit("g", "germs", levels), students_of(24), paper=size, ink=ink, letters=letters))[0]
    found = paper.letters_on(page)
    capitals = sum(letter.char in "WHPK" for letter in found)
    assert capitals >= len(titles)
    for disc in _discs(page, found):
        beside = [letter.box.left - disc.right for letter in found if _is_right_of(disc, letter.box)]
        assert min(beside) > 0.12 * disc.width


def _discs(page: Any, letters: list[paper.Letter]) -> list[paper.Box]:
    """The round grounds of the levels' numbers."""
    digits = [letter.box for letter in letters if letter.char in "1234"]
    rounds = [box for box in paper.shapes_on(page) if abs(box.width - box.height) < 0.1 and box.width > 8]
    found = [
        min(around, key=lambda box: box.area)
        for digit in digits
        if (around := [box for box in rounds if digit.within(box) and box.width < 3 * digit.height])
    ]
    assert len(found) >= 4
    return found


def _is_right_of(disc: paper.Box, letter: paper.Box) -> bool:
    upright = letter.bottom < disc.middle[1] < letter.top
    return upright and letter.middle[0] > disc.right


@pytest.mark.parametrize(("levels", "steps"), [(1, 1), (1, 2), (2, 2)])
def test_names_have_room_where_a_unit_has_few_steps(levels: int, steps: int) -> None:
    students = students_of(30)
    pdf = wall(unit_of(levels, steps), students)
    text = paper.text_of(pdf)
    assert [student.name for student in students if student.name not in text] == []
    sizes = {
        round(letter.box.height, 1)
        for page in paper.pages_of(pdf)
        for letter in paper.letters_on(page)
        if letter.char == "Q"
    }
    assert len(sizes) == 1
    assert min(sizes) > 9


@pytest.mark.parametrize("more", ["", " with a long title that never seems to end", " " + "W" * 100])
def test_titles_of_levels_too_narrow_for_them_are_told_at_the_head(more: str) -> None:
    unit = unit_of(12, 2)
    levels = tuple(
        Level(level.id, f"Counting on beyond {at}00{more}", level.steps, boss=level.boss)
        for at, level in enumerate(unit.levels)
    )
    pdf = wall(Unit(unit.id, unit.title, levels), students_of(20))
    text = paper.text_of(pdf)
    assert all(f"{at + 1} {level.title if not more else 'Counting'}" in text for at, level in enumerate(levels))
    page = paper.pages_of(pdf)[0]
    assert paper.overlapping_letters(page) == []
    assert paper.letters_in_the_dead_border(page) == ""
