"""How one board looks on its terminal, and the keys that change it."""

from collections.abc import Callable, Mapping
from typing import Any

from textual import events
from textual.app import App

from board.terminal.colours import Colours, colours_of
from board.terminal.look import TerminalLook
from board.terminal.plain_signs import CHOICES, Signs, signs_for
from board.terminal.sign_widths import COLUMNS, is_wide, question

_CLEAR = "\x1b[0m\x1b[2J"


class TerminalLooks:
    """The look of one app on its terminal; what the terminal says about itself may change it while it runs.

    Args:
        app: The app.
        choice: The signs a teacher chose, one of `CHOICES`.
        env: The variables of this process.
        write: Writes to the terminal, past all that is painted.
    """

    def __init__(self, app: App[Any], choice: str, env: Mapping[str, str], write: Callable[[str], None]) -> None:
        self._app, self._write = app, write
        self._term = env.get("TERM", "")
        self._colours = colours_of(app.console.color_system, self._term)
        self._wide: frozenset[str] = frozenset()
        self.choice = choice if choice in CHOICES else ""
        self.filter = self._made()

    @property
    def are_colours_few(self) -> bool:
        """Whether the terminal has sixteen colours or fewer."""
        return self._colours < Colours.MANY

    @property
    def signs(self) -> Signs:
        """The signs in use."""
        return self.filter.signs

    def ask(self) -> None:
        """Ask the terminal how wide it draws the doubtful signs; it may answer later, or never."""
        if self._app.size.width >= COLUMNS:
            self._write(question())

    def redraw(self) -> None:
        """Wipe the terminal, whatever stands on it, and paint everything anew."""
        self._write(_CLEAR)
        self.ask()
        self._app.screen.refresh()

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
        choices = list(CHOICES)
        self.choice = choices[(choices.index(self.choice) + 1) % len(choices)]
        self._change()
        self._app.clear_notifications()
        self._app.notify(self.signs.why, markup=False)
        return self.choice

    def _change(self) -> None:
        self.filter = self._made()
        self._app.screen.refresh()

    def _made(self) -> TerminalLook:
        return TerminalLook(self._colours, signs_for(self.choice, self._term, self._wide))
