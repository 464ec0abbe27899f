"""A phone or a tablet in somebody's hand: a page in Chromium, touched by fingers, read from what it was sent."""

import json
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page, Request, WebSocket

from board.widgets.glance import SEEN_AFTER
from serve.cable import Cable
from serve.painted import Cell, Painted

PATIENCE = 30.0
"""Seconds until something that should be seen counts as missing."""

PHONE, TABLET, TABLET_ACROSS = (390, 844), (800, 1280), (1280, 800)
"""Sizes of what is held, in px of the page."""

_TERMINAL = ".xterm-screen"
_TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error("CSP: " + event.violatedDirective + " " + event.blockedURI + " " + event.sourceFile));
"""
_TAPS, _UNTIL_AGAIN = 8, 3.0
"""How often something is tapped that must have come to be seen first, and seconds between two such taps."""

_OF_THE_DRIVER = ("GL Driver Message", "task queue exceeded")
"""What is said of a computer without a graphics card, and by the terminal of a slow one."""

_OF_THE_BROWSER = (".google.com", ".googleapis.com", ".gstatic.com")
"""Whom chromium itself asks now and then, whatever page it shows; what the page asks of them is seen all the same."""

_STEPS = 4
"""Moves of a finger between two cells."""


class Tablet:
    """One page. Nothing is asked of it but what a finger, an eye and the browser itself know.

    Args:
        context: The browser's context it lives in, with its cookies.
        size: Width and height, in px of the page.
        cable: What lies between it and the server.

    Attributes:
        cable: What lies between it and the server.
        page: The page as playwright has it.
        told: What the server said beside the bytes of the terminal, in order.
        sent: What the page said so, in order.
        complaints: What the browser complained about: refused by the policy, faults of the script, what is wrong otherwise.
        asked: Every address that was asked for.
    """

    def __init__(self, context: BrowserContext, size: tuple[int, int], cable: Cable) -> None:
        self.cable, self._size = cable, size
        self.told: list[dict[str, Any]] = []
        self.sent: list[dict[str, Any]] = []
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.painted = Painted(80, 24)
        self._sockets: list[WebSocket] = []
        context.add_init_script(_TELL_VIOLATIONS)
        context.on("request", self._asks)
        self.page: Page = context.new_page()
        self.page.on("console", lambda message: self._complains(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("websocket", self._connects)
        self._fingers: CDPSession = context.new_cdp_session(self.page)
        self._be(size)

    @property
    def sockets(self) -> int:
        """How often it has tried to connect."""
        return len(self._sockets)

    @property
    def hellos(self) -> int:
        """How often it has connected."""
        return sum(said["kind"] == "hello" for said in self.sent)

    @property
    def text(self) -> str:
        """What stands in the terminal now."""
        self.page.wait_for_timeout(0)  # what came meanwhile is heard only while playwright waits
        return self.painted.text

    def open(self, link: str) -> None:
        """Open a link as it is sent to somebody, and go in."""
        self.page.goto(link)
        self.page.locator("button, a").first.tap()
        self.until(lambda: bool(self._sockets) and bool(self.painted.text.strip()), "the page never showed anything")

    def until(self, condition: Callable[[], object], why: str = "it never came to be") -> None:
        """Wait until something is so."""
        assert self._comes(condition, PATIENCE), f"{why}; {self.complaints}; the page shows:\n{self.painted.text}"

    def sees(self, *words: str) -> None:
        """Wait until all of these stand in the terminal."""
        self.until(lambda: all(one in self.text for one in words), f"{words} were not seen")

    def sees_no(self, words: str) -> None:
        """Wait until these stand there no more."""
        self.until(lambda: words not in self.text, f"{words!r} stays")

    def tap(self, where: str | Cell, until: str = "", which: int = 0) -> None:
        """Tap a cell, or what says some words as soon as it is there.

        A hand looks first: a tap on what has only just appeared counts for nothing. Where something must come of it, it is
        tapped until it has.

        Args:
            where: A cell, or words that stand in one line.
            until: Words that stand there afterwards, empty where that is not known.
            which: Which of them, where the words stand there several times; -1 is the lowest.
        """
        for number in range(_TAPS if until else 1):
            self._found(where, which)
            self._look()
            if number and (until in self.text or not self._is_there(where)):
                break  # what came of the tap before took its time
            assert not until or until not in self.text, f"{until!r} stands there before the tap, so it tells nothing"
            self.page.touchscreen.tap(*self._at(self._found(where, which)))
            if not until or self._comes(lambda: until in self.text, _UNTIL_AGAIN):
                return
            if not self._is_there(where):
                break
        self.sees(until)

    def _is_there(self, where: str | Cell) -> bool:
        return not isinstance(where, str) or bool(self.painted.places(where))

    def _found(self, where: str | Cell, which: int) -> Cell:
        if not isinstance(where, str):
            return where
        self.until(lambda: self.text and self._is_there(where), f"{where!r} was not there to be tapped")
        return self.painted.places(where)[which]

    def _look(self) -> None:
        """Look at what is there for as long as anybody does before touching it."""
        self.page.wait_for_timeout(2000 * SEEN_AFTER)

    def type_in(self, text: str) -> None:
        """Type into the page's own sheet, as soon as it is open, and say that it is done."""
        field = self.page.locator("#sheet-line:visible, #sheet-lines:visible").first
        field.fill(text)
        self.page.locator("#sheet-done").tap()

    def drag(self, cells: Sequence[Cell]) -> None:
        """Draw one finger from cell to cell, after a look."""
        self._look()
        x, y = self._at(cells[0])
        self._touch("touchStart", (x, y))
        for (left, top), (right, bottom) in pairwise(map(self._at, cells)):
            for step in range(1, _STEPS + 1):
                self._touch("touchMove", (left + (right - left) * step / _STEPS, top + (bottom - top) * step / _STEPS))
                self.page.wait_for_timeout(8)  # as a screen tells of a finger
        self._touch("touchEnd")

    def scroll(self, cell: Cell, lines: int) -> None:
        """Draw two fingers up or down, which scrolls."""
        x, y = self._at(cell)
        high = self.cell_size[1]
        self._touch("touchStart", (x, y), (x + 40, y))
        for step in range(1, _STEPS + 1):
            down = -lines * high * step / _STEPS
            self._touch("touchMove", (x, y + down), (x + 40, y + down))
            self.page.wait_for_timeout(8)
        self._touch("touchEnd")

    @property
    def cell_size(self) -> tuple[float, float]:
        """Width and height of a cell, in px of the page."""
        _, _, wide, high = self._terminal()
        columns, lines = self.painted.size
        return wide / columns, high / lines

    def rotate(self) -> None:
        """Turn it by a quarter."""
        wide, high = self._size
        self._be((high, wide))

    def said(self, kind: str) -> dict[str, Any] | None:
        """Give the last thing of a kind the server said beside the terminal."""
        return next((one for one in reversed(self.told) if one["kind"] == kind), None)

    def outside(self, base: str) -> list[str]:
        """Give what was asked of anybody but the server: as the page asked for it, and as it went over the cable."""
        _, _, host = base.partition("://")
        inside = (
            f"{base}/",
            f"ws://{host}/",
            f"wss://{host}/",
            "data:",
            f"blob:{base}",
            "chrome-extension://",
            "chrome://",
        )
        over = [f"{name}:{port}" for name, port in self.cable.hosts if not name.endswith(_OF_THE_BROWSER)]
        return [address for address in self.asked if not address.startswith(inside)] + [
            one for one in over if one != host
        ]

    def close(self) -> None:
        """Close the page, as closing its tab does."""
        self.page.close(run_before_unload=False)

    def _be(self, size: tuple[int, int]) -> None:
        """Have a size; the dots of a px are what the browser was started with."""
        self._size = wide, high = size
        upright = {"type": "portraitPrimary", "angle": 0} if high > wide else {"type": "landscapePrimary", "angle": 90}
        self._fingers.send(
            "Emulation.setDeviceMetricsOverride",
            {"width": wide, "height": high, "deviceScaleFactor": 0, "mobile": False, "screenOrientation": upright},
        )

    def _comes(self, condition: Callable[[], object], patience: float) -> bool:
        """Tell whether something becomes so in some seconds."""
        deadline = time.monotonic() + patience
        while not condition():
            if time.monotonic() > deadline:
                return False
            self.page.wait_for_timeout(20)
        return True

    def _terminal(self) -> tuple[float, float, float, float]:
        box = self.page.locator(_TERMINAL).first.bounding_box()
        assert box is not None, "the page has no terminal"
        return box["x"], box["y"], box["width"], box["height"]

    def _at(self, cell: Cell) -> tuple[float, float]:
        """Give the middle of a cell, in px of the page."""
        left, top, wide, high = self._terminal()
        columns, lines = self.painted.size
        return left + wide * (cell.column + 0.5) / columns, top + high * (cell.line + 0.5) / lines

    def _touch(self, kind: str, *points: tuple[float, float]) -> None:
        fingers = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        self._fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})

    def _asks(self, request: Request) -> None:
        self.asked.append(request.url)

    def _complains(self, kind: str, words: str) -> None:
        if kind in ("error", "warning") and not any(words_ in words for words_ in _OF_THE_DRIVER):
            self.complaints.append(words)

    def _connects(self, socket: WebSocket) -> None:
        self.asked.append(socket.url)
        self._sockets.append(socket)
        socket.on("framesent", lambda payload: self._says(socket, payload))
        socket.on("framereceived", lambda payload: self._hears(socket, payload))

    def _says(self, socket: WebSocket, payload: str | bytes) -> None:
        if isinstance(payload, str):
            said = json.loads(payload)
            self.sent.append(said)
            if said["kind"] == "hello":
                self.painted = Painted(said["columns"], said["lines"])
            elif said["kind"] == "size":
                self.painted.resize(said["columns"], said["lines"])

    def _hears(self, socket: WebSocket, payload: str | bytes) -> None:
        if socket is not self._sockets[-1]:
            return
        if isinstance(payload, str):
            self.told.append(json.loads(payload))
        else:
            self.painted.feed(payload)
