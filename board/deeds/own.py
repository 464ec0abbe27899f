"""What was done in one place, so that undo there takes back nothing that was done elsewhere, nor tells of it."""

from collections.abc import Callable

from board.deeds.sitting import Outcome, Sitting


class OwnDeeds:
    """The deeds of one screen that a child looks at, in words of its own.

    Args:
        sitting: What keeps them.
    """

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._done: list[str] = []
        self._undone: list[str] = []

    def do(self, wish: Callable[[], Outcome], said: str) -> str:
        """Do something.

        Args:
            wish: What; through the sitting.
            said: Words for it.

        Returns:
            What to say.

        Raises:
            NotSaved: Nothing was done.
        """
        if not wish().facts:
            return "It is like this already."
        self._done.append(said)
        self._undone.clear()
        return said

    def undo(self) -> str:
        """Take back what was done here last, and say so.

        Raises:
            NotSaved: It still stands.
        """
        return self._steer(self._done, self._undone, self._sitting.undo, "Taken back", "There is nothing to take back.")

    def redo(self) -> str:
        """Put back what was taken back last, and say so.

        Raises:
            NotSaved: It is still taken back.
        """
        return self._steer(self._undone, self._done, self._sitting.redo, "Put back", "There is nothing to put back.")

    def _steer(self, out: list[str], into: list[str], wish: Callable[[], Outcome], told: str, nothing: str) -> str:
        if not out:
            return nothing
        wish()
        into.append(out.pop())
        return f"{told}: {into[-1]}"
