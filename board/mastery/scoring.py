"""The scoring guide of a step: examples of what counts and what does not yet, and where an adult judges otherwise."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from board.mastery.agreement import Second
from board.mastery.curriculum import Step
from board.mastery.facts import Fact, Kind, order
from board.mastery.others import without_names
from board.mastery.people import Student
from board.mastery.progress import Progress, Spot

KINDS = {True: Kind.EXAMPLE_COUNTS, False: Kind.EXAMPLE_NOT_YET}
"""The kind of fact that gives a child's work as an example, by whether it counts."""

_SHOWN = (Kind.MASTERED, Kind.ONE_OF_TWO, Kind.KEEP_WORKING, Kind.NOTE)
"""Kinds whose pictures are evidence of the child at the step."""

_NUMBERED = re.compile(r"\s*(\d{1,2})\s?[:\uff1a]\s+(?=\S)")
"""The number that names a criterion, as in "2: both parts"; a clock such as "12:30" names none."""

_QUOTED = re.compile(
    r"\u201c[^\u201d]*\u201d|\u201e[^\u201c\u201d]*[\u201c\u201d]|\u00ab[^\u00bb]*\u00bb|\"[^\"]*\"|"
    r"(?<!\w)['\u2018\u201a](?:[^'\u2018\u2019]|\b['\u2019]\b)*['\u2018\u2019](?!\w)"
)
"""What somebody says in an example: a "because" in it is the child's, not the guide's. An apostrophe inside a word ends none."""

_REASON = re.compile(r"(?<=\S)\s+(?:because|\|)\s+(?=\S)", re.IGNORECASE)
"""What stands before the guide's reason; the line is for guides in other languages."""


class Example(NamedTuple):
    """One example of the guide; nothing in it tells whose work it is.

    Attributes:
        counts: Whether the guide says got it.
        criterion: The criterion it is about, in its words; empty where it is about the step as a whole.
        told: What was seen; empty where a picture shows it.
        why: The guide's reason, or empty.
        picture: Content id of a picture of a child's work, or empty.
    """

    counts: bool
    criterion: str
    told: str
    why: str
    picture: str = ""


class Answer(NamedTuple):
    """What an adult who practises says of an example; it is kept nowhere."""

    example: Example
    got_it: bool

    @property
    def agrees(self) -> bool:
        """Whether the guide says the same."""
        return self.got_it is self.example.counts


class Practised(NamedTuple):
    """How an adult has judged the examples of one criterion.

    Attributes:
        criterion: The criterion, empty for the step as a whole.
        judged: How many of its examples were judged.
        differing: Where the guide says otherwise.
    """

    criterion: str
    judged: int
    differing: tuple[Answer, ...]


def read_example(text: str, criteria: Sequence[str], *, counts: bool) -> Example:
    """Read a written example: an optional number of a criterion, what was seen, and the reason behind " because ".

    A number that names no criterion is a part of the text. A "because" in quotation marks is what a child says.

    Args:
        text: Such as "2: both parts are the same size because halves are equal".
        criteria: Those of the step, in order.
        counts: Whether it is an example of what counts.
    """
    number = number_in(text)
    known = 0 < number <= len(criteria)
    told = _NUMBERED.sub("", text, count=1) if known else text
    bare = _QUOTED.sub(lambda found: "\0" * len(found[0]), told)
    reason = _REASON.search(bare)
    criterion = criteria[number - 1] if known else ""
    if reason is None:
        return Example(counts, criterion, told.strip(), "")
    return Example(counts, criterion, told[: reason.start()].strip(), told[reason.end() :].strip())


def number_in(text: str) -> int:
    """Give the number of the criterion that a written example names, 0 where it names none."""
    found = _NUMBERED.match(text)
    return int(found[1]) if found is not None else 0


def without_criterion(texts: Iterable[str], criteria: Sequence[str]) -> str | None:
    """Give the first written example that names a criterion the step does not have; None where all is well."""
    return next((text for text in texts if _NUMBERED.match(text) and not 0 < number_in(text) <= len(criteria)), None)


def with_numbers(before: Step, now: Step) -> Step:
    """Give a step whose criteria were changed with its written examples naming the criteria they named before.

    A criterion that stands elsewhere now is found by its words, one whose words alone were changed by its place. An example of
    a criterion that is gone is about the step as a whole.

    Args:
        before: The step before.
        now: The step after; examples that were written anew stay as they are.
    """
    if before.criteria == now.criteria:
        return now
    places = {0: 0}
    for at, line in enumerate(before.criteria):
        stays = at < len(now.criteria) and now.criteria[at] not in before.criteria
        places[at + 1] = now.criteria.index(line) + 1 if line in now.criteria else (at + 1) * stays

    def renumbered(text: str) -> str:
        number = number_in(text)
        if places.get(number, number) == number:
            return text
        rest = _NUMBERED.sub("", text, count=1)
        return f"{places[number]}: {rest}" if places[number] else rest

    counts, not_yet = (tuple(map(renumbered, texts)) for texts in (before.counts, before.not_yet))
    return replace(
        now,
        counts=counts if now.counts == before.counts else now.counts,
        not_yet=not_yet if now.not_yet == before.not_yet else now.not_yet,
    )


def with_written(read: Step, now: Step, counts: Sequence[str], not_yet: Sequence[str]) -> Step:
    """Give a step with examples that were written anew, while somebody else may have written some, or changed its criteria.

    What others wrote meanwhile stays, what they took away goes, and numbers go on naming the criteria they named.

    Args:
        read: The step as it was read by who writes.
        now: The step as it is.
        counts: What counts, in the numbers of the step that was read.
        not_yet: What does not count yet, in the same numbers.
    """

    def renumbered(step: Step) -> Step:
        return with_numbers(step, replace(step, criteria=now.criteria))

    before, typed = renumbered(read), renumbered(replace(read, counts=tuple(counts), not_yet=tuple(not_yet)))
    return replace(
        now,
        counts=_merged(before.counts, now.counts, typed.counts),
        not_yet=_merged(before.not_yet, now.not_yet, typed.not_yet),
    )


def _merged(read: Sequence[str], now: Sequence[str], typed: Sequence[str]) -> tuple[str, ...]:
    stay = [line for line in typed if line in now or line not in read]
    return tuple(dict.fromkeys((*stay, *(line for line in now if line not in read))))


def examples_of(step: Step, progress: Progress, everyone: Sequence[Student]) -> tuple[Example, ...]:
    """Give the examples of a step: the written ones as they stand, then the pictures in an order that tells nothing of a child.

    Asked anew each time, so that consent that is taken back, a child that left, and a showing that was taken back count at
    once. An example of a criterion that is not the step's any more waits until it is.

    Args:
        step: The step.
        progress: How the class stands.
        everyone: All children with their consent; names of any of them are taken out of the words about a picture.
    """
    written = [(text, True) for text in step.counts] + [(text, False) for text in step.not_yet]
    told = [read_example(text, step.criteria, counts=counts) for text, counts in written if text.strip()]
    shown = sorted(_pictured(step, progress, everyone), key=lambda one: (one.picture, one.criterion))
    return tuple(dict.fromkeys((*told, *shown)))


def _pictured(step: Step, progress: Progress, everyone: Sequence[Student]) -> Iterator[Example]:
    last: dict[tuple[str, str], Fact] = {}
    for student in everyone:
        for about, fact in _shown_of(student, progress.spot(student.id, step.id)).items():
            before = last.get(about)
            if about[1] in ("", *step.criteria) and (before is None or order(before) < order(fact)):
                last[about] = fact
    clean = without_names(everyone)
    for (picture, criterion), fact in last.items():
        yield Example(fact.kind is Kind.EXAMPLE_COUNTS, criterion, "", clean(fact.note or ""), picture)


def _shown_of(student: Student, spot: Spot) -> Mapping[tuple[str, str], Fact]:
    if not lends(student) or not any(fact.kind in KINDS.values() for fact in spot.facts):
        return {}
    pictures = set(evidence_at(spot))
    return {about: fact for about, fact in given_at(spot).items() if about[0] in pictures}


def lends(student: Student) -> bool:
    """Tell whether pictures of a child's work may be examples: with consent, and as long as the child is in the class."""
    return student.photos and not student.left


def evidence_at(spot: Spot) -> tuple[str, ...]:
    """Give the content ids of the pictures that stand as evidence at a spot, each once, oldest first.

    Where another adult is to see a Boss there are none: as an example they would tell what the first one said.
    """
    if spot.second is not Second.NONE:
        return ()
    shown = (fact for fact in spot.standing if fact.kind in _SHOWN)
    return tuple(dict.fromkeys(picture for fact in shown for picture in fact.evidence))


def given_at(spot: Spot) -> Mapping[tuple[str, str], Fact]:
    """Give by picture and criterion the fact that makes it an example; of several the last one counts."""
    given = (fact for fact in spot.standing if fact.kind in KINDS.values())
    return {(picture, line): fact for fact in given for picture in fact.evidence for line in fact.seen or ("",)}


def shuffled(examples: Iterable[Example], seed: str) -> tuple[Example, ...]:
    """Give examples in another order, the same for the same seed.

    Args:
        examples: The examples.
        seed: Anything; who practises gets a new one each time.
    """
    return tuple(
        sorted(examples, key=lambda one: hashlib.sha256(repr((seed, *one)).encode("utf-8", "replace")).digest())
    )


def practised(answers: Sequence[Answer], criteria: Sequence[str]) -> tuple[Practised, ...]:
    """Tell for each criterion that was judged where an adult and the guide differ, in the order of the criteria, the whole step last.

    Args:
        answers: What was said.
        criteria: Those of the step.
    """
    places = {criterion: at for at, criterion in enumerate(criteria)}
    about = sorted(
        dict.fromkeys(one.example.criterion for one in answers), key=lambda one: places.get(one, len(places))
    )
    by_criterion = {one: [answer for answer in answers if answer.example.criterion == one] for one in about}
    return tuple(
        Practised(one, len(given), tuple(answer for answer in given if not answer.agrees))
        for one, given in by_criterion.items()
    )
