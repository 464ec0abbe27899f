"""Who asks to be seen."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.asking import ready_to_show, wanted
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import progress_of
from builders import UNIT, fact

AVA, BEN, CLEO = (Student(name.lower(), name) for name in ("Ava", "Ben", "Cleo"))


def test_who_is_ready_is_told_child_by_child_in_the_order_of_the_steps() -> None:
    said = [
        ("ava", "thirds", Kind.READY),
        ("ava", "halves", Kind.READY),
        ("ava", "fourths", Kind.PRACTISING),
        ("ben", "halves", Kind.MASTERED),
        ("cleo", "pizza", Kind.READY),
        ("cleo", "gone", Kind.READY),
    ]
    progress = progress_of(fact(kind, step, seq=seq, student=who) for seq, (who, step, kind) in enumerate(said))
    halves, thirds, _, pizza = UNIT.spots[:4]
    assert list(ready_to_show((CLEO, BEN, AVA), [UNIT], progress)) == [(CLEO, pizza), (AVA, halves), (AVA, thirds)]
    twice = [UNIT, replace(UNIT, id="other", levels=UNIT.levels[:1])]
    assert list(ready_to_show((AVA,), twice, progress)) == [(AVA, halves), (AVA, thirds)]
    assert list(ready_to_show((AVA,), [], progress)) == []


@pytest.mark.parametrize(
    ("said", "now"),
    [
        (["want halves", "want thirds"], "u/thirds"),
        (["want halves", "want thirds", "unwant thirds"], ""),
        (["want halves", "want thirds", "mastered thirds"], ""),
        (["want halves", "mastered thirds"], "u/halves"),
        (["want halves", "want thirds", "unwant thirds", "want halves"], "u/halves"),
        (["want halves", "want thirds", "want halves", "unwant thirds"], ""),
        (["mastered halves", "want halves"], ""),
    ],
)
def test_the_last_word_of_a_child_on_what_comes_next_counts_and_brings_no_older_one_back(
    said: list[str], now: str
) -> None:
    kinds = {"want": Kind.WANTED, "unwant": Kind.UNWANTED, "mastered": Kind.MASTERED}
    facts = [fact(kinds[one.split()[0]], one.split()[1], seq=seq) for seq, one in enumerate(said, 1)]
    for known in (facts, facts[::-1], facts + facts):
        assert wanted(progress_of(known).row("ava")) == now


_WISHES = st.tuples(
    st.sampled_from(["halves", "thirds", "fourths"]),
    st.sampled_from([Kind.WANTED, Kind.UNWANTED, Kind.MASTERED, Kind.READY]),
)


@given(st.lists(_WISHES, max_size=8))
def test_a_child_wants_nothing_but_what_it_named_last(story: list[tuple[str, Kind]]) -> None:
    facts = [fact(kind, step, seq=seq) for seq, (step, kind) in enumerate(story, 1)]
    last = next(((step, kind) for step, kind in reversed(story) if kind in (Kind.WANTED, Kind.UNWANTED)), None)
    named = last is not None and last[1] is Kind.WANTED and (last[0], Kind.MASTERED) not in story
    assert wanted(progress_of(facts).row("ava")) == (f"u/{last[0]}" if named and last is not None else "")
