"""The roll of a class: edits by which nobody is ever lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.roll import (
    MOST_CARDS,
    Doubtful,
    NameDoubt,
    Roll,
    counted,
    edited,
    free_name,
    has_two_ids,
    joined,
    name_doubts,
    parted,
    put_back,
    student_of,
    with_left,
    with_new_cards,
)
from builders import fact

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


def test_a_child_that_left_and_one_that_is_back_change_nothing_else() -> None:
    assert with_left(CLASS, "ben") == (AVA, Student("ben", "Ben C.", grade="2", number="77", left=True), CAM)
    assert with_left(CLASS, "cam", left=False) == (AVA, BEN, Student("cam", "Cam D."))
    assert with_left(CLASS, "zed") == CLASS


@pytest.mark.parametrize("double", ["ava", "ben", "cam"])
def test_a_double_that_is_parted_from_its_child_by_undo_stands_where_it_stood(double: str) -> None:
    kept = "ava" if double != "ava" else "ben"
    after = joined(CLASS, kept, double)
    assert put_back(after, CLASS, after) == CLASS
    later = (*after, Student("dee", "Dee"))
    assert put_back(later, CLASS, after) == (*CLASS, Student("dee", "Dee"))


def test_an_entry_that_came_by_a_change_goes_with_it_unless_somebody_has_used_it_since() -> None:
    dee = Student("dee", "Dee")
    after = (*CLASS, dee)
    assert put_back(after, CLASS, after) == CLASS
    renamed = edited(after, "dee", grade="3")
    assert put_back(renamed, CLASS, after) == renamed
    both = joined(after, "ava", "dee")
    assert put_back(both, CLASS, after) == both
    assert put_back(CLASS, CLASS, after) == CLASS


def test_an_entry_that_went_by_a_change_comes_back_in_its_place_once() -> None:
    for gone in CLASS:
        after = tuple(student for student in CLASS if student is not gone)
        assert put_back(after, CLASS, after) == CLASS
        assert put_back(CLASS, CLASS, after) == CLASS
        others = (Student("dee", "Dee", also=(gone.id,)), *after)
        assert put_back(others, CLASS, after) == others
    assert put_back((), CLASS, ()) == CLASS


def test_taking_back_names_leaves_the_name_somebody_gave_since() -> None:
    after = edited(CLASS, "ava", name="Ava Brown", alias="")
    since = edited(after, "ava", name="Ava May", grade="4")
    assert put_back(since, CLASS, after)[0] == Student("ava", "Ava May", alias="Comet", emblem="fox", grade="4")


def test_doubles_joined_since_stay_joined_when_an_older_joining_is_taken_back() -> None:
    once = joined(CLASS, "ava", "ben")
    twice = joined(once, "ava", "cam")
    ava, ben = put_back(twice, CLASS, once)
    assert ava.also == ("cam",)
    assert ben == BEN


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
    assert free_name([Student("x", "AVA B. 2"), Student("y", "ava b. 3")], "Ava B.") == "Ava B. 4"
    assert parted(CLASS, "ava") == parted(CLASS, "zed") == CLASS
    gone = parted((Student("ava", "Ava", left=True, also=("one", "two")),), "ava")
    assert gone == (Student("ava", "Ava", left=True, also=("one",)), Student("two", "Ava 2", left=True))


def test_a_child_that_is_joined_brings_its_doubles_along_each_once() -> None:
    students = (Student("ava", "Ava", also=("one",)), Student("ben", "Ben", also=("two", "one"), left=True))
    assert joined(students, "ava", "ben") == (Student("ava", "Ava", also=("one", "two", "ben")),)
    assert joined(students, "ben", "ava") == (Student("ben", "Ben", also=("two", "one", "ava")),)
    assert joined(students, "zed", "ava") == students
    both_left = with_left(students, "ava")
    assert joined(both_left, "ava", "ben")[0].left


def test_marks_of_a_double_count_for_its_child_and_an_erasure_stays_with_whom_it_was_made_for() -> None:
    mark, other = fact(Kind.MASTERED, "halves", student="double"), fact(Kind.READY, "halves", seq=2, student="ben")
    erased = fact(Kind.ERASED, "halves", seq=3, student="double")
    facts = [mark, other, erased]
    assert counted(facts, {"double": "ava"}) == [mark._replace(student="ava"), other, erased]
    assert counted(facts, {}) is facts


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
        ("", "", NameDoubt(Doubtful.NO_NAME)),
    ],
)
def test_doubtful_names_are_found(name: str, alias: str, doubt: NameDoubt) -> None:
    assert name_doubts(CLASS, name, alias) == (doubt,)


def test_a_child_is_not_compared_with_itself() -> None:
    assert name_doubts(CLASS, "Ava B.", "Comet", "ava") == ()
    assert name_doubts(CLASS, "Dee", "Star") == name_doubts(CLASS, "Dee") == ()


def test_every_doubt_is_told_with_the_child_it_is_about() -> None:
    assert NameDoubt(Doubtful.NO_NAME).other == ""
    assert name_doubts(CLASS, "Ben C.", "cam d.") == (
        NameDoubt(Doubtful.NAME_TAKEN, "Ben C."),
        NameDoubt(Doubtful.ALIAS_IS_A_NAME, "Cam D."),
    )
    assert name_doubts(CLASS, "ava b.", "Ava B.") == (
        NameDoubt(Doubtful.NAME_TAKEN, "Ava B."),
        NameDoubt(Doubtful.ALIAS_IS_THE_NAME),
        NameDoubt(Doubtful.ALIAS_IS_A_NAME, "Ava B."),
    )
    twins = (*CLASS, Student("dan", "Dan", alias="comet"))
    assert name_doubts(twins, "Comet") == (
        NameDoubt(Doubtful.NAME_IS_AN_ALIAS, "Ava B."),
        NameDoubt(Doubtful.NAME_IS_AN_ALIAS, "Dan"),
    )
    assert name_doubts(CLASS, "", "Star") == (NameDoubt(Doubtful.NO_NAME),)


def test_two_school_ids_speak_against_one_child() -> None:
    assert has_two_ids(BEN, Student("dan", "Ben C.", number="78"))
    assert not has_two_ids(AVA, BEN)
    assert not has_two_ids(BEN, AVA)
    assert not has_two_ids(BEN, Student("dan", "Ben C.", number="77"))


def test_a_child_that_was_joined_keeps_its_own_card_and_the_longer_patience_that_was_said() -> None:
    kept, double = Student("a", "Ava", card=2), Student("b", "Ava 2", card=7, patience=4)
    (one,) = joined((kept, double), "a", "b")
    assert (one.card, one.patience) == (2, 4)
    assert joined((replace(kept, patience=2), double), "a", "b")[0].patience == 2
    again = parted((one,), "a")
    assert (again[0].card, again[0].patience) == (2, 4)
    assert put_back((one,), (kept, double), (one,)) == (kept, double)


def test_taking_back_a_card_leaves_what_another_computer_made_since() -> None:
    before, after = (Student("a", "Ava"),), (Student("a", "Ava", card=1),)
    assert put_back(after, before, after) == before
    newer = (Student("a", "Ava", card=2, patience=2),)
    assert put_back(newer, before, after) == newer


def test_nobody_gets_more_cards_than_are_kept() -> None:
    (one,) = with_new_cards((Student("a", "Ava", card=MOST_CARDS),), {"a"})
    assert one.card == MOST_CARDS
