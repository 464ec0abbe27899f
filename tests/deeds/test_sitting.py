from pathlib import Path

import pytest

from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.facts import How, Kind
from board.mastery.may import Actor
from board.mastery.people import Assessor, Student
from board.mastery.progress import Status
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, STUDENTS, put

HALVES = "u/halves"


@pytest.fixture
def sitting(book: ClassBook) -> Sitting:
    return Sitting(book, usual_adult(book))


def test_several_students_are_one_showing_and_one_undo(sitting: Sitting) -> None:
    outcome = Marks(sitting).mark(Kind.MASTERED, [("ava", HALVES), ("ben", HALVES)])
    assert outcome.said == "2 students · Halves: Got it"
    assert len({fact.showing for fact in outcome.facts}) == 1
    assert outcome.facts[0].showing
    sitting.undo()
    assert all(sitting.book.progress.spot(student, HALVES).status is Status.OPEN for student in ("ava", "ben"))


def test_marking_again_is_said_and_changes_nothing(sitting: Sitting, book: ClassBook) -> None:
    Marks(sitting).mark(Kind.PRACTISING, [("ava", HALVES)])
    outcome = Marks(sitting).mark(Kind.PRACTISING, [("ava", HALVES)])
    assert outcome.said == "Ava B. · Halves: already Trying."
    assert not outcome.facts
    assert len(book.facts) == 1


def test_only_those_who_lack_the_sticker_get_it(sitting: Sitting) -> None:
    Marks(sitting).mark(Kind.MASTERED, [("ava", HALVES)])
    outcome = Marks(sitting).mark(Kind.MASTERED, [("ava", HALVES), ("ben", HALVES)])
    assert [fact.student for fact in outcome.facts] == ["ben"]


def test_a_doubted_sticker_can_be_shown_again(sitting: Sitting) -> None:
    Marks(sitting).mark(Kind.MASTERED, [("ava", HALVES)])
    Marks(sitting).mark(Kind.CHECK_AGAIN, [("ava", HALVES)])
    assert sitting.book.progress.spot("ava", HALVES).check_again
    Marks(sitting).mark(Kind.MASTERED, [("ava", HALVES)])
    assert not sitting.book.progress.spot("ava", HALVES).check_again


def test_a_new_mark_ends_what_could_be_redone(sitting: Sitting) -> None:
    Marks(sitting).mark(Kind.PRACTISING, [("ava", HALVES)])
    sitting.undo()
    Marks(sitting).mark(Kind.READY, [("ava", HALVES)])
    assert sitting.redo().said == "Nothing to redo."


def test_how_and_by_whom_are_kept(book: ClassBook) -> None:
    book.edit(ASSESSORS, put(Assessor("okafor", "Mr. Okafor")))
    outcome = Marks(Sitting(book, Actor.adult("okafor"))).mark(Kind.MASTERED, [("ava", HALVES)], how=How.TESTED_OUT)
    assert outcome.facts[0].how is How.TESTED_OUT
    assert outcome.facts[0].by == "okafor"


def test_a_mark_of_another_day_can_be_taken_back_and_both_facts_stay(book: ClassBook) -> None:
    Marks(Sitting(book, usual_adult(book))).mark(Kind.PRACTISING, [("ava", HALVES)])
    Marks(Sitting(book, usual_adult(book))).mark(Kind.MASTERED, [("ava", HALVES)])
    outcome = Marks(Sitting(book, usual_adult(book))).take_back([("ava", HALVES)], "wrong row")
    assert "should hear why" in outcome.said
    assert book.progress.spot("ava", HALVES).status is Status.PRACTISING
    assert len(book.facts) == 3
    assert (
        Marks(Sitting(book, usual_adult(book))).take_back([("ben", HALVES)]).said
        == "Ben C. · Halves: nothing is marked here."
    )


def test_printed_stickers_are_one_deed_and_one_undo(sitting: Sitting, book: ClassBook, folder: Path) -> None:
    Marks(sitting).mark(Kind.MASTERED, [("ava", HALVES), ("ben", HALVES)])
    outcome = Marks(sitting).printed([("ava", HALVES), ("ben", HALVES), ("ava", HALVES)])
    assert outcome.said == "2 stickers printed"
    assert [fact.kind for fact in outcome.facts] == [Kind.PRINTED, Kind.PRINTED]
    again = ClassBook(folder, "d2")
    assert again.progress.spot("ava", HALVES).printed
    again.close()
    assert sitting.undo().said == "Undone: 2 stickers printed"
    assert not book.progress.spot("ava", HALVES).printed
    assert book.progress.spot("ava", HALVES).status is Status.MASTERED
    sitting.redo()
    assert book.progress.spot("ben", HALVES).printed


def test_a_sticker_that_was_printed_before_is_not_kept_again(sitting: Sitting, book: ClassBook) -> None:
    assert Marks(sitting).printed([("ava", HALVES)]).said == "Ava B. · Halves: Sticker printed"
    more = Marks(sitting).printed([("ava", HALVES), ("ava", "u/thirds")])
    assert more.said == "Ava B. · Thirds: Sticker printed"
    assert Marks(sitting).printed([("ava", HALVES), ("ava", "u/thirds")]).said == "Nothing new was printed."
    assert Marks(sitting).printed([]).facts == ()
    assert len(book.facts) == 2


def test_what_was_printed_for_a_double_counts_for_the_child_and_for_an_erased_child_not_at_all(
    sitting: Sitting, book: ClassBook
) -> None:
    book.edit(STUDENTS, lambda now: (Student("ava", "Ava B.", also=("ben",)), Student("cam", "Cam D.")))
    book.erase(book.students[1], book.assessors[0].id)
    kept = Marks(sitting).printed([("ben", HALVES), ("ava", HALVES), ("cam", HALVES)])
    assert kept.said == "Ava B. · Halves: Sticker printed"
    assert book.progress.spot("ava", HALVES).printed
    assert Marks(sitting).printed([("ben", HALVES)]).facts == ()
    assert not book.progress.spot("cam", HALVES).facts


def test_taking_a_mark_back_leaves_what_was_printed(sitting: Sitting, book: ClassBook) -> None:
    Marks(sitting).mark(Kind.MASTERED, [("ava", HALVES)])
    Marks(sitting).printed([("ava", HALVES)])
    Marks(sitting).take_back([("ava", HALVES)])
    spot = book.progress.spot("ava", HALVES)
    assert (spot.status, spot.printed) == (Status.OPEN, True)


def test_what_is_said_twice_is_kept_once(book: ClassBook) -> None:
    sitting, spot = Sitting(book, usual_adult(book)), ("ava", "u/halves")
    assert Marks(sitting).mark(Kind.CHECK_AGAIN, [spot]).said == "There is no sticker here to check again."
    assert not Marks(sitting).mark(Kind.INCLUDED, [spot]).facts
    Marks(sitting).mark(Kind.EXCUSED, [spot])
    assert Marks(sitting).mark(Kind.INCLUDED, [spot]).facts
    assert not Marks(sitting).mark(Kind.INCLUDED, [spot]).facts
    Marks(sitting).mark(Kind.MASTERED, [spot])
    assert Marks(sitting).mark(Kind.CHECK_AGAIN, [spot]).facts
    assert not Marks(sitting).mark(Kind.CHECK_AGAIN, [spot]).facts


def test_undoing_a_take_back_says_what_stands_again(book: ClassBook) -> None:
    sitting, spot = Sitting(book, usual_adult(book)), ("ava", "u/halves")
    Marks(sitting).mark(Kind.MASTERED, [spot])
    assert "taken back" in Marks(sitting).take_back([spot]).said
    assert sitting.undo().said == "Put back: Ava B. · Halves: Got it"
    assert sitting.redo().said == "Taken back again: Ava B. · Halves: Got it"
