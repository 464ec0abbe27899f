"""A picture in the making, and its draft, which is kept while it is drawn."""

from collections.abc import Callable
from typing import Any, NamedTuple

from textual.screen import Screen
from textual.timer import Timer

from board.art.pixels import Drawing
from board.errors import Refusal
from board.screens.parts.trying import tell_refused


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


_SOON = 0.15
"""Seconds after an act until the draft is kept: it has been painted by then, however slow the disk is."""


class Draft:
    """What is kept of a sketch, soon after each act.

    Args:
        kept: As it is kept already.
        now: Gives the sketch of this moment.
        keep: How another is kept.
        screen: Where it is said when it can't be.
    """

    def __init__(self, kept: Sketch, now: Callable[[], Sketch], keep: KeepDraft, screen: Screen[Any]) -> None:
        self._kept, self._now, self._keep, self._screen = kept, now, keep, screen
        self._soon: Timer | None = None
        self._is_refused = False

    def keep_soon(self) -> None:
        """Keep the sketch in a moment, with whatever comes until then."""
        if self._soon is None:
            self._soon = self._screen.set_timer(_SOON, self.keep)

    def stop(self) -> None:
        """Keep nothing by itself any more, until it is asked for again."""
        if self._soon is not None:
            self._soon.stop()
            self._soon = None

    def keep(self) -> bool:
        """Keep the sketch of this moment, unless it is kept already; a refusal is told once until it can be kept again."""
        self.stop()
        sketch = self._now()
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
