"""The scoring guide side by side, written in words, and children's work made a part of it."""

import pytest
from textual.widgets import Static

from board.deeds.scoring import Scoring
from board.deeds.sitting import Sitting, usual_adult
from board.deeds.unit import with_changed_step
from board.mastery.facts import Kind
from board.mastery.may import Actor
from board.mastery.people import AdultRole, Assessor
from board.mastery.scoring import Example
from board.screens.guide.examples import ExamplesScreen
from board.screens.guide.work import WorkScreen
from board.screens.guide.write import GuideForm
from board.screens.parts.note import NoteScreen
from board.screens.pictures.large_picture import LargePicture
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, UNITS, changed, put
from board.widgets.pixel_picture import PixelPicture
from lone_app import LoneApp
from screen_driver import seen, until
from work_shown import consent, show

HALVES = "u/halves"
SIZE = (80, 24)
CRITERIA = ("Cuts it in two", "Both parts are the same size")


@pytest.fixture
def guided(book: ClassBook) -> ClassBook:
    """A class with criteria for Halves, and work of both children that is evidence there."""
    book.edit(UNITS, changed("u", with_changed_step(HALVES, {"criteria": CRITERIA})))
    for child, colour in (("ava", "red"), ("ben", "blue")):
        consent(book, child)
        show(book, child, colour=colour, kind=Kind.KEEP_WORKING)
    return book


def sitting(book: ClassBook) -> Sitting:
    return Sitting(book, usual_adult(book))


async def test_what_counts_stands_beside_what_does_not_yet_with_the_reasons(guided: ClassBook) -> None:
    said = {"counts": ("2: folds it because it fits",), "not_yet": ("tears it because it is torn",)}
    guided.edit(UNITS, changed("u", with_changed_step(HALVES, said)))
    app = LoneApp(ExamplesScreen(sitting(guided), HALVES))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "because it fits" in seen(app))
        lines = seen(app).splitlines()
        heading = next(line for line in lines if "Counts" in line)
        assert heading.index("Counts") < 40 < heading.index("Not yet")
        assert next(line for line in lines if "folds it" in line).index("folds it") < 40
        assert next(line for line in lines if "tears it" in line).index("tears it") > 40
        assert "2  Both parts are the same size" in seen(app)


async def test_examples_are_written_kept_and_taken_back(guided: ClassBook) -> None:
    app = LoneApp(ExamplesScreen(sitting(guided), HALVES))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "No example of what counts yet." in seen(app))
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, GuideForm))
        await pilot.press(*"3: folds it")
        await until(pilot, lambda: "There is no criterion 3 here" in seen(app))
        await pilot.press("home", "delete", "2", "end", *" because it fits", "escape")
        await until(pilot, lambda: "Not kept yet. Esc again leaves without it" in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ExamplesScreen) and "Scoring guide of Halves" in seen(app))
        assert Scoring(sitting(guided)).examples(HALVES) == (Example(True, CRITERIA[1], "folds it", "it fits"),)
        await pilot.press("u")
        await until(pilot, lambda: "Undone: Scoring guide of Halves" in seen(app))
        assert "No example of what counts yet." in seen(app)


async def test_what_another_writes_while_one_types_stays_beside_it(guided: ClassBook) -> None:
    app = LoneApp(ExamplesScreen(sitting(guided), HALVES))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, GuideForm))
        await pilot.press(*"mine")
        guided.edit(UNITS, changed("u", with_changed_step(HALVES, {"counts": ("of the other",), "not_yet": ("torn",)})))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ExamplesScreen) and "mine" in seen(app))
        assert all(words in seen(app) for words in ("of the other", "torn"))


async def test_the_numbers_of_criteria_that_were_sorted_anew_are_shown_at_once(guided: ClassBook) -> None:
    """Also where no written example is about one of them, and the examples stay the very same."""
    guided.edit(UNITS, changed("u", with_changed_step(HALVES, {"counts": ("2: folds it",)})))
    app = LoneApp(ExamplesScreen(sitting(guided), HALVES))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "2  Both parts are the same size" in seen(app))
        guided.edit(UNITS, changed("u", with_changed_step(HALVES, {"criteria": CRITERIA[::-1]})))
        await until(pilot, lambda: "1  Both parts are the same size" in seen(app))
        assert "folds it" in seen(app)


async def test_work_becomes_an_example_by_the_criterion_chosen_and_nobody_is_named(guided: ClassBook) -> None:
    app = LoneApp(ExamplesScreen(sitting(guided), HALVES))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "Scoring guide" in seen(app))
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, WorkScreen) and "picture 1 of 2" in seen(app))
        assert "is a name on it? A face?" in seen(app)
        await until(pilot, lambda: app.screen.query_one(PixelPicture).pixels is not None)
        await pilot.press("right", "2", "k")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        await pilot.press(*"one is smaller", "enter")
        await until(pilot, lambda: "is an example of what does not count yet" in seen(app))
        assert "picture 2 of 2" in seen(app)
        given_as = str(app.screen.query_one("#given", Static).content)
        assert given_as == f"Example of what does not count yet: {CRITERIA[1]}"
        (given,) = Scoring(sitting(guided)).examples(HALVES)
        assert given[:4] == (False, CRITERIA[1], "", "one is smaller")
        assert not {"Ava", "Ben"} & set(seen(app).replace(".", " ").split())
        await pilot.press("delete")
        await until(pilot, lambda: "is no example any more" in seen(app))
        assert Scoring(sitting(guided)).examples(HALVES) == ()
        await pilot.press("u")
        await until(pilot, lambda: "Undone: Halves: the picture is no example any more" in seen(app))
        await pilot.press("z")
        await until(pilot, lambda: isinstance(app.screen, LargePicture))
        await pilot.press("enter", "escape")
        await until(pilot, lambda: isinstance(app.screen, ExamplesScreen) and "because one is smaller" in seen(app))
        assert not {"Ava", "Ben"} & set(seen(app).replace(".", " ").split())


async def test_left_without_a_reason_nothing_is_given(guided: ClassBook) -> None:
    app = LoneApp(WorkScreen(sitting(guided), HALVES))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "picture 1 of 2" in seen(app))
        await pilot.press("space")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, WorkScreen))
        assert Scoring(sitting(guided)).examples(HALVES) == ()


async def test_work_without_consent_is_not_offered_and_it_is_said_what_it_takes(guided: ClassBook) -> None:
    app = LoneApp(WorkScreen(sitting(guided), HALVES))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "picture 1 of 2" in seen(app))
        consent(guided, "ava", photos=False)
        await until(pilot, lambda: "picture 1 of 1" in seen(app))
        consent(guided, "ben", photos=False)
        await until(pilot, lambda: "whose family has said yes to photos" in " ".join(seen(app).split()))
        await pilot.press("space", "k", "delete", "z", "left", "right", "3")
        assert isinstance(app.screen, WorkScreen)


async def test_an_aide_reads_and_practises_and_changes_nothing(guided: ClassBook) -> None:
    guided.edit(ASSESSORS, put(Assessor("kim", "Ms. Kim", AdultRole.AIDE)))
    app = LoneApp(ExamplesScreen(Sitting(guided, Actor.adult("kim")), HALVES))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "Scoring guide" in seen(app))
        for key in ("w", "e"):
            await pilot.press(key)
            await until(
                pilot, lambda: any("for the teacher of this class" in one.message for one in app._notifications)
            )
            app.clear_notifications()
            assert isinstance(app.screen, ExamplesScreen)
