"""On the board a new sticker grows out of its spot: the truth is there at once, and the end is what a fresh board shows."""

import random
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Region
from textual.pilot import Pilot

from board.app import BoardApp
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import Status
from board.screens.board.board import BoardScreen
from board.screens.board.student import StudentScreen
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT, STUDENTS
from board.store.draft import Draft
from board.widgets import growing
from board.widgets.growing_grid import GrowingGrid
from board.widgets.student_path import StudentPath
from growing_clock import Clock
from screen_driver import board_on, seen, until

SIZE = (110, 32)
AVA = ("ava", "u/halves")
STICKERS = Place(zoom=2)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.fixture
def many(book: ClassBook) -> ClassBook:
    """A class that does not fit on a screen with stickers."""
    book.edit(STUDENTS, lambda now: (*now, *(Student(f"kid{at}", f"Kid {at}") for at in range(16))))
    return book


def grid_of(pilot: Pilot[None]) -> GrowingGrid:
    return pilot.app.screen.query_one(GrowingGrid)


def picture(grid: GrowingGrid) -> list[Any]:
    """What the terminal gets of the grid, as it stands."""
    region = grid.size.region
    return [[(one.text, one.style) for one in line] for line in grid.render_lines(region)]


async def marked(pilot: Pilot[None], key: str = "space") -> GrowingGrid:
    """Mark the spot under the cursor, and give the grid once a sticker grows there."""
    grid = grid_of(pilot)
    await pilot.press(key)
    await until(pilot, lambda: bool(grid._growing))
    return grid


def elsewhere(book: ClassBook, folder: Path, kind: Kind, *spots: tuple[str, str]) -> None:
    """Mark spots as another program does."""
    with closing(ClassBook(folder, "elsewhere")) as other:
        other.record([Draft(kind, *spot) for spot in spots], book.assessors[0].id)


async def test_with_the_first_picture_after_the_key_all_is_said_and_the_sticker_is_there_already(
    book: ClassBook, clock: Clock, folder: Path
) -> None:
    app = board_on(book, STICKERS)
    async with app.run_test(size=SIZE) as pilot:
        before = picture(grid_of(pilot))
        grid = await marked(pilot)
        assert clock.now == 0
        assert ClassBook(folder, "d1").progress.spot(*AVA).status is Status.MASTERED
        await until(pilot, lambda: "Ava B. · Halves: Got it" in seen(app))
        first = picture(grid)
        assert first != before
        assert grid._growing.stage(AVA) == 1
        clock.goes_on(0.55)
        await until(pilot, lambda: grid._growing.stage(AVA) == 6)
        assert picture(grid) not in (first, before)
        clock.goes_on(0.5)
        await until(pilot, lambda: not grid._growing)
        assert grid._growing._timer is None


async def _fresh(book: ClassBook, app: BoardApp, place: Place, size: tuple[int, int]) -> list[Any]:
    """What a board opened now shows in the same place, scrolled as far."""
    old = app.screen.query_one(GrowingGrid)
    scrolled = (old.scroll_x, old.scroll_y)
    new = board_on(book, place, app.theme)
    async with new.run_test(size=size) as pilot:
        grid = grid_of(pilot)
        await until(pilot, lambda: "Room 12" in seen(new))
        grid.chosen, grid.away = old.chosen, old.away
        grid.scroll_to(*scrolled, animate=False)
        await until(pilot, lambda: (grid.scroll_x, grid.scroll_y) == scrolled)
        return picture(grid)


def _place(app: BoardApp) -> Place:
    assert isinstance(app.screen, BoardScreen)
    return app.screen.place


async def test_the_end_is_what_a_fresh_board_shows_and_so_is_an_undo_in_the_middle(
    book: ClassBook, clock: Clock
) -> None:
    app = board_on(book, STICKERS)
    async with app.run_test(size=SIZE) as pilot:
        empty = picture(grid_of(pilot))
        grid = await marked(pilot)
        clock.goes_on(0.4)
        await until(pilot, lambda: grid._growing.stage(AVA) == 4)
        await pilot.press("u")
        await until(pilot, lambda: not book.progress.spot(*AVA).is_mastered and not grid._growing)
        assert picture(grid) == empty
        await pilot.press("U")
        await until(pilot, lambda: AVA in grid._growing)
        assert grid._growing.stage(AVA) == 1
        clock.goes_on(1)
        await until(pilot, lambda: not grid._growing)
        assert picture(grid) == await _fresh(book, app, _place(app), SIZE)


async def test_other_marks_go_on_meanwhile_and_each_grows_in_its_own_time(book: ClassBook, clock: Clock) -> None:
    app = board_on(book, STICKERS)
    async with app.run_test(size=SIZE) as pilot:
        grid = await marked(pilot)
        clock.goes_on(0.5)
        await pilot.press("down", "space")
        await until(pilot, lambda: ("ben", "u/halves") in grid._growing and grid._growing.stage(AVA) == 5)
        await pilot.press("right", "t")
        await until(pilot, lambda: book.progress.spot("ben", "u/thirds").status is Status.PRACTISING)
        clock.goes_on(0.5)
        await until(pilot, lambda: AVA not in grid._growing)
        assert grid._growing.stage(("ben", "u/halves")) == 5


async def test_a_growing_paints_its_own_spot_and_nothing_else(
    many: ClassBook, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = board_on(many, STICKERS)
    async with app.run_test(size=SIZE) as pilot:
        grid = await marked(pilot)
        await pilot.pause()
        painted: list[Region] = []
        refresh = GrowingGrid.refresh

        def noted(self: GrowingGrid, *regions: Region, **how: bool) -> GrowingGrid:
            painted.extend(regions)
            return refresh(self, *regions, **how)

        monkeypatch.setattr(GrowingGrid, "refresh", noted)
        clock.goes_on(0.3)
        await until(pilot, lambda: grid._growing.stage(AVA) == 3)
        assert [(region.width, region.height) for region in painted] == [(10, 5)]


@pytest.mark.parametrize("off", ["animations", "setting", "overview"])
async def test_where_nothing_moves_the_sticker_is_simply_there(
    book: ClassBook, monkeypatch: pytest.MonkeyPatch, off: str
) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(growing.Growing, "begin", never)
    if off == "setting":
        book.edit(ABOUT, lambda about: about._replace(kiosk=about.kiosk._replace(covering=False)))
    app = board_on(book, Place(zoom=0) if off == "overview" else STICKERS)
    if off == "animations":
        app.animation_level = "none"
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("space")
        await until(pilot, lambda: "Ava B. · Halves: Got it" in seen(app))
        assert picture(grid_of(pilot)) == await _fresh(book, app, _place(app), SIZE)


async def test_what_comes_in_bulk_from_elsewhere_is_simply_there_and_a_few_grow(
    many: ClassBook, folder: Path, clock: Clock
) -> None:
    app = board_on(many, STICKERS)
    async with app.run_test(size=SIZE) as pilot:
        grid = grid_of(pilot)
        elsewhere(many, folder, Kind.MASTERED, *((f"kid{at}", "u/thirds") for at in range(4)))
        await until(pilot, lambda: many.progress.spot("kid3", "u/thirds").is_mastered)
        await pilot.pause()
        assert not grid._growing
        elsewhere(many, folder, Kind.MASTERED, AVA, ("ben", "u/halves"))
        await until(pilot, lambda: AVA in grid._growing)


async def test_a_whole_group_that_was_marked_here_grows_together(many: ClassBook, clock: Clock) -> None:
    app = board_on(many, STICKERS)
    async with app.run_test(size=(110, 48)) as pilot:
        grid = grid_of(pilot)
        for _ in range(6):
            await pilot.press("x", "down")
        await pilot.press("space")
        await until(pilot, lambda: len(grid._growing._since) == 6)
        assert len(many.facts) == 6


async def test_none_grows_beside_a_keep_working(book: ClassBook, folder: Path, clock: Clock) -> None:
    app = board_on(book, STICKERS)
    async with app.run_test(size=SIZE) as pilot:
        elsewhere(book, folder, Kind.KEEP_WORKING, ("ben", "u/halves"))
        await until(pilot, lambda: book.progress.spot("ben", "u/halves").status is Status.KEEP_WORKING)
        await pilot.press("space")
        await until(pilot, lambda: "Ava B. · Halves: Got it" in seen(app))
        assert not grid_of(pilot)._growing


async def test_while_the_class_is_watching_none_grows(book: ClassBook, folder: Path, clock: Clock) -> None:
    app = board_on(book, STICKERS)
    async with app.run_test(size=SIZE) as pilot:
        grid = grid_of(pilot)
        await pilot.press("w")
        await until(pilot, lambda: not isinstance(app.screen, BoardScreen))
        elsewhere(book, folder, Kind.MASTERED, AVA)
        await until(pilot, lambda: book.progress.spot(*AVA).is_mastered)
        await pilot.pause()
        assert not grid._growing
        await pilot.press("x")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))
        assert not grid._growing


async def test_what_is_out_of_sight_does_not_grow(many: ClassBook, folder: Path, clock: Clock) -> None:
    app = board_on(many, STICKERS)
    async with app.run_test(size=SIZE) as pilot:
        grid = grid_of(pilot)
        elsewhere(many, folder, Kind.MASTERED, ("kid15", "u/halves"))
        await until(pilot, lambda: many.progress.spot("kid15", "u/halves").is_mastered)
        await pilot.pause()
        assert not grid._growing
        await pilot.press("end", "pagedown", "pagedown", "pagedown", "pagedown")
        elsewhere(many, folder, Kind.MASTERED, ("kid14", "u/halves"))
        await until(pilot, lambda: many.progress.spot("kid14", "u/halves").is_mastered)


async def test_on_the_students_own_path_it_grows_too_and_an_undo_ends_it(book: ClassBook, clock: Clock) -> None:
    app = board_on(book, STICKERS)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, StudentScreen))
        path = app.screen.query_one(StudentPath)

        def shown() -> list[Any]:
            return [[(one.text, one.style) for one in path.render_line(y)] for y in range(path.size.height)]

        await pilot.pause()
        empty = shown()
        await pilot.press("space")
        await until(pilot, lambda: "u/halves" in path._growing and "Got it" in seen(app))
        first = shown()
        assert first != empty
        clock.goes_on(0.5)
        await until(pilot, lambda: path._growing.stage("u/halves") == 5)
        assert shown() not in (first, empty)
        await pilot.press("u")
        await until(pilot, lambda: not path._growing)
        assert shown() == empty
        await pilot.press("U")
        await until(pilot, lambda: "u/halves" in path._growing)
        clock.goes_on(1)
        await until(pilot, lambda: not path._growing)
        end = shown()
        path._replan()
        assert shown() == end


async def test_switched_off_in_the_middle_it_is_whole_at_once_and_left_in_the_middle_nothing_stays(
    book: ClassBook, clock: Clock
) -> None:
    app = board_on(book, STICKERS)
    async with app.run_test(size=SIZE) as pilot:
        grid = await marked(pilot)
        app.animation_level = "none"
        await until(pilot, lambda: not grid._growing)
        assert picture(grid) == await _fresh(book, app, _place(app), SIZE)
        app.animation_level = "full"
        await pilot.press("down")
        await marked(pilot)
    assert not grid._timers


WAYS = (
    "space",
    "space",
    "space",
    "u",
    "U",
    "t",
    "x",
    "z",
    "Z",
    "ctrl+t",
    "down",
    "down",
    "right",
    "left",
    "up",
    "pagedown",
)


@pytest.mark.parametrize("seed", range(12))
async def test_whatever_happens_while_they_grow_ends_in_the_picture_of_a_fresh_board(
    many: ClassBook, folder: Path, clock: Clock, seed: int
) -> None:
    dice = random.Random(seed)
    app = board_on(many, Place(zoom=dice.choice((1, 2, 3))))
    size = SIZE
    async with app.run_test(size=size) as pilot:
        grid = await marked(pilot)
        for _ in range(25):
            clock.goes_on(dice.choice((0, 0.1, 0.3, 0.6)))
            match dice.randrange(12):
                case 0:
                    size = dice.choice(((80, 24), (110, 32), (150, 40), (60, 12)))
                    await pilot.resize_terminal(*size)
                case 1:
                    spot = (f"kid{dice.randrange(8)}", "u/halves")
                    elsewhere(many, folder, dice.choice((Kind.MASTERED, Kind.KEEP_WORKING)), spot)
                case _:
                    await pilot.press(dice.choice(WAYS))
        grid.chosen = frozenset()
        clock.goes_on(2)
        await until(pilot, lambda: not grid._growing)
        facts = many.facts
        await until(pilot, lambda: many.facts == facts and app.screen._stand_shown[0] is many.progress)  # type: ignore[attr-defined]
        await pilot.pause()
        assert picture(grid) == await _fresh(many, app, _place(app), size), f"seed {seed}"
