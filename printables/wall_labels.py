"""The words of a wall chart, measured once."""

from collections.abc import Sequence
from dataclasses import dataclass

from board.mastery.curriculum import Level, Unit
from printables.fonts import Block, Line, Voice, fit, halves, line

_SHORT = 6.7
"""Titles up to this width, in ems, stay on one line where the heads have room."""


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
    """

    names: tuple[Line, ...]
    titles: tuple[Line, ...]
    levels: tuple[tuple[int, Level], ...]
    longest_name: float
    longest_title: float
    longest_half: float


def labels_of(unit: Unit, names: Sequence[str]) -> Labels:
    """Measure the words of a chart; levels without a step are left out.

    Args:
        unit: It has at least one step.
        names: At least one.
    """
    levels = tuple((place, level) for place, level in enumerate(unit.levels) if level.spots)
    titles = tuple(title_line(step.title, boss=step is level.boss) for _, level in levels for step in level.spots)
    written = tuple(line(name, Voice.STRONG) for name in names)
    return Labels(
        written,
        titles,
        levels,
        longest_name=max(name.width(1) for name in written),
        longest_title=max(title.width(1) if title.width(1) <= _SHORT else _half(title) for title in titles),
        longest_half=max(_half(title) for title in titles),
    )


def _half(title: Line) -> float:
    return max(half.width(1) for half in halves(title))


def title_line(title: str, *, boss: bool) -> Line:
    """Give a step's title as it is written at the head of its column."""
    return line(title, Voice.STRONG if boss else Voice.PLAIN)


def heading(level: Level, width: float, pill: float) -> Block:
    """Fit a level's title into its heading beside the number, on two small lines at most.

    Args:
        level: The level.
        width: Width of the heading in pt.
        pill: Its height in pt.
    """
    text = line(level.title, Voice.TITLE)
    room = width - 1.35 * pill
    one = fit(text, room, 0.6 * pill, 0.44 * pill)
    return one if one.whole else fit(text, room, 0.42 * pill, 0.38 * pill, lines=2)
