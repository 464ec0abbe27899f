"""Photos that are sent into a class, and are nobody's yet: they wait in the folder where people drop pictures."""

from datetime import date
from pathlib import Path

from board.art.picture_files import pictures_in
from board.deeds.sitting import Sitting
from board.elsewhere import Elsewhere
from board.errors import Refusal

MOST_WAITING = 600
"""Photos that may wait: twenty of each child. Whoever has more of them looks through them first."""

_FULL = "So many photos wait already that nobody finds one among them. Bring or take away some of them first."


class Tray:
    """The photos that wait. What comes is kept byte for byte, under a name that is made here.

    Args:
        sitting: Who lets them come, and into which class.
        elsewhere: Where files are looked into.
    """

    def __init__(self, sitting: Sitting, elsewhere: Elsewhere) -> None:
        self._sitting, self._elsewhere = sitting, elsewhere
        self.folder = sitting.book.outputs.drop

    def ask(self) -> None:
        """Ask whether photos may come.

        Raises:
            Refusal: It is not for who sits here.
        """
        self._sitting.only_adults()

    def take(self, file: Path, day: date) -> Path:
        """Keep a photo; for a thread of its own.

        Args:
            file: What was sent, which stays where it is.
            day: The day it came.

        Returns:
            Where it waits.

        Raises:
            Refusal: It is no picture the board knows, or too many wait.
            NotSaved: It can't be put there.
        """
        from board.art.intake import ending_in  # noqa: PLC0415 - Pillow is loaded only where a picture comes

        ending = self._elsewhere.run(ending_in, file)
        if len(pictures_in(self.folder)) >= MOST_WAITING:
            raise Refusal(_FULL)
        return self._sitting.book.outputs.put_into_drop(file, f"photo-{day.isoformat()}", ending)
