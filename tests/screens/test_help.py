"""`?`, or F1 where letters are typed, shows the keys of the screen it is pressed on, and no other's."""

import importlib
import pkgutil
from collections.abc import Callable
from typing import Any

import pytest
from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Static

import board
from alone_or_above import Above
from board.screens.board.board import BoardScreen
from board.screens.board.student import StudentScreen
from board.screens.lock.sealed import Sealed
from board.screens.parts.help import HelpScreen
from board.store.class_book import ClassBook
from board.widgets.command import Command, HasKeys, KeyGroup, commands_of
from every_screen import screens
from help_pages import help_on, missing_and_foreign
from made_screens import MADE
from screen_driver import board_on, seen, until

SEALED = {name for name, thing in screens().items() if issubclass(thing, Sealed)}
"""Screens anybody may stand before: no page of help opens there."""


def test_every_screen_is_tried() -> None:
    assert set(MADE) == set(screens())


@pytest.mark.parametrize("name", sorted(set(MADE) - {"HelpScreen"} - SEALED))
async def test_help_shows_the_keys_of_its_screen_and_no_others(book: ClassBook, name: str) -> None:
    screen = MADE[name](book)
    app = Above(book, screen)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await help_on(app, pilot, screen)
        assert missing_and_foreign(screen, page) == (set(), set())
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)


@pytest.mark.parametrize("name", sorted(SEALED))
@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_where_anybody_may_stand_no_page_of_help_opens(book: ClassBook, name: str, key: str) -> None:
    screen = MADE[name](book)
    app = Above(book, screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.screen is screen and screen.is_mounted)
        await pilot.press(key)
        await pilot.pause()
        assert not any(isinstance(one, HelpScreen) for one in app.screen_stack)


def _left_out(groups: tuple[KeyGroup, ...]) -> tuple[KeyGroup, ...]:
    return (groups[0]._replace(commands=groups[0].commands[2:]), *groups[1:])


def _one_more(groups: tuple[KeyGroup, ...]) -> tuple[KeyGroup, ...]:
    return (*groups, KeyGroup("Elsewhere", (Command("zoom(1)", "f7", "Zoom", "Of another screen."),)))


@pytest.mark.parametrize(("spoil", "is_missed"), [(_left_out, True), (_one_more, False)])
async def test_a_key_left_out_and_a_key_of_another_screen_are_found(
    book: ClassBook, monkeypatch: pytest.MonkeyPatch, spoil: Callable[..., Any], is_missed: bool
) -> None:
    screen = MADE["StudentsScreen"](book)
    assert isinstance(screen, HasKeys)
    monkeypatch.setattr(type(screen), "KEYS", spoil(type(screen).KEYS))
    app = Above(book, screen)
    async with app.run_test(size=(80, 24)) as pilot:
        missing, foreign = missing_and_foreign(screen, await help_on(app, pilot, screen))
        assert bool(missing) is is_missed
        assert bool(foreign) is not is_missed


@pytest.mark.parametrize("size", [(80, 24), (44, 20)])
async def test_help_stays_inside_a_small_window(book: ClassBook, size: tuple[int, int]) -> None:
    app = board_on(book)
    async with app.run_test(size=size) as pilot:
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen) and "Esc goes back" in seen(app))
        page = app.screen.query_one(Static)
        room = page.parent.scrollable_content_region.width  # type: ignore[union-attr]
        assert all(len(line) <= room for line in page.content.plain.splitlines())  # type: ignore[union-attr]
        assert "Got it" in page.content.plain  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["BoardScreen", "PrintScreen", "WaitingScreen"])
async def test_a_gap_stands_before_every_sentence(book: ClassBook, name: str) -> None:
    screen = MADE[name](book)
    app = Above(book, screen)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await help_on(app, pilot, screen)
        lines = str(page.query_one(Static).content).splitlines()
        keys = [command for group in page._here.groups for command in group.commands]
        assert keys
        for command in keys:
            begins = f"{command.words} {command.help[:12].rstrip()}"
            beside = [line for line in lines if begins in " ".join(line.split())]
            assert beside, f"{command.words} stands beside its sentence, apart from it"
            assert f"{command.words}  " in beside[0]


async def test_the_signs_of_the_overview_are_told_only_where_a_grid_stands(book: ClassBook) -> None:
    told = {}
    for name in ("BoardScreen", "StudentsScreen", "StudentScreen"):
        screen = MADE[name](book)
        app = Above(book, screen)
        async with app.run_test(size=(100, 40)) as pilot:
            page = await help_on(app, pilot, screen)
            told[name] = "Signs of the overview" in str(page.query_one(Static).content)
    assert told == {"BoardScreen": True, "StudentsScreen": False, "StudentScreen": False}


async def test_a_child_who_looks_along_is_told_no_key_that_is_for_adults(book: ClassBook) -> None:
    screen = MADE["StudentScreen"](book)
    app = Above(book, screen)
    async with app.run_test(size=(100, 40)) as pilot:
        await until(pilot, lambda: app.screen is screen and screen.is_mounted)
        await pilot.press("w")
        page = await help_on(app, pilot, screen)
        assert missing_and_foreign(screen, page) == ({"PgDn", "PgUp", "Esc", "q"}, set()), (
            "the class only without this child"
        )
        told = str(page.query_one(Static).content)
        assert "doubt" not in told
        assert "notes" not in told
        assert "Trying" not in told
        assert "show all again" in told


def bindings_without_words() -> list[str]:
    """Give every binding of a screen or widget of the house that no command with words and a sentence says."""
    found = []
    for kind in _every_kind():
        said = {
            key for command in _said_by(kind) if command.words and command.help.endswith(".")
            for key in command.keys.split(",")
        }  # fmt: skip
        keys = BindingsMap(vars(kind).get("BINDINGS", ())).key_to_bindings
        found += [f"{kind.__name__}: {key}" for key in keys if key not in said]
    return found


def _every_kind() -> list[type]:
    for one in pkgutil.walk_packages(board.__path__, "board."):
        if not one.name.endswith("__main__"):
            importlib.import_module(one.name)  # else it would hang on what was tried before
    every: list[type] = []
    todo: list[type] = [DOMNode]
    while todo:
        kind = todo.pop()
        todo += kind.__subclasses__()
        if kind.__module__.startswith("board.") and kind not in every:
            every.append(kind)
    return every


def _said_by(kind: type) -> tuple[Command, ...]:
    from board.screens.parts.keys_here import HELP  # noqa: PLC0415 - said by every screen

    return (*commands_of(getattr(kind, "KEYS", ())), HELP)


def test_every_binding_comes_from_a_command_with_words_and_a_sentence() -> None:
    untold = ["KioskApp: ctrl+l", "KioskApp: ctrl+q", "TerminalApp: ctrl+z"]
    assert sorted(bindings_without_words()) == untold, (
        "an adult's corner is no child's key; the app says what ctrl+z did"
    )


def test_a_binding_without_words_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BoardScreen, "BINDINGS", [*BoardScreen.BINDINGS, Binding("f9", "quit")])
    monkeypatch.setattr(StudentScreen, "KEYS", (KeyGroup("", (Command("leave", "escape", "", ""),)),))
    found = bindings_without_words()
    assert "BoardScreen: f9" in found
    assert "StudentScreen: escape" in found


async def test_each_key_of_a_screen_does_one_thing_that_is_there(book: ClassBook) -> None:
    async with board_on(book).run_test():  # some screens are made only where an app is up
        for made in MADE.values():
            _does_what_it_says(made(book))


def _does_what_it_says(screen: Screen[Any]) -> None:
    groups = screen.KEYS if isinstance(screen, HasKeys) else ()
    keys = [key for command in commands_of(groups) for key in command.keys.split(",")]
    assert len(keys) == len(set(keys))
    for command in commands_of(groups):
        owner, _, action = command.action.partition("(")[0].rpartition(".")
        if not owner:
            assert callable(getattr(screen, f"action_{action}", None) or getattr(screen, f"_action_{action}")), command
