"""Who and what is in the class: children who left, joined doubles, erased ones, units, and the class's own edits."""

from dataclasses import replace

import pytest

from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Kind
from board.mastery.people import Assessor, Student
from board.mastery.progress import Status
from board.store.book import Book
from board.store.documents.tables import ABOUT, ASSESSORS, STUDENTS, UNITS, changed, put
from board.store.draft import Draft
from builders import UNIT
from kept_classes import Kept, news_of


def test_an_edit_of_another_program_is_kept_by_ours(book: Book, kept: Kept) -> None:
    other = kept.open("d2")
    other.edit(STUDENTS, lambda now: (*now, Student("cam", "Cam D.")))
    book.edit(STUDENTS, lambda now: (*now, Student("dee", "Dee E.")))
    assert [student.id for student in book.students] == ["ava", "ben", "cam", "dee"]
    assert news_of(other).documents
    assert other.students == book.students


def test_a_child_who_left_is_on_no_board_and_keeps_every_mark(book: Book, kept: Kept) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    book.edit(STUDENTS, lambda now: tuple(replace(one, left=one.id == "ava") for one in now))
    again = kept.open("d1")
    assert [student.id for student in again.students] == ["ben"]
    assert [student.id for student in again.everyone] == ["ava", "ben"]
    assert again.progress.spot("ava", "u/halves").status is Status.MASTERED


def test_a_double_joined_with_a_child_brings_its_marks_and_can_be_parted_again(book: Book, kept: Kept) -> None:
    book.record([Draft(Kind.MASTERED, "ben", "u/halves")], book.assessors[0].id)
    (mark,) = book.record([Draft(Kind.PRACTISING, "ava", "u/thirds")], book.assessors[0].id)
    book.edit(STUDENTS, lambda _: (Student("ava", "Ava B.", also=("ben",)),))
    assert book.progress.spot("ava", "u/halves").status is Status.MASTERED
    book.record([Draft(Kind.READY, "ben", "u/thirds")], book.assessors[0].id)  # from a computer that does not know yet
    for now in (book, kept.open("d2")):
        assert now.progress.spot("ava", "u/thirds").status is Status.READY
        assert now.progress.row("ben") == {}
    book.edit(STUDENTS, lambda _: (Student("ava", "Ava B."), Student("ben", "Ben C.")))
    assert book.progress.spot("ava", "u/thirds").mark == mark
    assert book.progress.spot("ben", "u/halves").status is Status.MASTERED


def test_an_erased_child_stands_nowhere_even_when_an_old_copy_brings_the_name_back(book: Book, kept: Kept) -> None:
    book.record([Draft(Kind.ERASED, "ava")], book.assessors[0].id)
    for now in (book, kept.open("d2")):
        assert [student.id for student in now.everyone] == ["ben"]


def test_a_class_takes_another_name(book: Book, kept: Kept) -> None:
    book.edit(ABOUT, lambda about: about._replace(name="Room 14"))
    assert kept.open("d1").name == "Room 14"


def test_a_unit_is_edited_as_it_is_at_this_moment(book: Book, kept: Kept) -> None:
    other = kept.open("d2")
    other.edit(UNITS, changed("u", lambda unit: replace(unit, subjects=("Maths",))))
    book.edit(UNITS, changed("u", lambda unit: replace(unit, title="Fractions")))
    assert (book.units[0].title, book.units[0].subjects) == ("Fractions", ("Maths",))


def test_an_edit_that_fails_changes_nothing_here_and_nowhere(book: Book, kept: Kept) -> None:
    def broken(_: object) -> tuple[Student, ...]:
        raise ZeroDivisionError

    before = book.everyone
    with pytest.raises(ZeroDivisionError):
        book.edit(STUDENTS, broken)
    assert book.everyone == kept.open("d2").everyone == before
    book.edit(STUDENTS, lambda now: now[:1])
    assert kept.open("d2").everyone == before[:1]


def test_one_that_is_there_is_replaced_in_its_place_and_a_new_one_stands_last(book: Book, kept: Kept) -> None:
    first = book.assessors[0]
    book.edit(ASSESSORS, put(Assessor("lee", "Mr. Lee")))
    book.edit(ASSESSORS, put(replace(first, name="Mx. Rivera")))
    assert [one.name for one in kept.open("d2").assessors] == ["Mx. Rivera", "Mr. Lee"]


def test_a_unit_that_was_taken_out_is_not_edited_back_into_the_class(book: Book, other: Book) -> None:
    other.edit(UNITS, lambda _: ())
    book.edit(UNITS, changed("u", lambda unit: replace(unit, title="Fractions")))
    assert book.units == ()


def test_a_step_used_from_another_unit_is_one_step(book: Book, kept: Kept) -> None:
    halves = UNIT.levels[0].steps[0]
    book.edit(UNITS, put(Unit("v", "Other", (Level("v/one", "One", (halves,)),))))
    book.edit(UNITS, changed("u", lambda unit: replace(unit, levels=(Level("u/one", "One", (renamed(halves),)),))))
    assert kept.open("d2").units[1].levels[0].steps == (renamed(halves),)


def renamed(step: Step) -> Step:
    return replace(step, title="Half of it")


def test_whether_pictures_wait_is_kept_beside_the_name(book: Book, other: Book, kept: Kept) -> None:
    assert book.about.looks_first
    book.edit(ABOUT, lambda about: about._replace(looks_first=False))
    other.edit(ABOUT, lambda about: about._replace(name="Room 14"))
    for now in (other, kept.open("d3")):
        assert (now.name, now.about.looks_first) == ("Room 14", False)
    other.edit(ABOUT, lambda about: about._replace(looks_first=True))
    assert kept.open("d3").about.looks_first


def test_every_computers_settings_know_a_class_by_a_key_that_stays(book: Book, other: Book) -> None:
    key = book.key
    book.edit(ABOUT, lambda about: about._replace(name="Room 14"))
    assert book.key == key == other.key
