from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from board.mastery.curriculum import Step, Unit
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.progress import Progress, progress_of
from page_builders import PICTURES, everything_in, students_of, unit_of
from paper_reading import (
    MM,
    Box,
    darkest_in_the_dead_border,
    ink_of,
    letters_in_the_dead_border,
    letters_on,
    overlapping_letters,
    pages_of,
    pictures_on,
    shapes_on,
    text_of,
)
from printables.group.sheet import NOTES, WAYS, group_sheet
from printables.lettering.voices import USUAL, Letters, letters_of
from printables.page.document import Style
from printables.page.hues import Ink
from printables.page.paper import Paper, Surface

MADE = date(2026, 11, 20)
BOX, CIRCLE = (6, 0.7), (8, 1.2)
SHEETS = [
    (Paper.A4, Ink.COLOUR, USUAL),
    (Paper.LETTER, Ink.SAVER, letters_of(larger=True)),
    (Paper.A4, Ink.BLANK, letters_of(early=True)),
]


def draw(
    unit: Unit,
    students: tuple[Student, ...],
    progress: Progress | None = None,
    *,
    paper: Paper = Paper.A4,
    ink: Ink = Ink.COLOUR,
    letters: Letters = USUAL,
) -> bytes:
    style = Style(Surface(paper), MADE, ink, letters)
    step = unit.spots[0]
    return group_sheet(unit, step, students, progress or Progress(), PICTURES, class_name="Room 12", style=style).pdf


def unit_with(unit: Unit, criteria: int, ways: int = 0, words: str = "shows it with things") -> Unit:
    """The unit whose first step has so many criteria and ways."""
    first, *rest = unit.levels[0].steps
    step = replace(
        first,
        criteria=tuple(f"Number {at} {words}" for at in range(1, criteria + 1)),
        ways=tuple(f"Way {at} of {ways}" for at in range(1, ways + 1)),
    )
    level = replace(unit.levels[0], steps=(step, *rest))
    return replace(unit, levels=(level, *unit.levels[1:]))


def marks_on(page: object, size_mm: float, outline: float) -> list[Box]:
    """The shapes as wide as high that are so large; a viewer adds the width of their outline in pt on each side."""
    size = size_mm * MM + 2 * outline
    return [shape for shape in shapes_on(page) if abs(shape.width - size) < 0.2 and abs(shape.height - size) < 0.2]


def mark(student: Student, step: Step, kind: Kind, seq: int, note: str | None = None) -> Fact:
    return Fact(f"f{seq}", seq, "d", "2026-03-03T09:00:00+00:00", "", kind, student.id, step.id, note=note)


def test_the_head_says_what_is_shown_and_what_it_looks_like() -> None:
    text = text_of(draw(unit_with(unit_of(), 3, 4), students_of(4)))
    for words in (
        "Step 0 here",
        "I can do 0",
        "Level 1",
        "1 Number 1 shows it",
        "3 Number 3 shows it",
        WAYS,
        "Way 4 of 4",
    ):
        assert words in text
    for words in ("looks like", "got it", "keep working: one tip", NOTES, "Room 12", "Teacher's copy"):
        assert words in text


@pytest.mark.parametrize("criteria", [0, 1, 3, 12, 25])
def test_each_child_has_a_box_to_tick_for_each_thing_to_see(criteria: int) -> None:
    pages = pages_of(draw(unit_with(unit_of(), criteria), students_of(5)))
    boxes = [box for page in pages for box in marks_on(page, *BOX)]
    assert len(boxes) == 5 * criteria
    for page in pages:
        here = marks_on(page, *BOX)
        assert not any(one.shared(other) for one in here for other in here if one is not other)
        assert overlapping_letters(page, share=0.05) == []
        assert letters_in_the_dead_border(page) == ""


def test_boxes_are_6_mm_on_every_paper() -> None:
    for paper in (Paper.LETTER, Paper.A3):
        (page,) = pages_of(draw(unit_with(unit_of(), 2), students_of(4), paper=paper, letters=letters_of(larger=True)))
        assert len(marks_on(page, *BOX)) == 8


def test_each_child_has_its_sign_its_name_and_a_circle() -> None:
    students = students_of(6)
    (page,) = pages_of(draw(unit_with(unit_of(), 2), students))
    text = page.get_textpage().get_text_bounded()
    assert all(student.name in text for student in students)
    assert len(pictures_on(page)) == 7
    assert len(marks_on(page, *CIRCLE)) == 6


def test_how_a_child_stands_and_its_last_tip_are_told_to_the_teacher() -> None:
    unit, (ava, ben, cleo) = unit_with(unit_of(), 2), students_of(3)
    step = unit.spots[0]
    progress = progress_of(
        [
            mark(ava, step, Kind.KEEP_WORKING, 1, "an older tip"),
            mark(ava, step, Kind.KEEP_WORKING, 2, "slow down at the end"),
            mark(ben, step, Kind.KEEP_WORKING, 3, "a tip that helped"),
            mark(ben, step, Kind.READY, 4),
            mark(cleo, step, Kind.PRACTISING, 5),
        ]
    )
    text = text_of(draw(unit, (ava, ben, cleo), progress))
    assert "keep working Tip: slow down at the end" in text
    assert f"{ben.name} ready to show" in text
    assert f"{cleo.name} trying" in text
    assert "an older tip" not in text
    assert "a tip that helped" not in text


def test_children_stand_in_the_order_they_are_given() -> None:
    students = students_of(8)[::-1]
    text = text_of(draw(unit_with(unit_of(), 2), students))
    places = [text.index(student.name) for student in students]
    assert places == sorted(places)


def test_a_large_group_goes_on_evenly_and_each_page_says_what_to_look_for() -> None:
    students = students_of(17)
    pages = pages_of(draw(unit_with(unit_of(), 2, 4), students))
    texts = [page.get_textpage().get_text_bounded() for page in pages]
    counts = [sum(f"{student.name}" in text for student in students) for text in texts]
    assert sum(counts) == 17
    assert min(counts) >= 6
    for number, text in enumerate(texts, 1):
        assert "Number 2 shows it" in text
        assert f"page {number} of {len(pages)}" in text
    assert sum(text.count(WAYS) for text in texts) == 1


@pytest.mark.parametrize(("paper", "ink", "letters"), SHEETS)
def test_hostile_words_neither_overlap_nor_leave_the_page(paper: Paper, ink: Ink, letters: Letters) -> None:
    names = ["", "W" * 60, "<b>Ava</b> & [x]", "😀😀", "á̂" * 30, "Wilhelmina Alexandra Bartholomea von Hohenstein"]
    students = tuple(Student(f"h{at}", name) for at, name in enumerate(names))
    unit = unit_with(unit_of(), 6, 3, words="W" * 90)
    step = replace(unit.spots[0], title="W" * 200, i_can="can " * 60, badge="none")
    unit = replace(unit, levels=(replace(unit.levels[0], title="W" * 200, steps=(step,)), *unit.levels[1:]))
    progress = progress_of([mark(one, step, Kind.KEEP_WORKING, at, "W" * 300) for at, one in enumerate(students, 1)])
    pages = pages_of(draw(unit, students, progress, paper=paper, ink=ink, letters=letters))
    for page in pages:
        assert overlapping_letters(page) == []
        assert letters_in_the_dead_border(page) == ""
    assert darkest_in_the_dead_border(pages[0]) > 250


def test_larger_type_is_larger_and_saving_ink_saves_ink() -> None:
    unit, students = unit_with(unit_of(), 3, 4), students_of(4)
    usual, larger, saver, blank = (
        pages_of(draw(unit, students, ink=ink, letters=letters))[0]
        for ink, letters in (
            (Ink.COLOUR, USUAL),
            (Ink.COLOUR, letters_of(larger=True)),
            (Ink.SAVER, USUAL),
            (Ink.BLANK, USUAL),
        )
    )
    heights = [max(one.box.height for one in letters_on(page) if one.char == "Z") for page in (usual, larger)]
    assert heights[1] > 1.15 * heights[0]
    assert ink_of(saver) < ink_of(usual)
    assert ink_of(blank) == ink_of(saver)


def test_the_document_names_no_child_and_comes_out_the_same_twice() -> None:
    unit, (ava,) = unit_with(unit_of(), 2, 2), students_of(1)
    pdf = draw(unit, (ava,))
    assert pdf == draw(unit, (ava,))
    info = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert info["Title"] == "Step 0 here: small group"
    assert ava.name not in str(info)
    assert b"/Lang (en)" in pdf
    assert b"/PrintScaling" not in pdf
    assert ava.id.encode() not in everything_in(pdf)


def test_what_cannot_be_printed_is_said() -> None:
    with pytest.raises(ValueError, match="Nobody is in the group for Step 0 here"):
        draw(unit_of(), ())
    with pytest.raises(ValueError, match="larger paper"):
        draw(unit_with(unit_of(), 80, words="long words " * 30), students_of(2))
