"""A Boss that asks for two adults: by no deed, in no role, does anybody but a teacher finish it alone."""

from contextlib import suppress
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from board.deeds.judging import Judging
from board.deeds.marks import Marks
from board.deeds.pictures import Gallery
from board.deeds.plan import Plans
from board.deeds.sitting import Sitting, usual_adult
from board.errors import Refusal
from board.mastery.agreement import Second
from board.mastery.facts import How, Kind
from board.mastery.may import Actor
from board.mastery.people import AdultRole, Assessor
from board.mastery.pictures import Origin
from board.mastery.progress import Spot, Status
from board.mastery.showing import Verdict
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, STUDENTS, UNITS, put
from board.words.outcomes.plans import Known
from every_deed import HALVES, NAMES, deeds

AVA = ("ava", HALVES)
OTHERS: list[AdultRole] = [role for role in AdultRole if role is not AdultRole.TEACHER]


def for_two(book: ClassBook) -> None:
    """Let the first step be a Boss that two adults see, in a class with an adult of each role."""
    (unit,) = book.units
    first = unit.levels[0]
    step, *rest = first.steps
    level = replace(first, steps=tuple(rest), boss=step, needed=None, must=frozenset())
    book.edit(UNITS, put(replace(unit, two_adults=True, levels=(level, *unit.levels[1:]))))
    for role in OTHERS:
        book.edit(ASSESSORS, put(Assessor(role.value, f"Adult {role.value}", role)))


@pytest.fixture
def two(book: ClassBook) -> ClassBook:
    for_two(book)
    Gallery(Sitting(book, usual_adult(book))).bring("ava", HALVES, ("0" * 32, b"png"), origin=Origin.STUDIO)
    return book


def spot(book: ClassBook) -> Spot:
    return book.progress.spot(*AVA)


def doors(sitting: Sitting) -> dict[str, object]:
    """Every way to say that a child has got it."""
    marks, plans, gallery = Marks(sitting), Plans(sitting), Gallery(sitting)
    (art,) = sitting.book.progress.shelf("ava").values()
    yes = Verdict(*AVA, got_it=True)
    return {
        **{f"mark {how}": lambda how=how: marks.mark(Kind.MASTERED, [AVA], how=how) for how in How},
        **{f"judge {how}": lambda how=how: Judging(sitting).judge([yes._replace(how=how)]) for how in How},
        "judge alone": lambda: Judging(sitting).judge([yes], alone=True),
        "center": lambda: marks.record_showing(HALVES, {"ava": Kind.MASTERED}),
        "center judged": lambda: marks.record_showing(HALVES, {}, [yes]),
        "came later": lambda: plans.came_later("ava", {HALVES: Known.TESTED_OUT}),
        "elsewhere": lambda: plans.came_later("ava", {HALVES: Known.ELSEWHERE}),
        "picture": lambda: gallery.count(art, HALVES),
    }


DOORS = [
    *(f"{door} {how}" for door in ("mark", "judge") for how in How),
    *("judge alone", "center", "center judged", "came later", "elsewhere", "picture"),
]
TEACHERS_ALONE = {door for door in DOORS if not door.endswith(" shown") and not door.startswith("center")}


@pytest.mark.parametrize(("role", "door"), [*product(OTHERS, DOORS)], ids=str)
def test_by_every_door_it_is_one_of_two_and_another_adult_finishes_it(
    two: ClassBook, role: AdultRole, door: str
) -> None:
    wish = doors(Sitting(two, Actor.adult(role.value)))[door]
    assert callable(wish)
    for _ in range(2):
        with suppress(Refusal):
            wish()
        assert not spot(two).is_mastered
    if spot(two).second is Second.ANOTHER:
        Marks(Sitting(two, usual_adult(two))).mark(Kind.MASTERED, [AVA])
        assert spot(two).judges == (role.value, usual_adult(two).id)


@pytest.mark.parametrize("door", DOORS)
def test_a_teacher_says_what_is_not_shown_to_two_and_only_that(two: ClassBook, door: str) -> None:
    assert set(doors(Sitting(two, usual_adult(two)))) == set(DOORS)
    wish = doors(Sitting(two, usual_adult(two)))[door]
    assert callable(wish)
    wish()
    assert spot(two).is_mastered is (door in TEACHERS_ALONE)
    if spot(two).is_mastered:
        assert spot(two).mark is not None
        assert spot(two).mark.how is not How.SHOWN, "the history says so"  # type: ignore[union-attr]


def test_a_picture_that_one_adult_counted_is_counted_by_another_who_finishes_it(two: ClassBook) -> None:
    (art,) = two.progress.shelf("ava").values()
    first, second = (Sitting(two, Actor.adult(who)) for who in ("aide", "specialist"))
    assert Gallery(first).count(art, HALVES).said == "Ava B. · Halves: Got it (one of two adults)"
    assert "another adult gets to see it too" in Gallery(first).count(art, HALVES).said
    Gallery(second).count(art, HALVES)
    assert spot(two).judges == ("aide", "specialist")
    assert "counts already" in Gallery(second).count(art, HALVES).said


_MOVES = st.tuples(st.sampled_from(OTHERS), st.sampled_from([*NAMES, *DOORS, "undo", "redo"]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_MOVES, min_size=3, max_size=12))
def test_whatever_others_do_nobody_finishes_it_alone(
    tmp_path_factory: pytest.TempPathFactory, book: ClassBook, moves: list[tuple[AdultRole, str]]
) -> None:
    again = ClassBook.create(tmp_path_factory.mktemp("any") / "c.class", "Room 12", "d1", "Ms. Rivera")
    again.edit(UNITS, lambda _: book.units)
    again.edit(STUDENTS, lambda _: book.students)
    for_two(again)
    Gallery(Sitting(again, usual_adult(again))).bring("ava", HALVES, ("0" * 32, b"png"), origin=Origin.STUDIO)
    seats: dict[AdultRole, Sitting] = {role: Sitting(again, Actor.adult(role.value)) for role in OTHERS}
    for role, what in moves:
        with suppress(Refusal):
            wishes = {**deeds(seats[role]), **doors(seats[role]), "undo": seats[role].undo, "redo": seats[role].redo}
            wish = wishes[what]
            assert callable(wish)
            wish()
        if spot(again).is_mastered:
            assert len(set(spot(again).judges)) > 1
    again.close()


@pytest.mark.parametrize(("who", "door"), [*product(AdultRole, ["mark shown", "judge shown", "center"])], ids=str)
def test_a_doubt_is_cleared_by_one_got_it_of_anybody(two: ClassBook, who: AdultRole, door: str) -> None:
    for adult in ("aide", "specialist"):
        Marks(Sitting(two, Actor.adult(adult))).mark(Kind.MASTERED, [AVA])
    Marks(Sitting(two, usual_adult(two))).mark(Kind.CHECK_AGAIN, [AVA])
    assert spot(two).check_again
    sitting = Sitting(two, usual_adult(two) if who is AdultRole.TEACHER else Actor.adult(who.value))
    wish = doors(sitting)[door]
    assert callable(wish)
    said = wish().said
    assert "one of two" not in said
    assert (spot(two).check_again, spot(two).judges) == (False, ("aide", "specialist"))
    sitting.undo()
    assert (spot(two).check_again, spot(two).is_mastered) == (True, True)


def test_a_showing_of_two_steps_says_of_each_what_was_kept(two: ClassBook) -> None:
    aide = Sitting(two, Actor.adult("aide"))
    said = Marks(aide).mark(Kind.MASTERED, [AVA, ("ben", "u/thirds")]).said
    assert said == "2 students: 1 got it (one of two adults), 1 got it"
    Marks(aide).take_back([("ben", "u/thirds")])
    again = Marks(aide).mark(Kind.MASTERED, [AVA, ("ben", "u/thirds")]).said
    assert again == "Ben C. · Thirds: Got it (1 as before)", "whose is told is what was kept"
    reviewer = Marks(Sitting(two, Actor.adult("reviewer")))
    once = reviewer.mark(Kind.MASTERED, [("ben", HALVES), ("ben", "u/fourths")]).said
    assert once == "Ben C.: 1 got it (one of two adults), 1 got it", "one child at two steps is one"


def test_who_takes_back_a_first_got_it_of_two_is_not_told_to_talk_about_a_sticker(two: ClassBook) -> None:
    teacher = Sitting(two, usual_adult(two))
    (first,) = Marks(Sitting(two, Actor.adult("aide"))).mark(Kind.MASTERED, [AVA]).facts
    assert "sticker" not in Marks(teacher).take_back([AVA]).said
    assert "sticker" not in Marks(teacher).steer(first, Kind.RESTORED).said
    assert "sticker" not in Marks(teacher).steer(first, Kind.WITHDRAWN).said
    Marks(teacher).steer(first, Kind.RESTORED)
    Marks(Sitting(two, Actor.adult("specialist"))).mark(Kind.MASTERED, [AVA])
    assert "Who has seen the sticker" in Marks(teacher).steer(first, Kind.WITHDRAWN).said
    Marks(teacher).steer(first, Kind.RESTORED)
    assert "Who has seen the sticker" in Marks(teacher).take_back([AVA]).said


def test_where_two_are_not_asked_for_any_more_one_keep_working_settles_what_was_pending(two: ClassBook) -> None:
    Judging(Sitting(two, Actor.adult(AdultRole.AIDE.value))).judge([Verdict(*AVA, got_it=True)])
    assert spot(two).second is Second.ANOTHER
    two.edit(UNITS, lambda now: tuple(replace(one, two_adults=False) for one in now))
    teacher = Sitting(two, usual_adult(two))
    Marks(teacher).mark(Kind.KEEP_WORKING, [AVA], note="add the last slice")
    assert (spot(two).status, spot(two).second) == (Status.KEEP_WORKING, Second.NONE)
    Judging(teacher).tell([AVA])
    assert spot(two).heard.status is Status.KEEP_WORKING
    Judging(teacher).judge([Verdict(*AVA, got_it=True)])
    assert spot(two).is_mastered
