"""Who asks to be seen: children who are ready to show a step."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from board.mastery.agreement import Second
from board.mastery.curriculum import Step, Unit, spots_by_id
from board.mastery.facts import Fact, Kind, order
from board.mastery.people import Student
from board.mastery.progress import Progress, Row, Spot

MOST_ASKED = 2
"""Requests of one child that may wait at a time, unless its class says otherwise: a teacher has 28 children."""


def ready_to_show(
    students: Iterable[Student], units: Sequence[Unit], progress: Progress
) -> Iterator[tuple[Student, Step]]:
    """Give who is ready to show which step, child by child, each step once though two units may use it."""
    steps = spots_by_id(units)
    for student in students:
        row = progress.row(student.id)
        if any(spot.asked is not None for spot in row.values()):
            yield from ((student, step) for id_, step in steps.items() if id_ in row and row[id_].asked is not None)


MOST_EVER_ASKED = 5
"""The most requests of one child that a class may let wait: a longer list is no choice any more."""


class Asked(NamedTuple):
    """A child who waits to be seen.

    Attributes:
        student: Who waits.
        step: What the child wants to show.
        spot: How it stands.
    """

    student: Student
    step: Step
    spot: Spot

    @property
    def way(self) -> str:
        """The way the child chose, or empty."""
        return self.spot.way


def waiting(
    students: Iterable[Student], units: Sequence[Unit], progress: Progress, away: Collection[str] = ()
) -> tuple[Asked, ...]:
    """Give who waits to be seen, those who wait longest first: by the order of facts, which no clock can upset.

    Args:
        students: The class.
        units: Their steps.
        progress: How everybody stands.
        away: Ids of children who are away today; what they asked for rests.
    """
    here = [student for student in students if student.id not in away]
    asked = [Asked(who, step, progress.spot(who.id, step.id)) for who, step in ready_to_show(here, units, progress)]
    return tuple(sorted(asked, key=lambda one: order(since(one.spot))))


def since(spot: Spot) -> Fact:
    """Give the fact since which a child waits to be seen: another way, chosen since, does not cost it its place.

    Neither does a keep working of one adult about which two look together: nothing is answered by it yet.

    Args:
        spot: A spot that is asked for.
    """
    first, standing = spot.asked, spot.standing
    assert first is not None  # it is asked for
    for fact in reversed(standing[: standing.index(first)]):
        if fact.kind in (Kind.PRACTISING, Kind.KEEP_WORKING) and fact not in spot.opinions:
            break
        if fact.kind is Kind.READY:
            first = fact
    return first


def asked_by(row: Row) -> tuple[str, ...]:
    """Give the ids of the steps a child waits to show; a Boss that only waits for another adult is not asked for again."""
    return tuple(id_ for id_, spot in row.items() if spot.asked is not None and spot.second is Second.NONE)


def wanted(row: Row) -> str:
    """Give the id of the step a child wants to work on next, or empty: its last word counts, and is done with once it is shown."""
    said = {id_: spot.wish for id_, spot in row.items() if spot.wish is not None}
    last = max(said, key=lambda id_: order(said[id_]), default="")
    return last if last and said[last].kind is Kind.WANTED and not row[last].is_mastered else ""


MOST_CHANGES = 6
"""Times a child may say the same at one spot, changing its mind in between, until an adult has said something there."""

MOST_HELP = 2
"""Steps for which a child may wait for somebody to help at a time: nobody can help with everything at once."""


def rests(spot: Spot, kind: Kind) -> bool:
    """Tell whether a child has changed its mind so often at a spot that saying this again rests until an adult has spoken there.

    What is open can be taken back all the same, and that is once each: so nobody who plays with the keys fills the ledger.

    Args:
        spot: The spot, as the child knows it.
        kind: What the child would say.
    """
    said = 0
    for fact in reversed(spot.facts):
        if fact.by not in ("", fact.student):
            break
        said += fact.kind is kind
    return said >= MOST_CHANGES


def helped_with(row: Row) -> tuple[str, ...]:
    """Give the ids of the steps for which a child waits for somebody to help."""
    return tuple(id_ for id_, spot in row.items() if spot.help is not None)


def maybe_asked(row: Row) -> tuple[str, ...]:
    """Give the ids of the steps that somebody nobody knows has asked for, and that no adult has said yes to."""
    return tuple(id_ for id_, spot in row.items() if spot.maybe is not None)
