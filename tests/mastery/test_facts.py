"""Facts: the words they are kept in, what in them is somebody's, and their order."""

from dataclasses import astuple
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.mastery.curriculum import Level, Path, Step, Unit
from board.mastery.facts import Fact, How, Kind, Sort, bare, has_words, order, reworded, sort_of, words_in
from board.mastery.people import Student
from board.mastery.pictures import Origin, Shape, State
from board.mastery.plan import USUAL_PLAN
from board.mastery.progress import Status
from builders import fact

TEXTS = st.none() | st.text(max_size=5)
KINDS = (
    "mastered keep_working told one_of_two practising ready wanted unwanted maybe_ready help_wanted help_over "
    "covered excused included own_version check_again example_counts example_not_yet note away "
    "card_wanted card_seen picture_added "
    "picture_placed picture_accepted picture_hidden picture_captioned picture_cut picture_chosen picture_unchosen "
    "photo_removed printed erased withdrawn restored"
)


@st.composite
def told(draw: st.DrawFn) -> Fact:
    """Any fact, with words of somebody in it or without."""
    mark = Fact("f", 7, "d1", "2026", "t", draw(st.sampled_from(Kind)), "ava", draw(TEXTS), draw(TEXTS), 3, tries=2)
    pictures = tuple(draw(st.lists(st.text(), max_size=2)))
    mark = mark._replace(evidence=pictures, showing=draw(TEXTS), origin=draw(TEXTS), cut=draw(TEXTS))
    return mark._replace(way=draw(TEXTS), level_of_support=draw(TEXTS), note=draw(TEXTS))


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        (Kind, KINDS),
        (How, "shown tested_out elsewhere finished_alone"),
        (Origin, "file studio sheet starter"),
        (Shape, "drawing round square"),
        (Path, "levels open"),
        (Status, "open practising ready keep_working mastered excused locked"),
        (State, "draft accepted placed hidden"),
    ],
)
def test_what_stands_in_ledgers_units_and_reports_is_read_for_ever(
    kept: type[Kind | How | Origin | Shape | Path | Status | State], words: str
) -> None:
    assert [one.value for one in kept] == words.split()


@given(told())
def test_a_bare_fact_says_what_was_judged_and_when_and_nothing_that_somebody_wrote(mark: Fact) -> None:
    kept = bare(mark)
    assert (kept.way, kept.level_of_support, kept.note, kept.evidence) == (None, None, None, ())
    assert kept == mark._replace(way=None, level_of_support=None, note=None, evidence=())
    assert bare(kept) == kept
    assert has_words(mark) is (kept != mark)
    assert not has_words(kept)
    assert words_in(kept) == ()


@pytest.mark.parametrize("field", ["step_version", "tries"])
def test_what_stands_in_the_place_of_a_number_goes_unless_it_is_one(field: str) -> None:
    mark = fact(Kind.NOTE, "halves", seq=4)._replace(step_version=5, tries=6)
    assert bare(mark) == mark
    damaged: Any = {field: "secret"}
    assert "secret" not in str(bare(mark._replace(**damaged)))


@given(told())
def test_the_words_of_a_fact_are_found_and_changed_and_nothing_else_is(mark: Fact) -> None:
    there = [text for text in (mark.way, mark.level_of_support, mark.note) if text]
    assert list(words_in(mark)) == there
    loud = reworded(mark, lambda text: f"{text}!")
    assert list(words_in(loud)) == [f"{text}!" for text in there]
    assert bare(loud) == bare(mark)
    assert loud.evidence == mark.evidence


def test_a_field_nobody_has_thought_about_is_taken_for_words() -> None:
    assert [sort_of(field) for field in ("id", "seq", "evidence", "note", "whatever comes")] == [
        Sort.ID,
        Sort.NUMBER,
        Sort.PICTURES,
        Sort.WORDS,
        Sort.WORDS,
    ]


def test_facts_go_by_their_number_then_by_device_and_never_by_a_clock() -> None:
    one = fact(Kind.NOTE, "halves", seq=2)._replace(at="2099")
    two = one._replace(device="d2", at="1999", id="a")
    three = two._replace(id="b", at="1998")
    four = one._replace(seq=3, at="1997", device="d0")
    assert sorted([four, three, two, one], key=order) == [one, two, three, four]


def test_what_is_not_said_of_a_fact_a_step_or_a_child_is_the_usual() -> None:
    bare_fact = Fact("f", 1, "d1", "2026", "t", Kind.NOTE, "ava")
    usual = (None, None, 1, How.SHOWN, None, None, None, None, (), None, None, None)
    assert bare_fact[7:19] == usual
    assert bare_fact[19:] == (None, (), None, (), None, None, False, None)
    assert astuple(Step("u/halves", "Halves", "I can."))[3:] == ((), (), (), (), (), "", 1, "", (), ())
    assert astuple(Level("u/one", "One", ()))[3:] == (None, frozenset(), None)
    assert astuple(Unit("u", "Unit", ()))[3:] == ((), Path.LEVELS, (), False)
    assert astuple(Student("ava", "Ava"))[2:] == ("", "", "", "", False, (), "", False, astuple(USUAL_PLAN), 0, 1)
