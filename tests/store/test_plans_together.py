"""One child's plan settled on two computers at the same time: different things stay both, of the same thing one is chosen."""

from dataclasses import fields
from itertools import permutations

import pytest

from board.deeds.plan import Plans
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.plan import USUAL_PLAN, Freedom, Plan, Settled, settled
from board.store.class_book import ClassBook
from two_folders import Computers, exchanged, name, sent

SAID: dict[str, tuple[Settled, Settled]] = {
    "freedom": (Settled(freedom=Freedom.FREE), Settled(freedom=Freedom.CHOSEN)),
    "order": (Settled(order=["u/thirds"]), Settled(order=["u/fourths"])),
    "extra": (Settled(extra=["u/tens"]), Settled(extra=["u/ones"])),
    "shows_best": (Settled(shows_best=["build it"]), Settled(shows_best=["tell it"])),
    "supports": (Settled(supports=["chart"]), Settled(supports=["cubes"])),
}


def settle(book: ClassBook, said: Settled) -> None:
    assert Plans(Sitting(book, usual_adult(book))).settle("ava", **said).changed


def plan_of(book: ClassBook, id_: str = "ava") -> Plan:
    return next(one.plan for one in book.everyone if one.id == id_)


def test_every_part_of_a_plan_is_settled_here() -> None:
    assert list(SAID) == [field.name for field in fields(Plan)]


@pytest.mark.parametrize(("one", "other"), list(permutations(SAID, 2)))
def test_different_parts_settled_at_the_same_time_both_stay(computers: Computers, one: str, other: str) -> None:
    here, there = computers.open("d1"), computers.open("d2")
    settle(here, SAID[one][0])
    settle(there, SAID[other][1])
    name(there, "ben", "Ben Carter")
    exchanged(here, there)
    for book in (here, there):
        assert plan_of(book) == settled(settled(USUAL_PLAN, **SAID[one][0]), **SAID[other][1])
        assert plan_of(book, "ben") == USUAL_PLAN
        assert book.choices == ()


@pytest.mark.parametrize("part", SAID)
def test_the_same_part_settled_in_two_ways_is_a_choice_and_the_chosen_stands_everywhere(
    computers: Computers, part: str
) -> None:
    here, there = computers.open("d1"), computers.open("d2")
    for book, said in zip((here, there), SAID[part], strict=True):
        settle(book, said)
    sent(there, here, "class 2.json")
    here.news()
    (choice,) = here.choices
    assert (choice.table, choice.id, choice.field) == ("students", "ava", part)
    assert len(choice.sayings) == 2
    here.choose(choice, 1)
    chosen = plan_of(here)
    assert chosen in [settled(USUAL_PLAN, **said) for said in SAID[part]]
    exchanged(here, there)
    assert plan_of(there) == chosen
    assert there.choices == ()
