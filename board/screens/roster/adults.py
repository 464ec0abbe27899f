"""Who is marking: one adult of the class, or a new one; names and roles can be put right here."""

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
from board.mastery.people import NAME_LIMIT, AdultRole, Assessor, clean_name
from board.screens.parts.calm import CalmDialog
from board.screens.parts.trying import outcome_of
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.one_line import OneLine
from board.widgets.row_list import ListRow, RowList
from board.words.adults import ROLES

_KEYS = (
    Command("keep", "enter", "Choose", "Choose this adult, or the one whose name was typed.", 1, "enter"),
    Command("rename", "f2", "Rename", "Write this adult's name anew; marks keep who made them.", 2, "f2"),
    Command(
        "role",
        "f3",
        "Role",
        "Give this adult, or the one whose name is being typed, the next role: teacher, aide, specialist and so on.",
        3,
        "f3",
    ),
    Command("leave", "escape", "Leave", "Leave everything as it was.", 4, "esc"),
    Command("go(1)", "down", "Next", "Go to the next adult.", sign="↓"),
    Command("go(-1)", "up", "Before", "Go to the adult before.", sign="↑"),
)

_NEW = "or type a new name"

_NEXT_ROLE = dict(zip(AdultRole, (*list(AdultRole)[1:], AdultRole.TEACHER), strict=True))
"""One key goes round the roles."""

_FAINT = "$foreground 70%"


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
        self._role = AdultRole.TEACHER

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
        self.query_one(RowList).fill(ListRow(one.id, self._row(one)) for one in self.book.assessors)
        self.query_one("#line-title", Static).update(self._line_title())

    def _row(self, one: Assessor) -> Content:
        sign = "●" if one.id == self._now else " "
        return Content.assemble(f"{sign} {one.name}", (f"  {ROLES[one.role]}", _FAINT))

    def _line_title(self) -> str:
        if self._renamed is not None:
            return f"New name for {self._renamed.name}"
        typed = clean_name(self.query_one(Input).value)
        return f"Somebody else: {ROLES[self._role]}" if typed and not self._known(typed) else "Somebody else"

    @on(Input.Changed)
    def look(self) -> None:
        """Say so when a typed name is known already."""
        known = self._known(clean_name(self.query_one(Input).value))
        said = f"{known.name} is in the list already." if known else ""
        self._say(said)
        self.query_one("#line-title", Static).update(self._line_title())

    def _say(self, said: str) -> None:
        self.query_one("#doubts", Static).update(Content(said))

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
            self._do(lambda: self._about.add_adult(name, self._role), lambda added: self.dismiss(added.about))

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

    def action_role(self) -> None:
        """Give the next role to the adult under the cursor, or to the one whose name is being typed."""
        typed = clean_name(self.query_one(Input).value)
        if typed and self._renamed is None and self._known(typed) is None:
            self._role = _NEXT_ROLE[self._role]
            self._show()
            return
        here = self.query_one(RowList).here
        one = next((one for one in self.book.assessors if one.id == here), None)
        if one is not None:
            self._do(lambda: self._about.set_role(one, _NEXT_ROLE[one.role]), self._told)

    def _told(self, outcome: Outcome) -> None:
        self._show()
        self._say(f"{outcome.said} On the board u takes it back." if outcome.changed else outcome.said)

    def action_go(self, by: int) -> None:
        """Go through the adults while typing."""
        self.query_one(RowList).go(by)

    def action_leave(self) -> None:
        """Leave a name that is being written, else everything as it was."""
        if self._renamed is None:
            self.dismiss(None)
            return
        self._end_renaming()
