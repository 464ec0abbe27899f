"""The doors of the board: every screen that opens from it."""

from pathlib import Path
from typing import Protocol

from board.art.shelf import StickerShelf
from board.deeds.about import AboutClass
from board.deeds.sitting import Sitting
from board.mastery.curriculum import Unit
from board.mastery.people import clean_name
from board.screens.board.marking import Marked, Marking
from board.screens.lock.doors import KioskDoors
from board.screens.parts.calm import Calm
from board.screens.parts.question import Answers
from board.screens.parts.trying import tried
from board.seat.seat import Seat
from board.widgets.browser import browser_of
from board.widgets.class_grid import ClassGrid
from board.words.adults import with_roles

# ruff: noqa: PLC0415 - the board is up before the screens behind its doors are loaded


class Opening(Marked, Protocol):
    """A board seen from its doors: where the cursor is, and where it goes when one comes back."""

    @property
    def unit(self) -> Unit:
        """The unit on the board; only there when the class has any."""
        ...

    @property
    def shown_grid(self) -> ClassGrid | None:
        """The grid, None where there are no spots yet."""
        ...

    @property
    def grid(self) -> ClassGrid:
        """The grid; only there when the class has students and the unit has steps."""
        ...

    def go_to(self, student: str = "", step: str = "", unit: str = "") -> None:
        """Put the cursor on what is named by id."""

    def say_done(self, said: str) -> None:
        """Say what was done, here or behind one of the doors; whoever was chosen is let go."""

    def say(self, said: str) -> None:
        """Say something beside the words about the spot."""

    def show_class(self) -> None:
        """Show the class as it is now."""


class Doors:
    """What opens from the board; its `action_` methods are those of the board that holds it.

    Args:
        board: The board.
        seat: Where one sits.
        sitting: Who does something there, and in which class.
        marking: What asks for a line on the board.
        shelf: Where stickers come from.
        group: Ids of the students of the last small group.

    Attributes:
        last_group: As given, or of the group that was judged last.
        kiosk: What leads to the lock, to the kiosk and to their settings.
    """

    def __init__(
        self,
        board: Opening,
        seat: Seat,
        sitting: Sitting,
        marking: Marking,
        *,
        shelf: StickerShelf,
        group: tuple[str, ...],
    ) -> None:
        self._board, self._seat, self._sitting, self._marking = board, seat, sitting, marking
        self._shelf, self.last_group = shelf, group
        self._book = sitting.book
        self.kiosk = KioskDoors(board, sitting, shelf)

    def action_find(self) -> None:
        """Go to a student by the first letters of the name."""
        from board.screens.roster.find import FindScreen

        self._board.put_up(FindScreen(self._book.students, self._board.go_to, self._board.grid.student.id))

    def action_center(self) -> None:
        """Judge a small group at one step."""
        from board.screens.judging.center import CenterScreen, Recorded

        grid, unit = self._board.grid, self._board.unit
        here = {student.id for student in self._book.students}
        group = [student.id for student in grid.chosen_students] or [one for one in self.last_group if one in here]

        def recorded(came: Recorded | None) -> None:
            if came is not None:
                self.last_group = came.group or self.last_group
                self._board.say_done(came.said)

        boss = unit.is_boss(grid.step)
        center = CenterScreen(self._sitting, grid.step, boss=boss, group=group, first=grid.student.id)
        self._board.put_up(center, recorded)

    def action_student(self) -> None:
        """Open the student under the cursor."""
        from board.screens.board.student import Left, StudentScreen

        def came_back(there: Left | None) -> None:
            self._board.say("")  # what was said before the student was opened may be so no longer
            if there is not None:
                student, unit, step = there
                self._board.go_to(student, step, unit)

        grid, unit = self._board.grid, self._board.unit
        spot = (grid.student.id, grid.step.id)
        self._board.put_up(StudentScreen(self._seat, self._sitting, unit.id, spot, self._shelf), came_back)

    def action_judge(self) -> None:
        """See a showing of the spot under the cursor against its criteria."""
        from board.screens.judging.how_did_it_go import HowDidItGo

        spot = (self._board.grid.student.id, self._board.grid.step.id)
        showing = HowDidItGo(self._seat, self._sitting, self._shelf, spot)
        self._board.put_up(showing, lambda said: self._board.say_done(said or ""))

    def action_plan(self) -> None:
        """Open the plan of the student under the cursor."""
        from board.screens.plan.plan import PlanScreen

        grid, unit = self._board.grid, self._board.unit
        screen = PlanScreen(self._seat, self._sitting, grid.student.id, unit.id, grid.step.id)
        self._board.put_up(screen, lambda _: self._board.say_done(""))

    def action_watching(self) -> None:
        """Show only what everybody may see."""
        from board.screens.lock.watching import WatchingScreen

        self._board.put_up(WatchingScreen(self._book, self._board.unit, self._shelf))

    def action_pictures(self) -> None:
        """Draw, bring or choose the picture of the student under the cursor for this step."""
        self._open_pictures(None)

    def action_photos(self) -> None:
        """Let photos be sent into the class."""
        from board.screens.files.tray import TrayScreen

        self._board.put_up(TrayScreen(self._seat, self._sitting))

    def take_pasted(self, text: str) -> bool:
        """Take lines and lists to the students or the steps; any other file is a picture of the spot under the cursor.

        Args:
            text: What was pasted, or the place of what was dropped.
        """
        from board.exchange.pasted_lines import Kind, kind_of
        from board.screens.files.dropped import dropped_here

        kind = kind_of(text, opens_files=browser_of(self._board.app) is None)
        if kind is not Kind.OTHER and not self._sitting.has_lists:
            return False
        if kind is not Kind.OTHER:
            screen = self._steps() if kind is Kind.STEPS else self._students()
            self._board.put_up(screen)
            screen.later.once_painted(lambda: screen.take_pasted(text))
            return True
        place = dropped_here(self._board.app, text)
        if place is None or not place.is_file() or self._board.shown_grid is None:
            return False
        self._open_pictures(place)
        return True

    def _open_pictures(self, dropped: Path | None) -> None:
        from board.screens.pictures.pictures import PicturesScreen

        grid = self._board.shown_grid
        if grid is None:  # a new class has no spots yet
            return
        here = (grid.student.id, grid.step.id)
        screen = PicturesScreen(self._seat, self._sitting, self._shelf, here, dropped=dropped)
        self._board.put_up(screen, lambda _: self._board.say_done(""))

    def action_waiting(self) -> None:
        """Look at what waits for the teacher."""
        from board.screens.waiting.waiting import There, WaitingScreen

        def came_back(there: There | None) -> None:
            self._board.say_done("")
            if there is not None:
                student, step = there
                units = self._book.units
                unit = next((unit.id for unit in units if any(spot.id == step for spot in unit.spots)), "")
                self._board.go_to(student, step, unit)

        self._board.put_up(WaitingScreen(self._seat, self._sitting, self._shelf), came_back)

    def action_print(self, kind: str = "") -> None:
        """Choose a page and print it; a kind of page may be named."""
        from board.paper.rows import Around
        from board.screens.paper.print import PrintScreen

        here = self._board.shown_grid
        chosen = [] if here is None else [student.id for student in here.chosen_students]
        around = Around(
            self._board.unit.id if self._book.units else "",
            here.student.id if here is not None else "",
            here.step.id if here is not None else "",
            tuple(chosen) or tuple(self.last_group),
        )
        screen = PrintScreen(self._seat, self._sitting, around, self._shelf.paper, kind=kind)
        self._board.put_up(screen, lambda _: self._board.say_done(""))

    def action_students(self) -> None:
        """Change the students of the class."""
        self._board.put_up(self._students())

    def _students(self) -> Calm[None]:
        from board.screens.roster.students import StudentsScreen

        return StudentsScreen(self._sitting, self._shelf.cells)

    def action_steps(self) -> None:
        """Change the steps of the unit."""
        self._board.put_up(self._steps())

    def _steps(self) -> Calm[None]:
        from board.screens.units.steps import StepsScreen

        here = self._board.shown_grid
        unit = self._board.unit.id if self._book.units else ""
        step = here.step.id if here is not None else ""
        return StepsScreen(self._sitting, unit, self._shelf.cells, step)

    def action_practise(self) -> None:
        """Practise judging the step under the cursor."""
        from board.screens.guide.practise import PractiseScreen

        self._board.put_up(PractiseScreen(self._sitting, self._board.grid.step.id))

    def action_marker(self) -> None:
        """Say who marks from now on."""
        from board.screens.roster.adults import AdultsScreen

        def chosen(adult: str | None) -> None:
            if adult is not None and tried(self._board, lambda: AboutClass(self._sitting).sit_down(adult)):
                self._board.show_class()
                self._board.say_done(f"{with_roles(self._book.assessors)[adult]} marks from now on.")

        self._board.put_up(AdultsScreen(self._sitting), chosen)

    def action_versions(self) -> None:
        """Choose between versions that two computers wrote at the same time."""
        from board.screens.roster.versions import VersionsScreen

        if not self._book.choices:
            self._board.say("Nothing was changed on two computers at the same time.")
            return
        screen = VersionsScreen(self._sitting, self._seat.device.id)
        self._board.put_up(screen, lambda _: self._board.show_class())

    def action_lock(self) -> None:
        """Hide everything until an adult types the PIN."""
        self.kiosk.lock()

    def action_kiosk_settings(self) -> None:
        """Settle how the kiosk is, and when screens lock."""
        self.kiosk.settle()

    def action_rename(self) -> None:
        """Give the class another name."""
        answers = Answers("gives the class this name", f"leaves it {self._book.name}")
        self._marking.ask("Name of the class", self._book.name, answers, self._rename)

    def _rename(self, name: str) -> None:
        called = clean_name(name)
        if called:
            self._marking.do(lambda: AboutClass(self._sitting).rename(called))
