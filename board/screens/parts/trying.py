"""How a screen tries what the disk or another program may refuse."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from board.deeds.history import Outcome
from board.errors import Refusal

_SECONDS = 10
"""How long a refusal stays to be read."""


def tried(screen: Screen[Any], wish: Callable[[], object]) -> bool:
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


def outcome_of(screen: Screen[Any], wish: Callable[[], Outcome]) -> Outcome | None:
    """Do something and give what came of it; what can't be done is said, and gives None.

    Args:
        screen: Where it is said.
        wish: What is wanted.
    """
    done: list[Outcome] = []
    return done[0] if tried(screen, lambda: done.append(wish())) else None


def tell_refused(screen: Screen[Any], said: str) -> None:
    """Say what could not be done, as it is and never as markup."""
    screen.notify(said, severity="error", markup=False, timeout=_SECONDS)
