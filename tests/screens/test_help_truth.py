"""What the help page says is true where it says it."""

import pytest
from textual.widgets import Static

from board.app import BoardApp
from board.store.class_book import ClassBook
from board.widgets.command import sign_of
from help_pages import help_on, is_up, shown_keys
from kiosk import Above
from made_screens import MADE
from screen_driver import until

_ANY_KEY_LEAVES = ("LargePage", "LargePicture", "WatchingScreen")


@pytest.mark.parametrize("name", _ANY_KEY_LEAVES)
@pytest.mark.parametrize("key", ["ctrl+t", "ctrl+g", "ctrl+l", "ctrl+c", "question_mark"])
async def test_a_key_that_help_names_works_also_where_any_other_leaves(book: ClassBook, name: str, key: str) -> None:
    screen = MADE[name](book)
    app = Above(book, screen)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await help_on(app, pilot, screen)
        assert sign_of(key) in shown_keys(page)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        look = app.theme
        await pilot.press(key)
        await pilot.pause()
        assert screen in app.screen_stack
        assert (app.theme != look) is (key == "ctrl+t")


async def test_the_colours_change_in_a_dialog_too(book: ClassBook) -> None:
    screen = MADE["StudentForm"](book)
    app = Above(book, screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await is_up(app, pilot, screen)
        look = app.theme
        await pilot.press("ctrl+t")
        await until(pilot, lambda: app.theme != look)
        assert app.screen is screen


@pytest.mark.parametrize("name", _ANY_KEY_LEAVES)
@pytest.mark.parametrize("key", ["ctrl+p", "tab", "x", "f5"])
async def test_a_key_that_help_does_not_name_goes_back_there(book: ClassBook, name: str, key: str) -> None:
    screen = MADE[name](book)
    app = Above(book, screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.screen is screen and screen.is_mounted)
        await pilot.press(key)
        await until(pilot, lambda: screen not in app.screen_stack)


async def test_ctrl_z_is_told_only_where_a_shell_is_and_never_to_a_child(
    book: ClassBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {}
    for name, key, has_shell in (
        ("StudentScreen", "", False),
        ("StudentScreen", "", True),
        ("StudentScreen", "w", True),
        ("WatchingScreen", "", True),
    ):
        monkeypatch.setattr(BoardApp, "can_be_stopped", has_shell)
        screen = MADE[name](book)
        app = Above(book, screen)
        async with app.run_test(size=(100, 40)) as pilot:
            await is_up(app, pilot, screen)
            await pilot.press(*filter(None, [key]))
            told[name, key, has_shell] = sign_of("ctrl+z") in shown_keys(await help_on(app, pilot, screen))
    assert told == {
        ("StudentScreen", "", False): False,
        ("StudentScreen", "", True): True,
        ("StudentScreen", "w", True): False,
        ("WatchingScreen", "", True): False,
    }


async def test_the_keys_of_the_board_come_before_its_signs(book: ClassBook) -> None:
    screen = MADE["BoardScreen"](book)
    app = Above(book, screen)
    async with app.run_test(size=(100, 40)) as pilot:
        page = str((await help_on(app, pilot, screen)).query_one(Static).content)
        assert 0 < page.index("Got it") < page.index("Signs of the overview")
        assert "Esc goes back; so do q, Enter, ? and a tap." in page
