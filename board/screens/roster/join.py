"""Two entries of one child are made one: who is the double, and which name stays."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from board.mastery.people import Student, found_by
from board.mastery.roll import has_two_ids
from board.screens.parts.calm import CalmDialog
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.one_line import OneLine
from board.widgets.row_list import ListRow, RowList
from board.words.roll import two_ids

_KEYS = (
    Command("join", "enter", "Join", "Make the two one.", 1, "enter"),
    Command("swap", "tab", "The other name stays", "Change which of the two names stays.", 2, "tab"),
    Command("leave", "escape", "Leave", "Leave; nothing is changed.", 3, "esc"),
    Command("go(1)", "down", "Next", "Go to the next name.", sign="↓"),
    Command("go(-1)", "up", "Before", "Go to the name before.", sign="↑"),
)

Join = Callable[[Student, Student], bool]
"""Makes a child and its double one; tells whether it is done."""


class JoinScreen(CalmDialog[None]):
    """Chooses the double of a child and says what joining them means, before it is done.

    Args:
        student: The child.
        others: Who may be its double.
        join: Called with the entry that stays and the one that goes.
    """

    CSS_PATH = "join.tcss"
    KEYS = (KeyGroup("Two entries of one child", _KEYS),)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "Input"

    def __init__(self, student: Student, others: Sequence[Student], join: Join) -> None:
        super().__init__()
        self._student, self._others, self._join = student, others, join
        self._swapped = False

    def compose(self) -> ComposeResult:
        """Title, letters, names, what will be, keys."""
        with Vertical():
            whole = Content.from_markup("Who is [bold]$name[/], too?", name=self._student.name)
            yield Static(whole, id="join-title")
            yield OneLine(placeholder="first letters of the name, or ↓ ↑", max_length=40, compact=True)
            yield RowList()
            yield Static(id="meaning", markup=False)
            yield KeyBar(_KEYS)

    def on_mount(self) -> None:
        """Start with the names most like the child's own."""
        first = self._student.name.split(maxsplit=1)[0]
        alike = found_by(self._others, first)
        self._others = (*alike, *(other for other in self._others if other not in alike))
        self._fill(self._others)

    @on(Input.Changed)
    def look(self, event: Input.Changed) -> None:
        """Show those whom the letters fit."""
        self._fill(found_by(self._others, event.value) if event.value.strip() else self._others)

    def _fill(self, students: Sequence[Student]) -> None:
        listed = self.query_one(RowList)
        listed.fill(ListRow(one.id, Content(f"{one.name} (has left)" if one.left else one.name)) for one in students)
        listed.highlighted = 0 if students else None
        self._tell()

    @property
    def _pair(self) -> tuple[Student, Student] | None:
        here = self.query_one(RowList).here
        other = next((other for other in self._others if other.id == here), None)
        if other is None:
            return None
        return (other, self._student) if self._swapped else (self._student, other)

    @on(RowList.OptionHighlighted)
    def _tell(self) -> None:
        pair = self._pair
        meaning = self.query_one("#meaning", Static)
        if pair is None:
            meaning.update("Nobody's name starts so.")
            return
        kept, double = pair
        doubts = f"\n{two_ids(kept, double)}" if has_two_ids(kept, double) else ""
        meaning.update(
            Content.assemble(
                ("Stays  ", "$foreground 70%"),
                (kept.name, "bold"),
                ("\nGoes   ", "$foreground 70%"),
                double.name,
                f"\n\nEvery mark of both counts for {kept.name} from then on. Nothing is lost: p parts them again.",
                (doubts, "$accent"),
            )
        )

    @on(Input.Submitted)
    @on(RowList.OptionSelected)
    def join(self) -> None:
        """Join the two."""
        self.action_join()

    def action_join(self) -> None:
        """Join the two."""
        pair = self._pair
        if pair is not None and self._join(*pair):
            self.dismiss(None)

    def action_swap(self) -> None:
        """Change which of the two stays."""
        self._swapped = not self._swapped
        self._tell()

    def action_go(self, by: int) -> None:
        """Go through the names while typing."""
        self.query_one(RowList).go(by)

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)
