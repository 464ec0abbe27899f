"""Rows about a school's set: a class of 50,000 children is chosen and read soon, and the school never stands in memory."""

import csv
import io
import subprocess
import sys
import zipfile
from pathlib import Path

from board.exchange.sets.school_set import set_at
from made_sets import CLEVER, ONE_ROSTER_2, TODAY, School, put_zip
from scripts.bench import CHECKOUT
from scripts.bench.disk_floor import milliseconds
from scripts.bench.table import Row, tell

_CHILDREN = 50_000
_SORTS = (ONE_ROSTER_2, CLEVER)
"""The kind with the most files, and the one with the fewest columns, where csv has the least to do."""

_MOST_TIMES, _MOST_MEMORY = 8.0, 200.0
"""Times what csv needs to read the files once, and MiB."""


def set_rows(place: Path, runs: int) -> list[Row]:
    """Measure how a class is taken from a large set, in turn with reading its files once.

    Args:
        place: A folder for the sets.
        runs: A tenth of it is how often each set is read.
    """
    return [
        row for sort in _SORTS for row in _rows_of(School(sort, _CHILDREN), place / f"{sort}.zip", max(3, runs // 10))
    ]


def _rows_of(school: School, path: Path, runs: int) -> list[Row]:
    tell(f"a class of a {school.sort} set of {_CHILDREN:,} children, {runs} times in turn with csv alone")
    put_zip(school.files(), path)
    chosen = school.home_id(school.homes() // 2)
    floor, ours = [], []
    for _ in range(runs):
        floor.append(milliseconds(lambda: _read_once(path)))
        ours.append(milliseconds(lambda: _take(path, chosen)))
    what = f"a class of {_CHILDREN:,} children in {school.sort}"
    return [
        Row(what, "csv reads its files once", "ms", ours, floor, promise=_MOST_TIMES),
        Row(f"{what}, peak memory", "", "MiB", [_peak(path, chosen)], promise=_MOST_MEMORY),
    ]


def _read_once(path: Path) -> None:
    with zipfile.ZipFile(path) as packed:
        for entry in packed.infolist():
            with packed.open(entry) as file, io.TextIOWrapper(file, "utf-8", newline="") as text:
                for _ in csv.reader(text):
                    pass


def _take(path: Path, chosen: str) -> None:
    found = set_at(path, TODAY)
    if found is None or not found.reading(chosen).people:
        raise RuntimeError("nobody was read")


def _peak(path: Path, chosen: str) -> float:
    """Give the MiB a program of its own needs for it."""
    ran = subprocess.run(
        [sys.executable, "-m", "scripts.bench.set_rows", path, chosen], cwd=CHECKOUT, stdout=subprocess.PIPE, check=True
    )
    return int(ran.stdout) / 1024


def _own_peak() -> int:
    """Give the KiB this program has needed at most; unlike getrusage, nothing of the program that started it."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1])


if __name__ == "__main__":
    _take(Path(sys.argv[1]), sys.argv[2])
    print(_own_peak())
