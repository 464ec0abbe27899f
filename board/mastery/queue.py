"""What waits for an adult, in parts: whom to look at with another adult, who is ready, what the kiosk brings, who has not heard."""

from collections.abc import Collection, Iterator, Sequence
from enum import IntEnum, auto
from typing import NamedTuple

from board.mastery.agreement import Second
from board.mastery.asking import Asked, waiting
from board.mastery.curriculum import Step, Unit, spots_by_id
from board.mastery.facts import order
from board.mastery.people import Student
from board.mastery.progress import OPEN_SPOT, Progress, Spot


class Part(IntEnum):
    """What something waits for, in the order in which an adult comes to it."""

    TOGETHER = auto()
    """Two adults saw a Boss differently: they look once more, together."""
    READY = auto()
    """A child wants to show it."""
    MAYBE = auto()
    """Somebody at the kiosk, who showed no picture word, says that a child wants to show it: is it so?"""
    HELP = auto()
    """A child would like somebody to help with it."""
    SECOND = auto()
    """A Boss for two adults: one has seen it, whoever sits here has not."""
    TELL = auto()
    """A child keeps working, and has not heard of it from an adult yet."""
    PICTURE = auto()
    """A picture that nobody has looked at yet."""
    CARD = auto()
    """A picture word was not found at the kiosk: a look at the child's login card would help."""
    ANOTHER = auto()
    """Whoever sits here has seen it; another adult gets to see it too, and nothing waits here."""


class Waits(NamedTuple):
    """A child for whom an adult can do something now.

    Attributes:
        part: What it waits for.
        student: The child.
        step: The step it is about, None for a login card.
        spot: How it stands.
    """

    part: Part
    student: Student
    step: Step | None
    spot: Spot = OPEN_SPOT


def queue(
    adult: str, students: Sequence[Student], units: Sequence[Unit], progress: Progress, away: Collection[str] = ()
) -> tuple[Waits, ...]:
    """Give what waits for an adult, part by part, in each the longest waiting first by the order of facts.

    Args:
        adult: Id of the assessor who looks.
        students: The class.
        units: Their steps.
        progress: How everybody stands.
        away: Ids of children who are away today; what is theirs rests.
    """
    asked = [
        Waits(_part(one, adult), one.student, one.step, one.spot) for one in waiting(students, units, progress, away)
    ]
    here = [student for student in students if student.id not in away]
    unheard = sorted(_unheard(here, units, progress), key=lambda one: order(one.spot.untold[0]))
    brought = (*_said_at_the_kiosk(here, units, progress), *_cards(here, progress))
    return tuple(sorted((*asked, *brought, *unheard), key=lambda one: one.part))


def _part(asked: Asked, adult: str) -> Part:
    match asked.spot.second:
        case Second.TOGETHER:
            return Part.TOGETHER
        case Second.ANOTHER:
            return Part.ANOTHER if adult in asked.spot.one_of_two else Part.SECOND
    return Part.READY


def _unheard(students: Sequence[Student], units: Sequence[Unit], progress: Progress) -> Iterator[Waits]:
    """Give who has not heard of a keep working; what two adults have not settled yet is told to nobody."""
    steps = spots_by_id(units)
    for student in students:
        for id_, spot in progress.row(student.id).items():
            if spot.untold and id_ in steps and spot.second is Second.NONE:
                yield Waits(Part.TELL, student, steps[id_], spot)


def _said_at_the_kiosk(students: Sequence[Student], units: Sequence[Unit], progress: Progress) -> Iterator[Waits]:
    """Give what somebody said of a child, and who would like help, those who wait longest first."""
    steps = spots_by_id(units)
    found = [
        (order(said), Waits(part, student, steps[id_], spot))
        for student in students
        for id_, spot in progress.row(student.id).items()
        for part, said in ((Part.MAYBE, spot.maybe), (Part.HELP, spot.help))
        if said is not None and id_ in steps
    ]
    return (one for _, one in sorted(found, key=lambda each: each[0]))


def _cards(students: Sequence[Student], progress: Progress) -> Iterator[Waits]:
    """Give whose picture word was not found, in the order of the list: nobody reads there who tried, or how often."""
    return (Waits(Part.CARD, student, None) for student in students if progress.card_wanted(student.id) is not None)
