"""When a program that has ended is begun again: soon, and later and later as long as it ends at once."""

_SOON, _LONGEST = 0.1, 5.0
"""Seconds before it is begun again: after a good run, and at the most."""

_GOOD_RUN = 10.0
"""Seconds after which an end counts as the first one again."""

_LASTS = 0.5
"""A pause this long comes only where it has ended several times in a row."""


class Pauses:
    """How long one waits before a program is begun again."""

    def __init__(self) -> None:
        self._pause = _SOON

    def after(self, run: float) -> float:
        """Give the seconds to wait now.

        Args:
            run: Seconds it was up before it ended.
        """
        self._pause = _SOON if run > _GOOD_RUN else min(self._pause * 2, _LONGEST)
        return self._pause

    @property
    def is_lasting(self) -> bool:
        """Whether it has ended so often that somebody should be told how to go on."""
        return self._pause > _LASTS
