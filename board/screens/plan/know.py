"""Show what you know: what a child that came later than the others knows already, step by step, kept as one showing."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from board import words
from board.deeds.history import Outcome
from board.deeds.plan import Plans
from board.deeds.sitting import Sitting
from board.mastery.curriculum import Step, Unit
from board.mastery.progress import OPEN_SPOT, Row, Status
from board.mastery.readiness import statuses
from board.mastery.roll import student_of
from board.screens.parts.keys_here import HELP
from board.screens.parts.live import LiveScreen
from board.screens.parts.question import Asking, Question
from board.screens.parts.trying import outcome_of
from board.terminal.themes import LEVEL_HUES
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.grid_plan import shortened
from board.widgets.key_bar import KeyBar
from board.widgets.row_list import ListRow, RowList
from board.words.outcomes.plans import Known

_KNOW = KeyGroup(
    "Show what you know",
    (
        Command("say('elsewhere')", "s", "Elsewhere", "Somebody saw it before: it counts, and looks the same.", 2),
        Command("say('tested_out')", "t", "Tested out", "The child shows it now, without the steps before.", 3),
        Command(
            "say('not_planned')", "e", "Started later", "The child started after this step: it is not in its plan.", 4
        ),
        Command("say('')", "o", "Leave it open", "Say nothing of this step: it is still to show.", 6),
        Command("before", "b", "All before", "The child started later than everything open before this step.", 5),
        Command("next_answer", "enter", "Next answer", "Go through the answers of this step.", 8),
        Command("keep", "ctrl+s", "Keep", "Keep all of it as one showing; one undo takes it back.", 1),
        Command("leave", "escape,q", "Back", "Go back; what was said is asked about once.", 7, "esc"),
    ),
)
_HINT = "What is known of each step? What is left open is still to show. Nothing is kept before ctrl+s."
_LEAVE = Question("Not kept yet.", "Esc", "goes back without it", "ctrl+s keeps it")
_NOTHING_BEFORE = "Nothing before this step is open."
_NOTHING_SAID = "Nothing is said yet: s, t or e say something of a step."
_ANSWERS = {
    Known.ELSEWHERE: "● Shown elsewhere",
    Known.TESTED_OUT: "● Tested out",
    Known.NOT_PLANNED: "\N{EN DASH} Started later",
}
_ROUND = (None, *Known)
_TITLE_AT_MOST = 40
_FAINT = "$foreground 70%"


class ShowWhatYouKnow(LiveScreen[str | None]):
    """Goes through the steps of a unit with an adult; gives what is said of it once it is kept, or None.

    Nothing is kept before all of it is taken, so that a child who walks in late is judged once and not in pieces.

    Args:
        sitting: Who judges, and in which class.
        student_id: Id of the child.
        unit_id: Id of the unit, one that has steps.
    """

    CSS_PATH = "plan.tcss"
    KEYS = (_KNOW,)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "RowList"

    def __init__(self, sitting: Sitting, student_id: str, unit_id: str) -> None:
        super().__init__(sitting.book)
        self._plans, self._student_id = Plans(sitting), student_id
        self._unit = next(unit for unit in sitting.book.units if unit.id == unit_id)
        self._known: dict[str, Known] = {}
        self._asking = Asking()

    def compose(self) -> ComposeResult:
        """Title, what to do, steps, what was done, keys."""
        yield Static(id="title", markup=False)
        yield Static(_HINT, id="hint", markup=False)
        yield RowList()
        yield Static(id="said", markup=False)
        yield KeyBar((*_KNOW.commands, HELP))

    def on_resize(self) -> None:
        """Use the room there is."""
        self.later.once_painted(self.show_class)

    def show_class(self) -> None:
        """Show the steps as they stand now; what somebody marked meanwhile is asked about no more."""
        self._unit = next((one for one in self.book.units if one.id == self._unit.id), self._unit)
        self._known = {step: known for step, known in self._known.items() if step in self._to_say}
        student = student_of(self.book.everyone, self._student_id)
        parts = ("" if student is None else student.name, "Show what you know", self._unit.title)
        self.query_one("#title", Static).update(Content("  ·  ".join(filter(None, parts))))
        listed = self.query_one(RowList)
        listed.fill(_rows(self._unit, self._row, self._known, max(1, listed.size.width - 3)))

    @property
    def _row(self) -> Row:
        return self.book.progress.row(self._student_id)

    @property
    def _to_say(self) -> tuple[str, ...]:
        """Ids of the steps there is something to say of, in order."""
        return tuple(spot.id for spot in self._unit.spots if _status(self._row, spot.id) is not Status.MASTERED)

    def action_say(self, known: str) -> None:
        """Say what is known of the step under the cursor, and go on to the next."""
        here = self.query_one(RowList).here
        if here is not None:
            self._say(here, Known(known) if known else None)
            self.query_one(RowList).action_cursor_down()

    @on(RowList.OptionSelected)
    def turn(self) -> None:
        """Give the step that was tapped its next answer."""
        self.action_next_answer()

    def action_next_answer(self) -> None:
        """Give the step under the cursor its next answer."""
        here = self.query_one(RowList).here
        if here is not None:
            at = _ROUND.index(self._known.get(here))
            self._say(here, _ROUND[(at + 1) % len(_ROUND)])

    def action_before(self) -> None:
        """Leave everything out of the plan that comes before the step and of which nothing is said yet."""
        here, ids = self.query_one(RowList).here, self._to_say
        before = ids[: ids.index(here)] if here in ids else ()
        fresh = [id_ for id_ in before if id_ not in self._known and _status(self._row, id_) is not Status.EXCUSED]
        self._known |= dict.fromkeys(fresh, Known.NOT_PLANNED)
        self._tell("" if fresh else _NOTHING_BEFORE)
        self.show_class()

    def action_keep(self) -> None:
        """Keep all of it as one showing, and go back."""
        if not self._known:
            self._tell(_NOTHING_SAID)
            return
        outcome: Outcome | None = outcome_of(self, partial(self._plans.came_later, self._student_id, self._known))
        if outcome is not None:
            self.dismiss(outcome.said)

    @property
    def holds_work(self) -> bool:
        """Whether something was said that is not kept."""
        return bool(self._known)

    def action_leave(self) -> None:
        """Go back; what was said is asked about once."""
        if not self._known or self._asking.is_sure(_LEAVE, self._tell):
            self.dismiss(None)

    def _say(self, step: str, known: Known | None) -> None:
        if known is None:
            self._known.pop(step, None)
        else:
            self._known[step] = known
        self._tell("")
        self.show_class()

    def _tell(self, said: str) -> None:
        self._asking.forget()
        self.query_one("#said", Static).update(Content(said))


def _status(row: Row, step: str) -> Status:
    return row.get(step, OPEN_SPOT).status


def _rows(unit: Unit, row: Row, known: Mapping[str, Known], width: int) -> Iterator[ListRow]:
    """Give the steps of a unit, each with what is said of it, or how it stands; one that is shown can't be gone to."""
    now = dict(zip((spot.id for spot in unit.spots), statuses(unit, row), strict=True))
    titles = min(_TITLE_AT_MOST, max(cell_len(spot.title) for spot in unit.spots), max(1, width // 2))
    for number, level in enumerate(unit.levels):
        for step in level.spots:
            yield _line(step, f"$level-{number % LEVEL_HUES + 1}", titles, now[step.id], known.get(step.id))


def _line(step: Step, hue: str, titles: int, status: Status, known: Known | None) -> ListRow:
    mastered = status is Status.MASTERED
    title = shortened(step.title, titles)
    usual = words.FOR_ADULTS[Status.OPEN if status is Status.LOCKED else status]
    said = ("  " + (f"  {usual}" if known is None else _ANSWERS[known]), _FAINT if known is None else "bold")
    text = Content.assemble(("▌ ", hue), title + " " * (titles - cell_len(title)), said)
    return ListRow(None if mastered else step.id, text)
