"""The terminal's own cursor stands where the eye is, on every screen: braille displays, magnifiers and screen readers follow it."""

import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from rich.cells import cell_len
from textual.geometry import Offset
from textual.pilot import Pilot

from board.app import BoardApp
from board.cli.context import seat_here
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.widgets.class_grid import ClassGrid
from board.widgets.eye import eye_of
from board.widgets.student_path import StudentPath
from board.widgets.waiting_wall import WaitingWall
from pty_terminal import PATIENCE, Terminal
from screen_driver import seen, until

UNIT = "number-explorers"
BYTES = {
    "down": b"\x1b[B",
    "up": b"\x1b[A",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "enter": b"\r",
    "escape": b"\x1b",
    "slash": b"/",
    "ctrl+p": b"\x10",
    "pagedown": b"\x1b[6~",
    "end": b"\x1b[F",
}
SIGNS = re.compile("[·◔▲↻●–╌☆★]")

Screen = list[str]
Spot = tuple[int, int]
"""Line and column, from 0."""


@pytest.fixture
def demo(demo_made: Path) -> Path:
    """The demo class, left on the first spot in the overview; nobody marks anything here."""
    seat_here().settings.remember(str(demo_made), Place(UNIT, zoom=0))
    return demo_made


@contextmanager
def twin_of(folder: Path) -> Iterator[BoardApp]:
    """The same board without a terminal, whose screen can be read."""
    book = ClassBook(folder, seat_here().settings.load().device)
    yield BoardApp(seat_here(), book)
    book.close()


def line_of(words: str, nth: int = 0) -> Callable[[Screen], Spot]:
    """Where these words stand."""

    def found(lines: Screen) -> Spot:
        places = [(y, cell_len(line[: line.index(words)])) for y, line in enumerate(lines) if words in line]
        return places[nth]

    return found


def sign_of(name: str, column: int) -> Callable[[Screen], Spot]:
    """Where a child's sign for a step stands in the overview."""

    def found(lines: Screen) -> Spot:
        y = next(y for y, line in enumerate(lines) if line.lstrip(" ▌✓").startswith(name))
        return y, [cell_len(lines[y][: match.start()]) for match in SIGNS.finditer(lines[y])][column]

    return found


def behind(words: str) -> Callable[[Screen], Spot]:
    """Behind what was typed."""

    def found(lines: Screen) -> Spot:
        y, x = line_of(words)(lines)
        return y, x + cell_len(words)

    return found


def beside(before: Callable[[Screen], Spot], right: int) -> Callable[[Screen], Spot]:
    """So many cells to the right of something."""

    def found(lines: Screen) -> Spot:
        y, x = before(lines)
        return y, x + right

    return found


class Walk(NamedTuple):
    """Keys on the board of the demo class, and where the cursor stands then, as the text of the screen says.

    Each key stands with words the screen shows once it has done its work, where it opens one; keys typed before go astray.
    """

    keys: tuple[tuple[str, str] | str, ...]
    stands: Callable[[Screen], Spot]


PRINT = ("p", "Who will see it:")
WALKS = {
    "board": Walk(("down", "right", "right"), sign_of("Mateo G.", 2)),
    "board, at its end": Walk(("end",), sign_of("Amara O.", -1)),
    "center": Walk((("c", "whole class"), "down", "down"), line_of("3  ● Yuki T.")),
    "students": Walk((("s", "Students: 24"), "down"), beside(line_of("Mateo G."), -1)),
    "waiting": Walk((("y", "Waiting for you"), "right"), beside(line_of("Nia W."), -3)),
    "studio": Walk(("right", ("b", "on it"), ("p", "[]"), "right"), line_of("[]")),
    "find": Walk((("slash", "Find"), "L", "i"), behind("Find Li")),
    "note": Walk((("n", "Enter keeps none"), "H", "i"), behind("▊  Hi")),
    "palette": Walk((("ctrl+p", "🔎"), "u", "n"), behind("🔎 un")),
    "print": Walk((PRINT, "end"), beside(line_of("Printer check", 1), -2)),
    "print, what may be chosen": Walk((PRINT, ("right", "◂ "), "down"), beside(line_of("◂ "), 2)),
}


ON_A_TERMINAL = ("board, at its end", "studio", "find", "print, what may be chosen")
"""Walks that are taken on a terminal as well: from every screen the cursor is sent there in one and the same way."""


def _with_words(key: tuple[str, str] | str) -> tuple[str, str]:
    return (key, "") if isinstance(key, str) else key


async def at_the_same_place(app: BoardApp, pilot: Pilot[None], walk: Walk) -> Spot:
    """Walk the twin there, and read from its text where the cursor should be."""
    for key, words in map(_with_words, walk.keys):
        await pilot.press(key)
        await until(pilot, lambda words=words: words in seen(app))  # type: ignore[misc]
    found: list[Spot] = []

    def stands() -> bool:
        try:
            found.append(walk.stands(seen(app).splitlines()))
        except (IndexError, StopIteration):
            return False
        return True

    await until(pilot, stands)
    await until(pilot, lambda: (eye_of(app.screen).y, eye_of(app.screen).x) == walk.stands(seen(app).splitlines()))
    return found[-1]


async def place_after(walk: Walk, demo: Path) -> Spot:
    """Take a walk on the twin, and give where the cursor stands then."""
    with twin_of(demo) as app:
        async with app.run_test(size=(100, 30)) as pilot:
            await until(pilot, lambda: "Amara" in seen(app))
            return await at_the_same_place(app, pilot, walk)


@pytest.mark.parametrize("name", [name for name in WALKS if name not in ON_A_TERMINAL])
async def test_on_each_screen_the_cursor_stands_at_what_one_is_on(demo: Path, name: str) -> None:
    await place_after(WALKS[name], demo)


@pytest.mark.parametrize("name", ON_A_TERMINAL)
async def test_on_each_screen_the_cursor_of_the_terminal_stands_at_what_one_is_on(demo: Path, name: str) -> None:
    walk = WALKS[name]
    wanted = await place_after(walk, demo)
    with Terminal([sys.executable, "-m", "board", "open", str(demo)], columns=100, rows=30) as terminal:
        terminal.wait_for("Amara")
        terminal.settle()
        for key, words in map(_with_words, walk.keys):
            if words:
                terminal.write(BYTES.get(key, key.encode()))
                terminal.wait_for(words)
                terminal.settle()
            else:
                terminal.press(BYTES.get(key, key.encode()))
        deadline = time.monotonic() + PATIENCE
        while terminal.cursor != wanted and time.monotonic() < deadline:
            terminal.settle(0.1)
        assert terminal.cursor == wanted


def test_the_cursor_stays_hidden_unless_it_is_asked_for(demo: Path) -> None:
    for wish, shown in (("", False), ("1", True)):
        command = [sys.executable, "-m", "board", "open", str(demo)]
        with Terminal(command, columns=100, rows=30, env={"BOARD_CURSOR": wish}) as terminal:
            terminal.wait_for("Amara")
            terminal.settle()
            terminal.press(b"\x1b[B")
            assert terminal.is_cursor_shown is shown


@pytest.mark.parametrize(
    ("zoom", "size"),
    [(0, (80, 24)), (0, (45, 16)), (1, (120, 40)), (2, (80, 24)), (3, (45, 16)), (3, (120, 40))],
)
async def test_the_cursor_lies_in_the_spot_wherever_the_board_is_scrolled_to(
    demo: Path, zoom: int, size: tuple[int, int]
) -> None:
    seat_here().settings.remember(str(demo), Place(UNIT, zoom=zoom))
    with twin_of(demo) as app:
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: bool(app.screen.query(ClassGrid)))
            for key in ("down", "right", "pagedown", "end", "up", "left", "pagedown", "pagedown", "home", "down"):
                await pilot.press(key)
                grid = app.screen.query_one(ClassGrid)
                await until(pilot, lambda grid=grid: _hits(grid, eye_of(app.screen)))  # type: ignore[misc]


def _hits(grid: ClassGrid, eye: Offset) -> bool:
    return grid._hit(eye - grid.content_region.offset) == (grid._row, grid._column)


@pytest.mark.parametrize("size", [(100, 40), (60, 12), (120, 40)])
async def test_the_cursor_lies_in_the_spot_of_the_students_path(demo: Path, size: tuple[int, int]) -> None:
    with twin_of(demo) as app:
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: "Amara" in seen(app))
            await pilot.press("enter")
            await until(pilot, lambda: bool(app.screen.query(StudentPath)))
            path = app.screen.query_one(StudentPath)
            for key in ("home", "right", "down", "end", "up", "left"):
                await pilot.press(key)

                def lies_in_it() -> bool:
                    x, y = eye_of(app.screen) - path.content_region.offset
                    return path._plan.hit(x, y + round(path.scroll_y)) == path._at

                await until(pilot, lies_in_it)


async def test_the_cursor_stands_at_the_name_of_what_waits_however_far_down(demo: Path) -> None:
    with twin_of(demo) as app:
        async with app.run_test(size=(60, 20)) as pilot:
            await until(pilot, lambda: "Amara" in seen(app))
            await pilot.press("y")
            await until(pilot, lambda: bool(app.screen.query(WaitingWall)))
            wall = app.screen.query_one(WaitingWall)
            for key in ("right", "down", "down", "left"):
                await pilot.press(key)
                assert wall.here is not None
                name = wall.here.name

                def stands_at_it() -> bool:
                    x, y = eye_of(app.screen)
                    return seen(app).splitlines()[y][x : x + 15].strip().startswith(name[:10])  # noqa: B023 - asked at once

                await until(pilot, stands_at_it)
