"""What takes long comes when the screen it was meant for is covered, or gone: it waits, or it comes to nothing."""

import ast
import asyncio
from collections.abc import AsyncGenerator, Callable
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.app import App
from textual.command import CommandList, DiscoveryHit, Hit

import board
from board.screens.board.board import BoardScreen
from board.screens.board.palette import Palette
from board.screens.parts.help import HelpScreen
from board.screens.pictures.caption import CaptionScreen
from board.screens.pictures.crop import CropScreen
from board.screens.pictures.pictures import PicturesScreen
from board.store.class_book import ClassBook
from screen_driver import board_on, seen, until
from waiting_pictures import bring

MOMENTS = range(0, 60, 2)
"""How many turns of the loop a screen is leaving when what it waited for comes."""


class Gate:
    """Holds back what is done in a thread until it is opened."""

    def __init__(self) -> None:
        self.is_open = asyncio.Event()
        self._in_thread = asyncio.to_thread

    async def through(self, wanted: Callable[..., Any], *more: Any) -> Any:
        await self.is_open.wait()
        return await self._in_thread(wanted, *more)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    made = Gate()
    monkeypatch.setattr(asyncio, "to_thread", made.through)
    return made


@pytest.fixture
def pictured(book: ClassBook) -> ClassBook:
    bring(book, "ava", "u/halves", "red")
    return book


async def turns(count: int) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


def press(app: App[None], key: str) -> None:
    """Press a key without waiting for what comes of it."""
    app.post_message(events.Key(key, key if len(key) == 1 else None))


@pytest.mark.parametrize("asking", ["w", "c"])
async def test_a_screen_that_is_left_too_soon_takes_nothing_along(pictured: ClassBook, gate: Gate, asking: str) -> None:
    app = board_on(pictured)
    async with app.run_test(size=(120, 40)) as pilot:
        for moment in MOMENTS:
            gate.is_open.clear()
            await pilot.press("b", asking)
            await until(pilot, lambda: isinstance(app.screen, PicturesScreen))
            press(app, "escape")
            await turns(moment)
            gate.is_open.set()
            await until(pilot, lambda: isinstance(app.screen, BoardScreen) or not app.is_running)
            assert app.is_running, f"the board has ended, {moment} turns after the key"
        await pilot.press("right")


@pytest.mark.parametrize(("asking", "asks"), [("w", CaptionScreen), ("c", CropScreen)])
async def test_what_comes_while_the_help_is_read_waits_for_its_end(
    pictured: ClassBook, gate: Gate, asking: str, asks: type
) -> None:
    app = board_on(pictured)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("b", asking, "question_mark")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        gate.is_open.set()
        await pilot.pause(0.05)
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, asks))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, PicturesScreen))


async def test_a_palette_that_is_taken_down_while_it_searches_goes_alone(
    book: ClassBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, search = asyncio.Event(), Palette._search_for

    async def searched(palette: Palette, value: str) -> AsyncGenerator[DiscoveryHit | Hit, bool]:
        await found.wait()
        async for hit in search(palette, value):
            yield hit

    monkeypatch.setattr(Palette, "_search_for", searched)
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        for moment in MOMENTS:
            found.clear()
            press(app, "ctrl+p")
            await until(pilot, lambda: isinstance(app.screen, Palette) and bool(app.screen.query(CommandList)))
            app.screen.dismiss(None)
            await turns(moment)
            found.set()
            await until(pilot, lambda: isinstance(app.screen, BoardScreen) or not app.is_running)
            assert app.is_running, f"the board has ended, {moment} turns after the palette was left"


async def test_keys_that_come_while_the_board_is_taken_down_go_nowhere(book: ClassBook) -> None:
    for _ in range(5):
        app = board_on(book)
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda: "Ben C." in seen(app))  # noqa: B023 - waited for in the same turn
            for _ in range(20):
                press(app, "down")
        assert app.return_code is None


def test_a_worker_is_handed_what_to_do_and_waits_for_no_screen() -> None:
    for file in Path(board.__file__).parent.rglob("*.py"):
        calls = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)]
        for call in calls:
            name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
            assert name != "push_screen_wait", f"{file.name} waits for a screen: use Calm.begin"
            if name == "run_worker":
                work = call.args[0]
                begun = isinstance(work, ast.Call) and ast.unparse(work.func) != "partial"
                assert not begun, f"{file.name}: {ast.unparse(work)} is begun, but may never be run"
