"""What is said about one student's path: all of it to the teacher, what helps them on to the child looking along."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from board import words
from board.mastery.audience import Audience, seen_status
from board.mastery.curriculum import Step, Unit
from board.mastery.facts import Fact, How, Kind
from board.mastery.people import Assessor
from board.mastery.pictures import Art
from board.mastery.progress import OPEN_SPOT, Row, Spot, Status
from board.mastery.readiness import Readiness, next_steps, statuses
from board.widgets.spot_line import spot_sentence
from board.words.reasons import level_reasons, locked_reason

_HOW = {How.TESTED_OUT: "{mark} (tested out)", How.ELSEWHERE: "{mark} (shown elsewhere)", How.SHOWN: "{mark}"}


class Part(NamedTuple):
    """A part of what is said about a spot: a heading, and lines under it."""

    title: str
    lines: tuple[str, ...]


def seen_statuses(unit: Unit, row: Row, audience: Audience) -> tuple[Status, ...]:
    """Give the status of each spot of a unit as this audience may see it.

    To the child a spot that is not in the plan looks as it would if it were: open, or opening later. Everything else
    keeps its status, so what is left out of the plan still opens what comes after it.
    """
    return tuple(
        _if_planned(unit, row, at) if now is Status.EXCUSED and _is_hidden(row[step.id], audience) else now
        for at, (step, now) in enumerate(zip(unit.spots, statuses(unit, row), strict=True))
    )


def _is_hidden(spot: Spot, audience: Audience) -> bool:
    return seen_status(spot, audience) is not spot.status


def _if_planned(unit: Unit, row: Row, at: int) -> Status:
    return statuses(unit, {**row, unit.spots[at].id: OPEN_SPOT})[at]


def level_words(ready: Readiness, audience: Audience) -> str:
    """Say how a level stands; to the child without any count, since a count says what is left and what is not planned.

    Args:
        ready: How the student stands with the level.
        audience: Who reads it.
    """
    if audience is Audience.TEACHER:
        return " ".join(level_reasons(ready))
    boss = ready.level.boss
    if ready.finished:
        return f"I can do {ready.level.title}!"
    return f"The Boss is open: {boss.title}." if ready.boss_open and boss is not None else ""


def next_words(unit: Unit, row: Row, audience: Audience) -> str:
    """Say what may be worked on now, in the order of the path."""
    titles = [step.title for step in next_steps(unit, row)]
    if titles:
        return f"Next: {', '.join(titles)}"
    return "Nothing is open now." if audience is Audience.TEACHER else "Look what I can do!"


def picture_part(picture: Art | None) -> Part:
    """Give what the child says about the own picture of a spot, nothing where there are no words."""
    return Part(words.MY_PICTURE_SHOWS, (picture.caption,) if picture is not None and picture.caption else ())


def spot_parts(unit: Unit, step: Step, row: Row, assessors: tuple[Assessor, ...], audience: Audience) -> Iterator[Part]:
    """Give everything said about a spot, part by part.

    Args:
        unit: The unit of the step.
        step: The step.
        row: All spots of the student.
        assessors: Whose names stand in the history.
        audience: Who reads it; to the child no notes, doubts, dates or judgements are told.
    """
    spot = row.get(step.id, OPEN_SPOT)
    looks_like = Part("Looks like", _criteria(step, spot))
    ways = Part("Ways to show it", step.ways)
    if audience is Audience.TEACHER:
        told = tuple(_told(fact, {judge.id: judge.name for judge in assessors}) for fact in spot.facts)
        yield Part("", (spot_sentence(unit, step, row, assessors),))
        yield looks_like
        yield ways
        yield Part("Standards", (", ".join(step.standards),) if step.standards else ())
        yield Part("History", told or ("Nothing yet.",))
    else:
        yield _for_the_child(unit, step, row, audience)
        yield ways
        yield looks_like
        yield Part("Earlier tips", _earlier_tips(spot))


def _for_the_child(unit: Unit, step: Step, row: Row, audience: Audience) -> Part:
    spot = row.get(step.id, OPEN_SPOT)
    status = seen_statuses(unit, row, audience)[[one.id for one in unit.spots].index(step.id)]
    said = words.FOR_CHILDREN[status]
    if status is Status.KEEP_WORKING and spot.mark is not None and spot.mark.note:
        return Part(said, (spot.mark.note,))
    if status is Status.LOCKED and not unit.is_boss(step):
        said = locked_reason(unit, {**row, step.id: OPEN_SPOT}, step)  # why a Boss waits is told in counts
    return Part("", (said,))


def _criteria(step: Step, spot: Spot) -> tuple[str, ...]:
    """Give what must be seen here: the student's own criteria where there are some."""
    own = spot.own_version
    return (own.note,) if own is not None and own.note else step.criteria


def _earlier_tips(spot: Spot) -> tuple[str, ...]:
    """Give the tips before the present one; once a step is mastered, what was not yet is nobody's matter."""
    if spot.status is Status.MASTERED:
        return ()
    tips = [fact.note for fact in spot.standing if fact.kind is Kind.KEEP_WORKING and fact.note and fact != spot.mark]
    return tuple(dict.fromkeys(tips))


def _told(fact: Fact, judges: Mapping[str, str]) -> str:
    day = words.day(fact.at)
    when = f"{day}, {judges[fact.by]}" if fact.by in judges else day
    what = _HOW[fact.how].format(mark=words.MARKS[fact.kind])
    told = f"{when}: {what}, way: {fact.way}" if fact.way else f"{when}: {what}"
    return f"{told}: {fact.note}" if fact.note else told
