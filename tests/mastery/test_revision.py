import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.curriculum import Step, Unit, steps_by_id
from board.mastery.remarks import Change, NewUnit, What
from board.mastery.revision import (
    changes,
    doubts,
    new_step_id,
    updated,
    with_boss,
    with_changed_level,
    with_changed_step,
    with_level,
    with_moved_step,
    with_step,
    without_step,
)
from builders import UNIT, level, unit

FIFTHS = Step("u/fifths", "Fifths", "I can cut fifths.")


def ids(of: Unit) -> list[list[str]]:
    return [[spot.id.removeprefix("u/") for spot in part.spots] for part in of.levels]


def found(of: Unit, name: str) -> Step:
    return steps_by_id([of])[f"u/{name}"]


def test_new_criteria_raise_the_version_and_nothing_else_does() -> None:
    renamed = updated(UNIT, with_changed_step(UNIT, replace(found(UNIT, "halves"), title="One half")))
    assert found(renamed, "halves").version == 1
    assert changes(UNIT, renamed) == (Change(What.CHANGED, "One half"),)
    stricter = updated(renamed, with_changed_step(renamed, replace(found(renamed, "halves"), criteria=("cuts fair",))))
    assert found(stricter, "halves").version == 2
    assert changes(renamed, stricter) == (Change(What.NEW_CRITERIA, "One half"),)


def test_a_unit_the_class_does_not_have_yet_is_new_as_a_whole() -> None:
    assert updated(None, UNIT) == UNIT
    assert changes(None, UNIT) == (NewUnit("Unit", 3, 7, 2),)
    assert Change(What.LEVELS).title == ""


def test_a_version_counts_on_from_that_of_the_class_whatever_the_file_says() -> None:
    of_class = with_changed_step(UNIT, replace(found(UNIT, "halves"), version=4))
    assert found(updated(of_class, UNIT), "halves").version == 4
    stricter = with_changed_step(UNIT, replace(found(UNIT, "halves"), criteria=("cuts fair",)))
    assert found(updated(of_class, stricter), "halves").version == 5
    fresh = with_step(UNIT, "u/one", replace(FIFTHS, version=3))
    assert found(updated(UNIT, fresh), "fifths").version == 3


def test_what_an_update_does_is_told_step_by_step_and_else_that_levels_changed() -> None:
    smaller = updated(UNIT, without_step(without_step(UNIT, "u/thirds"), "u/halves"))
    assert changes(UNIT, smaller) == (Change(What.ARCHIVED, "Halves"), Change(What.ARCHIVED, "Thirds"))
    assert changes(smaller, updated(smaller, UNIT)) == (Change(What.BACK, "Halves"), Change(What.BACK, "Thirds"))
    assert changes(UNIT, with_level(UNIT, "Four")) == (Change(What.LEVELS),)
    assert changes(UNIT, UNIT) == ()
    still = updated(smaller, with_step(smaller, "u/one", FIFTHS))
    assert changes(smaller, still) == (Change(What.NEW, "Fifths"),)


def test_a_step_that_is_gone_is_archived_and_can_come_back() -> None:
    smaller = updated(UNIT, without_step(UNIT, "u/thirds"))
    assert [step.id for step in smaller.archived] == ["u/thirds"]
    assert Change(What.ARCHIVED, "Thirds") in changes(UNIT, smaller)
    back = updated(smaller, UNIT)
    assert not back.archived
    assert Change(What.BACK, "Thirds") in changes(smaller, back)
    assert updated(back, UNIT) == back
    assert changes(back, updated(back, UNIT)) == ()


def test_a_new_step_stands_before_the_boss() -> None:
    assert ids(with_step(UNIT, "u/one", FIFTHS))[0] == ["halves", "thirds", "fourths", "fifths", "pizza"]
    assert changes(UNIT, with_step(UNIT, "u/one", FIFTHS)) == (Change(What.NEW, "Fifths"),)
    assert with_step(UNIT, "u/two", found(UNIT, "halves")) == UNIT


def test_a_boss_is_changed_where_it_stands() -> None:
    renamed = with_changed_step(UNIT, replace(found(UNIT, "pizza"), title="Pizza party"))
    assert renamed.levels[0].boss is not None
    assert renamed.levels[0].boss.title == "Pizza party"
    assert ids(renamed) == ids(UNIT)


def test_a_step_of_another_unit_is_changed_only_there() -> None:
    shared = with_step(UNIT, "u/one", Step("other/sing", "Sing", "I can sing."))
    assert with_changed_step(shared, Step("other/sing", "Shout", "I can shout.")) == shared
    assert updated(shared, without_step(shared, "other/sing")).archived == ()


@pytest.mark.parametrize(
    ("name", "by", "expected"),
    [
        ("halves", 1, [["thirds", "halves", "fourths", "pizza"], ["add", "take", "shop"], ["tens", "ones"]]),
        ("fourths", 1, [["halves", "thirds", "pizza"], ["fourths", "add", "take", "shop"], ["tens", "ones"]]),
        ("add", -1, [["halves", "thirds", "fourths", "add", "pizza"], ["take", "shop"], ["tens", "ones"]]),
        ("halves", 99, [["thirds", "fourths", "pizza"], ["add", "take", "shop"], ["tens", "ones", "halves"]]),
        ("halves", 2, [["thirds", "fourths", "halves", "pizza"], ["add", "take", "shop"], ["tens", "ones"]]),
        ("fourths", -2, [["fourths", "halves", "thirds", "pizza"], ["add", "take", "shop"], ["tens", "ones"]]),
        ("tens", -1, [["halves", "thirds", "fourths", "pizza"], ["add", "take", "tens", "shop"], ["ones"]]),
        ("thirds", 0, ids(UNIT)),
        ("halves", -1, ids(UNIT)),
        ("ones", 1, ids(UNIT)),
        ("pizza", -1, ids(UNIT)),
        ("flying", 1, ids(UNIT)),
    ],
)
def test_a_step_moves_in_its_level_and_past_its_end(name: str, by: int, expected: list[list[str]]) -> None:
    assert ids(with_moved_step(UNIT, f"u/{name}", by)) == expected


def test_what_can_not_be_left_out_stays_so_in_another_level() -> None:
    moved = with_moved_step(UNIT, "u/add", -1)
    assert moved.levels[0].must == {"u/add"}
    assert moved.levels[1].must == frozenset()
    assert with_moved_step(moved, "u/add", 1) == UNIT
    beside = with_moved_step(UNIT, "u/take", 1)
    assert [part.must for part in beside.levels] == [frozenset(), {"u/add"}, frozenset()]


def test_a_level_emptied_by_moving_waits_for_its_step() -> None:
    small = unit(level("one", "halves"), level("two", "add"))
    moved = with_moved_step(small, "u/add", -1)
    assert ids(moved) == [["halves", "add"], []]
    assert with_moved_step(moved, "u/add", 1) == small


def test_a_level_without_its_last_step_goes_and_nobody_waits_for_a_step_that_is_gone() -> None:
    waiting = replace(found(UNIT, "halves"), needs=("u/tens", "u/ones"))
    smaller = without_step(without_step(with_changed_step(UNIT, waiting), "u/tens"), "u/ones")
    assert [part.id for part in smaller.levels] == ["u/one", "u/two"]
    assert found(smaller, "halves").needs == ()


def test_only_the_level_a_step_was_taken_from_goes_when_it_is_empty() -> None:
    empty = with_level(with_level(UNIT, "Four"), "Five")
    smaller = without_step(without_step(empty, "u/tens"), "u/ones")
    assert [part.id for part in smaller.levels] == ["u/one", "u/two", "u/four", "u/five"]
    assert without_step(UNIT, "u/flying") is UNIT
    only_boss = without_step(unit(level("one", "halves", boss="pizza")), "u/halves")
    assert ids(only_boss) == [["pizza"]]


def test_whoever_waits_for_a_step_that_is_taken_out_waits_for_the_others_alone() -> None:
    waiting = with_changed_step(UNIT, replace(found(UNIT, "halves"), needs=("u/tens", "u/ones")))
    assert found(without_step(waiting, "u/tens"), "halves").needs == ("u/ones",)
    assert found(without_step(waiting, "u/thirds"), "halves").needs == ("u/tens", "u/ones")


def test_the_rules_of_a_level_follow_its_steps() -> None:
    strict = unit(level("one", "halves", "thirds", needed=2, must=("thirds",), boss="pizza"))
    (smaller,) = without_step(strict, "u/thirds").levels
    assert (smaller.needed, smaller.must) == (1, frozenset())
    (empty,) = without_step(without_step(strict, "u/thirds"), "u/halves").levels
    assert empty.needed is None


def test_a_level_is_added_and_changed_without_touching_steps() -> None:
    longer = with_level(UNIT, "One")
    assert longer.levels[-1].id == "u/one-2"
    changed = with_changed_level(UNIT, replace(UNIT.levels[0], title="Fair parts", needed=9, steps=(), boss=None))
    assert changed.levels[0].title == "Fair parts"
    assert changed.levels[0].needed == 3
    assert ids(changed) == ids(UNIT)
    assert changed.levels[1:] == UNIT.levels[1:]
    ruled = with_changed_level(UNIT, replace(UNIT.levels[0], needed=2, must=frozenset({"u/thirds"})))
    assert (ruled.levels[0].needed, ruled.levels[0].must) == (2, frozenset({"u/thirds"}))
    assert with_changed_level(UNIT, replace(UNIT.levels[0], id="u/flying", title="x")) == UNIT


def test_a_level_without_a_rule_has_none_after_any_edit() -> None:
    assert with_level(UNIT, "Four").levels[0].needed is None
    assert with_level(UNIT, "").levels[-1].id == "u/level-4"


def test_a_step_becomes_the_boss_and_the_boss_before_becomes_a_step() -> None:
    crowned = with_boss(UNIT, "u/one", found(UNIT, "add"))
    assert ids(crowned)[:2] == [["halves", "thirds", "fourths", "pizza", "add"], ["take", "shop"]]
    assert crowned.levels[0].boss == found(UNIT, "add")
    plain = with_boss(UNIT, "u/one", None)
    assert plain.levels[0].boss is None
    assert ids(plain) == ids(UNIT)
    assert with_boss(UNIT, "u/flying", found(UNIT, "add")) is UNIT
    assert ids(with_boss(UNIT, "u/one", FIFTHS))[0] == ["halves", "thirds", "fourths", "pizza", "fifths"]


_TITLES = st.sampled_from(["Halves", "Count", "数", "Ones", "", "pizza!"])
_CRITERIA = st.sampled_from([(), ("sees",), ("hears", "sees")])


@st.composite
def edits(draw: st.DrawFn) -> Callable[[Unit], Unit]:
    """Any edit of whatever unit it is given."""
    kind = draw(st.sampled_from(["add", "change", "move", "take out", "level", "rules", "boss", "no boss", "new boss"]))
    at, where, by = draw(st.integers(0, 30)), draw(st.integers(0, 5)), draw(st.integers(-9, 9))
    title, criteria = draw(_TITLES), draw(_CRITERIA)

    def edit(of: Unit) -> Unit:
        spots, levels = of.spots, of.levels
        fresh = Step(new_step_id(of, title), title, "I can.", criteria)
        if kind == "level" or not levels or not spots:
            return with_level(of, title)
        step, part = spots[at % len(spots)], levels[where % len(levels)]
        return {
            "add": lambda: with_step(of, part.id, fresh),
            "change": lambda: with_changed_step(of, replace(step, title=title, criteria=criteria, version=99)),
            "move": lambda: with_moved_step(of, step.id, by),
            "take out": lambda: without_step(of, step.id),
            "rules": lambda: with_changed_level(
                of, replace(part, title=title, needed=where + 1, must=frozenset({step.id}))
            ),
            "boss": lambda: with_boss(of, part.id, step),
            "no boss": lambda: with_boss(of, part.id, None),
            "new boss": lambda: with_boss(of, part.id, fresh),
        }[kind]()

    return edit


@given(st.lists(edits(), max_size=12))
def test_whatever_is_edited_no_step_is_lost_and_no_id_given_twice(many: list[Callable[[Unit], Unit]]) -> None:
    kept = UNIT
    for edit in many:
        before, kept = kept, updated(kept, edit(kept))
        old, new = steps_by_id([before]), steps_by_id([kept])
        assert old.keys() <= new.keys()
        everywhere = [step.id for step in (*kept.archived, *kept.spots)]
        assert len(everywhere) == len(set(everywhere))
        assert len({part.id for part in kept.levels}) == len(kept.levels)
        assert all(re.fullmatch(r"u/[a-z0-9]+(-[a-z0-9]+)*", id_) for id_ in everywhere)
        for id_, step in old.items():
            assert (new[id_].version > step.version) == (new[id_].criteria != step.criteria)


@given(st.lists(edits(), max_size=12))
def test_whatever_is_edited_levels_speak_only_of_their_own_steps(many: list[Callable[[Unit], Unit]]) -> None:
    draft = UNIT
    for edit in many:
        draft = edit(draft)
        for part in draft.levels:
            assert part.must <= {step.id for step in part.steps}
            assert part.needed is None or 1 <= part.needed <= len(part.steps)
        doubts(draft)
    kept = updated(UNIT, draft)
    assert steps_by_id([UNIT]).keys() <= steps_by_id([kept]).keys()
    assert updated(kept, kept) == kept
