"""Links as QR codes are read by a machine from the cells that are painted."""

from typing import Any

import cv2
import numpy as np
import pytest
from rich.color import Color as RichColor
from textual.app import App, ComposeResult
from textual.filter import LineFilter

from board.art.qr import QUIET, qr_squares
from board.terminal.colours import Colours
from board.terminal.look import TerminalLook
from board.terminal.signs import Signs
from board.terminal.themes import THEMES
from board.widgets.qr_code import QrCode

LINKS = (
    "http://192.168.178.120:8765/in/k7qm3fhx9wpdtr2c",
    "https://room-12-laptop.local:8765/in/k7qm3fhx9wpdtr2c",
    "http://127.0.0.1:8765/in/2222222222222222",
    "https://[fd00:1234:5678:9abc:def0:1234:5678:9abc]:8765/in/k7qm3fhx9wpdtr2c",
)
CELL = (6, 12)
"""Width and height of a cell in pixels."""


class CodeApp(App[None]):
    CSS = "Screen { background: $background; }"

    def __init__(self, text: str, theme: str = "board-dark", look: TerminalLook | None = None) -> None:
        super().__init__()
        self._text, self._look = text, look
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme

    def get_line_filters(self) -> list[LineFilter]:
        return [*super().get_line_filters(), *([] if self._look is None else [self._look])]

    def compose(self) -> ComposeResult:
        code = QrCode()
        code.show(self._text)
        yield code


def painted(app: App[None]) -> Any:
    """Give what a camera sees of the cells on the screen."""
    wide, high = CELL
    columns, lines = app.size
    picture = np.zeros((lines * high, columns * wide, 3), np.uint8)
    for y, strip in enumerate(app.screen._compositor.render_strips(app.size)):
        x = 0
        for segment in strip:
            front, ground = (
                _rgb(colour, default)
                for colour, default in (
                    (None if segment.style is None else segment.style.color, (255, 255, 255)),
                    (None if segment.style is None else segment.style.bgcolor, (0, 0, 0)),
                )
            )
            for sign in segment.text:
                upper, lower = front if sign in "▀█" else ground, front if sign in "▄█" else ground
                picture[y * high : y * high + high // 2, x * wide : (x + 1) * wide] = upper
                picture[y * high + high // 2 : (y + 1) * high, x * wide : (x + 1) * wide] = lower
                x += 1
    return picture


def _rgb(colour: RichColor | None, default: tuple[int, int, int]) -> tuple[int, int, int]:
    return default if colour is None else tuple(colour.get_truecolor())  # type: ignore[return-value]


def read(app: App[None]) -> str:
    """Read the code on the screen; one machine alone misses about one of 300 sound codes."""
    around = cv2.copyMakeBorder(painted(app), 40, 40, 40, 40, cv2.BORDER_CONSTANT, value=(20, 20, 20))
    machines = (cv2.QRCodeDetector(), cv2.QRCodeDetectorAruco())
    return next(filter(None, (str(one.detectAndDecode(around)[0]) for one in machines)), "")


@pytest.mark.parametrize("text", LINKS)
@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_a_machine_reads_the_link_from_the_screen_in_every_theme(text: str, theme: str) -> None:
    app = CodeApp(text, theme)
    async with app.run_test(size=(45, 23)) as pilot:
        await pilot.pause()
        assert read(app) == text


@pytest.mark.parametrize("colours", list(Colours))
async def test_it_is_read_in_few_colours_too(colours: Colours) -> None:
    app = CodeApp(LINKS[0], look=TerminalLook(colours, Signs(plain=True)))
    async with app.run_test(size=(41, 20)) as pilot:
        await pilot.pause()
        assert read(app) == LINKS[0]


async def test_where_there_are_no_half_blocks_it_is_read_from_grounds() -> None:
    app = CodeApp(LINKS[0], look=TerminalLook(Colours.CONSOLE, Signs(plain=True, halves=False)))
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        assert read(app) == LINKS[0]


def says(app: App[None]) -> str:
    return " ".join("".join(strip.text for strip in app.screen._compositor.render_strips(app.size)).split())


@pytest.mark.parametrize(
    ("size", "look", "said"),
    [
        ((30, 12), None, "larger window"),
        ((60, 20), TerminalLook(Colours.FEW, Signs(halves=False)), "can't draw the code"),
    ],
)
async def test_where_there_is_no_room_a_sentence_says_what_to_do(
    size: tuple[int, int], look: TerminalLook | None, said: str
) -> None:
    app = CodeApp(LINKS[0], look=look)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert said in says(app)
        assert "█" not in says(app)


async def test_a_window_that_grows_shows_the_code_with_its_whole_edge() -> None:
    app = CodeApp(LINKS[0])
    widths: list[int] = []
    async with app.run_test(size=(36, 18)) as pilot:
        for size in ((36, 18), (60, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert read(app) == LINKS[0]
            rows = np.flatnonzero((painted(app) > 200).all(axis=2).any(axis=1))
            widths.append(int(rows[-1] - rows[0] + 1))
    assert widths[0] < widths[1]


async def test_it_is_dark_on_light_in_every_theme() -> None:
    for theme in THEMES:
        app = CodeApp(LINKS[0], theme.name)
        async with app.run_test(size=(37, 19)) as pilot:
            await pilot.pause()
            edge = painted(app)[: 2 * CELL[1]]  # its quiet zone: as light as it can be
            assert (edge == 255).all()
            assert (painted(app) == 0).all(axis=2).any()


@pytest.mark.parametrize("inks", [{True: "#ffffff", False: "#000000"}, {True: "#777777", False: "#808080"}])
async def test_one_that_is_light_on_dark_or_faint_would_be_found(
    inks: dict[bool, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("board.widgets.qr_code._INKS", inks)
    with pytest.raises(AssertionError):
        await test_it_is_dark_on_light_in_every_theme()


@pytest.mark.parametrize(("size", "times"), [((52, 52), 1), ((107, 37), 2), ((120, 60), 3), ((200, 100), 5)])
async def test_where_there_is_much_room_it_is_as_many_times_as_large(size: tuple[int, int], times: int) -> None:
    app = CodeApp(LINKS[0])
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert read(app) == LINKS[0]
        light = np.flatnonzero((painted(app) == 255).all(axis=2).any(axis=0))
        squares = len(qr_squares(LINKS[0])) + 2 * QUIET
        assert (light[-1] - light[0] + 1) // CELL[0] == times * squares
