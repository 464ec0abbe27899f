"""A locked board: nothing of it is seen or reached, and what was begun is there afterwards."""

import re
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from board import app as board_app
from board.app import BoardApp
from board.class_app import Next
from board.cli.context import seat_here
from board.deeds.pin import Pins
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.facts import Kind
from board.screens.board.board import BoardScreen
from board.screens.board.palette import Palette
from board.screens.judging.center import CenterScreen
from board.screens.lock.locked import LockScreen
from board.screens.lock.new_pin import NewPinScreen
from board.screens.lock.pin_screen import PinScreen
from board.screens.lock.settings import KioskSettings
from board.screens.lock.watch import Watch
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT, STUDENTS
from board.words import pin as words
from screen_driver import board_on, seen, until

PIN = "4716"


@pytest.fixture(autouse=True)
def pins(book: ClassBook) -> Pins:
    Pins(book).set(Sitting(book, usual_adult(book)), PIN)
    return Pins(book)


async def locked(pilot: Pilot[Any]) -> None:
    app = pilot.app
    assert isinstance(app, BoardApp)
    board = next(screen for screen in app.screen_stack if isinstance(screen, BoardScreen))
    app.push_screen(board.doors.kiosk.locked())
    await until(pilot, lambda: isinstance(app.screen, LockScreen) and app.screen.is_mounted)


async def unlocked(pilot: Pilot[Any]) -> None:
    await pilot.press("space")
    await until(pilot, lambda: isinstance(pilot.app.screen, PinScreen))
    await pilot.press(*PIN, "enter")
    await until(pilot, lambda: not any(isinstance(screen, LockScreen) for screen in pilot.app.screen_stack))


def names(book: ClassBook) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for one in book.students for word in one.name.split()))


async def test_l_locks_and_the_pin_opens(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Ava" in seen(app))
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, LockScreen) and "grown-up" in seen(app))
        assert not names(book).search(seen(app))
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, PinScreen) and words.ASKS in seen(app))
        assert not names(book).search(seen(app))
        await pilot.press(*"4717", "enter")
        await until(pilot, lambda: words.WRONG in seen(app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, LockScreen))
        await unlocked(pilot)
        await until(pilot, lambda: "Ava" in seen(app))


OTHERS = [
    "q", "ctrl+q", "ctrl+c", "ctrl+z", "ctrl+p", "ctrl+t", "ctrl+g", "ctrl+l", "ctrl+n", "escape", "question_mark", "f1", "tab",
    "shift+tab", "w", "u", "U", "s", "g", "o", "p", "slash", "ctrl+s", "ctrl+backslash", "ctrl+d", "f12", "space", "enter", "t",
]  # fmt: skip


@pytest.mark.parametrize("on_pin", [False, True], ids=["the lock", "the PIN"])
async def test_no_key_does_anything_below_or_leads_past_it(
    book: ClassBook, monkeypatch: pytest.MonkeyPatch, *, on_pin: bool
) -> None:
    ran: list[str] = []
    monkeypatch.setattr(BoardApp, "action_suspend_process", lambda _: ran.append("suspend"))
    app = board_on(book)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Ava" in seen(app))
        theme, facts, below = app.theme, list(book.facts), app.screen
        for key in OTHERS:
            await locked(pilot)
            if on_pin:
                await pilot.press("space")
                await until(pilot, lambda: isinstance(app.screen, PinScreen))
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(app.screen, (LockScreen, PinScreen)), key
            assert not names(book).search(seen(app)), key
            while app.screen is not below:
                app.pop_screen()
                await pilot.pause()
        assert (app.theme, list(book.facts), ran, app.is_running) == (theme, facts, [], True)


async def test_nothing_is_pasted_tapped_or_scrolled_through_it(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Ava" in seen(app))
        await locked(pilot)
        app.post_message(events.Paste("Zoe Z.\nYan Y.\n"))
        app.post_message(events.Paste(PIN))
        await pilot.pause()
        assert isinstance(app.screen, LockScreen)
        await pilot.click(offset=(10, 5))
        await until(pilot, lambda: isinstance(app.screen, PinScreen))
        assert not [fact for fact in book.facts if fact.kind is Kind.MASTERED and fact.seq > len(book.facts)]
        assert len(app.screen_stack) == 3


async def test_what_was_begun_is_there_afterwards(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Ava" in seen(app))
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press(*"counts")
        await locked(pilot)
        assert "counts" not in seen(app)
        await unlocked(pilot)
        await pilot.press(*"on")
        await until(pilot, lambda: isinstance(app.focused, Input) and app.focused.value == "countson")


async def test_a_center_goes_on_where_it_was(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Ava" in seen(app))
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, CenterScreen))
        await pilot.press("1")
        before = seen(app)
        await locked(pilot)
        await unlocked(pilot)
        await until(pilot, lambda: seen(app) == before)


async def test_what_names_a_child_is_said_once_it_is_open_again(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(notifications=True) as pilot:
        await until(pilot, lambda: "Ava" in seen(app))
        await locked(pilot)
        app.say(["Ava B. was marked twice."])
        app.notify("Ben C. is here")
        await pilot.pause(0.05)
        assert not names(book).search(seen(app))
        await unlocked(pilot)
        await until(pilot, lambda: "marked twice" in seen(app))


async def test_idle_minutes_lock_whatever_is_open(book: ClassBook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board_app, "_LOOKS_EVERY", 0.02)
    app = board_on(book)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Ava" in seen(app))
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, Palette) and app.screen.is_mounted)
        app.touched -= 600
        await until(pilot, lambda: isinstance(app.screen, LockScreen))
        await pilot.pause(0.1)
        assert sum(isinstance(screen, LockScreen) for screen in app.screen_stack) == 1
        await unlocked(pilot)
        assert not isinstance(app.screen, LockScreen)


async def test_a_key_after_a_long_rest_only_locks(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Ava" in seen(app))
        facts = len(book.facts)
        app.touched -= 600
        await pilot.press("space")
        await until(pilot, lambda: isinstance(app.screen, LockScreen))
        assert len(book.facts) == facts


@pytest.mark.parametrize("why", ["never", "no pin"])
async def test_it_never_locks_where_that_is_settled_or_there_is_no_pin(book: ClassBook, pins: Pins, why: str) -> None:
    if why == "never":
        book.edit(ABOUT, lambda now: now._replace(kiosk=now.kiosk._replace(lock=0)))
    else:
        pins.off(Sitting(book, usual_adult(book)))
    app = board_on(book)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Ava" in seen(app))
        app.touched -= 1e6
        assert not app.locks_if_due()
        assert isinstance(app.screen, BoardScreen)


async def test_where_the_pin_is_taken_away_meanwhile_any_key_opens(book: ClassBook, pins: Pins) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Ava" in seen(app))
        await locked(pilot)
        pins.off(Sitting(book, usual_adult(book)))
        await pilot.press("space")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))


@pytest.mark.parametrize("size", [(20, 5), (40, 20), (200, 60)])
async def test_a_class_without_units_and_children_locks_too(book: ClassBook, size: tuple[int, int]) -> None:
    book.edit(STUDENTS, lambda _: ())
    app = board_on(book)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))
        await locked(pilot)
        await unlocked(pilot)


async def test_to_the_kiosk_ends_the_board_and_asks_for_a_pin_where_there_is_none(book: ClassBook, pins: Pins) -> None:
    pins.off(Sitting(book, usual_adult(book)))
    app = board_on(book)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Ava" in seen(app))
        await pilot.press("L")
        await until(pilot, lambda: isinstance(app.screen, NewPinScreen) and words.KIOSK_FIRST in seen(app))
        await pilot.press(*"1234", "enter")
        await until(pilot, lambda: "Children try those" in seen(app))
        await pilot.press(*"9031", "enter")
        await until(pilot, lambda: words.ONCE_MORE in seen(app))
        await pilot.press(*"9032", "enter")
        await until(pilot, lambda: "were not the same" in seen(app))
        await pilot.press(*"9031", "enter")
        await until(pilot, lambda: words.ONCE_MORE in seen(app))
        await pilot.press(*"9031", "enter")
        await until(pilot, lambda: app.next is Next.KIOSK)
    assert app.next is Next.KIOSK


async def test_why_the_lock_asks_for_a_new_pin_is_said_first(book: ClassBook, pins: Pins) -> None:
    pins.off(Sitting(book, usual_adult(book)))
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Ava" in seen(app))
        await pilot.press("l")
        await until(pilot, lambda: words.LOCK_FIRST in seen(app))


async def test_with_a_pin_it_goes_to_the_kiosk_at_once(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Ava" in seen(app))
        await pilot.press("L")
        await until(pilot, lambda: app.next is Next.KIOSK)


async def test_each_setting_has_its_key_is_kept_and_taken_back(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: "Ava" in seen(app))
        await pilot.press("S")
        await until(pilot, lambda: isinstance(app.screen, KioskSettings))
        was = book.about.kiosk
        await pilot.press("w", "o", "c", "s", "i", "l")
        now = was._replace(words=False, outlines=True, covering=False, sound=True, idle=120, lock=30)
        await until(pilot, lambda: book.about.kiosk == now)
        await pilot.press("l")
        await until(pilot, lambda: book.about.kiosk.lock == 0 and "never lock" in seen(app))
        await pilot.press(*"uuuuuuu")
        await until(pilot, lambda: book.about.kiosk == was)
        await pilot.press("home", "enter")
        await until(pilot, lambda: book.about.kiosk == was._replace(words=False))


@pytest.mark.parametrize("columns", [80, 100])
async def test_every_setting_has_its_key_at_the_foot_and_says_what_follows(book: ClassBook, columns: int) -> None:
    app = board_on(book)
    async with app.run_test(size=(columns, 30)) as pilot:
        await until(pilot, lambda: "Ava" in seen(app))
        await pilot.press("S")
        await until(pilot, lambda: isinstance(app.screen, KioskSettings) and "Help" in seen(app))
        foot = seen(app).rstrip().splitlines()[-1].split()
        assert [key for key in foot if len(key) == 1 and key.isalpha()][:7] == [*"wocsilp"]
        await pilot.press("o")
        await until(pilot, lambda: "print the login cards" in seen(app))
        await pilot.press("w")
        await until(
            pilot, lambda: "asking to be seen waits for" in seen(app) and "print the login cards" not in seen(app)
        )


async def test_the_pin_is_changed_and_taken_away_in_the_settings(book: ClassBook, pins: Pins) -> None:
    app = board_on(book)
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: "Ava" in seen(app))
        await pilot.press("S")
        await until(pilot, lambda: isinstance(app.screen, KioskSettings))
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, NewPinScreen))
        await pilot.press(*"9031", "enter", *"9031", "enter")
        await until(pilot, lambda: words.SET in seen(app))
        assert pins.tried("9031")
        await pilot.press("x")
        await until(pilot, lambda: "x again" in seen(app))
        assert pins.is_set
        await pilot.press("x")
        await until(pilot, lambda: not pins.is_set and "is taken away" in seen(app))
        await pilot.press("x")
        await until(pilot, lambda: words.NONE_SET in seen(app))


async def test_a_board_that_ended_locked_is_locked_when_it_comes_up_and_no_name_is_painted(book: ClassBook) -> None:
    first, again, after = board_on(book), board_on(book), board_on(book)
    async with first.run_test() as pilot:
        await until(pilot, lambda: "Ava" in seen(first))
        await pilot.press("l")
        await until(pilot, lambda: isinstance(first.screen, LockScreen))
        first.exit()
    assert seat_here().settings.load().locked == book.key
    async with again.run_test() as pilot:
        assert isinstance(again.screen, LockScreen)
        assert not names(book).search(seen(again))
        await unlocked(pilot)
        assert seat_here().settings.load().locked == ""
        again.exit()
    async with after.run_test() as pilot:
        await until(pilot, lambda: "Ava" in seen(after))
        assert isinstance(after.screen, BoardScreen)


async def test_a_board_that_ended_locked_opens_where_there_is_no_pin_any_more(book: ClassBook, pins: Pins) -> None:
    seat_here().settings.remember_locked(book.key)
    pins.off(Sitting(book, usual_adult(book)))
    app = board_on(book)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Ava" in seen(app))


async def test_a_class_that_is_opened_from_the_start_is_locked_as_it_was(book: ClassBook) -> None:
    seat_here().settings.remember_locked(book.key)
    app = BoardApp(seat_here())
    async with app.run_test() as pilot:
        await pilot.pause()
        app.open_class(book.key)
        await until(pilot, lambda: isinstance(app.screen, LockScreen))
        assert not names(book).search(seen(app))


class Hand:
    """Two clocks set by hand."""

    def __init__(self) -> None:
        self.steady, self.through = 1000.0, 5000.0
        self.watch = Watch(lambda: self.steady, lambda: self.through)

    def awake(self, seconds: float) -> None:
        self.steady, self.through = self.steady + seconds, self.through + seconds

    def asleep(self, seconds: float) -> None:
        self.through += seconds


def test_it_is_time_once_nobody_touched_anything_for_so_many_minutes() -> None:
    hand = Hand()
    touched = hand.steady
    hand.awake(299)
    assert not hand.watch.is_due(touched, 5)
    hand.awake(2)
    assert not hand.watch.is_due(touched, 0)
    assert hand.watch.is_due(touched, 5)
    assert not hand.watch.is_due(hand.steady, 5)


def test_a_laptop_that_slept_was_idle_and_short_sleeps_add_up() -> None:
    hand = Hand()
    touched = hand.steady
    for _ in range(4):
        hand.awake(1)
        hand.asleep(100)
        due = hand.watch.is_due(touched, 5)
    assert due
    hand.awake(1)
    touched = hand.steady
    hand.awake(1)
    assert not hand.watch.is_due(touched, 5)


def test_a_touch_right_before_or_after_a_long_sleep_does_not_keep_it_open() -> None:
    hand = Hand()
    hand.awake(0.4)
    touched = hand.steady
    hand.asleep(8 * 3600)
    hand.awake(0.2)
    assert hand.watch.is_due(touched, 30)


def test_a_clock_that_jumps_back_locks_nobody() -> None:
    hand = Hand()
    hand.awake(1)
    touched = hand.steady
    hand.through -= 1e9
    hand.awake(1)
    assert not hand.watch.is_due(touched, 2)
