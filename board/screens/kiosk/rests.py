"""How long a kiosk rests after picture words that were somebody else's: a little longer each time, and never long."""

from collections.abc import Callable
from time import monotonic

_RESTS = (0.0, 0.0, 2.0, 5.0, 10.0)
"""Seconds after the first, the second and each further one."""

_TOLD_AFTER = 3
"""Words in a row after which the teacher hears that a look at the card would help."""


class Rests:
    """What the kiosk remembers of words that were not right, by child, while it runs; nothing of it is kept.

    Args:
        clock: Gives the seconds of now.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._wrong: dict[str, int] = {}
        self._until: dict[str, float] = {}

    def was_wrong(self, student_id: str) -> None:
        """Rest before the next word for this child's page."""
        count = self._wrong.get(student_id, 0) + 1
        self._wrong[student_id] = count
        self._until[student_id] = self._clock() + _RESTS[min(count, len(_RESTS)) - 1]

    def was_right(self, student_id: str) -> None:
        """Forget the words before."""
        self._wrong.pop(student_id, None)
        self._until.pop(student_id, None)

    def rests(self, student_id: str) -> bool:
        """Tell whether it rests now."""
        return self._clock() < self._until.get(student_id, 0.0)

    def is_card_wanted(self, student_id: str) -> bool:
        """Tell whether there were so many in a row that a look at the card would help."""
        return self._wrong.get(student_id, 0) >= _TOLD_AFTER
