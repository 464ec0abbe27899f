"""Names typed, pasted, or dropped as a file or a school's set, with all that would come of them beside."""

from collections.abc import Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Static, TextArea

from board.counting import counted
from board.deeds.list_in_hand import ListInHand
from board.exchange.lists.change import NameList
from board.exchange.lists.questions import Answers, Asks
from board.exchange.rosters import classes_of
from board.exchange.tables.column import Chosen
from board.mastery.names.short_names import short_names
from board.mastery.people import Student
from board.screens.parts.calm import Calm
from board.screens.parts.page import Lines, PageScreen, Tick
from board.screens.parts.question import Question
from board.screens.roster.list_preview import ListPreview, what_comes_of
from board.widgets.browser import browser_of
from board.widgets.command import Command, HasKeys, KeyGroup, bindings
from board.widgets.whole_lines import WholeLines

# ruff: noqa: PLC0415 - names are typed before the screens about their list are loaded

_HINT = (
    "Type or paste the names of your students, one on each line, or drop a file with names here. "
    "Done? Click below, or hold ctrl and press s."
)
_IN_BROWSER = "Type or paste the names of your students, one on each line. Done? Click below, or hold ctrl and press s."
_EXAMPLE = "Ava Brown\nLiam Lopez\nNoah Chen"
_LEAVE = Question("", "Esc", "goes back without these names", "typing on keeps them")
_SHORT = "Only first name and initial are kept, and a check number for later lists."
_WHOLE = "First and family names are kept."
_OPEN_ONE = "1 question is open, and nothing is done about it."
_OPEN_MANY = "{count} questions are open, and nothing is done about them."

_STILL_READING = "The file is still being read; wait until its names stand here."
_NOTHING_NEW = Question(
    "Nothing is new: everyone of this list is in the class already.", "ctrl+s", "goes back", "or type more names above"
)

_DOORS = (
    Command("columns", "f2", "Columns", "Show what the columns of the list mean, and change it.", sign="F2"),
    Command("questions", "f3", "Questions", "Answer what only you can know about the list.", sign="F3"),
    Command("choose", "f4", "Choose a class", "Choose a class of the school whose list this is.", sign="F4"),
)


class NameLines(Lines, WholeLines):
    """A place for names, one on each line."""


class NamesForm(HasKeys, Vertical):
    """A place for names, a switch for whole names, what would come of them, and doors to what is asked.

    Args:
        students: Everyone of the class as it is.
    """

    KEYS = (KeyGroup("The list of names", _DOORS),)
    BINDINGS = bindings(KEYS)

    class Typed(Message):
        """The names, or what they come to, are others than before."""

    def __init__(self, students: Sequence[Student] = ()) -> None:
        super().__init__()
        self._list = ListInHand(students)
        self._shown: tuple[str, ...] = ()
        self._read_in_thread: tuple[str, Chosen] | None = None

    def compose(self) -> ComposeResult:
        """Hint, place for names, what comes of them, doors, the switch."""
        hint = _HINT if browser_of(self.app) is None else _IN_BROWSER
        yield Static(hint, classes="hint", markup=False)
        with Container(classes="areas"):
            yield NameLines(_EXAMPLE, id="names")
            yield ListPreview(classes="preview")
        with Horizontal(id="doors"):
            for door in _DOORS:
                yield Button(f"{door.words}  {door.sign}", id=door.action, compact=True)
        yield Tick("Keep whole names", id="whole")
        yield Static(_SHORT, id="kept", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show what there is."""
        self._list.opens_files = browser_of(self.app) is None
        self._look()

    @property
    def text(self) -> str:
        """What was typed."""
        return self.query_one(TextArea).text

    @property
    def pasted(self) -> NameList:
        """The list as it would be taken."""
        return self._list.names

    @property
    def left_open(self) -> str:
        """What is said before a list is taken of which something is not answered; empty where all is."""
        open_ = len(self._list.change.open)
        return counted(_OPEN_ONE, _OPEN_MANY, open_) if open_ else ""

    def take(self, text: str) -> None:
        """Write pasted names behind those that stand here already.

        Args:
            text: The names, one on each line, or the place of a file with names.
        """
        self.query_one(Lines).take(text)

    def are_there(self, students: Sequence[Student]) -> None:
        """Take others for the class as it is."""
        self._list.are_there(students)
        self._show()

    def asks_first(self) -> bool:
        """Open what has to be answered before the list is taken; tell whether something was opened.

        Questions that were seen and left open are not opened again; without a class of the school nothing can be taken.
        """
        asked = {one.asks for one in self._list.change.open}
        seen, self._shown = self._shown, tuple(one.key for one in self._list.change.open)
        if Asks.SCHOOL in asked or self._list.needs_class:
            self.action_choose()
        elif not asked or seen == self._shown:
            return False
        elif Asks.COLUMN in asked:
            self.action_columns()
        else:
            self.action_questions()
        return True

    @property
    def is_reading(self) -> bool:
        """Whether a large file is still being read."""
        return self._list.is_unread

    @property
    def changes_nothing(self) -> bool:
        """Whether everyone of the list is in the class as the list says, and nothing is asked."""
        return self._list.changes_nothing and not self._list.change.open

    @on(TextArea.Changed)
    @on(Tick.Changed)
    def look_again(self) -> None:
        """Show what comes of what is typed now."""
        self._look()

    def _look(self) -> None:
        whole = self.query_one(Tick).value
        self.query_one("#kept", Static).update(_WHOLE if whole else _SHORT)
        self._list.read(self.text, full_names=whole)
        self._show()

    def _read_on(self) -> None:
        """Read a large file in a thread, each only once, and show what came of it."""

        def was_read(_none: None) -> None:
            self._read_in_thread = None
            self._list.look_again()
            self._show()

        wanted = (self.text, dict(self._list.chosen)) if self._list.is_unread else None
        if wanted is not None and wanted != self._read_in_thread and isinstance(self.screen, Calm):
            self.screen.later.begin(self._list.read_on, was_read, "list")
        self._read_in_thread = wanted

    def _show(self) -> None:
        self._read_on()
        names, change = self._list.names, self._list.change
        self.query_one(ListPreview).show(what_comes_of(names.reading, change, self._list.count))
        questions, school = len(self._list.questions), self._list.school is not None
        self.query_one("#columns").display = self._list.has_columns
        self.query_one("#questions").display = bool(questions)
        self.query_one("#choose").display = school or self._list.set_place is not None
        self.query_one("#doors").display = any(door.display for door in self.query("#doors Button"))
        said = counted("1 question  F3", "{count} questions  F3", questions)
        self.query_one("#questions", Button).label = said
        self.post_message(self.Typed())

    @on(Button.Pressed)
    async def go_through(self, event: Button.Pressed) -> None:
        """Open what the button says."""
        await self.run_action(event.button.id or "")

    def action_columns(self) -> None:
        """Show what the columns mean."""
        from board.screens.roster.list_columns import ColumnsScreen, Read

        def read(chosen: Chosen) -> Read:
            reading = self._list.reading_with(chosen)
            return Read(reading, short_names(person.name for person in reading.people[:_CHILDREN]))

        def done(chosen: Chosen | None) -> None:
            self._list.mean(chosen or {})
            self._show()

        if self._list.has_columns and isinstance(self.screen, Calm):
            columns = ColumnsScreen(read, self._list.chosen, takes_long=self._list.is_large)
            self.screen.put_up(columns, done)

    def action_questions(self) -> None:
        """Answer what is asked."""
        from board.screens.roster.list_questions import QuestionsScreen

        def done(answers: Answers | None) -> None:
            self._list.answer(answers or {})
            self._show()

        if self._list.questions and isinstance(self.screen, Calm):
            self.screen.put_up(QuestionsScreen(self._list.asked_with, self.pasted.answers), done)

    def action_choose(self) -> None:
        """Choose a class of the school."""
        from board.screens.roster.choose_class import ChooseClassScreen, Taken, school_at, school_of

        place, school = self._list.set_place, self._list.school
        people = self.pasted.reading.people

        def done(taken: Taken | None) -> None:
            if taken is not None and taken.reading is not None:
                self._list.take_class(taken.reading)
            elif taken is not None:
                self._list.answer_school(taken.id)
            self._show()

        if isinstance(self.screen, Calm):
            if place is not None:
                self.screen.put_up(ChooseClassScreen(school_at(place)), done)
            elif school is not None:
                self.screen.put_up(ChooseClassScreen(school_of(classes_of(people), len(people))), done)


_CHILDREN = 8
"""Children that are named below the columns."""


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
        """What was typed, and what was said about it."""
        form = self.query_one(NamesForm)
        return form.text, form.left_open

    @on(NamesForm.Typed)
    def look_again(self) -> None:
        """Forget what is no longer so."""
        self.typed()

    def action_go_on(self) -> None:
        """Give the names; what is asked about them comes first."""
        form = self.query_one(NamesForm)
        if may_take(form, self):
            if not form.pasted.reading.people:
                self.say("Type at least one name, or press Esc to go back.")
            elif not form.changes_nothing or self.asked(_NOTHING_NEW):
                self.dismiss(form.pasted)

    @property
    def holds_work(self) -> bool:
        """Whether names were typed."""
        return bool(self.query_one(NamesForm).text.strip())

    def action_back(self) -> None:
        """Leave; names that were typed are asked about once."""
        typed = self.query_one(NamesForm).text.strip()
        if not typed or self.asked(_LEAVE):
            self.dismiss(None)


def may_take(form: NamesForm, page: PageScreen[Any]) -> bool:
    """Tell whether a list may be taken: nothing is open, or it was said what happens with what is.

    Args:
        form: Where the list stands.
        page: Where it is said.
    """
    if form.is_reading:
        page.say(_STILL_READING)
        return False
    if form.asks_first():
        return False
    return not form.left_open or page.asked(
        Question(form.left_open, "ctrl+s", "goes on without them", "F3 and F2 show what is asked")
    )
