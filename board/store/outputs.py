"""The folders of a class that people open: what is made for them, and what they bring."""

from pathlib import Path

from board.store.layout import DROP, PRINTS


class Outputs:
    """Folders handed out for files that others read or put there.

    Args:
        folder: The class folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def prints(self) -> Path:
        """The folder for pages that are made; whoever keeps the first page there makes it."""
        return PRINTS.within(self._folder)

    @property
    def drop(self) -> Path:
        """The folder to drop pictures into; made when it is asked for, where that can be done."""
        folder = DROP.within(self._folder)
        try:
            folder.mkdir(exist_ok=True)
        except OSError:
            return folder
        return folder
