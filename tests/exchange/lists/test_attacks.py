"""Whoever tries to make a mark count for another child is asked first: lists, answers and classes nobody would think of."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

import pytest

from board.exchange.lists.change import Change, NameList, plan
from board.exchange.lists.listed import Listed
from board.exchange.lists.questions import Answers, Asks
from board.exchange.lists.reading import Reading
from board.mastery.names.known_again import family_check
from board.mastery.names.person_name import name_of
from board.mastery.people import NAME_LIMIT, Student
from board.mastery.roll import Roll, edited, joined
from lists_of_children import listed


def taken(names: NameList, everyone: Sequence[Student] = ()) -> Change:
    """Take a list into a class."""
    free = (id_ for at in count() if (id_ := f"n{at}") not in {student.id for student in everyone})
    return plan(names, everyone, new_id=lambda: next(free), emblems=["fox", "owl"])


def wanted(people: Sequence[Listed], answers: Answers | None = None, *, complete: bool = False) -> NameList:
    """Give a list with what was answered."""
    return NameList(Reading(people=tuple(people), is_complete=complete), answers or {})


def class_of(*people: str | tuple[str, str]) -> Roll:
    """Give the class a first list makes."""
    return taken(wanted(listed(*people))).students


def asked(change: Change) -> list[Asks]:
    return [question.asks for question in change.open]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mary Smith", "Mary Ann Smith"),
        ("Ava Jane Brown", "Ava Lee Brown"),
        ("Mary-Kate Smith", "Mary Ann Smith"),
        ("Ava Brown", "Mia Brown"),
        ("Ana García López", "Ana García Pérez"),
        ("김민준", "김민수"),
    ],
)
def test_brothers_and_sisters_whose_ids_were_swapped_are_asked_about(one: str, other: str) -> None:
    first = class_of((one, "1001"), (other, "1002"))
    change = taken(wanted(listed((one, "1002"), (other, "1001"))), first)
    assert change.students == first
    assert len(change.open) == 2
    assert not taken(wanted(listed((other, "1002"), (one, "1001"))), first).open


def test_a_sister_with_the_id_of_one_who_left_is_asked_about() -> None:
    first = class_of(("Mary-Kate Smith", "1001"), ("Mia Ng", "1002"))
    change = taken(wanted(listed(("Mary Ann Smith", "1001"), ("Mia Ng", "1002"))), first)
    assert (asked(change), change.students) == ([Asks.RENAMED], first)


@pytest.mark.parametrize(("here", "comes"), [("Mary Miller", "Mary Ma"), ("Thomas Turner", "Thomas Thomas")])
def test_a_family_name_as_the_first_name_begins_makes_nobody_another_child(here: str, comes: str) -> None:
    first = class_of(here, "Mia Ng")
    change = taken(wanted(listed(comes, "Mia Ng")), first)
    assert (asked(change), change.students) == ([Asks.ALIKE], first)


def test_a_list_of_first_names_and_initials_does_not_say_who_it_is() -> None:
    first = class_of("Ava Brown", "Mia Ng")
    change = taken(wanted(listed("Ava B.", "Mia N.")), first)
    assert (asked(change), change.students) == ([Asks.INITIAL, Asks.INITIAL], first)
    own = class_of("Ava", "Ava B.", "Ava C.")
    again = taken(wanted(listed("Ava", "Ava B.", "Ava C.")), own)
    assert (again.students, again.open) == (own, ())


def test_a_row_in_doubt_hides_nobody_from_the_others() -> None:
    first = class_of(("Ava Brown", "1001"), ("Mia Ng", "1002"))
    change = taken(wanted(listed(("Mia Ng", "1001"), ("Mia Ng", "1009"))), first)
    assert (asked(change), change.students) == ([Asks.WHICH, Asks.OTHER_ID], first)


def test_a_further_id_says_who_it_is_only_beside_the_very_name() -> None:
    first = class_of(("Zoë Brow", "7003"), ("Mia Ng", "1002"))
    user_name_of_another = replace(listed("Zoë")[0], ids=("3", "7003"))
    change = taken(wanted([user_name_of_another, *listed(("Mia Ng", "1002"), start=3)]), first)
    assert (asked(change), change.students) == ([Asks.ALIKE], first)


def test_a_school_that_writes_half_of_each_family_name_now_doubles_nobody() -> None:
    first = class_of("Ana García López", "Luis Pérez Gómez", "Eva Ruiz Mora")
    change = taken(wanted(listed("Ana García", "Luis Pérez", "Eva Ruiz")), first)
    assert (asked(change), change.students) == ([Asks.ALIKE] * 3, first)
    said = taken(wanted(listed("Ana García", "Luis Pérez", "Eva Ruiz"), {"alike": "same"}), first)
    assert [one.name for one in said.students] == [one.name for one in first]
    assert not taken(wanted(listed("Ana García", "Luis Pérez", "Eva Ruiz")), said.students).open


def test_a_preferred_name_that_begins_otherwise_doubles_nobody() -> None:
    first = class_of("William Smith", "Robert Cole")
    change = taken(wanted(listed("Bill Smith", "Bob Cole")), first)
    assert (asked(change), change.students) == ([Asks.ALIKE, Asks.ALIKE], first)


@pytest.mark.parametrize("left", [False, True])
def test_a_newcomer_who_is_called_as_somebody_not_in_the_list_is_asked_about(left: bool) -> None:
    ava, *others = class_of("Ava García López", "Mia Ng", "Ben Cole", "Zoë Young")
    first = (replace(ava, left=left), *others)
    change = taken(wanted(listed("Ava García")), first)
    assert (asked(change), change.students) == ([Asks.ALIKE], first)


def test_a_child_who_stands_in_the_class_twice_is_asked_about_however_it_is_shortened() -> None:
    whole = taken(replace(wanted(listed("Ana García López")), full_names=True)).students
    (again,) = class_of("Ana García López")
    first = (*whole, replace(again, id="twin", family_check=family_check("twin", name_of("Ana García López"))))
    assert [one.name for one in first] == ["Ana García López", "Ana G."]
    assert asked(taken(wanted(listed("Ana García López")), first)) == [Asks.WHICH]


def test_every_question_has_a_key_of_its_own() -> None:
    people = listed(("Ava Brown", "7"), ("Ava Brown", "07"), ("Mia Ng", "9"))
    change = taken(wanted(people, {"twice": "without"}))
    assert len({one.key for one in change.asked}) == len(change.asked) == 2


def test_children_called_by_numbers_are_known_again_by_them() -> None:
    first = class_of("Child 1", "Child 2", "Child 10", "Room Kid 7", "Room Kid 8")
    again = taken(wanted(listed("Child 10", "Child 1", "Room Kid 8", "Child 2", "Room Kid 7")), first)
    assert (again.students, again.open) == (first, ())
    with_ids = class_of(("Child 7", "7001"))
    assert asked(taken(wanted(listed(("Child 8", "7001"))), with_ids)) == [Asks.RENAMED]


def test_zeros_that_excel_lost_make_two_ids_of_one_list_a_question() -> None:
    people = listed(("Ava Brown", "0123"), ("Ben Cole", "123"), ("Mia Ng", "9"))
    change = taken(wanted(people))
    assert (asked(change), [one.name for one in change.students]) == ([Asks.TWICE], ["Mia N."])


def test_whole_names_of_two_of_one_name_are_still_told_apart() -> None:
    people = listed(("Ava Brown", "1001"), ("Ava Brown", "1002"))
    first = taken(wanted(people))
    whole = taken(replace(wanted(people), full_names=True), first.students)
    assert [one.name for one in whole.students] == ["Ava Brown", "Ava Brown 2"]
    assert taken(wanted(people), whole.students).students == whole.students


def test_names_too_long_for_a_number_get_one_all_the_same() -> None:
    long = "Wolfeschlegelsteinhausenbergerdorff " * 3
    first = class_of((long, "1001"), (long, "1002"), (long, "1003"))
    assert len({one.name for one in first}) == 3
    whole = taken(replace(wanted(listed((long, "1001"), (long, "1002"), (long, "1003"))), full_names=True))
    assert len({one.name for one in whole.students}) == 3
    assert all(len(one.name) <= NAME_LIMIT for one in (*first, *whole.students))


def test_as_long_as_nobody_said_whether_ids_are_seats_no_two_children_get_one() -> None:
    seats = tuple(Student(f"s{at}", name, number=str(at)) for at, name in enumerate(("Ava B.", "Liam L.", "Mia N."), 1))
    change = taken(wanted(listed(("Ava Brown", "9001"), ("Zed Quist", "2"), ("Cher", "3"))), seats)
    numbers = [one.number for one in change.students if one.number]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("alias", ["Brown, Ava", "ava.brown", "abrown7", "BROWN", "Brown Ava"])
def test_an_alias_tells_no_family_name(alias: str) -> None:
    people = (replace(listed("Ava Brown")[0], alias=alias),)
    first = taken(wanted(people))
    assert first.students[0].alias == ""
    assert "brown" not in repr(taken(wanted(people), first.students).students).casefold()


def test_nobody_goes_on_paper_by_what_another_child_is_called() -> None:
    people = listed("Ava Brown", "Mia Ng", "Al Po")
    named = [replace(one, alias=alias) for one, alias in zip(people, ("Comet", "comet", "Ava B."), strict=True)]
    first = taken(wanted(named))
    assert [one.alias for one in first.students] == ["Comet", "", ""]


def test_a_double_the_teacher_joined_does_not_come_back_with_the_next_list() -> None:
    people = listed(("Ava Brown", "1001"), ("Ava Brown", "1002"), ("Mia Ng", "1003"))
    ava, double, mia = taken(wanted(people)).students
    one = joined((ava, double, mia), ava.id, double.id)
    change = taken(wanted(people, complete=True), one)
    assert (asked(change), change.students) == ([Asks.WHICH], one)
    said = taken(wanted(people, {"which": "same"}, complete=True), one)
    assert (said.students, said.open) == (one, ())


def test_a_child_whose_id_stands_beside_two_names_is_not_said_to_be_missing() -> None:
    ava, mia = class_of(("Ava Brown", "1001"), ("Mia Ng", "1002"))
    everyone = edited((ava, mia), ava.id, name="Zoba")
    change = taken(wanted(listed(("Al Po", "1001"), ("Jo Qu", "1001"), ("Mia Ng", "1002")), complete=True), everyone)
    assert (asked(change), change.missing) == ([Asks.TWICE], ())


def test_who_is_there_on_one_line_and_away_on_another_stays() -> None:
    here = (Student("a", "Ava B."), Student("m", "Mia N."))
    people = (*listed("Ava Black", active=False), *listed("Ava Brown", "Mia Ng", start=3))
    change = taken(wanted(people, {"which": "same", "initial": "same", "gone": "left"}), here)
    assert [one.left for one in change.students] == [False, False]
    assert Asks.GONE not in {one.asks for one in change.asked}


def test_nobody_leaves_for_a_line_that_may_be_either_of_two() -> None:
    twins = (Student("a", "Ava B."), Student("b", "Ava B."))
    change = taken(wanted(listed("Ava Brown", active=False), {"gone": "left"}), twins)
    assert [one.left for one in change.students] == [False, False]
    assert len(change.left_out) == 1


def test_one_answer_for_all_of_a_kind_chooses_nobody_among_two_who_want_one_child() -> None:
    ava = (Student("a", "Ava B."),)
    change = taken(wanted(listed("Ava Brown", "Ava Black"), {"initial": "same"}), ava)
    assert (asked(change), change.students) == ([Asks.WHICH, Asks.WHICH], ava)


def test_an_answer_is_not_taken_for_one_about_the_child_who_stands_there_by_now() -> None:
    before = (Student("a", "Ava B."), Student("m", "Mia N."))
    people = listed("Ava Brown", "Mia Ng")
    answers = {"Ava Brown": "same", "Mia Ng": "same"}
    shown = taken(wanted(people, answers), before)
    names = replace(wanted(people, answers), seen=shown.asked)
    by_now = (Student("z", "Ava B.", alias="Star"), Student("m", "Mia N."))
    change = taken(names, by_now)
    assert change.students[0] == by_now[0]
    assert (asked(change), change.students[1].family_check != "") == ([Asks.INITIAL], True)
    assert not taken(names, before).open


def test_the_same_list_taken_twice_by_a_double_click_adds_nobody_twice() -> None:
    before = (Student("a", "Cher"), Student("b", "Cher"))
    people = listed("Cher")
    names = wanted(people, {"Cher": "new"})
    names = replace(names, seen=taken(names, before).asked)
    once = taken(names, before).students
    assert len(once) == 3
    assert taken(names, once).students == once


def test_five_hundred_children_of_one_name_are_five_hundred() -> None:
    people = listed(*(("Ava Brown", str(9000 + at)) for at in range(500)))
    first = taken(wanted(people, {"school": "all"})).students
    assert len({one.name for one in first}) == 500
    assert taken(wanted(people, {"school": "all"}), first).students == first
