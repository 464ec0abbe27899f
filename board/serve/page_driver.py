"""What an app in a page of a browser reads and writes: bytes to the page's terminal, and what it sends, understood without trust."""

import asyncio
from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Any, Protocol

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from board.terminal.reader import Delays, Reader

_DELAYS = Delays(escape=0.02, rest=0.5)
"""A browser sends a whole key at once: hardly anything is waited for."""

_MODES = "\x1b[?1003h\x1b[?1006h\x1b[?2004h\x1b[?25l\x1b[?7l"
"""Asks the page's terminal for all the mouse does, for marks around what is pasted, for no cursor and no wrapped lines."""

_LONGEST_MOVE = 0.25
"""Seconds after which a move counts as seen, whatever became of it."""


class Window(Protocol):
    """Where an app is seen."""

    @property
    def cells(self) -> tuple[int, int]:
        """Its width and height in cells."""
        ...

    def write(self, text: str) -> None:
        """Write to its terminal.

        Args:
            text: Text and sequences.
        """
        ...


class PageDriver(Driver):
    """Reads and writes the terminal of one page; it has no thread, hears no signal, and leaves this computer's own terminal alone.

    Moves of a finger come faster than an app can paint: while one is on its way only the latest of those behind it counts.
    Whoever draws joins them by a line.

    Args:
        app: The app.
        window: Where it is seen.
        debug: As Textual hands it in.
        mouse: As Textual hands it in.
        size: As Textual hands it in; the window counts.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        window: Window,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._window, self._reader = window, Reader(_DELAYS)
        self._waits: asyncio.TimerHandle | None = None
        self._move, self._moves_until = None, 0.0  # type: tuple[events.MouseMove | None, float]
        self._is_up = False

    def write(self, data: str) -> None:
        """Write to the page.

        Args:
            data: Text and sequences.
        """
        if self._is_up:
            self._window.write(data)

    def start_application_mode(self) -> None:
        """Begin to read and write."""
        self._is_up = True
        self.greet()
        self._app.post_message(
            events.AppFocus()
        )  # without it nothing has the focus, and arrows do nothing before a tap
        self._app.post_message(TerminalSupportsSynchronizedOutput())

    def greet(self) -> None:
        """Ask a terminal that has just come up for what the app needs, and tell the app how large it is."""
        self.write(_MODES)
        self.resize()

    def resize(self) -> None:
        """Tell the app how large the window is now."""
        columns, lines = self._window.cells
        self._reader.resize(columns, lines)
        self._app.post_message(events.Resize(Size(columns, lines), Size(columns, lines)))

    def disable_input(self) -> None:
        """Read no more."""
        self._is_up = False
        if self._waits is not None:
            self._waits.cancel()

    def stop_application_mode(self) -> None:
        """End."""
        self.disable_input()

    def hear(self, data: bytes) -> None:
        """Take what the page's terminal sent; whatever it was, the keyboard goes on.

        Args:
            data: All that came at once.
        """
        if not self._is_up:
            return
        try:
            self._pass_on(self._reader.feed(data, monotonic()))
        except Exception:  # noqa: BLE001 - a page that hears nothing any more could not even be left
            self._reader = Reader(_DELAYS)
            self._reader.resize(*self._window.cells)
        self._look_when_due()

    def send_message(self, message: Message) -> None:
        """Hand a message to the app at once: this is no thread."""
        self._app.post_message(message)

    def _look_when_due(self) -> None:
        if self._waits is not None:
            self._waits.cancel()
        due = self._reader.due
        self._waits = None if due is None else self._loop.call_later(max(0.0, due - monotonic()), self._tick)

    def _tick(self) -> None:
        self._pass_on(self._reader.tick(monotonic()))
        self._look_when_due()

    def _pass_on(self, messages: list[Message]) -> None:
        for message in messages:
            if isinstance(message, events.MouseMove):
                self._move_to(message)
            else:
                self._end_moves()
                self.process_message(message)

    def _move_to(self, move: events.MouseMove) -> None:
        if monotonic() < self._moves_until:
            self._move = move if self._move is None else _joined(self._move, move)
            return
        self._moves_until = monotonic() + _LONGEST_MOVE
        self._loop.call_later(_LONGEST_MOVE, self._moved, self._moves_until)
        self.process_message(move)
        self._once_painted(partial(self._moved, self._moves_until))

    def _moved(self, until: float) -> None:
        """Go on behind a move that is painted, or that nobody waits for any longer."""
        if until == self._moves_until:
            self._moves_until = 0.0
            self._end_moves()

    def _end_moves(self) -> None:
        """Let the latest move go to the app, such as before whatever came behind it."""
        move, self._move = self._move, None
        if move is not None and self._is_up:
            self._move_to(move) if not self._moves_until else self.process_message(move)

    def _once_painted(self, then: Callable[[], None]) -> None:
        """Call something once what the app does now is painted."""
        app = self._app
        app.call_later(lambda: app.screen_stack and app.screen.call_after_refresh(then))


def _joined(before: events.MouseMove, after: events.MouseMove) -> events.MouseMove:
    """Give one move in the place of two."""
    return events.MouseMove(
        None,
        after.x,
        after.y,
        before.delta_x + after.delta_x,
        before.delta_y + after.delta_y,
        after.button,
        after.shift,
        after.meta,
        after.ctrl,
    )
