"""What people write before the lines of a list: bullets, numbers, boxes to tick."""

import re

_BULLET = re.compile(
    r"""\s*(?:
        [-\u2010-\u2015\u2022\u2023\u2043\u00b7\u25a0-\u25ff\u2610-\u2612\u2713\u2714>+](?=\s)  # a sign
        | \(?\d{1,3}[.)\uff0e\uff09](?=\s|[^\W\d])  # a number, as in "1." and "(2)", but not "1.5"
        | \d{1,3}\u3001                              # a number as in Chinese lists
        | \[[ xX]?\]                                 # a box to tick
    )\s*""",
    re.VERBOSE,
)

_MOST = 4
"""Bullets taken off one line; "1. - [ ]" has three."""


def without_bullet(line: str) -> str:
    """Give a line of a list without its bullet or number; a line that is nothing else stays as it is."""
    rest = line
    for _ in range(_MOST):
        found = _BULLET.match(rest)
        if found is None or not rest[found.end() :].strip():
            break
        rest = rest[found.end() :]
    return rest
