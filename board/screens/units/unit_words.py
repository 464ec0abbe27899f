"""A unit in words, before it is one of the class."""

from collections.abc import Iterator

from textual.content import Content

from board.counting import counted
from board.mastery.curriculum import Unit
from board.terminal.themes import LEVEL_HUES
from board.words import counts


def untitled(unit: Unit) -> str:
    """Say how many steps there are already in a unit that has no title."""
    bosses = sum(level.boss is not None for level in unit.levels)
    one, many = "1 step so far, and no title yet.", "{count} steps so far, and no title yet."
    return counted(one, many, len(unit.spots) - bosses)


def size_of(unit: Unit) -> Content:
    """Say how much there is in a unit."""
    bosses = sum(level.boss is not None for level in unit.levels)
    size = [counts.levels(len(unit.levels)), counts.steps(len(unit.spots) - bosses)]
    size += [f"{counts.bosses(bosses)} ★"] if bosses else []
    return Content.styled(", ".join(size), "bold")


def levels_of(unit: Unit) -> Iterator[Content]:
    """Give each level of a unit with its steps."""
    for number, level in enumerate(unit.levels, 1):
        yield Content()
        title = level.title if level.title == f"Level {number}" else f"{number} {level.title}"
        yield Content.styled(title, f"bold $level-{(number - 1) % LEVEL_HUES + 1}")
        yield from (Content(f"{'★' if level.is_boss(spot) else '·'} {spot.title}") for spot in level.spots)
