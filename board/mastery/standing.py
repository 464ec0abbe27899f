"""Which facts stand: those that nobody took back, or that were put back since."""

from collections.abc import Iterable

from board.mastery.facts import STEERING, Fact, Kind


def last_words(facts: Iterable[Fact]) -> dict[str | None, Kind]:
    """Give, for the id of every fact that was ever taken back, whether it is withdrawn or restored now.

    Args:
        facts: Facts in order.
    """
    return {fact.of: fact.kind for fact in facts if fact.kind in STEERING}


def standing_facts(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Leave out what was withdrawn, and the withdrawals and restorations themselves.

    Args:
        facts: Facts of one spot in order.
    """
    last_word = last_words(facts)
    if not last_word:
        return facts
    return tuple(fact for fact in facts if fact.kind not in STEERING and last_word.get(fact.id) is not Kind.WITHDRAWN)


def last_of(facts: tuple[Fact, ...], *kinds: Kind) -> Fact | None:
    """Give the last fact of one of these kinds, None where there is none.

    Args:
        facts: Facts in order.
        kinds: What it may be.
    """
    return next((fact for fact in reversed(facts) if fact.kind in kinds), None)
