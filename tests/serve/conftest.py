"""What tests of pages may ask for: a browser, and what is held in a hand before it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, sync_playwright

from serve.cable import Cable
from serve.chromium import started
from serve.room import Room, made
from serve.running import RunningServer
from serve.tablet import PHONE, Tablet


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
