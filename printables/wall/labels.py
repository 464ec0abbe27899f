"""The words of a wall chart, measured once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from board.mastery.curriculum import Level, Unit
from printables.lettering.lines import Block, Line, fit, halves, line
from printables.lettering.voices import Letters

_SHORT = 6.7
"""Titles up to this width, in ems, stay on one line where the heads have room."""

BEFORE_TITLE, AFTER_TITLE = 1.04, 0.42
"""Room in a level's heading before its title, where the number is, and after it, in parts of its height."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What is written on the chart; widths are in ems, parts of the type size.

    Attributes:
        names: A name for each row.
        titles: A title for each column.
        levels: Each level that has columns, with its place in the unit from 0.
        longest_name: Width of the longest name.
        longest_title: Width the titles need when only long ones wrap.
        longest_half: Width they need when all that can be cut in two are.
        letters: How they are lettered.
    """

    names: tuple[Line, ...]
    titles: tuple[Line, ...]
    levels: tuple[tuple[int, Level], ...]
    longest_name: float
    longest_title: float
    longest_half: float
    letters: Letters


def labels_of(unit: Unit, names: Sequence[str], letters: Letters) -> Labels:
    """Measure the words of a chart; levels without a step are left out.

    Args:
        unit: It has at least one step.
        names: At least one.
        letters: How they are lettered.
    """
    levels = tuple((place, level) for place, level in enumerate(unit.levels) if level.spots)
    titles = tuple(
        title_line(step.title, letters, boss=level.is_boss(step)) for _, level in levels for step in level.spots
    )
    written = tuple(line(name, letters.strong) for name in names)
    return Labels(
        written,
        titles,
        levels,
        longest_name=max(name.width(1) for name in written),
        longest_title=max(title.width(1) if title.width(1) <= _SHORT else _half(title) for title in titles),
        longest_half=max(_half(title) for title in titles),
        letters=letters,
    )


def _half(title: Line) -> float:
    return max(half.width(1) for half in halves(title))


def title_line(title: str, letters: Letters, *, boss: bool) -> Line:
    """Give a step's title as it is written at the head of its column."""
    return line(title, letters.strong if boss else letters.plain)


def headings(labels: Labels, widths: Sequence[float], pill: float) -> tuple[Block, ...]:
    """Fit the levels' titles into their headings beside the numbers: all on one line in one size, else on two small ones.

    Args:
        labels: The words.
        widths: Width of each level's heading in pt.
        pill: Height of the headings in pt.
    """
    rooms = [width - (BEFORE_TITLE + AFTER_TITLE) * pill for width in widths]
    texts = [line(level.title, labels.letters.title) for _, level in labels.levels]
    blocks = tuple(fit(text, room, 0.6 * pill, 0.44 * pill) for text, room in zip(texts, rooms, strict=True))
    if not all(block.whole for block in blocks):
        blocks = tuple(
            fit(text, room, 0.42 * pill, 0.38 * pill, lines=2) for text, room in zip(texts, rooms, strict=True)
        )
    shared = min((block.size for block in blocks if block.whole), default=0.0)
    return tuple(replace(block, size=shared) if block.whole else block for block in blocks)
