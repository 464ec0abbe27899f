"""Time that goes on only where a test says so, for stickers that grow."""

import pytest

from board.widgets import growing


class Clock:
    """A clock that stands still.

    Args:
        monkeypatch: Puts it in the place of the real one.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        monkeypatch.setattr(growing, "monotonic", lambda: self.now)

    def goes_on(self, share: float) -> None:
        """Let so much of a growing go by."""
        self.now += share * growing.SECONDS
