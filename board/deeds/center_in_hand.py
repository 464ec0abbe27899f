"""A center while somebody judges at it: what is said of each child, and what was seen of it, until all is recorded."""

from collections.abc import Callable, Iterable, Iterator

from board.deeds.history import Outcome
from board.deeds.marks import Marks
from board.deeds.sitting import Sitting
from board.errors import Refusal
from board.mastery.agreement import Second
from board.mastery.curriculum import Step, steps_by_id
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import Spot, Status
from board.mastery.roll import student_of
from board.mastery.showing import Criteria, Verdict, criteria_of
from board.words import FOR_ADULTS, meanwhile

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

_YOU_SAID = "You said got it; another adult gets to see it too"

MOST_CRITERIA = 9
"""As many as there are digits."""


class Ticks:
    """The criteria of one step that were seen of each child, until they are recorded.

    Args:
        step: Gives what is shown, as it is now.
        spot: Gives how a child stands with it, by the id of the child.
        adult: Gives the id of the assessor who judges.
    """

    def __init__(self, step: Callable[[], Step], spot: Callable[[str], Spot], adult: Callable[[], str]) -> None:
        self._step, self._spot, self._adult = step, spot, adult
        self._ticked: dict[str, frozenset[str]] = {}

    def criteria(self, child: str) -> Criteria:
        """Give what must be seen of a child: its own criteria where it has some."""
        return criteria_of(self._step(), self._spot(child), self._adult())

    def lines(self, child: str) -> tuple[str, ...]:
        """Give those criteria of a child that have a digit."""
        return self.criteria(child).lines[:MOST_CRITERIA]

    @property
    def shared(self) -> tuple[str, ...]:
        """The criteria of the step that have a digit."""
        return self._step().criteria[:MOST_CRITERIA]

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

    def forget_gone(self, child: str) -> tuple[str, ...]:
        """Take the ticks of a child away whose criterion has no digit any more, and give those criteria."""
        gone = self._of(child) - {*self.lines(child)}
        self._ticked[child] = self._of(child) - gone
        return tuple(sorted(gone))

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
        step: What is shown, as the class had it when it was read last.
        gone: Whether somebody took the step out of the class.
        said: What is said of each child: got it, keep working, trying, ready, or away; in the order it was said.
        ticks: What was seen of each child.
        tips: The tips of those who keep working.
        ways: The ways of those who are ready.
    """

    def __init__(self, sitting: Sitting, step: Step) -> None:
        self._sitting, self.step, self.gone = sitting, step, False
        self.ticks = Ticks(lambda: self.step, self.spot, lambda: sitting.actor.id)
        self.said: dict[str, Kind] = {}
        self.tips: dict[str, str] = {}
        self.ways: dict[str, str] = {}
        self._read = {student.id: (student, self.ticks.criteria(student.id)) for student in sitting.book.students}

    def spot(self, child: str) -> Spot:
        """Give how a child stands with the step."""
        return self._sitting.book.progress.spot(child, self.step.id)

    def waits_for_another(self, child: str) -> bool:
        """Tell whether who judges here has said got it of a Boss that another adult gets to see too."""
        spot, adult = self.spot(child), self._sitting.actor.id
        return spot.second is Second.ANOTHER and any(fact.by == adult for fact in spot.opinions)

    @property
    def judged(self) -> tuple[str, ...]:
        """Ids of the children of whom something can be ticked."""
        return tuple(child for child, kind in self.said.items() if kind in SHOWN)

    @property
    def counts(self) -> str:
        """How many children each thing is said of, in words; empty while nothing is said."""
        given = list(self.said.values())
        return ", ".join(words.format(count=given.count(kind)) for kind, words in _COUNTS.items() if kind in given)

    def student(self, known: Student) -> Student | None:
        """Give a child as it is now, None for one that was erased."""
        return student_of(self._sitting.book.everyone, known.id)

    def why_settled(self, child: Student) -> str:
        """Say why nothing can be said of a child: it is gone, has the sticker, or waits for another adult; else empty."""
        if self.student(child) is None:
            return "This child is not in the class any more."
        if self.spot(child.id).is_mastered:
            return f"{child.name} has this sticker already; it stays."
        if self.waits_for_another(child.id):
            return f"You said got it for {child.name}; another adult gets to see it too."
        return ""

    def read_again(self) -> tuple[str, ...]:
        """Look at the class again, and give what must be said of it: only what can't be kept any more is let go."""
        step = steps_by_id(self._sitting.book.units).get(self.step.id)
        was_gone, self.gone = self.gone, step is None
        if step is None:
            return () if was_gone else (meanwhile.step_gone(self.step.title),)
        before, self.step = self.step, step
        lost: list[str] = []
        news = [said for known, criteria in self._read.values() for said in self._changes(known, criteria, lost)]
        if before.criteria != step.criteria:
            news.insert(0, meanwhile.criteria_changed(step.title, tuple(dict.fromkeys(lost))))
        self._read = {
            id_: (self.student(known) or known, self.ticks.criteria(id_)) for id_, (known, _) in self._read.items()
        }
        return tuple(news)

    def _changes(self, known: Student, before: Criteria, lost: list[str]) -> Iterator[str]:
        """Let go what can't be kept of a child, and say so; the criteria of the step that went are added to those that are lost."""
        said, now = self.said.get(known.id), self.student(known)
        if said is None:
            return
        if now is None:
            self.say(known.id, None)
            yield meanwhile.child_gone(known.name)
            return
        if now.left and not known.left:
            yield meanwhile.child_left(known.name)
        if said is not Kind.AWAY and self.spot(known.id).is_mastered:
            self.say(known.id, None)
            yield meanwhile.got_it_meanwhile(known.name)
            return
        after, gone = self.ticks.criteria(known.id), self.ticks.forget_gone(known.id)
        if after.own_version != before.own_version:
            yield meanwhile.own_criteria_changed(known.name, self.step.title, gone)
        else:
            lost += gone

    def remark(self, child: str) -> str:
        """Give what everybody at the table may read beside a child: that it asked, and how it wants to show it."""
        if self.said.get(child) is Kind.READY and self.ways.get(child):
            return self.ways[child]
        spot = self.spot(child)
        if spot.second is not Second.NONE:
            return _YOU_SAID if self.waits_for_another(child) else _SECOND[spot.second]
        if self.sign(child) is not Status.READY:
            return ""
        return f"{FOR_ADULTS[Status.READY]}: {spot.way}" if spot.way else FOR_ADULTS[Status.READY]

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
        """Say that a child is ready; said again in the next way to show the step, and after the last one not at all.

        The way that the child asked for comes first, and is left only for another one.
        """
        asked = self.spot(child).asked
        first = (asked.way or "") if asked is not None else ""
        ways = tuple(dict.fromkeys((first, *self.step.ways)))
        now = self.ways.get(child) if self.said.get(child) is Kind.READY else None
        next_ = ways.index(now) + 1 if now in ways else 0
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
            Refusal: Who sits here may not judge, or the class was changed since it was read.
            NotSaved: Nothing was kept.
        """
        news = self.read_again() or ((meanwhile.step_gone(self.step.title),) if self.gone else ())
        if news:
            raise Refusal(" ".join(news))
        besides = {child: kind for child, kind in self.said.items() if kind not in SHOWN}
        judged = [self._verdict(child, got_it=self.said[child] is Kind.MASTERED) for child in self.judged]
        return Marks(self._sitting).record_showing(self.step.id, besides, judged, self.ways)

    def _verdict(self, child: str, *, got_it: bool) -> Verdict:
        """Give what is said of a child, with the criteria it was seen against; no ticks is seen as a whole."""
        criteria, tip = self.ticks.criteria(child), "" if got_it else self.tips.get(child, "")
        against = (criteria.step_version, criteria.own_version, self.ticks.seen(child))
        return Verdict(child, self.step.id, got_it, *against, tip)
