"""What people write before the lines of a list: bullets, numbers, boxes to tick."""

import re

_SIGNS = (
    r"[-*\u2010-\u2015\u2022\u2023\u2043\u00b7\u25a0-\u25ff\u2610-\u2612\u2713\u2714>+](?=\s|$)",
    r"\(?\d{1,3}[.)\uff0e\uff09](?=\s|[^\W\d]|$)",  # "1." and "(2)", but not "1.5"
    r"\d{1,3}\u3001",  # as in Chinese lists
    r"\[[ xX]?\]",
)
_BULLET = re.compile(rf"\s*(?:{'|'.join(_SIGNS)})\s*")

_MOST = 4
"""Bullets taken off one line; "1. - [ ]" has three."""


def without_bullet(line: str, *, but: str = "") -> str:
    """Give a line of a list without its bullets and numbers; a line that is nothing else stays as it is.

    Args:
        line: The line.
        but: A sign that means something here and stays.
    """
    rest = line
    for _ in range(_MOST):
        found = _BULLET.match(rest)
        if found is None or not rest[found.end() :].strip() or (but and found[0].strip() == but):
            break
        rest = rest[found.end() :]
    return rest


def is_bullet(text: str) -> bool:
    """Tell whether a text is a bullet or a number alone, as in the first column of a list pasted from a document."""
    return _BULLET.fullmatch(text) is not None
