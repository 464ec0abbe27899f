"""What tests of pages may ask for: a browser, and what is held in a hand before it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.sync_api import Browser, sync_playwright

from board.cli.context import seat_here
from board.serve.pages import few_threads
from board.serve.shared_book import SharedClass
from board.store.class_book import ClassBook
from serve.cable import Cable
from serve.chromium import started
from serve.made_pages import Pagefuls
from serve.room import Room, made
from serve.running import RunningServer
from serve.tablet import PHONE, Tablet


@pytest_asyncio.fixture
async def many(book: ClassBook, folder: Path) -> AsyncIterator[Pagefuls]:
    """Pages without a browser on the small class."""
    book.close()
    seat_here().settings.load()
    shared = SharedClass(folder, seat_here().device)
    made = Pagefuls(shared)
    asyncio.get_running_loop().set_default_executor(few_threads())
    yield made
    await made.pages.close()
    shared.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser without a window, one for the tests of a file: while it is there, no other loop runs in this thread."""
    with sync_playwright() as playwright:
        browser = started(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """The small class of `room` on a server, for the tests of a file: each has children of its own there."""
    place = tmp_path_factory.mktemp("room")
    home = {"BOARD_HOME": str(place / "home"), "BOARD_FONTS": "", "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    folder = made(place / "Room 12.class", place / "home")
    with RunningServer(folder, env=home) as server:
        yield Room(folder, server)


Hands = Callable[..., Tablet]


@pytest.fixture
def hold(chromium: Browser) -> Iterator[Hands]:
    """Take a phone or a tablet into the hand, with no cookies yet: `hold(PHONE)`."""
    with ExitStack() as stack:

        def taken(size: tuple[int, int] = PHONE, *, dark: bool = True) -> Tablet:
            cable = stack.enter_context(Cable())
            context = chromium.new_context(
                no_viewport=True,
                has_touch=True,
                color_scheme="dark" if dark else "light",
                proxy={"server": cable.address, "bypass": "<-loopback>"},
            )
            stack.callback(context.close)
            return Tablet(context, size, cable)

        yield taken
