"""A whole visit at the kiosk on a phone and on tablets, by taps alone: everything is there, whole, and large enough."""

from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from board.cli.context import seat_here
from board.deeds.pin import Pins
from board.deeds.sitting import Sitting, usual_adult
from board.kiosk_app import KioskApp
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.screens.drawing.draw import DrawScreen
from board.screens.drawing.starter import StarterChoice
from board.screens.kiosk.quilt import KioskQuilt
from board.screens.kiosk.sign_page import GoodBye, StillHere
from board.screens.kiosk.signs import OwnSign
from board.screens.kiosk.units import UnitSigns
from board.screens.kiosk.word import PictureWord
from board.screens.lock.adult_menu import AdultMenu
from board.screens.lock.away import Away
from board.screens.lock.pin_screen import PinScreen
from board.screens.path.cover import CoverScreen
from board.screens.path.my_path import MyPath
from board.screens.path.pick_picture import PickPicture
from board.screens.pictures.caption import CaptionScreen
from board.store.class_book import ClassBook
from board.widgets import sign_board_plan, sign_painter
from board.widgets.covering import Covering
from board.widgets.grid_plan import shortened
from board.widgets.keypad import Keypad
from board.widgets.one_line import OneLine
from board.widgets.path_road import PathRoad
from board.widgets.path_tiles import BigTiles
from board.widgets.pixel_canvas import PixelCanvas
from board.widgets.sign_board import SignBoard
from board.widgets.touch_bar import TouchBar
from board.words import at_kiosk
from finger_targets import cut_off, over_each_other, too_small
from kiosk_driver import by_taps
from screen_driver import seen, until
from taps import tap, tap_spot, tap_tile, tap_tool, tap_word, tap_words
from under_fingers import PHONE, SIZES, TABLET, touched
from whole_texts import texts_cut

WHO = 3
"""Number of the child in the demo class, which has stickers, steps to choose and spots to cover."""


class Walk:
    """Fingers that walk through the kiosk, and look at every screen they come to.

    Attributes:
        app: The kiosk.
        pilot: Moves the fingers.
        child: Whose visit it is.
        looked: How often each kind of screen was looked at.
        wrong: What was not as it should be.
    """

    def __init__(self, pilot: Pilot[Any], child: Student) -> None:
        self.pilot, self.child = pilot, child
        self.app = pilot.app
        self.looked: Counter[str] = Counter()
        self.wrong: list[str] = []

    async def comes(self, kind: type[Screen[Any]], is_so: Callable[[], bool] = lambda: True) -> None:
        """Wait until a screen is up, and look at it."""
        await until(self.pilot, lambda: isinstance(self.app.screen, kind) and self.app.screen.is_mounted and is_so())
        await self.app.workers.wait_for_complete()
        for _ in range(3):
            await self.pilot.pause()
        name = kind.__name__
        self.looked[name] += 1
        self.wrong += [f"{name}: {one} is too small" for one in too_small(self.app.screen)]
        self.wrong += [f"{name}: {one}" for one in over_each_other(self.app.screen)]
        self.wrong += [f"{name}: {one}" for one in (*cut_off(self.app.screen), *texts_cut(self.app))]

    async def page(self, sign: str) -> None:
        """Wait until the child's own page shows a tile with a sign, and look at it."""
        await self.comes(MyPath, lambda: any(tile.sign == sign for tile in self.tiles))

    @property
    def tiles(self) -> tuple[Any, ...]:
        return tuple(self.app.screen.query_one(BigTiles).tiles)

    async def in_(self) -> None:
        """Come in as the child does."""
        await self.comes(KioskQuilt)
        await tap(self.pilot, self.app.screen)
        await self.comes(OwnSign)
        await by_taps(self.pilot, self.child.id)
        await self.comes(PictureWord)
        await tap_word(self.pilot, self.child)
        await self.comes(UnitSigns)
        await self._tap_unit()
        await self.page("bye")

    async def _tap_unit(self) -> None:
        board = self.app.screen.query_one(SignBoard)
        await by_taps(self.pilot, next(tile.key for tile in board._grid.pages[0] if tile is not None))

    async def say_goodbye(self) -> None:
        """Go as the child does."""
        await tap_tile(self.pilot, "bye")
        await self.comes(GoodBye)
        await tap(self.pilot, self.app.screen)
        await self.comes(KioskQuilt)


@asynccontextmanager
async def at_the_kiosk(book: ClassBook, size: tuple[int, int]) -> AsyncIterator[Walk]:
    app = KioskApp(seat_here(), book, lambda: 0.0)  # no time goes by: nobody is asked whether it is still there
    app.animation_level = "none"
    touched(app)
    async with app.run_test(size=size) as pilot:
        yield Walk(pilot, book.everyone[WHO])


async def _asks_to_be_seen(walk: Walk) -> None:
    pilot = walk.pilot
    await tap_tile(pilot, 0)
    await walk.page("ready")
    await tap_tile(pilot, "back")
    await walk.page("bye")
    await tap_tile(pilot, 0)
    await walk.page("ready")
    await tap_tile(pilot, "want")
    await walk.page("bye")
    await tap_tile(pilot, 0)
    await walk.page("ready")
    await tap_tile(pilot, "helper")
    await walk.page("bye")
    await tap_tile(pilot, 0)
    await walk.page("ready")
    await tap_tile(pilot, "ready")
    await walk.page("any")
    await tap_tile(pilot, 0)
    await walk.page("bye")


async def _covers(walk: Walk) -> None:
    pilot = walk.pilot
    await tap_tile(pilot, "cover")
    await walk.comes(CoverScreen)
    many = len(walk.app.screen.query_one(Covering).spots)
    await tap_spot(pilot, many)
    await walk.page("bye")
    await tap_tile(pilot, "cover")
    await walk.comes(CoverScreen)
    for number in range(many):
        await tap_spot(pilot, number)
        await pilot.pause()
    await walk.comes(CoverScreen, lambda: walk.app.screen.query_one(Covering).is_covered)
    await tap_spot(pilot, many)
    await walk.page("bye")


async def _draws(walk: Walk) -> None:
    pilot = walk.pilot
    await tap_tile(pilot, "stickers")
    await walk.page("step")
    await tap_tile(pilot, "on")
    await walk.page("step")
    await tap_tile(pilot, "on")
    await walk.page("step")
    await tap_tile(pilot, 0)
    await walk.page("draw")
    await tap_tile(pilot, "draw")
    await walk.comes(DrawScreen)
    await tap_tool(pilot, "Start")
    await walk.comes(StarterChoice)
    await tap_tile(pilot, "on")
    await walk.comes(StarterChoice)
    await tap_tile(pilot, 0)
    await walk.comes(DrawScreen)
    await tap(pilot, walk.app.screen.query_one(PixelCanvas))
    await tap_words(pilot, "That's my picture!")
    await walk.page("draw")
    await tap_tile(pilot, "bring")
    await walk.comes(PickPicture)
    await tap_tile(pilot, "back")
    await walk.page("words")
    await tap_tile(pilot, "words")
    await walk.comes(CaptionScreen)
    await tap_words(pilot, "Back")
    await walk.page("words")
    await tap_tile(pilot, "words")
    await walk.comes(CaptionScreen)
    walk.app.screen.query_one(OneLine).value = "my fish"  # as the page's own sheet gives it
    await tap_words(pilot, "Keep")
    await walk.page("words")
    await tap_tile(pilot, "back")
    await walk.page("step")
    await tap_tile(pilot, "back")
    await walk.page("bye")


async def _adult(walk: Walk, pin: str) -> None:
    pilot = walk.pilot
    bar = walk.app.screen.query_one(TouchBar)
    await tap(pilot, bar, bar.key_box)
    await walk.comes(PinScreen)
    pad = walk.app.screen.query_one(Keypad)
    await tap(pilot, pad, pad._place(3, 0))
    await walk.comes(KioskQuilt)
    bar = walk.app.screen.query_one(TouchBar)
    await tap(pilot, bar, bar.key_box)
    await walk.comes(PinScreen)
    pad = walk.app.screen.query_one(Keypad)
    for digit in pin:
        await tap(pilot, pad, pad._place(*divmod(int(digit) - 1, 3)))
    await tap(pilot, pad, pad._place(3, 2))
    await walk.comes(AdultMenu)
    await tap_tile(pilot, 2)
    await walk.comes(KioskQuilt)


async def _whole_visit(walk: Walk) -> None:
    await walk.in_()
    await _asks_to_be_seen(walk)
    await _covers(walk)
    await _draws(walk)
    walk.app.push_screen(StillHere())
    await walk.comes(StillHere)
    await tap(walk.pilot, walk.app.screen)
    await walk.page("bye")
    walk.app.push_screen(Away())
    await walk.comes(Away)
    walk.app.pop_screen()
    await walk.say_goodbye()


EVERY = {
    one.__name__
    for one in (
        *(KioskQuilt, OwnSign, PictureWord, UnitSigns, MyPath, CoverScreen, DrawScreen, StarterChoice, PickPicture),
        *(CaptionScreen, StillHere, GoodBye, Away, PinScreen, AdultMenu),
    )
}


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_a_whole_visit_goes_by_taps_alone_on_screens_that_are_whole_and_large(
    demo: ClassBook, size: tuple[int, int]
) -> None:
    Pins(demo).set(Sitting(demo, usual_adult(demo)), "4711")
    before = len(demo.facts)
    async with at_the_kiosk(demo, size) as walk:
        await _whole_visit(walk)
        await _adult(walk, "4711")
        assert set(walk.looked) == EVERY
        assert walk.wrong == []
    kinds = Counter(fact.kind for fact in demo.facts[before:] if fact.by == walk.child.id)
    assert kinds[Kind.READY] == kinds[Kind.WANTED] == kinds[Kind.HELP_WANTED] == 1
    assert kinds[Kind.PICTURE_ADDED] == 1
    assert kinds[Kind.PICTURE_CAPTIONED] == 1


async def test_a_child_sees_the_whole_road_by_its_arrows(demo: ClassBook) -> None:
    async with at_the_kiosk(demo, TABLET) as walk:
        await walk.in_()
        road = walk.app.screen.query_one(PathRoad)
        titles = {stop.title for stop in road._seen.stops}
        seen_ones = set[str]()
        for is_up in (True, False):
            for _ in range(10):
                seen_ones |= {title for title in titles if title in seen(walk.app)}
                arrow = next((one for one in road.arrows if one.is_up is is_up), None)
                if arrow is None:
                    break
                before = road.scroll_y
                await tap(walk.pilot, road, arrow.box)
                await until(walk.pilot, lambda before=before: road.scroll_y != before)  # type: ignore[misc]
            assert not [one for one in road.arrows if one.is_up is is_up], "it never came to an end"
        assert seen_ones == titles


async def _wrong_on(book: ClassBook, size: tuple[int, int]) -> str:
    """What is wrong on the first screens of the kiosk."""
    async with at_the_kiosk(book, size) as walk:
        await walk.comes(KioskQuilt)
        await tap(walk.pilot, walk.app.screen)
        await walk.comes(OwnSign)
        return "\n".join(walk.wrong)


async def test_a_tile_too_small_for_a_finger_is_found(demo: ClassBook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_board_plan, "_foot_high", lambda _: 2)
    assert "too small" in await _wrong_on(demo, PHONE)


async def test_what_reaches_over_the_edge_is_found(demo: ClassBook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(KioskQuilt, "DEFAULT_CSS", "KioskQuilt TouchBar { width: 60; }")
    assert "reaches over" in await _wrong_on(demo, PHONE)


async def test_a_word_that_ends_in_the_middle_is_found(demo: ClassBook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        at_kiosk, "WHO_ARE_YOU", "Which of all these many beautiful signs is yours, yours alone, and nobody's?"
    )
    monkeypatch.setattr(sign_painter, "wrapped", lambda text, width, *_: [shortened(text, width)] if text else [])
    assert "a word is cut" in await _wrong_on(demo, PHONE)
