"""Change one token at a time, see which changes no test notices, and tell them as a table."""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue
from typing import NamedTuple

from scripts.mutants.changes import Change, changed, changes_of, is_other_program
from scripts.mutants.trials import House, Verdict

ROOMS = ("board/mastery", "board/store")

AT_LEAST = 93
"""Percent of the mutants that must be killed."""


class Mutant(NamedTuple):
    """A file with one token changed.

    Attributes:
        file: Its path in the house.
        source: The file as it was.
        change: What is changed.
    """

    file: str
    source: bytes
    change: Change

    def __str__(self) -> str:
        """Tell the place, and the line before and after."""
        change = self.change
        begins = self.source.rfind(b"\n", 0, change.start) + 1
        ends = self.source.find(b"\n", change.end) % (len(self.source) + 1)
        before, after = self.source[begins : change.start], self.source[change.end : ends]
        line = 1 + self.source.count(b"\n", 0, change.start)
        told = before + b"[" + self.source[change.start : change.end] + b" -> " + change.new + b"]" + after
        return f"{self.file}:{line}  {' '.join(told.decode().split())}"


def mutants_of(root: Path, room: str, seed: str, count: int) -> tuple[list[Mutant], int]:
    """Draw mutants of a room by lot.

    Args:
        root: The house.
        room: Path of the room in the house.
        seed: The same draws the same mutants.
        count: How many; fewer when the room has not so many.

    Returns:
        The mutants, and how many more were drawn that are none, because they do the same or can't be run.
    """
    every = [
        Mutant(path.relative_to(root).as_posix(), source, change)
        for path in sorted((root / room).rglob("*.py"))
        for source in [path.read_bytes()]
        for change in changes_of(source)
    ]
    random.Random(seed).shuffle(every)
    drawn: list[Mutant] = []
    for tried, mutant in enumerate(every):
        if len(drawn) == count:
            return drawn, tried - count
        if is_other_program(mutant.source, changed(mutant.source, mutant.change)):
            drawn.append(mutant)
    return drawn, len(every) - len(drawn)


def tried(root: Path, room: str, mutants: list[Mutant], at_once: int) -> Iterator[tuple[Mutant, Verdict]]:
    """Let each mutant stand before the tests of its room.

    Args:
        root: The house.
        room: Path of the room; its tests are in the folder of tests with its name.
        mutants: The mutants.
        at_once: How many are tried side by side.

    Raises:
        SystemExit: The tests fail as they are.
    """
    tests = f"tests/{Path(room).name}"
    with tempfile.TemporaryDirectory(prefix="mutants-") as place, ThreadPoolExecutor(at_once) as side_by_side:
        houses: Queue[House] = Queue()
        for number in range(at_once):
            houses.put(House(root, Path(place, str(number)), Path(place, "times.json")))
        first = houses.get()
        seconds = first.whole(tests)
        houses.put(first)
        if seconds is None:
            sys.exit(f"{tests} fail without any change; mend them first:\n{first.said}")

        def verdict(mutant: Mutant) -> tuple[Mutant, Verdict]:
            house = houses.get()
            try:
                return mutant, house.tried(mutant.file, changed(mutant.source, mutant.change), tests, seconds)
            finally:
                houses.put(house)

        yield from side_by_side.map(verdict, mutants)


def _judged(root: Path, room: str, seed: str, count: int, at_once: int) -> bool:
    """Try mutants of a room, print what came of them, and tell whether enough were killed."""
    began = time.monotonic()
    mutants, none = mutants_of(root, room, seed, count)
    tally: Counter[Verdict] = Counter()
    for mutant, verdict in tried(root, room, mutants, at_once):
        tally[verdict] += 1
        if verdict is not Verdict.KILLED:
            print(f"{verdict.value:<10}{mutant}", flush=True)
    killed = tally[Verdict.KILLED] + tally[Verdict.TOO_SLOW]
    print(
        f"{room}, seed {seed}: {killed} of {len(mutants)} mutants killed, {tally[Verdict.TOO_SLOW]} of them too slow; "
        f"{none} drawn were none; {time.monotonic() - began:.0f} s",
        flush=True,
    )
    return 100 * killed >= AT_LEAST * len(mutants)


def main() -> int:
    """Give 1 when a room keeps too many mutants alive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rooms", nargs="*", default=ROOMS, help="Folders of the house, each with its folder of tests.")
    parser.add_argument("--count", type=int, default=100, help="Mutants of each room.")
    parser.add_argument("--seed", default="", help="Draws the mutants; the commit's hash unless it is given.")
    parser.add_argument("--at-once", type=int, default=2, help="How many are tried side by side.")
    asked = parser.parse_args()
    root = Path.cwd()
    commit = ["git", "rev-parse", "HEAD"]
    seed = asked.seed or subprocess.run(commit, capture_output=True, check=True, text=True, cwd=root).stdout.strip()
    kept_alive = [room for room in asked.rooms if not _judged(root, room, seed, asked.count, asked.at_once)]
    return int(bool(kept_alive))


if __name__ == "__main__":
    sys.exit(main())
