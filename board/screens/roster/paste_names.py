"""Names pasted or typed, one a line, with what the board makes of them beside."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from board.counting import counted
from board.deeds import starting
from board.exchange.lists.change import NameList
from board.exchange.rosters import read_pasted
from board.mastery.people import Student
from board.screens.parts.page import Lines, PageScreen, Tick
from board.screens.parts.question import Question
from board.words import counts

_HINT = (
    "Type or paste the names of your students, one on each line, or drop a file with names here. "
    "Done? Click below, or hold ctrl and press s."
)
_EXAMPLE = "Ava Brown\nLiam Lopez\nNoah Chen"
_LEAVE = Question("", "Esc", "goes back without these names", "typing on keeps them")
_SHORT = "Only first name and initial are kept."
_WHOLE = "First and family names are kept."


class NamesForm(Vertical):
    """A place for names, a switch for whole names, and what would come of them.

    Args:
        students: Everyone of the class as it is.
    """

    class Typed(Message):
        """The names are others than before."""

    def __init__(self, students: Sequence[Student] = ()) -> None:
        super().__init__()
        self._students = tuple(students)
        self.pasted = NameList()

    def compose(self) -> ComposeResult:
        """Hint, place for names, what comes of them, the switch."""
        yield Static(_HINT, classes="hint", markup=False)
        with Container(classes="areas"):
            yield Lines(_EXAMPLE, id="names")
            with VerticalScroll(classes="preview", can_focus=False):
                yield Static(id="students", markup=False)
        yield Tick("Keep whole names", id="whole")
        yield Static(_SHORT, id="kept", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show what there is."""
        self._look()

    @property
    def text(self) -> str:
        """What was typed."""
        return self.query_one(TextArea).text

    def take(self, text: str) -> None:
        """Write pasted names behind those that stand here already.

        Args:
            text: The names, one on each line, or the place of a file with names.
        """
        self.query_one(Lines).take(text)

    def are_there(self, students: Sequence[Student]) -> None:
        """Take others for the class as it is."""
        if self._students != tuple(students):
            self._students = tuple(students)
            self._look()

    @on(TextArea.Changed)
    @on(Tick.Changed)
    def look_again(self) -> None:
        """Show what comes of what is typed now."""
        self._look()
        self.post_message(self.Typed())

    def _look(self) -> None:
        whole = self.query_one(Tick).value
        reading = read_pasted(self.text)
        self.pasted = NameList(reading, full_names=whole)
        self.query_one("#kept", Static).update(_WHOLE if whole else _SHORT)
        change = starting.with_list(self.pasted, self._students)
        names = [student.name for student in change.added]
        there = change.same + len(change.changed)
        doubts = (*reading.remarks, *(one.said for one in change.open))
        self.query_one("#students", Static).update(
            Content("\n\n").join(_told(names, there, doubts, len(self._students)))
        )


def _told(names: Sequence[str], there: int, doubts: Sequence[str], already: int) -> list[Content]:
    """Say what comes of the names: how many, what is doubtful, and which."""
    said: list[Content] = []
    if names:
        new = counted("1 new student", "{count} new students", len(names))
        said.append(Content.styled(new if already else counts.students(len(names)), "bold"))
    elif already:
        said.append(Content(counted("1 student in the class.", "{count} students in the class.", already)))
    else:
        said.append(Content.styled("Your students will be listed here while you type.", "$foreground 70%"))
    if there > 0:
        said.append(Content(f"{there} in the class already, and not added again."))
    said += [Content.styled(doubt, "$accent") for doubt in doubts]
    if names:
        said.append(Content(", ".join(names)))
    return said


class PasteNamesScreen(PageScreen[NameList | None]):
    """Asks for the names of new students; gives them, or None when it was left.

    Args:
        students: Everyone of the class as it is, those who have left too.
        text: Names that were pasted already.
    """

    GO_ON = "Add them"

    def __init__(self, students: Sequence[Student], text: str = "") -> None:
        super().__init__()
        self._students, self._text = students, text

    def compose_page(self) -> ComposeResult:
        """The form."""
        yield NamesForm(self._students)

    def on_mount(self) -> None:
        """Start where one types."""
        self.title_is("Add students")
        self.query_one(NamesForm).take(self._text)

    def take_pasted(self, text: str) -> bool:
        """Names may be pasted anywhere."""
        self.query_one(NamesForm).take(text)
        return True

    @property
    def filled(self) -> object:
        """What was typed."""
        return self.query_one(NamesForm).text

    @on(NamesForm.Typed)
    def look_again(self) -> None:
        """Forget what is no longer so."""
        self.typed()

    def action_go_on(self) -> None:
        """Give the names."""
        pasted = self.query_one(NamesForm).pasted
        if pasted.reading.people:
            self.dismiss(pasted)
        else:
            self.say("Type at least one name, or press Esc to go back.")

    @property
    def holds_work(self) -> bool:
        """Whether names were typed."""
        return bool(self.query_one(NamesForm).text.strip())

    def action_back(self) -> None:
        """Leave; names that were typed are asked about once."""
        typed = self.query_one(NamesForm).text.strip()
        if not typed or self.asked(_LEAVE):
            self.dismiss(None)
