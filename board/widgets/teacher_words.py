"""What is said about a spot of one student's path to the teacher alone: everything that is known."""

from collections.abc import Iterator, Mapping

from board import words
from board.mastery.facts import Fact, How
from board.mastery.people import Assessor
from board.mastery.progress import OPEN_SPOT, Row
from board.mastery.seen import SeenPath, SeenSpot
from board.widgets.path_words import Part, looks_like_part, picture_part, root_part, ways_part
from board.widgets.spot_line import spot_sentence

_HOW = {
    How.SHOWN: "{mark}",
    How.TESTED_OUT: "{mark} (tested out)",
    How.ELSEWHERE: "{mark} (shown elsewhere)",
    How.FINISHED_ALONE: "{mark} (finished by one adult)",
}


def teacher_parts(path: SeenPath, spot: SeenSpot, row: Row, assessors: tuple[Assessor, ...]) -> Iterator[Part]:
    """Give everything said about a spot to the teacher, part by part.

    Args:
        path: The path it is on.
        spot: The spot.
        row: All spots of the student.
        assessors: Whose names stand in the history.
    """
    step, judges = spot.step, {judge.id: judge.name for judge in assessors}
    told = tuple(_told(fact, judges) for fact in row.get(step.id, OPEN_SPOT).facts)
    yield Part("", (spot_sentence(path.unit, step, row, assessors),))
    yield picture_part(spot)
    yield root_part(spot)
    yield looks_like_part(spot)
    yield ways_part(spot)
    yield Part("Standards", (", ".join(step.standards),) if step.standards else ())
    yield Part("History", told or ("Nothing yet.",))


def _told(fact: Fact, judges: Mapping[str, str]) -> str:
    day = words.day(fact.at)
    when = f"{day}, {judges[fact.by]}" if fact.by in judges else day
    what = _HOW[fact.how].format(mark=words.MARKS[fact.kind])
    told = f"{when}: {what}, way: {fact.way}" if fact.way else f"{when}: {what}"
    return f"{told}: {fact.note}" if fact.note else told
