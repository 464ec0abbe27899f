"""What the kiosk says changes nothing of how a child stands, in any order, from any computer, taken back or not."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from board.mastery.facts import STEERING, Fact, Kind
from board.mastery.progress import Spot, Status, progress_of, spot_of

KIOSK = (
    Kind.MAYBE_READY,
    Kind.HELP_WANTED,
    Kind.HELP_OVER,
    Kind.COVERED,
    Kind.CARD_WANTED,
    Kind.CARD_SEEN,
)
_OTHERS = (
    Kind.PRACTISING,
    Kind.READY,
    Kind.MASTERED,
    Kind.KEEP_WORKING,
    Kind.ONE_OF_TWO,
    Kind.TOLD,
    Kind.EXCUSED,
    Kind.INCLUDED,
    Kind.CHECK_AGAIN,
    Kind.WANTED,
    Kind.WITHDRAWN,
    Kind.RESTORED,
)


@st.composite
def stories(draw: st.DrawFn, kinds: Sequence[Kind] = (*_OTHERS, *KIOSK)) -> list[Fact]:
    """Anything said of one child at one step by children, somebody and adults, on two computers."""
    size = draw(st.integers(0, 16))
    return [
        Fact(
            f"f{number}",
            draw(st.integers(1, 9)),
            draw(st.sampled_from(["d1", "d2"])),
            "2026-11-30T09:00:00+00:00",
            draw(st.sampled_from(["", "rivera", "lee", "ben"])),
            draw(st.sampled_from(kinds)),
            "ben",
            "u/halves",
            f"f{draw(st.integers(0, size - 1))}" if draw(st.booleans()) else None,
            untold=draw(st.booleans()),
        )
        for number in range(size)
    ]


def how_it_stands(spot: Spot) -> tuple[object, ...]:
    """Everything of a spot but what the kiosk alone says, and the list of what was said."""
    mark = spot.mark.id if spot.mark is not None else None
    asked = spot.asked.id if spot.asked is not None else None
    return (
        spot.status,
        mark,
        spot.check_again,
        asked,
        spot.untold,
        spot.second,
        spot.judges,
        spot.wish,
        spot.own_version,
    )


@given(stories())
def test_the_kiosk_changes_no_status_and_no_mark(facts: list[Fact]) -> None:
    kiosk = {fact.id for fact in facts if fact.kind in KIOSK}
    without = [fact for fact in facts if fact.id not in kiosk and not (fact.kind in STEERING and fact.of in kiosk)]
    assert how_it_stands(spot_of(facts)) == how_it_stands(spot_of(without))


@given(stories(KIOSK))
def test_somebody_alone_makes_nobody_ready(facts: list[Fact]) -> None:
    spot = spot_of(facts)
    assert (spot.status, spot.mark, spot.asked) == (Status.OPEN, None, None)


@given(stories())
def test_nobody_is_asked_about_who_waits_or_has_the_sticker(facts: list[Fact]) -> None:
    spot = spot_of(facts)
    if spot.is_mastered:
        assert (spot.maybe, spot.help) == (None, None)
    if spot.asked is not None and spot.status is Status.READY:
        assert spot.maybe is None


@given(stories(), st.randoms(use_true_random=False))
def test_any_order_of_arrival_tells_the_same(facts: list[Fact], chance: object) -> None:
    other = [*facts, *facts[:3]]
    chance.shuffle(other)  # type: ignore[attr-defined]
    assert spot_of(other) == spot_of(facts)
    assert progress_of(other).card_wanted("ben") == progress_of(facts).card_wanted("ben")
