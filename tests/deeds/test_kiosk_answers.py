"""What the kiosk brings is answered: yes, no, help came, a card seen or made anew; each taken back by one undo."""

from collections.abc import Callable

import pytest

from board.deeds.asking import Asking
from board.deeds.card import card_seen
from board.deeds.history import Outcome
from board.deeds.kiosk_answers import KioskAnswers
from board.deeds.roll import ClassList
from board.deeds.sitting import Sitting, usual_adult
from board.deeds.waiting import helpers_here, waiting_here
from board.errors import Refusal
from board.mastery.facts import Kind
from board.mastery.may import Actor
from board.mastery.people import AdultRole, Assessor, Student
from board.mastery.picture_word import picture_word
from board.mastery.progress import Spot, Status
from board.mastery.queue import Part
from board.mastery.roll import MOST_CARDS, student_of
from board.store.book import Book
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, STUDENTS, put
from kiosk_said import HALVES, at_the_kiosk


@pytest.fixture
def sitting(book: ClassBook) -> Sitting:
    return Sitting(book, usual_adult(book))


def spot(book: Book) -> Spot:
    return book.progress.spot("ben", HALVES)


def child(book: Book, id_: str = "ben") -> Student:
    found = student_of(book.everyone, id_)
    assert found is not None
    return found


def test_a_yes_makes_a_request_of_it_in_the_way_that_was_said(book: ClassBook, sitting: Sitting) -> None:
    at_the_kiosk(book, Kind.MAYBE_READY, way="fold it")
    assert spot(book).status is Status.OPEN
    made = KioskAnswers(sitting).yes("ben", HALVES)
    assert made.said == "Ben C. · Halves: Ready to show: fold it"
    assert [fact.by for fact in made.facts] == [sitting.actor.id], "the adult who said yes signs it"
    assert (spot(book).status, spot(book).way, spot(book).maybe) == (Status.READY, "fold it", None)
    assert sitting.undo().changed
    assert (spot(book).status, [one.part for one in waiting_here(sitting)]) == (Status.OPEN, [Part.MAYBE])
    assert sitting.redo().changed
    assert spot(book).status is Status.READY


def test_a_no_takes_back_every_time_it_was_said_and_the_child_is_as_before(book: ClassBook, sitting: Sitting) -> None:
    at_the_kiosk(book, Kind.PRACTISING)
    before = (spot(book).status, spot(book).mark)
    for _ in range(3):
        at_the_kiosk(book, Kind.MAYBE_READY)
    answers = KioskAnswers(sitting)
    assert answers.no("ben", HALVES).said == "Ben C. · Halves: not ready to show; everything is as before"
    assert (spot(book).status, spot(book).mark, spot(book).maybe) == (*before, None)
    assert waiting_here(sitting) == ()
    assert sitting.undo().changed
    assert spot(book).maybe is not None
    assert sitting.redo().changed
    assert not answers.no("ben", HALVES).changed, "it was answered"
    assert not answers.yes("ben", HALVES).changed


def test_what_was_answered_elsewhere_meanwhile_is_not_answered_twice(book: ClassBook, sitting: Sitting) -> None:
    at_the_kiosk(book, Kind.MAYBE_READY)
    KioskAnswers(Sitting(book, usual_adult(book))).yes("ben", HALVES)
    answers = KioskAnswers(sitting)
    assert not answers.yes("ben", HALVES).changed
    assert not answers.no("ben", HALVES).changed
    assert spot(book).status is Status.READY


def test_help_came(book: ClassBook, sitting: Sitting) -> None:
    at_the_kiosk(book, Kind.HELP_WANTED)
    (waits,) = waiting_here(sitting)
    assert helpers_here(sitting, waits) == ()
    at_the_kiosk(book, Kind.HELP_WANTED, "ava")
    book.edit(STUDENTS, lambda now: now)
    KioskAnswers(sitting).help_came("ava", HALVES)
    assert KioskAnswers(sitting).help_came("ben", HALVES).said == "Ben C. · Halves: Help is over"
    assert waiting_here(sitting) == ()
    assert not KioskAnswers(sitting).help_came("ben", HALVES).changed
    assert sitting.undo().changed
    assert [one.student.id for one in waiting_here(sitting)] == ["ben"]


def test_a_card_that_was_seen_waits_no_more(book: ClassBook, sitting: Sitting) -> None:
    at_the_kiosk(book, Kind.CARD_WANTED)
    at_the_kiosk(book, Kind.CARD_WANTED)
    assert [one.part for one in waiting_here(sitting)] == [Part.CARD]
    assert KioskAnswers(sitting).card_seen("ben").said == "Ben C.: Picture word known again"
    assert waiting_here(sitting) == ()
    assert not KioskAnswers(sitting).card_seen("ben").changed
    assert sitting.undo().changed
    assert [one.part for one in waiting_here(sitting)] == [Part.CARD]


def test_of_help_and_cards_an_adult_hears_the_same_whichever_way_it_is_said(book: ClassBook, sitting: Sitting) -> None:
    answers = KioskAnswers(sitting)
    doors: tuple[tuple[Kind, Callable[[], Outcome], Callable[[], Outcome]], ...] = (
        (Kind.HELP_WANTED, lambda: answers.help_came("ben", HALVES), lambda: Asking(sitting).help_over("ben", HALVES)),
        (Kind.CARD_WANTED, lambda: answers.card_seen("ben"), lambda: card_seen(sitting, "ben")),
    )
    for wanted, answered, said in doors:
        assert answered() == said(), "there is nothing to answer"
        at_the_kiosk(book, wanted)
        first = answered()
        assert first.changed
        at_the_kiosk(book, wanted)
        second = said()
        assert (second.changed, second.said) == (first.changed, first.said)


def test_one_undo_takes_back_a_new_card_and_that_nobody_looks_for_the_old_one(
    book: ClassBook, sitting: Sitting
) -> None:
    at_the_kiosk(book, Kind.CARD_WANTED)
    old = picture_word("ben", child(book).card)
    made = KioskAnswers(sitting).new_card("ben")
    assert made.said == "Ben C. has a new login card to be printed; the old one opens nothing any more"
    assert picture_word("ben", child(book).card) != old
    assert waiting_here(sitting) == ()
    back = sitting.undo()
    assert back.said.startswith("Undone: Ben C. has a new login card")
    assert picture_word("ben", child(book).card) == old
    assert [one.part for one in waiting_here(sitting)] == [Part.CARD]
    again = sitting.redo()
    assert again.said.startswith("Done again: ")
    assert picture_word("ben", child(book).card) != old
    assert waiting_here(sitting) == ()
    assert "Nothing to undo" not in sitting.undo().said
    assert sitting.undo().said == "Nothing to undo since the board was opened."


def test_of_several_new_cards_each_has_another_word_and_the_most_changes_nothing(
    book: ClassBook, sitting: Sitting
) -> None:
    words = [picture_word("ben", 0)]
    for _ in range(20):
        assert ClassList(sitting).new_cards([child(book), child(book, "ava")]).changed
        words.append(picture_word("ben", child(book).card))
        assert words[-1] != words[-2]
    book.edit(STUDENTS, lambda now: tuple(one.__class__(one.id, one.name, card=MOST_CARDS) for one in now))
    assert not ClassList(sitting).new_cards([child(book)]).changed


def test_an_aide_answers_and_makes_no_card(book: ClassBook) -> None:
    for kind in (Kind.MAYBE_READY, Kind.HELP_WANTED, Kind.CARD_WANTED):
        at_the_kiosk(book, kind)
    book.edit(ASSESSORS, put(Assessor("lee", "Mr. Lee", AdultRole.AIDE)))
    sitting = Sitting(book, Actor.adult("lee"))
    answers = KioskAnswers(sitting)
    with pytest.raises(Refusal):
        answers.new_card("ben")
    assert child(book).card == 0
    assert answers.no("ben", HALVES).changed
    assert answers.help_came("ben", HALVES).changed
    assert answers.card_seen("ben").changed


def test_no_child_answers(book: ClassBook) -> None:
    for kind in (Kind.MAYBE_READY, Kind.CARD_WANTED):
        at_the_kiosk(book, kind)
    answers = KioskAnswers(Sitting(book, Actor.somebody()))
    with pytest.raises(Refusal):
        answers.yes("ben", HALVES)
    with pytest.raises(Refusal):
        answers.card_seen("ben")
    with pytest.raises(Refusal):
        answers.new_card("ben")
    assert spot(book).maybe is not None
