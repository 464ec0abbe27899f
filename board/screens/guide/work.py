"""Children's work at a step, without names: each picture can be made an example of what counts or of what does not yet."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from board.deeds.all_pictures import AllPictures
from board.deeds.history import Outcome
from board.deeds.scoring import Scoring, Work
from board.deeds.sitting import Sitting
from board.screens.guide.work_picture import WorkPicture
from board.screens.parts.calm import take_actions
from board.screens.parts.keys_here import HELP
from board.screens.parts.live import LiveScreen
from board.screens.parts.question import Answers
from board.screens.parts.trying import Turning, outcome_of
from board.widgets.command import Command, KeyGroup, bindings, commands_of, without
from board.widgets.key_bar import KeyBar
from board.widgets.row_list import ListRow, RowList
from board.words.outcomes.told import Where
from board.words.scoring import WHOLE
from board.words.statuses import MARKS

# ruff: noqa: PLC0415 - what opens from here is loaded when it is opened

_KEYS = KeyGroup(
    "Children's work",
    (
        Command("give(True)", "space", "Counts", "Make the picture an example of what counts by this criterion.", 1),
        Command("give(False)", "k", "Not yet", "Make it an example of what does not count yet by this criterion.", 2),
        Command("take_away", "delete,backspace", "No example", "Make it no example any more.", 6, "del"),
        Command("turn(-1)", "left", "Before", "Look at the picture before.", sign="\u2190"),
        Command("turn(1)", "right", "Next", "Look at the next picture.", 4, "\u2192"),
        Command(
            "closer",
            "z",
            "Closer",
            "Show the picture as large as the window is, where a name or a face is seen best.",
            5,
        ),
        Command("undo", "u", "Undo", "Take back the last thing done here.", 7),
        Command("redo", "U", "Redo", "Put back what you took back last.", sign="U"),
        Command("leave", "escape,q", "Back", "Go back to the scoring guide.", 3, "esc"),
    ),
)
_DIGITS = KeyGroup(
    "The criterion",
    tuple(
        Command(f"criterion({digit})", str(digit), "Criterion", "Choose this criterion; 0 is the step as a whole.")
        for digit in range(10)
    ),
)
_OF_PICTURES = ("give", "take_away", "turn", "closer", "criterion")
"""What can be done only where there is a picture."""

_NOTHING = (
    "No picture of a child's work can be an example here yet.\n\n"
    "It takes a picture kept as evidence at this step, of a child in the class whose family has said yes to photos. "
    "When a second adult is still to look at a Boss, its pictures wait."
)
_REMINDER = "Before it is an example: is a name on it? A face? z shows it larger."
_CHOOSE = "space: it counts by this criterion. k: not yet."
_WHY = {True: "Why does it count?", False: "What is still missing?"}
_HINT = "The reason, for those who practise; it may stay empty"
_ANSWERS = Answers("keeps the example", "keeps none")


class WorkScreen(LiveScreen[None]):
    """Shows the pictures of work that may be examples, one at a time.

    Args:
        sitting: Who gives examples, and in which class.
        step_id: Id of the step.
    """

    CSS_PATH = "work.tcss"
    AUTO_FOCUS: ClassVar[str | None] = "RowList"
    KEYS = (_KEYS, _DIGITS)
    BINDINGS = bindings(KEYS)

    def __init__(self, sitting: Sitting, step_id: str) -> None:
        super().__init__(sitting.book)
        self._scoring, self._step_id = Scoring(sitting), step_id
        opened = sitting.history.opened(Where.PAGE)
        take_actions(self, Turning(self._do, sitting, lambda: opened))
        self._works: tuple[Work, ...] = ()
        self._at = 0

    def compose(self) -> ComposeResult:
        """Title, the picture, what it is about, what was done, keys."""
        yield Static(id="title", markup=False)
        with Horizontal():
            yield WorkPicture(AllPictures(self.book))
            with Vertical(id="about"):
                yield Static("By which criterion?", classes="label", markup=False)
                yield RowList()
                yield Static(id="given", markup=False)
        yield Static(_NOTHING, id="empty", markup=False)
        yield Static(id="said", markup=False)
        yield KeyBar((*_KEYS.commands, HELP), id="with-work")
        yield KeyBar((*commands_of(without((_KEYS,), _OF_PICTURES)), HELP), id="without-work")

    def on_mount(self) -> None:
        """Show the first picture."""
        self.show_class()
        self._say(_REMINDER if self._here is not None else "")

    @property
    def keys(self) -> tuple[KeyGroup, ...]:
        """Its keys, as far as they do something now."""
        return self.KEYS if self._here is not None else without(self.KEYS, _OF_PICTURES)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what is done with a picture only where there is one."""
        return self._here is not None if action in _OF_PICTURES else super().check_action(action, parameters)

    def show_class(self) -> None:
        """Show what may be an example now; the picture that is looked at stays as long as it may be one."""
        here = self._here
        self.query_one(RowList).fill(
            ListRow(str(at), Content(f"{at}  {line or WHOLE}")) for at, line in enumerate(self._lines)
        )
        self._works = self._scoring.work(self._step_id)
        same = [
            at
            for at, one in enumerate(self._works)
            if here and (one.target, one.picture) == (here.target, here.picture)
        ]
        self._at = same[0] if same else min(self._at, max(0, len(self._works) - 1))
        self._show()

    def action_criterion(self, number: int) -> None:
        """Choose a criterion."""
        if number < len(self._lines):
            self.query_one(RowList).highlighted = number

    @on(RowList.OptionSelected)
    def say_how(self) -> None:
        """Say how the picture is made an example of what was chosen."""
        self._say(_CHOOSE)

    def action_turn(self, by: int) -> None:
        """Look at another picture."""
        if 0 <= self._at + by < len(self._works):
            self._at += by
            self._say(_REMINDER)
            self._show()

    def action_closer(self) -> None:
        """Show the picture as large as the window is."""
        from board.screens.pictures.large_picture import LargePicture

        if self._here is not None:
            self.put_up(LargePicture(AllPictures(self.book), self._here.picture))

    def action_give(self, counts: bool) -> None:
        """Ask for the reason, then make the picture an example."""
        from board.screens.parts.note import NoteScreen

        here, criterion = self._here, self._criterion
        if here is None:
            return

        def answered(why: str | None) -> None:
            if why is not None:
                self._do(lambda: self._scoring.give(here.target, here.picture, criterion, counts=counts, why=why))

        self.put_up(NoteScreen(_WHY[counts], _HINT, _ANSWERS), answered)

    def action_take_away(self) -> None:
        """Make the picture no example any more."""
        here = self._here
        if here is not None:
            self._do(lambda: self._scoring.take_away(here.target, here.picture))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    @property
    def _here(self) -> Work | None:
        return self._works[self._at] if self._at < len(self._works) else None

    @property
    def _lines(self) -> tuple[str, ...]:
        """What an example may be about: the step as a whole, then its criteria."""
        step = self._scoring.step(self._step_id)
        return ("", *(step.criteria if step is not None else ()))

    @property
    def _criterion(self) -> str:
        lines, at = self._lines, self.query_one(RowList).highlighted or 0
        return lines[at] if at < len(lines) else ""

    def _do(self, wish: Callable[[], Outcome]) -> None:
        outcome = outcome_of(self, wish)
        if outcome is not None:
            self.look_again()
            self._say(outcome.said)

    def _say(self, said: str) -> None:
        self.query_one("#said", Static).update(Content(said))

    def _show(self) -> None:
        step, here = self._scoring.step(self._step_id), self._here
        parts = [self.book.name, "Children's work", step.title if step is not None else ""]
        parts += [f"picture {self._at + 1} of {len(self._works)}"] if here is not None else []
        self.query_one("#title", Static).update("  ·  ".join(filter(None, parts)))
        self.query_one(Horizontal).display = here is not None
        self.query_one("#empty").display = here is None
        self.query_one("#with-work").display = here is not None
        self.query_one("#without-work").display = here is None
        self.refresh_bindings()
        self.query_one(WorkPicture).show(here.picture if here is not None else "")
        given = here.given if here is not None else {}
        lines = [f"{MARKS[fact.kind]}: {line or WHOLE}" for line, fact in given.items()]
        self.query_one("#given", Static).update(Content("\n".join(lines or ["No example yet."])))
