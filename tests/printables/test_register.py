from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Fact, How, Kind
from board.mastery.people import Student
from board.mastery.progress import Progress, Status, progress_of
from page_builders import earned_by, everything_in, students_of, unit_of
from paper_reading import (
    darkest_in_the_dead_border,
    grey,
    letters_in_the_dead_border,
    letters_on,
    overlapping_letters,
    pages_of,
    text_of,
)
from printables.lettering.voices import USUAL, Letters, letters_of
from printables.page.document import Document, Style
from printables.page.hues import Ink
from printables.page.paper import Paper, Surface
from printables.page.pictures import Circle, Stamps
from printables.page.signs import SIGN_WORDS, draw_sign
from printables.register import class_register
from printables.register.initials import initials_of
from printables.register.plan import SMALLEST, columns_of, evenly

JUDGES = {"riv": "Ms. Rivera", "oka": "Mr. Okafor"}
MADE = date(2026, 11, 20)
SHEETS = [(Paper.A4, USUAL), (Paper.LETTER, letters_of(larger=True)), (Paper.A3, letters_of(early=True))]


def register(
    units: Iterable[Unit],
    students: Iterable[Student],
    progress: Progress | None = None,
    *,
    judges: Mapping[str, str] = JUDGES,
    paper: Paper = Paper.A4,
    ink: Ink = Ink.COLOUR,
    letters: Letters = USUAL,
) -> bytes:
    style = Style(Surface(paper), MADE, ink, letters)
    return class_register(
        tuple(units), tuple(students), progress or Progress(), judges, class_name="Room 12", style=style
    ).pdf


def told(*marks: Fact) -> Progress:
    return progress_of(mark._replace(id=f"f{seq}", seq=seq) for seq, mark in enumerate(marks, 1))


def mark(student: Student, step: Step, kind: Kind = Kind.MASTERED, at: str = "2026-03-03", **more: Any) -> Fact:
    known = Fact("", 0, "d", f"{at}T09:00:00+00:00", "riv", kind, student.id, step.id)
    return known._replace(**more)


def test_a_mark_stands_with_its_date_and_the_initials_of_who_checked_it() -> None:
    unit, (ava, ben) = unit_of(), students_of(2)
    text = text_of(register([unit], [ava, ben], told(mark(ava, unit.spots[2]), mark(ben, unit.spots[4], by="oka"))))
    assert "3 Mar MR" in text
    assert "3 Mar MO" in text
    assert "MR = Ms. Rivera" in text
    assert "MO = Mr. Okafor" in text
    assert "all dates are in 2026" in text


def test_a_date_carries_its_year_where_the_register_holds_two() -> None:
    unit, (ava,) = unit_of(), students_of(1)
    both = told(mark(ava, unit.spots[0], at="2026-12-18"), mark(ava, unit.spots[1], at="2027-01-08"))
    text = text_of(register([unit], [ava], both))
    assert "18 Dec 26" in text
    assert "8 Jan 27" in text
    assert "all dates" not in text


def test_a_time_that_is_none_stands_as_it_is_and_stays_in_its_cell() -> None:
    unit, (ava,) = unit_of(), students_of(1)
    odd = told(mark(ava, unit.spots[0], at="soon"), mark(ava, unit.spots[1], at="W" * 90))
    pdf = register([unit], [ava], odd)
    assert "soonT" in text_of(pdf)
    assert overlapping_letters(pages_of(pdf)[0]) == []


def test_from_the_paper_every_step_can_be_named_by_its_id() -> None:
    unit, used = unit_of(1, 3), Step("reading/rhyme", "Rhyme Time", "I can rhyme")
    level = replace(unit.levels[0], steps=(*unit.levels[0].steps, used))
    text = text_of(register([replace(unit, levels=(level,))], students_of(2)))
    assert "maths/..." in text
    assert "1 s0 Step 0 here" in text
    assert "3 reading/rhyme Rhyme Time" in text
    assert "4 s2 Step 2 here (Boss)" in text


def test_how_an_own_version_and_a_doubt_stand_beside_the_initials() -> None:
    unit, (ava,) = unit_of(), students_of(1)
    first, second, third = unit.spots[:3]
    progress = told(
        mark(ava, first, how=How.TESTED_OUT),
        mark(ava, second, Kind.OWN_VERSION, note="Counts five spoons"),
        mark(ava, second, how=How.ELSEWHERE),
        mark(ava, third),
        mark(ava, third, Kind.CHECK_AGAIN),
    )
    text = text_of(register([unit], [ava], progress))
    assert "MR t" in text
    assert "MR e*" in text
    assert "MR ?" in text
    for words in ("t = tested out", "e = shown elsewhere", "* = own version", "? = check again"):
        assert words in text


def test_what_an_adult_wrote_stands_in_words_at_the_end() -> None:
    unit, (ava, ben) = unit_of(), students_of(2)
    first, second, third = unit.spots[:3]
    progress = told(
        mark(ava, first, Kind.KEEP_WORKING, note="an older tip"),
        mark(ava, first, Kind.KEEP_WORKING, note="draw it first"),
        mark(ava, second, Kind.OWN_VERSION, note="counts five spoons"),
        mark(ben, second, Kind.KEEP_WORKING, note="a tip that is past"),
        mark(ben, second, note="told it to a friend"),
        mark(ben, third, Kind.NOTE, note="likes blocks", by="oka"),
    )
    pdf = register([unit], [ava, ben], progress)
    last = pages_of(pdf)[-1].get_textpage().get_text_bounded()
    for words in ("draw it first", "counts five spoons", "told it to a friend", "likes blocks", "Mr. Okafor"):
        assert words in last
    assert "an older tip" not in last
    assert "a tip that is past" not in last
    assert ava.name in last


def test_nothing_was_written_and_no_page_is_added() -> None:
    unit, students = unit_of(2, 4), students_of(5)
    pdf = register([unit], students, told(mark(students[0], unit.spots[0])))
    assert len(pages_of(pdf)) == 1
    assert "page 1" not in text_of(pdf)


@pytest.mark.parametrize("kind", [Kind.PRACTISING, Kind.READY, Kind.KEEP_WORKING, Kind.EXCUSED])
def test_what_still_grows_shows_its_sign_and_its_date(kind: Kind) -> None:
    unit, (ava,) = unit_of(), students_of(1)
    open_one, grown = (register([unit], [ava], told(*marks)) for marks in ((), (mark(ava, unit.spots[0], kind),)))
    assert "3 Mar" in text_of(grown)
    assert "3 Mar MR" not in text_of(grown)
    assert "3 Mar" not in text_of(open_one)


def test_the_signs_differ_by_shape_in_grey() -> None:
    page = Document(Style(Surface(Paper.A4), MADE), title="Signs", subject="Signs.")
    stamps = Stamps(page, {})
    for at, status in enumerate(SIGN_WORDS):
        draw_sign(stamps, status, Circle(100 + 50 * at, 400, 40))
    draw_sign(stamps, Status.MASTERED, Circle(100 + 50 * len(SIGN_WORDS), 400, 40))
    picture, px = grey(pages_of(page.finish().pdf)[0]), 4 * 25.4 / 72
    columns = [picture.crop((round(x * px), 0, round(x * px) + 100, picture.height)) for x in range(78, 428, 50)]
    drawn, (mastered, *_) = columns[: len(SIGN_WORDS)], columns[len(SIGN_WORDS) :]
    assert len({column.tobytes() for column in drawn}) == len(SIGN_WORDS)
    assert all(min(column.tobytes()) < 100 for column in drawn)
    assert min(mastered.tobytes()) == 255


@pytest.mark.parametrize(("paper", "letters"), SHEETS)
def test_a_large_class_and_a_long_unit_go_on_over_pages_and_nothing_is_lost(paper: Paper, letters: Letters) -> None:
    unit, students = unit_of(4, 9), students_of(34)
    pdf = register([unit], students, earned_by(students, unit.spots), paper=paper, letters=letters)
    pages, text = pages_of(pdf), text_of(pdf)
    assert len(pages) > 1
    assert text.count("1 Sep") == len(students) * len(unit.spots)
    for number, page in enumerate(pages, 1):
        here = page.get_textpage().get_text_bounded()
        assert f"page {number} of {len(pages)}" in here
        assert "Number Explorers" in here
        assert "Room 12" in here
        assert "Teacher's copy" in here
        assert "made 20 November 2026" in here
        assert overlapping_letters(page) == []
        assert letters_in_the_dead_border(page) == ""
    assert darkest_in_the_dead_border(pages[0]) > 250
    for student in students:
        across = text.count(student.name)
        assert across == text.count(students[0].name) >= 1


def test_every_letter_can_be_read() -> None:
    unit, students = unit_of(4, 9), students_of(34)
    long = replace(unit.levels[0], title="Sums " * 40, boss=replace(unit.spots[8], title="Sums " * 40))
    unit = replace(unit, levels=(long, *unit.levels[1:]))
    pdf = register([unit], students, earned_by(students, unit.spots))
    boxes = [letter.box for page in pages_of(pdf) for letter in letters_on(page) if letter.char == "S"]
    assert min(max(box.width, box.height) for box in boxes) >= 0.68 * SMALLEST


def test_a_unit_without_steps_is_left_out_and_two_units_have_a_table_each() -> None:
    other = replace(unit_of(1, 3), id="germs", title="Germ Detectives")
    pdf = register([Unit("none", "Nothing yet", ()), unit_of(1, 3), other], students_of(3))
    assert "Nothing yet" not in text_of(pdf)
    assert [text_of(pdf).count(title) for title in ("Number Explorers", "Germ Detectives")] == [1, 1]
    assert len(pages_of(pdf)) == 2


HOSTILE = [
    "",
    "W" * 60,
    "<b>Ava</b> & [x]",
    "😀😀😀",
    "á̂" * 30,
    "Wilhelmina Alexandra Bartholomea von Hohenstein-Rothenb",
]


@pytest.mark.parametrize("letters", [USUAL, letters_of(larger=True)])
def test_no_name_leaves_its_row_and_a_long_one_stands_in_full_at_the_end(letters: Letters) -> None:
    students = [Student(f"h{at}", name) for at, name in enumerate(HOSTILE)]
    unit = replace(unit_of(1, 3), title="W" * 200)
    pdf = register(
        [unit], students, judges={"riv": "W" * 200}, letters=letters, progress=told(mark(students[1], unit.spots[0]))
    )
    for page in pages_of(pdf):
        assert overlapping_letters(page) == []
        assert letters_in_the_dead_border(page) == ""
    assert "<b>Ava</b> & [x]" in text_of(pdf)
    assert "".join(pages_of(pdf)[-1].get_textpage().get_text_bounded().split()).count("W") >= 60


def test_larger_type_is_larger() -> None:
    heights = []
    for letters in (USUAL, letters_of(larger=True)):
        page = pages_of(register([unit_of(1, 3)], students_of(3), letters=letters))[0]
        heights.append(max(letter.box.height for letter in letters_on(page) if letter.char == "Z"))
    assert heights[1] > 1.15 * heights[0]


def test_it_is_black_on_white_in_every_ink_and_the_same_file_twice() -> None:
    unit, students = unit_of(), students_of(4)
    progress = earned_by(students, unit.spots)
    first, second, saver = (
        register([unit], students, progress, ink=ink) for ink in (Ink.COLOUR, Ink.COLOUR, Ink.SAVER)
    )
    assert first == second == saver
    counts = grey(pages_of(first)[0], 2).histogram()
    assert sum(counts[250:]) > 0.85 * sum(counts)


def test_the_document_says_what_it_is_and_names_no_child() -> None:
    (ava,) = students_of(1)
    pdf = register([unit_of()], [ava])
    info = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert info["Title"] == "Room 12: class register"
    assert ava.name not in str(info)
    assert b"/Lang (en)" in pdf
    assert b"/PrintScaling" not in pdf
    assert ava.id.encode() not in everything_in(pdf)
    assert ava.alias.encode() not in everything_in(pdf)


def test_nothing_to_register_is_said() -> None:
    with pytest.raises(ValueError, match="no students yet"):
        register([unit_of()], ())
    with pytest.raises(ValueError, match="no steps yet"):
        register([Unit("u", "Empty", (Level("u/l", "One", ()),))], students_of(1))


def test_two_adults_with_equal_initials_are_told_apart() -> None:
    assert initials_of({"a": "Ms. Rivera", "b": "Mr. Okafor"}) == {"a": "MR", "b": "MO"}
    assert initials_of({"a": "Ms. Rivera", "b": "Mr. Reyes", "c": "Lee"}) == {"a": "MRi", "b": "MRe", "c": "L"}
    assert initials_of({"a": "Ms. Rivera", "b": "Mr. Rivera"}) == {"a": "MR1", "b": "MR2"}


@given(st.dictionaries(st.text(min_size=1), st.text(alphabet="AaMmRr .1", max_size=8), max_size=6))
def test_initials_are_never_equal_and_never_empty(judges: dict[str, str]) -> None:
    initials = initials_of(judges)
    assert list(initials) == list(judges)
    assert all(initials.values())
    assert len(set(initials.values())) == len(judges)


@given(st.lists(st.integers(0, 30), min_size=1, max_size=12).filter(any), st.integers(1, 40))
def test_columns_are_cut_into_the_fewest_runs_and_none_is_lost(levels: list[int], most: int) -> None:
    runs = list(columns_of(levels, most))
    assert runs[0][0] == 0
    assert runs[-1][1] == sum(levels)
    assert all(one[1] == other[0] for one, other in pairwise(runs))
    assert all(0 < end - start <= most for start, end in runs)
    assert len(runs) == -(-sum(levels) // most)


def test_columns_are_cut_between_levels_where_that_takes_no_page_more() -> None:
    assert list(columns_of([5, 5, 5, 5], 16)) == [(0, 10), (10, 20)]
    assert list(columns_of([3, 9, 3, 5], 12)) == [(0, 12), (12, 20)]
    assert list(evenly(10, 4)) == [(0, 3), (3, 7), (7, 10)]
