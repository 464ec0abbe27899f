"""Whether something has been on the screen long enough to be seen: only what was seen can be meant."""

from collections.abc import Callable
from time import monotonic

SEEN_AFTER = 0.4
"""Seconds after which what came up counts as seen: reading a picture and pressing a key takes longer, the second click of a
double click and a chattering key are sooner."""


class Glance:
    """How long one thing has been in sight.

    Args:
        clock: Gives the seconds of now.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._since = clock()

    def begin(self) -> None:
        """Another thing has come into sight."""
        self._since = self._clock()

    @property
    def is_seen(self) -> bool:
        """Whether it has been in sight long enough to be meant by what a hand does now."""
        return self._clock() - self._since >= SEEN_AFTER
