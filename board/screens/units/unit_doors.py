"""The doors of a unit: the screens that open from its steps and are about more than one line of it."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from textual.screen import Screen

from board.deeds.sitting import Sitting
from board.mastery.curriculum import Step, Unit

# ruff: noqa: PLC0415 - the outline is up before the screens behind its doors are loaded

_Result = TypeVar("_Result")


class UnitPage(Protocol):
    """The steps of a unit seen from their doors."""

    @property
    def step_here(self) -> Step | None:
        """The step under the cursor."""
        ...

    def take_unit(self, unit: Unit) -> None:
        """Keep a new unit, and show it."""

    def put_up(self, screen: Screen[_Result], then: Callable[[_Result | None], None] | None = None) -> None:
        """Put another screen on top."""


class UnitDoors:
    """What opens from the steps of a unit; its `action_` methods are those of the screen that holds it.

    Args:
        page: The screen.
        sitting: Who sits there, and in which class.
    """

    def __init__(self, page: UnitPage, sitting: Sitting) -> None:
        self._page, self._sitting = page, sitting

    def action_practise(self) -> None:
        """Practise judging the step under the cursor."""
        from board.screens.guide.practise import PractiseScreen

        step = self._page.step_here
        if step is not None:
            self._page.put_up(PractiseScreen(self._sitting, step.id))

    def action_new_unit(self) -> None:
        """Paste or type a new unit."""
        self.new_unit()

    def new_unit(self, text: str = "") -> None:
        """Ask for the steps of a new unit.

        Args:
            text: Lines to begin with.
        """
        from board.screens.units.paste_steps import PasteStepsScreen

        def asked(unit: Unit | None) -> None:
            if unit is not None:
                self._page.take_unit(unit)

        self._page.put_up(PasteStepsScreen(self._sitting.book.units, text), asked)
