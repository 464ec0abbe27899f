"""A set of a school as it was read, in short: who is in a class, who was."""

from pathlib import Path

from board.exchange.lists.reading import Reading
from board.exchange.sets.school_set import SchoolSet, set_at
from made_sets import TODAY


def looked_at(path: Path) -> SchoolSet:
    """Look over a set there is."""
    found = set_at(path, TODAY)
    assert found is not None
    return found


def here(reading: Reading) -> dict[str, str]:
    """Give the whole names of the children of a class by the set's own id."""
    return {one.ids[0]: one.name.written for one in reading.people if one.is_active}


def gone(reading: Reading) -> set[str]:
    """Give the ids of those who were in it."""
    return {one.ids[0] for one in reading.people if not one.is_active}
