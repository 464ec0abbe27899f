"""What is said about a spot of one student's path to the teacher alone: everything that is known."""

from collections.abc import Iterator, Mapping, Sequence

from board import words
from board.mastery.facts import Fact
from board.mastery.people import Assessor, Student
from board.mastery.progress import OPEN_SPOT, Row, Spot
from board.mastery.seen import SeenPath, SeenSpot
from board.mastery.showing import read_by
from board.widgets.path_words import Part, looks_like_part, picture_part, root_part, ways_part
from board.widgets.spot_line import spot_sentence
from board.words.adults import with_roles
from board.words.showings import all_words


def teacher_parts(
    path: SeenPath,
    spot: SeenSpot,
    row: Row,
    assessors: tuple[Assessor, ...],
    *,
    everyone: Sequence[Student] = (),
    adult: str = "",
) -> Iterator[Part]:
    """Give everything said about a spot to the teacher, part by part.

    Args:
        path: The path it is on.
        spot: The spot.
        row: All spots of the student.
        assessors: Whose names stand in the history, with their roles.
        everyone: The children who may have seen it too.
        adult: Id of the assessor who reads, see `read_by`.
    """
    step, judges = spot.step, with_roles(assessors)
    children = {id_: one.name for one in everyone for id_ in (*one.also, one.id)}
    here = row.get(step.id, OPEN_SPOT)
    told = tuple(_told(fact, here, judges, children) for fact in read_by(here, adult))
    yield Part("", (spot_sentence(path.unit, step, row, assessors),))
    yield picture_part(spot)
    yield root_part(spot)
    yield looks_like_part(spot)
    yield ways_part(spot)
    yield Part("Standards", (", ".join(step.standards),) if step.standards else ())
    yield Part("History", told or ("Nothing yet.",))


def _told(fact: Fact, spot: Spot, judges: Mapping[str, str], children: Mapping[str, str]) -> str:
    day = words.day(fact.at)
    when = f"{day}, {judges[fact.by]}" if fact.by in judges else day
    told = " · ".join((f"{when}: {words.mark_words(fact, spot)}", *all_words(fact, children)))
    return f"{told}: {fact.note}" if fact.note else told
