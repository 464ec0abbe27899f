"""The plan of one child: what it shows, in which order, how freely it chooses, and how it shows things best."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from board.deeds.history import BOARD, Outcome
from board.deeds.marks import Marks
from board.deeds.plan import Plans
from board.deeds.sitting import Sitting
from board.mastery.curriculum import Step, Unit
from board.mastery.plan import Freedom, order_for
from board.mastery.roll import student_of
from board.screens.parts.calm import take_actions
from board.screens.parts.keys_here import HELP
from board.screens.parts.live import LiveScreen
from board.screens.parts.trying import Turning, outcome_of
from board.screens.plan.plan_rows import STEP, PlanShown, rows_of, settled
from board.screens.plan.writing import NO_STEP_HERE, Writing
from board.seat.seat import Seat
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.key_rows import KeyRows
from board.widgets.row_list import RowList

# ruff: noqa: PLC0415 - a plan is up before its dialogs are loaded

_PLAN = KeyGroup(
    "The plan of one child",
    (
        Command("excuse", "e", "Not in the plan", "Leave this step out of the child's plan, or put it back in.", 2),
        Command("own_version", "v,enter", "Own version", "Give this child criteria of its own for this step.", 3),
        Command("first", "f", "First", "Let this step come first for this child.", 5),
        Command("move(-1)", "shift+up,less_than_sign", "Up", "Let this step come earlier.", 10, "<"),
        Command("move(1)", "shift+down,greater_than_sign", "Down", "Let this step come later.", 11, ">"),
        Command("usual_order", "o", "Usual order", "Let all steps come in the order of the unit again."),
        Command("extra", "a", "Add a step", "Let this child show a step of another unit, too.", 6),
        Command("take_out", "delete,backspace", "Take out", "Take an extra step out; its marks are kept.", sign="del"),
        Command("freedom", "c", "Who chooses", "Say who chooses what comes next: the child freely, guided, or you.", 7),
        Command("shows_best", "b", "Shows things best", "Write how this child best shows things, one way a line.", 13),
        Command(
            "supports",
            "y",
            "Supports all year",
            "Write what helps this child all year; what is shown with it counts as alone.",
            14,
        ),
        Command("known", "w", "Came later?", "For a child that came later: go through what it can show already.", 8),
        Command("undo", "u", "Undo", "Take back the last thing you did; press it again for the one before.", 4),
        Command("redo", "U", "Redo", "Put back what you took back last.", sign="U"),
        Command("unit(-1)", "left_square_bracket", "Unit before", "Go to the unit before this one.", sign="["),
        Command("unit(1)", "right_square_bracket", "Next unit", "Go to the next unit.", 9, "]"),
        Command("leave", "escape,q", "Back", "Go back; everything is kept.", 1, "esc"),
    ),
)

_SETTLED = tuple(one for one in _PLAN.commands if one.action in ("freedom", "shows_best", "supports", "known"))
"""What is settled of the whole plan; it stays in sight above the steps, each line with its key."""

_LABEL = 18
"""Cells of what such a line is called."""

_NO_STEPS = "No unit has steps yet.\n\nWrite some on the board with g."


class PlanScreen(LiveScreen[None]):
    """The plan of one child as a list, for adults: what was settled, then the steps in the child's own order.

    Args:
        seat: Where one sits.
        sitting: Who settles, and in which class.
        student_id: Id of the child.
        unit_id: Id of the unit to begin with; one that is not there means the first.
        step_id: Id of the step to begin on, or empty.
    """

    CSS_PATH = "plan.tcss"
    KEYS = (_PLAN,)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "RowList"

    def __init__(self, seat: Seat, sitting: Sitting, student_id: str, unit_id: str, step_id: str = "") -> None:
        super().__init__(sitting.book)
        self._seat, self._sitting, self._unit_id = seat, sitting, unit_id
        self._student = next(one for one in sitting.book.everyone if one.id == student_id)
        self._plans, self._marks = Plans(sitting), Marks(sitting)
        take_actions(self, Turning(self.do, sitting, lambda: BOARD))
        take_actions(self, Writing(self, sitting, self._plans))
        self._step_id, self._landed = step_id, False

    def compose(self) -> ComposeResult:
        """Title, the plan, what was done, keys."""
        yield Static(id="title", markup=False)
        yield KeyRows(_SETTLED, label=_LABEL)
        yield RowList()
        yield Static(_NO_STEPS, id="empty", markup=False)
        yield Static(id="said", markup=False)
        yield KeyBar((*_PLAN.commands, HELP))

    def on_resize(self) -> None:
        """Use the room there is."""
        self.later.once_painted(self.show_class)

    def show_class(self) -> None:
        """Show the plan as it is now."""
        self._student = student_of(self.book.everyone, self._student.id) or self._student
        self.query_one(KeyRows).tell(settled(self._student.plan))
        listed, unit = self.query_one(RowList), self.unit
        listed.display, self.query_one("#empty").display = unit is not None, unit is None
        parts = [self._student.name, "Plan"]
        if unit is not None:
            number = f"unit {self._units.index(unit) + 1} of {len(self._units)}" if len(self._units) > 1 else ""
            parts += [unit.title, number]
            listed.fill(rows_of(self.shown(unit), max(1, listed.size.width - 3)))
            if not self._landed:
                first = self.shown(unit).steps[0].id
                self._landed = listed.go_to(STEP + self._step_id) or listed.go_to(STEP + first)
        self.query_one("#title", Static).update(Content("  ·  ".join(filter(None, parts))))

    @property
    def unit(self) -> Unit | None:
        """The unit whose steps are shown, None where no unit has any."""
        return next((one for one in self._units if one.id == self._unit_id), next(iter(self._units), None))

    @property
    def step(self) -> Step | None:
        """The step under the cursor."""
        here, unit = self.query_one(RowList).here or "", self.unit
        steps = () if unit is None else self.shown(unit).steps
        return next((step for step in steps if STEP + step.id == here), None)

    @property
    def student_id(self) -> str:
        """Id of the child."""
        return self._student.id

    def shown(self, unit: Unit) -> PlanShown:
        """Give the plan as it is shown beside a unit."""
        return PlanShown(self._student, unit, self.book.units, self.book.progress.row(self._student.id))

    @property
    def _units(self) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.book.units if unit.spots)

    @on(RowList.OptionSelected)
    async def change(self) -> None:
        """Write the own version of the step that was opened."""
        await self.run_action("own_version")

    def action_excuse(self) -> None:
        """Leave the step out of the plan, or put it back in."""
        self._with_step(lambda step: self.do(lambda: self._marks.toggle_plan([(self.student_id, step.id)])))

    def action_freedom(self) -> None:
        """Let the next one choose."""
        several = list(Freedom)
        then = several[(several.index(self._student.plan.freedom) + 1) % len(several)]
        self.do(lambda: self._plans.settle(self.student_id, freedom=then))

    def action_first(self) -> None:
        """Let the step come first."""
        self._with_step(lambda step: self._order(lambda ids: [step.id, *(one for one in ids if one != step.id)]))

    def action_move(self, by: int) -> None:
        """Let the step come earlier or later."""

        def moved(ids: Sequence[str], id_: str) -> list[str]:
            rest = [one for one in ids if one != id_]
            at = max(0, ids.index(id_) + by)
            return [*rest[:at], id_, *rest[at:]]

        self._with_step(lambda step: self._order(lambda ids: moved(ids, step.id)))

    def action_usual_order(self) -> None:
        """Let the steps come as the unit has them."""
        unit = self.unit
        if unit is not None:
            usual = [step.id for step in self.shown(unit).usual]
            self._order(lambda _: usual)

    def _order(self, change: Callable[[Sequence[str]], Sequence[str]]) -> None:
        unit = self.unit
        if unit is not None:
            shown = self.shown(unit)
            usual, wished = ([step.id for step in shown.usual], change([step.id for step in shown.steps]))
            order = order_for(wished, usual, self._student.plan.order)
            self.do(lambda: self._plans.settle(self.student_id, order=order))

    def action_unit(self, by: int) -> None:
        """Go to another unit; after the last comes the first."""
        unit, units = self.unit, self._units
        if unit is not None:
            self._unit_id = units[(units.index(unit) + by) % len(units)].id
            self._landed = False
            self.say("")
            self.show_class()

    def action_known(self) -> None:
        """Go through what a child that came later knows already."""
        from board.screens.plan.know import ShowWhatYouKnow

        unit = self.unit
        if unit is not None:
            screen = ShowWhatYouKnow(self._sitting, self.student_id, unit.id)
            self.put_up(screen, lambda said: self.say(said or ""))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def do(self, wish: Callable[[], Outcome]) -> None:
        """Do something and say so; what can't be kept is said and not shown."""
        outcome = outcome_of(self, wish)
        if outcome is not None:
            self.say(outcome.said)
            self.look_again()

    def say(self, said: str) -> None:
        """Say what was just done."""
        self.query_one("#said", Static).update(Content(said))

    def _with_step(self, then: Callable[[Step], None]) -> None:
        step = self.step
        if step is None:
            self.say(NO_STEP_HERE)
        else:
            then(step)
