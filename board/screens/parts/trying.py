"""How a screen tries what the disk or another program may refuse."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from textual.notifications import SeverityLevel

from board.deeds.history import Opened, Outcome
from board.deeds.sitting import Sitting
from board.errors import Refusal

_SECONDS = 10
"""How long a refusal stays to be read."""


class Tells(Protocol):
    """What can tell something beside what it shows; every screen does."""

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Tell it."""


def tried(screen: Tells, wish: Callable[[], object]) -> bool:
    """Do something; what can't be done is said, and gives False.

    Args:
        screen: Where it is said.
        wish: What is wanted.
    """
    try:
        wish()
    except Refusal as refusal:
        tell_refused(screen, str(refusal))
        return False
    return True


def outcome_of(screen: Tells, wish: Callable[[], Outcome]) -> Outcome | None:
    """Do something and give what came of it; what can't be done is said, and gives None.

    Args:
        screen: Where it is said.
        wish: What is wanted.
    """
    done: list[Outcome] = []
    return done[0] if tried(screen, lambda: done.append(wish())) else None


class Turning:
    """Undo and redo on a screen; its `action_` methods are those of the screen that holds it.

    Args:
        do: Does something and says so.
        sitting: What was done, and by whom.
        opened: Gives since when it is taken back there: all of it on the board, elsewhere what was done since it was opened.
    """

    def __init__(
        self, do: Callable[[Callable[[], Outcome]], object], sitting: Sitting, opened: Callable[[], Opened]
    ) -> None:
        self._do, self._sitting, self._opened = do, sitting, opened

    def action_undo(self) -> None:
        """Take back the last thing that was done."""
        self._do(partial(self._sitting.undo, self._opened()))

    def action_redo(self) -> None:
        """Put back what was taken back last."""
        self._do(partial(self._sitting.redo, self._opened()))


def tell_refused(screen: Tells, said: str) -> None:
    """Say what could not be done, as it is and never as markup."""
    screen.notify(said, severity="error", markup=False, timeout=_SECONDS)
