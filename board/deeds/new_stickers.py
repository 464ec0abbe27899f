"""Which new stickers may grow out of their spots on a screen of adults."""

from board.deeds.sitting import Sitting
from board.mastery.covering import MOST_OF_OTHERS, MOST_OF_OWN, may_grow, new_stickers
from board.mastery.curriculum import Unit


class NewStickers:
    """Knows what a screen has shown so far.

    Args:
        sitting: What marks are made through there.
    """

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._progress, self._deeds = sitting.book.progress, sitting.history.deeds

    def most(self, *, on_top: bool) -> int:
        """Give how many may grow at a time now: more where they were marked here, none where the class wants none.

        Args:
            on_top: Whether the screen is the one that is seen.
        """
        before, self._deeds = self._deeds, self._sitting.history.deeds
        if not on_top or not self._sitting.book.about.kiosk.covering:
            return 0
        return MOST_OF_OTHERS if before == self._deeds else MOST_OF_OWN

    def of(self, unit: Unit, student_id: str, *, on_top: bool) -> list[str]:
        """Give the steps of one child whose stickers came since this was asked last and may grow, by id.

        Args:
            unit: Its steps are shown.
            student_id: Id of the child.
            on_top: Whether the screen is the one that is seen.
        """
        before, self._progress = self._progress, self._sitting.book.progress
        new = new_stickers(unit, [student_id], before, self._progress)
        grow = may_grow(new, [student_id], self._progress, self.most(on_top=on_top))
        return [step for _, step in new] if grow else []
