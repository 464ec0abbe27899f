"""A child's pictures once the child was erased or has left: nothing stays open, nothing is kept, nothing is praised."""

from pathlib import Path

import pytest

from board.mastery.people import Student
from board.screens.drawing.draw import DrawScreen
from board.screens.drawing.starter import StarterChoice
from board.screens.parts.help import HelpScreen
from board.screens.parts.notice import Notice
from board.screens.pictures.bring import BringScreen
from board.screens.pictures.caption import CaptionScreen
from board.screens.pictures.crop import CropScreen
from board.screens.pictures.pictures import PicturesScreen
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from picture_screen import STEP, add, on_spot, opens, photo, pictures, says
from screen_driver import seen, until

GONE = "This child is not in the class any"


@pytest.mark.parametrize(
    ("keys", "above"),
    [
        ((), PicturesScreen),
        (("question_mark",), HelpScreen),
        (("d",), DrawScreen),
        (("d", "s"), StarterChoice),
        (("b",), BringScreen),
        (("w",), CaptionScreen),
        (("c",), CropScreen),
    ],
)
async def test_it_closes_by_itself_with_what_is_open_above_it(
    book: ClassBook, tmp_path: Path, keys: tuple[str, ...], above: type
) -> None:
    add(book, photo(tmp_path / "fish.png"))
    app = pictures(book)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await says(pilot, "My picture shows ...")
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await opens(pilot, above)
        book.erase(book.students[0], book.assessors[0].id)
        await until(pilot, lambda: app.left == [None] and isinstance(app.screen, Notice))
        assert len(app.screen_stack) == 2, "nothing else is open"
        await says(pilot, GONE)
        await pilot.press("space", "d", "right")
        assert isinstance(app.screen, Notice), "keys that were meant for the studio do nothing on the board"
        await pilot.press("enter")
        await until(pilot, lambda: len(app.screen_stack) == 1)


async def test_a_drawing_that_is_finished_too_late_is_not_kept_nor_praised(book: ClassBook) -> None:
    app = pictures(book)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("d")
        await opens(pilot, DrawScreen)
        await pilot.press("space", "right", "space")
        await until(pilot, lambda: book.pictures.unfinished("ava", STEP) is not None)
        studio = app.screen
        assert isinstance(studio, DrawScreen)
        book.erase(book.students[0], book.assessors[0].id)
        studio.action_done()
        await until(pilot, lambda: app.left == [None])
        await says(pilot, GONE)
        assert "That's your picture!" not in seen(app)
        assert on_spot(book) is None
        assert book.pictures.unfinished("ava", STEP) is None


async def test_what_is_drawn_after_the_child_was_erased_leaves_no_file(book: ClassBook) -> None:
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await opens(pilot, DrawScreen)
        book.erase(book.students[0], book.assessors[0].id)
        await pilot.press("space", "right", "space", "escape")
        await until(pilot, lambda: app.left == [None])
        await app.workers.wait_for_complete()
        assert book.pictures.unfinished("ava", STEP) is None


async def test_a_child_who_has_left_keeps_the_drawing(book: ClassBook) -> None:
    app = pictures(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await opens(pilot, DrawScreen)
        await pilot.press("space", "right", "space")
        await until(pilot, lambda: book.pictures.unfinished("ava", STEP) is not None)
        book.edit(STUDENTS, lambda now: (Student("ava", "Ava B.", left=True), *now[1:]))
        await until(pilot, lambda: app.left == [None])
        assert book.pictures.unfinished("ava", STEP) is not None
