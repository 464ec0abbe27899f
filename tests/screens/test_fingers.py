"""Where fingers touch: whatever can be tapped is large enough, nothing lies over anything, and no key is needed."""

from typing import Any

import pytest
from textual.pilot import Pilot

from board.screens.parts.help import HelpScreen
from board.store.class_book import ClassBook
from board.widgets.key_bar import KeyBar
from board.widgets.menu_rows import MenuRows
from finger_reach import has_menu, in_sight, menu_of, out_of_reach
from finger_targets import cut_off, over_each_other, too_small
from made_screens import MADE
from screen_driver import seen, until
from under_fingers import SIZES, under_fingers


async def _settled(pilot: Pilot[None], screen: Any) -> None:
    """Wait until all is laid out and painted at the size there is."""
    await until(pilot, lambda: screen.size == pilot.app.size)
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("name", sorted(MADE))
async def test_whatever_can_be_tapped_is_as_large_as_a_finger(book: ClassBook, name: str) -> None:
    async with under_fingers(book, name) as (app, pilot, screen):
        for size in SIZES.values():
            await pilot.resize_terminal(*size)
            await _settled(pilot, screen)
            assert not too_small(screen), seen(app)
            assert not over_each_other(screen), seen(app)
            assert not cut_off(screen), seen(app)


@pytest.mark.parametrize("name", sorted(MADE))
async def test_whatever_one_can_do_is_reached_by_a_finger(book: ClassBook, name: str) -> None:
    async with under_fingers(book, name) as (_, pilot, screen):
        for size in SIZES.values():
            await pilot.resize_terminal(*size)
            await _settled(pilot, screen)
            menu = None
            if has_menu(screen):
                menu = await _opened_menu(pilot, screen)
            assert not out_of_reach(screen, menu)


async def _opened_menu(pilot: Pilot[None], screen: Any) -> Any:
    """Open the menu of a screen, look what stands there, and go back."""
    await screen.run_action("help")
    await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen) and pilot.app.screen.is_mounted)
    page = pilot.app.screen
    assert isinstance(page, HelpScreen)
    rows = page.query_one(MenuRows)
    await until(pilot, lambda: bool(rows._rows))
    groups = menu_of(page)
    told = {row.key for row in rows._rows} | {key for row in rows._rows for key, _ in row.keys}
    assert {one.keys.split(",")[0].strip() for group in groups for one in group.commands} <= told
    assert not too_small(page)
    await page.run_action("dismiss")
    await until(pilot, lambda: pilot.app.screen is screen)
    return groups


async def test_a_row_of_the_menu_does_what_its_key_does(book: ClassBook) -> None:
    async with under_fingers(book, "CenterScreen") as (app, pilot, screen):
        await _tap(pilot, screen, "help")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen) and bool(app.screen.query_one(MenuRows)._rows))
        rows = app.screen.query_one(MenuRows)
        away = next(row for row in rows._rows if row.key == "a")
        page = rows.parent
        assert page is not None
        page.scroll_to(y=away.box.top, animate=False, immediate=True)  # type: ignore[attr-defined]
        await pilot.pause()
        await pilot.pause(0.5)  # what has just come up is looked at before it is tapped
        await pilot.click(rows, offset=(away.box.left + 3, away.box.top + 1))
        await until(pilot, lambda: app.screen is screen and "1 away" in seen(app))


async def _tap(pilot: Pilot[None], screen: Any, action: str) -> None:
    bar = next(
        one for one in in_sight(screen, KeyBar) if any(button.command.action == action for button in one._buttons)
    )
    box = next(button.box for button in bar._buttons if button.command.action == action)
    await pilot.pause(0.5)  # what has just come up is looked at before it is tapped
    await pilot.click(bar, offset=(box.left + 1, box.top + 1))


async def test_what_is_too_small_or_cut_off_is_found(book: ClassBook) -> None:
    async with under_fingers(book, "CenterScreen") as (_, pilot, screen):
        await _settled(pilot, screen)
        assert not too_small(screen)
        bar = screen.query_one(KeyBar)
        bar._buttons = tuple(button._replace(box=button.box._replace(high=2)) for button in bar._buttons)
        assert len(too_small(screen)) == len(bar._buttons)
        bar.styles.height = 60
        await until(pilot, lambda: bar.region.height == 60)
        assert cut_off(screen)


async def test_what_lies_over_another_is_found(book: ClassBook) -> None:
    async with under_fingers(book, "CenterScreen") as (_, pilot, screen):
        await _settled(pilot, screen)
        assert not over_each_other(screen)
        screen.query_one(KeyBar).styles.offset = (0, -42)
        await pilot.pause()
        await until(pilot, lambda: bool(over_each_other(screen)))


async def test_what_only_a_keyboard_reaches_is_found(book: ClassBook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(KeyBar, "_has_menu", property(lambda _: False))
    async with under_fingers(book, "CenterScreen") as (_, pilot, screen):
        await _settled(pilot, screen)
        assert not has_menu(screen)
        assert any("ready" in one for one in out_of_reach(screen, None))
