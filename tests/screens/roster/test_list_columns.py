"""The columns of a list: seen over its rows, doubted in words, changed by one key, with what comes of it at once."""

import pytest

from board.exchange.tables.meanings import Meaning
from board.screens.roster.list_columns import ColumnsScreen, likely_meanings
from board.widgets.list_columns import ListColumns
from lone_app import LoneApp
from made_lists import ROWS, read_as, wide_list
from screen_driver import seen, until

SMALL = (80, 24)


async def test_each_column_stands_under_its_header_with_what_it_means_and_why() -> None:
    app = LoneApp(ColumnsScreen(read_as, {}))
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "? the school's id" in seen(app))
        lines = seen(app).splitlines()
        headers = next(line for line in lines if "Sch. No" in line)
        meanings = next(line for line in lines if "? the school's id" in line)
        assert [headers.index(word) for word in ("Sch. No", "Zuname", "[b]Rufname")] == [
            meanings.index(word) for word in ("? the school's id", "family name", "first name")
        ]
        assert "Mia [/]" in seen(app)
        assert "Each number stands once; the header may mean an id." in seen(app)
        assert "Ava B., Liam L., Mia [/] N." in seen(app)


async def test_a_column_in_doubt_is_told_by_a_sign_and_in_words_and_the_cursor_begins_there() -> None:
    app = LoneApp(ColumnsScreen(read_as, {1: Meaning.FAMILY}))
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "space changes it" in seen(app))
        assert "the board is not sure of 1 (?)" in seen(app)
        await pilot.press("right")
        await until(pilot, lambda: "The header says family name." in seen(app))
        assert "space changes it" not in seen(app)
        await pilot.press("n")
        await until(pilot, lambda: "space changes it" in seen(app))


async def test_one_key_changes_what_a_column_means_and_the_children_follow_at_once() -> None:
    app = LoneApp(ColumnsScreen(read_as, {}))
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "Ava B." in seen(app))
        await pilot.press("space")
        await until(pilot, lambda: "seat or running" in seen(app) and "not sure" not in seen(app))
        await pilot.press("right", "right", "x")
        await until(pilot, lambda: "Nobody comes of it like this" in seen(app))
        await pilot.press("backspace")
        await until(pilot, lambda: "Ava B." in seen(app))
        await pilot.press("escape")
        await until(pilot, lambda: bool(app.left))
    assert app.left == [{0: Meaning.SEAT}]


async def test_enter_takes_what_is_in_doubt_as_it_stands_and_esc_leaves_it_asked() -> None:
    for key, given in (("enter", {0: Meaning.ID}), ("escape", {})):
        app = LoneApp(ColumnsScreen(read_as, {}))
        async with app.run_test(size=SMALL) as pilot:
            await until(pilot, lambda app=app: "Ava B." in seen(app))  # type: ignore[misc]
            await pilot.press(key)
            await until(pilot, lambda app=app: bool(app.left))  # type: ignore[misc]
        assert app.left == [given]


async def test_a_second_school_id_makes_the_first_another_id() -> None:
    app = LoneApp(ColumnsScreen(read_as, {}))
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "Ava B." in seen(app))
        await pilot.press("end", "up")
        for _ in Meaning:
            if "school's id" not in _meaning_at(app, 3):
                await pilot.press("space")
        assert "another id" in _meaning_at(app, 0)


def _meaning_at(app: LoneApp, at: int) -> str:
    columns = app.screen.query_one(ListColumns)
    return columns._columns[at].meaning


async def test_every_meaning_comes_round_once_before_the_first_comes_again() -> None:
    likely = likely_meanings(read_as({}).reading.columns[0], ROWS)
    assert sorted(likely) == sorted(Meaning)
    assert likely[:3] == (Meaning.ID, Meaning.SEAT, Meaning.GRADE), "numbers are first taken for numbers"
    assert likely_meanings(read_as({}).reading.columns[1], ROWS)[1:3] == (Meaning.NAME, Meaning.GIVEN)


@pytest.mark.parametrize("size", [(80, 24), (44, 20), (120, 40)])
async def test_twenty_columns_are_gone_through_one_by_one_in_any_window(size: tuple[int, int]) -> None:
    app = LoneApp(ColumnsScreen(lambda _: wide_list(20), {}))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "Columns 1 to" in seen(app) and "of 20" in seen(app))
        for at in range(1, 20):
            await pilot.press("right")
            await until(pilot, lambda at=at: f"▸ Quiz {at} " in seen(app))  # type: ignore[misc]
            assert "Ava B., Liam L." in seen(app)
        await pilot.press("right", "home")
        await until(pilot, lambda: "▸ Name" in seen(app))


async def test_a_tap_goes_to_a_column_and_a_tap_on_its_meaning_changes_it() -> None:
    app = LoneApp(ColumnsScreen(read_as, {}))
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "Ava B." in seen(app))
        lines = seen(app).splitlines()
        row = next(at for at, line in enumerate(lines) if "family name" in line)
        column = lines[row].index("family name")
        await pilot.click(offset=(column, row))
        await until(pilot, lambda: "▸ Zuname" in seen(app))
        assert "family name" in seen(app).splitlines()[row]
        await pilot.click(offset=(column, row))
        await until(pilot, lambda: "whole name" in seen(app).splitlines()[row])
