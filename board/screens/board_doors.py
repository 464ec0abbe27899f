"""The doors of the board: every screen that opens from it."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.command import Provider
from textual.containers import Vertical
from textual.widgets import Button, Static

from board.art.shelf import StickerShelf
from board.deeds.about import AboutClass
from board.deeds.sitting import Sitting
from board.mastery.curriculum import Unit
from board.mastery.people import Student, clean_name
from board.screens.marking import MarkingScreen
from board.screens.question import Answers
from board.screens.trying import tried
from board.seat import Seat
from board.store.book import Book
from board.widgets.class_grid import ClassGrid
from board.widgets.spot_line import SpotLine
from board.words.outcomes.to_adults import to_adults
from board.words.outcomes.told import Told

# ruff: noqa: PLC0415 - the board is up before the screens behind its doors are loaded


def _palette() -> type[Provider]:
    from board.screens.palette import BoardPalette

    return BoardPalette


class BoardDoors(MarkingScreen[None]):
    """A board seen from its doors: where the cursor is, and where it goes when one comes back.

    Args:
        seat: Where one sits.
        book: The open class.
        sitting: What marks are made through.
        shelf: Where stickers come from.
        group: Ids of the students of the last small group.
    """

    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette}

    NO_PLACE = "Pasted text has no place on the board: s takes names of students, g takes I-can lines, n a note."

    def __init__(self, seat: Seat, book: Book, sitting: Sitting, shelf: StickerShelf, group: tuple[str, ...]) -> None:
        super().__init__(book, sitting)
        self._seat = seat
        self._shelf, self._last_group = shelf, group
        self._unit_number = 0

    @property
    def unit(self) -> Unit:
        """The unit on the board."""
        return self._book.units[self._unit_number]

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units of the class."""
        return self._book.units

    @property
    def students(self) -> tuple[Student, ...]:
        """The students of the class."""
        return self._book.students

    @property
    def grid(self) -> ClassGrid:
        """The grid; only there when the class has students and the unit has steps."""
        return self.query_one(ClassGrid)

    def go_to(self, student: str = "", step: str = "", unit: str = "") -> None:
        """Put the cursor on what is named by id."""
        raise NotImplementedError

    def say_done(self, said: str) -> None:
        """Say what was done, here or behind one of the doors."""
        raise NotImplementedError

    def tell(self, told: Told) -> None:
        """Say what came of a wish."""
        self.say_done(to_adults(told))

    def what_to_do_first(self) -> ComposeResult:
        """Give the doors to what is missing, in the place of the grid."""
        with Vertical(id="empty"):
            yield Static("Nothing stands on this board yet." if self.units else "This class is new.", markup=False)
            if not self.students:
                yield Button("s  Add the students: paste or type their names", action="screen.students")
            if not (self.units and self.unit.spots):
                yield Button('g  Add the steps: paste "I can" lines', action="screen.steps")

    def action_find(self) -> None:
        """Go to a student by the first letters of the name."""
        from board.screens.find import FindScreen

        self.put_up(FindScreen(self.students, self.go_to, self.grid.student.id))

    def action_center(self) -> None:
        """Judge a small group at one step."""
        from board.screens.center import CenterScreen, Recorded

        grid = self.grid
        here = {student.id for student in self.students}
        group = [student.id for student in grid.chosen_students] or [one for one in self._last_group if one in here]

        def recorded(came: Recorded | None) -> None:
            if came is not None:
                self._last_group = came.group or self._last_group
                self.say_done(came.said)

        boss = self.unit.is_boss(grid.step)
        center = CenterScreen(self._book, self._sitting, grid.step, boss=boss, group=group, first=grid.student.id)
        self.put_up(center, recorded)

    def action_student(self) -> None:
        """Open the student under the cursor."""
        from board.screens.student import StudentScreen

        def came_back(there: tuple[str, str, str] | None) -> None:
            for line in self.query(SpotLine):
                line.say("")  # what was said before the student was opened may be so no longer
            if there is not None:
                student, unit, step = there
                self.go_to(student, step, unit)

        grid = self.grid
        screen = StudentScreen(
            self._seat, self._book, self._sitting, grid.student.id, self._unit_number, grid.step.id, self._shelf
        )
        self.put_up(screen, came_back)

    def action_watching(self) -> None:
        """Show only what everybody may see."""
        from board.screens.watching import WatchingScreen

        self.put_up(WatchingScreen(self._book, self.unit, self._shelf))

    def action_pictures(self) -> None:
        """Draw, bring or choose the picture of the student under the cursor for this step."""
        self._open_pictures(None)

    def take_pasted(self, text: str) -> bool:
        """Bring a file that is dropped here as a picture of the spot under the cursor."""
        from board.exchange.dropped import dropped_place

        place = dropped_place(text)
        if place is None or not place.is_file() or not self.query(ClassGrid):
            return False
        self._open_pictures(place)
        return True

    def _open_pictures(self, dropped: Path | None) -> None:
        from board.screens.pictures import PicturesScreen

        if not self.query(ClassGrid):  # a new class has no spots yet
            return
        here = (self.grid.student.id, self.grid.step.id)
        screen = PicturesScreen(self._seat, self._book, self._sitting, self._shelf, here)
        self.put_up(screen, lambda _: self.say_done(""))
        if dropped is not None:
            screen.call_after_refresh(screen.bring_from, dropped)

    def action_waiting(self) -> None:
        """Look at what waits for the teacher."""
        from board.screens.waiting import WaitingScreen

        def came_back(there: tuple[str, str] | None) -> None:
            self.say_done("")
            if there is not None:
                student, step = there
                unit = next((unit.id for unit in self.units if any(spot.id == step for spot in unit.spots)), "")
                self.go_to(student, step, unit)

        self.put_up(WaitingScreen(self._book, self._sitting, self._shelf), came_back)

    def action_print(self, kind: str = "") -> None:
        """Choose a page and print it; a kind of page may be named."""
        from board.paper.rows import Around
        from board.screens.print import PrintScreen

        here = next((grid for grid in self.query(ClassGrid)), None)
        chosen = [] if here is None else [student.id for student in here.chosen_students]
        around = Around(
            self.unit.id if self.units else "",
            here.student.id if here is not None else "",
            here.step.id if here is not None else "",
            tuple(chosen) or tuple(self._last_group),
        )
        screen = PrintScreen(self._seat, self._book, self._sitting, around, self._shelf.paper, kind=kind)
        self.put_up(screen, lambda _: self.say_done(""))

    def action_students(self) -> None:
        """Change the students of the class."""
        from board.screens.students import StudentsScreen

        self.put_up(StudentsScreen(self._sitting, self._shelf.cells))

    def action_steps(self) -> None:
        """Change the steps of the unit."""
        from board.screens.steps import StepsScreen

        unit = self.unit.id if self.units else ""
        step = next((grid.step.id for grid in self.query(ClassGrid)), "")
        self.put_up(StepsScreen(self._sitting, unit, self._shelf.cells, step))

    def action_marker(self) -> None:
        """Say who marks from now on."""
        from board.screens.adults import AdultsScreen

        def chosen(adult: str | None) -> None:
            if adult is not None and tried(self, lambda: AboutClass(self._sitting).sit_down(adult)):
                self.show_class()
                self.say_done(f"{self.judges[adult]} marks from now on.")

        self.put_up(AdultsScreen(self._sitting), chosen)

    def action_rename(self) -> None:
        """Give the class another name."""
        answers = Answers("gives the class this name", f"leaves it {self._book.name}")
        self.ask("Name of the class", self._book.name, answers, self._rename)

    def _rename(self, name: str) -> None:
        called = clean_name(name)
        if called:
            self.do(lambda: AboutClass(self._sitting).rename(called))
