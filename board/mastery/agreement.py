"""What adults say: of a Boss that asks for two the last word of each, and whether two agree; and what its child has not heard."""

from collections.abc import Iterable
from enum import Enum, auto

from board.mastery.facts import Fact, Kind


class Second(Enum):
    """What a Boss that asks for two adults waits for."""

    NONE = auto()
    """Nothing."""
    ANOTHER = auto()
    """One adult says got it: another one gets to see it too."""
    TOGETHER = auto()
    """One says got it, another one keep working: both look together."""


def agreed_on(holding: tuple[Fact, ...]) -> tuple[Fact, Fact] | None:
    """Give the words by which two adults agreed, the one that finished it last; None while no two have.

    Those who say got it of the same try name the same keep working as the one they answer, or none at the first try. Two agree
    where the last word of the one, before that of the other, is got it; so two single words agree in whatever order they
    arrive. No later word takes that away but a withdrawal, nor does one that arrives late: who knew the other's got it has
    named it. What a child says changes nothing, so no order of facts lets it master a step.

    Args:
        holding: The facts of one spot that stand, in order.
    """
    known: dict[str | None, Fact] = {fact.id: fact for fact in holding if fact.kind is Kind.ONE_OF_TWO}
    saying: dict[str | None, dict[str, Fact]] = {}
    for fact in holding if known else ():
        if fact.kind is Kind.KEEP_WORKING:
            for adults in saying.values():
                adults.pop(fact.by, None)
        elif fact.kind is Kind.ONE_OF_TWO:
            adults = saying.setdefault(fact.of, {})
            others = (known.get(fact.agrees), *adults.values())
            for other in others:
                if other is not None and other.by != fact.by:
                    return other, fact
            adults[fact.by] = fact
    return None


def opinions(known: tuple[Fact, ...], holding: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Give what those two said who agreed, or the last word of each adult of the newest try; nothing where none said one of two.

    Args:
        known: The facts of one spot in order, withdrawn ones too: a try begins after the fact that is answered.
        holding: Those of them that stand.
    """
    yes = [fact for fact in holding if fact.kind is Kind.ONE_OF_TWO]
    if not yes:
        return ()
    agreed = agreed_on(holding)
    if agreed is not None:
        return agreed
    judged = (Kind.ONE_OF_TWO, Kind.KEEP_WORKING)  # only what an adult said is answered, whatever a line names
    places: dict[str | None, int] = {fact.id: at for at, fact in enumerate(known) if fact.kind in judged}
    settled = max((places.get(fact.of, -1) for fact in holding if fact.kind is Kind.KEEP_WORKING), default=-1)
    yes = [fact for fact in yes if places[fact.id] > settled]  # two were not asked for any more when one settled it
    if not yes:
        return ()
    newest = max(yes, key=lambda fact: places.get(fact.of, -1)).of
    before = places.get(newest, -1)
    return _last_of_each(
        fact
        for fact in holding
        if (fact.of == newest if fact.kind is Kind.ONE_OF_TWO else fact.kind is Kind.KEEP_WORKING)
        and places[fact.id] > before
    )


def second_of(said: tuple[Fact, ...]) -> Second:
    """Give what a spot that is not mastered waits for where two adults see it.

    Args:
        said: See `opinions`.
    """
    kinds = {fact.kind for fact in said}
    if Kind.ONE_OF_TWO not in kinds:
        return Second.NONE
    return Second.TOGETHER if Kind.KEEP_WORKING in kinds else Second.ANOTHER


def _last_of_each(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple({fact.by: fact for fact in facts}.values())


def untold_of(holding: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Give the keep workings that the child has not heard of from an adult yet.

    Args:
        holding: The facts of one spot that stand, in order.
    """
    told = {fact.of for fact in holding if fact.kind is Kind.TOLD}
    return tuple(fact for fact in holding if fact.kind is Kind.KEEP_WORKING and fact.untold and fact.id not in told)
