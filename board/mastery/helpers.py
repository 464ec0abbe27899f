"""Who could help a child with a step: children who have it, in an order that ranks nobody."""

from collections.abc import Collection, Sequence
from hashlib import sha256

from board.mastery.people import Student
from board.mastery.progress import Progress

MOST_HELPERS = 3
"""Children who are named to an adult at a time."""


def who_could_help(
    asker: str, step: str, students: Sequence[Student], progress: Progress, away: Collection[str] = (), *, day: str
) -> tuple[Student, ...]:
    """Give children who have a step and are here. For an adult, who asks one of them.

    Their order is drawn by lot, the same all day and on every computer, so that nobody comes first by its marks, its name or
    its place in the list, and another day brings others.

    Args:
        asker: Id of the child who would like help.
        step: Id of the step.
        students: The class.
        progress: How everybody stands.
        away: Ids of children who are away today.
        day: The day, such as 2026-11-30.
    """
    have_it = [
        one
        for one in students
        if one.id != asker and one.id not in away and not one.left and progress.spot(one.id, step).is_mastered
    ]
    drawn = sorted(have_it, key=lambda one: sha256(f"{day} {step} {asker} {one.id}".encode(errors="replace")).digest())
    return tuple(drawn[:MOST_HELPERS])
