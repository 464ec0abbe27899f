"""What waits to be covered, a child's newest stickers and each once, and where a new sticker may grow on the board."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from board.mastery.covering import (
    MOST_OF_OTHERS,
    MOST_OF_OWN,
    MOST_TO_COVER,
    ToCover,
    may_grow,
    new_stickers,
    spots_to_cover,
    still_there,
    to_cover,
)
from board.mastery.facts import Fact, Kind
from board.mastery.progress import Progress, Status, progress_of
from builders import UNIT, fact

ROWS = ("ava", "ben", "cem", "dee", "eli")
STEPS = tuple(step.id for step in UNIT.spots)
FIRST, SECOND = STEPS[:2]


def said(kind: Kind, student: str, step: str, seq: int, showing: str | None = None) -> Fact:
    return Fact(f"f{seq}", seq, "d1", "2026-11-03T10:00:00+00:00", "t", kind, student, step, showing=showing)


def grows(*facts: Fact, most: int = MOST_OF_OWN) -> bool:
    """Whether the stickers that come with the last fact of its showing may grow."""
    last = facts[-1]
    new = [one for one in facts if one is last or (one.showing and one.showing == last.showing)]
    marked = [(one.student, one.step or "") for one in new if one.kind is Kind.MASTERED]
    return may_grow(marked, ROWS, progress_of(facts), most)


SHORT = ("a", "b", "c", "d", "e")
_TOLD = (
    Kind.MASTERED,
    Kind.COVERED,
    Kind.PRACTISING,
    Kind.READY,
    Kind.KEEP_WORKING,
    Kind.MAYBE_READY,
    Kind.HELP_WANTED,
    Kind.HELP_OVER,
)
stories = st.lists(st.tuples(st.sampled_from(_TOLD), st.sampled_from(SHORT)), max_size=40)


def told(story: list[tuple[Kind, str]]) -> list[Fact]:
    return [fact(kind, step, seq=number) for number, (kind, step) in enumerate(story, 1)]


def waiting(facts: list[Fact]) -> tuple[str, ...]:
    return tuple(step.removeprefix("u/") for step in to_cover(progress_of(facts).row("ava")))


@given(stories)
def test_only_stickers_wait_to_be_covered_the_newest_few_the_oldest_first(story: list[tuple[Kind, str]]) -> None:
    facts = told(story)
    row = progress_of(facts).row("ava")
    waits = to_cover(row)
    assert len(waits) <= MOST_TO_COVER
    assert all(row[step].status is Status.MASTERED and not row[step].covered for step in waits)
    got = [step for kind, step in story if kind is Kind.MASTERED]
    first = [got.index(step.removeprefix("u/")) for step in waits]
    assert first == sorted(first)


@given(stories, st.randoms(use_true_random=False))
def test_whoever_covers_in_any_order_comes_to_an_end_and_leaves_none_for_ever(
    story: list[tuple[Kind, str]], chance: Random
) -> None:
    facts = told(story)
    left, covered = set(waiting(facts)), set[str]()
    for number in range(1000, 1000 + len(SHORT)):
        now = waiting(facts)
        if not now:
            break
        step = chance.choice(now)
        covered.add(step)
        facts.append(fact(Kind.COVERED, step, seq=number))
    assert waiting(facts) == ()
    assert left <= covered, "what waited once waits until it is covered"
    facts.append(fact(Kind.MASTERED, "new", seq=2000))
    assert waiting(facts) == ("new",)


def test_a_year_of_stickers_from_before_the_kiosk_is_no_work_to_do() -> None:
    facts = [fact(Kind.MASTERED, f"s{number}", seq=number) for number in range(1, 41)]
    assert waiting(facts) == ("s38", "s39", "s40")


def test_a_sticker_that_was_given_by_mistake_and_again_is_covered_again() -> None:
    facts = told([(Kind.MASTERED, "a"), (Kind.COVERED, "a")])
    assert waiting(facts) == ()
    facts.append(Fact("w", 3, "d1", "", "t", Kind.WITHDRAWN, "ava", facts[0].step, of=facts[0].id))
    facts.append(fact(Kind.MASTERED, "a", seq=4))
    assert waiting(facts) == ("a",)


def test_the_spots_of_a_child_wait_with_their_level_and_whether_they_are_a_boss() -> None:
    facts = [
        said(Kind.MASTERED, "ava", step, at) for at, step in enumerate(("u/halves", "u/pizza", "u/take", "gone"), 1)
    ]
    assert spots_to_cover([UNIT], "ava", progress_of(facts)) == (
        ToCover(UNIT.levels[0].boss or UNIT.spots[0], None, boss=True, level=0),
        ToCover(next(one for one in UNIT.spots if one.id == "u/take"), None, boss=False, level=1),
    )
    assert spots_to_cover([UNIT], "ben", progress_of(facts)) == ()
    assert spots_to_cover([], "ava", progress_of(facts)) == ()


def test_what_is_taken_back_waits_no_more() -> None:
    facts = [said(Kind.MASTERED, "ava", FIRST, 1), said(Kind.MASTERED, "ava", SECOND, 2)]
    spots = spots_to_cover([UNIT], "ava", progress_of(facts))
    after = progress_of([*facts, said(Kind.WITHDRAWN, "ava", FIRST, 3)._replace(of="f1")])
    assert [spot.step.id for spot in still_there(spots, "ava", after)] == [SECOND]


def test_a_sticker_grows_alone() -> None:
    assert grows(said(Kind.MASTERED, "ava", FIRST, 1))


def test_none_grows_beside_a_keep_working_of_just_now() -> None:
    assert not grows(said(Kind.KEEP_WORKING, "ben", SECOND, 1), said(Kind.MASTERED, "ava", FIRST, 2))
    assert not grows(said(Kind.KEEP_WORKING, "ava", SECOND, 1), said(Kind.MASTERED, "ava", FIRST, 2))
    assert not grows(said(Kind.KEEP_WORKING, "eli", FIRST, 1), said(Kind.MASTERED, "ava", FIRST, 2))
    assert not grows(said(Kind.KEEP_WORKING, "eli", FIRST, 1, "s"), said(Kind.MASTERED, "ava", FIRST, 90, "s"))


def test_one_of_long_ago_or_far_away_holds_nothing_back() -> None:
    assert grows(said(Kind.KEEP_WORKING, "ben", FIRST, 1), said(Kind.MASTERED, "ava", FIRST, 90))
    assert grows(said(Kind.KEEP_WORKING, "dee", SECOND, 1), said(Kind.MASTERED, "ava", FIRST, 2))


def test_one_that_was_answered_since_holds_nothing_back() -> None:
    facts = (said(Kind.KEEP_WORKING, "ben", FIRST, 1), said(Kind.MASTERED, "ben", FIRST, 2))
    assert grows(*facts, said(Kind.MASTERED, "ava", FIRST, 3))


def test_many_at_once_are_simply_there() -> None:
    four = [said(Kind.MASTERED, who, FIRST, at, "s") for at, who in enumerate(ROWS[:4], 1)]
    assert grows(*four, most=MOST_OF_OWN)
    assert not grows(*four, most=MOST_OF_OTHERS)
    assert not grows(said(Kind.MASTERED, "ava", FIRST, 1), most=0)
    assert not may_grow([], ROWS, Progress(), MOST_OF_OWN)


kinds = st.sampled_from((Kind.MASTERED, Kind.KEEP_WORKING, Kind.PRACTISING, Kind.READY, Kind.EXCUSED))
ledgers = st.lists(st.tuples(kinds, st.sampled_from(ROWS), st.sampled_from(STEPS)), max_size=12)


@given(ledgers, ledgers)
def test_new_stickers_are_those_that_were_none_before_and_each_is_told_once(
    earlier: list[tuple[Kind, str, str]], later: list[tuple[Kind, str, str]]
) -> None:
    facts = [said(kind, who, step, at) for at, (kind, who, step) in enumerate([*earlier, *later], 1)]
    before, now = progress_of(facts[: len(earlier)]), progress_of(facts)
    new = new_stickers(UNIT, ROWS, before, now)
    assert len(set(new)) == len(new)
    assert set(new) == {
        (who, step)
        for who in ROWS
        for step in STEPS
        if now.spot(who, step).is_mastered and not before.spot(who, step).is_mastered
    }
    assert isinstance(may_grow(new, ROWS, now, MOST_OF_OWN), bool)
