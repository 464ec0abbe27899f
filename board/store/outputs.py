"""The folders of a class that people open: what is made for them, and what they bring."""

from contextlib import suppress
from pathlib import Path

from board.disk import made_folder


class Outputs:
    """Folders for files that others read or put there.

    Args:
        prints: For pages that are made; whoever keeps the first page there makes it.
        drop: To drop pictures into.

    Attributes:
        prints: As given.
    """

    def __init__(self, prints: Path, drop: Path) -> None:
        self.prints, self._drop = prints, drop

    @property
    def drop(self) -> Path:
        """The folder to drop pictures into; made when it is asked for, where that can be done."""
        with suppress(OSError):
            made_folder(self._drop)
        return self._drop
