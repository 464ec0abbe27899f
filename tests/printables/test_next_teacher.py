from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pypdfium2
import pytest

from board.mastery.curriculum import Step, Unit
from board.mastery.facts import Fact, How, Kind
from board.mastery.people import Student
from board.mastery.progress import Progress, progress_of
from board.paper.drawers.for_the_teacher import seen_how
from page_builders import earned_by, everything_in, students_of, unit_of
from paper_reading import (
    darkest_in_the_dead_border,
    ink_of,
    letters_in_the_dead_border,
    letters_on,
    overlapping_letters,
    pages_of,
    text_of,
)
from printables.lettering.voices import USUAL, Letters, letters_of
from printables.next_teacher import GROWING, NOTHING, OWN, PRIVATE, SHOWN, next_teacher_pages
from printables.page.document import Style
from printables.page.hues import Ink
from printables.page.paper import Paper, Surface

JUDGES = {"riv": "Ms. Rivera", "lee": "Mr. Lee"}
MADE = date(2026, 11, 20)


def pages(
    units: Iterable[Unit],
    students: Iterable[Student],
    progress: Progress | None = None,
    *,
    paper: Paper = Paper.A4,
    ink: Ink = Ink.COLOUR,
    letters: Letters = USUAL,
) -> bytes:
    style = Style(Surface(paper), MADE, ink, letters)
    return next_teacher_pages(
        tuple(units),
        tuple(students),
        progress or Progress(),
        JUDGES,
        seen_how=seen_how,
        class_name="Room 12",
        style=style,
    ).pdf


def told(*marks: Fact) -> Progress:
    return progress_of(mark._replace(id=f"f{seq}", seq=seq) for seq, mark in enumerate(marks, 1))


def mark(student: Student, step: Step, kind: Kind = Kind.MASTERED, **more: Any) -> Fact:
    known = Fact("", 0, "d", "2026-03-03T09:00:00+00:00", "riv", kind, student.id, step.id)
    return known._replace(**more)


def coded(unit: Unit, **codes: tuple[str, ...]) -> Unit:
    """The unit with standards for some steps, given as step id = codes."""
    levels = tuple(
        replace(
            level,
            steps=tuple(replace(step, standards=codes.get(step.id.split("/")[1], ())) for step in level.steps),
        )
        for level in unit.levels
    )
    return replace(unit, levels=levels)


def test_a_showing_is_told_with_when_how_support_evidence_and_who() -> None:
    unit, (ava,) = coded(unit_of(1, 3), s0=("K.CC.A.1",)), students_of(1)
    shown = mark(
        ava,
        unit.spots[0],
        how=How.ELSEWHERE,
        way="Sing it to a puppet",
        tries=2,
        level_of_support="with tools",
        evidence=("a" * 32, "b" * 32),
        note="remark nobody should read",
    )
    text = text_of(pages([unit], [ava], told(shown)))
    assert SHOWN in text
    for words in ("K.CC.A.1 Step 0 here", "I can do 0", "3 Mar 2026", "shown elsewhere", "Sing it to a puppet"):
        assert words in text
    for words in ("2 tries", "with tools", "2 pictures, note", "Ms. Rivera"):
        assert words in text
    assert "remark nobody" not in text


def test_what_nobody_noted_is_a_dash_and_never_invented() -> None:
    unit, (ava,) = unit_of(1, 3), students_of(1)
    text = text_of(pages([unit], [ava], told(mark(ava, unit.spots[0], by="gone", how=How.TESTED_OUT))))
    assert "tested out – – –" in text
    for words in ("try", "tries", "picture", "alone", "gone", GROWING, OWN):
        assert words not in text


def test_a_second_standard_says_where_its_step_stands() -> None:
    unit, (ava,) = coded(unit_of(1, 4), s0=("K.CC.A.1", "K.CC.B.4"), s1=("K.CC.B.4",)), students_of(1)
    text = text_of(pages([unit], [ava], told(mark(ava, unit.spots[0]), mark(ava, unit.spots[1]))))
    assert text.count("I can do 0") == 1
    assert "Step 0 here: see K.CC.A.1" in text
    assert text.count("K.CC.B.4") == 1
    assert text.index("K.CC.B.4") < text.index("Step 1 here")


def test_steps_without_a_standard_stand_under_their_subject_at_the_end() -> None:
    maths, (ava,) = coded(unit_of(1, 4), s1=("K.CC.A.1",)), students_of(1)
    named = replace(maths, subjects=("Mathematics",))
    progress = told(mark(ava, maths.spots[0]), mark(ava, maths.spots[1]))
    text = text_of(pages([named], [ava], progress))
    assert text.index("K.CC.A.1") < text.index("Mathematics") < text.index("Step 0 here")
    assert "no standard" in text
    bare = text_of(pages([maths], [ava], progress))
    assert "No standard" in bare
    assert "Mathematics" not in bare


def test_what_grows_is_told_with_the_last_tip_of_what_needs_work() -> None:
    unit, (ava,) = unit_of(1, 5), students_of(1)
    first, second, third, fourth = unit.spots[:4]
    progress = told(
        mark(ava, first, Kind.KEEP_WORKING, note="an older tip"),
        mark(ava, first, Kind.KEEP_WORKING, note="draw it first"),
        mark(ava, second, Kind.PRACTISING),
        mark(ava, third, Kind.READY),
        mark(ava, fourth, Kind.EXCUSED),
    )
    text = text_of(pages([unit], [ava], progress))
    assert SHOWN not in text
    order = [text.index(words) for words in (GROWING, "ready to show", "trying", "keep working", "draw it first")]
    assert order == sorted(order)
    assert "an older tip" not in text
    assert fourth.title not in text
    assert unit.spots[4].title not in text


def test_own_versions_are_told_with_what_they_look_like_and_a_private_doubt_is_not() -> None:
    unit, (ava,) = unit_of(1, 3), students_of(1)
    step = unit.spots[0]
    progress = told(
        mark(ava, step, Kind.OWN_VERSION, note="Counts five spoons"),
        mark(ava, step),
        mark(ava, step, Kind.CHECK_AGAIN, note="seems to have guessed"),
    )
    text = text_of(pages([unit], [ava], progress))
    assert text.index(OWN) < text.index("Counts five spoons")
    assert "own version, see below" in text
    assert "guessed" not in text
    assert "again" not in text


def test_each_child_has_pages_of_its_own_and_they_say_whose_and_that_they_are_private() -> None:
    unit, students = unit_of(4, 8), students_of(2)
    made = pages_of(pages([unit], students, earned_by(students, unit.spots)))
    assert len(made) == 4
    for number, page in enumerate(made):
        here = " ".join(page.get_textpage().get_text_bounded().split())
        assert students[number // 2].name in here
        assert students[1 - number // 2].name not in here
        assert PRIVATE in here
        assert f"page {number % 2 + 1} of 2" in here
        assert "Checked by" in here


def test_a_child_with_nothing_yet_has_a_page_that_says_so() -> None:
    pdf = pages([unit_of()], students_of(2))
    assert len(pages_of(pdf)) == 2
    assert text_of(pdf).count(NOTHING) == 2


def test_a_step_that_two_units_use_is_told_once_and_one_taken_out_is_still_told() -> None:
    unit, (ava,) = unit_of(1, 3), students_of(1)
    gone = Step("maths/gone", "Once there", "I can do what was there")
    other = replace(unit, id="other", title="Other")
    progress = told(mark(ava, unit.spots[0]), mark(ava, gone))
    text = text_of(pages([replace(unit, archived=(gone,)), other], [ava], progress))
    assert text.count("Step 0 here") == 1
    assert "Once there" in text


@pytest.mark.parametrize(
    ("paper", "ink", "letters"),
    [
        (Paper.A4, Ink.COLOUR, USUAL),
        (Paper.A4, Ink.COLOUR, letters_of(larger=True)),
        (Paper.LETTER, Ink.SAVER, letters_of(early=True)),
        (Paper.A3, Ink.BLANK, letters_of(larger=True)),
    ],
)
def test_hostile_words_neither_overlap_nor_leave_the_page(paper: Paper, ink: Ink, letters: Letters) -> None:
    unit = replace(coded(unit_of(1, 4), s0=("W" * 60, "X" * 60), s1=("1",)), title="W" * 200)
    students = [Student("a", "W" * 60), Student("b", "<b>Ava</b> & [x]"), Student("c", "😀"), Student("d", "")]
    progress = told(
        *(
            mark(one, step, way="way " * 90, note="n", level_of_support="W" * 60)
            for one in students
            for step in unit.spots
        ),
        *(mark(one, unit.spots[0], Kind.OWN_VERSION, note="W" * 300) for one in students),
    )
    made = pages_of(pages([unit], students, progress, paper=paper, ink=ink, letters=letters))
    for page in made:
        assert overlapping_letters(page) == []
        assert letters_in_the_dead_border(page) == ""
    assert darkest_in_the_dead_border(made[0]) > 250


def test_larger_type_is_larger_and_saving_ink_saves_ink() -> None:
    unit, students = unit_of(1, 4), students_of(1)
    progress = earned_by(students, unit.spots)
    usual, larger, saver = (
        pages_of(pages([unit], students, progress, ink=ink, letters=letters))[0]
        for ink, letters in ((Ink.COLOUR, USUAL), (Ink.COLOUR, letters_of(larger=True)), (Ink.SAVER, USUAL))
    )
    heights = [max(one.box.height for one in letters_on(page) if one.char == "S") for page in (usual, larger)]
    assert heights[1] > 1.15 * heights[0]
    assert ink_of(saver) < ink_of(usual)


def test_the_document_names_no_child_and_comes_out_the_same_twice() -> None:
    unit, (ava,) = unit_of(1, 3), students_of(1)
    pdf = pages([unit], [ava], earned_by([ava], unit.spots))
    assert pdf == pages([unit], [ava], earned_by([ava], unit.spots))
    info = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert info["Title"] == "For the next teacher"
    assert ava.name not in str(info)
    assert b"/Lang (en)" in pdf
    assert b"/PrintScaling" not in pdf
    assert ava.id.encode() not in everything_in(pdf)


def test_nobody_to_print_for_is_said() -> None:
    with pytest.raises(ValueError, match="nobody to print for"):
        pages([unit_of()], ())


def test_what_was_seen_with_trials_and_more_stands_there_and_the_witness_has_no_name() -> None:
    unit, (ava,) = unit_of(1, 3), students_of(1)
    shown = mark(
        ava,
        unit.spots[0],
        how=How.FINISHED_ALONE,
        level_of_support="tools",
        trials="3/4",
        beyond=("another_language", "taught_a_friend"),
        witness="s2",
        seen=("Folds it", "Names it"),
        evidence=("a" * 32,),
        caption="I folded",
    )
    text = text_of(pages([unit], [ava], told(shown)))
    for words in (
        "finished by one adult",
        "with tools",
        "3 of 4 trials went well",
        "taught a friend",
        "shown in another language",
        "another child saw it too",
        "seen: Folds it",
        "seen: Names it",
        "1 picture",
        "the child says: I folded",
    ):
        assert words in text.replace("\n", " ")


def test_both_adults_of_a_boss_and_every_line_of_an_own_version_are_told() -> None:
    unit, (ava,) = unit_of(1, 3), students_of(1)
    boss = unit.spots[-1]
    progress = told(
        mark(ava, boss, Kind.OWN_VERSION, by="gone", note="With cubes\nOne each"),
        mark(ava, boss, Kind.ONE_OF_TWO),
        mark(ava, boss, Kind.ONE_OF_TWO, by="lee"),
    )
    text = text_of(pages([unit], [ava], progress))
    for words in ("Ms. Rivera", "Mr. Lee", "With cubes", "One each"):
        assert words in text
