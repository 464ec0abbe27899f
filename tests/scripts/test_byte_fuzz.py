"""What terminals send that nobody typed neither ends the board nor marks anything: some of it, on the screens used most."""

import random

import pytest

from scripts.byte_fuzz import Found, Tries, fuzz

SEQUENCES = 504
SCREENS = (
    "board",
    "several chosen",
    "center",
    "student",
    "note",
    "keep working",
    "find",
    "palette",
    "print",
    "pictures",
    "draw",
    "waiting",
    "students",
    "steps",
)


def test_the_bytes_of_terminals_mark_nothing_and_end_nothing() -> None:
    seed = random.randrange(10**6)
    print(f"seed {seed}")  # noqa: T201 - shown where the test fails; scripts/byte_fuzz.py sends the same again
    told = list(fuzz(Tries(seed, SEQUENCES, SCREENS)))
    assert [found for found in told if isinstance(found, Found)] == []
    assert sum(sent for sent in told if not isinstance(sent, Found)) == SEQUENCES


@pytest.mark.parametrize("screen", ["board", "center"])
def test_a_driver_that_takes_bytes_for_keys_is_found_out(screen: str) -> None:
    told = fuzz(Tries(7, 60, (screen,), driver="textual.drivers.linux_driver:LinuxDriver"))
    assert any(isinstance(found, Found) for found in told)
