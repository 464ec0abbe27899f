"""On a page of a server nothing that takes long holds up anybody else: it is done beside it, or at least in a thread."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from textual.pilot import Pilot

from board.app import BoardApp
from board.art.cutting import cells_in
from board.art.intake import take_in
from board.art.preview import picture_in
from board.art.shelf import SIZES
from board.deeds.sitting import Sitting, usual_adult
from board.deeds.visit import Visit
from board.elsewhere import IN_THIS_THREAD, Elsewhere
from board.mastery.facts import Kind
from board.mastery.kiosk import Known
from board.mastery.pictures import WHOLE_DRAWING
from board.mastery.revision import with_changed_step
from board.screens.evidence.photo import EvidencePhoto
from board.screens.lock.new_pin import NewPinScreen
from board.screens.path.my_path import MyPath
from board.screens.pictures.bring import BringScreen
from board.screens.pictures.caption import CaptionScreen
from board.screens.pictures.crop import CropScreen
from board.screens.pictures.pictures import PicturesScreen
from board.seat.seat import Seat
from board.seat.workshop import Workshop
from board.store.class_book import ClassBook
from board.store.documents.tables import UNITS, changed
from board.store.draft import Draft
from board.widgets.before_after import BeforeAfter
from board.widgets.photo_rows import PhotoRows
from board.widgets.pixel_picture import PixelPicture
from board.words import child_path
from child_pages import offered
from in_browser import StandIn
from lone_app import SHELF, LoneApp
from off_the_loop import watched
from print_driver import go_to
from screen_driver import seen, until
from seats import seat_at
from work_photos import allow

SIZE = (120, 40)


@pytest.fixture(scope="module")
def shop() -> Iterator[Workshop]:
    shop = Workshop(2)
    yield shop
    shop.close()


@pytest.fixture
def seat(shop: Workshop, tmp_path: Path) -> Seat:
    home = tmp_path / "seat"
    home.mkdir()
    shop.threads = ThreadPoolExecutor(4)  # only threads that begin while it is watched are
    return seat_at(home)._replace(elsewhere=shop)


def served(seat: Seat, book: ClassBook) -> tuple[BoardApp, StandIn]:
    app = BoardApp(seat, book)
    return app, StandIn(app)


def photo(folder: Path, colour: str = "red") -> Path:
    place = folder / f"upload {colour}.jpg"
    Image.new("RGB", (320, 200), colour).save(place)
    return place


async def said(pilot: Pilot[Any], text: str) -> None:
    await until(pilot, lambda: text in " ".join(seen(pilot.app).split()))


async def test_pages_are_looked_at_and_made(seat: Seat, book: ClassBook) -> None:
    step = replace(book.units[0].levels[0].steps[0], badge="pizza")
    book.edit(UNITS, changed("u", lambda unit: with_changed_step(unit, step)))
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    app, browser = served(seat, book)
    with watched() as saw:
        async with app.run_test(size=SIZE) as pilot:
            await go_to(pilot, "wall")
            await until(pilot, lambda: app.screen.query_one(PixelPicture).pixels is not None)
            await pilot.press("p")
            await until(pilot, lambda: len(browser.files) == 1)
            await said(pilot, "It comes up in your browser")
            await pilot.press("c")
            await said(pilot, "Printer is off?")
            await pilot.press("p")
            await until(pilot, lambda: len(browser.files) == 2)
    assert not saw.here
    assert not saw.on_loop
    assert "print_ready" in saw.ran, "what was made before is found in a thread"


async def test_a_sheet_of_stickers_with_its_list(seat: Seat, book: ClassBook) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    app, browser = served(seat, book)
    with watched() as saw:
        async with app.run_test(size=SIZE) as pilot:
            await go_to(pilot, "stickers")
            await pilot.press("p")
            await until(pilot, lambda: bool(browser.files))
    assert not saw.here
    assert not saw.on_loop


async def test_a_picture_is_brought_and_cut(seat: Seat, book: ClassBook, tmp_path: Path) -> None:
    app, browser = served(seat, book)
    with watched() as saw:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("b")
            await until(pilot, lambda: isinstance(app.screen, PicturesScreen))
            await pilot.press("b")
            await until(pilot, lambda: isinstance(app.screen, BringScreen) and browser.offer is not None)
            browser.bring(photo(tmp_path))
            await until(pilot, lambda: isinstance(app.screen, CaptionScreen))
            await pilot.press(*"fish", "enter")
            await until(pilot, lambda: isinstance(app.screen, PicturesScreen))
            await until(pilot, lambda: app.screen.query_one(BeforeAfter).shape is not None)
            for key in "rso":
                await pilot.press(key)
                await until(pilot, lambda: app.screen.query_one(BeforeAfter).shape is not None)
            await pilot.press("c")
            await until(pilot, lambda: isinstance(app.screen, CropScreen))
            await pilot.press("escape")
    assert not saw.here
    assert not saw.on_loop - {"proved"}, "a deed looks at what it keeps"
    assert "picture_in" in saw.ran


async def test_photos_come_from_the_phone(seat: Seat, book: ClassBook, tmp_path: Path) -> None:
    app, browser = served(seat, book)
    with watched() as saw:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("B")
            await until(pilot, lambda: browser.offer is not None)
            browser.bring(*(photo(tmp_path, colour) for colour in ("red", "blue")))
            await said(pilot, "2 photos wait.")
            await until(pilot, lambda: len(app.screen.query_one(PhotoRows).photos) == 2)
    assert not saw.here
    assert not saw.on_loop
    assert "Outputs.put_into_drop" in saw.ran


async def test_a_part_of_a_photo_is_kept_as_evidence(seat: Seat, book: ClassBook, tmp_path: Path) -> None:
    allow(book, ["ava"])
    app = LoneApp(EvidencePhoto(seat, Sitting(book, usual_adult(book)), ("ava", "u/halves")))
    app.slow_lane = seat.elsewhere.threads  # type: ignore[attr-defined]
    browser = StandIn(app)
    with watched() as saw:
        async with app.run_test(size=(80, 40)) as pilot:
            await until(pilot, lambda: isinstance(app.screen, BringScreen) and browser.offer is not None)
            browser.bring(photo(tmp_path))
            await said(pilot, "Enter keeps it")
            await pilot.press("c")
            await until(pilot, lambda: isinstance(app.screen, CropScreen))
            await pilot.press("minus", "enter")
            await until(pilot, lambda: isinstance(app.screen, EvidencePhoto))
            await pilot.press("enter")
            await until(pilot, lambda: bool(app.left))
    assert not saw.here
    assert not saw.on_loop
    assert "proved" in saw.ran


async def test_a_child_sends_a_picture(seat: Seat, book: ClassBook, tmp_path: Path) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    Image.new("RGB", (60, 40), "green").save(book.outputs.drop / "waits.png")
    app = LoneApp(MyPath(seat, Visit(book, "ava", Known.BY_WORD), SHELF, "u", at_kiosk=True))
    app.slow_lane = seat.elsewhere.threads  # type: ignore[attr-defined]
    browser = StandIn(app)

    async def press(words: str) -> None:
        await until(pilot, lambda: words in offered(app))
        await pilot.press(str(offered(app).index(words) + 1))

    with watched() as saw:
        async with app.run_test(size=(80, 50)) as pilot:
            for words in ("My stickers", "Halves", "Bring a picture"):
                await press(words)
            await until(pilot, lambda: offered(app) == ["", child_path.FROM_PHONE, "Back"])
            browser.bring(photo(tmp_path))
            await until(pilot, lambda: child_path.MINE in offered(app))
            await press(child_path.MINE)
            await until(pilot, lambda: "What it shows" in offered(app))
    assert not saw.here
    assert not saw.on_loop - {"proved"}


async def test_a_new_pin_is_hidden(seat: Seat, book: ClassBook) -> None:
    app = LoneApp(NewPinScreen(Sitting(book, usual_adult(book))))
    with watched() as saw:
        async with app.run_test(size=(60, 30)) as pilot:
            await pilot.press(*"4716", "enter", *"4716", "enter")
            await until(pilot, lambda: app.left == [True])
    assert "hidden" in saw.ran
    assert not saw.on_loop


@pytest.mark.parametrize("elsewhere", ["thread", "workshop"])
async def test_one_that_is_done_in_the_wrong_place_is_found(shop: Workshop, tmp_path: Path, elsewhere: str) -> None:
    where: Elsewhere = IN_THIS_THREAD if elsewhere == "thread" else shop
    file = photo(tmp_path)
    png = take_in(file).png
    with watched() as saw:
        picture_in(png, 24)
        await asyncio.to_thread(where.run, cells_in, png, WHOLE_DRAWING, SIZES)
    assert saw.on_loop == {"picture_in"}
    assert saw.here == ({"cells_in"} if elsewhere == "thread" else set())
