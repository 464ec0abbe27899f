"""A spot opened: what the step looks like, ways to show it, and everything that happened here."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from board import words
from board.mastery.curriculum import Step
from board.mastery.facts import Fact, How
from board.mastery.people import Student
from board.mastery.progress import Spot

_HOW = {How.TESTED_OUT: " (tested out)", How.ELSEWHERE: " (shown elsewhere)", How.SHOWN: ""}


class SpotScreen(ModalScreen[None]):
    """One student's spot on one page. For the teacher.

    Args:
        student: Whose spot it is.
        step: Its step.
        spot: How it stands.
        judges: Names of the assessors by id.
    """

    CSS_PATH = "spot.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q", "dismiss", "Back", id="back")]

    def __init__(self, student: Student, step: Step, spot: Spot, judges: Mapping[str, str]) -> None:
        super().__init__()
        self._student, self._step, self._spot, self._judges = student, step, spot, judges

    def compose(self) -> ComposeResult:
        """One scrolling page."""
        with VerticalScroll():
            yield Static(Content("\n").join(self._page()), markup=False)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()

    def _page(self) -> Iterable[Content]:
        step = self._step
        yield Content.assemble((self._student.name, "bold"), f" · {step.title}")
        yield Content(step.i_can)
        yield from _part("Looks like", step.criteria)
        yield from _part("Ways to show it", step.ways)
        yield from _part("Standards", (", ".join(step.standards),) if step.standards else ())
        yield from _part("History", tuple(self._told(fact) for fact in self._spot.facts) or ("Nothing yet.",))
        yield Content()
        yield Content("Esc goes back to the board.")

    def _told(self, fact: Fact) -> str:
        by = f", {self._judges[fact.by]}" if fact.by in self._judges else ""
        way = f", way: {fact.way}" if fact.way else ""
        note = f": {fact.note}" if fact.note else ""
        return f"{words.day(fact.at)}{by}: {words.MARKS[fact.kind]}{_HOW[fact.how]}{way}{note}"


def _part(title: str, lines: Iterable[str]) -> Iterable[Content]:
    told = tuple(lines)
    if told:
        yield Content()
        yield Content.styled(title, "bold $accent")
        yield from (Content(f"  {line}") for line in told)
