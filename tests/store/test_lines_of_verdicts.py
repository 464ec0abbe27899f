"""What a verdict says survives as a line, and whatever stands in a line instead costs at most that line, with a word."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.facts import Fact, How, Kind, Sort, bare, sort_of
from board.store.lines import BadLine, NewerLine, fact_line, fact_of, read_lines
from hostile import HOSTILE

OLD = Fact("f1", 1, "d9", "2026-01-05T09:00:00+00:00", "t", Kind.KEEP_WORKING, "ava", "u/halves", note="words")
NEW = ("own_version", "seen", "trials", "beyond", "witness", "caption", "untold")
ids = st.text("abc-09/", max_size=8).map(lambda text: text or None)
words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=12)


@st.composite
def verdicts(draw: st.DrawFn) -> Fact:
    """A fact with anything in its fields that the board itself writes there."""
    return Fact(
        draw(words.filter(str.isprintable)),
        draw(st.integers(1, 10**9)),
        "d1",
        "2026-01-05T09:00:00+00:00",
        draw(st.sampled_from(["t", ""])),
        draw(st.sampled_from(Kind)),
        "ava",
        "u/halves",
        draw(words.filter(str.isprintable)),
        step_version=draw(st.integers(1, 99)),
        how=draw(st.sampled_from(How)),
        level_of_support=draw(st.sampled_from(["alone", "tools", None])),
        own_version=draw(ids),
        seen=tuple(draw(st.lists(words, max_size=3))),
        trials=draw(st.sampled_from(["3/4", None])),
        beyond=tuple(draw(st.lists(st.sampled_from(["home", "taught_a_friend"]), max_size=2))),
        witness=draw(ids),
        caption=draw(st.none() | words),
        untold=draw(st.booleans()),
    )


@given(verdicts())
def test_a_fact_is_read_as_it_was_written(fact: Fact) -> None:
    composed = fact_of(fact_line(fact))
    assert bare(composed) == bare(fact)
    assert fact_of(fact_line(composed)) == composed
    assert len(composed.seen) == len(fact.seen)
    assert (composed.caption is None) is (fact.caption is None)


@pytest.mark.parametrize("field", NEW)
def test_a_line_of_before_reads_as_it_always_did_and_gets_no_longer(field: str) -> None:
    line = fact_line(OLD)
    assert field.encode() not in line
    assert getattr(fact_of(line), field) == Fact._field_defaults[field]
    assert fact_of(line) == OLD


_MAY_BE_UNSAID = ("own_version", "trials", "witness", "caption")
"""Empty in a line of somebody else's is as good as not said; the board writes neither."""


def _as_said(fact: Fact) -> dict[str, object]:
    return {field: said or None if field in _MAY_BE_UNSAID else said for field, said in fact._asdict().items()}


anything: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**13), 10**13)
    | st.floats(allow_nan=False)
    | st.text(max_size=9)
    | st.sampled_from(HOSTILE),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(NEW), anything, min_size=1))
def test_whatever_stands_in_a_field_the_line_is_a_fact_or_is_told_of(said: dict[str, Any]) -> None:
    text = json.dumps({**json.loads(fact_line(OLD)), **said})
    before, after = fact_line(OLD._replace(id="a")), fact_line(OLD._replace(id="z"))
    found = read_lines([before, text.encode(), after])
    assert len(found.facts) + len([odd for odd in found.odd if odd.line == 2]) >= 3
    assert {fact.id for fact in found.facts} >= {"a", "z"}, "its neighbours are read all the same"
    for fact in found.facts:
        again = fact_of(fact_line(fact))
        assert fact_line(again) == fact_line(fact)
        assert _as_said(again) == _as_said(fact)
        texts = [*fact.seen, *fact.beyond, fact.own_version, fact.trials, fact.witness, fact.caption]
        assert all(
            not text or text.replace("\n", "").isprintable() or "\u200c" in text or "\u200d" in text for text in texts
        )


@pytest.mark.parametrize(
    "said",
    [
        {"seen": ["x"] * 101},
        {"beyond": ["x"] * 101},
        {"beyond": ["x" * 200]},
        {"beyond": ["\x1b[2J"]},
        {"trials": "x" * 200},
        {"trials": "3/4\x1b[2J"},
        {"witness": "a\nb"},
        {"untold": "yes"},
        {"untold": 1},
        {"seen": "folds it"},
        {"seen": [None]},
        {"caption": ["a"]},
    ],
)
def test_what_no_board_writes_makes_no_fact_and_is_told(said: dict[str, Any]) -> None:
    line = json.dumps({**json.loads(fact_line(OLD)), **said}).encode()
    with pytest.raises(BadLine) as told:
        fact_of(line)
    assert not isinstance(told.value, NewerLine)
    assert [odd.line for odd in read_lines([line]).odd] == [1]


@given(verdicts(), words)
def test_no_word_of_a_verdict_outlives_its_child(fact: Fact, secret: str) -> None:
    full = fact._replace(seen=(secret,), caption=secret, note=secret, way=secret, evidence=("0" * 32,))
    kept = bare(full)
    assert (kept.seen, kept.caption, kept.note, kept.way, kept.evidence) == ((), None, None, None, ())
    stays = {field for field in Fact._fields if sort_of(field) not in (Sort.WORDS, Sort.LINES, Sort.PICTURES)}
    assert all(getattr(kept, field) == getattr(full, field) for field in stays)
