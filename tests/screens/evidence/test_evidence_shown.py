"""The photos of a spot: large with one key, each with its words, taken away after asking, and only for adults."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from board.cli.context import seat_here
from board.deeds.evidence import Evidence
from board.deeds.judging import Judging
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.may import Actor
from board.mastery.people import AdultRole, Assessor
from board.mastery.progress import Status
from board.mastery.showing import Verdict
from board.screens.board.student import StudentScreen
from board.screens.evidence.shown import EvidenceShown
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS
from board.widgets.pixel_picture import PixelPicture
from lone_app import SHELF, LoneApp
from screen_driver import seen, until
from work_photos import allow, photo

AVA = ("ava", "u/halves")
ONE, TWO = photo(1), photo(2)


@pytest.fixture
def sitting(book: ClassBook) -> Sitting:
    """Ava has shown Halves with two photos."""
    allow(book, ["ava", "ben"])
    sitting = Sitting(book, usual_adult(book))
    contents = Evidence(sitting).keep([AVA], [(one.content, one.png) for one in (ONE, TWO)])
    Judging(sitting).judge([Verdict(*AVA, got_it=True, evidence=contents, caption="my [bold]pizza[/]")])
    return sitting


def page(sitting: Sitting) -> LoneApp:
    return LoneApp(StudentScreen(seat_here(), sitting, "u", AVA, SHELF))


def one_line(text: str) -> str:
    return " ".join(text.split())


async def shows(pilot: Pilot[Any], text: str) -> None:
    def is_seen() -> bool:
        return isinstance(pilot.app.screen, EvidenceShown) and one_line(text) in one_line(seen(pilot.app))

    await until(pilot, is_seen)


async def test_one_key_on_the_childs_page_shows_a_photo_large_with_its_words(sitting: Sitting) -> None:
    app = page(sitting)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, StudentScreen))
        await pilot.press("o")
        await shows(pilot, "1 of 2  ·  Ava B. · Halves  ·  Got it")
        await shows(pilot, "my [bold]pizza[/]")
        await until(pilot, lambda: bool(app.screen.query_one(PixelPicture).pixels))
        pixels = app.screen.query_one(PixelPicture).pixels
        assert pixels is not None
        assert len(pixels) >= 2 * 24 // 2
        await pilot.press("right")
        await shows(pilot, "2 of 2")
        await pilot.press("right")
        await shows(pilot, "1 of 2")
        await pilot.press("z")
        await until(pilot, lambda: isinstance(app.screen, StudentScreen))


async def test_a_photo_is_taken_away_when_it_is_asked_for_twice(sitting: Sitting) -> None:
    app = page(sitting)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, StudentScreen))
        await pilot.press("o")
        await shows(pilot, "1 of 2")
        await pilot.press("x")
        await shows(pilot, "takes it away; any other key leaves it")
        await pilot.press("right", "x")
        await shows(pilot, "takes it away; any other key leaves it")
        assert sitting.book.evidence.has(TWO.content)
        await pilot.press("x")
        await shows(pilot, "taken away for good")
        assert not sitting.book.evidence.has(TWO.content)
        await pilot.press("left")
        await shows(pilot, "1 of 2")
        await pilot.press("right")
        await shows(pilot, "This photo was taken away; what was marked stays.")
    assert sitting.book.progress.spot(*AVA).status is Status.MASTERED


async def test_who_may_not_take_it_away_reads_why(sitting: Sitting) -> None:
    sitting.book.edit(ASSESSORS, lambda now: (*now, Assessor("aide", "Mr. O", AdultRole.AIDE)))
    sitting.actor = Actor.adult("aide")
    app = page(sitting)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, StudentScreen))
        await pilot.press("o")
        await shows(pilot, "1 of 2")
        await pilot.press("x", "x")
        await shows(pilot, "for the teacher of this class")
    assert sitting.book.evidence.has(ONE.content)


async def test_a_photo_that_is_not_here_is_said_in_a_sentence(sitting: Sitting) -> None:
    sitting.book.evidence.drop(ONE.content)
    sitting.book.evidence.drop(TWO.content)
    app = page(sitting)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, StudentScreen))
        await pilot.press("o")
        await shows(pilot, "has not arrived on this computer yet")


async def test_a_spot_without_photos_says_so(book: ClassBook) -> None:
    app = page(Sitting(book, usual_adult(book)))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, StudentScreen))
        await pilot.press("o")
        await until(pilot, lambda: "No photo is kept of this spot." in seen(app))


async def test_while_a_child_looks_along_no_photo_opens(sitting: Sitting) -> None:
    app = page(sitting)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, StudentScreen))
        await pilot.press("w")
        await until(pilot, lambda: "looking together" in seen(app))
        await pilot.press("o")
        await pilot.pause()
        assert isinstance(app.screen, StudentScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 20)])
async def test_all_that_is_said_fits(sitting: Sitting, size: tuple[int, int]) -> None:
    app = LoneApp(EvidenceShown(sitting, AVA, Evidence(sitting).photos(AVA)))
    async with app.run_test(size=size) as pilot:
        for text in ("goes back", "leaves it"):
            await shows(pilot, text)
            foot = app.screen.query_one("#keys", Static)
            assert foot.region.bottom <= size[1]
            await pilot.press("x")
