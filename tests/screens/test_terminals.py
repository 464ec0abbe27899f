"""Every screen on terminals that can do less: 256 colours, 16, none, and the text console of Linux with its few letters."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.color import ColorType
from rich.segment import Segment
from textual.app import App

from board.app import BoardApp
from board.cli.context import seat_here
from board.screens.board.board import BoardScreen
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.terminal.plain_signs import plain
from screen_driver import board_on, row_of, seen, until
from seats import seat_at

OPENING = (
    "c",
    "enter",
    "y",
    "p",
    "s",
    "g",
    "b",
    "k",
    "n",
    "slash",
    "i",
    "ctrl+n",
    "question_mark",
    "ctrl+p",
    "w",
    "b p",
)
"""Keys that open each screen from the board."""

CONSOLE = "·←→↑↓─│┌┐└┘├┤┬┴┼═║╔╗╚╝╠╣╦╩╬█"
"""What every console font has beside letters."""


def cells(app: App[None]) -> Iterator[Segment]:
    for line in app.screen._compositor.render_strips(app.size):
        yield from (segment for segment in line if segment.text)


async def on_every_screen(book: ClassBook, check: Callable[[App[None]], None], zoom: int, theme: str) -> None:
    """Open each screen, look at it, and leave it again."""
    app = board_on(book, Place(zoom=zoom), theme)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*["down"] * 4, "right", "x")
        await until(pilot, lambda: "1 chosen" in seen(app))
        check(app)
        await pilot.press("x")
        for keys in OPENING:
            await pilot.press(*keys.split())
            await until(pilot, lambda: not isinstance(app.screen, BoardScreen) and len(seen(app).split()) > 5)
            check(app)
            await pilot.press(*["escape" for _ in keys.split()])
            await until(pilot, lambda: isinstance(app.screen, BoardScreen))


@pytest.mark.parametrize(("zoom", "theme"), [(1, "board-dark"), (0, "board-light")])
async def test_in_256_colours_only_fixed_ones_are_used(
    demo: ClassBook, zoom: int, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLORTERM")

    def check(app: App[None]) -> None:
        for text, look, _ in cells(app):
            for colour in (look.color, look.bgcolor) if look else ():
                assert colour is None or colour.type in (ColorType.EIGHT_BIT, ColorType.DEFAULT), (text, look)

    await on_every_screen(demo, check, zoom, theme)


async def test_in_16_colours_only_those_are_used_and_every_sign_has_a_plain_one(
    demo: ClassBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", "xterm")

    def check(app: App[None]) -> None:
        for text, look, _ in cells(app):
            assert all(plain(sign)[0] != "?" for sign in text if sign != "?"), text
            for colour in (look.color, look.bgcolor) if look else ():
                assert colour is None or colour.type in (ColorType.STANDARD, ColorType.DEFAULT), (text, look)

    await on_every_screen(demo, check, 1, "board-dark")


async def test_without_colour_everything_is_grey_the_stickers_too(
    demo: ClassBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    def check(app: App[None]) -> None:
        for text, look, _ in cells(app):
            for colour in (look.color, look.bgcolor) if look else ():
                assert colour is None or colour.triplet is None or len({*colour.triplet}) == 1, (text, look)

    await on_every_screen(demo, check, 1, "board-dark")


async def test_the_console_of_linux_gets_only_signs_and_grounds_it_has(
    demo: ClassBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", "linux")

    def check(app: App[None]) -> None:
        for text, look, _ in cells(app):
            assert all(sign.isascii() or sign.isalpha() or sign in CONSOLE for sign in text), text
            ground = look.bgcolor if look else None
            assert ground is None or ground.is_default or (ground.number or 0) < 8, (text, look)

    await on_every_screen(demo, check, 1, "board-dark")


async def test_the_signs_key_goes_through_its_choices_says_why_and_keeps_the_choice(demo: ClassBook) -> None:
    app = board_on(demo)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await until(pilot, lambda: "●" in row_of(app, "Amara O."))
        await pilot.press("ctrl+g")
        await until(pilot, lambda: "Pretty signs: you chose them." in seen(app))
        await pilot.press("ctrl+g")
        await until(pilot, lambda: "Plain signs: you chose them." in seen(app) and "*" in row_of(app, "Amara O."))
        assert seat_here().settings.load().signs == "plain"
        await pilot.press("ctrl+g")
        await until(pilot, lambda: "this terminal can draw them." in seen(app) and "●" in row_of(app, "Amara O."))
        assert seat_here().settings.load().signs == ""


async def test_two_boards_in_one_process_have_signs_of_their_own(demo: ClassBook, tmp_path: Path) -> None:
    seat = seat_at(tmp_path / "other home")
    seat.settings.remember(str(demo.folder.resolve()), Place(zoom=0))
    seat.settings.remember_signs("plain")
    plain, pretty = BoardApp(seat, demo), board_on(demo)
    async with plain.run_test(size=(100, 30)) as one:
        await until(one, lambda: "*" in row_of(plain, "Amara O."))
        async with pretty.run_test(size=(100, 30)) as other:
            await until(other, lambda: "●" in row_of(pretty, "Amara O."))
            assert "*" not in row_of(pretty, "Amara O.")
        assert "●" not in row_of(plain, "Amara O.")
