"""Screens before which an adult stands: where nobody does any more, they go by themselves."""

from abc import abstractmethod

from textual import events
from textual.screen import ScreenResultType
from textual.timer import Timer

from board.screens.parts.calm import Calm

GIVES_UP = 20.0
"""Seconds without a key or a tap until nobody is taken to stand there any more."""


class Attended(Calm[ScreenResultType]):
    """A calm screen that is left where nobody stands before it.

    Args:
        patience: Seconds without a key or a tap until then.
    """

    def __init__(self, patience: float = GIVES_UP) -> None:
        super().__init__()
        self._patience = patience
        self._idle: Timer | None = None

    def on_mount(self) -> None:
        """Somebody stands there now."""
        self.wait_longer()

    async def on_event(self, event: events.Event) -> None:
        """Somebody stands there as long as keys and taps come."""
        if isinstance(event, (events.Key, events.MouseDown)) and self._idle is not None:
            self.wait_longer()
        await super().on_event(event)

    @property
    def rest(self) -> float:
        """Seconds in which nothing can be done here, so that nobody is taken to have gone."""
        return 0.0

    def wait_longer(self) -> None:
        """Wait from now on until nobody is taken to stand there."""
        if self._idle is not None:
            self._idle.stop()
        self._idle = self.set_timer(self._patience + self.rest, self.nobody_is_here)

    @abstractmethod
    def nobody_is_here(self) -> None:
        """Leave."""
