"""The center: a small group at one step, recorded as one showing."""

from pathlib import Path

import pytest
from textual.widget import Widget

from board.cli.context import seat_here
from board.disk import NotSaved
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import Status
from board.screens.judging.center import CenterScreen
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.store.draft import Draft
from board.widgets.class_grid import ClassGrid
from board.widgets.key_bar import KeyBar
from board.widgets.verdict_rows import VerdictRows
from screen_driver import board_on, seen, until

HALVES = "u/halves"
NAMES = tuple(f"{letter}{name}" for letter in "ABC" for name in ("lex", "nna", "xel", "ri", "zra", "mos", "lma", "ndy"))


@pytest.fixture
def full(book: ClassBook) -> ClassBook:
    book.edit(STUDENTS, lambda _: tuple(Student(f"s{at}", name) for at, name in enumerate(NAMES)))
    return book


def now(book: ClassBook, status: Status) -> list[str]:
    return [one.name for one in book.students if book.progress.spot(one.id, HALVES).status is status]


async def test_six_children_on_one_step_are_eight_keys_from_the_board_and_one_undo(full: ClassBook) -> None:
    app = board_on(full)
    keys = ["c", "1", "2", "4", "5", "6", "9", "enter"]
    assert len(keys) <= 8
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await until(pilot, lambda: len(now(full, Status.MASTERED)) == 6)
        await until(pilot, lambda: "Halves: 6 got it" in seen(app))
        assert len({fact.showing for fact in full.facts}) == 1
        await pilot.press("u")
        await until(pilot, lambda: not now(full, Status.MASTERED))


async def test_six_children_on_one_step_are_seven_taps_from_the_board_and_one_undo(full: ClassBook) -> None:
    app = board_on(full)
    async with app.run_test(size=(80, 24)) as pilot:
        grid, bar = app.screen.query_one(ClassGrid), app.screen.query_one(KeyBar)
        taps: list[tuple[Widget, tuple[int, int]]] = [(grid, (3, 2 + row)) for row in (0, 1, 4, 5, 7, 9)]
        taps.append((bar, (seen(app).splitlines()[-1].index("Got it"), 0)))
        assert len(taps) <= 7
        for widget, offset in taps:
            await pilot.click(widget, offset=offset)
        await until(pilot, lambda: len(now(full, Status.MASTERED)) == 6)
        await pilot.press("u")
        await until(pilot, lambda: not now(full, Status.MASTERED))


async def test_a_further_digit_makes_it_trying_then_nothing(full: ClassBook) -> None:
    app = board_on(full)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "1", "2", "2", "3", "3", "3")
        await until(pilot, lambda: "1 got it, 1 trying" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: now(full, Status.MASTERED) == [NAMES[0]])
        assert now(full, Status.PRACTISING) == [NAMES[1]]


async def test_escape_leaves_nothing_behind(full: ClassBook) -> None:
    app = board_on(full)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "1", "2", "escape")
        await until(pilot, lambda: not isinstance(app.screen, CenterScreen))
        assert not full.facts
        await pilot.press("u")
        await until(pilot, lambda: "Nothing to undo" in seen(app))


async def test_the_group_is_who_was_chosen_and_is_remembered(full: ClassBook) -> None:
    app = board_on(full)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "x", "down", "down", "x", "c")
        await until(pilot, lambda: "group of 2" in seen(app))
        await pilot.press("1", "enter", "right", "c")
        await until(pilot, lambda: "group of 2" in seen(app) and "Thirds" in seen(app))
        await pilot.press("g")
        await until(pilot, lambda: "whole class" in seen(app))
        await pilot.press("escape", "q")
    place = seat_here().settings.load().place(str(full.folder.resolve()))
    assert place.group == ("s1", "s3")
    again = board_on(full, Place(zoom=0, group=place.group))
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: "group of 2" in seen(again))


async def test_the_whole_class_is_paged_and_verdicts_stay_over_pages(full: ClassBook) -> None:
    app = board_on(full)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "1", "pagedown", "1", "pagedown", "6")
        await until(pilot, lambda: "3 got it  (whole class, 3 of 3)" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: now(full, Status.MASTERED) == [NAMES[0], NAMES[9], NAMES[23]])


async def test_it_works_on_the_small_screen_of_a_phone_by_taps_alone(full: ClassBook) -> None:
    app = board_on(full)
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.click(app.screen.query_one(KeyBar), offset=(seen(app).splitlines()[-1].index("Center"), 0))
        await until(pilot, lambda: "8  · Andy" in seen(app))
        rows = app.screen.query_one(VerdictRows)
        await pilot.click(rows, offset=(10, 0))
        await pilot.click(rows, offset=(10, 15))
        await pilot.click(rows, offset=(10, 15))
        await until(pilot, lambda: "1 got it, 1 trying" in seen(app))
        await pilot.click(app.screen.query_one(KeyBar), offset=(2, 0))
        await until(pilot, lambda: now(full, Status.MASTERED) == [NAMES[0]])
        assert now(full, Status.PRACTISING) == [NAMES[7]]


async def test_a_sticker_stays_and_away_is_recorded_with_the_rest(full: ClassBook) -> None:
    full.record(
        [Draft(Kind.MASTERED, "s0", HALVES), Draft(Kind.KEEP_WORKING, "s1", HALVES, note="fold slowly")],
        full.assessors[0].id,
    )
    app = board_on(full)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "1")
        await until(pilot, lambda: "has this sticker already" in seen(app))
        assert "Keep working" not in "\n".join(seen(app).splitlines()[:-1]), "the table reads nothing of it"
        assert "fold slowly" not in seen(app)
        assert "↻" not in seen(app)
        await pilot.press("down", "i")
        await until(pilot, lambda: "Keep working: fold slowly" in seen(app))
        await pilot.press("up", "down")
        await until(pilot, lambda: "fold slowly" not in seen(app))
        await pilot.press("a", "3", "enter")
        await until(pilot, lambda: "Halves: 1 got it, 1 away today" in seen(app) or "1 away today" in seen(app))
        assert list(full.progress.away(full.facts[-1].at[:10])) == ["s1"]
        await pilot.press("u")
        await until(pilot, lambda: not full.progress.away(full.facts[-1].at[:10]))


async def test_what_the_disk_refuses_stays_on_the_screen(full: ClassBook, monkeypatch: pytest.MonkeyPatch) -> None:
    app = board_on(full)

    def refuse(*_: object) -> None:
        raise NotSaved("The disk is full.")

    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        with monkeypatch.context() as patched:
            patched.setattr(full, "keep", refuse)
            await pilot.press("c", "1", "enter")
            await until(pilot, lambda: "The disk is full." in seen(app))
            assert isinstance(app.screen, CenterScreen)
        await pilot.press("enter")
        await until(pilot, lambda: now(full, Status.MASTERED) == [NAMES[0]])


async def test_turning_the_screen_keeps_every_verdict(full: ClassBook, folder: Path) -> None:
    app = board_on(full)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "1", "5")
        for size in ((40, 20), (20, 8), (160, 48), (80, 24)):
            await pilot.resize_terminal(*size)
        await until(pilot, lambda: "2 got it" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: len(now(full, Status.MASTERED)) == 2)
    assert len(now(ClassBook(folder, "d9"), Status.MASTERED)) == 2


async def test_the_table_sees_only_who_has_it_and_who_asked(full: ClassBook) -> None:
    adult = full.assessors[0].id
    drafts = [
        Draft(Kind.PRACTISING, "s0", HALVES),
        Draft(Kind.EXCUSED, "s1", HALVES),
        Draft(Kind.OWN_VERSION, "s2", HALVES, note="Folds a napkin"),
        Draft(Kind.KEEP_WORKING, "s3", HALVES, note="fold slowly", untold=True),
        Draft(Kind.READY, "s4", HALVES),
        Draft(Kind.READY, "s5", HALVES),
        Draft(Kind.KEEP_WORKING, "s5", HALVES, note="cut it", untold=True),
    ]
    full.record(drafts, adult)
    app = board_on(full)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: "Ready to show" in seen(app))
        rows = seen(app).splitlines()[:-2]
        shown = "\n".join(rows)
        assert not any(word in shown for word in ("Trying", "Not in", "Own", "napkin", "fold slowly", "cut it"))
        assert not any(sign in shown for sign in "◔↻–")
        assert shown.count("▲") == 2, "who has not heard yet of a keep working is ready still"
        await pilot.press("down", "down", "i")
        await until(pilot, lambda: "Own version: Folds a napkin" in seen(app))
        await pilot.press("down", "i")
        await until(pilot, lambda: f"{NAMES[3]}: " in seen(app))
        assert "fold slowly" not in seen(app), "what a child has not heard yet is not read at the table"
