"""The kiosk's app: where its adult's corner leads, what it keeps to itself, and what it does while the class is away."""

from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest
from textual import events
from textual.app import App
from textual.pilot import Pilot

from board.class_app import Next
from board.cli.context import seat_here
from board.kiosk_app import KioskApp
from board.mastery.people import Student
from board.screens.kiosk.quilt import KioskQuilt
from board.screens.kiosk.sign_page import StillHere
from board.screens.kiosk.signs import OwnSign
from board.screens.lock.adult_menu import AdultMenu
from board.screens.lock.away import Away
from board.screens.lock.pin_screen import PinScreen
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from kiosk.kiosk_terminal import PIN, with_pin
from kiosk_driver import Clock
from screen_driver import seen, until

MAY = {"adult", "redraw", "focus_next", "focus_previous"}


@pytest.fixture
def kiosk(book: ClassBook) -> KioskApp:
    with_pin(book, words=False)
    return KioskApp(seat_here(), book)


def pulled_out(folder: Path) -> Path:
    return folder.rename(folder.with_name("pulled out"))


def put_back(away: Path, folder: Path) -> None:
    away.rename(folder)


async def on_top(app: KioskApp, pilot: Pilot[None], kind: type) -> None:
    await until(pilot, lambda: isinstance(app.screen, kind) and app.screen.is_mounted)
    await pilot.pause()


async def in_the_menu(app: KioskApp, pilot: Pilot[None]) -> None:
    await on_top(app, pilot, KioskQuilt)
    await pilot.press("ctrl+q")
    await on_top(app, pilot, PinScreen)
    await pilot.press(*PIN, "enter")
    await on_top(app, pilot, AdultMenu)


async def to_the_signs(app: KioskApp, pilot: Pilot[None]) -> None:
    await on_top(app, pilot, KioskQuilt)
    await pilot.press("x")
    await on_top(app, pilot, OwnSign)


async def look(app: KioskApp, pilot: Pilot[None]) -> None:
    quilt = app.screen_stack[0]
    assert isinstance(quilt, KioskQuilt)
    quilt.idle.look()
    await pilot.pause()


@pytest.mark.parametrize(("key", "following"), [("1", Next.BOARD), ("2", Next.NOTHING)])
async def test_the_pin_leads_to_the_board_or_to_the_end(kiosk: KioskApp, key: str, following: Next) -> None:
    async with kiosk.run_test(size=(100, 30)) as pilot:
        await in_the_menu(kiosk, pilot)
        await pilot.press(key)
        await until(pilot, lambda: not kiosk.is_running or kiosk.next is following)
    assert kiosk.next is following


async def test_whatever_else_ends_it_brings_it_back(kiosk: KioskApp) -> None:
    async with kiosk.run_test(size=(100, 30)) as pilot:
        await on_top(kiosk, pilot, KioskQuilt)
        kiosk.exit()
    assert kiosk.next is Next.KIOSK


@pytest.mark.parametrize("keys", [["3"], ["escape"], ["0"], ["enter"]])
async def test_an_adult_can_go_back_to_the_children_and_come_again(kiosk: KioskApp, keys: list[str]) -> None:
    async with kiosk.run_test(size=(100, 30)) as pilot:
        for _ in range(2):
            await in_the_menu(kiosk, pilot)
            await pilot.press("x", "f1", "ctrl+c", *keys)
            await on_top(kiosk, pilot, KioskQuilt)


@pytest.mark.parametrize("number", range(3))
async def test_the_menu_is_for_fingers_too(kiosk: KioskApp, number: int) -> None:
    async with kiosk.run_test(size=(100, 30)) as pilot:
        await in_the_menu(kiosk, pilot)
        await pilot.click(offset=(17 + 33 * number, 10))
        if number < 2:
            await until(pilot, lambda: kiosk.next is (Next.BOARD, Next.NOTHING)[number])
        else:
            await on_top(kiosk, pilot, KioskQuilt)


async def test_a_menu_nobody_touches_goes_back_to_the_children(kiosk: KioskApp) -> None:
    async with kiosk.run_test(size=(100, 30)) as pilot:
        await on_top(kiosk, pilot, KioskQuilt)
        kiosk.push_screen(AdultMenu(patience=0.05))
        await on_top(kiosk, pilot, KioskQuilt)


async def test_a_wrong_pin_and_none_lead_back(kiosk: KioskApp) -> None:
    async with kiosk.run_test(size=(100, 30)) as pilot:
        await on_top(kiosk, pilot, KioskQuilt)
        await pilot.press("0")
        await on_top(kiosk, pilot, PinScreen)
        await pilot.press("ctrl+q", "1", "1", "1", "1", "enter", "escape")
        await on_top(kiosk, pilot, KioskQuilt)
        assert kiosk.next is Next.KIOSK


async def test_keys_may_do_nothing_to_the_kiosk_itself(kiosk: KioskApp) -> None:
    async with kiosk.run_test(size=(100, 30)) as pilot:
        await on_top(kiosk, pilot, KioskQuilt)
        actions = {
            name.removeprefix("action_") for kind in (App, KioskApp) for name in dir(kind) if name.startswith("action_")
        }
        assert len(actions) > 20
        assert {name for name in actions if kiosk.check_action(name, ())} == MAY


async def test_what_is_for_adults_waits_for_one(kiosk: KioskApp) -> None:
    async with kiosk.run_test(size=(100, 30), notifications=True) as pilot:
        await on_top(kiosk, pilot, KioskQuilt)
        kiosk.say(["Ava's picture can't be read."])
        await pilot.pause()
        assert "picture can't" not in seen(kiosk)
        await in_the_menu(kiosk, pilot)
        await until(pilot, lambda: "picture can't" in seen(kiosk))
        await pilot.press("3")
        await on_top(kiosk, pilot, KioskQuilt)
        assert "picture can't" not in seen(kiosk)


async def test_nothing_is_pasted_and_keys_of_long_ago_do_nothing(kiosk: KioskApp) -> None:
    async with kiosk.run_test(size=(100, 30)) as pilot:
        await on_top(kiosk, pilot, KioskQuilt)
        before = kiosk.touched
        old = events.Key("x", "x")
        old.time = monotonic() - 10
        kiosk.post_message(events.Paste("0"))
        kiosk.post_message(old)
        await pilot.pause()
        assert isinstance(kiosk.screen, KioskQuilt)
        await pilot.press("x")
        await on_top(kiosk, pilot, OwnSign)
        assert kiosk.touched > before


async def test_a_mouse_on_a_table_that_shakes_is_no_hand(kiosk: KioskApp) -> None:
    async with kiosk.run_test(size=(100, 30)) as pilot:
        await on_top(kiosk, pilot, KioskQuilt)
        before = kiosk.touched
        await pilot.hover(offset=(3, 3))
        assert kiosk.touched == before


async def test_without_a_pin_the_corner_is_open(book: ClassBook) -> None:
    app = KioskApp(seat_here(), book)
    async with app.run_test(size=(100, 30)) as pilot:
        await on_top(app, pilot, KioskQuilt)
        await pilot.press("0")
        await on_top(app, pilot, AdultMenu)


async def test_a_class_that_is_away_rests_and_goes_on_where_everybody_was(kiosk: KioskApp, folder: Path) -> None:
    async with kiosk.run_test(size=(100, 30)) as pilot:
        await on_top(kiosk, pilot, KioskQuilt)
        await pilot.press("x")
        await on_top(kiosk, pilot, OwnSign)
        away = pulled_out(folder)
        await on_top(kiosk, pilot, Away)
        await pilot.press("x", "1", "enter", "escape", "ctrl+c")
        await on_top(kiosk, pilot, Away)
        assert "The board sleeps a little." in seen(kiosk)
        put_back(away, folder)
        await on_top(kiosk, pilot, OwnSign)
        with closing(ClassBook(folder, "elsewhere")) as other:
            other.edit(STUDENTS, lambda now: (*now, Student("cleo", "Cleo D.")))
        await until(pilot, lambda: len(kiosk.screen.book.students) == 3)  # type: ignore[attr-defined]


async def test_a_key_at_the_kiosk_is_what_still_here_goes_by(book: ClassBook) -> None:
    clock = Clock()
    app = KioskApp(seat_here(), book, clock)
    patience = book.about.kiosk.idle
    async with app.run_test(size=(100, 30)) as pilot:
        await to_the_signs(app, pilot)
        clock.now += patience - 1
        await pilot.press("f12")  # does nothing, but somebody is there
        for seconds, kind in ((patience - 1, OwnSign), (2, StillHere)):
            clock.now += seconds
            await look(app, pilot)
            assert isinstance(app.screen, kind)


async def test_nobody_asks_an_adult_who_is_choosing_whether_it_is_still_here(book: ClassBook) -> None:
    with_pin(book, words=False)
    clock = Clock()
    app = KioskApp(seat_here(), book, clock)
    async with app.run_test(size=(100, 30)) as pilot:
        await to_the_signs(app, pilot)
        await pilot.press("ctrl+q")
        await on_top(app, pilot, PinScreen)
        for kind, keys in ((PinScreen, (*PIN, "enter")), (AdultMenu, ("3",))):
            await on_top(app, pilot, kind)
            clock.now += 3600
            await look(app, pilot)
            assert isinstance(app.screen, kind)
            await pilot.press(*keys)
        await on_top(app, pilot, OwnSign)
        clock.now += book.about.kiosk.idle
        await look(app, pilot)
        assert isinstance(app.screen, StillHere)


async def test_nobody_is_asked_while_the_class_is_away(book: ClassBook, folder: Path) -> None:
    clock = Clock()
    app = KioskApp(seat_here(), book, clock)
    async with app.run_test(size=(100, 30)) as pilot:
        await to_the_signs(app, pilot)
        away = pulled_out(folder)
        await on_top(app, pilot, Away)
        clock.now += 3600
        await look(app, pilot)
        assert isinstance(app.screen, Away)
        put_back(away, folder)
        await until(pilot, lambda: not isinstance(app.screen, Away))
        await look(app, pilot)
        assert isinstance(app.screen, StillHere)


async def test_an_adult_is_asked_while_the_class_is_away(kiosk: KioskApp, folder: Path) -> None:
    async with kiosk.run_test(size=(100, 30)) as pilot:
        await on_top(kiosk, pilot, KioskQuilt)
        away = pulled_out(folder)
        await on_top(kiosk, pilot, Away)
        await pilot.press("ctrl+q")
        await on_top(kiosk, pilot, PinScreen)
        await pilot.press(*PIN, "enter")
        await pilot.pause()
        assert kiosk.is_running
        put_back(away, folder)
        await on_top(kiosk, pilot, AdultMenu)
        await pilot.press("3")
        await until(pilot, lambda: not any(isinstance(screen, Away) for screen in kiosk.screen_stack))
