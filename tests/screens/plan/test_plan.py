"""The plan of one child on the screen: one key for each thing, all of it kept at once, and taken back with u."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from board.app import BoardApp
from board.cli.context import seat_here
from board.deeds.plan import Plans
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.may import Actor
from board.mastery.people import AdultRole, Assessor, clean_line
from board.mastery.plan import USUAL_PLAN, Freedom, Plan
from board.mastery.progress import Status
from board.screens.board.student import StudentScreen
from board.screens.plan.extra_step import ExtraStep
from board.screens.plan.plan import PlanScreen
from board.screens.plan.several_lines import SeveralLines
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, STUDENTS, UNITS, put
from board.widgets.row_list import RowList
from hostile import HOSTILE, assert_clean_output
from screen_driver import board_on, seen, until

OTHER = Unit("o", "Other [b]", (Level("o/1", "One", (Step("o/jump", "Jump [i]", "I can jump."),)),))


def plan_of(book: ClassBook, id_: str = "ava") -> Plan:
    return next(one.plan for one in book.everyone if one.id == id_)


async def opened(pilot: Pilot[None], *keys: str) -> PlanScreen:
    for key in (*keys, "P"):
        await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, PlanScreen) and "Who chooses" in seen(pilot.app))
    screen = pilot.app.screen
    assert isinstance(screen, PlanScreen)
    return screen


def line(app: BoardApp, words: str) -> str:
    return next((one for one in seen(app).splitlines() if words in one), "")


def titles(app: BoardApp) -> list[str]:
    """The titles of the steps from top to bottom."""
    return [one.split("  ")[0].split(" ", 2)[2].strip() for one in map(str.strip, seen(app).splitlines()) if "▌" in one]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_plan_shows_what_comes_next_and_why(book: ClassBook, size: tuple[int, int]) -> None:
    Plans(Sitting(book, usual_adult(book))).own_version(("ava", "u/thirds"), ["with cubes", "[b]says it"])
    app = board_on(book)
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        assert "Ava B.  ·  Plan  ·  Unit" in seen(app)
        assert "The child chooses among the few that come next" in line(app, "Who chooses")
        assert "Next: This comes next on the path." in line(app, "Halves")
        assert ("Own version: with cubes; [b]says it" if size[0] > 80 else "Own version: with c") in line(app, "Thirds")
        assert "Opens later" in line(app, "Pizza")


async def test_a_step_is_left_out_and_put_back(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await pilot.press("e")
        await until(pilot, lambda: "Not in the plan" in line(app, "Halves"))
        assert book.progress.spot("ava", "u/halves").status is Status.EXCUSED
        assert book.progress.row("ben") == {}
        await pilot.press("e")
        await until(pilot, lambda: "Not in the plan" not in line(app, "Halves"))
        await pilot.press("u")
        await until(pilot, lambda: "Not in the plan" in line(app, "Halves"))


async def test_steps_come_first_move_and_go_back_to_the_usual_order(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        usual = titles(app)
        assert usual[:3] == ["Halves", "Thirds", "Fourths"]
        await pilot.press("down", "down", "f")
        await until(pilot, lambda: titles(app)[:3] == ["Fourths", "Halves", "Thirds"])
        assert plan_of(book).order == ("u/fourths",)
        assert "The plan puts this first." in line(app, "Fourths")
        await pilot.press("greater_than_sign")  # the cursor went with the step
        await until(pilot, lambda: titles(app)[:3] == ["Halves", "Fourths", "Thirds"])
        await pilot.press("less_than_sign", "less_than_sign")
        await until(pilot, lambda: titles(app)[:3] == ["Fourths", "Halves", "Thirds"])
        await pilot.press("o")
        await until(pilot, lambda: titles(app) == usual)
        assert plan_of(book) == USUAL_PLAN
        await pilot.press("u", "u")
        await until(pilot, lambda: titles(app)[:3] == ["Halves", "Fourths", "Thirds"])


async def test_who_chooses_goes_round_with_one_key(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        for freedom in (Freedom.CHOSEN, Freedom.FREE, Freedom.GUIDED):
            await pilot.press("c")
            await until(pilot, lambda wanted=freedom: plan_of(book).freedom is wanted)  # type: ignore[misc]
        at = next((line.index("Who"), y) for y, line in enumerate(seen(app).splitlines()) if "Who chooses  " in line)
        await pilot.click(offset=at)
        await until(pilot, lambda: plan_of(book).freedom is Freedom.CHOSEN)
        assert "Who chooses now: the teacher" in seen(app)
        assert "The teacher chooses: the first step that is not shown yet" in line(app, "Who chooses")


async def test_what_is_settled_stays_in_sight_with_its_keys_however_far_one_goes(demo: ClassBook) -> None:
    app = board_on(demo)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("end")
        for words in ("c Who chooses", "b Shows things best", "y Supports all year", "w Came later?"):
            assert words in "\n".join(seen(app).splitlines()[:8]), "above the steps"


async def test_a_plan_that_is_opened_again_takes_back_what_was_done_in_it_before(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("c", "escape")
        await until(pilot, lambda: not isinstance(app.screen, PlanScreen))
        await opened(pilot)
        await pilot.press("u")
        await until(pilot, lambda: plan_of(book).freedom is Freedom.GUIDED)


async def test_own_criteria_are_written_one_a_line_and_taken_out_again(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await pilot.press("v")
        await until(pilot, lambda: isinstance(app.screen, SeveralLines))
        await pilot.press(*"cubes", "enter", *"says it")
        await pilot.press("escape")
        await until(pilot, lambda: "Not kept yet." in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Own version: cubes; says it" in seen(app))
        assert book.progress.spot("ava", "u/halves").own_criteria == ("cubes", "says it")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, SeveralLines))
        app.screen.query_one(TextArea).text = "  "
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, PlanScreen) and "Own version:" not in seen(app))
        assert book.progress.spot("ava", "u/halves").own_criteria == ()


async def test_what_others_use_is_one_key_away(book: ClassBook) -> None:
    Plans(Sitting(book, usual_adult(book))).settle("ben", supports=["number line"], shows_best=["sings [b]it"])
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        for key, words in (("y", "number line"), ("b", "sings [b]it")):
            await pilot.press(key)
            await until(pilot, lambda: isinstance(app.screen, SeveralLines))
            assert words in seen(app)
            await pilot.press("f2", "enter")
            await until(pilot, lambda: "✓" in seen(app))
            await pilot.press("ctrl+s")
            await until(pilot, lambda said=words: said in line(app, "all year") + line(app, "things best"))  # type: ignore[misc]
        assert plan_of(book) == Plan(supports=("number line",), shows_best=("sings [b]it",))
        await pilot.press("u")
        await until(pilot, lambda: plan_of(book).shows_best == ())


async def test_an_extra_step_is_found_by_letters_stands_in_the_list_and_in_no_grid(book: ClassBook) -> None:
    book.edit(UNITS, put(OTHER))
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "Ava B." in seen(app))
        before = seen(app)
        await opened(pilot)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, ExtraStep) and "Jump [i]" in seen(app))
        await pilot.press(*"zz")
        await until(pilot, lambda: "No step of another unit has these letters." in seen(app))
        await pilot.press("enter", "backspace", "backspace", *"ju", "enter")
        await until(pilot, lambda: isinstance(app.screen, PlanScreen) and "Jump [i]" in seen(app))
        assert "Extra step of Other [b]" in line(app, "Jump [i]")
        assert "An extra step of this child." in line(app, "Jump [i]")
        await pilot.press("delete")
        await until(pilot, lambda: "Halves belongs to this unit" in seen(app))
        await pilot.press("end", "delete")
        await until(pilot, lambda: not line(app, "Jump [i]"))
        await pilot.press("u")
        await until(pilot, lambda: bool(line(app, "Jump [i]")))
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, PlanScreen))
        assert seen(app).splitlines()[:8] == before.splitlines()[:8]  # an extra step is no column


async def test_another_unit_is_a_key_away_and_an_empty_class_says_what_to_do(book: ClassBook) -> None:
    book.edit(UNITS, put(OTHER))
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: "unit 2 of 2" in seen(app) and "Jump [i]" in seen(app))
        book.edit(UNITS, lambda _: ())
        screen.look_again()
        await until(pilot, lambda: "No unit has steps yet." in seen(app))
        for key in ("e", "v", "f", "o", "a", "delete", "w", "right_square_bracket"):
            await pilot.press(key)
        assert isinstance(app.screen, PlanScreen)


async def test_what_another_computer_settles_is_shown_at_once(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        there = ClassBook(book.folder, "d2")
        Plans(Sitting(there, usual_adult(there))).settle("ava", supports=["chart"])
        await until(pilot, lambda: "chart" in line(app, "Supports all year"))


@pytest.mark.parametrize(
    ("role", "may_settle"), [(AdultRole.SPECIALIST, True), (AdultRole.AIDE, False), (AdultRole.REVIEWER, False)]
)
async def test_a_specialist_settles_a_plan_and_others_are_told_whose_it_is(
    book: ClassBook, role: AdultRole, may_settle: bool
) -> None:
    book.edit(ASSESSORS, put(Assessor("o", "Mr. Okafor", role)))
    app = board_on(book)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await until(pilot, lambda: "Ava B." in seen(app))
        await app.push_screen(PlanScreen(seat_here(), Sitting(book, Actor.adult("o")), "ava", "u"))
        await until(pilot, lambda: "Who chooses" in seen(app))
        await pilot.press("c")
        said: Callable[[], bool] = lambda: "gets the first step" in seen(app)  # noqa: E731
        await until(pilot, said if may_settle else lambda: "A child's plan is" in seen(app))
        assert (plan_of(book) != USUAL_PLAN) is may_settle


async def test_the_plan_opens_from_the_student_at_the_same_step_and_never_while_the_child_looks_along(
    book: ClassBook,
) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot, "right", "enter")
        assert screen.query_one(RowList).here == "step:u/thirds"
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, StudentScreen))
        await pilot.press("w", "P")
        await until(pilot, lambda: "looking together" in seen(app))
        await pilot.pause()
        assert isinstance(app.screen, StudentScreen)
        assert "Plan" not in seen(app)


async def test_a_child_taken_out_meanwhile_keeps_its_name_on_the_screen_and_nothing_is_kept(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        book.edit(STUDENTS, lambda now: tuple(replace(one) for one in now if one.id != "ava"))
        screen.look_again()
        await pilot.press("c", "f", "y")
        await until(pilot, lambda: "Nothing to change here." in seen(app))
        assert "Ava B." in seen(app)


async def test_harmful_words_stand_there_as_they_are(book: ClassBook) -> None:
    steps = tuple(Step(f"h/s{at}", clean_line(one)[:80] or "?", one) for at, one in enumerate(HOSTILE))
    book.edit(UNITS, put(Unit("h", "[/", (Level("h/1", "[/", steps),))))
    plans = Plans(Sitting(book, usual_adult(book)))
    plans.settle("ava", supports=HOSTILE[:30], shows_best=HOSTILE[-30:])
    plans.own_version(("ava", "u/halves"), HOSTILE[:30])
    plans.with_extras("ava", [step.id for step in steps[:10]])
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert_clean_output(seen(app))
        for keys in (
            ("end",),
            ("v", "f2", "escape"),
            ("y", "escape"),
            ("b", "escape"),
            ("a", "down", "escape"),
            ("w",),
        ):
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
                assert_clean_output(seen(app))
