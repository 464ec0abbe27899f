"""Who is shown when a teacher wants to see only some."""

import pytest

from board.mastery.people import Student
from board.mastery.progress import Progress, Spot, Status
from board.mastery.shown import Only, Shown, shown_students
from builders import UNIT

STEP = UNIT.levels[0].spots[0]
CLASS = tuple(Student(status.value, status.value) for status in Status)


class Standing(Progress):
    """Each student stands as the name says."""

    def spot(self, student: str, step: str) -> Spot:
        assert step == STEP.id
        return Spot(Status(student))


@pytest.mark.parametrize(
    ("shown", "names"),
    [
        (Shown.EVERYONE, {status.value for status in Status}),
        (Shown.NEEDS_STEP, {status.value for status in Status} - {Status.MASTERED.value, Status.EXCUSED.value}),
        (Shown.READY, {Status.READY.value}),
        (Shown.CHOSEN, {Status.OPEN.value, Status.EXCUSED.value}),
    ],
)
def test_only_those_are_shown_who_are_meant_in_the_order_of_the_class(shown: Shown, names: set[str]) -> None:
    chosen = {Status.EXCUSED.value, Status.OPEN.value}
    there = shown_students(shown, CLASS, STEP, Standing(), chosen)
    assert there == tuple(student for student in CLASS if student.name in names)


def test_the_filter_key_goes_round() -> None:
    seen = [Shown.EVERYONE]
    for _ in range(4):
        seen.append(seen[-1].after())
    assert seen == [Shown.EVERYONE, Shown.NEEDS_STEP, Shown.READY, Shown.CHOSEN, Shown.EVERYONE]


def test_to_begin_with_everyone_is_shown() -> None:
    assert Only() == (Shown.EVERYONE, "", frozenset())
