"""The written examples of a step: one a line, with the number of its criterion and the guide's reason."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static, TextArea

from board.mastery.curriculum import Step
from board.mastery.people import clean_line
from board.mastery.scoring import number_in, read_example, without_criterion
from board.screens.parts.calm import CalmDialog
from board.screens.parts.question import NOT_KEPT, Asking
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar

_KEYS = (
    Command("keep", "ctrl+s", "Keep", "Keep what was written.", 1),
    Command("leave", "escape", "Leave", "Leave; what was typed is asked about once.", 2, "esc"),
    Command("app.focus_next", "tab", "Next part", "Go to the next part.", 3, "tab"),
)
_AREAS = (
    ("counts", "Counts", "1: both parts are the same size because the edges meet"),
    ("not_yet", "Not yet", "1: one part is larger because it was not folded first"),
)
_HOW = "One example a line: the number of its criterion, what was seen, because, why. A child's own words go in '...'."


class GuideForm(CalmDialog[None]):
    """Writes examples; it stays open, with everything typed, until they are kept or left.

    Args:
        step: The step as it is.
        keep: Called with what counts and what does not yet; tells whether it is kept.
    """

    CSS_PATH = "write.tcss"
    KEYS = (KeyGroup("Examples in words", _KEYS),)
    BINDINGS = bindings(KEYS)
    AUTO_FOCUS: ClassVar[str | None] = "#counts"

    def __init__(self, step: Step, keep: Callable[[tuple[str, ...], tuple[str, ...]], bool]) -> None:
        super().__init__()
        self._step, self._keep = step, keep
        self._asking = Asking()

    def compose(self) -> ComposeResult:
        """The criteria with their numbers, both kinds of examples, what is doubtful, keys."""
        with VerticalScroll(can_focus=False):
            yield Static(f"Scoring guide: {self._step.title}", id="form-title", markup=False)
            lines = [f"{number}  {line}" for number, line in enumerate(self._step.criteria, 1)]
            yield Static("\n".join(lines or ["This step has no criteria yet."]), id="criteria", markup=False)
            for field, label, hint in _AREAS:
                yield Static(label, classes="label")
                yield TextArea(
                    "\n".join(getattr(self._step, field)),
                    id=field,
                    compact=True,
                    highlight_cursor_line=False,
                    placeholder=hint,
                    theme="css",
                )
            yield Static(_HOW, id="doubts", markup=False)
            yield KeyBar(_KEYS)

    @property
    def typed(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What counts, and what does not yet, as it stands in the form."""
        counts, not_yet = (self.query_one(f"#{field}", TextArea).text for field, _, _ in _AREAS)
        return _lines(counts), _lines(not_yet)

    @on(TextArea.Changed)
    def look(self) -> None:
        """Say what is doubtful, while it is typed."""
        self._asking.forget()
        doubt = next(_doubts(self.typed, self._step.criteria), _HOW)
        self.query_one("#doubts", Static).update(doubt)

    @property
    def holds_work(self) -> bool:
        """Whether something was changed."""
        return self.typed != (self._step.counts, self._step.not_yet)

    def action_keep(self) -> None:
        """Keep what was written."""
        if not self.holds_work or self._keep(*self.typed):
            self.dismiss(None)

    def action_leave(self) -> None:
        """Leave everything as it was; what was typed is asked about once."""
        if not self.holds_work or self._asking.is_sure(NOT_KEPT, self.query_one("#doubts", Static).update):
            self.dismiss(None)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for line in map(clean_line, text.splitlines()) if line))


def _doubts(typed: tuple[tuple[str, ...], tuple[str, ...]], criteria: Sequence[str]) -> Iterator[str]:
    """Say what a teacher should look at in examples that are being written."""
    counts, not_yet = typed
    wrong = without_criterion((*counts, *not_yet), criteria)
    if wrong is not None:
        yield f"There is no criterion {number_in(wrong)} here, so the number is read as a part of the text."
    told = {(one.criterion, one.told) for one in (read_example(text, criteria, counts=True) for text in counts)}
    if any(
        (one.criterion, one.told) in told for one in (read_example(text, criteria, counts=False) for text in not_yet)
    ):
        yield "The same stands on both sides; say what is different."
    if any(not read_example(text, criteria, counts=True).why for text in (*counts, *not_yet)):
        yield "An example without a reason teaches less: write because, and why."
