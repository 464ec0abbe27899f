"""Rows about news: how soon a mark made by another program stands on each screen, with a board below it and without."""

import random
import sys
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import alone_or_above
import elsewhere
from board.cli.context import seat_here
from board.mastery.facts import Kind
from board.mastery.progress import Status
from board.store.class_book import ClassBook
from board.store.looking import LOOK_EVERY
from pty_terminal import Terminal
from scripts.bench.classes import prepare_stickers
from scripts.bench.table import Row, tell
from waiting_pictures import bring

_PROMISE = 300
"""Milliseconds at the median until a mark of another program is seen on the same machine."""

_UNTOUCHED = 25.0
"""Seconds after which nobody is at the board any more, so that it looks for news less often."""

_QUIET = 0.4
"""Seconds without a byte after which a screen has come to rest."""

_Mark = tuple[Kind, str, str, str]


def news_rows(demo: Path, runs: int) -> list[Row]:
    """Measure every screen that shows how a class stands, and one that nobody has touched for a while.

    Args:
        demo: The class folder.
        runs: How many marks are made elsewhere for each screen, three times.
    """
    book = ClassBook(demo, seat_here().settings.load().device)
    bring(book, book.students[0].id, alone_or_above.open_step(book).id, "red")
    prepare_stickers(book)
    marks = {name: _marks_seen_on(name, book) for name in ("board", *alone_or_above.OVER_THE_BOARD)}
    book.close()
    count = max(3, runs // 3)
    with elsewhere.Elsewhere(demo) as other:
        rows = [_row(other, demo, on, marks[on[0]], count) for on in _SCREENS]
        tell(f"news on a board nobody has touched for {_UNTOUCHED:g} s")
        taken = _news(other, demo, _SCREENS[0], marks["board"], max(3, count // 6), rest=_UNTOUCHED)
        tell("a program that hears no news")
        deaf = _painted_by_hello(other, next(marks["board"]))
    left_alone = Row("news, board left alone", "", "ms", taken, promise=_PROMISE)
    return [*rows, left_alone, Row("news, a program that hears none", "", "B", [deaf], promise=0)]


_On = tuple[str, str]
"""Name of a screen, and whether a board lies below it."""

_SCREENS: list[_On] = [
    ("board", "alone"),
    *((name, how) for name in alone_or_above.OVER_THE_BOARD for how in ("over", "alone")),
]


def _row(other: elsewhere.Elsewhere, demo: Path, on: _On, marks: Iterator[_Mark], count: int) -> Row:
    name, how = on
    below = "" if name == "board" else ", over the board" if how == "over" else ", no board below"
    tell(f"news, {name}{below}, {count} marks")
    return Row(f"news, {name}{below}", "", "ms", _news(other, demo, on, marks, count), promise=_PROMISE)


def _news(
    other: elsewhere.Elsewhere, demo: Path, on: _On, marks: Iterator[_Mark], count: int, *, rest: float = 0.0
) -> list[float]:
    """Give the milliseconds from a mark that is on the disk to the end of the frame that shows it."""
    command = [sys.executable, str(Path(alone_or_above.__file__)), str(demo), *on]
    taken, chance = [], random.Random(1)
    with Terminal(command, columns=120, rows=40, env=elsewhere.as_here()) as terminal:
        terminal.next_frame()
        terminal.settle(2.0)
        for _ in range(count):
            time.sleep(rest)
            terminal.settle(_QUIET)
            time.sleep(chance.random() * LOOK_EVERY)  # a mark falls anywhere between two looks
            marked = other.mark(*next(marks))
            taken.append((terminal.next_frame() - marked) * 1000)
    return taken


def _painted_by_hello(other: elsewhere.Elsewhere, mark: _Mark) -> int:
    """Give the bytes of a program that does not listen: what is measured is painted for the marks alone."""
    with Terminal([sys.executable, "-m", "scripts.bench.apps.hello"], env=elsewhere.as_here()) as terminal:
        terminal.wait_for("Hello")
        terminal.settle(_QUIET)
        other.mark(*mark)
        return len(terminal.gather(1.0))


def _marks_seen_on(name: str, book: ClassBook) -> Iterator[_Mark]:
    """Give marks each of which changes something on a screen."""
    child, unit = book.students[0].id, book.units[0]
    open_spots = [
        (Kind.MASTERED, one.id, step.id, "")
        for step in unit.spots
        for one in book.students
        if book.progress.spot(one.id, step.id).status is not Status.MASTERED
    ]
    step, art = alone_or_above.open_step(book).id, next(iter(book.progress.shelf(child)))
    match name:
        case "quilt":
            return iter(open_spots[::6])
        case "print":
            return iter(open_spots[3::6])
        case "pictures":
            return cycle([(Kind.PICTURE_PLACED, child, step, of) for of in ("", art)])
        case _:
            return cycle([(kind, child, step, "") for kind in (Kind.PRACTISING, Kind.READY)])
