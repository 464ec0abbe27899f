"""Pictures of what a teacher meets on a phone and on a tablet, to be looked at: `python -m scripts.looks.fingers FOLDER [NAME ...]`.

A name is that of a picture, or a size such as 52x52; left out, all are made. Every picture is made in every look.
"""

import asyncio
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from textual.theme import Theme

from board.app import BoardApp
from board.cli.context import seat_here
from board.demo.demo_class import make_demo
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.terminal.themes import THEMES
from board.widgets.browser import TOUCH_CLASS
from scripts.looks.kiosk import settled
from scripts.looks.terminal_picture import terminal_picture

SIZES = ((52, 52), (80, 50), (107, 37))
"""Cells of a phone, of a tablet held upright, and of one that lies."""

_DAY = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)


class Look(NamedTuple):
    """A picture: its name, keys pressed before, and whether a class is open."""

    name: str
    keys: Sequence[str] = ()
    is_open: bool = True


_TAKE_AWAY = ("right",) * 12
_LIAM = ("down", "down", "down", "down", "right")
_NAMES = ("down", "enter", *"Room", "space", "7", "enter", *"Mr.", "space", *"Lee", "enter")
_LOOKS = (
    Look("board"),
    Look("board-chosen", (*_LIAM, "x", "down", "down", "x")),
    Look("board-level", ("right",) * 7),
    Look("board-overview", ("Z",)),
    Look("board-large", ("z", "z")),
    Look("menu", ("question_mark",)),
    Look("palette", ("ctrl+p",)),
    Look("palette-found", ("ctrl+p", *"Halv")),
    Look("find", ("slash", *"Li")),
    Look("note", ("n",)),
    Look("keep-working", ("k",)),
    Look("center", (*_TAKE_AWAY, "c", "3", "5", "5", "7", "8", "down", "a")),
    Look("center-ticks", (*_TAKE_AWAY, "c", "3", "5", "7", "tab", "1", "2")),
    Look("waiting", ("y", "right")),
    Look("waiting-picture", ("y", "down")),
    Look("showing", ("y", "enter", "1", "2")),
    Look("showing-said", ("j", "1", "w", "plus", "plus", "minus", "t")),
    Look("more-steps", ("j", "m")),
    Look("student", (*_LIAM, "enter")),
    Look("student-together", (*_LIAM, "enter", "w")),
    Look("own-page", (*_LIAM, "enter", "m")),
    Look("plan", ("P",)),
    Look("own-version", ("P", "v")),
    Look("extra-step", ("P", "a")),
    Look("came-later", ("P", "w")),
    Look("pictures", ("right", "b")),
    Look("students", ("s", "down", "down")),
    Look("student-form", ("s", "enter")),
    Look("join", ("s", "m")),
    Look("add-students", ("s", "a")),
    Look("steps", ("g", "down", "down")),
    Look("step-form", ("g", "down", "enter")),
    Look("title-form", ("g", "t")),
    Look("new-unit", ("g", "n")),
    Look("examples", ("E", "x")),
    Look("practise", ("E",)),
    Look("marker", ("i",)),
    Look("kiosk-settings", ("S",)),
    Look("new-pin", ("S", "p")),
    Look("watching", ("w",)),
    Look("print", ("p",)),
    Look("start", (), is_open=False),
    Look("start-class", ("down", "enter"), is_open=False),
    Look("start-names", _NAMES, is_open=False),
    Look("open-class", ("down", "down", "enter"), is_open=False),
)


async def _picture(book: ClassBook, look: Look, size: tuple[int, int], theme: Theme) -> Image.Image:
    """Give the picture of one screen; what is done for it is done in a copy of the class."""
    seat = seat_here()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / book.folder.name
        shutil.copytree(book.folder, place)
        opened = ClassBook(place, "looks") if look.is_open else None
        if opened is not None:
            seat.settings.remember(opened.key, Place(), theme.name)
        app = BoardApp(seat, opened)
        app.theme = theme.name
        app.add_class(TOUCH_CLASS)
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            for key in look.keys:
                await pilot.press(key)
                await pilot.pause()
            await settled(pilot)
            strips = app.screen._compositor.render_strips(app.size)  # noqa: SLF001 - what the terminal would get
        if opened is not None:
            opened.close()
    return terminal_picture(strips, theme.background or "#000000")


def _wanted(names: set[str]) -> Iterator[tuple[Look, tuple[int, int]]]:
    sizes = {f"{wide}x{high}" for wide, high in SIZES} & names
    looks = names - sizes
    for look in _LOOKS:
        for size in SIZES:
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
            for theme in THEMES:
                picture = asyncio.run(_picture(book, look, size, theme))
                picture.save(out / f"{look.name}-{size[0]}x{size[1]}-{theme.name.removeprefix('board-')}.png")


if __name__ == "__main__":
    main()
