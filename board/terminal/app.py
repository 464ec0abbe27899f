"""What the app does as a guest of a terminal: it is stopped and goes on, is told to end, and says so when it fails."""

import os
import sys
from pathlib import Path
from typing import Any, ClassVar

from rich.console import RenderableType
from textual import constants, on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.driver import Driver

from board.mastery.harmless import harmless
from board.terminal.ended import Ended
from board.terminal.endings import exit_status

_NOBODY_BRINGS_BACK = "Nothing can bring the board back from ctrl+z here, so it stays; u takes the last mark back."


class TerminalApp(App[None]):
    """An app that leaves its terminal as it was, however it ends.

    Args:
        faults: Folder for what is known of a fault of its own.
        options: What Textual's app takes.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "suspend_process", show=False, id="suspend")]

    MAY_STOP: bool = True
    """Whether ctrl+z stops the board until `fg`; not where no shell is behind it, as on a kiosk or a page of a browser."""

    def __init__(self, faults: Path, **options: Any) -> None:
        super().__init__(driver_class=driver(), **options)
        self._faults = faults
        self._has_told = False

    def before_the_end(self) -> None:
        """Keep what would be kept when the board is closed by hand; called once more when it has to end at once."""

    @property
    def can_be_stopped(self) -> bool:
        """Whether ctrl+z leads to a shell that can bring the board back."""
        return self.MAY_STOP and self._driver is not None and self._driver.can_suspend and not _leads_its_terminal()

    def repaint(self) -> None:
        """Paint everything anew, whatever the terminal shows."""
        if self.screen_stack:
            self.screen.refresh()

    def action_suspend_process(self) -> None:
        """Stop, and give the terminal back until `fg`."""
        if not self.MAY_STOP:
            return
        if _leads_its_terminal():
            self.notify(_NOBODY_BRINGS_BACK, markup=False)
        else:
            super().action_suspend_process()

    def panic(self, *_: RenderableType) -> None:
        """End after a fault; what Textual would show may hold names."""
        self._close_messages_no_wait()

    @on(Ended)
    def end_at_once(self, message: Ended) -> None:
        """End because the terminal is gone, or because a signal asked for it; marks are on the disk already."""
        self.before_the_end()
        self.exit(return_code=exit_status(message.number))

    @on(Driver.SignalResume)
    def go_on(self) -> None:
        """Paint again after the board was stopped."""
        self.repaint()

    def _fatal_error(self) -> None:
        self.panic()

    def _print_error_renderables(self) -> None:
        headless = self._driver is not None and self._driver.is_headless
        if self._exception is not None and not headless and not self._has_told:
            from board.terminal.crash import told  # noqa: PLC0415 - needed only after a fault

            self._has_told = True
            print(harmless(told(self._exception, self._faults)), file=sys.__stderr__)
        super()._print_error_renderables()


def driver() -> type[Driver] | None:
    """Give the driver for this computer, None where Textual's own is right: on Windows, or where another was asked for."""
    if sys.platform == "win32" or constants.DRIVER is not None:
        return None
    from board.terminal.driver import BoardDriver  # noqa: PLC0415 - Windows has none of what it needs

    return BoardDriver


def _leads_its_terminal() -> bool:
    """Tell whether the board is alone in its window, with no shell that could bring it back."""
    if sys.platform == "win32" or os.getsid(0) != os.getpid() or sys.__stdin__ is None:
        return False
    try:
        os.tcgetpgrp(sys.__stdin__.fileno())
    except OSError:
        return False
    return True
