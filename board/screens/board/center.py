"""Center: one step, one small group, a number for each child; everything is recorded as one showing."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from board import words
from board.deeds.marks import Marks
from board.deeds.sitting import Sitting
from board.errors import Refusal
from board.mastery.curriculum import Step
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import Status
from board.screens.parts.keys_here import HELP
from board.screens.parts.live import LiveScreen
from board.screens.parts.trying import tell_refused
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.grid_plan import shortened, wrapped
from board.widgets.key_bar import KeyBar
from board.widgets.verdict_rows import MOST_ROWS, VerdictRow, VerdictRows, rows_in

_SHORT = 23
"""Lines of a screen on which children count more than a second line of criteria."""

_CENTER = KeyGroup(
    "Center",
    (
        Command(
            "keep", "enter", "Record all", "Record everything on this page as one showing; one undo takes it back.", 1
        ),
        Command("leave", "escape", "Leave", "Leave; nothing is recorded.", 2, "esc"),
        Command("page(1)", "pagedown,right", "More", "Go to the next children.", 3, "PgDn"),
        Command("page(-1)", "pageup,left", "Before", "Go to the children before.", 6, "PgUp"),
        Command("whole", "g", "Whole class", "Change between the small group and the whole class.", 4),
        Command("away", "a", "Away today", "The child under the cursor is away today.", 5),
        Command("change", "space", "Change", "Change the child under the cursor: got it, trying, nothing."),
        Command("step(-1)", "up", "Up", "Go to the child above.", sign="↑"),
        Command("step(1)", "down", "Down", "Go to the child below.", sign="↓"),
    ),
)
_DIGITS = KeyGroup(
    "One number for each child",
    tuple(
        Command(f"digit({digit})", str(digit), "Child", "Change the child of this number: got it, trying, nothing.")
        for digit in range(1, MOST_ROWS + 1)
    ),
)

_NEXT: dict[Kind | None, Kind | None] = {None: Kind.MASTERED, Kind.MASTERED: Kind.PRACTISING, Kind.PRACTISING: None}
"""What a further digit or tap makes of a verdict."""


class Recorded(NamedTuple):
    """What came of a center.

    Attributes:
        said: Words for it.
        group: Ids of the children it was about.
    """

    said: str
    group: tuple[str, ...]


class CenterScreen(LiveScreen[Recorded | None]):
    """Up to nine children at a time; nothing is recorded before Enter, and Esc leaves nothing behind.

    Args:
        sitting: What the showing is recorded through, and in which class.
        step: What is shown.
        boss: Whether it is a Boss.
        group: Ids of the small group; empty for the whole class.
        first: Id of the child whose page of the whole class comes first.
    """

    CSS_PATH = "center.tcss"
    KEYS = (_DIGITS, _CENTER)
    BINDINGS = bindings(KEYS)

    def __init__(self, sitting: Sitting, step: Step, *, boss: bool, group: Sequence[str], first: str) -> None:
        super().__init__(sitting.book)
        book = sitting.book
        self._marks, self._step, self._boss = Marks(sitting), step, boss
        self._class = book.students
        self._group = tuple(student for student in book.students if student.id in group)
        self._whole = not self._group
        self._verdicts: dict[str, Kind] = {}
        self._away = frozenset(self._marks.away_today())
        self._first = self._places().get(first, 0)

    def compose(self) -> ComposeResult:
        """What is shown, the children, what will be recorded, the keys."""
        yield Static(self._heading(self.app.size.width - 2), id="heading", markup=False)
        with Container():
            yield VerdictRows()
        yield Static(id="sum", markup=False)
        yield KeyBar((*_CENTER.commands, HELP))

    def on_resize(self, event: events.Resize) -> None:
        """Use the room there is."""
        self.query_one("#heading", Static).update(self._heading(event.size.width - 2))
        self.later.once_painted(self._show)

    def show_class(self) -> None:
        """Show how the children stand now; who is listed stays, so that nobody gets another number."""
        self._away = frozenset(self._marks.away_today())
        self._show()

    @on(VerdictRows.Tapped)
    def tap(self, event: VerdictRows.Tapped) -> None:
        """A tap does what the digit of the tapped child does."""
        children = [child.id for child in self._page]
        if event.child in children:
            self.action_digit(children.index(event.child) + 1)

    def action_digit(self, number: int) -> None:
        """Change the child of this number: got it, trying, nothing."""
        if number <= len(self._page):
            self._rows.cursor = number - 1
            self._change(self._page[number - 1])

    def action_change(self) -> None:
        """Change the child under the cursor."""
        self.action_digit(self._rows.cursor + 1)

    def action_away(self) -> None:
        """The child under the cursor is away today, or is here after all."""
        child = self._page[self._rows.cursor].id
        if child not in self._away:
            self._put(child, None if self._verdicts.get(child) is Kind.AWAY else Kind.AWAY)

    def action_step(self, by: int) -> None:
        """Go to the child above or below."""
        self._rows.cursor = max(0, min(self._rows.cursor + by, len(self._page) - 1))

    def action_page(self, by: int) -> None:
        """Go to other children."""
        first = self._first + by * self._per_page
        if 0 <= first < len(self._listed):
            self._first, self._rows.cursor = first, 0
            self._show()

    def action_whole(self) -> None:
        """Change between the small group and the whole class."""
        self._whole = not (self._whole and self._group)
        self._first = self._rows.cursor = 0
        self._show()

    def action_leave(self) -> None:
        """Leave nothing behind."""
        self.dismiss(None)

    @property
    def holds_work(self) -> bool:
        """Whether somebody was judged and nothing is recorded yet."""
        return bool(self._verdicts)

    def action_keep(self) -> None:
        """Record everything as one showing; what can't be kept stays on the screen."""
        if not self._verdicts:
            self.dismiss(None)
            return
        try:
            outcome = self._marks.record_showing(self._step.id, self._verdicts)
        except Refusal as refusal:
            tell_refused(self, str(refusal))
            return
        there = self._class if self._whole else self._group
        group = [child.id for child in there if not self._whole or child.id in self._verdicts]
        self.dismiss(Recorded(outcome.said, tuple(group)))

    @property
    def _rows(self) -> VerdictRows:
        return self.query_one(VerdictRows)

    @property
    def _listed(self) -> tuple[Student, ...]:
        return self._class if self._whole else self._group

    @property
    def _per_page(self) -> int:
        return rows_in(self._rows.size.height)

    @property
    def _page(self) -> tuple[Student, ...]:
        start = self._first - self._first % self._per_page
        return self._listed[start : start + self._per_page]

    def _places(self) -> dict[str, int]:
        return {child.id: at for at, child in enumerate(self._listed)}

    def _status(self, child: str) -> Status:
        return self.book.progress.spot(child, self._step.id).status

    def _change(self, child: Student) -> None:
        if self._status(child.id) is Status.MASTERED:
            self._tell(f"{child.name} has this sticker already; it stays.")
            return
        self._put(child.id, _NEXT.get(self._verdicts.get(child.id)))

    def _put(self, child: str, verdict: Kind | None) -> None:
        self._verdicts.pop(child, None)
        if verdict is not None:
            self._verdicts[child] = verdict
        self._show()

    def _show(self) -> None:
        self._rows.rows = tuple(map(self._row, self._page))
        self._rows.cursor = min(self._rows.cursor, max(0, len(self._page) - 1))
        self._tell(self._summed())

    def _row(self, child: Student) -> VerdictRow:
        spot = self.book.progress.spot(child.id, self._step.id)
        away = Kind.AWAY if child.id in self._away else None
        remark = "" if spot.status in (Status.OPEN, Status.MASTERED) else words.FOR_ADULTS[spot.status]
        if spot.status is Status.KEEP_WORKING and spot.mark and spot.mark.note:
            remark += f": {spot.mark.note}"
        if spot.own_version and spot.own_version.note:
            remark = f"Own version: {spot.own_version.note}"
        return VerdictRow(
            child.id,
            child.name,
            words.glyph(spot.status, boss=self._boss),
            spot.status is Status.MASTERED,
            self._verdicts.get(child.id, away),
            remark,
        )

    def _heading(self, width: int) -> Content:
        step = self._step
        first = shortened(f"{step.title}  {step.i_can}", width)
        looks_like = (
            wrapped(f"Looks like: {' · '.join(step.criteria)}", width, 1 + (self.app.size.height > _SHORT))
            if step.criteria
            else ()
        )
        return Content("\n".join((first, *looks_like))).stylize("bold", 0, min(len(step.title), len(first)))

    def _summed(self) -> str:
        verdicts = list(self._verdicts.values())
        told = [
            said.format(count=verdicts.count(kind))
            for kind, said in (
                (Kind.MASTERED, "{count} got it"),
                (Kind.PRACTISING, "{count} trying"),
                (Kind.AWAY, "{count} away"),
            )
            if kind in verdicts
        ]
        counts = ", ".join(told) or "1-9: got it, trying, nothing"
        pages = -(-len(self._listed) // self._per_page)
        about = ["whole class" if self._whole else f"group of {len(self._group)}"]
        about += [f"{self._first // self._per_page + 1} of {pages}"] if pages > 1 else []
        return f"{counts}  ({', '.join(about)})"

    def _tell(self, said: str) -> None:
        self.query_one("#sum", Static).update(said)
