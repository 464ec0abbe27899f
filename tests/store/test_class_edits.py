"""Who is in the class: children who left, joined doubles, erased ones; and the class's own edits."""

from dataclasses import replace
from pathlib import Path

from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import Status
from board.store.class_book import ClassBook, Draft
from board.store.tables import ABOUT, STUDENTS, UNITS, changed


def test_a_child_who_left_is_on_no_board_and_keeps_every_mark(book: ClassBook, folder: Path) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    book.edit(STUDENTS, lambda now: tuple(replace(one, left=one.id == "ava") for one in now))
    again = ClassBook(folder, "d1")
    assert [student.id for student in again.students] == ["ben"]
    assert [student.id for student in again.everyone] == ["ava", "ben"]
    assert again.progress.spot("ava", "u/halves").status is Status.MASTERED


def test_a_double_joined_with_a_child_brings_its_marks_and_can_be_parted_again(book: ClassBook, folder: Path) -> None:
    book.record([Draft(Kind.MASTERED, "ben", "u/halves")], book.assessors[0].id)
    (mark,) = book.record([Draft(Kind.PRACTISING, "ava", "u/thirds")], book.assessors[0].id)
    book.edit(STUDENTS, lambda _: (Student("ava", "Ava B.", also=("ben",)),))
    assert book.progress.spot("ava", "u/halves").status is Status.MASTERED
    book.record([Draft(Kind.READY, "ben", "u/thirds")], book.assessors[0].id)  # from a computer that does not know yet
    for now in (book, ClassBook(folder, "d2")):
        assert now.progress.spot("ava", "u/thirds").status is Status.READY
        assert now.progress.row("ben") == {}
    book.edit(STUDENTS, lambda _: (Student("ava", "Ava B."), Student("ben", "Ben C.")))
    assert book.progress.spot("ava", "u/thirds").mark == mark
    assert book.progress.spot("ben", "u/halves").status is Status.MASTERED


def test_an_erased_child_stands_nowhere_even_when_an_old_copy_brings_the_name_back(
    book: ClassBook, folder: Path
) -> None:
    book.record([Draft(Kind.ERASED, "ava")], book.assessors[0].id)
    for now in (book, ClassBook(folder, "d2")):
        assert [student.id for student in now.everyone] == ["ben"]


def test_a_class_takes_another_name(book: ClassBook, folder: Path) -> None:
    book.edit(ABOUT, lambda about: about._replace(name="Room 14"))
    assert ClassBook(folder, "d1").name == "Room 14"


def test_a_unit_is_edited_as_it_is_at_this_moment(book: ClassBook, folder: Path) -> None:
    other = ClassBook(folder, "d2")
    other.edit(UNITS, changed("u", lambda unit: replace(unit, subjects=("Maths",))))
    book.edit(UNITS, changed("u", lambda unit: replace(unit, title="Fractions")))
    assert (book.units[0].title, book.units[0].subjects) == ("Fractions", ("Maths",))
