"""All examples of a step: what counts beside what does not yet, with the guide's reasons."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from board.deeds.all_pictures import AllPictures
from board.deeds.history import Outcome
from board.deeds.scoring import Scoring
from board.deeds.sitting import Sitting
from board.mastery.scoring import Example
from board.screens.guide.work_picture import WorkPicture
from board.screens.parts.calm import take_actions
from board.screens.parts.keys_here import HELP
from board.screens.parts.live import LiveScreen
from board.screens.parts.trying import Turning, outcome_of, tried
from board.store.book import Kept
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.words.outcomes.told import Where
from board.words.scoring import GUIDE, WHOLE

# ruff: noqa: PLC0415 - what opens from here is loaded when it is opened

_KEYS = KeyGroup(
    "The scoring guide",
    (
        Command("write", "e,enter", "Write", "Write examples in words: what counts, what does not yet, and why.", 3),
        Command("work", "w", "Children's work", "Make a picture of a child's work an example, or no example.", 4),
        Command("undo", "u", "Undo", "Take back the last thing done to the guide.", 5),
        Command("redo", "U", "Redo", "Put back what you took back last.", sign="U"),
        Command("leave", "escape,q", "Back", "Go back to where you were.", 2, "esc"),
    ),
    ("Up and Down scroll.",),
)
_NOTHING = {True: "No example of what counts yet.", False: "No example of what does not count yet."}
_HOW = "Press e to write examples, or w to take a picture of a child's work as one, with the family's yes."


class ExamplesScreen(LiveScreen[None]):
    """Shows the scoring guide of one step, for adults.

    Args:
        sitting: Who reads, and in which class.
        step_id: Id of the step.
    """

    CSS_PATH = "examples.tcss"
    AUTO_FOCUS: ClassVar[str | None] = "VerticalScroll"
    KEYS = (_KEYS,)
    BINDINGS = bindings(KEYS)

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-wide")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, sitting: Sitting, step_id: str) -> None:
        super().__init__(sitting.book)
        self._sitting, self._scoring, self._step_id = sitting, Scoring(sitting), step_id
        opened = sitting.history.opened(Where.PAGE)
        take_actions(self, Turning(self._turn, sitting, lambda: opened))
        self._shown: tuple[Sequence[str], Sequence[Example]] | None = None

    def compose(self) -> ComposeResult:
        """Title, the step, both kinds of examples side by side, what was done, keys."""
        yield Static(id="title", markup=False)
        yield Static(id="step", markup=False)
        with VerticalScroll(), Horizontal():
            for counts in GUIDE:
                yield Vertical(id="counts" if counts else "not-yet")
        yield Static(id="said", markup=False)
        yield KeyBar((*_KEYS.commands, HELP))

    async def on_mount(self) -> None:
        """Show the examples."""
        self.show_class()

    def show_class(self) -> None:
        """Show the examples as they are now."""
        step = self._scoring.step(self._step_id)
        title = f"{self.book.name}  ·  Scoring guide: {step.title}" if step is not None else self.book.name
        self.query_one("#title", Static).update(title)
        self.query_one("#step", Static).update(
            "This step is not in the class any more." if step is None else step.i_can
        )
        examples = self._scoring.examples(self._step_id)
        criteria = step.criteria if step is not None else ()
        if (criteria, examples) != self._shown:
            self._shown = (criteria, examples)
            self._fill(examples, criteria)

    def _fill(self, examples: Sequence[Example], criteria: Sequence[str]) -> None:
        for counts, heading in GUIDE.items():
            column = self.query_one("#counts" if counts else "#not-yet", Vertical)
            column.remove_children()
            kind = [one for one in examples if one.counts is counts]
            column.mount(
                Static(heading, classes="heading", markup=False),
                *_column(kind, criteria, AllPictures(self.book)),
                *([] if kind else [Static(_NOTHING[counts], classes="nothing", markup=False)]),
            )
        self.query_one("#said", Static).update("" if examples else _HOW)

    def action_write(self) -> None:
        """Write examples in words."""
        from board.screens.guide.write import GuideForm

        step = self._scoring.step(self._step_id)
        if step is not None and tried(self, self._sitting.only_teachers):
            self.put_up(GuideForm(step, lambda *said: self._turn(lambda: self._scoring.write(step, *said))))

    def action_work(self) -> None:
        """Look at children's work at this step."""
        from board.screens.guide.work import WorkScreen

        if tried(self, self._scoring.ask):
            self.put_up(WorkScreen(self._sitting, self._step_id))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def _turn(self, wish: Callable[[], Outcome]) -> bool:
        """Do something and say so; False where it was refused."""
        outcome = outcome_of(self, wish)
        if outcome is None:
            return False
        self.look_again()
        self.query_one("#said", Static).update(Content(outcome.said))
        return True


def _column(examples: Sequence[Example], criteria: Sequence[str], pictures: Kept) -> Iterator[Widget]:
    """Give the examples of one kind, those of a criterion below its words."""
    for criterion in (*criteria, ""):
        of_it = [one for one in examples if one.criterion == criterion]
        if of_it and criterion:
            yield Static(f"{criteria.index(criterion) + 1}  {criterion}", classes="criterion", markup=False)
        elif of_it:
            yield Static(WHOLE, classes="criterion", markup=False)
        for one in of_it:
            if one.picture:
                yield WorkPicture(pictures, one.picture)
            yield Static(_told(one), classes="example", markup=False)


def _told(example: Example) -> Content:
    why = (f"because {example.why}" if example.why else "", "$accent")
    return Content("\n").join([Content.assemble(part) for part in ((example.told, ""), why) if part[0]])
