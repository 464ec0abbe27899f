"""The code of a link: what a camera reads off the painted cells, whatever the window and the theme."""

from typing import ClassVar

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.filter import LineFilter

from board.terminal.colours import Colours
from board.terminal.look import TerminalLook
from board.terminal.signs import Signs
from board.terminal.themes import THEMES
from board.widgets.qr import Laid, Qr, laid_in, modules_of
from screen_driver import seen

LINK = "https://192.168.178.123:8443/bring/8f3kQ1c9uT2wZr5pXyVb0A"
"""As long as a link gets: an address of a house, a token of 128 bits."""

PHONE, TERMINAL = (52, 52), (80, 24)
_ACROSS = 6
"""Pixels of a photo for one half of a cell."""


class Poster(App[None]):
    """Nothing but a code."""

    filters: ClassVar[list[LineFilter]] = []

    def __init__(self, link: str, theme: str = "board-dark") -> None:
        super().__init__()
        self.code = Qr(link)
        for look in THEMES:
            self.register_theme(look)
        self.theme = theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return THEMES[0].variables

    def compose(self) -> ComposeResult:
        yield self.code


class Console(Poster):
    """The same where a terminal has no halves of a cell."""

    def get_line_filters(self) -> list[LineFilter]:
        return [*super().get_line_filters(), TerminalLook(Colours.CONSOLE, Signs(plain=True, halves=False))]


def photo_of(app: App[None]) -> np.ndarray:
    """What a camera sees of the screen."""
    rows: list[list[int]] = []
    for line in app.screen._compositor.render_strips(app.size):
        upper: list[int] = []
        lower: list[int] = []
        for text, style, _ in line:
            assert style is not None
            assert style.bgcolor is not None
            for char in text:
                ground = sum(style.bgcolor.get_truecolor()) // 3
                front = sum(style.color.get_truecolor()) // 3 if style.color else 0
                upper.append(front if char == "▀" else ground)
                lower.append(front if char == "▄" else ground)
        rows += [upper, lower]
    return np.kron(np.array(rows, np.uint8), np.ones((_ACROSS, _ACROSS), np.uint8))


def read(app: App[None]) -> str:
    """What a camera reads off the screen, empty where it finds no code."""
    text, _, _ = cv2.QRCodeDetector().detectAndDecode(photo_of(app))
    return str(text)


@pytest.mark.parametrize("size", [PHONE, TERMINAL, (80, 50), (107, 37), (200, 60), (41, 21)])
@pytest.mark.parametrize("theme", [look.name for look in THEMES])
async def test_a_camera_reads_the_link_off_the_screen(size: tuple[int, int], theme: str) -> None:
    app = Poster(LINK, theme)
    async with app.run_test(size=size):
        assert read(app) == LINK


async def test_what_shows_no_code_is_told_from_one() -> None:
    app = Poster("")
    async with app.run_test(size=TERMINAL):
        assert read(app) == ""


async def test_another_link_is_another_code() -> None:
    app = Poster(LINK)
    async with app.run_test(size=PHONE) as pilot:
        app.code.text = LINK[:-1] + "B"
        await pilot.pause()
        assert read(app) == LINK[:-1] + "B"


async def test_it_is_read_where_a_terminal_has_no_halves_and_few_colours() -> None:
    app = Console(LINK)
    async with app.run_test(size=(100, 50)):
        assert "▀" not in seen(app)
        assert read(app) == LINK


async def test_where_there_is_no_room_it_says_so() -> None:
    app = Poster(LINK)
    async with app.run_test(size=(36, 24)):
        assert "larger" in seen(app)
        assert "▀" not in seen(app)


@given(side=st.integers(21, 57), width=st.integers(0, 300), height=st.integers(0, 200))
def test_it_lies_inside_as_large_as_it_can(side: int, width: int, height: int) -> None:
    laid = laid_in(side, width, height)
    if laid is None:
        assert min(width, height) < side + 4
        return
    assert laid.quiet >= 2
    assert (side + 2 * laid.quiet) * laid.times <= min(width, height)
    assert (side + 2 * laid.quiet) * (laid.times + 1) > min(width, height)


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789:/._-", min_size=1, max_size=120))
def test_a_link_has_one_square_code(link: str) -> None:
    rows = modules_of(link)
    assert {len(row) for row in rows} == {len(rows)}
    assert laid_in(len(rows), len(rows) + 8, len(rows) + 8) == Laid(4, 1)
