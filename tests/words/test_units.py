from dataclasses import replace

import pytest

from board.mastery.curriculum import Unit
from board.mastery.remarks import Circle, Doubt, EmptyLevel, NoCriteria, NoLevel, SameTitle, TooLong
from board.mastery.revision import updated, with_changed_step, with_step, without_step
from board.words.units import unit_changes, unit_doubt, unit_doubts
from builders import UNIT, level, step, unit

HALVES = UNIT.spots[0]
SMALLER = updated(UNIT, without_step(UNIT, "u/thirds"))


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (with_changed_step(UNIT, replace(HALVES, title="One half")), "Changed: One half"),
        (
            with_changed_step(UNIT, replace(HALVES, criteria=("cuts fair",))),
            "New criteria: Halves (older marks keep the old ones)",
        ),
        (without_step(UNIT, "u/thirds"), "Archived, its marks are kept: Thirds"),
        (with_step(UNIT, "u/one", step("fifths")), "New step: Fifths"),
        (replace(UNIT, two_adults=True), "From now on two adults see each Boss of this unit."),
        (with_changed_step(UNIT, replace(HALVES, grow_from="u/thirds")), "Changed: Halves"),
        (replace(UNIT, title="Other"), "Changed: titles, rules or order of the levels."),
    ],
)
def test_what_an_update_changes_is_said(new: Unit, said: str) -> None:
    assert unit_changes(UNIT, updated(UNIT, new)) == (said,)


def test_a_step_that_is_back_is_said() -> None:
    assert "Back again, with its marks: Thirds" in unit_changes(SMALLER, updated(SMALLER, UNIT))
    assert unit_changes(UNIT, UNIT) == ()


def test_a_new_unit_is_counted() -> None:
    assert unit_changes(None, UNIT) == ("New unit Unit: 3 levels, 7 steps, 2 Bosses.",)
    small = unit(level("one", "halves", boss="pizza"))
    assert unit_changes(None, small) == ("New unit Unit: 1 level, 1 step, 1 Boss.",)


@pytest.mark.parametrize(
    ("doubt", "said"),
    [
        (NoLevel(), "The unit has no level yet; add one and write its first step."),
        (SameTitle("Halves", 2), "2 steps are called Halves; give each a title of its own."),
        (
            NoCriteria(("Halves",)),
            'Halves has no "looks like" lines yet (what you will see when a child has it); Enter on a step adds them.',
        ),
        (
            NoCriteria(("Halves", "Thirds")),
            '2 steps have no "looks like" lines yet (what you will see when a child has it); Enter on a step adds them.',
        ),
        (TooLong("Cut a pizza"), "Cut a pizza is too long to head a column; say it in 32 letters or fewer."),
        (EmptyLevel("Two"), "Two has no steps yet; write its first one."),
        (
            Circle(("Halves", "Thirds", "Halves")),
            "Steps wait for each other: Halves needs Thirds needs Halves; take one of them out of what comes first.",
        ),
    ],
)
def test_what_a_teacher_should_look_at_is_said(doubt: Doubt, said: str) -> None:
    assert unit_doubt(doubt) == said


def test_doubts_are_said_one_by_one() -> None:
    assert len(unit_doubts(UNIT)) == 1
    assert unit_doubts(unit()) == (unit_doubt(NoLevel()),)
