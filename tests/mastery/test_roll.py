"""The roll of a class: edits by which nobody is ever lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.people import Student
from board.mastery.roll import (
    Doubtful,
    NameDoubt,
    Roll,
    edited,
    free_name,
    has_two_ids,
    joined,
    name_doubts,
    parted,
    put_back,
    student_of,
    with_left,
)

AVA = Student("ava", "Ava B.", alias="Comet", emblem="fox")
BEN = Student("ben", "Ben C.", grade="2", number="77")
CAM = Student("cam", "Cam D.", left=True)
CLASS = (AVA, BEN, CAM)

_words = st.sampled_from(["", "Comet", "fox", "2", "Ava B."])


@st.composite
def rolls(draw: st.DrawFn) -> Roll:
    """Any class of up to six, some of them joined with doubles already."""
    doubles = iter(f"d{number}" for number in range(20))
    return tuple(
        Student(
            f"s{number}",
            draw(st.sampled_from(["Ava B.", "Ben C.", "Ava B. 2"])),
            draw(_words),
            draw(_words),
            draw(_words),
            draw(_words),
            left=draw(st.booleans()),
            also=tuple(next(doubles) for _ in range(draw(st.integers(0, 2)))),
        )
        for number in range(draw(st.integers(0, 6)))
    )


ids = st.sampled_from([f"s{number}" for number in range(7)])


def known(students: Roll) -> list[str]:
    """Every id a mark may carry and still count for somebody."""
    return sorted(id_ for student in students for id_ in (student.id, *student.also))


@given(rolls(), ids, ids)
def test_nobody_is_lost_and_no_id_stands_twice_whatever_is_done(students: Roll, one: str, other: str) -> None:
    for after in (
        edited(students, one, name="Zoë", alias="Star"),
        with_left(students, one),
        joined(students, one, other),
        parted(students, one),
        parted(joined(students, one, other), one),
        put_back(joined(students, one, other), students, joined(students, one, other)),
    ):
        assert known(after) == known(students)
        assert len(set(known(after))) == len(known(after))


@given(rolls(), ids, ids)
def test_joined_and_taken_back_is_as_if_nothing_had_been(students: Roll, one: str, other: str) -> None:
    after = joined(students, one, other)
    assert put_back(after, students, after) == students


@given(rolls(), ids)
def test_parted_and_taken_back_is_as_if_nothing_had_been(students: Roll, one: str) -> None:
    after = parted(students, one)
    assert put_back(after, students, after) == students


@given(rolls(), ids, ids)
def test_joined_and_parted_leaves_both_with_their_own_marks(students: Roll, one: str, other: str) -> None:
    again = parted(joined(students, one, other), one)
    if one != other and student_of(students, one) and student_of(students, other):
        double, kept, before = student_of(again, other), student_of(again, one), student_of(students, one)
        assert double is not None
        assert kept is not None
        assert before is not None
        assert double.name != kept.name
        assert kept.name == before.name


@given(rolls(), ids, ids, ids)
def test_taking_a_change_back_leaves_what_others_did_since(students: Roll, one: str, other: str, third: str) -> None:
    after = with_left(students, one, left=True)
    since = joined(edited(after, third, grade="5"), third, other)
    assert known(put_back(since, students, after)) == known(students)
    back = student_of(put_back(since, students, after), third)
    now = student_of(since, third)
    assert (back and back.grade, back and back.also) == (now and now.grade, now and now.also)


def test_an_edit_says_only_what_it_says() -> None:
    ava, ben, _ = edited(CLASS, "ava", grade=" 3\n", alias="")
    assert ava == Student("ava", "Ava B.", emblem="fox", grade="3")
    assert ben == BEN
    assert edited(CLASS, "ava", name=" \u202e ")[0].name == "Ava B."


def test_a_child_that_was_joined_has_what_it_lacked_and_is_in_the_class_when_either_was() -> None:
    ava, cam = joined(CLASS, "ava", "ben")
    assert ava == Student("ava", "Ava B.", "Comet", "fox", "2", "77", also=("ben",))
    assert cam == CAM
    assert joined(CLASS, "cam", "ben")[1] == Student("cam", "Cam D.", grade="2", number="77", also=("ben",))
    assert joined(CLASS, "ava", "ava") == joined(CLASS, "ava", "zed") == CLASS


def test_a_parted_double_stands_below_under_a_name_nobody_has() -> None:
    (ava, double, _) = parted(joined(CLASS, "ava", "ben"), "ava")
    assert (ava.also, double) == ((), Student("ben", "Ava B. 2"))
    assert free_name((*CLASS, double), "Ava B.") == "Ava B. 3"


@pytest.mark.parametrize(
    ("name", "alias", "doubt"),
    [
        (" \t", "", NameDoubt(Doubtful.NO_NAME)),
        ("ben c.", "", NameDoubt(Doubtful.NAME_TAKEN, "Ben C.")),
        ("Cam D.", "", NameDoubt(Doubtful.NAME_OF_ONE_WHO_LEFT, "Cam D.")),
        ("comet", "", NameDoubt(Doubtful.NAME_IS_AN_ALIAS, "Ava B.")),
        ("Dee", "dee", NameDoubt(Doubtful.ALIAS_IS_THE_NAME)),
        ("Dee", "Ben C.", NameDoubt(Doubtful.ALIAS_IS_A_NAME, "Ben C.")),
        ("Dee", "COMET", NameDoubt(Doubtful.ALIAS_TAKEN, "Ava B.")),
    ],
)
def test_doubtful_names_are_found(name: str, alias: str, doubt: NameDoubt) -> None:
    assert name_doubts(CLASS, name, alias) == (doubt,)


def test_a_child_is_not_compared_with_itself() -> None:
    assert name_doubts(CLASS, "Ava B.", "Comet", "ava") == ()


def test_two_school_ids_speak_against_one_child() -> None:
    assert has_two_ids(BEN, Student("dan", "Ben C.", number="78"))
    assert not has_two_ids(AVA, BEN)
