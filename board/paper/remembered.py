"""Where a seat remembers what it printed: its settings, or these as they were at one moment."""

from typing import Any, Protocol

from board.seat.settings import Settings


class PaperSettings(Protocol):
    """Settings that hold tables about printing."""

    def load(self) -> Settings:
        """Give them as they are now."""

    def keep_paper(self, *entries: tuple[str, str, Any]) -> None:
        """Keep something about printing.

        Args:
            entries: Each with its table, its name in it, and what is kept as plain JSON; None takes it away.
        """


class AsRead:
    """Settings read once, for all that is asked about one moment.

    Args:
        settings: Where they are kept.
    """

    def __init__(self, settings: PaperSettings) -> None:
        self._settings = settings
        self._read = settings.load()

    def load(self) -> Settings:
        """Give them as they were read."""
        return self._read

    def keep_paper(self, *entries: tuple[str, str, Any]) -> None:
        """Keep something about printing; from then on it is among what was read."""
        self._settings.keep_paper(*entries)
        self._read = self._settings.load()
