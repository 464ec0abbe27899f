"""A class of a school: found by its title or a teacher's name, and taken with its children."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, ProgressBar, Static

from board.counting import counted, listed
from board.errors import Refusal
from board.exchange.lists.questions import ALL
from board.exchange.lists.reading import Reading
from board.exchange.sets.school_class import SchoolClass
from board.exchange.sets.school_set import Progress, SchoolSet, set_at
from board.mastery.people import clean_line, plain
from board.screens.parts.calm import Calm
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.grid_plan import shortened
from board.widgets.key_bar import KeyBar
from board.widgets.one_line import OneLine
from board.widgets.row_list import ListRow, RowList
from board.words import counts

_KEYS = (
    Command("take", "enter", "Take it", "Take the children of the class under the cursor.", 1, "enter"),
    Command("go(1)", "down", "Next", "Go to the next class.", 3, "↓"),
    Command("go(-1)", "up", "Before", "Go to the class before.", 4, "↑"),
    Command("page(1)", "pagedown", "Page down", "Go down by a page."),
    Command("page(-1)", "pageup", "Page up", "Go up by a page."),
    Command("leave", "escape", "Back", "Go back; no class is taken, and what is being read is let be.", 2, "esc"),
)

_MOST = 200
"""Classes that are listed; of more one types a few letters."""

_PATIENCE = 1.0
"""Seconds until it is shown how far the files are read."""

_LOOKS = 0.2
"""Seconds from one look at that to the next."""

_NO_SET = (
    "{name} is no set of a school; drop the list itself, or a folder or zip of OneRoster, Clever or School Data Sync."
)
_THE_LIST = "this list"
_ALL = "All of them"

_TITLE, _TEACHERS, _STUDENTS = 34, 28, 14
"""Cells of the columns."""


class School(NamedTuple):
    """A school whose classes can be chosen from.

    Attributes:
        called: Name of the file or folder.
        classes: Gives its classes; may take long, and refuses with a sentence.
        reading: Gives the children of a class, by its id; None where the list with all of them is read already, and all of them
            can be taken as the last one.
    """

    called: str
    classes: Callable[[Progress], Sequence[SchoolClass]]
    reading: Callable[[str, Progress], Reading] | None = None


class Taken(NamedTuple):
    """A class that was chosen.

    Attributes:
        id: What it is taken by.
        reading: Its children, None where the list with all of them is read already.
    """

    id: str
    reading: Reading | None = None


def school_at(place: Path) -> School:
    """Give the school whose set lies in a folder or zip.

    Args:
        place: The folder or zip.
    """
    found: list[SchoolSet] = []

    def classes(progress: Progress) -> Sequence[SchoolClass]:
        school = set_at(place, datetime.now().astimezone().date(), progress)
        if school is None:
            raise Refusal(_NO_SET.format(name=place.name))
        found[:] = [school]
        return school.classes()

    def reading(class_id: str, progress: Progress) -> Reading:
        return found[0].reading(class_id, progress)

    return School(place.name, classes, reading)


def school_of(classes: Sequence[SchoolClass], count: int) -> School:
    """Give the school whose children stand in one list, class by class; its ids are the answers to which class is meant.

    Args:
        classes: The classes the list names.
        count: How many people it names.
    """
    offered = [one._replace(id=f"class {one.id}") for one in classes]
    return School(_THE_LIST, lambda _: (*offered, SchoolClass(ALL, _ALL, (), count)))


class _LeftMeanwhileError(Exception):
    """Nobody waits any more for what is being read."""


class ChooseClassScreen(Calm[Taken | None]):
    """Lists the classes of a school; gives the chosen one, or None when it was left.

    Args:
        school: The school.
    """

    CSS_PATH = "choose_class.tcss"
    KEYS = (KeyGroup("A class of the school", _KEYS),)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "Input"

    def __init__(self, school: School) -> None:
        super().__init__()
        self._school = school
        self._offered: Sequence[SchoolClass] = ()
        self._letters: Sequence[str] = ()
        self._is_reading, self._share = True, 0.0

    def compose(self) -> ComposeResult:
        """Title, letters to find by, classes, what is being read, keys."""
        yield Static(id="title", markup=False)
        yield OneLine(placeholder="a few letters of its title, or of the teacher's name", max_length=60, compact=True)
        yield Static(id="columns", markup=False)
        yield RowList()
        yield Static(id="said", markup=False)
        yield ProgressBar(total=100, show_eta=False)
        yield KeyBar(_KEYS)

    def on_mount(self) -> None:
        """Begin to read which classes there are."""
        self.query_one(ProgressBar).display = False
        self._title_is(clean_line(self._school.called))
        self._read(self._school.classes, self._show_classes)

    def _title_is(self, words: str) -> None:
        self.query_one("#title", Static).update(Content(f"{words}  ·  choose one  ·  F1 helps"))

    def _read(self, slow: Callable[[Progress], object], then: Callable[[Any], object]) -> None:
        """Read something in a thread; after a while it is shown how far it is."""
        self._is_reading = True
        self._share = 0.0
        self.set_timer(_PATIENCE, self._watch)

        def read() -> object:
            try:
                return slow(self._tell)
            except (Refusal, _LeftMeanwhileError) as refusal:
                return refusal

        self.later.begin(read, partial(self._was_read, then), "school")

    def _watch(self) -> None:
        """Show how far it is, as long as something is read."""
        bar = self.query_one(ProgressBar)
        bar.display = self._is_reading
        if self._is_reading:
            bar.update(progress=100 * self._share)
            self._say("Reading the files of the school ...")
            self.set_timer(_LOOKS, self._watch)

    def _tell(self, share: float) -> None:
        """Take note how much is read, in the thread that reads; one that nobody waits for any more ends here."""
        if not self.is_running:
            raise _LeftMeanwhileError
        self._share = share

    def _was_read(self, then: Callable[[Any], object], read: object) -> None:
        self._is_reading = False
        self._watch()
        if isinstance(read, Exception):
            self._say(str(read))
        else:
            self._say("")
            then(read)

    def _show_classes(self, classes: Sequence[SchoolClass]) -> None:
        self._offered = classes
        self._letters = [f" {plain(' '.join((one.title, *one.teachers)))}" for one in classes]
        called, count = clean_line(self._school.called), len(classes) - (self._school.reading is None)
        self._title_is(counted("1 class of {school}", "{count:,} classes of {school}", count, school=called))
        self._look()

    @on(Input.Changed)
    def _look(self) -> None:
        """List the classes that the letters fit, and say how many there are where they are many or none."""
        if self._offered:
            self._say(_how_many(self._list()))

    def _list(self) -> int:
        """List the classes that the letters fit: each word typed begins one of the title or of a teacher's name; count them."""
        words = [f" {word}" for word in plain(self.query_one(Input).value).split()]
        fitting = [
            one
            for one, letters in zip(self._offered, self._letters, strict=True)
            if all(word in letters for word in words)
        ]
        listed_ = self.query_one(RowList)
        width = listed_.size.width - 3
        self.query_one("#columns", Static).update(_line(width, "Class", "Teachers", "Students"))
        listed_.fill(ListRow(one.id, Content(_line(width, *_told(one)))) for one in fitting[:_MOST])
        listed_.highlighted = 0 if fitting else None
        return len(fitting)

    def on_resize(self) -> None:
        """Use the room there is."""
        self.later.once_painted(self._list)

    @on(Input.Submitted)
    @on(RowList.OptionSelected)
    def action_take(self) -> None:
        """Take the children of the class under the cursor."""
        here = self.query_one(RowList).here
        if here is None or self._is_reading:
            return
        if self._school.reading is None:
            self.dismiss(Taken(here))
        else:
            self._read(partial(self._school.reading, here), lambda reading: self.dismiss(Taken(here, reading)))

    def action_go(self, by: int) -> None:
        """Go through the classes while typing."""
        self.query_one(RowList).go(by)

    def action_page(self, by: int) -> None:
        """Go through the classes by pages."""
        listed_ = self.query_one(RowList)
        if by > 0:
            listed_.action_page_down()
        else:
            listed_.action_page_up()

    def action_leave(self) -> None:
        """Take none; what is being read is let be."""
        self.dismiss(None)

    def _say(self, said: str) -> None:
        self.query_one("#said", Static).update(Content(said))


def _how_many(fitting: int) -> str:
    if not fitting:
        return "No class fits these letters; take some of them away."
    return f"{fitting:,} classes fit, the first {_MOST} are listed; type a few letters more." if fitting > _MOST else ""


def _told(one: SchoolClass) -> tuple[str, str, str]:
    grades = listed([clean_line(grade) for grade in one.grades])
    students = f"{counts.students(one.students)}, grade {grades}" if grades else counts.students(one.students)
    return clean_line(one.title), listed([clean_line(teacher) for teacher in one.teachers]), students


def _line(width: int, title: str, teachers: str, students: str) -> str:
    """Give a line of the list; where room is short the students stay, for an empty class is seldom meant."""
    last = max(_STUDENTS, min(width // 3, 26))
    first = max(12, (width - last) * _TITLE // (_TITLE + _TEACHERS))
    return f"{_filled(title, first)}{_filled(teachers, max(6, width - last - first))}{_filled(students, last)}"


def _filled(text: str, cells: int) -> str:
    cut = shortened(text, max(1, cells - 1))
    return cut + " " * (cells - cell_len(cut))
