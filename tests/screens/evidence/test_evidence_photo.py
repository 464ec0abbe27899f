"""Photos as evidence: brought, cut, thrown away, kept as pixels, and only where the family allows it."""

import os
from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PIL import Image
from textual import events
from textual.pilot import Pilot
from textual.widgets import OptionList

from board.art.intake import take_in
from board.deeds.evidence import Evidence
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.may import Actor
from board.screens.evidence.photo import EvidencePhoto
from board.screens.pictures.bring import BringScreen
from board.screens.pictures.crop import CropScreen
from board.store.class_book import ClassBook
from board.widgets.pixel_picture import PixelPicture
from lone_app import LoneApp
from screen_driver import seen, until
from seats import seat_at
from work_photos import SECRET, allow, photo_file

HALVES = ("ava", "u/halves")


def screen(book: ClassBook, mine: Path, actor: Actor | None = None) -> LoneApp:
    mine.mkdir(exist_ok=True)
    return LoneApp(EvidencePhoto(seat_at(mine), Sitting(book, actor or usual_adult(book)), HALVES))


@pytest.fixture
def app(book: ClassBook, tmp_path: Path) -> LoneApp:
    """The screen in a class in which Ava's family allows photos."""
    allow(book, ["ava"])
    return screen(book, tmp_path / "mine")


def lying(book: ClassBook) -> list[str]:
    return sorted(path.name for path in (book.folder / "evidence").iterdir())


def kept(app: LoneApp) -> tuple[str, ...]:
    (contents,) = app.left
    assert isinstance(contents, tuple)
    return contents


async def is_on(pilot: Pilot[Any], kind: type) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, kind) and pilot.app.screen.is_running)
    await pilot.pause()


async def waits_to_be_taken(pilot: Pilot[Any]) -> None:
    await is_on(pilot, BringScreen)
    await until(pilot, lambda: pilot.app.screen.query_one("#waiting", OptionList).option_count > 0)


async def shows(pilot: Pilot[Any], text: str) -> None:
    await is_on(pilot, EvidencePhoto)
    await until(pilot, lambda: text in seen(pilot.app) and bool(pilot.app.screen.query_one(PixelPicture).pixels))


async def test_a_photo_from_the_drop_folder_is_kept_by_two_keys_and_nothing_is_before(
    book: ClassBook, app: LoneApp
) -> None:
    photo_file(book.outputs.drop / "wall.jpg")
    async with app.run_test(size=(80, 24)) as pilot:
        await waits_to_be_taken(pilot)
        await pilot.press("enter")
        await shows(pilot, "Enter keeps it")
        assert lying(book) == []
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.left))
    assert lying(book) == [f"{kept(app)[0]}.png"]
    data = (book.folder / "evidence" / lying(book)[0]).read_bytes()
    assert SECRET.encode() not in data
    assert {data[at - 4 : at] for at in (data.find(b"IHDR") + 4,)} == {b"IHDR"}
    assert not any(mark in data for mark in (b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"iCCP", b"tIME", b"Exif"))


async def test_only_the_part_that_was_chosen_is_kept(book: ClassBook, app: LoneApp, tmp_path: Path) -> None:
    file = photo_file(tmp_path / "mine" / "wall.png")
    async with app.run_test(size=(80, 24)) as pilot:
        await is_on(pilot, BringScreen)
        app.post_message(events.Paste(str(file)))
        await shows(pilot, "Enter keeps it")
        await pilot.press("c")
        await is_on(pilot, CropScreen)
        await pilot.press(*["shift+left"] * 12, *["left"] * 30, "enter")
        await shows(pilot, "Enter keeps it")
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.left))
    with Image.open(book.folder / "evidence" / lying(book)[0]) as picture:
        assert picture.width < 40
        assert picture.convert("RGB").getcolors() == [(picture.width * picture.height, (255, 0, 0))]


async def test_a_photo_of_two_children_waits_for_the_other_once_a_part_is_kept(book: ClassBook, app: LoneApp) -> None:
    photo_file(book.outputs.drop / "both.png")
    async with app.run_test(size=(80, 24)) as pilot:
        await waits_to_be_taken(pilot)
        await pilot.press("enter")
        await shows(pilot, "Enter keeps it")
        await pilot.press("c")
        await is_on(pilot, CropScreen)
        await pilot.press("minus", "minus", "enter")
        await shows(pilot, "Enter keeps it")
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.left))
    assert len(lying(book)) == 1
    assert [path.name for path in book.outputs.drop.iterdir()] == ["both.png"]


async def test_work_of_two_needs_both_families(book: ClassBook, tmp_path: Path) -> None:
    allow(book, ["ava"])
    (tmp_path / "mine").mkdir()
    shared = EvidencePhoto(seat_at(tmp_path / "mine"), Sitting(book, usual_adult(book)), HALVES, [("ben", "u/halves")])
    app = LoneApp(shared)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Ben C.: no photo of this child's work is kept" in seen(app))
        assert "2 students · Halves" in seen(app)


async def test_several_photos_are_looked_at_in_turn_and_one_is_thrown_away(book: ClassBook, app: LoneApp) -> None:
    for number, colour in enumerate(("red", "blue")):
        file = photo_file(book.outputs.drop / f"{colour}.png", colour)
        os.utime(file, (1_700_000_000 - number, 1_700_000_000 - number))
    blue = take_in(book.outputs.drop / "blue.png")
    async with app.run_test(size=(80, 24)) as pilot:
        await waits_to_be_taken(pilot)
        await pilot.press("enter")
        await shows(pilot, "Enter keeps it")
        await pilot.press("b")
        await waits_to_be_taken(pilot)
        await pilot.press("down", "enter")
        await shows(pilot, "Photo 2 of 2")
        await pilot.press("b")
        await waits_to_be_taken(pilot)
        await pilot.press("down", "enter")
        await shows(pilot, "Photo 2 of 2")  # the same once more is no third one
        await pilot.press("left")
        await shows(pilot, "Photo 1 of 2")
        await pilot.press("x")
        await shows(pilot, "Enter keeps it")
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.left))
    assert kept(app) == (blue.content,)
    assert lying(book) == [f"{blue.content}.png"]


async def test_whoever_goes_back_leaves_nothing_behind(book: ClassBook, app: LoneApp) -> None:
    photo_file(book.outputs.drop / "wall.jpg")
    async with app.run_test(size=(80, 24)) as pilot:
        await waits_to_be_taken(pilot)
        await pilot.press("enter")
        await shows(pilot, "Enter keeps it")
        await pilot.press("escape")
        await until(pilot, lambda: app.left == [None])
    assert lying(book) == []
    assert (book.outputs.drop / "wall.jpg").exists()


async def test_whoever_brings_none_is_not_asked_again(app: LoneApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await is_on(pilot, BringScreen)
        await pilot.press("escape")
        await until(pilot, lambda: app.left == [None])


async def test_without_the_family_it_says_how_to_ask_and_keeps_nothing(book: ClassBook, tmp_path: Path) -> None:
    app = screen(book, tmp_path / "mine")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "its family has not allowed" in seen(app))
        assert isinstance(app.screen, EvidencePhoto)
        await pilot.press("b", "enter", "c", "x")
        await until(pilot, lambda: "its family has not allowed" in seen(app))
        await pilot.press("escape")
        await until(pilot, lambda: app.left == [None])
    assert lying(book) == []


async def test_a_family_that_says_no_meanwhile_is_heard(book: ClassBook, app: LoneApp) -> None:
    photo_file(book.outputs.drop / "wall.jpg")
    async with app.run_test(size=(80, 24)) as pilot:
        await waits_to_be_taken(pilot)
        await pilot.press("enter")
        await shows(pilot, "Enter keeps it")
        allow(book, [])
        await pilot.press("enter")
        await until(pilot, lambda: "its family has not allowed" in seen(app))
        assert app.left == []
    assert lying(book) == []


@pytest.mark.parametrize("name", ["empty", "text", "folder", "cut"])
async def test_what_is_no_photo_is_refused_in_a_sentence(
    book: ClassBook, app: LoneApp, tmp_path: Path, name: str
) -> None:
    place = tmp_path / "mine" / "odd.jpg"
    whole = photo_file(place).read_bytes()
    place.unlink()
    if name == "folder":
        place.mkdir()
    else:
        place.write_bytes({"empty": b"", "text": b"no picture", "cut": whole[:200]}[name])
    async with app.run_test(size=(80, 24)) as pilot:
        await is_on(pilot, BringScreen)
        app.post_message(events.Paste(str(place)))
        await until(pilot, lambda: name == "folder" or bool(str(app.screen.query_one("#said").render()).strip()))
        await pilot.press("escape")
        await until(pilot, lambda: app.left == [None])
    assert lying(book) == []


async def test_one_that_is_being_kept_when_its_screen_is_taken_away_is_not_left_behind(
    book: ClassBook, app: LoneApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, put = Event(), Evidence.put

    def slowly(evidence: Evidence, photos: Sequence[tuple[str, bytes]]) -> None:
        goes_on.wait(30)
        put(evidence, photos)

    monkeypatch.setattr(Evidence, "put", slowly)
    photo_file(book.outputs.drop / "wall.jpg")
    async with app.run_test(size=(80, 24)) as pilot:
        await waits_to_be_taken(pilot)
        await pilot.press("enter")
        await shows(pilot, "Enter keeps it")
        await pilot.press("enter")
        await until(pilot, lambda: "Keeping it" in seen(app))
        await pilot.press("escape", "q", "enter")
        assert isinstance(app.screen, EvidencePhoto), "what is being kept is waited for"
        app.pop_screen()  # as where the class is closed
        await until(pilot, lambda: not isinstance(app.screen, EvidencePhoto))
        goes_on.set()
        await app.workers.wait_for_complete()
        assert lying(book) == []
    assert (book.outputs.drop / "wall.jpg").exists()
