"""How sticker sheets printed: the question, and the two answers to it."""

from collections.abc import Callable
from functools import partial

from board.deeds.history import Outcome
from board.deeds.sitting import Sitting
from board.paper.kind import PageKind
from board.paper.memory import PrintMemory, SheetMade
from board.paper.sheets import printed_badly, printed_well, question, waiting
from board.screens.live import LiveScreen
from board.screens.trying import outcome_of
from board.store.book import Book
from board.words.outcomes.told import Where

_ANSWERS = "y: yes, its stickers are done · n: no, they stay new"


class SheetAnswers(LiveScreen[None]):
    """A screen on which somebody says how sticker sheets printed.

    Args:
        memory: What is remembered about printing.
        book: The open class.
        sitting: What keeps which stickers were printed.
    """

    def __init__(self, memory: PrintMemory, book: Book, sitting: Sitting) -> None:
        super().__init__(book)
        self._memory, self._sitting = memory, sitting
        self._opened = sitting.history.opened(Where.PAGE)

    @property
    def kind(self) -> PageKind:
        """The kind of page that is looked at."""
        raise NotImplementedError

    def say(self, said: str) -> None:
        """Say something at the foot of the screen."""
        raise NotImplementedError

    def show(self) -> None:
        """Show what is to be printed now."""
        raise NotImplementedError

    @property
    def question(self) -> str:
        """What is asked about the sheets that wait, with its answers; empty where none waits."""
        sheets = self._waiting
        return f"{question(sheets, self._book.students)} {_ANSWERS}" if sheets else ""

    def action_well(self) -> None:
        """The sticker sheets that wait printed well."""
        sheets = self._waiting
        if not sheets:
            self.say("No sticker sheet waits for an answer.")
            return
        self._do(partial(printed_well, self._memory, self._sitting, sheets))

    def action_badly(self) -> None:
        """The sticker sheets that wait did not print well."""
        sheets = self._waiting
        if not sheets:
            self.say("No sticker sheet waits for an answer.")
            return
        self._do(partial(printed_badly, self._memory, self._sitting, sheets))

    def action_undo(self) -> None:
        """Take back the last answer."""
        self._do(partial(self._sitting.undo, self._opened))

    def action_redo(self) -> None:
        """Put back the answer taken back last."""
        self._do(partial(self._sitting.redo, self._opened))

    def _do(self, wish: Callable[[], Outcome]) -> None:
        """Do something, show what it changed and say so."""
        outcome = outcome_of(self, wish)
        if outcome is not None:
            self.show()
            self.say(outcome.said)

    @property
    def _waiting(self) -> tuple[SheetMade, ...]:
        """Give the sheets an answer is for: those of the kind that is looked at, else all."""
        return waiting(self._memory, self._book, glue=not self.kind.on_labels if self.kind.counted else None)
