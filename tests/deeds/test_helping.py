"""A helper's sitting: marks in one name, changes no list, and is never anybody else."""

import pytest

from board.deeds.about import AboutClass
from board.deeds.helping import HelperSitting
from board.deeds.marks import Marks
from board.deeds.pin import Pins
from board.deeds.sitting import Sitting, usual_adult
from board.errors import Refusal
from board.mastery.facts import Kind
from board.mastery.may import Actor, Role
from board.mastery.people import AdultRole
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.store.draft import Draft

SPOT = ("ava", "u/a")


def helper(book: ClassBook, role: AdultRole) -> HelperSitting:
    added = AboutClass(Sitting(book, usual_adult(book))).add_adult("Ms Ortiz", role)
    return HelperSitting(book, added.about)


@pytest.mark.parametrize("role", list(AdultRole))
def test_whatever_an_adult_is_elsewhere_here_it_is_an_aide_at_most(book: ClassBook, role: AdultRole) -> None:
    sitting = helper(book, role)
    before = book.everyone, book.units, book.assessors, book.about
    for deed in (
        lambda: sitting.edit(STUDENTS, lambda _: ()),
        lambda: sitting.edit_plan("ava", lambda plan: plan),
        lambda: AboutClass(sitting).rename("Mine"),
        lambda: AboutClass(sitting).add_adult("Me"),
        lambda: Pins(book).set(sitting, "4716"),
        lambda: sitting.keep([Draft(Kind.EXCUSED, *SPOT)], lambda _: pytest.fail("it was kept")),
    ):
        with pytest.raises(Refusal, match="this link is for marking and judging"):
            deed()
    assert (book.everyone, book.units, book.assessors, book.about) == before
    assert not book.facts
    Marks(sitting).mark(Kind.MASTERED, [SPOT])
    assert [fact.by for fact in book.facts] == [sitting.actor.id]


def test_a_helper_can_not_be_somebody_else(book: ClassBook) -> None:
    sitting = helper(book, AdultRole.AIDE)
    me = sitting.actor
    with pytest.raises(Refusal):
        AboutClass(sitting).sit_down(book.assessors[0].id)
    with pytest.raises(Refusal):
        sitting.actor = usual_adult(book)
    sitting.actor = Actor.adult(me.id)  # which gives it nothing
    assert sitting.actor == me == Actor(Role.ADULT, me.id, AdultRole.AIDE)


def test_a_helper_takes_back_nothing_of_others(book: ClassBook) -> None:
    made = Marks(Sitting(book, usual_adult(book))).mark(Kind.MASTERED, [SPOT]).facts
    sitting = helper(book, AdultRole.TEACHER)
    with pytest.raises(Refusal, match="Another adult marked that"):
        sitting.steer(made, Kind.WITHDRAWN, lambda: None)  # type: ignore[arg-type]


def test_a_helper_who_is_not_in_the_class_any_more_marks_nothing(book: ClassBook) -> None:
    sitting = HelperSitting(book, "gone")
    for deed in (lambda: Marks(sitting).mark(Kind.READY, [SPOT]), sitting.only_adults, sitting.only_teachers):
        with pytest.raises(Refusal, match="not in the class any more"):
            deed()
    assert not book.facts
