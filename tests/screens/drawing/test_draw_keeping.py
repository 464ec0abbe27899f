"""The studio: what is kept while a child draws, when it goes and when it is done."""

import pytest
from textual.widgets import Input

from board.art.pixels import Point, empty, line
from board.mastery.curriculum import Step
from board.mastery.people import clean_line
from board.screens.drawing.draw import DrawScreen
from board.screens.drawing.sketch import Sketch
from board.widgets.pixel_canvas import PixelCanvas
from hostile import HOSTILE, assert_clean_output
from screen_driver import seen, until
from studio import BLUE, DOT, Kept, canvas, studio, tapped

LINES = [line for line in dict.fromkeys(map(clean_line, HOSTILE)) if line]


async def test_from_open_to_saved_by_finger_alone() -> None:
    kept = Kept()
    app = studio(kept)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.mouse_down(PixelCanvas, offset=(2, 2))
        await pilot.hover(PixelCanvas, offset=(20, 8))
        await pilot.mouse_up(PixelCanvas, offset=(20, 8))
        await tapped(pilot, "That's my picture!")
        drawing = empty().painted(line(Point(1, 2), Point(10, 8)), BLUE)
        assert kept.saved == [Sketch(drawing, "")]
        assert app.left == [True]


async def test_from_open_to_saved_by_keys_alone_with_words() -> None:
    kept = Kept()
    app = studio(kept)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "space", "right", "space", "w", *"pdf 12", "enter", "enter")
        assert kept.saved == [Sketch(empty().painted([Point(6, 6), Point(7, 6)], 1), "pdf 12")]
        assert app.left == [True]


async def test_a_draft_is_kept_after_each_act_and_not_at_each_move() -> None:
    kept = Kept()
    app = studio(kept)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.mouse_down(PixelCanvas, offset=(0, 0))
        await pilot.hover(PixelCanvas, offset=(4, 0))
        await pilot.hover(PixelCanvas, offset=(8, 0))
        await pilot.mouse_up(PixelCanvas, offset=(8, 0))
        await until(pilot, lambda: kept.drafts == [Sketch(empty().painted(line(Point(0, 0), Point(4, 0)), BLUE))])
        await pilot.press("u")
        await until(pilot, lambda: kept.drafts[-1] == Sketch(empty()))
        await pilot.press("w", "f")
        await until(pilot, lambda: kept.drafts[-1] == Sketch(empty(), "f"))


async def test_esc_leaves_at_once_and_the_picture_waits_even_with_the_pen_down() -> None:
    kept = Kept()
    app = studio(kept)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "escape")
        await until(pilot, lambda: bool(app.left))
        assert (app.left, kept.drafts) == ([False], [Sketch(DOT)])
        assert not kept.saved


async def test_back_from_the_words_keeps_them_too() -> None:
    kept = Kept()
    app = studio(kept, Sketch(DOT))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("w", *"cake")
        await tapped(pilot, "← Back")
        assert (app.left, kept.drafts[-1]) == ([False], Sketch(DOT, "cake"))


async def test_a_draft_goes_on_where_it_was_left_and_opening_it_keeps_nothing_anew() -> None:
    kept = Kept()
    app = studio(kept, Sketch(DOT, "a dot"))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "a dot" in seen(app))
        await pilot.press("escape")
        assert (app.left, kept.drafts) == ([False], [])


async def test_what_is_refused_while_saving_stays_on_the_screen() -> None:
    kept = Kept(is_full=True)
    app = studio(kept)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "space", "w", *"pie", "ctrl+s")
        assert (app.left, canvas(app).shown, app.screen.query_one(Input).value) == ([], DOT, "pie")
        kept.is_full = False
        await pilot.press("enter", "enter")
        assert (app.left, kept.saved) == ([True], [Sketch(DOT, "pie")])


async def test_a_draft_that_can_not_be_kept_is_told_once_and_drawing_goes_on() -> None:
    kept = Kept(is_full=True)
    app = studio(kept)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("space", "space")
        await until(pilot, lambda: "The disk is full" in seen(app))
        app.clear_notifications()
        await until(pilot, lambda: "The disk is full" not in seen(app))
        await pilot.press("right", "space", "space")
        await until(pilot, lambda: kept.refused == 2)
        await pilot.pause()
        assert "The disk is full" not in seen(app)
        kept.is_full = False
        await pilot.press("right", "space", "space")
        row = empty().painted(line(Point(6, 6), Point(8, 6)), BLUE)
        await until(pilot, lambda: kept.drafts == [Sketch(row)])


async def test_leaving_what_can_not_be_kept_takes_a_second_esc() -> None:
    kept = Kept(is_full=True)
    app = studio(kept)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "escape")
        await until(pilot, lambda: "Esc again" in seen(app))
        assert app.left == []
        await pilot.press("escape")
        assert app.left == [None], "nothing waits"


async def test_an_empty_sheet_is_no_picture() -> None:
    kept = Kept()
    app = studio(kept)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await until(pilot, lambda: "Draw something" in seen(app))
        assert (app.left, kept.saved) == ([], [])


async def test_done_pressed_twice_saves_once() -> None:
    kept = Kept()
    app = studio(kept, Sketch(DOT))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, DrawScreen)
        screen.action_done()
        screen.action_done()
        screen.action_leave()
        await pilot.pause()
        assert (app.left, len(kept.saved)) == ([True], 1)


@pytest.mark.parametrize("at", range(0, len(LINES), 4))
async def test_names_steps_and_words_that_mean_harm_are_shown_as_they_are(at: int) -> None:
    who, title, i_can, caption = (LINES[(at + more) % len(LINES)] for more in range(4))
    kept = Kept()
    app = studio(kept, Sketch(DOT, caption[:200]), who=who, step=Step("u/x", title, i_can))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "That's my picture!" in seen(app))
        assert who[:20] in seen(app)
        assert_clean_output(seen(app))
        await pilot.press("d")
        assert kept.saved == [Sketch(DOT, clean_line(caption[:200]))]


async def test_hostile_words_that_are_typed_are_handed_over_clean() -> None:
    kept = Kept()
    app = studio(kept, Sketch(DOT))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("w")
        app.screen.query_one(Input).value = "  [/b]\x1b[2J \u202efish  "
        await pilot.press("ctrl+s")
        assert kept.saved == [Sketch(DOT, "[/b][2J fish")]
