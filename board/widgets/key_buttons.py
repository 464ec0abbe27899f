"""Where the big buttons of a key bar stand: as many as there is room for in rows of one height, and one for all the others."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from board.widgets.box import Box
from board.widgets.command import Command
from board.widgets.tiles import GAP, NARROWEST, bottom, boxes

_WIDEST = 22
"""Cells of a button, however few there are: what is wider is a beam and no button."""

_AIR = 2
"""Cells beside a line of several words, which could be two lines as well."""

_LINES = 2
"""Lines of a button for its words, under the sign of its key."""


class KeyButton(NamedTuple):
    """One button.

    Attributes:
        command: What it does.
        box: Where it lies, in the cells of the bar.
        lines: Its words, line by line.
    """

    command: Command
    box: Box
    lines: tuple[str, ...]


def key_buttons(commands: Sequence[Command], more: Command | None, room: int, rows: int) -> tuple[KeyButton, ...]:
    """Lay out buttons in as few rows as they take; where all have no place, those that are wanted least stand behind `more`.

    Args:
        commands: In their order.
        more: What opens all of them; None where it has no place here as long as they all fit.
        room: Cells across.
        rows: Rows there may be.

    Returns:
        The buttons, row by row.
    """
    last = [] if more is None else [more]
    wanted = sorted(range(len(commands)), key=lambda at: commands[at].shown)
    for many in range(len(commands), -1, -1):
        shown = [*(commands[at] for at in sorted(wanted[:many])), *last]
        for used in range(1, rows + 1):
            across = -(-len(shown) // used)
            if shown and _fit(shown, _width(room, across)):
                return _placed(shown, room, across)
    return ()


def height_of(buttons: Sequence[KeyButton]) -> int:
    """Give the lines that buttons take, those between them too."""
    return bottom(button.box for button in buttons)


def _width(room: int, across: int) -> int:
    return min(_WIDEST, (room - (across - 1) * GAP) // across)


def _fit(commands: Sequence[Command], width: int) -> bool:
    return width >= NARROWEST and all(_lines(command.words, width) for command in commands)


def _lines(words: str, width: int) -> tuple[str, ...]:
    """Break words into lines of a button; none where they have no place."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if cell_len(longer) <= width - _AIR or lines == [""]:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines) if len(lines) <= _LINES and all(cell_len(line) <= width for line in lines) else ()


def _placed(commands: Sequence[Command], room: int, across: int) -> tuple[KeyButton, ...]:
    placed = boxes(len(commands), across, room, widest=_WIDEST)
    return tuple(
        KeyButton(command, box, _lines(command.words, box.wide)) for command, box in zip(commands, placed, strict=True)
    )
