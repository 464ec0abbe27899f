from board.art.cells import Pixels
from board.mastery.pictures import Box
from board.screens.parts.help import HelpScreen
from board.screens.pictures.crop import CropScreen
from board.widgets.crop_frame import CropFrame
from lone_app import LoneApp
from screen_driver import seen, until

WHOSE = "Ava B. · Halves"
WHOLE: Box = (0.0, 0.0, 1.0, 1.0)
PICTURE: Pixels = (((200, 60, 40, 255),) * 40,) * 20


def crop(box: Box = WHOLE) -> LoneApp:
    return LoneApp(CropScreen(WHOSE, PICTURE, box))


async def test_the_part_in_the_frame_is_kept() -> None:
    app = crop()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("minus", "minus", "right", "down", "enter")
        await until(pilot, lambda: app.left == [(0.1, 0.2, 1.0, 1.0)])


async def test_it_starts_where_it_was_and_w_takes_all_again() -> None:
    app = crop((0.25, 0.25, 0.75, 0.75))
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.screen.query_one(CropFrame).frame.box == (0.25, 0.25, 0.75, 0.75)
        await pilot.press("w", "enter")
        await until(pilot, lambda: app.left == [WHOLE])


async def test_leaving_changes_nothing() -> None:
    app = crop((0.25, 0.25, 0.75, 0.75))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("w", "escape")
        await until(pilot, lambda: app.left == [None])


async def test_each_side_has_its_keys_and_a_frame_never_vanishes_nor_leaves_the_picture() -> None:
    app = LoneApp(CropScreen(WHOSE, (PICTURE[0][:16],) * 8, WHOLE))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["shift+left"] * 7, *["shift+down"] * 3, *["left"] * 4, *["up"] * 3, "enter")
        await until(pilot, lambda: app.left == [(0.0, 0.0, 0.25, 0.5)])


async def test_a_frame_is_drawn_with_the_mouse_beyond_the_edge_too() -> None:
    app = crop()
    async with app.run_test(size=(80, 24)) as pilot:
        frame = app.screen.query_one(CropFrame)
        await pilot.mouse_down(frame, offset=(12, 4))
        await pilot.hover(frame, offset=(20, 6))
        await pilot.hover(offset=(79, 12))
        await pilot.mouse_up(offset=(79, 12))
        assert frame.frame.left == 10
        assert frame.frame.right == 40
        assert (frame.frame.top, frame.frame.bottom) == (6, 7 + 2 * (12 - 4 - frame.content_region.y))


async def test_a_tap_moves_the_frame_there() -> None:
    app = crop((0.0, 0.0, 0.5, 0.5))
    async with app.run_test(size=(80, 24)) as pilot:
        frame = app.screen.query_one(CropFrame)
        await pilot.click(frame, offset=(32, 9))
        assert frame.frame.box == (0.5, 0.5, 1.0, 1.0)


async def test_it_fits_a_phone_and_every_key_that_is_needed_is_there() -> None:
    app = LoneApp(CropScreen(WHOSE, (((200, 60, 40, 255),) * 28,) * 28, WHOLE))
    async with app.run_test(size=(40, 20)) as pilot:
        await until(pilot, lambda: f"Choose the part · {WHOSE}" in seen(app))
        assert not [
            key
            for key in ("enter Keep", "esc Back", "w All", "+ More", "- Less", "← Left", "? Help")
            if key not in seen(app)
        ]
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
