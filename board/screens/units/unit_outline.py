"""A unit in words for its author: the lines of its outline, and a card about a level or a step."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.cells import cell_len
from textual.content import Content

from board.counting import counted
from board.mastery.curriculum import Level, Step, Unit, own_steps, steps_by_id
from board.terminal.themes import LEVEL_HUES
from board.widgets.grid_plan import shortened, wrapped
from board.widgets.row_list import ListRow
from board.words import counts

LEVEL, STEP = "level:", "step:"
"""What the ids of rows begin with; a level and a step may have the same id."""

_FAINT = "$foreground 70%"
CARD = 33
"""Cells of a line on the card."""

_MOST_LINES = 9
"""Lines of one text on the card; the form shows all of it."""

_REMARK = 12
"""Cells of the remark at the end of a line."""


def rows_of(unit: Unit, width: int) -> Iterator[ListRow]:
    """Give the lines of the outline: each level, then its steps and its Boss.

    Args:
        unit: The unit.
        width: Cells of a line.
    """
    own = {step.id for step in own_steps(unit)}
    for number, level in enumerate(unit.levels, 1):
        hue = f"$level-{(number - 1) % LEVEL_HUES + 1}"
        yield ListRow(LEVEL + level.id, _line(hue, f"{number} {level.title}", "", width, f"bold {hue}"))
        for spot in level.spots:
            sign = "★ " if level.is_boss(spot) else "  "
            two = unit.two_adults and level.is_boss(spot)
            remark = "two adults" if two else _remark(spot) if spot.id in own else "shared"
            yield ListRow(STEP + spot.id, _line(hue, f"  {sign}{spot.title}", remark, width))


def _line(hue: str, text: str, remark: str, width: int, look: str = "") -> Content:
    room = max(1, width - 2 - (_REMARK if remark else 0))
    cut = shortened(text, room)
    return Content.assemble(
        ("▌ ", hue), (cut + " " * (room - cell_len(cut)), look), (f"{remark:>{_REMARK}}" if remark else "", _FAINT)
    )


def _remark(step: Step) -> str:
    return counted("1 criterion", "{count} criteria", len(step.criteria)) if step.criteria else "not yet"


def about_step(unit: Unit, step: Step, units: Sequence[Unit]) -> Content:
    """Say everything about a step or Boss.

    Args:
        unit: The unit it stands in.
        step: The step.
        units: Every unit of the class, for the step's own home and for what comes first.
    """
    home = next((other for other in units if step.id.startswith(f"{other.id}/")), unit)
    titles = {id_: one.title for id_, one in steps_by_id(units).items()}
    lines = [Content.styled(step.title, "bold"), Content(step.i_can)]
    if home.id != unit.id:
        lines += [Content(), Content.styled(f"At home in {home.title}; it is changed there.", "$accent")]
    lines += _part("Looks like", step.criteria or ("Nothing yet: what will you see when a child has it?",))
    lines += _part("Ways to show it", step.ways)
    lines += _part("Comes first", tuple(titles.get(need, need) for need in step.needs))
    lines += _part(
        "Grows from (an earlier step)", (titles.get(step.grow_from, step.grow_from),) if step.grow_from else ()
    )
    lines += _part("Standards", (", ".join(step.standards),) if step.standards else ())
    return Content("\n").join(lines)


def about_level(level: Level, titles: Mapping[str, str], *, two_adults: bool) -> Content:
    """Say everything about a level.

    Args:
        level: The level.
        titles: Titles of steps by id.
        two_adults: Whether two adults see the Boss.
    """
    ends = f"★ {level.boss.title}" if level.boss else "No Boss yet; b writes one."
    lines = [Content.styled(level.title, "bold"), Content(counts.steps(len(level.steps)))]
    lines += [Content(), Content(ends), Content(_rule(level))]
    lines += [Content("Two adults see the Boss.")] if two_adults and level.boss else []
    lines += _part("Never left out", tuple(titles.get(step, step) for step in sorted(level.must)))
    return Content("\n").join(lines)


def _rule(level: Level) -> str:
    """Say what opens the Boss of a level, or finishes one without."""
    if not level.needed:
        return "The Boss opens after every step." if level.boss else "It is finished with every step."
    needed, of = level.needed, len(level.steps)
    return (
        f"The Boss opens after {needed} of {of} steps."
        if level.boss
        else f"It is finished with {needed} of {of} steps."
    )


def _part(title: str, told: Iterable[str]) -> list[Content]:
    lines = [
        Content(("  " if place else "· ") + line)
        for text in told
        for place, line in enumerate(wrapped(text, CARD - 2, _MOST_LINES))
    ]
    return [Content(), Content.styled(title, "bold $accent"), *lines] if lines else []
