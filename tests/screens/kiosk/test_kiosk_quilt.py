"""What stands on the kiosk while nobody is there: the quilt of the class, turning where things move, and nothing of anybody."""

from contextlib import closing
from pathlib import Path

import pytest

from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.screens.kiosk.quilt import KioskQuilt
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS, UNITS, put
from board.store.draft import Draft
from board.widgets.quilt import Quilt
from kiosk_driver import KioskAlone, comes, to_signs
from screen_driver import seen, until


@pytest.fixture
def large(book: ClassBook) -> ClassBook:
    """A class that is large enough for a quilt, with stickers in two units of three."""
    book.edit(STUDENTS, lambda now: (*now, *(Student(f"kid{at}", f"Kid {at}") for at in range(8))))
    steps = (Step("w/1", "One", "I can one.", badge="fish"),)
    book.edit(UNITS, put(Unit("v", "Nothing yet", (Level("v/l", "Level", (Step("v/1", "V", "I can v."),)),))))
    book.edit(UNITS, put(Unit("w", "Germs", (Level("w/l", "Level", steps),))))
    marks = [Draft(Kind.MASTERED, f"kid{at}", step) for at in range(6) for step in ("u/halves", "w/1")]
    book.record(marks, book.assessors[0].id)
    return book


@pytest.mark.parametrize("moves", [True, False])
async def test_the_next_unit_with_stickers_comes_up_only_where_things_move(large: ClassBook, moves: bool) -> None:
    app = KioskAlone(large)
    app.animation_level = "full" if moves else "none"
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Unit" in seen(app) and bool(app.screen.query(Quilt)))
        app.quilt.turn_over()
        app.quilt.query_one(Quilt).turn_over()
        await pilot.pause()
        await until(pilot, lambda: ("Germs" if moves else "Unit") in seen(app))
        app.quilt.turn_over()
        await pilot.pause()
        await until(pilot, lambda: "Unit" in seen(app))  # one without stickers is left out


@pytest.mark.parametrize("moves", [True, False])
async def test_stickers_that_do_not_fit_come_up_in_turn_only_where_things_move(large: ClassBook, moves: bool) -> None:
    app = KioskAlone(large)
    app.animation_level = "full" if moves else "none"
    async with app.run_test(size=(20, 16)) as pilot:
        await until(pilot, lambda: bool(app.screen.query(Quilt)) and app.screen.query_one(Quilt).size.height > 0)
        quilt = app.screen.query_one(Quilt)
        quilt.turn_over()
        assert quilt._turn == int(moves)


async def test_it_does_not_turn_while_a_child_is_there(large: ClassBook) -> None:
    app = KioskAlone(large)
    app.animation_level = "full"
    async with app.run_test(size=(80, 24)) as pilot:
        await to_signs(pilot)
        app.quilt.turn_over()
        assert app.quilt._unit_id == "u"


async def test_a_sticker_of_another_program_is_sewn_in_and_the_quilt_stays(large: ClassBook, folder: Path) -> None:
    app = KioskAlone(large)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(app.screen.query(Quilt)))
        quilt = app.screen.query_one(Quilt)
        count = len(quilt._earned)
        with closing(ClassBook(folder, "elsewhere")) as other:
            other.record([Draft(Kind.MASTERED, "kid7", "u/halves")], other.assessors[0].id)
        large.news()
        await until(pilot, lambda: len(quilt._earned) == count + 1)
        assert app.screen.query_one(Quilt) is quilt
        large.edit(UNITS, lambda now: tuple(unit for unit in now if unit.id != "u"))
        await until(pilot, lambda: "Germs" in seen(app))


async def test_a_class_so_small_that_its_quilt_could_be_read_back_shows_none(book: ClassBook) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    app = KioskAlone(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "We learn together" in seen(app))
        assert not app.screen.query(Quilt)
        await to_signs(pilot)


async def test_no_name_stands_on_the_quilt_or_the_signs(large: ClassBook) -> None:
    app = KioskAlone(large)
    async with app.run_test(size=(200, 70)) as pilot:  # as much room for words as there ever is
        await comes(pilot, KioskQuilt)
        assert not any(name in seen(app) for name in ("Ava", "Ben", "Kid"))
        await to_signs(pilot)
        assert not any(name in seen(app) for name in ("Ava", "Ben", "Kid"))
