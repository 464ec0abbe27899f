"""An app whose keys, taps and pastes go to the screen they were meant for."""

import asyncio
from time import monotonic
from typing import Any

from textual import events
from textual.app import App
from textual.screen import Screen

from board.widgets.aim import Aim, Fate

_PATIENCE, _MOMENT = 2.0, 0.001
"""Seconds a key waits for its screen at the most, and between two looks whether it is there."""


class AimedApp(App[None]):
    """An app in which what was meant for a screen that is gone goes nowhere, and what is typed ahead waits for its screen."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._aim = Aim()

    def on_mount(self) -> None:
        """Take note whenever another screen comes up."""
        self.screen_change_signal.subscribe(self, self._note_screen, immediate=True)
        self._note_screen(self.screen)

    async def on_event(self, event: events.Event) -> None:
        """Let a key, a tap or a paste go where it was meant to.

        Args:
            event: What came.
        """
        is_by_hand = isinstance(event, (events.InputEvent, events.Paste))
        if is_by_hand and not self.screen_stack:  # the app is closing
            return
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            await self._until_screen_is_up()
        if isinstance(event, events.InputEvent):
            fate = self._aim.fate(event, self.screen_stack)
            if fate is Fate.GOES_NOWHERE:
                return
            if fate is Fate.GOES_ON_TOP and isinstance(event, events.Key):
                event = _once_more(event)
        await super().on_event(event)

    async def _until_screen_is_up(self) -> None:
        """Wait until the screen that was opened last has its widgets: what is typed ahead is meant for it."""
        until = monotonic() + _PATIENCE
        while not self.screen.is_mounted and monotonic() < until:  # noqa: ASYNC110 - no event tells of it
            await asyncio.sleep(_MOMENT)

    def _note_screen(self, screen: Screen[Any]) -> None:
        self._aim.came_up(screen, monotonic())


def _once_more(key: events.Key) -> events.Key:
    """Give a key that no widget has seen yet, with the moment at which it came."""
    fresh = events.Key(key.key, key.character)
    fresh.time = key.time
    return fresh
