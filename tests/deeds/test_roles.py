"""What each adult of a class may do, deed by deed; the table is written here a second time."""

import re
from contextlib import suppress
from itertools import product

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from board.deeds.about import AboutClass
from board.deeds.marks import Marks
from board.deeds.sitting import FOR_PLANNERS, FOR_TEACHERS, OF_ANOTHER, Sitting, usual_adult
from board.errors import Refusal
from board.mastery.facts import Kind
from board.mastery.may import Actor
from board.mastery.people import AdultRole, Assessor
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, put
from class_state import state
from every_deed import NAMES, deeds, prepare

HALVES = "u/halves"
LEE = Assessor("lee", "Mr. Lee")

SEES = {
    "got it", "keep working", "ready", "note", "showing", "count", "kiosk: it is so", "kiosk: not so", "kiosk: help came",
    "kiosk: card seen",
}  # fmt: skip
IN_THE_ROOM = SEES | {
    "away", "printed", "bring", "accept", "hide", "choose", "place", "say",
}  # fmt: skip
PLANS = {"plan", "own version", "settle", "extra step", "own criteria", "came later", "example"}
LISTS = {
    "rename child", "left", "join", "part", "add child", "unit title", "add unit", "class name", "look first", "add adult",
    "rename adult", "role", "photos", "photos of several", "ask or rest", "most asked", "kiosk words", "kiosk lock", "guide", "new cards",
    "kiosk: new card",
}  # fmt: skip
OLDER = {"take back", "no example"}
"""Takes back what the teacher said."""

ALLOWED = {
    AdultRole.TEACHER: IN_THE_ROOM | PLANS | LISTS | OLDER,
    AdultRole.SPECIALIST: IN_THE_ROOM | PLANS,
    AdultRole.AIDE: IN_THE_ROOM,
    AdultRole.STUDENT_TEACHER: IN_THE_ROOM,
    AdultRole.REVIEWER: SEES,
}


def test_every_deed_and_every_role_is_looked_at() -> None:
    assert ALLOWED[AdultRole.TEACHER] == set(NAMES)
    assert set(ALLOWED) == set(AdultRole)


def sat_down(book: ClassBook, role: AdultRole) -> Sitting:
    """Mr. Lee, in his role, in a class with a teacher."""
    book.edit(ASSESSORS, put(Assessor(LEE.id, LEE.name, role)))
    return Sitting(book, Actor.adult(LEE.id))


@pytest.mark.parametrize(("role", "name"), [*product(AdultRole, NAMES)], ids=str)
def test_each_adult_does_what_the_table_allows_and_nothing_half(book: ClassBook, role: AdultRole, name: str) -> None:
    prepare(book, name)
    sitting = sat_down(book, role)
    before, facts = state(book), tuple(book.facts)
    if name in ALLOWED[role]:
        assert deeds(sitting)[name]().changed
        assert all(fact.by == LEE.id for fact in book.facts if fact not in facts)
        return
    with pytest.raises(Refusal) as refused:
        deeds(sitting)[name]()
    assert str(refused.value) in (FOR_TEACHERS, FOR_PLANNERS, OF_ANOTHER)
    assert re.fullmatch(r"[A-Z][^.]*\.", str(refused.value))
    assert (state(book), tuple(book.facts)) == (before, facts)


@pytest.mark.parametrize("role", [role for role in AdultRole if role is not AdultRole.TEACHER])
def test_what_the_teacher_did_at_this_seat_another_adult_does_not_take_back(book: ClassBook, role: AdultRole) -> None:
    book.edit(ASSESSORS, put(Assessor(LEE.id, LEE.name, role)))
    sitting = Sitting(book, usual_adult(book))
    Marks(sitting).mark(Kind.MASTERED, [("ava", HALVES)])
    sitting.actor = Actor.adult(LEE.id)
    before = tuple(book.facts)
    with pytest.raises(Refusal, match="Another adult marked that"):
        sitting.undo()
    assert tuple(book.facts) == before
    sitting.actor = usual_adult(book)
    assert sitting.undo().changed, "the deed waits for who may take it back"


@pytest.mark.parametrize("role", [role for role in AdultRole if role is not AdultRole.TEACHER])
def test_every_adult_takes_back_and_puts_back_their_own_mark(book: ClassBook, role: AdultRole) -> None:
    sitting = sat_down(book, role)
    Marks(sitting).mark(Kind.MASTERED, [("ava", HALVES)])
    assert sitting.undo().changed
    assert sitting.redo().changed
    assert book.progress.spot("ava", HALVES).is_mastered


def test_the_last_teacher_stays_one(book: ClassBook) -> None:
    sitting = Sitting(book, usual_adult(book))
    book.edit(ASSESSORS, put(Assessor(LEE.id, LEE.name, AdultRole.AIDE)))
    rivera = book.assessors[0]
    with pytest.raises(Refusal, match=r"^Ms\. Rivera is the only teacher of this class; make somebody else a teacher"):
        AboutClass(sitting).set_role(rivera, AdultRole.AIDE)
    AboutClass(sitting).set_role(book.assessors[1], AdultRole.TEACHER)
    AboutClass(sitting).set_role(rivera, AdultRole.REVIEWER)
    assert [one.role for one in book.assessors] == [AdultRole.REVIEWER, AdultRole.TEACHER]


def test_who_became_the_last_teacher_since_stays_one_when_that_is_taken_back(book: ClassBook) -> None:
    sitting, rivera = Sitting(book, usual_adult(book)), book.assessors[0]
    book.edit(ASSESSORS, put(Assessor(LEE.id, LEE.name, AdultRole.AIDE)))
    AboutClass(sitting).set_role(book.assessors[1], AdultRole.TEACHER)
    sitting.actor = Actor.adult(LEE.id)
    book.edit(ASSESSORS, put(Assessor(rivera.id, rivera.name, AdultRole.AIDE)))
    assert not sitting.undo().changed
    assert book.assessors[1].role is AdultRole.TEACHER


def test_an_added_adult_who_is_the_last_teacher_by_now_stays(book: ClassBook) -> None:
    sitting, rivera = Sitting(book, usual_adult(book)), book.assessors[0]
    added = AboutClass(sitting).add_adult("Mr. Lee").about
    AboutClass(sitting).sit_down(added)
    book.edit(ASSESSORS, put(Assessor(rivera.id, rivera.name, AdultRole.AIDE)))
    assert not sitting.undo().changed
    assert len(book.assessors) == 2


def test_an_adult_is_added_in_a_role_and_acts_in_it_at_once(book: ClassBook) -> None:
    sitting = Sitting(book, usual_adult(book))
    added = AboutClass(sitting).add_adult("Ms. Chen", AdultRole.SPECIALIST).about
    AboutClass(sitting).sit_down(added)
    assert Marks(sitting).toggle_plan([("ava", HALVES)]).changed
    with pytest.raises(Refusal, match="for the teacher of this class"):
        AboutClass(sitting).rename("Room 13")


_FEW = st.sampled_from([AdultRole.TEACHER, AdultRole.AIDE])
_MOVES = st.one_of(
    st.tuples(st.just("role"), st.integers(0, 1), _FEW),
    st.tuples(st.just("sit"), st.integers(0, 1), st.none()),
    st.tuples(st.sampled_from(["undo", "redo"]), st.just(0), st.none()),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 1), _MOVES), min_size=4, max_size=14))
@example(
    [
        (0, ("role", 1, AdultRole.TEACHER)),
        (1, ("role", 0, AdultRole.AIDE)),
        (0, ("sit", 1, None)),
        (0, ("undo", 0, None)),
    ]
)
def test_whatever_adults_do_to_each_other_the_class_has_a_teacher(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[int, tuple[str, int, AdultRole | None]]]
) -> None:
    book = ClassBook.create(tmp_path_factory.mktemp("any") / "c.class", "Room 12", "d1", "Ms. Rivera")
    book.edit(ASSESSORS, put(Assessor(LEE.id, LEE.name, AdultRole.AIDE)))
    seats = [Sitting(book, Actor.adult(one.id)) for one in book.assessors]
    for seat, (move, at, role) in moves:
        sitting, about = seats[seat], AboutClass(seats[seat])
        one = book.assessors[at % len(book.assessors)]
        with suppress(Refusal):  # not for who sits here, or the last teacher
            if move == "role" and role is not None:
                about.set_role(one, role)
            elif move == "sit":
                about.sit_down(one.id)
            else:
                (sitting.undo if move == "undo" else sitting.redo)()
        assert AdultRole.TEACHER in {adult.role for adult in book.assessors}
        assert sitting.actor.duty is next(adult.role for adult in book.assessors if adult.id == sitting.actor.id)
    book.close()
