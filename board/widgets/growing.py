"""What grows on a widget for half a second: each thing at its own moment, all of them by one timer, and none once nothing does."""

from collections.abc import Callable, Collection, Hashable, Iterable
from time import monotonic
from typing import Generic, TypeVar

from textual.timer import Timer
from textual.widget import Widget

from board.art.covering import STAGES, stage_of

SECONDS = 0.5
"""How long one thing grows."""

_Thing = TypeVar("_Thing", bound=Hashable)


class Growing(Generic[_Thing]):
    """Things that grow. Where the computer is slow, pictures in between are left out, and the end comes in time.

    Args:
        widget: What they grow on.
        moved: Called with those that look different now; those that are whole grow no more by then.
    """

    def __init__(self, widget: Widget, moved: Callable[[Collection[_Thing]], object]) -> None:
        self._widget, self._moved = widget, moved
        self._since: dict[_Thing, float] = {}
        self._shown: dict[_Thing, int] = {}
        self._timer: Timer | None = None

    def __bool__(self) -> bool:
        """Tell whether anything grows."""
        return bool(self._since)

    def __contains__(self, thing: object) -> bool:
        """Tell whether a thing grows."""
        return thing in self._since

    @property
    def things(self) -> tuple[_Thing, ...]:
        """What grows."""
        return tuple(self._since)

    @property
    def is_wanted(self) -> bool:
        """Whether anything may move here at all."""
        return self._widget.app.animation_level != "none"

    def begin(self, things: Iterable[_Thing]) -> None:
        """Let things grow from now on; at once they are more than an open spot."""
        now = monotonic()
        for thing in things:
            self._since[thing], self._shown[thing] = now, 1
        if self._since and self._timer is None:
            self._timer = self._widget.set_interval(SECONDS / STAGES, self._go_on)

    def stage(self, thing: _Thing) -> int:
        """Give the number of the picture a thing is at, the last one where it does not grow."""
        return self._shown.get(thing, STAGES)

    def end(self, things: Iterable[_Thing]) -> None:
        """Let things be whole at once, without a word: whoever asks paints them."""
        for thing in things:
            self._since.pop(thing, None)
            self._shown.pop(thing, None)
        self._rest()

    def finish(self) -> bool:
        """Let everything be whole at once, and tell whether anything grew."""
        things = self.things
        self.end(things)
        if things:
            self._moved(things)
        return bool(things)

    def _go_on(self) -> None:
        if not self.is_wanted:  # switched off meanwhile
            self.finish()
            return
        now = monotonic()
        stages = {thing: stage_of((now - since) / SECONDS) for thing, since in self._since.items()}
        moved = [thing for thing, stage in stages.items() if stage > self._shown[thing]]
        self._shown |= {thing: stages[thing] for thing in moved}
        self.end([thing for thing in moved if stages[thing] >= STAGES])
        if moved:
            self._moved(moved)

    def _rest(self) -> None:
        if not self._since and self._timer is not None:
            self._timer.stop()
            self._timer = None
