from dataclasses import replace
from pathlib import Path

import pytest

from board.mastery.curriculum import Level, Unit
from board.mastery.facts import Kind
from board.mastery.people import Assessor, Student
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT, ASSESSORS, STUDENTS, UNITS, put
from board.store.draft import Draft
from board.store.keeping.new_year import start_from
from builders import UNIT, step


@pytest.fixture
def old(book: ClassBook) -> ClassBook:
    """A class at the end of its year."""
    book.edit(
        STUDENTS, lambda now: (*(replace(one, also=("double",)) for one in now), Student("cam", "Cam D.", left=True))
    )
    book.edit(UNITS, put(replace(UNIT, archived=(step("gone"), step("borrowed")))))
    book.edit(UNITS, put(Unit("v", "Other", (Level("v/one", "One", (step("borrowed"),)),))))
    book.edit(ASSESSORS, put(Assessor("lee", "Mr. Lee")))
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    return book


def test_a_new_year_starts_with_everything_unless_it_is_said_otherwise(old: ClassBook, tmp_path: Path) -> None:
    old.edit(ABOUT, lambda about: about._replace(looks_first=False, most_asked=3, asking=False))
    old.edit(STUDENTS, lambda now: tuple(replace(one, photos=True) for one in now))
    new = ClassBook.create(tmp_path / "New.class", "Room 14", "d1", "Ms. Rivera")
    new.edit(STUDENTS, lambda _: (Student("ben", "Benny"),))
    start_from(old, new)
    assert [student.name for student in new.students] == ["Benny", "Ava B."]
    assert not any(student.photos for student in new.students)
    assert [unit.id for unit in new.units] == ["u", "v"]
    assert not new.about.looks_first
    assert new.about.most_asked == 3
    assert new.about.asking, "a new year does not begin with a rest"


@pytest.mark.parametrize("students", [True, False])
@pytest.mark.parametrize("units", [True, False])
def test_a_new_year_starts_with_what_was_wished_and_without_marks(
    old: ClassBook, tmp_path: Path, *, students: bool, units: bool
) -> None:
    new = ClassBook.create(tmp_path / "New.class", "Room 14", "d1", "Ms. Rivera")
    start_from(old, new, students=students, units=units)
    for seen in (new, ClassBook(new.folder, "d2")):
        there = (Student("ava", "Ava B."), Student("ben", "Ben C.", alias="Comet"))
        assert seen.everyone == (there if students else ())
        assert [unit.id for unit in seen.units] == (["u", "v"] if units else [])
        assert [assessor.name for assessor in seen.assessors] == ["Ms. Rivera", "Mr. Lee"]
        assert not seen.facts
    if units:
        assert new.units[0].archived == (step("borrowed"),), "another unit still uses it"
        assert new.units[1].spots == (step("borrowed"),)
    assert old.progress.spot("ava", "u/halves").mark


def test_in_a_new_year_the_cards_in_their_hands_still_open_their_pages(old: ClassBook, tmp_path: Path) -> None:
    old.edit(STUDENTS, lambda now: tuple(replace(one, card=2, patience=4) for one in now))
    old.record([Draft(Kind.CARD_WANTED, "ava"), Draft(Kind.HELP_WANTED, "ava", "u/halves")], "")
    new = ClassBook.create(tmp_path / "New.class", "Room 14", "d1", "Ms. Rivera")
    start_from(old, new)
    assert {(one.id, one.card, one.patience) for one in new.students} == {("ava", 2, 4), ("ben", 2, 4)}
    assert new.progress.card_wanted("ava") is None
