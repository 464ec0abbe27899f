"""Photos from the phone: many at once into the class's own folder, whole, and found there by whoever brings one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PIL import Image
from textual.pilot import Pilot

from board.cli.context import seat_here
from board.deeds.sitting import Sitting, usual_adult
from board.deeds.tray import Tray
from board.mastery.may import Actor
from board.screens.files.tray import TrayScreen
from board.screens.files.way_in import WayIn
from board.screens.pictures.bring import BringScreen
from board.screens.pictures.pictures import PicturesScreen
from board.store.class_book import ClassBook
from board.widgets.photo_rows import PhotoRows
from board.widgets.qr_code import QrCode
from in_browser import StandIn
from lone_app import LoneApp
from screen_driver import board_on, seen, until

SIZES = [(52, 52), (80, 50), (107, 37), (80, 24), (40, 20)]


def tray(book: ClassBook, actor: Actor | None = None) -> LoneApp:
    return LoneApp(TrayScreen(seat_here(), Sitting(book, actor or usual_adult(book))))


def sent(folder: Path, *colours: str) -> list[Path]:
    places = [folder / f"upload {colour} of Ava Xylophone.jpg" for colour in colours]
    for colour, place in zip(colours, places, strict=True):
        Image.new("RGB", (90, 60), colour).save(place)
    return places


def lying(book: ClassBook) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in book.outputs.drop.iterdir() if path.is_file()}


def gone(files: list[Path]) -> bool:
    return not any(file.exists() for file in files)


def said(app: LoneApp) -> str:
    return " ".join(seen(app).split())


async def says(pilot: Pilot[Any], *texts: str) -> None:
    for text in texts:
        await until(pilot, lambda text=text: text in said(pilot.app))  # type: ignore[misc, arg-type]


@contextmanager
def stopped(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Photos are taken only once a test says so."""
    goes_on, take = Event(), Tray.take

    def slowly(*given: Any) -> Path:
        goes_on.wait(30)
        return take(*given)

    monkeypatch.setattr(Tray, "take", slowly)
    try:
        yield goes_on
    finally:
        goes_on.set()


async def test_many_photos_come_at_once_and_wait_byte_for_byte(book: ClassBook, tmp_path: Path) -> None:
    app = tray(book)
    browser = StandIn(app)
    files = sent(tmp_path, "red", "green", "blue")
    held = {file.read_bytes() for file in files}
    async with app.run_test(size=(80, 50)) as pilot:
        await until(pilot, lambda: browser.offer is not None)
        assert browser.offer is not None
        assert browser.offer.many
        await says(pilot, "No photo waits yet.")
        browser.bring(*files)
        await says(pilot, "3 photos came.", "3 photos wait.")
        await until(pilot, lambda: len(app.screen.query_one(PhotoRows).photos) == 3)
        assert "ylophone" not in seen(app)
        browser.bring(*sent(tmp_path, "yellow"))
        await says(pilot, "4 photos came.", "4 photos wait.")
        assert gone(files)
    assert held < set(lying(book).values())
    assert not [name for name in lying(book) if "ylophone" in name]
    assert browser.offer is None, "with the screen the offer ends"


async def test_what_is_no_picture_is_told_and_the_others_come(book: ClassBook, tmp_path: Path) -> None:
    app = tray(book)
    browser = StandIn(app)
    bad = tmp_path / "bad.jpg"
    bad.write_text("Amara O. was here")
    async with app.run_test(size=(80, 50)) as pilot:
        await until(pilot, lambda: browser.offer is not None)
        browser.bring(bad)
        await says(pilot, "can't see a picture")
        browser.bring(*sent(tmp_path, "red"))
        await says(pilot, "1 photo came.", "1 photo waits.")
        assert gone([bad])
    assert len(lying(book)) == 1


async def test_what_is_on_its_way_when_the_screen_is_left_comes(
    book: ClassBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = tray(book)
    browser = StandIn(app)
    files = sent(tmp_path, "red", "blue")
    with stopped(monkeypatch) as goes_on:
        async with app.run_test(size=(80, 50)) as pilot:
            await until(pilot, lambda: browser.offer is not None)
            offer = browser.offer
            browser.bring(files[0])
            await pilot.press("escape")
            await until(pilot, lambda: app.left == [None])
            browser.bring(files[1], by=offer)
            goes_on.set()
            await until(pilot, lambda: len(lying(book)) == 2 and gone(files))


@pytest.mark.parametrize("size", SIZES)
async def test_a_code_is_shown_where_another_device_can_reach_it(book: ClassBook, size: tuple[int, int]) -> None:
    app = tray(book)
    browser = StandIn(app)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: browser.offer is not None)
        code = app.screen.query_one(QrCode)
        assert browser.offer is not None
        assert code._text == browser.offer.link
        await until(pilot, lambda: code.size.height > 0)
        shown = "▀" in code.render_line(code.size.height // 2).text
        assert shown or size == (40, 20)
        assert shown or "larger window" in said(app)


async def test_the_code_is_made_anew_before_it_counts_no_more(book: ClassBook) -> None:
    app = tray(book)
    browser = StandIn(app)
    async with app.run_test(size=(80, 50)) as pilot:
        await until(pilot, lambda: browser.offer is not None)
        first = browser.offer
        assert isinstance(app.screen, TrayScreen)
        assert first is not None
        app.screen._way.renew(first)
        assert browser.offer is not None
        assert browser.offer is not first
        assert app.screen.query_one(QrCode)._text == browser.offer.link
        app.screen._way.renew(first)
        assert len(browser.offers) == 2, "one that stands no more is not renewed"


@pytest.mark.parametrize("size", SIZES)
async def test_on_a_terminal_the_folder_is_named_and_what_comes_there_is_shown(
    book: ClassBook, size: tuple[int, int]
) -> None:
    app = tray(book)
    async with app.run_test(size=size) as pilot:
        await says(pilot, "Put photos from a phone or a camera into this folder")
        assert not app.screen.query_one(QrCode).display
        Image.new("RGB", (90, 60), "red").save(book.outputs.drop / "IMG_1.jpg")
        await says(pilot, "1 photo waits.")
        await until(pilot, lambda: len(app.screen.query_one(PhotoRows).photos) == 1)
        await pilot.press("escape")
        await until(pilot, lambda: app.left == [None])


async def test_it_is_for_adults(book: ClassBook) -> None:
    app = tray(book, Actor.child("ava"))
    browser = StandIn(app)
    async with app.run_test(size=(80, 50)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TrayScreen))
        await says(pilot, "No photo waits yet.")
        assert not browser.offers


async def test_by_one_key_from_the_board_and_then_brought_for_a_child(book: ClassBook, tmp_path: Path) -> None:
    app = board_on(book)
    browser = StandIn(app)
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press("B")
        await until(pilot, lambda: isinstance(app.screen, TrayScreen) and browser.offer is not None)
        browser.bring(*sent(tmp_path, "red"))
        await until(pilot, lambda: "1 photo waits." in seen(app))
        await pilot.press("escape", "b")
        await until(pilot, lambda: isinstance(app.screen, PicturesScreen))
        await pilot.press("B")
        await until(pilot, lambda: isinstance(app.screen, TrayScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, PicturesScreen))
        await pilot.press("b")
        await until(pilot, lambda: isinstance(app.screen, BringScreen) and "photo-2" in seen(app))


def test_a_way_in_on_a_terminal_never_opens(book: ClassBook) -> None:
    screen = TrayScreen(seat_here(), Sitting(book, usual_adult(book)))
    LoneApp(screen)
    assert not screen._way.is_open
    assert screen._way.link == ""
    assert isinstance(screen._way, WayIn)
