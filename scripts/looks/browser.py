"""The pictures of docs/tablets.md, from a real browser: `python -m scripts.looks.browser [FOLDER]`.

A phone in a helper's hand at the center, a tablet at the kiosk, and the panel in the terminal that serves them. Needs chromium.
"""

import asyncio
import os
import sys
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from board.cli.context import seat_here
from board.demo.demo_class import make_demo
from board.seat.connected import Connected, OpenPage
from board.seat.links import LinkRole, Links
from board.seat.sharing import Sharing
from board.serve.panel import PanelApp
from board.store.class_book import ClassBook
from board.terminal.themes import THEMES
from scripts.looks.kiosk import settled
from scripts.looks.terminal_picture import terminal_picture
from serve.cable import Cable
from serve.chromium import started
from serve.running import RunningServer
from serve.tablet import PHONE, TABLET_ACROSS, Tablet

_DAY = datetime(2026, 11, 20, 9, 14, tzinfo=UTC)
_ADDRESS = "http://192.168.178.20:8642"
_FIRST, _TAPPED, _STEP = "Amara O.", ("Amara O.", "Liam K.", "Noah B."), 11
"""Who of the demo class shows something now, and the step it is about."""

_WIDE = 900
"""Most pixels of a side of a picture in a page of documentation."""


def _held(stack: ExitStack, browser: Browser, size: tuple[int, int]) -> Tablet:
    cable = stack.enter_context(Cable())
    proxy = {"server": cable.address, "bypass": "<-loopback>"}
    context = browser.new_context(no_viewport=True, has_touch=True, color_scheme="dark", proxy=proxy)  # type: ignore[arg-type]
    stack.callback(context.close)
    return Tablet(context, size, cable)


def _keep(tablet: Tablet, place: Path) -> None:
    tablet.page.wait_for_timeout(1500)  # the last frame is painted, and what grows has grown
    tablet.page.screenshot(path=str(place))
    picture = Image.open(place).convert("RGB")
    picture.thumbnail((_WIDE, _WIDE), Image.Resampling.LANCZOS)
    picture.quantize(128).save(place, optimize=True)


def _in_browser(folder: Path, out: Path) -> None:
    with RunningServer(folder) as server, sync_playwright() as playwright, ExitStack() as stack:
        browser = started(playwright)
        stack.callback(browser.close)
        phone = _held(stack, browser, PHONE)
        phone.open(server.links["helper"])
        phone.sees(_FIRST)
        for _ in range(_STEP):
            phone.page.keyboard.press("ArrowRight")
        phone.tap("Center", until="Record")
        phone.sees(_FIRST)
        for name in _TAPPED:
            phone.tap(name)
        _keep(phone, out / "phone.png")
        tablet = _held(stack, browser, TABLET_ACROSS)
        tablet.open(server.links["kiosk"])
        tablet.page.wait_for_timeout(4000)
        _keep(tablet, out / "kiosk.png")


async def _panel(folder: Path, out: Path) -> None:
    seat, book = seat_here(), ClassBook(folder, "looks")
    links, connected = Links(seat.home, book.key), Connected(seat.home, book.key)
    for link in links.all():
        links.revoke(link.id)
    helper = links.make(LinkRole.HELPER, by=book.assessors[-1].id)
    links.use(helper.token)
    kiosk = links.make(LinkRole.KIOSK, standing=True)
    at = _DAY.timestamp()
    pages = [OpenPage(kiosk.id, LinkRole.KIOSK, at + 60 * on, 107, 37, touch=True) for on in range(4)]
    connected.write(0, [*pages, OpenPage(helper.id, LinkRole.HELPER, at, 52, 52, touch=True)])
    app = PanelApp(seat, book, Sharing(links, connected, "http://127.0.0.1:8642", (_ADDRESS,)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        strips = app.screen._compositor.render_strips(app.size)  # noqa: SLF001 - what the terminal would get
        terminal_picture(strips, THEMES[0].background or "#000000").save(out / "links.png", optimize=True)


def main() -> None:
    """Make the pictures."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/looks/tablets")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"BOARD_HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        folder = Path(home) / "Room 12.class"
        make_demo(folder, seat_here().device, _DAY).close()
        _in_browser(folder, out)
        asyncio.run(_panel(folder, out))


if __name__ == "__main__":
    main()
