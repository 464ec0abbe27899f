"""`make looks`: pictures of the board on the demo class and of its charts, into docs/looks.

`python -m scripts.looks print center` makes only these pictures of screens anew, `kiosk` all of the kiosk.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from textual.pilot import Pilot

from board.app import BoardApp
from board.cli.context import seat_here
from board.demo.demo_class import make_demo
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.terminal.themes import THEMES
from board.widgets.page_preview import PagePreview
from board.widgets.pixel_picture import PixelPicture
from scripts.looks.kiosk import kiosk_screen, wanted_looks
from scripts.looks.paper import paper_looks
from scripts.looks.terminal_picture import terminal_picture
from scripts.looks.terminals import terminal_sheet

OUT = Path("docs/looks")
_DAY = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)


class Look(NamedTuple):
    """One picture of a screen: its file, the terminal's size in cells, the look, the zoom, and keys pressed before.

    Without a zoom it is the start, where no class is open.
    """

    name: str
    size: tuple[int, int]
    theme: str
    zoom: int | None
    keys: Sequence[str] = ()


_TO_THE_NAMES = ("down", "enter", *"Room", "space", "7", "enter", *"Mr.", "space", *"Lee", "enter")
_NAMES = tuple(
    "space" if key == "_" else key
    for name in ("Ada_Lovett", "Ben_Ocampo", "Cleo_Dahl", "Ben_Orr", "Zuri_Bell", "Hana_Mori")
    for key in (*name, "enter")
)
_LIST = tuple(
    {"_": "space"}.get(key, key)
    for line in (
        "Nr,Family_name,First_name,Goes_by,Student_ID,Email",
        "1,Dahl,Cleo,,40718,c@example.org",
        "2,Lovett,Adelaide,Ada,40722,a@example.org",
        "3,Mori,Hana,,40731,",
        "4,Ocampo,Ben,,40745,b@example.org",
        "Total_Students:_4",
    )
    for key in (*line, "enter")
)
_TO_TAKE_AWAY = ("right",) * 12
_TO_LIAM = ("down", "down", "down", "down", "right")
_TO_THE_CAT = ("right",)
LOOKS = (
    Look("start", (120, 40), "board-dark", None),
    Look("start-names", (100, 30), "board-light", None, (*_TO_THE_NAMES, *_NAMES)),
    Look("list-columns", (120, 24), "board-dark", None, (*_TO_THE_NAMES, *_LIST, "f2")),
    Look("board-stickers", (160, 48), "board-dark", 1, _TO_LIAM),
    Look("board-overview", (80, 24), "board-dark", 0, _TO_LIAM),
    Look("board-light", (120, 40), "board-light", 2, _TO_LIAM),
    Look("board-contrast", (120, 40), "board-contrast", 1, _TO_LIAM),
    Look("board-big", (160, 48), "board-light", 3, ("right_square_bracket", *_TO_LIAM)),
    Look("center", (80, 24), "board-dark", 0, (*_TO_TAKE_AWAY, "c", "3", "5", "5", "7", "8", "down", "a")),
    Look("student", (120, 40), "board-light", 1, (*_TO_LIAM, "enter")),
    Look("draw", (120, 40), "board-light", 1, (*_TO_THE_CAT, "b", "p")),
    Look("pictures", (100, 32), "board-dark", 1, (*_TO_THE_CAT, "b")),
    Look("showing", (100, 30), "board-dark", 0, ("y", "enter", "1", "2")),
    Look("own-page", (120, 40), "board-light", 0, (*_TO_LIAM, "enter", "m")),
    Look("waiting", (100, 30), "board-light", 1, ("y", "right")),
    Look("chosen", (100, 30), "board-dark", 1, (*_TO_LIAM, "x", "down", "down", "x")),
    Look("watching", (120, 40), "board-dark", 1, ("w",)),
    Look("students", (100, 30), "board-light", 0, ("s", "down", "down")),
    Look("steps", (120, 40), "board-dark", 0, ("g", "down", "down")),
    Look("keep-working", (100, 30), "board-dark", 1, ("k",)),
    Look("print", (150, 44), "board-light", 1, ("p",)),
    Look("help", (100, 30), "board-dark", 1, ("question_mark",)),
)


async def _screen(book: ClassBook, look: Look) -> Image.Image:
    seat = seat_here()
    if look.zoom is None:
        seat.settings.remember_theme(look.theme)
    else:
        seat.settings.remember(book.key, Place(zoom=look.zoom), look.theme)
    app = BoardApp(seat, None if look.zoom is None else book)
    async with app.run_test(size=look.size) as pilot:
        await pilot.pause()
        for key in look.keys:
            await pilot.press(key)
            await pilot.pause()
        await pilot.wait_for_scheduled_animations()
        await app.workers.wait_for_complete()
        await pilot.pause(0.2)
        await _until_pages_are_drawn(pilot)
        strips = app.screen._compositor.render_strips(app.size)  # noqa: SLF001 - what the terminal would get
    ground = next(theme.background for theme in THEMES if theme.name == look.theme) or "#000000"
    return terminal_picture(strips, ground)


async def _until_pages_are_drawn(pilot: Pilot[None]) -> None:
    """Wait for pages that are drawn in the background, some time after they were asked for."""
    deadline = time.monotonic() + 30
    while any(page.query_one(PixelPicture).pixels is None for page in pilot.app.screen.query(PagePreview)):
        if time.monotonic() > deadline:
            raise TimeoutError("A preview stays empty.")
        await pilot.pause(0.05)


def _keep(picture: Image.Image, name: str) -> None:
    (OUT / name).parent.mkdir(parents=True, exist_ok=True)
    picture.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(OUT / f"{name}.png", optimize=True)
    print(OUT / f"{name}.png")


def main() -> None:
    """Make every picture anew, or those that are named: screens, or terminals for the sheet of what lesser ones show."""
    wanted = set(sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"BOARD_HOME": folder, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        book = make_demo(Path(folder) / "Room 12.class", "looks", _DAY)
        for look in LOOKS:
            if not wanted or look.name in wanted:
                _keep(asyncio.run(_screen(book, look)), look.name)
        for kiosk_look in wanted_looks(wanted):
            _keep(asyncio.run(kiosk_screen(book, kiosk_look)), f"kiosk/{kiosk_look.name}")
        for name, picture in () if wanted else paper_looks(book, _DAY.date()):
            _keep(picture, name)
        if (
            not wanted or "terminals" in wanted
        ):  # last: its boards are remembered, and the start would offer their class
            _keep(terminal_sheet(book.folder), "terminals")


main()
