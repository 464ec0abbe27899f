"""A picture in the making, and its draft, which is kept while it is drawn."""

from collections.abc import Callable
from typing import Any, NamedTuple

from textual.screen import Screen

from board.art.pixels import Drawing
from board.errors import Refusal
from board.screens.trying import tell_refused


class Sketch(NamedTuple):
    """A picture in the making.

    Attributes:
        drawing: What is drawn.
        caption: What the child says it shows, or empty.
    """

    drawing: Drawing
    caption: str = ""


KeepDraft = Callable[[Drawing, str], None]
"""Keeps what is drawn so far and what is said about it; may refuse."""

Save = Callable[[Drawing, str], bool]
"""Keeps the finished picture and what is said about it; tells whether it is kept, and says itself why not."""


class Draft:
    """What is kept of a sketch.

    Args:
        kept: As it is kept already.
        keep: How another is kept.
        screen: Where it is said when it can't be.
    """

    def __init__(self, kept: Sketch, keep: KeepDraft, screen: Screen[Any]) -> None:
        self._kept, self._keep, self._screen = kept, keep, screen
        self._is_refused = False

    def keep(self, sketch: Sketch) -> bool:
        """Keep a sketch, unless it is kept already; a refusal is told once until it can be kept again."""
        if sketch == self._kept:
            return True
        try:
            self._keep(*sketch)
        except Refusal as refusal:
            if not self._is_refused:
                tell_refused(self._screen, str(refusal))
            self._is_refused = True
            return False
        self._kept, self._is_refused = sketch, False
        return True
