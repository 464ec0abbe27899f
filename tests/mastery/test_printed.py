from hypothesis import given

from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.printed import not_printed
from board.mastery.progress import Status, progress_of
from builders import STUDENTS, UNIT, fact, ledgers

CLASS = [Student(name, name.title()) for name in STUDENTS]


def test_what_is_not_printed_comes_child_after_child_in_the_order_of_the_unit() -> None:
    facts = [
        fact(Kind.MASTERED, "add", seq=1, student="ben"),
        fact(Kind.MASTERED, "pizza", seq=2),
        fact(Kind.MASTERED, "halves", seq=3, student="ben"),
        fact(Kind.MASTERED, "thirds", seq=4),
        fact(Kind.MASTERED, "halves", seq=5),
        fact(Kind.PRINTED, "thirds", seq=6),
        fact(Kind.PRACTISING, "fourths", seq=7),
    ]
    found = not_printed(UNIT.spots, CLASS, progress_of(facts))
    assert [(student.id, step.title) for student, step in found] == [
        ("ava", "Halves"),
        ("ava", "Pizza"),
        ("ben", "Halves"),
        ("ben", "Add"),
    ]
    by_class = not_printed(UNIT.spots, CLASS[::-1], progress_of(facts))
    assert [student.id for student, _ in by_class] == ["ben", "ben", "ava", "ava"]


def test_a_step_that_two_units_share_is_printed_once() -> None:
    earned = progress_of([fact(Kind.MASTERED, "halves")])
    assert len(not_printed((*UNIT.spots, *UNIT.spots), CLASS, earned)) == 1


@given(ledgers())
def test_every_earned_sticker_is_either_printed_or_still_to_print(facts: list[Fact]) -> None:
    progress = progress_of(facts)
    left = {(student.id, step.id) for student, step in not_printed(UNIT.spots, CLASS, progress)}
    for student in CLASS:
        for step in UNIT.spots:
            spot = progress.spot(student.id, step.id)
            is_left = spot.status is Status.MASTERED and not spot.printed
            assert ((student.id, step.id) in left) is is_left
