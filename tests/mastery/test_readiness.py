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
from board.mastery.reasons import (
    AnyOf,
    BossLater,
    BossOpen,
    Counted,
    Finished,
    LevelFirst,
    NothingPlanned,
    StepsFirst,
    StillToShow,
)
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


def test_how_a_level_stands_is_told_for_every_way_it_may_stand() -> None:
    boss = FIRST.boss
    assert boss is not None
    everything = {"halves": DONE, "thirds": DONE, "fourths": DONE}
    out = dict.fromkeys(everything, Kind.EXCUSED)
    three = (Counted(0, 3, 3),)
    assert explain(level_readiness(FIRST, row())) == three
    assert explain(level_readiness(FIRST, row(**everything, pizza=DONE))) == (Finished(FIRST, boss),)
    assert explain(level_readiness(FIRST, row(**everything, pizza=Kind.EXCUSED))) == (
        Finished(FIRST, Counted(3, 3, 3)),
    )
    assert explain(level_readiness(FIRST, row(**out))) == (NothingPlanned(FIRST), BossOpen(boss))
    assert explain(level_readiness(FIRST, row(**out, pizza=Kind.EXCUSED))) == (NothingPlanned(FIRST),)
    assert explain(level_readiness(THIRD, row(tens=DONE, ones=DONE))) == (Finished(THIRD, Counted(2, 2, 2)),)
    assert explain(level_readiness(THIRD, row(tens=DONE))) == (Counted(1, 2, 2), StillToShow(THIRD.steps[1:]))
    some = level("some", "tens", "ones", "hundreds", needed=2)
    assert explain(level_readiness(some, row())) == (Counted(0, 3, 2), AnyOf(2, some.steps))
    assert explain(level_readiness(some, row(tens=DONE))) == (Counted(1, 3, 2), AnyOf(1, some.steps[1:]))
    must = level("some", "tens", "ones", "hundreds", needed=2, must=("ones",))
    waiting = (StillToShow(must.steps[1:2]), AnyOf(1, (must.steps[0], must.steps[2])))
    assert explain(level_readiness(must, row())) == (Counted(0, 3, 2), *waiting)
    assert explain(level_readiness(must, row(tens=DONE))) == (Counted(1, 3, 2), StillToShow(must.steps[1:2]))
    assert explain(level_readiness(must, row(tens=DONE, hundreds=DONE))) == (
        Counted(2, 3, 2),
        StillToShow(must.steps[1:2]),
    )
    all_must = level("some", "tens", "ones", needed=2, must=("ones",))
    assert explain(level_readiness(all_must, row(tens=Kind.EXCUSED))) == (Counted(0, 1, 1),)


def test_what_is_known_of_a_level_adds_up() -> None:
    ready = level_readiness(SECOND, row(take=DONE))
    assert (ready.counted, ready.done, ready.to_show) == (SECOND.steps, SECOND.steps[1:], SECOND.steps[:1])
    assert (ready.needed, ready.missing_must, ready.count) == (1, SECOND.steps[:1], Counted(1, 2, 1))
    assert (ready.boss_open, ready.finished, ready.opens_next) == (False, False, False)
    few = level_readiness(level("few", "tens", needed=5), row())
    assert few.needed == 1
    beaten = level_readiness(FIRST, row(pizza=DONE))
    assert (beaten.boss_open, beaten.finished, beaten.opens_next) == (True, True, True)
    assert not level_readiness(FIRST, row(halves=DONE, thirds=DONE, fourths=DONE)).opens_next
    no_steps_planned = level_readiness(FIRST, row(halves=Kind.EXCUSED, thirds=Kind.EXCUSED, fourths=Kind.EXCUSED))
    assert (no_steps_planned.boss_open, no_steps_planned.opens_next) == (True, False)


def test_why_a_spot_is_locked_is_told_from_the_nearest_thing_that_comes_first() -> None:
    add, _, shop = SECOND.spots
    assert FIRST.boss is not None
    assert why_locked(UNIT, row(), FIRST.boss) == BossLater((Counted(0, 3, 3),))
    assert why_locked(UNIT, row(), add) == LevelFirst(FIRST)
    assert why_locked(UNIT, row(), shop) == LevelFirst(FIRST)
    assert why_locked(UNIT, row(pizza=DONE), shop) == BossLater(explain(level_readiness(SECOND, row())))
    assert why_locked(UNIT, row(pizza=DONE), THIRD.steps[0]) == LevelFirst(SECOND)
    free = replace(UNIT, path=Path.OPEN)
    assert why_locked(free, row(), shop) == BossLater(explain(level_readiness(SECOND, row())))
    far = replace(THIRD, steps=(replace(THIRD.steps[0], needs=("u/halves", "far/away")), THIRD.steps[1]))
    apart = replace(free, levels=(FIRST, far))
    assert why_locked(apart, row(), far.steps[0]) == StepsFirst(("Halves", "far/away"))
    assert why_locked(apart, row(halves=DONE), far.steps[0]) == StepsFirst(("far/away",))


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
    assert opened_by(UNIT, now, FIRST.steps[0]) == ()
    assert opened_by(UNIT, {**now, **row(fourths=DONE)}, FIRST.steps[2]) == ()
    assert FIRST.boss is not None
    assert opened_by(UNIT, now, FIRST.boss) == SECOND.steps


def test_next_steps_are_those_a_child_can_work_on() -> None:
    assert [spot.title for spot in next_steps(UNIT, row(halves=DONE))] == ["Thirds", "Fourths"]
    now = row(halves=Kind.READY, thirds=Kind.EXCUSED, fourths=Kind.KEEP_WORKING, ones=Kind.PRACTISING)
    assert [spot.title for spot in next_steps(UNIT, now)] == ["Halves", "Fourths", "Ones"]


def test_a_cycle_of_needs_is_spelled_out() -> None:
    assert find_cycle({"a": ["b"], "b": ["c"], "c": ["a"]}) == ("a", "b", "c", "a")
    assert find_cycle({"x": ["a"], "a": ["a"]}) == ("a", "a")
    assert find_cycle({"a": ["b", "c"], "b": ["c"], "c": []}) == ()
    assert find_cycle({"a": ["b"], "b": [], "c": ["d"], "d": ["b", "c"]}) == ("c", "d", "c")
    assert find_cycle({}) == ()


def test_a_unit_knows_its_spots_and_where_they_stand() -> None:
    assert [spot.title for spot in FIRST.spots] == ["Halves", "Thirds", "Fourths", "Pizza"]
    assert THIRD.spots == THIRD.steps
    assert UNIT.spots == (*FIRST.spots, *SECOND.spots, *THIRD.spots)
    assert [UNIT.is_boss(spot) for spot in UNIT.spots] == [spot.title in ("Pizza", "Shop") for spot in UNIT.spots]
    assert [UNIT.level_of(spot.id) for spot in UNIT.spots] == [FIRST] * 4 + [SECOND] * 3 + [THIRD] * 2
    assert UNIT.level_of("u/flying") is None
    assert FIRST.is_boss(replace(FIRST.spots[-1], title="Older"))
    assert not THIRD.is_boss(FIRST.spots[-1])


@given(st.dictionaries(st.integers(0, 5).map(str), st.lists(st.integers(0, 5).map(str))))
def test_a_found_cycle_is_one(needs: dict[str, list[str]]) -> None:
    cycle = find_cycle(needs)
    assert all(after in needs[before] for before, after in itertools.pairwise(cycle))
    assert not cycle or cycle[0] == cycle[-1]
    assert not cycle or len(set(cycle)) == len(cycle) - 1
    reached = {step: set(after) for step, after in needs.items()}
    for _ in needs:
        reached = {step: after.union(*(reached.get(one, set()) for one in after)) for step, after in reached.items()}
    assert bool(cycle) is any(step in after for step, after in reached.items())
