"""Who is marking: one adult of the class, or a new one; names can be put right here."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from board.deeds.about import AboutClass
from board.deeds.history import Outcome
from board.deeds.sitting import Sitting
from board.mastery.people import NAME_LIMIT, Assessor, clean_name
from board.screens.parts.calm import CalmDialog
from board.screens.parts.trying import outcome_of
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.one_line import OneLine
from board.widgets.row_list import ListRow, RowList

_KEYS = (
    Command("keep", "enter", "Choose", "Choose this adult, or the one whose name was typed.", 1, "enter"),
    Command("rename", "f2", "Rename", "Write this adult's name anew; marks keep who made them.", 2, "f2"),
    Command("leave", "escape", "Leave", "Leave everything as it was.", 3, "esc"),
    Command("go(1)", "down", "Next", "Go to the next adult.", sign="↓"),
    Command("go(-1)", "up", "Before", "Go to the adult before.", sign="↑"),
)

_NEW = "or type a new name"


class AdultsScreen(CalmDialog[str | None]):
    """Chooses who is marking; gives the id of an assessor, or None when it was left.

    Args:
        sitting: Who marks now, and in which class.
    """

    CSS_PATH = "adults.tcss"
    KEYS = (KeyGroup("Who is marking?", _KEYS),)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "Input"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.book, self._now = sitting.book, sitting.actor.id
        self._about = AboutClass(sitting)
        self._renamed: Assessor | None = None

    def compose(self) -> ComposeResult:
        """Title, adults, a line for a name, keys."""
        with Vertical():
            yield Static("Who is marking?", id="adults-title")
            yield RowList()
            yield Static(id="line-title", markup=False)
            yield OneLine(placeholder=_NEW, max_length=NAME_LIMIT, compact=True)
            yield Static(id="doubts", markup=False)
            yield KeyBar(_KEYS)

    def on_mount(self) -> None:
        """Start on who marks now."""
        self._show()
        self.query_one(RowList).go_to(self._now)

    def _show(self) -> None:
        self.query_one(RowList).fill(
            ListRow(one.id, Content(f"{'●' if one.id == self._now else ' '} {one.name}")) for one in self.book.assessors
        )
        renamed = self._renamed
        self.query_one("#line-title", Static).update(f"New name for {renamed.name}" if renamed else "Somebody else")

    @on(Input.Changed)
    def look(self) -> None:
        """Say so when a typed name is known already."""
        known = self._known(clean_name(self.query_one(Input).value))
        said = f"{known.name} is in the list already." if known else ""
        self.query_one("#doubts", Static).update(said)

    def _known(self, name: str) -> Assessor | None:
        others = (one for one in self.book.assessors if one != self._renamed)
        return next((one for one in others if one.name.casefold() == name.casefold()), None)

    @on(Input.Submitted)
    def keep(self) -> None:
        """Choose, add or rename."""
        self.action_keep()

    @on(RowList.OptionSelected)
    def choose(self, event: RowList.OptionSelected) -> None:
        """Choose the adult that was tapped, whatever was typed."""
        self.dismiss(event.option_id)

    def action_keep(self) -> None:
        """Take the typed name, or the adult under the cursor when none was typed."""
        name = clean_name(self.query_one(Input).value)
        if self._renamed is not None:
            self._rename(self._renamed, name)
            return
        known = self._known(name)
        if not name:
            self.dismiss(self.query_one(RowList).here)
        elif known is not None:
            self.dismiss(known.id)
        else:
            self._do(lambda: self._about.add_adult(name), lambda added: self.dismiss(added.about))

    def _rename(self, one: Assessor, name: str) -> None:
        if name and self._known(name):
            return  # the line above says why
        if name:
            self._do(lambda: self._about.rename_adult(one, name), lambda _: self._end_renaming())
        else:
            self._end_renaming()

    def _end_renaming(self) -> None:
        self._renamed = None
        self.query_one(Input).value = ""
        self._show()

    def _do(self, wish: Callable[[], Outcome], then: Callable[[Outcome], object]) -> None:
        """Do something and go on; what can't be kept is said, and everything stays as it is."""
        outcome = outcome_of(self, wish)
        if outcome is not None:
            then(outcome)

    def action_rename(self) -> None:
        """Write the name of the adult under the cursor anew."""
        here = self.query_one(RowList).here
        self._renamed = next((one for one in self.book.assessors if one.id == here), None)
        if self._renamed is not None:
            line = self.query_one(Input)
            line.value = self._renamed.name
            line.cursor_position = len(line.value)
            line.focus()
        self._show()

    def action_go(self, by: int) -> None:
        """Go through the adults while typing."""
        listed = self.query_one(RowList)
        if by > 0:
            listed.action_cursor_down()
        else:
            listed.action_cursor_up()

    def action_leave(self) -> None:
        """Leave a name that is being written, else everything as it was."""
        if self._renamed is None:
            self.dismiss(None)
            return
        self._end_renaming()
