"""Pictures of what children meet on a phone and on a tablet, to be looked at: `python -m scripts.looks.tablets FOLDER [NAME ...]`.

A name is that of a picture, or a size such as 52x52; left out, all are made. Every picture is made in every look.
"""

import asyncio
import os
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image
from textual.app import App
from textual.pilot import Pilot

from board.cli.context import seat_here
from board.deeds.pin import Pins
from board.deeds.sitting import Sitting, usual_adult
from board.demo.demo_class import make_demo
from board.kiosk_app import KioskApp
from board.look_app import LookApp
from board.mastery.people import Student
from board.mastery.picture_word import PICTURES, picture_word
from board.screens.kiosk.sign_page import StillHere
from board.screens.wall.look import LookScreen
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.terminal.themes import THEMES
from board.widgets.browser import TOUCH_CLASS
from board.widgets.keypad import Keypad
from board.widgets.sign_board import SignBoard
from board.widgets.touch_bar import TouchBar
from kiosk_driver import by_taps
from scripts.looks.kiosk import WHO, settled
from scripts.looks.terminal_picture import terminal_picture
from taps import tap, tap_spot, tap_tile, tap_tool, tap_word

SIZES = ((52, 52), (80, 50), (107, 37))
"""Cells of a phone, of a tablet held upright, and of one that lies."""

_PROJECTORS = (*SIZES, (80, 24), (160, 48), (240, 64))
"""Cells of pages that are shown by a projector."""

_DAY = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)


class Look(NamedTuple):
    """A picture: its name, what is tapped before, and the app and sizes it is made of."""

    name: str
    taps: Sequence[int | str] = ()
    kind: type[KioskApp] | type[LookApp] = KioskApp
    sizes: Sequence[tuple[int, int]] = SIZES


_IN = ("touch", "sign", "word", "unit")
_STICKER = (*_IN, "stickers", 0)
_LOOKS = (
    Look("quilt"),
    Look("own-sign", ("touch",)),
    Look("picture-word", ("touch", "sign", "first")),
    Look("look-at-your-card", ("touch", "sign", "wrong")),
    Look("rest", ("touch", "sign", *("wrong",) * 3)),
    Look("units", ("touch", "sign", "word")),
    Look("road", _IN),
    Look("step", (*_IN, 0)),
    Look("ways", (*_IN, 0, "ready")),
    Look("asked", (*_IN, 0, "ready", 2)),
    Look("helped", (*_IN, 0, "helper")),
    Look("cover", (*_IN, "cover")),
    Look("covered", (*_IN, "cover", "spot")),
    Look("stickers", (*_IN, "stickers")),
    Look("sticker", _STICKER),
    Look("draw", (*_STICKER, "draw")),
    Look("starters", (*_STICKER, "draw", "a picture to start from")),
    Look("bring", (*_STICKER, "bring")),
    Look("caption", (*_STICKER, "words")),
    Look("still-here", (*_IN, "still here")),
    Look("bye", (*_IN, "bye")),
    Look("adult-menu", ("adult",)),
    Look("pin", ("lock", "adult")),
    Look("pin-typed", ("lock", "adult", "digit", "digit")),
    Look("wall-quilt", (), LookApp, _PROJECTORS),
    Look("wall-proud", ("go on", "go on"), LookApp, _PROJECTORS),
    Look("wall-last", ("aliases", "go on", "go on", "go on"), LookApp, _PROJECTORS),
    Look("wall-empty", ("nobody",), LookApp, _PROJECTORS),
)


async def _do(pilot: Pilot[Any], student: Student, what: int | str) -> None:
    """Do what a picture needs: what a name stands for, or tap a tile by its number, its words or its sign."""
    if isinstance(what, str) and what in _DONE:
        await _DONE[what](pilot, student)
    else:
        await tap_tile(pilot, what)


async def _touch(pilot: Pilot[Any], _: Student) -> None:
    await tap(pilot, pilot.app.screen)


async def _adult(pilot: Pilot[Any], _: Student) -> None:
    bar = pilot.app.screen.query_one(TouchBar)
    await tap(pilot, bar, bar.key_box)


async def _sign(pilot: Pilot[Any], student: Student) -> None:
    await by_taps(pilot, student.id)


async def _word(pilot: Pilot[Any], student: Student) -> None:
    await tap_word(pilot, student)


async def _first(pilot: Pilot[Any], student: Student) -> None:
    await tap_word(pilot, student, 1)


async def _wrong(pilot: Pilot[Any], student: Student) -> None:
    right = picture_word(student.id, student.card)
    for picture in [name for name in PICTURES if name not in right][:3]:
        await by_taps(pilot, picture)


async def _unit(pilot: Pilot[Any], _: Student) -> None:
    units = pilot.app.screen.query_one(SignBoard)._grid  # noqa: SLF001 - what stands there
    await by_taps(pilot, next(tile.key for tile in units.pages[0] if tile is not None))


async def _spot(pilot: Pilot[Any], _: Student) -> None:
    await tap_spot(pilot, 0)


async def _still_here(pilot: Pilot[Any], _: Student) -> None:
    pilot.app.push_screen(StillHere())


async def _lock(pilot: Pilot[Any], _: Student) -> None:
    book = pilot.app._book  # type: ignore[attr-defined]  # noqa: SLF001 - the copy this kiosk has
    Pins(book).set(Sitting(book, usual_adult(book)), "4711")


async def _digit(pilot: Pilot[Any], _: Student) -> None:
    pad = pilot.app.screen.query_one(Keypad)
    await tap(pilot, pad, pad._place(1, 0))  # noqa: SLF001 - as a finger finds it


async def _starter(pilot: Pilot[Any], _: Student) -> None:
    await tap_tool(pilot, "Start")


async def _go_on(pilot: Pilot[Any], _: Student) -> None:
    screen = pilot.app.screen
    assert isinstance(screen, LookScreen)
    screen.go_on()


async def _aliases(pilot: Pilot[Any], _: Student) -> None:
    book = pilot.app._book  # type: ignore[attr-defined]  # noqa: SLF001 - the copy this app has
    names = ("Comet", "Robin", "Willow", "Pebble", "Maple", "Otter")
    book.edit(STUDENTS, lambda now: tuple(replace(one, alias=names[at % len(names)]) for at, one in enumerate(now)))


async def _nobody(pilot: Pilot[Any], _: Student) -> None:
    pilot.app._book.edit(STUDENTS, lambda _: ())  # type: ignore[attr-defined]  # noqa: SLF001 - same
    pilot.app.screen.refresh(recompose=True)


_DONE: dict[str, Callable[[Pilot[Any], Student], Awaitable[None]]] = {
    "touch": _touch,
    "adult": _adult,
    "sign": _sign,
    "word": _word,
    "first": _first,
    "wrong": _wrong,
    "unit": _unit,
    "spot": _spot,
    "still here": _still_here,
    "lock": _lock,
    "digit": _digit,
    "a picture to start from": _starter,
    "go on": _go_on,
    "aliases": _aliases,
    "nobody": _nobody,
}
"""What stands behind a name that is no tile."""


async def _pictures(book: ClassBook, look: Look, size: tuple[int, int]) -> dict[str, Image.Image]:
    """Give the pictures of one screen, by the name of the theme."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / book.folder.name
        shutil.copytree(book.folder, place)
        app = look.kind(seat_here(), ClassBook(place, "looks"), lambda: 0.0)
        app.add_class(TOUCH_CLASS)
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            for what in look.taps:
                await _do(pilot, book.everyone[WHO], what)
                await settled(pilot)
            await pilot.pause(0.5)
            found = {}
            for theme in THEMES:
                app.theme = theme.name
                await settled(pilot)
                found[theme.name] = _picture(app)
    return found


def _picture(app: App[None]) -> Image.Image:
    strips = app.screen._compositor.render_strips(app.size)  # noqa: SLF001 - what the terminal would get
    ground = next(theme.background for theme in THEMES if theme.name == app.theme) or "#000000"
    return terminal_picture(strips, ground)


def _wanted(names: set[str]) -> Iterator[tuple[Look, tuple[int, int]]]:
    sizes = {f"{wide}x{high}" for wide, high in _PROJECTORS} & names
    looks = names - sizes
    for look in _LOOKS:
        for size in look.sizes:
            if (not sizes or f"{size[0]}x{size[1]}" in sizes) and (not looks or look.name in looks):
                yield look, size


def main() -> None:
    """Make the pictures."""
    out, names = Path(sys.argv[1]), set(sys.argv[2:])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"BOARD_HOME": folder, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        book = make_demo(Path(folder) / "Room 12.class", "looks", _DAY)
        for look, size in _wanted(names):
            for theme, picture in asyncio.run(_pictures(book, look, size)).items():
                file = out / f"{look.name}-{size[0]}x{size[1]}-{theme.removeprefix('board-')}.png"
                picture.save(file)


if __name__ == "__main__":
    main()
