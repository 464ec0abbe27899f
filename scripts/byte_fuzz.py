"""Send the board what terminals send that nobody typed, on every screen, and look whether it lives and marks nothing.

    .venv/bin/python -m scripts.byte_fuzz --count 20000
    .venv/bin/python -m scripts.byte_fuzz --seed 7 --count 200 --screen center --driver textual

Each board first gets two keys that are meant, a mark and its undo; the ledger may hold these facts and no others. The same
seed sends the same bytes.
"""

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

CHECKOUT = Path(__file__).parents[1]
sys.path.insert(0, str(CHECKOUT / "tests"))  # the terminal that tests use too

from board.cli.context import seat_here  # noqa: E402 - the path comes first
from board.demo.demo_class import make_demo  # noqa: E402
from board.mastery.facts import Kind  # noqa: E402
from board.seat.settings import Place  # noqa: E402
from board.store.class_book import ClassBook  # noqa: E402
from pty_terminal import Missing, Terminal  # noqa: E402
from scripts.bytes_of_terminals import Bytes  # noqa: E402

SCREENS: dict[str, tuple[bytes, ...]] = {
    "board": (),
    "board, stickers": (b"z",),
    "several chosen": (b"x", b"\x1b[B", b"x"),
    "center": (b"c",),
    "center, whole class": (b"x", b"c", b"g"),
    "student": (b"\r",),
    "note": (b"n",),
    "keep working": (b"k",),
    "own version": (b"v",),
    "find": (b"/",),
    "filter": (b"f",),
    "watching": (b"w",),
    "help": (b"?",),
    "palette": (b"\x10",),
    "print": (b"p",),
    "page, large": (b"p", b"v"),
    "printer": (b"p", b"c"),
    "pictures": (b"b",),
    "draw": (b"b", b"d"),
    "bring": (b"b", b"b"),
    "waiting": (b"y",),
    "picture, large": (b"y", b"\r"),
    "students": (b"s",),
    "student form": (b"s", b"\r"),
    "names": (b"s", b"a"),
    "join": (b"s", b"m"),
    "sign": (b"s", b"e"),
    "steps": (b"g",),
    "step form": (b"g", b"\r"),
    "title": (b"g", b"t"),
    "new unit": (b"g", b"n"),
    "marker": (b"i",),
    "class name": (b"\x0e",),
    "start": (b"o",),
}
"""The keys that open each screen from the board."""

MEANT = (Kind.PRACTISING, Kind.WITHDRAWN)
"""What the two keys at the beginning of each board write."""

_UNIT, _STUDENT, _STEP = "number-explorers", "demo-04", 4
_AT_ONCE = 100
_TOLD = 128 + signal.SIGTERM
_TEXTUAL = "textual.drivers.linux_driver:LinuxDriver"


class Found(NamedTuple):
    """A board that died or wrote what nobody meant."""

    screen: str
    seed: str
    what: str


class Tries(NamedTuple):
    """What is tried.

    Attributes:
        seed: Where chance begins.
        many: How many sequences in all.
        screens: Names of the screens.
        driver: Textual's driver instead of ours, as a fault that has to be found: its import path, or empty.
        doubled: Whether the key that closes a screen comes twice as well.
    """

    seed: int
    many: int
    screens: tuple[str, ...] = tuple(SCREENS)
    driver: str = ""
    doubled: bool = True


def fuzz(tries: Tries) -> Iterator[Found | int]:
    """Try them, and give what was found, and after each board the number of sequences sent to it."""
    with tempfile.TemporaryDirectory(prefix="byte fuzz ") as folder:
        home = Path(folder)
        os.environ["BOARD_HOME"] = str(home / "home")
        fresh = home / "fresh.class"
        make_demo(fresh, seat_here().settings.load().device, datetime(2026, 3, 3, 12, tzinfo=UTC)).close()
        left, turn = tries.many, 0
        each = max(1, min(_AT_ONCE, -(-tries.many // len(tries.screens))))
        while left > 0:
            screen = tries.screens[turn % len(tries.screens)]
            at = home / f"{turn}" / "Room 12.class"  # a class of its own: nothing is remembered of the one before
            shutil.copytree(fresh, at)
            yield from _board(at, screen, tries, f"{tries.seed}/{turn}", min(each, left))
            left, turn = left - each, turn + 1


def _board(folder: Path, screen: str, tries: Tries, seed: str, count: int) -> Iterator[Found | int]:
    """Send sequences to one board on one screen."""
    unit = next(unit for unit in _book(folder).units if unit.id == _UNIT)
    known = {fact.id for fact in _book(folder).facts}
    seat_here().settings.remember(str(folder.resolve()), Place(_UNIT, _STUDENT, unit.spots[_STEP].id, zoom=0))
    chance = random.Random(seed)
    env = {"TEXTUAL_DRIVER": tries.driver} if tries.driver else {}
    with Terminal([sys.executable, "-m", "board", "open", str(folder)], columns=100, rows=30, env=env) as terminal:
        said = b""
        try:
            _open(terminal, SCREENS[screen])
            said = _send(terminal, Bytes(chance, doubled=tries.doubled), count)
        except (Missing, OSError) as error:
            yield Found(screen, seed, f"did not answer: {error}"[:400])
        ended = _end(terminal)
        if ended != _TOLD or b"Traceback" in said or b"fault of its own" in said:
            yield Found(screen, seed, f"ended with {ended}: {said[-400:]!r}")
    facts = [fact for fact in _book(folder).facts if fact.id not in known]
    if tuple(fact.kind for fact in facts) != MEANT:
        yield Found(screen, seed, f"wrote {[fact.kind.value for fact in facts]}")
    yield count


def _open(terminal: Terminal, keys: tuple[bytes, ...]) -> None:
    terminal.wait_for("Liam K.")
    terminal.write(b"t")
    terminal.wait_for("Trying")
    terminal.write(b"u")
    terminal.wait_for("Undone")
    terminal.settle(0.03)
    for key in keys:
        terminal.press(key, 0.05)


def _send(terminal: Terminal, sequences: Bytes, count: int) -> bytes:
    """Send sequences, with the pauses each has in it, and give the last that was painted."""
    said = b""
    for _ in range(count):
        for part, pause in sequences.next():
            terminal.write(part)
            deadline = time.monotonic() + pause
            while (painted := terminal.read(deadline - time.monotonic())) or time.monotonic() < deadline:
                said = (said + painted)[-4000:]
    return said


def _end(terminal: Terminal) -> int:
    """End the board, and give its exit status."""
    terminal.signal(signal.SIGTERM)
    terminal.wait_for_end()
    return terminal.exit_status()


def _book(folder: Path) -> ClassBook:
    book = ClassBook(folder, "reader", only_look=True)
    book.close()
    return book


def main() -> int:
    """Try what the command line asks for, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="where chance begins")
    parser.add_argument("--count", type=int, default=2000, help="how many sequences in all")
    parser.add_argument("--screen", choices=SCREENS, action="append", help="only this screen; may be given again")
    parser.add_argument("--driver", choices=["board", "textual"], default="board", help="whose driver")
    parser.add_argument("--no-doubled", action="store_true", help="leave out keys that close a screen twice")
    asked = parser.parse_args()
    print(f"seed {asked.seed}")
    tries = Tries(
        asked.seed,
        asked.count,
        tuple(asked.screen or SCREENS),
        _TEXTUAL if asked.driver == "textual" else "",
        not asked.no_doubled,
    )
    begun, sent, found = time.monotonic(), 0, 0
    for told in fuzz(tries):
        if isinstance(told, Found):
            found += 1
            print(*told, sep=" | ", flush=True)
        else:
            sent += told
    print(f"{sent} sequences, {found} found, {time.monotonic() - begun:.0f} s, seed {asked.seed}")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
