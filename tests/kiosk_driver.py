"""Driving the kiosk in tests as children do: by digits alone, by arrows, by taps; with a clock that goes when it is told."""

from collections.abc import Callable
from typing import Any

from textual import events
from textual.pilot import Pilot

from board.cli.context import seat_here
from board.mastery.people import Student
from board.mastery.picture_word import picture_word
from board.screens.kiosk.idle import Presence
from board.screens.kiosk.quilt import KioskQuilt
from board.screens.kiosk.signs import OwnSign
from board.screens.kiosk.word import PictureWord
from board.screens.path.my_path import MyPath
from board.store.class_book import ClassBook
from board.widgets.sign_board import SignBoard
from board.widgets.sign_board_plan import NOWHERE
from lone_app import SHELF, LoneApp
from screen_driver import until


class Clock:
    """Seconds that go by only when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class KioskAlone(LoneApp):
    """The kiosk's screens over an empty one, with a clock of their own."""

    def __init__(self, book: ClassBook) -> None:
        self.clock, self.adults, self.is_at_rest = Clock(), 0, False
        self.touched = self.clock.now
        presence = Presence(self.clock, lambda: self.touched, lambda: self.is_at_rest)
        self.quilt = KioskQuilt(seat_here(), book, SHELF, self._let_in, presence)
        super().__init__(self.quilt)

    async def on_event(self, event: events.Event) -> None:
        """Take note of when somebody touched anything, as the app of a class does."""
        if isinstance(event, events.InputEvent):
            self.touched = self.clock.now
        await super().on_event(event)

    def _let_in(self) -> None:
        self.adults += 1

    @property
    def up(self) -> str:
        """The name of the screen that is up."""
        return type(self.screen).__name__

    @property
    def board(self) -> SignBoard:
        return self.screen.query_one(SignBoard)


Press = Callable[[Pilot[Any], str], Any]
"""Presses the tile that stands for something."""


async def by_digits(pilot: Pilot[Any], key: str) -> None:
    board: SignBoard = pilot.app.screen.query_one(SignBoard)
    page, place = place_of(board, key)
    plan = board.plan
    assert plan is not None
    for _ in range((page - board.page) % len(plan.pages)):
        await pilot.press("9")
    row, column = divmod(place, plan.across)
    await pilot.press(*([str(row + 1)] if plan.has_rows else []), str(column + 1))


async def by_arrows(pilot: Pilot[Any], key: str) -> None:
    board: SignBoard = pilot.app.screen.query_one(SignBoard)
    page, place = place_of(board, key)
    plan = board.plan
    assert plan is not None
    while board.page != page:
        while board.here != -3:
            await pilot.press("down" if board.here >= 0 or board.here == NOWHERE else "right")
        await pilot.press("enter")
    if board.here == NOWHERE:
        await pilot.press("right")
    while board.here // plan.across != place // plan.across or board.here < 0:
        await pilot.press("up" if board.here < 0 or board.here // plan.across > place // plan.across else "down")
    while board.here != place:
        await pilot.press("right" if board.here < place else "left")
    await pilot.press("enter")


async def by_taps(pilot: Pilot[Any], key: str) -> None:
    board: SignBoard = pilot.app.screen.query_one(SignBoard)
    page, place = place_of(board, key)
    plan = board.plan
    assert plan is not None
    for _ in range((page - board.page) % len(plan.pages)):
        await pilot.click(SignBoard, offset=(plan.on.left + 2, plan.on.top + 1))
    box = plan.box(place)
    await pilot.click(SignBoard, offset=(box.left + box.wide // 2, box.top + box.high // 2))


WAYS: dict[str, Press] = {"digits": by_digits, "arrows": by_arrows, "taps": by_taps}


def place_of(board: SignBoard, key: str) -> tuple[int, int]:
    """Give the page and the place of a tile."""
    assert board.plan is not None
    return next(
        (number, place)
        for number, page in enumerate(board.plan.pages)
        for place, tile in enumerate(page)
        if tile is not None and tile.key == key
    )


async def comes(pilot: Pilot[Any], kind: type) -> None:
    """Wait until a screen is up and can be pressed."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind) and pilot.app.screen.is_mounted)
    await pilot.pause()


async def to_signs(pilot: Pilot[Any], way: str = "digits") -> None:
    await comes(pilot, KioskQuilt)
    if way == "taps":
        await pilot.click(offset=(pilot.app.size.width // 2, 5))
    else:
        await pilot.press({"digits": "1", "arrows": "right"}[way])
    await comes(pilot, OwnSign)


async def to_word(pilot: Pilot[Any], student: Student, way: str = "digits") -> None:
    await to_signs(pilot, way)
    await WAYS[way](pilot, student.id)
    await comes(pilot, PictureWord)


async def show_word(pilot: Pilot[Any], student: Student, way: str = "digits") -> None:
    for name in picture_word(student.id, student.card):
        await WAYS[way](pilot, name)


async def to_page(pilot: Pilot[Any], student: Student, way: str = "digits") -> MyPath:
    await to_word(pilot, student, way)
    await show_word(pilot, student, way)
    await comes(pilot, MyPath)
    page = pilot.app.screen
    assert isinstance(page, MyPath)
    return page
