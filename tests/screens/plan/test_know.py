"""Show what you know: a child that came later is asked step by step, and all of it is one showing."""

import pytest
from textual.pilot import Pilot

from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.facts import How, Kind
from board.mastery.progress import Status
from board.screens.plan.know import ShowWhatYouKnow
from board.screens.plan.plan import PlanScreen
from board.screens.roster.students import StudentsScreen
from board.store.class_book import ClassBook
from builders import UNIT
from screen_driver import board_on, seen, until

IDS = [spot.id for spot in UNIT.spots]


def statuses(book: ClassBook, child: str = "ava") -> dict[str, Status]:
    return {step: spot.status for step, spot in book.progress.row(child).items() if spot.status is not Status.OPEN}


async def opened(pilot: Pilot[None]) -> None:
    await pilot.press("P")
    await until(pilot, lambda: isinstance(pilot.app.screen, PlanScreen) and "Who chooses" in seen(pilot.app))
    await pilot.press("w")
    await until(pilot, lambda: isinstance(pilot.app.screen, ShowWhatYouKnow) and "Halves" in seen(pilot.app))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_one_key_a_step_is_one_showing_and_one_undo(book: ClassBook, size: tuple[int, int]) -> None:
    app = board_on(book)
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        await pilot.press("s", "t", "e")
        await until(pilot, lambda: all(word in seen(app) for word in ("● Shown elsewhere", "● Tested out")))
        assert not book.facts  # nothing is kept before it is taken
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, PlanScreen))
        await until(pilot, lambda: "1 tested out and 1 started later" in " ".join(seen(app).split()))
        assert statuses(book) == {IDS[0]: Status.MASTERED, IDS[1]: Status.MASTERED, IDS[2]: Status.EXCUSED}
        assert [fact.how for fact in book.facts] == [How.ELSEWHERE, How.TESTED_OUT, How.SHOWN]
        assert len({fact.showing for fact in book.facts}) == 1
        assert statuses(book, "ben") == {}
        await pilot.press("u")
        await until(pilot, lambda: statuses(book) == {})


async def test_everything_before_a_step_starts_as_not_in_the_plan_and_never_as_owed(book: ClassBook) -> None:
    Marks(Sitting(book, usual_adult(book))).mark(Kind.MASTERED, [("ava", IDS[1])])
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await pilot.press("b")
        await until(pilot, lambda: "Nothing before this step is open." in seen(app))
        await pilot.press("down", "s", "down", "b", "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, PlanScreen))
        assert statuses(book) == {
            IDS[0]: Status.EXCUSED,
            IDS[1]: Status.MASTERED,
            IDS[2]: Status.MASTERED,
            IDS[3]: Status.EXCUSED,
        }
        assert "Next: " in next(line for line in seen(app).splitlines() if UNIT.spots[4].title in line)


async def test_an_answer_goes_round_by_enter_and_can_be_left_open(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        for words in ("● Shown elsewhere", "● Tested out", "Started later"):
            await pilot.press("enter")
            await until(pilot, lambda said=words: said in seen(app).partition("Halves")[2])  # type: ignore[misc]
        await pilot.press("o", "ctrl+s")
        await until(pilot, lambda: "Nothing is said yet" in seen(app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, PlanScreen))
        assert not book.facts


async def test_what_was_said_is_asked_about_once_before_it_goes(book: ClassBook, quick_hands: None) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await pilot.press("s", "escape")
        await until(pilot, lambda: "Not kept yet." in seen(app))
        await pilot.press("t", "escape")
        await until(pilot, lambda: "Not kept yet." in seen(app))
        assert isinstance(app.screen, ShowWhatYouKnow)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, PlanScreen))
        assert not book.facts


async def test_a_step_somebody_marks_meanwhile_is_asked_about_no_more(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await pilot.press("e")
        there = ClassBook(book.folder, "d2")
        Marks(Sitting(there, usual_adult(there))).mark(Kind.MASTERED, [("ava", IDS[0])])
        await until(pilot, lambda: "Got it" in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Nothing is said yet" in seen(app))
        assert statuses(book) == {IDS[0]: Status.MASTERED}


async def test_adding_somebody_where_there_are_marks_says_the_way_here(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, StudentsScreen) and "Students:" in seen(app))
        await pilot.press("a", *"Cleo Day", "ctrl+s")
        await until(pilot, lambda: "Cleo D. added" in seen(app))
        assert "P and then w" not in seen(app)  # nobody has a mark yet, so nobody comes later
        await pilot.press("u")
        await until(pilot, lambda: "Undone" in seen(app))
        Marks(Sitting(book, usual_adult(book))).mark(Kind.MASTERED, [("ava", IDS[0])])
        await pilot.press("a", *"Cleo Day", "ctrl+s")
        await until(pilot, lambda: "Cleo D. added. P and then w on the board" in seen(app))
