"""A Boss that asks for two adults, on two computers with a copy of the folder each: what is kept there agrees in the end."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest

from board.deeds.history import Outcome
from board.deeds.judging import Judging
from board.deeds.marks import Marks
from board.deeds.sitting import Sitting
from board.errors import Refusal
from board.mastery.agreement import Second
from board.mastery.facts import How, Kind
from board.mastery.may import Actor
from board.mastery.people import AdultRole, Assessor
from board.mastery.progress import Spot, Status
from board.mastery.showing import Verdict
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, UNITS, put
from two_folders import Computers

AVA_BOSS = ("ava", "u/pizza")
YES, NO = Verdict(*AVA_BOSS, got_it=True, seen=("fair shares",)), Verdict(*AVA_BOSS, got_it=False, tip="fold it")


def with_two_adults(book: ClassBook) -> None:
    """Let the Bosses of the unit be seen by two; besides the teacher there are two who help."""
    (unit,) = book.units
    book.edit(UNITS, put(replace(unit, two_adults=True)))
    book.edit(ASSESSORS, put(Assessor("bo", "Mr. Bo", AdultRole.AIDE)))
    book.edit(ASSESSORS, put(Assessor("kim", "Ms. Kim", AdultRole.REVIEWER)))


def judging(book: ClassBook, adult: str = "") -> Judging:
    return Judging(Sitting(book, Actor.adult(adult or book.assessors[0].id)))


def sent(here: ClassBook, there: ClassBook) -> None:
    """Let a sync program bring the facts of one computer to another."""
    for file in (here.folder / "ledger").glob("*.jsonl"):
        target = there.folder / "ledger" / file.name
        if not target.exists() or target.stat().st_size < file.stat().st_size:
            shutil.copy2(file, target)
    there.news()


def outcome(book: ClassBook) -> tuple[Status, Second]:
    spot = book.progress.spot(*AVA_BOSS)
    return spot.status, spot.second


@pytest.fixture
def apart(book: ClassBook, computers: Computers) -> tuple[ClassBook, ClassBook]:
    """Two computers with the same class, in which Bosses are seen by two."""
    again = ClassBook(book.folder, "d1")
    with_two_adults(again)
    again.close()
    return computers.open("d1"), computers.open("d2")


EXPECTED = {
    (True, True): (Status.MASTERED, Second.NONE),
    (True, False): (Status.READY, Second.TOGETHER),
    (False, True): (Status.READY, Second.TOGETHER),
    (False, False): (Status.KEEP_WORKING, Second.NONE),
}


@pytest.mark.parametrize(
    ("first", "second", "which_first"), [(*both, way) for both, way in product(EXPECTED, ("d1", "d2"))]
)
def test_two_computers_that_had_not_seen_each_other_agree(
    apart: tuple[ClassBook, ClassBook], first: bool, second: bool, which_first: str
) -> None:
    here, there = apart
    Marks(Sitting(here, Actor.child("ava"))).mark(Kind.READY, [AVA_BOSS])
    said: list[Callable[[], Outcome]] = [
        lambda: judging(here).judge([YES if first else NO]),
        lambda: judging(there, "bo").judge([YES if second else NO]),
    ]
    for say in said if which_first == "d1" else said[::-1]:
        assert say().changed
    for _ in range(2):
        sent(here, there)
        sent(there, here)
    assert outcome(here) == outcome(there) == EXPECTED[first, second]
    again = ClassBook(here.folder, "reader")
    assert again.progress.spot(*AVA_BOSS) == there.progress.spot(*AVA_BOSS)
    again.close()
    if first and second:
        assert set(here.progress.spot(*AVA_BOSS).judges) == {here.assessors[0].id, "bo"}


@pytest.fixture
def two(book: ClassBook) -> ClassBook:
    """A class in which Bosses are seen by two."""
    with_two_adults(book)
    (unit,) = book.units
    level = unit.levels[0]
    boss = replace(level.boss, criteria=("fair shares", "says why"))  # type: ignore[type-var]
    book.edit(UNITS, put(replace(unit, levels=(replace(level, boss=boss), *unit.levels[1:]))))
    return book


def test_the_second_adult_sees_no_tick_and_no_word_of_the_first_and_finishes_it(two: ClassBook) -> None:
    judging(two).judge([YES._replace(note="all by himself")])
    second = judging(two, "bo")
    assert second.history(AVA_BOSS) == ()
    assert second.criteria(AVA_BOSS).seen == frozenset()
    assert second.criteria(AVA_BOSS).rest == ("fair shares", "says why")
    assert judging(two).criteria(AVA_BOSS).rest == ("says why",)
    second.judge([YES._replace(seen=("says why",))])
    assert two.progress.spot(*AVA_BOSS).is_mastered
    assert {line for fact in second.history(AVA_BOSS) for line in fact.seen} == {"fair shares", "says why"}


def test_one_adult_alone_finishes_nothing_but_a_teacher_may_and_the_history_says_so(two: ClassBook) -> None:
    for _ in range(3):
        judging(two, "bo").judge([YES])
    assert outcome(two) == (Status.READY, Second.ANOTHER)
    for adult in ("bo", "kim"):
        with pytest.raises(Refusal, match="for the teacher"):
            judging(two, adult).judge([YES], alone=True)
    assert not two.progress.spot(*AVA_BOSS).is_mastered
    judging(two).judge([YES], alone=True)
    spot: Spot = two.progress.spot(*AVA_BOSS)
    assert (spot.is_mastered, spot.mark and spot.mark.how) == (True, How.FINISHED_ALONE)
    assert spot.judges == (two.assessors[0].id,)


def test_where_two_saw_it_differently_neither_wins_by_saying_it_again(two: ClassBook) -> None:
    judging(two).judge([NO])
    untold = judging(two).tell([AVA_BOSS])
    assert untold.changed
    kim, bo = judging(two, "kim"), judging(two, "bo")
    kim.judge([YES])
    bo.judge([NO])
    assert outcome(two) == (Status.READY, Second.TOGETHER)
    assert not kim.judge([YES]).changed
    assert not bo.tell([AVA_BOSS]).changed, "while they look together nothing is settled that a child could hear"
    assert outcome(two) == (Status.READY, Second.TOGETHER)
    bo.judge([YES])
    assert outcome(two) == (Status.MASTERED, Second.NONE)


def test_a_verdict_on_a_screen_that_was_open_answers_what_was_known_when_it_was_opened(two: ClassBook) -> None:
    opened = judging(two, "kim").criteria(AVA_BOSS)
    judging(two, "bo").judge([NO])
    judging(two, "kim").judge([YES._replace(answers=opened.answers)])
    assert outcome(two) == (Status.READY, Second.TOGETHER), "both watched one showing"


@pytest.mark.parametrize("adult", ["bo", "kim"])
def test_one_key_on_the_board_is_one_of_two_as_well(two: ClassBook, adult: str) -> None:
    Marks(Sitting(two, Actor.adult(adult))).mark(Kind.MASTERED, [AVA_BOSS])
    assert outcome(two) == (Status.READY, Second.ANOTHER)
    Marks(Sitting(two, Actor.adult(two.assessors[0].id))).mark(Kind.MASTERED, [AVA_BOSS])
    assert outcome(two) == (Status.MASTERED, Second.NONE)


def test_undo_takes_back_the_word_of_the_second_alone(two: ClassBook) -> None:
    judging(two).judge([YES])
    sitting = Sitting(two, Actor.adult("bo"))
    Judging(sitting).judge([YES])
    assert two.progress.spot(*AVA_BOSS).is_mastered
    sitting.undo()
    assert outcome(two) == (Status.READY, Second.ANOTHER)
    sitting.redo()
    assert two.progress.spot(*AVA_BOSS).is_mastered
