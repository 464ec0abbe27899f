"""What was seen, and who may say so: over any history."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.asking import waiting, wanted
from board.mastery.audience import Audience
from board.mastery.choices import offered
from board.mastery.curriculum import Step
from board.mastery.facts import Fact, Kind
from board.mastery.may import Actor, may
from board.mastery.people import Student
from board.mastery.plan import Freedom, Plan
from board.mastery.progress import Spot, progress_of, spot_of
from board.mastery.seen import seen_path
from board.mastery.showing import (
    Criteria,
    Support,
    Trials,
    counted_support,
    criteria_of,
    recent_tips,
    shares,
    showings,
    tips_of,
    tips_that_helped,
)
from builders import STEP_NAMES, STUDENTS, UNIT, fact, ledgers

AVA, BEN = Student("ava", "Ava B."), Student("ben", "Ben C.")
_OF_A_CHILD = [kind for kind in Kind if may(Actor.child("ava"), kind, "ava")]
_STEPS = [f"u/{name}" for name in STEP_NAMES]


@st.composite
def said_by_children(draw: st.DrawFn) -> list[Fact]:
    """Whatever children may keep, anywhere among the facts of others, about any of them."""
    number, child = st.integers(0, 9), st.sampled_from(STUDENTS)
    about = [f"f{at}" for at in range(14)] + [f"c{at}" for at in range(9)]
    return [
        Fact(
            f"c{at}",
            draw(number),
            draw(st.sampled_from(["d0", "d1", "d3"])),
            "",
            who := draw(child),
            draw(st.sampled_from(_OF_A_CHILD)),
            who,
            draw(st.sampled_from(_STEPS)),
            draw(st.sampled_from([*about, None])),
            way="build it",
        )
        for at in range(draw(st.integers(1, 9)))
    ]


@given(ledgers(), said_by_children())
def test_no_order_of_facts_lets_what_a_child_says_master_a_step(facts: list[Fact], said: list[Fact]) -> None:
    before, after = progress_of(facts), progress_of([*facts, *said])
    for child in STUDENTS:
        for step in _STEPS:
            was, now = before.spot(child, step), after.spot(child, step)
            assert now.is_mastered is was.is_mastered
            assert (now.opinions, now.second, now.check_again) == (was.opinions, was.second, was.check_again)
            assert (now.own_version, now.untold, showings(now)) == (was.own_version, was.untold, showings(was))
            if was.is_mastered:
                assert (now.mark, now.judges) == (was.mark, was.judges)


@given(ledgers(), said_by_children())
def test_what_a_child_says_excuses_nothing_and_includes_nothing(facts: list[Fact], said: list[Fact]) -> None:
    before, after = progress_of(facts), progress_of([*facts, *said])
    out = [(one, step) for one in STUDENTS for step in _STEPS if before.spot(one, step).status == "excused"]
    assert out == [(one, step) for one in STUDENTS for step in _STEPS if after.spot(one, step).status == "excused"]


_PLANNED = (Kind.EXCUSED, Kind.INCLUDED, Kind.OWN_VERSION, Kind.WANTED, Kind.UNWANTED, Kind.CHECK_AGAIN, Kind.NOTE)


@given(
    ledgers(),
    st.lists(st.tuples(st.sampled_from(_PLANNED), st.sampled_from(_STEPS), st.integers(0, 9)), max_size=8),
)
def test_a_plan_and_a_wish_of_one_child_change_nothing_of_another(
    facts: list[Fact], planned: list[tuple[Kind, str, int]]
) -> None:
    more = [
        Fact(f"p{at}", seq, "d1", "", "t", kind, "ben", step, note="with bears")
        for at, (kind, step, seq) in enumerate(planned)
    ]
    before, after = progress_of(facts), progress_of([*facts, *more])
    assert after.row("ava") == before.row("ava")
    assert wanted(after.row("ava")) == wanted(before.row("ava"))
    for audience in Audience:
        assert seen_path(UNIT, AVA, after, audience) == seen_path(UNIT, AVA, before, audience)
    for freedom in Freedom:
        plan = Plan(freedom)
        assert offered(UNIT, after.row("ava"), plan) == offered(UNIT, before.row("ava"), plan)
    hers = [[one for one in waiting((AVA, BEN), [UNIT], now) if one.student == AVA] for now in (before, after)]
    assert hers[0] == hers[1]


@given(ledgers(), st.sampled_from(list(Freedom)), st.lists(st.sampled_from(_STEPS), unique=True))
def test_what_waits_hangs_on_no_plan(facts: list[Fact], freedom: Freedom, order: list[str]) -> None:
    planned = replace(BEN, plan=Plan(freedom, tuple(order), shows_best=("build it",), supports=("cubes",)))
    first, second = (waiting((AVA, ben), [UNIT], progress_of(facts)) for ben in (BEN, planned))
    assert [one[1:] for one in first] == [one[1:] for one in second]


_VERDICTS = st.sampled_from([Kind.KEEP_WORKING, Kind.MASTERED, Kind.ONE_OF_TWO])
_LINES = st.lists(st.sampled_from("abcd"), max_size=4, unique=True).map(tuple)


@given(st.lists(st.tuples(_VERDICTS, _LINES, st.sampled_from("tu")), max_size=6), _LINES, _LINES)
def test_a_criterion_that_was_seen_once_stays_seen_as_long_as_its_words_stay(
    said: list[tuple[Kind, tuple[str, ...], str]], lines: tuple[str, ...], later: tuple[str, ...]
) -> None:
    facts = [fact(kind, "halves", seq=at)._replace(seen=seen, by=by) for at, (kind, seen, by) in enumerate(said, 1)]
    for now in (lines, later):
        step, seen = Step("u/halves", "Halves", "I can.", criteria=now), frozenset[str]()
        for upto in range(len(facts) + 1):
            spot = spot_of(facts[:upto])
            here = criteria_of(step, spot, spot.opinions[-1].by if spot.opinions else "t")
            assert here.seen >= seen, "a further showing takes nothing away"
            assert set(here.rest) == set(here.lines) - here.seen
            assert not here.seen - {line for one in facts[:upto] for line in one.seen}, "nothing is filled in"
            seen = here.seen if spot.second.name != "ANOTHER" else seen


def test_own_criteria_count_instead_of_those_of_the_step_until_there_are_none() -> None:
    step = Step("u/halves", "Halves", "I can.", criteria=("folds it", "says why"), version=4)
    own = fact(Kind.OWN_VERSION, "halves", seq=1, note="folds it\nwith help")
    none = fact(Kind.OWN_VERSION, "halves", seq=2)
    tick = fact(Kind.KEEP_WORKING, "halves", seq=3)._replace(seen=("folds it",))
    both = spot_of([own, tick])
    assert criteria_of(step, both) == Criteria(("folds it", "with help"), frozenset({"folds it"}), 4, own.id, tick.id)
    for facts in ([own, none, tick], [own, tick, fact(Kind.WITHDRAWN, "halves", seq=5, of=own.id)]):
        usual = Criteria(step.criteria, frozenset({"folds it"}), 4, None, tick.id)
        assert criteria_of(step, spot_of(facts)) == usual


@pytest.mark.parametrize(
    ("said", "trials"),
    [
        ("3/4", Trials(3, 4)),
        ("0/1", Trials(0, 1)),
        ("99/99", Trials(99, 99)),
        *((text, None) for text in ("4/3", "0/0", "3", "", None, "3/4 ", "-1/4", "100/100", "³/4", "3/4\n", "٣/٤")),
    ],
)
def test_trials_are_read_where_they_can_be_some(said: str | None, trials: Trials | None) -> None:
    assert Trials.read(said) == trials
    assert trials is None or str(trials) == said


def test_a_support_nobody_knows_is_none() -> None:
    assert [Support.of(said) for said in ("alone", "tools", "by magic", None, "")] == [
        Support.ALONE,
        Support.TOOLS,
        None,
        None,
        None,
    ]
    assert counted_support(Support.PROMPTED, Plan(supports=("cubes",))) is Support.PROMPTED, "a prompt is none of them"


def tip(seq: int, text: str | None, student: str = "ava") -> Fact:
    return fact(Kind.KEEP_WORKING, "halves", seq=seq, note=text, student=student)


def test_tips_that_helped_are_those_before_the_sticker_and_never_the_childs_own() -> None:
    facts = [
        tip(1, "draw it"),
        tip(2, "fold it"),
        fact(Kind.MASTERED, "halves", seq=3),
        tip(4, "cut it", "ben"),
        tip(5, "fold it", "cem"),
        fact(Kind.MASTERED, "halves", seq=6, student="cem"),
        tip(7, "sing it", "dia"),
        fact(Kind.MASTERED, "halves", seq=8, student="dia"),
        tip(9, None, "eli"),
    ]
    progress = progress_of(facts)
    assert tips_that_helped(progress, "u/halves") == ("fold it", "sing it")
    assert tips_that_helped(progress, "u/halves", but="dia") == ("fold it",)
    assert tips_that_helped(progress, "u/thirds") == ()
    assert recent_tips(facts, 9) == ("sing it", "fold it", "cut it", "draw it")
    assert tips_of(progress.spot("ava", "u/halves")) == ("draw it", "fold it")
    assert tips_of(Spot()) == ()


class Read(list[Fact]):
    """Facts that remember how many of them were read from the end."""

    many = 0

    def __reversed__(self) -> Iterator[Fact]:
        for one in super().__reversed__():
            self.many += 1
            yield one


def test_recent_tips_are_few_and_no_more_of_the_ledger_is_read_than_it_takes() -> None:
    facts = Read(fact(Kind.KEEP_WORKING, "halves", seq=seq, note=f"tip {seq % 7}") for seq in range(1, 2000))
    assert recent_tips(facts, 4) == ("tip 4", "tip 3", "tip 2", "tip 1")
    assert facts.many < 10
    assert recent_tips(facts, 9) == tuple(f"tip {at}" for at in (4, 3, 2, 1, 0, 6, 5))


def test_the_nearest_steps_share_a_standard_then_the_boss_then_a_subject() -> None:
    step = Step("u/a", "A", "I can.", standards=("2.NBT.A.1",), subjects=("Maths",))
    bosses = {"u/a": "u/boss", "u/b": "u/boss", "u/c": "u/other"}
    near = replace(step, id="u/far", subjects=())
    boss, subject = Step("u/b", "B", "I can."), Step("u/c", "C", "I can.", subjects=("Maths",))
    assert [shares(step, other, bosses) for other in (near, boss, subject, Step("u/d", "D", "I can."))] == [4, 2, 1, 0]
