"""One step or Boss, to be written or changed: its words, what it looks like, ways to show it, its picture."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Static, TextArea

from board.art.cells import StickerCells
from board.art.starter import step_badges
from board.mastery.curriculum import Step, Unit, steps_by_id
from board.mastery.people import clean_line
from board.mastery.revision import TITLE_CELLS, cells
from board.mastery.roots import found_root, possible_roots
from board.screens.parts.calm import CalmDialog
from board.screens.parts.question import NOT_KEPT, Asking
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.one_line import OneLine
from board.widgets.picture import PictureChoice

_KEYS = (
    Command("keep", "ctrl+s", "Keep", "Keep what was written.", 1),
    Command("leave", "escape", "Leave", "Leave; what was typed is asked about once.", 2, "esc"),
    Command("app.focus_next", "tab", "Next part", "Go to the next part.", 3, "tab"),
)
LONGEST = 200
"""Most characters of one line."""

_AT_ONCE = 2
"""Doubts said at once: one after the other is put right."""


_LINES = (
    ("title", "Title", "a few words that head the column"),
    ("i_can", "I can", "the step in the child's words: I can ..."),
    ("standards", "Standards", "codes with commas between them, may be empty"),
    ("grow_from", "Grows from", "first letters of an earlier step, may be empty"),
)
_AREAS = (
    ("criteria", "Looks like", "What will you see when a child has it?\nOne thing a line."),
    ("ways", "Ways to show it", "Build it, draw it, tell it ...\nOne way a line."),
)


@dataclass(frozen=True, slots=True)
class Writing:
    """What is being written.

    Attributes:
        about: Words for the head of the form.
        unit: The unit, as it was when the form was opened.
        step: The step as it is; one without an id is new.
        keep: Called with what was changed, by field; tells whether it is kept.
        units: Every unit of the class, whose steps it may grow from.
    """

    about: str
    unit: Unit
    step: Step
    keep: Callable[[dict[str, Any]], bool]
    units: Sequence[Unit] = ()

    @property
    def root(self) -> str:
        """The title of the step it grows from, its id where that one is gone; or empty."""
        root = steps_by_id((*self.units, self.unit)).get(self.step.grow_from)
        return self.step.grow_from if root is None else root.title


class StepForm(CalmDialog[None]):
    """Writes one step; it stays open, with everything typed, until it is kept or left.

    Args:
        writing: What is being written.
        cells: Where pictures come from.
    """

    CSS_PATH = "step_form.tcss"
    KEYS = (KeyGroup("One step", _KEYS),)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "#title"
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - as Screen has it

    def __init__(self, writing: Writing, cells: StickerCells) -> None:
        super().__init__()
        self._writing, self._step, self._cells = writing, writing.step, cells
        self._asking = Asking()
        self._roots = possible_roots(writing.step.id, writing.unit, writing.units)

    def compose(self) -> ComposeResult:
        """Lines, areas, pictures, what is doubtful, keys."""
        values = {"title": self._step.title, "i_can": self._step.i_can}
        values |= {"standards": ", ".join(self._step.standards), "grow_from": self._writing.root}
        with VerticalScroll(can_focus=False):
            yield Static(self._writing.about, id="form-title", markup=False)
            for field, label, hint in _LINES:
                with Horizontal(classes="line"):
                    yield Static(label, classes="label")
                    yield OneLine(
                        values[field], hint, id=field, max_length=LONGEST, compact=True, select_on_focus=False
                    ).where_enter("Go to the next part.")
            with Horizontal(id="areas"):
                for field, label, hint in _AREAS:
                    with Vertical():
                        yield Static(label, classes="label")
                        text = "\n".join(getattr(self._step, field))
                        yield TextArea(
                            text, id=field, compact=True, highlight_cursor_line=False, placeholder=hint, theme="css"
                        )
            yield PictureChoice(self._cells.pixels, step_badges(), self._step.badge, id="badge")
            yield Static(id="doubts", markup=False)
            yield KeyBar(_KEYS)

    def on_mount(self) -> None:
        """Say at once what is doubtful."""
        self._look()

    @property
    def typed(self) -> dict[str, Any]:
        """What stands in the form, by field of a step, clean."""
        lines: dict[str, Any] = {field: clean_line(self.query_one(f"#{field}", Input).value) for field, _, _ in _LINES}
        codes = (code.strip() for code in lines["standards"].split(","))
        areas = {field: self.query_one(f"#{field}", TextArea).text for field, _, _ in _AREAS}
        return {
            **lines,
            "standards": tuple(code for code in codes if code),
            "grow_from": self._root(lines["grow_from"]),
            **{
                field: tuple(line for line in map(clean_line, text.splitlines()) if line)
                for field, text in areas.items()
            },
            "badge": self.query_one(PictureChoice).chosen,
        }

    def _root(self, letters: str) -> str | None:
        """Give the id of the step that is meant, None where there is none like it."""
        if letters == self._writing.root:
            return self._step.grow_from
        root = found_root(letters, self._roots)
        return "" if not letters else None if root is None else root.id

    @property
    def said(self) -> dict[str, Any]:
        """What was changed, by field."""
        return {field: value for field, value in self.typed.items() if value != getattr(self._step, field)}

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(PictureChoice.Changed)
    def _look(self) -> None:
        """Say what is doubtful, while it is typed."""
        self._asking.forget()
        typed = self.typed
        told = (*self._about_root(typed["grow_from"]), *_doubts(self._writing.unit, self._step, typed))
        self._tell(*islice(told, _AT_ONCE))

    def _about_root(self, id_: str | None) -> Iterator[str]:
        """Say from which step it grows once that was typed."""
        if id_ is None:
            yield "No step that it may grow from begins with these letters; write others, or nothing."
        elif id_ and id_ != self._step.grow_from:
            yield f"It grows from {next(step.title for step in self._roots if step.id == id_)}."

    def _tell(self, *lines: str) -> None:
        self.query_one("#doubts", Static).update("\n".join(lines))

    @on(Input.Submitted)
    def go_on(self) -> None:
        """Enter goes to the next part: half a step is not kept by accident."""
        self.focus_next()

    @on(PictureChoice.Kept)
    def keep(self) -> None:
        """Keep it."""
        self.action_keep()

    def action_keep(self) -> None:
        """Keep what was changed; where a title or the sentence is missing the cursor goes there."""
        typed, said = self.typed, self.said
        missing = next((field for field in ("title", "i_can") if not typed[field]), None)
        if missing is None and typed["grow_from"] is None:
            missing = "grow_from"
        if missing is not None:
            self.query_one(f"#{missing}", Input).focus()
        elif not said or self._writing.keep(said):
            self.dismiss(None)

    @property
    def holds_work(self) -> bool:
        """Whether something was changed."""
        return bool(self.said)

    def action_leave(self) -> None:
        """Leave everything as it was; what was typed is asked about once."""
        if not self.said or self._asking.is_sure(NOT_KEPT, self._tell):
            self.dismiss(None)


def _doubts(unit: Unit, step: Step, typed: dict[str, Any]) -> Iterator[str]:
    """Say what a teacher should look at in a step that is being written."""
    title = typed["title"]
    if not title:
        yield "Write a title."
    elif cells(title) > TITLE_CELLS:
        yield f"The title is too long to head a column; say it in {TITLE_CELLS} letters or fewer."
    if any(spot.title.casefold() == title.casefold() for spot in unit.spots if spot.id != step.id):
        yield f"Another step is called {title}; give this one a title of its own."
    if not typed["i_can"]:
        yield "Write the step in the child's words: I can ..."
    if not typed["criteria"]:
        yield 'No "looks like" yet: what will you see when a child has it?'
    elif step.criteria and typed["criteria"] != step.criteria:
        yield '"Looks like" changed: older marks keep the old words.'
