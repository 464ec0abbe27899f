"""Who is taken for whom: by what is sure, else by asking, and never by a guess."""

from dataclasses import replace

import pytest

from board.exchange.lists.questions import Answers, Asks
from board.exchange.tables.left_out import Reason
from board.mastery.people import Student
from lists_of_children import asked, listed, names, taken


def test_a_new_class_has_everyone_under_first_name_and_initial() -> None:
    change = taken(listed("Ava Brown", "Liam Lopez"))
    assert names(change) == ["Ava B.", "Liam L."]
    assert not change.open


def test_the_family_name_is_not_kept() -> None:
    change = taken(listed(("Ava Brown", "7411")))
    assert "Brown" not in repr(change.students)


def test_the_same_list_again_changes_nothing() -> None:
    people = listed(("Ava Brown", "7411"), ("Ava Black", "7412"), ("Cher", "7413"), "Liam Lopez")
    first = taken(people)
    again = taken(people, *first.students)
    assert (again.students, again.open, again.same) == (first.students, (), 4)


def test_a_new_child_is_not_taken_for_one_with_the_same_initial_who_is_not_in_the_list_any_more() -> None:
    first = taken(listed("Ava Brown", "Liam Lopez", "Mia Ng"))
    change = taken(listed("Ava Black", "Liam Lopez", "Mia Ng"), *first.students)
    assert change.students == first.students
    assert asked(change) == [Asks.ALIKE]
    new = taken(listed("Ava Black", "Liam Lopez", "Mia Ng"), *first.students, answers={"Ava Black": "new"})
    assert names(new) == ["Ava B.", "Liam L.", "Mia N.", "Ava Bl."]


def test_a_child_that_comes_between_changes_only_itself() -> None:
    first = taken(listed("Ava Brown", "Mia Ng"))
    change = taken(listed("Amy Cole", "Ava Black", "Ava Brown", "Mia Ng"), *first.students)
    assert change.students[:2] == first.students
    assert names(change)[2:] == ["Amy C.", "Ava Bl."]


def test_a_child_known_by_its_initial_alone_is_asked_about_once_and_then_known() -> None:
    ava = Student("a", "Ava B.")
    change = taken(listed("Ava Brown"), ava)
    assert (asked(change), change.students) == ([Asks.INITIAL], (ava,))
    said = taken(listed("Ava Brown"), ava, answers={"initial": "same"})
    assert (names(said), said.open) == (["Ava B."], ())
    assert not taken(listed("Ava Brown"), *said.students).open


def test_an_id_beside_another_name_renames_nobody() -> None:
    first = taken(listed(("Ava Brown", "7411"), ("Mia Ng", "7412")))
    change = taken(listed(("Ava Cole", "7411"), ("Mia Ng", "7412")), *first.students)
    assert (change.students, asked(change)) == (first.students, [Asks.RENAMED])
    assert "7411" in change.open[0].said
    same = taken(listed(("Ava Cole", "7411"), ("Mia Ng", "7412")), *first.students, answers={"Ava Cole": "same"})
    assert names(same) == ["Ava C.", "Mia N."]
    assert [before.name for before, _ in same.changed] == ["Ava B."]
    new = taken(listed(("Ava Cole", "7411"), ("Mia Ng", "7412")), *first.students, answers={"Ava Cole": "new"})
    assert [(one.name, one.number) for one in new.students] == [("Ava B.", ""), ("Mia N.", "7412"), ("Ava C.", "7411")]


def test_a_name_beside_another_id_is_asked_about() -> None:
    first = taken(listed(("Ava Brown", "7411")))
    change = taken(listed(("Ava Brown", "9000")), *first.students)
    assert (change.students, asked(change)) == (first.students, [Asks.OTHER_ID])
    same = taken(listed(("Ava Brown", "9000")), *first.students, answers={"other_id": "same"})
    assert [(one.name, one.number) for one in same.students] == [("Ava B.", "9000")]
    new = taken(listed(("Ava Brown", "9000")), *first.students, answers={"Ava Brown": "new"})
    assert [one.number for one in new.students] == ["7411", "9000"]
    assert len(set(names(new))) == 2


def test_leading_zeros_make_no_other_child_and_are_kept() -> None:
    first = taken(listed(("Ava Brown", "00123")))
    again = taken(listed(("Ava Brown", "123")), *first.students)
    assert again.students == first.students
    other = taken(listed(("Ava Brown", "00123")), *taken(listed(("Ava Brown", "123"))).students)
    assert other.students[0].number == "00123"


def test_two_rows_that_fit_one_child_are_asked_about() -> None:
    change = taken(listed("Ava Brown", "Ava Black"), Student("a", "Ava B."))
    assert asked(change) == [Asks.WHICH, Asks.WHICH]
    said = taken(
        listed("Ava Brown", "Ava Black"), Student("a", "Ava B."), answers={"Ava Brown": "same", "Ava Black": "new"}
    )
    assert names(said) == ["Ava B.", "Ava Bl."]


def test_two_answers_never_take_one_child_twice() -> None:
    change = taken(
        listed("Ava Brown", "Ava Black"), Student("a", "Ava B."), answers={"Ava Brown": "same", "Ava Black": "same"}
    )
    assert len(change.open) == 1
    assert names(change) == ["Ava B."]


def test_a_row_that_fits_two_children_is_asked_about() -> None:
    twins = (Student("a", "Ava B."), Student("b", "Ava B."))
    change = taken(listed("Ava Brown"), *twins)
    assert (asked(change), change.students) == ([Asks.WHICH], twins)
    said = taken(listed("Ava Brown"), *twins, answers={"Ava Brown": "b"})
    assert [one.family_check != "" for one in said.students] == [False, True]


def test_who_has_left_comes_back_only_when_it_is_said() -> None:
    gone = replace(taken(listed(("Ava Brown", "7411"))).students[0], left=True)
    change = taken(listed(("Ava Brown", "7411")), gone)
    assert (asked(change), change.students) == ([Asks.BACK], (gone,))
    back = taken(listed(("Ava Brown", "7411")), gone, answers={"back": "back"})
    assert [one.left for one in back.students] == [False]
    stays = taken(listed(("Ava Brown", "7411")), gone, answers={"Ava Brown": "stays"})
    assert (stays.students, stays.open) == ((gone,), ())


def test_who_is_not_at_the_school_is_left_out_and_a_child_of_the_class_asked_about() -> None:
    ava = taken(listed(("Ava Brown", "7411"))).students[0]
    change = taken(listed(("Ava Brown", "7411"), ("Ronald Weasel", "8000"), active=False), ava)
    assert (asked(change), change.students) == ([Asks.GONE], (ava,))
    assert [(one.row, one.reason) for one in change.left_out] == [(3, Reason.NOT_THERE)]
    left = taken(listed(("Ava Brown", "7411"), active=False), ava, answers={"gone": "left"})
    assert [one.left for one in left.students] == [True]
    stayed = taken(listed(("Ava Brown", "7411"), active=False), replace(ava, left=True))
    assert (stayed.students, stayed.open) == ((replace(ava, left=True),), ())


def test_who_is_missing_is_only_asked_about_when_the_list_is_all_of_the_class() -> None:
    first = taken(listed("Ava Brown", "Mia Ng"))
    part = taken(listed("Ava Brown"), *first.students)
    assert ([one.name for one in part.missing], part.open) == (["Mia N."], ())
    whole = taken(listed("Ava Brown"), *first.students, complete=True)
    assert (asked(whole), whole.students) == ([Asks.GONE], first.students)
    left = taken(listed("Ava Brown"), *first.students, complete=True, answers={"gone": "left"})
    assert [one.left for one in left.students] == [False, True]


OLD = tuple(Student(f"s{seat}", name, number=str(seat)) for seat, name in enumerate(("Ava B.", "Liam L.", "Mia N."), 1))


def test_old_seat_numbers_are_noticed_and_mended_by_asking() -> None:
    people = listed(("Amy Cole", "9001"), ("Ava Brown", "9002"), ("Liam Lopez", "9003"), ("Mia Ng", "9004"))
    change = taken(people, *OLD)
    assert asked(change)[0] is Asks.SEATS
    assert [one for one in change.students if one.number and len(one.number) < 4] == list(OLD)
    mended = taken(people, *OLD, answers={"seats": "forget", "initial": "same"})
    assert [(one.id, one.number) for one in mended.students][:3] == [("s1", "9002"), ("s2", "9003"), ("s3", "9004")]
    assert not mended.open
    assert names(mended)[3:] == ["Amy C."]


def test_small_ids_that_the_list_has_too_are_no_seats() -> None:
    people = listed(("Ava Brown", "1"), ("Liam Lopez", "2"), ("Mia Ng", "3"))
    assert not taken(people, *OLD).open


@pytest.mark.parametrize("answers", [{}, {"twice Ava Brown": "one"}, {"twice Ava Brown": "two"}])
def test_one_name_twice_is_one_child_or_two_as_it_is_said(answers: Answers) -> None:
    change = taken(listed("Ava Brown", "Ava Brown", "Liam Lopez"), answers=answers)
    expected = {"": ["Liam L."], "one": ["Ava B.", "Liam L."], "two": ["Ava B.", "Ava B. 2", "Liam L."]}
    assert names(change) == expected[answers.get("twice Ava Brown", "")]
    assert [one.asks for one in change.asked] == [Asks.TWICE]


def test_one_id_beside_two_names_is_asked_about() -> None:
    people = listed(("Ava Brown", "7"), ("Ben Cole", "7"), ("Liam Lopez", "8"))
    assert (names(taken(people)), asked(taken(people))) == (["Liam L."], [Asks.TWICE])
    without = taken(people, answers={"twice": "without"})
    assert [(one.name, one.number) for one in without.students] == [("Ava B.", ""), ("Ben C.", ""), ("Liam L.", "8")]


def test_whole_names_are_kept_as_they_are_written_when_it_is_wished() -> None:
    people = listed("Mary Ann Smith", "Peter van der Berg", "محمد عبد الرحمن", "Brown, Ava")
    first = taken(people, full_names=True)
    assert names(first) == ["Mary Ann Smith", "Peter van der Berg", "محمد عبد الرحمن", "Ava Brown"]
    assert taken(people, *first.students, full_names=True).students == first.students


def test_a_list_of_newcomers_is_not_compared_with_who_is_not_in_it() -> None:
    first = taken(listed("Ava Brown", "Liam Lopez", "Mia Ng", "Noah Chen"))
    change = taken(listed("Ava Cole"), *first.students)
    assert names(change)[4:] == ["Ava C."]


def test_nobody_of_the_class_is_called_as_a_new_child_is() -> None:
    first = taken(listed(("Ava Brown", "7411")))
    change = taken(listed(("Ava Brown", "7411"), ("Ava Bright", "7412")), *first.students)
    assert change.students[0] == first.students[0]
    assert names(change)[1] != "Ava B."


def test_ids_that_changed_places_are_asked_about_and_move_as_it_is_said() -> None:
    first = taken(listed(("Ava Brown", "7411"), ("Mia Ng", "7412")))
    swapped = listed(("Ava Brown", "7412"), ("Mia Ng", "7411"))
    change = taken(swapped, *first.students)
    assert (asked(change), change.students) == ([Asks.WHICH, Asks.WHICH], first.students)
    said = taken(swapped, *first.students, answers={"which": "same"})
    assert [(one.id, one.name, one.number) for one in said.students] == [
        ("n0", "Ava B.", "7412"),
        ("n1", "Mia N.", "7411"),
    ]


def test_last_months_answer_says_nothing_about_who_stands_on_that_line_now() -> None:
    first = taken(listed(("Ava Brown", "7411"), ("Ben Cole", "7412")))
    answers = {"Ava Cole": "same"}
    assert (
        names(taken(listed(("Ava Cole", "7411"), ("Ben Cole", "7412")), *first.students, answers=answers))[0]
        == "Ava C."
    )
    change = taken(listed(("Ben Brown", "7412"), ("Ava Brown", "7411")), *first.students, answers=answers)
    assert change.students == first.students
    assert asked(change) == [Asks.RENAMED]


def test_one_id_beside_two_spellings_may_be_one_child() -> None:
    people = listed(("Ava Brown", "7411"), ("Ava Braun", "7411"), ("Liam Lopez", "7412"))
    change = taken(people, answers={"id 7411": "one"})
    assert [(one.name, one.number) for one in change.students] == [("Ava B.", "7411"), ("Liam L.", "7412")]
    assert not change.open


def test_a_class_of_given_names_is_not_doubled_by_a_list_with_family_names() -> None:
    ours = (Student("a", "Ava"), Student("b", "Ben"), Student("c", "Mia"))
    change = taken(listed("Ava Brown", "Ben Cole", "Mia Ng"), *ours)
    assert (change.students, asked(change)) == (ours, [Asks.ALIKE] * 3)
    said = taken(listed("Ava Brown", "Ben Cole", "Mia Ng"), *ours, answers={"alike": "same"})
    assert [(one.id, one.name) for one in said.students] == [("a", "Ava B."), ("b", "Ben C."), ("c", "Mia N.")]


def test_who_is_said_to_have_left_is_named_beside_the_child_it_may_be() -> None:
    ava = taken(listed(("Ava Brown", "7411"))).students[0]
    change = taken(listed(("Ava Cole", "7411"), active=False), ava)
    assert asked(change) == [Asks.GONE]
    assert "Ava Cole" in change.open[0].said
    assert "Ava B." in change.open[0].said
