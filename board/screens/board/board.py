"""The board: the grid of a unit, marked with one key."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from board.art.shelf import StickerShelf
from board.deeds.sitting import Sitting, Target
from board.mastery.curriculum import Step
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.screens.board.doors import BoardDoors
from board.screens.board.keys import FOOT, NEEDS_SPOTS, ON_THE_BOARD
from board.screens.board.shown import Only, Shown, shown_students
from board.screens.board.title import board_title
from board.screens.parts.glance import Glance
from board.screens.pictures.preparing import keep_prepared
from board.seat import Seat
from board.settings import Place
from board.store.book import Book
from board.widgets.class_grid import ClassGrid
from board.widgets.command import KeyGroup, bindings, without
from board.widgets.grid_plan import ZOOMS, first_zoom
from board.widgets.key_bar import KeyBar
from board.widgets.spot_line import SpotLine
from board.widgets.sticker_grid import StickerGrid

_PAINTED, _REST = 0.2, 2.0
"""Seconds after the first painting until stickers are cut: what that loads is in nobody's way then; and seconds the cursor
stays before its place is worth keeping."""


class BoardScreen(BoardDoors):
    """The grid of one unit with its title, the words about the spot under the cursor, and the keys.

    Args:
        seat: Where one sits.
        book: The open class.
        sitting: What marks are made through.
        place: Where to put the cursor.
        shelf: Where stickers come from.
        keep_place: Called with the place on the board when it should be remembered.
    """

    KEYS = ON_THE_BOARD
    BINDINGS = bindings(ON_THE_BOARD)
    AUTO_FOCUS: ClassVar[str | None] = "ClassGrid"

    def __init__(
        self,
        seat: Seat,
        book: Book,
        sitting: Sitting,
        place: Place,
        shelf: StickerShelf,
        *,
        keep_place: Callable[[Place], None],
    ) -> None:
        super().__init__(seat, book, sitting, shelf, place.group)
        self._keep_place = keep_place
        self._place = self._resting = self._kept = place
        self._unit_number = next((at for at, unit in enumerate(book.units) if unit.id == place.unit), 0)
        self._only = Only()
        self._listed: tuple[object, object] = (book.students, book.units)
        self._slid: Glance | None = None
        self._lookouts: list[Timer] = []

    @property
    def targets(self) -> Sequence[Target]:
        """The spots of the step under the cursor: of the chosen students, else of the one under the cursor."""
        grid = self.grid
        return [(student.id, grid.step.id) for student in grid.chosen_students or (grid.student,)]

    def compose(self) -> ComposeResult:
        """Title, grid or what to do first, words, keys."""
        yield Static(self._title(), id="title", markup=False)
        if self._has_spots():
            grid = ClassGrid(
                self.unit, self.students, self._book.progress, self._shelf, first_zoom(self._place.zoom, self.app.size)
            )
            grid.set_reactive(ClassGrid.away, frozenset(self._marks.away_today()))
            self.watch(grid, "here", lambda: self._tell(grid), init=False)
            self.watch(grid, "chosen", lambda: self._tell(grid, keep_said=True), init=False)
            yield grid
        else:
            yield from self.what_to_do_first()
        yield SpotLine()
        yield KeyBar(FOOT)

    def on_mount(self) -> None:
        """Land where the board was left; once it is painted, keep what should be remembered."""
        self._land()
        self.call_after_refresh(self._look_out)

    def _look_out(self) -> None:
        self._lookouts = [
            self.set_timer(_PAINTED, partial(keep_prepared, self, self._shelf)),
            self.set_interval(_REST, self._see_to_it),
        ]

    def rest(self) -> None:
        """Look out for nothing any more: the class is closed."""
        for lookout in self._lookouts:
            lookout.stop()

    def _land(self) -> None:
        for grid in self.query(ClassGrid):
            grid.go_to(self._place.student, self._place.step)

    def _see_to_it(self) -> None:
        """Keep the place, and want pictures again that have come; one timer for both wakes a board at rest less often."""
        self._keep_resting_place()
        self._shelf.look_again()

    def _keep_resting_place(self) -> None:
        """Keep the place once the cursor has stayed on it for a while, so that a kill forgets little."""
        place = self.place
        if place == self._resting and place != self._kept:
            self.run_worker(partial(self._keep_place, place), thread=True, exit_on_error=False, group="place")
            self._kept = place
        self._resting = place

    @property
    def place(self) -> Place:
        """How the board is now."""
        for grid in self.query(ClassGrid) if self.units else ():
            return Place(
                self.unit.id, grid.student.id, grid.step.id, grid.zoom, self._last_group, self._sitting.actor.id
            )
        return self._place

    def go_to(self, student: str = "", step: str = "", unit: str = "") -> None:
        """Put the cursor on what is named by id; a student who is not shown brings everyone back."""
        number = next((at for at, one in enumerate(self.units) if one.id == unit), self._unit_number)
        hidden = student and self._only.ids and student not in self._only.ids
        if number != self._unit_number or hidden:
            self._unit_number = number
            self._show_only(Shown.EVERYONE)
        for grid in self.query(ClassGrid):
            grid.go_to(student, step)

    @on(StickerGrid.Tapped)
    def mark_tapped(self, event: StickerGrid.Tapped) -> None:
        """A second tap on a spot means got it: for everyone chosen where the tapped child is one of them."""
        chosen = [student.id for student in self.grid.chosen_students]
        students = chosen if event.student in chosen else [event.student]
        self.mark(Kind.MASTERED, None, [(student, event.step) for student in students])

    @on(ClassGrid.LetGo)
    def say_let_go(self) -> None:
        """A tap on the spot of somebody who is not chosen lets everyone chosen go."""
        self.query_one(SpotLine).say("Nobody is chosen any more: the next mark is for this child alone.")

    def action_choose(self) -> None:
        """Choose the student under the cursor, or let them go."""
        self.grid.choose()

    def action_choose_all(self) -> None:
        """Choose everyone in sight, or let all go."""
        self.grid.choose_all()

    def action_choose_on(self, down: int) -> None:
        """Choose the student under the cursor and the next one."""
        grid = self.grid
        grid.chosen |= {grid.student.id}
        grid.action_move(down, 0)
        grid.chosen |= {grid.student.id}

    def action_let_go(self) -> None:
        """Let go of everyone chosen; then show all students again."""
        if self.grid.chosen:
            self.grid.chosen = frozenset()
        else:
            self._show_only(Shown.EVERYONE)

    def action_away(self) -> None:
        """Students are away today, or are here after all."""
        students = [student for student, _ in self.targets]
        self.do(lambda: self._marks.toggle_away(students))

    def action_filter(self) -> None:
        """Show only some students; kinds of which there is nobody are passed over."""
        shown = self._only.shown.after()
        while shown is not Shown.EVERYONE and not self._who_is(shown):
            shown = shown.after()
        self._show_only(shown)

    def action_unit(self, on: int) -> None:
        """Go to another unit; after the last comes the first."""
        if self.units:
            self._unit_number = (self._unit_number + on) % len(self.units)
            self._show_only(Shown.EVERYONE)

    def action_zoom(self, by: int) -> None:
        """Make the spots bigger or smaller."""
        self.grid.zoom = (self.grid.zoom + by) % len(ZOOMS)

    def action_quit(self) -> None:
        """Remember the place and close."""
        self._keep_place(self.place)
        self.app.exit()

    @property
    def keys(self) -> tuple[KeyGroup, ...]:
        """Its keys; where there is no spot yet, those that need none."""
        return self.KEYS if self._has_spots() else without(self.KEYS, NEEDS_SPOTS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual gives both
        """Offer what is about spots only where there are some, and where the eye can have followed the cursor."""
        if action not in NEEDS_SPOTS:
            return True
        return self._has_spots() and (self._slid is None or self._slid.is_seen)

    def say_done(self, said: str) -> None:
        """Say what was done; whoever was chosen is let go."""
        for line in self.query(SpotLine):  # none while the board is taken down
            line.say(said)
        for grid in self.query(ClassGrid):
            grid.chosen = frozenset()

    def show_class(self) -> None:
        """Show the class as it is now."""
        if self._listed != (self.students, self.units):
            self._show_everything()
        for grid in self.query(ClassGrid) if self._has_spots() else ():
            grid.update(self._book.progress)
            grid.away = frozenset(self._marks.away_today())
            self._tell(grid, keep_said=True)
        self._show_title()

    def _show_everything(self) -> None:
        """Show the class anew: its units, its students, or both have changed."""
        self._listed = (self.students, self.units)
        self._unit_number = min(self._unit_number, max(0, len(self.units) - 1))
        if self._step_of_filter is None or not self.query(ClassGrid):
            self._only = Only()
        before = self.place
        self._show_grid()
        if (self.place.student, self.place.step) != (before.student, before.step):
            self._slid = Glance()  # keys that were meant for whoever is gone do nothing

    def _has_spots(self) -> bool:
        return bool(self.students and self.units and self.unit.spots)

    def _who_is(self, shown: Shown) -> tuple[Student, ...]:
        grid = self.grid
        return shown_students(shown, self.students, grid.step, self._book.progress, grid.chosen)

    def _show_only(self, shown: Shown) -> None:
        """Show only these students."""
        wanted = () if shown is Shown.EVERYONE else self._who_is(shown)
        ids = frozenset(student.id for student in wanted)
        self._only = Only(shown, self.grid.step.id, ids) if wanted else Only()
        self._show_grid()

    def _shown_students(self) -> tuple[Student, ...]:
        return tuple(one for one in self.students if one.id in self._only.ids) or self.students

    @property
    def _step_of_filter(self) -> Step | None:
        return next((spot for spot in self.unit.spots if spot.id == self._only.step), None) if self.units else None

    def _show_grid(self) -> None:
        self._show_title()
        grids = list(self.query(ClassGrid))
        if grids and self._has_spots():
            grids[0].show(self.unit, self._shown_students(), self._book.progress)
            self._tell(grids[0])
        else:
            self._place = self.place
            self.refresh(recompose=True)
            self.call_after_refresh(self._land)
            self.refresh_bindings()

    def _tell(self, grid: ClassGrid, *, keep_said: bool = False) -> None:
        line = self.query_one(SpotLine)
        if not keep_said:
            line.say("")
        if grid.chosen_students:
            line.tell_chosen(grid.chosen_students, grid.step)
            return
        line.tell(self.unit, grid.student, grid.step, self._book.progress, self._book.assessors)

    def _title(self) -> Content:
        step = self._step_of_filter
        shown = "" if step is None else self._only.told(self._shown_students(), step, self._book.progress)
        return board_title(self._book, self._sitting, self._unit_number, shown)

    def _show_title(self) -> None:
        line, title = self.query_one("#title", Static), self._title()
        if line.content != title:
            line.update(title, layout=False)
