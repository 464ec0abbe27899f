"""How sticker sheets printed: the question, and the two answers to it."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from board.deeds.history import Outcome
from board.deeds.sitting import Sitting
from board.paper.kind import PageKind
from board.paper.memory import PrintMemory, SheetMade
from board.paper.sheets import printed_badly, printed_well, question, waiting
from board.screens.parts.trying import Tells, outcome_of

_ANSWERS = "y: yes, its stickers are done · n: no, they stay new"
_NONE_WAITS = "No sticker sheet waits for an answer."


class Asked(Tells, Protocol):
    """A screen on which somebody says how sticker sheets printed."""

    @property
    def kind(self) -> PageKind:
        """The kind of page that is looked at."""
        ...

    def say(self, said: str) -> None:
        """Say something at the foot of the screen."""

    def show(self) -> None:
        """Show what is to be printed now."""


class SheetAnswers:
    """The answers to how sheets printed; its `action_` methods are those of the screen that holds it.

    Args:
        screen: Where it is asked.
        memory: What is remembered about printing.
        sitting: What keeps which stickers were printed, and in which class.
    """

    def __init__(self, screen: Asked, memory: PrintMemory, sitting: Sitting) -> None:
        self._screen, self._memory, self._sitting = screen, memory, sitting

    @property
    def question(self) -> str:
        """What is asked about the sheets that wait, with its answers; empty where none waits."""
        sheets = self._waiting
        return f"{question(sheets, self._sitting.book.students)} {_ANSWERS}" if sheets else ""

    def action_well(self) -> None:
        """The sticker sheets that wait printed well."""
        sheets = self._waiting
        if not sheets:
            self._screen.say(_NONE_WAITS)
            return
        self.do(partial(printed_well, self._memory, self._sitting, sheets))

    def action_badly(self) -> None:
        """The sticker sheets that wait did not print well."""
        sheets = self._waiting
        if not sheets:
            self._screen.say(_NONE_WAITS)
            return
        self.do(partial(printed_badly, self._memory, self._sitting, sheets))

    def do(self, wish: Callable[[], Outcome]) -> None:
        """Do something, show what it changed and say so.

        Args:
            wish: What to do.
        """
        outcome = outcome_of(self._screen, wish)
        if outcome is not None:
            self._screen.show()
            self._screen.say(outcome.said)

    @property
    def _waiting(self) -> tuple[SheetMade, ...]:
        """Give the sheets an answer is for: those of the kind that is looked at, else all."""
        kind = self._screen.kind
        return waiting(self._memory, self._sitting.book, glue=not kind.on_labels if kind.counted else None)
