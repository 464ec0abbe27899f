"""What two computers said differently stands side by side until somebody chooses, and then everywhere as it was chosen."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from board.errors import Refusal
from board.mastery.curriculum import Level, Step, Unit
from board.store.class_book import ClassBook
from board.store.documents.choices import Choice
from board.store.documents.tables import ABOUT, STUDENTS, UNITS, changed
from two_folders import Computers, add, exchanged, name, names, sent


@pytest.fixture
def here(computers: Computers) -> ClassBook:
    return computers.open("d1")


@pytest.fixture
def there(computers: Computers) -> ClassBook:
    return computers.open("d2")


def both(here: ClassBook, there: ClassBook) -> tuple[Choice, ...]:
    sent(there, here, "class 2.json")
    here.news()
    return tuple(here.choices)


def test_two_names_are_told_with_who_gave_them_and_the_chosen_one_stands_everywhere(
    here: ClassBook, there: ClassBook
) -> None:
    name(here, "ava", "Ava Brown")
    name(there, "ava", "Ava Carter")
    (choice,) = both(here, there)
    assert (choice.table, choice.id, choice.field) == ("students", "ava", "name")
    assert {(said.device, said.value) for said in choice.sayings} == {("d1", "Ava Brown"), ("d2", "Ava Carter")}
    assert choice.about == choice.sayings[0].value == here.students[0].name
    here.choose(choice, 1)
    assert here.students[0].name == choice.sayings[1].value
    assert here.choices == ()
    exchanged(here, there)
    assert there.choices == ()
    assert names(there)[0] == choice.sayings[1].value
    with pytest.raises(Refusal, match="Somebody has decided about this"):
        here.choose(choice, 0)


def test_what_a_third_computer_said_meanwhile_is_never_dropped_by_who_has_not_seen_it(
    here: ClassBook, there: ClassBook, computers: Computers
) -> None:
    third = computers.open("d3")
    for book, said in ((here, "Ava Brown"), (there, "Ava Carter"), (third, "Ava Dean")):
        name(book, "ava", said)
    (choice,) = both(here, there)
    sent(third, here, "class 3.json")
    with pytest.raises(Refusal, match="look at what stands there now"):
        here.choose(choice, 0)
    here.news()
    (choice,) = here.choices
    assert {said.value for said in choice.sayings} == {"Ava Brown", "Ava Carter", "Ava Dean"}
    here.choose(choice, 2)
    assert here.choices == ()


def test_the_one_that_is_shown_may_be_chosen(here: ClassBook, there: ClassBook) -> None:
    name(here, "ava", "Ava Brown")
    name(there, "ava", "Ava Carter")
    (choice,) = both(here, there)
    here.choose(choice, 0)
    assert (here.choices, here.students[0].name) == ((), choice.sayings[0].value)


@pytest.mark.parametrize("goes", [True, False])
def test_a_child_one_took_out_and_another_named_stays_until_somebody_chooses(
    here: ClassBook, there: ClassBook, goes: bool
) -> None:
    here.edit(STUDENTS, lambda now: tuple(one for one in now if one.id != "ben"))
    name(there, "ben", "Ben Carter")
    (choice,) = both(here, there)
    assert names(here) == ["Ava B.", "Ben Carter"]
    assert [said.value for said in choice.sayings] == [False, True]
    here.choose(choice, int(goes))
    assert here.choices == ()
    assert names(here) == (["Ava B."] if goes else ["Ava B.", "Ben Carter"])
    exchanged(here, there)
    assert names(there) == names(here)


def test_the_steps_of_a_unit_are_chosen_as_one(here: ClassBook, there: ClassBook) -> None:
    def more(title: str) -> Callable[[Unit], Unit]:
        def change(unit: Unit) -> Unit:
            step = Step(f"{unit.id}/{title}", title, f"I can {title}.")
            return replace(unit, levels=(*unit.levels, Level(f"{unit.id}/l-{title}", title, (step,))))

        return change

    here.edit(UNITS, changed("u", more("here")))
    there.edit(UNITS, changed("u", more("there")))
    (choice,) = both(here, there)
    assert (choice.table, choice.id, choice.field) == ("units", "u", "levels")
    units = [said.value for said in choice.sayings]
    assert all(isinstance(unit, Unit) for unit in units)
    assert here.units[0] == units[0]
    here.choose(choice, 1)
    assert here.units[0] == units[1]
    exchanged(here, there)
    assert there.units[0] == units[1]


def test_the_name_of_the_class_and_what_is_emptied_are_chosen_too(here: ClassBook, there: ClassBook) -> None:
    here.edit(ABOUT, lambda about: about._replace(name="Room 13"))
    there.edit(ABOUT, lambda about: about._replace(name="Room 14"))
    here.edit(STUDENTS, changed("ben", lambda one: replace(one, alias="")))
    there.edit(STUDENTS, changed("ben", lambda one: replace(one, alias="Star")))
    found = {choice.table: choice for choice in both(here, there)}
    assert found["class"].about == here.name
    assert [said.value for said in found["students"].sayings] == ["Star", None]
    here.choose(found["students"], 1)
    assert here.students[1].alias == ""
    here.choose(found["class"], 1)
    assert here.name == found["class"].sayings[1].value
    assert here.choices == ()


def test_what_both_did_alike_is_no_choice(here: ClassBook, there: ClassBook) -> None:
    for book in (here, there):
        name(book, "ava", "Ava Brown")
        add(book, "Cam")
    assert both(here, there) == ()


def test_what_another_computer_wrote_is_clean_before_it_is_shown(here: ClassBook, there: ClassBook) -> None:
    name(here, "ava", "Ava \x1b[2J Brown")
    name(there, "ava", "A" * 5000)
    (choice,) = both(here, there)
    said = [str(saying.value) for saying in choice.sayings]
    assert all(text.isprintable() and len(text) <= 60 for text in said)
    here.choose(choice, 1)
    assert here.choices == ()
