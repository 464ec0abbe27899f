"""The steps of a unit, for who writes them: every edit is kept at once, and what it changed is said."""

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from board.art.cells import StickerCells
from board.deeds import unit as edits
from board.deeds.history import Outcome
from board.deeds.sitting import Sitting
from board.deeds.unit import Edit, UnitEdits
from board.mastery import revision
from board.mastery.curriculum import Step, Unit
from board.screens.parts.calm import take_actions
from board.screens.parts.keys_here import HELP
from board.screens.parts.live import LiveScreen
from board.screens.parts.trying import Turning, outcome_of, tell_refused
from board.screens.units.outline import Outline
from board.screens.units.unit_doors import UnitDoors
from board.screens.units.unit_outline import STEP, rows_of
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.row_list import RowList
from board.words.outcomes.to_adults import TAKES_BACK
from board.words.outcomes.told import Where
from board.words.units import unit_doubts

# ruff: noqa: PLC0415 - an outline is up before its dialogs are loaded

_STEPS = KeyGroup(
    "The steps of a unit",
    (
        Command("edit", "enter", "Edit", "Change this step, or the title of this level.", 1),
        Command("add", "a", "Add", "Write a new step below the cursor.", 2),
        Command("boss", "b", "Boss", "Write the Boss of this level, or change it.", 5),
        Command("level", "v", "Level", "Add a level at the end of the unit.", 6),
        Command("move(-1)", "shift+up,less_than_sign", "Up", "Move this step up, also into the level before.", 7, "<"),
        Command(
            "move(1)", "shift+down,greater_than_sign", "Down", "Move this step down, also into the next level.", 8, ">"
        ),
        Command("take_out", "delete,backspace", "Take out", "Take this step out; its marks are kept.", 9, "del"),
        Command("undo", "u", "Undo", "Take back the last edit made here.", 3),
        Command("redo", "U", "Redo", "Put back what you took back last.", sign="U"),
        Command(
            "practise", "p", "Practise", "Judge the examples of this step, and see where you and the guide differ.", 13
        ),
        Command("title", "t", "Title", "Give the unit another title.", 12),
        Command("two_adults", "w", "Two adults", "Let two adults see each Boss of this unit, or one again.", 13),
        Command("new_unit", "n", "New unit", "Paste or type the I-can lines of a new unit.", 10),
        Command("unit(-1)", "left_square_bracket", "Unit before", "Go to the unit before this one.", sign="["),
        Command("unit(1)", "right_square_bracket", "Next unit", "Go to the next unit.", 11, "]"),
        Command("leave", "escape,q", "Back", "Go back to the board; everything is kept.", 4, "esc"),
    ),
)

_GONE = "Somebody took this out of the unit meanwhile; nothing was changed."

_DOUBTS = 3
"""Doubts shown at once."""

_NEW = Step("", "", "")
"""A step before it is written."""


class StepsScreen(LiveScreen[None]):
    """Writes the steps of a unit.

    Args:
        sitting: Who writes, and in which class.
        unit_id: The unit to start with; one that is not there means the first.
        cells: Where pictures come from.
        step_id: The step to start on, or empty.
    """

    CSS_PATH = "steps.tcss"
    AUTO_FOCUS: ClassVar[str | None] = "RowList"
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (76, "-wide")]  # noqa: RUF012 - as Screen has it
    KEYS = (_STEPS,)
    BINDINGS = bindings(KEYS)

    def __init__(self, sitting: Sitting, unit_id: str, cells: StickerCells, step_id: str = "") -> None:
        super().__init__(sitting.book)
        self._edits, self._cells = UnitEdits(sitting), cells
        opened = sitting.history.opened(Where.PAGE)
        self._doors = UnitDoors(self, sitting)
        for doer in (Turning(self._turn, sitting, lambda: opened), self._doors):
            take_actions(self, doer)
        self._outline = Outline(sitting.book, unit_id, cells)
        self._first = step_id

    def compose(self) -> ComposeResult:
        """Title, outline and card, what to look at, what was done, keys."""
        yield Static(id="title", markup=False)
        yield self._outline
        yield Static(id="doubts", markup=False)
        yield Static(id="said", markup=False)
        yield KeyBar((*_STEPS.commands, HELP))

    def on_resize(self) -> None:
        """Use the room there is."""
        self.later.once_painted(partial(self._show, self._first and STEP + self._first))
        self._first = ""

    def show_class(self) -> None:
        """Show the unit as it is now."""
        self._show()

    def _show(self, go_to: str = "") -> None:
        unit = self._outline.unit
        self.query_one("#title", Static).update(self._title())
        doubts = unit_doubts(unit) if unit and unit.levels else ()
        more = [f"and {len(doubts) - _DOUBTS + 1} more to look at"] if len(doubts) > _DOUBTS else []
        self.query_one("#doubts", Static).update("\n".join([*doubts[: _DOUBTS - len(more)], *more]))
        self._outline.show(go_to)

    def _title(self) -> str:
        unit, units = self._outline.unit, self.book.units
        if unit is None:
            return f"{self.book.name}  ·  Steps"
        number = f"  ·  unit {units.index(unit) + 1} of {len(units)}" if len(units) > 1 else ""
        return f"{self.book.name}  ·  Steps of {unit.title}{number}"

    def _say(self, said: str) -> None:
        self.query_one("#said", Static).update(Content(said))

    @on(RowList.OptionSelected)
    def edit(self) -> None:
        """Edit what was opened."""
        self.action_edit()

    def action_edit(self) -> None:
        """Change the step under the cursor, or the title of the level."""
        step, level = self._outline.step, self._outline.level
        if step is not None:
            self._edit_step(step)
        elif level is not None:
            id_ = level.id
            self._ask("Title of the level", level.title, lambda title: edits.with_level_title(id_, title))

    def action_title(self) -> None:
        """Give the unit another title."""
        if self._outline.unit is not None:
            self._ask("Title of the unit", self._outline.unit.title, edits.with_title)

    def action_two_adults(self) -> None:
        """Let two adults see each Boss of the unit, or one again."""
        if self._outline.unit is not None:
            self._change(edits.with_two_adults(wanted=not self._outline.unit.two_adults))

    def _ask(self, about: str, title: str, edit: Callable[[str], Edit]) -> None:
        from board.screens.units.title_form import TitleForm

        self.put_up(TitleForm(about, title, lambda typed: self._change(edit(typed), f"{about}: {typed}")))

    def _edit_step(self, step: Step) -> None:
        unit = self._outline.unit
        if unit is None or not step.id.startswith(f"{unit.id}/"):
            self._say(f"{step.title} is at home in another unit; go there with ] and change it.")
            return
        boss = any(level.boss == step for level in unit.levels)
        self._write(
            f"Boss of {unit.title}" if boss else f"Step of {unit.title}",
            step,
            lambda said: edits.with_changed_step(step.id, said),
        )

    def action_add(self) -> None:
        """Write a new step below the cursor."""
        unit, level, step = self._outline.unit, self._outline.level, self._outline.step
        if unit is None:
            self._doors.new_unit()
            return
        places = [one.id for one in level.steps] if level else []
        above = places.index(step.id) + 1 if step and step.id in places else len(places) if step else 0
        level_id = level.id if level else ""
        self._write("New step", _NEW, lambda said: edits.with_new_step(level_id, above, said))

    def action_boss(self) -> None:
        """Write or change the Boss of this level."""
        level = self._outline.level
        if level is None:
            return
        if level.boss is not None:
            self._edit_step(level.boss)
            return
        id_ = level.id
        self._write(f"Boss of {level.title}", _NEW, lambda said: edits.with_new_boss(id_, said))

    def _write(self, about: str, step: Step, edit: Callable[[dict[str, Any]], Edit]) -> None:
        from board.screens.units.step_form import StepForm, Writing

        unit = self._outline.unit
        if unit is not None:
            keep: Callable[[dict[str, Any]], bool] = lambda said: self._change(edit(said))  # noqa: E731
            self.put_up(StepForm(Writing(about, unit, step, keep, self.book.units), self._cells))

    def action_level(self) -> None:
        """Add a level."""
        if self._outline.unit is None:
            self._doors.new_unit()
        else:
            self._ask("New level", "", lambda title: lambda now: revision.with_level(now, title))

    def action_move(self, by: int) -> None:
        """Move the step under the cursor."""
        step = self._outline.step
        if step is not None and not self._change(
            lambda now: revision.with_moved_step(now, step.id, by), f"Moved: {step.title}", missing=""
        ):
            boss = self._outline.level is not None and step == self._outline.level.boss
            self._say("The Boss stays the end of its level." if boss else f"{step.title} stands at the end already.")

    def action_take_out(self) -> None:
        """Take the step under the cursor out, or a level without steps."""
        step, level = self._outline.step, self._outline.level
        if step is not None:
            self._change(lambda now: revision.without_step(now, step.id))
        elif level is not None and level.spots:
            self._say(f"{level.title} has steps; take them out first, or move them into another level.")
        elif level is not None:
            self._change(edits.without_level(level.id), f"Taken out: {level.title}")

    def take_pasted(self, text: str) -> bool:
        """Lines that are pasted here are a new unit."""
        self._doors.new_unit(text)
        return True

    @property
    def step_here(self) -> Step | None:
        """The step under the cursor."""
        return self._outline.step

    def take_unit(self, unit: Unit) -> None:
        """Keep a new unit, and show it."""
        self._turn(lambda: self._edits.add(unit))

    def action_unit(self, by: int) -> None:
        """Go to another unit; after the last comes the first."""
        units, unit = self.book.units, self._outline.unit
        if unit is not None:
            self._outline.turn_to(units[(units.index(unit) + by) % len(units)].id)
            self._say("")
            self._show()

    def _turn(self, wish: Callable[[], Outcome]) -> None:
        """Do something that may be about another unit, say so, and show that unit."""
        outcome = outcome_of(self, wish)
        if outcome is not None:
            if outcome.about:
                self._outline.turn_to(outcome.about)
            self._say(outcome.said)
            self._show()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def _change(self, edit: Edit, said: str = "", missing: str = _GONE) -> bool:
        """Make an edit and say what it changed; False when nothing was, which is said too."""
        unit = self._outline.unit
        outcome = None if unit is None else outcome_of(self, partial(self._edits.make, unit.id, edit, said))
        if unit is None or outcome is None:
            return False
        if outcome.changed:
            self._say(f"{outcome.said}{TAKES_BACK}")
        elif missing:
            tell_refused(self, missing)
        self._show(_new_row(unit, self._outline.unit))
        return outcome.changed


def _new_row(before: Unit, after: Unit | None) -> str:
    """Give the id of the row that an edit has brought, empty when it brought none."""
    old = {row.id for row in rows_of(before, 1)}
    return next((row.id or "" for row in rows_of(after, 1) if row.id not in old), "") if after else ""
