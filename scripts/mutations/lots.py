"""Which changes are tried, and by how many processes."""

import random
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain, islice, zip_longest
from multiprocessing import get_context
from pathlib import Path

from scripts.mutations.changes import Change, changes_of
from scripts.mutations.trials import Bench, Found

_AT_ONCE = 50
"""Changes one process tries before it gets others."""


def drawn(bench: Bench, seed: int, count: int) -> list[Change]:
    """Draw changes by lot, from each file as many, until a small one has no more.

    Args:
        bench: Has the files.
        seed: The same draws the same changes.
        count: How many; all there are when there are not so many.
    """
    chance = random.Random(seed)
    files = [list(changes_of(file, data)) for file, data in bench.files.items()]
    for changes in files:
        chance.shuffle(changes)
    turns = chain.from_iterable(zip_longest(*files))
    return list(islice((change for change in turns if change is not None), count))


def tried(bench: Bench, changes: Iterable[Change], sample: int) -> Iterator[tuple[Change, list[Found]]]:
    """Try changes one after the other.

    Args:
        bench: Tries them.
        changes: What is tried.
        sample: Of so many changes one is printed and put on a screen, too.
    """
    for number, change in enumerate(changes):
        yield change, list(bench.tried(change, whole=number % sample == 0))


def _part(task: tuple[list[Change], int]) -> list[tuple[Change, list[Found]]]:
    changes, sample = task
    with tempfile.TemporaryDirectory(prefix="mutations ") as place:
        return list(tried(Bench(Path(place)), changes, sample))


def in_parts(changes: list[Change], sample: int, at_once: int) -> Iterator[tuple[Change, list[Found]]]:
    """Try changes in several processes, in whatever order they end; the other arguments are those of `tried`.

    Args:
        changes: What is tried.
        sample: As for `tried`.
        at_once: How many processes.
    """
    parts = [(changes[at : at + _AT_ONCE], sample) for at in range(0, len(changes), _AT_ONCE)]
    with get_context("spawn").Pool(at_once) as pool:
        for part in pool.imap_unordered(_part, parts):
            yield from part
