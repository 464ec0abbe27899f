"""Practising on the examples of a step: one judges first, and then reads the guide's word and reason; nothing of it is kept."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from board.deeds.all_pictures import AllPictures
from board.deeds.scoring import Scoring
from board.deeds.sitting import Sitting
from board.mastery.scoring import Answer, Example, Practised, practised, shuffled
from board.screens.guide.work_picture import WorkPicture
from board.screens.parts.keys_here import HELP
from board.screens.parts.live import LiveScreen
from board.store.draft import new_id
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.glance import Glance
from board.widgets.key_bar import KeyBar
from board.words.scoring import PRIVATE, WHOLE, agreed, guide_says

# ruff: noqa: PLC0415 - what opens from here is loaded when it is opened

_KEYS = KeyGroup(
    "Practising",
    (
        Command(
            "judge(True)",
            "space",
            "Got it",
            "Say got it of this example; the guide answers, and then the key goes on.",
            1,
        ),
        Command(
            "judge(False)",
            "k",
            "Keep working",
            "Say keep working of it; the guide answers, and then the key goes on.",
            2,
        ),
        Command("next", "enter", "Next", "Go on to the next example, and after the last to where you differ.", 1),
        Command("again", "a", "Again", "Practise on the same examples anew, in another order.", 1),
        Command("closer", "z", "Closer", "Show the picture as large as the window is.", 5),
        Command(
            "examples", "x", "All examples", "All examples of this step side by side; there they are added, too.", 4
        ),
        Command("leave", "escape,q", "Back", "Go back; nothing of what you said is kept.", 3, "esc"),
    ),
)
_BARS = {
    "empty": ("examples", "leave"),
    "judging": ("judge", "examples", "leave"),
    "judging-picture": ("judge", "closer", "examples", "leave"),
    "judged": ("next", "examples", "leave"),
    "judged-picture": ("next", "closer", "examples", "leave"),
    "end": ("again", "examples", "leave"),
}
"""What one can do at each point of practising."""

_NO_EXAMPLES = (
    "There are no examples for this step yet.\n\n"
    "Press x and write some: what counts, what does not count yet, and why. A picture of a child's work can be one, too, "
    'when the family has said yes to photos. Unit files hold them as "counts" and "not_yet".'
)
_DIFFER, _AGREE = "Where you and the guide differ", "You and the guide agree on every example."
_ASK = "Got it, or keep working?"
_UNREADABLE = "This picture is damaged on this computer, or has not come here yet."


class PractiseScreen(LiveScreen[None]):
    """Shows the examples of a step one by one, to be judged by who practises, and for their eyes alone.

    Args:
        sitting: Who practises, and in which class.
        step_id: Id of the step.
        seed: Makes the order; empty for a new one.
    """

    CSS_PATH = "practise.tcss"
    AUTO_FOCUS: ClassVar[str | None] = "#card"
    KEYS = (_KEYS,)
    BINDINGS = bindings(KEYS)

    def __init__(self, sitting: Sitting, step_id: str, seed: str = "") -> None:
        super().__init__(sitting.book)
        self._sitting, self._scoring, self._step_id = sitting, Scoring(sitting), step_id
        self._left: list[Example] = []
        self._answers: list[Answer] = []
        self._judged, self._glance = False, Glance()
        self._begin(seed or new_id())

    def compose(self) -> ComposeResult:
        """Title, criterion, example, the guide's word, keys."""
        yield Static(id="title", markup=False)
        yield Static(id="criterion", markup=False)
        with VerticalScroll(id="card"):
            yield Static(id="told", markup=False)
            yield WorkPicture(AllPictures(self.book))
        yield Static(id="said", markup=False)
        yield Static(PRIVATE, id="private", markup=False)
        for point in _BARS:
            yield KeyBar((*_at(point).commands, HELP), id=point)

    def on_mount(self) -> None:
        """Show the first example."""
        self._show()

    @property
    def keys(self) -> tuple[KeyGroup, ...]:
        """Its keys, as far as they do something now."""
        return (_at(self._point),)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Do only what there is to do at this point: a key too many never judges the next example."""
        if any(_name(command) == action for command in _KEYS.commands):
            return action in _BARS[self._point] or (action == "judge" and self._judged)
        return super().check_action(action, parameters)

    def action_judge(self, got_it: bool) -> None:
        """Judge this example; once it is judged, go on as Enter does."""
        if self._judged:
            self.action_next()
        elif self._here is not None:
            self._answers.append(Answer(self._here, got_it))
            self._judged = True
            self._glance.begin()
            self._show()

    def action_next(self) -> None:
        """Go on to the next example, once the word of the guide has been in sight."""
        if self._glance.is_seen:
            self._left, self._judged = self._left[1:], False
            self._show()

    def action_again(self) -> None:
        """Begin once more."""
        self._begin(new_id())
        self._show()

    def action_closer(self) -> None:
        """Show the picture as large as the window is."""
        from board.screens.pictures.large_picture import LargePicture

        if self._here is not None:
            self.put_up(LargePicture(AllPictures(self.book), self._here.picture))

    def action_examples(self) -> None:
        """Show all examples side by side; when some came there, practise on those too."""
        from board.screens.guide.examples import ExamplesScreen

        self.put_up(ExamplesScreen(self._sitting, self._step_id))

    def action_leave(self) -> None:
        """Go back, and keep nothing."""
        self.dismiss(None)

    @on(WorkPicture.Unreadable)
    def say_unreadable(self) -> None:
        """Say that there is no picture to be judged."""
        self.query_one("#said", Static).update(_UNREADABLE)

    def show_class(self) -> None:
        """Show no example any more that is none by now; where there was none and there is one now, begin."""
        now = self._scoring.examples(self._step_id)
        begins = not self._left and not self._answers
        was = self._here
        self._left = [one for one in self._left if one in now]
        self._answers = [one for one in self._answers if one.example in now]
        self._judged = self._judged and self._here == was
        if begins:
            self._begin(new_id())
        self._show()

    def _begin(self, seed: str) -> None:
        self._left, self._answers = list(shuffled(self._scoring.examples(self._step_id), seed)), []
        self._judged, self._of = False, len(self._left)

    @property
    def _here(self) -> Example | None:
        return self._left[0] if self._left else None

    @property
    def _point(self) -> str:
        if self._here is None:
            return "end" if self._answers else "empty"
        judged = "judged" if self._judged else "judging"
        return f"{judged}-picture" if self._here.picture else judged

    @property
    def _criteria(self) -> tuple[str, ...]:
        step = self._scoring.step(self._step_id)
        return step.criteria if step is not None else ()

    def _show(self) -> None:
        here = self._here
        for bar in self.query(KeyBar):
            bar.display = bar.id == self._point
        self.query_one("#title", Static).update(self._title())
        self.query_one("#criterion", Static).update(self._asked())
        self.query_one("#told", Static).update(self._told())
        self.query_one(WorkPicture).show(here.picture if here is not None else "")
        self.query_one("#card").set_class(here is not None and bool(here.picture), "-picture")
        self.query_one("#card").scroll_home(animate=False)
        said = self.query_one("#said", Static)
        said.update(Content(guide_says(self._answers[-1]) if self._judged else _ASK))
        said.display = here is not None
        self.query_one("#private").display = self._point != "empty"
        self.refresh_bindings()

    def _title(self) -> str:
        step = self._scoring.step(self._step_id)
        parts = [self.book.name, "Practise judging", step.title if step is not None else ""]
        parts += [f"example {self._of - len(self._left) + 1} of {self._of}"] if self._here is not None else []
        return "  ·  ".join(filter(None, parts))

    def _asked(self) -> Content:
        if self._here is None:
            differ = any(not one.agrees for one in self._answers)
            return Content(_DIFFER if differ else _AGREE if self._answers else "")
        criterion = self._here.criterion
        if not criterion:
            step = self._scoring.step(self._step_id)
            return Content.assemble((f"{WHOLE}  ", "$foreground 60%"), (step.i_can if step is not None else "", "bold"))
        number = self._criteria.index(criterion) + 1
        return Content.assemble((f"Looks like ({number})  ", "$foreground 60%"), (criterion, "bold"))

    def _told(self) -> Content:
        if self._here is not None:
            return Content(self._here.told)
        if not self._answers:
            return Content(_NO_EXAMPLES)
        parts = [part for one in practised(self._answers, self._criteria) for part in _said_of(one)]
        return Content("\n").join(parts[1:])


def _at(point: str) -> KeyGroup:
    """Give what one can do at a point of practising."""
    return _KEYS._replace(commands=tuple(one for one in _KEYS.commands if _name(one) in _BARS[point]))


def _name(command: Command) -> str:
    return command.action.partition("(")[0]


def _said_of(one: Practised) -> Iterator[Content]:
    """Say how somebody has judged by one criterion."""
    yield Content("")
    yield Content.styled(one.criterion or WHOLE, "bold")
    yield Content(agreed(one))
    for answer in one.differing:
        seen = answer.example.told or "A picture of a child's work."
        yield Content("")
        yield Content(seen)
        yield Content.styled(guide_says(answer), "$accent")
