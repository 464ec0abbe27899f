"""The first and the last page of a new class: what it is called and who marks, and where it will lie."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from board.deeds.starting import LastYear, NewClass
from board.errors import Refusal
from board.exchange.places import file_place
from board.mastery.people import NAME_LIMIT, clean_name
from board.screens.parts.page import Tick
from board.store.library import KnownClass, chosen_folder, free_folder
from board.widgets.one_line import OneLine
from board.widgets.row_list import CalmList
from board.words import counts

_MOST_OLD = 4
"""Classes to start from that are offered; older ones are hardly meant."""


class AboutForm(VerticalScroll, can_focus=False):
    """Asks for the name of the class, who marks, and whether to start from a class of the year before.

    Args:
        known: Classes to start from, the newest first.
    """

    class Typed(Message):
        """Something was typed or chosen."""

    class Filled(Message):
        """Enter was pressed on the last line."""

    def __init__(self, known: Sequence[KnownClass]) -> None:
        super().__init__()
        self._known = known[:_MOST_OLD]

    def compose(self) -> ComposeResult:
        """Two lines, and old classes where there are some."""
        yield Static("What is your class called?", classes="label", markup=False)
        yield OneLine(placeholder="for example Room 12", id="class-name", max_length=NAME_LIMIT).where_enter(
            "Go to the next line."
        )
        yield Static("Who is marking? Your name as the children know it.", classes="label", markup=False)
        yield OneLine(placeholder="for example Ms. Rivera", id="assessor", max_length=NAME_LIMIT).where_enter("Go on.")
        if self._known:
            yield Static("Start from a class of last year? Its marks stay there.", classes="label", markup=False)
            old = CalmList(*(Option(Content(words)) for words in self._old_words(0)), id="old", compact=True)
            old.highlighted = 0
            yield old
            with Horizontal(id="taken"):
                yield Tick("its students", value=True, id="old-students")
                yield Tick("its steps", value=True, id="old-units")

    def on_mount(self) -> None:
        """Nothing is taken along to begin with."""
        self._show_taken()

    @property
    def called(self) -> str:
        """Name of the class."""
        return clean_name(self.query_one("#class-name", Input).value)

    @property
    def assessor(self) -> str:
        """Who marks."""
        return clean_name(self.query_one("#assessor", Input).value)

    @property
    def last_year(self) -> LastYear | None:
        """The class to start from, with what comes along."""
        at = self._old
        if not at:
            return None
        students, units = (self.query_one(f"#old-{part}", Tick).value for part in ("students", "units"))
        return LastYear(self._known[at - 1].key, students, units) if students or units else None

    @property
    def _old(self) -> int:
        for old in self.query(OptionList):
            return old.highlighted or 0
        return 0

    def _old_words(self, chosen: int) -> Iterator[str]:
        words = ("No, from nothing", *(one.name for one in self._known))
        return (f"{'●' if at == chosen else '○'} {word}" for at, word in enumerate(words))

    @on(OptionList.OptionHighlighted)
    def choose_old(self, event: OptionList.OptionHighlighted) -> None:
        """Show which class is chosen."""
        for at, words in enumerate(self._old_words(event.option_index)):
            event.option_list.replace_option_prompt_at_index(at, Content(words))
        self._show_taken()
        self.post_message(self.Typed())

    def _show_taken(self) -> None:
        for taken in self.query("#taken"):
            taken.display = self._old > 0

    @on(Input.Changed)
    @on(Tick.Changed)
    def typed(self) -> None:
        """Tell the page."""
        self.post_message(self.Typed())

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def next_line(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        """Go to the next line; behind the last one, on."""
        if event.control.id == "class-name":
            self.query_one("#assessor").focus()
        else:
            self.post_message(self.Filled())


class ReadyForm(Vertical):
    """Says what will be made, and lets the place be chosen.

    Args:
        documents: Where it lies unless another place is chosen.
    """

    class Filled(Message):
        """Enter was pressed on the place."""

    def __init__(self, documents: Path) -> None:
        super().__init__()
        self._documents = documents
        self._proposed = ""

    def compose(self) -> ComposeResult:
        """What will be made, and where."""
        with VerticalScroll(id="summary", classes="preview", can_focus=False):
            yield Static(id="what", markup=False)
        yield Static("It will lie in this folder. Copy the folder, and that is your backup.", classes="label")
        yield OneLine(id="folder").where_enter("Make the class there.")

    def folder_for(self, name: str) -> Path:
        """Give the folder for the class; a place without its beginning is meant among the documents.

        Args:
            name: Name of the class.

        Raises:
            Refusal: Nothing was typed, or there is a class already.
        """
        typed = self.query_one(Input).value
        if not typed.strip():
            raise Refusal("Say where the class shall lie, or go back and forth once to get the usual place again.")
        return chosen_folder(self._documents / file_place(typed), name)

    def show(self, wish: NewClass, names: Sequence[str], units: Sequence[str]) -> None:
        """Say what will be made.

        Args:
            wish: The class.
            names: Its students.
            units: Titles of its units.
        """
        lines = [
            Content.styled(clean_name(wish.name), "bold"),
            Content(f"marked by {clean_name(wish.assessor)}"),
            Content(),
            _part(counts.students(len(names)), names, "No students yet: add them on the board."),
            Content(),
            _part(counts.units(len(units)), units, "No steps yet: add them on the board."),
        ]
        self.query_one("#what", Static).update(Content("\n").join(lines))
        folder = self.query_one(Input)
        if folder.value in ("", self._proposed):
            folder.value = self._proposed = str(free_folder(self._documents, wish.name))

    @on(Input.Submitted)
    def filled(self) -> None:
        """Tell the page."""
        self.post_message(self.Filled())


def _part(count: str, names: Sequence[str], otherwise: str) -> Content:
    return Content.assemble((count, "bold"), ": ", ", ".join(names)) if names else Content(otherwise)
