"""One line is asked for: what Enter does is said, and nothing looks chosen that is not."""

from textual.widgets import OptionList

from board.screens.parts.note import NoteScreen
from board.screens.parts.question import KEEP_WORKING
from lone_app import LoneApp
from screen_driver import seen, until

SIZE = (80, 24)
NO_TIP, THIS_TIP = "Enter marks keep working with no tip", "Enter marks keep working with this tip"


def asked() -> LoneApp:
    return LoneApp(NoteScreen("Ava: keep working", "One tip", KEEP_WORKING, recent=("fold it", "cut it")))


async def test_no_tip_looks_chosen_before_an_arrow_chooses_one() -> None:
    app = asked()
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: NO_TIP in seen(app))
        assert app.screen.query_one(OptionList).highlighted is None
        await pilot.press("down")
        await until(pilot, lambda: THIS_TIP in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: app.left == ["fold it"])


async def test_the_foot_says_what_enter_keeps_while_one_writes() -> None:
    app = asked()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("x")
        await until(pilot, lambda: THIS_TIP in seen(app))
        await pilot.press("backspace", "space")
        await until(pilot, lambda: NO_TIP in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: app.left == [""])


async def test_who_goes_back_to_the_line_lets_go_of_the_tip() -> None:
    app = asked()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down", "down", "shift+tab")
        await until(pilot, lambda: NO_TIP in seen(app))
        assert app.screen.query_one(OptionList).highlighted is None
        await pilot.press("down")
        await until(pilot, lambda: app.screen.query_one(OptionList).highlighted == 0)
