"""A class of a school: found by letters of its title or teacher, also among thousands, and read while one may still leave."""

import threading
from collections.abc import Sequence

import pytest

from board.errors import Refusal
from board.exchange.lists.reading import Reading
from board.exchange.sets.school_class import SchoolClass
from board.exchange.sets.school_set import Progress
from board.screens.roster import choose_class
from board.screens.roster.choose_class import ChooseClassScreen, Taken
from board.widgets.row_list import RowList
from lone_app import LoneApp
from made_lists import made_school
from screen_driver import seen, until


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (44, 20)])
async def test_a_class_is_found_by_its_title_and_taken(size: tuple[int, int]) -> None:
    app = LoneApp(ChooseClassScreen(made_school(40)))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "40 classes of school.zip" in seen(app) and "Math 0 [b]" in seen(app))
        await pilot.press(*"math", "space", *"17")
        await until(pilot, lambda: "Math 17 [b]" in seen(app) and "Math 0" not in seen(app))
        assert "17 students" in seen(app)
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.left))
    (taken,) = app.left
    assert isinstance(taken, Taken)
    assert taken.reading is not None
    assert (taken.id, taken.reading.called, taken.reading.is_complete) == ("c17", "c17", True)


async def test_a_class_is_found_by_either_teacher_without_accents_and_none_is_said() -> None:
    app = LoneApp(ChooseClassScreen(made_school(40)))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "40 classes of school.zip" in seen(app))
        await pilot.press(*"alvarez", "space", *"rivera39")
        await until(pilot, lambda: "Math 39" in seen(app) and "Math 38" not in seen(app))
        await pilot.press("x", "enter")
        await until(pilot, lambda: "No class fits these letters" in seen(app))
        assert not app.left


async def test_three_thousand_classes_list_a_few_hundred_and_say_so() -> None:
    app = LoneApp(ChooseClassScreen(made_school(3_000)))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "3,000 classes fit, the first 200 are listed" in seen(app))
        assert app.screen.query_one(RowList).option_count == 200
        await pilot.press(*"rivera2999")
        await until(pilot, lambda: "Math 2999" in seen(app))
        await pilot.press("down", "pagedown", "up", "pageup", "enter")
        await until(pilot, lambda: bool(app.left))


async def test_a_set_that_takes_long_shows_how_far_it_is_and_can_be_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose_class, "_PATIENCE", 0.01)
    monkeypatch.setattr(choose_class, "_LOOKS", 0.01)
    left, stopped = threading.Event(), threading.Event()

    def slow(progress: Progress) -> Sequence[SchoolClass]:
        progress(0.42)
        try:
            while not left.wait(0.01):
                pass
            progress(0.5)
        except Exception:
            stopped.set()
            raise
        return ()

    app = LoneApp(ChooseClassScreen(made_school(1)._replace(classes=slow)))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Reading the files of the school" in seen(app) and "42%" in seen(app))
        await pilot.press("enter", "escape")
        await until(pilot, lambda: app.left == [None])
        left.set()
        await until(pilot, stopped.is_set)


async def test_a_set_that_cannot_be_read_says_why() -> None:
    def refused(_progress: Progress) -> Sequence[SchoolClass]:
        raise Refusal("users.csv is missing [/]; ask for the whole set.")

    app = LoneApp(ChooseClassScreen(made_school(1)._replace(classes=refused)))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "users.csv is missing [/]; ask for the whole set." in seen(app))
        await pilot.press("a", "enter", "escape")
        await until(pilot, lambda: app.left == [None])


async def test_a_class_that_cannot_be_read_is_said_and_another_can_be_taken() -> None:
    whole = made_school(3)

    def reading(class_id: str, progress: Progress) -> Reading:
        if class_id == "c0":
            raise Refusal("enrollments.csv breaks off.")
        assert whole.reading is not None
        return whole.reading(class_id, progress)

    app = LoneApp(ChooseClassScreen(whole._replace(reading=reading)))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "3 classes" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: "enrollments.csv breaks off." in seen(app))
        await pilot.press("down", "enter")
        await until(pilot, lambda: bool(app.left))
