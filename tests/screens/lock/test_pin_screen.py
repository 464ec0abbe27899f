"""The keypad for the adult PIN: by keys, by taps, and by nobody."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from board.deeds.pin import Pins
from board.deeds.sitting import Sitting, usual_adult
from board.screens.lock.pin_screen import PinScreen
from board.store.class_book import ClassBook
from board.widgets.keypad import Keypad, PinLine
from board.words import pin as words
from board.words.at_kiosk import ONE_MOMENT
from lone_app import LoneApp
from screen_driver import seen, until

PIN = "4716"


@pytest.fixture
def pins(book: ClassBook) -> Pins:
    Pins(book).set(Sitting(book, usual_adult(book)), PIN)
    return Pins(book)


def pad(app: LoneApp) -> PinScreen:
    assert isinstance(app.screen, PinScreen)
    return app.screen


async def tap(pilot: Pilot[Any], key: str) -> None:
    pad = pilot.app.screen.query_one(Keypad)
    places = {name: (row, at) for row, keys in enumerate(("123", "456", "789", "<0.")) for at, name in enumerate(keys)}
    left, top, wide, high = pad._place(*places[key])
    await pilot.click(pad, offset=(left + wide // 2, top + high // 2))


async def test_the_right_digits_and_enter_go_on(pins: Pins) -> None:
    app = LoneApp(PinScreen(pins))
    async with app.run_test() as pilot:
        await until(pilot, lambda: words.ASKS in seen(app))
        await pilot.press(*PIN, "enter")
        await until(pilot, lambda: app.left == [True])


async def test_the_right_taps_go_on(pins: Pins) -> None:
    app = LoneApp(PinScreen(pins))
    async with app.run_test() as pilot:
        await until(pilot, lambda: words.ASKS in seen(app))
        for key in ("9", "<", *PIN, "."):
            await tap(pilot, key)
        await until(pilot, lambda: app.left == [True])


async def test_wrong_digits_say_so_and_no_digit_ever_stands_on_the_screen(pins: Pins) -> None:
    app = LoneApp(PinScreen(pins))
    async with app.run_test() as pilot:
        await until(pilot, lambda: words.ASKS in seen(app))
        for number, digit in enumerate("4717", 1):
            await pilot.press(digit)
            assert app.screen.query_one(PinLine).typed == number
            assert not any(char.isdigit() for char in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: words.WRONG in seen(app))
        assert app.screen.query_one(PinLine).typed == 0
        assert not app.left


async def test_while_the_next_try_waits_even_the_right_digits_wait_and_stay(
    pins: Pins, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, wait = LoneApp(PinScreen(pins)), [30.0]
    monkeypatch.setattr(Pins, "wait", property(lambda _: wait[0]))
    async with app.run_test() as pilot:
        await until(pilot, lambda: words.WAITS in seen(app))
        await pilot.press(*PIN, "enter")
        await until(pilot, lambda: not pad(app).is_busy)
        assert app.screen.query_one(PinLine).typed == len(PIN)
        assert words.WAITS in seen(app)
        assert not app.left
        wait[0] = 0.0
        await pilot.press("enter")
        await until(pilot, lambda: app.left == [True])


async def test_once_the_rest_is_over_it_asks_again_by_itself(pins: Pins, monkeypatch: pytest.MonkeyPatch) -> None:
    app, waits = LoneApp(PinScreen(pins)), [0.05, 0.05, 0.05, 0.0]
    monkeypatch.setattr(Pins, "wait", property(lambda _: waits.pop(0) if len(waits) > 1 else waits[0]))
    async with app.run_test() as pilot:
        await until(pilot, lambda: words.ASKS in seen(app))
    assert waits == [0.0]


class SlowPins(Pins):
    """A PIN in a class on a share that hangs until it is told to go on."""

    def __init__(self, pins: Pins) -> None:
        super().__init__(pins._book)
        self.goes_on = threading.Event()
        self.asked_by: set[int] = set()

    def _hang(self) -> None:
        self.asked_by.add(threading.get_ident())
        self.goes_on.wait(10)

    @property
    def wait(self) -> float:
        self._hang()
        return super().wait

    def tried(self, pin: str) -> bool:
        self._hang()
        return super().tried(pin)


@pytest.fixture
def slow(pins: Pins) -> Iterator[SlowPins]:
    slow = SlowPins(pins)
    yield slow
    slow.goes_on.set()
    assert threading.get_ident() not in slow.asked_by, "nothing of it is asked by whoever paints"


async def test_on_a_share_that_hangs_keys_show_at_once_and_are_ignored_while_digits_are_looked_at(
    slow: SlowPins,
) -> None:
    app = LoneApp(PinScreen(slow))
    async with app.run_test() as pilot:
        await until(pilot, lambda: words.ASKS in seen(app) and bool(slow.asked_by))
        await pilot.press(*PIN)
        assert app.screen.query_one(PinLine).typed == len(PIN)
        await pilot.press("enter", "9", "backspace", "enter", "٤")
        await tap(pilot, "8")
        assert app.screen.query_one(PinLine).typed == len(PIN)
        assert not slow.goes_on.is_set()
        await until(pilot, lambda: ONE_MOMENT in seen(app))
        slow.goes_on.set()
        await until(pilot, lambda: app.left == [True])


@pytest.mark.parametrize("typed", [(), ("1",), (*"1234", "enter")])
async def test_on_a_share_that_hangs_one_can_go_back(slow: SlowPins, typed: tuple[str, ...]) -> None:
    app = LoneApp(PinScreen(slow))
    async with app.run_test() as pilot:
        await until(pilot, lambda: bool(slow.asked_by))
        await pilot.press(*typed, "escape")
        await until(pilot, lambda: app.left == [False])
        slow.goes_on.set()
        await pilot.pause()
        assert app.left == [False]


async def test_on_a_share_that_hangs_it_goes_back_by_itself_too(slow: SlowPins) -> None:
    app = LoneApp(PinScreen(slow, patience=0.05))
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.left == [False])
        assert not slow.goes_on.is_set()
        slow.goes_on.set()


async def test_a_rest_counts_from_when_it_was_told(pins: Pins, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pins, "wait", property(lambda _: 30.0))
    screen = PinScreen(pins)
    app = LoneApp(screen)
    async with app.run_test() as pilot:
        await until(pilot, lambda: words.WAITS in seen(app))
        first = screen.rest
        await pilot.press("1")
        assert 0 < screen.rest < first <= 30


@pytest.mark.parametrize("keys", [("escape",), ("backspace",), ("1", "backspace", "delete")])
async def test_whoever_has_no_pin_goes_back(pins: Pins, keys: tuple[str, ...]) -> None:
    app = LoneApp(PinScreen(pins))
    async with app.run_test() as pilot:
        await until(pilot, lambda: words.ASKS in seen(app))
        await pilot.press(*keys)
        await until(pilot, lambda: app.left == [False])


async def test_where_nobody_stands_it_goes_back_by_itself(pins: Pins) -> None:
    app = LoneApp(PinScreen(pins, patience=0.05))
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.left == [False])


async def test_what_is_pasted_and_every_other_key_does_nothing(pins: Pins) -> None:
    app = LoneApp(PinScreen(pins))
    async with app.run_test() as pilot:
        await until(pilot, lambda: words.ASKS in seen(app))
        app.post_message(events.Paste(PIN + "\n"))
        await pilot.press("q", "ctrl+q", "ctrl+c", "ctrl+z", "ctrl+p", "f1", "tab", "question_mark", "space", "enter")
        await pilot.pause()
        assert app.screen.query_one(PinLine).typed == 0
        assert isinstance(app.screen, PinScreen)
        assert app.is_running
        assert not app.left


async def test_digits_of_another_script_are_digits(pins: Pins) -> None:
    app = LoneApp(PinScreen(pins))
    async with app.run_test() as pilot:
        await until(pilot, lambda: words.ASKS in seen(app))
        await pilot.press(*"٤٧١٦", "enter")
        await until(pilot, lambda: app.left == [True])


@pytest.mark.parametrize("size", [(20, 5), (40, 20), (80, 24), (200, 60)])
async def test_every_key_can_be_tapped_at_every_size(pins: Pins, size: tuple[int, int]) -> None:
    app = LoneApp(PinScreen(pins))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.screen.query_one(Keypad).size.height > 0)
        for number, key in enumerate("12345678", 1):
            await tap(pilot, key)
            await until(pilot, lambda number=number: app.screen.query_one(PinLine).typed == number)  # type: ignore[misc]
        if size >= (80, 24):
            _, _, wide, high = app.screen.query_one(Keypad)._place(0, 0)
            assert (wide >= 8, high >= 3) == (True, True)
