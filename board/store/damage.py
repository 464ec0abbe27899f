"""Lines of ledger files that are told of: where they stand, and one sentence for each file."""

from collections.abc import Iterable
from typing import NamedTuple

from board.counting import counted
from board.mastery.people import clean_line
from board.store.lines import Why

_LONGEST_NAME = 80


class Damage(NamedTuple):
    """A line that is told of: the name of its file, its number there, from 1, and why."""

    file: str
    line: int
    why: Why = Why.NO_FACT


_ONE = {
    Why.NO_FACT: "ledger/{file} has a line that holds no mark: line {line}. It is kept and passed over.",
    Why.NEWER: "ledger/{file} has a line of a newer version of the board: line {line}. It is kept; update the board to see it.",
    Why.CUT: "ledger/{file} has a line with a text that is too long: line {line}. It is kept, and shown up to the limit.",
}
_MANY = {
    Why.NO_FACT: "ledger/{file} has {count} lines that hold no mark: line {line} is the first. They are kept and passed over.",
    Why.NEWER: (
        "ledger/{file} has {count} lines of a newer version of the board: line {line} is the first. They are kept; "
        "update the board to see them."
    ),
    Why.CUT: (
        "ledger/{file} has {count} lines with a text that is too long: line {line} is the first. They are kept, and "
        "shown up to the limit."
    ),
}


def told(damaged: Iterable[Damage]) -> list[str]:
    """Say where lines are told of: one sentence for each file and reason, however many lines there are.

    Args:
        damaged: The lines.
    """
    found: dict[tuple[str, Why], list[int]] = {}
    for file, line, why in damaged:
        found.setdefault((file, why), []).append(line)
    return [
        counted(_ONE[why], _MANY[why], len(lines), file=clean_line(file)[:_LONGEST_NAME], line=min(lines))
        for (file, why), lines in found.items()
    ]
