"""Fingers on a tablet: whatever stands on a screen of children is pressed where it stands, and no key is."""

from collections.abc import Callable
from typing import Any

from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widget import Widget

from board.mastery.people import Student
from board.mastery.picture_word import picture_word
from board.widgets.box import Box
from board.widgets.covering import Covering
from board.widgets.path_tiles import BigTile, BigTiles
from board.widgets.studio_tiles import Tiles
from kiosk_driver import by_taps
from screen_driver import seen, until


async def tap(pilot: Pilot[Any], widget: Widget, box: Box | None = None) -> None:
    """Tap the middle of a widget, or of a part of it."""
    left, top, wide, high = box or Box(0, 0, *widget.size)
    inside = widget.content_region.offset - widget.region.offset
    await pilot.click(widget, offset=inside + Offset(left + wide // 2, top + high // 2))


async def tap_tile(pilot: Pilot[Any], which: int | str) -> None:
    """Tap a big tile: by its number from 0, by its words, or by its sign."""
    await until(pilot, lambda: tile_number(pilot, which) is not None)
    number = tile_number(pilot, which)
    assert number is not None
    tiles = pilot.app.screen.query_one(BigTiles)
    await tap(pilot, tiles, tiles._place(number))


def tile_number(pilot: Pilot[Any], which: int | str) -> int | None:
    """Give the number of a big tile, None while there is none like it."""
    for tiles in pilot.app.screen.query(BigTiles):
        for at, tile in enumerate(tiles.tiles):
            if _is_it(tile, at, which):
                return at
    return None


def _is_it(tile: BigTile, at: int, which: int | str) -> bool:
    return at == which if isinstance(which, int) else which in (tile.words, tile.sign)


async def tap_spot(pilot: Pilot[Any], number: int) -> None:
    """Tap a spot that is to be covered, or behind them the way back."""
    tiles = pilot.app.screen.query_one(Covering)
    await tap(pilot, tiles, tiles._places[number])


async def tap_words(pilot: Pilot[Any], words: str) -> None:
    """Tap where words stand on the screen."""
    await until(pilot, lambda: words in seen(pilot.app))
    lines = seen(pilot.app).splitlines()
    y = next(at for at, text in enumerate(lines) if words in text)
    await pilot.click(offset=(lines[y].index(words) + len(words) // 2, y))


async def tap_word(pilot: Pilot[Any], student: Student, many: int = 3) -> None:
    """Tap the pictures of a child's picture word, or the first of them."""
    for picture in picture_word(student.id, student.card)[:many]:
        await by_taps(pilot, picture)


async def comes_up(pilot: Pilot[Any], is_so: Callable[[], bool]) -> None:
    """Wait until something is so and can be pressed."""
    await until(pilot, is_so)
    await pilot.pause()


async def tap_tool(pilot: Pilot[Any], word: str) -> None:
    """Tap the tile of the studio that says a word."""
    for tiles in pilot.app.screen.query(Tiles):
        for number, tile in enumerate(tiles.tiles):
            if tile.command.words == word:
                await tap(pilot, tiles, tiles.place(number))
                return
    raise AssertionError(f"no tile says {word}")
