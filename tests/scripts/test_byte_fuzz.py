"""What terminals send that nobody typed neither ends the board nor marks anything: some of it, on some of the screens."""

import random

from scripts.byte_fuzz import SCREENS, Found, Tries, fuzz

SEQUENCES = 252
AT_ONCE = 7
"""Screens that are tried, others each time."""


def test_the_bytes_of_terminals_mark_nothing_and_end_nothing() -> None:
    seed = random.randrange(10**6)
    screens = tuple(random.Random(seed).sample(sorted(SCREENS), AT_ONCE))
    print(f"seed {seed}, screens {screens}")  # noqa: T201 - shown where it fails; scripts/byte_fuzz.py sends it again
    told = list(fuzz(Tries(seed, SEQUENCES, screens)))
    assert [found for found in told if isinstance(found, Found)] == []
    assert sum(sent for sent in told if not isinstance(sent, Found)) == SEQUENCES


def test_a_driver_that_takes_bytes_for_keys_is_found_out() -> None:
    told = fuzz(Tries(7, 60, ("board",), driver="textual.drivers.linux_driver:LinuxDriver"))
    assert any(isinstance(found, Found) for found in told)
