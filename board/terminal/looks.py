"""How one board looks on its terminal, and the keys that change it."""

from collections.abc import Callable, Mapping
from typing import Any

from textual import events
from textual.app import App
from textual.filter import LineFilter

from board.terminal.sign_widths import COLUMNS, is_wide, question
from board.terminal.signs import CHOICES, Signs, is_linux_console, signs_for

_CLEAR = "\x1b[0m\x1b[2J"
_FEW = ("standard", "windows")
"""What Rich calls terminals of sixteen colours."""


class TerminalLooks:
    """The look of one app on its terminal; what the terminal says about itself may change it while it runs.

    Args:
        app: The app.
        choice: The signs a teacher chose, one of `CHOICES`.
        env: The variables of this process.
        write: Writes to the terminal, past all that is painted.
        repaint: Paints everything anew.
    """

    def __init__(
        self,
        app: App[Any],
        choice: str,
        env: Mapping[str, str],
        write: Callable[[str], None],
        repaint: Callable[[], None],
    ) -> None:
        self._app, self._write, self._repaint = app, write, repaint
        self._term, self._system = env.get("TERM", ""), app.console.color_system
        self._wide: frozenset[str] = frozenset()
        self.choice = choice if choice in CHOICES else ""
        self._decide()

    @property
    def are_colours_few(self) -> bool:
        """Whether the terminal has sixteen colours or fewer."""
        return self._system in _FEW or is_linux_console(self._term)

    @property
    def has_light_grounds(self) -> bool:
        """Whether something light may stand behind signs: the console of Linux has only dark grounds."""
        return not is_linux_console(self._term)

    @property
    def signs(self) -> Signs:
        """The signs in use."""
        return self._signs

    @property
    def filters(self) -> tuple[LineFilter, ...]:
        """What turns all that is painted into what the terminal can show; nothing where it can show it all."""
        return self._filters

    def ask(self) -> None:
        """Ask the terminal how wide it draws the doubtful signs; it may answer later, or never.

        One line is wiped for it: this comes before everything is painted.
        """
        if self._app.size.width >= COLUMNS:
            self._write(question())

    def redraw(self) -> None:
        """Wipe the terminal, whatever stands on it, and paint everything anew."""
        self._write(_CLEAR)
        self.ask()
        self._repaint()

    def hear(self, answer: events.CursorPosition) -> None:
        """Take an answer of the terminal: signs that are too wide are drawn plain from now on, and the board says so."""
        sign = is_wide(answer.x, answer.y)
        if sign and sign not in self._wide:
            before = self.signs
            self._wide |= {sign}
            self._change()
            if self.signs.plain and not before.plain:
                self._app.notify(self.signs.why, markup=False)

    def go_on(self) -> str:
        """Go to the next choice of signs, say what it means, and give the choice."""
        self.choice = CHOICES[(CHOICES.index(self.choice) + 1) % len(CHOICES)]
        self._change()
        self._app.clear_notifications()
        self._app.notify(self.signs.why, markup=False)
        return self.choice

    def _change(self) -> None:
        self._decide()
        self._repaint()

    def _decide(self) -> None:
        self._signs = signs_for(self.choice, self._term, self._wide)
        lesser = self.are_colours_few or self._system == "256" or self._signs.plain
        self._filters = self._made() if lesser else ()

    def _made(self) -> tuple[LineFilter, ...]:
        from board.terminal.colours import colours_of  # noqa: PLC0415 - most terminals need neither
        from board.terminal.look import TerminalLook  # noqa: PLC0415

        return (TerminalLook(colours_of(self._system, self._term), self._signs),)
