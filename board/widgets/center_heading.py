"""What stands above a center: the step and how it looks when it is got, or which digit ticks which criterion."""

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size

from board.mastery.curriculum import Step
from board.widgets.grid_plan import shortened, wrapped

_SHORT = 23
"""Lines of a screen on which children count more than a second line of criteria."""


def heading(step: Step, size: Size, whom: str = "", lines: tuple[str, ...] = ()) -> Content:
    """Give the heading, as many lines whether criteria are ticked or not: nobody gets another number by it.

    Args:
        step: What is shown.
        size: Of the whole screen.
        whom: For whom a digit ticks a criterion, empty where digits mean children.
        lines: Those criteria.
    """
    width, room = max(1, size.width - 2), 1 + (size.height > _SHORT)
    looks_like = wrapped(f"Looks like: {' · '.join(step.criteria)}", width, room) if step.criteria else ()
    rows = 1 + len(looks_like)
    if whom:
        told = wrapped(_numbered(whom, lines, width, rows), width, rows)
        return Content("\n".join((*told, *[""] * (rows - len(told))))).stylize("bold", 0, len(whom))
    first = shortened(f"{step.title}  {step.i_can}", width)
    return Content("\n".join((first, *looks_like))).stylize("bold", 0, min(len(step.title), len(first)))


def _numbered(whom: str, lines: tuple[str, ...], width: int, rows: int) -> str:
    """Write criteria with their digits, each as long as leaves room for all in so many rows."""
    room = max(6, (rows * width - cell_len(whom) - 3 * rows) // max(1, len(lines)) - 5)
    return f"{whom}: " + " · ".join(f"{number} {shortened(line, room)}" for number, line in enumerate(lines, 1))
