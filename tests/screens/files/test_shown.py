"""A file that is asked for in a browser comes up there: nothing is begun on the computer that serves, and no name goes along."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from textual.pilot import Pilot

from board.app import BoardApp
from board.art.intake import take_in
from board.deeds.about import AboutClass
from board.mastery.may import Actor
from board.mastery.people import AdultRole
from board.screens.board.board import BoardScreen
from board.screens.files import shown as showing
from board.screens.files.shown import Shown, shown
from board.screens.pictures.large_picture import LargePicture
from board.store.class_book import ClassBook
from in_browser import StandIn
from lone_app import LoneApp
from print_driver import SIZE, go_to
from screen_driver import board_on, seen, until


def said(app: BoardApp) -> str:
    return " ".join(seen(app).split())


async def test_a_page_comes_up_in_the_browser_that_asked(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    browser = StandIn(app)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "wall")
        await pilot.press("p")
        await until(pilot, lambda: "It comes up in your browser" in said(app))
        assert book.folder.name not in seen(app), "where it lies on another computer helps nobody"
    ((page, name),) = browser.files
    assert page.startswith(b"%PDF")
    assert name.endswith(".pdf")
    assert not [one.name for one in book.students if one.name.split()[0].casefold() in name.casefold()]
    assert (book.folder / "prints" / name).read_bytes() == page
    assert not viewer


async def test_the_check_page_of_a_printer_too(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    browser = StandIn(app)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "wall")
        await pilot.press("c")
        await until(pilot, lambda: "Printer is off?" in seen(app))
        await pilot.press("p")
        await until(pilot, lambda: "It comes up in your browser" in said(app))
    assert [page[:4] for page, _ in browser.files] == [b"%PDF"]
    assert not viewer


async def test_a_picture_too_and_it_is_called_after_nobody(
    book: ClassBook, tmp_path: Path, viewer: list[list[Any]]
) -> None:
    drawn = tmp_path / "Ava Xylophone.png"
    Image.new("RGB", (60, 40), "red").save(drawn)
    taken = take_in(drawn)
    book.pictures.keep(taken.content, taken.png)
    app = LoneApp(LargePicture(book.pictures, taken.content))
    browser = StandIn(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LargePicture))
        await pilot.press("o")
        await until(pilot, lambda: "your browser" in seen(app))
    assert browser.files == [(taken.png, "picture.png")]
    assert not viewer


async def _sends(pilot: Pilot[None], role: AdultRole) -> None:
    app = pilot.app
    assert isinstance(app, BoardApp)
    assert isinstance(app.screen, BoardScreen)
    sitting = app.screen.doors._sitting
    AboutClass(sitting).add_adult("Mr. Lee", role)
    sitting.actor = Actor.adult(next(one.id for one in sitting.book.assessors if one.name == "Mr. Lee"))
    await go_to(pilot, "wall")
    await pilot.press("l")


async def test_the_printer_of_the_computer_that_serves_is_the_teachers(
    book: ClassBook, viewer: list[list[Any]]
) -> None:
    app = board_on(book)
    browser = StandIn(app)
    async with app.run_test(size=SIZE) as pilot:
        await _sends(pilot, AdultRole.AIDE)
        await until(pilot, lambda: "only a teacher prints" in said(app))
    assert not viewer
    assert not browser.files


@pytest.mark.parametrize(("role", "in_browser"), [(AdultRole.TEACHER, True), (AdultRole.AIDE, False)])
async def test_a_teacher_prints_there_and_on_a_terminal_everybody_does(
    book: ClassBook, viewer: list[list[Any]], role: AdultRole, in_browser: bool
) -> None:
    app = board_on(book)
    if in_browser:
        StandIn(app)
    async with app.run_test(size=SIZE) as pilot:
        await _sends(pilot, role)
        await until(pilot, lambda: "Sent to the printer" in seen(app))
    assert "print-scaling=none" in viewer[0]


def test_one_whose_page_is_gone_gets_nothing_and_nothing_is_begun(
    book: ClassBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = LoneApp(LargePicture(book.pictures, "none"))
    StandIn(app)
    monkeypatch.setattr(showing, "opened_in_viewer", lambda _: pytest.fail("a program was begun"))
    assert shown(app, tmp_path / "page.pdf", "page.pdf") is Shown.NOWHERE
