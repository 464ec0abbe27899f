"""The adult PIN, pure: which digits make one, which a child would try first, how long the next try waits."""

import math
import unicodedata
from enum import Enum, auto
from itertools import pairwise

FEWEST, MOST = 4, 8
"""Digits of a PIN."""

LONGEST_WAIT = 30.0
"""Seconds the next try waits at most, so that no child can lock the teacher out."""

_FREE = 2
"""Wrong tries without a wait: whoever mistypes once is not made to wait."""

_LONG = 7
"""Wrong tries from which on the wait is the longest."""

_WALKS = ("2580", "1470", "3690", "1379", "1397", "7139", "7913", "7931", "9713", "9731", "3179", "3197")
"""Ways over a keypad: down its columns, round its corners."""


class Fault(Enum):
    """Why something can't be the PIN."""

    NO_DIGITS = auto()
    """There is something else in it."""
    LENGTH = auto()
    """It is too short or too long."""
    SIMPLE = auto()
    """A child would try it among the first."""


def digits_of(text: str) -> str | None:
    """Give what was typed as the digits 0 to 9, whatever script they were typed in; None where something else is among it.

    Args:
        text: What was typed; spaces and hyphens between groups do not count.
    """
    typed = [char for char in text if not (char.isspace() or char == "-")]
    found = [unicodedata.decimal(char, None) for char in typed]
    return None if None in found else "".join(str(digit) for digit in found)


def fault_of(pin: str) -> Fault | None:
    """Give why this can't be the PIN, None where it can.

    Args:
        pin: The digits 0 to 9, see `digits_of`.
    """
    if pin and not (pin.isascii() and pin.isdecimal()):
        return Fault.NO_DIGITS
    if not FEWEST <= len(pin) <= MOST:
        return Fault.LENGTH
    return Fault.SIMPLE if _is_simple(pin) else None


def _is_simple(pin: str) -> bool:
    """Tell whether digits are one digit, steps up or down, a piece over and over, twins, a mirror, a year, or a walk."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    repeats = any(pin == (pin[:size] * len(pin))[: len(pin)] for size in range(1, len(pin) // 2 + 1))
    twins = len(pin) % 2 == 0 and pin[::2] == pin[1::2]
    year = len(pin) == FEWEST and pin[:2] in ("19", "20")
    walk = any(pin in (way, way[::-1]) for way in _WALKS)
    return len(steps) == 1 or repeats or twins or pin == pin[::-1] or year or walk


def wait_after(wrong: int) -> float:
    """Give the seconds the next try waits after so many wrong ones in a row: 0, 0, 1, 2, 4, 8, 16, and then 30."""
    if wrong < _FREE:
        return 0.0
    return 2.0 ** (wrong - _FREE) if wrong < _LONG else LONGEST_WAIT


def waits(until: float, now: float, wrong: int) -> float:
    """Give the seconds until the next try counts, for any clock: never more than so many wrong tries make it wait.

    Args:
        until: When it counts, as some clock of some process said; a computer without a clock may since have jumped by years.
        now: What the clock says now.
        wrong: How many tries in a row were wrong.
    """
    most, left = wait_after(wrong), until - now
    return most if math.isnan(left) else max(0.0, min(most, left))
