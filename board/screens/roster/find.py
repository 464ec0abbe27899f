"""Find: the first letters of a name bring the cursor to the student."""

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from board.mastery.people import Student, found_by
from board.screens.parts.calm import CalmDialog
from board.widgets.command import Command, KeyGroup, bindings, commands_of
from board.widgets.key_bar import FingerBar
from board.widgets.one_line import OneLine


class FindScreen(CalmDialog[None]):
    """One line under the board; the cursor follows while it is typed.

    Args:
        students: Who can be found.
        go: Called with the id of a student to go to.
        start: Id of the student to go back to when nobody was meant.
        asks: What stands before the line.
    """

    CSS_PATH = "find.tcss"
    KEYS = (
        KeyGroup(
            "Finding a student",
            (
                Command("stay", "enter", "Stay", "Stay with the student under the cursor."),
                Command("leave", "escape", "Leave", "Go back to where the search began."),
                Command("next(1)", "down", "Next", "Go to the next one who fits."),
                Command("next(-1)", "up", "Before", "Go to the one before who fits."),
            ),
        ),
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, students: Sequence[Student], go: Callable[[str], None], start: str, asks: str = "Find") -> None:
        super().__init__()
        self._students, self._go, self._start, self._asks = students, go, start, asks
        self._found: tuple[Student, ...] = ()
        self._at = 0

    def compose(self) -> ComposeResult:
        """A line to type in, and who it fits."""
        with Horizontal():
            yield Static(f"{self._asks} ", id="find-title", markup=False)
            yield OneLine(placeholder="first letters of a name or alias", max_length=40, compact=True)
            yield Static("Enter stays · Esc goes back", id="fits", markup=False)
        yield FingerBar(commands_of(self.KEYS))

    @on(Input.Changed)
    def look(self, event: Input.Changed) -> None:
        """Go to the first who fits."""
        self._found, self._at = found_by(self._students, event.value), 0
        self._show(typed=bool(event.value.strip()))

    @on(Input.Submitted)
    def action_stay(self) -> None:
        """Stay with the one who was found."""
        self.dismiss(None)

    def action_next(self, by: int) -> None:
        """Go to another one who fits."""
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._show(typed=True)

    def action_leave(self) -> None:
        """Go back to where the search began."""
        self._go(self._start)
        self.dismiss(None)

    def _show(self, *, typed: bool) -> None:
        fits = self.query_one("#fits", Static)
        if self._found:
            self._go(self._found[self._at].id)
            at = f"{self._at + 1} of {len(self._found)}"
            fits.update(f"{at} · ↓ next" if len(self._found) > 1 else at)
        else:
            fits.update("nobody's name starts so" if typed else "Enter stays · Esc goes back")
