"""Our page in a browser without a window, before a server that does what a test says; touched by fingers and typed on."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from serve.mock_board import MockBoard

PHONE, TABLET, ACROSS, LAPTOP = (390, 844), (600, 812), (810, 600), (1280, 720)
PATIENCE = 30.0
"""Seconds until something that should come to be counts as missing."""

_TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error("CSP: " + event.violatedDirective + " " + event.blockedURI + " " + event.sourceFile));
"""
_OF_THE_DRIVER = ("GL Driver Message", "task queue exceeded", "webgl context not restored")
"""Complaints of a computer without a graphics chip, not of a page."""


class Tab:
    """A tab with our page.

    Args:
        browser: The browser.
        board: What is served.
        size: Width and height in css pixels.
        touch: Whether fingers touch it.
        before: A script that goes before those of the page.
        wishes: What the system wishes for, as playwright calls it.

    Attributes:
        board: What is served.
        page: The page as playwright has it.
        complaints: What the browser complained of.
    """

    def __init__(
        self,
        browser: Browser,
        board: MockBoard,
        size: tuple[int, int] = PHONE,
        *,
        touch: bool = True,
        before: str = "",
        **wishes: Any,
    ) -> None:
        self.board = board
        self.complaints: list[str] = []
        self.context = browser.new_context(no_viewport=True, has_touch=touch, accept_downloads=True, **wishes)
        self.context.add_init_script(_TELL_VIOLATIONS + before)
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda message: self._complain(message.type, message.text))
        self.page.on("pageerror", lambda error: self._complain("error", str(error)))
        self._wire = self.context.new_cdp_session(self.page)
        self.resize(size)

    def _complain(self, kind: str, words: str) -> None:
        if kind in ("error", "warning") and not any(noise in words for noise in _OF_THE_DRIVER):
            self.complaints.append(words)

    def open(self) -> "Tab":
        """Open the page, and wait until the board is seen."""
        self.page.goto(self.board.url)
        self.until(lambda: self.page.locator("#opening").is_hidden())
        return self

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window another size, as turning it does."""
        wide, high = size
        fields = {"width": wide, "height": high, "deviceScaleFactor": 0, "mobile": False}
        self._wire.send("Emulation.setDeviceMetricsOverride", fields)

    def until(self, condition: Callable[[], object], why: str = "it never came to be") -> None:
        """Wait until something is so."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, f"{why}; {self.complaints}"
            self.page.wait_for_timeout(20)

    def settle(self) -> None:
        """Wait until all that was sent has come, on both sides: an answer to a question comes behind everything else."""
        before = self.board.keys.count(b"\x1b[0n")
        self.board.paint("\x1b[5n")
        self.until(lambda: self.board.keys.count(b"\x1b[0n") > before, "the terminal does not answer")

    @property
    def hello(self) -> dict[str, Any]:
        """What the page said last about itself when it connected."""
        self.until(lambda: self.board.heard("hello"))
        return self.board.heard("hello")[-1]

    @property
    def size(self) -> tuple[int, int]:
        """Columns and lines, as the page told them last."""
        told = [said for said in self.board.said if said["kind"] in ("hello", "size")][-1]
        return told["columns"], told["lines"]

    @property
    def mice(self) -> list[str]:
        """The mouse reports that came, without ESC and bracket, and without answers of the terminal."""
        self.page.wait_for_timeout(0)
        parts = self.board.keys.decode().split("\x1b[")
        return [part for part in parts if part.startswith("<")]

    @property
    def typed(self) -> str:
        """What was typed: all that came but mouse reports and answers of the terminal."""
        self.page.wait_for_timeout(0)
        return self.board.keys.decode().replace("\x1b[0n", "")

    def at(self, column: int, line: int) -> tuple[float, float]:
        """Give the middle of a cell in css pixels; the first one is 1, 1."""
        box = self.page.locator(".xterm-screen").bounding_box()
        assert box
        columns, lines = self.size
        return box["x"] + (column - 0.5) * box["width"] / columns, box["y"] + (line - 0.5) * box["height"] / lines

    def fingers(self, kind: str, *places: tuple[float, float], first: int = 0) -> None:
        """Tell the page of fingers: `touchStart`, `touchMove`, `touchEnd`, `touchCancel`; an end of none is one of all."""
        points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places, first)]
        self._wire.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def tap(self, column: int, line: int) -> None:
        """Tap a cell by finger."""
        self.fingers("touchStart", self.at(column, line))
        self.fingers("touchEnd")

    def says(self, selector: str) -> str:
        """Give the text of a part that is seen, empty where it is not."""
        part = self.page.locator(selector)
        return part.inner_text().strip() if part.is_visible() else ""


Opener = Callable[..., Tab]


@pytest.fixture(name="mock")
def _mock() -> Iterator[MockBoard]:
    """A server that does what a test says."""
    with MockBoard().running() as board:
        yield board


@pytest.fixture(name="tab")
def _tab(chromium: Browser, mock: MockBoard) -> Iterator[Opener]:
    """Open our page: `tab(PHONE)`; whatever the browser complained of fails the test."""
    with ExitStack() as stack:
        tabs: list[Tab] = []

        def opened(size: tuple[int, int] = PHONE, *, touch: bool = True, before: str = "", **wishes: Any) -> Tab:
            tab = Tab(chromium, mock, size, touch=touch, before=before, **wishes)
            stack.callback(tab.context.close)
            tabs.append(tab)
            return tab.open()

        yield opened
        complaints = [complaint for tab in tabs for complaint in tab.complaints]
        assert not complaints, complaints
