"""A center while somebody judges at it: what is said of each child, and what was seen of it, until all is recorded."""

from collections.abc import Callable, Iterable

from board.deeds.history import Outcome
from board.deeds.marks import Marks
from board.deeds.sitting import Sitting
from board.mastery.curriculum import Step
from board.mastery.facts import Kind
from board.mastery.progress import Second, Spot, Status
from board.mastery.showing import Criteria, Verdict, criteria_of
from board.words import FOR_ADULTS

SHOWN = (Kind.MASTERED, Kind.KEEP_WORKING)
"""Verdicts, which are given against criteria."""

_NEXT: dict[Kind | None, Kind | None] = {None: Kind.MASTERED, Kind.MASTERED: Kind.PRACTISING, Kind.PRACTISING: None}
"""What a further digit or tap makes of a verdict."""

_COUNTS = {
    Kind.MASTERED: "{count} got it",
    Kind.KEEP_WORKING: "{count} keep working",
    Kind.PRACTISING: "{count} trying",
    Kind.READY: "{count} ready",
    Kind.AWAY: "{count} away",
}
_SECOND = {Second.ANOTHER: "Two adults get to see it", Second.TOGETHER: "Look at it together"}
"""What is known of a Boss for two adults, and nothing of what the first one said."""

MOST_CRITERIA = 9
"""As many as there are digits."""


class Ticks:
    """The criteria of one step that were seen of each child, until they are recorded.

    Args:
        step: What is shown.
        spot: Gives how a child stands with it, by the id of the child.
        adult: Gives the id of the assessor who judges.
    """

    def __init__(self, step: Step, spot: Callable[[str], Spot], adult: Callable[[], str]) -> None:
        self._step, self._spot, self._adult = step, spot, adult
        self._ticked: dict[str, frozenset[str]] = {}

    def criteria(self, child: str) -> Criteria:
        """Give what must be seen of a child: its own criteria where it has some."""
        return criteria_of(self._step, self._spot(child), self._adult())

    def lines(self, child: str) -> tuple[str, ...]:
        """Give those criteria of a child that have a digit."""
        return self.criteria(child).lines[:MOST_CRITERIA]

    @property
    def shared(self) -> tuple[str, ...]:
        """The criteria of the step that have a digit."""
        return self._step.criteria[:MOST_CRITERIA]

    def tick(self, number: int, child: str) -> None:
        """Tick a criterion of one child, or take the tick away; what was seen before stays seen.

        Args:
            number: From 1; one that the child does not have changes nothing.
            child: Id of the student.
        """
        for line in self.lines(child)[number - 1 : number]:
            if line not in self.criteria(child).seen:
                self._ticked[child] = self._of(child) ^ {line}

    def tick_all(self, number: int, children: Iterable[str]) -> None:
        """Tick a criterion of the step for children, or take it away where all of them have it.

        Children with criteria of their own are ticked by those, one by one.

        Args:
            number: From 1; one that the step does not have changes nothing.
            children: Ids of the students.
        """
        shared = [child for child in children if not self._spot(child).own_criteria]
        for line in self.shared[number - 1 : number]:
            open_ = [child for child in shared if line not in self.criteria(child).seen]
            every = all(line in self._of(child) for child in open_)
            for child in open_:
                self._ticked[child] = self._of(child) - {line} if every else self._of(child) | {line}

    def forget(self, child: str) -> None:
        """Take all ticks of a child away."""
        self._ticked.pop(child, None)

    def seen(self, child: str) -> tuple[str, ...]:
        """Give what was ticked of a child here, in the order of its criteria."""
        return tuple(line for line in self.lines(child) if line in self._of(child))

    def shown(self, child: str) -> tuple[bool, ...]:
        """Tell of each criterion of a child whether it was seen, here or before."""
        before = self.criteria(child).seen
        return tuple(line in before or line in self._of(child) for line in self.lines(child))

    def _of(self, child: str) -> frozenset[str]:
        return self._ticked.get(child, frozenset())


class CenterInHand:
    """What is said of the children of a center; nothing is kept before it is recorded.

    Args:
        sitting: Who judges, and in which class.
        step: What is shown.

    Attributes:
        said: What is said of each child: got it, keep working, trying, ready, or away; in the order it was said.
        ticks: What was seen of each child.
        tips: The tips of those who keep working.
        ways: The ways of those who are ready.
    """

    def __init__(self, sitting: Sitting, step: Step) -> None:
        self._sitting, self._step = sitting, step
        self.ticks = Ticks(step, self.spot, lambda: sitting.actor.id)
        self.said: dict[str, Kind] = {}
        self.tips: dict[str, str] = {}
        self.ways: dict[str, str] = {}

    def spot(self, child: str) -> Spot:
        """Give how a child stands with the step."""
        return self._sitting.book.progress.spot(child, self._step.id)

    @property
    def judged(self) -> tuple[str, ...]:
        """Ids of the children of whom something can be ticked."""
        return tuple(child for child, kind in self.said.items() if kind in SHOWN)

    @property
    def counts(self) -> str:
        """How many children each thing is said of, in words; empty while nothing is said."""
        given = list(self.said.values())
        return ", ".join(words.format(count=given.count(kind)) for kind, words in _COUNTS.items() if kind in given)

    def remark(self, child: str) -> str:
        """Give what everybody at the table may read beside a child: that it asked, and how it wants to show it."""
        if self.said.get(child) is Kind.READY and self.ways.get(child):
            return self.ways[child]
        spot = self.spot(child)
        if spot.second is not Second.NONE:
            return _SECOND[spot.second]
        return FOR_ADULTS[Status.READY] if self.sign(child) is Status.READY else ""

    def sign(self, child: str) -> Status:
        """Give the status whose sign everybody at the table may see: mastered, ready, or open for all else."""
        status = self.spot(child).heard.status
        return status if status in (Status.MASTERED, Status.READY) else Status.OPEN

    def to_know(self, child: str) -> str:
        """Give what an adult who asks for it reads of a child, and nothing the child has not heard from an adult yet."""
        spot, said = self.spot(child), self.said.get(child)
        now = spot.heard
        if said is Kind.KEEP_WORKING and self.tips.get(child):
            return f"Tip: {self.tips[child]}"
        if spot.own_criteria:
            return f"Own version: {' · '.join(spot.own_criteria)}"
        tip = now.mark.note if now.status is Status.KEEP_WORKING and now.mark is not None else None
        return f"{FOR_ADULTS[now.status]}: {tip}" if tip else FOR_ADULTS[now.status]

    def say(self, child: str, kind: Kind | None) -> None:
        """Say something of a child, or nothing any more; ticks stay with verdicts alone."""
        self.said.pop(child, None)
        if kind is not None:
            self.said[child] = kind
        if kind not in SHOWN:
            self.ticks.forget(child)

    def go_round(self, child: str) -> None:
        """Say the next of got it, trying, nothing."""
        self.say(child, _NEXT.get(self.said.get(child)))

    def keep_working(self, child: str, tip: str) -> None:
        """Say that a child keeps working, with one tip."""
        self.tips[child] = tip
        self.say(child, Kind.KEEP_WORKING)

    def ready(self, child: str) -> None:
        """Say that a child is ready; said again in the next way to show the step, and after the last one not at all."""
        ways = ("", *self._step.ways)
        next_ = ways.index(self.ways.get(child, "")) + 1 if self.said.get(child) is Kind.READY else 0
        self.ways[child] = ways[next_ % len(ways)]
        self.say(child, Kind.READY if next_ < len(ways) else None)

    def tick(self, number: int, child: str | None) -> bool:
        """Tick a criterion of one child, or of all who got it; tell whether there was anybody to tick it for.

        Args:
            number: Of the criterion, from 1.
            child: Id of the student, None for all who got it.
        """
        if child is not None:
            if child in self.judged:
                self.ticks.tick(number, child)
            return child in self.judged
        got_it = [one for one in self.judged if self.said[one] is Kind.MASTERED]
        self.ticks.tick_all(number, got_it)
        return bool(got_it)

    def record(self) -> Outcome:
        """Keep everything as one showing that one undo takes back.

        Raises:
            Refusal: Who sits here may not judge.
            NotSaved: Nothing was kept.
        """
        besides = {child: kind for child, kind in self.said.items() if kind not in SHOWN}
        judged = [self._verdict(child, got_it=self.said[child] is Kind.MASTERED) for child in self.judged]
        return Marks(self._sitting).record_showing(self._step.id, besides, judged, self.ways)

    def _verdict(self, child: str, *, got_it: bool) -> Verdict:
        """Give what is said of a child, with the criteria it was seen against; no ticks is seen as a whole."""
        criteria, tip = self.ticks.criteria(child), "" if got_it else self.tips.get(child, "")
        against = (criteria.step_version, criteria.own_version, self.ticks.seen(child))
        return Verdict(child, self._step.id, got_it, *against, tip)
