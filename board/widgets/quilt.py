"""The class quilt on the screen: every earned sticker, mixed, with no student and no number to be told from it."""

import random
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from board.mastery.audience import Earned
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.progress import Status
from board.widgets.grid_colours import grid_colours
from board.widgets.grid_plan import ZOOMS, Zoom
from board.widgets.pieced_line import PiecedLine
from board.widgets.spot_painter import Look, SpotPainter, Stickers

ByLevel = Sequence[tuple[Level, Sequence[Earned]]]
"""For each level its stickers, as `board.mastery.audience.earned_by_level` gives them."""


_TURN = 12.0
"""Seconds until other stickers come up, where not all of them fit."""


class QuiltPlan(NamedTuple):
    """How the stickers lie.

    Attributes:
        zoom: Size of a sticker.
        rows: How many lie in each row, top first; they differ by one at the most.
    """

    zoom: Zoom
    rows: tuple[int, ...]


def plan_quilt(stickers: int, width: int, height: int) -> QuiltPlan:
    """Lay out a quilt: the biggest stickers with which all fit; where not even the small ones do, as many as fit.

    Args:
        stickers: How many there are.
        width: Cells across.
        height: Lines.
    """
    sizes = [zoom for zoom in reversed(ZOOMS) if width >= zoom.width and height >= zoom.height]
    pictures = [zoom for zoom in sizes if zoom.has_stickers]
    for zoom in pictures or sizes:
        most, deepest = width // zoom.width, height // zoom.height
        if most * deepest >= stickers:
            return QuiltPlan(zoom, _rows(stickers, most, deepest, (width / zoom.width) / (height / zoom.height)))
    if not sizes:
        return QuiltPlan(ZOOMS[0], ())
    smallest = (pictures or sizes)[-1]
    return QuiltPlan(smallest, (width // smallest.width,) * (height // smallest.height))


def _rows(stickers: int, most: int, deepest: int, shape: float) -> tuple[int, ...]:
    """Give rows of nearly one length, in about the shape of the room.

    Args:
        stickers: How many there are.
        most: How many fit into a row.
        deepest: How many rows fit.
        shape: The room's width by its height, in stickers.
    """
    if not stickers:
        return ()
    fewest = -(-stickers // most)
    count = min(range(fewest, deepest + 1), key=lambda rows: abs(stickers / rows / rows - shape))
    count = min(count, stickers)
    short, longer = divmod(stickers, count)
    above = (count - longer) // 2
    return (*(short,) * above, *(short + 1,) * longer, *(short,) * (count - longer - above))


def chosen(stickers: Sequence[Earned], room: int, turn: int = 0) -> list[Earned]:
    """Give as many stickers as there is room for, in even shares of each step; turn by turn everyone comes up.

    Args:
        stickers: In the order of the columns.
        room: How many there is room for.
        turn: Which turn it is, from 0.
    """
    if len(stickers) <= room:
        return list(stickers)
    starts = [at * len(stickers) // max(1, room) for at in range(room + 1)]
    return [stickers[start + turn % (end - start)] for start, end in pairwise(starts)]


def mixed(stickers: Sequence[Earned], rows: Sequence[int], seed: str) -> list[Earned]:
    """Mix stickers so that those of one step seldom touch; the order holds nothing but the stickers.

    Args:
        stickers: In the order of the columns.
        rows: How many lie in each row.
        seed: The same one gives the same order.
    """
    chance = random.Random(seed)  # noqa: S311 - decoration, not a secret
    waiting = {step: chance.sample(alike, len(alike)) for step, alike in _by_step(stickers).items()}
    longest = max(rows, default=0)
    laid: list[Earned] = []
    for _ in range(len(stickers)):
        beside = {one.step for one in laid[-1:]}
        near = beside.union(one.step for one in laid[-longest : len(laid) - longest + 1])
        free = [step for step in waiting if step not in near] or [step for step in waiting if step not in beside]
        free = free or list(waiting)
        step = chance.choices(free, [len(waiting[step]) ** 2 for step in free])[0]
        laid.append(waiting[step].pop())
        if not waiting[step]:
            del waiting[step]
    return laid


def _by_step(stickers: Sequence[Earned]) -> dict[Step, list[Earned]]:
    found: dict[Step, list[Earned]] = {}
    for one in stickers:
        found.setdefault(one.step, []).append(one)
    return found


def _laid_out(earned: ByLevel) -> list[Earned]:
    return [one for _, level in earned for one in level]


class Quilt(Widget):
    """A patchwork of stickers, in the middle of its room.

    Its first frame is empty: what was on the screen is covered before a single picture is looked for.
    """

    ALLOW_SELECT = False

    def __init__(self, unit: Unit, earned: ByLevel, stickers: Stickers) -> None:
        """Make a quilt.

        Args:
            unit: Its levels give the colours, its id the order.
            earned: What the class has earned.
            stickers: Where pictures come from.
        """
        super().__init__()
        self._unit = unit
        self._earned = _laid_out(earned)
        self._levels = {step.id: at for at, level in enumerate(unit.levels) for step in level.spots}
        self._bosses = {level.boss.id for level in unit.levels if level.boss is not None}
        self._stickers = stickers
        self._lines: list[Strip] | None = None
        self._covered = False
        self._turn = 0

    def show(self, earned: ByLevel) -> None:
        """Sew anew with what is earned now."""
        self._earned = _laid_out(earned)
        self.pictures_came()

    def on_mount(self) -> None:
        """Sew once everything is covered; where not all stickers fit and things move, others come up after a while."""
        self.call_after_refresh(self._uncover)
        self.set_interval(_TURN, self.turn_over)

    def on_resize(self) -> None:
        """Sew anew for the room there is."""
        self._lines = None

    def pictures_came(self) -> None:
        """Sew anew with the pictures that are ready now."""
        self._lines = None
        self.refresh()

    def notify_style_update(self) -> None:
        """Sew anew in the new colours."""
        super().notify_style_update()
        self._lines = None

    def render_line(self, y: int) -> Strip:
        """Give a line of the quilt."""
        if self._lines is None:
            self._lines = self._sewn() if self._covered else []
        if y < len(self._lines):
            return self._lines[y]
        return Strip.blank(self.size.width, self.rich_style)

    def turn_over(self) -> None:
        """Let others come up, where not all fit and things move here."""
        if self.app.animation_level == "none":
            return
        if sum(plan_quilt(len(self._earned), *self.size).rows) < len(self._earned):
            self._turn += 1
            self.pictures_came()

    def _uncover(self) -> None:
        self._covered, self._lines = True, None
        self.refresh()

    def _sewn(self) -> list[Strip]:
        width, height = self.size
        plan = plan_quilt(len(self._earned), width, height)
        painter = SpotPainter(plan.zoom, grid_colours(self.app.theme_variables), self._stickers)
        waiting = iter(mixed(chosen(self._earned, sum(plan.rows), self._turn), plan.rows, self._unit.id))
        lines = [self._margin(width)] * ((height - len(plan.rows) * plan.zoom.height) // 2)
        for count in plan.rows:
            paints = [painter.spot(self._look(next(waiting))) for _ in range(count)]
            before = (width - count * plan.zoom.width) // 2
            after = width - count * plan.zoom.width - before
            for at in range(plan.zoom.height):
                row = (self._margin(before), *(paint[at] for paint in paints), self._margin(after))
                lines.append(PiecedLine([piece for piece in row if piece.cell_length], width))
        return lines

    def _look(self, earned: Earned) -> Look:
        step, face = earned
        boss = step.id in self._bosses
        level = self._levels[step.id]
        return Look(Status.MASTERED, step, level, boss, cursor=False, chosen=False, odd=False, face=face)

    def _margin(self, width: int) -> Strip:
        return Strip([Segment(" " * width, self.rich_style)] if width else [], width)
