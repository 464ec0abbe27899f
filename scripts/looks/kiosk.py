"""Pictures of everything a child sees at the kiosk."""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image
from textual.pilot import Pilot

from board.cli.context import seat_here
from board.kiosk_app import KioskApp
from board.mastery.kiosk import sign_places
from board.mastery.people import Student
from board.mastery.picture_word import PICTURES, picture_word
from board.screens.kiosk.sign_page import StillHere
from board.screens.kiosk.word import ACROSS
from board.store.class_book import ClassBook
from board.terminal.themes import THEMES
from scripts.looks.terminal_picture import terminal_picture

WHO = 3
"""Number of the child in the demo class whose day it is."""

_SIZE = (100, 30)


class KioskLook(NamedTuple):
    """One picture of the kiosk: its file, the look, what is pressed before, and what comes up by itself then."""

    name: str
    theme: str
    keys: Sequence[str] = ()
    then: Callable[[KioskApp], object] | None = None


_IN = ("enter", "sign", "word", "1")
"""To the child's own road."""

KIOSK_LOOKS = (
    KioskLook("quilt", "board-dark"),
    KioskLook("own-sign", "board-light", ("enter",)),
    KioskLook("picture-word", "board-light", ("enter", "sign", "first")),
    KioskLook("look-at-your-card", "board-light", ("enter", "sign", "wrong")),
    KioskLook("units", "board-dark", ("enter", "sign", "word")),
    KioskLook("road", "board-light", _IN),
    KioskLook("step", "board-light", (*_IN, "1")),
    KioskLook("ways", "board-light", (*_IN, "1", "2")),
    KioskLook("asked", "board-dark", (*_IN, "1", "2", "3")),
    KioskLook("cover", "board-light", (*_IN, "3")),
    KioskLook("covered", "board-light", (*_IN, "3", "1", "2")),
    KioskLook("stickers", "board-dark", (*_IN, "4")),
    KioskLook("sticker", "board-light", (*_IN, "4", "1")),
    KioskLook("draw", "board-light", (*_IN, "4", "1", "1")),
    KioskLook("draw-tiles", "board-light", (*_IN, "4", "1", "1", "0")),
    KioskLook("still-here", "board-dark", _IN, lambda app: app.push_screen(StillHere())),
    KioskLook("bye", "board-dark", (*_IN, "5")),
)


def keys_of(book: ClassBook, key: str) -> tuple[str, ...]:
    """Give the keys that stand behind a name such as sign or word; any other key is itself.

    Args:
        book: The class.
        key: A key, or one of sign, word, first, wrong.
    """
    student = book.everyone[WHO]
    if key == "sign":
        return _at(_place(book, student), sign_places(book.everyone).across)
    pictures = [PICTURES.index(name) for name in picture_word(student.id, student.card)]
    wrong = [at for at in range(len(PICTURES)) if at not in pictures][:3]
    named = {"word": pictures, "first": pictures[:1], "wrong": wrong}
    return tuple(digit for at in named[key] for digit in _at(at, ACROSS)) if key in named else (key,)


def _place(book: ClassBook, student: Student) -> int:
    return sign_places(book.everyone).pages[0].index(student)


def _at(place: int, across: int) -> tuple[str, str]:
    row, column = divmod(place, across)
    return str(row + 1), str(column + 1)


async def kiosk_screen(book: ClassBook, look: KioskLook) -> Image.Image:
    """Draw one picture; what is done for it is done in a copy of the class.

    Args:
        book: The demo class.
        look: What is drawn.
    """
    seat = seat_here()
    seat.settings.remember_theme(look.theme)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / book.folder.name
        shutil.copytree(book.folder, place)
        app = KioskApp(seat, ClassBook(place, "looks"))
        async with app.run_test(size=_SIZE) as pilot:
            await settled(pilot)
            for key in [pressed for meant in look.keys for pressed in keys_of(book, meant)]:
                await pilot.press(key)
                await settled(pilot)
            if look.then is not None:
                look.then(app)
            await pilot.pause(1)
            strips = app.screen._compositor.render_strips(app.size)  # noqa: SLF001 - what the terminal would get
    ground = next(theme.background for theme in THEMES if theme.name == look.theme) or "#000000"
    return terminal_picture(strips, ground)


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until nothing moves any more."""
    await pilot.pause()
    await pilot.wait_for_scheduled_animations()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.2)


def wanted_looks(wanted: set[str]) -> Iterator[KioskLook]:
    """Give the pictures of the kiosk that are wanted: all where nothing is named, or where kiosk is."""
    return (look for look in KIOSK_LOOKS if not wanted or "kiosk" in wanted or f"kiosk/{look.name}" in wanted)
