from hypothesis import given

from board.mastery.audience import Audience, earned_by_level, seen_status
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.progress import Status, progress_of, spot_of
from builders import STUDENTS, UNIT, fact, ledgers


@given(ledgers())
def test_everybody_sees_stickers_and_open_spots_and_nothing_between(facts: list[Fact]) -> None:
    for steps in progress_of(facts).rows.values():
        for spot in steps.values():
            assert seen_status(spot, Audience.EVERYBODY) in (Status.MASTERED, Status.OPEN)
            assert seen_status(spot, Audience.TEACHER) is spot.status


def test_an_excused_spot_looks_open_even_to_its_student() -> None:
    spot = spot_of([fact(Kind.EXCUSED, "halves")])
    assert seen_status(spot, Audience.STUDENT) is Status.OPEN


def test_what_the_class_earned_is_the_same_whoever_earned_it() -> None:
    students = [Student(name, name.title()) for name in STUDENTS]
    by_ava = progress_of([fact(Kind.MASTERED, "halves", student="ava")])
    by_ben = progress_of([fact(Kind.MASTERED, "halves", student="ben")])
    assert earned_by_level(UNIT, students, by_ava) == earned_by_level(UNIT, students, by_ben)
    assert [len(steps) for _, steps in earned_by_level(UNIT, students, by_ava)] == [1, 0, 0]
