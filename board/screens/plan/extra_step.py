"""Find a step of another unit by letters of its title."""

from collections.abc import Collection, Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from board.mastery.curriculum import Step, Unit
from board.mastery.people import plain
from board.screens.parts.calm import CalmDialog
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.one_line import OneLine
from board.widgets.row_list import ListRow, RowList

_KEYS = (
    Command("take", "enter", "Add it", "Let the child show the step under the cursor, too.", 1, "enter"),
    Command("go(1)", "down", "Next", "Go to the next step that fits.", 2, "↓"),
    Command("go(-1)", "up", "Before", "Go to the step before that fits.", sign="↑"),
    Command("leave", "escape", "Leave", "Leave; nothing is changed.", 3, "esc"),
)
_NOBODY = "No step of another unit has these letters."


class ExtraStep(CalmDialog[str | None]):
    """Asks for a step of another unit; gives its id, or None when it was left.

    Args:
        units: The units whose steps may be found.
        there: Ids of steps that are in the child's list already.
    """

    CSS_PATH = "several_lines.tcss"
    KEYS = (KeyGroup("A step of another unit", _KEYS),)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "Input"

    def __init__(self, units: Sequence[Unit], there: Collection[str]) -> None:
        super().__init__()
        self._steps = {step.id: (step, unit) for unit in units for step in unit.spots if step.id not in there}

    def compose(self) -> ComposeResult:
        """A line for letters, the steps that fit, keys."""
        with Vertical():
            yield Static("Which step shall this child show, too?", id="lines-title", markup=False)
            yield OneLine(placeholder="letters of its title", max_length=60, compact=True)
            yield RowList()
            yield Static(id="asked", markup=False)
            yield KeyBar(_KEYS)

    def on_mount(self) -> None:
        """Begin with all of them."""
        self._look()

    @on(Input.Changed)
    def _look(self) -> None:
        rows = list(self._rows(plain(self.query_one(Input).value).split()))
        listed = self.query_one(RowList)
        listed.fill(rows)
        listed.highlighted = 0 if rows else None
        self.query_one("#asked", Static).update("" if rows else _NOBODY)

    def _rows(self, letters: Sequence[str]) -> Iterator[ListRow]:
        """Give the steps of which a word begins with each of these letters."""
        for step, unit in self._steps.values():
            if _fits(step, letters) or _fits(unit, letters):
                yield ListRow(step.id, Content.assemble(step.title, (f"  {unit.title}", "$foreground 70%")))

    @on(Input.Submitted)
    @on(RowList.OptionSelected)
    def take(self) -> None:
        """Take the step under the cursor."""
        self.action_take()

    def action_take(self) -> None:
        """Give the step under the cursor; where nothing fits, stay."""
        here = self.query_one(RowList).here
        if here is not None:
            self.dismiss(here)

    def action_go(self, by: int) -> None:
        """Go through the steps while typing."""
        self.query_one(RowList).go(by)

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)


def _fits(thing: Step | Unit, letters: Sequence[str]) -> bool:
    words = plain(thing.title).split()
    return all(any(word.startswith(one) for word in words) for one in letters)
