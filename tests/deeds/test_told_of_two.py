"""What is told of a Boss that two adults see is what came of it: on every way to it, and when it is taken back."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from board.deeds.history import Outcome
from board.deeds.judging import Judging
from board.deeds.marks import Marks
from board.deeds.sitting import Sitting
from board.exchange.record import as_csv, as_text, record_of
from board.mastery.facts import Kind
from board.mastery.may import Actor
from board.mastery.people import AdultRole, Assessor
from board.mastery.roll import student_of
from board.mastery.showing import Verdict
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, UNITS, put
from board.words.outcomes.to_child import to_child
from cli_driver import run

BOSS = ("ava", "u/pizza")
BOTH = "Ava B. · Pizza: Got it: both adults have seen it"
APART = "Ava B. · Pizza: Seen differently: two adults look at it together"
FIRST = "Ava B. · Pizza: Got it (one of two adults)"


@pytest.fixture
def two(book: ClassBook) -> ClassBook:
    (unit,) = book.units
    book.edit(UNITS, put(replace(unit, two_adults=True)))
    book.edit(ASSESSORS, put(Assessor("bo", "Mr. Bo", AdultRole.AIDE)))
    return book


def judged(sitting: Sitting) -> Outcome:
    return Judging(sitting).judge([Verdict(*BOSS, got_it=True)])


def marked(sitting: Sitting) -> Outcome:
    return Marks(sitting).mark(Kind.MASTERED, [BOSS])


def in_a_center(sitting: Sitting) -> Outcome:
    return Marks(sitting).record_showing(BOSS[1], {BOSS[0]: Kind.MASTERED})


def sitting(book: ClassBook, adult: str = "") -> Sitting:
    return Sitting(book, Actor.adult(adult or book.assessors[0].id))


@pytest.mark.parametrize("way", [judged, marked])
def test_the_second_got_it_is_told_as_finished_also_when_it_is_taken_back(
    two: ClassBook, way: Callable[[Sitting], Outcome]
) -> None:
    assert way(sitting(two)).said == FIRST
    here = sitting(two, "bo")
    done = way(here)
    assert (done.said, to_child(done.told)) == (BOTH, "I can!")
    assert here.undo().said == f"Undone: {BOTH}"
    assert here.redo().said == f"Done again: {BOTH}"
    back = Marks(sitting(two)).take_back([BOSS])
    assert back.said.startswith("Ava B. · Pizza: taken back. ")


def test_a_center_counts_what_came_of_it(two: ClassBook) -> None:
    assert in_a_center(sitting(two)).said == "Pizza: 1 got it (one of two adults)"
    assert in_a_center(sitting(two, "bo")).said == "Pizza: 1 got it, seen by both adults"


def test_where_two_saw_it_differently_the_words_say_so_and_nothing_of_keep_working(two: ClassBook) -> None:
    judged(sitting(two))
    here = sitting(two, "bo")
    done = Judging(here).judge([Verdict(*BOSS, got_it=False, tip="fold it")])
    assert (done.said, to_child(done.told)) == (APART, "Someone else gets to see it too!")
    assert here.undo().said == f"Undone: {APART}"
    assert Marks(here).mark(Kind.KEEP_WORKING, [BOSS], note="fold it").said == APART


def test_two_children_of_whom_one_is_finished_are_counted(two: ClassBook) -> None:
    judged(sitting(two))
    said = Marks(sitting(two, "bo")).mark(Kind.MASTERED, [BOSS, ("ben", BOSS[1])]).said
    assert said == "2 students · Pizza: 1 got it, seen by both adults, 1 got it (one of two adults)"


def test_the_command_and_every_history_name_the_fact_that_finished_it(two: ClassBook) -> None:
    for adult, said in ((two.assessors[0].name, FIRST), ("Mr. Bo", BOTH)):
        told = run("verdict", "pizza", "got_it", "ava", "--by", adult, "--yes", "-c", two.folder)
        assert (told.exit_code, told.stdout) == (0, f"{said}\n")
    two.news()
    listed = run("undo", "--list", "-c", two.folder).stdout.splitlines()
    assert [line.rpartition(", ")[0] for line in listed] == [BOTH, FIRST]
    child = student_of(two.everyone, "ava")
    assert child is not None
    record = record_of(child, two.everyone, two.facts, class_name="Room", units=two.units, assessors=two.assessors)
    table = csv.DictReader(io.StringIO(as_csv(record).decode("utf-8-sig")))
    assert [row["what"] for row in table] == ["Got it (one of two adults)", "Got it: both adults have seen it"]
    assert "Got it: both adults have seen it, checked by Mr. Bo" in as_text(record, {})
