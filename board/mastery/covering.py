"""What a child may cover with its stickers, and whether a new sticker on the board may grow before everybody's eyes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from board.mastery.audience import Audience, seen_face
from board.mastery.curriculum import Step, Unit
from board.mastery.facts import Fact, order
from board.mastery.pictures import Face
from board.mastery.progress import Progress, Row, Spot, Status

MOST_TO_COVER = 3
"""Stickers that wait to be covered at a time: the newest, so that nobody has a whole year to work off."""

MOST_OF_OTHERS = 3
"""New stickers that grow at a time where they come from somewhere else; where more come, they are simply there."""

MOST_OF_OWN = 9
"""Those that grow where they were marked here, as one deed: as many as there are digits for children."""

_JUST_NOW = 12
"""Facts of the ledger: a keep working that was said no longer ago was said just now. No clock is asked, for it may be wrong."""


class ToCover(NamedTuple):
    """A spot that waits to be covered.

    Attributes:
        step: Its step.
        face: The child's own picture on the sticker, None for starter art.
        boss: Whether it is a Boss.
        level: Number of its level, from 0.
    """

    step: Step
    face: Face | None = None
    boss: bool = False
    level: int = 0


def to_cover(row: Row) -> tuple[str, ...]:
    """Give the steps whose spots a child may cover now: its newest stickers, the oldest first.

    Whatever the child leaves for later waits, in whichever order it covers; only what it had long before it covered
    its first spot does not.

    Args:
        row: The spots of the child.
    """
    got = {id_: order(spot.mark) for id_, spot in row.items() if spot.mark is not None and spot.is_mastered}
    first = min((order(spot.covered) for spot in row.values() if spot.covered is not None), default=None)
    in_turn = sorted(got, key=lambda id_: got[id_])
    before = [id_ for id_ in in_turn if first is None or got[id_] < first]
    waits = [id_ for id_ in in_turn if id_ not in before[:-MOST_TO_COVER] and row[id_].covered is None]
    return tuple(waits[-MOST_TO_COVER:])


def spots_to_cover(units: Iterable[Unit], student_id: str, progress: Progress) -> tuple[ToCover, ...]:
    """Give the spots a child may cover now with its own pictures, the oldest first; steps that are in no unit any more are left out.

    Args:
        units: The units of the class.
        student_id: Id of the child.
        progress: How the class stands.
    """
    known = {found.step.id: found for unit in reversed(tuple(units)) for found in _spots(unit)}
    return tuple(
        known[id_]._replace(face=seen_face(progress, student_id, id_, Audience.STUDENT))
        for id_ in to_cover(progress.row(student_id))
        if id_ in known
    )


def _spots(unit: Unit) -> Iterator[ToCover]:
    for number, level in enumerate(unit.levels):
        for step in level.spots:
            yield ToCover(step, None, level.is_boss(step), number)


def still_there(spots: Iterable[ToCover], student_id: str, progress: Progress) -> tuple[ToCover, ...]:
    """Give those of some spots whose stickers nobody has taken back.

    Args:
        spots: Spots of the child.
        student_id: Its id.
        progress: How the class stands.
    """
    return tuple(spot for spot in spots if progress.spot(student_id, spot.step.id).is_mastered)


def new_stickers(unit: Unit, rows: Iterable[str], before: Progress, now: Progress) -> tuple[tuple[str, str], ...]:
    """Give the students and steps, by id, that have a sticker now and had none before.

    Args:
        unit: Its steps are looked at.
        rows: Ids of the students.
        before: How the class stood.
        now: How it stands.
    """
    return tuple(
        (student, step.id)
        for student in rows
        if now.row(student) is not before.row(student)
        for step in unit.spots
        if now.spot(student, step.id).is_mastered and not before.spot(student, step.id).is_mastered
    )


def taken_back(targets: Iterable[tuple[str, str]], progress: Progress) -> list[tuple[str, str]]:
    """Give those of some spots that have no sticker any more.

    Args:
        targets: Ids of students and steps.
        progress: How the class stands.
    """
    return [target for target in targets if not progress.spot(*target).is_mastered]


def may_grow(new: Sequence[tuple[str, str]], rows: Sequence[str], progress: Progress, most: int) -> bool:
    """Tell whether new stickers may grow on the board: few of them, and no keep working said near them just now.

    Near is in the same showing, at the same step, with the same child, and in the row above or below.

    Args:
        new: Ids of the students and steps that have new stickers.
        rows: Ids of the students in the order of the rows.
        progress: How the class stands now.
        most: How many may grow at a time.
    """
    if not 0 < len(new) <= most:
        return False
    marks = [mark for student, step in new if (mark := progress.spot(student, step).mark) is not None]
    said = [spot.mark for spot in _near(new, rows, progress) if spot.status is Status.KEEP_WORKING]
    return not any(_together(mark, other) for mark in marks for other in said if other is not None)


def _together(mark: Fact, other: Fact) -> bool:
    return abs(mark.seq - other.seq) <= _JUST_NOW or (mark.showing is not None and mark.showing == other.showing)


def _near(new: Sequence[tuple[str, str]], rows: Sequence[str], progress: Progress) -> Iterator[Spot]:
    places = {student: at for at, student in enumerate(rows)}
    beside = {rows[at] for student, _ in new if student in places for at in _beside(places[student], len(rows))}
    for student in beside:
        yield from progress.row(student).values()
    steps = {step for _, step in new}
    for student in rows:
        row = progress.row(student)
        yield from (row[step] for step in steps if step in row)


def _beside(row: int, many: int) -> range:
    return range(max(0, row - 1), min(many, row + 2))
