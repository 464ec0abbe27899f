"""A child's own page, how it is opened, and what is pressed and read there."""

from dataclasses import replace
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from board.cli.context import seat_here
from board.deeds.visit import Visit
from board.mastery.kiosk import Known
from board.screens.path.my_path import MyPath
from board.store.class_book import ClassBook
from board.store.documents.tables import UNITS, put
from board.widgets.path_tiles import BigTiles
from lone_app import SHELF
from screen_driver import seen, until

WAYS = ("Build it with cubes", "Draw it", "Tell a friend")


def my_path(
    book: ClassBook, who: str = "ava", unit: str = "u", *, known: Known = Known.BY_WORD, at_kiosk: bool = False
) -> MyPath:
    return MyPath(seat_here(), Visit(book, who, known), SHELF, unit, at_kiosk=at_kiosk)


def with_ways(book: ClassBook) -> ClassBook:
    """The class, with ways to show its first step."""
    (unit,) = book.units
    one = unit.levels[0]
    halves = replace(one.steps[0], ways=WAYS)
    book.edit(UNITS, put(replace(unit, levels=(replace(one, steps=(halves, *one.steps[1:])), *unit.levels[1:]))))
    return book


async def says(pilot: Pilot[Any], *texts: str) -> None:
    for text in texts:
        await until(pilot, lambda text=text: text in seen(pilot.app))  # type: ignore[misc]


async def tap(pilot: Pilot[Any], text: str) -> None:
    """Tap where a text stands, the last time it does."""
    await says(pilot, text)
    lines = seen(pilot.app).splitlines()
    y = max(at for at, line in enumerate(lines) if text in line)
    await pilot.click(offset=(lines[y].rindex(text) + 1, y))


def offered(app: App[Any]) -> list[str]:
    return [tile.words for tile in app.screen.query_one(BigTiles).tiles]
