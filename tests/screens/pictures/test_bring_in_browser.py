"""Bringing a picture from a browser: by its camera and from the class's own folder, and nothing of the computer that serves."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from textual import events

from board.art.intake import Taken
from board.deeds.sitting import Sitting, usual_adult
from board.screens.evidence.photo import EvidencePhoto
from board.screens.pictures.bring import BringScreen
from board.screens.pictures.bring_places import PictureTree
from board.screens.pictures.caption import CaptionScreen
from board.store.class_book import ClassBook
from in_browser import StandIn
from lone_app import LoneApp
from screen_driver import board_on, seen, until
from seats import seat_at
from work_photos import allow

Brought = list[tuple[str, str]]


@pytest.fixture
def brought() -> Brought:
    return []


@pytest.fixture
def app(book: ClassBook, tmp_path: Path, brought: Brought) -> LoneApp:
    home = tmp_path / "home"
    (home / "Pictures").mkdir(parents=True)
    Image.new("RGB", (60, 40), "green").save(home / "Pictures" / "Xylophone.png")

    def bring(taken: Taken, _file: Path, caption: str) -> bool:
        brought.append((taken.content, caption))
        return True

    app = LoneApp(BringScreen("Ava B. · Halves", seat_at(home), book.outputs.drop, bring))
    StandIn(app)
    return app


def browser(app: Any) -> StandIn:
    stand_in = app.browser
    assert isinstance(stand_in, StandIn)
    return stand_in


def photo(folder: Path, colour: str = "red") -> Path:
    place = folder / f"upload {colour}.png"
    Image.new("RGB", (60, 40), colour).save(place)
    return place


async def test_a_photo_from_the_camera_is_asked_about_and_brought(
    app: LoneApp, tmp_path: Path, brought: Brought
) -> None:
    sent = photo(tmp_path)
    async with app.run_test(size=(80, 50)) as pilot:
        await until(pilot, lambda: browser(app).offer is not None)
        browser(app).bring(sent)
        await until(pilot, lambda: isinstance(app.screen, CaptionScreen))
        assert not sent.exists()
        await pilot.press(*"fish", "enter")
        await until(pilot, lambda: app.left == [True])
    assert [caption for _, caption in brought] == ["fish"]
    assert browser(app).offer is None


async def test_without_words_another_may_be_taken(app: LoneApp, tmp_path: Path, brought: Brought) -> None:
    async with app.run_test(size=(80, 50)) as pilot:
        for colour in ("red", "blue"):
            await until(pilot, lambda: isinstance(app.screen, BringScreen) and browser(app).offer is not None)
            browser(app).bring(photo(tmp_path, colour))
            await until(pilot, lambda: isinstance(app.screen, CaptionScreen))
            await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, BringScreen))
    assert not brought


async def test_what_is_no_picture_is_said_and_gone(app: LoneApp, tmp_path: Path) -> None:
    bad = tmp_path / "bad.png"
    bad.write_text("Amara")
    async with app.run_test(size=(80, 50)) as pilot:
        await until(pilot, lambda: browser(app).offer is not None)
        browser(app).bring(bad)
        await until(pilot, lambda: "can't see a picture" in seen(app))
        await until(pilot, lambda: browser(app).offer is not None)
        assert not bad.exists()


async def test_nothing_of_the_computer_that_serves_is_seen_or_reached(
    app: LoneApp, tmp_path: Path, brought: Brought
) -> None:
    secret = tmp_path / "home" / "Pictures" / "Xylophone.png"
    async with app.run_test(size=(160, 50)) as pilot:
        await until(pilot, lambda: browser(app).offer is not None)
        assert not app.screen.query(PictureTree)
        await pilot.press("p", "d", "h")
        app.screen.post_message(events.Paste(str(secret)))
        await until(pilot, lambda: "There is no picture at this place" in seen(app))
        await pilot.press("tab", "tab", "enter")
        assert "ylophone" not in seen(app)
        assert isinstance(app.screen, BringScreen)
    assert not brought


async def test_what_is_pasted_on_the_board_is_no_place_there(book: ClassBook, tmp_path: Path) -> None:
    secret = photo(tmp_path)
    app = board_on(book)
    StandIn(app)
    async with app.run_test(size=(120, 40)) as pilot:
        before = app.screen
        app.screen.post_message(events.Paste(str(secret)))
        await until(pilot, lambda: bool(app._notifications))
        assert app.screen is before


async def test_a_photo_of_the_work_comes_by_the_camera_too(book: ClassBook, tmp_path: Path) -> None:
    allow(book, ["ava"])
    screen = EvidencePhoto(seat_at(tmp_path / "home"), Sitting(book, usual_adult(book)), ("ava", "u/halves"))
    app = LoneApp(screen)
    StandIn(app)
    async with app.run_test(size=(80, 50)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, BringScreen) and browser(app).offer is not None)
        browser(app).bring(photo(tmp_path))
        await until(pilot, lambda: "Enter keeps it" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.left))
    (kept,) = app.left
    assert isinstance(kept, tuple)
    assert len(kept) == 1
    assert (book.folder / "evidence" / f"{kept[0]}.png").exists()
