"""What a step grows from, in words for adults and for the child."""

from dataclasses import replace

from board.mastery.audience import Audience
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.progress import progress_of
from board.mastery.seen import SeenPath, seen_path
from board.widgets.path_words import child_parts
from board.widgets.teacher_words import teacher_parts
from builders import UNIT, fact, unit

AVA = Student("ava", "Ava B.")
ONE, *_ = UNIT.levels
GROWN = unit(replace(ONE, steps=(ONE.steps[0], replace(ONE.steps[1], grow_from="u/halves"), ONE.steps[2])))


def path(audience: Audience, *facts: Fact) -> SeenPath:
    return seen_path(GROWN, AVA, progress_of(facts), audience)


def told(seen: SeenPath) -> list[str]:
    """What is said about the step that grows from halves."""
    spot = seen.spots[1]
    parts = teacher_parts(seen, spot, {}, ()) if seen.audience is Audience.TEACHER else child_parts(spot)
    return [line for part in parts for line in part.lines]


def test_both_read_what_a_step_grows_from_and_only_adults_that_it_is_to_be_seen_again() -> None:
    shaky = (fact(Kind.MASTERED, "halves"), fact(Kind.CHECK_AGAIN, "halves", seq=2))
    assert "It grows from Halves." in told(path(Audience.TEACHER, shaky[0]))
    assert "It grows from Halves: check again." in told(path(Audience.TEACHER, *shaky))
    assert told(path(Audience.STUDENT, *shaky)) == told(path(Audience.STUDENT, shaky[0]))
    assert "It grows from Halves." in told(path(Audience.STUDENT, *shaky))
    assert path(Audience.TEACHER, *shaky).spots[0].sticker is not None
