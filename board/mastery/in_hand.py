"""A showing in hand: what an adult has seen and said so far, of one child at one step or several, before it is kept."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Self, TypeVar

from board.mastery.curriculum import Step, Unit
from board.mastery.progress import Row
from board.mastery.showing import Beyond, Criteria, Support, Trials, Verdict, shares

_Choice = TypeVar("_Choice")

_MOST_TRIALS = 99
"""As many as `Trials` can name."""


class Looked(NamedTuple):
    """One step of the showing, as it is looked at.

    Attributes:
        step: The step.
        criteria: What must be seen, as it was read when it was shown.
        ticked: Those that were seen now.
        well: Trials that went well.
        not_yet: Trials that did not yet.
        note: What adults may read about it.
        got_it: The verdict so far, None while there is none.
        tip: What to try next, for a child that keeps working.
        gone: Whether somebody took the step out of the class meanwhile.
    """

    step: Step
    criteria: Criteria
    ticked: frozenset[str] = frozenset()
    well: int = 0
    not_yet: int = 0
    note: str = ""
    got_it: bool | None = None
    tip: str = ""
    gone: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """The criteria, each once, in the order they are written, seen before or not: a number stays with its criterion."""
        return tuple(dict.fromkeys(self.criteria.lines))

    @property
    def trials(self) -> Trials | None:
        """The trials within this showing, None where nobody counted."""
        of = self.well + self.not_yet
        return Trials(self.well, of) if of else None

    def toggled(self, line: str) -> Self:
        """Tick a criterion, or take the tick away."""
        return self._replace(ticked=self.ticked ^ {line})

    def tried(self, *, well: bool) -> Self:
        """Count one more trial."""
        if self.well + self.not_yet >= _MOST_TRIALS:
            return self
        return self._replace(well=self.well + well, not_yet=self.not_yet + (not well))

    def read_again(self, step: Step, criteria: Criteria) -> Self:
        """Give the same look at criteria that may have changed; only the ticks go whose criterion is not there any more.

        A verdict was given against the criteria of then, so where they say something else it is to be given anew.
        """
        now = self._replace(step=step, criteria=criteria, ticked=self.ticked.intersection(criteria.lines), gone=False)
        return now if criteria.lines == self.criteria.lines else now._replace(got_it=None, tip="")


class InHand(NamedTuple):
    """All of it; what is not said of one step is said of the whole showing.

    Attributes:
        student: Id of the student.
        looks: The steps, at least one.
        at: Which of them is in sight.
        way: The way it was shown, or empty.
        support: With how much help, None where nobody said so.
        beyond: What more there was in it.
        witness: Id of a student who saw it too, or empty.
        caption: What the child says about it.
        evidence: Content ids of pictures of it.
    """

    student: str
    looks: tuple[Looked, ...]
    at: int = 0
    way: str = ""
    support: Support | None = None
    beyond: frozenset[Beyond] = frozenset()
    witness: str = ""
    caption: str = ""
    evidence: tuple[str, ...] = ()

    @property
    def here(self) -> Looked:
        """The step in sight."""
        return self.looks[self.at]

    @property
    def is_judged(self) -> bool:
        """Whether every step has its verdict."""
        return all(look.got_it is not None for look in self.looks)

    def looking(self, look: Looked) -> Self:
        """Put another look in place of the one in sight."""
        return self._replace(looks=(*self.looks[: self.at], look, *self.looks[self.at + 1 :]))

    def said(self, **changed: Any) -> Self:
        """Say something else of the step in sight."""
        return self.looking(self.here._replace(**changed))

    def turned(self, by: int) -> Self:
        """Go to another step; the last is followed by the first."""
        return self._replace(at=(self.at + by) % len(self.looks))

    def on_to_next(self) -> Self:
        """Go to the next step without a verdict, or stay."""
        after = [(self.at + by) % len(self.looks) for by in range(1, len(self.looks))]
        return self._replace(at=next((at for at in after if self.looks[at].got_it is None), self.at))

    def with_steps(self, looks: Iterable[Looked]) -> Self:
        """Give the showing with other further steps; what was said of those that stay is kept, and the first one stays."""
        known = {look.step.id: look for look in self.looks}
        chosen = (self.looks[0], *(known.get(look.step.id, look) for look in looks))
        here = self.here.step.id
        at = next((at for at, look in enumerate(chosen) if look.step.id == here), 0)
        return self._replace(looks=chosen, at=at)

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What is to be kept of it; a step without a verdict is left out."""
        return tuple(self._verdict(look) for look in self.looks if look.got_it is not None)

    def _verdict(self, look: Looked) -> Verdict:
        return Verdict(
            self.student,
            look.step.id,
            bool(look.got_it),
            look.criteria.step_version,
            look.criteria.own_version,
            seen=tuple(dict.fromkeys(line for line in look.criteria.lines if line in look.ticked)),
            tip=look.tip,
            note=look.note,
            way=self.way,
            support=self.support,
            trials=look.trials,
            beyond=tuple(one for one in Beyond if one in self.beyond),
            witness=self.witness,
            evidence=self.evidence,
            caption=self.caption,
            answers=look.criteria.answers,
        )


def next_of(choices: tuple[_Choice, ...], now: object) -> _Choice:
    """Give the choice after this one; the last is followed by the first, and what is none of them by the first."""
    return choices[(choices.index(now) + 1) % len(choices)] if now in choices else choices[0]


class Near(NamedTuple):
    """Another step that may be marked by the same showing.

    Attributes:
        step: The step.
        unit: Title of the unit it is in.
        nearness: See `shares`.
    """

    step: Step
    unit: str
    nearness: int


def other_steps(units: Iterable[Unit], row: Row, step: Step) -> tuple[Near, ...]:
    """Give the other steps this child has not got yet, the nearest first, each once though several units have it.

    Of those that are equally near, steps of the same unit come first.

    Args:
        units: Those of the class.
        row: All spots of the child.
        step: What is shown.
    """
    units = tuple(units)
    bosses = dict(_bosses(units))
    found: dict[str, tuple[tuple[int, bool, int], Near]] = {}
    for unit in units:
        is_foreign = unit.level_of(step.id) is None
        for other in unit.spots:
            if other.id != step.id and not (other.id in row and row[other.id].is_mastered):
                near = Near(other, unit.title, shares(step, other, bosses))
                found.setdefault(other.id, ((-near.nearness, is_foreign, len(found)), near))
    return tuple(near for _, near in sorted(found.values(), key=lambda one: one[0]))


def _bosses(units: Iterable[Unit]) -> Iterator[tuple[str, str]]:
    for unit in units:
        for level in unit.levels:
            for spot in level.spots if level.boss is not None else ():
                assert level.boss is not None
                yield spot.id, level.boss.id
