"""Lines of ledger files that are told of: where they stand, and one sentence for each file."""

from collections.abc import Iterable, Sequence
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


_BAD_ONE = "ledger/{file} has a line that holds no mark: line {line}. It is kept and passed over."
_BAD_MANY = (
    "ledger/{file} has {count} lines that hold no mark: line {line} is the first. They are kept and passed over."
)
_NEWER_ONE = (
    "ledger/{file} has a line of a newer version of the board: line {line}. It is kept; update the board to see it."
)
_NEWER_MANY = (
    "ledger/{file} has {count} lines of a newer version of the board: line {line} is the first. They are kept; update the "
    "board to see them."
)
_CUT_ONE = "ledger/{file} has a line with a text that is too long: line {line}. It is kept, and its beginning is shown."
_CUT_MANY = (
    "ledger/{file} has {count} lines with a text that is too long: line {line} is the first. They are kept, and the "
    "beginning of each is shown."
)


def told(damaged: Iterable[Damage]) -> list[str]:
    """Say where lines are told of: one sentence for each file and reason, however many lines there are.

    Args:
        damaged: The lines.
    """
    found: dict[tuple[str, Why], list[int]] = {}
    for name, line, why in damaged:
        found.setdefault((name, why), []).append(line)
    return [_told(clean_line(name)[:_LONGEST_NAME], why, lines) for (name, why), lines in found.items()]


def _told(file: str, why: Why, lines: Sequence[int]) -> str:
    first = min(lines)
    match why:
        case Why.NO_FACT:
            return counted(_BAD_ONE, _BAD_MANY, len(lines), file=file, line=first)
        case Why.NEWER:
            return counted(_NEWER_ONE, _NEWER_MANY, len(lines), file=file, line=first)
        case Why.CUT:
            return counted(_CUT_ONE, _CUT_MANY, len(lines), file=file, line=first)
