"""Center: one step, one small group, a number for each child, ticks for what was seen; all is recorded as one showing."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size
from textual.widgets import Static

from board import words
from board.deeds.center_in_hand import SHOWN, CenterInHand
from board.deeds.sitting import Sitting
from board.mastery.curriculum import Step
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import Status
from board.mastery.showing import recent_tips
from board.screens.judging.listed import Listed
from board.screens.parts.keys_here import HELP
from board.screens.parts.live import LiveScreen
from board.screens.parts.notice import Notice
from board.screens.parts.question import TIP, Answers
from board.screens.parts.trying import outcome_of
from board.widgets.center_heading import CenterHeading
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.verdict_rows import MOST_ROWS, VerdictRow, VerdictRows

_CENTER = KeyGroup(
    "Center",
    (
        Command("keep", "enter", "Record", "Record everything on this page as one showing; one undo takes it back.", 1),
        Command("leave", "escape", "Leave", "Leave; nothing is recorded.", 2, "esc"),
        Command("criteria", "tab", "Seen", "The digits tick criteria for all who got it; again: children.", 3),
        Command("keep_working", "k", "Keep working", "The child under the cursor keeps working, with one tip.", 5),
        Command("ready", "r", "Ready", "The child under the cursor is ready to show it; again: in the next way."),
        Command("page(1)", "pagedown,right", "More", "Go to the next children.", 4, "PgDn"),
        Command("page(-1)", "pageup,left", "Before", "Go to the children before.", 8, "PgUp"),
        Command("whole", "g", "Whole class", "Change between the small group and the whole class.", 6),
        Command("away", "a", "Away today", "The child under the cursor is away today.", 7),
        Command("know", "i", "Know", "What there is to know of the child under the cursor, for your eyes.", 9),
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

_ALL = "All who got it"
_KEEPS_WORKING = Answers("keeps the tip until all is recorded", "changes nothing", empty="keeps no tip")


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
        self._sitting, self._boss, self._hand = sitting, boss, CenterInHand(sitting, step)
        self._ticking = self._of_one = False
        self._listed = Listed.begun(sitting.book.students, group, first)
        self._away = frozenset(sitting.away_today())

    def compose(self) -> ComposeResult:
        """What is shown, the children, what will be recorded, the keys."""
        yield CenterHeading(id="heading")
        with Container():
            yield VerdictRows()
        yield Static(id="sum", markup=False)
        yield KeyBar((*_CENTER.commands, HELP))

    def on_resize(self, event: events.Resize) -> None:
        """Use the room there is."""
        self._head(event.size)
        self.later.once_painted(self._show)

    def show_class(self) -> None:
        """Show how the children stand now, each under its number; what was taken from under the hand is to be read first."""
        news = self._hand.read_again()
        self._listed = self._listed.renamed(self._hand.student)
        self._away = frozenset(self._sitting.away_today())
        self._show()
        if news:
            self.later.once_painted(lambda: self.put_up(Notice(" ".join(news))))

    @on(VerdictRows.Tapped)
    def tap(self, event: VerdictRows.Tapped) -> None:
        """A tap does what the digit of the tapped child does; while criteria are ticked, it goes to the child, or ticks."""
        children = [child.id for child in self._page]
        if event.child in children and not self._ticking:
            self._judge(children.index(event.child) + 1)
        elif event.child in children:
            self._rows.cursor, self._of_one = children.index(event.child), True
            self._tick(event.tick)

    @on(CenterHeading.Tapped)
    def tap_heading(self, event: CenterHeading.Tapped) -> None:
        """A tap on a criterion ticks it for whom the heading says; a tap on the name there goes back to all who got it."""
        if event.number:
            self._tick(event.number)
        else:
            self._of_one = False
            self._show()

    def action_criteria(self) -> None:
        """Let the digits mean criteria, or children again."""
        if not self._ticking and not any(self._hand.ticks.lines(child.id) for child in self._page):
            self._tell("This step has no criteria to tick.")
            return
        self._ticking, self._of_one = not self._ticking, False
        self._show()

    def action_digit(self, number: int) -> None:
        """Change the child of this number, or tick the criterion of it."""
        (self._tick if self._ticking else self._judge)(number)

    def _tick(self, number: int) -> None:
        """Tick a criterion for all who got it, or for the child the cursor was moved onto."""
        ticked = self._hand.tick(number, self._page[self._rows.cursor].id if self._of_one else None)
        self._show()
        if not ticked:
            self._tell("Nobody to tick for: Tab, then a child.")

    def _judge(self, number: int) -> None:
        """Change the child of this number: got it, trying, nothing."""
        if number <= len(self._page):
            self._rows.cursor, child = number - 1, self._page[number - 1]
            if not self._is_settled(child):
                self._hand.go_round(child.id)
                self._show()

    def action_change(self) -> None:
        """Change the child under the cursor."""
        self._judge(self._rows.cursor + 1)

    def action_away(self) -> None:
        """The child under the cursor is away today, or is here after all."""
        child = self._page[self._rows.cursor]
        if child.id not in self._away and self._hand.student(child):
            self._hand.say(child.id, None if self._hand.said.get(child.id) is Kind.AWAY else Kind.AWAY)
            self._show()

    def action_keep_working(self) -> None:
        """Ask for one tip for the child under the cursor, who keeps working."""
        from board.screens.parts.note import NoteScreen  # noqa: PLC0415 - only when it is asked for

        child = self._page[self._rows.cursor]
        if self._is_settled(child):
            return

        def answered(tip: str | None) -> None:
            if tip is not None:
                self._hand.keep_working(child.id, tip)
                self._show()

        recent = recent_tips(self.book.facts, 5)
        self.put_up(NoteScreen(f"{child.name}: keep working", TIP, _KEEPS_WORKING, recent=recent), answered)

    def action_ready(self) -> None:
        """The child under the cursor is ready to show it; pressed again in the next way, and after the last one not at all."""
        child = self._page[self._rows.cursor]
        if not self._is_settled(child):
            self._hand.ready(child.id)
            self._show()

    def action_know(self) -> None:
        """Say what there is to know of the child under the cursor, until something else is done."""
        child = self._page[self._rows.cursor]
        self._tell(f"{child.name}: {self._hand.to_know(child.id)}")

    def action_step(self, by: int) -> None:
        """Go to the child above or below."""
        self._rows.cursor = max(0, min(self._rows.cursor + by, len(self._page) - 1))
        self._of_one = self._ticking
        self._show()

    def action_page(self, by: int) -> None:
        """Go to other children."""
        listed = self._listed.turned(by, self._per_page)
        if listed != self._listed:
            self._listed, self._rows.cursor = listed, 0
            self._show()

    def action_whole(self) -> None:
        """Change between the small group and the whole class."""
        self._listed, self._rows.cursor = self._listed.changed(), 0
        self._show()

    def action_leave(self) -> None:
        """Leave nothing behind."""
        self.dismiss(None)

    @property
    def holds_work(self) -> bool:
        """Whether somebody was judged and nothing is recorded yet."""
        return bool(self._hand.said)

    def action_keep(self) -> None:
        """Record everything as one showing; what can't be kept stays on the screen."""
        if not self._hand.said:
            self.dismiss(None)
            return
        outcome = outcome_of(self, self._hand.record)
        if outcome is not None:
            listed, said = self._listed, self._hand.said
            group = [child.id for child in listed.children if not listed.whole or child.id in said]
            self.dismiss(Recorded(outcome.said, tuple(group)))

    @property
    def _rows(self) -> VerdictRows:
        return self.query_one(VerdictRows)

    @property
    def _per_page(self) -> int:
        return self._rows.most

    @property
    def _page(self) -> tuple[Student, ...]:
        return self._listed.page(self._per_page)

    def _is_settled(self, child: Student) -> bool:
        """Tell whether nothing can be said of a child, and say why."""
        if why := self._hand.why_settled(child):
            self._tell(why)
        return bool(why)

    def _show(self) -> None:
        self._rows.rows = tuple(map(self._row, self._page))
        self._rows.cursor = min(self._rows.cursor, max(0, len(self._page) - 1))
        self._head(self.app.size)
        self._tell(self._summed())

    def _row(self, child: Student) -> VerdictRow:
        status, ticks = self._hand.sign(child.id), self._hand.ticks
        verdict = self._hand.said.get(child.id, Kind.AWAY if child.id in self._away else None)
        glyph, has_it = words.glyph(status, boss=self._boss), status is Status.MASTERED
        shown = ticks.shown(child.id) if verdict in SHOWN and (self._ticking or ticks.seen(child.id)) else ()
        return VerdictRow(child.id, child.name, glyph, has_it, verdict, self._hand.remark(child.id), shown)

    def _head(self, size: Size) -> None:
        """Say what is shown; while criteria are ticked, which digit is which, and for whom."""
        here = self._page[self._rows.cursor] if self._of_one and self._page else None
        whom = "" if not self._ticking else _ALL if here is None else here.name
        lines = self._hand.ticks.shared if here is None else self._hand.ticks.lines(here.id)
        self.query_one(CenterHeading).show(self._hand.step, size, whom, lines)

    def _summed(self) -> str:
        counts = self._hand.counts or ("1-9: seen" if self._ticking else "1-9: got it, trying, nothing")
        return f"{counts}  ({self._listed.words(self._per_page)})"

    def _tell(self, said: str) -> None:
        self.query_one("#sum", Static).update(said)
