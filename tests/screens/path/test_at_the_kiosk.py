"""A child's own page at the kiosk: by its word and by its sign alone, its stickers, its helper, and the way out."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from textual.pilot import Pilot

from board.deeds.pictures import Gallery
from board.deeds.visit import Visit
from board.mastery.facts import Kind
from board.mastery.kiosk import Known
from board.mastery.pictures import Origin
from board.screens.drawing.draw import DrawScreen
from board.screens.path.cover import CoverScreen
from board.screens.path.hand_over import HandOver
from board.screens.path.my_path import MyPath
from board.screens.path.pick_picture import PickPicture
from board.screens.pictures.caption import CaptionScreen
from board.store.class_book import ClassBook
from board.store.draft import Draft
from board.widgets.path_tiles import BigTiles
from board.widgets.pixel_canvas import PixelCanvas
from board.words import child_path
from board.words.outcomes.to_child import TEACHER_LOOKS
from child_pages import WAYS, my_path, offered, says, tap, with_ways
from lone_app import LoneApp
from screen_driver import seen, until

STEPS = ("halves", "thirds", "fourths")


def marked(book: ClassBook, *drafts: Draft) -> None:
    book.record(drafts, book.assessors[0].id)


def got(book: ClassBook, *names: str) -> None:
    marked(book, *(Draft(Kind.MASTERED, "ava", f"u/{name}") for name in names))


def kinds(book: ClassBook, by: str = "ava") -> list[Kind]:
    return [fact.kind for fact in book.facts if fact.by == by]


async def offers(pilot: Pilot[Any], *words: str) -> None:
    await until(pilot, lambda: offered(pilot.app) == list(words))


async def press_tile(pilot: Pilot[Any], words: str) -> None:
    """Press the digit of the picture that says so."""
    app = pilot.app
    await until(pilot, lambda: bool(app.screen.query(BigTiles)) and words in offered(app))
    await pilot.press(str(offered(app).index(words) + 1))


@pytest.mark.parametrize("key", ["escape", "4"])
async def test_at_the_kiosk_a_child_leaves_by_itself(book: ClassBook, key: str) -> None:
    app = LoneApp(my_path(book, at_kiosk=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await offers(pilot, "Halves", "Thirds", "Fourths", "Bye!")
        await pilot.press(key)
        await until(pilot, lambda: app.left == [None])


async def test_before_a_teacher_the_page_has_no_way_out_for_the_child(book: ClassBook) -> None:
    app = LoneApp(my_path(book))
    async with app.run_test(size=(80, 24)) as pilot:
        await offers(pilot, "Halves", "Thirds", "Fourths")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HandOver))


async def test_by_its_sign_alone_one_sees_stickers_and_asks_and_nothing_else(book: ClassBook) -> None:
    with_ways(book)
    got(book, "thirds")
    marked(
        book,
        Draft(Kind.KEEP_WORKING, "ava", "u/halves", note="xylophone"),
        Draft(Kind.WANTED, "ava", "u/fourths"),
        Draft(Kind.READY, "ava", "u/fourths", way="xylophone"),
    )
    app = LoneApp(my_path(book, known=Known.BY_SIGN, at_kiosk=True))
    async with app.run_test(size=(120, 40)) as pilot:
        await offers(pilot, "Halves", "Fourths", "My stickers", "Bye!")
        assert not any(tile.beside for tile in app.screen.query_one(BigTiles).tiles)
        await pilot.press("1")
        await offers(pilot, "I'm ready", "Back")
        assert "xylophone" not in seen(app)
        await pilot.press("1")
        await offers(pilot, *WAYS, "My own way", "Back")
        await pilot.press("2")
        await says(pilot, TEACHER_LOOKS)
        await pilot.press("1")
        await offers(pilot, "Halves", "Fourths", "My stickers", "Bye!")
        assert not any(tile.beside for tile in app.screen.query_one(BigTiles).tiles), (
            "a request is not shown to anybody"
        )
        await pilot.press("3", "1")
        await offers(pilot, "Back")
        await pilot.press("1", "2")
        await offers(pilot, "Halves", "Fourths", "My stickers", "Bye!")
    assert [(fact.kind, fact.way) for fact in book.facts if not fact.by] == [(Kind.MAYBE_READY, WAYS[1])]


async def test_a_helper_is_asked_for_and_came(book: ClassBook) -> None:
    app = LoneApp(my_path(book, at_kiosk=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await offers(pilot, "Halves", "Thirds", "Fourths", "Bye!")
        await pilot.press("1")
        await offers(pilot, "I want to", "I'm ready", "Draw", "A helper, please", "Back")
        await pilot.press("4")
        await says(pilot, "I would like a helper.")
        await pilot.press("2", "4")
        await until(pilot, lambda: len(kinds(book)) == 2)
        await pilot.press("3")
        await offers(pilot, "I want to", "I'm ready", "Draw", "Back")
        await pilot.press("4", "1")
        await offers(pilot, "I want to", "I'm ready", "Draw", "A helper came", "Back")
        await pilot.press("4")
        await says(pilot, "Help was here.")
    assert kinds(book) == [Kind.HELP_WANTED, Kind.HELP_WANTED, Kind.HELP_OVER]


async def test_stickers_stand_on_pages_of_nine_and_the_newest_comes_first(book: ClassBook) -> None:
    names = [spot.id.removeprefix("u/") for spot in book.units[0].spots]
    got(book, *names[:9])
    app = LoneApp(my_path(book, at_kiosk=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "My stickers" in offered(app))
        await pilot.press(str(offered(app).index("My stickers") + 1))
        await until(pilot, lambda: offered(app)[-2:] == ["Back", "More"])
        first = offered(app)[:-2]
        assert first[0].casefold() == names[8]
        await pilot.press("9")
        await until(pilot, lambda: offered(app)[:-2] not in ([], first))
        assert len({*first, *offered(app)[:-2]}) == 9
        await pilot.press("3")
        await until(pilot, lambda: "Bye!" in offered(app))


async def test_a_sticker_is_looked_at_and_told_about_where_it_is_the_childs_own(book: ClassBook) -> None:
    got(book, "halves")
    app = LoneApp(my_path(book, at_kiosk=True))
    async with app.run_test(size=(120, 40)) as pilot:
        await tap(pilot, "My stickers")
        await tap(pilot, "Halves")
        await offers(pilot, "Draw", "Bring a picture", "Back")
        Gallery(Visit(book, "ava", Known.BY_WORD).sitting).bring(
            "ava", "u/halves", ("0" * 32, b"png"), origin=Origin.STUDIO, caption="xylophone"
        )
        await offers(pilot, "Draw", "Bring a picture", "What it shows", "Back")
        await says(pilot, "My picture shows", "xylophone")
        await pilot.press("3")
        await until(pilot, lambda: isinstance(app.screen, CaptionScreen))
        await pilot.press("escape")
        await offers(pilot, "Draw", "Bring a picture", "What it shows", "Back")


async def test_who_has_made_enough_for_now_finds_no_pencil(book: ClassBook) -> None:
    got(book, "halves")
    screen = my_path(book, at_kiosk=True)
    gallery = Gallery(screen._visit.sitting)
    while screen._visit.may_draw:
        gallery.bring("ava", "u/halves", (f"{len(book.facts):032}", b"png"), origin=Origin.STUDIO)
    app = LoneApp(screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "My stickers" in offered(app))
        await pilot.press("1")
        await until(pilot, lambda: "I want to" in offered(app))
        assert "Draw" not in offered(app)


def photo(book: ClassBook, name: str, colour: str = "red") -> Path:
    place = book.outputs.drop / name
    place.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (60, 40), colour).save(place)
    return place


async def _to_bring(pilot: Pilot[Any], app: LoneApp) -> None:
    await press_tile(pilot, "My stickers")
    await press_tile(pilot, "Halves")
    await press_tile(pilot, "Bring a picture")
    await until(pilot, lambda: isinstance(app.screen, PickPicture))


async def test_a_picture_is_brought_by_looking_and_no_name_of_a_file_is_seen(book: ClassBook) -> None:
    got(book, "halves")
    places = [photo(book, f"Ben Xylophone {number}.png") for number in range(3)]
    (book.outputs.drop / "Xylophone.png").write_bytes(b"no picture at all")
    (book.outputs.drop / "notes.txt").write_text("xylophone")
    (book.outputs.drop / "link.png").symlink_to(Path("/etc/passwd"))
    app = LoneApp(my_path(book, at_kiosk=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await _to_bring(pilot, app)
        await until(pilot, lambda: len(offered(app)) == 4)
        assert "ylophone" not in seen(app)
        await pilot.press("2")
        await until(pilot, lambda: offered(app) == [child_path.MINE, "Back"])
        assert "ylophone" not in seen(app)
        await pilot.press("2")
        await until(pilot, lambda: len(offered(app)) == 4)
        await pilot.press("1")
        await until(pilot, lambda: offered(app) == [child_path.MINE, "Back"])
        await pilot.press("1")
        await says(pilot, "That's your picture!")
    assert [place.exists() for place in places].count(True) == 2
    assert kinds(book) == [Kind.PICTURE_ADDED, Kind.PICTURE_PLACED]


async def test_where_no_picture_waits_a_sign_says_so_until_one_comes(book: ClassBook) -> None:
    got(book, "halves")
    app = LoneApp(my_path(book, at_kiosk=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await _to_bring(pilot, app)
        await says(pilot, child_path.NO_PICTURES[:30])
        photo(book, "new.png")
        await until(pilot, lambda: len(offered(app)) == 2)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, MyPath))


async def test_after_the_only_picture_went_another_one_is_found(book: ClassBook) -> None:
    got(book, "halves")
    photo(book, "old.png")
    app = LoneApp(my_path(book, at_kiosk=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await _to_bring(pilot, app)
        await until(pilot, lambda: len(offered(app)) == 2)
        (book.outputs.drop / "old.png").unlink()
        await pilot.press("1")
        await says(pilot, child_path.NO_PICTURES[:30])
        photo(book, "new.png")
        await until(pilot, lambda: len(offered(app)) == 2)


async def test_a_folder_that_does_not_answer_holds_nobody_up(book: ClassBook, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading  # noqa: PLC0415 - only here

    answers = threading.Event()

    def slow(_folder: Path) -> tuple[object, ...]:
        answers.wait(30)
        return ()

    monkeypatch.setattr("board.screens.path.pick_picture.pictures_in", slow)
    got(book, "halves")
    app = LoneApp(my_path(book, at_kiosk=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await _to_bring(pilot, app)
        await says(pilot, child_path.LOOKING)
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, MyPath))
        answers.set()
        await pilot.press("escape")
        await until(pilot, lambda: "Bye!" in offered(app))


async def test_nothing_that_is_pasted_or_typed_reaches_another_folder(book: ClassBook, tmp_path: Path) -> None:
    from textual import events  # noqa: PLC0415 - only here

    elsewhere = tmp_path / "secret.png"
    Image.new("RGB", (8, 8)).save(elsewhere)
    got(book, "halves")
    app = LoneApp(my_path(book, at_kiosk=True))
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(2):
            app.screen.post_message(events.Paste(str(elsewhere)))
            await pilot.pause()
            await pilot.press(*"bo/~", "tab", "ctrl+v", "ctrl+o")
        await _to_bring(pilot, app)
        app.screen.post_message(events.Paste(str(elsewhere)))
        await pilot.press(*"/etc", "tab", "h", "p", "d")
        await says(pilot, child_path.NO_PICTURES[:30])
        assert isinstance(app.screen, PickPicture)
    assert not kinds(book)


async def test_a_folder_that_is_gone_is_a_folder_with_nothing_in_it(book: ClassBook) -> None:
    got(book, "halves")
    shutil.rmtree(book.outputs.drop, ignore_errors=True)
    app = LoneApp(my_path(book, at_kiosk=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await _to_bring(pilot, app)
        await says(pilot, child_path.NO_PICTURES[:30])


async def test_a_day_with_digits_only(book: ClassBook) -> None:
    with_ways(book)
    got(book, "fourths")
    app = LoneApp(my_path(book, at_kiosk=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await press_tile(pilot, child_path.COVER_IT)
        await until(pilot, lambda: isinstance(app.screen, CoverScreen))
        await pilot.press("1")
        await until(pilot, lambda: kinds(book) == [Kind.COVERED])
        await pilot.press("9")
        await until(pilot, lambda: isinstance(app.screen, MyPath))
        await pilot.press("9")
        await offers(pilot, "Halves", "Thirds", "My stickers", "Bye!")
        await pilot.press("1", "2", "2")
        await until(pilot, lambda: Kind.READY in kinds(book))
        await pilot.press("1", "3")
        await until(pilot, lambda: isinstance(app.focused, PixelCanvas))
        await pilot.press("3", "3", "right", "3", "down", "3")
        await until(pilot, lambda: sum(map(bool, app.screen.canvas.shown.pixels)) == 3)  # type: ignore[attr-defined]
        await pilot.press("0")
        await until(pilot, lambda: child_path.DONE in offered(app))
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, MyPath))
        await pilot.press("4")
        await until(pilot, lambda: Kind.HELP_WANTED in kinds(book))
        await pilot.press("4")
        await until(pilot, lambda: app.left == [None])
    made = [Kind.PICTURE_ADDED, Kind.PICTURE_PLACED]
    assert kinds(book) == [Kind.COVERED, Kind.READY, *made, Kind.HELP_WANTED]


async def test_a_day_with_the_mouse_only(book: ClassBook) -> None:
    app = LoneApp(my_path(book, at_kiosk=True))
    async with app.run_test(size=(120, 40)) as pilot:
        await tap(pilot, "Halves")
        await tap(pilot, "I'm ready")
        await until(pilot, lambda: len(kinds(book)) == 1)
        await tap(pilot, "Thirds")
        await tap(pilot, "Draw")
        await until(pilot, lambda: isinstance(app.screen, DrawScreen))
        await pilot.click("PixelCanvas", offset=(10, 5))
        await tap(pilot, "That's my picture!")
        await until(pilot, lambda: isinstance(app.screen, MyPath))
        await tap(pilot, "A helper")
        await until(pilot, lambda: Kind.HELP_WANTED in kinds(book))
        await tap(pilot, "Bye!")
        await until(pilot, lambda: app.left == [None])
    assert kinds(book) == [Kind.READY, Kind.PICTURE_ADDED, Kind.PICTURE_PLACED, Kind.HELP_WANTED]
