"""Pictures of the links for tablets and phones, to be looked at: `python -m scripts.looks.links FOLDER [NAME ...]`."""

import asyncio
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from board.app import BoardApp
from board.cli.context import seat_here
from board.deeds.sitting import Sitting, usual_adult
from board.demo.demo_class import make_demo
from board.screens.links.links import LinksScreen
from board.seat.connected import Connected, OpenPage
from board.seat.links import LinkRole, Links
from board.seat.sharing import OwnTrust, Sharing
from board.store.class_book import ClassBook
from board.terminal.themes import THEMES
from board.widgets.browser import TOUCH_CLASS
from scripts.looks.kiosk import settled
from scripts.looks.terminal_picture import terminal_picture

SIZES = ((80, 24), (52, 52), (80, 50), (107, 37))
_DAY = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
_BASE, _OTHER = "http://192.168.178.120:8765", "http://10.0.0.7:8765"


class Look(NamedTuple):
    """A picture: its name, the keys pressed before, and whether there are links."""

    name: str
    keys: Sequence[str] = ()
    links: bool = True
    secure: bool = False


_LOOKS = (
    Look("links-none", links=False),
    Look("links"),
    Look("links-used", ("down",)),
    Look("links-asked", ("down", "down", "x")),
    Look("links-new", ("n",)),
    Look("links-trust", ("h",), secure=True),
)


def _sharing(book: ClassBook, look: Look, home: Path) -> Sharing:
    links, connected = Links(home, book.key), Connected(home, book.key)
    if look.links:
        kiosk = links.make(LinkRole.KIOSK, standing=True)
        helper = links.make(LinkRole.HELPER, by=book.assessors[-1].id)
        links.use(helper.token)
        links.make(LinkRole.TEACHER)
        at = _DAY.timestamp()
        pages = [OpenPage(kiosk.id, LinkRole.KIOSK, at + 60 * on, 107, 37, touch=True) for on in range(3)]
        connected.write(0, [*pages, OpenPage(helper.id, LinkRole.HELPER, at, 52, 52, touch=True)])
    trust = OwnTrust(":".join(f"{number:02X}" for number in range(7, 39)), home / "https" / "authority.crt")
    return Sharing(links, connected, "", (_BASE, _OTHER), look.secure, trust if look.secure else None)


async def _pictures(folder: Path, look: Look, size: tuple[int, int]) -> dict[str, Image.Image]:
    found = {}
    book = ClassBook(folder, "looks")
    with tempfile.TemporaryDirectory() as home:
        app = BoardApp(seat_here(), book)
        app.set_class(size != SIZES[0], TOUCH_CLASS)
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            app.push_screen(LinksScreen(_sharing(book, look, Path(home)), Sitting(book, usual_adult(book))))
            await settled(pilot)
            for key in look.keys:
                await pilot.press(key)
                await settled(pilot)
            for theme in THEMES:
                app.theme = theme.name
                await settled(pilot)
                strips = app.screen._compositor.render_strips(app.size)  # noqa: SLF001 - what the terminal would get
                found[theme.name] = terminal_picture(strips, theme.background or "#000000")
    return found


def main() -> None:
    """Make the pictures."""
    out, names = Path(sys.argv[1]), set(sys.argv[2:])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"BOARD_HOME": folder, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        place = Path(folder) / "Room 12.class"
        make_demo(place, "looks", _DAY).close()
        for look in _LOOKS:
            for size in SIZES if not names or look.name in names else ():
                for theme, picture in asyncio.run(_pictures(place, look, size)).items():
                    picture.save(out / f"{look.name}-{size[0]}x{size[1]}-{theme.removeprefix('board-')}.png")


if __name__ == "__main__":
    main()
