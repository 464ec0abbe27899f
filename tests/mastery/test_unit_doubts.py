"""Ids made of titles, and what a teacher should look at before children use a unit."""

from dataclasses import replace

import pytest

from board.mastery.curriculum import Step, Unit, own_steps, steps_by_id
from board.mastery.remarks import Circle, EmptyLevel, NoCriteria, NoLevel, SameTitle, TooLong
from board.mastery.revision import (
    TITLE_CELLS,
    cells,
    doubts,
    new_step_id,
    new_unit_id,
    updated,
    with_changed_step,
    with_step,
    without_step,
)
from builders import UNIT, level, unit


def found(of: Unit, name: str) -> Step:
    return steps_by_id([of])[f"u/{name}"]


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("Count to 20!", "u/count-to-20"),
        ("Halves", "u/halves-2"),
        ("Zählen & Größe", "u/zahlen-grosse"),
        ("𝕭ig Ⅳ", "u/big-iv"),
        ("数到二十", "u/step-10"),
        ("20", "u/step-10"),
        ("\x1b[/", "u/step-10"),
        ("a" * 5000, f"u/{'a' * 40}"),
        ("a" * 39 + " b", f"u/{'a' * 39}"),
        ("a" * 38 + " b", f"u/{'a' * 38}-b"),
        ("\u0301" * 161 + "a", "u/step-10"),
        ("数" * 159 + "a", "u/a"),
        ("数" * 160 + "a", "u/step-10"),
        ("2 and 3", "u/2-and-3"),
    ],
)
def test_an_id_is_made_from_the_title(title: str, id_: str) -> None:
    without_ones = updated(UNIT, without_step(UNIT, "u/ones"))
    assert new_step_id(without_ones, title) == id_
    assert new_step_id(without_ones, "Ones") == "u/ones-2"


def test_two_units_of_one_title_have_two_ids() -> None:
    assert new_unit_id("U", [UNIT]) == "u-2"
    assert new_unit_id("单元") == "unit-1"
    assert new_unit_id("单元", [UNIT, replace(UNIT, id="unit-3")]) == "unit-4"
    assert new_unit_id("U", [UNIT, replace(UNIT, id="u-2"), replace(UNIT, id="u-3")]) == "u-4"
    assert new_unit_id("New") == "new"


def test_what_a_teacher_should_look_at_is_found() -> None:
    odd = unit(level("one", "halves", "thirds"), level("two"))
    said = (("looks right",), ("u/thirds",)), (("looks right",), ("u/halves",))
    for step, (criteria, needs) in zip(odd.spots, said, strict=True):
        odd = with_changed_step(odd, replace(step, criteria=criteria, needs=needs))
    odd = with_step(odd, "u/one", Step("u/long", "Cut a pizza into parts that are fair", "I can."))
    odd = with_step(odd, "u/one", Step("u/wide", "数数数数数数数数数数数数数数数数数", "I can.", ("counts",)))
    odd = with_step(odd, "u/one", Step("u/twin", "Halves", "I can.", ("halves",)))
    assert doubts(odd) == (
        SameTitle("Halves", 2),
        NoCriteria(("Cut a pizza into parts that are fair",)),
        TooLong("Cut a pizza into parts that are fair"),
        TooLong("数数数数数数数数数数数数数数数数数"),
        EmptyLevel("Two"),
        Circle(("Halves", "Thirds", "Halves")),
    )
    assert doubts(unit()) == (NoLevel(),)
    fine = unit(level("one", "halves"))
    assert doubts(with_changed_step(fine, replace(found(fine, "halves"), criteria=("cuts",)))) == ()


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("Halves", 6), ("Zoe\u0308", 3), ("数", 2), ("\uff21", 2), ("\uff71", 1)]
)
def test_a_title_is_as_wide_as_a_terminal_draws_it(text: str, width: int) -> None:
    assert cells(text) == width


def test_a_title_that_just_fits_is_no_matter() -> None:
    assert TITLE_CELLS == 32
    for letters, expected in ((32, ()), (33, (TooLong("n" * 33),))):
        titled = with_step(unit(level("one")), "u/one", Step("u/x", "n" * letters, "I can.", ("sees",)))
        assert doubts(titled) == expected


def test_steps_at_home_elsewhere_are_looked_at_there_but_a_circle_through_them_is_told() -> None:
    far = Step("other/sing", "数" * 13, "I can sing.", needs=("u/halves",))
    near = replace(found(UNIT, "halves"), criteria=("cuts",), needs=("other/sing",))
    both = with_step(with_changed_step(unit(level("one", "halves")), near), "u/one", far)
    assert doubts(both) == (Circle(("Halves", "数" * 13, "Halves")),)
    assert list(own_steps(both)) == [near]
