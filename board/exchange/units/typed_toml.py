"""What somebody typed where TOML's reader stumbles, in the words of the one who typed it.

TOML's reader says where it gave up, which is often behind the slip. A statement is read again here as a person would:
the first row of a table that fits says what is wrong and what to type.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from board.exchange.units.typed_headers import header_slip
from board.exchange.units.typed_keys import (
    backslash,
    curly_marks,
    hidden_escape,
    hidden_sign,
    key_twice,
    key_without_sign,
    no_value,
)
from board.exchange.units.typed_lines import Broken, Found, Statement, statements
from board.exchange.units.typed_lists import wrong_list
from board.exchange.units.typed_values import wrong_value
from board.mastery.people import clean_line

_LONGEST = 60
"""Characters of a line that are shown."""

_FALLBACK = "this line can't be read; compare it with the example in docs/unit-files.md."

_TOO_LONG = "this number is too long to be read; write a short one, such as needed = 3"
_LONG_NUMBER = re.compile(r"\d[\d_]{4000}")

_LOOKS: tuple[Callable[[Broken], Found], ...] = (
    key_twice,
    hidden_sign,
    curly_marks,
    backslash,
    key_without_sign,
    no_value,
    wrong_value,
    wrong_list,
)
"""How a statement is looked at; the first that finds something is right, for the later ones trust what it looks at."""


class Slip(NamedTuple):
    """Something mistyped.

    Args:
        line: Number of the line, from 1.
        shown: The line, clean and not too long.
        advice: What is wrong with it and what to type.
    """

    line: int
    shown: str
    advice: str

    def __str__(self) -> str:
        """Give all of it as one sentence, to be put behind the name of the file."""
        return f"line {self.line} ({self.shown}): {self.advice}" if self.shown else f"line {self.line}: {self.advice}"


def misread(text: str) -> Slip | None:
    """Give the first slip in a file that TOML's reader takes, but in another sense: a table that is none of a unit, a backslash.

    Args:
        text: The file, its lines ending with LF.
    """
    lines = text.split("\n")
    read = statements(lines)
    found = header_slip(read) or hidden_escape(read)
    return found and _slip(lines, *found)


def mistyped(said: str, text: str) -> Slip:
    """Give the slip at which TOML's reader stumbled.

    Args:
        said: What the reader said, with its line and column.
        text: The file, its lines ending with LF.
    """
    lines = text.split("\n")
    place = re.search(r"line (\d+), column (\d+)", said)
    long = [number for number, line in enumerate(lines, 1) if _LONG_NUMBER.search(line)]
    if long and not place:
        return _slip(lines, long[0], _TOO_LONG)
    at, column = (int(place[1]), int(place[2])) if place else (len(lines), 1)
    read = [one for one in statements(lines) if one.line <= at] or [Statement(1, (lines[0],))]
    found = header_slip(read)
    if found is None:
        last = read[-1]
        sign = lines[at - 1][column - 1 : column]
        broken = Broken(said, sign, at, last.line, lines, tuple(read))
        found = next((found for look in _LOOKS if (found := look(broken)) is not None), None)
    return _slip(lines, *(found or (min(at, read[-1].line + len(read[-1].rows) - 1), _FALLBACK)))


def _slip(lines: list[str], line: int, advice: str) -> Slip:
    shown = clean_line(lines[line - 1])
    return Slip(line, shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1].rstrip()}…", clean_line(advice))
