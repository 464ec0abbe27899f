"""Days at the kiosk: children come one after the other, find themselves, do what children do there, and go or walk away."""

import random
import time
from collections import Counter
from typing import Any

from textual.geometry import Offset
from textual.screen import Screen

from board.kiosk_app import KioskApp
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.picture_word import PICTURES, picture_word
from board.mastery.roll import student_of
from board.screens.drawing.draw import DrawScreen
from board.screens.drawing.tile_page import TilePage
from board.screens.kiosk.quilt import KioskQuilt
from board.screens.kiosk.sign_page import GoodBye, StillHere
from board.screens.kiosk.signs import OwnSign
from board.screens.kiosk.units import UnitSigns
from board.screens.kiosk.word import PictureWord
from board.screens.lock.pin_screen import PinScreen
from board.screens.path.cover import CoverScreen
from board.screens.path.my_path import MyPath
from board.screens.pictures.caption import CaptionScreen
from board.seat.seat import Seat
from board.store.book import Book
from board.widgets.path_tiles import BigTiles
from board.widgets.sign_board import SignBoard
from kiosk.hands import WAYS, Hands, until
from walks.walker import settled

_MOST_STEPS = 16
"""Things done in one visit before the child wants to go."""

_UNTIL_GONE = 200
"""Things done by which every visit has to have ended."""

_OF_NOBODY = (Kind.MAYBE_READY, Kind.CARD_WANTED)
"""What is kept of somebody who showed no picture word."""

_WEIGHTS = {"back": 1, "bye": 0, "draw": 3, "cover": 8, "ready": 4, "on": 1}
"""How likely a tile of the own page is pressed, by its sign; 2 for any other."""


class Clock:
    """A clock that can be put ahead, so that a day is over soon."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        """Give the seconds of now."""
        return time.monotonic() + self.ahead


def kiosk_with(seat: Seat, book: Book, clock: Clock) -> KioskApp:
    """Give the kiosk of a class whose time goes by a clock of ours."""
    return KioskApp(seat, book, clock)


class Day:
    """What happens at a kiosk, visit by visit.

    Args:
        app: The kiosk, with a class of some children.
        book: Its class.
        clock: What its time goes by.
        seed: What makes the day the same again.

    Attributes:
        seen: How often each screen was there when something was done.
        kept: How many facts of each kind were kept by children.
        told: What was done last.
    """

    def __init__(self, app: KioskApp, book: Book, clock: Clock, seed: int) -> None:
        self._app, self._book, self._clock = app, book, clock
        self._chance = random.Random(seed)
        self._window = app.size
        self.seen: Counter[str] = Counter()
        self.kept: Counter[Kind] = Counter()
        self.told: list[str] = []
        self.acknowledged: set[str] = set()

    async def visit(self) -> None:
        """Let one child come and go."""
        child = self._chance.choice(self._book.students)
        visitor = _Visitor(self._app, self._book, self._chance, child)
        self.told = visitor.hands.told
        leaves_at = self._chance.randrange(3, _MOST_STEPS)
        walks_away_at = self._chance.randrange(1, leaves_at) if self._chance.random() < 0.15 else 0
        known = len(self._book.facts)
        await visitor.hands.key(self._chance.choice(("enter", "1", "right", "x")))
        await until(self._app, lambda: isinstance(self._app.screen, OwnSign))
        for step in range(_UNTIL_GONE):
            screen = self._app.screen
            if isinstance(screen, KioskQuilt):
                break
            self.seen[type(screen).__name__] += 1
            self.told.append(type(screen).__name__)
            here = self._quilt.visits.student
            if step == walks_away_at > 0:
                await self._walk_away(visitor)
            elif self._chance.random() < 0.06:
                await visitor.hands.play()
            else:
                await visitor.do(screen, leaves=step >= leaves_at)
            assert self._app.is_running, "the kiosk has ended"
            known = self._heard(known, here)
        assert [type(one) for one in self._app.screen_stack] == [KioskQuilt], f"{child.id} is still there"
        assert self._quilt.visits.student is None
        self._clock.ahead += self._chance.uniform(0, 12)
        if self._app.size != self._window and self._chance.random() < 0.5:
            await visitor.hands.resize(self._window)

    @property
    def _quilt(self) -> KioskQuilt:
        quilt = self._app.screen_stack[0]
        assert isinstance(quilt, KioskQuilt)
        return quilt

    def _heard(self, known: int, child: Student | None) -> int:
        """Take note of what is kept, and let nothing be kept of anybody but the child whose sign was pressed."""
        facts = list(self._book.facts[known:])
        own = [fact for fact in facts if fact.device == self._device]
        strange = [fact for fact in own if child is None or not _may_be_of(fact, child)]
        assert not strange, f"{strange} was kept while {child} was here"
        self.kept.update(fact.kind for fact in own)
        self.acknowledged.update(fact.id for fact in facts)
        return known + len(facts)

    @property
    def _device(self) -> str:
        return self._app._seat.settings.load().device

    async def _walk_away(self, visitor: "_Visitor") -> None:
        """Let nobody touch anything: the kiosk asks, and goes back to the quilt unless somebody comes back."""
        quilt = self._quilt
        self._clock.ahead += 4 * self._book.about.kiosk.idle
        quilt.idle.look()
        await settled(self._app)
        if isinstance(self._app.screen, StillHere):
            self.seen["StillHere"] += 1
            if self._chance.random() < 0.4:
                await visitor.hands.key("enter")
                return
        self._clock.ahead += 60
        quilt.idle.look()
        await until(self._app, lambda: self._app.screen is quilt)


def _may_be_of(fact: Fact, child: Student) -> bool:
    return fact.student == child.id and fact.by == ("" if fact.kind in _OF_NOBODY else child.id)


class _Visitor:
    """One child, and what it does on each screen."""

    def __init__(self, app: KioskApp, book: Book, chance: random.Random, child: Student) -> None:
        self._app, self._book, self._chance, self._child = app, book, chance, child
        self.hands = Hands(app, chance, chance.choice(WAYS))
        self._wrong = chance.choices((0, 2, 4), (8, 2, 1))[0]
        """Picture words that are not its own before it looks at its card."""

    async def do(self, screen: Screen[Any], *, leaves: bool) -> None:  # noqa: C901 - a row for each screen
        """Do one thing."""
        match screen:
            case OwnSign():
                await self.hands.press_sign(screen.query_one(SignBoard), self._child.id)
            case PictureWord():
                await self._show_word(screen)
            case UnitSigns():
                board = screen.query_one(SignBoard)
                await self.hands.press_sign(board, self._chance.choice(self._book.units).id)
            case MyPath():
                await self._on_page(screen, leaves=leaves)
            case TilePage():
                await self._on_tiles(screen, leaves=leaves)
            case DrawScreen():
                await self._draw(screen, leaves=leaves)
            case CoverScreen():
                await self.hands.key(self._chance.choice(("1", "2", "3", "enter", "right", "escape")))
            case CaptionScreen():
                await self.hands.key(*self._chance.choices("abc äß", k=4), self._chance.choice(("enter", "escape")))
            case PinScreen():
                await self.hands.key(*self._chance.choices("1234567890", k=2), *("backspace",) * 2, "escape")
            case StillHere() | GoodBye():
                await self.hands.key("enter")
            case _:
                await self.hands.key("escape")

    async def _show_word(self, screen: PictureWord) -> None:
        board = screen.query_one(SignBoard)
        student = student_of(self._book.students, self._child.id)
        if student is None or screen._student_id != student.id:  # somebody else's sign was pressed by chance
            await self.hands.key("escape")
            return
        if screen.has_class("-rests"):
            self._clock_on(screen)
            await self.hands.key("right")
            return
        right = picture_word(student.id, student.card)
        word = right if not self._wrong else tuple(self._chance.sample(PICTURES, 3))
        self._wrong -= bool(self._wrong)
        for picture in word:
            if self._app.screen is screen:
                await self.hands.press_sign(board, picture)

    def _clock_on(self, screen: PictureWord) -> None:
        clock = screen._rests._clock
        assert isinstance(clock, Clock)
        clock.ahead += 11
        screen._show_rest()

    async def _on_page(self, screen: MyPath, *, leaves: bool) -> None:
        signs = [tile.sign if tile.step is None else "step" for tile in screen._page.tiles]
        if not signs:
            await self.hands.key("escape")
        elif leaves:
            way_out = "bye" if screen._page.is_road else "back"
            await self.hands.press_tile(screen.query_one(BigTiles), signs.index(way_out))
        else:
            weights = [_WEIGHTS.get(sign, 2) for sign in signs]
            number = self._chance.choices(range(len(signs)), weights)[0] if any(weights) else 0
            await self.hands.press_tile(screen.query_one(BigTiles), number)

    async def _on_tiles(self, screen: TilePage[Any], *, leaves: bool) -> None:
        many = len(screen._pressed)
        if leaves or not many:
            await self.hands.key("escape")
        else:
            await self.hands.press_tile(screen.query_one(BigTiles), self._chance.randrange(many))

    async def _draw(self, screen: DrawScreen, *, leaves: bool) -> None:
        act = self._chance.choices(("digits", "drag", "tiles", "words", "done", "leave"), (8, 6, 3, 1, 3, 1))[0]
        if leaves:
            act = self._chance.choice(("done", "leave"))
        canvas = screen.canvas
        if act == "digits":
            arrows = ("left", "right", "up", "down")
            await self.hands.key(*self._chance.choices((*arrows, *"123456789", "space"), k=8))
        elif act == "drag" and canvas.size.width > 4 and canvas.size.height > 4:
            size = canvas.size
            places = [Offset(self._chance.randrange(size.width), self._chance.randrange(size.height)) for _ in "1234"]
            await self.hands.drag(canvas, *places)
        elif act == "tiles":
            await self.hands.key("0")
        elif act == "words":
            await self.hands.key("w", *self._chance.choices("abc", k=3), "enter")
        elif act == "done":
            await self.hands.key("ctrl+s")
            if self._app.screen is screen:
                await self.hands.key("escape")
        else:
            await self.hands.key("escape")
            if leaves and self._app.screen is screen:
                await self.hands.key("escape")
