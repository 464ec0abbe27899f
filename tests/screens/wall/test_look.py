"""What a projector shows: quilts and the proud wall by themselves, no name on either, and no hand that does anything."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from board.cli.context import seat_here
from board.look_app import LookApp
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.screens.lock.away import Away
from board.screens.wall.look import LookScreen, Sight
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.store.draft import Draft
from board.words import at_kiosk
from elsewhere import Elsewhere
from kiosk_driver import Clock
from screen_driver import seen, until
from under_fingers import SIZES
from waiting_pictures import bring
from whole_texts import texts_cut

PROJECTOR = (160, 48)
SHOWN = {"phone": SIZES["phone"], "wide": SIZES["wide"], "small": (80, 24), "projector": PROJECTOR}


@asynccontextmanager
async def projector(book: ClassBook, size: tuple[int, int] = PROJECTOR) -> AsyncIterator[tuple[Pilot[Any], Clock]]:
    clock = Clock()
    app = LookApp(seat_here(), book, clock)
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(pilot, lambda: app.screen.is_mounted)
        yield pilot, clock


def _look(pilot: Pilot[Any]) -> LookScreen:
    screen = pilot.app.screen
    assert isinstance(screen, LookScreen)
    return screen


async def _next(pilot: Pilot[Any], clock: Clock) -> None:
    """Let so much time go by that another thing comes up."""
    before = _look(pilot)._now
    clock.now += 21
    _look(pilot).go_on_in_time()
    await until(pilot, lambda: _look(pilot)._now != before)
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("size", SHOWN.values(), ids=SHOWN)
async def test_everything_comes_up_by_itself_and_nobody_is_named(demo: ClassBook, size: tuple[int, int]) -> None:
    async with projector(demo, size) as (pilot, clock):
        everything = _look(pilot).shown
        assert len({one.unit for one in everything}) > 2, "quilts, and the proud wall"
        titles = set[str]()
        for _ in everything:
            await pilot.pause()
            text = seen(pilot.app)
            titles.add(text.splitlines()[0].strip())
            assert not [name for student in demo.everyone for name in student.name.split() if name in text.split()]
            await until(pilot, lambda: not texts_cut(pilot.app))
            await _next(pilot, clock)
        assert _look(pilot)._now == everything[0], "behind the last comes the first"
    assert titles == {*(unit.title for unit in demo.units), at_kiosk.WE_ARE_PROUD}


async def test_every_child_hangs_once_and_pictures_are_drawn(demo: ClassBook) -> None:
    demo.edit(STUDENTS, lambda now: tuple(replace(one, alias=f"Star{at:02}") for at, one in enumerate(now)))
    async with projector(demo) as (pilot, clock):
        pages = [one for one in _look(pilot).shown if not one.unit]
        aliases = [student.alias for student in demo.students]
        read = ""
        while (now := _look(pilot)._now) is None or now.unit:
            await _next(pilot, clock)
        for _ in pages:
            read += seen(pilot.app)
            assert read.count("▀") > 500
            await _next(pilot, clock)
    assert {alias: read.count(alias) for alias in aliases} == dict.fromkeys(aliases, 1)


async def test_no_key_and_no_tap_does_anything(demo: ClassBook) -> None:
    async with projector(demo) as (pilot, _):
        app, before = pilot.app, _look(pilot)._now
        for key in ("q", "escape", "enter", "question_mark", "f1", "ctrl+q", "ctrl+c", "ctrl+p", "ctrl+t", "0", "tab"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        for kind in (events.MouseDown, events.MouseUp):
            app.post_message(kind(None, 20, 20, 0, 0, 1, False, False, False, 20, 20))
        app.post_message(events.Paste("quit()"))
        for _ in range(5):
            await pilot.pause()
        assert app.is_running
        assert app.screen_stack == [_look(pilot)]
        assert _look(pilot)._now == before


async def test_what_is_earned_elsewhere_is_sewn_in_and_what_is_chosen_hangs_there(
    shown_class: tuple[ClassBook, Elsewhere],
) -> None:
    book, other = shown_class
    async with projector(book) as (pilot, _):
        await until(pilot, lambda: at_kiosk.WE_LEARN in " ".join(seen(pilot.app).split()))
        other.mark(Kind.MASTERED, "ava", "u/halves")
        await until(pilot, lambda: _look(pilot)._now == Sight("u"))
        assert Sight("", 0) in _look(pilot).shown


async def test_an_empty_class_shows_something_kind(book: ClassBook) -> None:
    book.edit(STUDENTS, lambda _: ())
    async with projector(book) as (pilot, clock):
        await until(pilot, lambda: at_kiosk.NOBODY_YET in " ".join(seen(pilot.app).split()))
        clock.now += 100
        _look(pilot).go_on_in_time()
        book.edit(STUDENTS, lambda _: (Student("ava", "Ava B."),))
        _look(pilot).look_again()
        await until(pilot, lambda: at_kiosk.WE_LEARN in " ".join(seen(pilot.app).split()))


async def test_what_a_child_hides_from_everybody_does_not_hang_there(book: ClassBook) -> None:
    """A picture no adult has accepted is shown to nobody else; starter art stands in."""
    bring(book, "ava", "u/halves", "red", "a fish")
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    async with projector(book) as (pilot, _):
        await until(pilot, lambda: _look(pilot)._now == Sight("", 0))
        assert "fish" not in seen(pilot.app)
        (child,) = [child for child in _look(pilot)._proud if child.stickers]
        assert [sticker.face for sticker in child.stickers] == [None]


async def test_where_the_class_is_away_it_rests_and_comes_back(book: ClassBook, folder: Path) -> None:
    async with projector(book) as (pilot, _):
        hidden = await asyncio.to_thread(folder.rename, folder.with_name("hidden"))
        await until(pilot, lambda: isinstance(pilot.app.screen, Away))
        await asyncio.to_thread(hidden.rename, folder)
        await until(pilot, lambda: isinstance(pilot.app.screen, LookScreen))
        assert not pilot.app._notifications, "nothing is said to adults before children"


async def test_a_window_of_another_size_shows_all_of_it(demo: ClassBook) -> None:
    async with projector(demo) as (pilot, clock):
        for size in SHOWN.values():
            await pilot.resize_terminal(*size)
            await until(pilot, lambda size=size: pilot.app.screen.size == size)  # type: ignore[misc]
            for _ in _look(pilot).shown:
                await until(pilot, lambda: not texts_cut(pilot.app))
                await _next(pilot, clock)
