"""A center while the class is changed elsewhere: what is gone is said, what was typed stays, nothing is kept against old words."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from board.deeds.asking import Asking
from board.deeds.center_in_hand import CenterInHand
from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.errors import Refusal
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.progress import Status
from board.screens.judging.center import CenterScreen
from board.screens.parts.note import NoteScreen
from board.screens.parts.notice import Notice
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS, UNITS, put
from builders import UNIT
from lone_app import LoneApp
from screen_driver import row_of, seen, until
from showings import change_child, drop_step

HALVES = "u/halves"
CRITERIA = ("cuts it fairly", "says how many parts", "shows it twice")


@pytest.fixture
def table(book: ClassBook) -> ClassBook:
    book.edit(STUDENTS, lambda _: tuple(Student(f"s{at}", f"Kid {at}") for at in range(1, 5)))
    write(book, CRITERIA, ways=("fold it", "draw it"))
    return book


def write(book: ClassBook, criteria: tuple[str, ...], **more: object) -> None:
    """Write the criteria of halves anew; its version is one higher."""
    unit = book.units[0] if book.units and book.units[0].id == "u" else UNIT
    halves = unit.levels[0].steps[0]
    halves = replace(halves, criteria=criteria, version=halves.version + 1, **more)  # type: ignore[arg-type]
    level = replace(unit.levels[0], steps=(halves, *unit.levels[0].steps[1:]))
    book.edit(UNITS, put(replace(unit, levels=(level, *unit.levels[1:]))))


def center(book: ClassBook) -> LoneApp:
    sitting = Sitting(book, usual_adult(book))
    return LoneApp(CenterScreen(sitting, book.units[0].spots[0], boss=False, group=(), first="s1"))


def center_of(app: LoneApp) -> CenterScreen:
    assert isinstance(app.screen, CenterScreen)
    return app.screen


def marks(book: ClassBook) -> Marks:
    return Marks(Sitting(book, usual_adult(book)))


def kept(book: ClassBook, kind: Kind = Kind.MASTERED) -> dict[str, Fact]:
    return {fact.student: fact for fact in book.facts if fact.kind is kind}


def flat(app: LoneApp) -> str:
    return " ".join(seen(app).split())


async def read(pilot: Pilot[None], app: LoneApp, *words: str) -> None:
    """Wait until it is said, and go on."""
    await until(pilot, lambda: isinstance(app.screen, Notice) and all(one in flat(app) for one in words))
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, CenterScreen))


async def test_criteria_changed_meanwhile_are_shown_said_and_kept_with_their_version(table: ClassBook) -> None:
    app = center(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "2", "tab", "1", "3")
        await until(pilot, lambda: seen(app).count("1✓  2·  3✓") == 2)
        write(table, ("says why", *CRITERIA[:2]))
        await read(pilot, app, "criteria of Halves", "Gone with its tick: shows it twice")
        await until(pilot, lambda: seen(app).count("1·  2✓  3·") == 2 and "1 says why" in flat(app))
        await pilot.press("1", "enter")
        await until(pilot, lambda: bool(app.left))
    now = table.units[0].spots[0]
    assert {(fact.seen, fact.step_version) for fact in kept(table).values()} == {(now.criteria[:2], now.version)}
    assert len(kept(table)) == 2


async def test_ticks_stay_where_criteria_were_only_put_in_another_order(table: ClassBook) -> None:
    app = center(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "tab", "1")
        write(table, CRITERIA[::-1])
        await read(pilot, app, "Ticks stay where the words stayed")
        await until(pilot, lambda: "1·  2·  3✓" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.left))
    assert kept(table)["s1"].seen == CRITERIA[:1]


async def test_a_step_taken_out_meanwhile_is_said_and_keeps_nothing(table: ClassBook) -> None:
    app = center(table)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("1", "2", "2")
        drop_step(table, HALVES)
        await read(pilot, app, "Halves is not in the class any more")
        await pilot.press("enter")
        await until(pilot, lambda: "nothing can be kept of it" in flat(app))
        assert not table.facts
        table.edit(UNITS, put(UNIT))
        await until(pilot, lambda: isinstance(app.screen, CenterScreen | Notice))
        await pilot.press("enter", "enter")
        await until(pilot, lambda: bool(app.left))
    assert table.progress.spot("s1", HALVES).is_mastered, "put back by an undo elsewhere, all that was said is kept"


async def test_an_own_version_given_meanwhile_is_said_with_the_name(table: ClassBook) -> None:
    app = center(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "2", "tab", "1")
        marks(table).mark(Kind.OWN_VERSION, [("s2", HALVES)], note="points at the half")
        await read(pilot, app, "Kid 2 has other criteria for Halves now", "Gone with its tick: cuts it fairly")
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.left))
    assert (kept(table)["s1"].seen, kept(table)["s1"].own_version) == (CRITERIA[:1], None)
    own = kept(table, Kind.OWN_VERSION)["s2"]
    assert (kept(table)["s2"].seen, kept(table)["s2"].own_version) == ((), own.id)


@pytest.mark.parametrize("key", ["1", "r"])
async def test_a_sticker_that_came_from_elsewhere_meanwhile_stays_and_is_said(table: ClassBook, key: str) -> None:
    app = center(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key, "2", "tab", "1", "tab")
        marks(table).mark(Kind.MASTERED, [("s1", HALVES)])
        await read(pilot, app, "Kid 1 has got this sticker meanwhile")
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.left))
    assert [fact.student for fact in table.facts] == ["s1", "s2"]


async def test_a_child_erased_meanwhile_is_said_and_no_other_gets_its_number(table: ClassBook) -> None:
    app = center(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "2")
        table.erase(table.students[0], "t")
        await read(pilot, app, "Kid 1 is not in the class any more")
        await until(pilot, lambda: "Kid 1" not in seen(app) and "1 got it" in seen(app))
        await pilot.press("1")
        await until(pilot, lambda: "This child is not in the class any more." in seen(app))
        await pilot.press("a", "k", "r", "3", "enter")
        await until(pilot, lambda: bool(app.left))
    assert sorted(kept(table)) == ["s2", "s3"]
    assert {fact.student for fact in table.facts if fact.kind is Kind.AWAY} == set()


async def test_a_child_who_left_meanwhile_is_said_and_what_was_seen_is_kept(table: ClassBook) -> None:
    app = center(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "tab", "2")
        change_child(table, "s1", left=True)
        await read(pilot, app, "Kid 1 has left the class meanwhile")
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.left))
    assert kept(table)["s1"].seen == CRITERIA[1:2]


async def test_a_name_changed_meanwhile_is_shown(table: ClassBook) -> None:
    app = center(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        change_child(table, "s1", name="Kid One")
        await until(pilot, lambda: "Kid One" in seen(app))
        assert not isinstance(app.screen, Notice)


async def test_what_changes_while_a_tip_is_typed_is_said_after_it_and_the_tip_stays(table: ClassBook) -> None:
    app = center(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "tab", "1", "tab", "down", "k")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        await pilot.press(*"slowly")
        write(table, CRITERIA[1:])
        await pilot.press("enter")
        await read(pilot, app, "Gone with its tick: cuts it fairly")
        await pilot.press("i")
        await until(pilot, lambda: "Tip: slowly" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.left))
    assert kept(table, Kind.KEEP_WORKING)["s2"].note == "slowly"
    assert kept(table)["s1"].seen == ()


def _way(book: ClassBook, child: str) -> str | None:
    asked = book.progress.spot(child, HALVES).asked
    return None if asked is None else asked.way


async def test_ready_begins_with_the_way_the_child_asked_for_and_an_empty_way_takes_none_away(table: ClassBook) -> None:
    asking = Asking(Sitting(table, usual_adult(table)))
    asking.ask("s1", HALVES, "draw it")
    asking.ask("s2", HALVES, "sing it")
    before = len(table.facts)
    app = center(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: "draw it" in seen(app) and "Ready" in row_of(app, "1"))
        await pilot.press("down", "r")
        await until(pilot, lambda: "sing it" in seen(app))
        await pilot.press("down", "r", "enter")
        await until(pilot, lambda: bool(app.left))
    assert (_way(table, "s1"), _way(table, "s2")) == ("draw it", "sing it")
    assert table.progress.spot("s3", HALVES).status is Status.READY
    assert len(table.facts) == before + 1
    marks(table).record_showing(HALVES, {"s1": Kind.READY}, ways={"s1": ""})
    assert _way(table, "s1") == "draw it"


async def test_ready_goes_on_to_other_ways_and_past_the_last_to_nothing(table: ClassBook) -> None:
    Asking(Sitting(table, usual_adult(table))).ask("s1", HALVES, "draw it")
    app = center(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "r")
        await until(pilot, lambda: "fold it" in seen(app))
        write(table, CRITERIA, ways=("tell it",))
        await until(pilot, lambda: center_of(app)._hand.step.ways == ("tell it",))
        await pilot.press("r")
        await until(pilot, lambda: "draw it" in seen(app))
        await pilot.press("r", "r")
        await until(pilot, lambda: "ready" not in seen(app).lower().split("(whole")[0][-20:])
        await pilot.press("enter")
        await until(pilot, lambda: app.left == [None])


Change = Callable[[ClassBook], object]
EVERY: dict[str, Change] = {
    "criteria": lambda book: write(book, CRITERIA[:1]),
    "own version": lambda book: marks(book).mark(Kind.OWN_VERSION, [("s1", HALVES)], note="points"),
    "mastered": lambda book: marks(book).mark(Kind.MASTERED, [("s1", HALVES)]),
    "left": lambda book: change_child(book, "s1", left=True),
    "erased": lambda book: book.erase(book.students[0], "t"),
    "step gone": lambda book: drop_step(book, HALVES),
}


@pytest.mark.parametrize("name", EVERY)
def test_what_was_not_read_yet_is_said_instead_of_being_recorded(table: ClassBook, name: str) -> None:
    hand = CenterInHand(Sitting(table, usual_adult(table)), table.units[0].spots[0])
    hand.go_round("s1")
    hand.tick(1, None)
    EVERY[name](table)
    before = len(table.facts)
    with pytest.raises(Refusal):
        hand.record()
    assert len(table.facts) == before
