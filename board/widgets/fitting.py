"""The looks of a screen for the room there is, worn before it is laid out for the first time."""

from collections.abc import Iterator
from typing import Any

from textual.geometry import Size
from textual.screen import Screen


def looks_in(screen: Screen[Any], size: Size) -> dict[str, bool]:
    """Give the looks of a screen, and whether it wears them in so much room.

    Textual puts them on once a screen is laid out and painted without them, and then does both again.

    Args:
        screen: The screen.
        size: Cells across and down.
    """
    looks = dict(_worn(screen.HORIZONTAL_BREAKPOINTS, size.width))
    looks.update(_worn(screen.VERTICAL_BREAKPOINTS, size.height))
    return looks


def _worn(breakpoints: list[tuple[int, str]] | None, room: int) -> Iterator[tuple[str, bool]]:
    """Give the looks of a list, the one for the most room there is put on and all others taken off."""
    found = sorted(breakpoints or ())
    on = next((name for least, name in reversed(found) if room >= least), "")
    for _, name in found:
        yield name, name == on
