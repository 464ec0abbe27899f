"""Pictures that facts name: which are kept, and what each is evidence of."""

from collections.abc import Iterable
from typing import NamedTuple

from board.mastery.facts import Fact, Kind, order
from board.mastery.standing import standing_facts


class Shown(NamedTuple):
    """A picture of a child's work.

    Attributes:
        content: Its content id.
        fact: The mark or note that names it.
        is_kept: Whether it was not taken away since.
        stands: Whether that mark was not taken back.
    """

    content: str
    fact: Fact
    is_kept: bool = True
    stands: bool = True


def pictures_kept(facts: Iterable[Fact]) -> dict[tuple[str, str], Fact]:
    """Give the pictures that facts name and that were not taken away since: whose, and their content ids.

    Args:
        facts: In any order.

    Returns:
        For each student and content id the last fact that names it.
    """
    naming = [fact for fact in facts if fact.evidence]
    if any(fact.kind is Kind.PHOTO_REMOVED for fact in naming):
        naming.sort(key=order)
    kept: dict[tuple[str, str], Fact] = {}
    drawn: dict[tuple[str, str], Fact] = {}
    for fact in naming:
        for content in fact.evidence:
            place = (fact.student, content)
            if fact.kind is Kind.PHOTO_REMOVED:
                kept.pop(place, None)
            else:
                (drawn if fact.kind is Kind.PICTURE_ADDED else kept)[place] = fact
    return drawn | kept


def photos_of(facts: tuple[Fact, ...], about: Iterable[Fact]) -> tuple[Shown, ...]:
    """Give the pictures of one spot, the newest first, each once.

    Args:
        facts: The facts of the spot somebody may read, in order.
        about: The facts about the student alone, which say what was taken away.
    """
    kept = pictures_kept((*facts, *about))
    standing = standing_facts(facts)
    found: dict[str, Shown] = {}
    for fact in (*reversed(standing), *reversed(facts)):
        for content in fact.evidence:
            found.setdefault(content, Shown(content, fact, (fact.student, content) in kept, fact in standing))
    return tuple(found.values())
