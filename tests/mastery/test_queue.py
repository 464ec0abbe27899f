"""What waits for an adult: by the order of facts alone, whatever clocks say and however they arrive."""

from collections.abc import Collection
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from board.mastery.agreement import Second
from board.mastery.asking import since
from board.mastery.facts import Fact, Kind, order
from board.mastery.people import Student
from board.mastery.progress import progress_of
from board.mastery.queue import Part, Waits, queue
from builders import STEP_NAMES, UNIT

CHILDREN = tuple(Student(name, name.capitalize()) for name in ("ava", "ben", "cleo"))
ADULTS = ("rivera", "lee", "okafor")
_SAID = (
    Kind.READY,
    Kind.READY,
    Kind.KEEP_WORKING,
    Kind.ONE_OF_TWO,
    Kind.MASTERED,
    Kind.PRACTISING,
    Kind.TOLD,
    Kind.EXCUSED,
    Kind.MAYBE_READY,
    Kind.HELP_WANTED,
    Kind.HELP_OVER,
    Kind.CARD_WANTED,
    Kind.CARD_SEEN,
    Kind.COVERED,
    Kind.WITHDRAWN,
    Kind.RESTORED,
)


@st.composite
def showings(draw: st.DrawFn) -> list[Fact]:
    """Any ledger of children who ask and adults who answer, on two computers whose clocks may be wrong by years."""
    size = draw(st.integers(0, 24))
    facts = []
    for number in range(size):
        kind = draw(st.sampled_from(_SAID))
        steers = kind in (Kind.WITHDRAWN, Kind.RESTORED, Kind.TOLD)
        facts.append(
            Fact(
                f"f{number}",
                draw(st.integers(1, 12)),
                draw(st.sampled_from(["d1", "d2"])),
                draw(st.sampled_from(["2026-11-30T09:00:00+00:00", "1999-01-01T00:00:00+00:00", "nonsense"])),
                draw(st.sampled_from(ADULTS)),
                kind,
                draw(st.sampled_from([child.id for child in CHILDREN])),
                f"u/{draw(st.sampled_from(STEP_NAMES[:4]))}",
                f"f{draw(st.integers(0, size - 1))}" if steers or draw(st.booleans()) else None,
                way=draw(st.sampled_from([None, "build it"])),
                note=draw(st.sampled_from([None, "fold it"])),
                untold=draw(st.booleans()),
            )
        )
    return facts


def waits(facts: Collection[Fact], adult: str = "rivera", away: Collection[str] = ()) -> tuple[Waits, ...]:
    return queue(adult, CHILDREN, [UNIT], progress_of(facts), away)


def told(found: Collection[Waits]) -> list[tuple[Part, str, str]]:
    return [(one.part, one.student.id, one.step.id if one.step is not None else "") for one in found]


@given(showings(), st.randoms(use_true_random=False))
def test_any_order_of_arrival_and_any_double_gives_the_same_queue(facts: list[Fact], chance: object) -> None:
    other = [*facts, *facts[:5]]
    chance.shuffle(other)  # type: ignore[attr-defined]
    assert waits(other) == waits(facts)
    grown = progress_of([])
    for fact in other:
        grown = grown.after([fact])
    assert queue("rivera", CHILDREN, [UNIT], grown) == waits(facts)


@given(showings(), st.sampled_from(["2036-01-01T00:00:00+14:00", "1970-01-01T00:00:00-12:00", ""]))
def test_a_clock_that_is_wrong_by_years_changes_nothing(facts: list[Fact], at: str) -> None:
    wrong = [fact._replace(at=at) if fact.device == "d1" else fact for fact in facts]
    assert told(waits(wrong)) == told(waits(facts))


@given(showings(), st.sets(st.sampled_from([child.id for child in CHILDREN])))
def test_who_is_away_waits_for_nobody_and_all_others_stay_in_their_order(facts: list[Fact], away: set[str]) -> None:
    assert told(waits(facts, away=away)) == [one for one in told(waits(facts)) if one[1] not in away]


@given(showings())
def test_in_each_part_whoever_waits_longest_comes_first(facts: list[Fact]) -> None:
    found = waits(facts)
    assert [one.part for one in found] == sorted(one.part for one in found)
    for part in Part:
        waited = [order(waits_since(one)) for one in found if one.part is part and part is not Part.CARD]
        assert waited == sorted(waited)


def waits_since(one: Waits) -> Fact:
    fact = {Part.TELL: (*one.spot.untold, None)[0], Part.MAYBE: one.spot.maybe, Part.HELP: one.spot.help}
    return fact.get(one.part) or since(one.spot)


def later(waiting: Waits, number: int, kind: Kind, device: str, way: str | None = None) -> Fact:
    """What a child says at a step after everything else."""
    at = "1999-01-01T00:00:00+00:00"
    assert waiting.step is not None
    child = waiting.student.id
    return Fact(f"n{number}", 20 + number, device, at, child, kind, child, waiting.step.id, way=way)


@given(showings(), st.lists(st.tuples(st.sampled_from(["d1", "d2"]), st.sampled_from([None, "say it"])), max_size=3))
def test_whoever_chooses_another_way_keeps_the_place_however_often_and_on_which_computer(
    facts: list[Fact], chosen: list[tuple[str, str | None]]
) -> None:
    found = waits(facts)
    for one in found:
        if one.part is Part.READY:
            ways = [later(one, number, Kind.READY, device, way) for number, (device, way) in enumerate(chosen)]
            assert told(waits([*facts, *ways])) == told(found)


@given(showings(), st.sampled_from(["d1", "d2"]))
def test_whoever_takes_a_request_back_and_asks_anew_goes_to_the_end(facts: list[Fact], device: str) -> None:
    found = waits(facts)
    ready = [one for one in found if one.part is Part.READY]
    for one in ready:
        anew = [later(one, 0, Kind.PRACTISING, device), later(one, 1, Kind.READY, device)]
        now = [other for other in waits([*facts, *anew]) if other.part is Part.READY]
        assert told(now) == told([*(other for other in ready if other is not one), one])


def test_at_a_boss_that_two_adults_saw_differently_another_way_cost_no_place_either() -> None:
    said = [
        (Kind.READY, "ava", "ava", None),
        (Kind.READY, "ben", "ben", None),
        (Kind.READY, "ava", "ava", "build it"),
        *((Kind.ONE_OF_TWO, child, "lee", None) for child in ("ava", "ben")),
        *((Kind.KEEP_WORKING, child, "okafor", None) for child in ("ava", "ben")),
    ]
    facts = [
        Fact(f"f{seq}", seq, "d1", "", by, kind, child, "u/pizza", way=way)
        for seq, (kind, child, by, way) in enumerate(said, 1)
    ]
    both = [(Part.TOGETHER, child, "u/pizza") for child in ("ava", "ben")]
    assert told(waits(facts)) == both
    other_computer = Fact("f9", 9, "d2", "", "ava", Kind.READY, "ava", "u/pizza", way="say it")
    assert told(waits([*facts, other_computer])) == both


@given(showings())
def test_nothing_waits_twice_and_only_who_said_got_it_waits_for_another_adult(facts: list[Fact]) -> None:
    for adult in ADULTS:
        found = waits(facts, adult)
        assert len({*told(found)}) == len(found)
        for one in found:
            assert not one.spot.is_mastered
            said = any(fact.by == adult and fact.kind is Kind.ONE_OF_TWO for fact in one.spot.opinions)
            if one.part not in (Part.HELP, Part.CARD):  # a helper may be wanted meanwhile
                assert (one.part is Part.ANOTHER) == (said and one.spot.second is Second.ANOTHER)
            assert one.part is not Part.TELL or one.spot.second is Second.NONE
            assert one.part is not Part.TELL or one.spot.untold


@given(showings())
def test_no_other_child_changes_the_place_of_two(facts: list[Fact]) -> None:
    without = [fact for fact in facts if fact.student != "cleo"]
    ids = {fact.id for fact in facts if fact.student == "cleo"}
    if any(fact.of in ids for fact in without):
        return
    assert told(waits(without)) == [one for one in told(waits(facts)) if one[1] != "cleo"]


@given(showings())
def test_a_step_of_two_units_waits_once(facts: list[Fact]) -> None:
    twice = [UNIT, replace(UNIT, id="other")]
    progress = progress_of(facts)
    assert told(queue("lee", CHILDREN, twice, progress)) == told(queue("lee", CHILDREN, [UNIT], progress))


def test_who_has_not_heard_for_longest_comes_first_though_its_clock_says_otherwise() -> None:
    said = [("ben", "2036-01-01T00:00:00+00:00"), ("ava", "1999-01-01T00:00:00+00:00")]
    facts = [
        Fact(f"f{seq}", seq, "d1", at, "lee", Kind.KEEP_WORKING, child, "u/halves", untold=True)
        for seq, (child, at) in enumerate(said, 1)
    ]
    assert [one.student.id for one in waits(facts)] == ["ben", "ava"]
    opinion = Fact("f3", 3, "d2", "", "rivera", Kind.ONE_OF_TWO, "ben", "u/halves")
    assert told(waits([*facts, opinion])) == [(Part.TOGETHER, "ben", "u/halves"), (Part.TELL, "ava", "u/halves")]


def said(number: int, kind: Kind, child: str = "ben", device: str = "d1", **more: str) -> Fact:
    step = None if kind in (Kind.CARD_WANTED, Kind.CARD_SEEN) else f"u/{STEP_NAMES[0]}"
    return Fact(f"k{number}", number, device, "2026-11-30T09:00:00+00:00", "", kind, child, step, **more)  # type: ignore[arg-type]


def test_what_somebody_said_at_the_kiosk_waits_for_a_yes_and_from_then_on_as_any_other_request() -> None:
    maybe = said(1, Kind.MAYBE_READY, way="build it")
    assert told(waits([maybe])) == [(Part.MAYBE, "ben", f"u/{STEP_NAMES[0]}")]
    ava = said(2, Kind.READY, "ava")
    yes = said(3, Kind.READY, way="build it")
    assert [one.student.id for one in waits([maybe, ava, yes])] == ["ava", "ben"], "its place is that of the yes"
    assert {one.part for one in waits([maybe, ava, yes])} == {Part.READY}


def test_who_waits_anyway_is_not_asked_about_a_second_time() -> None:
    assert told(waits([said(1, Kind.READY), said(2, Kind.MAYBE_READY)])) == [(Part.READY, "ben", f"u/{STEP_NAMES[0]}")]
    of_two = [said(1, Kind.ONE_OF_TWO)._replace(by="lee"), said(2, Kind.MAYBE_READY)]
    assert [one.part for one in waits(of_two)] == [Part.SECOND]


def test_help_waits_until_it_came_or_the_step_is_shown() -> None:
    wanted = said(1, Kind.HELP_WANTED)
    assert [one.part for one in waits([wanted])] == [Part.HELP]
    assert waits([wanted, said(2, Kind.HELP_OVER)]) == ()
    assert waits([wanted, said(2, Kind.MASTERED)]) == ()
    assert waits([wanted], away=["ben"]) == (), "whoever is away rests"


def test_login_cards_stand_in_the_order_of_the_list_and_however_often_once() -> None:
    cards = [said(1, Kind.CARD_WANTED, "cleo"), *(said(2 + n, Kind.CARD_WANTED, "ava") for n in range(9))]
    assert told(waits(cards)) == [(Part.CARD, "ava", ""), (Part.CARD, "cleo", "")]
    assert told(waits([*cards, said(20, Kind.CARD_SEEN, "ava")])) == [(Part.CARD, "cleo", "")]
