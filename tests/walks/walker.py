"""Walks at random through all screens: keys, taps, pastes and other sizes of the window, and what each may have marked."""

import asyncio
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from textual import events
from textual.app import App
from textual.errors import NoWidget
from textual.geometry import Offset, Size
from textual.screen import Screen
from textual.widget import Widget

from board.app import BoardApp
from board.mastery.facts import Fact, Kind
from board.screens.board.board import BoardScreen
from board.screens.board.palette import Palette
from board.screens.board.student import StudentScreen
from board.screens.judging.center import CenterScreen
from board.screens.path.my_path import MyPath
from board.screens.pictures.pictures import PicturesScreen
from board.screens.waiting.waiting import WaitingScreen
from board.widgets.class_grid import ClassGrid
from board.widgets.command import Command
from board.widgets.eye import HasEye
from board.widgets.key_bar import KeyBar
from board.widgets.verdict_rows import VerdictRows
from board.widgets.waiting_rows import Waiting
from board.widgets.waiting_wall import WaitingWall

Target = tuple[str, str | None]
"""Ids of a student and a step; no step where the fact is about the child alone."""

UNDO: Target = ("", None)
"""Stands among the spots that are meant where anything may be undone or put back."""

_PATIENCE = 2.0
"""Seconds after which whatever still stirs is left to itself."""

_ON_THE_CURSOR = 0.5
"""How many of the taps on what is marked are on the cursor itself, where a tap marks."""

ANYWHERE = ("escape", "enter", "tab", "left", "right", "up", "down", "pageup", "pagedown", "home", "end", "space")
_KEYS = {
    BoardScreen: (*"trukUnevdxXafcwzZ[]bysgip./", "backspace", "shift+down", "ctrl+home", "ctrl+t", "ctrl+p"),
    CenterScreen: tuple("123456789ga"),
    StudentScreen: tuple("trukUnevdw[]b."),
    WaitingScreen: tuple("amhAekguUlxc"),
    PicturesScreen: tuple("uUedbwchsrof+-"),
}
_PASTES = (
    "I can hop\nI can jump\n* I can fly",
    "Zoe Young\nMax Old",
    "one line",
    "x" * 400,
    "\x00\n\n",
    "/tmp/none.png",
)
SIZES = ((80, 24), (120, 40), (100, 30), (40, 20), (160, 48))


class Walk(NamedTuple):
    """A walk.

    Attributes:
        seed: What makes it the same again.
        steps: How many things are done on it.
    """

    seed: int
    steps: int


async def settled(app: App[Any]) -> None:
    """Let the app run until nothing waits to be handled; timers are not waited for, and nothing longer than a while."""
    quiet, until = 0, time.monotonic() + _PATIENCE
    while quiet < 4 and time.monotonic() < until:
        await asyncio.sleep(0)
        waits = any(not pump._message_queue.empty() or pump._next_callbacks for pump in _pumps(app))
        quiet = 0 if waits else quiet + 1


def _pumps(app: App[Any]) -> Iterator[Any]:
    yield app
    for screen in app.screen_stack:
        yield from screen.walk_children(with_self=True)


class Walker:
    """Does something at random, and knows what it may have marked.

    Args:
        app: The board.
        chance: Where its steps come from.
    """

    def __init__(self, app: BoardApp, chance: random.Random) -> None:
        self._app, self._chance = app, chance
        self.told: list[str] = []
        self._asked: set[Target] = set()

    async def step(self) -> set[Target]:
        """Do one thing, and give the spots it may have marked."""
        kind = self._chance.choices(("key", "tap", "paste", "resize"), (14, 5, 1, 1))[0]
        if kind == "key":
            meant = await self._press(self._some_key())
        elif kind == "tap":
            meant = await self._tap()
        elif kind == "paste":
            meant = await self._paste(self._chance.choice(_PASTES))
        else:
            meant = await self._resize(self._chance.choice(SIZES))
        await settled(self._app)
        return meant

    def _some_key(self) -> str:
        own: Sequence[str] = next((keys for kind, keys in _KEYS.items() if isinstance(self._app.screen, kind)), ())
        return self._chance.choice(own if own and self._chance.random() < 0.6 else ANYWHERE)

    async def _press(self, key: str) -> set[Target]:
        self.told.append(key)
        meant = self._meant_by_key(key)
        character = key if len(key) == 1 else " " if key == "space" else None
        self._app.post_message(events.Key(_NAMES.get(key, key), character))
        return meant

    async def _tap(self) -> set[Target]:
        width, height = self._app.size
        x, y = self._chance.randrange(width), self._chance.randrange(height)
        if self._chance.random() < 0.6:
            x, y = self._somewhere_that_counts() or (x, y)
        self.told.append(f"tap {x},{y}")
        meant = self._meant_by_tap(x, y)
        for kind in (events.MouseDown, events.MouseUp):
            self._app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
        return meant

    def _somewhere_that_counts(self) -> tuple[int, int] | None:
        """Give a place on what is marked on this screen: where the cursor is, or somewhere near."""
        for kind in (ClassGrid, WaitingWall, VerdictRows):
            for widget in self._app.screen.query(kind):
                region, eye = widget.region, widget.eye if isinstance(widget, HasEye) else None
                if eye is not None and self._chance.random() < _ON_THE_CURSOR:
                    return region.x + eye.x, region.y + eye.y
                if region.width > 2 and region.height > 2:
                    return (
                        region.x + self._chance.randrange(region.width),
                        region.y + self._chance.randrange(min(region.height, 12)),
                    )
        return None

    async def _paste(self, text: str) -> set[Target]:
        self.told.append(f"paste {text[:12]!r}")
        self._app.post_message(events.Paste(text))
        return set()

    async def _resize(self, size: tuple[int, int]) -> set[Target]:
        self.told.append(f"{size[0]}x{size[1]}")
        self._app._driver._size = size  # type: ignore[union-attr]
        self._app.post_message(events.Resize(Size(*size), Size(*size)))
        await asyncio.sleep(0.02)
        return set()

    def _meant_by_key(self, key: str) -> set[Target]:
        if key in ("u", "U"):
            return {UNDO}
        here = self._under_cursor()
        if not isinstance(self._app.screen, _MARKING):
            return self._asked_for()
        self._asked = here
        return here

    def _under_cursor(self) -> set[Target]:
        """Give what a key marks on the screen that is up."""
        screen = self._app.screen
        if isinstance(screen, BoardScreen):
            return set().union(*(_on_grid(grid) for grid in screen.query(ClassGrid)))
        if isinstance(screen, StudentScreen):
            return {screen.spot_here, (screen.spot_here[0], None)}
        if isinstance(screen, CenterScreen):
            said = screen._hand.said
            return {(child, step) for child in said for step in (screen._hand.step.id, None)}
        if isinstance(screen, WaitingScreen):
            things = screen.query_one(WaitingWall).things
            return _about(things if self.told[-1] == "A" else _here(screen))
        return _of_one_child(screen)

    def _meant_by_tap(self, x: int, y: int) -> set[Target]:
        screen = self._app.screen
        widget = _widget_at(screen, x, y)
        if isinstance(widget, ClassGrid):
            meant = _tapped_on_grid(widget, x, y)
        elif isinstance(widget, WaitingWall):
            meant = _about(_here(screen))
        elif isinstance(widget, KeyBar):
            bar_x = x - widget.region.x
            command = next((one for one, end in zip(widget._fitting, widget._ends, strict=True) if bar_x < end), None)
            return self._meant_by_command(command)
        elif isinstance(screen, _MARKING):
            meant = self._under_cursor()
        else:
            return self._asked_for()
        self._asked = meant
        return meant

    def _asked_for(self) -> set[Target]:
        """Give what a dialog may mark: what was meant when it was opened; the palette can undo, too."""
        return self._asked | {UNDO} if isinstance(self._app.screen, Palette) else self._asked

    def _meant_by_command(self, command: Command | None) -> set[Target]:
        if command is None:
            return set()
        self.told.append(command.action)
        if command.action in ("undo", "redo"):
            return {UNDO}
        self.told[-1] = "A" if command.action == "accept_all" else self.told[-1]
        return self._meant_by_key("")


_MARKING = (BoardScreen, StudentScreen, CenterScreen, WaitingScreen, PicturesScreen, MyPath)
_NAMES = {
    ".": "full_stop",
    "/": "slash",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "+": "plus",
    "-": "minus",
}


def _of_one_child(screen: Screen[Any]) -> set[Target]:
    """Give what may be marked where all is about one child."""
    if isinstance(screen, PicturesScreen):
        return {(screen._student.id, screen._step.id), (screen._student.id, None)}
    if isinstance(screen, MyPath):
        return {(screen._visit.student_id, spot.step.id) for spot in screen._road_map.spots}
    return set()


def _widget_at(screen: Screen[Any], x: int, y: int) -> Widget | None:
    try:
        return screen.get_widget_at(x, y)[0]
    except NoWidget:
        return None


def _on_grid(grid: ClassGrid) -> set[Target]:
    students = [student.id for student in grid.chosen_students] or [grid.student.id]
    return {(student, step) for student in students for step in (grid.step.id, None)}


def _tapped_on_grid(grid: ClassGrid, x: int, y: int) -> set[Target]:
    """Give what a tap may mark: the spot that is tapped, and those chosen with it; only where the cursor was already."""
    offset = Offset(x - grid.region.x, y - grid.region.y)
    hit = grid._hit(offset)
    if hit is None or hit.row is None or hit.column is None:
        return set()
    student, step = grid._students[hit.row], grid._plan.columns[hit.column].step.id
    line = "".join(segment.text for segment in grid.render_lines(grid.size.region)[offset.y])
    assert grid._plan.zoom.has_stickers or student.name[:6] in line, "the spot under the pointer is another's"
    if (hit.row, hit.column) != (grid._row, grid._column):
        return set()
    chosen = [one.id for one in grid.chosen_students]
    if chosen and student.id not in chosen:
        return set()
    return {(one, step) for one in chosen or [student.id]}


def _here(screen: Screen[Any]) -> list[Waiting]:
    here = screen.query_one(WaitingWall).here
    return [] if here is None else [here]


def _about(things: Iterable[Waiting]) -> set[Target]:
    """Give what a key about these may mark: their steps, or the pictures themselves."""
    steps = {(thing.student, thing.step.id) for thing in things if thing.step is not None}
    return steps | {(thing.student, None) for thing in things}


def unexplained(facts: list[Fact], meant: set[Target]) -> list[Fact]:
    """Give the facts that what was done does not explain."""
    undoing = (Kind.WITHDRAWN, Kind.RESTORED) if UNDO in meant else ()
    return [fact for fact in facts if fact.kind not in undoing and (fact.student, fact.step) not in meant]
