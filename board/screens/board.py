"""The board: the grid of a unit, marked with one key."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from board import commands
from board.errors import Refusal
from board.mastery.curriculum import Unit
from board.mastery.facts import Kind
from board.mastery.progress import Status
from board.settings import Place
from board.sitting import Outcome, Sitting
from board.store.class_book import ClassBook
from board.widgets.grid_plan import ZOOMS
from board.widgets.key_bar import KeyBar
from board.widgets.spot_line import SpotLine
from board.widgets.spot_painter import Stickers
from board.widgets.sticker_grid import StickerGrid
from board.words import notes_on

NEWS_EVERY = 0.1
"""Seconds between looks for what other programs and devices changed."""

_REST = 2.0
"""Seconds the cursor stays before its place is worth keeping."""

_ROOM_FOR_STICKERS = (100, 30)
"""Cells of the smallest terminal that starts with stickers instead of the overview."""


class BoardScreen(Screen[None]):
    """The grid of one unit with its title, the words about the spot under the cursor, and the keys.

    Args:
        book: The open class.
        sitting: What marks are made through.
        place: Where to put the cursor.
        stickers: Where pictures come from.
        keep_place: Called with the place on the board when it should be remembered.
    """

    BINDINGS = commands.bindings((*commands.MARKING, *commands.LOOKING, *commands.BOARD))
    AUTO_FOCUS: ClassVar[str | None] = "StickerGrid"

    def __init__(
        self,
        book: ClassBook,
        sitting: Sitting,
        place: Place,
        stickers: Stickers,
        keep_place: Callable[[Place], None],
    ) -> None:
        super().__init__()
        self._book, self._sitting, self._stickers = book, sitting, stickers
        self._keep_place = keep_place
        self._place = place
        self._unit_number = next((at for at, unit in enumerate(book.units) if unit.id == place.unit), 0)
        self._last_mark: tuple[Kind, str | None] = (Kind.MASTERED, None)
        self._resting = self._kept = place
        self._told = ""

    @property
    def unit(self) -> Unit:
        """The unit on the board."""
        return self._book.units[self._unit_number]

    def compose(self) -> ComposeResult:
        """Title, grid or what to do first, words, keys."""
        yield Static(self._title(), id="title", markup=False)
        if self._has_spots():
            grid = StickerGrid(self.unit, self._book.students, self._book.progress, self._stickers, self._first_zoom())
            self.watch(grid, "here", lambda: self._tell(grid), init=False)
            yield grid
        else:
            yield Static(self._what_to_do_first(), id="empty", markup=False)
        yield SpotLine()
        yield KeyBar((commands.HELP, *commands.MARKING, *commands.LOOKING, commands.PRINT))

    def on_mount(self) -> None:
        """Land where the board was left, and look out for others' marks."""
        self._land()
        self.set_interval(NEWS_EVERY, self._take_news)
        self.set_interval(_REST, self._keep_resting_place)

    def _land(self) -> None:
        for grid in self.query(StickerGrid):
            grid.go_to(self._place.student, self._place.step)

    def _keep_resting_place(self) -> None:
        """Keep the place once the cursor has stayed on it for a while, so that a kill forgets little."""
        place = self.place
        if place == self._resting and place != self._kept:
            self.run_worker(partial(self._keep_place, place), thread=True, exit_on_error=False, group="place")
            self._kept = place
        self._resting = place

    @property
    def place(self) -> Place:
        """Where the board is now."""
        for grid in self.query(StickerGrid):
            return Place(self.unit.id, grid.student.id, grid.step.id, grid.zoom)
        return self._place

    @on(StickerGrid.Tapped)
    def mark_tapped(self) -> None:
        """A second tap on a spot means got it."""
        self.action_mark(Kind.MASTERED)

    @on(KeyBar.Tapped)
    async def do_tapped(self, event: KeyBar.Tapped) -> None:
        """A tapped key does what the key does."""
        await self.run_action(event.action)

    def action_mark(self, kind: str) -> None:
        """Mark the spot under the cursor."""
        self._mark(Kind(kind), None)

    def action_repeat(self) -> None:
        """Make the last mark once more, here."""
        self._mark(*self._last_mark)

    def action_keep_working(self) -> None:
        """Ask for one tip, then mark keep working."""
        from board.screens.note import NoteScreen  # noqa: PLC0415 - the board is up before its dialogs are loaded

        grid = self.query_one(StickerGrid)
        spot = (grid.student.id, grid.step.id)
        if self._book.progress.spot(*spot).status is Status.MASTERED:
            self._mark(Kind.KEEP_WORKING, None)  # says that the sticker stays, before a tip is written for nothing
            return

        def mark(tip: str | None) -> None:
            if tip is not None:
                self._mark(Kind.KEEP_WORKING, tip or None, spot)

        title = f"{grid.student.name} · {grid.step.title}: keep working"
        self.app.push_screen(NoteScreen(title, "One tip, or Enter for none", recent=self._recent_tips()), mark)

    def action_note(self) -> None:
        """Ask for a note, then keep it."""
        from board.screens.note import NoteScreen  # noqa: PLC0415 - the board is up before its dialogs are loaded

        grid = self.query_one(StickerGrid)
        spot = (grid.student.id, grid.step.id)

        def keep(text: str | None) -> None:
            if text:
                self._mark(Kind.NOTE, text, spot)

        title = f"Note: {grid.student.name} · {grid.step.title}"
        earlier = notes_on(self._book.progress.spot(*spot), self._judges)
        self.app.push_screen(NoteScreen(title, "Only adults see it", earlier=earlier), keep)

    def action_spot(self) -> None:
        """Show the step's criteria and the history of this spot."""
        from board.screens.spot import SpotScreen  # noqa: PLC0415 - the board is up before its dialogs are loaded

        grid = self.query_one(StickerGrid)
        spot = self._book.progress.spot(grid.student.id, grid.step.id)
        self.app.push_screen(SpotScreen(grid.student, grid.step, spot, self._judges))

    def action_undo(self) -> None:
        """Take back the last mark."""
        self._do(self._sitting.undo)

    def action_redo(self) -> None:
        """Put back what was taken back."""
        self._do(self._sitting.redo)

    def action_unit(self, on: int) -> None:
        """Go to another unit; after the last comes the first."""
        if self._book.units:
            self._unit_number = (self._unit_number + on) % len(self._book.units)
            self._show_everything()

    def action_zoom(self, by: int) -> None:
        """Make the spots bigger or smaller."""
        for grid in self.query(StickerGrid):
            grid.zoom = (grid.zoom + by) % len(ZOOMS)

    def action_print(self) -> None:
        """Choose a chart and print it."""
        from board.screens.print import PrintScreen  # noqa: PLC0415 - the board is up before its dialogs are loaded

        if self.query(StickerGrid):
            self.app.push_screen(PrintScreen(self._book, self.unit, self._book.folder / "prints"))

    def action_help(self) -> None:
        """Show every key and sign."""
        from board.screens.help import HelpScreen  # noqa: PLC0415 - the board is up before its dialogs are loaded

        self.app.push_screen(HelpScreen())

    def action_quit(self) -> None:
        """Remember the place and close."""
        self._keep_place(self.place)
        self.app.exit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual gives both
        """Offer marking only where there is something to mark."""
        needs_grid = {"mark", "keep_working", "repeat", "note", "spot", "zoom", "print"}
        return action not in needs_grid or self._has_spots()

    def _has_spots(self) -> bool:
        return bool(self._book.students and self._book.units and self.unit.spots)

    def _mark(self, kind: Kind, note: str | None, spot: tuple[str, str] | None = None) -> None:
        grid = self.query_one(StickerGrid)
        here = spot or (grid.student.id, grid.step.id)
        outcome = self._do(lambda: self._sitting.mark(kind, [here], note=note))
        if outcome is not None and outcome.facts and kind is not Kind.NOTE:
            self._last_mark = (kind, note)

    def _do(self, wish: Callable[[], Outcome]) -> Outcome | None:
        """Do something and say so; what can't be kept is said and not shown, and gives None."""
        try:
            outcome = wish()
        except Refusal as refusal:
            self.notify(str(refusal), severity="error", markup=False, timeout=10)
            return None
        self.app.clear_notifications()
        self.query_one(SpotLine).say(outcome.said)
        for grid in self.query(StickerGrid):
            grid.update(self._book.progress)
            self._tell(grid, keep_said=True)
        return outcome

    def _take_news(self) -> None:
        try:
            news = self._book.news()
        except Refusal as refusal:
            if str(refusal) != self._told:
                self._told = str(refusal)
                self.notify(self._told, severity="error", markup=False, timeout=10)
            return
        if news.documents:
            self._show_everything()
        elif news.facts:
            for grid in self.query(StickerGrid):
                grid.update(self._book.progress)
                self._tell(grid, keep_said=True)

    def _show_everything(self) -> None:
        self._unit_number = min(self._unit_number, max(0, len(self._book.units) - 1))
        self.query_one("#title", Static).update(self._title())
        grids = list(self.query(StickerGrid))
        if grids and self._has_spots():
            grids[0].show(self.unit, self._book.students, self._book.progress)
            self._tell(grids[0])
        else:
            self._place = self.place
            self.refresh(recompose=True)
            self.call_after_refresh(self._land)
            self.refresh_bindings()

    def _tell(self, grid: StickerGrid, *, keep_said: bool = False) -> None:
        line = self.query_one(SpotLine)
        if not keep_said:
            line.say("")
        row = self._book.progress.row(grid.student.id)
        line.tell(self.unit, grid.student, grid.step, row, self._book.assessors)

    def _title(self) -> Content:
        units = self._book.units
        if not units:
            return Content(self._book.name)
        number = f"  ·  unit {self._unit_number + 1} of {len(units)}" if len(units) > 1 else ""
        return Content(f"{self._book.name}  ·  {self.unit.title}{number}")

    def _what_to_do_first(self) -> Content:
        steps = []
        if not self._book.students:
            steps.append("Add the students from a list of names:\n\nboard roster NAMES.csv")
        if not self._book.units:
            steps.append("Add a unit of I-can steps:\n\nboard unit UNIT.toml")
        if not steps:
            return Content("This unit has no steps. Import its file again with: board unit UNIT.toml")
        return Content("\n\n\n".join(["This class is new.", *steps, "They appear here by themselves."]))

    def _first_zoom(self) -> int:
        if self._place.zoom is not None and 0 <= self._place.zoom < len(ZOOMS):
            return self._place.zoom
        wide, high = _ROOM_FOR_STICKERS
        return int(self.app.size.width >= wide and self.app.size.height >= high)

    def _recent_tips(self) -> tuple[str, ...]:
        """Give the tips given most recently, newest first, each once."""
        tips = (fact.note for fact in reversed(self._book.facts) if fact.kind is Kind.KEEP_WORKING and fact.note)
        return tuple(dict.fromkeys(tips))[:5]

    @property
    def _judges(self) -> dict[str, str]:
        return {assessor.id: assessor.name for assessor in self._book.assessors}
