"""What an audience may see of one student, as values."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.audience import Audience, Earned, heard_row, newest_first, seen_statuses, seen_stickers
from board.mastery.curriculum import Level, Unit
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.pictures import Cut, Face, Shape
from board.mastery.progress import OPEN_SPOT, Progress, Spot, Status, progress_of
from board.mastery.readiness import level_readiness, next_steps, statuses
from board.mastery.reasons import LevelFirst, StepsFirst
from board.mastery.seen import Root, Seen, SeenLevel, SeenPath, SeenSpot, Sight, board_row, seen_path, sight_of
from builders import UNIT, fact, ledgers, step, unit

AVA = Student("ava", "Ava B.")
CONTENT = "f" * 32
ONE, TWO, THREE = UNIT.levels
ACCEPTED, HIDDEN, CUT = Kind.PICTURE_ACCEPTED, Kind.PICTURE_HIDDEN, Kind.PICTURE_CUT
CLOSE = [Audience.TEACHER, Audience.STUDENT]


def path(audience: Audience, *facts: Fact, of: Unit = UNIT) -> SeenPath:
    return seen_path(of, AVA, progress_of(facts), audience)


def titles(spots: tuple[SeenSpot, ...]) -> list[str]:
    return [spot.step.title for spot in spots]


def got(*names: str) -> list[Fact]:
    return [fact(Kind.MASTERED, name, seq=seq) for seq, name in enumerate(names, 1)]


def picture(name: str, *more: Kind) -> list[Fact]:
    """A picture put on a spot, and what an adult said to it."""
    added = fact(Kind.PICTURE_ADDED, "x", seq=50, note="my fish")._replace(step=None, id="fish", evidence=(CONTENT,))
    placed = fact(Kind.PICTURE_PLACED, name, seq=51, of="fish")
    words = [fact(kind, "x", seq=seq, of="fish")._replace(step=None) for seq, kind in enumerate(more, 52)]
    return [added, placed, *words]


@given(ledgers())
def test_everybody_gets_statuses_and_stickers_in_the_order_of_the_path_and_nothing_more(facts: list[Fact]) -> None:
    progress = progress_of(facts)
    seen = seen_path(UNIT, AVA, progress, Audience.EVERYBODY)
    now = seen_statuses(UNIT, progress.row("ava"), Audience.EVERYBODY)
    stickers = seen_stickers("ava", UNIT.spots, progress, Audience.EVERYBODY)
    bare = tuple(SeenSpot(step, status, stickers.get(step.id)) for step, status in zip(UNIT.spots, now, strict=True))
    assert seen == SeenPath(
        UNIT,
        AVA,
        Audience.EVERYBODY,
        bare,
        tuple(SeenLevel(level) for level in UNIT.levels),
        (),
        tuple(spot for spot in bare if spot.status is Status.MASTERED),
        all_shown=False,
    )


@given(ledgers(), st.sampled_from(CLOSE))
def test_the_child_and_the_teacher_get_what_is_next_and_what_was_earned_last(
    facts: list[Fact], audience: Audience
) -> None:
    known = progress_of(facts).row("ava")
    row = heard_row(known) if audience is Audience.STUDENT else known
    seen = path(audience, *facts)
    assert (seen.unit, seen.student, seen.audience) == (UNIT, AVA, audience)
    assert [spot.step for spot in seen.spots] == list(UNIT.spots)
    assert [spot.step for spot in seen.next] == list(next_steps(UNIT, row))
    assert [spot.step for spot in seen.newest] == newest_first(row, UNIT.spots)
    assert [spot.status for spot in seen.spots] == list(seen_statuses(UNIT, row, audience))
    assert all(spot in seen.spots for spot in (*seen.next, *seen.newest))
    assert all(seen.spot(spot.step) is spot for spot in seen.spots)


@pytest.mark.parametrize("audience", CLOSE)
def test_the_newest_sticker_comes_first(audience: Audience) -> None:
    assert titles(path(audience, *got("thirds", "halves", "fourths")).newest) == ["Fourths", "Halves", "Thirds"]
    assert titles(path(Audience.EVERYBODY, *got("thirds", "halves")).newest) == ["Halves", "Thirds"]


@pytest.mark.parametrize("audience", CLOSE)
def test_a_boss_is_named_while_it_may_be_faced_and_counts_are_the_teachers(audience: Audience) -> None:
    def levels(*names: str) -> tuple[SeenLevel, ...]:
        return path(audience, *got(*names)).levels

    everything = {"halves", "thirds", "fourths"}
    assert [(one.level, one.finished, one.boss) for one in levels("halves")] == [
        (ONE, False, None),
        (TWO, False, None),
        (THREE, False, None),
    ]
    assert levels(*everything)[0][1:3] == (False, ONE.boss)
    assert levels(*everything, "pizza")[0][1:3] == (True, None)
    row = progress_of(got("halves")).row("ava")
    told = [level_readiness(one, row) for one in UNIT.levels] if audience is Audience.TEACHER else [None] * 3
    assert [one.ready for one in levels("halves")] == told


@pytest.mark.parametrize("audience", CLOSE)
def test_the_childs_words_for_its_picture_are_told_before_the_spot_is_earned(audience: Audience) -> None:
    seen = path(audience, *picture("halves"))
    assert [spot.caption for spot in seen.spots] == ["my fish", *[""] * (len(UNIT.spots) - 1)]
    assert seen.spots[0].sticker is None
    earned = path(audience, *picture("halves"), *got("halves")).spots[0]
    assert earned.seen == Seen(Status.MASTERED, Face(CONTENT))
    assert path(audience, *got("halves")).spots[0].seen == Seen(Status.MASTERED)


def test_a_childs_own_criteria_stand_for_those_of_the_step() -> None:
    halves = replace(UNIT.spots[0], criteria=("cuts fair",))
    assert SeenSpot(halves, Status.OPEN).looks_like == ("cuts fair",)
    own = fact(Kind.OWN_VERSION, "halves", note="half a sandwich")
    assert path(Audience.STUDENT, own).spots[0].looks_like == ("half a sandwich",)
    assert path(Audience.STUDENT, own._replace(note="half a bun\ncut fair")).spots[0].own == ("half a bun", "cut fair")
    assert path(Audience.STUDENT, own._replace(note=None)).spots[0].own == ()
    assert [spot.own for spot in path(Audience.TEACHER, own).spots[1:]] == [()] * (len(UNIT.spots) - 1)


@pytest.mark.parametrize("audience", CLOSE)
def test_tips_are_told_until_the_step_is_shown(audience: Audience) -> None:
    first, bare, last = (
        fact(Kind.KEEP_WORKING, "halves", seq=seq, note=note) for seq, note in enumerate(("fold", None, "press"), 1)
    )
    trying = fact(Kind.PRACTISING, "halves", seq=4, note="a private note")

    def told(*facts: Fact) -> tuple[str, tuple[str, ...], str]:
        spot = path(audience, *facts).spots[0]
        return spot.tip, spot.earlier_tips, spot.last_tip

    assert told() == ("", (), "")
    assert told(first) == ("fold", (), "fold")
    assert told(first, bare) == ("", ("fold",), "fold")
    assert told(first, bare, last) == ("press", ("fold",), "press")
    assert told(first, last, trying) == ("", ("fold", "press"), "press")
    assert told(first, last, fact(Kind.MASTERED, "halves", seq=9)) == ("", (), "")


@pytest.mark.parametrize("audience", CLOSE)
def test_what_comes_before_a_locked_step_is_told_but_nothing_before_a_boss_since_that_is_a_count(
    audience: Audience,
) -> None:
    waits = {spot.step.title: spot.waits for spot in path(audience).spots}
    assert waits["Halves"] is None
    assert waits["Pizza"] is None
    assert waits["Shop"] is None
    assert waits["Add"] == LevelFirst(ONE)
    assert waits["Ones"] == LevelFirst(TWO)
    chain = unit(replace(ONE, steps=(step("thirds", "halves"), step("halves"))))
    assert path(audience, of=chain).spots[0].waits == StepsFirst(("Halves",))
    assert path(audience, *got("halves"), of=chain).spots[0].waits is None


def test_to_the_child_a_step_left_out_of_its_plan_waits_like_any_other() -> None:
    left_out = fact(Kind.EXCUSED, "add")
    assert path(Audience.STUDENT, left_out).spots[4][1:] == path(Audience.STUDENT).spots[4][1:]
    assert path(Audience.TEACHER, left_out).spots[4].waits is None


@pytest.mark.parametrize("audience", Audience)
def test_that_all_is_shown_is_said_once_the_plan_is_done_and_never_to_everybody(audience: Audience) -> None:
    *most, last = [spot.id.removeprefix("u/") for spot in UNIT.spots]
    near = audience is not Audience.EVERYBODY
    assert path(audience, *got(*most, last)).all_shown is near
    assert path(audience, *got(*most), fact(Kind.EXCUSED, last, seq=90)).all_shown is near
    assert not path(audience, *got(*most)).all_shown
    assert not path(audience, *got(*most), fact(Kind.READY, last, seq=90)).all_shown
    assert not path(audience).all_shown
    assert not path(audience, *(fact(Kind.EXCUSED, name, seq=seq) for seq, name in enumerate((*most, last)))).all_shown


@given(ledgers())
def test_a_row_of_the_board_holds_the_teachers_signs_and_pictures_for_all_eyes(facts: list[Fact]) -> None:
    progress = progress_of(facts)
    everybodys = seen_stickers("ava", UNIT.spots, progress, Audience.EVERYBODY)
    assert board_row(UNIT, "ava", progress) == tuple(
        Seen(status, everybodys[step.id].face if step.id in everybodys else None)
        for step, status in zip(UNIT.spots, statuses(UNIT, progress.row("ava")), strict=True)
    )


def test_a_picture_stands_on_the_board_once_an_adult_has_looked() -> None:
    waiting, looked = (progress_of([*picture("halves", *kinds), *got("halves")]) for kinds in ([], [ACCEPTED]))
    assert board_row(UNIT, "ava", waiting)[0] == Seen(Status.MASTERED)
    assert board_row(UNIT, "ava", looked)[0] == Seen(Status.MASTERED, Face(CONTENT))
    assert board_row(UNIT, "ben", Progress())[:2] == (Seen(Status.OPEN), Seen(Status.OPEN))


@pytest.mark.parametrize(
    ("place", "more", "open_", "earned"),
    [
        ("halves", [], Sight.WAITS_FOR_BOTH, Sight.UNSEEN),
        ("halves", [ACCEPTED], Sight.WAITS, Sight.SEEN),
        ("halves", [HIDDEN], Sight.HIDDEN, Sight.HIDDEN),
        ("halves", [ACCEPTED, HIDDEN], Sight.HIDDEN, Sight.HIDDEN),
        ("halves", [ACCEPTED, CUT], Sight.WAITS, Sight.SEEN_BEFORE),
        ("thirds", [], Sight.COULD_WAIT, Sight.COULD_STAND),
        ("thirds", [ACCEPTED], Sight.COULD_WAIT, Sight.COULD_STAND),
    ],
)
def test_who_sees_a_picture_is_told_for_every_way_it_may_have_come(
    place: str, more: list[Kind], open_: Sight, earned: Sight
) -> None:
    facts = [one._replace(cut="round") if one.kind is CUT else one for one in picture(place, *more)]
    for marks, expected in (([], open_), (got("halves"), earned)):
        progress = progress_of([*facts, *marks])
        assert sight_of(progress.shelf("ava")["fish"], progress.spot("ava", "u/halves")) is expected


def test_what_is_not_known_of_a_spot_or_a_level_is_nothing() -> None:
    assert SeenSpot(UNIT.spots[0], Status.OPEN)[2:] == (None, "", (), "", (), None, None)
    assert SeenLevel(ONE)[1:] == (False, None, None)
    assert Seen(Status.OPEN).face is None
    assert Spot() == Spot(Status.OPEN, None, None, check_again=False, facts=(), pictures=(), printed=False)


def test_starter_art_stands_there_or_the_childs_own_picture_instead() -> None:
    assert sight_of(None, OPEN_SPOT) is Sight.STARTER
    assert sight_of(None, Spot(pictures=("fish",))) is Sight.OWN_INSTEAD


def test_a_sticker_is_called_by_its_picture_and_cut_or_by_the_badge_of_its_step() -> None:
    badge = replace(UNIT.spots[0], badge="kite")
    assert Earned(badge).name == "kite"
    assert Earned(badge, Face(CONTENT)).name == f"{CONTENT}-drawing"
    assert Earned(badge, Face(CONTENT, Cut(Shape.ROUND, (0.1, 0, 1, 1)))).name == f"{CONTENT}-round-100-0-1000-1000"


UNTOLD = fact(Kind.KEEP_WORKING, "halves", seq=20, note="fold it twice")._replace(untold=True)


@given(ledgers(), st.sampled_from([spot.id for spot in UNIT.spots]))
def test_a_keep_working_changes_nothing_for_the_child_before_an_adult_has_told_it(
    facts: list[Fact], place: str
) -> None:
    tip = UNTOLD._replace(step=place, student="ava")
    assert path(Audience.STUDENT, *facts, tip) == path(Audience.STUDENT, *facts)
    assert path(Audience.EVERYBODY, *facts, tip) == path(Audience.EVERYBODY, *facts)


def test_a_keep_working_is_read_with_its_tip_once_it_was_told() -> None:
    ready = fact(Kind.READY, "halves", seq=2)
    before, told = path(Audience.STUDENT, ready, UNTOLD).spots[0], fact(Kind.TOLD, "halves", seq=21, of=UNTOLD.id)
    assert (before.status, before.tip, before.earlier_tips) == (Status.READY, "", ())
    assert path(Audience.TEACHER, ready, UNTOLD).spots[0].tip == "fold it twice"
    after = path(Audience.STUDENT, ready, UNTOLD, told).spots[0]
    assert (after.status, after.tip) == (Status.KEEP_WORKING, "fold it twice")


def test_a_tip_told_before_is_still_read_while_a_newer_one_waits_to_be_told() -> None:
    earlier = fact(Kind.KEEP_WORKING, "halves", seq=2, note="use a ruler")
    seen = path(Audience.STUDENT, earlier, UNTOLD).spots[0]
    assert (seen.status, seen.tip, seen.earlier_tips) == (Status.KEEP_WORKING, "use a ruler", ())


def test_a_boss_goes_on_waiting_while_an_adult_who_said_got_it_has_not_told_the_child_of_another_word() -> None:
    one = fact(Kind.ONE_OF_TWO, "pizza", seq=3)
    waits = path(Audience.STUDENT, one).spots[3]
    assert waits.status is Status.READY
    assert path(Audience.STUDENT, one, UNTOLD._replace(step="u/pizza")).spots[3] == waits


def growing_unit(grow_from: str) -> Unit:
    return unit(replace(ONE, steps=(replace(ONE.steps[0], grow_from=grow_from), *ONE.steps[1:])))


@pytest.mark.parametrize("from_", ["", "u/halves", "gone/step", "../../etc", "[bold]"])
def test_a_step_that_grows_from_nothing_the_class_has_has_no_root(from_: str) -> None:
    assert path(Audience.TEACHER, of=growing_unit(from_)).spots[0].root is None


def test_a_root_of_another_unit_stands_with_its_sticker_once_it_is_earned() -> None:
    other = Unit("v", "Before", (Level("v/one", "One", (replace(step("shares"), id="v/shares"),)),))
    earned = fact(Kind.MASTERED, "x")._replace(step="v/shares")
    grown = growing_unit("v/shares")

    def root(audience: Audience, *facts: Fact) -> Root | None:
        return seen_path(grown, AVA, progress_of(facts), audience, (grown, other)).spots[0].root

    (shares,) = other.spots
    assert root(Audience.STUDENT) == Root(shares)
    assert root(Audience.STUDENT, earned) == Root(shares, Earned(shares))
    assert root(Audience.EVERYBODY, earned) is None
    doubt = fact(Kind.CHECK_AGAIN, "x", seq=9)._replace(step="v/shares")
    assert root(Audience.TEACHER, earned, doubt) == Root(shares, Earned(shares), check_again=True)
    assert root(Audience.STUDENT, earned, doubt) == root(Audience.STUDENT, earned)
