"""Ticks at a center: what was seen of several children at once, each by its own criteria, kept as one showing."""

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from board.deeds.asking import Asking
from board.deeds.judging import Judging
from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.agreement import Second
from board.mastery.curriculum import Level
from board.mastery.facts import Fact, Kind
from board.mastery.may import Actor
from board.mastery.people import Assessor, Student
from board.mastery.progress import Status
from board.mastery.showing import Verdict
from board.screens.judging.center import CenterScreen
from board.screens.parts.note import NoteScreen
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, STUDENTS, UNITS, put
from board.widgets.key_bar import KeyBar
from board.widgets.verdict_rows import VerdictRows
from builders import UNIT
from screen_driver import board_on, row_of, seen, until

HALVES, PIZZA = "u/halves", "u/pizza"
CRITERIA = ("cuts it fairly", "says how many parts", "shows it twice")


@pytest.fixture
def table(book: ClassBook) -> ClassBook:
    """Eight children; halves has three criteria and two ways, version 4."""
    book.edit(STUDENTS, lambda _: tuple(Student(f"s{at}", f"Kid {at}") for at in range(1, 9)))
    level = UNIT.levels[0]
    halves = replace(level.steps[0], criteria=CRITERIA, ways=("fold it", "draw it"), version=4)
    changed = Level(level.id, level.title, (halves, *level.steps[1:]), level.needed, level.must, level.boss)
    book.edit(UNITS, put(replace(UNIT, levels=(changed, *UNIT.levels[1:]), two_adults=True)))
    return book


def sitting(book: ClassBook, adult: str = "") -> Sitting:
    return Sitting(book, Actor.adult(adult) if adult else usual_adult(book))


def kept(book: ClassBook) -> dict[str, Fact]:
    return {fact.student: fact for fact in book.facts if fact.kind is not Kind.WITHDRAWN}


async def recorded(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: not isinstance(pilot.app.screen, CenterScreen))


async def test_six_children_with_ticks_are_fourteen_keys_at_most_from_the_board_and_one_undo(table: ClassBook) -> None:
    keys = ["c", "1", "2", "3", "4", "5", "6", "tab", "1", "2", "3", "enter"]
    assert len(keys) <= 14
    app = board_on(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await recorded(pilot)
        await until(pilot, lambda: "Halves: 6 got it" in seen(app))
        assert len(table.facts) == 6
        assert {(fact.seen, fact.step_version, fact.kind) for fact in table.facts} == {(CRITERIA, 4, Kind.MASTERED)}
        assert len({fact.showing for fact in table.facts}) == 1
        await pilot.press("u")
        await until(pilot, lambda: not any(table.progress.spot(f"s{at}", HALVES).is_mastered for at in range(1, 9)))


async def test_no_ticks_is_seen_as_a_whole_and_is_never_filled_in(table: ClassBook) -> None:
    app = board_on(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "1", "2", "tab", "1", "1", "tab", "3", "enter")
        await recorded(pilot)
        assert {fact.seen for fact in table.facts} == {()}, "a tick taken away, and a child who came after it"
        assert len(table.facts) == 3


async def test_a_digit_ticks_for_the_child_the_cursor_was_moved_onto_and_stands_in_its_row(table: ClassBook) -> None:
    app = board_on(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "1", "2", "tab", "1")
        await until(pilot, lambda: seen(app).count("1✓  2·  3·") == 2)
        assert "All who got it:" in seen(app)
        await pilot.press("up", "2")
        await until(pilot, lambda: "1✓  2✓  3·" in seen(app))
        assert "Kid 1:" in seen(app)
        await pilot.press("enter")
        await recorded(pilot)
        assert kept(table)["s1"].seen == CRITERIA[:2]
        assert kept(table)["s2"].seen == CRITERIA[:1]


async def test_of_a_child_nobody_has_judged_nothing_is_ticked_and_it_is_said_why(table: ClassBook) -> None:
    app = board_on(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "tab", "1")
        await until(pilot, lambda: "Nobody to tick for" in seen(app))
        await pilot.press("down", "1")
        await until(pilot, lambda: "Nobody to tick for" in seen(app))
        await pilot.press("escape")
        await recorded(pilot)
        assert not table.facts


async def test_a_child_with_an_own_version_shows_its_own_criteria_and_is_ticked_by_those(table: ClassBook) -> None:
    Marks(sitting(table)).mark(Kind.OWN_VERSION, [("s1", HALVES)], note="points at the half\nwith cubes")
    own = table.facts[-1].id
    app = board_on(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "1", "2", "tab", "1", "3")
        await until(pilot, lambda: "1✓  2·  3✓" in seen(app) and "1·  2·  " in seen(app))
        await pilot.press("up")
        await until(pilot, lambda: "Kid 1: 1 points at the half · 2 with cubes" in seen(app))
        await pilot.press("2", "3", "enter")
        await recorded(pilot)
        assert (kept(table)["s1"].seen, kept(table)["s1"].own_version) == (("with cubes",), own)
        assert (kept(table)["s2"].seen, kept(table)["s2"].own_version) == ((CRITERIA[0], CRITERIA[2]), None)


async def test_what_was_seen_before_stays_seen_and_only_the_rest_is_kept(table: ClassBook) -> None:
    Judging(sitting(table)).judge([Verdict("s1", HALVES, got_it=False, seen=CRITERIA[:1], tip="again")])
    app = board_on(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "1", "tab")
        await until(pilot, lambda: "1✓  2·  3·" in seen(app))
        await pilot.press("1", "2")
        await until(pilot, lambda: "1✓  2✓  3·" in seen(app))
        await pilot.press("enter")
        await recorded(pilot)
        assert kept(table)["s1"].seen == CRITERIA[1:2]


async def test_everything_at_the_table_is_one_undo_with_a_tip_a_way_trying_and_away(table: ClassBook) -> None:
    Asking(sitting(table)).ask("s5", HALVES, "fold it")
    app = board_on(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "1", "2", "2", "down", "k")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        await pilot.press(*"slow", "enter")
        await until(pilot, lambda: "Keep working" in row_of(app, "3") and "slow" not in seen(app))
        await pilot.press("i")
        await until(pilot, lambda: "Tip: slow" in seen(app))
        await pilot.press("down", "a", "down", "r", "r")
        await until(pilot, lambda: "draw it" in seen(app))
        assert "1 got it, 1 keep working, 1 trying, 1 ready, 1 away" in seen(app)
        await pilot.press("enter")
        await recorded(pilot)
        now = {f"s{at}": table.progress.spot(f"s{at}", HALVES) for at in range(1, 9)}
        assert now["s3"].untold[0].note == "slow", "the child hears it from an adult first"
        assert now["s5"].asked is not None
        assert now["s5"].asked.way == "draw it"
        assert len(table.facts) == 6
        await pilot.press("u")
        await until(pilot, lambda: table.progress.spot("s1", HALVES).status is Status.OPEN)
        again = table.progress.spot("s5", HALVES).asked
        assert again is not None
        assert again.way == "fold it"
        assert {table.progress.spot(f"s{at}", HALVES).status for at in (1, 2, 3, 4)} == {Status.OPEN}
        assert not sitting(table).away_today()


async def test_a_boss_for_two_adults_waits_for_the_second_and_says_nothing_of_the_first(table: ClassBook) -> None:
    table.edit(ASSESSORS, put(Assessor("lee", "Mr. Lee")))
    Judging(sitting(table, "lee")).judge([Verdict("s1", PIZZA, got_it=True, seen=("all of it",))])
    app = board_on(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "right", "right", "c")
        await until(pilot, lambda: "Two adults get to see it" in seen(app))
        assert "all of it" not in seen(app)
        await pilot.press("1", "2", "enter")
        await recorded(pilot)
        assert table.progress.spot("s1", PIZZA).is_mastered
        assert table.progress.spot("s2", PIZZA).second is Second.ANOTHER
        await pilot.press("u")
        await until(pilot, lambda: not table.progress.spot("s1", PIZZA).is_mastered)


async def test_who_said_got_it_of_a_boss_for_two_adults_says_nothing_more_of_it_at_the_table(table: ClassBook) -> None:
    Judging(sitting(table)).judge([Verdict("s1", PIZZA, got_it=True)])
    before = tuple(table.facts)
    app = board_on(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "right", "right", "c")
        await until(pilot, lambda: "You said got it; another adult gets to see it too" in seen(app))
        for key in ("1", "r", "k", "space"):
            await pilot.press(key)
            await until(pilot, lambda: "You said got it for Kid 1; another adult gets to see it too." in seen(app))
            assert isinstance(app.screen, CenterScreen)
            await pilot.press("2", "2", "2", "up")
            await until(pilot, lambda: "You said got it for Kid 1" not in seen(app))
        await pilot.press("enter")
        await recorded(pilot)
    assert tuple(table.facts) == before


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (120, 40)])
async def test_a_tap_on_a_criterion_above_ticks_it_for_all_who_got_it_or_for_whom_it_says(
    table: ClassBook, size: tuple[int, int]
) -> None:
    app = board_on(table)

    async def tap(words: str) -> None:
        lines = seen(app).splitlines()
        y = next(at for at, line in enumerate(lines) if words in line)
        await pilot.click(offset=(lines[y].index(words), y))

    async with app.run_test(size=size) as pilot:
        await pilot.press("c", "1", "2", "tab")
        await until(pilot, lambda: "All who got it:" in seen(app))
        await tap("says")
        await until(pilot, lambda: seen(app).count("1·  2✓  3·") == 2)
        await pilot.press("up")
        await until(pilot, lambda: "Kid 1:" in seen(app))
        await tap("shows")
        await until(pilot, lambda: seen(app).count("1·  2✓  3✓") == 1)
        await tap("Kid 1:")
        await until(pilot, lambda: "All who got it:" in seen(app))
        await tap("cuts")
        await until(pilot, lambda: seen(app).count("1✓  2✓  3") == 2)
        await pilot.press("enter")
        await recorded(pilot)
    assert (kept(table)["s1"].seen, kept(table)["s2"].seen) == (CRITERIA, CRITERIA[:2])


async def test_ticks_are_tapped_on_the_small_screen_of_a_phone(table: ClassBook) -> None:
    app = board_on(table)
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: "8  · Kid 8" in seen(app))
        rows = app.screen.query_one(VerdictRows)
        await pilot.click(rows, offset=(10, 0))
        await until(pilot, lambda: "1 got it" in seen(app))
        await pilot.click(app.screen.query_one(KeyBar), offset=(seen(app).splitlines()[-1].index("tab"), 0))
        await until(pilot, lambda: "1·  2·  3·" in seen(app))
        assert all(f"{number} {CRITERIA[number - 1][:5]}" in " ".join(seen(app).split()) for number in (1, 2, 3))
        assert "8  · Kid 8" in seen(app), "nobody gets another number by it"
        await pilot.click(rows, offset=(11, 1))
        await until(pilot, lambda: "1·  2✓  3·" in seen(app))
        await pilot.press("enter")
        await recorded(pilot)
        assert kept(table)["s1"].seen == CRITERIA[1:2]


async def test_where_there_are_no_criteria_it_says_so(table: ClassBook) -> None:
    app = board_on(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "c", "tab")
        await until(pilot, lambda: "This step has no criteria to tick." in seen(app))
        await pilot.press("1", "enter")
        await recorded(pilot)
        assert table.progress.spot("s1", "u/thirds").is_mastered
