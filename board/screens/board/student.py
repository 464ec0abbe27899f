"""One student: the whole path through a unit, what comes next, and everything about the spot under the cursor."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from board.art.shelf import StickerShelf
from board.deeds.history import BOARD
from board.deeds.judging import Judging
from board.deeds.new_stickers import NewStickers
from board.deeds.sitting import Sitting, Target
from board.mastery.audience import Audience
from board.mastery.curriculum import Unit
from board.mastery.roll import student_of
from board.mastery.seen import SeenPath, seen_path
from board.screens.board.keys import LISTS, PICTURES, PLAN
from board.screens.board.marking import MARKING, Marking
from board.screens.board.student_doors import StudentDoors
from board.screens.parts.calm import take_actions
from board.screens.parts.keys_here import HELP
from board.screens.parts.live import LiveScreen
from board.screens.parts.trying import Turning
from board.seat.seat import Seat
from board.widgets.command import Command, KeyGroup, bindings, commands_of, without
from board.widgets.grid_plan import shortened, wrapped
from board.widgets.key_bar import KeyBar
from board.widgets.path_words import child_parts, next_words
from board.widgets.spot_page import SpotPage
from board.widgets.student_path import StudentPath
from board.widgets.teacher_words import teacher_parts
from board.words.outcomes.to_adults import to_adults
from board.words.outcomes.told import Told

_STUDENT = KeyGroup(
    "One student",
    (
        Command("leave", "escape,q", "Board", "Go back to the board, to this spot.", 1, "esc"),
        Command("judge", "enter", "How did it go?", "See this showing: tick criteria, say got it or one tip.", 3),
        Command("together", "w", "Together", "Look at it together: what is for adults is put away; again: all.", 7),
        PICTURES,
        Command(
            "own_page", "m", "Own page", "Open the child's own page, and hand the keyboard over; esc and w end it.", 5
        ),
        PLAN,
        Command("photos", "o", "Photos", "Look at the photos that are evidence of this spot; only adults do.", 11),
        Command("student(1)", "pagedown", "Next student", "Go to the next student, to the same step.", 8, "PgDn"),
        Command("student(-1)", "pageup", "Student before", "Go to the student before, to the same step.", sign="PgUp"),
        Command("unit(1)", "right_square_bracket", "Next unit", "Go to the next unit.", 9, "]"),
        Command("unit(-1)", "left_square_bracket", "Unit before", "Go to the unit before this one.", sign="["),
        Command("app.focus_next", "tab", "Read on", "Go to the words and back; there the arrows scroll.", 10),
    ),
)
_ALL_KEYS = (_STUDENT.commands[0], *MARKING.commands, *_STUDENT.commands[1:])
_SHORT = {"judge": "Judge", "own_page": "Page"}
"""Words that leave room at the foot for the keys that are wanted most."""


_ADULTS_ONLY = frozenset(
    ("judge", "plan", "photos", *(command.action.partition("(")[0] for command in MARKING.commands))
)
"""Actions that are not for the child who looks along, and may have its hand on the keys: to judge and to mark above all."""

_PUT_AWAY = (*_ADULTS_ONLY, "student", "leave", "together")
"""Actions whose keys are not shown to both together: the class and another child are gone to without the first."""

_ALL_AGAIN = KeyGroup(
    "Looking together",
    (Command("together", "w", "Adult: show all", "For the adult: show all again, and let keys mark again.", 1),),
    ("Until then no key marks, judges or leaves: a child may press what it likes.",),
)
_TOGETHER = (_ALL_AGAIN, *without((_STUDENT, MARKING), _PUT_AWAY))
_KEYS_PUT_AWAY = frozenset(
    key
    for command in commands_of((_STUDENT, MARKING))
    if command.action.partition("(")[0] in _ADULTS_ONLY
    for key in command.keys.split(",")
)

_SHORTEST_NAME = 10
"""Cells a name is never cut below, as long as the rest of the title can be shorter."""

Left = tuple[str, str, str]
"""Where the screen was left: ids of student, unit and step."""


class StudentScreen(LiveScreen[Left]):
    """One student's path with the words about the spot under the cursor; for the teacher, or for both together.

    Args:
        seat: Where one sits.
        sitting: What marks are made through, and in which class.
        unit_id: Id of the unit; one that has steps.
        spot: Whose path it is, and the step to put the cursor on.
        shelf: Where stickers come from.
    """

    CSS_PATH = "student.tcss"
    KEYS = (_STUDENT, MARKING)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "StudentPath"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-wide")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, seat: Seat, sitting: Sitting, unit_id: str, spot: Target, shelf: StickerShelf) -> None:
        super().__init__(sitting.book)
        book = sitting.book
        self._sitting, self._judging, self._shelf = sitting, Judging(sitting), shelf
        marking = Marking(self, sitting)
        take_actions(self, marking)
        take_actions(self, StudentDoors(self, seat, sitting, shelf))
        take_actions(self, Turning(marking.do, sitting, lambda: BOARD))
        student_id, self._step = spot
        self._student = next(student for student in book.students if student.id == student_id)
        self._unit = next(unit for unit in book.units if unit.id == unit_id)
        self._audience = Audience.TEACHER
        self._told_of, self._new = (book.students, book.units), NewStickers(sitting)

    @property
    def spot_here(self) -> Target:
        """The student and the step under the cursor, by id."""
        return (self._student.id, self._path.step.id)

    @property
    def targets(self) -> Sequence[Target]:
        """The spot under the cursor."""
        return [self.spot_here]

    @property
    def unit_id(self) -> str:
        """Id of the unit that is shown."""
        return self._unit.id

    def look_along(self) -> None:
        """Put away what is for adults only."""
        if self._audience is Audience.TEACHER:
            self.action_together()

    def compose(self) -> ComposeResult:
        """Title, next steps, path and page, what was done, keys."""
        yield Static(id="title", markup=False)
        yield Static(id="next", markup=False)
        with Container():
            path = StudentPath(self._seen, self._shelf)
            self.watch(path, "here", self._moved, init=False)
            yield path
            yield SpotPage()
        yield Static(id="said", markup=False)
        short = (one._replace(words=_SHORT.get(one.action, one.words)) for one in _ALL_KEYS)
        yield KeyBar((*short, HELP))
        yield KeyBar((*commands_of(_TOGETHER), HELP))

    def on_mount(self) -> None:
        """Land on the step."""
        self._path.go_to(self._step)
        self._show_audience()

    def on_resize(self) -> None:
        """Fit the lines above the path."""
        self.later.once_painted(self._write_above)

    def tell(self, told: Told) -> None:
        """Say what came of a wish: only adults have one here."""
        self.say(to_adults(told))

    def show_class(self) -> None:
        """Show the class as it is now: the marks, and the student and unit as somebody may have changed them."""
        if not self._units:
            self._leave()
            return
        students, units = self.book.students, self.book.units
        self._student = student_of(students, self._student.id) or self._student
        self._unit = next((one for one in self._units if one.id == self._unit.id), self._units[0])
        if (students, units) == self._told_of:
            self._path.update(self._seen, self._new.of(self._unit, self._student.id, on_top=self.is_active))
        else:
            self._path.show(self._seen)
        self._told_of = (students, units)
        self._tell()

    def say(self, text: str) -> None:
        """Say what was just done; stays until the cursor moves on."""
        self.query_one("#said", Static).update(Content(shortened(text, max(1, self.app.size.width - 2))), layout=False)

    def action_leave(self) -> None:
        """Go back to the board; never while one looks along, for the class stands there."""
        if self._audience is Audience.STUDENT:
            self.say("Press w before you go back to the class.")
        else:
            self._leave()

    def _leave(self) -> None:
        self.dismiss((self._student.id, self._unit.id, self._path.step.id))

    def action_together(self) -> None:
        """Put away what is for adults only, or show it again."""
        together = self._audience is Audience.STUDENT
        self._audience = Audience.TEACHER if together else Audience.STUDENT
        self._show_audience()

    def action_student(self, on: int) -> None:
        """Go to another student; never while one looks along, for nobody sees another child's path."""
        if self._audience is Audience.STUDENT:
            self.say("Press w before you go to another student.")
            return
        students = self.book.students
        at = next((at for at, one in enumerate(students) if one.id == self._student.id), 0)
        if students:
            self._student = students[(at + on) % len(students)]
            self._show_path()

    def action_unit(self, on: int) -> None:
        """Go to another unit that has steps; after the last comes the first."""
        self._unit = self._units[(self._unit_number + on) % len(self._units)]
        self._show_path()

    @property
    def keys(self) -> tuple[KeyGroup, ...]:
        """Its keys; a child who looks along is shown none that is for adults only, but the one by which they go on."""
        lists = () if self._sitting.has_lists else LISTS
        return without(self.KEYS, lists) if self._audience is Audience.TEACHER else _TOGETHER

    @property
    def is_for_children(self) -> bool:
        """Whether the child looks along."""
        return self._audience is Audience.STUDENT

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual gives both
        """Offer what only adults may read or do to adults alone."""
        is_open = self._sitting.has_lists or action not in LISTS
        return is_open and (self._audience is Audience.TEACHER or action not in _ADULTS_ONLY)

    def on_key(self, event: events.Key) -> None:
        """Say why a key does nothing while both look."""
        if self._audience is Audience.STUDENT and event.key in _KEYS_PUT_AWAY:
            self.say("Press w first: while you look together, no key marks.")

    @property
    def _path(self) -> StudentPath:
        return self.query_one(StudentPath)

    @property
    def _seen(self) -> SeenPath:
        """What those who look now may see of the path."""
        return seen_path(self._unit, self._student, self.book.progress, self._audience, self.book.units)

    @property
    def _units(self) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.book.units if unit.spots)

    @property
    def _unit_number(self) -> int:
        return next((at for at, unit in enumerate(self._units) if unit.id == self._unit.id), 0)

    def _show_path(self) -> None:
        self._path.show(self._seen)
        self._moved()

    def _show_audience(self) -> None:
        self._path.update(self._seen)
        bars = list(self.query(KeyBar))
        for bar, audience in zip(bars, (Audience.TEACHER, Audience.STUDENT), strict=True):
            bar.display = audience is self._audience
        self._moved()
        self.refresh_bindings()

    def _moved(self) -> None:
        """Tell about another spot; what was done on the last one is no longer said."""
        self.say("")
        self._tell()

    def _tell(self) -> None:
        """Say everything about the spot under the cursor, and what comes next."""
        step, path = self._path.step, self._path.path
        spot, row = path.spot(step), self._judging.row(self._student.id)
        for_child = self._audience is Audience.STUDENT
        adults, everyone, adult = self.book.assessors, self.book.everyone, self._sitting.actor.id
        told = None if for_child else teacher_parts(path, spot, row, adults, everyone=everyone, adult=adult)
        parts = child_parts(spot) if told is None else told
        self.query_one(SpotPage).tell(step, tuple(parts), boss=self._unit.is_boss(step))
        self._write_above()

    def _write_above(self) -> None:
        width = max(1, self.app.size.width - 2)
        self.query_one("#title", Static).update(self._title(width), layout=False)
        told = wrapped(next_words(self._path.path), width, 1)
        self.query_one("#next", Static).update(Content("\n".join(told)), layout=False)

    def _title(self, width: int) -> Content:
        student = self._student
        who = f"{student.name} ({student.alias})" if student.alias else student.name
        together = self._audience is Audience.STUDENT
        number = f"{self._unit_number + 1} of {len(self._units)}" if len(self._units) > 1 else ""
        whole = [self._unit.title, number and f"unit {number}", "looking together" if together else ""]
        short = [self._unit.title, "together" if together else number]
        for parts, gap in ((whole, "  ·  "), (whole, " · "), (short, " · ")):
            rest = "".join(f"{gap}{part}" for part in parts if part)
            room = width - cell_len(rest)
            if room >= min(cell_len(who), _SHORTEST_NAME):
                break
        name = shortened(who, max(room, _SHORTEST_NAME))
        return Content.assemble((name, "bold"), shortened(rest, max(1, width - cell_len(name))))
