"""What is asked before anything of a list is taken: which class, which list, which columns, and whether a line is a name."""

from dataclasses import replace

import pytest

from board.exchange.lists.change import NameList, plan
from board.exchange.lists.listed import Listed
from board.exchange.lists.questions import Asks
from board.exchange.lists.reading import Reading
from board.exchange.tables.column import Column
from board.exchange.tables.left_out import Reason
from board.exchange.tables.meanings import Meaning
from board.mastery.names.person_name import whole_name
from lists_of_children import asked, listed, names, taken


def school(count: int = 90, each: int = 30) -> tuple[Listed, ...]:
    return tuple(
        replace(listed((f"Child Family{at}", f"{at + 1000}"), start=at + 2)[0], classes=(f"Room {at // each}",))
        for at in range(count)
    )


def test_a_whole_school_never_lands_in_a_class_unasked() -> None:
    change = taken(school())
    assert (change.students, asked(change)) == ((), [Asks.SCHOOL])
    one = taken(school(), answers={"school": "class Room 1"})
    assert len(one.students) == 30
    assert {out.reason for out in one.left_out} == {Reason.NO_CHILD_OF_THE_CLASS}
    assert len(one.left_out) == 60
    assert len(taken(school(), answers={"school": "all"}).students) == 90


def test_a_small_group_out_of_several_classes_is_taken_as_it_is() -> None:
    assert len(taken(school(9, 3)).students) == 9


@pytest.mark.parametrize("meaning", [Meaning.GIVEN, Meaning.NAME, Meaning.ROLE, Meaning.STATUS])
def test_as_long_as_nobody_knows_where_the_names_are_nothing_is_taken(meaning: Meaning) -> None:
    column = Column(0, "Nm", meaning, "The header is not known.", is_sure=False)
    reading = Reading(columns=(column,), people=listed("Ava Brown"))
    change = plan(NameList(reading), (), new_id=lambda: "n")
    assert (change.students, asked(change)) == ((), [Asks.COLUMN])


@pytest.mark.parametrize(
    "line",
    [
        "Charlotte Abbott M 12/3/2017",
        "Tess Brown - absent",
        "Bo Li *",
        "Mia Wu (new!)",
        "Sophie Green (left 12/9)",
        "Paul Green, goes by Paulie",
        "Paul Green and Tess Brown",
        "Class 4B",
        "Girls 2 Boys 1",
        "TA: Mr Woods",
        "My class:",
    ],
)
def test_a_line_that_says_more_than_a_name_is_asked_about_and_nothing_of_it_kept(line: str) -> None:
    change = taken(listed(line, "Liam Lopez"))
    assert (names(change), asked(change)) == (["Liam L."], [Asks.ODD])
    assert (
        len(taken(listed(line, "Liam Lopez"), answers={f"odd {whole_name(listed(line)[0].name)}": "take"}).students)
        == 2
    )
    out = taken(listed(line, "Liam Lopez"), answers={"odd": "leave"})
    assert (names(out), out.open, [one.row for one in out.left_out]) == (["Liam L."], (), [2])


@pytest.mark.parametrize(
    "name", ["Ava 2", "Child3 Family4", "O'Brien, Mary-Kate", "St. John, Zoë", "José Ortega y Gasset", "=1+1", "李 明"]
)
def test_what_may_be_a_name_is_not_asked_about(name: str) -> None:
    assert not taken(listed(name)).open


def test_what_stands_in_brackets_and_is_no_name_is_nobodys_nickname() -> None:
    assert names(taken(listed("Leo Hart (starts Monday)"))) == ["Leo H."]


def test_the_list_of_another_class_is_asked_about_before_anything() -> None:
    ours = taken(listed("Ava Brown", "Ben Cole", "Mia Ng", "Noah Chen", "Zoe Young")).students
    theirs = listed("Ida Berg", "Max Lund", "Noa Katz", "Pia Holm", "Rui Silva")
    change = taken(theirs, *ours)
    assert (asked(change), change.students) == ([Asks.STRANGERS], ours)
    assert len(taken(theirs, *ours, answers={"strangers": "take"}).students) == 10
    assert not taken(theirs[:4], *ours).open


def test_whom_the_set_misses_is_asked_about_and_not_told_to_stay() -> None:
    first = taken(listed("Ava Brown", "Mia Ng"))
    whole = taken(listed("Ava Brown"), *first.students, complete=True)
    assert (asked(whole), whole.missing) == ([Asks.GONE], ())
