"""The panels of a wall chart: each level's columns on their tinted ground."""

from collections.abc import Iterator
from dataclasses import dataclass

from board.mastery.curriculum import Step
from printables.lettering.lines import Block
from printables.page.hues import Hue, Ink, hue_of
from printables.wall.labels import Labels, headings
from printables.wall.plan import Plan


@dataclass(frozen=True, slots=True)
class Column:
    """A step's column.

    Attributes:
        step: The step or Boss.
        boss: Whether it is the level's Boss.
        x: Its middle, in pt from the paper's left edge.
    """

    step: Step
    boss: bool
    x: float


@dataclass(frozen=True, slots=True)
class Panel:
    """A level's columns on their tinted ground.

    Attributes:
        hue: Its colours.
        number: Its place in the unit, from 1.
        title: Its title, fitted; None where there is no room beside the number.
        left: Its left end, in pt from the paper's left edge.
        width: Its width in pt.
        columns: Its columns from left to right.
    """

    hue: Hue
    number: int
    title: Block | None
    left: float
    width: float
    columns: tuple[Column, ...]


def panels_of(plan: Plan, labels: Labels, left: float, ink: Ink) -> Iterator[Panel]:
    """Give each level its place in a block that begins at `left`, in pt from the paper's left edge, in this ink."""
    left += plan.names.width
    widths = plan.panels(labels)
    titles = headings(labels, widths, plan.pill)
    for (place, level), width, title in zip(labels.levels, widths, titles, strict=True):
        left += plan.gap
        columns = tuple(
            Column(step, level.is_boss(step), left + plan.pad + (index + 0.5) * plan.column)
            for index, step in enumerate(level.spots)
        )
        yield Panel(hue_of(place, ink), place + 1, title if title.whole else None, left, width, columns)
        left += width
