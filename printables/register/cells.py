"""What a register says of one spot, and in words beside the tables; for the teacher alone."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from board.mastery.curriculum import Unit
from board.mastery.facts import Fact, How, Kind
from board.mastery.people import Student
from board.mastery.progress import Progress, Spot, Status
from printables.page.dates import day_of, short_day

OWN_VERSION, CHECK_AGAIN = "*", "?"
HOW_SIGNS = {How.TESTED_OUT: "t", How.ELSEWHERE: "e"}
SIGN_LEGEND = (
    ("t", "tested out"),
    ("e", "shown elsewhere"),
    (OWN_VERSION, "own version"),
    (CHECK_AGAIN, "check again"),
)
"""Small signs beside initials or a date, and what they mean."""

SAID = {
    Kind.OWN_VERSION: "own version",
    Kind.KEEP_WORKING: "tip",
    Kind.CHECK_AGAIN: "check again",
    Kind.MASTERED: "got it",
    Kind.NOTE: "note",
}
"""What an adult's words are called."""


class Entry(NamedTuple):
    """What stands in one cell.

    Attributes:
        status: Mastered shows no sign of its own: its date and who checked it are the proof.
        date: When, or empty.
        by: Initials of who checked it, or empty.
        signs: Small signs, in the order of `SIGN_LEGEND`.
    """

    status: Status
    date: str
    by: str
    signs: str


def entry_of(spot: Spot, initials: Mapping[str, str], digits: int) -> Entry | None:
    """Give what a spot's cell says, None for an open spot.

    Args:
        spot: The spot.
        initials: Of the adults, by their ids.
        digits: How many digits of the year a date has.
    """
    own = OWN_VERSION if spot.own_version is not None else ""
    if spot.mark is None:
        return Entry(Status.OPEN, "", "", own) if own else None
    date = short_day(spot.mark.at, digits=digits)
    if spot.status is not Status.MASTERED:
        return Entry(spot.status, date, "", own)
    signs = HOW_SIGNS.get(spot.mark.how, "") + own + (CHECK_AGAIN if spot.check_again else "")
    return Entry(spot.status, date, initials.get(spot.mark.by, ""), signs)


def marks_of(units: Sequence[Unit], students: Sequence[Student], progress: Progress) -> Iterator[Fact]:
    """Give the facts that decided the spots of a register."""
    for student in students:
        for unit in units:
            for step in unit.spots:
                mark = progress.spot(student.id, step.id).mark
                if mark is not None:
                    yield mark


def years_of(marks: Sequence[Fact]) -> tuple[int, ...]:
    """Give the years in which there was a mark, each once, in order."""
    days = (day_of(mark.at) for mark in marks)
    return tuple(sorted({day.year for day in days if day is not None}))


class Said(NamedTuple):
    """Words of an adult about a spot: what they are, the words, and the fact that holds them."""

    what: str
    words: str
    fact: Fact


def said_about(spot: Spot) -> Iterator[Said]:
    """Give what has to be written out in words: own versions, the tip that counts, what to check again, notes."""
    tip = spot.mark if spot.status is Status.KEEP_WORKING else None
    for fact in spot.standing:
        current = {
            Kind.OWN_VERSION: fact == spot.own_version,
            Kind.KEEP_WORKING: fact == tip,
            Kind.CHECK_AGAIN: spot.check_again,
            Kind.MASTERED: fact == spot.mark,
            Kind.NOTE: True,
        }
        if fact.note and current.get(fact.kind, False):
            yield Said(SAID[fact.kind], fact.note, fact)
