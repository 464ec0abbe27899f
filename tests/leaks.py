"""Two classes that are one to whoever looks, with everything in them that may not be seen; and words no child may read."""

import re
from dataclasses import replace
from typing import NamedTuple

from board.mastery.audience import Audience
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Fact, How, Kind
from board.mastery.people import Student
from builders import UNIT
from who_looks import CLASS, PLANNED, PLANNED_BUT_AVA

SECRET = "Qatar jumps"
"""Words that stand nowhere by themselves."""


def _rich(step: Step) -> Step:
    return replace(step, criteria=(f"{step.title} in its own words",), ways=("build it",), standards=("2.NBT.A.1",))


def _rich_level(level: Level) -> Level:
    return replace(level, steps=tuple(map(_rich, level.steps)), boss=level.boss and _rich(level.boss))


RICH = Unit("u", "Unit", tuple(map(_rich_level, UNIT.levels)), two_adults=True)
"""The small unit with criteria, ways and standards, whose Bosses are seen by two."""


class Twin(NamedTuple):
    """One of two classes that somebody can't tell apart.

    Attributes:
        students: Its children.
        facts: What happened.
    """

    students: tuple[Student, ...]
    facts: tuple[Fact, ...]


def _said(
    id_: str,
    seq: int,
    kind: Kind,
    step: str,
    who: str = "ava",
    *,
    by: str = "t",
    of: str | None = None,
    note: str | None = None,
) -> Fact:
    return Fact(id_, seq, "d1", "2026-01-05T09:00:00+00:00", by, kind, who, f"u/{step}", of, note=note)


_HERS = (
    _said("a1", 1, Kind.MASTERED, "halves")._replace(beyond=("taught_a_friend",)),
    _said("a2", 2, Kind.READY, "thirds", by="ava"),
    _said("a3", 3, Kind.KEEP_WORKING, "fourths", note="fold it twice"),
    _said("a4", 4, Kind.ONE_OF_TWO, "pizza"),
    _said("a5", 5, Kind.PRACTISING, "add"),
)
_OTHERS = tuple(_said(f"o{at}", 10 + at, Kind.MASTERED, "halves", one.id) for at, one in enumerate(CLASS[1:]))


def _in_detail(fact: Fact) -> Fact:
    """The same verdict, with everything an adult may say of it; a tip, and what more was in what is earned, the child reads."""
    said = fact._replace(
        at="1999-03-04T11:12:00+00:00",
        how=How.ELSEWHERE if fact.kind is Kind.MASTERED else How.SHOWN,
        seen=(SECRET,),
        level_of_support="prompted",
        trials="3/4",
        tries=7,
        beyond=fact.beyond or ("home", "taught_a_friend"),
        witness="ben",
        caption=SECRET,
        step_version=9,
        own_version="some fact",
    )
    return said if fact.kind is Kind.KEEP_WORKING else said._replace(note=SECRET)


_PRIVATE = (
    _said("n1", 40, Kind.NOTE, "halves", note=SECRET),
    _said("n2", 41, Kind.CHECK_AGAIN, "halves", note=SECRET),
    _said("n3", 42, Kind.AWAY, "halves"),
    _said("n4", 43, Kind.PRINTED, "halves"),
    _said("n5", 44, Kind.NOTE, "pizza", note=SECRET),
)
"""For the teacher alone."""

_UNTOLD = (
    _said("k1", 50, Kind.KEEP_WORKING, "thirds", note=SECRET)._replace(untold=True),
    _said("k2", 51, Kind.KEEP_WORKING, "fourths", note=SECRET)._replace(untold=True),
    _said("k3", 52, Kind.KEEP_WORKING, "pizza", by="somebody else", note=SECRET)._replace(untold=True),
    _said("k4", 53, Kind.KEEP_WORKING, "ones", note=SECRET)._replace(untold=True),
)
_EXCUSED = (_said("e1", 60, Kind.EXCUSED, "ones", note=SECRET),)
_OWN = (_said("v1", 61, Kind.OWN_VERSION, "thirds", note="Thirds in its own words"),)
"""An individual step with the very criteria of the step: nothing else tells that it is one."""

_OF_CHILDREN = (
    _said("c1", 70, Kind.WANTED, "tens", by="ava"),
    _said("c2", 71, Kind.READY, "take", by="ava"),
    _said("c3", 72, Kind.WANTED, "add", "ben", by="ben"),
    _said("c4", 73, Kind.PRACTISING, "thirds", "cem"),
)


def twins(audience: Audience) -> tuple[Twin, Twin]:
    """Give two classes that are one to everybody, or to Ava."""
    first = Twin(CLASS, (*_HERS, *_OTHERS))
    told = (*_PRIVATE, *_UNTOLD, *_EXCUSED, *_OWN)
    if audience is Audience.EVERYBODY:
        facts = (*map(_in_detail, first.facts), *told, *_OF_CHILDREN)
        return first, Twin(PLANNED, facts)
    theirs = tuple(
        _said(f"p{at}", 10 + at, kind, step, one.id, note=SECRET)
        for at, (one, kind, step) in enumerate(
            (one, kind, step)
            for one in CLASS[1:4]
            for kind, step in ((Kind.MASTERED, "tens"), (Kind.KEEP_WORKING, "add"), (Kind.EXCUSED, "thirds"))
        )
    )
    return first, Twin(PLANNED_BUT_AVA, (*map(_in_detail, _HERS), *theirs, *told))


_MONTHS = "Jan(uary)?|Feb(ruary)?|March|Apr(il)?|June|July|Aug(ust)?|Sep(tember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?"
TELLING = {
    "a rank": r"\b\d+(st|nd|rd|th)\b|#\d",
    "a count": r"\b\d+ of (the |your )?\d+\b|\b\d+ ?/ ?\d+\b",
    "a percentage": r"\d ?%",
    "what is left": r"\b\d+ (more|left|to go|missing)\b|\b(left|missing|behind|late|overdue)\b",
    "a date": rf"\b(\d{{1,2}} ({_MONTHS})|({_MONTHS}) \d{{1,2}})\b|\b(19|20)\d\d\b",
    "a time": r"\b\d{1,2}:\d\d\b",
    "a plan": r"(?i)\bexcused|own version|not in (the|your) plan|prompted|tested out|shown elsewhere",
    "what is private": rf"(?i)check again|{SECRET}|xylophone",
}
"""What stands in nothing a child or everybody sees, by what it tells."""


def told(text: str, but: tuple[str, ...] = ()) -> dict[str, str]:
    """Give what a text tells that it may not, each with its words.

    Args:
        text: What somebody reads.
        but: Words that are there for a reason.
    """
    for allowed in but:
        text = text.replace(allowed, "")
    found = {what: re.search(pattern, text) for what, pattern in TELLING.items()}
    return {what: words.group() for what, words in found.items() if words is not None}
