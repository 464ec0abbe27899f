import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from board.mastery.curriculum import Path, find_cycle
from board.mastery.facts import Kind
from board.mastery.progress import Row, Status
from board.mastery.readiness import (
    explain,
    level_readiness,
    next_steps,
    opened_by,
    statuses,
    unit_readiness,
    why_locked,
)
from board.mastery.reasons import BossOpen, Counted, StepsFirst, StillToShow
from builders import UNIT, level, row, rows, step, unit

DONE = Kind.MASTERED
FIRST, SECOND, THIRD = UNIT.levels


@given(rows)
def test_finished_implies_its_reasons(now: Row) -> None:
    for ready in unit_readiness(UNIT, now):
        if ready.finished:
            boss = ready.level.boss
            boss_beaten = boss is not None and boss.id in now and now[boss.id].status is Status.MASTERED
            boss_left_out = boss is None or (boss.id in now and now[boss.id].status is Status.EXCUSED)
            enough = bool(ready.done) and len(ready.done) >= ready.needed and not ready.missing_must
            assert boss_beaten or (boss_left_out and enough)


@given(rows, st.sampled_from([spot.id for spot in UNIT.spots]))
def test_a_new_sticker_never_closes_anything(now: Row, step_id: str) -> None:
    then = {**now, step_id: row(any=DONE)["u/any"]}
    before, after = unit_readiness(UNIT, now), unit_readiness(UNIT, then)
    excused = now.get(step_id) and now[step_id].status is Status.EXCUSED
    for old, new in zip(before, after, strict=True):
        assert excused or new.boss_open >= old.boss_open
        assert excused or new.finished >= old.finished


@given(rows)
def test_a_locked_spot_says_why_and_an_open_one_says_nothing(now: Row) -> None:
    for spot, status in zip(UNIT.spots, statuses(UNIT, now), strict=True):
        assert bool(why_locked(UNIT, now, spot)) is (status is Status.LOCKED)


@given(rows)
def test_a_spot_says_the_same_however_its_step_was_worded_before(now: Row) -> None:
    for spot in UNIT.spots:
        assert why_locked(UNIT, now, replace(spot, title="Older", criteria=())) == why_locked(UNIT, now, spot)


def test_the_boss_opens_when_all_steps_are_mastered() -> None:
    almost = level_readiness(FIRST, row(halves=DONE, thirds=DONE))
    assert not almost.boss_open
    assert explain(almost) == (Counted(2, 3, 3), StillToShow(FIRST.steps[2:]))
    ready = level_readiness(FIRST, row(halves=DONE, thirds=DONE, fourths=DONE))
    assert ready.boss_open
    assert not ready.finished
    assert FIRST.boss is not None
    assert explain(ready) == (Counted(3, 3, 3), BossOpen(FIRST.boss))


def test_needed_and_must_open_the_boss_early() -> None:
    assert not level_readiness(SECOND, row(take=DONE)).boss_open
    assert level_readiness(SECOND, row(add=DONE)).boss_open
    waiting = explain(level_readiness(SECOND, row(take=DONE)))
    assert waiting == (Counted(1, 2, 1), StillToShow(SECOND.steps[:1]))


def test_a_level_without_a_boss_is_finished_by_its_steps() -> None:
    assert level_readiness(THIRD, row(tens=DONE, ones=DONE)).finished
    assert not level_readiness(THIRD, row(tens=DONE)).finished


def test_excused_steps_leave_the_count() -> None:
    ready = level_readiness(FIRST, row(halves=DONE, thirds=DONE, fourths=Kind.EXCUSED))
    assert ready.boss_open
    assert ready.needed == 2


def test_a_level_excused_altogether_opens_the_next_but_certifies_nothing() -> None:
    ready = level_readiness(THIRD, row(tens=Kind.EXCUSED, ones=Kind.EXCUSED))
    assert ready.opens_next
    assert not ready.finished


def test_a_mastered_boss_finishes_the_level_whatever_its_steps_say() -> None:
    assert level_readiness(FIRST, row(pizza=DONE)).finished


def test_a_later_level_opens_when_the_one_before_is_finished() -> None:
    assert statuses(UNIT, row())[4] is Status.LOCKED
    assert statuses(UNIT, row(pizza=DONE))[4] is Status.OPEN
    assert statuses(unit(*UNIT.levels, path=Path.OPEN), row())[4] is Status.OPEN


def test_marking_a_locked_step_shows_the_mark() -> None:
    assert statuses(UNIT, row(add=DONE))[4] is Status.MASTERED


def test_needs_lock_a_step_until_they_are_met_or_excused() -> None:
    chain = unit(level("one", "halves"))
    last = step("fourths", "halves")
    chained = unit(chain.levels[0].__class__("u/one", "One", (*chain.levels[0].steps, last)))
    assert statuses(chained, row())[1] is Status.LOCKED
    assert why_locked(chained, row(), last) == StepsFirst(("Halves",))
    assert statuses(chained, row(halves=DONE))[1] is Status.OPEN
    assert statuses(chained, row(halves=Kind.EXCUSED))[1] is Status.OPEN


def test_what_a_step_would_open_is_known_before_it_is_marked() -> None:
    now = row(halves=DONE, thirds=DONE)
    assert [spot.title for spot in opened_by(UNIT, now, FIRST.steps[2])] == ["Pizza"]
    assert [spot.title for spot in opened_by(UNIT, now, FIRST.steps[0])] == []


def test_next_steps_are_those_a_child_can_work_on() -> None:
    assert [spot.title for spot in next_steps(UNIT, row(halves=DONE))] == ["Thirds", "Fourths"]


def test_a_cycle_of_needs_is_spelled_out() -> None:
    assert find_cycle({"a": ["b"], "b": ["c"], "c": ["a"]}) == ("a", "b", "c", "a")
    assert find_cycle({"x": ["a"], "a": ["a"]}) == ("a", "a")
    assert find_cycle({"a": ["b", "c"], "b": ["c"], "c": []}) == ()


@given(st.dictionaries(st.integers(0, 5).map(str), st.lists(st.integers(0, 5).map(str))))
def test_a_found_cycle_is_one(needs: dict[str, list[str]]) -> None:
    cycle = find_cycle(needs)
    assert all(after in needs[before] for before, after in itertools.pairwise(cycle))
    assert not cycle or cycle[0] == cycle[-1]
