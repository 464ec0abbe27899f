"""The students of a class: their names, aliases and signs, who has left, and doubles of one child made one."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from board.art.cells import StickerCells
from board.art.starter import emblems
from board.counting import counted
from board.deeds.history import Outcome
from board.deeds.roll import ClassList
from board.deeds.sitting import Sitting
from board.exchange.lists.change import NameList
from board.mastery.people import Student
from board.mastery.roll import student_of
from board.screens.parts.keys_here import HELP
from board.screens.parts.live import LiveScreen
from board.screens.parts.question import Asking, Question
from board.screens.parts.trying import outcome_of
from board.screens.roster.paste_names import PasteNamesScreen
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.picture import Picture
from board.widgets.row_list import ListRow, RowList
from board.widgets.student_lines import HEADS, about_child, line_of, row_of, title_of
from board.words.outcomes.to_adults import TAKES_BACK
from board.words.outcomes.told import Where

_LIST = KeyGroup(
    "The list of students",
    (
        Command(
            "edit",
            "enter",
            "Edit",
            "Change name, alias, grade and sign of this child, and whether photos of its work are kept.",
            1,
        ),
        Command("add", "a", "Add", "Paste or type the names of new students.", 2),
        Command("leave_class", "l", "Left", "This child has left the class, or is back; every mark is kept.", 3),
        Command("join", "m", "Join", "Two entries are one child: make them one; the marks of both count.", 4),
        Command("part", "p", "Part", "Let the double this child was joined with stand on its own again.", 7),
        Command("emblem", "e", "Sign", "Choose the child's own sign.", 6),
        Command("photos", "o", "Photos", "The family allows photos of its work, or not; of all who are chosen.", 5),
        Command(
            "choose", "x", "Choose", "Choose this child; what o says and c makes then goes for all who are chosen.", 9
        ),
        Command("new_card", "c", "New card", "Make the login card of this child anew, or of all who are chosen.", 10),
        Command("undo", "u", "Undo", "Take back the last change made here.", 5),
        Command("redo", "U", "Redo", "Put back what you took back last.", sign="U"),
        Command("find", "slash", "Find", "Go to a student by the first letters of the name.", 8, "/"),
        Command("leave", "escape,q", "Back", "Go back to the board; everything is kept.", 4, "esc"),
    ),
)

_ACROSS = 20
"""Pixels of the sign on the card."""

_CARD_GOES = "The card that {name} has opens nothing any more once there is a new one."
_CARDS_GO = "The cards these {count} children have open nothing any more once there are new ones."
_CAME_LATER = "{said}. P and then w on the board: what somebody knows who comes later."


class StudentsScreen(LiveScreen[None]):
    """The list of a class with a card of the child under the cursor.

    Args:
        sitting: Who changes the list, and of which class.
        cells: Where pictures come from.
    """

    CSS_PATH = "students.tcss"
    KEYS = (_LIST,)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "RowList"
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (76, "-wide")]  # noqa: RUF012 - as Screen has it

    def __init__(self, sitting: Sitting, cells: StickerCells) -> None:
        super().__init__(sitting.book)
        self._sitting, self._list, self._cells = sitting, ClassList(sitting), cells
        self._chosen: set[str] = set()
        self._asking = Asking()
        self._opened = sitting.history.opened(Where.LIST)

    def compose(self) -> ComposeResult:
        """Title, list and card, what was done, keys."""
        yield Static(id="title", markup=False)
        with Horizontal():
            with Vertical(id="listed"):
                yield Static(id="columns", markup=False)
                yield RowList()
                yield Static("No students yet.\n\nPress a and paste their names, one a line.", id="empty", markup=False)
            with Vertical(id="card"):
                yield Picture(self._cells.pixels, _ACROSS)
                yield Static(id="about", markup=False)
        yield Static(id="said", markup=False)
        yield KeyBar((*_LIST.commands, HELP))

    def on_resize(self) -> None:
        """Use the room there is."""
        self.later.once_painted(self.show_class)

    def show_class(self) -> None:
        """List everyone as they are now."""
        here, gone = self.book.students, [student for student in self.book.everyone if student.left]
        self.query_one("#title", Static).update(f"{self.book.name}  ·  {title_of(len(here), len(gone))}")
        listed = self.query_one(RowList)
        width = max(0, self.query_one("#listed").content_size.width - 3)
        columns = self.query_one("#columns", Static)
        columns.update(line_of(width, HEADS))
        rows = [ListRow(student.id, row_of(student, width, chosen=student.id in self._chosen)) for student in here]
        if gone:
            rows += [ListRow(None, Content("")), ListRow(None, Content("Have left the class; their marks are kept"))]
            rows += [
                ListRow(one.id, row_of(one, width, chosen=one.id in self._chosen).stylize("$foreground 60%"))
                for one in gone
            ]
        listed.fill(rows)
        listed.display = columns.display = bool(rows)
        self.query_one("#empty").display = not rows
        self._show_card()

    @property
    def student(self) -> Student | None:
        """The child under the cursor, None in an empty class."""
        return student_of(self.book.everyone, self.query_one(RowList).here or "")

    @on(RowList.OptionHighlighted)
    def _show_card(self) -> None:
        student = self.student
        self.query_one("#card").set_class(student is None, "-nothing")
        if student is not None:
            self.query_one(Picture).show(emblems().get(student.emblem))
            self.query_one("#about", Static).update(about_child(student, self.book.everyone))

    @on(RowList.OptionSelected)
    def edit(self) -> None:
        """Edit the child that was opened."""
        self.action_edit()

    def action_edit(self, first: str = "name") -> None:
        """Change the entry of this child."""
        from board.screens.roster.student_form import StudentForm  # noqa: PLC0415 - a list is up before its dialogs are loaded

        student = self.student
        if student is not None:
            self.put_up(StudentForm(student, self.book.everyone, self._cells, self._keep_edit, first))

    def action_emblem(self) -> None:
        """Choose the sign of this child."""
        self.action_edit("emblem")

    def _keep_edit(self, student: Student, said: Mapping[str, str | bool | int]) -> bool:
        return self._do(lambda: self._list.edit(student, said)) is not None

    def action_leave_class(self) -> None:
        """Let this child leave the class, or come back."""
        student = self.student
        if student is not None:
            self._do(lambda: self._list.leave(student, left=not student.left))

    def action_choose(self) -> None:
        """Choose this child, or let it go, and go on to the next."""
        if self.student is not None:
            self._chosen ^= {self.student.id}
            self.show_class()
            self.query_one(RowList).action_cursor_down()

    def action_photos(self) -> None:
        """Say that the family of this child, or of each who is chosen, allows photos; where all do, that none does."""
        if here := self._meant:
            allowed = not all(one.photos for one in here)
            self._let_go(self._do(lambda: self._list.allow_photos(here, allowed=allowed)))

    @property
    def _meant(self) -> list[Student]:
        """Who is chosen; where nobody is, the child under the cursor."""
        return [one for one in self.book.everyone if one.id in self._chosen] or [one for one in (self.student,) if one]

    def _let_go(self, done: Outcome | None) -> None:
        """Choose nobody any more, once what was wished is done."""
        if done is not None:
            self._chosen.clear()
            self.show_class()

    def action_new_card(self) -> None:
        """Make the login card of this child anew, or of each who is chosen, once that was asked."""
        here = self._meant
        if here and self._asking.is_sure(_makes_anew(here), self._say, tuple(one.id for one in here)):
            self._let_go(self._do(lambda: self._list.new_cards(here)))

    def action_join(self) -> None:
        """Make this child and a double of it one."""
        from board.screens.roster.join import JoinScreen  # noqa: PLC0415 - a list is up before its dialogs are loaded

        student = self.student
        others = [other for other in self.book.everyone if student is not None and other.id != student.id]
        if student is None or not others:
            self._say("There is nobody to join with.")
            return
        self.put_up(JoinScreen(student, others, self._join))

    def _join(self, kept: Student, double: Student) -> bool:
        done = self._do(lambda: self._list.join(kept, double))
        self.query_one(RowList).go_to(kept.id)
        return done is not None

    def action_part(self) -> None:
        """Let the double joined last stand on its own again."""
        student = self.student
        if student is None or not student.also:
            self._say(f"{student.name} has no double to part with." if student else "")
            return
        self._do(lambda: self._list.part(student))

    def action_add(self) -> None:
        """Paste or type the names of new students."""
        self._ask_names("")

    def _ask_names(self, text: str) -> None:
        def added(names: NameList | None) -> None:
            if names is not None:
                outcome = self._do(lambda: self._list.take(names))
                self._go_to(outcome.about if outcome is not None else "")
                if outcome is not None and outcome.about and self.book.progress.is_known():
                    self._say(_CAME_LATER.format(said=outcome.said))

        self.put_up(PasteNamesScreen(self.book.everyone, text), added)

    def action_find(self) -> None:
        """Go to a student by the first letters."""
        from board.screens.roster.find import FindScreen  # noqa: PLC0415 - a list is up before its dialogs are loaded

        listed = self.query_one(RowList)
        if listed.here is not None:
            self.put_up(FindScreen(self.book.everyone, self._go_to, listed.here))

    def _go_to(self, student_id: str) -> None:
        self.query_one(RowList).go_to(student_id)

    def action_undo(self) -> None:
        """Take back the last change made here."""
        self._do(lambda: self._sitting.undo(self._opened), hint=False)

    def action_redo(self) -> None:
        """Put back what was taken back."""
        self._do(lambda: self._sitting.redo(self._opened), hint=False)

    def take_pasted(self, text: str) -> bool:
        """Names that are pasted here are new students."""
        self._ask_names(text)
        return True

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def _do(self, wish: Callable[[], Outcome], *, hint: bool = True) -> Outcome | None:
        """Change something and say so; None when it could not be kept, which is said too.

        Args:
            wish: What to do.
            hint: Whether to say how it is taken back.
        """
        outcome = outcome_of(self, wish)
        if outcome is None:
            return None
        if outcome.changed or not hint:
            self._say(f"{outcome.said}{TAKES_BACK if hint else ''}")
        self.look_again()
        return outcome

    def _say(self, said: str) -> None:
        self._asking.forget()
        self.query_one("#said", Static).update(Content(said))


def _makes_anew(here: Sequence[Student]) -> Question:
    asks = counted(_CARD_GOES, _CARDS_GO, len(here), name=here[0].name)
    return Question(asks, "c", "makes it anew", "any other key leaves it as it is")
