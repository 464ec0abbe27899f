"""Which signs a terminal gets: pretty ones, or plain ones where it lacks them or draws them two cells wide. Pure."""

from collections.abc import Iterable
from typing import NamedTuple

HALVES = frozenset("▀▄")
"""What pictures are made of."""

_EVERYWHERE = frozenset("·é─")
"""Signs of those East Asian widths reach: where one of them is wide, all lines and many letters are."""

DOUBTFUL = "◔▲↻●☆★⌂✓·\N{EN DASH}…é▀─"
"""Signs to ask a terminal about: how wide does it draw them?"""


class Signs(NamedTuple):
    """Which signs a terminal gets, and why.

    Attributes:
        plain: Whether the plain ones.
        halves: Whether pictures may be made of half blocks; else each cell of them has one colour.
        ascii: Whether nothing but ASCII fits one cell.
        why: One sentence that says which signs these are, and why.
    """

    plain: bool = False
    halves: bool = True
    ascii: bool = False
    why: str = "Pretty signs: this terminal can draw them."


CHOICES = ("", "pretty", "plain")
"""What a teacher can choose, as it is kept, in the order one goes through them; the first is automatic."""


def signs_for(choice: str, term: str, wide: Iterable[str] = ()) -> Signs:
    """Decide which signs a terminal gets.

    Args:
        choice: One of `CHOICES`; anything else counts as automatic.
        term: The terminal's kind, as the variable TERM has it.
        wide: Signs the terminal was seen to draw two cells wide.
    """
    if choice == "pretty":
        return Signs(why="Pretty signs: you chose them.")
    broad, console = frozenset(wide), is_linux_console(term)
    if choice != "plain" and not broad and not console:
        return Signs()
    if choice == "plain":
        why = "Plain signs: you chose them."
    elif console:
        why = "Plain signs: the text console of Linux lacks the pretty ones."
    else:
        why = "Plain signs: this terminal draws the pretty ones two cells wide."
    return Signs(plain=True, halves=not console and not broad & HALVES, ascii=bool(broad & _EVERYWHERE), why=why)


def is_linux_console(term: str) -> bool:
    """Tell whether this is the text console of Linux, by itself or under screen."""
    return term.split("-", maxsplit=1)[0] in ("linux", "screen.linux", "tmux.linux")
