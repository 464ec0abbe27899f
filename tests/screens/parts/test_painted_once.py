"""A screen that opens is laid out as its window asks from the first, and painted once."""

from typing import Any

import pytest
from textual.screen import Screen

from board.store.class_book import ClassBook
from board.widgets import on_screen
from board.widgets.on_screen import SparingApp
from lone_app import LoneApp
from made_screens import MADE
from screen_driver import seen, until
from written import whole, written_by

OPENED = {"OwnSign": "Which sign", "PictureWord": "Your three", "StudioTiles": "Pencil", "PinScreen": "PIN"}
"""Screens with looks of their own for some windows, and words that stand on each."""

SIZES = ((52, 52), (80, 50), (107, 37), (80, 24), (160, 48))


_ONCE = 0.9
"""What is painted in runs of cells takes less than cell lines that each end by themselves."""


class _Page(LoneApp, SparingApp[None]):
    """A page that shows one screen, and is sent only what does not stand there already."""


async def _opened(screen: Screen[Any], words: str, size: tuple[int, int]) -> float:
    """How often the screen could be painted with what is written while it opens."""
    app = _Page(Screen())
    async with written_by(app, size) as (pilot, frames):
        await until(pilot, lambda: len(app.screen_stack) > 1 and app.screen.is_mounted)
        await pilot.pause()
        frames.clear()
        app.push_screen(screen)
        await until(pilot, lambda: words in seen(app))
        for _ in range(5):
            await pilot.pause()
        return sum(map(len, frames)) / len(whole(app))


@pytest.mark.parametrize("name", OPENED)
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_screen_is_painted_once_when_it_opens(book: ClassBook, name: str, size: tuple[int, int]) -> None:
    assert await _opened(MADE[name](book), OPENED[name], size) < _ONCE


async def test_a_screen_that_takes_its_looks_too_late_is_found(
    book: ClassBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_screen, "looks_in", lambda *_: {})
    assert await _opened(MADE["PictureWord"](book), OPENED["PictureWord"], (80, 50)) > _ONCE
