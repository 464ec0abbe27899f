"""A Boss that asks for two adults: they come to one outcome, whatever arrives where and when."""

from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apart import ADULTS, BOSS, CHILD_SAYS, DEVICES, Apart, Said, stories, stories_with_withdrawals, told
from board.mastery.agreement import Second
from board.mastery.facts import Fact, Kind
from board.mastery.progress import Spot, Status, spot_of
from board.mastery.showing import read_by, yes_of

YES, NO = "got it", "keep working"
OUTCOMES = {
    (YES, YES): (Status.MASTERED, Second.NONE),
    (YES, NO): (Status.READY, Second.TOGETHER),
    (NO, YES): (Status.READY, Second.TOGETHER),
    (NO, NO): (Status.KEEP_WORKING, Second.NONE),
}


def outcome(spot: Spot) -> tuple[Status, Second]:
    return spot.status, spot.second


def asked_on(devices: tuple[str, ...]) -> Apart:
    """A child that asked to be seen, known on some computers only."""
    apart = Apart()
    for device in devices:
        apart.say(device, Kind.READY, "ava")
    return apart


@pytest.mark.parametrize("asked", [(), ("d1",), ("d2",), ("d1", "d2")])
@pytest.mark.parametrize(("first", "second"), OUTCOMES)
def test_two_who_had_not_seen_each_other_come_to_one_outcome_on_every_computer(
    first: str, second: str, asked: tuple[str, ...]
) -> None:
    apart = asked_on(asked)
    Said("d1", first, "rivera").do(apart)
    Said("d2", second, "bo").do(apart)
    facts = [fact for device in DEVICES for fact in apart.known[device].values()]
    for order in permutations(facts):
        assert outcome(spot_of([*order, *facts[:2]])) == OUTCOMES[first, second]
    apart.send_all()
    assert {outcome(apart.spot(device)) for device in DEVICES} == {OUTCOMES[first, second]}
    if (first, second) == (YES, YES):
        assert set(apart.spot("d3").judges) == {"rivera", "bo"}


@given(stories_with_withdrawals, st.data())
def test_any_order_of_arrival_and_any_duplicates_give_one_outcome(story: list[Said], data: st.DataObject) -> None:
    apart = told(story)
    apart.send_all()
    facts = [*apart.known["d1"].values()]
    again = data.draw(st.lists(st.sampled_from(facts))) if facts else []
    assert spot_of(data.draw(st.permutations([*facts, *again]))) == apart.spot("d2") == apart.spot("d3")


@given(stories)
def test_a_sticker_that_was_seen_somewhere_stays_there_whatever_arrives(story: list[Said]) -> None:
    """Only a mind changed elsewhere, before anybody knew, undoes a sticker that no verdict but an arrival made."""
    apart = Apart()
    for one in story:
        one.do(apart)
        changed = changed_minds(apart)
        assert all(apart.spot(device).is_mastered for device in (apart.gave_sticker if changed else apart.had_sticker))
    apart.send_all()
    expected = apart.gave_sticker if changed_minds(apart) else apart.had_sticker
    assert all(apart.spot(device).is_mastered for device in DEVICES) or not expected


def changed_minds(apart: Apart) -> bool:
    """Tell whether an adult said both."""
    facts = [fact for known in apart.known.values() for fact in known.values()]
    said = {kind: {fact.by for fact in facts if fact.kind is kind} for kind in (Kind.ONE_OF_TWO, Kind.KEEP_WORKING)}
    return bool(said[Kind.ONE_OF_TWO] & said[Kind.KEEP_WORKING])


@given(stories_with_withdrawals)
def test_no_adult_masters_it_alone(story: list[Said]) -> None:
    apart = told(story)
    apart.send_all()
    spot = apart.spot("d1")
    yes = {fact.by for fact in spot.standing if fact.kind is Kind.ONE_OF_TWO}
    if spot.is_mastered:
        assert len(set(spot.judges)) > 1
        assert set(spot.judges) <= yes
    if len(yes) < 2:
        assert not spot.is_mastered


@given(stories_with_withdrawals, st.permutations(ADULTS))
def test_it_never_waits_for_what_cannot_come(story: list[Said], order: list[str]) -> None:
    apart = told(story)
    apart.send_all()
    for adult in order[:2]:
        apart.got_it("d1", adult)
    assert apart.spot("d1").is_mastered, "whoever says got it now, the second one finishes it"


@given(stories_with_withdrawals, st.permutations(ADULTS))
def test_when_all_say_keep_working_it_is_keep_working(story: list[Said], order: list[str]) -> None:
    apart = told(story)
    apart.send_all()
    if not apart.spot("d1").is_mastered:
        for adult in order:
            apart.keep_working("d1", adult)
        assert outcome(apart.spot("d1")) == (Status.KEEP_WORKING, Second.NONE)


@given(stories_with_withdrawals, st.lists(st.tuples(st.sampled_from(CHILD_SAYS), st.integers(0, 9)), min_size=1))
def test_what_the_child_says_changes_no_opinion(story: list[Said], says: list[tuple[Kind, int]]) -> None:
    apart = told(story)
    apart.send_all()
    before = apart.spot("d1")
    more = [Fact(f"c{at}", seq, "d0", "", "ava", kind, *BOSS) for at, (kind, seq) in enumerate(says)]
    after = spot_of([*before.facts, *more])
    assert (after.opinions, after.second, after.is_mastered) == (before.opinions, before.second, before.is_mastered)


def test_a_keep_working_needs_nobody_else_and_the_next_try_begins_with_it() -> None:
    apart = told([Said("d1", NO, "bo")])
    assert outcome(apart.spot("d1")) == (Status.KEEP_WORKING, Second.NONE)
    apart.got_it("d1", "rivera")
    assert outcome(apart.spot("d1")) == (Status.READY, Second.ANOTHER)
    apart.got_it("d1", "bo")
    assert apart.spot("d1").is_mastered


def test_a_got_it_of_an_earlier_try_is_no_half_of_a_later_one() -> None:
    earlier = [Said("d1", YES, "rivera"), Said("d1", NO, "bo"), Said("d1", NO, "rivera")]
    apart = told([*earlier, Said("d1", "ready"), Said("d1", YES, "bo")])
    assert outcome(apart.spot("d1")) == (Status.READY, Second.ANOTHER)
    assert [fact.by for fact in apart.spot("d1").opinions] == ["bo"]
    apart.got_it("d1", "rivera")
    assert set(apart.spot("d1").judges) == {"rivera", "bo"}


@pytest.mark.parametrize(
    ("says_otherwise", "now", "expected"),
    [("rivera", NO, Status.KEEP_WORKING), ("bo", YES, Status.MASTERED)],
)
def test_two_who_saw_it_differently_settle_it_by_who_says_otherwise(
    says_otherwise: str, now: str, expected: Status
) -> None:
    apart = told([Said("d1", YES, "rivera"), Said("d1", NO, "bo")])
    assert outcome(apart.spot("d1")) == (Status.READY, Second.TOGETHER)
    Said("d1", YES, "rivera").do(apart)
    assert apart.spot("d1").second is Second.TOGETHER, "who said got it says nothing new by saying it again"
    Said("d1", now, says_otherwise).do(apart)
    assert outcome(apart.spot("d1")) == (expected, Second.NONE)


@pytest.mark.parametrize("child", [(), (Kind.READY,), (Kind.READY, Kind.PRACTISING)])
def test_a_got_it_whose_adult_says_keep_working_since_is_no_half_of_it(child: tuple[Kind, ...]) -> None:
    """As a verdict on a screen that was open before both words is kept after them."""
    apart = told([Said("d1", kind.value) for kind in child])
    apart.say("d1", Kind.ONE_OF_TWO, "rivera")
    apart.say("d1", Kind.KEEP_WORKING, "rivera")
    apart.say("d1", Kind.ONE_OF_TWO, "bo")
    facts = [*apart.known["d1"].values()]
    for order in permutations(facts):
        assert outcome(spot_of([*order, *facts])) == (Status.READY, Second.TOGETHER)
    apart.got_it("d1", "rivera")
    assert set(apart.spot("d1").judges) == {"rivera", "bo"}


def test_who_said_otherwise_is_none_of_the_two_who_agree() -> None:
    apart = Apart()
    for kind, adult in ((Kind.ONE_OF_TWO, "rivera"), (Kind.KEEP_WORKING, "rivera"), (Kind.ONE_OF_TWO, "bo")):
        apart.say("d1", kind, adult)
    apart.say("d1", Kind.ONE_OF_TWO, "kim")
    assert (apart.spot("d1").is_mastered, apart.spot("d1").judges) == (True, ("bo", "kim"))


def test_a_sticker_given_before_the_first_ones_change_of_mind_arrived_stays() -> None:
    apart = told([Said("d1", YES, "rivera"), Said("d1", "sent", there="d2"), Said("d1", NO, "rivera")])
    for _ in range(3):
        Said("d2", "ready").do(apart)
    Said("d2", YES, "bo").do(apart)
    assert apart.gave_sticker == {"d2"}
    apart.send_all()
    assert {outcome(apart.spot(device)) for device in DEVICES} == {(Status.MASTERED, Second.NONE)}


@pytest.mark.parametrize("who", ADULTS)
def test_a_doubt_about_what_two_agreed_on_is_cleared_by_one_got_it_whoever_says_it(who: str) -> None:
    apart = told([Said("d1", YES, "rivera"), Said("d1", YES, "bo")])
    apart.say("d1", Kind.CHECK_AGAIN, "kim")
    assert apart.spot("d1").check_again
    yes = yes_of(apart.spot("d1"), who)
    assert yes is not None
    apart.say("d1", Kind.ONE_OF_TWO, who, yes.of, yes.agrees)
    spot = apart.spot("d1")
    assert (spot.check_again, spot.is_mastered, spot.judges) == (False, True, ("rivera", "bo"))


@pytest.mark.parametrize(("first", "second"), OUTCOMES)
def test_each_may_take_back_what_it_said_and_the_other_word_stays(first: str, second: str) -> None:
    alone = {YES: (Status.READY, Second.ANOTHER), NO: (Status.KEEP_WORKING, Second.NONE)}
    for gone, stays in ((first, second), (second, first)):
        apart = Apart()
        who = [(first, "rivera", "d1"), (second, "bo", "d2")]
        for what, adult, device in who:
            Said(device, what, adult).do(apart)
        apart.send_all()
        taker = "rivera" if gone is first else "bo"
        Said("d3", "withdrawn", taker).do(apart)
        if first is not second:
            assert outcome(apart.spot("d3")) == alone[stays]
        else:
            assert outcome(apart.spot("d3")) == alone[first]


def test_an_answered_word_that_is_taken_back_brings_no_older_keep_working_up_again() -> None:
    apart = told([Said("d1", NO, "kim"), Said("d1", NO, "bo"), Said("d1", "ready"), Said("d1", YES, "rivera")])
    for fact in [*apart.known["d1"].values()][2:0:-1]:
        apart.say("d1", Kind.WITHDRAWN, "rivera", fact.id)
        assert apart.spot("d1").second is Second.ANOTHER
        assert [one.by for one in apart.spot("d1").opinions] == ["rivera"]


@given(stories_with_withdrawals, st.sampled_from(ADULTS))
def test_the_second_adult_reads_nothing_of_the_first_before_giving_its_own(story: list[Said], adult: str) -> None:
    apart = told(story)
    apart.send_all()
    spot = apart.spot("d1")
    read = read_by(spot, adult)
    said = {fact.by for fact in spot.opinions}
    if spot.second is not Second.ANOTHER or adult in said:
        assert read == spot.facts
        return
    (first,) = said
    hidden = [fact for fact in spot.facts if fact not in read]
    begins = min(spot.facts.index(fact) for fact in spot.opinions)
    assert all(fact not in read for fact in spot.facts[begins:] if fact.by == first)
    assert not {fact.id for fact in hidden} & {fact.of for fact in read}, "nor that something was taken back"
    answered = [fact.id for fact in spot.facts].index(spot.answers) if spot.answers else -1
    assert spot.facts[: answered + 1] == read[: answered + 1], "what was before this try is read by everybody"


def test_the_first_reads_on_and_both_read_all_once_both_have_said_something() -> None:
    apart = told([Said("d1", YES, "rivera")])
    note = apart.say("d1", Kind.NOTE, "rivera")
    apart.say("d1", Kind.WITHDRAWN, "rivera", note.id)
    assert read_by(apart.spot("d1"), "rivera") == apart.spot("d1").facts
    assert read_by(apart.spot("d1"), "bo") == ()
    Said("d1", NO, "bo").do(apart)
    assert read_by(apart.spot("d1"), "bo") == read_by(apart.spot("d1"), "kim") == apart.spot("d1").facts


def test_that_somebody_else_took_the_first_word_back_and_put_it_back_is_not_read_either() -> None:
    apart = told([Said("d1", YES, "rivera")])
    (said,) = apart.spot("d1").facts
    apart.say("d1", Kind.WITHDRAWN, "kim", said.id)
    apart.say("d1", Kind.RESTORED, "kim", said.id)
    assert read_by(apart.spot("d1"), "bo") == ()


def test_what_the_first_took_back_and_said_anew_is_not_read_either() -> None:
    apart = told([Said("d1", YES, "rivera"), Said("d1", "withdrawn", "rivera"), Said("d1", YES, "rivera")])
    assert len(apart.spot("d1").facts) == 3
    assert read_by(apart.spot("d1"), "bo") == ()


@pytest.mark.parametrize(("status", "untold"), [*product([Status.READY, Status.KEEP_WORKING], [True, False])])
def test_the_child_hears_of_no_keep_working_while_another_is_to_see_it(status: Status, untold: bool) -> None:
    apart = asked_on(("d1",))
    (apart.got_it if status is Status.READY else apart.keep_working)("d1", "rivera")
    facts = [
        fact._replace(untold=untold) if fact.kind is Kind.KEEP_WORKING else fact for fact in apart.known["d1"].values()
    ]
    heard = Status.READY if untold else status
    assert spot_of(facts).heard.status is heard
