"""How something was seen, for adults: how it was mastered, in which way, with which support, and what more was in it."""

from collections.abc import Iterator, Mapping

from board.counting import counted
from board.mastery.facts import Fact, How, Kind
from board.mastery.showing import Beyond, Support, Trials
from board.words import counts

HOW = {
    How.SHOWN: "",
    How.TESTED_OUT: "tested out",
    How.ELSEWHERE: "shown elsewhere",
    How.FINISHED_ALONE: "finished by one adult",
}
"""How it was mastered; nothing where it was shown here, as nearly everything is."""

SUPPORT = {
    Support.ALONE: "alone",
    Support.PROMPTED: "prompted",
    Support.TOOLS: "with tools",
}

BEYOND = {
    Beyond.TAUGHT: "taught a friend",
    Beyond.HOME: "shown at home",
    Beyond.COMMUNITY: "shown in the community",
    Beyond.LANGUAGE: "shown in another language",
}

ANOTHER_CHILD = "another child"
"""Stands for the name of a child where a family reads of another one."""


def support_words(fact: Fact) -> str:
    """Say with which support something was shown; what an older board wrote otherwise stands as it is."""
    known = Support.of(fact.level_of_support)
    return (fact.level_of_support or "") if known is None else SUPPORT[known]


def trials_words(fact: Fact) -> str:
    """Say how many trials within the showing went well, empty where nobody counted."""
    trials = Trials.read(fact.trials)
    return "" if trials is None else f"{trials.right} of {trials.of} trials went well"


def tries_words(fact: Fact) -> str:
    """Say how many showings it took, empty where nobody counted."""
    return "" if fact.tries is None else counted("1 try", "{count} tries", fact.tries)


def beyond_words(fact: Fact) -> tuple[str, ...]:
    """Say what more there was in a showing; what is none of the board's own words is left out."""
    return tuple(words for one, words in BEYOND.items() if one in fact.beyond)


def witness_words(fact: Fact, names: Mapping[str, str]) -> str:
    """Say which child saw it too, empty where none did.

    Args:
        fact: The fact.
        names: Names of the children by id; where there is none, it is another child.
    """
    return f"{names.get(fact.witness, ANOTHER_CHILD)} saw it too" if fact.witness else ""


def evidence_words(fact: Fact) -> str:
    """Say how many pictures of it are kept, empty where there are none; a child's own new picture is no evidence."""
    return counts.pictures(len(fact.evidence)) if fact.evidence and fact.kind is not Kind.PICTURE_ADDED else ""


def all_words(fact: Fact, names: Mapping[str, str]) -> tuple[str, ...]:
    """Say everything about how something was seen, part by part, but for the note.

    Args:
        fact: The fact.
        names: Names of the children who may be witnesses, by id.
    """
    return tuple(words for words in _parts(fact, names) if words)


def _parts(fact: Fact, names: Mapping[str, str]) -> Iterator[str]:
    yield HOW[fact.how]
    yield f"way: {fact.way}" if fact.way else ""
    yield support_words(fact)
    yield trials_words(fact)
    yield tries_words(fact)
    yield from beyond_words(fact)
    yield witness_words(fact, names)
    yield f"seen: {'; '.join(fact.seen)}" if fact.seen else ""
    yield evidence_words(fact)
    yield f"the child says: {fact.caption}" if fact.caption else ""
