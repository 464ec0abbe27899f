"""A child's map of its path: for itself alone, in its own words, without numbers."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.art.child_signs import child_sign, way_sign
from board.mastery import path_map
from board.mastery.curriculum import Level, Path, Step, Unit
from board.mastery.facts import Fact, Kind
from board.mastery.kiosk import Known
from board.mastery.path_map import ChildMap, child_map
from board.mastery.people import Student
from board.mastery.pictures import Face
from board.mastery.plan import Freedom, Plan
from board.mastery.progress import Status, progress_of
from board.mastery.reasons import BossLater, LevelFirst, StepsFirst
from board.mastery.seen import SeenPath, seen_path
from board.mastery.ways import WayKind, told_apart, way_kind
from board.words import child_path
from board.words.outcomes.to_child import SOMEONE_ELSE
from builders import UNIT, fact, ledgers, step, unit
from who_looks import Twins, twins_to_ava, twins_to_everybody

AVA = Student("ava", "Ava B.")
ONE, TWO, THREE = UNIT.levels
OTHER = Unit("v", "Before", (Level("v/one", "One", (Step("v/shares", "Shares", "I can share."),)),))
_PLACES = [spot.id for spot in UNIT.spots]


def made(*facts: Fact, of: Unit = UNIT, who: Student = AVA, units: tuple[Unit, ...] = ()) -> ChildMap:
    return child_map((of, *units), of, who, progress_of(facts))


def said(seen: ChildMap) -> list[str]:
    """Everything a child may read of its map."""
    spots = [child_path.spot_words(spot) for spot in seen.spots]
    return [*spots, child_path.choice_words(seen), child_path.next_to_open(seen), *child_path.growth_words(seen)]


def got(*names: str) -> list[Fact]:
    return [fact(Kind.MASTERED, name, seq=seq) for seq, name in enumerate(names, 1)]


@given(twins_to_ava())
def test_notes_doubts_days_and_other_children_change_nothing(twins: Twins) -> None:
    first, second = (made(*facts) for facts in twins)
    first, second = (replace(one, helped=()) for one in (first, second))  # who saw it too is told to whom it was
    assert first == second
    assert said(first) == said(second)


@given(ledgers(), st.sampled_from(_PLACES), st.sampled_from((Kind.OWN_VERSION, Kind.CHECK_AGAIN, Kind.PRINTED)))
def test_an_own_version_a_doubt_and_a_print_look_like_nothing(facts: list[Fact], place: str, kind: Kind) -> None:
    more = Fact("own", 90, "d1", "1999-01-01T00:00:00+00:00", "t", kind, "ava", place, note="with cubes")
    assert made(*facts, more) == made(*facts)


@given(ledgers(), st.sampled_from(_PLACES))
def test_what_was_not_told_yet_changes_nothing_not_even_what_is_offered(facts: list[Fact], place: str) -> None:
    tip = Fact("tip", 90, "d1", "", "t", Kind.KEEP_WORKING, "ava", place, note="fold", untold=True)
    assert made(*facts, tip) == made(*facts)


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=4), st.integers(0, 4))
def test_a_boss_two_adults_see_goes_on_waiting_whatever_is_not_told_between(adults: list[str], at: int) -> None:
    """What a second adult said in between stands against it, so no sticker comes; the child reads nothing else."""

    def said(kind: Kind, by: str, seq: int) -> Fact:
        return fact(kind, "pizza", seq=seq)._replace(by=by, untold=kind is Kind.KEEP_WORKING)

    got_it = [said(Kind.ONE_OF_TWO, by, 10 * seq) for seq, by in enumerate(adults, 1)]
    spot = made(*got_it, said(Kind.KEEP_WORKING, "z", 10 * at + 5)).spot("u/pizza")
    assert spot is not None
    if spot.sticker is None:
        assert (spot.status, spot.someone_else, spot.tip) == (Status.READY, True, "")


@pytest.mark.parametrize("name", ["halves", "add", "pizza"])
def test_what_is_not_in_the_plan_looks_like_any_other_spot(name: str) -> None:
    left_out = made(fact(Kind.EXCUSED, name))
    assert left_out.spot(f"u/{name}") == made().spot(f"u/{name}")


@given(ledgers())
def test_no_number_is_said_to_a_child(facts: list[Fact]) -> None:
    assert not any(char.isdigit() for line in said(made(*facts)) for char in line)


def test_levels_are_stops_with_the_boss_at_the_end_and_an_empty_level_is_none() -> None:
    seen = made(of=unit(ONE, Level("u/none", "None", ()), THREE))
    assert [stop.title for stop in seen.stops] == ["One", "Three"]
    assert [spot.boss for spot in seen.stops[0].spots] == [False, False, False, True]


def test_what_opens_next_is_told_without_counts() -> None:
    opens = made().opens
    assert opens is not None
    assert (opens.step.title, opens.waits) == ("Pizza", BossLater(()))
    assert {spot.step.title: spot.waits for spot in made().spots}["Add"] == LevelFirst(ONE)
    assert made(of=replace(UNIT, path=Path.OPEN)).spots[4].waits is None


def test_a_need_of_another_unit_is_named_by_its_title_and_one_that_is_gone_not_at_all() -> None:
    needs = replace(step("thirds"), needs=("v/shares", "gone/step"))
    seen = made(of=unit(replace(ONE, steps=(needs,))), units=(OTHER,))
    assert seen.spots[0].waits == StepsFirst(("Shares",))
    assert child_path.spot_words(seen.spots[0]) == "It opens after Shares."
    assert made(of=unit(replace(ONE, steps=(needs,)))).spots[0].waits == StepsFirst(())


def test_three_are_offered_all_where_the_child_is_free_and_one_where_the_teacher_chooses() -> None:
    open_ = replace(UNIT, path=Path.OPEN)

    def offered(freedom: Freedom) -> list[str]:
        who = replace(AVA, plan=Plan(freedom, order=("u/tens",)))
        return [spot.step.title for spot in made(of=open_, who=who).choices]

    assert offered(Freedom.GUIDED) == ["Tens", "Halves", "Thirds"]
    assert offered(Freedom.CHOSEN) == ["Tens"]
    assert len(offered(Freedom.FREE)) > len(offered(Freedom.GUIDED))


def test_an_extra_step_is_one_more_stop_and_one_of_those_to_choose_from() -> None:
    who = replace(AVA, plan=Plan(extra=("v/shares", "gone/step", "u/halves", "v/shares")))
    seen = made(who=who, units=(OTHER,))
    assert (seen.stops[-1].title, [spot.step.title for spot in seen.stops[-1].spots]) == ("", ["Shares"])
    assert [spot.step.title for spot in seen.choices] == ["Halves", "Thirds", "Shares"]
    done = made(*got(*(place.removeprefix("u/") for place in _PLACES)), who=who, units=(OTHER,))
    assert [spot.step.title for spot in done.choices] == ["Shares"]
    assert [stop.title for stop in made(units=(OTHER,)).stops] == ["One", "Two", "Three"]


def test_a_child_that_has_shown_all_is_asked_for_nothing() -> None:
    done = made(*got(*(place.removeprefix("u/") for place in _PLACES)))
    assert (done.choices, done.opens) == ((), None)
    assert child_path.choice_words(done) == child_path.ALL_CAN


def test_a_child_reads_what_is_new_what_it_can_do_and_where_it_helped() -> None:
    saw = fact(Kind.MASTERED, "thirds", seq=5, student="ben")._replace(id="b", witness="ava")
    taught = fact(Kind.MASTERED, "halves", seq=6)._replace(beyond=("taught_a_friend",))
    seen = made(*got("fourths"), saw, taught)
    assert child_path.growth_words(seen) == (
        "New: Halves!",
        "You can do Halves and Fourths.",
        "You helped with Halves and Thirds.",
    )
    assert child_path.growth_words(made()) == ()


def test_who_saw_a_try_that_keeps_working_or_a_mark_taken_back_helped_with_nothing() -> None:
    saw = fact(Kind.KEEP_WORKING, "thirds", seq=5, student="ben")._replace(witness="ava")
    again = fact(Kind.MASTERED, "halves", seq=6, student="ben")._replace(witness="ava")
    assert made(saw, again, fact(Kind.WITHDRAWN, "halves", seq=7, student="ben", of=again.id)).helped == ()
    double = replace(AVA, also=("ava2",))
    assert [one.title for one in made(again._replace(witness="ava2"), who=double).helped] == ["Halves"]


def test_a_picture_made_anew_stands_beside_the_first_one() -> None:
    def picture(number: int, content: str) -> list[Fact]:
        added = fact(Kind.PICTURE_ADDED, "x", seq=number)._replace(step=None, evidence=(content,))
        return [added, fact(Kind.PICTURE_PLACED, "halves", seq=number + 1, of=added.id)]

    first, now = "a" * 32, "b" * 32
    both = [*got("halves"), *picture(20, first), *picture(30, now)]
    grown = made(*both).grown
    assert grown is not None
    assert (grown.step.title, grown.first, grown.now) == ("Halves", Face(first), Face(now))
    assert made(*both[1:]).grown is None
    assert made(*both[:3]).grown is None


def test_what_waits_to_be_seen_and_what_is_wanted_is_known() -> None:
    ready = fact(Kind.READY, "thirds", seq=2)._replace(way="build it")
    seen = made(ready, fact(Kind.WANTED, "fourths", seq=3))
    thirds = seen.spot("u/thirds")
    assert thirds is not None
    assert thirds.way is not None
    assert (thirds.asked, thirds.way.words, thirds.status) == (True, "build it", Status.READY)
    assert seen.wanted is not None
    assert seen.wanted.step.title == "Fourths"
    boss = made(fact(Kind.ONE_OF_TWO, "pizza")).spots[3]
    assert (boss.asked, boss.someone_else) == (True, True)
    assert child_path.spot_words(boss) == SOMEONE_ELSE


@pytest.mark.parametrize(
    ("way", "kind"),
    [
        ("Build it with rods and cubes", WayKind.BUILD),
        ("Teach it to a puppet", WayKind.SAY),
        ("Put on a puppet play", WayKind.ACT),
        ("Make a poster", WayKind.DRAW),
        ("Make it", WayKind.BUILD),
        ("WRITE!", WayKind.WRITE),
        ("Film it", WayKind.RECORD),
        ("Count pebbles", WayKind.HANDS),
        ("[/] ../../", WayKind.ANY),
        ("", WayKind.ANY),
        ("用积木搭", WayKind.ANY),
    ],
)
def test_a_way_is_known_by_its_words(way: str, kind: WayKind) -> None:
    assert way_kind(way) is kind


def test_ways_in_which_the_child_shows_things_best_come_first() -> None:
    who = replace(AVA, plan=Plan(shows_best=("Build it",)))
    halves = replace(ONE.steps[0], ways=("Draw it", "Build it"))
    seen = made(of=unit(replace(ONE, steps=(halves,))), who=who)
    assert [way.words for way in seen.spots[0].ways] == ["Build it", "Draw it"]


def test_forty_extra_steps_of_a_unit_are_looked_at_as_one_path(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def look(unit: Unit, *rest: Any) -> SeenPath:
        looked.append(unit.id)
        return seen_path(unit, *rest)

    steps = tuple(Step(f"w/{at}", f"Step {at}", "I can.") for at in range(40))
    far = Unit("w", "Far", (Level("w/one", "One", steps[:20]), Level("w/two", "Two", steps[20:])))
    who = replace(AVA, plan=Plan(extra=(*(one.id for one in steps), "v/shares")))
    monkeypatch.setattr(path_map, "seen_path", look)
    seen = made(*got("halves"), who=who, units=(OTHER, far))
    assert len(seen.stops[-1].spots) == 41
    assert sorted(looked) == ["u", "v", "w"]


@given(
    st.lists(
        st.sampled_from(("Build it", "Act it out", "Dance and draw it", "Show it", "Tell", "?", "Sing a poster")),
        max_size=9,
    )
)
def test_no_two_ways_of_a_step_have_one_picture(ways: list[str]) -> None:
    found = told_apart(ways)
    assert len(found) == len(ways)
    assert len({*found, (WayKind.ANY, 0)}) == len(ways) + 1, "the star is the child's own way"
    assert len({child_sign(way_sign(*one), (1, 2, 3)) for one in found}) == len(ways)


def test_a_way_has_the_picture_of_the_next_kind_that_fits() -> None:
    said = ("Move a toy up and down", "Draw it", "Add a rod to a tower", "Count it")
    assert told_apart(said) == ((WayKind.HANDS, 0), (WayKind.DRAW, 0), (WayKind.BUILD, 0), (WayKind.HANDS, 1))


PRIVATE = [
    *(
        Kind.KEEP_WORKING,
        Kind.TOLD,
        Kind.PRACTISING,
        Kind.READY,
        Kind.WANTED,
        Kind.UNWANTED,
        Kind.MAYBE_READY,
        Kind.NOTE,
    ),
    *(
        Kind.HELP_WANTED,
        Kind.HELP_OVER,
        Kind.COVERED,
        Kind.OWN_VERSION,
        Kind.CHECK_AGAIN,
        Kind.PRINTED,
        Kind.ONE_OF_TWO,
    ),
]
"""What is between a child and its adults."""


def by_sign(facts: list[Fact], who: Student = AVA) -> ChildMap:
    return child_map((UNIT, OTHER), UNIT, who, progress_of(facts), known=Known.BY_SIGN)


@given(ledgers(), st.lists(st.tuples(st.sampled_from(PRIVATE), st.sampled_from(_PLACES)), max_size=12))
def test_to_somebody_nobody_knows_a_child_is_its_stickers_and_what_comes_next(
    facts: list[Fact], said_too: list[tuple[Kind, str]]
) -> None:
    more = [
        fact(kind, place.removeprefix("u/"), seq=900 + at, note="xylophone")
        for at, (kind, place) in enumerate(said_too)
    ]
    plan = Plan(extra=("v/shares",), order=("u/ones",), supports=("xylophone",), shows_best=("xylophone",))
    seen = by_sign(facts)
    assert by_sign([*facts, *more], replace(AVA, plan=plan)) == replace(seen, student=replace(AVA, plan=plan))
    assert not any(one.tip or one.asked or one.way or one.wanted or one.someone_else for one in seen.spots)
    assert {spot.status for spot in seen.spots} <= {Status.OPEN, Status.LOCKED, Status.MASTERED}
    assert (seen.helped, seen.grown, seen.newest, child_path.growth_words(seen)) == ((), None, None, ())


@given(twins_to_everybody())
def test_to_somebody_nobody_knows_stickers_are_those_everybody_sees(twins: Twins) -> None:
    first, second = (by_sign(facts) for facts in twins)
    assert [(spot.step, spot.status is Status.MASTERED, spot.sticker) for spot in first.spots] == [
        (spot.step, spot.status is Status.MASTERED, spot.sticker) for spot in second.spots
    ]


def test_a_picture_that_nobody_has_accepted_is_not_for_somebody_nobody_knows() -> None:
    added = fact(Kind.PICTURE_ADDED, "halves", seq=2)._replace(evidence=("c" * 32,), step=None)
    placed = fact(Kind.PICTURE_PLACED, "halves", seq=3, of="f2")
    facts = [*got("halves"), added, placed]
    spot = by_sign(facts).spot("u/halves")
    assert spot is not None
    assert spot.sticker is not None
    assert spot.sticker.face is None
    accepted = fact(Kind.PICTURE_ACCEPTED, "halves", seq=4, of="f2")
    spot = by_sign([*facts, accepted]).spot("u/halves")
    assert spot is not None
    assert spot.sticker is not None
    assert spot.sticker.face is not None


def test_a_picture_that_waits_for_its_step_is_the_childs_own_and_nobody_elses() -> None:
    made_it = fact(Kind.PICTURE_ADDED, "halves", seq=3)._replace(evidence=("0" * 32,))
    placed = fact(Kind.PICTURE_PLACED, "halves", seq=4, of=made_it.id)
    spot = made(made_it, placed).spot("u/halves")
    assert spot is not None
    assert spot.own is not None
    assert (spot.own.content, spot.sticker) == ("0" * 32, None)
    assert all(one.own is None for one in by_sign([made_it, placed]).spots)
    earned = made(made_it, placed, *got("halves")).spot("u/halves")
    assert earned is not None
    assert earned.own is None, "it is the sticker now"
