"""A showing in hand, whatever is ticked, changed and chosen: nothing is filled in, nothing is lost, nothing counts twice."""

from hypothesis import given
from hypothesis import strategies as st

from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Kind
from board.mastery.in_hand import InHand, Looked, next_of, other_steps
from board.mastery.plan import Plan
from board.mastery.progress import spot_of
from board.mastery.showing import Criteria, Trials
from board.mastery.ways import ways_of
from builders import STEP_NAMES, UNIT, fact, row

words = st.sampled_from(("cuts", "says", "draws", "shows", "counts", "[/]"))
lists = st.lists(words, max_size=8).map(tuple)


@st.composite
def criteria(draw: st.DrawFn) -> Criteria:
    """Any criteria, written twice too, some of them seen before."""
    lines = draw(lists)
    return Criteria(
        lines, frozenset(draw(lists)) & frozenset(lines), draw(st.integers(1, 9)), draw(st.sampled_from((None, "f1")))
    )


STEP = Step("u/halves", "Halves", "I can halves.")


@given(criteria(), lists)
def test_what_is_kept_as_seen_was_ticked_and_stands_in_the_criteria(read: Criteria, ticks: tuple[str, ...]) -> None:
    look = Looked(STEP, read)
    assert look.lines == tuple(dict.fromkeys(read.lines)), "a number stays with its criterion, seen before or not"
    for line in ticks:
        if line in look.lines:
            look = look.toggled(line)
    odd = {line for line in ticks if ticks.count(line) % 2 and line in read.lines}
    verdict = InHand("ava", (look,)).said(got_it=True).verdicts[0]
    assert set(verdict.seen) == odd
    assert len(verdict.seen) == len(odd)
    assert (verdict.step_version, verdict.own_version) == (read.step_version, read.own_version)


@given(criteria(), criteria(), lists)
def test_criteria_read_again_keep_the_ticks_whose_words_stayed_and_only_those(
    before: Criteria, after: Criteria, ticks: tuple[str, ...]
) -> None:
    ticked = frozenset(ticks) & frozenset(before.lines)
    look = Looked(STEP, before)._replace(ticked=ticked, got_it=False, tip="x")
    again = look.read_again(STEP, after)
    same = after.lines == before.lines
    assert (again.got_it, again.tip) == ((False, "x") if same else (None, "")), "a verdict is about what was read"
    assert again.ticked == look.ticked & frozenset(after.lines)
    assert set(again.lines) == set(after.lines)
    if after.lines == before.lines:
        assert again.lines == look.lines, "no number goes to another criterion"


@given(st.lists(st.booleans(), max_size=120))
def test_trials_are_counted_as_they_can_be_kept(tried: list[bool]) -> None:
    look = Looked(STEP, Criteria((), frozenset(), 1, None))
    for well in tried:
        look = look.tried(well=well)
    counted = tried[:99]
    assert look.trials == (Trials(sum(counted), len(counted)) if counted else None)
    if look.trials is not None:
        assert Trials.read(str(look.trials)) == look.trials


@st.composite
def classes(draw: st.DrawFn) -> tuple[Unit, ...]:
    """Units that share standards and subjects, and use steps of each other."""
    tags = st.sets(st.sampled_from(("a", "b"))).map(lambda some: tuple(sorted(some)))
    steps = [
        Step(f"u/{name}", name, f"I can {name}.", standards=draw(tags), subjects=draw(tags))
        for name in ("one", "two", "three", "four", "five")
    ]
    units = []
    for at in range(draw(st.integers(1, 3))):
        there = tuple(draw(st.lists(st.sampled_from(steps), min_size=1, unique=True)))
        boss = there[-1] if draw(st.booleans()) else None
        units.append(Unit(f"u{at}", f"Unit {at}", (Level(f"u{at}/l", "L", there[:-1] if boss else there, boss=boss),)))
    return tuple(units)


@given(classes(), st.sets(st.sampled_from(("u/one", "u/two", "u/three"))))
def test_other_steps_stand_once_each_the_nearest_first_and_none_that_is_mastered(
    units: tuple[Unit, ...], mastered: set[str]
) -> None:
    known = {step: spot_of([fact(Kind.MASTERED, step.removeprefix("u/"))]) for step in mastered}
    step = units[0].spots[0]
    near = other_steps(units, known, step)
    ids = [one.step.id for one in near]
    everywhere = {spot.id for unit in units for spot in unit.spots}
    assert sorted(ids) == sorted(everywhere - mastered - {step.id})
    assert [one.nearness for one in near] == sorted((one.nearness for one in near), reverse=True)


def test_of_steps_equally_near_those_of_the_same_unit_come_first() -> None:
    other = Unit("v", "Other", (Level("v/1", "One", (Step("v/x", "X", "I can x."),)),))
    near = other_steps((other, UNIT), row(thirds=Kind.MASTERED), UNIT.spots[0])
    assert near[-1].step.id == "v/x"
    assert near[0].step.id == "u/fourths", "it leads to the same Boss"


@given(st.lists(st.sampled_from(STEP_NAMES), unique=True), st.integers(-9, 9))
def test_further_steps_keep_what_was_said_of_those_that_stay(names: list[str], by: int) -> None:
    def look(name: str) -> Looked:
        return Looked(Step(f"u/{name}", name, ""), Criteria(("a",), frozenset(), 1, None))

    hand = InHand("ava", (look("first"),)).with_steps([look(name) for name in names])
    hand = hand.turned(by)
    hand = hand.looking(hand.here.toggled("a"))
    again = hand.with_steps([look(name) for name in names[:2]])
    assert again.looks[0].step.id == "u/first"
    assert [one.step.id for one in again.looks[1:]] == [f"u/{name}" for name in names[:2]]
    if hand.here.step.id in [one.step.id for one in again.looks]:
        assert again.here == hand.here
    else:
        assert again.at == 0


def test_a_showing_is_judged_when_every_step_has_its_verdict() -> None:
    looks = tuple(Looked(Step(f"u/{name}", name, ""), Criteria((), frozenset(), 1, None)) for name in "abc")
    hand = InHand("ava", looks)
    for _ in looks:
        assert not hand.is_judged
        hand = hand.said(got_it=True).on_to_next()
    assert hand.is_judged
    assert len(hand.verdicts) == 3


@given(lists, lists, words)
def test_each_way_stands_once_and_one_key_goes_round_all(
    best: tuple[str, ...], own: tuple[str, ...], chosen: str
) -> None:
    step = Step("u/x", "X", "", ways=own)
    ways = ways_of([step, step], Plan(shows_best=best), chosen)
    assert set(ways) == {*best, *own, chosen}
    assert len(ways) == len(set(ways))
    assert ways[: len(set(best))] == tuple(dict.fromkeys(best))
    now, met = chosen, set()
    for _ in range(len(ways) + 1):
        now = next_of(("", *ways), now)
        met.add(now)
    assert met == {"", *ways}
