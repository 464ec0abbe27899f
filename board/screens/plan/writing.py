"""What is written or found for a child's plan: own criteria, ways, supports, a step of another unit."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from textual.screen import Screen

from board.deeds.history import Outcome
from board.deeds.plan import Plans
from board.deeds.sitting import Sitting
from board.mastery.curriculum import Step, Unit
from board.mastery.people import Student
from board.mastery.roll import student_of
from board.screens.plan.plan_rows import PlanShown
from board.screens.plan.several_lines import SeveralLines

_Result = TypeVar("_Result")

NO_STEP_HERE = "Go to a step first."

_OWN = "What will you see when this child has it?\nOne thing a line."
_BEST = "Build it, draw it, tell it ...\nOne way a line."
_SUPPORTS = "Number line, more time, a quiet place ...\nOne a line."
_NO_EXTRA = "{step} belongs to this unit; e leaves it out of the plan."
_NOTHING_MORE = "No other unit has a step that could be added."


class PlanPage(Protocol):
    """A screen on which a plan is settled."""

    @property
    def unit(self) -> Unit | None:
        """The unit whose steps are shown."""
        ...

    @property
    def step(self) -> Step | None:
        """The step under the cursor."""
        ...

    @property
    def student_id(self) -> str:
        """Id of the child."""
        ...

    def shown(self, unit: Unit) -> PlanShown:
        """Give the plan as it is shown beside a unit."""
        ...

    def put_up(self, screen: Screen[_Result], then: Callable[[_Result | None], None] | None = None) -> None:
        """Put another screen on top."""

    def do(self, wish: Callable[[], Outcome]) -> None:
        """Do something and say so."""

    def say(self, said: str) -> None:
        """Say what was just done."""


class Writing:
    """What the keys do that ask for words; its `action_` methods are those of the screen that holds it.

    Args:
        page: Where the plan is shown.
        sitting: Who settles, and in which class.
        plans: Settles it.
    """

    def __init__(self, page: PlanPage, sitting: Sitting, plans: Plans) -> None:
        self._page, self._book, self._plans = page, sitting.book, plans

    def action_own_version(self) -> None:
        """Write criteria for this child alone."""
        step, student = self._page.step, self._page.student_id
        if step is None:
            self._page.say(NO_STEP_HERE)
            return
        target, own = (student, step.id), self._book.progress.spot(student, step.id).own_criteria
        self._write(
            f"Own version of {step.title}",
            _OWN,
            own,
            step.criteria,
            lambda lines: self._plans.own_version(target, lines),
        )

    def action_shows_best(self) -> None:
        """Write how the child best shows things."""
        child = self._child
        if child is not None:
            ways = [way for unit in self._book.units for step in unit.spots for way in step.ways]
            others = [way for one in self._others for way in one.plan.shows_best]
            self._write(
                f"How {child.name} shows things best",
                _BEST,
                child.plan.shows_best,
                _most_used(others, ways),
                lambda lines: self._plans.settle(child.id, shows_best=lines),
            )

    def action_supports(self) -> None:
        """Write the supports the child has all year."""
        child = self._child
        if child is not None:
            self._write(
                f"Supports of {child.name} all year",
                _SUPPORTS,
                child.plan.supports,
                _most_used(support for one in self._others for support in one.plan.supports),
                lambda lines: self._plans.settle(child.id, supports=lines),
            )

    def action_extra(self) -> None:
        """Find a step of another unit, and let the child show it, too."""
        from board.screens.plan.extra_step import ExtraStep  # noqa: PLC0415 - only when it is asked for

        unit, student = self._page.unit, self._page.student_id
        there = {step.id for step in self._page.shown(unit).steps} if unit is not None else set()
        more = [one for one in self._book.units if any(step.id not in there for step in one.spots)]
        if unit is None or not more:
            self._page.say(_NOTHING_MORE)
            return

        def found(step: str | None) -> None:
            if step is not None:
                self._page.do(lambda: self._plans.with_extras(student, [step]))

        self._page.put_up(ExtraStep(more, there), found)

    def action_take_out(self) -> None:
        """Take out an extra step."""
        step, unit, child = self._page.step, self._page.unit, self._child
        if step is None or unit is None or child is None:
            self._page.say("Go to an extra step first.")
        elif unit.level_of(step.id) is not None:
            self._page.say(_NO_EXTRA.format(step=step.title))
        else:
            self._page.do(lambda: self._plans.with_extras(child.id, less=[step.id]))

    @property
    def _child(self) -> Student | None:
        return student_of(self._book.everyone, self._page.student_id)

    @property
    def _others(self) -> tuple[Student, ...]:
        return tuple(one for one in self._book.students if one.id != self._page.student_id)

    def _write(
        self,
        title: str,
        hint: str,
        lines: Iterable[str],
        known: Iterable[str],
        keep: Callable[[list[str]], Outcome],
    ) -> None:
        def written(typed: tuple[str, ...] | None) -> None:
            if typed is not None:
                self._page.do(lambda: keep(list(typed)))

        self._page.put_up(SeveralLines(title, hint, tuple(lines), tuple(known)), written)


def _most_used(said: Iterable[str], more: Iterable[str] = ()) -> tuple[str, ...]:
    """Give what is said most often first, then what else could be, each once."""
    both = (Counter(said), Counter(more))
    return tuple(dict.fromkeys(one for counts in both for one, _ in counts.most_common()))
