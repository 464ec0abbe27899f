"""Whether the time of a try says anything about the digits: `python -m scripts.pin_times --tries 100`.

Tries whose first digits are right are compared with tries that are wrong from the first, taken in turn. What is told is the
median of both, and how often a difference as large comes out when the labels are shuffled: near 0 would tell them apart.
"""

import argparse
import random
import statistics
import tempfile
from contextlib import closing
from pathlib import Path
from time import perf_counter

from board.deeds.pin import Pins
from board.deeds.sitting import Sitting, usual_adult
from board.store.class_book import ClassBook

_PIN = "47160938"
_KINDS = {"right but for the last": "47160939", "wrong from the first": "90385271"}
_SHUFFLES = 2000


def _timed(pins: Pins, book: ClassBook, digits: str) -> float:
    book.tries.forget()
    begun = perf_counter()
    pins.tried(digits)
    return perf_counter() - begun


def _share(one: list[float], other: list[float]) -> float:
    """Give how often shuffled labels differ as much as these."""
    told, chance = abs(statistics.median(one) - statistics.median(other)), random.Random(7)
    both = one + other
    more = 0
    for _ in range(_SHUFFLES):
        chance.shuffle(both)
        more += abs(statistics.median(both[: len(one)]) - statistics.median(both[len(one) :])) >= told
    return more / _SHUFFLES


def main() -> None:
    """Time tries in turn and tell the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=100, help="of each kind")
    many = parser.parse_args().tries
    with tempfile.TemporaryDirectory() as place, closing(ClassBook.create(Path(place) / "c.class", "c", "d1")) as book:
        pins = Pins(book)
        pins.set(Sitting(book, usual_adult(book)), _PIN)
        times: dict[str, list[float]] = {kind: [] for kind in _KINDS}
        for _ in range(many):
            for kind, digits in random.sample(list(_KINDS.items()), len(_KINDS)):
                times[kind].append(_timed(pins, book, digits))
    for kind, found in times.items():
        print(f"{kind}: median {1000 * statistics.median(found):.2f} ms of {many}")
    one, other = times.values()
    print(f"shuffled labels differ as much in {100 * _share(one, other):.0f} % of {_SHUFFLES} shuffles")


if __name__ == "__main__":
    main()
