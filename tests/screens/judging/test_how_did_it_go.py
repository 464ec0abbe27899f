"""How did it go?: one child's showing against its criteria, kept by one key."""

import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any

import pytest
from textual.widgets import Button, Static

from board.cli.context import seat_here
from board.deeds.asking import Asking
from board.deeds.judging import Judging
from board.deeds.marks import Marks
from board.deeds.sitting import Target
from board.disk import NotSaved
from board.mastery.agreement import Second
from board.mastery.facts import Fact, How, Kind
from board.mastery.plan import Plan
from board.mastery.progress import Status
from board.mastery.showing import Beyond, Support, Verdict
from board.screens.board.student import StudentScreen
from board.screens.judging import reading
from board.screens.judging.how_did_it_go import HowDidItGo
from board.screens.judging.more_steps import MoreSteps
from board.screens.parts.calm import Calm
from board.screens.parts.note import NoteScreen
from board.screens.parts.notice import Notice
from board.store.class_book import ClassBook
from board.widgets.criteria_list import CriteriaList
from board.widgets.key_rows import KeyRows
from lone_app import SHELF, LoneApp
from screen_driver import board_on, seen, until
from showings import (
    AVA_HALVES,
    AVA_PIZZA,
    CRITERIA,
    WAYS,
    change_child,
    change_step,
    drop_step,
    judging,
    sitting_of,
    two_adults,
)

SMALL = (80, 24)


@pytest.fixture
def halves(book: ClassBook) -> ClassBook:
    """The small class; its first step has criteria and ways."""
    change_step(book, "u/halves", criteria=CRITERIA, ways=WAYS, version=3)
    return book


def last(book: ClassBook, kind: Kind = Kind.MASTERED) -> Fact:
    return next(fact for fact in reversed(book.facts) if fact.kind is kind)


def flat(app: LoneApp) -> str:
    """What stands on the screen, with the ends of lines as spaces."""
    return " ".join(seen(app).split())


def noticed(app: LoneApp) -> str:
    """What must be read before anything else is done, empty where nothing must."""
    return "".join(str(one.content) for one in app.screen.query(Static)) if isinstance(app.screen, Notice) else ""


async def test_enter_space_from_the_path_is_the_verdict_and_one_undo_takes_it_back(halves: ClassBook) -> None:
    app = board_on(halves)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, StudentScreen))
        keys = ["enter", "space"]
        assert len(keys) <= 3
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await until(pilot, lambda: halves.progress.spot(*AVA_HALVES).is_mastered)
        await until(pilot, lambda: isinstance(app.screen, StudentScreen) and "Got it" in seen(app))
        fact = last(halves)
        assert (fact.seen, fact.step_version, fact.how) == ((), 3, How.SHOWN)
        await pilot.press("u")
        await until(pilot, lambda: not halves.progress.spot(*AVA_HALVES).is_mastered)


async def test_keep_working_with_a_recent_tip_is_four_keys(halves: ClassBook) -> None:
    Judging(sitting_of(halves)).judge([Verdict("ben", "u/thirds", got_it=False, tip="fold it first")])
    app = board_on(halves)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, StudentScreen))
        keys = ["enter", "k", "down", "enter"]
        assert len(keys) <= 4
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await until(pilot, lambda: halves.progress.spot(*AVA_HALVES).status is Status.KEEP_WORKING)
        await until(pilot, lambda: isinstance(app.screen, StudentScreen))
    fact = last(halves, Kind.KEEP_WORKING)
    assert (fact.note, fact.untold, fact.step_version) == ("fold it first", True, 3)


async def test_a_child_who_looks_along_opens_no_judging(halves: ClassBook) -> None:
    app = board_on(halves)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, StudentScreen))
        await pilot.press("w", "enter")
        await pilot.pause()
        assert isinstance(app.screen, StudentScreen)
        assert "How did it go?" not in seen(app)


async def test_a_step_with_four_criteria_fits_the_small_screen_and_says_that_nothing_is_filled_in(
    halves: ClassBook,
) -> None:
    Judging(sitting_of(halves)).judge([Verdict(*AVA_HALVES, got_it=False, tip="fold it first")])
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "Earlier tips" in seen(app))
        told = flat(app)
        for line in (
            *CRITERIA,
            "No ticks: seen as a whole.",
            "fold it first",
            "Shown once so far.",
            "Ava B.",
            "Halves",
        ):
            assert line in told
        assert "More steps" in told
        assert "Any language, gesture" in told
        assert all(one.max_scroll_y == 0 for one in app.screen.query("CriteriaList, VerticalScroll"))


async def test_what_is_ticked_is_kept_in_its_words_and_every_number_stays_with_its_criterion(halves: ClassBook) -> None:
    sitting = sitting_of(halves)
    app = LoneApp(judging(sitting))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1", "3", "2", "2", "9", "k", "enter")
        await until(pilot, lambda: bool(app.left))
    assert last(halves, Kind.KEEP_WORKING).seen == (CRITERIA[0], CRITERIA[2])
    again = LoneApp(judging(sitting))
    async with again.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "(seen before)" in seen(again))
        lines = seen(again).splitlines()
        order = [next(at for at, line in enumerate(lines) if words in line) for words in CRITERIA]
        assert order == sorted(order)
        await pilot.press("2", "space")
        await until(pilot, lambda: bool(again.left))
    assert last(halves).seen == (CRITERIA[1],)


async def test_everything_else_that_was_said_is_kept_with_the_mark(halves: ClassBook) -> None:
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("plus", "plus", "plus", "minus", "s", "s", "t", "h", "o", "l", "w")
        await until(pilot, lambda: "Tries 3 of 4" in flat(app) and "prompted" in seen(app))
        for keys in (["y", *"be", "enter"], ["n", *"shy", "enter"], ["i", *"I cut", "enter"]):
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
        await until(pilot, lambda: "Ben C." in seen(app) and "I cut" in seen(app))
        await pilot.press("space")
        await until(pilot, lambda: bool(app.left))
    fact = last(halves)
    assert (fact.trials, fact.level_of_support, fact.way) == ("3/4", Support.PROMPTED.value, "cut it")
    assert fact.beyond == tuple(one.value for one in Beyond)
    assert (fact.witness, fact.note, fact.caption) == ("ben", "shy", "I cut")


async def test_enter_ticks_the_criterion_under_the_cursor(halves: ClassBook) -> None:
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("down", "enter", "space")
        await until(pilot, lambda: bool(app.left))
    assert last(halves).seen == (CRITERIA[1],)


async def test_who_saw_it_too_is_asked_for_in_so_many_words(halves: ClassBook) -> None:
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("y")
        await until(pilot, lambda: "Which child saw it too?" in seen(app))


async def test_a_tap_on_either_key_for_tries_counts_one(halves: ClassBook) -> None:
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "+ Well" in seen(app))
        for words in ("+ Well", "- Not yet", "- Not yet"):
            at = next((line.index(words), y) for y, line in enumerate(seen(app).splitlines()) if words in line)
            await pilot.click(offset=at)
        await until(pilot, lambda: "Tries 1 of 3" in flat(app))


async def test_trials_are_another_number_than_showings(halves: ClassBook) -> None:
    sitting = sitting_of(halves)
    for tip in ("fold it", "cut it"):
        Judging(sitting).judge([Verdict(*AVA_HALVES, got_it=False, tip=tip)])
    app = LoneApp(judging(sitting))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("plus", "minus", "minus")
        await until(pilot, lambda: "1 of 3" in seen(app))
        assert "Shown 2 times so far." in flat(app)


async def test_the_way_the_child_chose_is_set_and_its_best_ways_come_first(halves: ClassBook) -> None:
    sitting = sitting_of(halves)
    change_child(halves, "ava", plan=Plan(shows_best=("sing it", "draw it")))
    Asking(sitting).ask(*AVA_HALVES, way="act it out")
    app = LoneApp(judging(sitting))
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "this way: act it out" in flat(app))
        ways = []
        for _ in range(5):
            await pilot.press("w")
            ways.append(showing(app).hand.way)
        assert ways == ["", "sing it", "draw it", "cut it", "act it out"]
        await pilot.press("space")
        await until(pilot, lambda: bool(app.left))
    assert last(halves).way == "act it out"


async def test_supports_of_the_plan_count_as_alone_and_are_said(halves: ClassBook) -> None:
    change_child(halves, "ava", plan=Plan(supports=("number line", "headphones")))
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("s", "s", "s")
        await until(pilot, lambda: "tools, as alone" in seen(app))
        assert "it counts as alone: number line, headphones" in flat(app)
        await pilot.press("space")
        await until(pilot, lambda: bool(app.left))
    assert last(halves).level_of_support == Support.ALONE.value


def showing(app: LoneApp) -> HowDidItGo:
    screen = app.screen
    assert isinstance(screen, HowDidItGo)
    return screen


class Photo(Calm[tuple[str, ...] | None]):
    """Stands in for the screen that takes photos: any photo is there at once."""

    def __init__(self, _seat: object, _sitting: object, target: tuple[str, str]) -> None:
        super().__init__()
        self.target = target

    def on_mount(self) -> None:
        self.dismiss(("a" * 32,))


@pytest.fixture
def photos(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "board.screens.evidence.photo"
    module = ModuleType(name)
    module.EvidencePhoto = Photo  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, name, module)


@pytest.mark.usefixtures("photos")
async def test_a_photo_is_kept_only_where_the_family_allows_it(halves: ClassBook) -> None:
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: "the family has not said yes" in flat(app))
        change_child(halves, "ava", photos=True)
        await until(pilot, lambda: showing(app).student.photos)
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, HowDidItGo) and "1 photo" in seen(app))
        await pilot.press("space")
        await until(pilot, lambda: bool(app.left))
    assert last(halves).evidence == ("a" * 32,)


@pytest.mark.usefixtures("photos")
async def test_a_photo_goes_when_the_family_takes_its_yes_back(halves: ClassBook) -> None:
    change_child(halves, "ava", photos=True)
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, HowDidItGo) and "1 photo" in seen(app))
        change_child(halves, "ava", photos=False)
        await until(pilot, lambda: "the photo goes" in noticed(app))
        await pilot.press("enter", "u", "space")
        await until(pilot, lambda: bool(app.left))
    assert last(halves).evidence == ()


async def choose_two(pilot: Any, app: LoneApp) -> None:
    await pilot.press("m")
    await until(pilot, lambda: isinstance(app.screen, MoreSteps) and "Thirds" in seen(app))
    await pilot.press("space", "down", "space", "enter")
    await until(pilot, lambda: isinstance(app.screen, HowDidItGo) and "2 more" in seen(app))


async def test_several_steps_get_their_own_verdicts_by_one_showing_and_one_undo(halves: ClassBook) -> None:
    change_step(halves, "u/thirds", criteria=("Cuts three",), subjects=("Mathematics",), version=2)
    sitting = sitting_of(halves)
    app = LoneApp(judging(sitting))
    async with app.run_test(size=SMALL) as pilot:
        await choose_two(pilot, app)
        await pilot.press("2", "space")
        await until(pilot, lambda: "Cuts three" in seen(app))
        assert not halves.facts
        await pilot.press("1", "k", *"fold", "enter")
        await until(pilot, lambda: isinstance(app.screen, HowDidItGo) and "Thirds ↻" in seen(app))
        await pilot.press("space")
        await until(pilot, lambda: bool(app.left))
    kept = {fact.step: (fact.kind, fact.seen, fact.step_version, fact.note) for fact in halves.facts}
    assert kept == {
        "u/halves": (Kind.MASTERED, (CRITERIA[1],), 3, None),
        "u/thirds": (Kind.KEEP_WORKING, ("Cuts three",), 2, "fold"),
        "u/fourths": (Kind.MASTERED, (), 1, None),
    }
    assert len({fact.showing for fact in halves.facts}) == 1
    sitting.undo()
    assert not any(halves.progress.spot("ava", step).is_mastered for step in kept if step)


async def test_tab_goes_from_step_to_step_and_ticks_stay_where_they_were(halves: ClassBook) -> None:
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await choose_two(pilot, app)
        await pilot.press("1", "tab")
        await until(pilot, lambda: "No criteria are written" in flat(app))
        await pilot.press("pageup")
        await until(pilot, lambda: "1 seen now." in flat(app))


async def test_steps_to_add_are_the_nearest_first_and_none_that_is_mastered(halves: ClassBook) -> None:
    sitting = sitting_of(halves)
    change_step(halves, "u/halves", standards=("1.G.A.3",))
    change_step(halves, "u/tens", standards=("1.G.A.3",))
    Marks(sitting).mark(Kind.MASTERED, [("ava", "u/thirds")])
    app = LoneApp(judging(sitting))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, MoreSteps) and "Tens" in seen(app))
        told = seen(app)
        assert told.index("Tens") < told.index("Fourths") < told.index("Ones")
        assert "Thirds" not in told


async def test_the_second_adult_reads_nothing_of_the_first_ones_verdict(book: ClassBook) -> None:
    two_adults(book)
    change_step(book, "u/pizza", criteria=CRITERIA)
    first = Judging(sitting_of(book))
    first.judge([Verdict(*AVA_PIZZA, got_it=True, seen=CRITERIA[:2], note="sang it")])
    app = LoneApp(judging(sitting_of(book, "aide"), AVA_PIZZA))
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "Two adults see this Boss." in seen(app))
        told = flat(app)
        for word in ("seen before", "sang it", "Ms. Rivera", "Got it (", "Shown once", "got it;"):
            assert word not in told
        await pilot.press("space")
        await until(pilot, lambda: bool(app.left))
    assert book.progress.spot(*AVA_PIZZA).is_mastered


async def test_the_path_tells_the_second_adult_nothing_of_the_first_ones_verdict_either(book: ClassBook) -> None:
    two_adults(book)
    Judging(sitting_of(book)).judge([Verdict(*AVA_PIZZA, got_it=True, note="sang it")])
    told = {}
    for adult in ("aide", book.assessors[0].id):
        app = LoneApp(StudentScreen(seat_here(), sitting_of(book, adult), "u", AVA_PIZZA, SHELF))
        async with app.run_test(size=(120, 40)) as pilot:
            await until(pilot, lambda app=app: "History" in seen(app))  # type: ignore[misc]
            told[adult] = flat(app)
    assert "sang it" in told[book.assessors[0].id]
    for word in ("sang it", "Ms. Rivera", "Got it ("):
        assert word not in told["aide"]


async def test_digits_typed_in_a_hurry_each_tick_one(halves: ClassBook) -> None:
    change_step(halves, "u/halves", criteria=MANY)
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"123456789", "space")
        await until(pilot, lambda: bool(app.left))
    assert last(halves).seen == MANY[:9]


async def test_after_the_first_of_two_it_is_said_that_another_adult_gets_to_see_it_too(book: ClassBook) -> None:
    two_adults(book)
    sitting = sitting_of(book)
    app = LoneApp(judging(sitting, AVA_PIZZA))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("space")
        await until(pilot, lambda: bool(app.left))
    assert str(app.left[0]).endswith("Another adult gets to see it too.")
    assert book.progress.spot(*AVA_PIZZA).second is Second.ANOTHER
    again = LoneApp(judging(sitting, AVA_PIZZA))
    async with again.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "You said got it; another adult gets to see it too." in flat(again))
        await pilot.press("space")
        await until(pilot, lambda: "you said got it before" in flat(again))
        assert not again.left


async def test_two_who_saw_it_differently_are_asked_to_look_together(book: ClassBook) -> None:
    two_adults(book)
    Judging(sitting_of(book)).judge([Verdict(*AVA_PIZZA, got_it=True)])
    Judging(sitting_of(book, "aide")).judge([Verdict(*AVA_PIZZA, got_it=False, tip="share it fairly")])
    assert book.progress.spot(*AVA_PIZZA).second is Second.TOGETHER
    app = LoneApp(judging(sitting_of(book, "aide"), AVA_PIZZA))
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "You two saw it differently: look together." in flat(app))
        assert "Ms. Rivera: Got it" in flat(app)
        assert "Mr. Okafor: Keep working: share it fairly" in flat(app)
        await pilot.press("space")
        await until(pilot, lambda: book.progress.spot(*AVA_PIZZA).is_mastered)


async def test_only_a_teacher_finishes_alone_and_is_asked_once_more(book: ClassBook) -> None:
    two_adults(book)
    aide = LoneApp(judging(sitting_of(book, "aide"), AVA_PIZZA))
    async with aide.run_test(size=SMALL) as pilot:
        await pilot.press("f", "f")
        await until(pilot, lambda: "That is for the teacher" in flat(aide))
        assert not book.facts
    app = LoneApp(judging(sitting_of(book), AVA_PIZZA))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f")
        await until(pilot, lambda: "the history says so" in flat(app))
        assert not book.facts
        await pilot.press("s", "f")
        await pilot.pause()
        assert not book.facts, "another key came between"
        await pilot.press("f")
        await until(pilot, lambda: bool(app.left))
    assert last(book).how is How.FINISHED_ALONE


async def test_what_needs_one_adult_is_not_finished_alone(halves: ClassBook) -> None:
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f", "f")
        await until(pilot, lambda: "does not wait for another adult" in flat(app))
        assert not halves.facts


async def test_an_own_version_shows_its_own_criteria_and_says_so_to_adults(halves: ClassBook) -> None:
    sitting = sitting_of(halves)
    Marks(sitting).mark(Kind.OWN_VERSION, [AVA_HALVES], note="Halves with cubes\nSays half")
    app = LoneApp(judging(sitting))
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "Halves with cubes" in seen(app))
        assert "this child's own version" in flat(app)
        assert CRITERIA[0] not in flat(app)
        await pilot.press("2", "space")
        await until(pilot, lambda: bool(app.left))
    fact = last(halves)
    assert (fact.seen, fact.own_version) == (("Says half",), last(halves, Kind.OWN_VERSION).id)


async def test_criteria_that_change_under_the_open_screen_are_said_and_no_tick_goes_silently(
    halves: ClassBook,
) -> None:
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1", "2")
        await until(pilot, lambda: "2 seen now." in flat(app))
        change_step(halves, "u/halves", criteria=("New one", CRITERIA[1]), version=4)
        await until(pilot, lambda: CRITERIA[0] in noticed(app))
        await pilot.press("1", "enter")
        await until(pilot, lambda: isinstance(app.screen, HowDidItGo) and "1 seen now." in flat(app))
        await pilot.press("space")
        await until(pilot, lambda: bool(app.left))
    assert (last(halves).seen, last(halves).step_version) == ((CRITERIA[1],), 4)


async def test_undo_brings_no_old_criteria_back(halves: ClassBook) -> None:
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1", "2")
        change_step(halves, "u/halves", criteria=("New one", CRITERIA[1]), version=4)
        await until(pilot, lambda: CRITERIA[0] in noticed(app))
        await pilot.press("enter", "u")
        await until(pilot, lambda: isinstance(app.screen, HowDidItGo) and "No ticks" in flat(app))
        assert "New one" in flat(app)
        assert CRITERIA[0] not in flat(app)
        await pilot.press("space")
        await until(pilot, lambda: bool(app.left))
    assert (last(halves).seen, last(halves).step_version) == ((), 4)


async def test_an_own_version_given_meanwhile_is_said(halves: ClassBook) -> None:
    sitting = sitting_of(halves)
    app = LoneApp(judging(sitting))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("4")
        Marks(sitting).mark(Kind.OWN_VERSION, [AVA_HALVES], note="Says half")
        await until(pilot, lambda: CRITERIA[3] in noticed(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, HowDidItGo) and "Says half" in flat(app))
        await pilot.press("u", "space")
        await until(pilot, lambda: bool(app.left))
    assert last(halves).seen == ()
    assert last(halves).own_version == last(halves, Kind.OWN_VERSION).id


async def test_escape_asks_once_more_only_where_something_was_said(halves: ClassBook) -> None:
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1", "escape")
        await until(pilot, lambda: "Esc again leaves without it" in flat(app))
        assert showing(app).holds_work
        await pilot.press("2", "escape")
        await pilot.pause()
        assert not app.left
        await pilot.press("escape")
        await until(pilot, lambda: app.left == [None])
    again = LoneApp(judging(sitting_of(halves)))
    async with again.run_test(size=SMALL) as pilot:
        await pilot.press("escape")
        await until(pilot, lambda: again.left == [None])
    assert not halves.facts


async def test_u_takes_back_here_what_was_said_last(halves: ClassBook) -> None:
    sitting = sitting_of(halves)
    Marks(sitting).mark(Kind.PRACTISING, [AVA_HALVES])
    app = LoneApp(judging(sitting))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1", "plus", "t", "u", "u")
        await until(pilot, lambda: "1 seen now." in flat(app) and "1 of 1" not in seen(app))
        await pilot.press("u", "u")
        await until(pilot, lambda: "Nothing to undo since this page was opened." in flat(app))
        assert halves.progress.spot(*AVA_HALVES).status is Status.PRACTISING


async def test_everything_can_be_tapped(halves: ClassBook) -> None:
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: CRITERIA[3] in seen(app))
        await pilot.click(CriteriaList, offset=(10, 1))
        beside, trials, _, _, beyond = app.screen.query(KeyRows)
        await pilot.click(beside, offset=(3, 1))
        await pilot.click(trials, offset=(trials.size.width - 4, 0))
        await pilot.click(beyond, offset=(25, 0))
        await until(pilot, lambda: "1 seen now." in flat(app) and "0 of 1" in seen(app))
        await pilot.click("#got-it")
        await until(pilot, lambda: bool(app.left))
    fact = last(halves)
    assert (fact.seen, fact.level_of_support, fact.trials, fact.beyond) == ((CRITERIA[1],), "alone", "0/1", ("home",))


async def test_keep_working_can_be_tapped(halves: ClassBook) -> None:
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: bool(app.screen.query(Button)))
        await pilot.click("#keep-working")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))


MANY = tuple(f"Criterion {at} is seen" for at in range(1, 13))
LONG = tuple(f"{at} " + "words that go on and on " * 12 for at in range(1, 5))


@pytest.mark.parametrize("size", [SMALL, (120, 40)])
async def test_more_criteria_than_digits_are_reached_with_the_cursor(halves: ClassBook, size: tuple[int, int]) -> None:
    change_step(halves, "u/halves", criteria=MANY)
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=size) as pilot:
        await pilot.press("9", *["down"] * 20, "x")
        await until(pilot, lambda: "2 seen now." in flat(app) and MANY[11] in flat(app))
        assert "Got it" in seen(app)
        await pilot.press("space")
        await until(pilot, lambda: bool(app.left))
    assert last(halves).seen == (MANY[8], MANY[11])


async def test_criteria_of_three_hundred_letters_are_read_by_going_through_them(halves: ClassBook) -> None:
    change_step(halves, "u/halves", criteria=tuple(line.strip() for line in LONG))
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "1 words that go on" in flat(app))
        assert "No ticks: seen as a whole." in flat(app), "it stays in sight"
        for at in range(2, 5):
            await pilot.press("down")
            await until(pilot, lambda at=at: f"{at} words that go on" in flat(app))  # type: ignore[misc]
        app.screen.query_one(CriteriaList)
        await pilot.press("x", "space")
        await until(pilot, lambda: bool(app.left))
    assert last(halves).seen == (LONG[3].strip(),)


async def test_a_step_without_criteria_is_seen_as_a_whole(book: ClassBook) -> None:
    app = LoneApp(judging(sitting_of(book)))
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "No criteria are written" in flat(app))
        await pilot.press("1", "x", "down", "w", "space")
        await until(pilot, lambda: bool(app.left))
    assert last(book).seen == ()


async def test_a_step_taken_out_meanwhile_is_said_and_keeps_nothing(halves: ClassBook) -> None:
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1")
        drop_step(halves, "u/halves")
        await until(pilot, lambda: "not in the class any more" in noticed(app))
        await pilot.press("enter", "space")
        await until(pilot, lambda: "nothing can be kept of it" in flat(app))
        await pilot.press("k")
        await pilot.pause()
        assert not halves.facts
        await pilot.press("escape", "escape")
        await until(pilot, lambda: app.left == [None])


async def test_a_child_erased_meanwhile_is_said_and_keeps_nothing(halves: ClassBook) -> None:
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1")
        halves.erase(halves.students[0], "t")
        await until(pilot, lambda: "nothing can be kept" in noticed(app))
        await pilot.press("enter", "space", "f", "m", "escape", "y", "escape")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: app.left == [None])
    assert not halves.progress.spot(*AVA_HALVES).standing


async def test_a_child_who_left_meanwhile_is_said_and_what_was_seen_can_be_kept(halves: ClassBook) -> None:
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1")
        change_child(halves, "ava", left=True)
        await until(pilot, lambda: "has left the class" in noticed(app))
        await pilot.press("enter", "space")
        await until(pilot, lambda: bool(app.left))
    assert last(halves).seen == CRITERIA[:1]


async def test_what_the_disk_refuses_stays_on_the_screen(halves: ClassBook, monkeypatch: pytest.MonkeyPatch) -> None:
    app = LoneApp(judging(sitting_of(halves)))

    def refuse(*_: object, **__: object) -> None:
        raise NotSaved("The disk is full.")

    async with app.run_test(size=SMALL, notifications=True) as pilot:
        with monkeypatch.context() as patched:
            patched.setattr(halves, "keep", refuse)
            await pilot.press("1", "plus", "space")
            await until(pilot, lambda: "The disk is full." in seen(app))
            assert not app.left
        await pilot.press("space")
        await until(pilot, lambda: bool(app.left))
    assert (last(halves).seen, last(halves).trials) == (CRITERIA[:1], "1/1")


async def test_what_the_disk_refuses_of_several_steps_stays_too(
    halves: ClassBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = LoneApp(judging(sitting_of(halves)))

    def refuse(*_: object, **__: object) -> None:
        raise NotSaved("The disk is full.")

    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await choose_two(pilot, app)
        with monkeypatch.context() as patched:
            patched.setattr(halves, "keep", refuse)
            await pilot.press("space", "space", "space")
            await until(pilot, lambda: "The disk is full." in seen(app))
            assert not halves.facts
        await pilot.press("space")
        await until(pilot, lambda: bool(app.left))
    assert len({fact.step for fact in halves.facts}) == 3


async def test_a_mark_made_elsewhere_meanwhile_is_said_and_the_sticker_stays(halves: ClassBook) -> None:
    sitting = sitting_of(halves)
    app = LoneApp(judging(sitting))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1")
        Marks(sitting).mark(Kind.MASTERED, [AVA_HALVES])
        await until(pilot, lambda: "Somebody has marked this as got it meanwhile" in flat(app))
        await pilot.press("k")
        await until(pilot, lambda: "already has this sticker; it stays" in flat(app))
        await pilot.press("space")
        await until(pilot, lambda: bool(app.left))
    assert last(halves, Kind.NOTE).seen == CRITERIA[:1]
    assert halves.progress.spot(*AVA_HALVES).is_mastered


async def test_got_it_again_with_nothing_to_add_says_so_and_stays(halves: ClassBook) -> None:
    sitting = sitting_of(halves)
    Marks(sitting).mark(Kind.MASTERED, [AVA_HALVES])
    app = LoneApp(judging(sitting))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("space")
        await until(pilot, lambda: "already has this sticker; it stays" in flat(app))
        assert not app.left


@pytest.mark.parametrize("adult", ["aide", "rev"])
async def test_an_aide_and_a_reviewer_judge_too_and_the_history_says_who(halves: ClassBook, adult: str) -> None:
    two_adults(halves)
    app = LoneApp(judging(sitting_of(halves, adult)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("space")
        await until(pilot, lambda: bool(app.left))
    assert last(halves).by == adult


async def test_tips_that_helped_others_here_stand_behind_the_recent_ones(halves: ClassBook) -> None:
    sitting = sitting_of(halves)
    judge = Judging(sitting).judge
    judge([Verdict("ben", "u/halves", got_it=False, tip="fold it and look")])
    judge([Verdict("ben", "u/halves", got_it=True)])
    for at in range(5):
        judge([Verdict("ben", "u/thirds", got_it=False, tip=f"recent {at}")])
    app = LoneApp(judging(sitting))
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("k")
        await until(pilot, lambda: "What helped others here" in seen(app))
        assert seen(app).index("recent 4") < seen(app).index("What helped others here")
        await pilot.press("down", "end", "enter")
        await until(pilot, lambda: bool(app.left))
    assert last(halves, Kind.KEEP_WORKING).note == "fold it and look"


async def test_who_saw_it_too_is_another_child_and_can_be_nobody_again(halves: ClassBook) -> None:
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("y", *"ava")
        await until(pilot, lambda: "nobody's name starts so" in seen(app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HowDidItGo))
        assert not showing(app).holds_work
        await pilot.press("y", *"ben", "enter")
        await until(pilot, lambda: isinstance(app.screen, HowDidItGo) and showing(app).hand.witness == "ben")
        await pilot.press("y")
        await until(pilot, lambda: not showing(app).hand.witness)


@pytest.mark.parametrize("size", [SMALL, (120, 40), (40, 20)])
async def test_hostile_words_stay_words(halves: ClassBook, size: tuple[int, int]) -> None:
    change_step(halves, "u/halves", criteria=("[b]Sam[/] [/x] \\[", "半分 " * 40), ways=("[red]way",))
    change_child(halves, "ava", name="Sam [R] [/]")
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=size) as pilot:
        await pilot.press("1", "w")
        await until(pilot, lambda: "[b]Sam[/]" in flat(app))


@pytest.mark.parametrize("target", [("gone", "u/halves"), ("ava", "gone/step")])
async def test_a_spot_that_was_gone_before_is_said_and_keeps_nothing(halves: ClassBook, target: Target) -> None:
    app = LoneApp(judging(sitting_of(halves), target))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("space")
        await until(pilot, lambda: "not in the class any more" in flat(app))
        await pilot.press("k")
        await pilot.pause()
        assert isinstance(app.screen, HowDidItGo)
        assert not halves.facts


async def test_no_key_but_keep_working_reads_the_tips_of_the_whole_class(
    halves: ClassBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def recent(_facts: Sequence[Fact], most: int) -> tuple[str, ...]:
        read.append(most)
        return ("fold it",)

    monkeypatch.setattr(reading, "recent_tips", recent)
    app = LoneApp(judging(sitting_of(halves)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1", "2", "plus", "w", "u")
        await until(pilot, lambda: "Taken back." in flat(app))
        assert not read
        await pilot.press("k")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        assert read == [4]
