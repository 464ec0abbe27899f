"""The terminal the board is on: Textual's driver for Linux and macOS, with a reader of our own and an end that tidies up.

What is different, and why, stands in docs/decisions/0007-the-terminal.md.
"""

import contextlib
import os
import selectors
import signal
import sys
import termios
import time
import tty
from collections.abc import Callable
from threading import Thread, Timer
from types import FrameType
from typing import Any

from textual import constants
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.messages import InBandWindowResize

from board.terminal.ended import GONE, SIGNALS, Ended
from board.terminal.endings import ALL_UNDONE, exit_status
from board.terminal.reader import Reader, delays
from board.terminal.stopping import stop
from board.terminal.writer import Writer

_AT_ONCE = 1 << 12
_PATIENCE = 5.0
"""Seconds an app that was told to end may take before the process ends all the same."""

_KITTY_KEYS = "\x1b[>25u"
"""Asks for keys without doubt, all of them, and with the text they write."""

_NO_KITTY_KEYS = "\x1b[<u"
_OTHER_SCREEN, _NO_CURSOR, _FOCUS, _QUESTIONS = "\x1b[?1049h", "\x1b[?25l", "\x1b[?1004h", "\x1b[?2048$p\x1b[?u"
_STOPPED = "The board is stopped, not closed; fg brings it back.\n"


class BoardDriver(LinuxDriver):
    """Reads and writes one terminal, and leaves it as it was found, however the board ends."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        never_stops = signal.getsignal(signal.SIGTSTP) is signal.SIG_IGN
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if never_stops:  # it was started to ignore it, such as where no shell could bring it back
            signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        assert sys.__stdout__ is not None, "without a screen there is no board"
        self._out = sys.__stdout__.fileno()
        self._reader = Reader(delays())
        self._wake: tuple[int, int] | None = None
        self._running = False
        self._suspended = False

    def write(self, data: str) -> None:
        """Write to the terminal; before it was taken and after it was left, nothing.

        Args:
            data: Text and sequences.
        """
        if self._writer_thread is not None:
            self._writer_thread.write(data)

    def start_application_mode(self) -> None:
        """Take the terminal."""
        if self._running:
            return
        self._running, self._suspended = True, False
        self._listen_to_signals()
        self._writer_thread = Writer(self._out, self._lost)
        self._writer_thread.start()
        self._set_raw()
        self._send_size()
        self._ask()
        self._start_input()

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was found."""
        if not self._running:
            return
        self._running = False
        self.write(ALL_UNDONE)
        self._stop_writer()
        self.disable_input()
        with contextlib.suppress(termios.error):
            termios.tcflush(self.fileno, termios.TCIFLUSH)
        before, self.attrs_before = self.attrs_before, None
        if before is not None:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, before)

    def disable_input(self) -> None:
        """Read no more."""
        thread, self._key_thread = self._key_thread, None
        if thread is None or self._wake is None:
            return
        self.exit_event.set()
        os.write(self._wake[1], b"\0")
        thread.join()
        self.exit_event.clear()
        for end in self._wake:
            os.close(end)
        self._wake = None

    def close(self) -> None:
        """Let go of what is left."""
        self._stop_writer()

    def run_input_thread(self) -> None:
        """Read until told to stop, or until the terminal is gone."""
        assert self._wake is not None
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._wake[0], selectors.EVENT_READ)
            while not self.exit_event.is_set():
                due = self._reader.due
                ready = selector.select(None if due is None else max(0.0, due - time.monotonic()))
                if not ready:
                    self._hear(self._reader.tick(time.monotonic()))
                elif any(key.fd == self.fileno for key, _ in ready) and not self._take():
                    self._lost()
                    return

    def process_message(self, message: Message) -> None:
        """Hand a message to the app, and ask a terminal that tells its size by itself to do so.

        The mouse is never asked for in pixels: a tap is for a spot, and a terminal that does not know the size of its
        window in pixels would be divided by (T#6706).
        """
        if isinstance(message, InBandWindowResize) and message.supported:
            self._in_band_window_resize = True
            if not message.enabled:
                self._enable_in_band_window_resize()
            message = InBandWindowResize(supported=True, enabled=True)
        if isinstance(message, Resize):
            self._reader.resize(*message.size)
        super().process_message(message)

    def _take(self) -> bool:
        """Read what is there; False when the terminal is gone."""
        try:
            data = os.read(self.fileno, _AT_ONCE)
        except BlockingIOError:
            return True
        except OSError:
            return False
        if data:
            self._understand(data)
        return bool(data)

    def _understand(self, data: bytes) -> None:
        """Hear what came; whatever it was, the keyboard goes on."""
        try:
            self._hear(self._reader.feed(data, time.monotonic()))
        except Exception:  # noqa: BLE001 - a board that hears nothing any more can't even be closed
            self._reader = Reader(delays())
            self._reader.resize(*self._get_terminal_size())

    def _hear(self, messages: list[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def _lost(self) -> None:
        """End the board: nobody can see it any more."""
        self._tell_to_end(GONE)

    def _start_input(self) -> None:
        self._wake = os.pipe()
        self._key_thread = Thread(target=self.run_input_thread, name="textual-input", daemon=True)
        self._key_thread.start()

    def _stop_writer(self) -> None:
        writer, self._writer_thread = self._writer_thread, None
        if writer is not None:
            writer.stop()

    def _ask(self, *, again: bool = False) -> None:
        """Ask the terminal for what the board needs; again, where somebody else may have changed it."""
        self.write(_OTHER_SCREEN + _NO_CURSOR + _FOCUS)
        if not constants.DISABLE_KITTY_KEY:
            self.write(_NO_KITTY_KEYS * again + _KITTY_KEYS)
        self._enable_mouse_support()
        self._enable_bracketed_paste()
        self._disable_line_wrap()
        self._request_terminal_sync_mode_support()
        if os.environ.get("TERM_PROGRAM") != "Apple_Terminal":  # it writes the last letter of what it does not know
            self.write(_QUESTIONS)

    def _set_raw(self) -> None:
        """Let every byte come as it is sent; how it was before is kept the first time."""
        try:
            now = termios.tcgetattr(self.fileno)
        except termios.error:
            return
        if self.attrs_before is None:
            self.attrs_before = termios.tcgetattr(self.fileno)
        now[tty.LFLAG] = self._patch_lflag(now[tty.LFLAG])
        now[tty.IFLAG] = self._patch_iflag(now[tty.IFLAG])
        now[tty.CC][termios.VMIN] = 1
        with contextlib.suppress(termios.error):
            termios.tcsetattr(self.fileno, termios.TCSANOW, now)

    def _get_terminal_size(self) -> tuple[int, int]:
        """Give columns and lines as the terminal itself says; what the environment says may be of another window."""
        try:
            columns, lines = os.get_terminal_size(self._out)
        except OSError:
            return super()._get_terminal_size()
        return (columns, lines) if columns and lines else super()._get_terminal_size()

    def _send_size(self) -> None:
        columns, lines = self._get_terminal_size()
        self._reader.resize(columns, lines)
        size = Size(columns, lines)
        self._soon(lambda: self._post(Resize(size, size)))

    def _listen_to_signals(self) -> None:
        """Hear the signals that end a program, but for those it was started to ignore."""
        signal.signal(signal.SIGWINCH, self._resized)
        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._told_to_end)

    def _resized(self, _number: int, _frame: FrameType | None) -> None:
        if self._running and not self._in_band_window_resize:
            self._send_size()

    def _told_to_end(self, number: int, _frame: FrameType | None) -> None:
        self._tell_to_end(number)

    def _tell_to_end(self, number: int) -> None:
        self._soon(lambda: self._post(Ended(number)))
        self._end_anyway(number)

    def _end_anyway(self, number: int) -> None:
        """End the process when the app does not: it may hang, or wait for a terminal that takes no more."""
        timer = Timer(_PATIENCE, self._end_now, (number,))
        timer.daemon = True
        timer.start()

    def _end_now(self, number: int) -> None:
        with contextlib.suppress(OSError, termios.error):
            if self._running:
                os.set_blocking(self._out, False)
                os.write(self._out, ALL_UNDONE.encode())
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        os._exit(exit_status(number))

    def _sigtstp_application(self, *_: object) -> None:
        self._soon(self._stop_for_now)

    def _sigcont_application(self, *_: object) -> None:
        self._soon(self._go_on)

    def _stop_for_now(self) -> None:
        """Stop, with the terminal given back; somebody else who has it already keeps it."""
        if self._auto_restart and self._running:
            self.stop_application_mode()
            self._suspended = True
            with contextlib.suppress(OSError):
                os.write(self._out, _STOPPED.encode())
        stop(self.fileno)

    def _go_on(self) -> None:
        """Go on: take the terminal again, or, when nobody could give it back before, ask it for everything once more.

        In the background the system stops the job again as soon as it sets the terminal, and lets it go on from there.
        """
        if not self._auto_restart:
            return
        if self._suspended:
            self.start_application_mode()
        elif self._running:
            self._set_raw()
            self._send_size()
            self._ask(again=True)
        if self._running:
            self._post(self.SignalResume())

    def _post(self, message: Message) -> None:
        self._app.post_message(message)

    def _soon(self, what: Callable[[], None]) -> None:
        """Do something between two messages: a signal may come in the middle of a write, and a write in it would wait for ever."""
        with contextlib.suppress(RuntimeError):  # the loop may have ended before
            self._loop.call_soon_threadsafe(what)
