"""Rows about the grid alone: a class thirty times as big must not cost more."""

import itertools
from contextlib import ExitStack

from pty_terminal import Terminal
from scripts.bench.screen_rows import shown
from scripts.bench.table import By, Row, tell

_SMALL, _BIG = ("30", "20"), ("1000", "200")
_KEYS = {
    "move": (b"\x1b[C", b"\x1b[B", b"\x1b[D", b"\x1b[A"),
    "mark": (b"m",),
    "page": (b"\x1b[6~", b"\x1b[5~"),
}


def grid_rows(runs: int) -> list[Row]:
    """Measure the grid with 1000 students and 200 steps, in turn with 30 and 20.

    Args:
        runs: How often each key is pressed.
    """
    with ExitStack() as stack:
        small, big = (
            stack.enter_context(shown("Amara A. 0", "-m", "scripts.bench.apps.lone_grid", *size))
            for size in (_SMALL, _BIG)
        )
        rows = [_key_row(name, keys, small, big, runs) for name, keys in _KEYS.items()]
        memory = Row(
            "grid 1000x200, peak memory", "30x20", "MiB", [big.peak_memory()], [small.peak_memory()], promise=1.3
        )
    return [*rows, memory]


def _key_row(name: str, keys: tuple[bytes, ...], small: Terminal, big: Terminal, runs: int) -> Row:
    tell(f"grid alone: {name}, {runs} times in turn, 1000x200 and 30x20")
    took: dict[Terminal, list[float]] = {small: [], big: []}
    for key in itertools.islice(itertools.cycle(keys), runs):
        for terminal in (small, big):
            took[terminal].append(terminal.press(key).first * 1000)
    return Row(f"grid 1000x200, {name}", "30x20", "ms", took[big], took[small], By.P50, 1.3)
