"""A child covers its newest spots: by keys, by taps, with its own pictures, and whatever happens meanwhile."""

from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Region
from textual.pilot import Pilot

from alone_or_above import stickers
from board.art.shelf import StickerShelf
from board.disk import NotSaved
from board.errors import Refusal
from board.mastery.facts import Kind
from board.screens.path.cover import CoverScreen
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT, STUDENTS
from board.store.draft import Draft
from board.widgets import growing
from board.widgets.covering import Covering
from board.words.covering import ALL_COVERED, COVER, COVER_ONE
from growing_clock import Clock
from lone_app import LoneApp
from screen_driver import seen, until
from waiting_pictures import bring

NAMES = ("halves", "thirds", "pizza")
STEPS = tuple(f"u/{name}" for name in NAMES)
SIZE = (80, 24)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.fixture
def earned(book: ClassBook) -> ClassBook:
    """Ava has shown two steps and a Boss, and covered none of them."""
    for step in STEPS:
        book.record([Draft(Kind.MASTERED, "ava", step)], book.assessors[0].id)
    return book


class Shown:
    """The screen for Ava, and what it kept."""

    def __init__(self, book: ClassBook, shelf: StickerShelf | None = None) -> None:
        self.kept: list[str] = []
        self.screen = CoverScreen(book, shelf or stickers(book), "ava", self._keep)
        self.book = book
        self.app = LoneApp(self.screen)
        self.bells = 0
        self.app.bell = self._ring  # type: ignore[method-assign]

    def _keep(self, step: str) -> None:
        self.kept.append(step)
        self.book.record([Draft(Kind.COVERED, "ava", step)], "ava")

    def _ring(self) -> None:
        self.bells += 1

    @property
    def tiles(self) -> Covering:
        return self.screen.query_one(Covering)

    @property
    def is_still(self) -> bool:
        return not self.tiles._growing

    @property
    def picture(self) -> list[Any]:
        return [list(line) for line in self.app.screen._compositor.render_strips(self.app.size)]


def lose_pictures(book: ClassBook) -> None:
    for file in Path(book.folder, "art").rglob("*.png"):
        file.unlink()


async def opened(shown: Shown, pilot: Pilot[None]) -> None:
    await until(pilot, lambda: shown.app.screen is shown.screen and COVER in seen(pilot.app))


async def test_digits_alone_cover_all_and_then_any_key_goes_back(earned: ClassBook) -> None:
    shown = Shown(earned)
    async with shown.app.run_test(size=SIZE) as pilot:
        await opened(shown, pilot)
        for digit in "132":
            await pilot.press(digit)
            await until(pilot, lambda: shown.is_still)
        await until(pilot, lambda: ALL_COVERED in seen(pilot.app))
        assert shown.kept == [STEPS[0], STEPS[2], STEPS[1]]
        await pilot.press("x")
        await until(pilot, lambda: shown.app.left == [None])
    assert [fact.step for fact in earned.facts if fact.kind is Kind.COVERED] == shown.kept


async def test_arrows_and_enter_are_enough_and_the_frame_goes_on_by_itself(earned: ClassBook) -> None:
    shown = Shown(earned)
    async with shown.app.run_test(size=SIZE) as pilot:
        await opened(shown, pilot)
        for _ in STEPS:
            await pilot.press("enter")
            await until(pilot, lambda: shown.is_still)
            await pilot.pause()
        assert shown.kept == list(STEPS)
        assert shown.tiles.here == len(STEPS)
        await pilot.press("enter")
        await until(pilot, lambda: shown.app.left == [None])


async def test_taps_are_enough_and_the_last_tile_goes_back_before_all_are_covered(earned: ClassBook) -> None:
    shown = Shown(earned)
    async with shown.app.run_test(size=SIZE) as pilot:
        await opened(shown, pilot)
        await pilot.click(offset=(30, 12))
        await until(pilot, lambda: shown.kept == [STEPS[1]] and shown.is_still)
        await pilot.click(offset=(72, 12))
        await until(pilot, lambda: shown.app.left == [None])
    assert shown.kept == [STEPS[1]]


@pytest.mark.parametrize("key", ["escape", "9", "4"])
async def test_leaving_early_is_fine(earned: ClassBook, key: str) -> None:
    shown = Shown(earned)
    async with shown.app.run_test(size=SIZE) as pilot:
        await opened(shown, pilot)
        await pilot.press(key)
        await until(pilot, lambda: shown.app.left == [None])
    assert shown.kept == []


async def test_pressed_twice_it_is_kept_once_and_a_key_meanwhile_makes_it_whole(
    earned: ClassBook, clock: Clock
) -> None:
    shown = Shown(earned)
    async with shown.app.run_test(size=SIZE) as pilot:
        await opened(shown, pilot)
        await pilot.press("1")
        await until(pilot, lambda: "u/halves" in shown.tiles._growing)
        await pilot.press("1")
        await until(pilot, lambda: shown.is_still)
        await pilot.press("1", "2")
        await until(pilot, lambda: "u/thirds" in shown.tiles._growing)
        await pilot.press("j")
        await until(pilot, lambda: shown.is_still)
        assert shown.kept == [STEPS[0], STEPS[1]]


async def test_the_key_that_makes_the_last_one_whole_does_not_leave_yet(earned: ClassBook, clock: Clock) -> None:
    shown = Shown(earned)
    async with shown.app.run_test(size=SIZE) as pilot:
        await opened(shown, pilot)
        await pilot.press("1", "2", "3")
        await until(pilot, lambda: "u/pizza" in shown.tiles._growing)
        await pilot.press("space")
        await until(pilot, lambda: shown.is_still)
        assert shown.app.left == []
        await pilot.press("space")
        await until(pilot, lambda: shown.app.left == [None])


async def _at_the_end(book: ClassBook, clock: Clock, shares: tuple[float, ...]) -> list[Any]:
    shown = Shown(book)
    shown._keep = lambda _step: None  # type: ignore[method-assign,assignment]
    shown.screen._keep = lambda _step: None
    async with shown.app.run_test(size=SIZE) as pilot:
        await opened(shown, pilot)
        for digit in "123":
            await pilot.press(digit)
            for share in shares:
                clock.goes_on(share)
                before = clock.now
                await pilot.pause(0.06)
                assert clock.now == before
            clock.goes_on(1)
            await until(pilot, lambda: shown.is_still)
        await until(pilot, lambda: ALL_COVERED in seen(pilot.app) and shown.tiles.here == len(STEPS))
        await pilot.pause()
        return shown.picture


async def test_where_nothing_moves_the_sticker_is_simply_there_and_the_end_is_the_same(
    earned: ClassBook, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    moving = await _at_the_end(earned, clock, (0.2, 0.3, 0.3))
    skipping = await _at_the_end(earned, clock, ())
    earned.edit(ABOUT, lambda about: about._replace(kiosk=about.kiosk._replace(covering=False)))
    still = await _at_the_end(earned, clock, ())
    earned.edit(ABOUT, lambda about: about._replace(kiosk=about.kiosk._replace(covering=True)))
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr(growing.Growing, "begin", None)
    none = await _at_the_end(earned, clock, ())
    assert moving == skipping == still == none


def cells(tiles: Covering) -> list[list[Any]]:
    """What stands in each cell of the tiles."""
    lines = [tiles.render_line(y) for y in range(tiles.size.height)]
    return [[(char, piece.style) for piece in line for char in piece.text] for line in lines]


async def test_every_moment_is_the_whole_picture_painted_anew_and_what_moved_is_all_that_is_sent(
    earned: ClassBook, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Shown(earned)
    sent: list[Region] = []
    refresh = Covering.refresh

    def noted(self: Covering, *regions: Region, **how: bool) -> Covering:
        sent.extend(regions or [self.size.region])
        return refresh(self, *regions, **how)

    monkeypatch.setattr(Covering, "refresh", noted)
    async with shown.app.run_test(size=SIZE) as pilot:
        await opened(shown, pilot)
        await pilot.press("3")
        for stage in range(1, 10):
            before = cells(shown.tiles)
            sent.clear()
            clock.now = (stage - 0.5) / 10 * growing.SECONDS
            await until(pilot, lambda stage=stage: shown.tiles._growing.stage("u/pizza") == stage)  # type: ignore[misc]
            now = cells(shown.tiles)
            moved = {
                (x, y)
                for y, (old, new) in enumerate(zip(before, now, strict=True))
                for x, (one, other) in enumerate(zip(old, new, strict=True))
                if one != other
            }
            assert moved or stage == 1
            assert all(any(region.contains(*cell) for region in sent) for cell in moved)
            assert all(region.area < shown.tiles.size.area // 4 for region in sent)
            shown.tiles.paint_anew()
            assert cells(shown.tiles) == now


async def test_it_grows_once_its_own_picture_is_ready_and_is_never_another_one_before(
    earned: ClassBook, clock: Clock
) -> None:
    bring(earned, "ava", "u/halves", "red", "a fish")
    shelf = stickers(earned)
    shown = Shown(earned, shelf)
    shown.screen.later.once_painted = lambda _then: None  # type: ignore[method-assign,assignment]
    async with shown.app.run_test(size=SIZE) as pilot:
        await opened(shown, pilot)
        assert shelf.is_waiting
        await pilot.press("1")
        await pilot.pause()
        assert shown.kept == ["u/halves"]
        assert not shown.tiles._growing
        shelf.prepare()
        shown.tiles.pictures_came()
        assert "u/halves" in shown.tiles._growing


async def test_a_picture_that_never_comes_gives_way_to_starter_art(earned: ClassBook, clock: Clock) -> None:
    bring(earned, "ava", "u/halves", "red", "a fish")
    lose_pictures(earned)
    shown = Shown(earned)
    async with shown.app.run_test(size=SIZE) as pilot:
        await opened(shown, pilot)
        await pilot.press("1")
        await until(pilot, lambda: "u/halves" in shown.tiles._growing)


@pytest.mark.parametrize("error", [Refusal("Not now."), NotSaved("The disk is full.")])
async def test_what_can_not_be_kept_frightens_nobody_and_the_sticker_stays(earned: ClassBook, error: Refusal) -> None:
    asked: list[str] = []

    def refuse(step: str) -> None:
        asked.append(step)
        raise error

    shown = Shown(earned)
    shown.screen._keep = refuse
    async with shown.app.run_test(size=SIZE) as pilot:
        await opened(shown, pilot)
        await pilot.press("1")
        await until(pilot, lambda: shown.is_still and shown.tiles.left == (1, 2))
        await pilot.press("1")
        await pilot.pause()
        assert asked == ["u/halves"]
        assert not shown.app._notifications
        assert str(error) not in seen(pilot.app)


async def test_what_is_taken_back_meanwhile_goes_without_a_word(earned: ClassBook, clock: Clock) -> None:
    shown = Shown(earned)
    mark = earned.progress.spot("ava", "u/halves").mark
    assert mark is not None
    async with shown.app.run_test(size=SIZE) as pilot:
        await opened(shown, pilot)
        await pilot.press("1")
        await until(pilot, lambda: "u/halves" in shown.tiles._growing)
        earned.record([Draft(Kind.WITHDRAWN, "ava", "u/halves", of=mark.id)], earned.assessors[0].id)
        await until(pilot, lambda: "Halves" not in seen(pilot.app) and "Thirds" in seen(pilot.app))
        assert not shown.app._notifications
        await pilot.press("1", "2")
        await until(pilot, lambda: shown.kept == list(STEPS))


async def test_a_child_that_is_gone_meanwhile_leaves_the_screen(earned: ClassBook) -> None:
    shown = Shown(earned)
    async with shown.app.run_test(size=SIZE) as pilot:
        await opened(shown, pilot)
        earned.edit(STUDENTS, lambda now: tuple(one for one in now if one.id != "ava"))
        await until(pilot, lambda: shown.app.left == [None])


async def test_with_nothing_to_cover_it_leaves_at_once(book: ClassBook) -> None:
    shown = Shown(book)
    async with shown.app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: shown.app.left == [None])


@pytest.mark.parametrize("sound", [False, True])
async def test_it_sounds_once_and_only_where_the_class_wants_it(earned: ClassBook, sound: bool, clock: Clock) -> None:
    earned.edit(ABOUT, lambda about: about._replace(kiosk=about.kiosk._replace(sound=sound)))
    shown = Shown(earned)
    async with shown.app.run_test(size=SIZE) as pilot:
        await opened(shown, pilot)
        await pilot.press("1")
        await until(pilot, lambda: "u/halves" in shown.tiles._growing)
        clock.goes_on(0.7)
        await until(pilot, lambda: shown.tiles._growing.stage("u/halves") == 7)
        assert shown.bells == 0
        clock.goes_on(0.4)
        await until(pilot, lambda: shown.is_still and shown.tiles.here == 1)
    assert shown.bells == int(sound)


async def test_one_spot_alone_is_told_as_one_and_no_timer_is_left(book: ClassBook) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    shown = Shown(book)
    async with shown.app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: COVER_ONE in seen(pilot.app))
        assert shown.tiles._growing._timer is None
        await pilot.press("1")
        await until(pilot, lambda: shown.is_still and ALL_COVERED in seen(pilot.app))
        assert shown.tiles._growing._timer is None


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (40, 20), (80, 24), (200, 60)])
async def test_it_stands_in_any_window_and_in_the_middle_of_growing_it_may_change(
    earned: ClassBook, clock: Clock, size: tuple[int, int]
) -> None:
    shown = Shown(earned)
    async with shown.app.run_test(size=(100, 30)) as pilot:
        await opened(shown, pilot)
        await pilot.press("3")
        clock.goes_on(0.4)
        await pilot.resize_terminal(*size)
        await pilot.pause()
        clock.goes_on(0.8)
        await until(pilot, lambda: shown.is_still)
        await pilot.resize_terminal(100, 30)
        await until(pilot, lambda: COVER in seen(pilot.app))
        shown.tiles.paint_anew()
        await pilot.press("escape")
        await until(pilot, lambda: shown.app.left == [None])
