"""Hands at the kiosk: they press what is on the screen, with digits, with arrows, or with a pointer; and they play."""

import random
import time
from collections.abc import Callable, Iterator
from typing import Any

from textual import events
from textual.app import App
from textual.geometry import Offset, Size
from textual.widget import Widget

from board.widgets.path_tiles import BigTiles
from board.widgets.sign_board import SignBoard
from board.widgets.sign_board_plan import NOWHERE
from walks.walker import settled

WAYS = ("digits", "arrows", "pointer")
"""How a child presses what it sees."""

SIZES = ((80, 24), (80, 30), (60, 24), (120, 40), (40, 20))
_ODD = (
    *("ctrl+c", "ctrl+z", "ctrl+p", "ctrl+t", "ctrl+l", "ctrl+backslash", "f1", "f10", "question_mark", "q", "w", "x"),
    *("tab", "shift+tab", "home", "end", "pageup", "pagedown", "delete", "insert", "ctrl+left", "shift+up", "ä", "日"),
)
_PASTES = ("I can hop\nI can jump", "x" * 4_000, "\x00\n\n", "/etc/passwd", "file:///tmp/none.png", "quit()")
_NAMED = {"question_mark": "?", "space": " "}
_PATIENCE = 10.0


class Hands:
    """The hands of one child.

    Args:
        app: The kiosk.
        chance: Where it comes from what they do.
        way: One of `WAYS`.
    """

    def __init__(self, app: App[Any], chance: random.Random, way: str) -> None:
        self._app, self._chance, self._way = app, chance, way
        self.told: list[str] = []

    async def key(self, *keys: str) -> None:
        """Press keys."""
        for key in keys:
            self.told.append(key)
            self._app.post_message(events.Key(key, key if len(key) == 1 else _NAMED.get(key)))
            await settled(self._app)

    async def tap(self, widget: Widget, at: Offset) -> None:
        """Tap a place of a widget."""
        x, y = widget.region.x + at.x, widget.region.y + at.y
        self.told.append(f"tap {x},{y}")
        for kind in (events.MouseDown, events.MouseUp):
            self._app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
        await settled(self._app)

    async def drag(self, widget: Widget, *places: Offset) -> None:
        """Draw from one place of a widget to others."""
        self.told.append(f"drag {len(places)}")
        where = [(widget.region.x + at.x, widget.region.y + at.y) for at in places]
        kinds = (events.MouseDown, *(events.MouseMove,) * (len(where) - 2), events.MouseUp)
        for kind, (x, y) in zip(kinds, where, strict=True):
            self._app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
            await settled(self._app)

    async def press_tile(self, tiles: BigTiles, number: int) -> None:
        """Press a big tile, by its number from 0."""
        if self._way == "digits":
            await self.key(str(number + 1))
        elif self._way == "arrows":
            for _ in range(20):
                if tiles.here == number or not tiles.is_attached:
                    break
                await self.key("left" if tiles.here > number else "right")
            await self.key("enter")
        else:
            left, top, wide, high = tiles._place(number)
            await self.tap(tiles, Offset(left + wide // 2, top + high // 2))

    async def press_sign(self, board: SignBoard, key: str) -> None:
        """Press the sign of a key, turning pages until it is there; none is pressed where it stands nowhere."""
        plan = board.plan
        found = [] if plan is None else [page for page, tiles in enumerate(plan.pages) if key in _keys(tiles)]
        if plan is None or not found:
            await self.key("escape")
            return
        for _ in plan.pages:
            if board.page == found[0]:
                break
            await self.key("9")
        if board.page != found[0]:
            return
        place = next(at for at, tile in enumerate(plan.pages[board.page]) if tile is not None and tile.key == key)
        if self._way == "digits":
            row, column = divmod(place, plan.across)
            if plan.has_rows and board.row not in (NOWHERE, row):
                await self.key("escape")
            if plan.has_rows and board.row != row:
                await self.key(str(row + 1))
            await self.key(str(column + 1))
        elif self._way == "arrows":
            await self._walk_to(board, place, plan.across)
        else:
            box = plan.box(place)
            await self.tap(board, Offset(box.left + box.wide // 2, box.top + box.high // 2))

    async def _walk_to(self, board: SignBoard, place: int, across: int) -> None:
        for _ in range(30):
            here = board.here
            if here == place or not board.is_attached:
                break
            if here < 0:
                await self.key("up" if here != NOWHERE else "right")
            elif here // across != place // across:
                await self.key("down" if here // across < place // across else "up")
            else:
                await self.key("left" if here > place else "right")
            if board.here == here and here >= 0:
                break  # an empty place lies between
        if board.here != place and board.is_attached:
            box = board.plan and board.plan.box(place)
            if box:
                await self.tap(board, Offset(box.left + box.wide // 2, box.top + box.high // 2))
        else:
            await self.key("enter")

    async def play(self) -> None:
        """Do something that leads nowhere: odd keys, something pasted, another size of the window, a tap anywhere."""
        kind = self._chance.choices(("key", "paste", "resize", "tap"), (6, 2, 1, 3))[0]
        if kind == "key":
            await self.key(self._chance.choice(_ODD))
        elif kind == "paste":
            self.told.append("paste")
            self._app.post_message(events.Paste(self._chance.choice(_PASTES)))
            await settled(self._app)
        elif kind == "resize":
            await self.resize(self._chance.choice(SIZES))
        else:
            width, height = self._app.size
            at = Offset(self._chance.randrange(width), self._chance.randrange(max(1, height - 6)))
            await self.tap(self._app.screen, at)

    async def resize(self, size: tuple[int, int]) -> None:
        """Give the window another size."""
        self.told.append(f"{size[0]}x{size[1]}")
        self._app._driver._size = size  # type: ignore[union-attr]
        self._app.post_message(events.Resize(Size(*size), Size(*size)))
        await until(self._app, lambda: self._app.size == Size(*size))
        await settled(self._app)


async def until(app: App[Any], condition: Callable[[], bool]) -> None:
    """Let the app run until something is so; fail when it has not become so in ten seconds."""
    deadline = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < deadline, f"it never came to be on {app.screen_stack}"
        await settled(app)


def _keys(tiles: tuple[Any, ...]) -> Iterator[str]:
    return (tile.key for tile in tiles if tile is not None)
