"""What a child may cover at the kiosk: its newest stickers, each once, whatever else was said of the spot."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from board.mastery.facts import Fact, Kind
from board.mastery.kiosk import MOST_TO_COVER, to_cover
from board.mastery.progress import Status, progress_of
from builders import fact

STEPS = ("a", "b", "c", "d", "e")
_SAID = (
    Kind.MASTERED,
    Kind.COVERED,
    Kind.PRACTISING,
    Kind.READY,
    Kind.KEEP_WORKING,
    Kind.MAYBE_READY,
    Kind.HELP_WANTED,
    Kind.HELP_OVER,
)
stories = st.lists(st.tuples(st.sampled_from(_SAID), st.sampled_from(STEPS)), max_size=40)


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
    for number in range(1000, 1000 + len(STEPS)):
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
