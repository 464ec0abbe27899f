"""Practising on the scoring guide: one judges first, reads then, sees where one differs, and leaves no trace."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from board.deeds.scoring import Scoring
from board.deeds.sitting import Sitting, usual_adult
from board.deeds.unit import with_changed_step
from board.screens.board.board import BoardScreen
from board.screens.guide.examples import ExamplesScreen
from board.screens.guide.practise import PractiseScreen
from board.screens.guide.write import GuideForm
from board.screens.pictures.large_picture import LargePicture
from board.store.class_book import ClassBook
from board.store.documents.tables import UNITS, changed
from board.widgets import glance
from board.widgets.pixel_picture import PixelPicture
from hostile import assert_clean_output
from lone_app import LoneApp
from screen_driver import board_on, seen, until
from work_shown import consent, show

HALVES = "u/halves"
SIZE = (80, 24)
CRITERIA = ("Cuts it in two", "Both parts are the same size")


@pytest.fixture
def guided(book: ClassBook) -> ClassBook:
    """A class with a guide in words for Halves."""
    said = {
        "criteria": CRITERIA,
        "counts": ("1: folds it because the fold is in the middle",),
        "not_yet": ("2: cuts off a corner because one part is smaller", "talks of cake"),
    }
    book.edit(UNITS, changed("u", with_changed_step(HALVES, said)))
    return book


def sitting(book: ClassBook) -> Sitting:
    return Sitting(book, usual_adult(book))


def practising(book: ClassBook, seed: str = "1", step: str = HALVES) -> LoneApp:
    return LoneApp(PractiseScreen(sitting(book), step, seed))


def files(*folders: Path) -> dict[str, bytes]:
    found = (path for folder in folders for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {str(path): path.read_bytes() for path in found}


WHYS = ("the fold is in the middle", "one part is smaller")


async def judged_all(pilot: Pilot[None], key: str) -> None:
    for number in (1, 2, 3):
        await until(pilot, lambda number=number: f"example {number} of 3" in seen(pilot.app))  # type: ignore[misc]
        await pilot.press(key)
        await until(pilot, lambda: "the guide say" in " ".join(seen(pilot.app).split()))
        await pilot.press("enter")


async def test_the_guides_word_and_reason_come_after_the_verdict_and_never_before(guided: ClassBook) -> None:
    app = practising(guided)
    async with app.run_test(size=SIZE) as pilot:
        for number in (1, 2, 3):
            await until(pilot, lambda number=number: f"example {number} of 3" in seen(app))  # type: ignore[misc]
            asked = seen(app)
            assert not any(why in asked for why in WHYS)
            assert "Got it, or keep working?" in asked
            assert "Nothing of it is kept." in asked
            await pilot.press("space")
            await until(pilot, lambda: "guide say" in seen(app))
            if "folds it" in asked:
                assert "Looks like (1)  Cuts it in two" in asked
                assert "You and the guide say got it, because the fold is in the middle" in seen(app)
            if "cuts off" in asked:
                assert "You said got it; the guide says keep working, because one part is smaller" in seen(app)
            if "talks" in asked:
                assert "The step as a whole  I can halves." in asked
                assert "You said got it; the guide says keep working." in seen(app)
            await pilot.press("enter")


async def test_at_the_end_one_sees_by_criterion_where_one_differs(guided: ClassBook) -> None:
    app = practising(guided)
    async with app.run_test(size=SIZE) as pilot:
        await judged_all(pilot, "space")
        await until(pilot, lambda: "Where you and the guide differ" in seen(app))
        words = " ".join(seen(app).split())
        assert "Cuts it in two You and the guide agree." in words
        assert (
            "Both parts are the same size You and the guide differ on 1 of 1. cuts off a corner You said got it;"
            in words
        )
        assert words.index("Cuts it in two") < words.index("Both parts") < words.index("The step as a whole")
        await pilot.press("a")
        await until(pilot, lambda: "example 1 of 3" in seen(app))


async def test_nothing_of_what_one_said_is_kept_anywhere(guided: ClassBook, home: Path) -> None:
    app = practising(guided)
    before = files(guided.folder, home)
    async with app.run_test(size=SIZE) as pilot:
        await judged_all(pilot, "k")
        await until(pilot, lambda: "differ" in seen(app))
        await pilot.press("escape")
        await until(pilot, lambda: bool(app.left))
    assert files(guided.folder, home) == before
    assert app.left == [None]
    assert before


async def test_a_key_too_many_judges_no_further_example(guided: ClassBook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glance, "SEEN_AFTER", 60.0)
    app = practising(guided)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "example 1 of 3" in seen(app))
        await pilot.press("space", "space", "k", "space", "a")
        assert "example 1 of 3" in seen(app)
        monkeypatch.setattr(glance, "SEEN_AFTER", 0.0)
        await pilot.press("enter", "enter", "enter")
        await until(pilot, lambda: "example 2 of 3" in seen(app))
        assert "Got it, or keep working?" in seen(app)


async def test_after_an_answer_the_keys_of_the_verdicts_go_on_too(guided: ClassBook) -> None:
    app = practising(guided)
    async with app.run_test(size=SIZE) as pilot:
        for number, key in ((1, "space"), (2, "k"), (3, "space")):
            await until(pilot, lambda number=number: f"example {number} of 3" in seen(app))  # type: ignore[misc]
            await pilot.press(key)
            await until(pilot, lambda: "guide say" in seen(app))
            await pilot.press(key)
        await until(pilot, lambda: "a Again" in seen(app))


async def test_keys_are_tapped_too(guided: ClassBook) -> None:
    app = practising(guided)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "example 1 of 3" in seen(app))
        await pilot.click("#judging", offset=(4, 0))
        await until(pilot, lambda: "guide say" in seen(app))
        await pilot.click("#judged", offset=(4, 0))
        await until(pilot, lambda: "example 2 of 3" in seen(app))


async def test_without_examples_it_is_said_how_to_add_some_and_then_one_practises(book: ClassBook) -> None:
    app = practising(book)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "There are no examples for this step yet." in seen(app))
        await pilot.press("space", "k", "enter", "x")
        await until(pilot, lambda: isinstance(app.screen, ExamplesScreen))
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, GuideForm))
        await pilot.press(*"folds it because it fits", "tab", *"tears it", "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ExamplesScreen) and "because it fits" in seen(app))
        await pilot.press("escape")
        await until(pilot, lambda: "example 1 of 2" in seen(app))


@pytest.fixture
def pictured(book: ClassBook) -> tuple[ClassBook, str]:
    """A class in which Ava's work is an example."""
    consent(book, "ava")
    picture = show(book, "ava")
    Scoring(sitting(book)).give(("ava", HALVES), picture, "", counts=True, why="Ava B. has two equal parts")
    return book, picture


async def test_work_of_a_child_is_shown_large_without_its_name(pictured: tuple[ClassBook, str]) -> None:
    app = practising(pictured[0])
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: app.screen.query_one(PixelPicture).pixels is not None)
        pixels = app.screen.query_one(PixelPicture).pixels
        assert pixels is not None
        assert len(pixels[0]) > 20
        await pilot.press("k")
        await until(pilot, lambda: "because (a child) has two equal parts" in " ".join(seen(app).split()))
        assert "Ava" not in seen(app)
        await pilot.press("z")
        await until(pilot, lambda: isinstance(app.screen, LargePicture))
        await pilot.press("q", "enter")
        await until(pilot, lambda: "A picture of a child's work." in seen(app))
        assert "Ava" not in seen(app)


async def test_when_consent_is_taken_back_meanwhile_the_work_is_gone_from_the_screen(
    pictured: tuple[ClassBook, str],
) -> None:
    book, _ = pictured
    app = practising(book)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: app.screen.query_one(PixelPicture).pixels is not None)
        await pilot.press("k")
        await until(pilot, lambda: "guide says" in seen(app))
        consent(book, "ava", photos=False)
        await until(pilot, lambda: "There are no examples for this step yet." in seen(app))
        assert app.screen.query_one(PixelPicture).pixels is None


async def test_a_damaged_picture_is_said_and_can_be_left(pictured: tuple[ClassBook, str]) -> None:
    book, picture = pictured
    for file in book.folder.rglob(f"{picture}*"):
        file.write_bytes(file.read_bytes()[:40] + b"\0" * 40 + b"\0\0\0\0IEND\xaeB`\x82")
    app = practising(book)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "This picture is damaged" in seen(app) or "no examples" in seen(app))
        await pilot.press("escape")
        await until(pilot, lambda: bool(app.left))


async def test_harmful_words_are_shown_as_they_are(book: ClassBook) -> None:
    line = "[/b] [red]x[/] \\[b] because [@click=app.quit]y[/]"
    book.edit(UNITS, changed("u", with_changed_step(HALVES, {"criteria": ("[/]",), "counts": (f"1: {line}",)})))
    app = practising(book)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "[/b] [red]x[/] \\[b]" in seen(app))
        assert "Looks like (1)  [/]" in seen(app)
        await pilot.press("k")
        await until(pilot, lambda: "[@click=app.quit]y[/]" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: "differ on 1 of 1" in seen(app))
        assert_clean_output(seen(app))


async def test_a_step_that_is_gone_leaves_an_empty_screen_and_no_fault(guided: ClassBook) -> None:
    app = practising(guided)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "example 1 of 3" in seen(app))
        guided.edit(UNITS, lambda _: ())
        await until(pilot, lambda: "There are no examples" in seen(app))


@pytest.mark.parametrize(
    ("keys", "screen"),
    [(("E",), PractiseScreen), (("E", "x"), ExamplesScreen), (("g", "p"), PractiseScreen)],
)
async def test_it_opens_from_the_board_and_where_steps_are_written(
    guided: ClassBook, keys: tuple[str, ...], screen: type[ExamplesScreen] | type[PractiseScreen]
) -> None:
    app = board_on(guided)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, BoardScreen) and "Ava B." in seen(app))
        for key in keys:
            await pilot.press(key)
            await until(pilot, lambda key=key: not isinstance(app.screen, BoardScreen) and app.screen.is_mounted)  # type: ignore[misc]
            await pilot.pause()
        await until(pilot, lambda: isinstance(app.screen, screen) and "Halves" in seen(app))
        while not isinstance(app.screen, BoardScreen):
            here = app.screen
            await pilot.press("escape")
            await until(pilot, lambda here=here: app.screen is not here)  # type: ignore[misc]
