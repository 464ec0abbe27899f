"""Pictures that are sent to a child's screen in a browser: they become the child's own, or nobody's, and no file stays behind."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PIL import Image
from textual.pilot import Pilot

from board.art.brought import taken_and_shown
from board.art.formats.limits import EMPTY, NO_PICTURE, TOO_LARGE, TOO_LONG
from board.deeds.visit import MOST_SENT, Visit
from board.mastery.facts import Kind
from board.screens.path.my_path import MyPath
from board.screens.path.pick_picture import PickPicture
from board.store.class_book import ClassBook
from board.store.draft import Draft
from board.widgets.qr_code import QrCode
from board.words import child_path
from child_pages import my_path, offered, says
from in_browser import StandIn
from lone_app import LoneApp
from picture_attacks import ENDLESS, LARGE
from screen_driver import seen, until

MADE = [Kind.PICTURE_ADDED, Kind.PICTURE_PLACED]
FROM = child_path.FROM_PHONE


def kinds(book: ClassBook, by: str = "ava") -> list[Kind]:
    return [fact.kind for fact in book.facts if fact.by == by]


def photo(folder: Path, colour: str = "red", name: str = "Ben Xylophone.png") -> Path:
    """A picture on its way, in a file of the server."""
    place = folder / f"upload-{colour}-{name}"
    Image.new("RGB", (60, 40), colour).save(place)
    return place


def on_their_way(folder: Path) -> list[Path]:
    return list(folder.glob("upload*"))


def contents(book: ClassBook) -> list[str]:
    return [path.stem for path in (book.folder / "art").glob("*.png")]


@contextmanager
def stopped(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Pictures are taken in only once a test says so."""
    goes_on = Event()

    def slowly(*given: Any) -> Any:
        goes_on.wait(30)
        return taken_and_shown(*given)

    monkeypatch.setattr("board.screens.path.pick_picture.taken_and_shown", slowly)
    try:
        yield goes_on
    finally:
        goes_on.set()


@pytest.fixture
def app(book: ClassBook) -> LoneApp:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    app = LoneApp(my_path(book, at_kiosk=True))
    StandIn(app)
    return app


def browser(app: LoneApp) -> StandIn:
    stand_in = app.browser  # type: ignore[attr-defined]
    assert isinstance(stand_in, StandIn)
    return stand_in


async def press(pilot: Pilot[Any], words: str) -> None:
    """Press the digit of the picture that says so."""
    await until(pilot, lambda: words in offered(pilot.app))
    await pilot.press(str(offered(pilot.app).index(words) + 1))


async def to_bring(pilot: Pilot[Any]) -> None:
    await press(pilot, "My stickers")
    await press(pilot, "Halves")
    await press(pilot, "Bring a picture")
    await says(pilot, child_path.PRESS_CAMERA)


async def offers(pilot: Pilot[Any], *words: str) -> None:
    await until(pilot, lambda: offered(pilot.app) == list(words))


async def test_a_photo_from_the_pages_camera_becomes_the_childs_own_picture(
    book: ClassBook, app: LoneApp, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 50)) as pilot:
        await to_bring(pilot)
        sent = photo(tmp_path)
        assert browser(app).offer is not None
        assert not browser(app).offer.many  # type: ignore[union-attr]
        browser(app).bring(sent)
        await offers(pilot, child_path.MINE, "Back")
        assert not sent.exists()
        assert "ylophone" not in seen(app)
        assert kinds(book) == [], "the child has not said yet that it is its own"
        await press(pilot, child_path.MINE)
        await until(pilot, lambda: isinstance(app.screen, MyPath))
        await says(pilot, "That's your picture!")
        assert browser(app).offer is None
    assert kinds(book) == MADE
    assert book.progress.picture("ava", "u/halves") is not None


async def test_it_waits_for_an_adult_as_any_picture_does(book: ClassBook, app: LoneApp, tmp_path: Path) -> None:
    assert book.about.looks_first
    async with app.run_test(size=(80, 50)) as pilot:
        await to_bring(pilot)
        browser(app).bring(photo(tmp_path))
        await offers(pilot, child_path.MINE, "Back")
        await press(pilot, child_path.MINE)
        await until(pilot, lambda: kinds(book) == MADE)
    art = book.progress.picture("ava", "u/halves")
    assert art is not None
    assert art.waits


async def test_one_that_is_not_the_right_one_is_taken_again(book: ClassBook, app: LoneApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 50)) as pilot:
        await to_bring(pilot)
        browser(app).bring(photo(tmp_path, "red"))
        await offers(pilot, child_path.MINE, "Back")
        assert browser(app).offer is None, "while one is looked at no other comes"
        await press(pilot, "Back")
        await says(pilot, child_path.PRESS_CAMERA)
        browser(app).bring(photo(tmp_path, "blue"))
        await offers(pilot, child_path.MINE, "Back")
        await press(pilot, child_path.MINE)
        await until(pilot, lambda: kinds(book) == MADE)
    assert len(contents(book)) == 1
    assert not on_their_way(tmp_path)


async def test_another_device_looks_at_a_code(app: LoneApp, tmp_path: Path, book: ClassBook) -> None:
    async with app.run_test(size=(52, 52)) as pilot:
        await to_bring(pilot)
        await press(pilot, FROM)
        await offers(pilot, "Back")
        offer = browser(app).offer
        assert offer is not None
        assert app.screen.query_one(QrCode)._text == offer.link
        assert offer.link not in seen(app)
        browser(app).bring(photo(tmp_path))
        await offers(pilot, child_path.MINE, "Back")
        assert not app.screen.query_one(QrCode).display
        await press(pilot, "Back")
        await press(pilot, FROM)
        await until(pilot, lambda: app.screen.query_one(QrCode)._text not in ("", offer.link))


async def test_where_no_other_device_can_reach_it_there_is_no_code(app: LoneApp) -> None:
    async with app.run_test(size=(80, 50)) as pilot:
        await press(pilot, "My stickers")
        await press(pilot, "Halves")
        browser(app).offer_upload = _without_link(browser(app).offer_upload)  # type: ignore[method-assign]
        await press(pilot, "Bring a picture")
        await says(pilot, child_path.PRESS_CAMERA)
        assert offered(app) == ["Back"]


def _without_link(offer: Callable[..., Any]) -> Callable[..., Any]:
    def made(*given: Any, **named: Any) -> Any:
        offered = offer(*given, **named)
        offered.link = ""
        return offered

    return made


WRONG: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", EMPTY),
    "a text": (lambda: b"Amara O. was here", NO_PICTURE),
    "a page": (lambda: b"<html><script>alert(1)</script>", NO_PICTURE),
    **{name: (make, TOO_LARGE) for name, make in LARGE.items()},
    "crumbs": (ENDLESS["webp of crumbs"], TOO_LONG),
}


@pytest.mark.parametrize("name", sorted(WRONG))
async def test_what_is_no_picture_is_said_in_a_childs_words_and_another_may_come(
    app: LoneApp, tmp_path: Path, book: ClassBook, name: str
) -> None:
    bad = tmp_path / "upload.png"
    make, said = WRONG[name]
    bad.write_bytes(make())
    async with app.run_test(size=(107, 37)) as pilot:
        await to_bring(pilot)
        browser(app).bring(bad)
        await says(pilot, said[:30])
        await offers(pilot, FROM, "Back")
        assert not bad.exists()
        browser(app).bring(photo(tmp_path))
        await offers(pilot, child_path.MINE, "Back")
        assert kinds(book) == []


async def test_the_offer_ends_with_the_screen(app: LoneApp) -> None:
    async with app.run_test(size=(80, 50)) as pilot:
        await to_bring(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, MyPath))
        assert browser(app).offer is None


async def test_what_is_on_its_way_when_the_child_goes_is_kept_for_it(
    book: ClassBook, app: LoneApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = photo(tmp_path)
    with stopped(monkeypatch) as goes_on:
        async with app.run_test(size=(80, 50)) as pilot:
            await to_bring(pilot)
            browser(app).bring(sent)
            await says(pilot, child_path.COMING)
            await pilot.press("escape", "escape", "escape", "escape")
            await until(pilot, lambda: not isinstance(app.screen, PickPicture))
            goes_on.set()
            await until(pilot, lambda: kinds(book) == MADE)
            assert not sent.exists()
    assert [art.student for art in book.progress.shelf("ava").values()] == ["ava"]


async def test_it_takes_no_other_pictures_place_then(
    book: ClassBook, app: LoneApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(80, 50)) as pilot:
        await to_bring(pilot)
        browser(app).bring(photo(tmp_path, "red"))
        await offers(pilot, child_path.MINE, "Back")
        await press(pilot, child_path.MINE)
        await until(pilot, lambda: kinds(book) == MADE)
        mine = book.progress.picture("ava", "u/halves")
        with stopped(monkeypatch) as goes_on:
            await until(pilot, lambda: "Bring a picture" in offered(app))
            await press(pilot, "Bring a picture")
            await says(pilot, child_path.PRESS_CAMERA)
            browser(app).bring(photo(tmp_path, "blue"))
            await says(pilot, child_path.COMING)
            await pilot.press("escape", "escape")
            await until(pilot, lambda: not isinstance(app.screen, PickPicture))
            goes_on.set()
            await until(pilot, lambda: kinds(book) == [*MADE, Kind.PICTURE_ADDED])
    assert book.progress.picture("ava", "u/halves") == mine


async def test_one_that_is_looked_at_when_nobody_is_there_any_more_is_kept(
    book: ClassBook, app: LoneApp, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 50)) as pilot:
        await to_bring(pilot)
        browser(app).bring(photo(tmp_path))
        await offers(pilot, child_path.MINE, "Back")
        app.screen.dismiss(None)  # as the kiosk does after a while
        await until(pilot, lambda: "What it shows" in offered(app))
    assert kinds(book) == MADE


async def test_of_a_child_that_was_erased_meanwhile_nothing_is_kept(
    book: ClassBook, app: LoneApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = photo(tmp_path)
    with stopped(monkeypatch) as goes_on:
        async with app.run_test(size=(80, 50)) as pilot:
            await to_bring(pilot)
            browser(app).bring(sent)
            await says(pilot, child_path.COMING)
            from board.store.documents.tables import STUDENTS  # noqa: PLC0415 - only here

            book.edit(STUDENTS, lambda them: tuple(one for one in them if one.id != "ava"))
            app.screen.dismiss(None)
            await until(pilot, lambda: not isinstance(app.screen, PickPicture))
            goes_on.set()
            await until(pilot, lambda: not sent.exists())
    assert not contents(book)


async def test_a_hand_that_sends_without_end_is_stopped(book: ClassBook, app: LoneApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 50)) as pilot:
        await to_bring(pilot)
        for number in range(MOST_SENT):
            assert browser(app).offer is not None, number
            browser(app).bring(photo(tmp_path, "red", f"{number}.png"))
            await offers(pilot, child_path.MINE, "Back")
            await press(pilot, "Back")
            await until(pilot, lambda: child_path.MINE not in offered(app))
        assert browser(app).offer is None
        await says(pilot, child_path.NO_PICTURES[:30])
    assert kinds(book) == []


async def test_files_nobody_asked_for_do_not_stay(app: LoneApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 50)) as pilot:
        await to_bring(pilot)
        browser(app).bring(*(photo(tmp_path, colour) for colour in ("red", "blue", "green")))
        await offers(pilot, child_path.MINE, "Back")
    assert not on_their_way(tmp_path)


async def test_pictures_of_the_folder_stand_beside_the_camera(book: ClassBook, app: LoneApp) -> None:
    Image.new("RGB", (60, 40), "red").save(book.outputs.drop / "one.png")
    async with app.run_test(size=(80, 50)) as pilot:
        await press(pilot, "My stickers")
        await press(pilot, "Halves")
        await press(pilot, "Bring a picture")
        await offers(pilot, "", FROM, "Back")
        assert browser(app).offer is not None
        await pilot.press("1")
        await offers(pilot, child_path.MINE, "Back")


async def test_on_a_terminal_nothing_of_it_is_there(book: ClassBook) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    app = LoneApp(my_path(book, at_kiosk=True))
    async with app.run_test(size=(80, 50)) as pilot:
        await press(pilot, "My stickers")
        await press(pilot, "Halves")
        await press(pilot, "Bring a picture")
        await says(pilot, child_path.NO_PICTURES[:30])
        assert offered(app) == ["Back"]


def test_a_visit_counts_what_is_sent(book: ClassBook) -> None:
    from board.mastery.kiosk import Known  # noqa: PLC0415 - only here

    visit = Visit(book, "ava", Known.BY_WORD)
    for _ in range(MOST_SENT):
        assert visit.may_send
        visit.one_was_sent()
    assert not visit.may_send
    assert visit.may_draw
    assert not Visit(book, "ava", Known.BY_SIGN).may_send
