"""The board: the grid of a unit, marked with one key."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.command import Provider
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Static

from board.art.shelf import StickerShelf
from board.deeds.history import BOARD
from board.deeds.judging import Judging
from board.deeds.marks import Marks
from board.deeds.new_stickers import NewStickers
from board.deeds.sitting import Sitting, Target
from board.mastery.curriculum import Unit
from board.mastery.facts import Kind
from board.screens.board.choosing import Choosing
from board.screens.board.doors import Doors
from board.screens.board.keys import NEEDS_SPOTS, ON_THE_BOARD, shut, shut_by
from board.screens.board.marking import Marking
from board.screens.board.resting import Resting
from board.screens.board.title import board_title
from board.screens.parts.calm import take_actions
from board.screens.parts.keys_here import HELP
from board.screens.parts.live import LiveScreen
from board.screens.parts.trying import Turning
from board.seat.seat import Seat
from board.seat.settings import Place
from board.widgets.browser import TOUCH_CLASS
from board.widgets.class_grid import ClassGrid
from board.widgets.command import KeyGroup, bindings, commands_of, without
from board.widgets.glance import Glance
from board.widgets.grid_plan import ZOOMS, first_zoom
from board.widgets.growing_grid import GrowingGrid
from board.widgets.key_bar import KeyBar
from board.widgets.spot_line import SpotLine
from board.widgets.sticker_grid import StickerGrid
from board.words.outcomes.to_adults import to_adults
from board.words.outcomes.told import Told


def _palette() -> type[Provider]:
    from board.screens.board.palette import BoardPalette  # noqa: PLC0415 - the board is up before its palette is loaded

    return BoardPalette


class BoardScreen(LiveScreen[None]):
    """The grid of one unit with its title, the words about the spot under the cursor, and the keys.

    Args:
        seat: Where one sits.
        sitting: What marks are made through, and in which class.
        place: Where to put the cursor.
        shelf: Where stickers come from.
        keep_place: Called with the place on the board when it should be remembered.
    """

    KEYS = ON_THE_BOARD
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "ClassGrid"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette}
    NO_PLACE = "A single line has no place on the board: s takes names of students, g takes I-can lines, n a note."

    def __init__(
        self, seat: Seat, sitting: Sitting, place: Place, shelf: StickerShelf, *, keep_place: Callable[[Place], None]
    ) -> None:
        super().__init__(sitting.book)
        self._sitting, self._shelf, self._marks = sitting, shelf, Marks(sitting)
        self._judging, self._new = Judging(sitting), NewStickers(sitting)
        self._place, self._keep_place = place, keep_place
        self._unit_number = next((at for at, unit in enumerate(self.book.units) if unit.id == place.unit), 0)
        self._listed: tuple[object, object] = (self.book.students, self.book.units)
        self._slid: Glance | None = None
        self.marking = Marking(self, sitting)
        self._choosing = Choosing(self, sitting, self.marking)
        self.doors = Doors(self, seat, sitting, self.marking, shelf=shelf, group=place.group)
        self.resting = Resting(self, self.book, shelf, lambda: self.place, keep_place)
        turning = Turning(self.marking.do, sitting, lambda: BOARD)
        for doer in (self.marking, turning, self._choosing, self.doors):
            take_actions(self, doer)

    @property
    def unit(self) -> Unit:
        """The unit on the board; only there when the class has any."""
        return self.book.units[self._unit_number]

    @property
    def grid(self) -> GrowingGrid:
        """The grid; only there when the class has students and the unit has steps."""
        return self.query_one(GrowingGrid)

    @property
    def shown_grid(self) -> GrowingGrid | None:
        """The grid, None where there are no spots yet."""
        return next(iter(self.query(GrowingGrid)), None)

    @property
    def targets(self) -> Sequence[Target]:
        """The spots of the step under the cursor: of the chosen students, else of the one under the cursor."""
        grid = self.grid
        return [(student.id, grid.step.id) for student in grid.chosen_students or (grid.student,)]

    def compose(self) -> ComposeResult:
        """Title, grid or what to do first, words, keys."""
        yield Static(self._title(), id="title", markup=False)
        if self._has_spots():
            zoom = first_zoom(self._place.zoom, self.app.size, is_touched=self.app.has_class(TOUCH_CLASS))
            grid = GrowingGrid(self.unit, self._choosing.students, self.book.progress, self._shelf, zoom)
            grid.set_reactive(ClassGrid.away, frozenset(self._sitting.away_today()))
            self.watch(grid, "here", lambda: self._tell_spot(grid), init=False)
            self.watch(grid, "chosen", lambda: self._tell_spot(grid, keep_said=True), init=False)
            yield grid
        else:
            with Vertical(id="empty"):
                yield from _what_to_do_first(self._sitting, has_steps=bool(self.book.units and self.unit.spots))
        yield SpotLine()
        yield KeyBar((HELP, *commands_of(self.keys)))

    def on_mount(self) -> None:
        """Land where the board was left; once it is painted, keep what should be remembered."""
        self._land()
        self.call_after_refresh(self.resting.begin, self._place)

    def _land(self) -> None:
        for grid in self.query(ClassGrid):
            grid.go_to(self._place.student, self._place.step)

    @property
    def place(self) -> Place:
        """How the board is now."""
        grid = self.shown_grid if self.book.units else None
        if grid is None:
            return self._place
        group, actor = self.doors.last_group, self._sitting.actor.id
        return Place(self.unit.id, grid.student.id, grid.step.id, grid.zoom, group, actor)

    def go_to(self, student: str = "", step: str = "", unit: str = "") -> None:
        """Put the cursor on what is named by id; a student who is not shown brings everyone back."""
        number = next((at for at, one in enumerate(self.book.units) if one.id == unit), self._unit_number)
        if number != self._unit_number or self._choosing.hides(student):
            self._unit_number = number
            self._choosing.show_everyone()
        for grid in self.query(ClassGrid):
            grid.go_to(student, step)

    @on(StickerGrid.Tapped)
    def mark_tapped(self, event: StickerGrid.Tapped) -> None:
        """A second tap on a spot means got it: for everyone chosen where the tapped child is one of them."""
        chosen = [student.id for student in self.grid.chosen_students]
        students = chosen if event.student in chosen else [event.student]
        self.marking.mark(Kind.MASTERED, None, [(student, event.step) for student in students])

    @on(ClassGrid.LetGo)
    def say_let_go(self) -> None:
        """A tap on the spot of somebody who is not chosen lets everyone chosen go."""
        self.say("Nobody is chosen any more: the next mark is for this child alone.")

    def action_unit(self, on: int) -> None:
        """Go to another unit; after the last comes the first."""
        if self.book.units:
            self._unit_number = (self._unit_number + on) % len(self.book.units)
            self._choosing.show_everyone()

    def action_zoom(self, by: int) -> None:
        """Make the spots bigger or smaller."""
        self.grid.zoom = (self.grid.zoom + by) % len(ZOOMS)

    def action_quit(self) -> None:
        """Remember the place and close."""
        self._keep_place(self.place)
        self.app.exit()

    def take_pasted(self, text: str) -> bool:
        """Names and steps that are pasted here go to their lists; another file is a picture of the spot under the cursor."""
        return self.doors.take_pasted(text)

    @property
    def keys(self) -> tuple[KeyGroup, ...]:
        """Its keys, as far as they do something: some need spots, and some another unit to go to."""
        return without(self.KEYS, (*shut(self._sitting, has_spots=self._has_spots()), *shut_by(self.app)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual gives both
        """Offer what is about spots only where there are some, and where the eye can have followed the cursor."""
        if action in shut(self._sitting, has_spots=self._has_spots()):
            return False
        return action not in NEEDS_SPOTS or self._slid is None or self._slid.is_seen

    def say(self, said: str) -> None:
        """Say something beside the words about the spot."""
        for line in self.query(SpotLine):  # none while the board is taken down
            line.say(said)

    def say_done(self, said: str) -> None:
        """Say what was done; whoever was chosen is let go."""
        self.say(said)
        for grid in self.query(ClassGrid):
            grid.chosen = frozenset()

    def tell(self, told: Told) -> None:
        """Say what came of a wish."""
        self.say_done(to_adults(told))

    def show_class(self) -> None:
        """Show the class as it is now."""
        if self._listed != (self.book.students, self.book.units):
            self._show_everything()
        for grid in self.query(GrowingGrid) if self._has_spots() else ():
            grid.most = self._new.most(on_top=self.is_active)
            grid.update(self.book.progress)
            grid.away = frozenset(self._sitting.away_today())
            self._tell_spot(grid, keep_said=True)
        self._show_title()

    def _show_everything(self) -> None:
        """Show the class anew: its units, its students, or both have changed."""
        self._listed = (self.book.students, self.book.units)
        self._unit_number = min(self._unit_number, max(0, len(self.book.units) - 1))
        if self._choosing.step is None or self.shown_grid is None:
            self._choosing.forget()
        before = self.place
        self.show_grid()
        if (self.place.student, self.place.step) != (before.student, before.step):
            self._slid = Glance()  # keys that were meant for whoever is gone do nothing

    def _has_spots(self) -> bool:
        return bool(self.book.students and self.book.units and self.unit.spots)

    def show_grid(self) -> None:
        """Show the unit with those students who are to be shown."""
        self._show_title()
        grid = self.shown_grid
        if grid is not None and self._has_spots():
            grid.show(self.unit, self._choosing.students, self.book.progress)
            self._tell_spot(grid)
        else:
            self._place = self.place
            self.refresh(recompose=True)
            self.call_after_refresh(self._land)
            self.refresh_bindings()

    def _tell_spot(self, grid: ClassGrid, *, keep_said: bool = False) -> None:
        line = self.query_one(SpotLine)
        if not keep_said:
            line.say("")
        if grid.chosen_students:
            line.tell_chosen(grid.chosen_students, grid.step)
            return
        book, row = self.book, self._judging.row(grid.student.id)
        line.tell(self.unit, grid.student, grid.step, progress=book.progress, row=row, assessors=book.assessors)

    def _title(self) -> Content:
        return board_title(self._sitting, self._unit_number, self._choosing.told)

    def _show_title(self) -> None:
        line, title = self.query_one("#title", Static), self._title()
        if line.content != title:
            line.update(title, layout=False)


def _what_to_do_first(sitting: Sitting, *, has_steps: bool) -> ComposeResult:
    """Give the doors to what is missing, in the place of the grid."""
    book = sitting.book
    yield Static("Nothing stands on this board yet." if book.units else "This class is new.", markup=False)
    if not sitting.has_lists:
        return
    if not book.students:
        yield Button("s  Add the students: paste or type their names", action="screen.students")
    if not has_steps:
        yield Button('g  Add the steps: paste "I can" lines', action="screen.steps")
